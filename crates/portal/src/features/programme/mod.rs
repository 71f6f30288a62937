//! The strategy as data: the tasks, audiences, channels, regions, themes and duties that every other section
//! refers to by key. One file of `programmes/` holds one programme; nothing about a country or a period
//! stands in code. Members' additions, measures and their progress are not part of the file.

mod file;
pub mod model;
mod reading;

#[cfg(test)]
mod model_tests;

use platform::lang::Locales;

pub const LOCALES: Locales = Locales {
    ky: include_str!("locales/ky.ftl"),
    ru: include_str!("locales/ru.ftl"),
    en: include_str!("locales/en.ftl"),
};
