//! Approvals: who stands behind a text, how firmly, and by which way that is known.
//!
//! An approval is bound to the SHA-256 of one edition's text in one language. It comes from an approver's own
//! page, from a one-edition link in a mail, or is recorded by the chair on somebody's behalf. It lapses when the
//! text goes back to its author. Nobody approves what they submitted.

mod actions;
pub(super) mod mails;
mod model;
pub(super) mod pages;
mod recording;
pub(super) mod routes;
pub(super) mod store;
#[cfg(test)]
mod tests;

pub use actions::lapse;
pub use model::{Approval, CannotDecide, Channel};
