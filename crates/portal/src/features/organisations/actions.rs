//! The verbs of the section.

use super::model::{Mistake, NewOrganisation};
use super::{events, policy, store};
use platform::actor::OrganisationId;
use platform::db::{DbError, WriteTx};

#[derive(Debug, thiserror::Error)]
pub enum CannotSave {
    #[error("only the chair and the operator enter organisations")]
    Denied,
    #[error("there is no such organisation")]
    NotFound,
    #[error("the details have mistakes: {0:?}")]
    Mistakes(Vec<Mistake>),
    #[error(transparent)]
    Db(#[from] DbError),
}

pub async fn create(tx: &mut WriteTx, new: NewOrganisation) -> Result<OrganisationId, CannotSave> {
    let new = allowed(tx, new)?;
    let id: OrganisationId = tx.next_id();
    store::insert(tx, id, &new).await?;
    tx.record(events::saved(events::CREATED, id, &new));
    Ok(id)
}

pub async fn change(tx: &mut WriteTx, id: OrganisationId, new: NewOrganisation) -> Result<(), CannotSave> {
    let new = allowed(tx, new)?;
    store::get(tx, id).await?.ok_or(CannotSave::NotFound)?;
    store::update(tx, id, &new).await?;
    tx.record(events::saved(events::CHANGED, id, &new));
    Ok(())
}

fn allowed(tx: &WriteTx, new: NewOrganisation) -> Result<NewOrganisation, CannotSave> {
    if !policy::may_edit(tx.actor()) {
        return Err(CannotSave::Denied);
    }
    new.checked().map_err(CannotSave::Mistakes)
}
