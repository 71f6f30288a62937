//! SQLite, called in place: a few reading connections, and one writer whose waiting transactions share commits.
//!
//! # Design
//! Calls run on the async thread. Handing each statement to a worker thread costs several times the statement
//! itself, and requests here are short; long work takes a connection and a thread of its own.
//!
//! Each write transaction is a savepoint inside one outer transaction. Whoever finishes while others wait
//! leaves the outer transaction open and queues up again; the first of a batch to get the writer back commits
//! for all. So ten waiting writers share one fsync, and nobody is told "saved" before that fsync returned.
//! If SQLite gives up the outer transaction (a full disk), everybody of the batch gets the error.

use super::dialect::Dialect;
use super::sql::Sql;
use super::value::{Cell, Cells, FromRow, Value};
use super::{DbError, Result};
use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::{OwnedMutexGuard, OwnedSemaphorePermit, Semaphore, watch};

const READERS: usize = 4;
/// A request that waits this long for a reading connection is told that the database is busy, as on PostgreSQL.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long SQLite waits for another process before it says that it is busy.
const BUSY: Duration = Duration::from_secs(5);
const CACHED_STATEMENTS: usize = 256;

pub struct Sqlite {
    pub(super) path: PathBuf,
    idle: Mutex<Vec<Connection>>,
    permits: Arc<Semaphore>,
    writer: Arc<tokio::sync::Mutex<Writer>>,
    /// How many want the writer. Above zero, a finished transaction leaves its commit to the batch.
    waiting: AtomicUsize,
}

struct Writer {
    conn: Connection,
    batch: Option<Arc<Batch>>,
}

/// The transactions that one COMMIT will make durable.
struct Batch {
    outcome: watch::Sender<Option<std::result::Result<(), DbError>>>,
}

impl Batch {
    fn new() -> Arc<Self> {
        Arc::new(Self { outcome: watch::Sender::new(None) })
    }
    fn end(&self, outcome: std::result::Result<(), DbError>) {
        self.outcome.send_replace(Some(outcome));
    }
}

fn connect(path: &Path, write: bool) -> Result<Connection> {
    let flags = if write {
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE
    } else {
        OpenFlags::SQLITE_OPEN_READ_WRITE
    };
    let conn = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    conn.busy_timeout(BUSY)?;
    if write {
        turn_on_wal(&conn)?;
    }
    // FULL: an acknowledged write survives a power cut, not only a crash of the process.
    conn.execute_batch(
        "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; \
         PRAGMA cache_size=-4000; PRAGMA mmap_size=67108864; PRAGMA temp_store=MEMORY;",
    )?;
    if !write {
        conn.execute_batch("PRAGMA query_only=ON;")?;
    }
    // Plans must not depend on the values of parameters: otherwise every change of a value parses the statement
    // anew, which cost a fifth of a page. A partial index is therefore used only where its condition is written out.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    conn.set_prepared_statement_cache_capacity(CACHED_STATEMENTS);
    Ok(conn)
}

/// Two processes that begin with a new file at the same moment: one of them is told "busy" at once, whatever it is
/// willing to wait.
fn turn_on_wal(conn: &Connection) -> Result<()> {
    let started = Instant::now();
    loop {
        match conn.execute_batch("PRAGMA journal_mode=WAL").map_err(DbError::from) {
            Err(DbError::Busy) if started.elapsed() < BUSY => std::thread::sleep(Duration::from_millis(10)),
            done => return done,
        }
    }
}

impl Sqlite {
    pub fn open(path: &Path) -> Result<Self> {
        Ok(Self::over(path, connect(path, true)?))
    }

    /// Only for reading: its writer is refused every write.
    pub fn existing(path: &Path) -> Result<Self> {
        Ok(Self::over(path, connect(path, false)?))
    }

    fn over(path: &Path, conn: Connection) -> Self {
        Self {
            path: path.to_owned(),
            idle: Mutex::new(Vec::new()),
            permits: Arc::new(Semaphore::new(READERS)),
            writer: Arc::new(tokio::sync::Mutex::new(Writer { conn, batch: None })),
            waiting: AtomicUsize::new(0),
        }
    }

