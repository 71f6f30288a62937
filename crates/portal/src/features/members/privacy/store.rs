//! The SQL of copies and erasure.

use platform::actor::MemberId;
use platform::clock::Timestamp;
use platform::db::{Query, Result, WriteTx};
use platform::params;

platform::sql! {
    ERASE: "UPDATE members SET name = '', email = ?, joined_at = COALESCE(joined_at, invited_at), suspended_at = ?, erased_at = ?
            WHERE id = ? AND erased_at IS NULL";
    /// What somebody did, as the log has it.
    DEEDS: "SELECT seq, at, kind, subject_kind FROM activity WHERE actor IN (?, ?) ORDER BY seq";
    FORGET_LINKS: "DELETE FROM members_links WHERE member_id = ?";
    DEVICES: "SELECT created_at, seen_at, device FROM members_sessions WHERE member_id = ? ORDER BY created_at";
}

/// One thing somebody did.
pub struct Deed {
    pub seq: i64,
    pub at: Timestamp,
    pub kind: String,
    pub subject: String,
}
platform::from_row!(Deed { seq, at, kind, subject });

pub struct Device {
    pub since: Timestamp,
    pub seen: Timestamp,
    pub name: String,
}
platform::from_row!(Device { since, seen, name });

/// False if nobody of this id is left.
pub async fn erase(tx: &mut WriteTx, id: MemberId) -> Result<bool> {
    let now = tx.now();
    // No address of a mail looks like this, so it stays unique and reaches nobody.
    Ok(tx.run(&ERASE, params![format!("erased:{id}"), now, now, id]).await? == 1)
}

pub async fn forget_links(tx: &mut WriteTx, id: MemberId) -> Result<()> {
    tx.run(&FORGET_LINKS, params![id]).await?;
    Ok(())
}

pub async fn deeds(q: &mut impl Query, id: MemberId) -> Result<Vec<Deed>> {
    q.all(&DEEDS, params![format!("member:{id}"), format!("link:{id}")]).await
}

pub async fn devices(q: &mut impl Query, id: MemberId) -> Result<Vec<Device>> {
    q.all(&DEVICES, params![id]).await
}
