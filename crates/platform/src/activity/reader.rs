//! Consumers of the log, each with its own cursor that moves in the same transaction as its output.
//!
//! A wake-up carries no data: a reader looks for itself, and looks again every few seconds, so a lost wake-up
//! costs little. An event that a reader cannot digest is parked with its error and never blocks the rest.

use super::{Activity, Position, after, by_seq, head};
use crate::actor::Actor;
use crate::clock::Timestamp;
use crate::db::{Db, Query, Result, WriteTx};
use crate::params;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

const BATCH: i64 = 100;
const TRIES: i64 = 5;
const LOOK_AGAIN: Duration = Duration::from_secs(5);

crate::sql! {
    REGISTER: "INSERT INTO activity_readers (name, position, version) VALUES (?, ?, ?) ON CONFLICT (name) DO NOTHING";
    /// An update that changes nothing, to lock the row: two instances never run one reader at once.
    CLAIM: "UPDATE activity_readers SET position = position WHERE name = ? RETURNING position, version, failures";
    MOVE: "UPDATE activity_readers SET position = ?, failures = 0 WHERE name = ?";
    RESET: "UPDATE activity_readers SET position = 0, version = ?, failures = 0 WHERE name = ?";
    FAILED: "UPDATE activity_readers SET failures = failures + 1 WHERE name = ?";
    PARK: "INSERT INTO activity_parked (reader, seq, error, parked_at) VALUES (?, ?, ?, ?)
           ON CONFLICT (reader, seq) DO UPDATE SET error = excluded.error, parked_at = excluded.parked_at";
    FORGET_PARKED: "DELETE FROM activity_parked WHERE reader = ?";
    PARKED: "SELECT reader, seq, error, parked_at FROM activity_parked ORDER BY parked_at DESC LIMIT 100";
    STATES: "SELECT name, position, version FROM activity_readers ORDER BY name";
}

/// The two kinds of reader, never confused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Can be rebuilt from the whole log; starts again from zero when its version rises. An instance of the
    /// portal that is older than the output stands back, so that two do not rebuild it against each other.
    Projection { version: i64 },
    /// Reaches people; starts at the head of the log and never replays.
    Effect,
}

pub trait Reader: Send + Sync {
    fn name(&self) -> &'static str;
    fn kind(&self) -> Kind;
    /// Digests one event. What it writes is committed together with its cursor.
    fn handle<'a>(&'a self, tx: &'a mut WriteTx, event: &'a Activity) -> BoxFuture<'a, anyhow::Result<()>>;
    /// Forgets its output, before a projection is rebuilt.
    fn clear<'a>(&'a self, _tx: &'a mut WriteTx) -> BoxFuture<'a, anyhow::Result<()>> {
        Box::pin(async { Ok(()) })
    }
}

/// An event that a reader gave up on.
#[derive(Clone, Debug)]
pub struct Parked {
    pub reader: String,
    pub seq: i64,
    pub error: String,
    pub parked_at: Timestamp,
}
crate::from_row!(Parked { reader, seq, error, parked_at });

/// How far a reader has come.
#[derive(Clone, Debug)]
pub struct ReaderState {
    pub name: String,
    pub position: i64,
    pub version: i64,
}
crate::from_row!(ReaderState { name, position, version });

pub async fn parked(tx: &mut impl Query) -> Result<Vec<Parked>> {
    tx.all(&PARKED, params![]).await
}

pub async fn states(tx: &mut impl Query) -> Result<Vec<ReaderState>> {
    tx.all(&STATES, params![]).await
}

/// The readers of this instance.
#[derive(Clone)]
pub struct Readers {
    db: Db,
    readers: Arc<Vec<Arc<dyn Reader>>>,
}

enum Step {
    CaughtUp,
    Moved,
}

/// The event of a batch that could not be digested, and how many before it could.
struct Stuck {
    before: i64,
    seq: i64,
    error: anyhow::Error,
}

impl Readers {
    /// Knows the readers to the database. A new effect starts at the head, a new projection at zero.
    pub async fn register(db: Db, readers: Vec<Arc<dyn Reader>>) -> Result<Readers> {
        let mut tx = db.write(&Actor::System("readers")).await?;
        let Position(end) = head(&mut tx).await?;
        for reader in &readers {
            let (position, version) = match reader.kind() {
                Kind::Projection { version } => (0, version),
                Kind::Effect => (end, 0),
            };
            tx.run(&REGISTER, params![reader.name(), position, version]).await?;
        }
        tx.commit_unrecorded("cursors of readers").await?;
        Ok(Readers { db, readers: Arc::new(readers) })
    }

    /// Runs every reader until it has seen the whole log. Tests and commands call this.
    pub async fn run_once(&self) -> Result<()> {
        for reader in self.readers.iter() {
            while let Step::Moved = self.step(reader.as_ref()).await? {}
        }
        Ok(())
    }

    /// Runs the readers, each in its own task, until `stop` turns true.
    pub fn spawn(&self, stop: watch::Receiver<bool>) -> Vec<tokio::task::JoinHandle<()>> {
        let run = |reader: &Arc<dyn Reader>| {
            let (this, reader, stop) = (self.clone(), Arc::clone(reader), stop.clone());
            tokio::spawn(async move { this.run(reader, stop).await })
        };
        self.readers.iter().map(run).collect()
    }

