//! The first page: for guests what this is and what is new, for members what waits, what comes, what changed.

use super::context::Ctx;
use super::error::Error;
use super::feature::Panel;
use super::page::{Shell, html, public_html};
use askama::Template;
use axum::response::Response;
use platform::subject::Subject;

/// The home page changes when any list does; sections touch this with whatever changes a list.
pub const LISTS: Subject = Subject::new("web.lists", 0);

#[derive(Template)]
#[template(path = "web/pages/home.html")]
struct Home {
    p: Shell,
    panels: Vec<Panel>,
}

#[derive(Template)]
#[template(path = "web/pages/member_home.html")]
struct MemberHome {
    p: Shell,
    name: String,
    panels: Vec<Panel>,
}

pub(super) async fn show(ctx: Ctx) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let mut panels = Vec::new();
    for load in ctx.app.features.iter().filter_map(|feature| feature.panels) {
        panels.extend(load(&ctx, &mut tx).await?);
    }
    panels.sort_by_key(|panel| panel.order);
    let mut p = Shell::new(&ctx, &mut tx, &ctx.app.settings.portal.name.get(ctx.lang).clone()).await?;
    p.canonical = Some(ctx.app.url(&ctx.path("/")));
    match &ctx.viewer {
        Some(viewer) => html(&MemberHome { p, name: viewer.name.clone(), panels }),
        None => public_html(&Home { p, panels }, vec![LISTS]),
    }
}
