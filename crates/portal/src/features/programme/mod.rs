//! The strategy as data: the tasks, audiences, channels, regions, themes and duties that every other section
//! refers to by key. One file of `programmes/` holds one programme; nothing about a country or a period
//! stands in code. Members' additions, measures and their progress are not part of the file.

mod file;
pub mod model;
mod pages;
mod reading;
mod routes;
mod search;

#[cfg(test)]
mod model_tests;
#[cfg(test)]
mod tests;

use platform::lang::Locales;

pub const LOCALES: Locales = Locales {
    ky: include_str!("locales/ky.ftl"),
    ru: include_str!("locales/ru.ftl"),
    en: include_str!("locales/en.ftl"),
};

use crate::settings::Settings;
use crate::web::{App, Feature, NavItem, Parts, everybody};
use anyhow::Context;

pub use file::parse;
pub use model::{Dimension, Programme};

pub const FEATURE: Feature = Feature {
    name: "programme",
    locales: LOCALES,
    routes: routes::routes,
    nav: &[NavItem {
        label: "programme-title",
        order: 40,
        path: "/programme",
        shown_to: everybody,
        count: None,
    }],
    search: Some(search::SEARCH),
    gallery: Some(routes::gallery),
    open: Some(open),
    ..Feature::EMPTY
};

/// The programme inside the binary, for a portal whose configuration names none.
const BUILT_IN: (&str, &str) =
    ("kg-2022-2025.toml", include_str!("../../../../../programmes/kg-2022-2025.toml"));

fn open(settings: &Settings, parts: &mut Parts) -> anyhow::Result<()> {
    let path = &settings.portal.programme;
    let (name, text) = if path.is_empty() {
        (BUILT_IN.0.to_owned(), BUILT_IN.1.to_owned())
    } else {
        let text = std::fs::read_to_string(path).with_context(|| format!("`portal.programme` {path}"))?;
        (path.clone(), text)
    };
    let programme = file::parse(&text, &name).map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(|problem| format!("{name}, {problem}")).collect();
        anyhow::anyhow!(lines.join("\n"))
    })?;
    parts.put(programme);
    Ok(())
}

/// The programme this portal serves.
pub fn current(app: &App) -> &Programme {
    app.part()
}
