//! Ending a consent over HTTP.

use super::super::actions::load;
use super::super::model::EditionId;
use super::super::pages::work_path;
use super::super::policy::Denied;
use super::super::routes::refused;
use super::actions;
use super::pages::Ending;
use crate::web::{Ctx, Error, Form, Routes, Shell, flash, html};
use axum::extract::Path;
use axum::response::Response;
use platform::lang::Lang;
use serde::Deserialize;

pub fn add(routes: Routes) -> Routes {
    routes
        .get("/documents/editions/{edition}/consent", form)
        .post("/documents/editions/{edition}/consent/removal", end)
}

async fn form(ctx: Ctx, Path(id): Path<EditionId>) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let actor = ctx.actor();
    let edition = load(&mut tx, &actor, id).await.map_err(|refusal| refused(&ctx, refusal))?.edition;
    if !actions::may_end(&mut tx, &actor, &edition).await? {
        return Err(refused(&ctx, Denied::Role.into()));
    }
    let p = Shell::new(&ctx, &mut tx, &ctx.l().t("documents-consents-end-title")).await?;
    let back = ctx.path(&work_path(id));
    let code = edition.text.fields.get("consent_code").to_owned();
    html(&Ending { p, action: format!("{back}/consent/removal"), back, heading: edition.text.title, code })
}

#[derive(Deserialize)]
struct Nothing {}

async fn end(
    ctx: Ctx,
    Path(id): Path<EditionId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    let reason = |lang: Lang| ctx.app.l(lang).t("documents-consents-withdrawn").into_owned();
    actions::end(&mut tx, id, reason).await.map_err(|refusal| refused(&ctx, refusal))?;
    tx.commit().await?;
    Ok(flash::redirect(&ctx, "/documents", &ctx.l().t("documents-consents-ended")))
}
