//! One person in several organisations, with one role in the portal. The first organisation stands with the person; others are
//! added by the chair. Each browser acts for one of them at a time, and its owner switches.

mod actions;
pub mod pages;
pub mod routes;
pub mod store;
