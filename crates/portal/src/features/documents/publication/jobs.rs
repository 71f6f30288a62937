//! The clock of publication: one durable job per edition and time, for embargoes and for approvals that are due.

use super::super::actions::Refusal;
use super::super::model::EditionId;
use super::actions::{publish_due, remind};
use crate::web::App;
use platform::actor::Actor;
use platform::clock::Timestamp;
use platform::db::WriteTx;
use platform::jobs::{Handler, Job, NewJob};
use serde::{Deserialize, Serialize};

const DUE: &str = "documents.publish";
const OVERDUE: &str = "documents.remind";

pub const PUBLISH: Handler<App> =
    Handler { kind: DUE, attempts: 50, run: |app, job| Box::pin(publish(app, job)) };
pub const REMIND: Handler<App> =
    Handler { kind: OVERDUE, attempts: 50, run: |app, job| Box::pin(remind_of_approval(app, job)) };

#[derive(Serialize, Deserialize)]
struct Payload {
    edition: EditionId,
    at: i64,
}

/// The key under which the job of one edition and time is queued once, and taken back.
pub fn key(edition: EditionId, at: Timestamp) -> String {
    format!("{DUE}:{edition}:{}", at.0)
}

pub fn publish_at(edition: EditionId, at: Timestamp) -> NewJob {
    NewJob::new(DUE, &Payload { edition, at: at.0 }).once(key(edition, at)).at(at)
}

pub fn remind_at(edition: EditionId, due: Timestamp) -> NewJob {
    let key = format!("{OVERDUE}:{edition}:{}", due.0);
    NewJob::new(OVERDUE, &Payload { edition, at: due.0 }).once(key).at(due)
}

async fn publish(app: App, job: Job) -> anyhow::Result<()> {
    let Payload { edition, at } = job.payload()?;
    let mut tx = app.db.write(&Actor::System("embargo")).await?;
    let done = publish_due(&mut tx, edition, Timestamp(at)).await;
    finish(tx, job, edition, done).await
}

async fn remind_of_approval(app: App, job: Job) -> anyhow::Result<()> {
    let Payload { edition, at } = job.payload()?;
    let mut tx = app.db.write(&Actor::System("clock")).await?;
    let done = remind(&mut tx, edition, Timestamp(at)).await;
    finish(tx, job, edition, done).await
}

async fn finish(
    mut tx: WriteTx,
    job: Job,
    edition: EditionId,
    done: Result<(), Refusal>,
) -> anyhow::Result<()> {
    match done {
        // Denied: the document is gone; there is nothing to do.
        Ok(()) | Err(Refusal::Denied(_)) => {}
        Err(refusal) => anyhow::bail!("the job of edition {edition} could not be done: {refusal:?}"),
    }
    job.complete(&mut tx).await?;
    tx.commit_unrecorded("nothing to record when the text was changed meanwhile").await?;
    Ok(())
}
