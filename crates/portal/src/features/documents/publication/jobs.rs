//! The clock of embargoes: one durable job per edition and time.

use super::super::actions::Refusal;
use super::super::model::EditionId;
use super::actions::publish_due;
use crate::web::App;
use platform::actor::Actor;
use platform::clock::Timestamp;
use platform::jobs::{Handler, Job, NewJob};
use serde::{Deserialize, Serialize};

const PUBLISH: &str = "documents.publish";

pub const HANDLERS: &[Handler<App>] =
    &[Handler { kind: PUBLISH, attempts: 50, run: |app, job| Box::pin(run(app, job)) }];

#[derive(Serialize, Deserialize)]
struct Payload {
    edition: EditionId,
    at: i64,
}

/// The key under which the job of one edition and time is queued once, and taken back.
pub fn key(edition: EditionId, at: Timestamp) -> String {
    format!("{PUBLISH}:{edition}:{}", at.0)
}

pub fn publish_at(edition: EditionId, at: Timestamp) -> NewJob {
    NewJob::new(PUBLISH, &Payload { edition, at: at.0 }).once(key(edition, at)).at(at)
}

async fn run(app: App, job: Job) -> anyhow::Result<()> {
    let Payload { edition, at } = job.payload()?;
    let mut tx = app.db.write(&Actor::System("embargo")).await?;
    match publish_due(&mut tx, edition, Timestamp(at)).await {
        // Denied: the document is gone; there is nothing to publish.
        Ok(()) | Err(Refusal::Denied(_)) => {}
        Err(refusal) => anyhow::bail!("edition {edition} could not be published: {refusal:?}"),
    }
    job.complete(&mut tx).await?;
    tx.commit_unrecorded("nothing to record when the time was changed meanwhile").await?;
    Ok(())
}
