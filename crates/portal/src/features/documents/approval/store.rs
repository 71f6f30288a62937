//! The SQL of approvals, returns and one-edition links.

use super::super::model::{Edition, EditionId, Level};
use super::model::{Approval, ApprovalId, Channel};
use platform::actor::{MemberId, OrganisationId};
use platform::clock::Timestamp;
use platform::db::{Query, Result, WriteTx};
use platform::params;

platform::sql! {
    APPROVAL: "SELECT id, edition_id, text_hash, level, act_number, act_date, note, approved_by, body_id, channel,
                 approved_at, recorded_by, recorded_at, scan_file_id
               FROM documents_approvals WHERE edition_id = ? AND lapsed_at IS NULL";
    INSERT: "INSERT INTO documents_approvals (id, edition_id, text_hash, level, act_number, act_date, note, approved_by,
               body_id, channel, approved_at, recorded_by, recorded_at, scan_file_id)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    LAPSE: "UPDATE documents_approvals SET lapsed_at = ? WHERE edition_id = ? AND lapsed_at IS NULL";
    APPROVED: "UPDATE documents_editions SET state = 'approved', level = ?, version = version + 1
               WHERE id = ? AND version = ? AND state = 'submitted'";
    APPROVED_LATE: "UPDATE documents_editions SET level = ?, approval_due_at = NULL, version = version + 1
                    WHERE id = ? AND version = ? AND state = 'published' AND approval_due_at IS NOT NULL";
    RETURNED: "UPDATE documents_editions SET state = 'returned', text_hash = NULL, version = version + 1
               WHERE id = ? AND version = ? AND state = 'submitted'";
    BACK_TO_SUBMITTED: "UPDATE documents_editions SET state = 'submitted', level = NULL, version = version + 1
                        WHERE id = ? AND version = ? AND state = 'approved'";
    INSERT_RETURN: "INSERT INTO documents_returns (id, edition_id, reasons, returned_by, returned_at) VALUES (?, ?, ?, ?, ?)";
    LAST_RETURN: "SELECT reasons, returned_at FROM documents_returns WHERE edition_id = ?
                  ORDER BY returned_at DESC, id DESC LIMIT 1";
    INSERT_LINK: "INSERT INTO documents_links (id, edition_id, member_id, created_at, expires_at) VALUES (?, ?, ?, ?, ?)";
    LINK: "SELECT id, edition_id, member_id, expires_at, used_at, revoked_at FROM documents_links WHERE id = ?";
    OPEN_LINK: "SELECT id, expires_at FROM documents_links WHERE edition_id = ? AND member_id = ? AND used_at IS NULL
                AND revoked_at IS NULL AND expires_at > ? ORDER BY id DESC LIMIT 1";
    USE_LINK: "UPDATE documents_links SET used_at = ? WHERE id = ? AND used_at IS NULL AND revoked_at IS NULL";
    REVOKE_LINKS: "UPDATE documents_links SET revoked_at = ? WHERE edition_id = ? AND used_at IS NULL AND revoked_at IS NULL";
}

platform::from_row!(Approval {
    id,
    edition,
    text_hash,
    level,
    act_number,
    act_date,
    note,
    approved_by,
    body,
    channel,
    approved_at,
    recorded_by,
    recorded_at,
    scan
});

#[derive(Clone, Debug)]
pub struct Return {
    pub reasons: String,
    pub returned_at: Timestamp,
}
platform::from_row!(Return { reasons, returned_at });

#[derive(Clone, Debug)]
pub struct LinkRow {
    pub id: i64,
    pub edition: EditionId,
    pub member: MemberId,
    pub expires_at: Timestamp,
    pub used_at: Option<Timestamp>,
    pub revoked_at: Option<Timestamp>,
}
platform::from_row!(LinkRow { id, edition, member, expires_at, used_at, revoked_at });

/// The approval in force.
pub async fn approval(q: &mut impl Query, edition: EditionId) -> Result<Option<Approval>> {
    q.one(&APPROVAL, params![edition]).await
}

