//! What happened to the slots, how it reads, and which pages it makes outdated.

use crate::features::documents::{self, DocumentId};
use crate::web::Names;
use platform::activity::{Activity, NewActivity};
use platform::lang::{Arg, L10n, Localized};
use platform::subject::Subject;
use serde::{Deserialize, Serialize};

pub const FILLED: &str = "site.slot.filled";
pub const EMPTIED: &str = "site.slot.emptied";
pub const KINDS: &[&str] = &[FILLED, EMPTIED];

/// All slots together: there are few, and they change rarely.
pub const SLOTS: Subject = Subject::new("site.slots", 0);

pub const fn kind(document: Option<DocumentId>) -> &'static str {
    if document.is_some() { FILLED } else { EMPTIED }
}

#[derive(Serialize, Deserialize)]
pub struct Facts {
    pub slot: String,
    /// The name of the page at the time.
    pub page: Localized<String>,
    /// The title of the text that was put there or, if none was, that left; empty if it is not public any more.
    pub title: Localized<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<DocumentId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<DocumentId>,
}

impl Facts {
    pub fn event(self, kind: &'static str) -> NewActivity {
        let data = serde_json::to_value(self).expect("facts are a plain struct");
        NewActivity { kind, subject: SLOTS, scope: None, data }
    }
}

pub fn describe(event: &Activity, l: &L10n, names: &Names) -> Option<String> {
    let facts: Facts = event.facts().ok()?;
    let args: [(&str, Arg<'_>); 3] = [
        ("actor", names.actor(event, l).into()),
        ("page", facts.page.get(l.lang).as_str().into()),
        ("title", facts.title.get(l.lang).as_str().into()),
    ];
    match event.kind.as_str() {
        FILLED => Some(l.f("site-event-filled", &args)),
        EMPTIED => Some(l.f("site-event-emptied", &args)),
        _ => None,
    }
}

/// The page of a text says where it stands.
pub fn touches(event: &Activity) -> Vec<Subject> {
    let Ok(facts) = event.facts::<Facts>() else { return vec![SLOTS] };
    let texts = [facts.document, facts.before].into_iter().flatten().map(documents::subject);
    texts.chain([SLOTS]).collect()
}
