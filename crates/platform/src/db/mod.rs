//! One face over SQLite (inside, the default) and PostgreSQL (when several instances run).
//!
//! A caller writes a statement once, with `?`, and reads rows into its own types. On SQLite calls happen in
//! place and the futures are ready at once; on PostgreSQL they wait for the server. There is no query builder
//! and no mapping of objects: a section's `store.rs` holds its SQL, and nothing else does.

mod dialect;
mod migrate;
mod postgres;
mod postgres_tls;
mod sql;
mod sqlite;
mod tx;
mod value;

pub use dialect::Dialect;
pub use migrate::{MigrateError, Migration};
pub use sql::Sql;
pub use tx::{Query, ReadTx, WriteTx};
pub use value::{Cell, Cells, FromCell, FromRow, Value, id_list, take};

use crate::activity::Position;
use crate::actor::Actor;
use crate::clock::Clock;
use crate::ids::Ids;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::sync::Notify;

/// The statements of the database module itself.
pub fn statements() -> impl Iterator<Item = &'static Sql> {
    migrate::ALL.iter().copied()
}

pub type Result<T> = std::result::Result<T, DbError>;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DbError {
    #[error("this is already there: {0}")]
    NotUnique(String),
    #[error("the database is busy")]
    Busy,
    #[error("the disk of the database is full")]
    Full,
    #[error("the database cannot be reached: {0}")]
    Unreachable(String),
    /// A transaction changed rows and recorded no event. Said in every build: a silent change is worse.
    #[error("a change was made that recorded no event: {0}")]
    Unrecorded(String),
    #[error("the database refused: {0}")]
    Other(String),
}

enum Engine {
    Sqlite(Arc<sqlite::Sqlite>),
    Postgres(postgres::Postgres),
}

struct Shared {
    engine: Engine,
    clock: Clock,
    ids: Ids,
    statements: AtomicU64,
    reading: AtomicU64,
    overlaps: AtomicU64,
    /// Rings after each commit that recorded events. Carries no data: a reader looks for itself.
    recorded: tokio::sync::watch::Sender<Position>,
    /// Rings after each commit that queued a job.
    queued: Notify,
}

/// The database. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    shared: Arc<Shared>,
}

/// Which database to open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    File(PathBuf),
    Postgres {
        /// `?sslmode=require` or `verify-full` asks for TLS, always with a checked certificate.
        url: String,
        /// A PEM file with the authority that signed the server's certificate, if it is a private one.
        ca_file: Option<PathBuf>,
    },
}

impl Location {
    /// An empty `url` means SQLite in the data folder, an empty `ca_file` the public authorities.
    pub fn from_url(url: &str, ca_file: &str, data_dir: &Path) -> std::result::Result<Location, String> {
        if url.is_empty() {
            Ok(Location::File(data_dir.join("birge.db")))
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let ca_file = (!ca_file.is_empty()).then(|| ca_file.into());
            Ok(Location::Postgres { url: url.to_owned(), ca_file })
        } else if let Some(path) = url.strip_prefix("sqlite://") {
            Ok(Location::File(path.into()))
        } else {
            Err("`database.url` must start with postgres:// or sqlite://, or be left out".into())
        }
    }
}

/// PostgreSQL, asked once whether it answers.
async fn reach(url: &str, ca_file: Option<&Path>) -> Result<Engine> {
    let postgres = postgres::Postgres::open(url, ca_file)?;
    drop(postgres.connection().await?);
    Ok(Engine::Postgres(postgres))
}

impl Db {
    /// Opens the database without touching its tables; [`Db::migrate`] brings those up to date.
    pub async fn open(location: &Location, clock: Clock, ids: Ids) -> Result<Db> {
        let engine = match location {
            Location::File(path) => {
                if let Some(folder) = path.parent() {
                    std::fs::create_dir_all(folder).map_err(|error| {
                        DbError::Unreachable(format!(
                            "the folder {} cannot be made: {error}",
                            folder.display()
                        ))
                    })?;
                }
                Engine::Sqlite(Arc::new(sqlite::Sqlite::open(path).map_err(|error| {
                    DbError::Unreachable(format!("the file {} cannot be opened: {error}", path.display()))
                })?))
            }
            Location::Postgres { url, ca_file } => reach(url, ca_file.as_deref()).await?,
        };
        Ok(Self::over(engine, clock, ids))
    }

    /// Opens a database that is there, for looking: nothing is made, and on SQLite nothing can be written.
    pub async fn existing(location: &Location, clock: Clock, ids: Ids) -> Result<Db> {
        let engine = match location {
            Location::File(path) if !path.exists() => {
                let text = format!("there is no file {} yet; the first start makes it", path.display());
                return Err(DbError::Unreachable(text));
            }
            Location::File(path) => Engine::Sqlite(Arc::new(sqlite::Sqlite::existing(path)?)),
            Location::Postgres { url, ca_file } => reach(url, ca_file.as_deref()).await?,
        };
        Ok(Self::over(engine, clock, ids))
    }

