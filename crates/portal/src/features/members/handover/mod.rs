//! Somebody leaves or changes work: what they have open is listed and goes to a colleague of the same organisation. Every
//! section that keeps open work lists and moves its own (`Feature::open_work`) and records it, so each record's history
//! says who took over. The chair does it, or the person themselves.

pub mod pages;
pub mod routes;
