//! The data of the pages of questions.

use super::model::State;
use crate::web::{FormErrors, HistoryEntry, Link, Shell};
use askama::Template;
use platform::lang::Lang;

/// Values and words of a choice.
pub type Options = Vec<(String, String)>;

pub const fn state_label(state: State) -> &'static str {
    match state {
        State::Open => "questions-state-open",
        State::Taken => "questions-state-taken",
        State::Grouped => "questions-state-grouped",
        State::Answered => "questions-state-answered",
        State::Closed => "questions-state-closed",
    }
}

/// The class of its badge: as of a text that is as far.
pub const fn state_class(state: State) -> &'static str {
    match state {
        State::Open => "warn",
        State::Taken => "submitted",
        State::Grouped => "superseded",
        State::Answered => "approved",
        State::Closed => "withdrawn",
    }
}

pub struct Row {
    pub href: String,
    pub text: String,
    pub language: Lang,
    pub state: &'static str,
    pub class: &'static str,
    pub notes: Vec<String>,
}

/// The list of members.
#[derive(Template)]
#[template(path = "features/questions/pages/index.html")]
pub struct Index {
    pub p: Shell,
    pub tabs: Vec<(Link, bool)>,
    pub listed: String,
    pub region: String,
    pub regions: Options,
    pub audience: String,
    pub audiences: Options,
    pub language: String,
    pub languages: Options,
    pub narrowed: usize,
    pub count: Option<String>,
    pub rows: Vec<Row>,
    pub export: Option<String>,
    pub next: Option<String>,
    pub first: Option<String>,
}

pub struct Answered {
    pub href: String,
    pub text: String,
    pub language: Lang,
    pub title: String,
    pub title_language: Lang,
    pub date: String,
}

/// What everybody sees: questions that are answered.
#[derive(Template)]
#[template(path = "features/questions/pages/answered.html")]
pub struct AnsweredPage {
    pub p: Shell,
    pub rows: Vec<Answered>,
    pub next: Option<String>,
    pub first: Option<String>,
}

#[derive(Template)]
#[template(path = "features/questions/pages/ask.html")]
pub struct Ask {
    pub p: Shell,
    pub errors: FormErrors,
    /// What was just taken out of the text, in words.
    pub removed: Vec<String>,
    pub text: String,
    pub context: String,
    pub region: String,
    pub regions: Options,
    pub audience: String,
    pub audiences: Options,
    pub is_member: bool,
}

/// After a stranger asked.
#[derive(Template)]
#[template(path = "features/questions/pages/asked.html")]
pub struct Asked {
    pub p: Shell,
    /// Nothing if too many wait.
    pub code: Option<String>,
}

/// What became of the question of a receipt.
pub struct Outcome {
    pub text: String,
    pub language: Lang,
    pub said: String,
    pub answer: Option<(Link, Lang)>,
}

#[derive(Template)]
#[template(path = "features/questions/pages/receipt.html")]
pub struct Receipt {
    pub p: Shell,
    pub errors: FormErrors,
    pub code: String,
    pub outcome: Option<Outcome>,
}

/// A question for members.
#[derive(Template)]
#[template(path = "features/questions/pages/show.html")]
pub struct Show {
    pub p: Shell,
    pub errors: FormErrors,
    pub action: String,
    pub text: String,
    pub context: String,
    pub language: Lang,
    pub state: String,
    pub class: &'static str,
    pub facts: Vec<(String, String)>,
    /// The question that is answered for this one too.
    pub lead: Option<Link>,
    pub closed: Option<String>,
    pub answer: Option<(Link, Lang)>,
    pub group: Vec<Link>,
    pub may: May,
    pub alike: Vec<(String, Link)>,
    pub people: Options,
    pub assigned: String,
    pub answers: Options,
    pub history: Vec<HistoryEntry>,
}

/// What the member can do here now.
#[derive(Clone, Copy, Default)]
pub struct May {
    pub take: bool,
    pub assign: bool,
    pub group: bool,
    pub ungroup: bool,
    pub answer: bool,
    pub unchoose: bool,
    pub close: bool,
    pub reopen: bool,
}
