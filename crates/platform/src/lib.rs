//! What every section of the portal stands on: database, log, jobs, mail, language. Knows no section by name.

pub mod clock;
pub mod config;
pub mod ids;
pub mod lang;
