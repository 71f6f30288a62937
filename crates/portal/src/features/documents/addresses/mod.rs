//! The addresses outside that current texts lead to, and whether somebody still answers there. Every address is asked once a
//! week, however many texts lead there; one that fails is asked again on the next day before anybody calls it broken. The
//! owners of its texts are told once. Members see it on the page of a text and on the list of freshness.
//!
//! Not here: links between documents (`references`), and numbers to call, which people check (`hotlines`).

mod actions;
mod asking;
mod jobs;
mod model;
mod store;
#[cfg(test)]
mod tests;

pub use actions::note;
pub use asking::Asker;
pub use jobs::{HANDLER, SCHEDULE};
pub use model::Status;
pub use store::{ALL, Checked, break_sample, forget, of_edition};
