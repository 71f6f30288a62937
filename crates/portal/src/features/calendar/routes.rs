//! The calendar over HTTP.

use super::actions::{self, Cannot};
use super::feed::{self, Wanted};
use super::forms::{CancelForm, EventForm};
use super::model::{Details, Event, EventId, Layer, Mistake};
use super::pages::{
    CancelPage, FormPage, Index, Inside, Month, campaign_row, holder, item, layers, midnight, months,
    past_months, row, show_page, today,
};
use super::store::{self, Filter};
use super::{INDEX, events, path};
use crate::features::campaigns::{self, Phase};
use crate::features::organisations;
use crate::features::programme::{self, Dimension};
use crate::web::proposals::{may_propose, may_publish};
use crate::web::{
    Ctx, Error, Form, FormErrors, LISTS, PanelItem, Routes, Shell, TODAY, VersionForm, flash, history, html,
    public_html, public_html_at,
};
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use platform::clock::Timestamp;
use platform::db::ReadTx;
use serde::Deserialize;

pub fn routes() -> Routes {
    Routes::new()
        .public(INDEX, index)
        .post(INDEX, propose)
        .public("/calendar/past", past)
        .public("/calendar/feed.ics", all)
        .get("/calendar/new", new)
        .public("/calendar/{event}", show)
        .post("/calendar/{event}", change)
        .public("/calendar/{event}/event.ics", file)
        .get("/calendar/{event}/edit", edit)
        .post("/calendar/{event}/publication", publish)
        .post("/calendar/{event}/publication/removal", take_back)
        .get("/calendar/{event}/cancellation", cancellation)
        .post("/calendar/{event}/cancellation", cancel)
        .post("/calendar/{event}/cancellation/removal", reinstate)
}

/// The word for campaigns among the layers.
const CAMPAIGNS: &str = "campaign";
/// So many of what is over stand on one page.
const PAGE: usize = 20;

fn denied(ctx: &Ctx) -> Error {
    Error::Denied(ctx.l().t("calendar-denied").into_owned())
}

fn stale(ctx: &Ctx) -> Error {
    Error::Conflict(ctx.l().t("calendar-stale").into_owned())
}

fn errors_of(ctx: &Ctx, mistakes: Vec<Mistake>) -> FormErrors {
    let mut errors = FormErrors::default();
    for (field, key) in mistakes.into_iter().map(Mistake::words) {
        errors.add(field, ctx.l().t(key));
    }
    errors
}

/// Mistakes as the form shows them; everything else as an answer of its own.
fn mistakes(ctx: &Ctx, cannot: Cannot) -> Result<FormErrors, Error> {
    match cannot {
        Cannot::Mistakes(mistakes) => Ok(errors_of(ctx, mistakes)),
        Cannot::Denied => Err(denied(ctx)),
        Cannot::NotFound => Err(Error::NotFound),
        Cannot::Stale => Err(stale(ctx)),
        Cannot::Db(error) => Err(error.into()),
    }
}

/// What a list is narrowed by; what nobody knows narrows nothing.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    layer: String,
    region: String,
    /// Where the page begins, of what is over.
    before: String,
}

impl Asked {
    fn of(ctx: &Ctx) -> Asked {
        let mut asked: Asked =
            serde_html_form::from_str(ctx.uri.query().unwrap_or_default()).unwrap_or_default();
        if Layer::parse(&asked.layer).is_none() && asked.layer != CAMPAIGNS {
            asked.layer.clear();
        }
        if programme::current(&ctx.app).name(Dimension::Region, &asked.region, ctx.lang).is_none() {
            asked.region.clear();
        }
        asked
    }

    fn filter(&self) -> Filter {
        Filter { layer: Layer::parse(&self.layer), region: self.region.clone() }
    }

    fn wanted(&self) -> Wanted {
        Wanted {
            events: self.layer != CAMPAIGNS,
            campaigns: self.layer.is_empty() || self.layer == CAMPAIGNS,
        }
    }

    /// The parts that are set, as they stand in an address. All values are keys, so none needs escaping.
    fn parts(&self) -> Vec<String> {
        let parts = [("layer", &self.layer), ("region", &self.region)].into_iter();
        parts.filter(|(_, key)| !key.is_empty()).map(|(name, key)| format!("{name}={key}")).collect()
    }

