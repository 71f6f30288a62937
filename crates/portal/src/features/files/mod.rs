//! The section `files`.

use crate::web::Feature;

pub const FEATURE: Feature = Feature { name: "files", ..Feature::EMPTY };
