//! What the answer of an address means, and when it is asked again. Pure.
//!
//! *Broken* is what says twice, on different days, that there is nothing: a server may have a bad day. What does not answer
//! at all is *unreachable* and is never called broken, since the trouble may be ours.

use super::super::model::coded;
use platform::clock::Timestamp;
use std::time::Duration;

const DAY: Duration = Duration::from_hours(24);
const WEEK: Duration = Duration::from_hours(7 * 24);
const DAY_MS: i64 = 24 * 3600 * 1000;

coded! {
    Status {
        /// Not asked yet, or not an address of the public web.
        Unknown = "unknown",
        Works = "works",
        /// Works, and says that it has another address for good.
        Moved = "moved",
        Broken = "broken",
        /// Does not answer programs: it may well answer people.
        Refused = "refused",
        Unreachable = "unreachable",
    }
}

/// What became of asking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    Works,
    Moved(String),
    /// There is nothing at this address.
    Nothing,
    Refused,
    /// Nobody, or somebody in trouble.
    Nobody,
    /// The whole host asks to be left alone so long.
    Wait(Duration),
    /// Not of the public web, so it was not asked.
    NotAsked,
}

/// What is kept of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    pub status: Status,
    pub moved_to: String,
    pub failing_since: Option<Timestamp>,
    pub next_at: Timestamp,
}

/// How an address stands after an answer. `Wait` changes nothing but the time.
pub fn after(before: &Standing, answer: &Answer, now: Timestamp) -> Standing {
    let standing = |status, next: Duration| Standing {
        status,
        moved_to: String::new(),
        failing_since: None,
        next_at: now + next,
    };
    match answer {
        Answer::Works => standing(Status::Works, WEEK),
        Answer::Moved(to) => Standing { moved_to: to.clone(), ..standing(Status::Moved, WEEK) },
        Answer::Refused => standing(Status::Refused, WEEK),
        Answer::NotAsked => standing(Status::Unknown, WEEK),
        Answer::Nobody => {
            Standing { failing_since: before.failing_since, ..standing(Status::Unreachable, WEEK) }
        }
        Answer::Wait(time) => Standing { next_at: now + *time, ..before.clone() },
        Answer::Nothing => match before.failing_since {
            Some(since) if since.0.div_euclid(DAY_MS) != now.0.div_euclid(DAY_MS) => {
                Standing { failing_since: Some(since), ..standing(Status::Broken, WEEK) }
            }
            since => {
                Standing { failing_since: Some(since.unwrap_or(now)), next_at: now + DAY, ..before.clone() }
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unknown() -> Standing {
        let next_at = Timestamp(0);
        Standing { status: Status::Unknown, moved_to: String::new(), failing_since: None, next_at }
    }

    #[test]
    fn an_address_is_broken_after_two_failures_on_different_days() {
        let morning = Timestamp(9 * 3600 * 1000);
        let once = after(&unknown(), &Answer::Nothing, morning);
        assert_eq!((once.status, once.next_at), (Status::Unknown, morning + DAY));
        let same_day = after(&once, &Answer::Nothing, morning + Duration::from_hours(3));
        assert_eq!(same_day.status, Status::Unknown);
        let next_day = after(&same_day, &Answer::Nothing, morning + DAY);
        assert_eq!((next_day.status, next_day.next_at), (Status::Broken, morning + DAY + WEEK));
        let mended = after(&next_day, &Answer::Works, morning + WEEK);
        assert_eq!((mended.status, mended.failing_since), (Status::Works, None));
    }

    #[test]
    fn silence_is_never_called_broken_and_lets_a_failure_stand() {
        let first = after(&unknown(), &Answer::Nothing, Timestamp(0));
        let silent = after(&first, &Answer::Nobody, Timestamp(DAY_MS));
        assert_eq!(silent.status, Status::Unreachable);
        let silent = after(&silent, &Answer::Nobody, Timestamp(8 * DAY_MS));
        assert_eq!(silent.status, Status::Unreachable);
        assert_eq!(after(&silent, &Answer::Nothing, Timestamp(15 * DAY_MS)).status, Status::Broken);
    }

    #[test]
    fn a_host_that_asks_for_time_changes_nothing_else() {
        let works = after(&unknown(), &Answer::Works, Timestamp(0));
        let waiting = after(&works, &Answer::Wait(DAY), Timestamp(5));
        assert_eq!(waiting, Standing { next_at: Timestamp(5) + DAY, ..works });
    }
}
