//! The SQL of further organisations, of the one a browser acts for, and of roles.

use platform::actor::{MemberId, OrganisationId, Role};
use platform::db::{Query, Result, WriteTx};
use platform::params;

platform::sql! {
    OTHERS: "SELECT organisation_id FROM members_organisations WHERE member_id = ? ORDER BY added_at, organisation_id";
    ADD: "INSERT INTO members_organisations (member_id, organisation_id, added_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    REMOVE: "DELETE FROM members_organisations WHERE member_id = ? AND organisation_id = ?";
    REMOVE_ALL: "DELETE FROM members_organisations WHERE member_id = ?";
    /// Browsers that acted for an organisation act for the first one again.
    LEAVE: "UPDATE members_sessions SET organisation_id = NULL WHERE member_id = ? AND organisation_id = ?";
    SWITCH: "UPDATE members_sessions SET organisation_id = ? WHERE id = ? AND member_id = ?";
    SET_ROLE: "UPDATE members SET role = ? WHERE id = ? AND role = ?";
    COUNT_ROLE: "SELECT COUNT(*) FROM members WHERE role = ? AND joined_at IS NOT NULL AND suspended_at IS NULL";
    CARRY: "INSERT INTO members_organisations (member_id, organisation_id, added_at)
            SELECT member_id, CAST(? AS BIGINT), added_at FROM members_organisations WHERE organisation_id = ? ON CONFLICT DO NOTHING";
    CARRY_SESSIONS: "UPDATE members_sessions SET organisation_id = ? WHERE organisation_id = ?";
    END: "DELETE FROM members_organisations WHERE organisation_id = ?";
    END_DOUBLE: "DELETE FROM members_organisations WHERE organisation_id = ?
                 AND member_id IN (SELECT id FROM members WHERE organisation_id = ?)";
}

/// The organisations of a person beside the first.
pub async fn others(q: &mut impl Query, member: MemberId) -> Result<Vec<OrganisationId>> {
    let ids: Vec<i64> = q.all(&OTHERS, params![member]).await?;
    Ok(ids.into_iter().map(OrganisationId::from).collect())
}

pub async fn add(tx: &mut WriteTx, member: MemberId, organisation: OrganisationId) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&ADD, params![member, organisation, now]).await? == 1)
}

pub async fn remove(tx: &mut WriteTx, member: MemberId, organisation: OrganisationId) -> Result<bool> {
    tx.run(&LEAVE, params![member, organisation]).await?;
    Ok(tx.run(&REMOVE, params![member, organisation]).await? == 1)
}

pub async fn remove_all(tx: &mut WriteTx, member: MemberId) -> Result<()> {
    tx.run(&REMOVE_ALL, params![member]).await?;
    Ok(())
}

/// Nothing is the first organisation.
pub async fn switch(
    tx: &mut WriteTx,
    session: i64,
    member: MemberId,
    organisation: Option<OrganisationId>,
) -> Result<()> {
    tx.run(&SWITCH, params![organisation, session, member]).await?;
    Ok(())
}

/// False if somebody changed it meanwhile.
pub async fn set_role(tx: &mut WriteTx, member: MemberId, before: Role, role: Role) -> Result<bool> {
    Ok(tx.run(&SET_ROLE, params![role, member, before]).await? == 1)
}

/// Active members with a role.
pub async fn count_role(q: &mut impl Query, role: Role) -> Result<i64> {
    Ok(q.one(&COUNT_ROLE, params![role]).await?.unwrap_or(0))
}

/// Two organisations became one.
pub async fn carry(tx: &mut WriteTx, from: OrganisationId, into: OrganisationId) -> Result<()> {
    tx.run(&CARRY, params![into, from]).await?;
    tx.run(&CARRY_SESSIONS, params![into, from]).await?;
    tx.run(&END, params![from]).await?;
    tx.run(&END_DOUBLE, params![into, into]).await?;
    Ok(())
}
