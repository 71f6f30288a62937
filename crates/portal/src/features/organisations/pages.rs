//! The data of the section's pages.

use super::model::Contact;
use super::routes::forms::OrganisationForm;
use crate::web::{FormErrors, Panel, Shell};
use askama::Template;
use platform::lang::Lang;

/// Values and words of a choice.
pub type Options = Vec<(String, String)>;

pub struct Row {
    pub href: String,
    pub name: String,
    pub kind: String,
    pub regions: String,
    /// Only for those who may see it.
    pub trusted: bool,
}

#[derive(Template)]
#[template(path = "features/organisations/pages/index.html")]
pub struct IndexPage {
    pub p: Shell,
    pub rows: Vec<Row>,
    /// How many filters are set, and their keys; empty for all.
    pub filtered: usize,
    pub kind: String,
    pub kinds: Options,
    pub region: String,
    pub regions: Options,
    pub audience: String,
    pub audiences: Options,
    pub export: String,
    pub may_edit: bool,
}

#[derive(Template)]
#[template(path = "features/organisations/pages/show.html")]
pub struct ShowPage {
    pub p: Shell,
    pub kind: String,
    /// What it does, with the language of these words.
    pub about: Option<(Lang, String)>,
    pub regions: String,
    pub audiences: String,
    pub contact: Contact,
    /// What other sections have of it.
    pub panels: Vec<Panel>,
    /// For those who may see it.
    pub trust: Option<String>,
    /// Where to change it, for those who may.
    pub edit: Option<String>,
    pub merge: Option<String>,
}

/// A box to tick.
pub struct CheckBox {
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
    pub form: OrganisationForm,
    /// For the chair and the operator, who enter name and kind too.
    pub kinds: Option<Options>,
    /// Empty for those who do not decide on trust.
    pub trusts: Options,
    pub regions: Vec<CheckBox>,
    pub audiences: Vec<CheckBox>,
}

/// First the choice of the one that stays, then what moves there, to confirm.
#[derive(Template)]
#[template(path = "features/organisations/pages/merge.html")]
pub struct MergePage {
    pub p: Shell,
    pub errors: FormErrors,
    pub action: String,
    pub name: String,
    /// The organisations it may be the same as.
    pub others: Options,
    /// The one that stays, once it is chosen.
    pub into: String,
    pub into_name: String,
    /// What moves there, in words.
    pub moves: Vec<String>,
    pub back: String,
}
