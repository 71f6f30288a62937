//! The sections of the portal, one folder each.

pub mod programme;
