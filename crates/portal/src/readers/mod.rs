//! Consumers of the activity log and pages over it. None of them names a section: they ask what the sections
//! declare. Like sections they declare themselves with a [`Feature`](crate::web::Feature).

pub mod audit;
pub mod notifications;
pub mod search;
