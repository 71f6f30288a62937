//! The data of the section's pages.

use crate::web::{FormErrors, Link, Shell};
use askama::Template;

/// Values and words of a choice.
pub type Options = Vec<(String, String)>;

#[derive(Template)]
#[template(path = "features/members/pages/sign_in.html")]
pub struct SignInPage {
    pub p: Shell,
    pub errors: FormErrors,
    pub email: String,
    pub next: String,
    pub by_passkey: bool,
    /// Identity providers.
    pub providers: Vec<Link>,
}

#[derive(Template)]
#[template(path = "features/members/pages/sent.html")]
pub struct SentPage {
    pub p: Shell,
    /// For the case that the mail opens in another browser.
    pub code: Option<String>,
    /// Mails are caught here and can be read in the browser.
    pub caught: bool,
}

#[derive(Template)]
#[template(path = "features/members/pages/confirm.html")]
pub struct ConfirmPage {
    pub p: Shell,
    pub errors: FormErrors,
    /// This is not the browser that asked.
    pub elsewhere: bool,
    pub name: String,
    pub next: String,
}

#[derive(Template)]
#[template(path = "features/members/pages/spent.html")]
pub struct SpentPage {
    pub p: Shell,
    pub text: String,
}

#[derive(Template)]
#[template(path = "features/members/pages/join.html")]
pub struct JoinPage {
    pub p: Shell,
    pub errors: FormErrors,
    /// Who invites, what to, and as what.
    pub lead: String,
    pub organisation: String,
    pub role: String,
    pub full_name: String,
    pub language: String,
    pub languages: Options,
}

pub struct SessionRow {
    pub id: String,
    pub device: String,
    /// In words: date and time of the last use.
    pub seen: String,
    pub current: bool,
}

#[derive(Template)]
#[template(path = "features/members/pages/account.html")]
pub struct AccountPage {
    pub p: Shell,
    pub errors: FormErrors,
    pub full_name: String,
    pub language: String,
    pub languages: Options,
    pub email: String,
    pub organisation: String,
    pub role: String,
    pub sessions: Vec<SessionRow>,
}

pub struct MemberRow {
    pub id: String,
    pub name: String,
    pub email: String,
    pub organisation: String,
    pub role: String,
    pub standing: String,
    /// What the viewer may do, as a message key: suspend, or let in again.
    pub act: Option<&'static str>,
}

#[derive(Template)]
#[template(path = "features/members/pages/index.html")]
pub struct MembersPage {
    pub p: Shell,
    pub rows: Vec<MemberRow>,
    pub organisation: String,
    pub organisations: Options,
    pub role: String,
    pub roles: Options,
    pub filtered: usize,
    pub may_invite: bool,
    /// How many ask to join, for those who decide on it.
    pub requests: Option<i64>,
}

#[derive(Template)]
#[template(path = "features/members/pages/invite.html")]
pub struct InvitePage {
    pub p: Shell,
    pub errors: FormErrors,
    pub email: String,
    pub full_name: String,
    pub language: String,
    pub languages: Options,
    pub role: String,
    pub roles: Options,
    pub organisation: String,
    pub organisations: Options,
}

/// A clear question before somebody is shut out or let in again.
#[derive(Template)]
#[template(path = "features/members/pages/suspend.html")]
pub struct SuspendPage {
    pub p: Shell,
    pub action: String,
    pub text: String,
    pub button: String,
    pub dangerous: bool,
    /// What they have open, in words, and where to hand it over.
    pub open: Option<(String, String)>,
    /// Where to help somebody back in who lost everything, for those who may.
    pub recovery: Option<String>,
}
