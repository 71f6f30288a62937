//! What people show beyond a mailed link: a passkey, a one-time code from an app, a recovery code on paper.
//!
//! A *factor* is a passkey or an app; recovery codes stand in for a lost one. Approvers, the chair and the operator must
//! have one: they may sign in three times without, then nothing else is open to them until it is set up. A *step* is
//! something begun in one browser and not finished, such as a sign-in that waits for its second step: it opens nothing.
//! *Fresh* is a session whose holder showed the strongest thing they have within the last ten minutes; for who has no
//! factor that is the mail. Secrets lie encrypted or hashed in the database and appear in no log.

pub mod confirmation;
pub mod entering;
pub mod page;
pub mod pages;
pub mod passkeys;
pub mod recovery_codes;
pub mod second_step;
pub mod steps;
pub mod store;
pub mod totp;

use super::model::Person;
use crate::web::{App, Routes, SetUp};
use platform::actor::Role;
use platform::clock::Timestamp;
use platform::db::WriteTx;
use std::time::Duration;

const MINUTE: u64 = 60;
/// How long showing a factor is good for acts that ask for it.
pub const FRESH: Duration = Duration::from_secs(10 * MINUTE);
/// Sign-ins without a factor for those who must have one.
pub const GRACE: i64 = 3;
/// After so many wrong codes in a row, each further one has to wait.
const WRONG_AT_MOST: i64 = 5;
const WAIT: Duration = Duration::from_secs(15 * MINUTE);

pub fn add(routes: Routes) -> Routes {
    routes
        .open("/sign-in/second-step", second_step::show)
        .open_post("/sign-in/second-step", second_step::create)
        .open_post("/sign-in/passkey/challenge", second_step::challenge)
        .open_post("/sign-in/passkey", second_step::sign_in)
        .set_up("/confirm-it-is-you", confirmation::show)
        .set_up_post("/confirm-it-is-you", confirmation::create)
        .set_up("/account/security", page::show)
        .set_up_post("/account/security/later", page::later)
        .set_up("/account/totp", page::totp)
        .set_up_post("/account/totp", page::confirm_totp)
        .set_up_post("/account/totp/new", page::begin_totp)
        .set_up_post("/account/totp/removal", page::remove_totp)
        .set_up_post("/account/recovery-codes", page::renew_codes)
        .set_up_post("/account/passkeys/challenge", page::passkey_challenge)
        .set_up_post("/account/passkeys", page::add_passkey)
        .set_up_post("/account/passkeys/{id}/removal", page::remove_passkey)
}

/// What a member has to show.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Factors {
    pub apps: i64,
    pub passkeys: i64,
    pub recovery_codes: i64,
}
platform::from_row!(Factors { apps, passkeys, recovery_codes });

impl Factors {
    /// Recovery codes alone are none: they stand in for one that was lost.
    pub fn any(self) -> bool {
        self.apps + self.passkeys > 0
    }
}

/// How it went so far.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Standing {
    pub weak_sign_ins: i64,
    wrong_codes: i64,
    wrong_code_at: Option<Timestamp>,
    pub passkey_offered_at: Option<Timestamp>,
}
platform::from_row!(Standing { weak_sign_ins, wrong_codes, wrong_code_at, passkey_offered_at });

impl Standing {
    fn must_wait(self, now: Timestamp) -> bool {
        self.wrong_codes >= WRONG_AT_MOST && self.wrong_code_at.is_some_and(|at| now.since(at) < WAIT)
    }
}

/// Roles whose acts reach the public or everybody's account.
pub fn is_demanded_of(role: Role) -> bool {
    matches!(role, Role::Approver | Role::Chair | Role::Operator)
}

/// What somebody still has to set up, given how often they signed in without.
pub fn set_up(app: &App, role: Role, has_factor: bool, weak_sign_ins: i64) -> SetUp {
    if has_factor || !is_demanded_of(role) || !app.settings.identity.require_factor {
        SetUp::Done
    } else if weak_sign_ins > GRACE {
        SetUp::Overdue
    } else {
        SetUp::Wanted { sign_ins_left: GRACE - weak_sign_ins }
    }
}

/// What a browser can be in the middle of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Asked for a sign-in link. Nothing is stored: the link itself names the browser.
    Asked,
    SecondStep,
    /// A challenge to any passkey.
    Passkey,
    /// A challenge to make one.
    NewPasskey,
    /// A code on its way by mail.
    MailCode,
    /// At an identity provider.
    Provider,
}

impl Kind {
    const ALL: [Kind; 6] =
        [Kind::Asked, Kind::SecondStep, Kind::Passkey, Kind::NewPasskey, Kind::MailCode, Kind::Provider];

    pub const fn code(self) -> &'static str {
        match self {
            Kind::Asked => "asked",
            Kind::SecondStep => "second-step",
            Kind::Passkey => "passkey",
            Kind::NewPasskey => "new-passkey",
            Kind::MailCode => "mail-code",
            Kind::Provider => "provider",
        }
    }

    fn parse(code: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.code() == code)
    }

    const fn lasts(self) -> Duration {
        match self {
            Kind::Asked => super::model::SIGN_IN_LINK,
            _ => Duration::from_secs(10 * MINUTE),
        }
    }
}
platform::text_column!(Kind);

/// What came of a typed code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Typed {
    Right,
    Wrong,
    /// Too many wrong ones came before.
    Wait,
}

impl Typed {
    /// The message key of what to tell.
    pub const fn mistake(self) -> Option<&'static str> {
        match self {
            Typed::Right => None,
            Typed::Wrong => Some("members-code-wrong"),
            Typed::Wait => Some("members-code-wait"),
        }
    }
}

/// Records what became of a factor and tells its owner by mail, who may not be the one who did it.
async fn note(
    tx: &mut WriteTx,
    kind: &'static str,
    person: &Person,
    factor: &'static str,
) -> platform::db::Result<()> {
    tx.record(super::events::of_factor(kind, person, factor));
    super::mails::queue_factor(tx, person.id, kind, factor).await
}

/// Takes a code of the app or one from paper. The caller commits, whatever came of it: wrong ones are counted.
pub async fn take_code(tx: &mut WriteTx, app: &App, person: &Person, typed: &str) -> anyhow::Result<Typed> {
    let standing = store::standing(tx, person.id).await?.unwrap_or_default();
    if standing.must_wait(tx.now()) {
        return Ok(Typed::Wait);
    }
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    let is_app_code = digits.len() == 6 && typed.chars().all(|c| c.is_ascii_digit() || c.is_whitespace());
    let right = if is_app_code {
        let confirmed = store::totp(tx, person.id).await?.is_some_and(|known| known.confirmed_at.is_some());
        confirmed && totp::take(tx, app, person.id, &digits).await?
    } else {
        let taken = recovery_codes::take(tx, person.id, typed).await?;
        if taken {
            note(tx, super::events::FACTOR_USED, person, "recovery-code").await?;
        }
        taken
    };
    if right {
        store::forgive(tx, person.id).await?;
        Ok(Typed::Right)
    } else {
        store::note_wrong_code(tx, person.id).await?;
        Ok(Typed::Wrong)
    }
}
