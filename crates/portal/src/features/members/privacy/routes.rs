//! One's own data: take a copy, have it erased.

use super::super::changes::{self, Facts};
use super::super::credentials::entering::without_session;
use super::super::handover;
use super::super::routes::Empty;
use super::actions::{self, CannotErase};
use super::pages::PrivacyPage;
use crate::web::{Ctx, Error, Form, Routes, Shell, flash, html};
use axum::response::{IntoResponse, Response};
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use serde::Deserialize;

pub fn add(routes: Routes) -> Routes {
    routes
        .get("/account/privacy", show)
        .post("/account/privacy/copy", copy)
        .post("/account/privacy/erasure", erase)
}

async fn show(ctx: Ctx) -> Result<Response, Error> {
    let member = ctx.signed_in()?.member.clone();
    let mut tx = ctx.read().await?;
    let last_chair = actions::is_last_chair(&mut tx, member.role).await?;
    let open = handover::routes::open_work(&ctx, &mut tx, member.id).await?.len();
    let p = Shell::new(&ctx, &mut tx, &ctx.l().t("members-privacy")).await?;
    let hand_over = ctx.path(&handover::routes::path(member.id));
    html(&privacy_page(&ctx, p, hand_over, open, last_chair))
}

pub fn privacy_page(ctx: &Ctx, p: Shell, hand_over: String, open: usize, last_chair: bool) -> PrivacyPage {
    let p = p.crumb(ctx.path("/account"), ctx.l().t("members-account"));
    let open = (open > 0).then(|| ctx.l().f1("members-open-work", "count", open));
    PrivacyPage { p, hand_over, open, last_chair }
}

async fn copy(ctx: Ctx, Form(Empty {}): Form<Empty>) -> Result<Response, Error> {
    let member = ctx.fresh()?.member.clone();
    let everything = actions::copy(&ctx.app, &mut ctx.read().await?, member.id).await?;
    let mut tx = ctx.write().await?;
    let event =
        changes::of_member(changes::COPY_TAKEN, member.id, Some(member.organisation), &Facts::default());
    tx.record(event);
    tx.commit().await?;
    let text = serde_json::to_string_pretty(&everything).map_err(anyhow::Error::from)?;
    let headers = [
        (CONTENT_TYPE, "application/json; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"birge-my-data.json\""),
    ];
    Ok((headers, text).into_response())
}

#[derive(Deserialize)]
struct ErasureForm {
    #[serde(default)]
    sure: String,
}

async fn erase(ctx: Ctx, Form(form): Form<ErasureForm>) -> Result<Response, Error> {
    let member = ctx.fresh()?.member.clone();
    if form.sure != "yes" {
        let said = ctx.l().t("members-erase-unsure");
        return Ok(flash::redirect_with(&ctx, "/account/privacy", flash::Tone::Warning, &said));
    }
    let mut tx = ctx.write().await?;
    match actions::erase(&ctx.app, &mut tx, member.id).await {
        Ok(()) => {
            tx.commit().await?;
            let response = flash::redirect(&ctx, "/", &ctx.l().t("members-erased"));
            Ok(without_session(&ctx.app, response))
        }
        Err(error) => {
            tx.roll_back().await;
            Err(match error {
                CannotErase::LastChair => Error::Conflict(ctx.l().t("members-erase-last-chair").into_owned()),
                CannotErase::NotFound => Error::NotFound,
                CannotErase::Db(error) => error.into(),
            })
        }
    }
}
