//! The sections and readers of this portal. A new section adds one line.

use crate::features;
use crate::web::Feature;

/// In the order of navigation and of seeding: a section comes after those it builds on.
pub static FEATURES: &[&Feature] = &[
    &features::organisations::FEATURE,
    &features::members::FEATURE,
    &features::files::FEATURE,
    &features::programme::FEATURE,
    &features::documents::FEATURE,
];
