//! The section `glossary`: the words of the programme in three languages, what they mean, which form to say and which to
//! avoid. A base section: any other may use its face.
//!
//! A *term* is one notion, with *forms* in each language. Readers get its definition where it stands in a public text;
//! writers are told of forms to avoid and of the words in the other languages; search joins all forms of a term. A form of
//! low *confidence* was put together and heard from nobody: it is for members only until one of them who speaks the
//! language *confirms* it. Not here: how an ending is told from a word, which is `morph`'s.

mod actions;
mod events;
mod forms;
mod memory;
mod model;
mod pages;
mod policy;
mod routes;
mod samples;
mod search;
mod store;
#[cfg(test)]
mod tests;
mod words;

pub use events::ALL as SUBJECT;
pub use model::{Form, Manner, Term};

use crate::web::{App, Explain, Feature, NavItem, Personal, Remembered, members};
use platform::lang::Locales;

const INDEX: &str = "/glossary";

pub const FEATURE: Feature = Feature {
    name: "glossary",
    locales: Locales {
        ky: include_str!("locales/ky.ftl"),
        ru: include_str!("locales/ru.ftl"),
        en: include_str!("locales/en.ftl"),
    },
    routes: routes::routes,
    statements: || store::ALL.to_vec(),
    // Who writes needs it at hand; who reads meets it in the texts.
    nav: &[NavItem { label: "glossary-title", order: 45, path: INDEX, shown_to: members, count: None }],
    foot: &[NavItem {
        label: "glossary-title",
        order: 3,
        path: INDEX,
        shown_to: |member| member.is_none(),
        count: None,
    }],
    events: events::KINDS,
    describe: events::describe,
    path: events::path,
    touches: events::touches,
    // Who vouched for a form stays with it, under an id that leads to nobody.
    personal: Some(Personal {
        copy: |tx, id| Box::pin(store::copy(tx, id)),
        erase: |_, _| Box::pin(async { Ok(()) }),
    }),
    open: Some(|_, parts| {
        parts.put(memory::Kept::default());
        Ok(())
    }),
    remembered: Some(Remembered { subjects: &[events::ALL], load: |app| Box::pin(memory::load(app)) }),
    explain: Some(Explain { stamp: |app| memory::terms(app).stamp, html: words::explain }),
    remarks: Some(words::remarks),
    search: Some(search::SEARCH),
    synonyms: Some(|tx| Box::pin(search::synonyms(tx))),
    gallery: Some(samples::gallery),
    seed: Some(|app, plan| Box::pin(samples::seed(app, plan))),
    ..Feature::EMPTY
};

/// The page of a term; the path after the language.
pub fn path(key: &str) -> String {
    format!("{INDEX}/{key}")
}

/// Every term with what readers may see of it, from memory.
pub fn terms(app: &App) -> Vec<Term> {
    memory::terms(app).all.iter().cloned().map(Term::as_shown).collect()
}
