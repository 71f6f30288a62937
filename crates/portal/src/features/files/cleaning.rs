//! Cleans a file before it is stored: what would give its sender away goes, and the original with it.
//!
//! Reading strangers' files is the most dangerous thing the portal does. So it happens in a process of its own, the
//! hidden command `birge clean-file`: see `platform::child`.

use super::words;
use bytes::Bytes;
use platform::child::{Children, NoAnswer, Place, Task};
use platform::files::SetAside;
use platform::lang::L10n;
use scrub::{Limits, Refused, Removed, Warning};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::time::Duration;

/// Each holds a file, its parts unpacked and the result. Who waits lies on disk.
const AT_ONCE: usize = 2;

/// The argument is the name of the file.
pub static CLEAN: Task = Task {
    command: "clean-file",
    work,
    most_bytes: 100_000_000,
    memory_bytes: 1 << 30,
    cpu_seconds: 40,
    within: Duration::from_secs(60),
};

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

pub struct Cleaner(Children);

impl Cleaner {
    pub fn of_this_program() -> Cleaner {
        Cleaner(Children::of("birge", AT_ONCE))
    }

    /// To be held from before a file is read until what is left of it is stored: it bounds how many are in memory.
    pub async fn place(&self) -> Place<'_> {
        self.0.place().await
    }
}

pub async fn clean(place: &Place<'_>, file: SetAside, name: &str) -> Result<Cleaned, CannotClean> {
    match place.run(&CLEAN, name, file).await {
        Ok(answer) => read(answer),
        Err(NoAnswer::TooHard) => Err(CannotClean::TooHard),
        Err(error @ NoAnswer::Failed(_)) => Err(CannotClean::Failed(error.into())),
    }
}

fn work(name: &str, bytes: &[u8]) -> Vec<u8> {
    let limits = Limits::default();
    let (said, small, bytes) = match scrub::clean(bytes, name, &limits) {
        Ok(cleaned) => {
            let small = scrub::thumbnail(&cleaned, &limits);
            let said =
                Said::Cleaned { report: cleaned.report.into(), thumbnail: small.as_ref().map(Vec::len) };
            (said, small.unwrap_or_default(), cleaned.bytes)
        }
        Err(refused) => (Said::Refused(refused.code().to_owned()), Vec::new(), Vec::new()),
    };
    let mut answer = serde_json::to_vec(&said).expect("plain maps");
    answer.push(b'\n');
    answer.extend_from_slice(&small);
    answer.extend_from_slice(&bytes);
    answer
}

fn read(mut answer: Vec<u8>) -> Result<Cleaned, CannotClean> {
    let strange = || CannotClean::Failed(anyhow::anyhow!("the process that cleans files answers strangely"));
    let end = answer.iter().position(|byte| *byte == b'\n').ok_or_else(strange)?;
    match serde_json::from_slice(&answer[..end]).map_err(|_| strange())? {
        Said::Cleaned { report, thumbnail } => {
            let mut bytes = Bytes::from(answer.split_off(end + 1));
            if thumbnail.is_some_and(|size| size > bytes.len()) {
                return Err(strange());
            }
            let thumbnail = thumbnail.map(|size| bytes.split_to(size));
            Ok(Cleaned { bytes, report, thumbnail })
        }
        Said::Refused(code) => Err(CannotClean::Refused(Refused::parse(&code).ok_or_else(strange)?)),
    }
}
