//! The data of the pages around asking to join.

use super::super::pages::Options;
use crate::web::{FormErrors, Shell};
use askama::Template;

#[derive(Template)]
#[template(path = "features/members/pages/request.html")]
pub struct AskPage {
    pub p: Shell,
    pub errors: FormErrors,
    pub full_name: String,
    pub email: String,
    pub organisation: String,
    pub organisations: Options,
    pub organisation_name: String,
    pub reason: String,
    pub language: String,
    pub languages: Options,
}

#[derive(Template)]
#[template(path = "features/members/pages/request_sent.html")]
pub struct AskedPage {
    pub p: Shell,
}

pub struct Row {
    pub href: String,
    pub name: String,
    pub organisation: String,
    pub when: String,
}

#[derive(Template)]
#[template(path = "features/members/pages/requests.html")]
pub struct RequestsPage {
    pub p: Shell,
    pub rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "features/members/pages/request_decide.html")]
pub struct DecidePage {
    pub p: Shell,
    pub errors: FormErrors,
    pub full_name: String,
    pub email: String,
    pub language: String,
    pub organisation_name: String,
    /// A name that is not in the list of partners.
    pub is_new: bool,
    pub reason: String,
    pub when: String,
    /// Somebody here has this address.
    pub known: bool,
    pub decided: Option<String>,
    pub action: String,
    pub organisation: String,
    pub organisations: Options,
    pub role: String,
    pub roles: Options,
    pub reasons: Options,
}