    fn over(engine: Engine, clock: Clock, ids: Ids) -> Db {
        let shared = Shared {
            engine,
            clock,
            ids,
            statements: AtomicU64::new(0),
            reading: AtomicU64::new(0),
            overlaps: AtomicU64::new(0),
            recorded: tokio::sync::watch::Sender::new(Position::default()),
            queued: Notify::new(),
        };
        Db { shared: Arc::new(shared) }
    }

    pub fn dialect(&self) -> Dialect {
        match self.shared.engine {
            Engine::Sqlite(_) => Dialect::Sqlite,
            Engine::Postgres(_) => Dialect::Postgres,
        }
    }

    pub fn clock(&self) -> &Clock {
        &self.shared.clock
    }

    pub fn ids(&self) -> &Ids {
        &self.shared.ids
    }

    /// A connection for reading. On SQLite all its statements see the database at one moment, which also spares the
    /// locks of each; on PostgreSQL each sees what was committed when it began.
    pub async fn read(&self) -> Result<ReadTx> {
        self.count_overlap();
        let conn = match &self.shared.engine {
            Engine::Sqlite(sqlite) => tx::ReadConn::Sqlite(sqlite.read().await?),
            Engine::Postgres(postgres) => tx::ReadConn::Postgres(postgres.connection().await?),
        };
        Ok(ReadTx::new(self.clone(), conn))
    }

    /// A transaction for writing, in the name of `actor`. Dropped without a commit, it never happened.
    pub async fn write(&self, actor: &Actor) -> Result<WriteTx> {
        self.count_overlap();
        let conn = match &self.shared.engine {
            Engine::Sqlite(sqlite) => tx::WriteConn::Sqlite(sqlite.write().await?),
            Engine::Postgres(postgres) => tx::WriteConn::Postgres(postgres.write().await?),
        };
        Ok(WriteTx::new(self.clone(), conn, actor.clone()))
    }

    /// Statements run since the start. Tests take the difference to count a page's queries.
    pub fn statements_run(&self) -> u64 {
        self.shared.statements.load(Ordering::Relaxed)
    }

    /// How often, since this was last asked, a connection was taken while a reading one was held. Who does that can wait for ever among others
    /// who do the same, and may go on reading what they have changed meanwhile. Tests, which ask for one page at a
    /// time, expect none.
    pub fn overlaps(&self) -> u64 {
        self.shared.overlaps.swap(0, Ordering::Relaxed)
    }

    fn count_overlap(&self) {
        if self.shared.reading.load(Ordering::Relaxed) > 0 {
            self.shared.overlaps.fetch_add(1, Ordering::Relaxed);
        }
    }

    fn count_statement(&self) {
        self.shared.statements.fetch_add(1, Ordering::Relaxed);
    }

    /// Changes whenever an event was recorded through this `Db`.
    pub fn recorded(&self) -> tokio::sync::watch::Receiver<Position> {
        self.shared.recorded.subscribe()
    }

    pub(crate) fn announce(&self, position: Position) {
        self.shared.recorded.send_if_modified(|seen| {
            let later = position > *seen;
            if later {
                *seen = position;
            }
            later
        });
    }

    pub(crate) fn queued(&self) -> &Notify {
        &self.shared.queued
    }

    /// Prepares a statement and tells the types of its columns as far as this database knows them. For tests.
    pub async fn check(&self, sql: &Sql) -> Result<Vec<String>> {
        match &self.shared.engine {
            Engine::Sqlite(sqlite) => {
                let mut read = sqlite.read().await?;
                let statement = read.conn()?.prepare(sql.text_for(Dialect::Sqlite))?;
                let columns = statement.columns();
                Ok(columns.map(|c| c.decl_type().unwrap_or("").to_owned()).collect())
            }
            Engine::Postgres(postgres) => {
                let conn = postgres.connection().await?;
                let statement = conn.prepare(sql.text_for(Dialect::Postgres)).await?;
                Ok(statement.columns().iter().map(|c| c.type_().name().to_owned()).collect())
            }
        }
    }

    /// How the database would run a statement: its plan, as text. For tests and for people who tune.
    pub async fn explain(&self, sql: &Sql, params: &[Value<'_>]) -> Result<String> {
        let dialect = self.dialect();
        let prefix = match dialect {
            Dialect::Sqlite => "EXPLAIN QUERY PLAN ",
            Dialect::Postgres => "EXPLAIN ",
        };
        let explained = Sql::composed(sql.name().to_owned(), format!("{prefix}{}", sql.source()));
        let mut tx = self.read().await?;
        match dialect {
            Dialect::Sqlite => {
                let rows: Vec<(i64, i64, i64, String)> = tx.all(&explained, params).await?;
                Ok(rows.into_iter().map(|row| row.3 + "\n").collect())
            }
            Dialect::Postgres => {
                let rows: Vec<String> = tx.all(&explained, params).await?;
                Ok(rows.join("\n"))
            }
        }
    }
}
