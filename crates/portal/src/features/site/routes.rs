//! The fixed pages for everybody, and where their texts are chosen.

use super::actions::{self, Cannot};
use super::events::SLOTS;
use super::model::{self, Slot};
use super::pages::{
    About, Audience, Contact, Fill, ForAudience, Help, Home, Line, Place, Press, Progress, Slots, Text, Topic,
};
use super::{machines, offline, policy, store};
use crate::features::calendar::{self, Layer};
use crate::features::campaigns::{self, Phase};
use crate::features::documents::{self, DocumentId, Filter, Kind, Row};
use crate::features::organisations::OrganisationKind;
use crate::features::programme::model::{Deed, Duty, Per};
use crate::features::programme::{self, Dimension, Programme};
use crate::features::{hotlines, kits, organisations};
use crate::web::{
    Ctx, Error, Form, FormErrors, LISTS, Link, Routes, Shell, TODAY, flash, history, html, panels,
    public_html,
};
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use platform::db::ReadTx;
use platform::lang::Localized;
use platform::subject::Subject;
use serde::Deserialize;

/// Rows of texts on a page that is not about them.
const FEW: usize = 5;

pub fn routes() -> Routes {
    let routes = Routes::new()
        .public("/help", help)
        .public("/safe-migration", safe_migration)
        .public("/trafficking", trafficking)
        .public("/press", press)
        .public("/about", about)
        .public("/for/{audience}", for_audience)
        .get("/site/slots", slots)
        .get("/site/slots/{slot}", choose)
        .post("/site/slots/{slot}", fill);
    offline::add(machines::add(routes))
}

/// The name of a page in the reader's language.
pub fn name(ctx: &Ctx, slot: &Slot) -> String {
    let programme = programme::current(&ctx.app);
    match (slot.label(), slot) {
        (None, Slot::Audience(key)) => {
            model::audience(programme, key).map(|name| name.get(ctx.lang).clone()).unwrap_or_default()
        }
        (label, _) => ctx.l().t(label.unwrap_or("site-about")).into_owned(),
    }
}

fn name_in_all(ctx: &Ctx, slot: &Slot) -> Localized<String> {
    Localized::from_fn(|lang| name(&ctx.in_language(lang), slot))
}

/// What stands in a slot, for this reader; and the subjects that the page then shows.
async fn place(ctx: &Ctx, tx: &mut ReadTx, slot: &Slot) -> Result<(Place, Vec<Subject>), Error> {
    let fill = policy::may_fill(ctx.member()).then(|| edit_path(ctx, slot));
    let mut shown = vec![SLOTS];
    let document = store::filled(tx, slot).await?;
    shown.extend(document.map(documents::subject));
    let rows = documents::rows(ctx, tx, document.as_slice()).await?;
    let Some(row) = rows.into_iter().next() else { return Ok((Place { text: None, fill }, shown)) };
    let body = documents::bodies(tx, &[row.edition]).await?.into_iter().next().map(|(_, body)| body);
    let text = Text {
        lang: row.lang,
        title: row.title.clone(),
        summary: row.summary.clone(),
        html: ctx.app.explained_html(row.lang, &body.unwrap_or_default()),
        row,
    };
    Ok((Place { text: Some(text), fill }, shown))
}

fn edit_path(ctx: &Ctx, slot: &Slot) -> String {
    ctx.path(&format!("/site/slots/{}", slot.key()))
}

/// The shell of a fixed page.
async fn shell(ctx: &Ctx, tx: &mut ReadTx, slot: &Slot, place: &Place) -> Result<Shell, Error> {
    let mut p = Shell::new(ctx, tx, &name(ctx, slot)).await?;
    p.canonical = Some(ctx.app.url(&ctx.path(&slot.path())));
    if let Some(text) = place.text.as_ref().filter(|text| !text.summary.is_empty()) {
        p.description.clone_from(&text.summary);
    }
    Ok(p)
}

