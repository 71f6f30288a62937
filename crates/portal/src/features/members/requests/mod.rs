//! Requests to join: a stranger says who they are and why, the chair invites or declines by mail.
//!
//! Whatever an address is, the form answers the same, so nobody finds out who takes part. A box that people do not see
//! catches programs, and a few limits keep the list short. Decided requests are deleted after a month, others after three.

mod actions;
pub mod mails;
mod model;
pub mod pages;
pub mod routes;
pub mod store;

pub use actions::tidy;
pub use model::{Request, RequestId};
