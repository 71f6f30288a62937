//! The words of files, for whoever searches in them: read once for each content, by a job that begins when a file is confirmed. What
//! cannot be read has no words, and the reason is kept; it never keeps anybody from using the file.
//!
//! Reading happens in a process of its own, the hidden command `birge extract-text`: see `platform::child`.

mod store;
#[cfg(test)]
mod tests;

pub use store::{ALL, texts};

use super::actions::Refused;
use super::events;
use super::model::{File, FileId, MediaType, hex};
use crate::web::{App, Error};
use anyhow::Context as _;
use bytes::{Bytes, BytesMut};
use extract::Limits;
use futures_util::TryStreamExt;
use platform::actor::Actor;
use platform::child::{Children, NoAnswer, Task};
use platform::db::WriteTx;
use platform::files::SetAside;
use platform::jobs::{Handler, Job, NewJob, Schedule};
use serde::{Deserialize, Serialize};
use std::io;
use std::time::Duration;

/// Of the portal's own files one at a time: nobody waits for it.
const KEPT_AT_ONCE: usize = 1;
/// Of files that somebody brings, for whoever waits for the answer.
const BROUGHT_AT_ONCE: usize = 2;
/// Whoever waits longer for their turn is told to come again.
const PATIENCE: Duration = Duration::from_secs(10);
const READ: &str = "files.text";
const QUEUE: &str = "files.texts";
/// Jobs queued in one transaction.
const BATCH: i64 = 500;

/// The argument is the name of the file; the answer is the words or the code of a refusal.
pub static EXTRACT: Task = Task {
    command: "extract-text",
    work,
    most_bytes: 100_000_000,
    memory_bytes: 1 << 29,
    cpu_seconds: 10,
    within: Duration::from_secs(60),
};

pub const HANDLERS: [Handler<App>; 2] = [
    Handler { kind: READ, attempts: 5, run: |app, job| Box::pin(read(app, job)) },
    Handler { kind: QUEUE, attempts: 3, run: |app, job| Box::pin(queue(app, job)) },
];
/// Finds what waits without a job: files from before there were jobs for it.
pub const SCHEDULE: Schedule = Schedule { kind: QUEUE, every: Duration::from_hours(24) };

pub struct Extractor {
    kept: Children,
    brought: Children,
}

impl Extractor {
    pub fn of_this_program() -> Extractor {
        Extractor {
            kept: Children::of("birge", KEPT_AT_ONCE),
            brought: Children::of("birge", BROUGHT_AT_ONCE),
        }
    }
}

/// The words of a file that somebody brings and nobody keeps.
pub async fn words_of(app: &App, name: &str, file: SetAside) -> Result<String, Refused> {
    let failed = |error: anyhow::Error| Refused::Failed(error.into());
    let turn = tokio::time::timeout(PATIENCE, app.part::<Extractor>().brought.place()).await;
    let answer = match turn.map_err(|_| Refused::Failed(Error::Busy))?.run(&EXTRACT, name, file).await {
        Ok(answer) => answer,
        Err(NoAnswer::TooHard) => return Err(Refused::TooHard),
        Err(error @ NoAnswer::Failed(_)) => return Err(failed(error.into())),
    };
    let strange = "the process that reads files answers strangely";
    let read: Result<String, String> = serde_json::from_slice(&answer).context(strange).map_err(failed)?;
    read.map_err(|code| match extract::Refused::parse(&code) {
        Some(why) => Refused::Unclean(why),
        None => failed(anyhow::anyhow!("{strange}: {code}")),
    })
}

fn work(name: &str, bytes: &[u8]) -> Vec<u8> {
    let read = extract::text(bytes, name, &Limits::default()).map_err(|refused| refused.code());
    serde_json::to_vec(&read).expect("words are plain text")
}

#[derive(Serialize, Deserialize)]
struct Payload {
    file: FileId,
}

/// Begins with a file that may be used from now on, unless its content is known or has no words.
pub async fn want(tx: &mut WriteTx, file: &File) -> platform::db::Result<()> {
    let has_words = match file.media_type {
        MediaType::Pdf | MediaType::Docx | MediaType::Xlsx | MediaType::Pptx | MediaType::Odt => true,
        MediaType::Csv | MediaType::Text => true,
        MediaType::Jpeg | MediaType::Png | MediaType::Webp | MediaType::Svg => false,
        MediaType::Mp3 | MediaType::Mp4 => false,
    };
    if has_words && store::insert(tx, file).await? {
        tx.enqueue(job(file.id)).await?;
    }
    Ok(())
}

fn job(file: FileId) -> NewJob {
    NewJob::new(READ, &Payload { file }).once(format!("{READ}:{file}"))
}

async fn queue(app: App, job: Job) -> anyhow::Result<()> {
    let mut last = FileId::from(0);
    loop {
        let mut tx = app.db.write(&Actor::System("files")).await?;
        let waiting = store::waiting(&mut tx, last, BATCH).await?;
        for file in &waiting {
            tx.enqueue(self::job(*file)).await?;
        }
        let Some(newest) = waiting.last() else {
            job.complete(&mut tx).await?;
            return Ok(tx.commit_unrecorded("jobs are no history").await?);
        };
        last = *newest;
        tx.commit_unrecorded("jobs are no history").await?;
    }
}

async fn read(app: App, job: Job) -> anyhow::Result<()> {
    let Payload { file } = job.payload()?;
    let found = super::get(&mut app.db.read().await?, &[file]).await?;
    let Some(file) = found.first() else {
        // It was thrown away, and its content is wanted by nobody.
        return Ok(());
    };
    let (text, failure) = match words(&app, file).await? {
        Ok(text) => (text, None),
        Err(code) => {
            tracing::info!("the words of file {} ({}) cannot be read: {code}", file.id, hex(&file.sha256));
            (String::new(), Some(code))
        }
    };
    let mut tx = app.db.write(&Actor::System("files")).await?;
    store::save(&mut tx, file, &text, failure.as_deref()).await?;
    job.complete(&mut tx).await?;
    if text.is_empty() {
        tx.commit_unrecorded("that a file has no words changes nothing for anybody").await?;
        return Ok(());
    }
    let same = store::same(&mut tx, file).await?;
    for file in &super::store::by_ids(&mut tx, &same).await? {
        tx.record(events::text_read(file));
    }
    tx.commit().await?;
    Ok(())
}

/// The words, or the code of what stands in their way and always will.
async fn words(app: &App, file: &File) -> anyhow::Result<Result<String, String>> {
    // Held before the content is in memory.
    let place = app.part::<Extractor>().kept.place().await;
    let bytes = match content(app, file).await {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Err("missing".to_owned())),
        content => content.context("the content of a file cannot be read")?,
    };
    match place.run(&EXTRACT, &file.name, bytes).await {
        Ok(answer) => {
            serde_json::from_slice(&answer).context("the process that reads files answers strangely")
        }
        Err(NoAnswer::TooHard) => Ok(Err("too-hard".to_owned())),
        Err(error @ NoAnswer::Failed(_)) => Err(error.into()),
    }
}

async fn content(app: &App, file: &File) -> io::Result<Bytes> {
    let mut stream = app.files.get(&file.sha256, None).await?;
    let mut bytes = BytesMut::new();
    while let Some(chunk) = stream.try_next().await? {
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes.freeze())
}
