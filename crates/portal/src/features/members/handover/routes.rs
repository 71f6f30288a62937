//! What somebody has open, and the button that gives it to a colleague.

use super::super::changes::{self, Facts};
use super::super::model::Person;
use super::super::routes::people::{denied, member_id, with_any};
use super::super::{policy, store as people};
use super::pages::HandOverPage;
use crate::web::{Ctx, Error, Form, FormErrors, PanelItem, Routes, Shell, flash, html};
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use platform::actor::MemberId;
use serde::Deserialize;

pub fn add(routes: Routes) -> Routes {
    routes.get("/members/{id}/hand-over", show).post("/members/{id}/hand-over", create)
}

async fn show(ctx: Ctx, Path(id): Path<String>) -> Result<Response, Error> {
    html(&page(&ctx, member_id(&id)?, FormErrors::default()).await?)
}

async fn page(ctx: &Ctx, id: MemberId, errors: FormErrors) -> Result<HandOverPage, Error> {
    if !policy::may_hand_over(&ctx.actor(), id) {
        return Err(denied(ctx));
    }
    let mut tx = ctx.read().await?;
    let person = people::by_id(&mut tx, id).await?.ok_or(Error::NotFound)?.person;
    let mut items = Vec::new();
    for work in ctx.app.features.iter().filter_map(|feature| feature.open_work) {
        items.extend((work.list)(ctx, &mut tx, id).await?);
    }
    let colleagues = people::of_organisation(&mut tx, person.organisation).await?;
    let p = Shell::new(ctx, &mut tx, &ctx.l().t("members-hand-over")).await?;
    Ok(hand_over_page(ctx, p, &person, &colleagues, items, errors))
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
        action: ctx.path(&format!("/members/{}/hand-over", person.id)),
        colleagues: with_any(options, &l.t("members-choose")),
        back: ctx.path(&if own { "/account".to_owned() } else { format!("/members/{}", person.id) }),
    }
}

#[derive(Deserialize)]
struct HandOverForm {
    #[serde(default)]
    colleague: String,
}

async fn create(ctx: Ctx, Path(id): Path<String>, Form(form): Form<HandOverForm>) -> Result<Response, Error> {
    let id = member_id(&id)?;
    if !policy::may_hand_over(&ctx.actor(), id) {
        return Err(denied(&ctx));
    }
    let mut tx = ctx.write().await?;
    let person = people::by_id(&mut tx, id).await?.ok_or(Error::NotFound)?.person;
    let colleagues = people::of_organisation(&mut tx, person.organisation).await?;
    let chosen = colleagues.into_iter().find(|it| it.id != id && it.id.to_string() == form.colleague);
    let Some(colleague) = chosen else {
        tx.roll_back().await;
        let mut errors = FormErrors::default();
        errors.add("colleague", ctx.l().t("members-hand-over-missing"));
        let page = page(&ctx, id, errors).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)?).into_response());
    };
    let mut moved = 0;
    for work in ctx.app.features.iter().filter_map(|feature| feature.open_work) {
        moved += (work.hand_over)(&mut tx, id, colleague.id, person.organisation).await?;
    }
    let facts = Facts { other: Some(colleague.id), count: Some(moved), ..Facts::default() };
    tx.record(changes::of_member(changes::WORK_HANDED_OVER, id, Some(person.organisation), &facts));
    tx.commit().await?;
    let own = ctx.member().is_some_and(|member| member.id == id);
    let path = if own { "/account".to_owned() } else { "/members".to_owned() };
    Ok(flash::redirect(&ctx, &path, &ctx.l().f1("members-handed-over", "count", moved)))
}
