//! The fixed pages and their slots. Pure.

use crate::features::programme::{Dimension, Programme};
use platform::lang::Localized;

/// A place for one text, on the page of the same name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Slot {
    About,
    Help,
    SafeMigration,
    Trafficking,
    Press,
    /// The introduction for an audience of the programme, by its key.
    Audience(String),
}

const FIXED: [Slot; 5] = [Slot::Help, Slot::SafeMigration, Slot::Trafficking, Slot::Press, Slot::About];

impl Slot {
    /// Every slot, in the order in which members see them.
    pub fn all(programme: &Programme) -> Vec<Slot> {
        let audiences = programme.terms(Dimension::Audience).map(|(key, _)| Slot::Audience(key.to_owned()));
        FIXED.into_iter().chain(audiences).collect()
    }

    /// As the database and addresses know it.
    pub fn key(&self) -> String {
        match self {
            Slot::About => "about".to_owned(),
            Slot::Help => "help".to_owned(),
            Slot::SafeMigration => "safe-migration".to_owned(),
            Slot::Trafficking => "trafficking".to_owned(),
            Slot::Press => "press".to_owned(),
            Slot::Audience(key) => format!("for-{key}"),
        }
    }

    pub fn parse(key: &str, programme: &Programme) -> Option<Slot> {
        Slot::all(programme).into_iter().find(|slot| slot.key() == key)
    }

    /// The page; the path after the language.
    pub fn path(&self) -> String {
        match self {
            Slot::Audience(key) => format!("/for/{key}"),
            fixed => format!("/{}", fixed.key()),
        }
    }

    /// The message that names a fixed page; that of an audience is named by the programme.
    pub fn label(&self) -> Option<&'static str> {
        match self {
            Slot::About => Some("site-about"),
            Slot::Help => Some("site-help"),
            Slot::SafeMigration => Some("site-safe-migration"),
            Slot::Trafficking => Some("site-trafficking"),
            Slot::Press => Some("site-press"),
            Slot::Audience(_) => None,
        }
    }

    /// The theme of the programme whose texts a page lists under its own.
    pub fn theme(&self) -> Option<&'static str> {
        match self {
            Slot::SafeMigration => Some("safe-migration"),
            Slot::Trafficking => Some("what-is-trafficking"),
            _ => None,
        }
    }
}

/// The name of an audience or of a group within one, if the programme has it.
pub fn audience<'p>(programme: &'p Programme, key: &str) -> Option<&'p Localized<String>> {
    programme.terms(Dimension::Audience).find(|(known, _)| *known == key).map(|(_, name)| name)
}

/// What the programme wants to tell an audience; a group without words of its own has those of its audience.
pub fn purpose<'p>(programme: &'p Programme, key: &str) -> Option<&'p Localized<String>> {
    let audience = programme.audience(key)?;
    let group = audience.sub_groups.iter().find(|group| group.key == key);
    Some(group.and_then(|group| group.purpose.as_ref()).unwrap_or(&audience.purpose))
}
