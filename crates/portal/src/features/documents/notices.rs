//! Who is told what about editions, and what waits for a member on their home page.

use super::events::Facts;
use super::lists::{self, Filter};
use super::model::State;
use super::pages::{organisation, work_path};
use super::{approval::mails, freshness, policy, store, trust, words};
use crate::features::{members, organisations};
use crate::web::{Ctx, Error, Link, Notice, Panel, PanelItem};
use platform::activity::Activity;
use platform::actor::{Actor, MemberId, OrganisationId, Role};
use platform::db::{ReadTx, WriteTx};

/// The people concerned by an event, each once. Who did it is left out by the reader that asks.
pub async fn notices(tx: &mut WriteTx, event: &Activity) -> anyhow::Result<Vec<Notice>> {
    let facts: Facts = event.facts()?;
    let author = |mail| facts.submitted_by.map(|member| Notice { member, mail }).into_iter();
    let with_role = async |tx: &mut WriteTx, role, mail| -> anyhow::Result<Vec<Notice>> {
        let people = members::with_role(tx, role).await?;
        let others = people.into_iter().filter(|person| Some(person.id) != facts.submitted_by);
        Ok(others.map(|person| Notice { member: person.id, mail }).collect())
    };
    let mut notices: Vec<Notice> = match event.kind.as_str() {
        "documents.edition.submitted" => with_role(tx, Role::Approver, Some(mails::TO_DECIDE)).await?,
        "documents.edition.published_in_emergency" => {
            let mut told = with_role(tx, Role::Approver, Some(mails::TO_DECIDE)).await?;
            told.extend(with_role(tx, Role::Chair, None).await?);
            told.extend(author(Some(mails::PUBLISHED)));
            told
        }
        "documents.approval.overdue" => {
            let mut told = with_role(tx, Role::Approver, Some(mails::TO_DECIDE)).await?;
            told.extend(with_role(tx, Role::Chair, Some(mails::OVERDUE)).await?);
            told
        }
        "documents.edition.approved" => {
            let recorded = facts.on_behalf_of.map(|member| Notice { member, mail: Some(mails::RECORDED) });
            author(Some(mails::DECIDED)).chain(recorded).collect()
        }
        "documents.edition.returned" => author(Some(mails::DECIDED)).collect(),
        "documents.edition.taken_back" => with_role(tx, Role::Approver, None).await?,
        "documents.approval.taken_back" => author(None).collect(),
        "documents.edition.scheduled" | "documents.edition.unscheduled" => author(None).collect(),
        "documents.edition.published" => {
            // At once after an approval the mail about that says it all; the clock's own act needs words.
            let by_clock = event.actor.starts_with("system:");
            let mut told: Vec<Notice> = author(by_clock.then_some(mails::PUBLISHED)).collect();
            let colleagues = members::of_organisation(tx, facts.organisation).await?;
            told.extend(colleagues.into_iter().map(|person| Notice { member: person.id, mail: None }));
            told
        }
        "documents.edition.published_by_trust" => {
            let mut told = with_role(tx, Role::Approver, None).await?;
            let colleagues = members::of_organisation(tx, facts.organisation).await?;
            told.extend(colleagues.into_iter().map(|person| Notice { member: person.id, mail: None }));
            told
        }
        "documents.edition.reviewed" => author(None).collect(),
        "documents.edition.withdrawn" | "documents.edition.removed" => {
            let mut told: Vec<Notice> = author(Some(mails::WITHDRAWN)).collect();
            told.extend(with_role(tx, Role::Approver, None).await?);
            told
        }
        "documents.consent.ending" => {
            let mut told = with_role(tx, Role::Chair, Some(mails::CONSENT_ENDING)).await?;
            let colleagues = members::of_organisation(tx, facts.organisation).await?;
            let mail = Some(mails::CONSENT_ENDING);
            told.extend(colleagues.into_iter().map(|person| Notice { member: person.id, mail }));
            told
        }
        "documents.consent.withdrawn" => with_role(tx, Role::Chair, None).await?,
        "documents.freshness.due" | "documents.freshness.overdue" | "documents.address.broken" => {
            freshness::mails::notices(tx, event, &facts).await?
        }
        _ => Vec::new(),
    };
    // The first mention of a person counts: it is the one with the mail.
    let mut seen: Vec<MemberId> = Vec::new();
    notices.retain(|notice| {
        let first = !seen.contains(&notice.member);
        seen.push(notice.member);
        first
    });
    Ok(notices)
}

/// Which of these events this actor may see: those whose edition they may see.
pub async fn visible(tx: &mut ReadTx, actor: &Actor, events: &[Activity]) -> platform::db::Result<Vec<bool>> {
    let editions: Vec<Option<i64>> =
        events.iter().map(|event| event.facts::<Facts>().ok().map(|facts| facts.edition.get())).collect();
    let known: Vec<i64> = editions.iter().flatten().copied().collect();
    let seen = store::visible_ones(tx, actor, &known).await?;
    Ok(editions.into_iter().map(|edition| edition.is_some_and(|edition| seen.contains(&edition))).collect())
}

