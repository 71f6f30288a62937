//! The data of the section's pages, and what other pages show of events.

use super::forms::{CancelForm, EventForm};
use super::model::{Event, EventId, Layer, Line, Span};
use super::store::{self, Filter};
use super::wording::{days, iso, when};
use super::{INDEX, path};
use crate::features::campaigns::{self, Campaign, CampaignId};
use crate::features::organisations;
use crate::features::programme::{self, Dimension};
use crate::web::proposals::may_publish;
use crate::web::{Ctx, Error, FormErrors, HistoryEntry, Link, Panel, PanelItem, Shell};
use askama::Template;
use jiff::civil::{Date, Time};
use platform::actor::OrganisationId;
use platform::clock::Timestamp;
use platform::db::{Query, ReadTx, Result as DbResult};
use platform::lang::{Lang, Localized};
use platform::subject::Subject;

/// Values and words of a choice.
pub type Options = Vec<(String, String)>;

pub fn today(ctx: &Ctx) -> Date {
    ctx.l().today(ctx.app.db.clock().now())
}

/// The moment at which a day begins.
pub fn midnight(ctx: &Ctx, day: Date) -> Timestamp {
    let at = ctx.l().zone().to_ambiguous_timestamp(day.to_datetime(Time::midnight())).compatible();
    at.map_or(Timestamp(i64::MAX), |at| Timestamp(at.as_millisecond()))
}

/// An event or a campaign in a list.
pub struct Row {
    pub href: String,
    pub title: String,
    pub when: String,
    pub iso: String,
    pub place: String,
    pub layer: String,
    pub cancelled: bool,
    /// For its place in the list.
    pub starts: Date,
}

pub fn row(ctx: &Ctx, line: &Line) -> Row {
    let l = ctx.l();
    Row {
        href: ctx.path(&path(line.id)),
        title: line.title.get(ctx.lang).clone(),
        when: when(l, line.span),
        iso: iso(l, line.span).0,
        place: line.place.get(ctx.lang).clone(),
        layer: l.t(line.layer.label()).into_owned(),
        cancelled: line.cancelled,
        starts: days(l, line.span).0,
    }
}

pub fn campaign_row(ctx: &Ctx, campaign: &Campaign) -> Row {
    let (l, details) = (ctx.l(), &campaign.details);
    Row {
        href: ctx.path(&campaigns::path(campaign.id)),
        title: details.title.get(ctx.lang).clone(),
        when: l.f(
            "calendar-from-to",
            &[("starts", l.day(details.starts).into()), ("ends", l.day(details.ends).into())],
        ),
        iso: details.starts.to_string(),
        place: String::new(),
        layer: l.t("calendar-layer-campaign").into_owned(),
        cancelled: false,
        starts: details.starts,
    }
}

/// Rows under a heading: what has begun already, then a month each.
pub struct Month {
    pub title: String,
    pub rows: Vec<Row>,
}

/// What is coming, by months; what has begun before today comes first.
pub fn months(ctx: &Ctx, mut rows: Vec<Row>) -> Vec<Month> {
    let today = today(ctx);
    rows.sort_by_key(|row| row.starts);
    let title = |row: &Row| {
        if row.starts < today { ctx.l().t("calendar-now").into_owned() } else { ctx.l().month(row.starts) }
    };
    grouped(rows, title)
}

/// What is over, by months, the last first.
pub fn past_months(ctx: &Ctx, rows: Vec<Row>) -> Vec<Month> {
    grouped(rows, |row| ctx.l().month(row.starts))
}

fn grouped(rows: Vec<Row>, title: impl Fn(&Row) -> String) -> Vec<Month> {
    let mut months: Vec<Month> = Vec::new();
    for row in rows {
        let title = title(&row);
        match months.last_mut().filter(|month| month.title == title) {
            Some(month) => month.rows.push(row),
            None => months.push(Month { title, rows: vec![row] }),
        }
    }
    months
}

#[derive(Template)]
#[template(path = "features/calendar/pages/index.html")]
pub struct Index {
    pub p: Shell,
    /// The page of what is over.
    pub past: bool,
    pub count: usize,
    pub months: Vec<Month>,
    /// The page after this one, of what is over.
    pub older: Option<String>,
    /// For members: what readers do not see.
    pub proposed: Vec<PanelItem>,
    pub may_propose: bool,
    pub action: String,
    pub layers: Options,
    pub regions: Options,
    pub layer: String,
    pub region: String,
    pub filtered: usize,
    pub feed: String,
    pub webcal: String,
}

/// What members may do with an event.
pub struct Inside {
    pub may_change: bool,
    pub may_publish: bool,
    pub published: bool,
    pub version: i64,
    pub history: Vec<HistoryEntry>,
    pub base: String,
}

