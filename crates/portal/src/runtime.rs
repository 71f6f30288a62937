//! A running portal: the app with its readers of the log and its workers, started and stopped together.

use crate::migrations;
use crate::readers::search;
use crate::registry;
use crate::settings::{Database, Settings};
use crate::web::server::{self, Listeners};
use crate::web::{App, Follower};
use platform::activity::Readers;
use platform::clock::Clock;
use platform::db::{Db, Location};
use platform::ids::Ids;
use platform::jobs::{Handler, Worker};
use platform::mail;
use std::path::Path;
use std::time::Duration;
use tokio::sync::watch;

/// Opens the database a configuration names, which is made when there is none.
pub async fn database(settings: &Settings, data_dir: &Path) -> anyhow::Result<Db> {
    let clock = Clock::system();
    Ok(Db::open(&location(settings, data_dir)?, clock.clone(), Ids::system(clock)).await?)
}

/// The same for looking only.
pub async fn existing_database(settings: &Settings, data_dir: &Path) -> anyhow::Result<Db> {
    let clock = Clock::system();
    Ok(Db::existing(&location(settings, data_dir)?, clock.clone(), Ids::system(clock)).await?)
}

fn location(settings: &Settings, data_dir: &Path) -> anyhow::Result<Location> {
    let Database { url, ca_file } = &settings.database;
    Location::from_url(url, ca_file, data_dir).map_err(anyhow::Error::msg)
}

/// Opens everything and brings the tables up to date, unless what was configured cannot serve: then nothing is touched.
pub async fn open(settings: Settings, data_dir: &Path) -> anyhow::Result<App> {
    App::check(&settings, registry::FEATURES)?;
    let db = database(&settings, data_dir).await?;
    db.migrate(&migrations::all()).await?;
    App::open(settings, data_dir.to_owned(), db, registry::FEATURES)
}

/// Every kind of job that any section or the platform declares.
pub fn worker(app: &App) -> Worker<App> {
    let mut handlers: Vec<Handler<App>> =
        app.features.iter().flat_map(|feature| feature.jobs).copied().collect();
    handlers.push(Handler {
        kind: mail::SEND,
        attempts: mail::SEND_ATTEMPTS,
        run: |app, job| {
            Box::pin(async move {
                let kinds: Vec<_> = app.features.iter().flat_map(|feature| feature.mails).copied().collect();
                mail::send(&app, &app.db, &app.mail, &kinds, &job).await
            })
        },
    });
    let schedules = app.features.iter().flat_map(|feature| feature.schedules).copied().collect();
    Worker::new(app.db.clone(), app.clone(), handlers, schedules)
}

/// The readers of the log, known to the database.
pub async fn log_readers(app: &App) -> anyhow::Result<Readers> {
    let readers =
        app.features.iter().filter_map(|feature| feature.reader).map(|reader| reader(app)).collect();
    Ok(Readers::register(app.db.clone(), readers).await?)
}

/// Serves until `stop` turns true, then finishes requests and jobs, as long as the configuration allows.
pub async fn run(app: App, listeners: Listeners, stop: watch::Receiver<bool>) -> anyhow::Result<()> {
    let follower = Follower::new(app.clone()).await?;
    let mut tasks = log_readers(&app).await?.spawn(stop.clone());
    tasks.push(tokio::spawn(worker(&app).run(stop.clone())));
    tasks.push(tokio::spawn(follower.run(stop.clone())));
    tasks.push(tokio::spawn(search::follow(app.clone(), stop.clone())));
    let Listeners { pages, metrics } = listeners;
    let metrics = metrics.map(|it| tokio::spawn(server::serve_metrics(app.clone(), it, stop.clone())));
    let patience = Duration::from_secs(app.settings.server.shutdown_seconds);
    let mut stopping = stop.clone();
    let patience_over = async move {
        let _ = stopping.wait_for(|stop| *stop).await;
        tokio::time::sleep(patience).await;
    };
    let work = async {
        server::serve(app, pages, stop).await?;
        if let Some(metrics) = metrics {
            metrics.await??;
        }
        for task in tasks {
            task.await?;
        }
        anyhow::Ok(())
    };
    tokio::select! {
        ended = work => ended,
        () = patience_over => {
            tracing::warn!("some work did not end in time; it will be taken up again at the next start");
            Ok(())
        }
    }
}
