//! The portal as an app on a phone, and what is left of it without a connection: the manifest, the script between browser and
//! portal, and the page with the numbers. No push, and nothing of members is ever kept (`assets/worker.js`).

use super::pages::Offline;
use crate::features::hotlines;
use crate::web::{Ctx, Entry, Error, Routes, Shell, Subjects, public_html};
use axum::response::{IntoResponse, Response};
use http::header::CONTENT_TYPE;
use platform::lang::Lang;
use serde_json::json;

pub fn add(routes: Routes) -> Routes {
    routes.public("/offline", page).public("/manifest.webmanifest", manifest).bare(
        "/sw.js",
        Entry::Public,
        worker,
    )
}

async fn page(ctx: Ctx) -> Result<Response, Error> {
    let p = Shell::new(&ctx, &mut ctx.read().await?, &ctx.l().t("site-offline")).await?;
    public_html(&offline_page(&ctx, p), vec![hotlines::SUBJECT])
}

pub fn offline_page(ctx: &Ctx, p: Shell) -> Offline {
    let mut p = p.quiet(ctx);
    p.unlisted = true;
    Offline { lines: hotlines::shown(ctx), p }
}

fn kept(kind: &'static str, text: String) -> Response {
    let mut response = ([(CONTENT_TYPE, kind)], text).into_response();
    response.extensions_mut().insert(Subjects::default());
    response
}

async fn manifest(ctx: Ctx) -> Response {
    let name = ctx.app.settings.portal.name.get(ctx.lang);
    let icon = |file: &str, purpose: &str| json!({ "src": ctx.app.assets.url(file), "type": "image/svg+xml", "sizes": "any", "purpose": purpose });
    let shortcut = |key: &str, path: &str| json!({ "name": ctx.l().t(key), "url": ctx.path(path) });
    let manifest = json!({
        "id": "/",
        "name": name,
        "short_name": name,
        "description": ctx.l().t("site-home-description"),
        "lang": ctx.lang.code(),
        "dir": "ltr",
        "start_url": ctx.path("/"),
        "scope": "/",
        "display": "minimal-ui",
        "background_color": "#fbfaf7",
        "theme_color": "#0c4f70",
        "icons": [icon("mark.svg", "any"), icon("mark-maskable.svg", "maskable")],
        "shortcuts": [shortcut("site-help", "/help"), shortcut("site-safe-migration", "/safe-migration")],
    });
    kept("application/manifest+json; charset=utf-8", manifest.to_string())
}

/// The script stands at the root, because a browser lets it speak only for addresses below its own.
async fn worker(ctx: Ctx) -> Response {
    let pages: Vec<String> = Lang::ALL.iter().map(|lang| format!("/{lang}/offline")).collect();
    let assets: Vec<String> =
        ["birge.css", "shell.js", "visitor.js", "mark.svg"].map(|name| ctx.app.assets.url(name)).to_vec();
    let first = json!({ "pages": pages, "assets": assets });
    kept(
        "text/javascript; charset=utf-8",
        format!("self.birge = {first};\n{}", include_str!("../../../assets/worker.js")),
    )
}
