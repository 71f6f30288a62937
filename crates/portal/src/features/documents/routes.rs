//! Addresses of the library: lists and texts, for everybody and for members. Each parses, asks and answers.

use super::actions::{self, Refusal};
use super::draft;
use super::fields::pages as fields;
use super::lists::pages::*;
use super::lists::{self, Cursor, Filter};
use super::model::{CannotSave, CannotSubmit, DocumentId, Edition, EditionId, Kind, Level, State, Text};
use super::pages::*;
use super::policy::{self, Action, Denied};
use super::terms::{self, Terms, groups};
use super::{
    approval, consents, events, feed, freshness, head, import, papers, publication, references, snippet,
    store, trust, verification, words,
};
use crate::features::files::{self, Disposition, FileId};
use crate::features::{members, organisations};
use crate::web::diff;
use crate::web::{Choice, Ctx, Error, LISTS, Link, Routes, Shell, html, public_html, public_html_at};
use axum::extract::{Path, Query as UrlQuery};
use axum::response::{IntoResponse, Redirect, Response};
use http::HeaderMap;
use platform::actor::{Actor, OrganisationId};
use platform::clock::Timestamp;
use platform::db::ReadTx;
use platform::lang::Lang;
use serde::Deserialize;

pub fn routes() -> Routes {
    let routes = Routes::new()
        .public("/documents", index)
        .public("/documents/feed.atom", feed::atom)
        .public("/documents/feed.json", feed::json)
        .public("/documents/{document}", show)
        .public("/documents/{document}/snippet", snippet::show)
        .public("/documents/{document}/editions/{number}", show_edition)
        .public("/documents/{document}/editions/{number}/changes", changes)
        .get("/documents/work", work)
        .get("/documents/editions/{edition}", show_work)
        .get("/documents/editions/{edition}/files/{file}", file);
    let routes = freshness::routes::add(consents::routes::add(draft::routes::add(routes)));
    let routes = verification::routes::add(papers::add(import::routes::add(routes)));
    trust::routes::add(publication::routes::add(approval::routes::add(routes)))
}

/// A refusal as an answer, in the reader's language.
pub(super) fn refused(ctx: &Ctx, refusal: Refusal) -> Error {
    let l = ctx.l();
    match refusal {
        Refusal::Denied(Denied::Invisible) => Error::NotFound,
        Refusal::Denied(denied) => Error::Denied(l.t(denied.message()).into_owned()),
        Refusal::Db(error) => error.into(),
        other => Error::Conflict(l.t(message(&other)).into_owned()),
    }
}

/// The words for what stood in the way.
pub(super) fn message(refusal: &Refusal) -> &'static str {
    use approval::CannotDecide;
    use consents::NoConsent;
    use publication::CannotPublish;
    match refusal {
        Refusal::Denied(denied) => denied.message(),
        Refusal::Save(CannotSave::Stale) | Refusal::Submit(CannotSubmit::Stale) => "documents-cannot-stale",
        Refusal::Save(CannotSave::NotEditable) | Refusal::Submit(CannotSubmit::NotEditable) => {
            "documents-cannot-edit"
        }
        Refusal::Save(CannotSave::TooLong { .. }) => "web-error-too-large-text",
        Refusal::Submit(CannotSubmit::NoTitle) => "documents-cannot-no-title",
        Refusal::Submit(CannotSubmit::FilesUnseen) => "documents-cannot-files-unseen",
        Refusal::Submit(CannotSubmit::NoText) => "documents-cannot-no-text",
        Refusal::Submit(CannotSubmit::Fields(_)) => "documents-cannot-fields",
        Refusal::Submit(CannotSubmit::Differs) => "documents-cannot-differs",
        Refusal::Decide(CannotDecide::Stale) => "documents-cannot-decide-stale",
        Refusal::Decide(CannotDecide::NotWaiting) => "documents-cannot-decide-done",
        Refusal::Decide(CannotDecide::ActMissing) => "documents-cannot-act-missing",
        Refusal::Decide(CannotDecide::ActDateWrong) => "documents-cannot-act-date",
        Refusal::Decide(CannotDecide::ReasonMissing) | Refusal::Publish(CannotPublish::ReasonMissing) => {
            "documents-cannot-no-reason"
        }
        Refusal::Decide(CannotDecide::NotTheirs) => "documents-cannot-not-theirs",
        Refusal::Publish(CannotPublish::Stale) => "documents-cannot-publish-stale",
        Refusal::Publish(CannotPublish::NotApproved) => "documents-cannot-not-approved",
        Refusal::Publish(CannotPublish::TimeWrong) => "documents-cannot-time",
        Refusal::Publish(CannotPublish::NotPublic) => "documents-cannot-not-public",
        Refusal::Consent(NoConsent::Missing) => "documents-consents-missing",
        Refusal::Consent(NoConsent::Ended) => "documents-consents-past",
        Refusal::Consent(NoConsent::Withdrawn) => "documents-consents-taken-back",
        Refusal::Due => "documents-freshness-wrong-day",
        Refusal::AlreadyOpen(_) => "documents-cannot-already-open",
        Refusal::Db(_) => "web-error-busy-text",
    }
}

