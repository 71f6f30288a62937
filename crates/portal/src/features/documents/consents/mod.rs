//! Consents to success stories. Whoever a story is about agreed to it, for a time, and may take that back. The portal knows
//! a code, who keeps the consent, and its last day; never a name.
//!
//! No story is handed in or published without a valid consent. People are told 30 and 7 days before it ends; when it is
//! over or taken back, the portal removes the story in all its languages and editions. It is *removed*, not withdrawn:
//! withdrawn texts stay readable, and that is what the consent no longer allows (docs/adr/0027).

mod actions;
mod jobs;
mod model;
mod pages;
pub(super) mod routes;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{check, may_end, note};
pub use jobs::{HANDLER, SCHEDULE};
pub use model::NoConsent;
pub use pages::Ending;
pub use store::{ALL, carry};
