//! The data of the page of hand-over.

use super::super::pages::Options;
use crate::web::{FormErrors, Link, PanelItem, Shell};
use askama::Template;

#[derive(Template)]
#[template(path = "features/members/pages/hand_over.html")]
pub struct HandOverPage {
    pub p: Shell,
    pub errors: FormErrors,
    pub text: String,
    pub items: Vec<PanelItem>,
    pub action: String,
    /// Whose work is shown and moved, by its id and by name.
    pub organisation: String,
    pub organisation_name: String,
    /// Where else something is open.
    pub others: Vec<Link>,
    pub colleagues: Options,
    pub back: String,
}
