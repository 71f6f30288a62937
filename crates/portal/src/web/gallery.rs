//! Every page of every section, made from samples: to look at, and for the tests that check all pages at once.

use super::app::App;
use super::context::Ctx;
use super::error::Error;
use super::feature::GalleryPage;
use super::page::{Link, Shell, html};
use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use platform::lang::Lang;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/dev/pages", get(index)).route("/dev/pages/{lang}/{name}", get(show))
}

/// All pages in one language.
pub fn pages(ctx: &Ctx, lang: Lang) -> Vec<GalleryPage> {
    let ctx = ctx.in_language(lang);
    let [resend, resend_busy] = super::resend::samples(&ctx);
    let own = [
        ("home", super::home::sample(&ctx)),
        ("member-home", super::home::member_sample(&ctx)),
        ("error", super::error::sample(&ctx)),
        ("resend", resend),
        ("resend-busy", resend_busy),
    ];
    let own = own.into_iter().filter_map(|(name, html)| Some(GalleryPage { name, html: html.ok()? }));
    let sections = ctx.app.features.iter().filter_map(|feature| feature.gallery);
    own.chain(sections.flat_map(|gallery| gallery(&ctx))).collect()
}

#[derive(Template)]
#[template(path = "web/pages/gallery.html")]
struct Index {
    p: Shell,
    pages: Vec<Link>,
}

async fn index(ctx: Ctx) -> Result<Response, Error> {
    let names: Vec<&str> = pages(&ctx, ctx.lang).iter().map(|page| page.name).collect();
    let pages = Lang::ALL
        .into_iter()
        .flat_map(|lang| {
            names
                .iter()
                .map(move |name| Link::new(format!("/dev/pages/{lang}/{name}"), format!("{lang} {name}")))
        })
        .collect();
    html(&Index { p: Shell::plain(&ctx, "Pages"), pages })
}

async fn show(ctx: Ctx, Path((lang, name)): Path<(Lang, String)>) -> Result<Response, Error> {
    let page = pages(&ctx, lang).into_iter().find(|page| page.name == name).ok_or(Error::NotFound)?;
    Ok(Html(page.html).into_response())
}
