//! The section `hotlines`: lines that people can call, each a record with an owner and the date when a member last heard
//! it answer. A base section: any other may use its face.
//!
//! A wrong number is the most dangerous fact a portal like this can spread. So a number is *confirmed* by a test call
//! before any reader sees it; a changed number has to be called anew; a check that is *overdue* is told to the chair and to
//! everybody who works with a text that uses the line. Texts name a line by its *key*, `{{hotline:key}}`, and never by its
//! number. Calls of people in need are no business of the portal: it counts and keeps none.

mod actions;
mod events;
mod forms;
mod mails;
mod memory;
mod model;
mod pages;
mod policy;
mod routes;
mod samples;
mod store;
#[cfg(test)]
mod tests;
mod words;

pub use events::ALL as SUBJECT;
pub use model::{Line, Lines, TypedNumber, typed_numbers};
pub use words::{WORD, shown};

use crate::features::organisations;
use crate::web::inserts::Insert;
use crate::web::{App, Feature, Merge, NavItem, Personal, Remembered, everybody};
use platform::actor::Actor;
use platform::jobs::{Handler, Schedule};
use platform::lang::Locales;
use std::sync::Arc;
use std::time::Duration;

const OVERDUE: &str = "hotlines.overdue";
const INDEX: &str = "/hotlines";

pub const FEATURE: Feature = Feature {
    name: "hotlines",
    locales: Locales {
        ky: include_str!("locales/ky.ftl"),
        ru: include_str!("locales/ru.ftl"),
        en: include_str!("locales/en.ftl"),
    },
    routes: routes::routes,
    statements: || store::ALL.to_vec(),
    nav: &[NavItem { label: "hotlines-title", order: 20, path: INDEX, shown_to: everybody, count: None }],
    events: events::KINDS,
    describe: events::describe,
    path: events::path,
    notices: Some(|tx, event| Box::pin(events::notices(tx, event))),
    touches: events::touches,
    mails: mails::KINDS,
    notice_mails: mails::NOTICE_MAILS,
    jobs: &[Handler {
        kind: OVERDUE,
        attempts: 20,
        run: |app, job| {
            Box::pin(async move {
                let mut tx = app.db.write(&Actor::System("hotlines")).await?;
                actions::tell_overdue(&mut tx).await?;
                job.complete(&mut tx).await?;
                Ok(tx.commit_unrecorded("nothing to record when no check is overdue").await?)
            })
        },
    }],
    schedules: &[Schedule { kind: OVERDUE, every: Duration::from_hours(12) }],
    panels: Some(|ctx, _| Box::pin(async move { Ok(pages::panels(ctx)) })),
    merge: Some(Merge {
        count: |tx, from| {
            Box::pin(async move { Ok(vec![("hotlines-moves", store::count_owned(tx, from).await?)]) })
        },
        carry: |tx, from, into| Box::pin(store::carry(tx, from, into)),
    }),
    // A test call is evidence for the number that readers see; it stays, under an id that leads to nobody.
    personal: Some(Personal {
        copy: |tx, id| Box::pin(store::copy(tx, id)),
        erase: |_, _| Box::pin(async { Ok(()) }),
    }),
    open: Some(|_, parts| {
        parts.put(memory::Kept::default());
        Ok(())
    }),
    remembered: Some(Remembered {
        subjects: &[events::ALL, organisations::MERGERS],
        load: |app| Box::pin(memory::load(app)),
    }),
    everywhere: Some(words::everywhere),
    insert: Some(Insert {
        word: words::WORD,
        label: "hotlines-insert",
        words: words::inserted,
        choices: words::choices,
    }),
    remarks: Some(words::remarks),
    gallery: Some(samples::gallery),
    seed: Some(|app, plan| Box::pin(samples::seed(app, plan))),
    ..Feature::EMPTY
};

/// The page of a line; the path after the language.
pub fn path(key: &str) -> String {
    format!("{INDEX}/{key}")
}

/// Every line, from memory: also those that nobody confirmed, which no reader may see.
pub fn lines(app: &App) -> Arc<Lines> {
    memory::lines(app)
}
