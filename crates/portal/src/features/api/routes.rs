//! The addresses of the API. Words here are English: programs read them.

use super::answers::{
    AvoidedForm, Campaign, Document, Event, FileRef, Forms, Hotline, Kit, Organisation, OrganisationRef,
    Problem, Tag, Term, Text, TextPage, TextSummary, Words,
};
use super::pages;
use super::parameters::{Instant, KindOfText, Language, LevelOfText};
use super::problem::{json, kept, or_problem, problem};
use crate::features::documents::{self, Cursor, DocumentId, Filter, Kind, Level};
use crate::features::{calendar, campaigns, files, glossary, hotlines, kits, organisations};
use crate::web::inserts::{resolve, resolve_plain};
use crate::web::{App, Ctx, Entry, Error, LISTS, Routes, TODAY};
use axum::extract::Path;
use axum::response::Response;
use http::StatusCode;
use platform::actor::OrganisationId;
use platform::clock::Timestamp;
use platform::lang::{Lang, Localized};
use std::collections::HashMap;
use utoipa::OpenApi;

pub fn routes() -> Routes {
    Routes::new()
        .public("/developers", pages::show)
        .bare("/api/v1/openapi.json", Entry::Public, description)
        .bare("/api/v1/documents", Entry::Public, list_documents)
        .bare("/api/v1/documents/{document}", Entry::Public, get_document)
        .bare("/api/v1/kits", Entry::Public, list_kits)
        .bare("/api/v1/campaigns", Entry::Public, list_campaigns)
        .bare("/api/v1/events", Entry::Public, list_events)
        .bare("/api/v1/hotlines", Entry::Public, list_hotlines)
        .bare("/api/v1/terms", Entry::Public, list_terms)
        .bare("/api/v1/organisations", Entry::Public, list_organisations)
        .bare("/embed/v1.js", Entry::Public, embed)
}

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Birge",
        version = "1.0.0",
        description = "What the portal publishes, for other programs: read-only, without a key. Answers carry an ETag; ask with If-None-Match."
    ),
    paths(
        list_documents,
        get_document,
        list_kits,
        list_campaigns,
        list_events,
        list_hotlines,
        list_terms,
        list_organisations
    )
)]
struct Description;

/// The description as it is served and committed.
pub fn openapi() -> String {
    let mut text = Description::openapi().to_pretty_json().expect("the description is plain");
    text.push('\n');
    text
}

async fn description() -> Response {
    kept("application/json; charset=utf-8", openapi(), Vec::new(), String::new())
}

async fn embed() -> Response {
    let script = include_str!("../../../assets/embed.js");
    kept("text/javascript; charset=utf-8", script.to_owned(), Vec::new(), String::new())
}

type Names = HashMap<OrganisationId, Localized<String>>;

fn organisation(names: &Names, id: OrganisationId) -> OrganisationRef {
    let name = names.get(&id).cloned().unwrap_or_default();
    OrganisationRef { id: id.to_string(), name: name.into() }
}

fn iso(app: &App, at: Timestamp) -> String {
    app.l(Lang::En).iso(at)
}

/// The page in each language.
fn pages_of(app: &App, path: &str) -> Words {
    Localized::from_fn(|lang| app.url(&format!("/{lang}{path}"))).into()
}

/// Why a question has no answer, in words for a programmer.
struct Wrong(StatusCode, String);

/// What a list is asked for.
struct Asked {
    language: Lang,
    filter: Filter,
    before: Option<Cursor>,
    since: Option<Timestamp>,
}

