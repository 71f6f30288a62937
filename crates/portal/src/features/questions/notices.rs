//! Who is told about questions, and what of them waits for somebody.

use super::model::Question;
use super::policy;
use super::store::{self, Listed, Narrowed};
use super::{events, mails};
use crate::features::members;
use crate::web::{Ctx, Error, Link, Notice, Panel, PanelItem};
use platform::activity::Activity;
use platform::actor::{MemberId, OrganisationId, Role};
use platform::db::{ReadTx, WriteTx};

/// The chair hears of questions in the list only: there may be many. Who shall work on one, and who asked one, get a mail.
pub async fn notices(tx: &mut WriteTx, event: &Activity) -> anyhow::Result<Vec<Notice>> {
    let facts: events::Facts = event.facts()?;
    let told = |mail| move |member| Notice { member, mail };
    Ok(match event.kind.as_str() {
        events::ASKED => {
            let chairs = members::with_role(tx, Role::Chair).await?;
            chairs.into_iter().map(|person| told(None)(person.id)).collect()
        }
        events::ASSIGNED => facts.to.into_iter().map(told(Some(mails::ASSIGNED))).collect(),
        events::ANSWERED => {
            let askers = store::askers(tx, facts.question).await?;
            distinct(askers).into_iter().map(told(Some(mails::ANSWERED))).collect()
        }
        events::CLOSED => {
            let asker = store::get(tx, facts.question).await?.and_then(|question| question.asked_by);
            asker.into_iter().map(told(Some(mails::CLOSED))).collect()
        }
        events::REOPENED => {
            let question = store::get(tx, facts.question).await?;
            question.and_then(|question| question.assigned_to).into_iter().map(told(None)).collect()
        }
        _ => Vec::new(),
    })
}

fn distinct(mut members: Vec<MemberId>) -> Vec<MemberId> {
    members.sort_unstable();
    members.dedup();
    members
}

fn item(ctx: &Ctx, question: &Question) -> PanelItem {
    let days = question.days_open(ctx.app.db.clock().now());
    PanelItem {
        link: Link::new(ctx.path(&super::path(question.id)), question.text.clone()),
        note: format!("{} · {}", ctx.l().f1("questions-days", "count", days), question.language.own_name()),
    }
}

/// For moderators the oldest open questions, for others those they took.
pub async fn panels(ctx: &Ctx, tx: &mut ReadTx) -> Result<Vec<Panel>, Error> {
    let l = ctx.l();
    let Some(member) = ctx.member().filter(|member| policy::writes(member.role)) else {
        return Ok(Vec::new());
    };
    let moderates = policy::moderates(member.role);
    let mut waiting = match moderates {
        true => store::list(tx, Listed::Open, &Narrowed::default(), None).await?.0,
        false => store::assigned_to(tx, member.id).await?,
    };
    if waiting.is_empty() && !moderates {
        return Ok(Vec::new());
    }
    waiting.truncate(5);
    let title = if moderates { "questions-panel-open" } else { "questions-panel-yours" };
    Ok(vec![Panel {
        order: 15,
        title: l.t(title).into_owned(),
        items: waiting.iter().map(|question| item(ctx, question)).collect(),
        empty: l.t("questions-panel-none").into_owned(),
        more: Some(Link::new(ctx.path("/questions"), l.t("questions-panel-all"))),
    }])
}

/// A question is given to a person, so it goes with their first organisation.
pub async fn open_work(
    ctx: &Ctx,
    tx: &mut ReadTx,
    member: MemberId,
) -> Result<Vec<(OrganisationId, PanelItem)>, Error> {
    let open = store::assigned_to(tx, member).await?;
    let Some(person) = members::person(tx, member).await? else { return Ok(Vec::new()) };
    Ok(open.iter().map(|question| (person.organisation, item(ctx, question))).collect())
}
