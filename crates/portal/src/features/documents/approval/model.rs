//! What an approval is and when a text can have one. Pure.

use super::super::model::{Edition, EditionId, Level, State, coded};
use platform::actor::{MemberId, OrganisationId};
use platform::clock::Timestamp;

platform::id_type!(pub ApprovalId);

coded! {
    /// The way on which an approval was given.
    Channel {
        /// On the portal, signed in.
        Portal = "portal",
        /// By the link in a mail from the portal.
        Link = "link",
        Email = "email",
        Phone = "phone",
        Meeting = "meeting",
        Letter = "letter",
        Messenger = "messenger",
    }
}

impl Channel {
    /// Those that somebody else can record.
    pub const RECORDED: [Channel; 5] =
        [Channel::Email, Channel::Phone, Channel::Meeting, Channel::Letter, Channel::Messenger];
}

/// An approval in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    pub id: ApprovalId,
    pub edition: EditionId,
    pub text_hash: [u8; 32],
    pub level: Level,
    pub act_number: String,
    /// ISO 8601, or empty.
    pub act_date: String,
    pub note: String,
    pub approved_by: MemberId,
    pub body: OrganisationId,
    pub channel: Channel,
    pub approved_at: Timestamp,
    pub recorded_by: MemberId,
    pub recorded_at: Timestamp,
    pub scan: Option<i64>,
}

/// What an approver grants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    pub level: Level,
    pub act_number: String,
    pub act_date: String,
    pub note: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CannotDecide {
    /// The page showed an older text.
    Stale,
    /// It was decided already, or taken back.
    NotWaiting,
    /// The official level names a signed act.
    ActMissing,
    ActDateWrong,
    ReasonMissing,
    /// The person in whose name it is recorded may not approve, or submitted it.
    NotTheirs,
}

impl Edition {
    /// Whether this text, exactly as the page showed it, can be decided now. `hash` is of the text as it is now.
    pub fn check_decision(&self, version: i64, hash: &[u8; 32]) -> Result<(), CannotDecide> {
        if !self.awaits_approval() {
            Err(CannotDecide::NotWaiting)
        } else if self.version != version || self.text_hash.as_deref() != Some(hash.as_slice()) {
            Err(CannotDecide::Stale)
        } else {
            Ok(())
        }
    }

    /// A text that is already public cannot go back to its author; it can be withdrawn.
    pub fn check_return(&self) -> Result<(), CannotDecide> {
        if self.state == State::Submitted { Ok(()) } else { Err(CannotDecide::NotWaiting) }
    }
}

impl Grant {
    pub fn check(&self) -> Result<(), CannotDecide> {
        if self.level == Level::Official && self.act_number.trim().is_empty() {
            return Err(CannotDecide::ActMissing);
        }
        let date_wrong = !self.act_date.is_empty() && !is_date(&self.act_date);
        if date_wrong || (self.level == Level::Official && self.act_date.is_empty()) {
            return Err(CannotDecide::ActDateWrong);
        }
        Ok(())
    }
}

/// `2026-11-23`, as date fields of forms send it.
fn is_date(text: &str) -> bool {
    text.len() == 10 && text.parse::<jiff::civil::Date>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::super::super::samples::edition;
    use super::*;

    fn submitted() -> (Edition, [u8; 32]) {
        let mut edition = edition();
        let hash = edition.text_hash(&[]);
        edition.state = State::Submitted;
        edition.text_hash = Some(hash.to_vec());
        (edition, hash)
    }

    #[test]
    fn a_stale_page_cannot_approve_a_newer_text() {
        let (edition, hash) = submitted();
        assert_eq!(edition.check_decision(edition.version, &hash), Ok(()));
        assert_eq!(edition.check_decision(edition.version - 1, &hash), Err(CannotDecide::Stale));
        assert_eq!(edition.check_decision(edition.version, &[0; 32]), Err(CannotDecide::Stale));
    }

    #[test]
    fn only_what_waits_can_be_decided() {
        let (mut edition, hash) = submitted();
        for state in [State::Draft, State::Returned, State::Approved, State::Published, State::Withdrawn] {
            edition.state = state;
            assert_eq!(edition.check_decision(edition.version, &hash), Err(CannotDecide::NotWaiting));
        }
        edition.state = State::Published;
        edition.approval_due_at = Some(Timestamp(1));
        assert_eq!(edition.check_decision(edition.version, &hash), Ok(()));
        assert_eq!(edition.check_return(), Err(CannotDecide::NotWaiting));
    }

    #[test]
    fn the_official_level_names_its_act() {
        let mut grant = Grant {
            level: Level::Official,
            act_number: " ".into(),
            act_date: String::new(),
            note: String::new(),
        };
        assert_eq!(grant.check(), Err(CannotDecide::ActMissing));
        grant.act_number = "114".into();
        assert_eq!(grant.check(), Err(CannotDecide::ActDateWrong));
        grant.act_date = "2026-02-30".into();
        assert_eq!(grant.check(), Err(CannotDecide::ActDateWrong));
        grant.act_date = "2026-11-20".into();
        assert_eq!(grant.check(), Ok(()));
    }
}