/// The newest texts under a filter, and the address of all of them.
async fn newest(ctx: &Ctx, tx: &mut ReadTx, filter: Filter, most: usize) -> Result<Vec<Row>, Error> {
    let (listed, _) = documents::listed(tx, ctx.lang, filter, None).await?;
    let ids: Vec<DocumentId> = listed.iter().take(most).map(|it| it.document).collect();
    documents::rows(ctx, tx, &ids).await
}

pub async fn home(ctx: &Ctx) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let counts = documents::by_term(&mut tx, Dimension::Audience.code(), ctx.lang).await?;
    let panels = panels(ctx, &mut tx).await?;
    let mut p = Shell::new(ctx, &mut tx, &ctx.app.settings.portal.name.get(ctx.lang).clone()).await?;
    p.canonical = Some(ctx.app.url(&ctx.path("/")));
    p.description = ctx.l().t("site-home-description").into_owned();
    p.feed = Some(ctx.path("/documents/feed.atom"));
    p.json_feed = Some(ctx.path("/documents/feed.json"));
    let page = Home { audiences: audiences(ctx, programme::current(&ctx.app), &counts), panels, p };
    public_html(&page, vec![LISTS, SLOTS, TODAY])
}

pub fn audiences(ctx: &Ctx, programme: &Programme, counts: &[(String, i64)]) -> Vec<Audience> {
    let of = |key: &str| counts.iter().find(|(term, _)| term == key).map_or(0, |(_, count)| *count);
    let link = |key: &String, name: &Localized<String>| {
        Link::new(ctx.path(&Slot::Audience(key.clone()).path()), name.get(ctx.lang).clone())
    };
    let shown = programme.audiences.iter().map(|it| Audience {
        href: ctx.path(&Slot::Audience(it.key.clone()).path()),
        name: it.name.get(ctx.lang).clone(),
        purpose: it.purpose.get(ctx.lang).clone(),
        count: ctx.l().f1("site-texts", "count", of(&it.key)),
        groups: it.sub_groups.iter().map(|group| link(&group.key, &group.name)).collect(),
    });
    shown.collect()
}

async fn help(ctx: Ctx) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let (place, mut shown) = place(&ctx, &mut tx, &Slot::Help).await?;
    let answers = documents::of_kind(&mut tx, Kind::Answer, ctx.lang).await?;
    let link =
        |title: &documents::Title| Link::new(ctx.path(&documents::path(title.document)), title.title.clone());
    let page = Help {
        p: shell(&ctx, &mut tx, &Slot::Help, &place).await?.quiet(&ctx),
        lines: hotlines::shown(&ctx),
        answers: answers.iter().take(2 * FEW).map(link).collect(),
        all_answers: ctx.path(&format!("/documents?kind={}", Kind::Answer.code())),
        place,
    };
    shown.extend([LISTS, hotlines::SUBJECT]);
    public_html(&page, shown)
}

async fn safe_migration(ctx: Ctx) -> Result<Response, Error> {
    topic(&ctx, &Slot::SafeMigration, "site-safe-migration-lead").await
}

async fn trafficking(ctx: Ctx) -> Result<Response, Error> {
    topic(&ctx, &Slot::Trafficking, "site-trafficking-lead").await
}

async fn topic(ctx: &Ctx, slot: &Slot, lead: &str) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let (place, mut shown) = place(ctx, &mut tx, slot).await?;
    let programme = programme::current(&ctx.app);
    let theme = slot.theme().filter(|theme| programme.theme(theme).is_some());
    let rows = match theme {
        Some(theme) => {
            let tag = (Dimension::Theme.code(), theme.to_owned());
            newest(ctx, &mut tx, Filter { tags: vec![tag], ..Filter::default() }, FEW).await?
        }
        None => Vec::new(),
    };
    let page = Topic {
        p: shell(ctx, &mut tx, slot, &place).await?.quiet(ctx),
        lead: ctx.l().t(lead).into_owned(),
        place,
        rows,
        all: theme.map(|theme| ctx.path(&format!("/documents?theme={theme}"))),
    };
    shown.push(LISTS);
    public_html(&page, shown)
}

