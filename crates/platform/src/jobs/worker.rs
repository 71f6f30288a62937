//! Runs due jobs: a few at a time, each leased, with retries that wait longer each time.

use super::{CLAIM, DONE, Hopeless, Job, NEXT_DUE, NewJob, PARK, PRUNE, RETRY};
use crate::actor::Actor;
use crate::clock::Timestamp;
use crate::db::{Db, Query, Result};
use crate::params;
use futures_util::FutureExt;
use futures_util::future::{BoxFuture, join_all};
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;

const AT_ONCE: i64 = 8;
/// How long a worker owns a job. A worker that died gives it back after this time.
const LEASE_MS: i64 = 2 * 60 * 1000;
const LONGEST_NAP: Duration = Duration::from_secs(5);
const KEEP_DONE_MS: i64 = 30 * 24 * 3600 * 1000;
/// A job that nobody here knows may belong to a newer version that runs beside this one; it gets some hours.
const UNKNOWN_ATTEMPTS: i64 = 12;

/// What to do for one kind of job. `C` is what handlers need: the portal's own state.
pub struct Handler<C> {
    pub kind: &'static str,
    /// Tries before the job is parked.
    pub attempts: i64,
    pub run: fn(C, Job) -> BoxFuture<'static, anyhow::Result<()>>,
}

impl<C> Clone for Handler<C> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<C> Copy for Handler<C> {}

/// A job queued again and again, once per period however many instances run.
#[derive(Clone, Copy, Debug)]
pub struct Schedule {
    pub kind: &'static str,
    /// Less than a month: the key of a period is kept no longer.
    pub every: Duration,
}

pub struct Worker<C> {
    db: Db,
    context: C,
    handlers: Arc<Vec<Handler<C>>>,
    schedules: Arc<Vec<Schedule>>,
    /// The last minute in which schedules were looked at.
    scheduled: AtomicI64,
}

