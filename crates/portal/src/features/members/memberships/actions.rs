//! Roles, further organisations, and the one a browser acts for.

use super::super::actions::Freshness;
use super::super::changes::{self, Facts};
use super::super::model::Person;
use super::super::{policy, store as people};
use super::store;
use crate::features::organisations;
use crate::web::Viewer;
use platform::actor::{MemberId, OrganisationId, Role};
use platform::db::{DbError, WriteTx};

#[derive(Debug, thiserror::Error)]
pub enum CannotPlace {
    #[error("this is for the chair, and not about themselves")]
    Denied,
    #[error("who changes a role shows first that it is them")]
    NotFresh,
    #[error("there is no such member or organisation")]
    NotFound,
    #[error(transparent)]
    Db(#[from] DbError),
}

async fn placed(tx: &mut WriteTx, id: MemberId) -> Result<Person, CannotPlace> {
    if !policy::may_place(tx.actor(), id) {
        return Err(CannotPlace::Denied);
    }
    Ok(people::by_id(tx, id).await?.ok_or(CannotPlace::NotFound)?.person)
}

/// Changes what somebody may do. They sign in anew, so no page of the old role stays open.
pub async fn change_role(
    tx: &mut WriteTx,
    id: MemberId,
    role: Role,
    freshness: Freshness,
) -> Result<(), CannotPlace> {
    let person = placed(tx, id).await?;
    if freshness == Freshness::Old {
        return Err(CannotPlace::NotFresh);
    }
    if person.role == role {
        return Ok(());
    }
    if !store::set_role(tx, id, person.role, role).await? {
        return Err(CannotPlace::NotFound);
    }
    people::end_all(tx, id).await?;
    let facts = Facts { role: Some(role), before: Some(person.role), ..Facts::default() };
    tx.record(changes::of_member(changes::ROLE_CHANGED, id, Some(person.organisation), &facts));
    Ok(())
}

pub async fn add(tx: &mut WriteTx, id: MemberId, organisation: OrganisationId) -> Result<(), CannotPlace> {
    let person = placed(tx, id).await?;
    let found = organisations::get(tx, organisation).await?.filter(|it| it.merged_into.is_none());
    let found = found.ok_or(CannotPlace::NotFound)?;
    if person.organisation != organisation && store::add(tx, id, organisation).await? {
        let facts = Facts { organisation: Some(found.name), ..Facts::default() };
        tx.record(changes::of_member(changes::ORGANISATION_ADDED, id, Some(organisation), &facts));
    }
    Ok(())
}

pub async fn remove(tx: &mut WriteTx, id: MemberId, organisation: OrganisationId) -> Result<(), CannotPlace> {
    placed(tx, id).await?;
    let found = organisations::get(tx, organisation).await?.ok_or(CannotPlace::NotFound)?;
    if store::remove(tx, id, organisation).await? {
        let facts = Facts { organisation: Some(found.name), ..Facts::default() };
        tx.record(changes::of_member(changes::ORGANISATION_REMOVED, id, Some(organisation), &facts));
    }
    Ok(())
}

/// From now on this browser acts for another organisation of its owner.
pub async fn switch(
    tx: &mut WriteTx,
    viewer: &Viewer,
    organisation: OrganisationId,
) -> Result<(), CannotPlace> {
    let id = viewer.member.id;
    let first = people::by_id(tx, id).await?.ok_or(CannotPlace::NotFound)?.person.organisation;
    let known = first == organisation || store::others(tx, id).await?.contains(&organisation);
    if !known {
        return Err(CannotPlace::Denied);
    }
    let other = (first != organisation).then_some(organisation);
    store::switch(tx, viewer.session, id, other).await?;
    Ok(())
}
