//! Asking, accepting, declining.

use super::super::actions::{CannotInvite, Freshness, Invitation, invite};
use super::super::{changes, policy};
use super::model::{NewRequest, Reason, RequestId};
use super::{mails, store};
use crate::web::App;
use platform::actor::{Actor, OrganisationId, Role};
use platform::db::{DbError, Result, WriteTx};
use platform::lang::Lang;
use std::time::Duration;

/// More from one address, or more that wait in all, are answered like the others and kept nowhere.
const AT_MOST_FROM: i64 = 2;
const AT_MOST_OPEN: i64 = 300;
const DAY: u64 = 24 * 3600;

#[derive(Debug, thiserror::Error)]
pub enum CannotDecide {
    #[error("only the chair decides")]
    Denied,
    #[error("there is no such request, or it was decided")]
    Gone,
    #[error(transparent)]
    Invite(#[from] CannotInvite),
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Keeps a request of a stranger. What the caller answers must not tell what became of it.
pub async fn ask(app: &App, new: &NewRequest) -> Result<()> {
    let mut tx = app.db.write(&Actor::Guest).await?;
    let full = store::count_from(&mut tx, &new.email).await? >= AT_MOST_FROM
        || store::count_open(&mut tx).await? >= AT_MOST_OPEN;
    if full {
        tx.roll_back().await;
        return Ok(());
    }
    let id: RequestId = tx.next_id();
    store::insert(&mut tx, id, new).await?;
    tx.record(changes::of_request(changes::REQUEST_RECEIVED, id.get()));
    tx.commit().await
}

/// What the chair decides on for somebody who is let in.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    pub organisation: OrganisationId,
    pub role: Role,
    pub language: Lang,
}

pub async fn accept(
    tx: &mut WriteTx,
    id: RequestId,
    place: Place,
    freshness: Freshness,
) -> std::result::Result<(), CannotDecide> {
    let request = decide(tx, id, "accepted", "").await?;
    let Place { organisation, role, language } = place;
    let invitation = Invitation { email: request.email, name: request.name, language, role, organisation };
    invite(tx, &invitation, freshness).await?;
    tx.record(changes::of_request(changes::REQUEST_ACCEPTED, id.get()));
    Ok(())
}

pub async fn decline(
    tx: &mut WriteTx,
    id: RequestId,
    reason: Reason,
    note: &str,
) -> std::result::Result<(), CannotDecide> {
    let note: String = note.trim().chars().take(1_000).collect();
    decide(tx, id, reason.code(), &note).await?;
    mails::queue_declined(tx, id).await?;
    tx.record(changes::of_request(changes::REQUEST_DECLINED, id.get()));
    Ok(())
}

async fn decide(
    tx: &mut WriteTx,
    id: RequestId,
    decision: &str,
    note: &str,
) -> std::result::Result<super::Request, CannotDecide> {
    if !policy::may_review(tx.actor()) {
        return Err(CannotDecide::Denied);
    }
    let request = store::get(tx, id).await?.ok_or(CannotDecide::Gone)?;
    if !store::decide(tx, id, decision, note).await? {
        return Err(CannotDecide::Gone);
    }
    Ok(request)
}

/// Deletes what was decided a month ago, and what nobody decided for three.
pub async fn tidy(tx: &mut WriteTx) -> Result<()> {
    let (month, quarter) = (Duration::from_secs(30 * DAY), Duration::from_secs(90 * DAY));
    let now = tx.now();
    store::prune(tx, now - month, now - quarter).await
}
