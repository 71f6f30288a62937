//! Writing: drafts that save themselves, their files, and what happens when two people write at once.

mod attachments;
pub(super) mod form;
pub(super) mod merging;
pub(super) mod pages;
pub(super) mod routes;
#[cfg(test)]
mod tests;
