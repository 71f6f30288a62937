//! Cleans a file before it is stored: what would give its sender away goes, and the original with it.
//!
//! Reading strangers' files is the most dangerous thing the portal does. So it happens in a process of its own, the
//! hidden command `birge clean-file`, which has no environment, little memory and little time, and gets and gives only
//! bytes. Programs other than `birge`, which means tests, clean in their own process.

use super::words;
use anyhow::Context as _;
use bytes::Bytes;
use platform::files::SetAside;
use platform::lang::L10n;
use scrub::{Limits, Refused, Removed, Warning};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;
use tokio::process::{Child, Command};
use tokio::sync::{Semaphore, SemaphorePermit};

/// Each holds a file, its parts unpacked and the result. Who waits lies on disk.
const AT_ONCE: usize = 2;
const WITHIN: Duration = Duration::from_secs(60);
const CPU_SECONDS: u64 = 40;
const MEMORY_BYTES: u64 = 1 << 30;

/// What was found, by the codes of `scrub`, with how often. Stored with the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    removed: BTreeMap<String, usize>,
    warnings: BTreeMap<String, usize>,
}

impl From<scrub::Report> for Report {
    fn from(report: scrub::Report) -> Self {
        let removed = report.removed.into_iter().map(|(what, count)| (what.code().to_owned(), count));
        let warnings = report.warnings.into_iter().map(|(what, count)| (what.code().to_owned(), count));
        Report { removed: removed.collect(), warnings: warnings.collect() }
    }
}

impl Report {
    pub fn is_empty(&self) -> bool {
        self.removed.is_empty() && self.warnings.is_empty()
    }

    /// As stored; nothing is stored of an empty one.
    pub fn to_text(&self) -> String {
        if self.is_empty() { String::new() } else { serde_json::to_string(self).expect("plain maps") }
    }

    /// A report that this version cannot read has nothing to say.
    pub fn parse(text: &str) -> Report {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// What is gone, each as `2 comments` or `the author`.
    pub fn removed(&self, l: &L10n) -> Vec<String> {
        let known = self.removed.iter().filter_map(|(code, count)| Some((Removed::parse(code)?, *count)));
        known.map(|(what, count)| words::counted(l, words::removed(what), count, what.is_counted())).collect()
    }

    /// What is still there and the sender should know.
    pub fn warnings(&self, l: &L10n) -> Vec<String> {
        let known = self.warnings.iter().filter_map(|(code, count)| Some((Warning::parse(code)?, *count)));
        known.map(|(what, count)| words::counted(l, words::warning(what), count, what.is_counted())).collect()
    }
}

#[derive(Debug)]
pub struct Cleaned {
    pub bytes: Bytes,
    pub report: Report,
    /// A small JPEG of a picture.
    pub thumbnail: Option<Bytes>,
}

#[derive(Debug)]
pub enum CannotClean {
    Refused(Refused),
    /// It took more time or memory than any honest file needs.
    TooHard,
    Failed(anyhow::Error),
}

/// What the cleaning process says in its first line, before the bytes: first those of the thumbnail, then the file's.
#[derive(Serialize, Deserialize)]
enum Said {
    Cleaned { report: Report, thumbnail: Option<usize> },
    Refused(String),
}

pub struct Cleaner {
    program: Option<PathBuf>,
    room: Semaphore,
}

impl Cleaner {
    pub fn of_this_program() -> Cleaner {
        let program = std::env::current_exe().ok();
        let program = program.filter(|path| path.file_name().is_some_and(|name| name == "birge"));
        Cleaner { program, room: Semaphore::new(AT_ONCE) }
    }

    /// To be held from before a file is read until what is left of it is stored: it bounds how many are in memory.
    pub async fn place(&self) -> SemaphorePermit<'_> {
        self.room.acquire().await.expect("the semaphore is never closed")
    }

