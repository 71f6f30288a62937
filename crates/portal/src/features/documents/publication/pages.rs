//! The data of the pages of publication.

use crate::web::{FormErrors, Shell};
use askama::Template;

#[derive(Template)]
#[template(path = "features/documents/pages/publish.html")]
pub struct Publish {
    pub p: Shell,
    pub errors: FormErrors,
    pub action: String,
    pub back: String,
    pub heading: String,
    pub version: i64,
    /// The time of the embargo, if there is one, in words.
    pub embargo: Option<String>,
    pub when: String,
    pub publish_at: String,
}

#[derive(Template)]
#[template(path = "features/documents/pages/withdraw.html")]
pub struct Withdraw {
    pub p: Shell,
    pub errors: FormErrors,
    pub action: String,
    pub back: String,
    pub heading: String,
    pub version: i64,
    pub manner: String,
    pub may_remove: bool,
    pub reason: String,
}

#[derive(Template)]
#[template(path = "features/documents/pages/emergency.html")]
pub struct Emergency {
    pub p: Shell,
    pub errors: FormErrors,
    pub action: String,
    pub back: String,
    pub heading: String,
    pub version: i64,
    pub reason: String,
}