    /// Filters of one part are few and their pages are kept; anybody can put together endless ones of two.
    fn kept(&self) -> String {
        let parts = self.parts();
        if parts.len() > 1 || !self.before.is_empty() { String::new() } else { parts.join("&") }
    }

    fn place(&self) -> Option<(Timestamp, EventId)> {
        let (at, id) = self.before.split_once('-')?;
        Some((Timestamp(at.parse().ok()?), id.parse().ok()?))
    }
}

async fn index(ctx: Ctx) -> Result<Response, Error> {
    let asked = Asked::of(&ctx);
    let (filter, wanted) = (asked.filter(), asked.wanted());
    let mut tx = ctx.read().await?;
    let mut rows = Vec::new();
    if wanted.events {
        let lines = store::coming_lines(&mut tx, midnight(&ctx, today(&ctx)), &filter, 300).await?;
        rows.extend(lines.iter().map(|line| row(&ctx, line)));
    }
    if wanted.campaigns {
        let published = campaigns::published(&ctx.app);
        let current = [Phase::Running, Phase::Coming].map(|phase| published.of(phase, today(&ctx)));
        let current = current.into_iter().flatten().filter(|it| feed::fits(it, &filter));
        rows.extend(current.map(|it| campaign_row(&ctx, it)));
    }
    let proposed = store::proposed(&mut tx, &ctx.actor()).await?;
    let proposed = proposed.iter().map(|line| item(&ctx, line)).collect();
    let p = shell(&ctx, &mut tx, "calendar-title", INDEX).await?;
    let kept = asked.kept();
    let page = index_page(&ctx, p, months(&ctx, rows), proposed, asked);
    public_html_at(&page, vec![LISTS, TODAY], kept)
}

async fn past(ctx: Ctx) -> Result<Response, Error> {
    let mut asked = Asked::of(&ctx);
    if asked.layer == CAMPAIGNS {
        asked.layer.clear();
    }
    let mut tx = ctx.read().await?;
    let start = (midnight(&ctx, today(&ctx)), EventId::from(0));
    let place = asked.place().filter(|place| *place < start).unwrap_or(start);
    let mut lines = store::past(&mut tx, place, &asked.filter()).await?;
    let more = lines.len() > PAGE;
    lines.truncate(PAGE);
    let last = lines.last().filter(|_| more).map(|last| format!("{}-{}", last.span.ends.0, last.id));
    let rows = lines.iter().map(|line| row(&ctx, line)).collect();
    let mut p = shell(&ctx, &mut tx, "calendar-past", "/calendar/past").await?;
    p = p.crumb(ctx.path(INDEX), ctx.l().t("calendar-title"));
    p.unlisted |= !asked.before.is_empty();
    let kept = asked.kept();
    let mut page = index_page(&ctx, p, past_months(&ctx, rows), Vec::new(), asked.clone());
    page.past = true;
    page.may_propose = false;
    page.action = ctx.path("/calendar/past");
    page.older = last.map(|last| {
        let mut parts = asked.parts();
        parts.push(format!("before={last}"));
        ctx.path(&format!("/calendar/past?{}", parts.join("&")))
    });
    public_html_at(&page, vec![LISTS, TODAY], kept)
}

async fn shell(ctx: &Ctx, tx: &mut ReadTx, title: &str, path: &str) -> Result<Shell, Error> {
    let mut p = Shell::new(ctx, tx, &ctx.l().t(title)).await?;
    p.canonical = Some(ctx.app.url(&ctx.path(path)));
    p.description = ctx.l().t("calendar-lead").into_owned();
    Ok(p)
}

pub fn index_page(ctx: &Ctx, p: Shell, months: Vec<Month>, proposed: Vec<PanelItem>, asked: Asked) -> Index {
    let feed = ctx.app.url(&ctx.path(&feed::address(&asked.parts().join("&"))));
    let mut layers = layers(ctx, "calendar-any-layer");
    layers.push((CAMPAIGNS.to_owned(), ctx.l().t("calendar-layer-campaign").into_owned()));
    Index {
        p,
        past: false,
        count: months.iter().map(|month| month.rows.len()).sum(),
        months,
        older: None,
        proposed,
        may_propose: may_propose(ctx.member()),
        action: ctx.path(INDEX),
        layers,
        regions: programme::options(ctx, Dimension::Region, "calendar-any-region"),
        filtered: asked.parts().len(),
        layer: asked.layer,
        region: asked.region,
        // Programs take this as "subscribe"; the plain address is for those that do not know it.
        webcal: feed.split_once("://").map_or(feed.clone(), |(_, rest)| format!("webcal://{rest}")),
        feed,
    }
}