fn read(ctx: &Ctx) -> Result<Asked, Wrong> {
    let invalid = |what: &str| Wrong(StatusCode::BAD_REQUEST, what.to_owned());
    let query: Vec<(String, String)> = serde_html_form::from_str(ctx.uri.query().unwrap_or_default())
        .map_err(|_| invalid("The query is no query."))?;
    let mut asked = Asked {
        language: ctx.app.settings.portal.language,
        filter: Filter::default(),
        before: None,
        since: None,
    };
    for (name, value) in query {
        match name.as_str() {
            "language" => {
                asked.language = Lang::ALL
                    .into_iter()
                    .find(|lang| lang.code() == value)
                    .ok_or_else(|| invalid("language is ky, ru or en."))?;
            }
            "kind" => {
                asked.filter.kind =
                    Some(Kind::parse(&value).ok_or_else(|| invalid("There is no such kind."))?);
            }
            "level" => {
                let level =
                    Level::parse(&value).ok_or_else(|| invalid("level is official, agreed or own."))?;
                asked.filter.level = Some(level);
            }
            "organisation" => {
                let id = value.parse().map_err(|_| invalid("organisation is an id of this portal."))?;
                asked.filter.organisation = Some(id);
            }
            "updated_since" => {
                asked.since = Some(instant(&value).ok_or_else(|| {
                    invalid("updated_since is a time as RFC 3339 writes it: 2026-11-23T00:00:00Z.")
                })?)
            }
            "cursor" => {
                let place = value.split_once('-').and_then(|(at, id)| {
                    Some(Cursor { published_at: Timestamp(at.parse().ok()?), id: id.parse().ok()? })
                });
                asked.before = Some(place.ok_or_else(|| invalid("cursor is a value of next."))?);
            }
            other => {
                let Some(code) = documents::tag_code(other) else {
                    return Err(invalid(&format!("There is no parameter {other:?}.")));
                };
                // As a form sends a choice that was not made.
                if value.is_empty() {
                    continue;
                }
                if documents::tag_name(&ctx.app, code, &value).is_none() {
                    return Err(Wrong(StatusCode::NOT_FOUND, format!("There is no {code} {value:?}.")));
                }
                asked.filter.tags.push((code, value));
            }
        }
    }
    if asked.filter.tags.len() > 2 {
        // Each of them is right, so the question is; there is just no list that answers it.
        let what =
            "There is no list under more than two of audience, channel, region, task, theme and campaign.";
        return Err(Wrong(StatusCode::NOT_FOUND, what.to_owned()));
    }
    Ok(asked)
}

fn instant(text: &str) -> Option<Timestamp> {
    let at: jiff::Timestamp = text.parse().ok()?;
    Some(Timestamp(at.as_millisecond()))
}

/// Published texts in one language, the newest first.
#[utoipa::path(
    get,
    path = "/api/v1/documents",
    params(
        ("language" = inline(Option<Language>), Query, description = "without it the portal's own"),
        ("kind" = inline(Option<KindOfText>), Query, description = "what the text is"),
        ("level" = inline(Option<LevelOfText>), Query, description = "how firmly somebody stands behind it"),
        ("organisation" = Option<String>, Query, pattern = "^[0-7][0-9a-hjkmnp-tv-z]{12}$", description = "the id of the leading organisation"),
        ("audience" = Option<String>, Query, pattern = "^[0-9a-z-]*$", description = "a key of the programme; two of these six at most"),
        ("channel" = Option<String>, Query, pattern = "^[0-9a-z-]*$", description = "a key of the programme"),
        ("region" = Option<String>, Query, pattern = "^[0-9a-z-]*$", description = "an ISO 3166-2 code in lower case"),
        ("task" = Option<String>, Query, pattern = "^[0-9a-z-]*$", description = "a key of the programme"),
        ("theme" = Option<String>, Query, pattern = "^[0-9a-z-]*$", description = "a key of the programme"),
        ("campaign" = Option<String>, Query, pattern = "^[0-9a-z-]*$", description = "the id of a campaign"),
        ("updated_since" = inline(Option<Instant>), Query, description = "only texts published at this time or later"),
        ("cursor" = Option<String>, Query, pattern = "^[0-9]{1,15}-[0-7][0-9a-hjkmnp-tv-z]{12}$", description = "the value of next of the page before"),
    ),
    responses(
        (status = 200, body = TextPage),
        (status = 400, body = Problem, content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json", description = "There is no such key, or no list under so many."),
    )
)]
async fn list_documents(ctx: Ctx) -> Response {
    match read(&ctx) {
        Ok(asked) => or_problem(documents_page(&ctx, asked).await),
        Err(Wrong(status, detail)) => problem(status, &detail),
    }
}

