//! People, their sessions and one-time links: what each is, and when it no longer holds. Pure.

use platform::actor::{MemberId, OrganisationId, Role};
use platform::clock::Timestamp;
use platform::lang::Lang;
use platform::secrets::Secrets;
use std::time::Duration;

platform::id_type!(pub LinkId);

const MINUTE: u64 = 60;
const DAY: u64 = 24 * 60 * MINUTE;

/// A browser that was not used for so long has to sign in again.
pub const SESSION_IDLE: Duration = Duration::from_secs(14 * DAY);
/// However often it is used.
pub const SESSION_LIFE: Duration = Duration::from_secs(60 * DAY);
/// How exactly the last use of a session is known; a write for every page would be too dear.
pub const SEEN_EVERY: Duration = Duration::from_secs(10 * MINUTE);

pub const SIGN_IN_LINK: Duration = Duration::from_secs(15 * MINUTE);
/// For links that a command prints: long enough to look around first.
pub const PRINTED_LINK: Duration = Duration::from_secs(DAY);
pub const INVITATION_LINK: Duration = Duration::from_secs(7 * DAY);

/// So many links a person may have sent within [`LINKS_WITHIN`]; further requests send nothing.
pub const LINKS_AT_MOST: i64 = 5;
pub const LINKS_WITHIN: Duration = Duration::from_secs(60 * MINUTE);

/// Somebody who takes part: joined and not suspended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Person {
    pub id: MemberId,
    pub name: String,
    pub email: String,
    pub language: Lang,
    pub organisation: OrganisationId,
    pub role: Role,
}
platform::from_row!(Person { id, name, email, language, organisation, role });

/// Where somebody stands, with the time since when.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    Invited(Timestamp),
    Joined(Timestamp),
    Suspended(Timestamp),
}

/// A member as lists for the chair show them: anybody who was ever invited.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Listed {
    pub person: Person,
    pub standing: Standing,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Purpose {
    SignIn,
    Invitation,
}

impl Purpose {
    pub const fn code(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::Invitation => "invitation",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        [Self::SignIn, Self::Invitation].into_iter().find(|purpose| purpose.code() == code)
    }

    pub const fn lasts(self) -> Duration {
        match self {
            Self::SignIn => SIGN_IN_LINK,
            Self::Invitation => INVITATION_LINK,
        }
    }

    /// The path of the link's page, before its token.
    pub const fn path(self) -> &'static str {
        match self {
            Self::SignIn => "sign-in",
            Self::Invitation => "invitation",
        }
    }
}
platform::text_column!(Purpose);

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Link {
    pub id: LinkId,
    pub member: MemberId,
    pub purpose: Purpose,
    pub invited_by: Option<MemberId>,
    pub expires_at: Timestamp,
    pub used_at: Option<Timestamp>,
    pub revoked_at: Option<Timestamp>,
    /// The hash of what the browser that asked holds; nothing for links that a command printed.
    pub browser: Option<Vec<u8>>,
    /// Wrong codes typed into other browsers.
    pub failures: i64,
}
platform::from_row!(Link {
    id,
    member,
    purpose,
    invited_by,
    expires_at,
    used_at,
    revoked_at,
    browser,
    failures
});

/// The key's word for these links, so that no other token opens them.
const LINK_TOKEN: &str = "members.link";

/// The address, after the host, of a link's page. It is made whenever it is needed and stored nowhere.
pub fn link_path(secrets: &Secrets, lang: Lang, purpose: Purpose, id: LinkId) -> String {
    format!("/{lang}/{}/{}", purpose.path(), secrets.token(LINK_TOKEN, id.get()))
}

/// The link that a token from an address names, if this portal made it.
pub fn link_id(secrets: &Secrets, token: &str) -> Option<LinkId> {
    secrets.open(LINK_TOKEN, token).map(LinkId::from)
}

/// After so many wrong codes a link is worth nothing.
pub const WRONG_CODES: i64 = 5;

/// The digits that the browser that asked shows, for the case that the mail opens in another one.
pub fn browser_code(secrets: &Secrets, browser: &[u8]) -> String {
    secrets.digits("members.browser", browser, 6)
}

