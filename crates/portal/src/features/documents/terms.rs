//! Under what a text can stand: the terms of the programme, and the campaigns. A tag is a code and a key; what its key means
//! is asked here, for forms, lists, pages and the search alike.

use crate::features::campaigns::{self, Published};
use crate::features::programme::{self, Dimension, Programme};
use crate::web::{App, Choice, ChoiceGroup, Ctx};
use platform::lang::{Lang, Localized};
use std::sync::Arc;

pub const CAMPAIGN: &str = "campaign";

/// All codes, in the order in which they are shown.
pub fn codes() -> impl Iterator<Item = &'static str> {
    Dimension::ALL.into_iter().map(Dimension::code).chain([CAMPAIGN])
}

/// A code as the database and addresses write it.
pub fn code(text: &str) -> Option<&'static str> {
    codes().find(|code| *code == text)
}

/// The message that names a code.
pub fn label(code: &str) -> &'static str {
    Dimension::parse(code).map_or("documents-tag-campaign", Dimension::label)
}

/// The terms as they are now.
pub struct Terms<'a> {
    programme: &'a Programme,
    campaigns: Arc<Published>,
}

impl Terms<'_> {
    pub fn of(app: &App) -> Terms<'_> {
        Terms { programme: programme::current(app), campaigns: campaigns::published(app) }
    }

    /// The words for a key; none for one that the programme does not know and for a campaign that readers do not see.
    pub fn name(&self, code: &str, key: &str, lang: Lang) -> Option<&str> {
        match Dimension::parse(code) {
            Some(dimension) => self.programme.name(dimension, key, lang),
            None => self.campaigns.name(key, lang),
        }
    }

    pub fn is_known(&self, code: &str, key: &str) -> bool {
        self.name(code, key, Lang::En).is_some()
    }

    /// Keys and words.
    fn choices(&self, code: &str, lang: Lang) -> Vec<(String, String)> {
        match Dimension::parse(code) {
            Some(dimension) => {
                let terms = self.programme.terms(dimension);
                terms.map(|(key, name)| (key.to_owned(), name.get(lang).clone())).collect()
            }
            None => {
                let published = self.campaigns.0.iter();
                published.map(|it| (it.id.to_string(), it.details.title.get(lang).clone())).collect()
            }
        }
    }
}

/// All terms as choices, with the chosen ones marked. What has no choice is left out.
pub fn groups(ctx: &Ctx, chosen: &[(String, String)]) -> Vec<ChoiceGroup> {
    let terms = Terms::of(&ctx.app);
    let group = |code: &'static str| {
        let is_chosen = |key: &str| chosen.iter().any(|(known, term)| known == code && term == key);
        let choice = |(key, words): (String, String)| Choice { chosen: is_chosen(&key), key, words };
        let choices = terms.choices(code, ctx.lang).into_iter().map(choice).collect();
        ChoiceGroup::new(code, ctx.l().t(label(code)), choices)
    };
    codes().map(group).filter(|group| !group.choices.is_empty()).collect()
}

/// What the key of a tag stands for, in every language.
pub fn tag_name(app: &App, code: &str, key: &str) -> Option<Localized<String>> {
    let terms = Terms::of(app);
    terms.name(code, key, Lang::En)?;
    Some(Localized::from_fn(|lang| terms.name(code, key, lang).unwrap_or_default().to_owned()))
}