async fn documents_page(ctx: &Ctx, asked: Asked) -> Result<Response, Error> {
    let Asked { language, filter, before, since } = asked;
    let app = &ctx.app;
    let plain = filter == Filter::default() && before.is_none() && since.is_none();
    let mut tx = ctx.read().await?;
    let (mut listed, mut next) = documents::listed(&mut tx, language, filter, before).await?;
    // The newest come first, so nothing after an older one can be wanted.
    if let Some(since) = since
        && let Some(end) = listed.iter().position(|it| it.published_at < since)
    {
        listed.truncate(end);
        next = None;
    }
    let ids: Vec<OrganisationId> = listed.iter().map(|it| it.organisation).collect();
    let names = if ids.is_empty() { Names::default() } else { organisations::names(&mut tx, &ids).await? };
    let items = listed.iter().map(|it| TextSummary {
        id: it.document.to_string(),
        language: language.code().into(),
        kind: it.kind.code().into(),
        title: it.title.clone(),
        summary: resolve_plain(app, language, &it.summary).into_owned(),
        level: it.level.map(|level| level.code().into()),
        edition: it.number,
        published_at: iso(app, it.published_at),
        organisation: organisation(&names, it.organisation),
        url: app.url(&format!("/{language}{}", documents::path(it.document))),
        api_url: app.url(&format!("/api/v1/documents/{}", it.document)),
    });
    let page = TextPage {
        items: items.collect(),
        next: next.map(|Cursor { published_at, id }| format!("{}-{id}", published_at.0)),
    };
    // Anybody can put filters together without end; the list of a language is what programs ask for.
    let kept = if plain { ctx.uri.query().unwrap_or_default().to_owned() } else { String::new() };
    let kept = if kept == format!("language={language}") { kept } else { String::new() };
    json(&page, vec![LISTS], kept)
}

/// One document with its current text in every language.
#[utoipa::path(
    get,
    path = "/api/v1/documents/{document}",
    params(("document" = String, Path, description = "the id of a document")),
    responses(
        (status = 200, body = Document),
        (status = 404, body = Problem, content_type = "application/problem+json"),
    )
)]
async fn get_document(ctx: Ctx, Path(document): Path<String>) -> Response {
    or_problem(document_answer(&ctx, &document).await)
}

async fn document_answer(ctx: &Ctx, document: &str) -> Result<Response, Error> {
    let id: DocumentId = document.parse().map_err(|_| Error::NotFound)?;
    let app = &ctx.app;
    let mut tx = ctx.read().await?;
    let heads = documents::heads(&mut tx, &[id]).await?;
    let first = heads.first().ok_or(Error::NotFound)?;
    let editions: Vec<_> = heads.iter().map(|head| head.edition).collect();
    let bodies = documents::bodies(&mut tx, &editions).await?;
    let of_editions = documents::files_of(&mut tx, &editions).await?;
    let file_ids: Vec<_> = of_editions.iter().map(|(_, file)| *file).collect();
    let known = if file_ids.is_empty() { Vec::new() } else { files::get(&mut tx, &file_ids).await? };
    let supporters = documents::supporters(&mut tx, id).await?;
    let places = documents::places(&mut tx, id).await?;
    let all: Vec<_> = supporters.iter().copied().chain([first.organisation]).collect();
    let names = organisations::names(&mut tx, &all).await?;
    let text = |head: &documents::Head| {
        let body = bodies.iter().find(|(edition, _)| *edition == head.edition);
        let markdown = resolve(app, head.language, body.map_or("", |(_, body)| body.as_str())).into_owned();
        let own = of_editions.iter().filter(|(edition, _)| *edition == head.edition);
        let files = own.filter_map(|(_, id)| known.iter().find(|file| file.id == *id && file.public));
        Text {
            language: head.language.code().into(),
            edition: head.number,
            level: head.level.map(|level| level.code().into()),
            published_at: iso(app, head.published_at),
            title: head.title.clone(),
            summary: resolve_plain(app, head.language, &head.summary).into_owned(),
            html: app.html(head.language, &markdown),
            markdown,
            files: files
                .map(|file| FileRef {
                    name: file.name.clone(),
                    url: app.url(&files::path(file)),
                    media_type: file.media_type.code().into(),
                    size: file.size,
                    sha256: file.sha256_hex(),
                })
                .collect(),
            url: app.url(&head.path()),
        }
    };
    let tag = |(code, term): &(String, String)| {
        let name = documents::tag_name(app, code, term)?;
        Some(Tag { dimension: code.clone(), term: term.clone(), name: name.into() })
    };
    let answer = Document {
        id: id.to_string(),
        kind: first.kind.code().into(),
        organisation: organisation(&names, first.organisation),
        supporters: supporters.iter().map(|id| organisation(&names, *id)).collect(),
        tags: places.iter().filter_map(tag).collect(),
        texts: heads.iter().map(text).collect(),
    };
    let mut shown: Vec<_> = all.into_iter().map(organisations::subject).collect();
    shown.extend([documents::subject(id), hotlines::SUBJECT]);
    json(&answer, shown, String::new())
}