#[derive(Template)]
#[template(path = "features/calendar/pages/show.html")]
pub struct Show {
    pub p: Shell,
    pub row: Row,
    /// It is over.
    pub over: bool,
    pub description: String,
    pub holder: Link,
    pub audience: String,
    pub region: String,
    pub campaign: Option<Link>,
    pub link: String,
    pub file: String,
    /// Why it does not take place, and the language of the reason.
    pub reason: Option<(Lang, String)>,
    pub inside: Option<Inside>,
}

#[derive(Template)]
#[template(path = "features/calendar/pages/form.html")]
pub struct FormPage {
    pub p: Shell,
    pub errors: FormErrors,
    pub action: String,
    pub is_new: bool,
    pub form: EventForm,
    pub layers: Options,
    pub regions: Options,
    pub audiences: Options,
    pub campaigns: Options,
}

#[derive(Template)]
#[template(path = "features/calendar/pages/cancel.html")]
pub struct CancelPage {
    pub p: Shell,
    pub errors: FormErrors,
    pub action: String,
    pub row: Row,
    pub form: CancelForm,
}

/// Every layer with its words, and first the words for none.
pub fn layers(ctx: &Ctx, none: &str) -> Options {
    let l = ctx.l();
    let layers = Layer::ALL.map(|layer| (layer.code().to_owned(), l.t(layer.label()).into_owned()));
    std::iter::once((String::new(), l.t(none).into_owned())).chain(layers).collect()
}

/// An event as its page shows it.
pub fn show_page(ctx: &Ctx, mut p: Shell, event: &Event, holder: Link, inside: Option<Inside>) -> Show {
    let (l, details) = (ctx.l(), &event.details);
    let programme = programme::current(&ctx.app);
    let name = |dimension, key: &str| programme.name(dimension, key, ctx.lang).unwrap_or_default().to_owned();
    let row = row(ctx, &event.line());
    p.description =
        if row.place.is_empty() { row.when.clone() } else { format!("{}. {}", row.when, row.place) };
    let p = p.with_facts(&facts(ctx, event, &row, &holder));
    Show {
        p,
        over: days(l, details.span).1 < today(ctx),
        description: ctx.app.html(ctx.lang, details.description.get(ctx.lang)),
        holder,
        audience: name(Dimension::Audience, &details.audience),
        region: name(Dimension::Region, &details.region),
        campaign: campaigns::link(ctx, details.campaign),
        link: details.link.clone(),
        file: ctx.path(&format!("{}/event.ics", path(event.id))),
        reason: event.cancellation.as_ref().map(|it| {
            let (lang, reason) = it.reason_in(ctx.lang);
            (lang, reason.to_owned())
        }),
        inside,
        row,
    }
}

/// What search engines and assistants read, by the vocabulary of schema.org.
fn facts(ctx: &Ctx, event: &Event, row: &Row, holder: &Link) -> serde_json::Value {
    let details = &event.details;
    let (starts, ends) = iso(ctx.l(), details.span);
    let online = row.place.is_empty() && !details.link.is_empty();
    let of = |what: &str| format!("https://schema.org/{what}");
    let mut facts = serde_json::json!({
        "@context": "https://schema.org",
        "@type": "Event",
        "name": row.title,
        "startDate": starts,
        "eventStatus": of(if row.cancelled { "EventCancelled" } else { "EventScheduled" }),
        "eventAttendanceMode":
            of(if online { "OnlineEventAttendanceMode" } else { "OfflineEventAttendanceMode" }),
        "inLanguage": ctx.lang.code(),
        "url": ctx.app.url(&row.href),
        "organizer": { "@type": "Organization", "name": holder.label, "url": ctx.app.url(&holder.href) },
        "location": if online {
            serde_json::json!({ "@type": "VirtualLocation", "url": details.link })
        } else {
            let place = if row.place.is_empty() { holder.label.as_str() } else { row.place.as_str() };
            serde_json::json!({ "@type": "Place", "name": place, "address": place })
        },
    });
    if details.span.ends > details.span.starts || details.span.whole_days {
        facts["endDate"] = ends.into();
    }
    facts
}

/// The organisation that holds an event.
pub async fn holder(ctx: &Ctx, tx: &mut ReadTx, event: &Event) -> Result<Link, Error> {
    let names = organisations::names(tx, &[event.organisation]).await?;
    let name = names.get(&event.organisation).map(|name| name.get(ctx.lang).clone());
    Ok(Link::new(ctx.path(&organisations::path(event.organisation)), name.unwrap_or_default()))
}

