//! The page on which a consent is ended.

use crate::web::Shell;
use askama::Template;

#[derive(Template)]
#[template(path = "features/documents/consents/pages/consent.html")]
pub struct Ending {
    pub p: Shell,
    pub action: String,
    pub back: String,
    pub heading: String,
    pub code: String,
}
