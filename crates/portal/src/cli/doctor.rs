//! `birge doctor`: whether everything the portal leans on is well, in words or as JSON. It looks and makes nothing: no
//! database, no key, no folder. So it may run beside a portal, before its first start, and by whoever watches it.

use crate::readers::search;
use crate::settings::Settings;
use crate::web::App;
use crate::web::papers::Papers;
use crate::{migrations, registry, runtime};
use platform::clock::Clock;
use platform::db::{Db, ReadTx};
use platform::files::Store;
use platform::ids::Ids;
use platform::mail::{self, Transport, TransportKind};
use platform::secrets::Secrets;
use platform::{activity, jobs};
use serde::Serialize;
use std::path::Path;
use std::process::{Command, ExitCode};

#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum State {
    Ok,
    Warning,
    Failed,
}

#[derive(Serialize)]
struct Finding {
    check: &'static str,
    state: State,
    /// What was found and, if it is not well, what to do.
    text: String,
    /// The figure behind it, for machines that watch: free megabytes, events behind, how many are parked or wait.
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<i64>,
}

#[derive(Serialize)]
struct Report {
    version: &'static str,
    healthy: bool,
    findings: Vec<Finding>,
}

/// More events than this behind, and something is wrong with a reader.
const LAG: i64 = 1000;
const LITTLE_SPACE_MB: i64 = 500;

