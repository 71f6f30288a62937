//! Fresh databases for tests: a SQLite file in a temporary folder, and a schema or a database of its own on the
//! PostgreSQL server that `BIRGE_TEST_POSTGRES` names.

use crate::clock::{Clock, Timestamp};
use crate::db::{Db, Dialect, Location, Migration};
use crate::ids::Ids;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use tempfile::TempDir;
use tokio_postgres::NoTls;

/// The address of the server for tests, if there is one.
pub fn postgres_url() -> Option<String> {
    std::env::var("BIRGE_TEST_POSTGRES").ok().filter(|url| !url.is_empty())
}

/// The databases that tests run on: SQLite always, PostgreSQL when there is a server.
pub fn dialects() -> Vec<Dialect> {
    let mut dialects = vec![Dialect::Sqlite];
    dialects.extend(postgres_url().map(|_| Dialect::Postgres));
    dialects
}

/// A database of its own for a test. The folder is for whatever else a test keeps. Both go when dropped.
pub struct Fresh {
    pub db: Db,
    pub folder: TempDir,
    pub clock: Clock,
    pub database: Option<OwnDatabase>,
}

/// A Monday morning in Bishkek, the time at which tests begin: 2026-11-23 09:00.
pub const MONDAY: Timestamp = Timestamp(1_795_402_800_000);

/// An empty database.
///
/// # Panics
/// If the database cannot be made: a test cannot go on without it.
pub async fn fresh(dialect: Dialect, migrations: &[Migration]) -> Fresh {
    let folder = TempDir::new().expect("a temporary folder");
    let location = location(dialect, folder.path()).await;
    let fresh = open(&location, MONDAY, folder).await;
    fresh.db.migrate(migrations).await.expect("the migrations run");
    fresh
}

async fn open(location: &Location, ids_from: Timestamp, folder: TempDir) -> Fresh {
    let clock = Clock::fixed(MONDAY);
    let ids = Ids::system(Clock::fixed(ids_from));
    let db = Db::open(location, clock.clone(), ids).await.expect("the database opens");
    Fresh { db, folder, clock, database: None }
}

/// A database that many tests begin with: `make` fills it once for each build of the test program, and every test gets a
/// copy. What `make` is given is its own to drop; the folder it gives back is copied along.
///
/// # Panics
/// If the database cannot be made: a test cannot go on without it.
pub async fn copied(
    dialect: Dialect,
    migrations: &[Migration],
    make: impl AsyncFnOnce(Fresh) -> TempDir,
) -> Fresh {
    let world = World::of(dialect);
    world.make_once(migrations, make).await;
    let folder = TempDir::new().expect("a temporary folder");
    copy_folder(&world.folder, folder.path());
    let Some(server) = world.server else {
        return open(&Location::File(folder.path().join("birge.db")), MONDAY, folder).await;
    };
    let name = unique_name();
    execute(&server, &format!("CREATE DATABASE {name} TEMPLATE {}", world.database)).await;
    let location = Location::Postgres { url: database_url(&server, &name), ca_file: None };
    let fresh = open(&location, MONDAY, folder).await;
    Fresh { database: Some(OwnDatabase { server, name }), ..fresh }
}

/// What is copied, beside the test program that made it.
struct World {
    folder: PathBuf,
    /// With `database` on it.
    server: Option<String>,
    database: String,
}

impl World {
    fn of(dialect: Dialect) -> World {
        let program = std::env::current_exe().expect("a program knows where it lies");
        let built = fs::metadata(&program).and_then(|it| it.modified()).expect("files have times");
        let built = built.duration_since(SystemTime::UNIX_EPOCH).expect("after 1970").as_nanos();
        let server = (dialect == Dialect::Postgres)
            .then(|| postgres_url().expect("BIRGE_TEST_POSTGRES names a server"));
        let mut hash = DefaultHasher::new();
        (&program, built, &server).hash(&mut hash);
        let database = format!("world_{:016x}", hash.finish());
        World {
            folder: program.with_extension("worlds").join(format!("{built}")).join(&database),
            server,
            database,
        }
    }

