use crate::web::Feature;
pub const FEATURE: Feature = Feature { name: "audit", ..Feature::EMPTY };
