//! The section `campaigns`: what the partners do together for a time, so that one message reaches some audiences by several
//! ways at once.
//!
//! A *campaign* has a title and a goal in three languages, a first and a last day, a theme of the programme, whom, where and
//! by which ways it reaches, an organisation that leads it and others that support it. Contributors propose campaigns, chair
//! and approvers publish them. By the day a published one is coming, *running* or over; nobody sets that. Texts, kits and
//! events name their campaign; its page asks their sections for them (`Feature::panels_of`). Not here: plans by region, what
//! partners take on, and reports.

mod actions;
mod events;
mod forms;
mod memory;
mod model;
mod pages;
mod routes;
mod samples;
mod search;
mod store;
#[cfg(test)]
mod tests;

pub use events::subject;
pub use memory::published;
pub use model::{Campaign, CampaignId, Phase, Published};
pub use pages::{choices, link};

use crate::features::organisations;
use crate::web::proposals;
use crate::web::{Feature, Merge, NavItem, Personal, Remembered, everybody};
use platform::lang::Locales;

pub const FEATURE: Feature = Feature {
    name: "campaigns",
    locales: Locales {
        ky: include_str!("locales/ky.ftl"),
        ru: include_str!("locales/ru.ftl"),
        en: include_str!("locales/en.ftl"),
    },
    routes: routes::routes,
    statements: || store::ALL.to_vec(),
    nav: &[NavItem { label: "campaigns-title", order: 16, path: INDEX, shown_to: everybody, count: None }],
    events: events::KINDS,
    describe: events::describe,
    path: events::path,
    visible: Some(|tx, actor, events| Box::pin(proposals::visible(tx, &store::VISIBLE, actor, events))),
    touches: events::touches,
    panels: Some(|ctx, tx| Box::pin(pages::panels(ctx, tx))),
    panels_of: Some(|ctx, _, subject| Box::pin(async move { Ok(pages::panels_of(ctx, subject)) })),
    merge: Some(Merge {
        count: |tx, from| Box::pin(store::counts_of(tx, from)),
        carry: |tx, from, into| Box::pin(store::carry(tx, from, into)),
    }),
    // Who proposed a campaign is part of its history; the id that stays leads to nobody.
    personal: Some(Personal {
        copy: |tx, id| Box::pin(store::copy(tx, id)),
        erase: |_, _| Box::pin(async { Ok(()) }),
    }),
    open: Some(|_, parts| {
        parts.put(memory::Kept::default());
        Ok(())
    }),
    remembered: Some(Remembered {
        subjects: &[events::ALL, organisations::MERGERS],
        load: |app| Box::pin(memory::load(app)),
    }),
    search: Some(search::SEARCH),
    gallery: Some(samples::gallery),
    seed: Some(|app, plan| Box::pin(samples::seed(app, plan))),
    ..Feature::EMPTY
};

const INDEX: &str = "/campaigns";

/// The page of a campaign; the path after the language.
pub fn path(campaign: CampaignId) -> String {
    format!("{INDEX}/{campaign}")
}
