//! Figures for Prometheus, served on an address of their own that the public never reaches.

use super::app::App;
use axum::extract::State;
use http::StatusCode;
use platform::{activity, jobs, mail};
use std::fmt::Write;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

#[derive(Default)]
pub struct Metrics {
    by_class: [AtomicU64; 6],
    micros: AtomicU64,
}

impl Metrics {
    pub(super) fn request(&self, status: StatusCode, took: Duration) {
        self.by_class[usize::from(status.as_u16() / 100).min(5)].fetch_add(1, Ordering::Relaxed);
        self.micros.fetch_add(took.as_micros().try_into().unwrap_or(u64::MAX), Ordering::Relaxed);
    }
}

/// The text format of Prometheus. Figures of the database are taken when asked.
pub async fn show(State(app): State<App>) -> Result<String, StatusCode> {
    let mut out = String::new();
    let metrics = &app.metrics;
    let mut line = |name: &str, kind: &str, help: &str, value: String| {
        let bare = name.split('{').next().unwrap_or(name);
        if !help.is_empty() {
            let _ = writeln!(out, "# HELP {bare} {help}\n# TYPE {bare} {kind}");
        }
        let _ = writeln!(out, "{name} {value}");
    };
    for (class, count) in metrics.by_class.iter().enumerate().skip(1) {
        let help = if class == 1 { "Requests answered, by class of status." } else { "" };
        let name = format!("birge_requests_total{{class=\"{class}xx\"}}");
        line(&name, "counter", help, count.load(Ordering::Relaxed).to_string());
    }
    let seconds = Duration::from_micros(metrics.micros.load(Ordering::Relaxed)).as_secs_f64();
    line("birge_request_seconds_total", "counter", "Time spent answering requests.", seconds.to_string());
    let (hits, misses) = (app.pages.hits.load(Ordering::Relaxed), app.pages.misses.load(Ordering::Relaxed));
    line("birge_page_cache_hits_total", "counter", "Public pages served from memory.", hits.to_string());
    line("birge_page_cache_misses_total", "counter", "Public pages that had to be made.", misses.to_string());
    line(
        "birge_statements_total",
        "counter",
        "Statements run on the database.",
        app.db.statements_run().to_string(),
    );
    let unavailable = |_| StatusCode::SERVICE_UNAVAILABLE;
    let mut tx = app.db.read().await.map_err(unavailable)?;
    let jobs_waiting = jobs::waiting(&mut tx).await.map_err(unavailable)?;
    let jobs_parked = jobs::parked(&mut tx).await.map_err(unavailable)?.len();
    let unsent = mail::unsent(&mut tx).await.map_err(unavailable)?;
    let head = activity::head(&mut tx).await.map_err(unavailable)?;
    line("birge_jobs_waiting", "gauge", "Jobs not done yet.", jobs_waiting.to_string());
    line("birge_jobs_parked", "gauge", "Jobs given up.", jobs_parked.to_string());
    line("birge_mail_unsent", "gauge", "Mails waiting to be sent.", unsent.to_string());
    for (i, reader) in activity::states(&mut tx).await.map_err(unavailable)?.iter().enumerate() {
        let help = if i == 0 { "Events a reader of the log has not seen yet." } else { "" };
        let name = format!("birge_reader_lag{{reader=\"{}\"}}", reader.name);
        line(&name, "gauge", help, (head.0 - reader.position).to_string());
    }
    drop(tx);
    for (name, help, value) in
        app.features.iter().filter_map(|feature| feature.gauges).flat_map(|of| of(&app))
    {
        line(name, "gauge", help, value.to_string());
    }
    Ok(out)
}
