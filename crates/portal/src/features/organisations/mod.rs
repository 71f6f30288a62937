//! The section `organisations`.

use crate::web::Feature;

pub const FEATURE: Feature = Feature { name: "organisations", ..Feature::EMPTY };