/// The filter and the place in a list, from the address. What is not understood is left out, a term that is
/// not known as well: looking for it would go through every text.
pub(super) fn read_query(query: &[(String, String)], terms: &Terms<'_>) -> (Filter, Option<Cursor>) {
    let value =
        |name: &str| query.iter().find(|(key, value)| key == name && !value.is_empty()).map(|(_, v)| v);
    let mut filter = Filter {
        kind: value("kind").and_then(|code| Kind::parse(code)),
        level: value("level").and_then(|code| Level::parse(code)),
        organisation: value("organisation").and_then(|id| id.parse().ok()),
        ..Filter::default()
    };
    for code in terms::codes() {
        let term = value(code).filter(|term| terms.is_known(code, term));
        filter.tags.extend(term.map(|term| (code, term.clone())));
    }
    filter.tags.truncate(2);
    let before = value("before").and_then(|cursor| {
        let (at, id) = cursor.split_once('-')?;
        Some(Cursor { published_at: Timestamp(at.parse().ok()?), id: id.parse().ok()? })
    });
    (filter, before)
}

async fn index(ctx: Ctx, UrlQuery(query): UrlQuery<Vec<(String, String)>>) -> Result<Response, Error> {
    let (mut filter, before) = read_query(&query, &Terms::of(&ctx.app));
    let l = ctx.l();
    let generation = ctx.app.pages.generation();
    let mut tx = ctx.read().await?;
    lists::weigh(&mut tx, &mut filter).await?;
    let (listed, next) = lists::page(&mut tx, ctx.lang, &filter, before).await?;
    let count = lists::count(&ctx.app, &mut tx, generation, ctx.lang, &filter).await?;
    let documents: Vec<DocumentId> = listed.iter().map(|it| it.document).collect();
    let languages = lists::languages(&mut tx, &documents).await?;
    let organisations: Vec<OrganisationId> = listed.iter().map(|it| it.organisation).collect();
    let names = organisations::names(&mut tx, &organisations).await?;
    let mut p = Shell::new(&ctx, &mut tx, &l.t("documents-title")).await?;
    let feed = ctx.path(&format!("/documents/feed.atom{}", query_of(&filter, None)));
    p.feed = Some(feed.clone());
    p.json_feed = Some(ctx.path(&format!("/documents/feed.json{}", query_of(&filter, None))));
    p.canonical = Some(ctx.app.url(&ctx.path(&format!("/documents{}", query_of(&filter, before)))));
    p.description = ctx.l().t("documents-lead").into_owned();
    p.unlisted |= before.is_some();
    let count = match count {
        many if many > lists::COUNTED => l.f1("documents-count-more", "count", lists::COUNTED),
        count => l.f1("documents-count", "count", count),
    };
    let tags: Vec<(String, String)> =
        filter.tags.iter().map(|(code, term)| ((*code).to_owned(), term.clone())).collect();
    let page = Index {
        count,
        rows: listed.iter().map(|it| row(it, &ctx, &names, &languages)).collect(),
        kinds: kind_choices(l, filter.kind),
        levels: level_choices(l, filter.level),
        groups: groups(&ctx, &tags),
        filtered: filtered(&filter),
        newest: before.map(|_| ctx.path(&format!("/documents{}", query_of(&filter, None)))),
        older: next.map(|next| ctx.path(&format!("/documents{}", query_of(&filter, Some(next))))),
        feed,
        may_create: ctx.member().is_some_and(policy::can_create),
        p,
    };
    public_html_at(&page, vec![LISTS], kept_query(&filter, before, &listed))
}

fn query_of(filter: &Filter, before: Option<Cursor>) -> String {
    query(filter, before)
}