    pub async fn read(self: &Arc<Self>) -> Result<SqliteRead> {
        let permit = tokio::time::timeout(PATIENCE, Arc::clone(&self.permits).acquire_owned())
            .await
            .map_err(|_| DbError::Busy)?
            .expect("the semaphore is never closed");
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let conn = match idle {
            Some(conn) => conn,
            None => connect(&self.path, false)?,
        };
        Ok(SqliteRead { home: Arc::clone(self), conn: Some(conn), _permit: permit })
    }

    async fn lock(self: &Arc<Self>) -> OwnedMutexGuard<Writer> {
        struct Waiting<'a>(&'a AtomicUsize);
        impl Drop for Waiting<'_> {
            fn drop(&mut self) {
                self.0.fetch_sub(1, Ordering::SeqCst);
            }
        }
        self.waiting.fetch_add(1, Ordering::SeqCst);
        let _waiting = Waiting(&self.waiting);
        Arc::clone(&self.writer).lock_owned().await
    }

    pub async fn write(self: &Arc<Self>) -> Result<SqliteWrite> {
        let mut writer = self.lock().await;
        if writer.batch.is_none() {
            writer.conn.execute_batch("BEGIN IMMEDIATE")?;
            writer.batch = Some(Batch::new());
        }
        let mut write = SqliteWrite { home: Arc::clone(self), writer: Some(writer) };
        write.on(|conn| Ok(conn.execute_batch("SAVEPOINT one")?))?;
        Ok(write)
    }
}

impl Writer {
    /// Ends the outer transaction for everybody in it.
    fn commit(&mut self) {
        let Some(batch) = self.batch.take() else { return };
        let outcome = self.conn.execute_batch("COMMIT").map_err(DbError::from);
        if outcome.is_err() {
            self.roll_back();
        }
        batch.end(outcome);
    }

    /// Undoes one transaction of the batch, and the outer one with it if nobody else waits for that.
    fn give_up_one(&mut self) {
        let Some(batch) = self.batch.take() else { return };
        if let Err(error) = self.conn.execute_batch("ROLLBACK TO one; RELEASE one") {
            tracing::error!(%error, "a transaction could not be rolled back");
            self.roll_back();
            batch.end(Err(error.into()));
        } else if batch.outcome.receiver_count() == 0 {
            self.roll_back();
        } else {
            self.batch = Some(batch);
        }
    }

    fn roll_back(&mut self) {
        if !self.conn.is_autocommit()
            && let Err(error) = self.conn.execute_batch("ROLLBACK")
        {
            tracing::error!(%error, "a transaction could not be rolled back");
        }
    }
}

pub struct SqliteRead {
    home: Arc<Sqlite>,
    conn: Option<Connection>,
    _permit: OwnedSemaphorePermit,
}

impl SqliteRead {
    /// The connection, inside a transaction that began with the first statement.
    pub fn conn(&mut self) -> Result<&Connection> {
        let conn = self.conn.as_ref().expect("held until drop");
        if conn.is_autocommit() {
            conn.prepare_cached("BEGIN")?.execute([])?;
        }
        Ok(conn)
    }
}

impl Drop for SqliteRead {
    fn drop(&mut self) {
        let Some(conn) = self.conn.take() else { return };
        let ended =
            conn.is_autocommit() || conn.prepare_cached("COMMIT").is_ok_and(|mut it| it.execute([]).is_ok());
        // A connection that cannot let go of its moment would show it to the next reader; a new one is made then.
        if ended {
            self.home.idle.lock().unwrap_or_else(PoisonError::into_inner).push(conn);
        }
    }
}

pub struct SqliteWrite {
    home: Arc<Sqlite>,
    writer: Option<OwnedMutexGuard<Writer>>,
}

impl SqliteWrite {
    /// Does something inside the transaction.
    ///
    /// SQLite may end the outer transaction by itself, when the disk is full for instance. Then all that the
    /// batch had finished is gone, and its members are told why. A statement that came after would be written
    /// at once, outside of any transaction; it is refused.
    pub fn on<T>(&mut self, work: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let writer = self.writer.as_mut().expect("held until commit");
        if writer.batch.is_none() {
            return Err(DbError::Other("the database gave up this transaction before".into()));
        }
        let done = work(&writer.conn);
        if writer.conn.is_autocommit()
            && let Some(batch) = writer.batch.take()
        {
            let reason = done.as_ref().err().cloned();
            batch.end(Err(reason.unwrap_or_else(|| DbError::Other("the transaction ended early".into()))));
        }
        done
    }

