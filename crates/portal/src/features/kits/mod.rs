//! The section `kits`: published texts put together for one purpose, say everything an employer needs, to print or to pass on.
//!
//! A *kit* is an ordered set of documents with a title and an introduction in three languages, for an audience and a theme of
//! the programme. It keeps no text of its own: it shows what is published of each document, in the reader's language, else in
//! another one and says so. Contributors propose kits, which their organisation sees; chair and approvers publish them and
//! take them back.

mod actions;
mod download;
mod events;
mod forms;
mod model;
mod pages;
mod routes;
mod samples;
mod search;
mod store;
#[cfg(test)]
mod tests;
mod zip;

pub use model::KitId;
pub use pages::{Published, links, published, published_paths};

use crate::web::proposals;
use crate::web::{Feature, Merge, NavItem, Personal, everybody};
use platform::lang::Locales;

pub const FEATURE: Feature = Feature {
    name: "kits",
    locales: Locales {
        ky: include_str!("locales/ky.ftl"),
        ru: include_str!("locales/ru.ftl"),
        en: include_str!("locales/en.ftl"),
    },
    routes: routes::routes,
    statements: || store::ALL.to_vec(),
    nav: &[NavItem { label: "kits-title", order: 15, path: "/kits", shown_to: everybody, count: None }],
    events: events::KINDS,
    describe: events::describe,
    path: events::path,
    visible: Some(|tx, actor, events| Box::pin(proposals::visible(tx, &store::VISIBLE, actor, events))),
    touches: events::touches,
    panels: Some(|ctx, tx| Box::pin(pages::panels(ctx, tx))),
    panels_of: Some(|ctx, tx, subject| Box::pin(pages::panels_of(ctx, tx, subject))),
    uses: Some(|ctx, tx, subject| Box::pin(pages::uses(ctx, tx, subject))),
    merge: Some(Merge {
        count: |tx, from| Box::pin(async move { Ok(vec![("kits-moves", store::count_of(tx, from).await?)]) }),
        carry: |tx, from, into| Box::pin(store::carry(tx, from, into)),
    }),
    // Who began a kit is part of its history; the id that stays leads to nobody.
    personal: Some(Personal {
        copy: |tx, id| Box::pin(store::copy(tx, id)),
        erase: |_, _| Box::pin(async { Ok(()) }),
    }),
    search: Some(search::SEARCH),
    gallery: Some(samples::gallery),
    seed: Some(|app, plan| Box::pin(samples::seed(app, plan))),
    ..Feature::EMPTY
};

/// The page of a kit; the path after the language.
pub fn path(kit: KitId) -> String {
    format!("/kits/{kit}")
}
