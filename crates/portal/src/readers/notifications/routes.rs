//! The list of a member's notices, and the button that marks all as seen.

use super::{pages, store};
use crate::web::{Ctx, Error, Form, Routes, flash, html};
use axum::extract::Query;
use axum::response::Response;
use serde::Deserialize;

pub fn routes() -> Routes {
    Routes::new().get("/notifications", index).post("/notifications/seen", see_all)
}

#[derive(Deserialize)]
struct Page {
    /// Only what happened before this event.
    before: Option<i64>,
}

async fn index(ctx: Ctx, Query(page): Query<Page>) -> Result<Response, Error> {
    let member = ctx.signed_in()?.member.id;
    let before = page.before.unwrap_or(i64::MAX);
    let mut tx = ctx.read().await?;
    let shown = pages::index(&ctx, &mut tx, member, before).await?;
    let response = html(&shown.page)?;
    drop(tx);
    if let Some((first, last)) = shown.unseen {
        let mut tx = ctx.write().await?;
        store::see(&mut tx, member, first, last).await?;
        tx.commit_unrecorded("a notice was looked at").await?;
    }
    Ok(response)
}

#[derive(Deserialize)]
struct SeeAll {}

async fn see_all(ctx: Ctx, Form(SeeAll {}): Form<SeeAll>) -> Result<Response, Error> {
    let member = ctx.signed_in()?.member.id;
    let mut tx = ctx.write().await?;
    store::see(&mut tx, member, 0, i64::MAX).await?;
    tx.commit_unrecorded("notices were looked at").await?;
    Ok(flash::redirect(&ctx, "/notifications", &ctx.l().t("notifications-all-seen")))
}
