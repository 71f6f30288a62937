//! The audit page: filters, count, rows.

use super::filter::Filter;
use super::store::{self, COUNTED};
use crate::web::{Ctx, Error, Feature, GalleryPage, HistoryEntry, Shell, tell};
use askama::Template;
use platform::activity::Activity;
use platform::clock::Timestamp;
use platform::db::ReadTx;
use platform::lang::{Lang, Localized};

const PER_PAGE: usize = 50;

#[derive(Template)]
#[template(path = "readers/audit/pages/index.html")]
pub struct Index {
    p: Shell,
    filter: Filter,
    sections: Vec<Choice>,
    people: Vec<Choice>,
    count: String,
    entries: Vec<HistoryEntry>,
    older: Option<String>,
    newest: Option<String>,
}

struct Choice {
    value: String,
    label: String,
    chosen: bool,
}

pub async fn index(ctx: &Ctx, tx: &mut ReadTx, filter: Filter, before: Option<i64>) -> Result<Index, Error> {
    let l = ctx.l();
    let p = Shell::new(ctx, tx, &l.t("audit-title")).await?;
    let counted = store::count(tx, &filter, l).await?;
    let mut events = store::list(tx, &filter, l, before.unwrap_or(i64::MAX), PER_PAGE + 1).await?;
    let has_older = events.len() > PER_PAGE;
    events.truncate(PER_PAGE);
    let address = |before| {
        let query = filter.query(before);
        if query.is_empty() { ctx.path("/audit") } else { format!("{}?{query}", ctx.path("/audit")) }
    };
    Ok(Index {
        p,
        sections: sections(ctx, &filter),
        people: people(ctx, tx, &filter).await?,
        count: count(ctx, counted),
        older: events.last().filter(|_| has_older).map(|last| address(Some(last.seq))),
        newest: before.map(|_| address(None)),
        entries: lines(ctx, tx, &events).await?,
        filter,
    })
}

/// Events as lines. That something was done is told of everything; what it was about, only to who may see that: the log
/// names drafts, and drafts are their organisation's.
pub async fn lines(ctx: &Ctx, tx: &mut ReadTx, events: &[Activity]) -> Result<Vec<HistoryEntry>, Error> {
    let visible = ctx.app.visible(tx, &ctx.actor(), events).await?;
    let mut lines = tell(ctx, tx, events).await?;
    for (line, event) in lines.iter_mut().zip(events).zip(visible).filter(|(_, may)| !may).map(|(it, _)| it) {
        let section = ctx.app.feature_of(event).map(|feature| label(ctx, feature)).unwrap_or_default();
        line.sentence =
            ctx.l().f("audit-hidden", &[("who", line.actor.as_str().into()), ("section", section.into())]);
        line.href = None;
    }
    Ok(lines)
}

/// A section by its name in the navigation or else by its word.
fn label(ctx: &Ctx, feature: &Feature) -> String {
    feature.nav.first().map_or(feature.name.into(), |item| ctx.l().t(item.label)).into_owned()
}

fn count(ctx: &Ctx, counted: i64) -> String {
    let key = if counted > COUNTED { "audit-count-more" } else { "audit-count" };
    ctx.l().f1(key, "n", counted.min(COUNTED))
}

/// Every section that records events.
fn sections(ctx: &Ctx, filter: &Filter) -> Vec<Choice> {
    let recording = ctx.app.features.iter().filter(|feature| !feature.events.is_empty());
    let choice = |feature: &&Feature| Choice {
        value: feature.name.to_owned(),
        label: label(ctx, feature),
        chosen: feature.name == filter.section,
    };
    recording.map(choice).collect()
}

/// Everybody who ever did something, by name.
async fn people(ctx: &Ctx, tx: &mut ReadTx, filter: &Filter) -> Result<Vec<Choice>, Error> {
    let members = store::members(tx).await?;
    let names = ctx.app.names_of(tx, &members).await?;
    let choice = |member: &platform::actor::MemberId| Choice {
        value: member.to_string(),
        label: names.of(*member, ctx.l()),
        chosen: member.to_string() == filter.person,
    };
    let mut people: Vec<Choice> = members.iter().map(choice).collect();
    people.sort_by(|a, b| a.label.cmp(&b.label));
    Ok(people)
}

pub fn gallery(ctx: &Ctx) -> Vec<GalleryPage> {
    let l = ctx.l();
    let texts: [Localized<&str>; 3] = [
        Localized {
            ky: "«Коопсуз жол» тексти жарыяланды",
            ru: "Опубликован текст «Безопасная дорога»",
            en: "“A safe road” was published",
        },
        Localized {
            ky: "«Коопсуз жол» текстин Бакыт бекитти",
            ru: "Текст «Безопасная дорога» согласован: Бакыт",
            en: "Bakyt approved “A safe road”",
        },
        Localized { ky: "Айгүл кирди", ru: "Вход: Айгүл", en: "Aigul signed in" },
    ];
    let at = |minutes: i64| Timestamp(ctx.app.db.clock().now().0 - minutes * 60_000);
    let entries = texts.iter().zip([0, 12, 95]).map(|(text, minutes)| HistoryEntry {
        seq: 0,
        sentence: (*text.get(ctx.lang)).to_owned(),
        actor: if ctx.lang == Lang::En { "Aigul" } else { "Айгүл" }.to_owned(),
        at: l.date_time(at(minutes)),
        iso: l.iso(at(minutes)),
        href: (minutes < 90).then(|| ctx.path("/audit")),
    });
    let page = |name, entries: Vec<HistoryEntry>, filter: Filter, counted| GalleryPage {
        name,
        html: Index {
            p: Shell::plain(ctx, &l.t("audit-title")),
            sections: sections(ctx, &filter),
            people: Vec::new(),
            count: count(ctx, counted),
            older: (!entries.is_empty()).then(|| ctx.path("/audit?before=9")),
            newest: None,
            entries,
            filter,
        }
        .render()
        .unwrap_or_else(|error| error.to_string()),
    };
    let nobody = Filter { from: "2026-01-01".into(), to: "2026-01-02".into(), ..Filter::default() };
    vec![
        page("audit", entries.collect(), Filter::default(), COUNTED + 1),
        page("audit-empty", Vec::new(), nobody, 0),
    ]
}
