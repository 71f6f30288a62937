//! One page, for everybody: what the programme is and what its words mean.

use super::current;
use super::pages::About;
use crate::web::{Ctx, Error, GalleryPage, Routes, Shell, public_html};
use askama::Template;
use axum::response::Response;

pub fn routes() -> Routes {
    Routes::new().public("/programme", index)
}

async fn index(ctx: Ctx) -> Result<Response, Error> {
    let mut p = Shell::new(&ctx, &mut ctx.read().await?, &ctx.l().t("programme-title")).await?;
    p.canonical = Some(ctx.app.url(&ctx.path("/programme")));
    // The file is read when the portal starts, so nothing makes the page outdated while it runs.
    public_html(&About::new(p, current(&ctx.app), &ctx), Vec::new())
}

pub fn gallery(ctx: &Ctx) -> Vec<GalleryPage> {
    let p = Shell::plain(ctx, &ctx.l().t("programme-title"));
    let page = About::new(p, current(&ctx.app), ctx).render();
    vec![GalleryPage { name: "programme", html: page.expect("a template writes into memory") }]
}
