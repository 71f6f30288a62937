//! Deciding: approve, return, record on somebody's behalf, take back. Signed in and by link on the same path.

use super::super::actions::{Loaded, Refusal, hash_now, load, load_for};
use super::super::events::Facts;
use super::super::model::{Edition, EditionId};
use super::super::policy::{self, Action, Denied, edition_subject};
use super::super::publication::{self, When};
use super::model::{Approval, CannotDecide, Channel, Grant};
use super::store::{self, LinkRow};
use crate::features::files::FileId;
use crate::features::members;
use platform::actor::{Actor, LinkHolder, Member, Role};
use platform::clock::Timestamp;
use platform::db::{Query, WriteTx};

/// What an approver decides about one edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    Approve { grant: Grant, when: When },
    Return { reasons: String },
}

/// Approves one edition. The approver is never its submitter (four eyes).
pub async fn approve(
    tx: &mut WriteTx,
    id: EditionId,
    version: i64,
    grant: &Grant,
    when: When,
) -> Result<(), Refusal> {
    let Loaded { edition, .. } = load_for(tx, id, Action::Approve).await?;
    let approver = tx.actor().member().cloned().ok_or(Denied::Role)?;
    let channel = if tx.actor().signed_in().is_some() { Channel::Portal } else { Channel::Link };
    let at = tx.now();
    grant_to(tx, &edition, version, grant, &approver, channel, at, None).await?;
    close_links(tx, &edition).await?;
    publication::after_approval(tx, id, when).await
}

/// Returns an edition to its author with reasons.
pub async fn return_to_author(
    tx: &mut WriteTx,
    id: EditionId,
    version: i64,
    reasons: &str,
) -> Result<(), Refusal> {
    let Loaded { edition, .. } = load_for(tx, id, Action::Return).await?;
    let by = tx.actor().member_id().ok_or(Denied::Role)?;
    let hash = hash_now(tx, &edition).await?;
    edition.check_decision(version, &hash)?;
    edition.check_return()?;
    if reasons.trim().is_empty() {
        return Err(CannotDecide::ReasonMissing.into());
    }
    if !store::returned(tx, &edition, reasons.trim(), by).await? {
        return Err(CannotDecide::Stale.into());
    }
    close_links(tx, &edition).await?;
    tx.record(Facts::of(&edition).because(reasons.trim()).event("documents.edition.returned"));
    Ok(())
}

/// An approver's decision, whichever it is.
pub async fn decide(
    tx: &mut WriteTx,
    id: EditionId,
    version: i64,
    decision: &Decision,
) -> Result<(), Refusal> {
    match decision {
        Decision::Approve { grant, when } => approve(tx, id, version, grant, *when).await,
        Decision::Return { reasons } => return_to_author(tx, id, version, reasons).await,
    }
}

/// An approval that was given elsewhere, written down by the chair: who, by which channel, when, with a scan.
pub struct Recorded {
    pub grant: Grant,
    pub approver: platform::actor::MemberId,
    pub channel: Channel,
    pub approved_at: Timestamp,
    pub scan: Option<FileId>,
    pub when: When,
}

pub async fn record(
    tx: &mut WriteTx,
    id: EditionId,
    version: i64,
    recorded: &Recorded,
) -> Result<(), Refusal> {
    let Loaded { edition, supporters } = load_for(tx, id, Action::RecordApproval).await?;
    let person = members::person(tx, recorded.approver).await?.ok_or(CannotDecide::NotTheirs)?;
    let approver = Member {
        id: person.id,
        organisation: person.organisation,
        role: person.role,
        language: person.language,
    };
    // The rule of four eyes holds for the person in whose name it is recorded, too.
    let context = policy::Context { edition: &edition, supporters: &supporters };
    let theirs = policy::can(&Actor::Member(approver.clone()), Action::Approve, &context);
    if approver.role != Role::Approver || theirs.is_err() || recorded.approved_at > tx.now() {
        return Err(CannotDecide::NotTheirs.into());
    }
    let Recorded { grant, channel, approved_at, scan, when, .. } = recorded;
    grant_to(tx, &edition, version, grant, &approver, *channel, *approved_at, *scan).await?;
    close_links(tx, &edition).await?;
    publication::after_approval(tx, id, *when).await
}

