//! The data of the pages of a recovery.

use crate::web::{FormErrors, Shell};
use askama::Template;

#[derive(Template)]
#[template(path = "features/members/pages/recovery.html")]
pub struct RecoveryPage {
    pub p: Shell,
    pub errors: FormErrors,
    pub action: String,
    pub text: String,
    pub reason: String,
}

/// The question to the second member.
#[derive(Template)]
#[template(path = "features/members/pages/confirm_recovery.html")]
pub struct ConfirmRecoveryPage {
    pub p: Shell,
    pub action: String,
    pub text: String,
    pub reason: String,
    pub until: String,
    pub may_confirm: bool,
}