/// All published kits, the newest first.
#[utoipa::path(get, path = "/api/v1/kits", responses((status = 200, body = Vec<Kit>)))]
async fn list_kits(ctx: Ctx) -> Response {
    or_problem(kits_answer(&ctx).await)
}

async fn kits_answer(ctx: &Ctx) -> Result<Response, Error> {
    let kits = kits::published(&mut ctx.read().await?).await?;
    let kit = |kit: kits::Published| Kit {
        url: pages_of(&ctx.app, &kits::path(kit.id)),
        id: kit.id.to_string(),
        title: kit.title.into(),
        introduction: kit.introduction.into(),
        audience: kit.audience,
        theme: kit.theme,
        campaign: known_campaign(&ctx.app, kit.campaign),
        documents: kit.texts.iter().map(ToString::to_string).collect(),
    };
    json(&kits.into_iter().map(kit).collect::<Vec<_>>(), vec![LISTS], String::new())
}

/// All published campaigns, the latest to start first.
#[utoipa::path(get, path = "/api/v1/campaigns", responses((status = 200, body = Vec<Campaign>)))]
async fn list_campaigns(ctx: Ctx) -> Response {
    or_problem(campaigns_answer(&ctx).await)
}

async fn campaigns_answer(ctx: &Ctx) -> Result<Response, Error> {
    let published = campaigns::published(&ctx.app);
    let mut ids: Vec<OrganisationId> = Vec::new();
    for it in &published.0 {
        ids.push(it.organisation);
        ids.extend(&it.details.supporters);
    }
    let names = organisations::names(&mut ctx.read().await?, &ids).await?;
    let campaign = |it: &campaigns::Campaign| {
        let details = &it.details;
        Campaign {
            id: it.id.to_string(),
            title: details.title.clone().into(),
            goal: details.goal.clone().into(),
            starts: details.starts.to_string(),
            ends: details.ends.to_string(),
            theme: details.theme.clone(),
            audiences: details.reach.audiences.clone(),
            regions: details.reach.regions.clone(),
            channels: details.reach.channels.clone(),
            organisation: organisation(&names, it.organisation),
            supporters: details.supporters.iter().map(|id| organisation(&names, *id)).collect(),
            url: pages_of(&ctx.app, &campaigns::path(it.id)),
        }
    };
    let mut shown: Vec<_> = ids.iter().map(|id| organisations::subject(*id)).collect();
    shown.push(LISTS);
    json(&published.0.iter().map(campaign).collect::<Vec<_>>(), shown, String::new())
}

/// A campaign as long as readers see it.
fn known_campaign(app: &App, id: Option<campaigns::CampaignId>) -> Option<String> {
    id.filter(|id| campaigns::published(app).get(*id).is_some()).map(|id| id.to_string())
}

