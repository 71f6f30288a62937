//! The SQL of organisations. Everything here is public knowledge, so reads need no actor.

use super::model::{NewOrganisation, Organisation};
use platform::actor::OrganisationId;
use platform::db::{Cells, DbError, FromRow, Query, Result, WriteTx, id_list, take};
use platform::lang::Localized;
use platform::params;

platform::sql! {
    GET: "SELECT id, kind, name_ky, name_ru, name_en, website FROM organisations WHERE id = ?";
    LIST: "SELECT id, kind, name_ky, name_ru, name_en, website FROM organisations ORDER BY id";
    NAMED: "SELECT id, kind, name_ky, name_ru, name_en, website FROM organisations WHERE id IN {bigints}";
    BY_NAME: "SELECT id, kind, name_ky, name_ru, name_en, website FROM organisations
              WHERE name_ky = ? OR name_ru = ? OR name_en = ? ORDER BY id";
    REGIONS: "SELECT organisation_id, region FROM organisations_regions ORDER BY organisation_id, region";
    REGIONS_OF: "SELECT region FROM organisations_regions WHERE organisation_id = ? ORDER BY region";
    INSERT: "INSERT INTO organisations (id, kind, name_ky, name_ru, name_en, website, created_at)
             VALUES (?, ?, ?, ?, ?, ?, ?)";
    UPDATE: "UPDATE organisations SET kind = ?, name_ky = ?, name_ru = ?, name_en = ?, website = ? WHERE id = ?";
    ADD_REGION: "INSERT INTO organisations_regions (organisation_id, region) VALUES (?, ?)";
    DROP_REGIONS: "DELETE FROM organisations_regions WHERE organisation_id = ?";
}

impl FromRow for Organisation {
    fn from_row(row: &mut dyn Cells) -> std::result::Result<Self, DbError> {
        Ok(Organisation {
            id: take(row)?,
            kind: take(row)?,
            name: Localized { ky: take(row)?, ru: take(row)?, en: take(row)? },
            website: take(row)?,
        })
    }
}

pub async fn get(q: &mut impl Query, id: OrganisationId) -> Result<Option<Organisation>> {
    q.one(&GET, params![id]).await
}

pub async fn all(q: &mut impl Query) -> Result<Vec<Organisation>> {
    q.all(&LIST, params![]).await
}

pub async fn some(q: &mut impl Query, ids: &[OrganisationId]) -> Result<Vec<Organisation>> {
    q.all(&NAMED, params![id_list(ids.iter().copied())]).await
}

pub async fn by_name(q: &mut impl Query, name: &str) -> Result<Option<Organisation>> {
    q.one(&BY_NAME, params![name, name, name]).await
}

/// The regions of all organisations.
pub async fn regions(q: &mut impl Query) -> Result<Vec<(OrganisationId, String)>> {
    q.all(&REGIONS, params![]).await
}

pub async fn regions_of(q: &mut impl Query, id: OrganisationId) -> Result<Vec<String>> {
    q.all(&REGIONS_OF, params![id]).await
}

pub async fn insert(tx: &mut WriteTx, id: OrganisationId, new: &NewOrganisation) -> Result<()> {
    let Localized { ky, ru, en } = &new.name;
    let now = tx.now();
    tx.run(&INSERT, params![id, new.kind, ky, ru, en, &new.website, now]).await?;
    add_regions(tx, id, &new.regions).await
}

pub async fn update(tx: &mut WriteTx, id: OrganisationId, new: &NewOrganisation) -> Result<()> {
    let Localized { ky, ru, en } = &new.name;
    tx.run(&UPDATE, params![new.kind, ky, ru, en, &new.website, id]).await?;
    tx.run(&DROP_REGIONS, params![id]).await?;
    add_regions(tx, id, &new.regions).await
}

async fn add_regions(tx: &mut WriteTx, id: OrganisationId, regions: &[String]) -> Result<()> {
    for region in regions {
        tx.run(&ADD_REGION, params![id, region]).await?;
    }
    Ok(())
}
