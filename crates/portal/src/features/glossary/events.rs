//! What happened to terms, how it reads in three languages, and which pages it makes outdated.

use super::model::{Form, Term, TermId};
use crate::web::{LISTS, Names};
use platform::activity::{Activity, NewActivity};
use platform::lang::{Arg, L10n, Localized};
use platform::subject::Subject;
use serde::{Deserialize, Serialize};

/// The terms that the country's list names were loaded, all at once.
pub const LOADED: &str = "glossary.list.loaded";
pub const ADDED: &str = "glossary.term.added";
pub const CHANGED: &str = "glossary.term.changed";
pub const REMOVED: &str = "glossary.term.removed";
/// Somebody who speaks the language vouched for a form.
pub const CONFIRMED: &str = "glossary.form.confirmed";
/// That was taken back.
pub const DOUBTED: &str = "glossary.form.doubted";
pub const KINDS: &[&str] = &[LOADED, ADDED, CHANGED, REMOVED, CONFIRMED, DOUBTED];

pub const SUBJECT: &str = "glossary.term";

/// All terms as they are kept in memory; every event touches it.
pub const ALL: Subject = Subject::new("glossary.all", 0);

pub const fn subject(id: TermId) -> Subject {
    Subject::new(SUBJECT, id.get())
}

/// A term as it was when something happened to it.
#[derive(Serialize, Deserialize)]
pub struct Facts {
    pub key: String,
    pub name: Localized<String>,
    /// The form that somebody vouched for; of a change, the forms that came.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forms: Vec<String>,
    /// The forms that went.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gone: Vec<String>,
}

impl Facts {
    pub fn of(term: &Term) -> Facts {
        let name = Localized::from_fn(|lang| {
            let first = term.of(lang).find(|form| form.is_said());
            first.map_or_else(|| term.key.clone(), |form| form.words.clone())
        });
        Facts { key: term.key.clone(), name, forms: Vec::new(), gone: Vec::new() }
    }

    pub fn with(self, form: &Form) -> Facts {
        Facts { forms: vec![form.words.clone()], ..self }
    }

    pub fn changed(old: &Term, new: &Term) -> Facts {
        let only_in = |one: &Term, other: &Term| {
            let there = |form: &&Form| other.forms.iter().any(|known| known.words == form.words);
            one.forms.iter().filter(|form| !there(form)).map(|form| form.words.clone()).collect()
        };
        Facts { forms: only_in(new, old), gone: only_in(old, new), ..Facts::of(new) }
    }

    pub fn event(self, kind: &'static str, id: TermId) -> NewActivity {
        let data = serde_json::to_value(self).expect("facts are a plain struct");
        NewActivity { kind, subject: subject(id), scope: None, data }
    }
}

/// What was loaded at once.
#[derive(Serialize, Deserialize)]
pub struct LoadedFacts {
    pub terms: Vec<i64>,
}

impl LoadedFacts {
    pub fn event(self) -> NewActivity {
        let data = serde_json::to_value(self).expect("facts are a plain struct");
        NewActivity { kind: LOADED, subject: ALL, scope: None, data }
    }
}

/// The terms that an event is about.
pub fn terms(event: &Activity) -> Vec<Subject> {
    if event.kind == LOADED {
        let facts = event.facts::<LoadedFacts>().map(|facts| facts.terms).unwrap_or_default();
        return facts.into_iter().map(|id| Subject::new(SUBJECT, id)).collect();
    }
    vec![Subject::new(SUBJECT, event.subject_id)]
}

pub fn describe(event: &Activity, l: &L10n, names: &Names) -> Option<String> {
    let actor: (&str, Arg<'_>) = ("actor", names.actor(event, l).into());
    if event.kind == LOADED {
        let facts: LoadedFacts = event.facts().ok()?;
        return Some(l.f("glossary-event-loaded", &[actor, ("count", facts.terms.len().into())]));
    }
    let facts: Facts = event.facts().ok()?;
    let quoted = |sign: &'static str, words: &[String]| {
        let quoted = words.iter().map(|words| format!("{sign}{}", l.f1("glossary-quoted", "words", words)));
        quoted.collect::<Vec<_>>()
    };
    let mut args = vec![actor, ("name", facts.name.get(l.lang).as_str().into())];
    let key = match event.kind.as_str() {
        ADDED => "glossary-event-added",
        REMOVED => "glossary-event-removed",
        CHANGED if facts.forms.is_empty() && facts.gone.is_empty() => "glossary-event-changed",
        CHANGED => {
            let words = [quoted("+ ", &facts.forms), quoted("− ", &facts.gone)].concat().join(", ");
            args.push(("words", words.into()));
            "glossary-event-changed-words"
        }
        kind => {
            args.push(("form", facts.forms.join(", ").into()));
            match kind {
                CONFIRMED => "glossary-event-confirmed",
                DOUBTED => "glossary-event-doubted",
                _ => return None,
            }
        }
    };
    Some(l.f(key, &args))
}

pub fn path(event: &Activity) -> Option<String> {
    match event.kind.as_str() {
        LOADED | REMOVED => Some(super::INDEX.to_owned()),
        _ => Some(super::path(&event.facts::<Facts>().ok()?.key)),
    }
}

pub fn touches(event: &Activity) -> Vec<Subject> {
    terms(event).into_iter().chain([ALL, LISTS]).collect()
}
