//! What the portal holds of search while it runs: the index at this moment, the words that mean the same, the queries to
//! count, and how many may search at once.

use super::log::Asked as AskedQueries;
use super::snapshot::Snapshot;
use super::synonyms::Synonyms;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;
use tokio::sync::{Semaphore, SemaphorePermit};

/// Longer than this nobody waits for a place.
const PATIENCE: Duration = Duration::from_secs(2);

pub struct Keeper {
    snapshot: RwLock<Option<Arc<Snapshot>>>,
    synonyms: RwLock<Arc<Synonyms>>,
    /// Searches run in place and use a core each.
    room: Semaphore,
    pub queries: AskedQueries,
    /// Events of the log it has not seen yet.
    behind: AtomicI64,
}

impl Default for Keeper {
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        Keeper {
            snapshot: RwLock::default(),
            synonyms: RwLock::default(),
            room: Semaphore::new(cores),
            queries: AskedQueries::default(),
            behind: AtomicI64::new(0),
        }
    }
}

impl Keeper {
    /// None until there is an index.
    pub fn snapshot(&self) -> Option<Arc<Snapshot>> {
        self.snapshot.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub fn show(&self, snapshot: Snapshot) {
        *self.snapshot.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(snapshot));
    }

    pub fn synonyms(&self) -> Arc<Synonyms> {
        Arc::clone(&self.synonyms.read().unwrap_or_else(PoisonError::into_inner))
    }

    pub fn set_synonyms(&self, synonyms: Synonyms) {
        *self.synonyms.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(synonyms);
    }

    /// A place to search in. None if too many are searching for too long.
    pub async fn place(&self) -> Option<SemaphorePermit<'_>> {
        let place = tokio::time::timeout(PATIENCE, self.room.acquire()).await.ok()?;
        Some(place.expect("the semaphore is never closed"))
    }

    pub fn is_at(&self, position: i64, head: i64) {
        self.behind.store((head - position).max(0), Ordering::Relaxed);
    }

    pub fn behind(&self) -> i64 {
        self.behind.load(Ordering::Relaxed)
    }
}
