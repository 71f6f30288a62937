//! What the portal relies on of its database, log, jobs and mail, on SQLite and on PostgreSQL.
//! What one file can prove alone stands in that file.

#![expect(clippy::unwrap_used, reason = "a test whose preparations fail cannot go on")]

mod batches;
mod jobs;
mod log;
mod mail;
mod migrations;
mod postgres;
mod readers;
mod values;
mod writing;

use platform::activity::NewActivity;
use platform::actor::Actor;
use platform::clock::Clock;
use platform::db::{Db, Dialect, Migration, Query};
use platform::ids::Ids;
use platform::params;
use platform::subject::Subject;
use platform::testing::{self, Fresh, dialects};
use serde_json::json;
use std::path::Path;

platform::sql! {
    ADD: "INSERT INTO things (id, name, size, hash) VALUES (?, ?, ?, ?)";
    NAME: "INSERT INTO things (id, name) VALUES (?, ?)";
    RENAME: "UPDATE things SET name = ? WHERE id = ? RETURNING id";
    THINGS: "SELECT id, name, size, hash FROM things ORDER BY id";
    IDS: "SELECT id FROM things ORDER BY id";
    AMONG: "SELECT id FROM things WHERE id IN {bigints} AND id <> ? ORDER BY id";
    NOT_AMONG: "SELECT id FROM things WHERE id NOT IN {bigints} ORDER BY id";
    COUNT: "SELECT COUNT(*) FROM things";
    SUM: "SELECT CAST(SUM(size) AS BIGINT) FROM things";
    LARGE: "SELECT EXISTS (SELECT 1 FROM things WHERE size > ?)";
    IS_SIZE: "SELECT size = ?, size IS NULL FROM things WHERE id = ?";
    ORPHAN: "INSERT INTO children (id, parent) VALUES (?, ?)";
    OUTPUT: "INSERT INTO outputs (reader, seq) VALUES (?, ?)";
    OUTPUTS: "SELECT seq FROM outputs WHERE reader = ? ORDER BY seq";
    CLEAR_OUTPUT: "DELETE FROM outputs WHERE reader = ?";
    JOBS: "SELECT COUNT(*) FROM jobs";
}

/// The platform's tables, and some for these tests.
fn tables() -> Vec<Migration> {
    let platform = include_str!("../../../../migrations/0001_platform.sql");
    let chain = include_str!("../../../../migrations/0014_activity_chain.sql");
    let tests = "
CREATE TABLE things (
    id BIGINT PRIMARY KEY,
    name TEXT UNIQUE,
    size BIGINT,
    hash BYTEA
);
CREATE TABLE parents (
    id BIGINT PRIMARY KEY
);
CREATE TABLE children (
    id BIGINT PRIMARY KEY,
    parent BIGINT NOT NULL REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE outputs (
    reader TEXT NOT NULL,
    seq BIGINT NOT NULL
);
";
    vec![
        migration("0001_platform.sql", platform),
        migration("0002_tests.sql", tests),
        migration("0014_activity_chain.sql", chain),
    ]
}

fn migration(file: &str, text: &str) -> Migration {
    Migration { file: file.to_owned(), text: text.to_owned() }
}

async fn fresh(dialect: Dialect) -> Fresh {
    println!("on {}", dialect.name());
    testing::fresh(dialect, &tables()).await
}

/// Two instances of one portal.
async fn two(dialect: Dialect, folder: &Path, clock: &Clock) -> [Db; 2] {
    println!("on {}", dialect.name());
    let location = testing::location(dialect, folder).await;
    let open = || Db::open(&location, clock.clone(), Ids::system(clock.clone()));
    let both = [open().await.unwrap(), open().await.unwrap()];
    both[0].migrate(&tables()).await.unwrap();
    both
}

const TESTER: Actor = Actor::System("tests");

fn added(id: i64) -> NewActivity {
    let subject = Subject::new("things.thing", id);
    NewActivity { kind: "things.thing.added", subject, scope: None, data: json!({ "id": id }) }
}

/// Adds a thing and says so in the log.
async fn add(db: &Db, id: i64) -> platform::db::Result<()> {
    let mut tx = db.write(&TESTER).await?;
    tx.run(&NAME, params![id, format!("thing {id}")]).await?;
    tx.record(added(id));
    tx.commit().await
}

async fn ids(db: &Db) -> Vec<i64> {
    db.read().await.unwrap().all(&IDS, params![]).await.unwrap()
}

#[tokio::test]
async fn both_databases_accept_every_statement_and_mean_the_same_types() {
    for dialect in dialects() {
        let fresh = fresh(dialect).await;
        for sql in platform::statements().into_iter().chain(ALL.iter().copied()) {
            fresh
                .db
                .check(sql)
                .await
                .unwrap_or_else(|error| panic!("{} on {}: {error}", sql.name(), dialect.name()));
        }
    }
}
