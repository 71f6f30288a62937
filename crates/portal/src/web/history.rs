//! Events as people read them: one sentence each, in their language, with a link. Record pages, notices and the
//! audit share it, so that one thing is never told in two ways.

use super::app::App;
use super::context::Ctx;
use super::error::Error;
use super::names::Names;
use platform::activity::{self, Activity, Position};
use platform::actor::Actor;
use platform::db::ReadTx;
use platform::lang::L10n;
use platform::subject::Subject;

/// How much of a record's history a page shows; the audit has all of it.
const LONGEST: i64 = 200;

/// One event as a line of a list. Show a list with the macro `timeline` of `web/pages/history.html`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryEntry {
    pub seq: i64,
    pub sentence: String,
    /// Who did it, in words.
    pub actor: String,
    /// When, in the reader's words and for machines.
    pub at: String,
    pub iso: String,
    /// Where the record can be seen.
    pub href: Option<String>,
}

/// What happened to one record, newest first, without what this reader may not see.
pub async fn history(ctx: &Ctx, tx: &mut ReadTx, subject: Subject) -> Result<Vec<HistoryEntry>, Error> {
    let events = activity::of_subject(tx, subject, Position(i64::MAX), LONGEST).await?;
    let visible = ctx.app.visible(tx, &ctx.actor(), &events).await?;
    let events: Vec<Activity> =
        events.into_iter().zip(visible).filter_map(|(event, may)| may.then_some(event)).collect();
    tell(ctx, tx, &events).await
}

/// Events as lines, in the same order. The names of all people come in one query. Rights are not judged here.
pub async fn tell(ctx: &Ctx, tx: &mut ReadTx, events: &[Activity]) -> Result<Vec<HistoryEntry>, Error> {
    let names = ctx.app.names(tx, events).await?;
    let l = ctx.l();
    let entry = |event: &Activity| HistoryEntry {
        seq: event.seq,
        sentence: ctx.app.sentence(event, l, &names),
        actor: names.actor(event, l),
        at: l.date_time(event.at),
        iso: l.iso(event.at),
        href: ctx.app.path_of(event).map(|path| ctx.path(&path)),
    };
    Ok(events.iter().map(entry).collect())
}

impl App {
    /// What happened, in one sentence.
    pub fn sentence(&self, event: &Activity, l: &L10n, names: &Names) -> String {
        let described = self.feature_of(event).and_then(|feature| (feature.describe)(event, l, names));
        // The log outlives sections: what nobody can tell any more is still named, never left out.
        described.unwrap_or_else(|| l.f1("web-event-unknown", "kind", event.kind.as_str()))
    }

    /// Where the record of an event can be seen; the path after the language.
    pub fn path_of(&self, event: &Activity) -> Option<String> {
        self.feature_of(event).and_then(|feature| (feature.path)(event))
    }

    /// Which of these events an actor may see now, in the same order; each section judges its own in one go.
    pub async fn visible(
        &self,
        tx: &mut ReadTx,
        actor: &Actor,
        events: &[Activity],
    ) -> platform::db::Result<Vec<bool>> {
        let mut visible = vec![actor.signed_in().is_some(); events.len()];
        for feature in self.features {
            let Some(judge) = feature.visible else { continue };
            let (places, own): (Vec<usize>, Vec<Activity>) =
                events.iter().cloned().enumerate().filter(|(_, event)| feature.owns(event)).unzip();
            if own.is_empty() {
                continue;
            }
            for (place, may) in places.into_iter().zip(judge(tx, actor, &own).await?) {
                visible[place] = may;
            }
        }
        Ok(visible)
    }
}