#[expect(
    clippy::too_many_arguments,
    reason = "the facts of one approval; a struct would be filled only to be opened"
)]
async fn grant_to(
    tx: &mut WriteTx,
    edition: &Edition,
    version: i64,
    grant: &Grant,
    approver: &Member,
    channel: Channel,
    approved_at: Timestamp,
    scan: Option<FileId>,
) -> Result<(), Refusal> {
    let hash = hash_now(tx, edition).await?;
    edition.check_decision(version, &hash)?;
    grant.check()?;
    let recorder = tx.actor().member_id().ok_or(Denied::Role)?;
    if !store::approved(tx, edition, grant.level).await? {
        return Err(CannotDecide::Stale.into());
    }
    let approval = Approval {
        id: store::next_id(tx),
        edition: edition.id,
        text_hash: hash,
        level: grant.level,
        act_number: grant.act_number.trim().to_owned(),
        act_date: grant.act_date.clone(),
        note: grant.note.trim().to_owned(),
        approved_by: approver.id,
        body: approver.organisation,
        channel,
        approved_at,
        recorded_by: recorder,
        recorded_at: tx.now(),
        scan: scan.map(FileId::get),
    };
    store::insert(tx, &approval).await?;
    let mut facts = Facts::of(edition);
    facts.level = Some(grant.level.code().to_owned());
    facts.channel = Some(channel.code().to_owned());
    facts.on_behalf_of = (recorder != approver.id).then_some(approver.id);
    tx.record(facts.event("documents.edition.approved"));
    Ok(())
}

/// Takes an approval back before the text is published; it waits for a decision again.
pub async fn take_approval_back(tx: &mut WriteTx, id: EditionId, version: i64) -> Result<(), Refusal> {
    let Loaded { edition, .. } = load_for(tx, id, Action::TakeApprovalBack).await?;
    if edition.version != version || !store::back_to_submitted(tx, &edition).await? {
        return Err(CannotDecide::Stale.into());
    }
    store::lapse(tx, id).await?;
    publication::cancel(tx, &edition).await?;
    tx.record(Facts::of(&edition).event("documents.approval.taken_back"));
    Ok(())
}

/// The text went back to its author: what was granted no longer holds, and links open nothing.
pub async fn lapse(tx: &mut WriteTx, edition: &Edition) -> Result<(), Refusal> {
    store::lapse(tx, edition.id).await?;
    store::revoke_links(tx, edition.id).await?;
    Ok(())
}

/// The link that was used is used up; the others for the same edition have nothing left to decide.
async fn close_links(tx: &mut WriteTx, edition: &Edition) -> Result<(), Refusal> {
    if let Actor::LinkHolder(holder) = tx.actor().clone()
        && !store::use_link(tx, holder.link).await?
    {
        return Err(CannotDecide::NotWaiting.into());
    }
    store::revoke_links(tx, edition.id).await?;
    Ok(())
}

/// What a link opens.
pub enum Opened {
    /// The holder, as an actor for one edition.
    Holder(Actor),
    /// Used, expired or revoked; the edition may be told to its former holder.
    Used(LinkRow),
    Expired(LinkRow),
    Revoked(LinkRow),
}

/// Who holds a link. `None` for a token that we never made.
pub async fn open_link(q: &mut impl Query, link: i64, now: Timestamp) -> Result<Option<Opened>, Refusal> {
    let Some(row) = store::link(q, link).await? else { return Ok(None) };
    if row.used_at.is_some() {
        return Ok(Some(Opened::Used(row)));
    }
    if row.revoked_at.is_some() {
        return Ok(Some(Opened::Revoked(row)));
    }
    let person = members::person(q, row.member).await?;
    match person.filter(|_| row.expires_at > now) {
        None => Ok(Some(Opened::Expired(row))),
        Some(person) => {
            let member = Member {
                id: person.id,
                organisation: person.organisation,
                role: person.role,
                language: person.language,
            };
            let subject = edition_subject(row.edition);
            Ok(Some(Opened::Holder(Actor::LinkHolder(LinkHolder { member, subject, link: row.id }))))
        }
    }
}

impl From<CannotDecide> for Refusal {
    fn from(cannot: CannotDecide) -> Self {
        Refusal::Decide(cannot)
    }
}

/// The edition a link opens, for its holder.
pub async fn load_by_link(q: &mut impl Query, holder: &Actor) -> Result<Loaded, Refusal> {
    let Actor::LinkHolder(LinkHolder { subject, .. }) = holder else { return Err(Denied::Invisible.into()) };
    load(q, holder, EditionId::from(subject.id)).await
}
