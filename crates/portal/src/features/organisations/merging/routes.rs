//! The page of the chair: which organisation stays, what moves there, and the button that does it.

use super::super::model::Organisation;
use super::super::pages::MergePage;
use super::super::routes::{denied, organisation_id};
use super::super::{path, policy, store};
use super::{CannotMerge, count, merge};
use crate::web::{Ctx, Error, Form, FormErrors, Shell, flash, html};
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use platform::actor::OrganisationId;
use serde::Deserialize;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Choice {
    into: String,
}

pub async fn new(ctx: Ctx, Path(id): Path<String>) -> Result<Response, Error> {
    let choice: Choice = serde_html_form::from_str(ctx.uri.query().unwrap_or_default()).unwrap_or_default();
    let page = page(&ctx, organisation_id(&id)?, &choice, FormErrors::default()).await?;
    html(&page)
}

async fn page(
    ctx: &Ctx,
    from: OrganisationId,
    choice: &Choice,
    errors: FormErrors,
) -> Result<MergePage, Error> {
    if !policy::may_merge(&ctx.actor()) {
        return Err(denied(ctx));
    }
    let mut tx = ctx.read().await?;
    let all = store::all(&mut tx).await?;
    let organisation = all.iter().find(|it| it.id == from).cloned().ok_or(Error::NotFound)?;
    let others: Vec<Organisation> = all.into_iter().filter(|it| it.id != from).collect();
    let moves = count(&ctx.app, &mut tx, from).await?;
    let p = Shell::new(ctx, &mut tx, &ctx.l().t("organisations-merge")).await?;
    Ok(merge_page(ctx, p, &organisation, &others, &moves, &choice.into, errors))
}

pub fn merge_page(
    ctx: &Ctx,
    p: Shell,
    organisation: &Organisation,
    others: &[Organisation],
    moves: &[(&'static str, i64)],
    into: &str,
    errors: FormErrors,
) -> MergePage {
    let l = ctx.l();
    let name = |it: &Organisation| it.name.get(ctx.lang).clone();
    let chosen = others.iter().find(|it| it.id.to_string() == into);
    let mut options: Vec<(String, String)> = others.iter().map(|it| (it.id.to_string(), name(it))).collect();
    options.sort_by(|a, b| l.compare(&a.1, &b.1));
    options.insert(0, (String::new(), l.t("organisations-merge-choose").into_owned()));
    let back = ctx.path(&path(organisation.id));
    MergePage {
        p: p.crumb(ctx.path("/partners"), l.t("organisations-index")).crumb(&back, name(organisation)),
        errors,
        action: ctx.path(&format!("{}/merging", path(organisation.id))),
        name: name(organisation),
        others: options,
        into: chosen.map(|it| it.id.to_string()).unwrap_or_default(),
        into_name: chosen.map(name).unwrap_or_default(),
        moves: moves.iter().map(|(key, count)| l.f1(key, "count", *count)).collect(),
        back,
    }
}

pub async fn create(ctx: Ctx, Path(id): Path<String>, Form(choice): Form<Choice>) -> Result<Response, Error> {
    let from = organisation_id(&id)?;
    if !policy::may_merge(&ctx.actor()) {
        return Err(denied(&ctx));
    }
    ctx.fresh_factor()?;
    let Ok(into) = choice.into.parse::<OrganisationId>() else {
        let mut errors = FormErrors::default();
        errors.add("into", ctx.l().t("organisations-merge-missing"));
        let page = page(&ctx, from, &choice, errors).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)?).into_response());
    };
    let moved = count(&ctx.app, &mut ctx.read().await?, from).await?;
    let mut tx = ctx.write().await?;
    match merge(&ctx.app, &mut tx, from, into, &moved).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(flash::redirect(&ctx, &path(into), &ctx.l().t("organisations-merged")))
        }
        Err(CannotMerge::Denied) => Err(denied(&ctx)),
        Err(CannotMerge::NotFound) => Err(Error::NotFound),
        Err(CannotMerge::Db(error)) => Err(error.into()),
    }
}