async fn for_audience(ctx: Ctx, Path(key): Path<String>) -> Result<Response, Error> {
    let programme = programme::current(&ctx.app);
    let purpose = model::purpose(programme, &key).ok_or(Error::NotFound)?.get(ctx.lang).clone();
    let slot = Slot::Audience(key.clone());
    let mut tx = ctx.read().await?;
    let (place, mut shown) = place(&ctx, &mut tx, &slot).await?;
    let tag = (Dimension::Audience.code(), key.clone());
    let rows = newest(&ctx, &mut tx, Filter { tags: vec![tag], ..Filter::default() }, 4 * FEW).await?;
    let kits = kits::links(&ctx, &mut tx, Some(&key)).await?;
    let mut p = shell(&ctx, &mut tx, &slot, &place).await?;
    p.feed = Some(ctx.path(&format!("/documents/feed.atom?audience={key}")));
    p.json_feed = Some(ctx.path(&format!("/documents/feed.json?audience={key}")));
    if p.description.is_empty() {
        p.description.clone_from(&purpose);
    }
    let all = ctx.path(&format!("/documents?audience={key}"));
    shown.push(LISTS);
    public_html(&ForAudience { p, purpose, place, kits, rows, all }, shown)
}

async fn press(ctx: Ctx) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let (place, mut shown) = place(&ctx, &mut tx, &Slot::Press).await?;
    let release = Filter { kind: Some(Kind::PressRelease), ..Filter::default() };
    let rows = newest(&ctx, &mut tx, release, 2 * FEW).await?;
    let events = calendar::coming(&ctx, &mut tx, Layer::Press).await?;
    let organisations = organisations::all(&mut tx).await?;
    let to_ask = organisations.iter().filter(|it| it.kind == OrganisationKind::Ministry);
    let contacts = to_ask.filter(|it| !it.contact.phone.is_empty() || !it.contact.email.is_empty());
    let contacts = contacts.map(|it| Contact {
        name: it.name.get(ctx.lang).clone(),
        href: ctx.path(&organisations::path(it.id)),
        phone: it.contact.phone.clone(),
        email: it.contact.email.clone(),
    });
    let feed = |kind: &str| format!("/documents/feed.{kind}?kind={}", Kind::PressRelease.code());
    let mut p = shell(&ctx, &mut tx, &Slot::Press, &place).await?;
    p.feed = Some(ctx.path(&feed("atom")));
    p.json_feed = Some(ctx.path(&feed("json")));
    let feeds = ["atom", "json"].into_iter().zip(["Atom", "JSON Feed"]);
    let page = Press {
        place,
        rows,
        all: ctx.path(&format!("/documents?kind={}", Kind::PressRelease.code())),
        feeds: feeds.map(|(kind, label)| Link::new(ctx.path(&feed(kind)), label)).collect(),
        contacts: contacts.collect(),
        events,
        calendar: ctx.path("/calendar?layer=press"),
        p,
    };
    shown.extend([LISTS, TODAY]);
    public_html(&page, shown)
}

