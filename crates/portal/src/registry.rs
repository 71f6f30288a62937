//! The sections and readers of this portal. A new one adds one line.

use crate::web::Feature;
use crate::{features, readers};

/// In the order of navigation and of seeding: a section comes after those it builds on, a reader after all.
pub static FEATURES: &[&Feature] = &[
    &features::organisations::FEATURE,
    &features::members::FEATURE,
    &features::files::FEATURE,
    &features::programme::FEATURE,
    &features::glossary::FEATURE,
    &features::hotlines::FEATURE,
    &features::campaigns::FEATURE,
    &features::documents::FEATURE,
    &features::questions::FEATURE,
    &features::kits::FEATURE,
    &features::calendar::FEATURE,
    &features::site::FEATURE,
    &features::api::FEATURE,
    &readers::notifications::FEATURE,
    &readers::audit::FEATURE,
    &readers::search::FEATURE,
];
