//! The rounds: a minute of asking every ten minutes, as long as something is due.

use super::asking::Asker;
use crate::web::App;
use platform::jobs::{Handler, Job, Schedule};
use std::time::Duration;

pub const KIND: &str = "documents.addresses";

/// A round that ended early leaves nothing behind: what it did not come to is due again, and the next round is near.
pub const HANDLER: Handler<App> =
    Handler { kind: KIND, attempts: 2, run: |app, job| Box::pin(run(app, job)) };
pub const SCHEDULE: Schedule = Schedule { kind: KIND, every: Duration::from_mins(10) };

async fn run(app: App, _: Job) -> anyhow::Result<()> {
    app.part::<Asker>().round(&app).await
}
