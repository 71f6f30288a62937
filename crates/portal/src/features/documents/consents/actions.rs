//! The verbs on consents: ask for one, note it, warn of its end, end it.

use super::super::actions::{Refusal, load};
use super::super::events::Facts;
use super::super::model::{DocumentId, Edition, EditionId, State};
use super::super::policy::Denied;
use super::super::publication;
use super::model::{Consent, NoConsent, TOLD_BEFORE, is_needed, of, warning};
use super::store;
use jiff::civil::Date;
use jiff::{Timestamp as Moment, ToSpan};
use platform::actor::{Actor, MemberId, Role};
use platform::clock::Timestamp;
use platform::db::{Query, Result, WriteTx};
use platform::lang::Lang;

impl From<NoConsent> for Refusal {
    fn from(why: NoConsent) -> Self {
        Refusal::Consent(why)
    }
}

/// Whether a text may appear. The day here is that of UTC: a few hours after the last day the portal's own clock, which
/// knows the time zone, removes what slipped through.
pub async fn check(
    q: &mut impl Query,
    edition: &Edition,
    now: Timestamp,
) -> std::result::Result<(), Refusal> {
    if !is_needed(edition.kind) {
        return Ok(());
    }
    let consent = now_of(q, edition).await?.ok_or(NoConsent::Missing)?;
    if consent.last_day < day_of(now) {
        return Err(NoConsent::Ended.into());
    }
    if store::is_withdrawn(q, &consent).await? {
        return Err(NoConsent::Withdrawn.into());
    }
    Ok(())
}

fn day_of(now: Timestamp) -> Date {
    let moment = Moment::from_millisecond(now.0).unwrap_or(Moment::MAX);
    moment.to_zoned(jiff::tz::TimeZone::UTC).date()
}

/// The consent that a text names, with its keeper as of today.
async fn now_of(q: &mut impl Query, edition: &Edition) -> Result<Option<Consent>> {
    let Some(mut consent) = of(edition) else { return Ok(None) };
    if let Some(keeper) = store::keeper(q, edition.id).await? {
        consent.keeper = keeper;
    }
    Ok(Some(consent))
}

/// Keeps the consent of a text that is handed in, so that its end is noticed.
pub async fn note(tx: &mut WriteTx, edition: &Edition) -> Result<()> {
    match of(edition).filter(|_| is_needed(edition.kind)) {
        Some(consent) => store::note(tx, edition, &consent).await,
        None => Ok(()),
    }
}

/// Who may say that a consent was taken back: its keeper, who alone knows the person, and the chair.
pub async fn may_end(q: &mut impl Query, actor: &Actor, edition: &Edition) -> Result<bool> {
    let Some(member) = actor.signed_in().filter(|_| is_needed(edition.kind) && edition.state.is_public())
    else {
        return Ok(false);
    };
    let keeper = now_of(q, edition).await?.map(|consent| consent.keeper);
    let keeps = keeper == Some(member.organisation) && !matches!(member.role, Role::Operator | Role::Reader);
    Ok(keeper.is_some() && (keeps || member.role == Role::Chair))
}

/// The consent was taken back: every story with it is gone at once. `reason` says so in the language of each.
pub async fn end(
    tx: &mut WriteTx,
    id: EditionId,
    reason: impl Fn(Lang) -> String,
) -> std::result::Result<(), Refusal> {
    let actor = tx.actor().clone();
    let edition = load(tx, &actor, id).await?.edition;
    if !may_end(tx, &actor, &edition).await? {
        return Err(Denied::Role.into());
    }
    let by = actor.member_id().ok_or(Denied::Role)?;
    let consent = now_of(tx, &edition).await?.ok_or(Denied::Invisible)?;
    store::withdraw(tx, &consent, by).await?;
    tx.record(Facts::of(&edition).event("documents.consent.withdrawn"));
    for id in store::public_with(tx, &consent).await? {
        remove(tx, id, by, &reason).await?;
    }
    Ok(())
}

async fn remove(
    tx: &mut WriteTx,
    id: EditionId,
    by: MemberId,
    reason: &impl Fn(Lang) -> String,
) -> std::result::Result<(), Refusal> {
    // Its keeper removes texts of others with it, in all languages.
    let edition = load(tx, &Actor::System("consents"), id).await?.edition;
    let reason = reason(edition.language);
    publication::remove(tx, &edition, by, &reason).await
}

/// Warns of consents that end soon, and removes the stories whose consent is over.
pub async fn keep_watch(
    tx: &mut WriteTx,
    today: Date,
    over: impl Fn(Lang) -> String,
) -> std::result::Result<(), Refusal> {
    debug_assert!(matches!(tx.actor(), Actor::System(_)), "only the portal's clock watches");
    let horizon = today.saturating_add(TOLD_BEFORE[0].days());
    let mut told: Vec<(DocumentId, i64)> = Vec::new();
    for near in store::ending(tx, &horizon.to_string()).await? {
        let Ok(last_day) = near.last_day.parse::<Date>() else { continue };
        if last_day < today {
            remove(tx, near.edition, by_the_portal(), &over).await?;
            continue;
        }
        let Some(days) = warning(last_day, today, near.told_days) else { continue };
        store::tell(tx, near.edition, days).await?;
        let edition = load(tx, &tx.actor().clone(), near.edition).await?.edition;
        // One word for all languages of a story.
        if edition.state == State::Published && !told.contains(&(near.document, days)) {
            told.push((near.document, days));
            let mut facts = Facts::of(&edition);
            facts.days = Some(i64::from((last_day - today).get_days()));
            tx.record(facts.event("documents.consent.ending"));
        }
    }
    Ok(())
}

/// Stands for nobody where a member is asked for: ids of members are positive.
fn by_the_portal() -> MemberId {
    MemberId::from(0)
}
