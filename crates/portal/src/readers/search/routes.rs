//! The page of results, titles while somebody types, and what was looked for in vain.

use super::filters::Address;
use super::keeper::Keeper;
use super::snapshot::{Asked, Found, Snapshot};
use super::{filters, pages, store};
use crate::web::search::{Entry, SeenBy};
use crate::web::{Ctx, Error, Routes, html};
use axum::Json;
use axum::response::{IntoResponse, Response};
use platform::clock::Timestamp;
use platform::db::ReadTx;
use platform::lang::Lang;
use platform::subject::Subject;
use std::sync::Arc;
use std::time::Duration;

pub fn routes() -> Routes {
    Routes::new()
        .open("/search", index)
        .open("/search/suggestions", suggestions)
        .get("/search/unanswered", unanswered)
}

/// Results on a page.
pub const PAGE: usize = 10;
const SUGGESTIONS: usize = 6;
const UNANSWERED_SINCE: Duration = Duration::from_hours(24 * 90);

async fn index(ctx: Ctx) -> Result<Response, Error> {
    let filters = filters::all(&ctx.app, ctx.lang);
    let address = Address::read(ctx.uri.query().unwrap_or_default(), &filters);
    let keeper: &Keeper = ctx.app.part();
    let Some(snapshot) = keeper.snapshot() else {
        return html(&pages::preparing(&ctx, &mut ctx.read().await?, address).await?);
    };
    let found = search(&ctx, keeper, &snapshot, &address, false).await?;
    if address.page == 1 && address.set() == 0 && !address.query.is_empty() {
        let day = ctx.l().today(ctx.app.db.clock().now()).to_string();
        keeper.queries.count(day, ctx.lang, &address.query, found.hits.len());
    }
    let shown = found.hits.iter().skip((address.page - 1) * PAGE).take(PAGE).copied().collect::<Vec<_>>();
    let mut tx = ctx.read().await?;
    let entries = load(&ctx, &mut tx, &snapshot.subjects(&shown)).await?;
    html(&pages::results(&ctx, &mut tx, address, &filters, &found, &entries).await?)
}

async fn search(
    ctx: &Ctx,
    keeper: &Keeper,
    snapshot: &Arc<Snapshot>,
    address: &Address,
    typing: bool,
) -> Result<Found, Error> {
    let now = ctx.app.db.clock().now();
    let asked = Asked {
        query: &address.query,
        language: ctx.lang,
        facets: address.chosen.iter().map(|(code, choice)| (*code, choice.as_str())).collect(),
        since: address.since.map(|since| since.start(now)),
        seen_by: SeenBy::all_of(&ctx.actor()),
        now,
        typing,
    };
    let synonyms = keeper.synonyms();
    // A search takes a millisecond or so of a core, so it runs in place, and never more of them than there are cores.
    let _place = keeper.place().await.ok_or(Error::Busy)?;
    Ok(snapshot.search(&asked, &synonyms)?)
}

/// The entries of what was found as they are now, in this order: those that are still there and that this reader may see.
async fn load(ctx: &Ctx, tx: &mut ReadTx, found: &[(Lang, &str, i64)]) -> Result<Vec<Entry>, Error> {
    let seen_by = SeenBy::all_of(&ctx.actor());
    let mut loaded = Vec::new();
    for search in ctx.app.features.iter().filter_map(|feature| feature.search) {
        let mut subjects: Vec<Subject> = Vec::new();
        for kind in search.subjects {
            let own = found.iter().filter(|(_, of, _)| of == kind).map(|(.., id)| Subject::new(kind, *id));
            subjects.extend(own);
        }
        if !subjects.is_empty() {
            loaded.extend((search.load)(&ctx.app, tx, &subjects).await?);
        }
    }
    let entry = |(language, kind, id): &(Lang, &str, i64)| {
        let place = loaded.iter().position(|entry: &Entry| {
            entry.language == *language && entry.subject.kind == *kind && entry.subject.id == *id
        })?;
        let entry = loaded[place].clone();
        entry.seen_by.iter().any(|by| seen_by.contains(by)).then_some(entry)
    };
    Ok(found.iter().filter_map(entry).collect())
}

/// Titles for what is typed so far.
async fn suggestions(ctx: Ctx) -> Result<Response, Error> {
    let address = Address::read(ctx.uri.query().unwrap_or_default(), &[]);
    let keeper: &Keeper = ctx.app.part();
    let Some(snapshot) = keeper.snapshot() else { return Ok(Json([(); 0]).into_response()) };
    let found = search(&ctx, keeper, &snapshot, &address, true).await?;
    let subjects = snapshot.subjects(&found.hits[..found.hits.len().min(SUGGESTIONS)]);
    let entries = load(&ctx, &mut ctx.read().await?, &subjects).await?;
    let suggestion = |entry: &Entry| pages::Suggestion {
        title: entry.title.clone(),
        kind: ctx.l().t(entry.kind).into_owned(),
        href: pages::href(entry),
        lang: entry.language,
    };
    Ok(Json(entries.iter().map(suggestion).collect::<Vec<_>>()).into_response())
}

/// For those who see to it that the texts people need are written.
async fn unanswered(ctx: Ctx) -> Result<Response, Error> {
    if !crate::web::moderators(Some(&ctx.signed_in()?.member)) {
        return Err(Error::Denied(ctx.l().t("search-unanswered-denied").into_owned()));
    }
    let now: Timestamp = ctx.app.db.clock().now();
    let since = ctx.l().today(now - UNANSWERED_SINCE).to_string();
    let mut tx = ctx.read().await?;
    let asked = store::unanswered(&mut tx, &since).await?;
    html(&pages::unanswered(&ctx, &mut tx, asked).await?)
}
