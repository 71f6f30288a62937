//! Publication: now, at a time (embargo), in an emergency; replacement, withdrawal and removal.
//!
//! One edition of a language is current. The one before it stays at its address and says what replaced it.
//! Withdrawn texts stay readable with the reason; removed ones are gone. An emergency publication needs a reason
//! and asks for a later approval.

mod actions;
mod jobs;
mod model;
pub(super) mod pages;
pub(super) mod routes;
pub(super) mod samples;
pub(super) mod store;
#[cfg(test)]
mod tests;

pub use actions::{after_approval, cancel, remove};
pub use jobs::{PUBLISH, REMIND, publish_at};
pub use model::{CannotPublish, Manner, When, Withdrawal};
