//! The page for people who write programs.

use crate::web::{Ctx, Error, GalleryPage, Link, Shell, public_html};
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "features/api/pages/developers.html")]
struct Developers {
    p: Shell,
    description: String,
    examples: Vec<Link>,
}

pub async fn show(ctx: Ctx) -> Result<Response, Error> {
    let mut p = Shell::new(&ctx, &mut ctx.read().await?, &ctx.l().t("api-title")).await?;
    p.canonical = Some(ctx.app.url(&ctx.path("/developers")));
    p.description = ctx.l().t("api-lead").into_owned();
    public_html(&page(&ctx, p), Vec::new())
}

fn page(ctx: &Ctx, p: Shell) -> Developers {
    let l = ctx.l();
    let examples = [
        (format!("/api/v1/documents?language={}", ctx.lang), "api-documents"),
        ("/api/v1/kits".to_owned(), "api-kits"),
        ("/api/v1/campaigns".to_owned(), "api-campaigns"),
        ("/api/v1/events".to_owned(), "api-events"),
        ("/api/v1/hotlines".to_owned(), "api-hotlines"),
        ("/api/v1/terms".to_owned(), "api-terms"),
        ("/api/v1/organisations".to_owned(), "api-organisations"),
    ];
    Developers {
        description: ctx.app.url("/api/v1/openapi.json"),
        examples: examples.map(|(path, key)| Link::new(ctx.app.url(&path), l.t(key))).to_vec(),
        p,
    }
}

pub fn gallery(ctx: &Ctx) -> Vec<GalleryPage> {
    let html = page(ctx, Shell::plain(ctx, &ctx.l().t("api-title"))).render();
    vec![GalleryPage { name: "api-developers", html: html.expect("a page made from samples") }]
}
