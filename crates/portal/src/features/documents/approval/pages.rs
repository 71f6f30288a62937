//! The data of the pages on which a text is decided.

use super::super::comparison::pages::Comparison;
use super::super::fields::pages::Shown;
use super::super::pages::{Badge, Fact, FileLine};
use crate::web::diff::Piece;
use crate::web::{FormErrors, Link, Remarks, Shell};
use askama::Template;
use platform::lang::Lang;

/// What the deciding person sees: the text as it is, what changed, and two choices. On a phone, from a mail.
#[derive(Template)]
#[template(path = "features/documents/pages/decide.html")]
pub struct Decide {
    pub p: Shell,
    pub errors: FormErrors,
    pub action: String,
    pub content_lang: Lang,
    pub kind: String,
    pub heading: String,
    pub badge: Badge,
    pub organisation: String,
    pub submitted: String,
    /// Why it is already public, if it is.
    pub emergency: Option<String>,
    pub summary: String,
    pub html: String,
    pub fields: Shown,
    /// What sections have to say about the text.
    pub remarks: Vec<Remarks>,
    pub files: Vec<FileLine>,
    pub facts: Vec<Fact>,
    /// The number of the earlier edition and what changed since; nothing for a first edition.
    pub changes: Option<(i64, Vec<Piece>)>,
    pub comparison: Comparison,
    pub version: i64,
    pub may_return: bool,
    pub entered: Entered,
    pub wish: String,
    pub note: String,
}

/// What was typed, to be shown again beside an error.
#[derive(Clone, Debug, Default)]
pub struct Entered {
    pub decision: String,
    pub level: String,
    pub act_number: String,
    pub act_date: String,
    pub note: String,
    pub when: String,
    pub publish_at: String,
    pub reasons: String,
}

/// A link that opens nothing any more, and what became of its text.
#[derive(Template)]
#[template(path = "features/documents/pages/link_ended.html")]
pub struct LinkEnded {
    pub p: Shell,
    pub text: String,
    pub outcome: Option<String>,
    pub public: Option<Link>,
}

#[derive(Template)]
#[template(path = "features/documents/pages/decided.html")]
pub struct Decided {
    pub p: Shell,
    pub text: String,
    pub public: Option<Link>,
}

#[derive(Template)]
#[template(path = "features/documents/pages/record.html")]
pub struct Record {
    pub p: Shell,
    pub errors: FormErrors,
    pub action: String,
    pub heading: String,
    pub back: String,
    pub version: i64,
    pub approvers: Vec<(String, String)>,
    pub channels: Vec<(String, String)>,
    pub entered: Entered,
    pub approver: String,
    pub channel: String,
    pub approved_at: String,
    /// Where the chair shows that it is them, if that was too long ago.
    pub prove: Option<String>,
}
