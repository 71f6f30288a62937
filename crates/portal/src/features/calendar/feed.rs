//! The calendar for the calendars of other programs: everything at one address, or one event as a file.

use super::ical::{self, Calendar, Entry, When};
use super::model::{Event, Layer};
use super::store::{self, Filter};
use super::wording::days;
use super::{INDEX, path};
use crate::features::campaigns::{self, Campaign};
use crate::web::inserts::resolve;
use crate::web::{Ctx, Error, LISTS, Subjects, TODAY, markdown};
use axum::response::{IntoResponse, Response};
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use jiff::ToSpan;
use platform::clock::Timestamp;

/// What is over stays in calendars for so many days.
const KEPT_DAYS: i64 = 90;

/// Events and campaigns under a filter. `campaigns` and `events` say which of both are wanted.
pub async fn all(ctx: &Ctx, filter: &Filter, wanted: Wanted, query: String) -> Result<Response, Error> {
    let l = ctx.l();
    let today = l.today(ctx.app.db.clock().now());
    let since = today.saturating_sub(KEPT_DAYS.days());
    let mut entries = Vec::new();
    if wanted.events {
        let mut tx = ctx.read().await?;
        let from = super::pages::midnight(ctx, since);
        entries.extend(store::coming(&mut tx, from, filter).await?.iter().map(|it| event(ctx, it)));
    }
    if wanted.campaigns {
        let published = campaigns::published(&ctx.app);
        let current = published.0.iter().filter(|it| it.details.ends >= since && fits(it, filter));
        entries.extend(current.map(|it| campaign(ctx, it)));
    }
    let name = match filter.layer {
        Some(layer) => format!("{}: {}", l.t("calendar-title"), l.t(layer.label())),
        None => format!("{}: {}", ctx.app.settings.portal.name.get(ctx.lang), l.t("calendar-title")),
    };
    let mut response = answer(ctx, &name, entries);
    response.extensions_mut().insert(Subjects { shown: vec![LISTS, TODAY], query });
    Ok(response)
}

#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    pub events: bool,
    pub campaigns: bool,
}

/// Whether a campaign reaches a region, as every campaign of the whole country does.
pub fn fits(campaign: &Campaign, filter: &Filter) -> bool {
    let regions = &campaign.details.reach.regions;
    filter.region.is_empty() || regions.is_empty() || regions.contains(&filter.region)
}

/// One event as a file.
pub fn one(ctx: &Ctx, it: &Event) -> Response {
    let mut response = answer(ctx, it.details.title.get(ctx.lang), vec![event(ctx, it)]);
    let disposition = format!("attachment; filename=\"event-{}.ics\"", it.id);
    let disposition = disposition.parse().expect("an id is plain ASCII");
    response.headers_mut().insert(CONTENT_DISPOSITION, disposition);
    let shown = vec![super::events::subject(it.id)];
    response.extensions_mut().insert(Subjects { shown, query: String::new() });
    response
}

fn answer(ctx: &Ctx, name: &str, entries: Vec<Entry>) -> Response {
    let calendar = Calendar { name, lang: ctx.lang, zone: ctx.l().zone(), entries };
    ([(CONTENT_TYPE, "text/calendar; charset=utf-8")], ical::write(&calendar)).into_response()
}

/// The same in every language, as long as the portal keeps its address.
fn uid(ctx: &Ctx, what: &str) -> String {
    let address = ctx.app.url("");
    let host = address.split_once("://").map_or(address.as_str(), |(_, host)| host);
    format!("{what}@{}", host.split(['/', ':']).next().unwrap_or_default())
}

fn event(ctx: &Ctx, event: &Event) -> Entry {
    let (l, details) = (ctx.l(), &event.details);
    let (first, last) = days(l, details.span);
    let mut parts = Vec::new();
    if let Some(cancellation) = &event.cancellation {
        parts.push(l.f1("calendar-cancelled-because", "reason", cancellation.reason_in(ctx.lang).1));
    }
    let description = resolve(&ctx.app, ctx.lang, details.description.get(ctx.lang));
    parts.push(markdown::to_text(&description));
    parts.push(details.link.clone());
    parts.retain(|part| !part.is_empty());
    Entry {
        uid: uid(ctx, &format!("event-{}", event.id)),
        sequence: event.version,
        changed_at: event.changed_at,
        when: if details.span.whole_days {
            When::Days { first, last }
        } else {
            When::Times { starts: details.span.starts, ends: details.span.ends }
        },
        summary: details.title.get(ctx.lang).clone(),
        description: parts.join("\n\n"),
        location: details.place.get(ctx.lang).clone(),
        url: ctx.app.url(&ctx.path(&path(event.id))),
        category: l.t(details.layer.label()).into_owned(),
        cancelled: event.cancellation.is_some(),
        free: matches!(details.layer, Layer::Deadline | Layer::Observance),
    }
}

fn campaign(ctx: &Ctx, campaign: &Campaign) -> Entry {
    let details = &campaign.details;
    let goal = resolve(&ctx.app, ctx.lang, details.goal.get(ctx.lang));
    Entry {
        uid: uid(ctx, &format!("campaign-{}", campaign.id)),
        sequence: campaign.version,
        changed_at: campaign
            .published_at
            .map_or(campaign.changed_at, |at: Timestamp| at.max(campaign.changed_at)),
        when: When::Days { first: details.starts, last: details.ends },
        summary: details.title.get(ctx.lang).clone(),
        description: markdown::to_text(&goal),
        location: String::new(),
        url: ctx.app.url(&ctx.path(&campaigns::path(campaign.id))),
        category: ctx.l().t("calendar-layer-campaign").into_owned(),
        cancelled: false,
        free: true,
    }
}

/// The address of the feed under a query; the path after the language.
pub fn address(query: &str) -> String {
    let mark = if query.is_empty() { "" } else { "?" };
    format!("{INDEX}/feed.ics{mark}{query}")
}