async fn all(ctx: Ctx) -> Result<Response, Error> {
    let asked = Asked::of(&ctx);
    feed::all(&ctx, &asked.filter(), asked.wanted(), asked.kept()).await
}

async fn found(ctx: &Ctx, tx: &mut ReadTx, id: &str) -> Result<Event, Error> {
    let id: EventId = id.parse().map_err(|_| Error::NotFound)?;
    store::get(tx, &ctx.actor(), id).await?.ok_or(Error::NotFound)
}

async fn show(ctx: Ctx, Path(id): Path<String>) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let event = found(&ctx, &mut tx, &id).await?;
    let subject = events::subject(event.id);
    let holder = holder(&ctx, &mut tx, &event).await?;
    let inside = match ctx.member() {
        None => None,
        Some(_) => Some(Inside {
            may_change: event.proposal().changed_by(&ctx.actor()),
            may_publish: may_publish(&ctx.actor()),
            published: event.published_at.is_some(),
            version: event.version,
            history: history(&ctx, &mut tx, subject).await?,
            base: ctx.path(&path(event.id)),
        }),
    };
    let mut p = Shell::new(&ctx, &mut tx, event.details.title.get(ctx.lang)).await?;
    p = p.crumb(ctx.path(INDEX), ctx.l().t("calendar-title"));
    p.canonical = Some(ctx.app.url(&ctx.path(&path(event.id))));
    let shown = vec![subject, organisations::subject(event.organisation), TODAY];
    public_html(&show_page(&ctx, p, &event, holder, inside), shown)
}

async fn file(ctx: Ctx, Path(id): Path<String>) -> Result<Response, Error> {
    let event = found(&ctx, &mut ctx.read().await?, &id).await?;
    Ok(feed::one(&ctx, &event))
}

async fn new(ctx: Ctx) -> Result<Response, Error> {
    if !may_propose(ctx.member()) {
        return Err(denied(&ctx));
    }
    form(&ctx, None, EventForm::default(), FormErrors::default()).await
}

async fn edit(ctx: Ctx, Path(id): Path<String>) -> Result<Response, Error> {
    let event = found(&ctx, &mut ctx.read().await?, &id).await?;
    if !event.proposal().changed_by(&ctx.actor()) {
        return Err(denied(&ctx));
    }
    form(&ctx, Some(event.id), EventForm::of(event, ctx.l()), FormErrors::default()).await
}

/// The form, empty or as it was sent.
async fn form(
    ctx: &Ctx,
    event: Option<EventId>,
    form: EventForm,
    errors: FormErrors,
) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let title = ctx.l().t(if event.is_none() { "calendar-new" } else { "calendar-edit" });
    let p = Shell::new(ctx, &mut tx, &title).await?;
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, html(&form_page(ctx, p, event, form, errors))?).into_response())
}

pub fn form_page(
    ctx: &Ctx,
    p: Shell,
    event: Option<EventId>,
    form: EventForm,
    errors: FormErrors,
) -> FormPage {
    FormPage {
        p: p.crumb(ctx.path(INDEX), ctx.l().t("calendar-title")),
        errors,
        action: ctx.path(&event.map_or_else(|| INDEX.to_owned(), path)),
        is_new: event.is_none(),
        form,
        layers: layers(ctx, "calendar-choose-layer"),
        regions: programme::options(ctx, Dimension::Region, "calendar-whole-country"),
        audiences: programme::options(ctx, Dimension::Audience, "calendar-every-audience"),
        campaigns: campaigns::choices(ctx, "calendar-no-campaign"),
    }
}

fn checked(ctx: &Ctx, sent: &EventForm) -> Result<Details, Cannot> {
    let published = campaigns::published(&ctx.app);
    let entered = sent.entered(programme::current(&ctx.app), |id| published.get(id).is_some());
    entered.checked(ctx.l().zone()).map_err(Cannot::Mistakes)
}

