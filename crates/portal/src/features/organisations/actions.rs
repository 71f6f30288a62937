//! The verbs of the section, except merging.

use super::model::{Mistake, NewOrganisation, Organisation, Profile, Trust};
use super::{events, policy, store};
use platform::actor::OrganisationId;
use platform::db::{DbError, WriteTx};

#[derive(Debug, thiserror::Error)]
pub enum CannotSave {
    #[error("this organisation is not theirs to change")]
    Denied,
    #[error("there is no such organisation")]
    NotFound,
    #[error("the details have mistakes: {0:?}")]
    Mistakes(Vec<Mistake>),
    #[error(transparent)]
    Db(#[from] DbError),
}

pub async fn create(tx: &mut WriteTx, new: NewOrganisation) -> Result<OrganisationId, CannotSave> {
    let new = allowed(tx, new, Trust::NeedsApproval)?;
    let id: OrganisationId = tx.next_id();
    store::insert(tx, id, &new).await?;
    tx.record(events::saved(events::CREATED, id, new.kind, &new.name));
    if new.trust == Trust::Trusted {
        tx.record(events::trust_changed(id, &new.name, new.trust));
    }
    Ok(id)
}

pub async fn change(tx: &mut WriteTx, id: OrganisationId, new: NewOrganisation) -> Result<(), CannotSave> {
    let before = present(tx, id).await?;
    let new = allowed(tx, new, before.trust)?;
    store::update(tx, id, &new).await?;
    tx.record(events::saved(events::CHANGED, id, new.kind, &new.name));
    if new.trust != before.trust {
        tx.record(events::trust_changed(id, &new.name, new.trust));
    }
    Ok(())
}

/// What the people of an organisation change themselves.
pub async fn change_profile(
    tx: &mut WriteTx,
    id: OrganisationId,
    profile: Profile,
) -> Result<(), CannotSave> {
    let organisation = present(tx, id).await?;
    if !policy::may_edit_profile(tx.actor(), id) {
        return Err(CannotSave::Denied);
    }
    let profile = profile.checked().map_err(CannotSave::Mistakes)?;
    store::update_profile(tx, id, &profile).await?;
    tx.record(events::saved(events::CHANGED, id, organisation.kind, &organisation.name));
    Ok(())
}

async fn present(tx: &mut WriteTx, id: OrganisationId) -> Result<Organisation, CannotSave> {
    let found = store::get(tx, id).await?.filter(|found| found.merged_into.is_none());
    found.ok_or(CannotSave::NotFound)
}

/// Who may enter organisations but not decide on trust leaves it as it is.
fn allowed(tx: &WriteTx, new: NewOrganisation, trust: Trust) -> Result<NewOrganisation, CannotSave> {
    if !policy::may_edit(tx.actor()) {
        return Err(CannotSave::Denied);
    }
    let trust = if policy::may_trust(tx.actor()) { new.trust } else { trust };
    NewOrganisation { trust, ..new }.checked().map_err(CannotSave::Mistakes)
}
