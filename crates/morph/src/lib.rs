//! Words of Kyrgyz, Russian and English, for search and for matching terms in texts: one spelling ([`fold`]), words of a
//! text ([`tokens`]), one key for all forms of a word ([`key`]), what a word typed in Latin letters may mean
//! ([`transliterations`]), how many slips are forgiven in a word ([`allowed_typos`]).
//!
//! Pure: no files, no clock, no state. Not here: the index, synonyms, ranking; they belong to those who search.
//!
//! ```
//! use morph::{Language, key};
//! let ky = |word| key(Language::Kyrgyz, word);
//! assert_eq!(ky("мыйзамдарынын"), ky("Мыйзам"));
//! assert_eq!(ky("китеби"), ky("китептер"));
//! assert_ne!(ky("кыз"), ky("кызмат"));
//! ```

mod english;
mod fold;
mod kyrgyz;
mod russian;
mod stopwords;
mod tokens;
mod transliteration;
mod typos;

use std::borrow::Cow;

pub use fold::{fold, loose};
pub use stopwords::stopwords;
pub use tokens::{LONGEST_TOKEN, Token, Tokens, tokens};
pub use transliteration::{MOST_CANDIDATES, transliterations};
pub use typos::allowed_typos;

/// A language words are analysed in. The platform has a type of its own, which a pure crate cannot name; `code` joins them.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Language {
    Kyrgyz,
    Russian,
    English,
}

impl Language {
    pub const ALL: [Self; 3] = [Self::Kyrgyz, Self::Russian, Self::English];

    pub fn code(self) -> &'static str {
        match self {
            Self::Kyrgyz => "ky",
            Self::Russian => "ru",
            Self::English => "en",
        }
    }
}

/// The key of a word: the same for all its forms, and different for other words as far as rules can tell. It is a name,
/// not a word to show. A word in another script than the language's keeps its folded spelling.
///
/// ```
/// use morph::{Language, key};
/// assert_eq!(key(Language::Kyrgyz, "берилген"), key(Language::Kyrgyz, "берүү"));
/// assert_eq!(key(Language::Russian, "людьми"), key(Language::Russian, "человек"));
/// assert_eq!(key(Language::English, "trafficked"), key(Language::English, "trafficking"));
/// ```
pub fn key(language: Language, word: &str) -> Cow<'_, str> {
    match fold(word) {
        Cow::Borrowed(folded) => key_of_folded(language, folded),
        Cow::Owned(folded) => Cow::Owned(key_of_folded(language, &folded).into_owned()),
    }
}

fn key_of_folded(language: Language, folded: &str) -> Cow<'_, str> {
    match language {
        Language::Kyrgyz => kyrgyz::key(folded),
        Language::Russian => russian::key(folded),
        Language::English => english::key(folded),
    }
}

/// The words of a text with their keys. The parts of a hyphenated word follow it.
///
/// ```
/// use morph::{Language, keys_of};
/// let keys: Vec<String> = keys_of(Language::Russian, "Пресс-релизы о законах").map(|(_, key)| key.into_owned()).collect();
/// assert_eq!(keys.len(), 5);
/// assert_eq!(keys[4], morph::key(Language::Russian, "закон"));
/// ```
pub fn keys_of(language: Language, text: &str) -> impl Iterator<Item = (Token<'_>, Cow<'_, str>)> {
    tokens(text)
        .flat_map(|token| {
            let parts = token.parts();
            std::iter::once(token).chain(parts)
        })
        .map(move |token| {
            let key = key(language, token.text);
            (token, key)
        })
}
