//! Durable jobs: queued in the transaction that causes them, run at least once, retried, and parked when hopeless.
//!
//! "Exactly once" does not exist for anything outside the database; handlers are therefore idempotent, and
//! those that only touch the database finish their job in the same transaction ([`Job::complete`]).

mod worker;

pub use worker::{Handler, Schedule, Worker};

use crate::clock::Timestamp;
use crate::db::{Query, Result, WriteTx};
use crate::params;
use serde::Serialize;
use serde::de::DeserializeOwned;

crate::id_type!(
    /// One piece of queued work.
    pub JobId
);

crate::sql! {
    INSERT: "INSERT INTO jobs (id, kind, payload, dedupe_key, run_at, attempts, created_at)
             VALUES (?, ?, ?, ?, ?, 0, ?) ON CONFLICT (dedupe_key) DO NOTHING";
    /// Several workers may claim at once; each row goes to one of them.
    CLAIM: "WITH due AS MATERIALIZED (
              SELECT id FROM jobs WHERE done_at IS NULL AND parked_at IS NULL AND run_at <= ?
                AND (locked_until IS NULL OR locked_until <= ?)
              ORDER BY run_at, id LIMIT ? {skip_locked})
            UPDATE jobs SET locked_until = ?, attempts = attempts + 1 WHERE id IN (SELECT id FROM due)
            RETURNING id, kind, payload, attempts";
    NEXT_DUE: "SELECT MIN(CASE WHEN locked_until > run_at THEN locked_until ELSE run_at END) FROM jobs
               WHERE done_at IS NULL AND parked_at IS NULL";
    DONE: "UPDATE jobs SET done_at = ?, locked_until = NULL, last_error = NULL WHERE id = ? AND done_at IS NULL";
    RETRY: "UPDATE jobs SET run_at = ?, locked_until = NULL, last_error = ? WHERE id = ? AND done_at IS NULL";
    PARK: "UPDATE jobs SET parked_at = ?, locked_until = NULL, last_error = ? WHERE id = ? AND done_at IS NULL";
    UNPARK: "UPDATE jobs SET parked_at = NULL, attempts = 0, run_at = ? WHERE parked_at IS NOT NULL";
    PARKED: "SELECT id, kind, attempts, parked_at, last_error FROM jobs WHERE parked_at IS NOT NULL
             ORDER BY parked_at DESC LIMIT 100";
    WAITING: "SELECT COUNT(*) FROM jobs WHERE done_at IS NULL AND parked_at IS NULL";
    CANCEL: "DELETE FROM jobs WHERE dedupe_key = ? AND done_at IS NULL";
    PRUNE: "DELETE FROM jobs WHERE done_at < ?";
}

/// Work to be queued.
pub struct NewJob {
    kind: &'static str,
    payload: String,
    dedupe_key: Option<String>,
    run_at: Option<Timestamp>,
}

impl NewJob {
    /// # Panics
    /// If the payload cannot be written as JSON, which plain structs always can.
    pub fn new(kind: &'static str, payload: &impl Serialize) -> Self {
        let payload = serde_json::to_string(payload).expect("payloads are plain structs");
        Self { kind, payload, dedupe_key: None, run_at: None }
    }

    /// A second job with the same key is not queued, even after the first was done; done jobs are kept a month.
    pub fn once(mut self, key: String) -> Self {
        self.dedupe_key = Some(key);
        self
    }

    /// Not before this time.
    pub fn at(mut self, time: Timestamp) -> Self {
        self.run_at = Some(time);
        self
    }
}

/// What a handler adds to an error that no further try can mend: `error.context(Hopeless)`. The job is parked at once.
#[derive(Debug, thiserror::Error)]
#[error("another try would not help")]
pub struct Hopeless;

/// Claimed work, leased to this worker.
#[derive(Clone, Debug)]
pub struct Job {
    pub id: JobId,
    pub kind: String,
    pub payload: String,
    /// This try included.
    pub attempts: i64,
}
crate::from_row!(Job { id, kind, payload, attempts });

impl Job {
    pub fn payload<T: DeserializeOwned>(&self) -> serde_json::Result<T> {
        serde_json::from_str(&self.payload)
    }

    /// Marks the job done inside the handler's own transaction. False if it was done already.
    pub async fn complete(&self, tx: &mut WriteTx) -> Result<bool> {
        let now = tx.now();
        Ok(tx.run_quietly(&DONE, params![now, self.id]).await? == 1)
    }
}

/// Work that was given up, for people to look at.
#[derive(Clone, Debug)]
pub struct ParkedJob {
    pub id: JobId,
    pub kind: String,
    pub attempts: i64,
    pub parked_at: Timestamp,
    pub last_error: Option<String>,
}
crate::from_row!(ParkedJob { id, kind, attempts, parked_at, last_error });

pub(crate) async fn insert(tx: &mut WriteTx, job: NewJob) -> Result<()> {
    let id: JobId = tx.next_id();
    let now = tx.now();
    let run_at = job.run_at.unwrap_or(now);
    tx.run_quietly(&INSERT, params![id, job.kind, job.payload, job.dedupe_key, run_at, now]).await?;
    Ok(())
}

/// Takes a job back that has not run yet.
pub async fn cancel(tx: &mut WriteTx, dedupe_key: &str) -> Result<()> {
    tx.run_quietly(&CANCEL, params![dedupe_key]).await?;
    Ok(())
}

pub async fn parked(tx: &mut impl Query) -> Result<Vec<ParkedJob>> {
    tx.all(&PARKED, params![]).await
}

/// Lets every parked job try again from the start; returns how many.
pub async fn unpark(tx: &mut WriteTx) -> Result<u64> {
    let now = tx.now();
    tx.run(&UNPARK, params![now]).await
}

/// How many jobs wait, due or not.
pub async fn waiting(tx: &mut impl Query) -> Result<i64> {
    Ok(tx.one(&WAITING, params![]).await?.unwrap_or(0))
}
