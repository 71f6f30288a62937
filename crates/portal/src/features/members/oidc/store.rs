//! The SQL of accounts at identity providers.

use platform::actor::MemberId;
use platform::clock::Timestamp;
use platform::db::{Query, Result, WriteTx};
use platform::params;

platform::sql! {
    MEMBER: "SELECT member_id FROM members_identities WHERE provider = ? AND account = ?";
    LINK: "INSERT INTO members_identities (provider, account, member_id, linked_at) VALUES (?, ?, ?, ?)";
    OF: "SELECT provider, account, linked_at FROM members_identities WHERE member_id = ? ORDER BY linked_at";
    UNLINK: "DELETE FROM members_identities WHERE member_id = ?";
}

pub async fn member(q: &mut impl Query, provider: &str, account: &str) -> Result<Option<MemberId>> {
    let found: Option<i64> = q.one(&MEMBER, params![provider, account]).await?;
    Ok(found.map(MemberId::from))
}

/// The accounts elsewhere that somebody signs in with: the provider, its name for them, and since when.
pub async fn of(q: &mut impl Query, member: MemberId) -> Result<Vec<(String, String, Timestamp)>> {
    q.all(&OF, params![member]).await
}

pub async fn link(tx: &mut WriteTx, provider: &str, account: &str, member: MemberId) -> Result<()> {
    let now = tx.now();
    tx.run(&LINK, params![provider, account, member, now]).await.map(drop)
}

pub async fn unlink(tx: &mut WriteTx, member: MemberId) -> Result<()> {
    tx.run(&UNLINK, params![member]).await.map(drop)
}
