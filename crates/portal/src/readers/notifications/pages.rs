//! The list of notices, and its ten newest on a member's home page.

use super::store::{self, Notified};
use crate::web::{Ctx, Error, GalleryPage, HistoryEntry, Link, Panel, PanelItem, Shell, tell};
use askama::Template;
use platform::actor::MemberId;
use platform::clock::Timestamp;
use platform::db::ReadTx;

const PER_PAGE: usize = 30;
const ON_HOME: usize = 10;

#[derive(Template)]
#[template(path = "readers/notifications/pages/index.html")]
pub struct Index {
    p: Shell,
    items: Vec<Item>,
    /// Notices that other pages hold and that were not seen yet.
    more_unseen: bool,
    older: Option<String>,
    newest: Option<String>,
}

struct Item {
    entry: HistoryEntry,
    new: bool,
}

/// A page and the first and last event on it, if one of them is new to the reader.
pub struct Shown {
    pub page: Index,
    pub unseen: Option<(i64, i64)>,
}

pub async fn index(ctx: &Ctx, tx: &mut ReadTx, member: MemberId, before: i64) -> Result<Shown, Error> {
    let p = Shell::new(ctx, tx, &ctx.l().t("notifications-title")).await?;
    let mut notified = store::of_member(tx, member, before, PER_PAGE + 1).await?;
    let has_older = notified.len() > PER_PAGE;
    notified.truncate(PER_PAGE);
    let path = ctx.path("/notifications");
    let last = notified.last().map(|last| last.event.seq);
    let here = notified.iter().filter(|notice| notice.seen_at.is_none()).count();
    let unseen = store::unseen(tx, member).await?;
    let bounds = notified.first().zip(notified.last()).map(|(new, old)| (old.event.seq, new.event.seq));
    let page = Index {
        p,
        older: last.filter(|_| has_older).map(|last| format!("{path}?before={last}")),
        newest: (before != i64::MAX).then_some(path),
        more_unseen: usize::try_from(unseen).is_ok_and(|unseen| unseen > here),
        items: items(ctx, tx, notified).await?,
    };
    Ok(Shown { page, unseen: bounds.filter(|_| here > 0) })
}

/// Notices as lines, without those whose record this member may no longer see.
async fn items(ctx: &Ctx, tx: &mut ReadTx, notified: Vec<Notified>) -> Result<Vec<Item>, Error> {
    let (events, seen): (Vec<_>, Vec<Option<Timestamp>>) =
        notified.into_iter().map(|notice| (notice.event, notice.seen_at)).unzip();
    let visible = ctx.app.visible(tx, &ctx.actor(), &events).await?;
    let entries = tell(ctx, tx, &events).await?.into_iter().zip(seen).zip(visible);
    Ok(entries
        .filter(|(_, visible)| *visible)
        .map(|((entry, seen_at), _)| Item { entry, new: seen_at.is_none() })
        .collect())
}

/// What changed since I was here.
pub async fn panels(ctx: &Ctx, tx: &mut ReadTx) -> Result<Vec<Panel>, Error> {
    let Some(member) = ctx.member() else { return Ok(Vec::new()) };
    let l = ctx.l();
    let notified = store::of_member(tx, member.id, i64::MAX, ON_HOME).await?;
    let path = ctx.path("/notifications");
    let panel_item = |item: Item| PanelItem {
        link: Link::new(item.entry.href.unwrap_or_else(|| path.clone()), item.entry.sentence),
        note: item.entry.at,
    };
    Ok(vec![Panel {
        order: 30,
        title: l.t("notifications-panel").into_owned(),
        items: items(ctx, tx, notified).await?.into_iter().map(panel_item).collect(),
        empty: l.t("notifications-empty-text").into_owned(),
        more: Some(Link::new(path.clone(), l.t("notifications-panel-more"))),
    }])
}

pub fn gallery(ctx: &Ctx) -> Vec<GalleryPage> {
    let title = ctx.l().t("notifications-title");
    let sentences = match ctx.lang {
        platform::lang::Lang::Ky => {
            ["«Коопсуз жол» текстин Бакыт бекитти", "Айгүл «Иш берүүчүгө» текстин жөнөттү"]
        }
        platform::lang::Lang::Ru => {
            ["Текст «Безопасная дорога» согласован: Бакыт", "Текст «Работодателю» отправлен: Айгүл"]
        }
        platform::lang::Lang::En => ["Bakyt approved “A safe road”", "Aigul submitted “To the employer”"],
    };
    let at = ctx.app.db.clock().now();
    let item = |(place, sentence): (usize, &str)| Item {
        entry: HistoryEntry {
            seq: 0,
            sentence: sentence.to_owned(),
            actor: String::new(),
            at: ctx.l().date_time(at),
            iso: ctx.l().iso(at),
            href: (place == 0).then(|| ctx.path("/notifications")),
        },
        new: place == 0,
    };
    let page = |name, items: Vec<Item>, older| GalleryPage {
        name,
        html: Index {
            p: Shell::plain(ctx, &title),
            items,
            more_unseen: older,
            older: older.then(|| ctx.path("/notifications?before=9")),
            newest: None,
        }
        .render()
        .unwrap_or_else(|error| error.to_string()),
    };
    vec![
        page("notifications", sentences.into_iter().enumerate().map(item).collect(), true),
        page("notifications-empty", Vec::new(), false),
    ]
}
