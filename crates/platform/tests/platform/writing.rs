//! A write transaction happens whole or not at all, and never without a trace.

use crate::{COUNT, Fresh, JOBS, NAME, RENAME, TESTER, add, added, fresh, ids, tables};
use platform::activity::{self, Position};
use platform::clock::Clock;
use platform::db::{Db, DbError, Location, Query};
use platform::ids::Ids;
use platform::jobs::NewJob;
use platform::params;
use platform::testing::dialects;
use std::time::Duration;
use tokio::time::timeout;

#[tokio::test]
async fn a_dropped_transaction_leaves_no_row_no_event_and_no_job() {
    for dialect in dialects() {
        let Fresh { db, folder: _folder, .. } = fresh(dialect).await;
        for how in ["dropped", "rolled back"] {
            let mut tx = db.write(&TESTER).await.unwrap();
            tx.run(&NAME, params![1, "one"]).await.unwrap();
            tx.record(added(1));
            tx.enqueue(NewJob::new("test", &())).await.unwrap();
            if how == "dropped" {
                drop(tx)
            } else {
                tx.roll_back().await
            }
            let mut look = db.read().await.unwrap();
            assert_eq!(look.one::<i64>(&COUNT, params![]).await.unwrap(), Some(0), "{how}");
            assert_eq!(look.one::<i64>(&JOBS, params![]).await.unwrap(), Some(0), "{how}");
            assert_eq!(activity::head(&mut look).await.unwrap(), Position(0), "{how}");
        }
        add(&db, 1).await.unwrap();
        assert_eq!(activity::head(&mut db.read().await.unwrap()).await.unwrap(), Position(1));
    }
}

#[tokio::test]
async fn a_change_without_an_event_is_refused_and_not_written() {
    for dialect in dialects() {
        let Fresh { db, folder: _folder, .. } = fresh(dialect).await;
        let mut tx = db.write(&TESTER).await.unwrap();
        tx.run(&NAME, params![1, "one"]).await.unwrap();
        let refused = tx.commit().await.unwrap_err();
        assert_eq!(refused, DbError::Unrecorded("platform::NAME".into()));
        assert!(ids(&db).await.is_empty());

        add(&db, 1).await.unwrap();
        let mut tx = db.write(&TESTER).await.unwrap();
        assert_eq!(tx.one::<i64>(&RENAME, params!["new", 1]).await.unwrap(), Some(1));
        assert_eq!(
            tx.commit().await,
            Err(DbError::Unrecorded("platform::RENAME".into())),
            "RETURNING changes rows too"
        );

        let mut tx = db.write(&TESTER).await.unwrap();
        assert_eq!(tx.one::<i64>(&RENAME, params!["new", 99]).await.unwrap(), None);
        tx.commit().await.expect("nothing changed, so there is nothing to record");
    }
}

#[tokio::test]
async fn what_is_there_already_is_not_unique_and_ends_the_transaction() {
    for dialect in dialects() {
        let Fresh { db, folder: _folder, .. } = fresh(dialect).await;
        add(&db, 1).await.unwrap();
        for (id, name) in [(1, "another name"), (2, "thing 1")] {
            let mut tx = db.write(&TESTER).await.unwrap();
            tx.run(&NAME, params![7, "before"]).await.unwrap();
            let refused = tx.run(&NAME, params![id, name]).await;
            assert!(matches!(refused, Err(DbError::NotUnique(_))), "{refused:?}");
            // PostgreSQL takes no further statement, so SQLite must not either.
            assert_eq!(tx.run(&NAME, params![8, "after"]).await, refused);
            tx.record(added(7));
            assert_eq!(tx.commit().await, refused.map(drop));
        }
        assert_eq!(ids(&db).await, [1]);
    }
}

#[tokio::test]
async fn readers_are_not_held_up_by_a_writer() {
    for dialect in dialects() {
        let Fresh { db, folder: _folder, .. } = fresh(dialect).await;
        add(&db, 1).await.unwrap();
        let mut tx = db.write(&TESTER).await.unwrap();
        tx.run(&NAME, params![2, "two"]).await.unwrap();
        let seen = timeout(Duration::from_secs(2), ids(&db)).await.expect("reading does not wait");
        assert_eq!(seen, [1], "what is not committed is not seen");
        tx.record(added(2));
        tx.commit().await.unwrap();
        assert_eq!(ids(&db).await, [1, 2]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_waiting_writer_gets_its_turn_among_busy_ones() {
    for dialect in dialects() {
        let Fresh { db, folder: _folder, .. } = fresh(dialect).await;
        let busy: Vec<_> = (1..=4)
            .map(|writer| {
                let db = db.clone();
                tokio::spawn(async move {
                    for turn in 0.. {
                        add(&db, writer * 1_000_000 + turn).await.unwrap();
                    }
                })
            })
            .collect();
        for id in 0..20 {
            timeout(Duration::from_secs(5), add(&db, id)).await.expect("its turn comes").unwrap();
        }
        for writer in &busy {
            writer.abort();
        }
    }
}

#[tokio::test]
async fn a_file_that_is_only_looked_at_is_not_made_and_takes_no_change() {
    let folder = tempfile::tempdir().unwrap();
    let at = Location::File(folder.path().join("birge.db"));
    let look = || Db::existing(&at, Clock::system(), Ids::system(Clock::system()));
    let missing = look().await.err().unwrap();
    assert!(missing.to_string().contains("yet; the first start makes it"), "{missing}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);

    let db = Db::open(&at, Clock::system(), Ids::system(Clock::system())).await.unwrap();
    db.migrate(&tables()).await.unwrap();
    add(&db, 1).await.unwrap();
    let looked_at = look().await.unwrap();
    assert_eq!(ids(&looked_at).await, [1]);
    let refused = add(&looked_at, 2).await.unwrap_err();
    assert!(refused.to_string().contains("readonly"), "{refused}");
    assert_eq!(ids(&db).await, [1]);
}
