//! Fresh databases for tests: a SQLite file in a temporary folder, and a schema of its own on the PostgreSQL
//! server that `BIRGE_TEST_POSTGRES` names.

use crate::clock::{Clock, Timestamp};
use crate::db::{Db, Dialect, Location, Migration};
use crate::ids::Ids;
use std::path::Path;
use tempfile::TempDir;

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

/// An empty database. The folder is for whatever else a test keeps, and goes when dropped.
pub struct Fresh {
    pub db: Db,
    pub folder: TempDir,
    pub clock: Clock,
}

/// A Monday morning in Bishkek, the time at which tests begin: 2026-11-23 09:00.
pub const MONDAY: Timestamp = Timestamp(1_795_402_800_000);

/// # Panics
/// If the database cannot be made: a test cannot go on without it.
pub async fn fresh(dialect: Dialect, migrations: &[Migration]) -> Fresh {
    let folder = TempDir::new().expect("a temporary folder");
    let clock = Clock::fixed(MONDAY);
    let location = location(dialect, folder.path()).await;
    // Seeded by the folder, so that tests on one server draw different ids and each is still repeatable enough.
    let db =
        Db::open(&location, clock.clone(), Ids::system(clock.clone())).await.expect("the database opens");
    db.migrate(migrations).await.expect("the migrations run");
    Fresh { db, folder, clock }
}

/// A place for an empty database; two that open it are two instances of one portal.
pub async fn location(dialect: Dialect, folder: &Path) -> Location {
    if dialect == Dialect::Sqlite {
        return Location::File(folder.join("birge.db"));
    }
    let url = postgres_url().expect("BIRGE_TEST_POSTGRES names a server");
    let schema = format!("t{}", Ids::system(Clock::system()).token().replace(['-', '_'], "").to_lowercase());
    let (client, connection) =
        tokio_postgres::connect(&url, tokio_postgres::NoTls).await.expect("the server for tests answers");
    let connection = tokio::spawn(connection);
    client.batch_execute(&format!("CREATE SCHEMA {schema}")).await.expect("a schema can be made");
    drop(client);
    let _ = connection.await;
    let separator = if url.contains('?') { '&' } else { '?' };
    Location::Postgres { url: format!("{url}{separator}options=-csearch_path%3D{schema}"), ca_file: None }
}
