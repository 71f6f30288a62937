//! The SQL of the addresses that texts lead to.

use super::super::model::EditionId;
use super::model::{Standing, Status};
use platform::clock::Timestamp;
use platform::db::{Cells, DbError, FromRow, Query, Result, WriteTx, take};
use platform::params;

platform::id_type!(
    /// An address outside, once for all texts that lead to it.
    pub AddressId
);

platform::sql! {
    ADD: "INSERT INTO documents_addresses (id, address, host, status, moved_to, next_at) VALUES (?, ?, ?, 'unknown', '', ?)
          ON CONFLICT (address) DO NOTHING";
    USE: "INSERT INTO documents_addresses_used (edition_id, address_id)
          SELECT CAST(? AS BIGINT), id FROM documents_addresses WHERE address = ? ON CONFLICT DO NOTHING";
    FORGET: "DELETE FROM documents_addresses_used WHERE edition_id = ?";
    OF_EDITION: "SELECT a.address, a.status, a.moved_to, a.asked_at, a.failing_since FROM documents_addresses_used u CROSS JOIN documents_addresses a
                 WHERE a.id = u.address_id AND u.edition_id = ? ORDER BY a.address LIMIT 200";
    DUE_HOSTS: "SELECT host FROM documents_addresses WHERE next_at <= ? ORDER BY next_at LIMIT 500";
    /// All due addresses of a host go to one process: no other asks that host meanwhile. What it does not come to is due again soon.
    CLAIM: "UPDATE documents_addresses SET next_at = ? WHERE host = ? AND next_at <= ?
            RETURNING id, address, host, status, moved_to, failing_since, next_at";
    /// What no text leads to any more is not asked, and goes.
    DROP_UNUSED: "DELETE FROM documents_addresses WHERE id = ? AND NOT EXISTS (
                    SELECT 1 FROM documents_addresses_used u WHERE u.address_id = documents_addresses.id)";
    KEEP: "UPDATE documents_addresses SET status = ?, moved_to = ?, failing_since = ?, next_at = ?, asked_at = ? WHERE id = ?";
    PUT_OFF: "UPDATE documents_addresses SET next_at = ? WHERE host = ? AND next_at < ?";
    PUT_ONE_OFF: "UPDATE documents_addresses SET next_at = ? WHERE id = ?";
    UNTOLD: "SELECT edition_id FROM documents_addresses_used WHERE address_id = ? AND told_at IS NULL ORDER BY edition_id LIMIT 200";
    TELL: "UPDATE documents_addresses_used SET told_at = ? WHERE edition_id = ? AND address_id = ?";
    /// For the sample world: nobody is asked there.
    BREAK: "UPDATE documents_addresses SET status = 'broken', failing_since = ?, asked_at = ?, next_at = ? WHERE address = ?";
    MENDED: "UPDATE documents_addresses_used SET told_at = NULL WHERE address_id = ?";
}

/// An address of a text, as its page shows it.
#[derive(Clone, Debug)]
pub struct Checked {
    pub address: String,
    pub status: Status,
    pub moved_to: String,
    pub asked_at: Option<Timestamp>,
    pub failing_since: Option<Timestamp>,
}
platform::from_row!(Checked { address, status, moved_to, asked_at, failing_since });

/// An address that is to be asked.
#[derive(Clone, Debug)]
pub struct Due {
    pub id: AddressId,
    pub address: String,
    pub host: String,
    pub standing: Standing,
}

impl FromRow for Due {
    fn from_row(row: &mut dyn Cells) -> std::result::Result<Self, DbError> {
        let (id, address, host) = (take(row)?, take(row)?, take(row)?);
        let standing = Standing {
            status: take(row)?,
            moved_to: take(row)?,
            failing_since: take(row)?,
            next_at: take(row)?,
        };
        Ok(Due { id, address, host, standing })
    }
}

pub async fn add(tx: &mut WriteTx, edition: EditionId, address: &str, host: &str) -> Result<()> {
    let (id, now): (AddressId, _) = (tx.next_id(), tx.now());
    tx.run(&ADD, params![id, address, host, now]).await?;
    tx.run(&USE, params![edition, address]).await?;
    Ok(())
}

pub async fn forget(tx: &mut WriteTx, edition: EditionId) -> Result<()> {
    tx.run(&FORGET, params![edition]).await?;
    Ok(())
}

pub async fn of_edition(q: &mut impl Query, edition: EditionId) -> Result<Vec<Checked>> {
    q.all(&OF_EDITION, params![edition]).await
}

/// Hosts with addresses that are due, the longest due first.
pub async fn due_hosts(q: &mut impl Query, now: Timestamp) -> Result<Vec<String>> {
    let mut hosts: Vec<String> = Vec::new();
    for host in q.all::<String>(&DUE_HOSTS, params![now]).await? {
        if !hosts.contains(&host) {
            hosts.push(host);
        }
    }
    Ok(hosts)
}

pub async fn claim(tx: &mut WriteTx, host: &str, until: Timestamp) -> Result<Vec<Due>> {
    let now = tx.now();
    tx.all(&CLAIM, params![until, host, now]).await
}

/// Whether nothing led there any more.
pub async fn drop_unused(tx: &mut WriteTx, id: AddressId) -> Result<bool> {
    Ok(tx.run(&DROP_UNUSED, params![id]).await? == 1)
}

pub async fn keep(tx: &mut WriteTx, id: AddressId, standing: &Standing) -> Result<()> {
    let now = tx.now();
    let Standing { status, moved_to, failing_since, next_at } = standing;
    tx.run(&KEEP, params![*status, moved_to, *failing_since, *next_at, now, id]).await?;
    Ok(())
}

/// One address alone.
pub async fn put_one_off(tx: &mut WriteTx, id: AddressId, until: Timestamp) -> Result<()> {
    tx.run(&PUT_ONE_OFF, params![until, id]).await?;
    Ok(())
}

pub async fn put_off(tx: &mut WriteTx, host: &str, until: Timestamp) -> Result<()> {
    tx.run(&PUT_OFF, params![until, host, until]).await?;
    Ok(())
}

/// Texts whose owners do not know yet.
pub async fn untold(q: &mut impl Query, id: AddressId) -> Result<Vec<EditionId>> {
    let ids: Vec<i64> = q.all(&UNTOLD, params![id]).await?;
    Ok(ids.into_iter().map(EditionId::from).collect())
}

pub async fn tell(tx: &mut WriteTx, edition: EditionId, id: AddressId) -> Result<()> {
    let now = tx.now();
    tx.run(&TELL, params![now, edition, id]).await?;
    Ok(())
}

pub async fn mended(tx: &mut WriteTx, id: AddressId) -> Result<()> {
    tx.run(&MENDED, params![id]).await?;
    Ok(())
}

/// An address of the sample world that is broken, and is not asked for a week.
pub async fn break_sample(tx: &mut WriteTx, address: &str, since: Timestamp) -> Result<()> {
    let now = tx.now();
    let next = now + std::time::Duration::from_hours(7 * 24);
    tx.run(&BREAK, params![since, now, next, address]).await?;
    Ok(())
}
