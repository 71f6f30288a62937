//! `birge doctor`: whether everything the portal leans on is well, in words or as JSON.

use crate::settings::Settings;
use crate::{migrations, registry, runtime};
use platform::{activity, jobs, mail};
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
}

#[derive(Serialize)]
struct Report {
    version: &'static str,
    healthy: bool,
    findings: Vec<Finding>,
}

/// More events than this behind, and something is wrong with a reader.
const LAG: i64 = 1000;
const LITTLE_SPACE_MB: u64 = 500;

pub async fn run(settings: &Settings, data: &Path, json: bool) -> anyhow::Result<ExitCode> {
    let mut findings = vec![finding("configuration", Ok("it can be read and has no unknown key".into()))];
    findings.push(finding("disk", disk(data)));
    match runtime::database(settings, data).await {
        Err(error) => findings.push(finding("database", Err(format!("{error:#}")))),
        Ok(db) => {
            findings.push(finding("database", Ok(format!("{} answers", db.dialect().name()))));
            match db.pending_migrations(&migrations::all()).await {
                Err(error) => findings.push(finding("migrations", Err(error.to_string()))),
                Ok(pending) if !pending.is_empty() => {
                    let text = format!("{} have not run; run `birge migrate`", pending.join(", "));
                    findings.push(finding("migrations", Err(text)));
                }
                Ok(_) => {
                    findings.push(finding("migrations", Ok("all have run".into())));
                    inside(&db, &mut findings).await?;
                }
            }
            match crate::web::App::open(settings.clone(), data.to_owned(), db, registry::FEATURES) {
                Err(error) => findings.push(finding("portal", Err(format!("{error:#}")))),
                Ok(app) => {
                    let mail = app.mail.check().await;
                    let mail = mail.map(|()| "the way out is open".into()).map_err(|error| {
                        format!("{error:#}; check the settings `mail.smtp_…`. Mails wait meanwhile")
                    });
                    findings.push(finding("mail", mail));
                    let files = app.files.check().await;
                    let files = files.map(|()| "the store answers".into()).map_err(|error| error.to_string());
                    findings.push(finding("files", files));
                    // Without it everything else works.
                    let papers = app.papers.check().await;
                    findings.push(match papers {
                        Ok(text) => finding("papers", Ok(text)),
                        Err(text) => warning("papers", vec![text], ""),
                    });
                }
            }
        }
    }
    let healthy = findings.iter().all(|finding| finding.state != State::Failed);
    let report = Report { version: env!("CARGO_PKG_VERSION"), healthy, findings };
    if json {
        println!("{}", serde_json::to_string_pretty(&report)?);
    } else {
        for Finding { check, state, text } in &report.findings {
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

/// What the database says of readers, jobs and mails.
async fn inside(db: &platform::db::Db, findings: &mut Vec<Finding>) -> anyhow::Result<()> {
    let mut tx = db.read().await?;
    let log = activity::chain::verify(&mut tx).await?;
    let log = log.map(|walk| super::audit::said(&walk)).map_err(|broken| {
        format!("{broken}. Somebody changed the database by hand: compare with an export or a backup")
    });
    findings.push(finding("log", log));
    let head = activity::head(&mut tx).await?;
    let behind: Vec<String> = activity::states(&mut tx)
        .await?
        .into_iter()
        .filter(|reader| head.0 - reader.position > LAG)
        .map(|reader| format!("{} is {} events behind", reader.name, head.0 - reader.position))
        .collect();
    let parked: Vec<String> = activity::parked(&mut tx)
        .await?
        .into_iter()
        .map(|parked| format!("{} gave up event {}: {}", parked.reader, parked.seq, parked.error))
        .collect();
    findings.push(warning("readers", behind.into_iter().chain(parked).collect(), "all follow the log"));
    let parked: Vec<String> = jobs::parked(&mut tx)
        .await?
        .into_iter()
        .map(|job| format!("{} {}: {}", job.kind, job.id, job.last_error.unwrap_or_default()))
        .collect();
    findings.push(warning("jobs", parked, "none is parked"));
    let unsent = mail::unsent(&mut tx).await?;
    findings.push(finding("outbox", Ok(format!("{unsent} mails wait"))));
    Ok(())
}

fn finding(check: &'static str, found: Result<String, String>) -> Finding {
    match found {
        Ok(text) => Finding { check, state: State::Ok, text },
        Err(text) => Finding { check, state: State::Failed, text },
    }
}

fn warning(check: &'static str, lines: Vec<String>, well: &str) -> Finding {
    if lines.is_empty() {
        return Finding { check, state: State::Ok, text: well.to_owned() };
    }
    Finding { check, state: State::Warning, text: lines.join("; ") }
}

/// Free space by `df`, which every Debian has: the standard library cannot ask.
fn disk(data: &Path) -> Result<String, String> {
    std::fs::create_dir_all(data).map_err(|error| format!("{} cannot be made: {error}", data.display()))?;
    let out = Command::new("df").arg("-Pm").arg(data).output().map_err(|error| format!("df: {error}"))?;
    let text = String::from_utf8_lossy(&out.stdout).into_owned();
    let free = text.lines().nth(1).and_then(|line| line.split_whitespace().nth(3)?.parse::<u64>().ok());
    match free {
        Some(free) if free < LITTLE_SPACE_MB => {
            Err(format!("only {free} MB are free for {}", data.display()))
        }
        Some(free) => Ok(format!("{free} MB are free for {}", data.display())),
        None => Err(format!("free space of {} could not be read", data.display())),
    }
}
