//! `birge-typeset`: a paper as JSON comes in, a PDF goes out. For the portal, which starts it beside itself; by hand:
//! `birge-typeset < paper.json > paper.pdf`. The JSON is described in `crates/paper`.
//!
//! An executable of its own, because the typesetter is as big as the rest of the portal and takes as long to build,
//! and because a text that makes it run wild must hurt nothing else. It limits itself before it reads: memory, time,
//! and no file is opened from then on. Fonts are part of it.

use anyhow::{Context as _, bail};
use rustix::process::{Resource, Rlimit, setrlimit};
use std::io::{Read, Write};
use std::process::ExitCode;
use typeset::typeset;

const MEMORY_BYTES: u64 = 1 << 30;
const CPU_SECONDS: u64 = 30;
/// A text of the greatest length, with all that JSON adds to it.
const LONGEST_INPUT: u64 = 8 << 20;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Never the paper itself: it may be a draft.
            eprintln!("birge-typeset: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> anyhow::Result<()> {
    let limit = |most| Rlimit { current: Some(most), maximum: Some(most) };
    setrlimit(Resource::As, limit(MEMORY_BYTES))?;
    setrlimit(Resource::Cpu, limit(CPU_SECONDS))?;
    setrlimit(Resource::Nofile, limit(3))?;
    setrlimit(Resource::Fsize, limit(1 << 30))?;
    let mut json = Vec::new();
    std::io::stdin().lock().take(LONGEST_INPUT + 1).read_to_end(&mut json)?;
    if json.len() as u64 > LONGEST_INPUT {
        bail!("the paper is longer than any text can be");
    }
    let paper = serde_json::from_slice(&json).map_err(|error| {
        // The message of the error may quote the paper.
        anyhow::anyhow!("the input is no paper, in line {} column {}", error.line(), error.column())
    })?;
    let pdf = typeset(&paper)?;
    let mut out = std::io::stdout().lock();
    out.write_all(&pdf).context("nobody takes the PDF")?;
    Ok(out.flush()?)
}
