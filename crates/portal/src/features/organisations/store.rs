//! The SQL of organisations. Everything here is public knowledge, so reads need no actor.

use super::model::{Contact, NewOrganisation, Organisation, Profile};
use platform::actor::OrganisationId;
use platform::db::{Cells, DbError, FromRow, Query, Result, WriteTx, id_list, take};
use platform::lang::Localized;
use platform::params;
use std::collections::HashMap;

macro_rules! columns {
    () => {
        "SELECT id, kind, name_ky, name_ru, name_en, trust, about_ky, about_ru, about_en, phone, email, address, messenger,
           website, merged_into FROM organisations "
    };
}

platform::sql! {
    GET: concat!(columns!(), "WHERE id = ?");
    LIST: concat!(columns!(), "WHERE merged_into IS NULL ORDER BY id");
    NAMES: "SELECT id, name_ky, name_ru, name_en FROM organisations WHERE id IN {bigints}";
    BY_NAME: concat!(columns!(), "WHERE merged_into IS NULL AND (name_ky = ? OR name_ru = ? OR name_en = ?) ORDER BY id");
    REGIONS: "SELECT organisation_id, region FROM organisations_regions ORDER BY organisation_id, region";
    REGIONS_OF: "SELECT region FROM organisations_regions WHERE organisation_id = ? ORDER BY region";
    AUDIENCES: "SELECT organisation_id, audience FROM organisations_audiences ORDER BY organisation_id, audience";
    AUDIENCES_OF: "SELECT audience FROM organisations_audiences WHERE organisation_id = ? ORDER BY audience";
    INSERT: "INSERT INTO organisations (id, kind, name_ky, name_ru, name_en, website, created_at) VALUES (?, ?, ?, ?, ?, '', ?)";
    UPDATE: "UPDATE organisations SET kind = ?, name_ky = ?, name_ru = ?, name_en = ?, trust = ? WHERE id = ?";
    UPDATE_PROFILE: "UPDATE organisations SET about_ky = ?, about_ru = ?, about_en = ?, phone = ?, email = ?, address = ?,
                       messenger = ?, website = ? WHERE id = ?";
    ADD_REGION: "INSERT INTO organisations_regions (organisation_id, region) VALUES (?, ?)";
    DROP_REGIONS: "DELETE FROM organisations_regions WHERE organisation_id = ?";
    ADD_AUDIENCE: "INSERT INTO organisations_audiences (organisation_id, audience) VALUES (?, ?)";
    DROP_AUDIENCES: "DELETE FROM organisations_audiences WHERE organisation_id = ?";
    MERGE: "UPDATE organisations SET merged_into = ?, merged_at = ? WHERE id = ? AND merged_into IS NULL";
    /// Those that were merged into this one before go on to the same place.
    MERGE_ON: "UPDATE organisations SET merged_into = ? WHERE merged_into = ?";
    MERGE_REGIONS: "INSERT INTO organisations_regions (organisation_id, region)
                    SELECT CAST(? AS BIGINT), region FROM organisations_regions WHERE organisation_id = ? ON CONFLICT DO NOTHING";
    MERGE_AUDIENCES: "INSERT INTO organisations_audiences (organisation_id, audience)
                      SELECT CAST(? AS BIGINT), audience FROM organisations_audiences WHERE organisation_id = ? ON CONFLICT DO NOTHING";
}

impl FromRow for Organisation {
    fn from_row(row: &mut dyn Cells) -> std::result::Result<Self, DbError> {
        Ok(Organisation {
            id: take(row)?,
            kind: take(row)?,
            name: Localized { ky: take(row)?, ru: take(row)?, en: take(row)? },
            trust: take(row)?,
            about: Localized { ky: take(row)?, ru: take(row)?, en: take(row)? },
            contact: Contact {
                phone: take(row)?,
                email: take(row)?,
                address: take(row)?,
                messenger: take(row)?,
                website: take(row)?,
            },
            merged_into: take(row)?,
        })
    }
}

/// An organisation, or a duplicate that was merged into another one.
pub async fn get(q: &mut impl Query, id: OrganisationId) -> Result<Option<Organisation>> {
    q.one(&GET, params![id]).await
}

pub async fn all(q: &mut impl Query) -> Result<Vec<Organisation>> {
    q.all(&LIST, params![]).await
}

pub async fn names(
    q: &mut impl Query,
    ids: &[OrganisationId],
) -> Result<HashMap<OrganisationId, Localized<String>>> {
    let rows: Vec<(OrganisationId, String, String, String)> =
        q.all(&NAMES, params![id_list(ids.iter().copied())]).await?;
    Ok(rows.into_iter().map(|(id, ky, ru, en)| (id, Localized { ky, ru, en })).collect())
}

pub async fn by_name(q: &mut impl Query, name: &str) -> Result<Option<Organisation>> {
    q.one(&BY_NAME, params![name, name, name]).await
}

/// Regions and audiences of organisations: a key for each line.
pub type Keys = Vec<(OrganisationId, String)>;

/// The regions of all organisations, and the audiences.
pub async fn reach(q: &mut impl Query) -> Result<(Keys, Keys)> {
    Ok((q.all(&REGIONS, params![]).await?, q.all(&AUDIENCES, params![]).await?))
}

/// What an organisation says of itself.
pub async fn profile(q: &mut impl Query, organisation: &Organisation) -> Result<Profile> {
    Ok(Profile {
        about: organisation.about.clone(),
        contact: organisation.contact.clone(),
        regions: q.all(&REGIONS_OF, params![organisation.id]).await?,
        audiences: q.all(&AUDIENCES_OF, params![organisation.id]).await?,
    })
}

pub async fn insert(tx: &mut WriteTx, id: OrganisationId, new: &NewOrganisation) -> Result<()> {
    let Localized { ky, ru, en } = &new.name;
    let now = tx.now();
    tx.run(&INSERT, params![id, new.kind, ky, ru, en, now]).await?;
    update(tx, id, new).await
}

pub async fn update(tx: &mut WriteTx, id: OrganisationId, new: &NewOrganisation) -> Result<()> {
    let Localized { ky, ru, en } = &new.name;
    tx.run(&UPDATE, params![new.kind, ky, ru, en, new.trust, id]).await?;
    update_profile(tx, id, &new.profile).await
}

pub async fn update_profile(tx: &mut WriteTx, id: OrganisationId, profile: &Profile) -> Result<()> {
    let Localized { ky, ru, en } = &profile.about;
    let Contact { phone, email, address, messenger, website } = &profile.contact;
    tx.run(&UPDATE_PROFILE, params![ky, ru, en, phone, email, address, messenger, website, id]).await?;
    tx.run(&DROP_REGIONS, params![id]).await?;
    for region in &profile.regions {
        tx.run(&ADD_REGION, params![id, region]).await?;
    }
    tx.run(&DROP_AUDIENCES, params![id]).await?;
    for audience in &profile.audiences {
        tx.run(&ADD_AUDIENCE, params![id, audience]).await?;
    }
    Ok(())
}

/// Marks `from` as a duplicate of `into`, which reaches from now on all that `from` reached. False if it already was one.
pub async fn merge(tx: &mut WriteTx, from: OrganisationId, into: OrganisationId) -> Result<bool> {
    let now = tx.now();
    if tx.run(&MERGE, params![into, now, from]).await? == 0 {
        return Ok(false);
    }
    tx.run(&MERGE_ON, params![into, from]).await?;
    tx.run(&MERGE_REGIONS, params![into, from]).await?;
    tx.run(&MERGE_AUDIENCES, params![into, from]).await?;
    Ok(true)
}
