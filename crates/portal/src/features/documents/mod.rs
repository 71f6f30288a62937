//! The section `documents`.

use crate::web::Feature;

pub const FEATURE: Feature = Feature { name: "documents", ..Feature::EMPTY };
