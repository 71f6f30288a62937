//! The languages of a document side by side: how far each is, and which figures, days, telephone numbers, links and
//! numbers of acts stand in one and not in the other. A difference is a warning: whoever hands the text in looks at it and
//! either mends it or says why it is right; the reason stands in the history and before the approver.
//!
//! `claims` reads a text, the rest compares and shows. Not here: what the words say.

mod claims;
mod model;
pub(super) mod pages;
mod store;
#[cfg(test)]
mod tests;

pub use model::Difference;
pub use store::{ALL, keep_reason, others};
