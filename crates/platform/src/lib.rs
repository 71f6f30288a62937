//! What every section of the portal stands on: the database, the activity log, durable jobs, mail, language,
//! files, secrets and work in limited processes. Nothing here knows a section by name.

pub mod activity;
pub mod actor;
pub mod child;
pub mod clock;
pub mod config;
pub mod db;
pub mod fetch;
pub mod files;
pub mod ids;
pub mod jobs;
pub mod lang;
pub mod mail;
pub mod secrets;
pub mod subject;
#[cfg(any(test, feature = "testing"))]
pub mod testing;

/// Every statement of the platform, for the test that prepares them all on both databases.
pub fn statements() -> Vec<&'static db::Sql> {
    db::statements()
        .chain(activity::statements())
        .chain(jobs::ALL.iter().copied())
        .chain(mail::ALL.iter().copied())
        .collect()
}
