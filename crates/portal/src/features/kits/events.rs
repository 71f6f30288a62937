//! What happened to kits, how it reads, and which pages it makes outdated.

use super::model::{Details, KitId};
use crate::features::documents::{self, DocumentId};
use crate::web::{LISTS, Names};
use platform::activity::{Activity, NewActivity};
use platform::actor::OrganisationId;
use platform::lang::{Arg, L10n, Localized};
use platform::subject::Subject;
use serde::{Deserialize, Serialize};

pub const PROPOSED: &str = "kits.kit.proposed";
pub const CHANGED: &str = "kits.kit.changed";
pub const PUBLISHED: &str = "kits.kit.published";
pub const TAKEN_BACK: &str = "kits.kit.taken_back";
pub const KINDS: &[&str] = &[PROPOSED, CHANGED, PUBLISHED, TAKEN_BACK];

pub const SUBJECT: &str = "kits.kit";

pub const fn subject(id: KitId) -> Subject {
    Subject::new(SUBJECT, id.get())
}

/// A kit as it was when something happened to it.
#[derive(Serialize, Deserialize)]
pub struct Facts {
    pub title: Localized<String>,
    /// What it holds, and what it held until then.
    pub texts: Vec<DocumentId>,
    /// Readers see it, or saw it until then.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub public: bool,
}

impl Facts {
    pub fn of(details: &Details, texts: &[DocumentId], public: bool) -> Facts {
        Facts { title: details.title.clone(), texts: texts.to_vec(), public }
    }

    pub fn event(self, kind: &'static str, id: KitId, organisation: OrganisationId) -> NewActivity {
        let data = serde_json::to_value(self).expect("facts are a plain struct");
        NewActivity { kind, subject: subject(id), scope: Some(organisation), data }
    }
}

pub fn describe(event: &Activity, l: &L10n, names: &Names) -> Option<String> {
    let facts: Facts = event.facts().ok()?;
    let args: [(&str, Arg<'_>); 2] =
        [("actor", names.actor(event, l).into()), ("title", facts.title.get(l.lang).as_str().into())];
    let key = match event.kind.as_str() {
        PROPOSED => "kits-event-proposed",
        CHANGED => "kits-event-changed",
        PUBLISHED => "kits-event-published",
        TAKEN_BACK => "kits-event-taken-back",
        _ => return None,
    };
    Some(l.f(key, &args))
}

pub fn path(event: &Activity) -> Option<String> {
    Some(super::path(event.subject_id.into()))
}

/// Besides its own page: lists of kits, and the pages of the texts in it, which name it.
pub fn touches(event: &Activity) -> Vec<Subject> {
    match event.facts::<Facts>() {
        Ok(facts) if facts.public => {
            let texts = facts.texts.into_iter().map(documents::subject);
            texts.chain([subject(event.subject_id.into()), LISTS]).collect()
        }
        _ => Vec::new(),
    }
}