pub fn item(ctx: &Ctx, line: &Line) -> PanelItem {
    let row = row(ctx, line);
    let note =
        if row.cancelled { format!("{} · {}", ctx.l().t("calendar-cancelled"), row.when) } else { row.when };
    PanelItem { link: Link::new(row.href, row.title), note }
}

/// So many stand on pages that are not the calendar's.
const FEW: usize = 5;

fn panel(ctx: &Ctx, order: u8, title: &str, lines: &[Line]) -> Option<Panel> {
    let items: Vec<PanelItem> = lines.iter().take(FEW).map(|line| item(ctx, line)).collect();
    (!items.is_empty()).then(|| Panel {
        order,
        title: ctx.l().t(title).into_owned(),
        items,
        empty: String::new(),
        more: Some(Link::new(ctx.path(INDEX), ctx.l().t("calendar-all"))),
    })
}

/// By their beginnings: people ask what is next.
fn by_start(mut lines: Vec<Line>) -> Vec<Line> {
    lines.sort_by_key(|line| (line.span.starts, line.id));
    lines
}

/// The next published events from today on. A few more are read than shown, since they are read by their ends.
async fn next(ctx: &Ctx, tx: &mut ReadTx, layer: Option<Layer>) -> DbResult<Vec<Line>> {
    let filter = Filter { layer, ..Filter::default() };
    Ok(by_start(store::coming_lines(tx, midnight(ctx, today(ctx)), &filter, 20).await?))
}

/// The next events of a layer, for the pages of other sections.
pub async fn coming(ctx: &Ctx, tx: &mut ReadTx, layer: Layer) -> Result<Vec<PanelItem>, Error> {
    Ok(next(ctx, tx, Some(layer)).await?.iter().take(FEW).map(|line| item(ctx, line)).collect())
}

/// For everybody what comes next, for those who decide the proposals too.
pub async fn panels(ctx: &Ctx, tx: &mut ReadTx) -> Result<Vec<Panel>, Error> {
    let mut panels: Vec<Panel> =
        panel(ctx, 33, "calendar-coming", &next(ctx, tx, None).await?).into_iter().collect();
    if may_publish(&ctx.actor()) {
        let proposed = store::proposed(tx, &ctx.actor()).await?;
        panels.extend(panel(ctx, 15, "calendar-proposed", &proposed));
    }
    Ok(panels)
}

/// What an organisation holds, and what is held for a campaign, from today on.
pub async fn panels_of(ctx: &Ctx, tx: &mut ReadTx, of: Subject) -> Result<Vec<Panel>, Error> {
    let (organisation, campaign) = (OrganisationId::from(of.id), CampaignId::from(of.id));
    let from = midnight(ctx, today(ctx));
    let events = if of == organisations::subject(organisation) {
        store::coming_of(tx, organisation, from).await?
    } else if of == campaigns::subject(campaign) {
        store::of_campaign(tx, campaign, from).await?
    } else {
        return Ok(Vec::new());
    };
    Ok(panel(ctx, 3, "calendar-coming", &by_start(events)).into_iter().collect())
}

/// The paths of all published events that are not over for long, after the language.
pub async fn published_paths(ctx: &Ctx, q: &mut impl Query) -> DbResult<Vec<String>> {
    let since = today(ctx).saturating_sub(jiff::Span::new().days(90));
    let ids = store::public_ids(q, midnight(ctx, since)).await?;
    Ok(ids.into_iter().map(path).collect())
}

/// A published event for other programs.
pub struct Public {
    pub id: EventId,
    pub layer: Layer,
    pub organisation: OrganisationId,
    pub title: Localized<String>,
    pub place: Localized<String>,
    /// Days, or moments with their offset.
    pub starts: String,
    pub ends: String,
    pub whole_days: bool,
    pub link: String,
    pub region: String,
    pub audience: String,
    pub campaign: Option<CampaignId>,
    pub cancelled: bool,
}

/// The published events from today on, the first to end first; 300 at most.
pub async fn public(ctx: &Ctx, q: &mut impl Query) -> DbResult<Vec<Public>> {
    let events = store::coming(q, midnight(ctx, today(ctx)), &Filter::default()).await?;
    let public = |event: Event| {
        let details = event.details;
        let (starts, ends) = iso(ctx.l(), details.span);
        let Span { whole_days, .. } = details.span;
        Public {
            id: event.id,
            layer: details.layer,
            organisation: event.organisation,
            title: details.title,
            place: details.place,
            starts,
            ends,
            whole_days,
            link: details.link,
            region: details.region,
            audience: details.audience,
            campaign: details.campaign,
            cancelled: event.cancellation.is_some(),
        }
    };
    Ok(events.into_iter().map(public).collect())
}
