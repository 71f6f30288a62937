//! Durable jobs: tried again, parked, never lost and never doubled.

use crate::{JOBS, NAME, TESTER, fresh, ids, two};
use platform::clock::Clock;
use platform::db::{Db, Query, WriteTx};
use platform::jobs::{self, Handler, Job, NewJob, Schedule, Worker};
use platform::params;
use platform::testing::{MONDAY, dialects};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tempfile::TempDir;
use tokio::sync::{Notify, watch};

/// What handlers of these tests need: the database, and a diary of what ran.
#[derive(Clone)]
struct Workshop {
    db: Db,
    diary: Arc<Mutex<Vec<(String, i64)>>>,
    open: Arc<Notify>,
}

impl Workshop {
    fn new(db: &Db) -> Self {
        Self { db: db.clone(), diary: Arc::default(), open: Arc::default() }
    }
    fn note(&self, job: &Job) {
        self.diary.lock().unwrap().push((job.kind.clone(), job.attempts));
    }
    fn ran(&self) -> Vec<(String, i64)> {
        self.diary.lock().unwrap().clone()
    }
    fn worker(&self) -> Worker<Workshop> {
        self.scheduled(Vec::new())
    }
    fn scheduled(&self, schedules: Vec<Schedule>) -> Worker<Workshop> {
        Worker::new(self.db.clone(), self.clone(), HANDLERS.to_vec(), schedules)
    }
    async fn queue(&self, job: NewJob) {
        let mut tx = self.db.write(&TESTER).await.unwrap();
        tx.enqueue(job).await.unwrap();
        tx.commit().await.unwrap();
    }
    /// Waits for this many entries of the diary.
    async fn until(&self, count: usize) {
        for _ in 0..200 {
            if self.ran().len() >= count {
                return;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("only {:?} ran", self.ran());
    }
}

const HANDLERS: [Handler<Workshop>; 7] = [
    Handler {
        kind: "fine",
        attempts: 3,
        run: |shop, job| {
            Box::pin(async move {
                shop.note(&job);
                Ok(())
            })
        },
    },
    Handler {
        kind: "failing",
        attempts: 3,
        run: |shop, job| {
            Box::pin(async move {
                shop.note(&job);
                anyhow::bail!("the printer is on fire")
            })
        },
    },
    Handler {
        kind: "hopeless",
        attempts: 3,
        run: |shop, job| {
            Box::pin(async move {
                shop.note(&job);
                Err(anyhow::anyhow!("there is no printer").context(jobs::Hopeless))
            })
        },
    },
    Handler {
        kind: "panicking",
        attempts: 2,
        run: |shop, job| {
            shop.note(&job);
            panic!("before the future is even made")
        },
    },
    Handler {
        kind: "dying",
        attempts: 2,
        run: |shop, job| {
            Box::pin(async move {
                shop.note(&job);
                std::future::pending().await
            })
        },
    },
    Handler {
        kind: "waiting",
        attempts: 1,
        run: |shop, job| {
            Box::pin(async move {
                shop.open.notified().await;
                shop.note(&job);
                Ok(())
            })
        },
    },
    Handler {
        kind: "writing",
        attempts: 5,
        run: |shop, job| {
            Box::pin(async move {
                shop.note(&job);
                let mut tx: WriteTx = shop.db.write(&TESTER).await?;
                tx.run(&NAME, params![1, "written by a job"]).await?;
                anyhow::ensure!(job.complete(&mut tx).await?, "it was done before");
                tx.commit_unrecorded("a test").await?;
                anyhow::bail!("what goes wrong after that no longer matters")
            })
        },
    },
];

fn ran(kind: &str, attempts: &[i64]) -> Vec<(String, i64)> {
    attempts.iter().map(|attempt| (kind.to_owned(), *attempt)).collect()
}

async fn parked(db: &Db) -> Vec<jobs::ParkedJob> {
    jobs::parked(&mut db.read().await.unwrap()).await.unwrap()
}

async fn waiting(db: &Db) -> i64 {
    jobs::waiting(&mut db.read().await.unwrap()).await.unwrap()
}

#[tokio::test]
async fn a_hopeless_job_is_parked_at_once() {
    for dialect in dialects() {
        let fresh = fresh(dialect).await;
        let shop = Workshop::new(&fresh.db);
        shop.queue(NewJob::new("hopeless", &())).await;
        assert_eq!(shop.worker().run_due().await.unwrap(), 1);
        let given_up = parked(&fresh.db).await;
        assert_eq!(
            given_up[0].last_error.as_deref(),
            Some("another try would not help: there is no printer")
        );
    }
}

#[tokio::test]
async fn a_failing_job_waits_longer_each_time_and_is_parked_in_the_end() {
    for dialect in dialects() {
        let fresh = fresh(dialect).await;
        let shop = Workshop::new(&fresh.db);
        let worker = shop.worker();
        shop.queue(NewJob::new("failing", &())).await;
        assert_eq!(worker.run_due().await.unwrap(), 1);
        fresh.clock.advance(1_999);
        assert_eq!(worker.run_due().await.unwrap(), 0, "two seconds must pass");
        fresh.clock.advance(502);
        assert_eq!(worker.run_due().await.unwrap(), 1);
        fresh.clock.advance(3_999);
        assert_eq!(worker.run_due().await.unwrap(), 0, "then four");
        assert!(parked(&fresh.db).await.is_empty());
        fresh.clock.advance(1_002);
        assert_eq!(worker.run_due().await.unwrap(), 1);
        assert_eq!(shop.ran(), ran("failing", &[1, 2, 3]));
        let given_up = parked(&fresh.db).await;
        assert_eq!(given_up[0].last_error.as_deref(), Some("the printer is on fire"));
        fresh.clock.advance(86_400_000);
        assert_eq!(worker.run_due().await.unwrap(), 0, "parked is parked");

        let mut tx = fresh.db.write(&TESTER).await.unwrap();
        assert_eq!(jobs::unpark(&mut tx).await.unwrap(), 1);
        tx.commit_unrecorded("a test").await.unwrap();
        assert_eq!(worker.run_due().await.unwrap(), 1, "until an operator lets it try again");
    }
}

#[tokio::test]
async fn a_job_whose_worker_died_runs_again_when_its_lease_is_over() {
    for dialect in dialects() {
        let fresh = fresh(dialect).await;
        let shop = Workshop::new(&fresh.db);
        shop.queue(NewJob::new("dying", &())).await;
        for tries in 1..=2 {
            let worker = shop.worker();
            tokio::select! {
                _ = worker.run_due() => panic!("it never ends by itself"),
                () = shop.until(tries) => {}
            }
            assert_eq!(shop.worker().run_due().await.unwrap(), 0, "the lease holds");
            fresh.clock.advance(120_000);
        }
        assert_eq!(shop.ran(), ran("dying", &[1, 2]));
        // A job that takes its worker down every time must not do so for ever.
        shop.worker().run_due().await.unwrap();
        assert_eq!(shop.ran().len(), 2);
        assert_eq!(parked(&fresh.db).await[0].last_error.as_deref(), Some("the last try never ended"));
    }
}

#[tokio::test]
async fn a_panic_is_a_failed_try_and_an_unknown_kind_waits_for_a_newer_version() {
    for dialect in dialects() {
        let fresh = fresh(dialect).await;
        let shop = Workshop::new(&fresh.db);
        shop.queue(NewJob::new("panicking", &())).await;
        shop.queue(NewJob::new("of tomorrow", &())).await;
        shop.worker().run_due().await.unwrap();
        fresh.clock.advance(3_000);
        shop.worker().run_due().await.unwrap();
        assert_eq!(shop.ran(), ran("panicking", &[1, 2]));
        let given_up = parked(&fresh.db).await;
        assert_eq!(given_up.len(), 1);
        assert_eq!(
            (given_up[0].kind.as_str(), given_up[0].last_error.as_deref()),
            ("panicking", Some("the handler panicked"))
        );
        assert_eq!(waiting(&fresh.db).await, 1);
    }
}

#[tokio::test]
async fn a_job_completed_in_the_handlers_transaction_never_runs_again() {
    for dialect in dialects() {
        let fresh = fresh(dialect).await;
        let shop = Workshop::new(&fresh.db);
        shop.queue(NewJob::new("writing", &())).await;
        shop.worker().run_due().await.unwrap();
        fresh.clock.advance(3_600_000);
        shop.worker().run_due().await.unwrap();
        assert_eq!(shop.ran(), ran("writing", &[1]));
        assert_eq!((ids(&fresh.db).await, waiting(&fresh.db).await), (vec![1], 0));
    }
}

#[tokio::test]
async fn keys_keep_doubles_away_and_a_cancelled_job_never_runs() {
    for dialect in dialects() {
        let fresh = fresh(dialect).await;
        let shop = Workshop::new(&fresh.db);
        let reminder =
            || NewJob::new("fine", &()).once("reminder".into()).at(MONDAY + Duration::from_secs(60));
        shop.queue(reminder()).await;
        shop.queue(reminder()).await;
        assert_eq!(waiting(&fresh.db).await, 1);
        let mut tx = fresh.db.write(&TESTER).await.unwrap();
        jobs::cancel(&mut tx, "reminder").await.unwrap();
        jobs::cancel(&mut tx, "never queued").await.unwrap();
        tx.commit().await.unwrap();
        fresh.clock.advance(60_000);
        assert_eq!(shop.worker().run_due().await.unwrap(), 0);
        shop.queue(reminder()).await;
        assert_eq!(shop.worker().run_due().await.unwrap(), 1);
        shop.queue(reminder()).await;
        assert_eq!(shop.worker().run_due().await.unwrap(), 0, "done once, it is not done again");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_workers_share_the_jobs_and_run_none_twice() {
    for dialect in dialects() {
        let folder = TempDir::new().unwrap();
        let [one, other] = two(dialect, folder.path(), &Clock::fixed(MONDAY)).await;
        let shop = Workshop::new(&one);
        let neighbour = Workshop { db: other, ..shop.clone() };
        for _ in 0..100 {
            shop.queue(NewJob::new("fine", &())).await;
        }
        let workers =
            [shop.clone(), neighbour].map(|shop| tokio::spawn(async move { shop.worker().run_due().await }));
        let mut counted = 0;
        for worker in workers {
            counted += worker.await.unwrap().unwrap();
        }
        assert_eq!(counted, 100);
        assert_eq!(shop.ran(), ran("fine", &[1; 100]));
        assert_eq!(waiting(&one).await, 0);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_schedule_runs_once_per_period_however_many_workers_there_are() {
    for dialect in dialects() {
        let folder = TempDir::new().unwrap();
        let clock = Clock::fixed(MONDAY);
        let [one, other] = two(dialect, folder.path(), &clock).await;
        let shop = Workshop::new(&one);
        let neighbour = Workshop { db: other, ..shop.clone() };
        let hourly = || vec![Schedule { kind: "fine", every: Duration::from_secs(3600) }];
        for period in 1..=2 {
            let (stopper, stop) = watch::channel(false);
            let workers =
                [&shop, &neighbour].map(|shop| tokio::spawn(shop.scheduled(hourly()).run(stop.clone())));
            shop.until(period).await;
            tokio::time::sleep(Duration::from_millis(200)).await;
            stopper.send_replace(true);
            for worker in workers {
                worker.await.unwrap();
            }
            assert_eq!(shop.ran().len(), period);
            let all: Option<i64> = one.read().await.unwrap().one(&JOBS, params![]).await.unwrap();
            assert_eq!(all, Some(period as i64));
            clock.advance(3_600_000);
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_slow_job_holds_up_nobody_and_is_finished_before_the_worker_ends() {
    for dialect in dialects() {
        let fresh = fresh(dialect).await;
        let shop = Workshop::new(&fresh.db);
        let (stopper, stop) = watch::channel(false);
        let worker = tokio::spawn(shop.worker().run(stop));
        shop.queue(NewJob::new("waiting", &())).await;
        for _ in 0..20 {
            shop.queue(NewJob::new("fine", &())).await;
        }
        shop.until(20).await;
        assert_eq!(shop.ran(), ran("fine", &[1; 20]));
        stopper.send_replace(true);
        tokio::time::sleep(Duration::from_millis(50)).await;
        assert!(!worker.is_finished());
        shop.open.notify_one();
        worker.await.unwrap();
        assert_eq!(shop.ran().last().unwrap().0, "waiting");
        assert_eq!(waiting(&fresh.db).await, 0);
    }
}
