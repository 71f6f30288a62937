//! The data of the page of hand-over.

use super::super::pages::Options;
use crate::web::{FormErrors, PanelItem, Shell};
use askama::Template;

#[derive(Template)]
#[template(path = "features/members/pages/hand_over.html")]
pub struct HandOverPage {
    pub p: Shell,
    pub errors: FormErrors,
    pub text: String,
    pub items: Vec<PanelItem>,
    pub action: String,
    pub colleagues: Options,
    pub back: String,
}