/// A document at its permanent address: what is current in this language.
async fn show(ctx: Ctx, Path(document): Path<DocumentId>) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let Some(edition) = store::latest_public(&mut tx, document, ctx.lang).await? else {
        return missing(&ctx, &mut tx, document).await;
    };
    if edition.state == State::Removed {
        return Err(Error::Gone);
    }
    show_public(&ctx, &mut tx, edition).await
}

async fn show_edition(
    ctx: Ctx,
    Path((document, number)): Path<(DocumentId, i64)>,
) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let actor = ctx.actor();
    match store::edition_by_number(&mut tx, &actor, document, ctx.lang, number).await? {
        Some(edition) if edition.state.is_public() => show_public(&ctx, &mut tx, edition).await,
        Some(edition) => Ok(Redirect::to(&ctx.path(&work_path(edition.id))).into_response()),
        None if store::is_removed(&mut tx, document, ctx.lang, number).await? => Err(Error::Gone),
        None => Err(Error::NotFound),
    }
}

async fn show_public(ctx: &Ctx, tx: &mut ReadTx, edition: Edition) -> Result<Response, Error> {
    let l = ctx.l();
    let (document, number, id) = (edition.document, edition.number, edition.id);
    let superseded = edition.state == State::Superseded;
    let mut p = Shell::new(ctx, tx, "").await?.crumb(ctx.path("/documents"), l.t("documents-title"));
    p.canonical = Some(ctx.app.url(&ctx.path(&format!("/documents/{document}"))));
    p.unlisted |= superseded;
    let full = Full::load(tx, &ctx.actor(), edition).await?;
    let current =
        |lang: &Lang| full.siblings.iter().any(|it| it.language == *lang && it.state == State::Published);
    p.exists_in = Lang::ALL.into_iter().filter(current).collect();
    p = head::complete(ctx, p, &full.loaded.edition, &full.names);
    let mut used = Vec::new();
    for uses in ctx.app.features.iter().filter_map(|feature| feature.uses) {
        used.extend(uses(ctx, tx, events::document_subject(document)).await?);
    }
    let work = match ctx.member() {
        Some(_) => Some(work_panel(ctx, tx, &full).await?),
        None => None,
    };
    let edition = &full.loaded.edition;
    if ctx.member().is_some() {
        used.extend(references::uses(ctx, tx, edition).await?);
    }
    let care = freshness::care(ctx, tx, edition).await?;
    let work_here = work.filter(|it| !it.deeds.is_empty() || !it.begin.is_empty() || it.approval.is_some());
    let others = full.siblings.iter().rev();
    let earlier = others
        .filter(|it| it.language == ctx.lang && it.id != id && it.state.is_public())
        .map(|it| {
            let label = l.f1("documents-tab-edition", "number", it.number);
            Link::new(ctx.path(&public_path(document, it.number)), label)
        })
        .collect();
    let mut shown = vec![events::document_subject(document)];
    shown.extend(full.names.keys().map(|id| organisations::subject(*id)));
    shown.extend(full.field_names.documents.iter().map(|it| events::document_subject(it.document)));
    let mut page = full.show(ctx, p, work_here);
    page.earlier = earlier;
    page.used = used;
    page.care = care;
    if number > 1 || !page.earlier.is_empty() {
        let href = ctx.path(&format!("{}/changes", public_path(document, number)));
        page.earlier.push(Link::new(href, l.t("documents-see-changes")));
    }
    public_html(&page, shown)
}

/// The text exists, but not in this language: say so and offer the others.
async fn missing(ctx: &Ctx, tx: &mut ReadTx, document: DocumentId) -> Result<Response, Error> {
    let l = ctx.l();
    let siblings = store::siblings(tx, &Actor::Guest, document).await?;
    let published: Vec<_> = siblings.into_iter().filter(|it| it.state == State::Published).collect();
    let Some(first) = published.first() else { return Err(Error::NotFound) };
    let (kind, _) = actions::document_of(tx, document).await.map_err(|refusal| refused(ctx, refusal))?;
    let heading = first.title.clone();
    let mut p = Shell::new(ctx, tx, &heading).await?.crumb(ctx.path("/documents"), l.t("documents-title"));
    p.unlisted = true;
    let others = published
        .into_iter()
        .map(|it| (it.language, Link::new(format!("/{}/documents/{document}", it.language), it.title)))
        .collect();
    let page = Missing { p, heading, kind: l.t(words::kind(kind)).into_owned(), others };
    public_html(&page, vec![events::document_subject(document)])
}