/// What waits (for members), and the newest texts (for everybody).
pub async fn panels(ctx: &Ctx, tx: &mut ReadTx) -> Result<Vec<Panel>, Error> {
    let mut panels = Vec::new();
    if let Some(member) = ctx.member().cloned() {
        panels.push(waiting_panel(ctx, tx, &member).await?);
    }
    panels.push(newest_panel(ctx, tx).await?);
    Ok(panels)
}

async fn waiting_panel(ctx: &Ctx, tx: &mut ReadTx, member: &platform::actor::Member) -> Result<Panel, Error> {
    let l = ctx.l();
    let moderates = matches!(member.role, Role::Approver | Role::Chair);
    let mut rows = Vec::new();
    let decides = if member.role == Role::Approver { "/approval" } else { "/recorded-approval" };
    if moderates {
        rows.extend(store::waiting(tx, member.id).await?.into_iter().map(|row| (row, decides)));
        rows.extend(store::late_approvals(tx).await?.into_iter().map(|row| (row, decides)));
    }
    if member.role == Role::Approver {
        rows.extend(trust::store::waiting(tx, member.id).await?.into_iter().map(|row| (row, "/review")));
    }
    if policy::can_create(member) {
        let own = store::work(tx, member.organisation).await?;
        let mine = own.into_iter().filter(|row| matches!(row.state, State::Returned | State::Draft));
        let mut mine: Vec<_> = mine.map(|row| (row, "/edit")).collect();
        mine.sort_by_key(|(row, _)| row.state != State::Returned);
        rows.extend(mine);
        let now = ctx.app.db.clock().now();
        let overdue = freshness::overdue(tx, member.organisation, now).await?;
        rows.extend(overdue.into_iter().map(|row| (row, "/freshness")));
    }
    rows.truncate(8);
    let ids: Vec<OrganisationId> = rows.iter().map(|(row, _)| row.organisation).collect();
    let names = organisations::names(tx, &ids).await?;
    let items = rows
        .into_iter()
        .map(|(row, suffix)| {
            let title = if row.title.is_empty() { l.t("documents-untitled").into_owned() } else { row.title };
            let what =
                if suffix == "/freshness" { "documents-freshness-do" } else { words::state(row.state) };
            let note = [
                l.t(what).into_owned(),
                l.t(words::kind(row.kind)).into_owned(),
                row.language.own_name().to_owned(),
                organisation(&names, row.organisation, l.lang),
            ];
            PanelItem {
                link: Link::new(ctx.path(&format!("{}{suffix}", work_path(row.id))), title),
                note: note.join(" · "),
            }
        })
        .collect();
    let (path, label) = if moderates {
        ("/documents/waiting", "documents-waiting-title")
    } else {
        ("/documents/work", "documents-work-title")
    };
    Ok(Panel {
        order: 10,
        title: l.t("documents-panel-waiting").into_owned(),
        items,
        empty: l.t("documents-panel-nothing-waits").into_owned(),
        more: Some(Link::new(ctx.path(path), l.t(label))),
    })
}

async fn newest_panel(ctx: &Ctx, tx: &mut ReadTx) -> Result<Panel, Error> {
    let l = ctx.l();
    let (mut rows, _) = lists::page(tx, ctx.lang, &Filter::default(), None).await?;
    rows.truncate(8);
    let ids: Vec<OrganisationId> = rows.iter().map(|row| row.organisation).collect();
    let names = organisations::names(tx, &ids).await?;
    let items = rows
        .into_iter()
        .map(|row| PanelItem {
            note: [
                l.t(words::kind(row.kind)).into_owned(),
                organisation(&names, row.organisation, l.lang),
                l.date(row.published_at),
            ]
            .join(" · "),
            link: Link::new(ctx.path(&format!("/documents/{}", row.document)), row.title),
        })
        .collect();
    Ok(Panel {
        order: 40,
        title: l.t("documents-panel-newest").into_owned(),
        items,
        empty: l.t("documents-empty").into_owned(),
        more: Some(Link::new(ctx.path("/documents"), l.t("documents-panel-all"))),
    })
}

/// The numbers behind the entries of the navigation.
pub async fn count_waiting(tx: &mut ReadTx, member: &platform::actor::Member) -> platform::db::Result<i64> {
    let reviews = if member.role == Role::Approver { trust::store::count(tx, member.id).await? } else { 0 };
    Ok(store::count_waiting(tx, member.id).await? + reviews)
}

pub async fn count_returned(tx: &mut ReadTx, member: &platform::actor::Member) -> platform::db::Result<i64> {
    store::count_returned(tx, member.organisation).await
}
