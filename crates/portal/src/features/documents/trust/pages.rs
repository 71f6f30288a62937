//! The two questions around trust: shall it go live, and is it fine.

use crate::web::Shell;
use askama::Template;

#[derive(Template)]
#[template(path = "features/documents/pages/trust.html")]
pub struct Question {
    pub p: Shell,
    pub heading: String,
    pub text: String,
    pub action: String,
    pub button: String,
    pub version: i64,
    pub back: String,
    /// Where an approver takes the text back from the public.
    pub withdraw: Option<String>,
}
