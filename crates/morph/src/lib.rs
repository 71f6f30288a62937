//! Words of Kyrgyz, Russian and English: folding, keys for search, inflection-aware matching.

mod kyrgyz;

use std::borrow::Cow;

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

pub fn key(language: Language, word: &str) -> Cow<'_, str> {
    use snowball_stemmers_rs::{Algorithm, Stemmer};
    match language {
        Language::Kyrgyz => kyrgyz::stem(word).map_or(Cow::Borrowed(word), Cow::Owned),
        Language::Russian => Stemmer::create(Algorithm::Russian).stem(word).into_owned().into(),
        Language::English => Stemmer::create(Algorithm::English).stem(word).into_owned().into(),
    }
}
