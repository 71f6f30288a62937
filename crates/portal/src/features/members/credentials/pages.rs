//! The data of the pages around factors.

use crate::web::{FormErrors, Shell};
use askama::Template;

#[derive(Template)]
#[template(path = "features/members/pages/second_step.html")]
pub struct SecondStepPage {
    pub p: Shell,
    pub errors: FormErrors,
    pub by_app: bool,
    pub by_passkey: bool,
}

#[derive(Template)]
#[template(path = "features/members/pages/confirm_it_is_you.html")]
pub struct ConfirmItIsYouPage {
    pub p: Shell,
    pub errors: FormErrors,
    pub by_app: bool,
    pub by_passkey: bool,
    /// A code can be sent by mail, or is on its way.
    pub to_send: bool,
    pub by_mail: bool,
    pub next: String,
    /// The form that waits, if one does.
    pub kept: Option<String>,
}

pub struct PasskeyLine {
    pub id: String,
    pub name: String,
    pub added: String,
    pub used: String,
}

#[derive(Template)]
#[template(path = "features/members/pages/security.html")]
pub struct SecurityPage {
    pub p: Shell,
    pub errors: FormErrors,
    /// What the person's role asks for, and how long they may still go without.
    pub demand: Option<String>,
    pub passkeys_available: bool,
    pub passkeys: Vec<PasskeyLine>,
    pub has_app: bool,
    pub has_factor: bool,
    pub codes_left: i64,
}

#[derive(Template)]
#[template(path = "features/members/pages/totp.html")]
pub struct TotpPage {
    pub p: Shell,
    pub errors: FormErrors,
    /// The dark squares of the QR code as an SVG path.
    pub picture: String,
    pub side: i32,
    pub letters: String,
}

#[derive(Template)]
#[template(path = "features/members/pages/codes.html")]
pub struct CodesPage {
    pub p: Shell,
    pub codes: Vec<String>,
    /// The day they were made, for the paper.
    pub made: String,
}
