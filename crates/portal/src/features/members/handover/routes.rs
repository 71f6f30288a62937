//! What somebody has open, and the button that gives it to a colleague: organisation by organisation, because a text stays
//! with its own.

use super::super::changes::{self, Facts};
use super::super::model::Person;
use super::super::routes::people::{denied, member_id, with_any};
use super::super::{policy, store as people};
use super::pages::HandOverPage;
use crate::features::organisations;
use crate::web::{Ctx, Error, Form, FormErrors, Link, PanelItem, Routes, Shell, flash, html};
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use platform::actor::{MemberId, OrganisationId};
use platform::db::ReadTx;
use serde::Deserialize;

pub fn add(routes: Routes) -> Routes {
    routes.get("/members/{id}/hand-over", show).post("/members/{id}/hand-over", create)
}

pub fn path(id: MemberId) -> String {
    format!("/members/{id}/hand-over")
}

/// What somebody has open in all sections, each with its organisation.
pub async fn open_work(
    ctx: &Ctx,
    tx: &mut ReadTx,
    id: MemberId,
) -> Result<Vec<(OrganisationId, PanelItem)>, Error> {
    let mut items = Vec::new();
    for work in ctx.app.features.iter().filter_map(|feature| feature.open_work) {
        items.extend((work.list)(ctx, tx, id).await?);
    }
    Ok(items)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct HandOverForm {
    organisation: String,
    colleague: String,
}

async fn show(ctx: Ctx, Path(id): Path<String>) -> Result<Response, Error> {
    let form: HandOverForm =
        serde_html_form::from_str(ctx.uri.query().unwrap_or_default()).unwrap_or_default();
    html(&page(&ctx, member_id(&id)?, form.organisation.parse().ok(), FormErrors::default()).await?)
}

async fn page(
    ctx: &Ctx,
    id: MemberId,
    chosen: Option<OrganisationId>,
    errors: FormErrors,
) -> Result<HandOverPage, Error> {
    if !policy::may_hand_over(&ctx.actor(), id) {
        return Err(denied(ctx));
    }
    let mut tx = ctx.read().await?;
    let person = people::by_id(&mut tx, id).await?.ok_or(Error::NotFound)?.person;
    let mut work = open_work(ctx, &mut tx, id).await?;
    // Their first organisation comes first.
    work.sort_by_key(|(organisation, _)| *organisation != person.organisation);
    let first = work.first().map_or(person.organisation, |(organisation, _)| *organisation);
    let of = chosen.filter(|it| work.iter().any(|(organisation, _)| organisation == it)).unwrap_or(first);
    let colleagues = people::of_organisation(&mut tx, of).await?;
    let mut all: Vec<OrganisationId> = work.iter().map(|(organisation, _)| *organisation).collect();
    all.push(of);
    let names = organisations::names(&mut tx, &all).await?;
    all.dedup();
    let name = |id: &OrganisationId| names.get(id).map(|it| it.get(ctx.lang).clone()).unwrap_or_default();
    let others = all.iter().filter(|it| **it != of);
    let others =
        others.map(|it| Link::new(ctx.path(&format!("{}?organisation={it}", path(id))), name(it))).collect();
    let items = work.into_iter().filter(|(organisation, _)| *organisation == of).map(|(_, item)| item);
    let items = items.collect();
    let p = Shell::new(ctx, &mut tx, &ctx.l().t("members-hand-over")).await?;
    let page = hand_over_page(ctx, p, &person, &colleagues, items, errors);
    Ok(HandOverPage { organisation: of.to_string(), organisation_name: name(&of), others, ..page })
}

pub fn hand_over_page(
    ctx: &Ctx,
    p: Shell,
    person: &Person,
    colleagues: &[Person],
    items: Vec<PanelItem>,
    errors: FormErrors,
) -> HandOverPage {
    let l = ctx.l();
    let others = colleagues.iter().filter(|it| it.id != person.id);
    let options = others.map(|it| (it.id.to_string(), it.name.clone())).collect();
    let own = ctx.member().is_some_and(|member| member.id == person.id);
    HandOverPage {
        p,
        errors,
        text: l.f1("members-hand-over-text", "name", &person.name),
        items,
        action: ctx.path(&path(person.id)),
        organisation: String::new(),
        organisation_name: String::new(),
        others: Vec::new(),
        colleagues: with_any(options, &l.t("members-choose")),
        back: ctx.path(&if own { "/account".to_owned() } else { format!("/members/{}", person.id) }),
    }
}

async fn create(ctx: Ctx, Path(id): Path<String>, Form(form): Form<HandOverForm>) -> Result<Response, Error> {
    let id = member_id(&id)?;
    if !policy::may_hand_over(&ctx.actor(), id) {
        return Err(denied(&ctx));
    }
    let mut tx = ctx.write().await?;
    let person = people::by_id(&mut tx, id).await?.ok_or(Error::NotFound)?.person;
    let organisation = form.organisation.parse().unwrap_or(person.organisation);
    let colleagues = people::of_organisation(&mut tx, organisation).await?;
    let chosen = colleagues.into_iter().find(|it| it.id != id && it.id.to_string() == form.colleague);
    let Some(colleague) = chosen else {
        tx.roll_back().await;
        let mut errors = FormErrors::default();
        errors.add("colleague", ctx.l().t("members-hand-over-missing"));
        let page = page(&ctx, id, Some(organisation), errors).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)?).into_response());
    };
    let mut moved = 0;
    for work in ctx.app.features.iter().filter_map(|feature| feature.open_work) {
        moved += (work.hand_over)(&mut tx, id, colleague.id, organisation).await?;
    }
    let facts = Facts { other: Some(colleague.id), count: Some(moved), ..Facts::default() };
    tx.record(changes::of_member(changes::WORK_HANDED_OVER, id, Some(organisation), &facts));
    tx.commit().await?;
    let own = ctx.member().is_some_and(|member| member.id == id);
    let more = !open_work(&ctx, &mut ctx.read().await?, id).await?.is_empty();
    let next = match (more, own) {
        (true, _) => path(id),
        (false, true) => "/account".to_owned(),
        (false, false) => "/members".to_owned(),
    };
    Ok(flash::redirect(&ctx, &next, &ctx.l().f1("members-handed-over", "count", moved)))
}