/// Published events from today on, 300 at most. Calendars are better served by the iCalendar feed.
#[utoipa::path(get, path = "/api/v1/events", responses((status = 200, body = Vec<Event>)))]
async fn list_events(ctx: Ctx) -> Response {
    or_problem(events_answer(&ctx).await)
}

async fn events_answer(ctx: &Ctx) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let events = calendar::public(ctx, &mut tx).await?;
    let ids: Vec<OrganisationId> = events.iter().map(|it| it.organisation).collect();
    let names = if ids.is_empty() { Names::default() } else { organisations::names(&mut tx, &ids).await? };
    let event = |it: calendar::Public| Event {
        id: it.id.to_string(),
        layer: it.layer.code().into(),
        title: it.title.into(),
        place: it.place.into(),
        starts: it.starts,
        ends: it.ends,
        whole_days: it.whole_days,
        link: it.link,
        region: it.region,
        audience: it.audience,
        campaign: known_campaign(&ctx.app, it.campaign),
        cancelled: it.cancelled,
        organisation: organisation(&names, it.organisation),
        url: pages_of(&ctx.app, &calendar::path(it.id)),
    };
    let mut shown: Vec<_> = ids.iter().map(|id| organisations::subject(*id)).collect();
    shown.extend([LISTS, TODAY]);
    json(&events.into_iter().map(event).collect::<Vec<_>>(), shown, String::new())
}

/// The lines that somebody has called and heard answer; no other number is ever told.
#[utoipa::path(get, path = "/api/v1/hotlines", responses((status = 200, body = Vec<Hotline>)))]
async fn list_hotlines(ctx: Ctx) -> Response {
    let lines = hotlines::lines(&ctx.app);
    let line = |line: &hotlines::Line| Hotline {
        key: line.key.clone(),
        name: line.details.name.clone().into(),
        number: line.details.number.clone(),
        tel: line.dialled(),
        about: line.details.about.clone().into(),
        languages: line.details.languages.clone(),
        countries: line.details.countries.clone(),
        checked_at: line.checked.map(|(at, _)| iso(&ctx.app, at)),
    };
    let shown: Vec<Hotline> = lines.0.iter().filter(|line| line.is_shown()).map(line).collect();
    or_problem(json(&shown, vec![hotlines::SUBJECT], String::new()))
}

/// The words of the programme in three languages. A form that nobody who speaks its language vouched for is not told.
#[utoipa::path(get, path = "/api/v1/terms", responses((status = 200, body = Vec<Term>)))]
async fn list_terms(ctx: Ctx) -> Response {
    let forms = |term: &glossary::Term, lang: Lang| Forms {
        say: term.said(lang).map(|form| form.words.clone()).collect(),
        avoid: term
            .of(lang)
            .filter(|form| !form.is_said())
            .map(|form| AvoidedForm { form: form.words.clone(), reason: form.reason.clone() })
            .collect(),
    };
    let term = |term: glossary::Term| Term {
        url: pages_of(&ctx.app, &glossary::path(&term.key)),
        ky: forms(&term, Lang::Ky),
        ru: forms(&term, Lang::Ru),
        en: forms(&term, Lang::En),
        definition: term.definition.into(),
        key: term.key,
    };
    let shown: Vec<Term> = glossary::terms(&ctx.app).into_iter().map(term).collect();
    or_problem(json(&shown, vec![glossary::SUBJECT], String::new()))
}

/// The partners of the programme.
#[utoipa::path(get, path = "/api/v1/organisations", responses((status = 200, body = Vec<Organisation>)))]
async fn list_organisations(ctx: Ctx) -> Response {
    or_problem(organisations_answer(&ctx).await)
}

async fn organisations_answer(ctx: &Ctx) -> Result<Response, Error> {
    let all = organisations::all(&mut ctx.read().await?).await?;
    let one = |it: organisations::Organisation| Organisation {
        url: pages_of(&ctx.app, &organisations::path(it.id)),
        id: it.id.to_string(),
        kind: it.kind.code().into(),
        name: it.name.into(),
        about: it.about.into(),
        website: it.contact.website,
    };
    json(&all.into_iter().map(one).collect::<Vec<_>>(), vec![LISTS], String::new())
}
