//! Own texts of trusted organisations: a contributor of the leading organisation publishes them at the level "own" without
//! an approver, and they wait for a *review*: an approver, never the one who published it, accepts the text or withdraws it
//! as any other. Trust itself is decided in `organisations`; without it everything goes the way of `approval`.

mod actions;
pub mod pages;
mod policy;
pub mod routes;
pub mod store;
#[cfg(test)]
mod tests;

pub use actions::{may_publish, waits_for};