async fn about(ctx: Ctx) -> Result<Response, Error> {
    let l = ctx.l();
    let mut tx = ctx.read().await?;
    let (place, mut shown) = place(&ctx, &mut tx, &Slot::About).await?;
    let organisations = organisations::all(&mut tx).await?;
    let mut texts = 0;
    for (_, count) in documents::by_kind(&mut tx, ctx.lang).await? {
        texts += count;
    }
    let by_task = documents::by_term(&mut tx, Dimension::Task.code(), ctx.lang).await?;
    let programme = programme::current(&ctx.app);
    let tasks = programme.terms(Dimension::Task).map(|(key, name)| {
        let count = by_task.iter().find(|(task, _)| task == key).map_or(0, |(_, count)| *count);
        let texts = ctx.path(&format!("/documents?{}={key}", Dimension::Task.code()));
        Progress {
            task: name.get(ctx.lang).clone(),
            texts: (count > 0).then(|| Link::new(texts, l.f1("site-texts", "count", count))),
        }
    });
    let tasks = tasks.collect();
    let p = shell(&ctx, &mut tx, &Slot::About, &place).await?;
    let ministries = organisations.iter().filter(|it| it.kind == OrganisationKind::Ministry);
    let facts = ministries.map(|it| {
        serde_json::json!({
            "@type": "GovernmentOrganization",
            "name": it.name.get(ctx.lang),
            "url": if it.contact.website.is_empty() {
                ctx.app.url(&ctx.path(&organisations::path(it.id)))
            } else {
                it.contact.website.clone()
            },
        })
    });
    let facts: Vec<_> = facts.collect();
    let p = p.with_facts(&serde_json::json!({ "@context": "https://schema.org", "@graph": facts }));
    let period = [("starts", l.day(programme.starts).into()), ("ends", l.day(programme.ends).into())];
    let page = About {
        place,
        programme: programme.name.get(ctx.lang).clone(),
        summary: programme.summary.get(ctx.lang).clone(),
        period: l.f("site-about-period", &period),
        counts: vec![
            l.f1("site-about-partners", "count", organisations.len()),
            l.f1("site-texts", "count", texts),
            campaigns_begun(&ctx, programme),
        ],
        tasks,
        p,
    };
    shown.extend([LISTS, TODAY]);
    public_html(&page, shown)
}

/// How many campaigns have begun, beside how many the programme wants.
fn campaigns_begun(ctx: &Ctx, programme: &Programme) -> String {
    let (l, published) = (ctx.l(), campaigns::published(&ctx.app));
    let today = l.today(ctx.app.db.clock().now());
    let begun = published.0.iter().filter(|it| it.details.phase(today) != Phase::Coming).count();
    let wanted = |it: &&Duty| it.what == Deed::Campaign && it.per == Per::Programme;
    let duty = programme.duties.iter().find(wanted);
    match duty.and_then(|duty| Some((duty.at_least?, duty.at_most.or(duty.at_least)?))) {
        Some((least, most)) => l.f(
            "site-about-campaigns-of",
            &[("count", begun.into()), ("least", i64::from(least).into()), ("most", i64::from(most).into())],
        ),
        None => l.f1("site-about-campaigns", "count", begun),
    }
}

fn denied(ctx: &Ctx) -> Error {
    Error::Denied(ctx.l().t("site-denied").into_owned())
}

async fn slots(ctx: Ctx) -> Result<Response, Error> {
    if !policy::may_fill(ctx.member()) {
        return Err(denied(&ctx));
    }
    let mut tx = ctx.read().await?;
    let filled = store::all(&mut tx).await?;
    let ids: Vec<DocumentId> = filled.iter().map(|(_, document)| *document).collect();
    let titles = documents::titles(&mut tx, &ids).await?;
    let line = |slot: Slot| {
        let document = filled.iter().find(|(key, _)| *key == slot.key()).map(|(_, document)| *document);
        let title = document.and_then(|id| documents::title_in(&titles, id, ctx.lang));
        Line {
            page: Link::new(ctx.path(&slot.path()), name(&ctx, &slot)),
            edit: edit_path(&ctx, &slot),
            text: title.map(|it| Link::new(ctx.path(&documents::path(it.document)), it.title.clone())),
            gone: document.is_some() && title.is_none(),
        }
    };
    let lines = Slot::all(programme::current(&ctx.app)).into_iter().map(line).collect();
    let history = history(&ctx, &mut tx, SLOTS).await?;
    let p = Shell::new(&ctx, &mut tx, &ctx.l().t("site-slots")).await?;
    html(&Slots { p, lines, history })
}