/// Why a link that once was good no longer is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Spent {
    Used,
    Revoked,
    Expired,
}

impl Link {
    /// Whether it may be used in a browser that holds this, or where these digits were typed.
    pub fn is_for(&self, secrets: &Secrets, held: Option<&str>, typed: &str) -> bool {
        let Some(browser) = &self.browser else { return true };
        held.is_some_and(|held| Secrets::hash(held)[..] == browser[..])
            || typed == browser_code(secrets, browser)
    }

    pub fn check(&self, now: Timestamp) -> Result<(), Spent> {
        if self.used_at.is_some() {
            Err(Spent::Used)
        } else if self.revoked_at.is_some() || self.failures >= WRONG_CODES {
            Err(Spent::Revoked)
        } else if self.expires_at <= now {
            Err(Spent::Expired)
        } else {
            Ok(())
        }
    }
}

/// A browser somebody is signed in with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Session {
    pub id: i64,
    pub created_at: Timestamp,
    pub seen_at: Timestamp,
    /// Browser and system, as in `Firefox, Android`; empty if they do not say.
    pub device: String,
}
platform::from_row!(Session { id, created_at, seen_at, device });

/// An address as it is stored and compared; `None` for what no mail could reach.
pub fn email(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let (name, host) = text.rsplit_once('@')?;
    let strange = |c: char| c.is_whitespace() || c.is_control() || "<>()[],;:\\\"@".contains(c);
    let plain = !name.contains(strange) && !host.contains(strange) && text.len() <= 254;
    let dotted = host.split('.').count() > 1 && host.split('.').all(|part| !part.is_empty());
    (plain && !name.is_empty() && dotted).then_some(text)
}

/// A name without stray spaces; `None` if nothing or a whole story is left.
pub fn name(text: &str) -> Option<String> {
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let length = name.chars().count();
    (1..=120).contains(&length).then_some(name)
}

/// Browser and system in words people know, from what the browser says of itself. Nothing finer is kept.
pub fn device(user_agent: &str) -> String {
    // The order matters: most browsers also name those they descend from.
    const BROWSERS: [(&str, &str); 9] = [
        ("YaBrowser/", "Yandex Browser"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("OPR/", "Opera"),
        ("Edg", "Edge"),
        ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];
    const SYSTEMS: [(&str, &str); 6] = [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ];
    let find = |table: &[(&str, &'static str)]| {
        table.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, words)| *words)
    };
    let found: Vec<&str> = [find(&BROWSERS), find(&SYSTEMS)].into_iter().flatten().collect();
    found.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_compared_in_lower_case_and_nonsense_is_refused() {
        assert_eq!(email(" Daniyar@Ministry.example ").as_deref(), Some("daniyar@ministry.example"));
        for wrong in
            ["", "daniyar", "@ministry.example", "a@b", "a@b..c", "a b@c.d", "a@c.d\nBcc: x@y.z", "a@b@c.d"]
        {
            assert_eq!(email(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_device_is_named_as_people_know_it() {
        let android = "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Mobile Safari/537.36";
        assert_eq!(device(android), "Chrome, Android");
        let iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Safari/604.1";
        assert_eq!(device(iphone), "Safari, iPhone");
        assert_eq!(device("curl/8"), "");
    }

    #[test]
    fn a_link_is_good_until_it_is_used_revoked_or_too_old() {
        let fresh = Link {
            id: 1.into(),
            member: 1.into(),
            purpose: Purpose::SignIn,
            invited_by: None,
            expires_at: Timestamp(100),
            used_at: None,
            revoked_at: None,
            browser: None,
            failures: 0,
        };
        assert_eq!(fresh.check(Timestamp(99)), Ok(()));
        assert_eq!(fresh.check(Timestamp(100)), Err(Spent::Expired));
        let used = Link { used_at: Some(Timestamp(1)), revoked_at: Some(Timestamp(2)), ..fresh.clone() };
        assert_eq!(used.check(Timestamp(200)), Err(Spent::Used));
        let revoked = Link { revoked_at: Some(Timestamp(2)), ..fresh };
        assert_eq!(revoked.check(Timestamp(99)), Err(Spent::Revoked));
    }
}
