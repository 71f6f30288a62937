//! Whether current texts are still right. Every text has a day on which somebody looks at it again: a year after it was
//! published or last looked at, half a year if it names a line to call, or the day that its owners choose. On that day they
//! are asked, once; two weeks later the chair hears of it. *Still right* is said by a person, with their name and the time.
//!
//! Members see it beside the text and on one list, with the links that are broken (`addresses`). A row of freshness belongs
//! to a text as long as it is current: `begin` and `forget` stand where a text becomes current and where it is replaced or
//! taken away. Not here: the review of what went live by trust (`trust`), which looks at a text once.

mod actions;
pub mod jobs;
pub mod mails;
mod model;
pub mod pages;
mod policy;
pub(super) mod routes;
mod samples;
mod store;
#[cfg(test)]
pub mod tests;

pub use actions::{begin, forget};
pub use pages::{Care, care};
pub use samples::{gallery, seed};
pub use store::{ALL, carry, overdue};
