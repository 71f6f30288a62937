//! The Atom feed of a list: the same filters, the twenty newest texts in full.

use super::lists;
use super::lists::pages::{kept_query, query};
use super::pages::{organisation, public_path};
use super::routes::read_query;
use super::store;
use crate::features::{organisations, programme};
use crate::web::inserts::resolve_plain;
use crate::web::{Ctx, Error, LISTS, Subjects};
use askama::Template;
use axum::extract::Query as UrlQuery;
use axum::response::{IntoResponse, Response};
use http::header::CONTENT_TYPE;
use platform::lang::Lang;

#[derive(Template)]
#[template(path = "features/documents/pages/feed.xml", escape = "xml")]
struct Feed {
    lang: Lang,
    title: String,
    itself: String,
    page: String,
    updated: String,
    entries: Vec<Entry>,
}

struct Entry {
    address: String,
    title: String,
    organisation: String,
    published: String,
    summary: String,
    html: String,
}

pub async fn show(ctx: Ctx, UrlQuery(asked): UrlQuery<Vec<(String, String)>>) -> Result<Response, Error> {
    let (mut filter, _) = read_query(&asked, programme::current(&ctx.app));
    let l = ctx.l();
    let mut tx = ctx.read().await?;
    lists::weigh(&mut tx, &mut filter).await?;
    let (listed, _) = lists::page(&mut tx, ctx.lang, &filter, None).await?;
    let ids: Vec<_> = listed.iter().map(|it| it.organisation).collect();
    let names = organisations::names(&mut tx, &ids).await?;
    let bodies = store::bodies(&mut tx, &listed.iter().map(|it| it.id).collect::<Vec<_>>()).await?;
    let mut subjects = vec![LISTS];
    let mut entries = Vec::new();
    for it in &listed {
        subjects.push(super::events::document_subject(it.document));
        let body = bodies.iter().find(|(id, _)| *id == it.id).map_or("", |(_, body)| body.as_str());
        entries.push(Entry {
            address: ctx.app.url(&ctx.path(&public_path(it.document, it.number))),
            title: it.title.clone(),
            organisation: organisation(&names, it.organisation, l.lang),
            published: l.iso(it.published_at),
            summary: resolve_plain(&ctx.app, ctx.lang, &it.summary).into_owned(),
            html: ctx.app.html(ctx.lang, body),
        });
    }
    let updated = listed.first().map_or_else(|| l.iso(ctx.app.db.clock().now()), |it| l.iso(it.published_at));
    let suffix = query(&filter, None);
    let feed = Feed {
        lang: ctx.lang,
        title: format!("{}: {}", ctx.app.settings.portal.name.get(ctx.lang), l.t("documents-title")),
        itself: ctx.app.url(&ctx.path(&format!("/documents/feed.atom{suffix}"))),
        page: ctx.app.url(&ctx.path(&format!("/documents{suffix}"))),
        updated,
        entries,
    };
    let mut response =
        ([(CONTENT_TYPE, "application/atom+xml; charset=utf-8")], feed.render()?).into_response();
    response.extensions_mut().insert(Subjects { shown: subjects, query: kept_query(&filter, None, &listed) });
    Ok(response)
}
