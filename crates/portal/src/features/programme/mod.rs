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

use platform::lang::{Locales, Localized};

pub const LOCALES: Locales = Locales {
    ky: include_str!("locales/ky.ftl"),
    ru: include_str!("locales/ru.ftl"),
    en: include_str!("locales/en.ftl"),
};

use crate::settings::Settings;
use crate::web::{App, Choice, ChoiceGroup, Ctx, Feature, NavItem, Parts, everybody};
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

/// The programme that tests without a portal use.
#[cfg(test)]
pub fn built_in() -> Programme {
    file::parse(BUILT_IN.1, BUILT_IN.0).expect("the programme inside the binary is whole")
}

/// Every key of a dimension with its words, and first the words for none.
pub fn options(ctx: &Ctx, dimension: Dimension, none: &str) -> Vec<(String, String)> {
    let terms = current(&ctx.app).terms(dimension);
    let terms = terms.map(|(key, name)| (key.to_owned(), name.get(ctx.lang).clone()));
    std::iter::once((String::new(), ctx.l().t(none).into_owned())).chain(terms).collect()
}

/// All of a dimension as choices, of which some are chosen.
pub fn choice_group(ctx: &Ctx, dimension: Dimension, chosen: &[String]) -> ChoiceGroup {
    let choice = |(key, name): (&str, &Localized<String>)| Choice {
        key: key.to_owned(),
        words: name.get(ctx.lang).clone(),
        chosen: chosen.iter().any(|it| it == key),
    };
    let choices = current(&ctx.app).terms(dimension).map(choice).collect();
    ChoiceGroup::new(dimension.code(), ctx.l().t(dimension.label()), choices)
}
