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

/// Follows the chain in a file and says where it breaks, if it does.
pub(super) fn verify(file: &Path) -> anyhow::Result<ExitCode> {
    let shown = file.display();
    let opened = File::open(file).with_context(|| format!("{shown} cannot be read"))?;
    let mut walk = Walk::default();
    for (number, line) in BufReader::new(opened).lines().enumerate() {
        let line = line.with_context(|| format!("{shown} cannot be read"))?;
        let link: chain::Link = serde_json::from_str(&line)
            .with_context(|| format!("{shown}, line {}: not an event of an export", number + 1))?;
        if let Err(broken) = walk.step(&link) {
            eprintln!("{shown}, line {}: {broken}.", number + 1);
            return Ok(ExitCode::FAILURE);
        }
    }
    println!("{shown}: {}", said(&walk));
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
