//! Search: one box over everything the sections declare to be found, in three languages, with rights judged when somebody
//! asks.
//!
//! A projection of the log that every instance keeps for itself, in `DATA/search/`, and that can be thrown away: `follow.rs`
//! keeps it in step, `rebuild.rs` makes it anew. `analysis.rs` and `query.rs` know the words, `walk.rs` bounds the work,
//! `snapshot.rs` orders what was found. What is shown is loaded from the sections again, so an index that lags leaks nothing.
//! People are not found here, and who looked for what is not kept; see `log.rs`.

mod analysis;
mod dictionary;
mod filters;
mod follow;
mod home;
mod index;
mod keeper;
mod log;
mod pages;
mod part;
mod query;
#[cfg(test)]
mod ranking_tests;
mod rebuild;
mod routes;
mod samples;
mod snapshot;
mod snippets;
#[cfg(feature = "testing")]
pub mod speed;
mod store;
mod synonyms;
#[cfg(test)]
mod tests;
mod walk;

pub use follow::{Follower, follow};
pub use rebuild::run as rebuild;

use crate::web::{Feature, NavItem, moderators};
use keeper::Keeper;
use platform::actor::Actor;
use platform::jobs::{Handler, Schedule};
use platform::lang::Locales;
use std::path::Path;
use std::time::Duration;

const PRUNE: &str = "search.prune";
/// How long counted queries are kept.
const KEPT: Duration = Duration::from_hours(24 * 180);

pub const FEATURE: Feature = Feature {
    name: "search",
    locales: Locales {
        ky: include_str!("locales/ky.ftl"),
        ru: include_str!("locales/ru.ftl"),
        en: include_str!("locales/en.ftl"),
    },
    routes: routes::routes,
    statements: || store::ALL.to_vec(),
    nav: &[NavItem {
        label: "search-unanswered-title",
        order: 75,
        path: "/search/unanswered",
        shown_to: moderators,
        count: None,
    }],
    open: Some(|_, parts| {
        parts.put(Keeper::default());
        Ok(())
    }),
    jobs: &[Handler {
        kind: PRUNE,
        attempts: 3,
        run: |app, job| {
            Box::pin(async move {
                let mut tx = app.db.write(&Actor::System("search")).await?;
                let before = app.l(app.settings.portal.language).today(tx.now() - KEPT);
                store::prune(&mut tx, &before.to_string()).await?;
                job.complete(&mut tx).await?;
                tx.commit_unrecorded("old counts are forgotten").await?;
                Ok(())
            })
        },
    }],
    schedules: &[Schedule { kind: PRUNE, every: Duration::from_hours(24) }],
    gauges: Some(|app| {
        let keeper: &Keeper = app.part();
        let entries = keeper.snapshot().map_or(0, |snapshot| snapshot.entries());
        vec![
            ("birge_search_entries", "Entries in the index.", i64::try_from(entries).unwrap_or(i64::MAX)),
            ("birge_search_lag", "Events of the log the index has not seen yet.", keeper.behind()),
        ]
    }),
    gallery: Some(samples::gallery),
    ..Feature::EMPTY
};

/// What there is on disk, for `birge doctor`.
pub struct State {
    pub entries: u64,
    pub bytes: u64,
    /// All events up to this one are in it.
    pub position: i64,
}

/// None if there is no index of this version.
pub fn state(data_dir: &Path) -> Option<State> {
    let home = home::Home::of(data_dir);
    let opened = index::Opened::open(&home.current()?)?;
    Some(State { entries: opened.entries(), bytes: home.size(), position: opened.mark()?.position })
}
