//! The order of the log is the order of commits, without gaps.

use crate::{Fresh, NAME, TESTER, added, fresh};
use platform::activity::chain::{self, Broken};
use platform::activity::{self, Position};
use platform::db::Value;
use platform::params;
use platform::testing::dialects;
use std::collections::HashSet;

const WRITERS: i64 = 50;
const EACH: i64 = 6;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_reader_that_asks_for_what_is_newer_never_misses_an_event() {
    for dialect in dialects() {
        let Fresh { db, folder: _folder, .. } = fresh(dialect).await;
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let db = db.clone();
                tokio::spawn(async move {
                    for turn in 0..EACH {
                        let id = writer * EACH + turn;
                        let mut tx = db.write(&TESTER).await.unwrap();
                        tx.run(&NAME, params![id, None::<&str>]).await.unwrap();
                        tokio::task::yield_now().await;
                        tx.record(added(id));
                        // Every fourth is given up, which must leave no gap.
                        if id % 4 == 0 { tx.roll_back().await } else { tx.commit().await.unwrap() }
                    }
                })
            })
            .collect();
        let wanted: HashSet<i64> = (0..WRITERS * EACH).filter(|id| id % 4 != 0).collect();
        let mut seen = Vec::new();
        while seen.len() < wanted.len() {
            let at = Position(seen.len() as i64);
            let events = activity::after(&mut db.read().await.unwrap(), at, 7).await.unwrap();
            for event in events {
                assert_eq!(event.seq, seen.len() as i64 + 1, "an event was passed over");
                seen.push(event.subject_id);
            }
            tokio::task::yield_now().await;
        }
        for writer in writers {
            writer.await.unwrap();
        }
        assert_eq!(seen.into_iter().collect::<HashSet<_>>(), wanted);
    }
}

#[tokio::test]
async fn the_log_is_read_forwards_backwards_and_by_subject() {
    for dialect in dialects() {
        let Fresh { db, folder: _folder, .. } = fresh(dialect).await;
        let mut tx = db.write(&TESTER).await.unwrap();
        for id in [5, 6, 5] {
            tx.record(added(id));
        }
        let mut ringing = db.recorded();
        tx.commit().await.unwrap();
        assert!(ringing.has_changed().unwrap());
        assert_eq!(*ringing.borrow_and_update(), Position(3));
        let mut look = db.read().await.unwrap();
        let seqs = |events: Vec<activity::Activity>| events.iter().map(|event| event.seq).collect::<Vec<_>>();
        assert_eq!(seqs(activity::after(&mut look, Position(1), 9).await.unwrap()), [2, 3]);
        assert_eq!(seqs(activity::before(&mut look, Position(3), 1).await.unwrap()), [2]);
        let subject = platform::subject::Subject::new("things.thing", 5);
        assert_eq!(
            seqs(activity::of_subject(&mut look, subject, Position(i64::MAX), 9).await.unwrap()),
            [3, 1]
        );
        let event = activity::by_seq(&mut look, 2).await.unwrap().unwrap();
        assert_eq!((event.actor.as_str(), event.kind.as_str()), ("system:tests", "things.thing.added"));
        assert_eq!(event.facts::<serde_json::Value>().unwrap(), serde_json::json!({ "id": 6 }));
    }
}

platform::sql! {
    RETELL: "UPDATE activity SET data = ? WHERE seq = ?";
    FORGET: "DELETE FROM activity WHERE seq = ?";
}

#[tokio::test]
async fn a_log_changed_by_hand_no_longer_holds() {
    for dialect in dialects() {
        let Fresh { db, folder: _folder, .. } = fresh(dialect).await;
        let verify = async || chain::verify(&mut db.read().await.unwrap()).await.unwrap();
        assert_eq!(verify().await.map(|walk| walk.chained), Ok(0));
        for ids in [vec![1, 2], vec![3]] {
            let mut tx = db.write(&TESTER).await.unwrap();
            ids.into_iter().for_each(|id| tx.record(added(id)));
            tx.commit().await.unwrap();
        }
        assert_eq!(verify().await.map(|walk| walk.chained), Ok(3));
        let change = async |sql, params: &[Value<'_>]| {
            let mut tx = db.write(&TESTER).await.unwrap();
            tx.run(sql, params).await.unwrap();
            tx.commit_unrecorded("somebody with access to the database").await.unwrap();
        };
        change(&RETELL, params!["{\"id\":7}", 2]).await;
        assert_eq!(verify().await.unwrap_err(), Broken::Altered(2));
        change(&RETELL, params!["{\"id\":2}", 2]).await;
        assert_eq!(verify().await.map(|walk| walk.chained), Ok(3));
        change(&FORGET, params![3]).await;
        assert_eq!(verify().await.unwrap_err(), Broken::CutOff { said: 3, found: 2 });
        change(&FORGET, params![1]).await;
        assert_eq!(verify().await.unwrap_err(), Broken::Missing { after: 0, found: 2 });
    }
}
