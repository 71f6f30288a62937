//! The time, for everything that asks what time it is: the only caller of the wall clock, so that a test decides what "now" means.
//! Calendars, time zones and wording of dates are not here; they are in `lang`.

use std::fmt;
use std::ops::{Add, Sub};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

/// A moment: milliseconds since 1970-01-01 UTC, as stored in every BIGINT time column.
///
/// ```
/// use platform::clock::Timestamp;
/// use std::time::Duration;
/// let start = Timestamp(1_000);
/// assert_eq!(start + Duration::from_secs(2), Timestamp(3_000));
/// assert_eq!((start + Duration::from_secs(2)).since(start), Duration::from_secs(2));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// The time that passed since `earlier`; zero when `earlier` lies in the future.
    pub fn since(self, earlier: Self) -> Duration {
        Duration::from_millis(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0))
    }
}

impl Add<Duration> for Timestamp {
    type Output = Self;

    fn add(self, by: Duration) -> Self {
        Self(self.0.saturating_add(whole_ms(by)))
    }
}

impl Sub<Duration> for Timestamp {
    type Output = Self;

    fn sub(self, by: Duration) -> Self {
        Self(self.0.saturating_sub(whole_ms(by)))
    }
}

/// Durations beyond 292 million years mean "never"; they saturate instead of overflowing.
fn whole_ms(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

/// Tells the time. Clones of one fixed clock share it, so a test that advances its clock moves the whole portal.
///
/// ```
/// use platform::clock::{Clock, Timestamp};
/// let clock = Clock::fixed(Timestamp(1_000));
/// clock.clone().advance(500);
/// assert_eq!(clock.now(), Timestamp(1_500));
/// ```
#[derive(Clone)]
pub struct Clock(Source);

#[derive(Clone)]
enum Source {
    System,
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// The clock of the machine.
    pub fn system() -> Self {
        Self(Source::System)
    }

    /// A clock that stands still until a test calls [`Clock::advance`].
    pub fn fixed(at: Timestamp) -> Self {
        Self(Source::Fixed(Arc::new(AtomicI64::new(at.0))))
    }

    /// The present moment.
    pub fn now(&self) -> Timestamp {
        match &self.0 {
            Source::System => wall_clock(),
            Source::Fixed(ms) => Timestamp(ms.load(Ordering::SeqCst)),
        }
    }

    /// Moves a fixed clock by `ms` milliseconds, backwards when negative. Panics on the clock of the machine, which nobody may move.
    pub fn advance(&self, ms: i64) {
        match &self.0 {
            Source::System => panic!("only a fixed clock can be advanced"),
            Source::Fixed(now) => now.fetch_add(ms, Ordering::SeqCst),
        };
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Source::System => f.write_str("Clock::system()"),
            Source::Fixed(_) => write!(f, "Clock::fixed({:?})", self.now()),
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads the wall clock")]
fn wall_clock() -> Timestamp {
    // A machine set to before 1970 gets zero: wrong dates are visible, a panic at start would explain nothing.
    Timestamp(0) + SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fixed_clock_stands_still_and_moves_for_all_its_clones() {
        let clock = Clock::fixed(Timestamp(5));
        let other = clock.clone();
        assert_eq!((clock.now(), clock.now()), (Timestamp(5), Timestamp(5)));
        other.advance(10);
        assert_eq!(clock.now(), Timestamp(15));
        clock.advance(-15);
        assert_eq!(other.now(), Timestamp(0));
    }

    #[test]
    fn the_clock_of_the_machine_is_after_the_year_2020() {
        assert!(Clock::system().now() > Timestamp(1_577_836_800_000));
    }

    #[test]
    fn adding_never_overflows() {
        assert_eq!(Timestamp(1) + Duration::MAX, Timestamp(i64::MAX));
        assert_eq!(Timestamp(1).since(Timestamp(9)), Duration::ZERO);
    }
}