#[derive(Deserialize)]
struct ChangesQuery {
    from: Option<i64>,
    to: Option<i64>,
}

/// What changed between any two editions of one language; without `from`, since the one before. `to` is for the form in
/// which both are chosen: it leads to the address of that edition.
async fn changes(
    ctx: Ctx,
    Path((document, number)): Path<(DocumentId, i64)>,
    UrlQuery(ChangesQuery { from, to }): UrlQuery<ChangesQuery>,
) -> Result<Response, Error> {
    if let Some(to) = to.filter(|to| *to != number) {
        let from = from.map(|from| format!("?from={from}")).unwrap_or_default();
        let path = format!("{}/changes{from}", public_path(document, to));
        return Ok(Redirect::to(&ctx.path(&path)).into_response());
    }
    let mut tx = ctx.read().await?;
    let (l, actor) = (ctx.l(), ctx.actor());
    let to = store::edition_by_number(&mut tx, &actor, document, ctx.lang, number)
        .await?
        .ok_or(Error::NotFound)?;
    let from = match from {
        Some(from) => store::edition_by_number(&mut tx, &actor, document, ctx.lang, from).await?,
        None => store::previous(&mut tx, &to).await?,
    };
    let from = from.ok_or(Error::NotFound)?;
    let numbers = store::numbers_of(&mut tx, &actor, document, ctx.lang).await?;
    let title = l.t("documents-changes-title");
    let p = Shell::new(&ctx, &mut tx, &title).await?.crumb(ctx.path("/documents"), l.t("documents-title"));
    let back = Link::new(ctx.path(&public_path(document, number)), to.text.title.clone());
    let choices = |chosen: i64| -> Vec<Choice> {
        let choice = |it: &store::Sibling| Choice {
            key: it.number.to_string(),
            words: l.f1("documents-tab-edition", "number", it.number),
            chosen: it.number == chosen,
        };
        numbers.iter().map(choice).collect()
    };
    let page = Changes {
        heading: title.into_owned(),
        from: from.number,
        to: to.number,
        pieces: differences(&ctx, &mut tx, &to, &from.text).await?,
        content_lang: to.language,
        earlier: choices(from.number),
        later: choices(to.number),
        back,
        p,
    };
    public_html(&page, vec![events::document_subject(document)])
}

/// What changed in a text since another state of it, with the fields of its kind.
pub(super) async fn differences(
    ctx: &Ctx,
    tx: &mut ReadTx,
    edition: &Edition,
    before: &Text,
) -> Result<Vec<diff::Piece>, Error> {
    let names = fields::Names::load(tx, edition.kind, &[before, &edition.text]).await?;
    let plain = |text: &Text| fields::plain(&ctx.app, ctx.l(), edition.language, edition.kind, text, &names);
    Ok(diff::words(&plain(before), &plain(&edition.text)))
}

/// The deeds, the languages that can be begun, and the history: for members only.
async fn work_panel(ctx: &Ctx, tx: &mut ReadTx, full: &Full) -> Result<Work, Error> {
    let edition = &full.loaded.edition;
    let may_continue = policy::can(&ctx.actor(), Action::Continue, &full.loaded.context()).is_ok();
    let has_open = |lang: Lang| full.siblings.iter().any(|it| it.language == lang && it.state.is_open());
    let begin = if may_continue {
        Lang::ALL.into_iter().filter(|lang| !has_open(*lang)).collect()
    } else {
        Vec::new()
    };
    let sees_history = full.loaded.edition.organisation == ctx.signed_in()?.member.organisation
        || crate::web::moderators(ctx.member());
    let history = if sees_history {
        crate::web::history(ctx, tx, events::document_subject(edition.document)).await?
    } else {
        Vec::new()
    };
    let mut deeds = deeds(ctx, &full.loaded);
    let ask = |refusal| refused(ctx, refusal);
    let mut add = |suffix: &str, label: &str| {
        let href = ctx.path(&format!("{}/{suffix}", work_path(edition.id)));
        deeds.insert(0, Deed { href, label: ctx.l().t(label).into_owned(), post: false, class: "" });
    };
    if trust::may_publish(tx, &ctx.actor(), &full.loaded).await.map_err(ask)? {
        add("own-publication", "documents-trust-publish");
    }
    if trust::waits_for(tx, &ctx.actor(), &full.loaded).await.map_err(ask)? {
        add("review", "documents-trust-review");
    }
    if consents::may_end(tx, &ctx.actor(), edition).await? {
        let href = ctx.path(&format!("{}/consent", work_path(edition.id)));
        let label = ctx.l().t("documents-consents-do-end").into_owned();
        deeds.push(Deed { href, label, post: false, class: "danger" });
    }
    let sees_approval = policy::can_see_approval(&ctx.actor(), &full.loaded.context());
    let approval = match full.approval.as_ref().filter(|_| sees_approval) {
        Some(approval) => {
            let people = members::people(tx, &[approval.approved_by, approval.recorded_by]).await?;
            Some(given(ctx, approval, &people))
        }
        None => None,
    };
    Ok(Work {
        deeds,
        version: edition.version,
        approval,
        begin,
        begin_href: ctx.path(&format!("{}/next", work_path(edition.id))),
        history,
    })
}

