//! "Put this on your site": a published text as HTML that partners paste into a page of theirs. It runs nothing and loads
//! nothing; with one more line it asks the portal whether the text still stands. Not here: that script, which is a public
//! contract of the section `api`.

use super::model::{DocumentId, Edition};
use super::pages::{level_badge, organisation, public_path};
use super::{events, store};
use crate::features::organisations;
use crate::web::inserts::resolve_plain;
use crate::web::{Ctx, Error, Shell, public_html};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use platform::lang::Lang;

#[derive(Template)]
#[template(path = "features/documents/pages/snippet.html")]
pub struct SnippetPage {
    pub p: Shell,
    pub title: String,
    pub content_lang: Lang,
    pub back: String,
    /// As a reader of the partner's page would see it.
    pub shown: String,
    pub plain: String,
    pub refreshed: String,
}

/// The snippet itself. It is pasted into pages without our style sheet, so it is plain HTML that stands by itself.
#[derive(Template)]
#[template(path = "features/documents/pages/snippet_text.html")]
pub struct Snippet {
    pub lang: Lang,
    pub title: String,
    pub summary: String,
    pub html: String,
    pub source: String,
    pub address: String,
    /// The document, if the snippet shall ask about it.
    pub document: Option<DocumentId>,
    pub number: i64,
    pub checked: String,
    pub outdated: String,
}

pub async fn show(ctx: Ctx, Path(document): Path<DocumentId>) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let edition = store::current(&mut tx, document, ctx.lang).await?.ok_or(Error::NotFound)?;
    let names = organisations::names(&mut tx, &[edition.organisation]).await?;
    let lead = organisation(&names, edition.organisation, edition.language);
    let p = Shell::new(&ctx, &mut tx, &ctx.l().t("documents-snippet")).await?;
    let subjects = vec![events::document_subject(document), organisations::subject(edition.organisation)];
    public_html(&page(&ctx, p, &edition, lead)?, subjects)
}

pub fn page(ctx: &Ctx, mut p: Shell, edition: &Edition, lead: String) -> Result<SnippetPage, Error> {
    let l = ctx.l();
    let back = ctx.path(&format!("/documents/{}", edition.document));
    p = p
        .crumb(ctx.path("/documents"), l.t("documents-title"))
        .crumb(back.clone(), edition.text.title.clone());
    p.unlisted = true;
    let address = ctx.app.url(&ctx.path(&public_path(edition.document, edition.number)));
    let args = [
        ("organisation", lead.into()),
        ("level", level_badge(edition.level, l).words.into()),
        ("number", edition.number.into()),
        ("date", edition.published_at.map(|at| l.date(at)).unwrap_or_default().into()),
    ];
    let snippet = |document: Option<DocumentId>| Snippet {
        lang: edition.language,
        title: edition.text.title.clone(),
        summary: resolve_plain(&ctx.app, edition.language, &edition.text.summary).into_owned(),
        html: ctx.app.html(edition.language, &edition.text.body),
        source: l.f("documents-snippet-source", &args),
        address: address.clone(),
        document,
        number: edition.number,
        checked: l.t("documents-snippet-checked").into_owned(),
        outdated: l.t("documents-snippet-outdated").into_owned(),
    };
    let plain = snippet(None).render()?;
    let script = ctx.app.url("/embed/v1.js");
    let refreshed =
        format!("{}<script defer src=\"{script}\"></script>\n", snippet(Some(edition.document)).render()?);
    Ok(SnippetPage {
        title: edition.text.title.clone(),
        content_lang: edition.language,
        back,
        shown: plain.clone(),
        plain,
        refreshed,
        p,
    })
}
