//! The first page: for guests what this is and what is new, for members what waits, what comes, what changed.

use super::context::Ctx;
use super::error::Error;
use super::feature::{Panel, PanelItem};
use super::page::{Link, Shell, html, public_html};
use super::page_cache::TODAY;
use askama::Template;
use axum::response::Response;
use platform::db::ReadTx;
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

/// What all sections have for the first page of this reader, in order.
pub async fn panels(ctx: &Ctx, tx: &mut ReadTx) -> Result<Vec<Panel>, Error> {
    let mut panels = Vec::new();
    for load in ctx.app.features.iter().filter_map(|feature| feature.panels) {
        panels.extend(load(ctx, tx).await?);
    }
    panels.sort_by_key(|panel| panel.order);
    Ok(panels)
}

/// What all sections have for the page of one record, in order.
pub async fn panels_of(ctx: &Ctx, tx: &mut ReadTx, subject: Subject) -> Result<Vec<Panel>, Error> {
    let mut panels = Vec::new();
    for load in ctx.app.features.iter().filter_map(|feature| feature.panels_of) {
        panels.extend(load(ctx, tx, subject).await?);
    }
    panels.sort_by_key(|panel| panel.order);
    Ok(panels)
}

pub(super) async fn show(ctx: Ctx) -> Result<Response, Error> {
    let for_guests = ctx.app.features.iter().find_map(|feature| feature.home);
    if let Some(home) = for_guests.filter(|_| ctx.viewer.is_none()) {
        return home(&ctx).await;
    }
    let mut tx = ctx.read().await?;
    let panels = panels(&ctx, &mut tx).await?;
    let mut p = Shell::new(&ctx, &mut tx, &ctx.app.settings.portal.name.get(ctx.lang).clone()).await?;
    p.canonical = Some(ctx.app.url(&ctx.path("/")));
    match &ctx.viewer {
        Some(viewer) => html(&MemberHome { p, name: viewer.name.clone(), panels }),
        None => public_html(&Home { p, panels }, vec![LISTS, TODAY]),
    }
}

fn sample_panels(ctx: &Ctx) -> Vec<Panel> {
    let title = ctx.l().t("web-home-title").into_owned();
    let item =
        PanelItem { link: Link::new("#main", title.clone()), note: ctx.l().t("web-tagline").into_owned() };
    let empty = ctx.l().t("web-home-lead").into_owned();
    let panel = |items| Panel { order: 1, title: title.clone(), items, empty: empty.clone(), more: None };
    vec![panel(vec![item]), panel(Vec::new())]
}

/// For the gallery.
pub(super) fn sample(ctx: &Ctx) -> askama::Result<String> {
    let name = ctx.app.settings.portal.name.get(ctx.lang);
    Home { p: Shell::plain(ctx, name), panels: sample_panels(ctx) }.render()
}

pub(super) fn member_sample(ctx: &Ctx) -> askama::Result<String> {
    let name = ctx.app.settings.portal.name.get(ctx.lang);
    MemberHome { p: Shell::plain(ctx, name), name: "Наргиза".into(), panels: sample_panels(ctx) }.render()
}
