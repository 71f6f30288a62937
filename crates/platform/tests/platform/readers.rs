//! Readers of the log: where they start, what a bad event does, two instances at once.

use crate::{CLEAR_OUTPUT, Fresh, OUTPUT, OUTPUTS, TESTER, added, fresh, two};
use futures_util::future::BoxFuture;
use platform::activity::{self, Activity, Kind, Reader, Readers};
use platform::clock::Clock;
use platform::db::{Db, Query, WriteTx};
use platform::params;
use platform::testing::{MONDAY, dialects};
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;
use tokio::sync::watch;

/// Writes the number of every event down. Some it cannot stand.
struct Copier {
    kind: Kind,
    bad: Vec<i64>,
    panics: bool,
}

impl Reader for Copier {
    fn name(&self) -> &'static str {
        "copier"
    }
    fn kind(&self) -> Kind {
        self.kind
    }
    fn handle<'a>(&'a self, tx: &'a mut WriteTx, event: &'a Activity) -> BoxFuture<'a, anyhow::Result<()>> {
        Box::pin(async move {
            tx.run(&OUTPUT, params![self.name(), event.seq]).await?;
            let bad = self.bad.contains(&event.seq);
            assert!(!(bad && self.panics), "cannot stand it");
            anyhow::ensure!(!bad, "event {} is indigestible", event.seq);
            Ok(())
        })
    }
    fn clear<'a>(&'a self, tx: &'a mut WriteTx) -> BoxFuture<'a, anyhow::Result<()>> {
        Box::pin(async move {
            tx.run(&CLEAR_OUTPUT, params![self.name()]).await?;
            Ok(())
        })
    }
}

async fn readers(db: &Db, kind: Kind, bad: &[i64], panics: bool) -> Readers {
    Readers::register(db.clone(), vec![Arc::new(Copier { kind, bad: bad.to_vec(), panics })]).await.unwrap()
}

async fn record(db: &Db, count: i64) {
    let mut tx = db.write(&TESTER).await.unwrap();
    for id in 0..count {
        tx.record(added(id));
    }
    tx.commit().await.unwrap();
}

async fn outputs(db: &Db) -> Vec<i64> {
    db.read().await.unwrap().all(&OUTPUTS, params!["copier"]).await.unwrap()
}

async fn position(db: &Db) -> i64 {
    activity::states(&mut db.read().await.unwrap()).await.unwrap()[0].position
}

const VERSION_1: Kind = Kind::Projection { version: 1 };
const VERSION_2: Kind = Kind::Projection { version: 2 };

#[tokio::test]
async fn an_effect_starts_at_the_head_and_a_projection_at_zero() {
    for dialect in dialects() {
        for (kind, seen) in [(Kind::Effect, vec![4]), (VERSION_1, vec![1, 2, 3, 4])] {
            let Fresh { db, folder: _folder, .. } = fresh(dialect).await;
            record(&db, 3).await;
            let copier = readers(&db, kind, &[], false).await;
            record(&db, 1).await;
            copier.run_once().await.unwrap();
            assert_eq!(outputs(&db).await, seen);
            // Started again, neither repeats.
            readers(&db, kind, &[], false).await.run_once().await.unwrap();
            assert_eq!(outputs(&db).await, seen);
        }
    }
}

#[tokio::test]
async fn a_projection_is_rebuilt_when_its_version_rises_and_an_older_instance_stands_back() {
    for dialect in dialects() {
        let Fresh { db, folder: _folder, .. } = fresh(dialect).await;
        record(&db, 250).await;
        readers(&db, VERSION_1, &[], false).await.run_once().await.unwrap();
        readers(&db, VERSION_2, &[], false).await.run_once().await.unwrap();
        let all: Vec<i64> = (1..=250).collect();
        assert_eq!(outputs(&db).await, all, "cleared and written again");
        record(&db, 1).await;
        readers(&db, VERSION_1, &[], false).await.run_once().await.unwrap();
        assert_eq!(outputs(&db).await, all);
        assert_eq!(activity::states(&mut db.read().await.unwrap()).await.unwrap()[0].version, 2);
        readers(&db, VERSION_2, &[], false).await.run_once().await.unwrap();
        assert_eq!(outputs(&db).await.len(), 251);
    }
}

#[tokio::test]
async fn a_bad_event_is_parked_after_five_tries_and_the_rest_goes_on() {
    for dialect in dialects() {
        for panics in [false, true] {
            let Fresh { db, folder: _folder, .. } = fresh(dialect).await;
            let copier = readers(&db, VERSION_1, &[3], panics).await;
            record(&db, 250).await;
            for _ in 1..5 {
                let error = copier.run_once().await.unwrap_err().to_string();
                assert!(error.contains(if panics { "panicked" } else { "indigestible" }), "{error}");
                assert_eq!(
                    outputs(&db).await,
                    [1, 2],
                    "what came before is there, and of the bad one nothing"
                );
                assert_eq!(position(&db).await, 2, "the cursor moves with the output");
            }
            copier.run_once().await.unwrap();
            assert_eq!(outputs(&db).await, (1..=250).filter(|seq| *seq != 3).collect::<Vec<_>>());
            let parked = activity::parked(&mut db.read().await.unwrap()).await.unwrap();
            assert_eq!(parked.iter().map(|parked| parked.seq).collect::<Vec<_>>(), [3]);
            assert!(!parked[0].error.is_empty());
        }
    }
}

#[tokio::test]
async fn a_rebuild_passes_over_a_bad_first_event_and_forgets_what_is_well_again() {
    for dialect in dialects() {
        let Fresh { db, folder: _folder, .. } = fresh(dialect).await;
        record(&db, 4).await;
        let parking = async |kind: Kind, bad: &[i64]| {
            let copier = readers(&db, kind, bad, false).await;
            for _ in 0..9 {
                let _ = copier.run_once().await;
            }
            let parked = activity::parked(&mut db.read().await.unwrap()).await.unwrap();
            parked.iter().map(|parked| parked.seq).collect::<Vec<_>>()
        };
        assert_eq!(parking(VERSION_1, &[2]).await, [2]);
        assert_eq!(parking(VERSION_2, &[1]).await, [1]);
        assert_eq!(outputs(&db).await, [2, 3, 4]);
        assert_eq!(parking(Kind::Projection { version: 3 }, &[]).await, [0; 0]);
        assert_eq!(outputs(&db).await, [1, 2, 3, 4]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_instances_do_not_do_it_twice() {
    for dialect in dialects() {
        let folder = TempDir::new().unwrap();
        let both = two(dialect, folder.path(), &Clock::fixed(MONDAY)).await;
        let (stopper, stop) = watch::channel(false);
        let mut tasks = Vec::new();
        for db in &both {
            tasks.extend(readers(db, Kind::Effect, &[], false).await.spawn(stop.clone()));
        }
        for turn in 0..20 {
            record(&both[turn % 2], 13).await;
        }
        let all: Vec<i64> = (1..=260).collect();
        for _ in 0..200 {
            if outputs(&both[0]).await.len() >= all.len() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        stopper.send_replace(true);
        for task in tasks {
            task.await.unwrap();
        }
        assert_eq!(outputs(&both[0]).await, all);
    }
}
