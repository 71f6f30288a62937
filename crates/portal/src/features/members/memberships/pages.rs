//! The page of one member for those who look after the group, and the choice of an organisation.

use super::super::pages::Options;
use crate::web::{FormErrors, HistoryEntry, Shell};
use askama::Template;

pub struct Membership {
    pub id: String,
    pub name: String,
}

#[derive(Template)]
#[template(path = "features/members/pages/member.html")]
pub struct MemberPage {
    pub p: Shell,
    pub errors: FormErrors,
    pub email: String,
    pub organisation: String,
    pub others: Vec<Membership>,
    pub role: String,
    pub role_code: String,
    pub roles: Options,
    pub standing: String,
    /// Empty for those who only look.
    pub organisations: Options,
    pub may_place: bool,
    pub path: String,
    pub hand_over: bool,
    pub suspend: Option<&'static str>,
    pub history: Vec<HistoryEntry>,
}

#[derive(Template)]
#[template(path = "features/members/pages/switch.html")]
pub struct SwitchPage {
    pub p: Shell,
    pub organisation: String,
    pub organisations: Options,
}
