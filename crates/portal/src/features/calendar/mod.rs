//! The section `calendar`: events that everybody may come to or know of, as pages and for the calendars of other programs.
//!
//! An *event* has a title in three languages, a layer, a time or whole days, a place, and the organisation that holds it.
//! Contributors propose events, chair and approvers publish them. A published one can be *cancelled* with a reason: it stays
//! readable, and calendars that hold it learn of it. Campaigns stand in the calendar too, asked of their own section. Not
//! here: who comes, meetings of the working group, and calendars of members.

mod actions;
mod events;
mod feed;
mod forms;
mod ical;
mod model;
mod pages;
mod routes;
mod samples;
mod search;
mod store;
#[cfg(test)]
mod tests;
mod wording;

pub use model::{EventId, Layer};
pub use pages::{Public, coming, public, published_paths};

use crate::web::proposals;
use crate::web::{Feature, Merge, NavItem, Personal, everybody};
use platform::lang::Locales;

pub const FEATURE: Feature = Feature {
    name: "calendar",
    locales: Locales {
        ky: include_str!("locales/ky.ftl"),
        ru: include_str!("locales/ru.ftl"),
        en: include_str!("locales/en.ftl"),
    },
    routes: routes::routes,
    statements: || store::ALL.to_vec(),
    nav: &[NavItem { label: "calendar-title", order: 17, path: INDEX, shown_to: everybody, count: None }],
    events: events::KINDS,
    describe: events::describe,
    path: events::path,
    visible: Some(|tx, actor, events| Box::pin(proposals::visible(tx, &store::VISIBLE, actor, events))),
    touches: events::touches,
    panels: Some(|ctx, tx| Box::pin(pages::panels(ctx, tx))),
    panels_of: Some(|ctx, tx, subject| Box::pin(pages::panels_of(ctx, tx, subject))),
    merge: Some(Merge {
        count: |tx, from| {
            Box::pin(async move { Ok(vec![("calendar-moves", store::count_of(tx, from).await?)]) })
        },
        carry: |tx, from, into| Box::pin(store::carry(tx, from, into)),
    }),
    // Who proposed an event is part of its history; the id that stays leads to nobody.
    personal: Some(Personal {
        copy: |tx, id| Box::pin(store::copy(tx, id)),
        erase: |_, _| Box::pin(async { Ok(()) }),
    }),
    search: Some(search::SEARCH),
    gallery: Some(samples::gallery),
    seed: Some(|app, plan| Box::pin(samples::seed(app, plan))),
    ..Feature::EMPTY
};

const INDEX: &str = "/calendar";

/// The page of an event; the path after the language.
pub fn path(event: EventId) -> String {
    format!("{INDEX}/{event}")
}