    pub async fn clean(&self, file: SetAside, name: &str) -> Result<Cleaned, CannotClean> {
        let unreadable = |error| CannotClean::Failed(anyhow::anyhow!("a file set aside: {error}"));
        let Some(program) = &self.program else {
            let bytes = file.bytes().await.map_err(unreadable)?;
            let name = name.to_owned();
            let cleaned = tokio::task::spawn_blocking(move || both(&bytes, &name));
            let (cleaned, small) =
                cleaned.await.map_err(|_| CannotClean::TooHard)?.map_err(CannotClean::Refused)?;
            let (bytes, thumbnail) = (cleaned.bytes.into(), small.map(Bytes::from));
            return Ok(Cleaned { bytes, report: cleaned.report.into(), thumbnail });
        };
        let child = Command::new(program)
            .args(["clean-file", name])
            .env_clear()
            .current_dir("/")
            .stdin(Stdio::from(file.into_file().await))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn();
        let child =
            child.context("the process that cleans files does not start").map_err(CannotClean::Failed)?;
        match tokio::time::timeout(WITHIN, answer_of(child)).await {
            Ok(Some(output)) => read(output),
            Ok(None) | Err(_) => Err(CannotClean::TooHard),
        }
    }
}

/// The cleaned file, and its thumbnail if it is a picture.
fn both(bytes: &[u8], name: &str) -> Result<(scrub::Cleaned, Option<Vec<u8>>), Refused> {
    let limits = Limits::default();
    let cleaned = scrub::clean(bytes, name, &limits)?;
    let small = scrub::thumbnail(&cleaned, &limits);
    Ok((cleaned, small))
}

/// What the process says; nothing if it died of the file.
async fn answer_of(child: Child) -> Option<Vec<u8>> {
    let output = child.wait_with_output().await.ok()?;
    output.status.success().then_some(output.stdout)
}

fn read(mut output: Vec<u8>) -> Result<Cleaned, CannotClean> {
    let strange = || CannotClean::Failed(anyhow::anyhow!("the process that cleans files answers strangely"));
    let end = output.iter().position(|byte| *byte == b'\n').ok_or_else(strange)?;
    match serde_json::from_slice(&output[..end]).map_err(|_| strange())? {
        Said::Cleaned { report, thumbnail } => {
            let mut bytes = Bytes::from(output.split_off(end + 1));
            if thumbnail.is_some_and(|size| size > bytes.len()) {
                return Err(strange());
            }
            let thumbnail = thumbnail.map(|size| bytes.split_to(size));
            Ok(Cleaned { bytes, report, thumbnail })
        }
        Said::Refused(code) => Err(CannotClean::Refused(Refused::parse(&code).ok_or_else(strange)?)),
    }
}

/// The hidden command: limits itself first, then reads a file from its input and writes what is left of it.
pub fn run(name: &str) -> anyhow::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let limit = |most| Rlimit { current: Some(most), maximum: Some(most) };
    setrlimit(Resource::As, limit(MEMORY_BYTES))?;
    setrlimit(Resource::Cpu, limit(CPU_SECONDS))?;
    // No file is opened or made from here on.
    setrlimit(Resource::Nofile, limit(3))?;
    setrlimit(Resource::Fsize, limit(0))?;
    let most = Limits::default().bytes as u64;
    let mut bytes = Vec::new();
    std::io::stdin().lock().take(most + 1).read_to_end(&mut bytes)?;
    let (said, small, bytes) = match both(&bytes, name) {
        Ok((cleaned, small)) => {
            let said =
                Said::Cleaned { report: cleaned.report.into(), thumbnail: small.as_ref().map(Vec::len) };
            (said, small.unwrap_or_default(), cleaned.bytes)
        }
        Err(refused) => (Said::Refused(refused.code().to_owned()), Vec::new(), Vec::new()),
    };
    let mut out = std::io::stdout().lock();
    serde_json::to_writer(&mut out, &said)?;
    out.write_all(b"\n")?;
    out.write_all(&small)?;
    out.write_all(&bytes)?;
    Ok(out.flush()?)
}
