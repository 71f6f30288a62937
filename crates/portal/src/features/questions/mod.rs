//! The section `questions`: what people ask, and how it comes to be answered by an approved text.
//!
//! A *question* is one line, with a language and perhaps a region and an audience. Members ask in their own name and are
//! told; strangers get a *receipt*, a code that is stored nowhere, with which they look for the answer. What could lead
//! to a person is taken out before anything is kept. Questions that ask the same are *grouped* under a *lead* and
//! answered with it. An *answer* is a document of that kind: a question is answered when its answer is published, and
//! waits again when that is withdrawn.
//!
//! open → taken → answered | closed; open → grouped. Where a question stands is read from what happened to it
//! (`model.rs`). What nobody answered is forgotten half a year after it was closed.

mod actions;
mod answers;
mod events;
mod mails;
mod model;
mod notices;
mod pages;
mod personal;
mod policy;
mod routes;
mod samples;
mod store;
#[cfg(test)]
mod tests;

pub use model::QuestionId;

use crate::web::{App, Feature, Merge, NavItem, OpenWork, Personal, everybody};
use platform::actor::Actor;
use platform::jobs::{Handler, Job, Schedule};
use platform::lang::Locales;
use std::sync::Arc;
use std::time::Duration;

const TIDY: &str = "questions.tidy";

pub const FEATURE: Feature = Feature {
    name: "questions",
    locales: Locales {
        ky: include_str!("locales/ky.ftl"),
        ru: include_str!("locales/ru.ftl"),
        en: include_str!("locales/en.ftl"),
    },
    routes: routes::routes,
    statements: || store::ALL.to_vec(),
    nav: &[NavItem {
        label: "questions-title",
        order: 20,
        path: "/questions",
        shown_to: everybody,
        count: None,
    }],
    events: events::KINDS,
    describe: events::describe,
    people: events::people,
    path: events::path,
    notices: Some(|tx, event| Box::pin(notices::notices(tx, event))),
    notice_mails: mails::NOTICE_MAILS,
    mails: mails::KINDS,
    touches: events::touches,
    reader: Some(|_| Arc::new(answers::Answers)),
    jobs: &[Handler { kind: TIDY, attempts: 5, run: |app, job| Box::pin(tidy(app, job)) }],
    schedules: &[Schedule { kind: TIDY, every: Duration::from_hours(24) }],
    uses: Some(|ctx, tx, subject| Box::pin(answers::uses(ctx, tx, subject))),
    panels: Some(|ctx, tx| Box::pin(notices::panels(ctx, tx))),
    open_work: Some(OpenWork {
        list: |ctx, tx, member| Box::pin(notices::open_work(ctx, tx, member)),
        hand_over: |tx, from, to, organisation| Box::pin(actions::hand_over(tx, from, to, organisation)),
    }),
    personal: Some(Personal {
        copy: |tx, id| Box::pin(store::copy(tx, id)),
        erase: |tx, id| Box::pin(store::forget(tx, id)),
    }),
    merge: Some(Merge {
        count: |tx, from| {
            Box::pin(async move { Ok(vec![("questions-moves", store::count_of(tx, from).await?)]) })
        },
        carry: |tx, from, into| Box::pin(store::carry(tx, from, into)),
    }),
    gallery: Some(samples::gallery),
    seed: Some(|app, plan| Box::pin(samples::seed(app, plan))),
    ..Feature::EMPTY
};

/// The page of a question; the path after the language.
pub fn path(id: QuestionId) -> String {
    format!("/questions/{id}")
}

async fn tidy(app: App, job: Job) -> anyhow::Result<()> {
    let mut tx = app.db.write(&Actor::System("questions")).await?;
    actions::tidy(&mut tx).await?;
    job.complete(&mut tx).await?;
    Ok(tx.commit_unrecorded("questions that were closed long ago are forgotten").await?)
}