    async fn run(&self, reader: Arc<dyn Reader>, mut stop: watch::Receiver<bool>) {
        let mut recorded = self.db.recorded();
        while !*stop.borrow() {
            recorded.mark_unchanged();
            let pause = match self.step(reader.as_ref()).await {
                Ok(Step::Moved) => continue,
                Ok(Step::CaughtUp) => LOOK_AGAIN,
                Err(error) => {
                    tracing::warn!(%error, "the reader {} could not go on; it tries again", reader.name());
                    Duration::from_secs(1)
                }
            };
            tokio::select! {
                _ = recorded.changed() => {}
                () = tokio::time::sleep(pause) => {}
                _ = stop.changed() => {}
            }
        }
    }

    /// Takes the next events. If one of them fails, those before it are taken without it, so that only it parks.
    async fn step(&self, reader: &dyn Reader) -> Result<Step> {
        // A look without a lock first: most of the time there is nothing to do.
        let mut look = self.db.read().await?;
        let states = states(&mut look).await?;
        let Position(end) = head(&mut look).await?;
        drop(look);
        let known = states.iter().find(|state| state.name == reader.name());
        let outdated = matches!(reader.kind(), Kind::Projection { version } if known.is_some_and(|s| s.version < version));
        if !outdated && known.is_some_and(|state| state.position >= end) {
            return Ok(Step::CaughtUp);
        }
        let mut limit = BATCH;
        loop {
            match self.digest(reader, limit).await? {
                Ok(step) => return Ok(step),
                Err(Stuck { before: 0, seq, error }) => return self.failed(reader, seq, error).await,
                Err(Stuck { before, .. }) => limit = before,
            }
        }
    }

    async fn digest(&self, reader: &dyn Reader, limit: i64) -> Result<std::result::Result<Step, Stuck>> {
        let mut tx = self.db.write(&Actor::System(reader.name())).await?;
        let claimed: Option<(i64, i64, i64)> = tx.one(&CLAIM, params![reader.name()]).await?;
        let Some((position, seen_version, _)) = claimed else { return Ok(Ok(Step::CaughtUp)) };
        if let Kind::Projection { version } = reader.kind()
            && version != seen_version
        {
            if version < seen_version {
                tx.roll_back().await;
                return Ok(Ok(Step::CaughtUp));
            }
            // Committed before the first event is taken: if that one is bad, the rest must not wait for it.
            if let Err(error) = caught(reader.clear(&mut tx)).await {
                tx.roll_back().await;
                return Ok(Err(Stuck { before: 0, seq: 0, error }));
            }
            tx.run(&FORGET_PARKED, params![reader.name()]).await?;
            tx.run(&RESET, params![version, reader.name()]).await?;
            tx.commit_unrecorded("a projection begins again").await?;
            return Ok(Ok(Step::Moved));
        }
        let events = after(&mut tx, Position(position), limit).await?;
        let Some(last) = events.last().map(|event| event.seq) else {
            tx.commit_unrecorded("cursor of a reader").await?;
            return Ok(Ok(Step::CaughtUp));
        };
        for (before, event) in (0..).zip(&events) {
            let handled = caught(reader.handle(&mut tx, event)).await;
            // Also if the reader overlooked that a statement of its own went wrong.
            if let Err(error) = handled.and_then(|()| Ok(tx.check()?)) {
                tx.roll_back().await;
                return Ok(Err(Stuck { before, seq: event.seq, error }));
            }
        }
        tx.run(&MOVE, params![last, reader.name()]).await?;
        tx.commit_unrecorded("cursor of a reader").await?;
        Ok(Ok(Step::Moved))
    }

    /// Counts the failure; after the last try the event is parked and passed over.
    async fn failed(&self, reader: &dyn Reader, seq: i64, error: anyhow::Error) -> Result<Step> {
        let mut tx = self.db.write(&Actor::System(reader.name())).await?;
        let claimed: Option<(i64, i64, i64)> = tx.one(&CLAIM, params![reader.name()]).await?;
        let failures = claimed.map_or(0, |(_, _, failures)| failures);
        let text = format!("{error:#}");
        if failures + 1 >= TRIES && by_seq(&mut tx, seq).await?.is_some() {
            tracing::error!("the reader {} parked event {seq}: {text}", reader.name());
            let now = tx.now();
            tx.run(&PARK, params![reader.name(), seq, &text, now]).await?;
            tx.run(&MOVE, params![seq, reader.name()]).await?;
            tx.commit_unrecorded("a parked event").await?;
            return Ok(Step::Moved);
        }
        tx.run(&FAILED, params![reader.name()]).await?;
        tx.commit_unrecorded("a failed try of a reader").await?;
        Err(crate::db::DbError::Other(text))
    }
}

/// A panic is an error like others: it must not end the reader's task for good.
async fn caught(work: BoxFuture<'_, anyhow::Result<()>>) -> anyhow::Result<()> {
    AssertUnwindSafe(work)
        .catch_unwind()
        .await
        .unwrap_or_else(|_| Err(anyhow::anyhow!("the reader panicked")))
}
