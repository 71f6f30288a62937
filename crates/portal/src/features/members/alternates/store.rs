//! The SQL of alternates and muted mails.

use platform::actor::MemberId;
use platform::clock::Timestamp;
use platform::db::{Query, Result, WriteTx, id_list};
use platform::params;

platform::sql! {
    NAME: "INSERT INTO members_alternates (id, member_id, alternate_id, starts_at, ends_at) VALUES (?, ?, ?, ?, ?)";
    CURRENT: "SELECT id, alternate_id, starts_at, ends_at FROM members_alternates
              WHERE member_id = ? AND ended_at IS NULL AND ends_at > ? ORDER BY starts_at, id";
    END: "UPDATE members_alternates SET ended_at = ? WHERE id = ? AND member_id = ? AND ended_at IS NULL";
    OF: "SELECT a.member_id, a.alternate_id FROM members_alternates a JOIN members m ON m.id = a.alternate_id
         WHERE a.member_id IN {bigints} AND a.ended_at IS NULL AND a.starts_at <= ? AND a.ends_at > ?
           AND m.joined_at IS NOT NULL AND m.suspended_at IS NULL ORDER BY a.id";
    FORGET: "DELETE FROM members_alternates WHERE member_id = ? OR alternate_id = ?";
    MUTED: "SELECT member_id, kind FROM members_muted_mails WHERE member_id IN {bigints}";
    UNMUTE: "DELETE FROM members_muted_mails WHERE member_id = ?";
    MUTE: "INSERT INTO members_muted_mails (member_id, kind) VALUES (?, ?)";
}

/// Somebody who stands in for the member asked about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Alternate {
    pub id: i64,
    pub alternate: MemberId,
    pub starts_at: Timestamp,
    pub ends_at: Timestamp,
}
platform::from_row!(Alternate { id, alternate, starts_at, ends_at });

pub async fn name(
    tx: &mut WriteTx,
    member: MemberId,
    alternate: MemberId,
    starts_at: Timestamp,
    ends_at: Timestamp,
) -> Result<()> {
    let id: i64 = tx.next_id();
    tx.run(&NAME, params![id, member, alternate, starts_at, ends_at]).await?;
    Ok(())
}

/// Those named now and for later.
pub async fn current(q: &mut impl Query, member: MemberId) -> Result<Vec<Alternate>> {
    let now = q.db().clock().now();
    q.all(&CURRENT, params![member, now]).await
}

pub async fn end(tx: &mut WriteTx, member: MemberId, id: i64) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&END, params![now, id, member]).await? == 1)
}

/// Who stands in for these members at this moment: the member, and the alternate.
pub async fn alternates_of(q: &mut impl Query, members: &[MemberId]) -> Result<Vec<(MemberId, MemberId)>> {
    let now = q.db().clock().now();
    let found: Vec<(i64, i64)> = q.all(&OF, params![id_list(members.iter().copied()), now, now]).await?;
    Ok(found.into_iter().map(|(member, alternate)| (member.into(), alternate.into())).collect())
}

pub async fn muted(q: &mut impl Query, members: &[MemberId]) -> Result<Vec<(MemberId, String)>> {
    q.all(&MUTED, params![id_list(members.iter().copied())]).await
}

pub async fn mute(tx: &mut WriteTx, member: MemberId, kinds: &[&str]) -> Result<()> {
    tx.run(&UNMUTE, params![member]).await?;
    for kind in kinds {
        tx.run(&MUTE, params![member, *kind]).await?;
    }
    Ok(())
}

pub async fn forget(tx: &mut WriteTx, member: MemberId) -> Result<()> {
    tx.run(&FORGET, params![member, member]).await?;
    tx.run(&UNMUTE, params![member]).await?;
    Ok(())
}