async fn propose(ctx: Ctx, Form(sent): Form<EventForm>) -> Result<Response, Error> {
    if !may_propose(ctx.member()) {
        return Err(denied(&ctx));
    }
    let details = match checked(&ctx, &sent) {
        Ok(details) => details,
        Err(cannot) => return form(&ctx, None, sent, mistakes(&ctx, cannot)?).await,
    };
    let mut tx = ctx.write().await?;
    let id = actions::propose(&mut tx, &details).await.map_err(|cannot| refused(&ctx, cannot))?;
    flash::keep(&ctx, tx, &path(id), "calendar-proposed-saved").await
}

async fn change(ctx: Ctx, Path(id): Path<EventId>, Form(sent): Form<EventForm>) -> Result<Response, Error> {
    // Whoever may not change it is not told first what is wrong with it.
    let event = found(&ctx, &mut ctx.read().await?, &id.to_string()).await?;
    if !event.proposal().changed_by(&ctx.actor()) {
        return Err(denied(&ctx));
    }
    let details = match checked(&ctx, &sent) {
        Ok(details) => details,
        Err(cannot) => return form(&ctx, Some(id), sent, mistakes(&ctx, cannot)?).await,
    };
    let mut tx = ctx.write().await?;
    let outcome = actions::change(&mut tx, id, sent.version, &details).await;
    flash::finish(&ctx, tx, &path(id), "calendar-saved", outcome, |cannot| refused(&ctx, cannot)).await
}

/// An answer of its own; a form with mistakes was answered before.
fn refused(ctx: &Ctx, cannot: Cannot) -> Error {
    mistakes(ctx, cannot).err().unwrap_or_else(|| stale(ctx))
}

async fn publish(
    ctx: Ctx,
    Path(id): Path<EventId>,
    Form(sent): Form<VersionForm>,
) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    let outcome = actions::publish(&mut tx, id, sent.version).await;
    flash::finish(&ctx, tx, &path(id), "calendar-published", outcome, |cannot| refused(&ctx, cannot)).await
}

async fn take_back(
    ctx: Ctx,
    Path(id): Path<EventId>,
    Form(sent): Form<VersionForm>,
) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    let outcome = actions::take_back(&mut tx, id, sent.version).await;
    flash::finish(&ctx, tx, &path(id), "calendar-taken-back", outcome, |cannot| refused(&ctx, cannot)).await
}

async fn cancellation(ctx: Ctx, Path(id): Path<String>) -> Result<Response, Error> {
    let event = found(&ctx, &mut ctx.read().await?, &id).await?;
    if !may_publish(&ctx.actor()) {
        return Err(denied(&ctx));
    }
    if event.published_at.is_none() || event.cancellation.is_some() {
        return Err(stale(&ctx));
    }
    let form = CancelForm { version: event.version, ..CancelForm::default() };
    cancel_form(&ctx, &event, form, FormErrors::default()).await
}

async fn cancel_form(
    ctx: &Ctx,
    event: &Event,
    form: CancelForm,
    errors: FormErrors,
) -> Result<Response, Error> {
    let p = Shell::new(ctx, &mut ctx.read().await?, &ctx.l().t("calendar-cancel-title")).await?;
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, html(&cancel_page(ctx, p, event, form, errors))?).into_response())
}

pub fn cancel_page(ctx: &Ctx, p: Shell, event: &Event, form: CancelForm, errors: FormErrors) -> CancelPage {
    let row = row(ctx, &event.line());
    CancelPage {
        p: p.crumb(ctx.path(INDEX), ctx.l().t("calendar-title")).crumb(row.href.clone(), row.title.clone()),
        errors,
        action: format!("{}/cancellation", row.href),
        row,
        form,
    }
}

async fn cancel(ctx: Ctx, Path(id): Path<EventId>, Form(sent): Form<CancelForm>) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    match actions::cancel(&mut tx, id, sent.version, &sent.reason()).await {
        Ok(()) => flash::keep(&ctx, tx, &path(id), "calendar-cancelled-saved").await,
        Err(cannot) => {
            tx.roll_back().await;
            let errors = mistakes(&ctx, cannot)?;
            let event = found(&ctx, &mut ctx.read().await?, &id.to_string()).await?;
            cancel_form(&ctx, &event, sent, errors).await
        }
    }
}

async fn reinstate(
    ctx: Ctx,
    Path(id): Path<EventId>,
    Form(sent): Form<VersionForm>,
) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    let outcome = actions::reinstate(&mut tx, id, sent.version).await;
    flash::finish(&ctx, tx, &path(id), "calendar-reinstated", outcome, |cannot| refused(&ctx, cannot)).await
}
