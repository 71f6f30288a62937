//! Function words that search may leave out. Short on purpose: published Kyrgyz lists hold адам, кылмыш, укук and мыйзам,
//! which are what people search for here.

use crate::Language;

const KYRGYZ: &[&str] = &[
    "ал",
    "алар",
    "анын",
    "ар",
    "бир",
    "биз",
    "болсо",
    "боюнча",
    "бул",
    "да",
    "дагы",
    "деген",
    "деп",
    "жана",
    "же",
    "кандай",
    "качан",
    "ким",
    "кайсы",
    "мен",
    "менен",
    "муну",
    "не",
    "сен",
    "сиз",
    "силер",
    "тиги",
    "тууралуу",
    "үчүн",
    "ушул",
    "чейин",
    "эле",
    "элек",
    "эмес",
    "эмне",
    "эмнеге",
    "эң",
    "ээ",
    "өз",
];

const RUSSIAN: &[&str] = &[
    "а",
    "без",
    "бы",
    "в",
    "во",
    "вы",
    "где",
    "для",
    "до",
    "его",
    "ее",
    "если",
    "же",
    "за",
    "и",
    "из",
    "или",
    "им",
    "их",
    "к",
    "как",
    "ко",
    "когда",
    "кто",
    "ли",
    "мне",
    "мы",
    "на",
    "не",
    "но",
    "о",
    "об",
    "он",
    "она",
    "они",
    "от",
    "по",
    "при",
    "с",
    "со",
    "так",
    "то",
    "ты",
    "у",
    "что",
    "чтобы",
    "это",
    "этот",
    "я",
];

const ENGLISH: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "be", "by", "do", "for", "from", "he", "how", "i", "if", "in", "is",
    "it", "me", "my", "not", "of", "on", "or", "she", "so", "that", "the", "they", "this", "to", "was", "we",
    "what", "when", "where", "who", "with", "you",
];

/// The function words of a language, folded.
///
/// ```
/// use morph::{Language, stopwords};
/// assert!(stopwords(Language::Kyrgyz).contains(&"жана"));
/// assert!(!stopwords(Language::Kyrgyz).contains(&"адам"));
/// ```
pub fn stopwords(language: Language) -> &'static [&'static str] {
    match language {
        Language::Kyrgyz => KYRGYZ,
        Language::Russian => RUSSIAN,
        Language::English => ENGLISH,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_topic_stay_searchable() {
        for word in
            ["адам", "кылмыш", "укук", "мыйзам", "эмгек", "люди", "закон", "право", "person", "law", "right"]
        {
            assert!(Language::ALL.into_iter().all(|language| !stopwords(language).contains(&word)), "{word}");
        }
    }

    #[test]
    fn the_lists_are_folded_and_short() {
        for language in Language::ALL {
            assert!(stopwords(language).iter().all(|word| crate::fold(word) == *word));
            assert!(stopwords(language).len() <= 60);
        }
    }
}
