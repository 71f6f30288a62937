//! The three languages of the portal, for everything people read: interface texts (`Catalogue`), dates and numbers (`L10n`), and
//! content that exists in each language (`Localized`). Folding and searching of words are not here; they are in the crate `morph`.

mod catalogue;
mod l10n;

use std::fmt;

pub use catalogue::{Arg, Catalogue, CatalogueError, Locales};
pub use jiff::tz::TimeZone;
pub use l10n::L10n;
use serde::{Deserialize, Serialize};

/// A language of the portal. The order is the order of language switches.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    Ky,
    Ru,
    En,
}

impl Lang {
    pub const ALL: [Self; 3] = [Self::Ky, Self::Ru, Self::En];

    /// The code in addresses, in the database and in `lang` attributes.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ky => "ky",
            Self::Ru => "ru",
            Self::En => "en",
        }
    }

    /// The language of a code; `None` for everything but exactly `ky`, `ru` and `en`.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// How its speakers call the language, for language switches.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Ky => "Кыргызча",
            Self::Ru => "Русский",
            Self::En => "English",
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

/// One piece of content in all three languages, such as the name of a task in a programme file.
///
/// ```
/// use platform::lang::{Lang, Localized};
/// let name: Localized<String> = toml::from_str("ky = 'Иш'\nru = 'Дело'\nen = 'Work'").unwrap();
/// assert_eq!(name.get(Lang::Ru), "Дело");
/// assert!(toml::from_str::<Localized<String>>("ky = 'Иш'\nru = 'Дело'").is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Localized<T> {
    pub ky: T,
    pub ru: T,
    pub en: T,
}

impl<T> Localized<T> {
    /// The piece in one language.
    pub const fn get(&self, lang: Lang) -> &T {
        match lang {
            Lang::Ky => &self.ky,
            Lang::Ru => &self.ru,
            Lang::En => &self.en,
        }
    }

    /// Makes the piece of each language.
    pub fn from_fn(mut make: impl FnMut(Lang) -> T) -> Self {
        Self { ky: make(Lang::Ky), ru: make(Lang::Ru), en: make(Lang::En) }
    }

    /// The three pieces with their languages, in the order of [`Lang::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &T)> {
        Lang::ALL.into_iter().map(|lang| (lang, self.get(lang)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_exact_codes_are_languages() {
        assert_eq!(Lang::ALL.map(|lang| Lang::parse(lang.code())), Lang::ALL.map(Some));
        assert_eq!([Lang::parse("KY"), Lang::parse("kg"), Lang::parse(""), Lang::parse("ky-KG")], [None; 4]);
        assert_eq!(serde_json::to_string(&Lang::Ky).unwrap(), "\"ky\"");
    }

    #[test]
    fn an_unknown_language_in_content_is_refused() {
        let text = "ky = 'а'\nru = 'б'\nen = 'c'\nkg = 'd'";
        assert!(toml::from_str::<Localized<String>>(text).unwrap_err().to_string().contains("kg"));
    }

    #[test]
    fn content_is_made_and_walked_in_the_order_of_the_languages() {
        let codes = Localized::from_fn(Lang::code);
        assert_eq!(
            codes.iter().collect::<Vec<_>>(),
            [(Lang::Ky, &"ky"), (Lang::Ru, &"ru"), (Lang::En, &"en")]
        );
    }
}
