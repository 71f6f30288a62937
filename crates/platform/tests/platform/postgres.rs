//! What only PostgreSQL can do: lose its connection, restart, speak TLS.

use crate::{NAME, TESTER, add, added, fresh, ids};
use platform::clock::Clock;
use platform::db::{Db, DbError, Dialect, Location, Query};
use platform::ids::Ids;
use platform::params;
use platform::testing::postgres_url;
use std::time::Duration;
use tokio::time::timeout;

platform::sql! {
    PID: "SELECT pg_backend_pid()";
    OPEN: "SELECT COUNT(*) FROM pg_stat_activity WHERE pid IN {bigints} AND state LIKE 'idle in transaction%'";
    ENCRYPTED: "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
}

/// Ends the server's process for one connection, as a restart does for all.
async fn terminate(pid: i64) {
    let url = postgres_url().unwrap();
    let (client, connection) = tokio_postgres::connect(&url, tokio_postgres::NoTls).await.unwrap();
    tokio::spawn(connection);
    client.execute("SELECT pg_terminate_backend($1::BIGINT::INT)", &[&pid]).await.unwrap();
    tokio::time::sleep(Duration::from_millis(100)).await;
}

#[tokio::test]
async fn dropped_transactions_do_not_use_up_the_pool() {
    if postgres_url().is_none() {
        return;
    }
    let db = fresh(Dialect::Postgres).await.db;
    for id in 0..30 {
        let mut tx = db.write(&TESTER).await.unwrap();
        tx.run(&NAME, params![id, None::<&str>]).await.unwrap();
    }
    timeout(Duration::from_secs(5), add(&db, 1)).await.expect("a connection is free").unwrap();
    assert_eq!(ids(&db).await, [1]);
}

#[tokio::test]
async fn a_request_given_up_at_any_moment_leaves_no_open_transaction() {
    if postgres_url().is_none() {
        return;
    }
    let db = fresh(Dialect::Postgres).await.db;
    for micros in (0..3000).step_by(60) {
        let work = async {
            let mut tx = db.write(&TESTER).await.unwrap();
            tx.run(&NAME, params![micros, None::<&str>]).await.unwrap();
            tx.record(added(micros));
            tx.commit().await.unwrap();
        };
        let _ = timeout(Duration::from_micros(micros.unsigned_abs()), work).await;
    }
    tokio::time::sleep(Duration::from_millis(100)).await;
    let mut connections = Vec::new();
    let mut pids = Vec::new();
    for _ in 0..9 {
        let mut tx = db.read().await.unwrap();
        pids.push(tx.one::<i64>(&PID, params![]).await.unwrap().unwrap());
        connections.push(tx);
    }
    let open: Option<i64> =
        db.read().await.unwrap().one(&OPEN, params![platform::db::id_list(pids)]).await.unwrap();
    assert_eq!(open, Some(0));
}

#[tokio::test]
async fn a_lost_connection_is_unreachable_once_and_then_replaced() {
    if postgres_url().is_none() {
        return;
    }
    let db = fresh(Dialect::Postgres).await.db;
    assert_eq!(ALL.len(), 3);
    let mut reading = db.read().await.unwrap();
    let pid = reading.one(&PID, params![]).await.unwrap().unwrap();
    terminate(pid).await;
    let lost = reading.one::<i64>(&PID, params![]).await;
    assert!(matches!(lost, Err(DbError::Unreachable(_))), "{lost:?}");
    drop(reading);

    let mut tx = db.write(&TESTER).await.unwrap();
    let pid = tx.one(&PID, params![]).await.unwrap().unwrap();
    tx.run(&NAME, params![1, "one"]).await.unwrap();
    tx.record(added(1));
    terminate(pid).await;
    let lost = tx.commit().await;
    assert!(matches!(lost, Err(DbError::Unreachable(_))), "{lost:?}");

    // Idle in the pool while the server restarts: nobody notices.
    let pid = db.read().await.unwrap().one(&PID, params![]).await.unwrap().unwrap();
    terminate(pid).await;
    add(&db, 2).await.unwrap();
    assert_eq!(ids(&db).await, [2]);
}

async fn open(url: &str, ca_file: &str) -> Result<Db, DbError> {
    let location = Location::from_url(url, ca_file, "/nowhere".as_ref()).unwrap();
    Db::open(&location, Clock::system(), Ids::system(Clock::system())).await
}

fn says(outcome: Result<Db, DbError>, words: &str) {
    match outcome {
        Err(DbError::Unreachable(text)) => assert!(text.contains(words), "{text}"),
        Err(other) => panic!("{other:?}"),
        Ok(_) => panic!("it must be refused"),
    }
}

#[tokio::test]
async fn a_wrong_address_or_authority_is_said_in_words() {
    says(open("postgres://127.0.0.1:1/birge", "").await, "refused");
    says(
        open("postgres://127.0.0.1:1/birge?sslmode=sometimes", "").await,
        "the address of the database is wrong",
    );
    says(open("postgres://127.0.0.1:1/birge", "/some.pem").await, "does not say sslmode=require");
    says(
        open("postgres://127.0.0.1:1/birge?sslmode=require", "/none.pem").await,
        "`database.ca_file` /none.pem",
    );
    let empty = tempfile::NamedTempFile::new().unwrap();
    let path = empty.path().to_str().unwrap();
    says(open("postgres://127.0.0.1:1/birge?sslmode=verify-full", path).await, "no certificate in it");
}

/// With `BIRGE_TEST_POSTGRES_CA`, the authority's file, the server for tests speaks TLS too.
#[tokio::test]
async fn tls_is_used_and_the_certificate_checked() {
    let (Some(url), Ok(ca)) = (postgres_url(), std::env::var("BIRGE_TEST_POSTGRES_CA")) else { return };
    for mode in ["require", "verify-full"] {
        let url = format!("{url}?sslmode={mode}");
        let db = open(&url, &ca).await.unwrap();
        assert_eq!(db.read().await.unwrap().one::<bool>(&ENCRYPTED, params![]).await.unwrap(), Some(true));
        says(open(&url, "").await, "certificate");
    }
    let elsewhere = format!("{}?sslmode=require", url.replace("127.0.0.1", "127.0.0.2"));
    says(open(&elsewhere, &ca).await, "certificate");
}
