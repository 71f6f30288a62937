//! The watch over consents: every hour, since a story may not stay a day longer than it was allowed to.

use super::actions;
use crate::web::App;
use platform::actor::Actor;
use platform::jobs::{Handler, Job, Schedule};
use platform::lang::Lang;
use std::time::Duration;

pub const KIND: &str = "documents.consents";

pub const HANDLER: Handler<App> =
    Handler { kind: KIND, attempts: 20, run: |app, job| Box::pin(run(app, job)) };
pub const SCHEDULE: Schedule = Schedule { kind: KIND, every: Duration::from_hours(1) };

async fn run(app: App, job: Job) -> anyhow::Result<()> {
    let mut tx = app.db.write(&Actor::System("consents")).await?;
    // The day of the portal's own time zone.
    let today = app.l(Lang::En).today(tx.now());
    let over = |lang: Lang| app.l(lang).t("documents-consents-over").into_owned();
    let watched = actions::keep_watch(&mut tx, today, over).await;
    watched.map_err(|refusal| anyhow::anyhow!("consents could not be watched: {refusal:?}"))?;
    job.complete(&mut tx).await?;
    tx.commit_unrecorded("nothing to record when no consent ends").await?;
    Ok(())
}
