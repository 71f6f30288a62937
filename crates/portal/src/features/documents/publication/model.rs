//! When a text may become public, and how it may cease to be. Pure.

use super::super::model::{Edition, State, Wish, coded};
use platform::clock::Timestamp;

coded! {
    Manner {
        /// Explained and still readable.
        Withdrawn = "withdrawn",
        /// Published in error, and gone.
        Removed = "removed",
    }
}

/// When an approved text appears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// As its author asked when submitting it.
    AsWished,
    Now,
    At(Timestamp),
    /// Its organisation publishes it later.
    Later,
}

/// Longer embargoes are slips of the year.
const LONGEST_EMBARGO_MS: i64 = 366 * 24 * 3600 * 1000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CannotPublish {
    Stale,
    /// Approve it first.
    NotApproved,
    ReasonMissing,
    /// An embargo lies in the future, within a year.
    TimeWrong,
    /// Only what is public can be withdrawn.
    NotPublic,
}

#[derive(Clone, Debug)]
pub struct Withdrawal {
    pub manner: Manner,
    pub reason: String,
    pub withdrawn_at: Timestamp,
}

impl Edition {
    /// The moment an approved text shall appear; `None` to leave it to its organisation.
    pub fn moment(&self, when: When, now: Timestamp) -> Result<Option<Timestamp>, CannotPublish> {
        let at = match when {
            When::Later => return Ok(None),
            When::AsWished if self.wish == Wish::Wait => return Ok(None),
            // A wish for a time that has passed meanwhile is a wish for now.
            When::AsWished => self.publish_at.filter(|at| *at > now).unwrap_or(now),
            When::Now => now,
            When::At(at) if at <= now || at.0 - now.0 > LONGEST_EMBARGO_MS => {
                return Err(CannotPublish::TimeWrong);
            }
            When::At(at) => at,
        };
        Ok(Some(at))
    }

    pub fn check_publish(&self, version: i64) -> Result<(), CannotPublish> {
        if self.state != State::Approved {
            Err(CannotPublish::NotApproved)
        } else if self.version != version {
            Err(CannotPublish::Stale)
        } else {
            Ok(())
        }
    }

    /// A submitted text may be published before its approval when life demands it.
    pub fn check_emergency(&self, version: i64, reason: &str) -> Result<(), CannotPublish> {
        if self.state != State::Submitted {
            Err(CannotPublish::NotApproved)
        } else if self.version != version {
            Err(CannotPublish::Stale)
        } else if reason.trim().is_empty() {
            Err(CannotPublish::ReasonMissing)
        } else {
            Ok(())
        }
    }

    pub fn check_withdraw(&self, version: i64, reason: &str) -> Result<(), CannotPublish> {
        if !self.state.is_public() {
            Err(CannotPublish::NotPublic)
        } else if self.version != version {
            Err(CannotPublish::Stale)
        } else if reason.trim().is_empty() {
            Err(CannotPublish::ReasonMissing)
        } else {
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::samples::edition;
    use super::*;

    const NOW: Timestamp = Timestamp(1_000_000);

    #[test]
    fn a_wished_time_that_has_passed_means_now() {
        let mut edition = edition();
        edition.publish_at = Some(Timestamp(NOW.0 - 1));
        assert_eq!(edition.moment(When::AsWished, NOW), Ok(Some(NOW)));
        edition.publish_at = Some(Timestamp(NOW.0 + 1));
        assert_eq!(edition.moment(When::AsWished, NOW), Ok(Some(Timestamp(NOW.0 + 1))));
        edition.wish = Wish::Wait;
        assert_eq!(edition.moment(When::AsWished, NOW), Ok(None));
    }

    #[test]
    fn an_embargo_lies_in_the_future_and_within_a_year() {
        let edition = edition();
        for wrong in [NOW.0, NOW.0 - 5, NOW.0 + 400 * 24 * 3600 * 1000] {
            assert_eq!(edition.moment(When::At(Timestamp(wrong)), NOW), Err(CannotPublish::TimeWrong));
        }
    }

    #[test]
    fn nothing_unapproved_is_published_and_nothing_unpublished_withdrawn() {
        let mut edition = edition();
        edition.state = State::Submitted;
        assert_eq!(edition.check_publish(edition.version), Err(CannotPublish::NotApproved));
        assert_eq!(edition.check_withdraw(edition.version, "x"), Err(CannotPublish::NotPublic));
        assert_eq!(edition.check_emergency(edition.version, " "), Err(CannotPublish::ReasonMissing));
        edition.state = State::Published;
        assert_eq!(edition.check_withdraw(edition.version, ""), Err(CannotPublish::ReasonMissing));
    }
}
