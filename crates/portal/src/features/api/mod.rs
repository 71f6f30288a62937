//! The section `api`: what the public site shows, for other programs. Read-only, without a key, the same for everybody.
//!
//! Addresses begin with `/api/v1`; what they answer only grows. `openapi.json` describes them, made from the code and compared
//! with the committed copy. The script that partners put beside a text on their sites asks here (`assets/embed.js`, served as
//! `/embed/v1.js`). Not here: anything of members, and any way to write.

mod answers;
mod pages;
mod parameters;
mod problem;
mod routes;
#[cfg(test)]
mod tests;

use crate::web::{Feature, NavItem, everybody};
use platform::lang::Locales;

pub const FEATURE: Feature = Feature {
    name: "api",
    locales: Locales {
        ky: include_str!("locales/ky.ftl"),
        ru: include_str!("locales/ru.ftl"),
        en: include_str!("locales/en.ftl"),
    },
    routes: routes::routes,
    foot: &[NavItem { label: "api-title", order: 9, path: "/developers", shown_to: everybody, count: None }],
    gallery: Some(pages::gallery),
    ..Feature::EMPTY
};
