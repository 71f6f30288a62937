//! What the portal holds about a person is theirs: they take a copy, and they can have it erased. Every section gives its part
//! of the copy and erases its own (`Feature::personal`). After an erasure the log still says what happened, by an id that
//! leads to nobody; texts stay with their organisation.

mod actions;
pub mod pages;
pub mod routes;
pub mod store;

pub use actions::own_part;