/// A configuration that cannot be read is a finding like others, the only one.
pub async fn run(settings: anyhow::Result<Settings>, data: &Path, json: bool) -> anyhow::Result<ExitCode> {
    let findings = match settings {
        Ok(settings) => examine(&settings, data).await,
        Err(error) => vec![failed("configuration", format!("{error:#}"))],
    };
    let healthy = findings.iter().all(|finding| finding.state != State::Failed);
    let report = Report { version: env!("CARGO_PKG_VERSION"), healthy, findings };
    if json {
        println!("{}", serde_json::to_string_pretty(&report)?);
    } else {
        for Finding { check, state, text, .. } in &report.findings {
            let sign = match state {
                State::Ok => "✔",
                State::Warning => "!",
                State::Failed => "✘",
            };
            println!("{sign} {check}: {text}");
        }
    }
    Ok(if healthy { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn examine(settings: &Settings, data: &Path) -> Vec<Finding> {
    let mut findings = vec![ok("configuration", "it can be read and has no unknown key")];
    findings.push(match App::check(settings, registry::FEATURES) {
        Ok(()) => ok("programme", "the programme file and the texts are in order"),
        Err(error) => failed("programme", format!("{error:#}")),
    });
    findings.push(disk(data));
    findings.push(match Secrets::is_there(&settings.secrets, data) {
        Ok(true) => ok("key", "it can be read"),
        Ok(false) => warning("key", "there is none yet; the first start makes it"),
        Err(error) => failed("key", error.to_string()),
    });
    match runtime::existing_database(settings, data).await {
        Err(error) => findings.push(failed("database", format!("{error:#}"))),
        Ok(db) => {
            findings.push(ok("database", format!("{} answers", db.dialect().name())));
            database(&db, &mut findings).await;
            if let Ok(text) = index(&db, data).await {
                findings.push(ok("search", text));
            }
        }
    }
    findings.push(way_of_mail(settings, data).await);
    findings.push(store_of_files(settings, data).await);
    findings.push(match Papers::beside_this_program().check().await {
        Ok(text) => ok("papers", text),
        // Without it everything else works.
        Err(text) => warning("papers", text),
    });
    findings
}

async fn database(db: &Db, findings: &mut Vec<Finding>) {
    match db.pending_migrations(&migrations::all()).await {
        Err(error) => findings.push(failed("migrations", error.to_string())),
        Ok(pending) if !pending.is_empty() => {
            let text = format!("{} have not run; run `birge migrate`", pending.join(", "));
            findings.push(failed("migrations", text));
        }
        Ok(_) => {
            findings.push(ok("migrations", "all have run"));
            if let Err(error) = inside(db, findings).await {
                findings.push(failed("database", error.to_string()));
            }
        }
    }
}

/// What the database says of its log, of readers, jobs and mails.
async fn inside(db: &Db, findings: &mut Vec<Finding>) -> platform::db::Result<()> {
    let mut tx = db.read().await?;
    findings.push(match activity::chain::verify(&mut tx).await? {
        Ok(walk) => ok("log", super::audit::said(&walk)),
        Err(broken) => {
            let advice = "Somebody changed the database by hand: compare with an export or a backup";
            failed("log", format!("{broken}. {advice}"))
        }
    });
    findings.push(readers(&mut tx).await?);
    let parked = activity::parked(&mut tx).await?;
    let lines = parked.iter().map(|it| format!("{} gave up event {}: {}", it.reader, it.seq, it.error));
    findings.push(none_of("parked_events", lines.collect(), "no reader gave up on one"));
    let parked = jobs::parked(&mut tx).await?;
    let said = |job: &jobs::ParkedJob| job.last_error.clone().unwrap_or_default();
    let lines = parked.iter().map(|job| format!("{} {}: {}", job.kind, job.id, said(job)));
    findings.push(none_of("jobs", lines.collect(), "none is parked"));
    let unsent = mail::unsent(&mut tx).await?;
    findings.push(ok("outbox", format!("{unsent} mails wait")).with(unsent));
    Ok(())
}

/// The figure is that of the reader that is furthest behind.
async fn readers(tx: &mut ReadTx) -> platform::db::Result<Finding> {
    let head = activity::head(tx).await?.0;
    let states = activity::states(tx).await?;
    let most = states.iter().map(|reader| head - reader.position).max().unwrap_or(0);
    let late: Vec<String> = states
        .iter()
        .filter(|reader| head - reader.position > LAG)
        .map(|reader| format!("{} is {} events behind", reader.name, head - reader.position))
        .collect();
    let finding = if late.is_empty() {
        ok("readers", "all follow the log")
    } else {
        warning("readers", format!("{}; does the portal run?", late.join("; ")))
    };
    Ok(finding.with(most))
}

async fn way_of_mail(settings: &Settings, data: &Path) -> Finding {
    if settings.mail.transport == TransportKind::Catcher {
        return ok("mail", "none leaves; the portal catches them for people who build it");
    }
    let checked = match Transport::open(&settings.mail, data) {
        Ok(transport) => transport.check().await,
        Err(error) => Err(error),
    };
    match checked {
        Ok(()) => ok("mail", "the way out is open"),
        Err(error) => {
            failed("mail", format!("{error:#}; check the settings `mail.smtp_…`. Mails wait meanwhile"))
        }
    }
}

async fn store_of_files(settings: &Settings, data: &Path) -> Finding {
    let checked = match Store::existing(&settings.files, data, Ids::system(Clock::system())) {
        Ok(Some(store)) => store.check().await.map(|()| "the store answers"),
        Ok(None) => Ok("there is no folder for them yet; the first start makes it"),
        Err(error) => Err(error),
    };
    match checked {
        Ok(text) => ok("files", text),
        Err(error) => failed("files", error.to_string()),
    }
}

fn ok(check: &'static str, text: impl Into<String>) -> Finding {
    Finding { check, state: State::Ok, text: text.into(), value: None }
}

fn warning(check: &'static str, text: impl Into<String>) -> Finding {
    Finding { check, state: State::Warning, text: text.into(), value: None }
}

fn failed(check: &'static str, text: impl Into<String>) -> Finding {
    Finding { check, state: State::Failed, text: text.into(), value: None }
}

/// A warning for every line; well if there is none.
fn none_of(check: &'static str, lines: Vec<String>, well: &str) -> Finding {
    let count = i64::try_from(lines.len()).expect("lists are short");
    let finding = if lines.is_empty() { ok(check, well) } else { warning(check, lines.join("; ")) };
    finding.with(count)
}

impl Finding {
    fn with(mut self, value: i64) -> Finding {
        self.value = Some(value);
        self
    }
}

/// Free space by `df`, which every Debian has: the standard library cannot ask. A folder that is not there yet will be
/// made where the nearest one above it is.
fn disk(data: &Path) -> Finding {
    // A path without any folder is below the current one.
    let above = data.ancestors().find(|folder| folder.exists()).unwrap_or(Path::new("."));
    if !above.is_dir() {
        let text = format!("{} cannot be the data folder: {} is a file", data.display(), above.display());
        return failed("disk", text);
    }
    let free = match Command::new("df").arg("-Pm").arg(above).output() {
        Ok(out) => free_megabytes(&String::from_utf8_lossy(&out.stdout)),
        Err(error) => return failed("disk", format!("free space cannot be read, df: {error}")),
    };
    match free {
        Some(free) if free < LITTLE_SPACE_MB => {
            failed("disk", format!("only {free} MB are free for {}", data.display())).with(free)
        }
        Some(free) => ok("disk", format!("{free} MB are free for {}", data.display())).with(free),
        None => failed("disk", format!("free space of {} could not be read", above.display())),
    }
}

fn free_megabytes(df: &str) -> Option<i64> {
    df.lines().nth(1)?.split_whitespace().nth(3)?.parse().ok()
}

/// How far this instance's index for search has come. It is never an error: it is made anew from the rest.
async fn index(db: &Db, data: &Path) -> platform::db::Result<String> {
    let head = activity::head(&mut db.read().await?).await?;
    let Some(index) = search::state(data) else {
        return Ok("there is no index of this version yet; the portal builds it when it starts".into());
    };
    let megabytes = index.bytes.div_ceil(1024 * 1024);
    // Events that change nothing to be found do not move the mark on disk.
    let behind = head.0 - index.position;
    Ok(format!(
        "{} entries, {megabytes} MB, written up to {behind} events before the end of the log",
        index.entries
    ))
}
