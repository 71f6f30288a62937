//! The SQL of people, sessions and links.

use super::model::{Link, LinkId, Listed, Person, Purpose, SESSION_IDLE, SESSION_LIFE, Session, Standing};
use platform::actor::{Member, MemberId, OrganisationId, Role};
use platform::clock::Timestamp;
use platform::db::{Cells, DbError, FromRow, Query, Result, WriteTx, id_list, take};
use platform::lang::Lang;
use platform::params;
use std::time::Duration;

platform::sql! {
    ACTIVE: "SELECT id, name, email, language, organisation_id, role FROM members
             WHERE id IN {bigints} AND joined_at IS NOT NULL AND suspended_at IS NULL ORDER BY id";
    WITH_ROLE: "SELECT id, name, email, language, organisation_id, role FROM members
                WHERE role = ? AND joined_at IS NOT NULL AND suspended_at IS NULL ORDER BY id";
    OF_ORGANISATION: "SELECT id, name, email, language, organisation_id, role FROM members
                      WHERE (organisation_id = ? OR id IN (SELECT member_id FROM members_organisations WHERE organisation_id = ?))
                        AND joined_at IS NOT NULL AND suspended_at IS NULL ORDER BY id";
    NAMES: "SELECT id, name FROM members WHERE id IN {bigints} AND erased_at IS NULL";
    BY_EMAIL: "SELECT id, name, email, language, organisation_id, role, invited_at, joined_at, suspended_at
               FROM members WHERE email = ?";
    BY_ID: "SELECT id, name, email, language, organisation_id, role, invited_at, joined_at, suspended_at
            FROM members WHERE id = ?";
    LISTED: "SELECT id, name, email, language, organisation_id, role, invited_at, joined_at, suspended_at
             FROM members WHERE erased_at IS NULL ORDER BY id";
    INSERT: "INSERT INTO members (id, email, name, language, role, organisation_id, invited_at, joined_at)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    INVITE_AGAIN: "UPDATE members SET name = ?, language = ?, role = ?, organisation_id = ?, invited_at = ?
                   WHERE id = ? AND joined_at IS NULL";
    JOIN: "UPDATE members SET name = ?, language = ?, joined_at = ? WHERE id = ? AND joined_at IS NULL";
    CHANGE: "UPDATE members SET name = ?, language = ? WHERE id = ?";
    SUSPEND: "UPDATE members SET suspended_at = ? WHERE id = ? AND suspended_at IS NULL";
    RESTORE: "UPDATE members SET suspended_at = NULL WHERE id = ? AND suspended_at IS NOT NULL AND erased_at IS NULL";

    COUNT_OF: "SELECT COUNT(*) FROM members WHERE organisation_id = ?";
    CARRY: "UPDATE members SET organisation_id = ? WHERE organisation_id = ?";

    ADD_LINK: "INSERT INTO members_links (id, member_id, purpose, invited_by, created_at, expires_at)
               VALUES (?, ?, ?, ?, ?, ?)";
    LINK: "SELECT id, member_id, purpose, invited_by, expires_at, used_at, revoked_at, browser_hash, failures
           FROM members_links WHERE id = ?";
    BIND_LINK: "UPDATE members_links SET browser_hash = ? WHERE id = ?";
    FAIL_LINK: "UPDATE members_links SET failures = failures + 1 WHERE id = ?";
    MAILED_SINCE: "SELECT (SELECT COUNT(*) FROM members_links WHERE member_id = ? AND created_at > ?)
                          + (SELECT COUNT(*) FROM members_mailed_codes WHERE member_id = ? AND sent_at > ?)";
    /// Of two requests with the same link only one changes the row.
    USE_LINK: "UPDATE members_links SET used_at = ?
               WHERE id = ? AND used_at IS NULL AND revoked_at IS NULL AND expires_at > ?";
    REVOKE_LINKS: "UPDATE members_links SET revoked_at = ?
                   WHERE member_id = ? AND used_at IS NULL AND revoked_at IS NULL";
    PRUNE_LINKS: "DELETE FROM members_links WHERE expires_at < ?";

    AUTHENTICATE: "SELECT s.id, s.seen_at, m.name, m.id, COALESCE(s.organisation_id, m.organisation_id), m.role, m.language,
                          s.confirmed_at, m.weak_sign_ins,
                          (SELECT COUNT(*) FROM members_totp t WHERE t.member_id = m.id AND t.confirmed_at IS NOT NULL)
                          + (SELECT COUNT(*) FROM members_passkeys p WHERE p.member_id = m.id)
                   FROM members_sessions s JOIN members m ON m.id = s.member_id
                   WHERE s.token_hash = ? AND s.expires_at > ? AND s.seen_at > ?
                     AND m.joined_at IS NOT NULL AND m.suspended_at IS NULL";
    ADD_SESSION: "INSERT INTO members_sessions (id, token_hash, member_id, created_at, seen_at, expires_at, device, confirmed_at)
                  VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    SEEN: "UPDATE members_sessions SET seen_at = ? WHERE id = ?";
    SESSIONS: "SELECT id, created_at, seen_at, device FROM members_sessions
               WHERE member_id = ? AND expires_at > ? AND seen_at > ? ORDER BY seen_at DESC, id DESC";
    END_OWN: "DELETE FROM members_sessions WHERE id = ? AND member_id = ?";
    END_SESSION: "DELETE FROM members_sessions WHERE id = ?";
    END_OTHERS: "DELETE FROM members_sessions WHERE member_id = ? AND id <> ?";
    END_ALL: "DELETE FROM members_sessions WHERE member_id = ?";
    PRUNE_SESSIONS: "DELETE FROM members_sessions WHERE expires_at < ? OR seen_at < ?";
}