    /// One test makes it while the others wait.
    async fn make_once(&self, migrations: &[Migration], make: impl AsyncFnOnce(Fresh) -> TempDir) {
        let build = self.folder.parent().expect("worlds lie in a folder");
        fs::create_dir_all(build).expect("a folder can be made");
        let lock = File::create(build.with_extension("lock")).expect("a file can be made");
        lock.lock().expect("a file can be locked");
        if self.folder.exists() && self.is_on_server().await {
            return;
        }
        forget_earlier(build);
        let making = TempDir::new().expect("a temporary folder");
        let file = making.path().join("birge.db");
        let database = format!("{}_making", self.database);
        let location = match &self.server {
            None => Location::File(file.clone()),
            Some(server) => {
                execute(server, &format!("DROP DATABASE IF EXISTS {database} WITH (FORCE)")).await;
                execute(server, &format!("CREATE DATABASE {database}")).await;
                Location::Postgres { url: database_url(server, &database), ca_file: None }
            }
        };
        // A second earlier, so that no copy draws an id that is taken.
        let fresh = open(&location, Timestamp(MONDAY.0 - 1000), making).await;
        fresh.db.migrate(migrations).await.expect("the migrations run");
        let made = make(fresh).await;
        let _ = fs::remove_dir_all(&self.folder);
        let kept = TempDir::new_in(build).expect("a temporary folder");
        copy_folder(made.path(), kept.path());
        match &self.server {
            None => {
                // One file, whoever may have the database and its write-ahead log still open.
                let target = kept.path().join("birge.db");
                fs::remove_file(&target).expect("a file can be removed");
                let _ = fs::remove_file(kept.path().join("birge.db-wal"));
                let source = rusqlite::Connection::open(&file).expect("the database opens");
                source
                    .execute("VACUUM INTO ?1", [target.to_string_lossy()])
                    .expect("a database can be copied");
            }
            Some(server) => {
                let own = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname";
                execute(server, &format!("{own} = '{database}'")).await;
                execute(server, &format!("ALTER DATABASE {database} RENAME TO {}", self.database)).await;
            }
        }
        fs::rename(kept.keep(), &self.folder).expect("a folder can be renamed");
    }

    async fn is_on_server(&self) -> bool {
        let Some(server) = &self.server else { return true };
        let known = format!("SELECT 1 FROM pg_database WHERE datname = '{}'", self.database);
        execute(server, &known).await > 0
    }
}

/// Worlds that another build of the same program made.
fn forget_earlier(build: &Path) {
    let worlds = build.parent().expect("builds lie in a folder");
    for entry in fs::read_dir(worlds).expect("the folder is there").flatten() {
        if entry.path().is_dir() && entry.path() != build {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// The shared memory of a SQLite database in use is left out; it is made anew.
///
/// # Panics
/// If a file cannot be copied.
pub fn copy_folder(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("the folder is there") {
        let path = entry.expect("the folder can be read").path();
        let target = to.join(path.file_name().expect("entries have names"));
        if path.is_dir() {
            fs::create_dir(&target).expect("a folder can be made");
            copy_folder(&path, &target);
        } else if path.extension().is_none_or(|kind| kind != "db-shm") {
            fs::copy(&path, &target).expect("a file can be copied");
        }
    }
}

/// A database on the server for tests, which goes with its test.
pub struct OwnDatabase {
    server: String,
    name: String,
}

impl Drop for OwnDatabase {
    fn drop(&mut self) {
        let server = self.server.clone();
        let statement = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name);
        // Nothing can be awaited here, and the runtime of the test may be ending.
        let dropped = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.expect("a runtime starts").block_on(execute(&server, &statement))
        });
        if dropped.join().is_err() {
            eprintln!("the database {} is still on the server", self.name);
        }
    }
}

/// Runs a statement on the server for tests, and says how many rows it gave.
async fn execute(server: &str, statement: &str) -> usize {
    let (client, connection) =
        tokio_postgres::connect(server, NoTls).await.expect("the server for tests answers");
    let connection = tokio::spawn(connection);
    let rows = client.simple_query(statement).await.unwrap_or_else(|error| panic!("{statement}: {error:?}"));
    drop(client);
    let _ = connection.await;
    rows.iter().filter(|it| matches!(it, tokio_postgres::SimpleQueryMessage::Row(_))).count()
}

/// The address of another database on the same server.
fn database_url(server: &str, name: &str) -> String {
    let (path, options) = server.split_once('?').unwrap_or((server, ""));
    let (host, _) = path.rsplit_once('/').expect("the address of a server names a database");
    if options.is_empty() { format!("{host}/{name}") } else { format!("{host}/{name}?{options}") }
}

fn unique_name() -> String {
    format!("t{}", Ids::system(Clock::system()).token().replace(['-', '_'], "").to_lowercase())
}

/// A place for an empty database; two that open it are two instances of one portal.
pub async fn location(dialect: Dialect, folder: &Path) -> Location {
    if dialect == Dialect::Sqlite {
        return Location::File(folder.join("birge.db"));
    }
    let url = postgres_url().expect("BIRGE_TEST_POSTGRES names a server");
    let schema = unique_name();
    execute(&url, &format!("CREATE SCHEMA {schema}")).await;
    let separator = if url.contains('?') { '&' } else { '?' };
    Location::Postgres { url: format!("{url}{separator}options=-csearch_path%3D{schema}"), ca_file: None }
}