    /// Returns once the writes are on disk.
    pub async fn commit(mut self) -> Result<()> {
        self.on(|conn| Ok(conn.execute_batch("RELEASE one")?))?;
        let mut writer = self.writer.take().expect("held until commit");
        let batch = Arc::clone(writer.batch.as_ref().expect("a batch is open while a transaction is"));
        let mut outcome = batch.outcome.subscribe();
        if self.home.waiting.load(Ordering::SeqCst) == 0 {
            writer.commit();
        } else {
            drop(writer);
            // A task of its own, so that the commit happens even if this request is given up meanwhile.
            let home = Arc::clone(&self.home);
            tokio::spawn(async move {
                let mut writer = home.lock().await;
                if writer.batch.as_ref().is_some_and(|open| Arc::ptr_eq(open, &batch)) {
                    writer.commit();
                }
            });
        }
        let ended =
            outcome.wait_for(Option::is_some).await.map_err(|_| DbError::Other("commit lost".into()))?;
        ended.clone().expect("waited for it")
    }
}

impl Drop for SqliteWrite {
    fn drop(&mut self) {
        if let Some(writer) = &mut self.writer {
            writer.give_up_one();
        }
    }
}

struct Param<'a, 'v>(&'a Value<'v>);

impl rusqlite::ToSql for Param<'_, '_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self.0 {
            Value::Null => ValueRef::Null,
            Value::Int(v) => ValueRef::Integer(*v),
            Value::Text(v) => ValueRef::Text(v.as_bytes()),
            Value::Bytes(v) => ValueRef::Blob(v),
        }))
    }
}

struct Row<'r, 's> {
    row: &'r rusqlite::Row<'s>,
    next: usize,
}

impl Cells for Row<'_, '_> {
    fn next_cell(&mut self) -> Result<Cell<'_>> {
        let value = self.row.get_ref(self.next)?;
        self.next += 1;
        Ok(match value {
            ValueRef::Null => Cell::Null,
            ValueRef::Integer(v) => Cell::Int(v),
            ValueRef::Text(v) => {
                Cell::Text(std::str::from_utf8(v).map_err(|e| DbError::Other(e.to_string()))?)
            }
            ValueRef::Blob(v) => Cell::Bytes(v),
            ValueRef::Real(v) => return Err(DbError::Other(format!("a fraction {v} in a row"))),
        })
    }
}

pub fn all<T: FromRow>(conn: &Connection, sql: &Sql, params: &[Value<'_>], limit: usize) -> Result<Vec<T>> {
    let mut statement = conn.prepare_cached(sql.text_for(Dialect::Sqlite))?;
    let mut rows = statement.query(rusqlite::params_from_iter(params.iter().map(Param)))?;
    let mut found = Vec::new();
    while found.len() < limit {
        let Some(row) = rows.next()? else { break };
        found.push(T::from_row(&mut Row { row, next: 0 })?);
    }
    Ok(found)
}

pub fn run(conn: &Connection, sql: &Sql, params: &[Value<'_>]) -> Result<u64> {
    let mut statement = conn.prepare_cached(sql.text_for(Dialect::Sqlite))?;
    Ok(statement.execute(rusqlite::params_from_iter(params.iter().map(Param)))? as u64)
}

impl From<rusqlite::Error> for DbError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{ConstraintViolation, DatabaseBusy, DiskFull};
        match &error {
            rusqlite::Error::SqliteFailure(failure, message) => {
                let message = message.clone().unwrap_or_default();
                match failure.code {
                    DiskFull => DbError::Full,
                    DatabaseBusy => DbError::Busy,
                    ConstraintViolation if message.starts_with("UNIQUE") => DbError::NotUnique(message),
                    _ => DbError::Other(error.to_string()),
                }
            }
            _ => DbError::Other(error.to_string()),
        }
    }
}