fn known_slot(ctx: &Ctx, key: &str) -> Result<Slot, Error> {
    if !policy::may_fill(ctx.member()) {
        return Err(denied(ctx));
    }
    Slot::parse(key, programme::current(&ctx.app)).ok_or(Error::NotFound)
}

async fn choose(ctx: Ctx, Path(key): Path<String>) -> Result<Response, Error> {
    let slot = known_slot(&ctx, &key)?;
    html(&fill_page(&ctx, &slot, None, FormErrors::default()).await?)
}

async fn fill_page(ctx: &Ctx, slot: &Slot, typed: Option<String>, errors: FormErrors) -> Result<Fill, Error> {
    let mut tx = ctx.read().await?;
    let now = store::filled(&mut tx, slot).await?;
    let (listed, _) = documents::listed(&mut tx, ctx.lang, Filter::default(), None).await?;
    let titles = documents::titles(&mut tx, now.as_slice()).await?;
    let address = |document: DocumentId| ctx.path(&documents::path(document));
    let now = now.and_then(|id| documents::title_in(&titles, id, ctx.lang));
    let now = now.map(|title| Link::new(address(title.document), title.title.clone()));
    let p = Shell::new(ctx, &mut tx, &ctx.l().t("site-fill")).await?;
    Ok(Fill {
        p: p.crumb(ctx.path("/site/slots"), ctx.l().t("site-slots")),
        errors,
        action: edit_path(ctx, slot),
        page: Link::new(ctx.path(&slot.path()), name(ctx, slot)),
        text: typed.or_else(|| now.as_ref().map(|now| now.href.clone())).unwrap_or_default(),
        now,
        newest: listed.into_iter().map(|it| (address(it.document), it.title)).collect(),
    })
}

#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct FillForm {
    text: String,
}

async fn fill(ctx: Ctx, Path(key): Path<String>, Form(sent): Form<FillForm>) -> Result<Response, Error> {
    let slot = known_slot(&ctx, &key)?;
    let typed = sent.text.trim();
    let document = documents::named_in(typed);
    let refused = if document.is_none() && !typed.is_empty() {
        true
    } else {
        let mut tx = ctx.write().await?;
        match actions::fill(&mut tx, &slot, name_in_all(&ctx, &slot), document).await {
            Ok(()) => {
                tx.commit().await?;
                false
            }
            Err(cannot) => {
                tx.roll_back().await;
                match cannot {
                    Cannot::Denied => return Err(denied(&ctx)),
                    Cannot::NotPublished => true,
                    Cannot::Db(error) => return Err(error.into()),
                }
            }
        }
    };
    if refused {
        let mut errors = FormErrors::default();
        errors.add("text", ctx.l().t("site-fill-unknown"));
        let page = fill_page(&ctx, &slot, Some(sent.text), errors).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)?).into_response());
    }
    let message = if document.is_some() { "site-filled" } else { "site-emptied" };
    Ok(flash::redirect(&ctx, "/site/slots", &ctx.l().t(message)))
}

/// The pages on which a document stands.
pub async fn uses(ctx: &Ctx, tx: &mut ReadTx, subject: Subject) -> Result<Vec<Link>, Error> {
    let document = DocumentId::from(subject.id);
    if subject != documents::subject(document) {
        return Ok(Vec::new());
    }
    let programme = programme::current(&ctx.app);
    let slots = store::of_document(tx, document).await?;
    let slots = slots.iter().filter_map(|key| Slot::parse(key, programme));
    Ok(slots.map(|slot| Link::new(ctx.path(&slot.path()), name(ctx, &slot))).collect())
}

/// The fixed pages that stand in the site map, each in all languages.
pub fn fixed_paths(programme: &Programme) -> Vec<String> {
    let own = [
        "/",
        "/campaigns",
        "/documents",
        "/kits",
        "/glossary",
        "/hotlines",
        "/partners",
        "/programme",
        "/questions",
    ];
    let slots = Slot::all(programme).into_iter().map(|slot| slot.path());
    own.into_iter().map(str::to_owned).chain(slots).collect()
}
