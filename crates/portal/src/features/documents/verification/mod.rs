//! Verification: is what I have in hand the approved text? By the code on a paper, by the text itself, or by a file.
//!
//! For everybody, without an account. What a stranger brings is compared and forgotten: nothing of it is stored, logged
//! or kept in a page. The work does not grow with the library: a code and a whole text are one step in an index, a
//! changed one is recognised by some of its rows of words (`words.rs`), and three texts at most are compared with it.

mod code;
mod index;
mod lookup;
pub mod pages;
pub(super) mod routes;
pub(super) mod samples;
pub(super) mod store;
#[cfg(test)]
mod tests;
mod words;

pub use code::Code;
pub use index::Index;
