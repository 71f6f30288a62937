//! What somebody says who asks to join, and why the answer may be no. Pure.

use super::super::model as people;
use platform::actor::OrganisationId;
use platform::clock::Timestamp;
use platform::lang::Lang;

platform::id_type!(pub RequestId);

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Request {
    pub id: RequestId,
    pub email: String,
    pub name: String,
    pub organisation: Option<OrganisationId>,
    pub organisation_name: String,
    pub reason: String,
    pub language: Lang,
    pub created_at: Timestamp,
    pub decided_at: Option<Timestamp>,
    /// `accepted`, or the code of a [`Reason`].
    pub decision: Option<String>,
    pub note: String,
}
platform::from_row!(Request {
    id,
    email,
    name,
    organisation,
    organisation_name,
    reason,
    language,
    created_at,
    decided_at,
    decision,
    note
});

/// What was entered.
#[derive(Clone, Debug)]
pub struct NewRequest {
    pub email: String,
    pub name: String,
    pub organisation: Option<OrganisationId>,
    pub organisation_name: String,
    pub reason: String,
    pub language: Lang,
}

const LONGEST_REASON: usize = 1_000;

impl NewRequest {
    /// Tidied, or the fields and messages that say what is missing, in the order of the form.
    pub fn checked(self) -> Result<Self, Vec<(&'static str, &'static str)>> {
        let mut mistakes = Vec::new();
        let (name, email) = (people::name(&self.name), people::email(&self.email));
        let other = people::name(&self.organisation_name);
        let reason = self.reason.trim().to_owned();
        if name.is_none() {
            mistakes.push(("name", "members-name-missing"));
        }
        if email.is_none() {
            mistakes.push(("email", "members-email-wrong"));
        }
        if self.organisation.is_none() && other.is_none() {
            mistakes.push(("organisation_name", "members-request-organisation-missing"));
        }
        if reason.is_empty() || reason.chars().count() > LONGEST_REASON {
            mistakes.push(("reason", "members-request-reason-missing"));
        }
        match (name, email) {
            (Some(name), Some(email)) if mistakes.is_empty() => {
                let organisation_name = other.filter(|_| self.organisation.is_none()).unwrap_or_default();
                Ok(NewRequest { name, email, organisation_name, reason, ..self })
            }
            _ => Err(mistakes),
        }
    }
}

/// Why somebody is not invited, as the mail says it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reason {
    /// We could not find out that they belong to the organisation.
    Unconfirmed,
    /// The organisation does not take part yet.
    NoPartner,
    /// They have an account already.
    Known,
    /// The note says why.
    Other,
}

impl Reason {
    pub const ALL: [Self; 4] = [Self::Unconfirmed, Self::NoPartner, Self::Known, Self::Other];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Unconfirmed => "unconfirmed",
            Self::NoPartner => "no_partner",
            Self::Known => "known",
            Self::Other => "other",
        }
    }

    /// For the chair's choice.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Unconfirmed => "members-decline-unconfirmed",
            Self::NoPartner => "members-decline-no-partner",
            Self::Known => "members-decline-known",
            Self::Other => "members-decline-other",
        }
    }

    /// For the mail.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Unconfirmed => "members-mail-declined-unconfirmed",
            Self::NoPartner => "members-mail-declined-no-partner",
            Self::Known => "members-mail-declined-known",
            Self::Other => "members-mail-declined-other",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}
