//! The data of the site's pages.

use crate::features::documents::Row;
use crate::web::{CallLine, FormErrors, HistoryEntry, Link, Panel, PanelItem, Shell};
use askama::Template;
use platform::lang::Lang;

/// The text that stands in a slot.
pub struct Text {
    pub lang: Lang,
    pub title: String,
    pub summary: String,
    pub html: String,
    /// Level, date and organisation, as a list would show them.
    pub row: Row,
}

/// A slot on its page: the text, and for members who may choose one where they do.
pub struct Place {
    pub text: Option<Text>,
    pub fill: Option<String>,
}

/// An audience on the first page.
pub struct Audience {
    pub href: String,
    pub name: String,
    pub purpose: String,
    pub count: String,
    /// Groups within it, each with a page of its own.
    pub groups: Vec<Link>,
}

#[derive(Template)]
#[template(path = "features/site/pages/home.html")]
pub struct Home {
    pub p: Shell,
    pub audiences: Vec<Audience>,
    pub panels: Vec<Panel>,
}

#[derive(Template)]
#[template(path = "features/site/pages/help.html")]
pub struct Help {
    pub p: Shell,
    pub lines: Vec<CallLine>,
    pub place: Place,
    pub answers: Vec<Link>,
    pub all_answers: String,
}

/// Safe migration, and what trafficking is.
#[derive(Template)]
#[template(path = "features/site/pages/topic.html")]
pub struct Topic {
    pub p: Shell,
    pub lead: String,
    pub place: Place,
    pub rows: Vec<Row>,
    pub all: Option<String>,
}

#[derive(Template)]
#[template(path = "features/site/pages/audience.html")]
pub struct ForAudience {
    pub p: Shell,
    pub purpose: String,
    pub place: Place,
    pub kits: Vec<Link>,
    pub rows: Vec<Row>,
    pub all: String,
}

/// Whom journalists call or write to.
pub struct Contact {
    pub name: String,
    pub href: String,
    pub phone: String,
    pub email: String,
}

#[derive(Template)]
#[template(path = "features/site/pages/press.html")]
pub struct Press {
    pub p: Shell,
    pub place: Place,
    pub rows: Vec<Row>,
    pub all: String,
    pub feeds: Vec<Link>,
    pub contacts: Vec<Contact>,
    /// What comes next for the press.
    pub events: Vec<PanelItem>,
    pub calendar: String,
}

#[derive(Template)]
#[template(path = "features/site/pages/about.html")]
pub struct About {
    pub p: Shell,
    pub place: Place,
    pub programme: String,
    pub summary: String,
    pub period: String,
    /// What there is by now, each in words with its number.
    pub counts: Vec<String>,
    pub tasks: Vec<Progress>,
}

/// What readers can find of a task of the programme.
pub struct Progress {
    pub task: String,
    /// None yet, which is said.
    pub texts: Option<Link>,
}

/// A slot in the list of all.
pub struct Line {
    pub page: Link,
    pub edit: String,
    pub text: Option<Link>,
    /// A text is chosen, and it is not public any more.
    pub gone: bool,
}

#[derive(Template)]
#[template(path = "features/site/pages/slots.html")]
pub struct Slots {
    pub p: Shell,
    pub lines: Vec<Line>,
    pub history: Vec<HistoryEntry>,
}

#[derive(Template)]
#[template(path = "features/site/pages/fill.html")]
pub struct Fill {
    pub p: Shell,
    pub errors: FormErrors,
    pub action: String,
    pub page: Link,
    /// What is typed: an address.
    pub text: String,
    pub now: Option<Link>,
    /// Addresses and titles of the newest texts.
    pub newest: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "features/site/pages/offline.html")]
pub struct Offline {
    pub p: Shell,
    pub lines: Vec<CallLine>,
}
