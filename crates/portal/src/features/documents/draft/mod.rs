//! Writing: drafts that save themselves, their files, and what happens when two people write at once.

mod attachments;
pub(super) mod pages;
pub(super) mod routes;
