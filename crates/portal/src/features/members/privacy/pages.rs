//! The data of the page about one's own data.

use crate::web::Shell;
use askama::Template;

#[derive(Template)]
#[template(path = "features/members/pages/privacy.html")]
pub struct PrivacyPage {
    pub p: Shell,
    pub hand_over: String,
    /// What is still theirs to finish, in words.
    pub open: Option<String>,
    pub last_chair: bool,
}
