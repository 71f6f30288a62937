//! The data of the pages of alternates and of mails.

use super::super::pages::Options;
use crate::web::{FormErrors, Shell};
use askama::Template;

pub struct Row {
    pub id: i64,
    pub name: String,
    pub when: String,
}

#[derive(Template)]
#[template(path = "features/members/pages/alternates.html")]
pub struct AlternatesPage {
    pub p: Shell,
    pub errors: FormErrors,
    pub rows: Vec<Row>,
    pub colleagues: Options,
    pub colleague: String,
    pub from: String,
    pub until: String,
}

pub struct Kind {
    pub code: &'static str,
    pub label: String,
    pub wanted: bool,
}

#[derive(Template)]
#[template(path = "features/members/pages/mails.html")]
pub struct MailsPage {
    pub p: Shell,
    pub kinds: Vec<Kind>,
}
