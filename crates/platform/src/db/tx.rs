//! Reading, and writing in a transaction that also writes the log.

use super::postgres::{self, PostgresWrite};
use super::sqlite::{self, SqliteRead, SqliteWrite};
use super::value::{FromRow, Value};
use super::{Db, DbError, Result, Sql};
use crate::activity::{self, NewActivity};
use crate::actor::Actor;
use crate::clock::Timestamp;
use crate::jobs::{self, NewJob};
use std::future::Future;
use std::sync::atomic::Ordering;

pub(super) enum ReadConn {
    Sqlite(SqliteRead),
    Postgres(deadpool_postgres::Object),
}

#[expect(clippy::large_enum_variant, reason = "one per transaction, never stored in numbers")]
pub(super) enum WriteConn {
    Sqlite(SqliteWrite),
    Postgres(PostgresWrite),
}

/// What both kinds of transaction can do, so that a query serves pages and actions alike.
pub trait Query: Send {
    fn db(&self) -> &Db;

    /// All rows of a statement.
    fn all<T: FromRow + Send>(
        &mut self,
        sql: &Sql,
        params: &[Value<'_>],
    ) -> impl Future<Output = Result<Vec<T>>> + Send {
        self.some(sql, params, usize::MAX)
    }

    /// The first row, if there is one.
    fn one<T: FromRow + Send>(
        &mut self,
        sql: &Sql,
        params: &[Value<'_>],
    ) -> impl Future<Output = Result<Option<T>>> + Send {
        async move { Ok(self.some(sql, params, 1).await?.pop()) }
    }

    /// At most `limit` rows.
    fn some<T: FromRow + Send>(
        &mut self,
        sql: &Sql,
        params: &[Value<'_>],
        limit: usize,
    ) -> impl Future<Output = Result<Vec<T>>> + Send;
}

/// A connection for reading; it goes back to its pool when dropped.
pub struct ReadTx {
    db: Db,
    conn: ReadConn,
}

impl ReadTx {
    pub(super) fn new(db: Db, conn: ReadConn) -> Self {
        db.shared.reading.fetch_add(1, Ordering::Relaxed);
        Self { db, conn }
    }
}

impl Drop for ReadTx {
    fn drop(&mut self) {
        self.db.shared.reading.fetch_sub(1, Ordering::Relaxed);
    }
}

fn named(sql: &Sql) -> impl Fn(DbError) -> DbError + '_ {
    move |error| match error {
        DbError::Other(text) => DbError::Other(format!("{text} (in {})", sql.name())),
        other => other,
    }
}

impl Query for ReadTx {
    fn db(&self) -> &Db {
        &self.db
    }

    async fn some<T: FromRow + Send>(
        &mut self,
        sql: &Sql,
        params: &[Value<'_>],
        limit: usize,
    ) -> Result<Vec<T>> {
        self.db.count_statement();
        match &mut self.conn {
            ReadConn::Sqlite(read) => read.conn().and_then(|conn| sqlite::all(conn, sql, params, limit)),
            ReadConn::Postgres(conn) => postgres::all(conn, sql, params, limit).await,
        }
        .map_err(named(sql))
    }
}

/// A transaction in somebody's name. Rows, events and jobs are committed together or not at all.
pub struct WriteTx {
    db: Db,
    conn: WriteConn,
    actor: Actor,
    now: Timestamp,
    events: Vec<NewActivity>,
    changed: u64,
    queued: bool,
    /// The last statement that changed rows, to name the culprit when nothing was recorded.
    last_change: String,
    /// The first statement that went wrong. PostgreSQL then takes nothing more, and answers a COMMIT by rolling
    /// back without calling it an error; so on both databases a failed statement is the end of its transaction.
    failed: Option<DbError>,
}

impl Query for WriteTx {
    fn db(&self) -> &Db {
        &self.db
    }

    async fn some<T: FromRow + Send>(
        &mut self,
        sql: &Sql,
        params: &[Value<'_>],
        limit: usize,
    ) -> Result<Vec<T>> {
        let found = self.some_quietly(sql, params, limit).await?;
        if sql.returns_changes() {
            self.note_changes(sql, found.len() as u64);
        }
        Ok(found)
    }
}

impl WriteTx {
    pub(super) fn new(db: Db, conn: WriteConn, actor: Actor) -> Self {
        let now = db.clock().now();
        Self {
            db,
            conn,
            actor,
            now,
            events: Vec::new(),
            changed: 0,
            queued: false,
            last_change: String::new(),
            failed: None,
        }
    }

    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The time of the whole transaction.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    pub fn next_id<T: From<i64>>(&self) -> T {
        T::from(self.db.ids().next())
    }

    /// Runs a statement that changes rows; returns how many.
    pub async fn run(&mut self, sql: &Sql, params: &[Value<'_>]) -> Result<u64> {
        let changed = self.run_quietly(sql, params).await?;
        self.note_changes(sql, changed);
        Ok(changed)
    }

    fn note_changes(&mut self, sql: &Sql, changed: u64) {
        if changed > 0 {
            self.changed += changed;
            sql.name().clone_into(&mut self.last_change);
        }
    }

    async fn some_quietly<T: FromRow + Send>(
        &mut self,
        sql: &Sql,
        params: &[Value<'_>],
        limit: usize,
    ) -> Result<Vec<T>> {
        self.check()?;
        self.db.count_statement();
        let found = match &mut self.conn {
            WriteConn::Sqlite(write) => write.on(|conn| sqlite::all(conn, sql, params, limit)),
            WriteConn::Postgres(write) => postgres::all(write.conn(), sql, params, limit).await,
        };
        found.map_err(|error| self.fail(named(sql)(error)))
    }

    /// Whether every statement so far went well.
    pub(crate) fn check(&self) -> Result<()> {
        self.failed.clone().map_or(Ok(()), Err)
    }

    fn fail(&mut self, error: DbError) -> DbError {
        self.failed.get_or_insert(error).clone()
    }

    /// For rows that are nobody's doing: counters of the log, cursors, jobs.
    pub(crate) async fn run_quietly(&mut self, sql: &Sql, params: &[Value<'_>]) -> Result<u64> {
        self.check()?;
        self.db.count_statement();
        let changed = match &mut self.conn {
            WriteConn::Sqlite(write) => write.on(|conn| sqlite::run(conn, sql, params)),
            WriteConn::Postgres(write) => postgres::run(write.conn(), sql, params).await,
        };
        changed.map_err(|error| self.fail(named(sql)(error)))
    }

    /// Several statements at once, as text. Only migrations need it.
    pub(super) async fn run_script(&mut self, script: &str) -> Result<()> {
        self.check()?;
        let ran = match &mut self.conn {
            WriteConn::Sqlite(write) => write.on(|conn| Ok(conn.execute_batch(script)?)),
            WriteConn::Postgres(write) => write.conn().batch_execute(script).await.map_err(DbError::from),
        };
        ran.map_err(|error| self.fail(error))
    }

    /// Adds an event to the log; written with the rows when the transaction commits.
    pub fn record(&mut self, event: impl Into<NewActivity>) {
        self.events.push(event.into());
    }

    /// Queues a job; it exists when the transaction commits. A job with a known dedupe key is left as it is.
    pub async fn enqueue(&mut self, job: NewJob) -> Result<()> {
        jobs::insert(self, job).await?;
        self.queued = true;
        Ok(())
    }

    /// Makes everything durable and wakes the readers of the log and the workers. After a failed statement
    /// nothing is written, and the error is that statement's.
    pub async fn commit(self) -> Result<()> {
        self.check()?;
        if self.changed > 0 && self.events.is_empty() {
            return Err(DbError::Unrecorded(self.last_change.clone()));
        }
        self.finish().await
    }

    /// For changes that are not history: sessions, cursors, clean-up. The reason stands in the code.
    pub async fn commit_unrecorded(self, _reason: &'static str) -> Result<()> {
        self.finish().await
    }

    async fn finish(mut self) -> Result<()> {
        self.check()?;
        let position = if self.events.is_empty() {
            None
        } else {
            let events = std::mem::take(&mut self.events);
            Some(activity::append(&mut self, events).await?)
        };
        match self.conn {
            WriteConn::Sqlite(write) => write.commit().await?,
            WriteConn::Postgres(write) => write.commit().await?,
        }
        if let Some(position) = position {
            self.db.announce(position);
        }
        if self.queued {
            self.db.queued().notify_waiters();
        }
        Ok(())
    }

    /// Gives the transaction up. Dropping does the same, but on PostgreSQL costs the connection.
    pub async fn roll_back(self) {
        if let WriteConn::Postgres(write) = self.conn {
            write.roll_back().await;
        }
    }
}
