//! The daily round: texts of before there were dates get theirs, then people are reminded.

use super::actions;
use crate::web::App;
use platform::actor::Actor;
use platform::jobs::{Handler, Job, NewJob, Schedule};
use std::time::Duration;

pub const KIND: &str = "documents.freshness";

pub const HANDLER: Handler<App> =
    Handler { kind: KIND, attempts: 20, run: |app, job| Box::pin(run(app, job)) };
pub const SCHEDULE: Schedule = Schedule { kind: KIND, every: Duration::from_hours(24) };

/// So many times a hundred texts are read in one run; a larger library takes several.
const READINGS: usize = 50;

async fn run(app: App, job: Job) -> anyhow::Result<()> {
    let mut more = true;
    for _ in 0..READINGS {
        let mut tx = app.db.write(&Actor::System("freshness")).await?;
        let read = actions::read_old(&mut tx).await;
        more = read.map_err(|refusal| anyhow::anyhow!("old texts could not be read: {refusal:?}"))?;
        tx.commit_unrecorded("a date that everybody gets is no history").await?;
        if !more {
            break;
        }
    }
    let mut tx = app.db.write(&Actor::System("freshness")).await?;
    let reminded = actions::remind(&mut tx).await;
    reminded.map_err(|refusal| anyhow::anyhow!("nobody could be reminded: {refusal:?}"))?;
    if more {
        let soon = tx.now() + Duration::from_mins(1);
        tx.enqueue(NewJob::new(KIND, &()).at(soon)).await?;
    }
    job.complete(&mut tx).await?;
    tx.commit_unrecorded("nothing to record when no text is due").await?;
    Ok(())
}
