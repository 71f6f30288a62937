//! Recovery: somebody lost everything they prove themselves with. The chair begins it with a reason, a second member
//! confirms within three days, and the person is invited anew; until then nothing changes. One person alone can
//! take over no account this way, and everybody concerned hears of it.

mod pages;
pub mod routes;
pub mod store;

use super::credentials::store as credentials;
use super::model::{LinkId, Person, Purpose, Standing};
use super::{events, mails, store as members};
use crate::web::{Ctx, Error, Link, Panel, PanelItem, Routes};
use platform::actor::{Actor, MemberId, Role};
use platform::clock::Timestamp;
use platform::db::{DbError, ReadTx, WriteTx};
use std::time::Duration;

pub use pages::{ConfirmRecoveryPage, RecoveryPage};

platform::id_type!(pub RecoveryId);

const LASTS: Duration = Duration::from_secs(3 * 24 * 3600);
pub const LONGEST_REASON: usize = 500;

/// One that waits for its second member.
#[derive(Clone, Debug)]
pub struct Recovery {
    pub id: RecoveryId,
    pub member: MemberId,
    pub reason: String,
    pub begun_by: MemberId,
    pub expires_at: Timestamp,
}
platform::from_row!(Recovery { id, member, reason, begun_by, expires_at });

pub fn add(routes: Routes) -> Routes {
    routes
        .get("/members/{id}/recovery", routes::show)
        .post("/members/{id}/recovery", routes::create)
        .get("/recoveries/{id}", routes::question)
        .post("/recoveries/{id}", routes::decide)
}

/// What waits for a viewer, for the home page.
pub async fn panel(ctx: &Ctx, tx: &mut ReadTx) -> Result<Vec<Panel>, Error> {
    let actor = ctx.actor();
    if ctx.viewer.is_none() {
        return Ok(Vec::new());
    }
    let mut open = store::open(tx).await?;
    open.retain(|recovery| may_refuse(&actor, recovery));
    if open.is_empty() {
        return Ok(Vec::new());
    }
    let names = members::names(tx, &open.iter().map(|recovery| recovery.member).collect::<Vec<_>>()).await?;
    let l = ctx.l();
    let item = |recovery: &Recovery| {
        let name = names.iter().find(|(id, _)| *id == recovery.member).map_or("", |(_, name)| name);
        PanelItem {
            link: Link::new(ctx.path(&format!("/recoveries/{}", recovery.id)), name),
            note: l.f1("members-recovery-until", "time", l.date_time(recovery.expires_at)),
        }
    };
    let (title, items) = (l.t("members-recovery").into_owned(), open.iter().map(item).collect());
    Ok(vec![Panel { order: 4, title, items, empty: String::new(), more: None }])
}

#[derive(Debug, thiserror::Error)]
pub enum CannotRecover {
    #[error("this is not theirs to do")]
    Denied,
    #[error("there is no such member or recovery")]
    NotFound,
    #[error("the reason is missing or too long")]
    Reason,
    #[error(transparent)]
    Db(#[from] DbError),
}

/// The chair, and for nobody's sake but another's.
pub fn may_begin(actor: &Actor, member: MemberId) -> bool {
    actor.has_role(Role::Chair) && actor.member_id() != Some(member)
}

/// Another one of those who look after the group; neither who began it nor whose account it is.
pub fn may_confirm(actor: &Actor, recovery: &Recovery) -> bool {
    let moderates = actor.has_role(Role::Chair) || actor.has_role(Role::Approver);
    moderates && ![Some(recovery.begun_by), Some(recovery.member)].contains(&actor.member_id())
}

/// The person themselves may say that nothing is lost.
pub fn may_refuse(actor: &Actor, recovery: &Recovery) -> bool {
    may_confirm(actor, recovery) || actor.signed_in().is_some_and(|member| member.id == recovery.member)
}

pub async fn begin(tx: &mut WriteTx, member: MemberId, reason: &str) -> Result<RecoveryId, CannotRecover> {
    let Some(by) = tx.actor().member_id().filter(|_| may_begin(tx.actor(), member)) else {
        return Err(CannotRecover::Denied);
    };
    let reason = reason.trim();
    if reason.is_empty() || reason.chars().count() > LONGEST_REASON {
        return Err(CannotRecover::Reason);
    }
    let person = joined(tx, member).await?;
    let id = store::add(tx, member, reason, by, LASTS).await?;
    tx.record(events::of_member(events::RECOVERY_BEGUN, &person));
    tell(tx, id, &person).await?;
    Ok(id)
}

async fn joined(tx: &mut WriteTx, member: MemberId) -> Result<Person, CannotRecover> {
    let listed = members::by_id(tx, member).await?.ok_or(CannotRecover::NotFound)?;
    match listed.standing {
        Standing::Joined(_) => Ok(listed.person),
        _ => Err(CannotRecover::NotFound),
    }
}

/// The person, so that they can object; the chairs and the approvers, so that one of them decides.
async fn tell(tx: &mut WriteTx, id: RecoveryId, person: &Person) -> Result<(), CannotRecover> {
    let mut told = vec![person.id];
    for role in [Role::Chair, Role::Approver] {
        told.extend(members::with_role(tx, role).await?.into_iter().map(|person| person.id));
    }
    told.sort_by_key(|id| id.get());
    told.dedup();
    for member in told {
        mails::queue_recovery(tx, member, id).await?;
    }
    Ok(())
}

/// With the second member's word everything the person showed is worth nothing, and a new invitation is on its way.
pub async fn confirm(tx: &mut WriteTx, id: RecoveryId) -> Result<LinkId, CannotRecover> {
    let (recovery, person) = waiting(tx, id, may_confirm).await?;
    if !store::end(tx, recovery.id, tx.actor().member_id()).await? {
        return Err(CannotRecover::NotFound);
    }
    credentials::remove_all(tx, person.id).await?;
    super::oidc::store::unlink(tx, person.id).await?;
    members::end_all(tx, person.id).await?;
    members::revoke_links(tx, person.id).await?;
    store::unjoin(tx, person.id).await?;
    let by = tx.actor().member_id();
    let link = members::add_link(tx, person.id, Purpose::Invitation, by, Purpose::Invitation.lasts()).await?;
    mails::queue(tx, person.id, Purpose::Invitation, link, None).await?;
    tx.record(events::of_member(events::RECOVERY_CONFIRMED, &person));
    Ok(link)
}

pub async fn refuse(tx: &mut WriteTx, id: RecoveryId) -> Result<(), CannotRecover> {
    let (recovery, person) = waiting(tx, id, may_refuse).await?;
    if !store::end(tx, recovery.id, None).await? {
        return Err(CannotRecover::NotFound);
    }
    tx.record(events::of_member(events::RECOVERY_REFUSED, &person));
    Ok(())
}

async fn waiting(
    tx: &mut WriteTx,
    id: RecoveryId,
    may: fn(&Actor, &Recovery) -> bool,
) -> Result<(Recovery, Person), CannotRecover> {
    let recovery = store::get(tx, id).await?.ok_or(CannotRecover::NotFound)?;
    if !may(tx.actor(), &recovery) {
        return Err(CannotRecover::Denied);
    }
    let person = joined(tx, recovery.member).await?;
    Ok((recovery, person))
}
