//! The section `site`: the fixed pages of the public site, for people who come without knowing the portal, and what browsers
//! and search engines ask a site for.
//!
//! Each page has a *slot*: a place for one document, chosen by the chair or an approver, so that even the page about the
//! portal is a text that somebody stands behind. There is no page builder: everything else on a page is put together from
//! what the sections have. A slot whose text is not published is empty: readers see the rest of the page, members what is
//! missing.

mod actions;
mod events;
mod machines;
mod model;
mod offline;
mod pages;
mod policy;
mod routes;
mod samples;
mod store;
#[cfg(test)]
mod tests;

use crate::web::{Feature, NavItem, everybody};
use platform::lang::Locales;

const fn page(label: &'static str, order: u8, path: &'static str) -> NavItem {
    NavItem { label, order, path, shown_to: everybody, count: None }
}

pub const FEATURE: Feature = Feature {
    name: "site",
    locales: Locales {
        ky: include_str!("locales/ky.ftl"),
        ru: include_str!("locales/ru.ftl"),
        en: include_str!("locales/en.ftl"),
    },
    routes: routes::routes,
    statements: || store::ALL.to_vec(),
    nav: &[
        page("site-help", 5, "/help"),
        NavItem {
            label: "site-slots",
            order: 75,
            path: "/site/slots",
            shown_to: policy::may_fill,
            count: None,
        },
    ],
    foot: &[
        page("site-safe-migration", 1, "/safe-migration"),
        page("site-trafficking", 2, "/trafficking"),
        page("site-press", 3, "/press"),
        page("site-about", 4, "/about"),
    ],
    events: events::KINDS,
    describe: events::describe,
    path: |_| Some("/site/slots".to_owned()),
    touches: events::touches,
    home: Some(|ctx| Box::pin(routes::home(ctx))),
    uses: Some(|ctx, tx, subject| Box::pin(routes::uses(ctx, tx, subject))),
    gallery: Some(samples::gallery),
    seed: Some(|app, plan| Box::pin(samples::seed(app, plan))),
    ..Feature::EMPTY
};