impl FromRow for Listed {
    fn from_row(row: &mut dyn Cells) -> std::result::Result<Self, DbError> {
        let person = Person::from_row(row)?;
        let invited: Timestamp = take(row)?;
        let joined: Option<Timestamp> = take(row)?;
        let suspended: Option<Timestamp> = take(row)?;
        let standing = match (joined, suspended) {
            (_, Some(at)) => Standing::Suspended(at),
            (Some(at), None) => Standing::Joined(at),
            (None, None) => Standing::Invited(invited),
        };
        Ok(Listed { person, standing })
    }
}

pub async fn active(q: &mut impl Query, ids: &[MemberId]) -> Result<Vec<Person>> {
    q.all(&ACTIVE, params![id_list(ids.iter().copied())]).await
}

pub async fn with_role(q: &mut impl Query, role: Role) -> Result<Vec<Person>> {
    q.all(&WITH_ROLE, params![role]).await
}

pub async fn of_organisation(q: &mut impl Query, organisation: OrganisationId) -> Result<Vec<Person>> {
    q.all(&OF_ORGANISATION, params![organisation, organisation]).await
}

pub async fn names(q: &mut impl Query, ids: &[MemberId]) -> Result<Vec<(MemberId, String)>> {
    q.all(&NAMES, params![id_list(ids.iter().copied())]).await
}

pub async fn by_email(q: &mut impl Query, email: &str) -> Result<Option<Listed>> {
    q.one(&BY_EMAIL, params![email]).await
}

pub async fn by_id(q: &mut impl Query, id: MemberId) -> Result<Option<Listed>> {
    q.one(&BY_ID, params![id]).await
}

pub async fn listed(q: &mut impl Query) -> Result<Vec<Listed>> {
    q.all(&LISTED, params![]).await
}

pub async fn insert(tx: &mut WriteTx, person: &Person, joined: bool) -> Result<()> {
    let now = tx.now();
    let Person { id, name, email, language, organisation, role } = person;
    let joined_at = joined.then_some(now);
    tx.run(&INSERT, params![*id, email, name, *language, *role, *organisation, now, joined_at]).await?;
    Ok(())
}

/// Brings an invitation that nobody accepted yet up to date.
pub async fn invite_again(tx: &mut WriteTx, person: &Person) -> Result<bool> {
    let now = tx.now();
    let Person { id, name, language, organisation, role, .. } = person;
    let changed = tx.run(&INVITE_AGAIN, params![name, *language, *role, *organisation, now, *id]).await?;
    Ok(changed > 0)
}

pub async fn join(tx: &mut WriteTx, id: MemberId, name: &str, language: Lang) -> Result<()> {
    let now = tx.now();
    tx.run(&JOIN, params![name, language, now, id]).await?;
    Ok(())
}

pub async fn change(tx: &mut WriteTx, id: MemberId, name: &str, language: Lang) -> Result<()> {
    tx.run(&CHANGE, params![name, language, id]).await?;
    Ok(())
}

pub async fn suspend(tx: &mut WriteTx, id: MemberId) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&SUSPEND, params![now, id]).await? > 0)
}

pub async fn restore(tx: &mut WriteTx, id: MemberId) -> Result<bool> {
    Ok(tx.run(&RESTORE, params![id]).await? > 0)
}

/// Everybody of an organisation, whether they joined or not.
pub async fn count_of(q: &mut impl Query, organisation: OrganisationId) -> Result<i64> {
    Ok(q.one(&COUNT_OF, params![organisation]).await?.unwrap_or(0))
}

/// Moves everybody of one organisation to another.
pub async fn carry(tx: &mut WriteTx, from: OrganisationId, into: OrganisationId) -> Result<()> {
    tx.run(&CARRY, params![into, from]).await?;
    Ok(())
}