pub async fn insert(tx: &mut WriteTx, approval: &Approval) -> Result<()> {
    let Approval { id, edition, text_hash, level, act_number, act_date, note, approved_by, body, .. } =
        approval;
    let Approval { channel, approved_at, recorded_by, recorded_at, scan, .. } = approval;
    tx.run(
        &INSERT,
        params![
            *id,
            *edition,
            text_hash,
            *level,
            act_number,
            act_date,
            note,
            *approved_by,
            *body,
            *channel,
            *approved_at,
            *recorded_by,
            *recorded_at,
            *scan
        ],
    )
    .await?;
    Ok(())
}

pub fn next_id(tx: &WriteTx) -> ApprovalId {
    tx.next_id()
}

pub async fn lapse(tx: &mut WriteTx, edition: EditionId) -> Result<()> {
    let now = tx.now();
    tx.run(&LAPSE, params![now, edition]).await?;
    Ok(())
}

/// The edition moves on with its approval; false if somebody was faster.
pub async fn approved(tx: &mut WriteTx, edition: &Edition, level: Level) -> Result<bool> {
    let sql = if edition.approval_due_at.is_some() { &APPROVED_LATE } else { &APPROVED };
    Ok(tx.run(sql, params![level, edition.id, edition.version]).await? == 1)
}

pub async fn returned(tx: &mut WriteTx, edition: &Edition, reasons: &str, by: MemberId) -> Result<bool> {
    let (id, now): (i64, _) = (tx.next_id(), tx.now());
    if tx.run(&RETURNED, params![edition.id, edition.version]).await? == 0 {
        return Ok(false);
    }
    tx.run(&INSERT_RETURN, params![id, edition.id, reasons, by, now]).await?;
    Ok(true)
}

pub async fn back_to_submitted(tx: &mut WriteTx, edition: &Edition) -> Result<bool> {
    Ok(tx.run(&BACK_TO_SUBMITTED, params![edition.id, edition.version]).await? == 1)
}

pub async fn last_return(q: &mut impl Query, edition: EditionId) -> Result<Option<Return>> {
    q.one(&LAST_RETURN, params![edition]).await
}

pub async fn link(q: &mut impl Query, id: i64) -> Result<Option<LinkRow>> {
    q.one(&LINK, params![id]).await
}

/// A link that still opens the edition for this member, or a new one; and until when it does.
pub async fn link_for(
    tx: &mut WriteTx,
    edition: EditionId,
    member: MemberId,
    lasts_ms: i64,
) -> Result<(i64, Timestamp)> {
    let now = tx.now();
    if let Some(open) = tx.one(&OPEN_LINK, params![edition, member, now]).await? {
        return Ok(open);
    }
    let id: i64 = tx.next_id();
    let expires = Timestamp(now.0 + lasts_ms);
    tx.run(&INSERT_LINK, params![id, edition, member, now, expires]).await?;
    Ok((id, expires))
}

pub async fn use_link(tx: &mut WriteTx, id: i64) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&USE_LINK, params![now, id]).await? == 1)
}

pub async fn revoke_links(tx: &mut WriteTx, edition: EditionId) -> Result<()> {
    let now = tx.now();
    tx.run(&REVOKE_LINKS, params![now, edition]).await?;
    Ok(())
}

/// For the sample world and tests: what an approval by `approver` for `body` looks like.
pub fn plain(
    edition: &Edition,
    hash: [u8; 32],
    approver: MemberId,
    body: OrganisationId,
    id: ApprovalId,
    at: Timestamp,
) -> Approval {
    Approval {
        id,
        edition: edition.id,
        text_hash: hash,
        level: Level::Agreed,
        act_number: String::new(),
        act_date: String::new(),
        note: String::new(),
        approved_by: approver,
        body,
        channel: Channel::Portal,
        approved_at: at,
        recorded_by: approver,
        recorded_at: at,
        scan: None,
    }
}
