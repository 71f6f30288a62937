//! The audit: everything that ever happened, as sentences, for those who answer for the portal.
//!
//! It is a page over the log and owns no table. No event is left out. What a draft of another organisation says, its title
//! included, is; only the whole log that is taken away to verify it holds that, too.

mod events;
mod export;
mod filter;
mod pages;
mod policy;
mod routes;
mod store;

pub use export::lines_of;

use crate::web::{Feature, NavItem};
use platform::lang::Locales;

pub const FEATURE: Feature = Feature {
    name: "audit",
    locales: Locales {
        ky: include_str!("locales/ky.ftl"),
        ru: include_str!("locales/ru.ftl"),
        en: include_str!("locales/en.ftl"),
    },
    routes: routes::routes,
    statements: || store::ALL.to_vec(),
    nav: &[NavItem {
        label: "audit-title",
        order: 80,
        path: "/audit",
        shown_to: policy::shown_to,
        count: None,
    }],
    events: &[events::EXPORTED],
    describe: events::describe,
    path: |_| Some("/audit".into()),
    visible: Some(|_, actor, events| {
        let may = vec![policy::shown_to(actor.signed_in()); events.len()];
        Box::pin(async move { Ok(may) })
    }),
    gallery: Some(pages::gallery),
    ..Feature::EMPTY
};

/// For a copy that a command takes: the event that says so.
pub fn exported_whole() -> platform::activity::NewActivity {
    events::LogExported { filter: filter::Filter::default() }.into()
}