pub async fn add_link(
    tx: &mut WriteTx,
    member: MemberId,
    purpose: Purpose,
    invited_by: Option<MemberId>,
    lasts: Duration,
) -> Result<LinkId> {
    let id: LinkId = tx.next_id();
    let now = tx.now();
    tx.run(&ADD_LINK, params![id, member, purpose, invited_by, now, now + lasts]).await?;
    Ok(id)
}

pub async fn link(q: &mut impl Query, id: LinkId) -> Result<Option<Link>> {
    q.one(&LINK, params![id]).await
}

/// From now on the link is for this browser.
pub async fn bind_link(tx: &mut WriteTx, id: LinkId, browser: &[u8; 32]) -> Result<()> {
    tx.run(&BIND_LINK, params![browser, id]).await.map(drop)
}

pub async fn fail_link(tx: &mut WriteTx, id: LinkId) -> Result<()> {
    tx.run(&FAIL_LINK, params![id]).await.map(drop)
}

/// Links and codes that went to somebody.
pub async fn mailed_since(q: &mut impl Query, member: MemberId, since: Timestamp) -> Result<i64> {
    Ok(q.one(&MAILED_SINCE, params![member, since, member, since]).await?.unwrap_or(0))
}

/// False if it was no longer good.
pub async fn use_link(tx: &mut WriteTx, id: LinkId) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&USE_LINK, params![now, id, now]).await? > 0)
}

pub async fn revoke_links(tx: &mut WriteTx, member: MemberId) -> Result<()> {
    let now = tx.now();
    tx.run(&REVOKE_LINKS, params![now, member]).await?;
    Ok(())
}

/// The holder of a session cookie.
pub struct Holder {
    pub session: i64,
    pub seen_at: Timestamp,
    pub name: String,
    pub member: Member,
    pub confirmed_at: Option<Timestamp>,
    pub weak_sign_ins: i64,
    /// Passkeys and apps.
    pub factors: i64,
}

impl FromRow for Holder {
    fn from_row(row: &mut dyn Cells) -> std::result::Result<Self, DbError> {
        Ok(Holder {
            session: take(row)?,
            seen_at: take(row)?,
            name: take(row)?,
            member: Member {
                id: take(row)?,
                organisation: take(row)?,
                role: take(row)?,
                language: take(row)?,
            },
            confirmed_at: take(row)?,
            weak_sign_ins: take(row)?,
            factors: take(row)?,
        })
    }
}

pub async fn holder(q: &mut impl Query, token_hash: &[u8; 32], now: Timestamp) -> Result<Option<Holder>> {
    q.one(&AUTHENTICATE, params![token_hash, now, now - SESSION_IDLE]).await
}

pub async fn add_session(
    tx: &mut WriteTx,
    member: MemberId,
    token_hash: &[u8; 32],
    device: &str,
) -> Result<()> {
    let id: i64 = tx.next_id();
    let now = tx.now();
    tx.run(&ADD_SESSION, params![id, token_hash, member, now, now, now + SESSION_LIFE, device, now]).await?;
    Ok(())
}

pub async fn seen(tx: &mut WriteTx, session: i64) -> Result<()> {
    let now = tx.now();
    tx.run(&SEEN, params![now, session]).await?;
    Ok(())
}

/// The browsers somebody is signed in with, the last used first.
pub async fn sessions(q: &mut impl Query, member: MemberId, now: Timestamp) -> Result<Vec<Session>> {
    q.all(&SESSIONS, params![member, now, now - SESSION_IDLE]).await
}

pub async fn end_session(tx: &mut WriteTx, session: i64) -> Result<()> {
    tx.run(&END_SESSION, params![session]).await?;
    Ok(())
}

/// False if it is none of theirs, or ended before.
pub async fn end_own(tx: &mut WriteTx, session: i64, member: MemberId) -> Result<bool> {
    Ok(tx.run(&END_OWN, params![session, member]).await? > 0)
}

/// Ends all sessions of a member but one; returns how many.
pub async fn end_others(tx: &mut WriteTx, member: MemberId, kept: i64) -> Result<u64> {
    tx.run(&END_OTHERS, params![member, kept]).await
}

pub async fn end_all(tx: &mut WriteTx, member: MemberId) -> Result<()> {
    tx.run(&END_ALL, params![member]).await?;
    Ok(())
}

/// Forgets sessions that ended and links whose time is long over.
pub async fn prune(tx: &mut WriteTx, links_before: Timestamp) -> Result<()> {
    let now = tx.now();
    tx.run(&PRUNE_SESSIONS, params![now, now - SESSION_IDLE]).await?;
    tx.run(&PRUNE_LINKS, params![links_before]).await?;
    Ok(())
}
