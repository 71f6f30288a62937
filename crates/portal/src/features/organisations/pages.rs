//! The data of the section's pages.

use crate::web::{FormErrors, Shell};
use askama::Template;

pub struct Row {
    pub href: String,
    pub name: String,
    pub kind: String,
    pub regions: String,
}

#[derive(Template)]
#[template(path = "features/organisations/pages/index.html")]
pub struct IndexPage {
    pub p: Shell,
    pub rows: Vec<Row>,
    /// The code of the kind chosen, empty for all.
    pub kind: String,
    pub kinds: Vec<(String, String)>,
    pub may_edit: bool,
}

#[derive(Template)]
#[template(path = "features/organisations/pages/show.html")]
pub struct ShowPage {
    pub p: Shell,
    pub kind: String,
    pub regions: String,
    pub website: String,
    /// Where to change it, for those who may.
    pub edit: Option<String>,
}

pub struct RegionBox {
    pub key: String,
    pub name: String,
    pub checked: bool,
}

#[derive(Template)]
#[template(path = "features/organisations/pages/form.html")]
pub struct FormPage {
    pub p: Shell,
    pub errors: FormErrors,
    pub action: String,
    pub ky: String,
    pub ru: String,
    pub en: String,
    pub kind: String,
    pub kinds: Vec<(String, String)>,
    pub website: String,
    pub regions: Vec<RegionBox>,
}
