//! `birge audit`: the log as evidence. Verifying needs nothing but the file, so that others can do it too.

use crate::readers::audit::lines_of;
use anyhow::Context;
use platform::activity::Position;
use platform::activity::chain::{self, Walk};
use platform::actor::Actor;
use platform::db::Db;
use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::ExitCode;

/// That a copy was taken is part of the copy.
pub(super) async fn export(db: &Db) -> anyhow::Result<()> {
    let mut tx = db.write(&Actor::System("operator")).await?;
    tx.record(crate::readers::audit::exported_whole());
    tx.commit().await?;
    let mut out = std::io::stdout().lock();
    let mut last = 0;
    loop {
        let links = chain::after(&mut db.read().await?, Position(last)).await?;
        let Some(link) = links.last() else { break };
        last = link.seq;
        out.write_all(lines_of(&links).as_bytes())?;
    }
    Ok(out.flush()?)
}

/// Follows the chain in a file and says where it breaks, if it does. What was cut off at the end leaves an unbroken chain:
/// only a hash or a number known from elsewhere shows it. The log may have grown since somebody wrote them down.
pub(super) fn verify(file: &Path, known: Option<&str>, events: Option<i64>) -> anyhow::Result<ExitCode> {
    let shown = file.display();
    let opened = File::open(file).with_context(|| format!("{shown} cannot be read"))?;
    let known = known.map(str::to_ascii_lowercase);
    let mut found = known.is_none();
    let mut walk = Walk::default();
    for (number, line) in BufReader::new(opened).lines().enumerate() {
        let line = line.with_context(|| format!("{shown} cannot be read"))?;
        let link: chain::Link = serde_json::from_str(&line)
            .with_context(|| format!("{shown}, line {}: not an event of an export", number + 1))?;
        if let Err(broken) = walk.step(&link) {
            eprintln!("{shown}, line {}: {broken}.", number + 1);
            return Ok(ExitCode::FAILURE);
        }
        found |= known.as_ref() == Some(&link.hash);
    }
    let missing = match (walk.last, events) {
        (0, _) => Some("there is no event in it; a log has at least one".to_owned()),
        (last, Some(events)) if last < events => {
            Some(format!("it ends with event {last}, and there were {events}: its end is missing"))
        }
        _ if !found => {
            Some("no event in it has the hash given: its end is missing, or it is another log".to_owned())
        }
        _ => None,
    };
    if let Some(missing) = missing {
        eprintln!("{shown}: {missing}.");
        return Ok(ExitCode::FAILURE);
    }
    println!("{shown}: {}.", said(&walk));
    if known.is_none() && events.is_none() {
        println!(
            "That nothing is missing at the end shows only against --last-hash or --events, written down elsewhere."
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// What an unbroken chain amounts to. The last hash is what to compare with, or to write down.
pub(super) fn said(walk: &Walk) -> String {
    let Walk { last, chained, end } = walk;
    match end {
        None => format!("{last} events, none of them chained"),
        Some(end) => {
            let before = last - chained;
            let bare =
                if before > 0 { format!(" after {before} from before the chain") } else { String::new() };
            format!("an unbroken chain of {chained} events{bare}; the last hash is {}", chain::hex(end))
        }
    }
}
