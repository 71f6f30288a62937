//! SQLite's shared commits: who was told "saved" is in the file, nobody else, and it costs fewer commits.

use crate::{NAME, ORPHAN, TESTER, add, added, fresh, ids};
use platform::db::{Db, DbError, Dialect, Query};
use platform::params;
use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;
use tokio::task::JoinHandle;
use tokio::time::timeout;

/// Commits written to the log file since it was begun: each ends with a frame that names the database's size.
/// Format: <https://www.sqlite.org/fileformat2.html#walformat>.
fn commits_in_file(database: &Path) -> usize {
    let wal = std::fs::read(database.with_extension("db-wal")).unwrap();
    let number = |at: usize| u32::from_be_bytes(wal[at..at + 4].try_into().unwrap());
    let (page, salt) = (number(8) as usize, &wal[16..24]);
    (32..wal.len())
        .step_by(24 + page)
        .take_while(|frame| wal.len() >= frame + 24 + page && wal[frame + 8..frame + 16] == *salt)
        .filter(|frame| number(frame + 4) != 0)
        .count()
}

/// What a process that knows nothing of ours finds.
fn in_file(database: &Path, column: &str, table: &str) -> BTreeSet<i64> {
    let conn = rusqlite::Connection::open(database).unwrap();
    let mut found = conn.prepare(&format!("SELECT {column} FROM {table}")).unwrap();
    found.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn exactly_the_acknowledged_transactions_are_in_the_file() {
    let fresh = fresh(Dialect::Sqlite).await;
    let file = fresh.folder.path().join("birge.db");
    let before = commits_in_file(&file);
    let tasks: Vec<JoinHandle<Option<bool>>> = (0..64)
        .map(|id| {
            let db = fresh.db.clone();
            tokio::spawn(async move {
                let mut tx = db.write(&TESTER).await.unwrap();
                tx.run(&NAME, params![id, format!("thing {id}")]).await.unwrap();
                tx.record(added(id));
                tokio::task::yield_now().await;
                if id % 3 == 0 {
                    tx.roll_back().await;
                    return Some(false);
                }
                if id % 5 == 0 {
                    // The request is given up in the middle.
                    let stuck = async move { (tx, std::future::pending::<()>().await) };
                    assert!(timeout(Duration::from_millis(1), stuck).await.is_err());
                    return Some(false);
                }
                if id % 7 == 0 {
                    // Given up while waiting for the commit: it may have happened, wholly.
                    return timeout(Duration::from_nanos(1), tx.commit())
                        .await
                        .ok()
                        .map(|ended| ended.is_ok());
                }
                tx.commit().await.unwrap();
                Some(true)
            })
        })
        .collect();
    let (mut saved, mut unknown) = (BTreeSet::new(), BTreeSet::new());
    for (id, task) in (0..).zip(tasks) {
        match task.await.unwrap() {
            Some(true) => drop(saved.insert(id)),
            Some(false) => {}
            None => drop(unknown.insert(id)),
        }
    }
    let commits = commits_in_file(&file) - before;
    // What was left to the batch by a request that went away is decided when the next one is through.
    add(&fresh.db, 100).await.unwrap();
    saved.insert(100);
    let rows = in_file(&file, "id", "things");
    assert!(rows.is_superset(&saved), "lost: {:?}", saved.difference(&rows));
    let maybe: BTreeSet<i64> = saved.union(&unknown).copied().collect();
    assert!(rows.is_subset(&maybe), "never confirmed: {:?}", rows.difference(&maybe));
    assert_eq!(in_file(&file, "subject_id", "activity"), rows, "a row and its event go together");
    let seqs = in_file(&file, "seq", "activity");
    assert_eq!(seqs, (1..=rows.len() as i64).collect(), "the log has no gap");
    println!("{} transactions in {commits} commits", saved.len());
    assert!(commits * 2 < saved.len(), "{} transactions took {commits} commits", saved.len());
}

/// Several transactions in one batch: while the first is open the others queue, so all share its commit.
async fn together(
    db: &Db,
    rest: Vec<JoinHandle<Result<(), DbError>>>,
    first: i64,
) -> Vec<Result<(), DbError>> {
    let mut tx = db.write(&TESTER).await.unwrap();
    tx.run(&NAME, params![first, "first"]).await.unwrap();
    tx.record(added(first));
    tokio::time::sleep(Duration::from_millis(100)).await;
    let mut outcomes = vec![tx.commit().await];
    for task in rest {
        outcomes.push(task.await.unwrap());
    }
    outcomes
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_commit_that_fails_is_an_error_for_everybody_in_it() {
    let fresh = fresh(Dialect::Sqlite).await;
    let rest = (1..=4_i64)
        .map(|id| {
            let db = fresh.db.clone();
            tokio::spawn(async move {
                tokio::time::sleep(Duration::from_millis(20 * id.unsigned_abs())).await;
                let mut tx = db.write(&TESTER).await?;
                tx.run(&NAME, params![id, format!("thing {id}")]).await?;
                if id == 3 {
                    // Found out only by COMMIT: the parent does not exist.
                    tx.run(&ORPHAN, params![id, 99]).await?;
                }
                tx.record(added(id));
                tx.commit().await
            })
        })
        .collect();
    let outcomes = together(&fresh.db, rest, 100).await;
    for outcome in &outcomes {
        assert!(matches!(outcome, Err(DbError::Other(text)) if text.contains("FOREIGN KEY")), "{outcomes:?}");
    }
    assert!(ids(&fresh.db).await.is_empty());
    add(&fresh.db, 1).await.expect("the database works afterwards");
    assert_eq!(in_file(&fresh.folder.path().join("birge.db"), "id", "things"), BTreeSet::from([1]));
}

platform::sql! {
    PAGES: "PRAGMA page_count";
    SMALL: "PRAGMA max_page_count = 1";
    LARGE: "PRAGMA max_page_count = 1000000";
    BLOB: "INSERT INTO things (id, hash) VALUES (?, ?)";
    MANY: "INSERT INTO things (id, hash) SELECT value, zeroblob(9000) FROM json_each(?)";
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_full_disk_loses_nothing_that_was_confirmed() {
    for filling in [&BLOB, &MANY] {
        let fresh = fresh(Dialect::Sqlite).await;
        assert_eq!(ALL.len(), 5);
        let mut tx = fresh.db.write(&TESTER).await.unwrap();
        // A limit below the present size means: not a page more.
        let (pages, limit) =
            (tx.one::<i64>(&PAGES, params![]).await.unwrap(), tx.one(&SMALL, params![]).await.unwrap());
        assert_eq!(pages, limit);
        tx.roll_back().await;
        let db = fresh.db.clone();
        let full = tokio::spawn(async move {
            let mut tx = db.write(&TESTER).await?;
            let filled = match filling.name() {
                name if name == BLOB.name() => tx.run(&BLOB, params![2, &[0_u8; 100_000]]).await,
                _ => tx.run(&MANY, params!["[3, 4, 5]"]).await,
            };
            assert_eq!(filled, Err(DbError::Full));
            // Were the outer transaction gone, this would be written at once.
            assert!(tx.run(&NAME, params![9, "after"]).await.is_err());
            tx.record(added(2));
            tx.commit().await
        });
        let outcomes = together(&fresh.db, vec![full], 1).await;
        assert_eq!(outcomes[1], Err(DbError::Full));
        let rows = in_file(&fresh.folder.path().join("birge.db"), "id", "things");
        match &outcomes[0] {
            Ok(()) => assert_eq!(rows, BTreeSet::from([1])),
            Err(error) => {
                assert_eq!(*error, DbError::Full);
                assert!(rows.is_empty());
            }
        }
        let mut tx = fresh.db.write(&TESTER).await.unwrap();
        tx.one::<i64>(&LARGE, params![]).await.unwrap();
        tx.roll_back().await;
        add(&fresh.db, 50).await.expect("with room again, it works again");
    }
}