impl<C: Clone + Send + Sync + 'static> Worker<C> {
    pub fn new(db: Db, context: C, handlers: Vec<Handler<C>>, schedules: Vec<Schedule>) -> Self {
        let (handlers, schedules) = (Arc::new(handlers), Arc::new(schedules));
        Self { db, context, handlers, schedules, scheduled: AtomicI64::new(0) }
    }

    /// Runs due jobs until none is left; returns how many ran. Tests and commands call this.
    pub async fn run_due(&self) -> Result<usize> {
        let mut ran = 0;
        loop {
            let jobs = self.claim(AT_ONCE).await?;
            if jobs.is_empty() {
                return Ok(ran);
            }
            ran += jobs.len();
            join_all(jobs.into_iter().map(|job| self.attempt(job))).await;
        }
    }

    /// Works until `stop` turns true; what was begun is finished first.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        let this = Arc::new(self);
        // Each in its own task: a slow job takes one of the places and holds up nobody else.
        let mut running = JoinSet::new();
        while !*stop.borrow() {
            // Asked for before looking, so that a job queued meanwhile rings.
            let queued = this.db.queued().notified();
            let free = AT_ONCE - i64::try_from(running.len()).unwrap_or(AT_ONCE);
            let nap = match this.look(free).await {
                Ok((jobs, nap)) => {
                    for job in jobs {
                        let this = Arc::clone(&this);
                        running.spawn(async move { this.attempt(job).await });
                    }
                    nap
                }
                Err(error) => {
                    tracing::warn!(%error, "the jobs could not be looked at; trying again");
                    Duration::from_secs(1)
                }
            };
            tokio::select! {
                Some(_) = running.join_next() => {}
                () = queued, if free > 0 => {}
                () = tokio::time::sleep(nap) => {}
                _ = stop.changed() => {}
            }
        }
        while running.join_next().await.is_some() {}
    }

    /// Takes up to `free` due jobs and says how long to sleep if nothing else happens.
    async fn look(&self, free: i64) -> Result<(Vec<Job>, Duration)> {
        self.schedule().await?;
        let now = self.db.clock().now();
        match self.next_due().await? {
            Some(Timestamp(due)) if due > now.0 => {
                let wait = Duration::from_millis((due - now.0).unsigned_abs());
                Ok((Vec::new(), wait.min(LONGEST_NAP)))
            }
            Some(_) if free > 0 => {
                let jobs = self.claim(free).await?;
                // None although one was due: another instance was quicker.
                let nap = if jobs.is_empty() { LONGEST_NAP } else { Duration::ZERO };
                Ok((jobs, nap))
            }
            _ => Ok((Vec::new(), LONGEST_NAP)),
        }
    }

    async fn next_due(&self) -> Result<Option<Timestamp>> {
        let mut tx = self.db.read().await?;
        Ok(tx.one::<Option<Timestamp>>(&NEXT_DUE, params![]).await?.flatten())
    }

    /// Queues the schedules' jobs, at most once a minute; the key of a period keeps instances from doubling it.
    async fn schedule(&self) -> Result<()> {
        let now = self.db.clock().now().0;
        if self.schedules.is_empty() || self.scheduled.swap(now / 60_000, Ordering::Relaxed) == now / 60_000 {
            return Ok(());
        }
        let mut tx = self.db.write(&Actor::System("schedule")).await?;
        for schedule in self.schedules.iter() {
            let every = i64::try_from(schedule.every.as_millis()).expect("schedules repeat within years");
            let period = now / every;
            tx.enqueue(NewJob::new(schedule.kind, &()).once(format!("{}@{period}", schedule.kind))).await?;
        }
        tx.run_quietly(&PRUNE, params![now - KEEP_DONE_MS]).await?;
        tx.commit_unrecorded("schedules and done jobs").await
    }

    async fn claim(&self, limit: i64) -> Result<Vec<Job>> {
        let mut tx = self.db.write(&Actor::System("worker")).await?;
        let now = tx.now();
        let jobs = tx.all(&CLAIM, params![now, now, limit, now.0 + LEASE_MS]).await?;
        tx.commit_unrecorded("leases of jobs").await?;
        Ok(jobs)
    }

    async fn attempt(&self, job: Job) {
        let Some(handler) = self.handlers.iter().find(|handler| handler.kind == job.kind) else {
            return self.failed(&job, UNKNOWN_ATTEMPTS, "nothing handles this kind of job").await;
        };
        if job.attempts > handler.attempts {
            // The tries before never came back to say so: perhaps this job ends the whole process.
            return self.failed(&job, handler.attempts, "the last try never ended").await;
        }
        let work =
            AssertUnwindSafe(async { (handler.run)(self.context.clone(), job.clone()).await }).catch_unwind();
        let lease = Duration::from_millis(LEASE_MS.unsigned_abs() * 9 / 10);
        let outcome = match tokio::time::timeout(lease, work).await {
            Ok(Ok(Ok(()))) => return self.done(&job).await,
            Ok(Ok(Err(error))) if error.is::<Hopeless>() => {
                return self.failed(&job, job.attempts, &format!("{error:#}")).await;
            }
            Ok(Ok(Err(error))) => format!("{error:#}"),
            Ok(Err(_)) => "the handler panicked".to_owned(),
            Err(_) => "the handler took too long".to_owned(),
        };
        self.failed(&job, handler.attempts, &outcome).await;
    }

    async fn done(&self, job: &Job) {
        let ended = async {
            let mut tx = self.db.write(&Actor::System("worker")).await?;
            let now = tx.now();
            tx.run_quietly(&DONE, params![now, job.id]).await?;
            tx.commit_unrecorded("a finished job").await
        };
        if let Err(error) = ended.await {
            tracing::warn!(%error, "job {} ({}) ran but could not be marked done; it will run again", job.id, job.kind);
        }
    }

    async fn failed(&self, job: &Job, attempts: i64, error: &str) {
        let ended = async {
            let mut tx = self.db.write(&Actor::System("worker")).await?;
            let now = tx.now();
            if job.attempts >= attempts {
                tracing::error!(
                    "job {} ({}) is parked after {} tries: {error}",
                    job.id,
                    job.kind,
                    job.attempts
                );
                tx.run_quietly(&PARK, params![now, error, job.id]).await?;
            } else {
                tracing::warn!("job {} ({}) failed and will be tried again: {error}", job.id, job.kind);
                let again = Timestamp(now.0 + pause_ms(job.attempts, self.db.ids().next()));
                tx.run_quietly(&RETRY, params![again, error, job.id]).await?;
            }
            tx.commit_unrecorded("a failed job").await
        };
        if let Err(error) = ended.await {
            tracing::warn!(%error, "job {} ({}) failed and keeps its lease until it ends", job.id, job.kind);
        }
    }
}

/// 2 s, 4 s, 8 s … up to an hour, plus up to a quarter so that retries spread out.
fn pause_ms(attempts: i64, noise: i64) -> i64 {
    let base = 1000_i64.saturating_mul(1 << attempts.clamp(1, 12)).min(3_600_000);
    base + noise.rem_euclid(base / 4)
}

#[cfg(test)]
mod tests {
    use super::pause_ms;

    #[test]
    fn pauses_grow_and_are_bounded() {
        assert_eq!(pause_ms(1, 0), 2000);
        assert_eq!(pause_ms(3, 0), 8000);
        assert!(pause_ms(60, i64::MAX) <= 4_500_000);
    }
}
