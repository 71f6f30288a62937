//! The feeds of a list, as Atom and as JSON Feed: the same filters, the twenty newest texts in full.

use super::lists;
use super::lists::pages::{kept_query, query};
use super::pages::{organisation, public_path};
use super::routes::read_query;
use super::store;
use super::terms::Terms;
use crate::features::organisations;
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

/// What both forms of a feed are made from.
struct Loaded {
    title: String,
    /// The filter as a query, with its question mark.
    suffix: String,
    updated: String,
    entries: Vec<Entry>,
    subjects: Subjects,
}

pub async fn atom(ctx: Ctx, UrlQuery(asked): UrlQuery<Vec<(String, String)>>) -> Result<Response, Error> {
    let Loaded { title, suffix, updated, entries, subjects } = load(&ctx, &asked).await?;
    let feed = Feed {
        lang: ctx.lang,
        title,
        itself: ctx.app.url(&ctx.path(&format!("/documents/feed.atom{suffix}"))),
        page: ctx.app.url(&ctx.path(&format!("/documents{suffix}"))),
        updated,
        entries,
    };
    let kind = [(CONTENT_TYPE, "application/atom+xml; charset=utf-8")];
    let mut response = (kind, feed.render()?).into_response();
    response.extensions_mut().insert(subjects);
    Ok(response)
}

/// JSON Feed 1.1.
pub async fn json(ctx: Ctx, UrlQuery(asked): UrlQuery<Vec<(String, String)>>) -> Result<Response, Error> {
    let Loaded { title, suffix, entries, subjects, .. } = load(&ctx, &asked).await?;
    let item = |entry: Entry| {
        let mut item = serde_json::json!({
            "id": entry.address,
            "url": entry.address,
            "title": entry.title,
            "content_html": entry.html,
            "date_published": entry.published,
            "authors": [{ "name": entry.organisation }],
            "language": ctx.lang.code(),
        });
        if !entry.summary.is_empty() {
            item["summary"] = entry.summary.into();
        }
        item
    };
    let feed = serde_json::json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": ctx.app.url(&ctx.path(&format!("/documents{suffix}"))),
        "feed_url": ctx.app.url(&ctx.path(&format!("/documents/feed.json{suffix}"))),
        "language": ctx.lang.code(),
        "items": entries.into_iter().map(item).collect::<Vec<_>>(),
    });
    let kind = [(CONTENT_TYPE, "application/feed+json; charset=utf-8")];
    let mut response = (kind, feed.to_string()).into_response();
    response.extensions_mut().insert(subjects);
    Ok(response)
}

async fn load(ctx: &Ctx, asked: &[(String, String)]) -> Result<Loaded, Error> {
    let (mut filter, _) = read_query(asked, &Terms::of(&ctx.app));
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
    Ok(Loaded {
        title: format!("{}: {}", ctx.app.settings.portal.name.get(ctx.lang), l.t("documents-title")),
        suffix: query(&filter, None),
        updated,
        entries,
        subjects: Subjects { shown: subjects, query: kept_query(&filter, None, &listed) },
    })
}