/// An edition as members see it, whatever its state.
async fn show_work(ctx: Ctx, Path(id): Path<EditionId>) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let actor = ctx.actor();
    let edition = store::edition(&mut tx, &actor, id).await?.ok_or(Error::NotFound)?;
    let p = Shell::new(&ctx, &mut tx, "")
        .await?
        .crumb(ctx.path("/documents/work"), ctx.l().t("documents-work-title"));
    let full = Full::load(&mut tx, &actor, edition).await?;
    let returned = match full.loaded.edition.state {
        State::Returned => approval::store::last_return(&mut tx, id).await?,
        _ => None,
    };
    let work = work_panel(&ctx, &mut tx, &full).await?;
    let care = freshness::care(&ctx, &mut tx, &full.loaded.edition).await?;
    let mut page = full.show(&ctx, p, Some(work));
    page.care = care;
    if let Some(returned) = returned {
        let text = ctx.l().f1("documents-returned-on", "date", ctx.l().date_time(returned.returned_at));
        page.banner = Some(Banner { class: "warn", text, quote: returned.reasons, link: None });
    }
    html(&page)
}

/// What is in the making at the member's organisation.
async fn work(ctx: Ctx) -> Result<Response, Error> {
    let member = ctx.signed_in()?.member.clone();
    let mut tx = ctx.read().await?;
    let rows = store::work(&mut tx, member.organisation).await?;
    let p = Shell::new(&ctx, &mut tx, &ctx.l().t("documents-work-title")).await?;
    let rows = work_rows(&ctx, &mut tx, rows, None).await?;
    html(&WorkList { p, rows, waiting: false, may_create: policy::can_create(&member) })
}

/// A file of an edition, for those who may see the edition.
async fn file(
    ctx: Ctx,
    Path((id, file)): Path<(EditionId, FileId)>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    actions::load(&mut tx, &ctx.actor(), id).await.map_err(|refusal| refused(&ctx, refusal))?;
    if !store::files(&mut tx, id).await?.contains(&file) {
        return Err(Error::NotFound);
    }
    let file = files::get(&mut tx, &[file]).await?.pop().ok_or(Error::NotFound)?;
    // A reader on a slow line keeps no connection to the database meanwhile.
    drop(tx);
    Ok(files::respond(&ctx.app, &file, Disposition::Inline, &headers).await)
}

/// Rows of work with the names of their organisations; `deed` puts a button behind each.
pub(super) async fn work_rows(
    ctx: &Ctx,
    tx: &mut ReadTx,
    rows: Vec<store::Work>,
    deed: Option<(&str, &str)>,
) -> Result<Vec<WorkRow>, Error> {
    let l = ctx.l();
    let organisations: Vec<OrganisationId> = rows.iter().map(|row| row.organisation).collect();
    let names = organisations::names(tx, &organisations).await?;
    let row = |row: store::Work| {
        let href = ctx.path(&work_path(row.id));
        let when = row.submitted_at.filter(|_| row.state == State::Submitted).unwrap_or(row.changed_at);
        WorkRow {
            deed: deed.map(|(suffix, label)| Deed {
                href: format!("{href}/{suffix}"),
                label: l.t(label).into_owned(),
                post: false,
                class: "",
            }),
            href,
            title: if row.title.is_empty() { l.t("documents-untitled").into_owned() } else { row.title },
            kind: l.t(words::kind(row.kind)).into_owned(),
            language: row.language,
            badge: Badge { class: row.state.code(), words: l.t(words::state(row.state)).into_owned() },
            organisation: organisation(&names, row.organisation, l.lang),
            when: l.date_time(when),
        }
    };
    Ok(rows.into_iter().map(row).collect())
}
