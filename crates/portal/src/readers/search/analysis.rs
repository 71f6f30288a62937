//! From texts to the terms of the index, and from a query to what to look for. Pure.
//!
//! A word is in the index three times at most: as it is spelled, by the key that all its forms share in its language, and
//! loosely, as somebody types it whose keyboard lacks ө, ү and ң. Two words that follow each other are one more term, so
//! that phrases are found without reading positions.

use crate::web::search::Entry;
use morph::{Language, Token};
use platform::lang::Lang;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Words beyond these are not indexed: a book among the texts must not cost more than a library.
const MOST_WORDS: usize = 20_000;

/// Marks a loose spelling. No word begins with it.
const LOOSE: char = '~';

#[derive(Default, Debug)]
pub struct Terms {
    pub title_words: HashSet<String>,
    pub title_keys: HashSet<String>,
    pub text_words: HashSet<String>,
    pub text_keys: HashSet<String>,
    pub pairs: HashSet<String>,
}

pub fn language(lang: Lang) -> Language {
    match lang {
        Lang::Ky => Language::Kyrgyz,
        Lang::Ru => Language::Russian,
        Lang::En => Language::English,
    }
}

static FUNCTION_WORDS: LazyLock<HashMap<&'static str, Vec<Language>>> = LazyLock::new(|| {
    let mut words: HashMap<&str, Vec<Language>> = HashMap::new();
    for language in Language::ALL {
        for word in morph::stopwords(language) {
            words.entry(word).or_default().push(language);
        }
    }
    words
});

/// The same as they are typed without ө, ү and ң.
static FUNCTION_WORDS_LOOSELY: LazyLock<HashSet<String>> =
    LazyLock::new(|| FUNCTION_WORDS.keys().map(|word| morph::loose(word).into_owned()).collect());

/// Whether a folded word says nothing by itself in this language.
pub fn is_function_word(folded: &str, language: Language) -> bool {
    FUNCTION_WORDS.get(folded).is_some_and(|languages| languages.contains(&language))
}

/// Latin words in a Kyrgyz or Russian text are English ones as far as their endings go, and the reverse.
pub fn language_of(folded: &str, of_text: Language) -> Language {
    let latin = folded.bytes().any(|byte| byte.is_ascii_alphabetic());
    match of_text {
        Language::Kyrgyz | Language::Russian if latin => Language::English,
        Language::English if !latin && folded.chars().any(char::is_alphabetic) => Language::Russian,
        _ => of_text,
    }
}

fn tag(language: Language) -> char {
    match language {
        Language::Kyrgyz => 'k',
        Language::Russian => 'r',
        Language::English => 'e',
    }
}

/// The key of a folded word in a language.
pub fn key(language: Language, folded: &str) -> String {
    format!("{}{}", tag(language), morph::key(language, folded))
}

/// What stands for a folded word and for everything that looks like it on a Russian keyboard. The key is taken of the
/// loose spelling, as it is for a word that was typed so, and once more the other way round, since endings follow vowels.
pub fn loose_keys(language: Language, folded: &str) -> [String; 2] {
    let tag = tag(language);
    let typed = morph::loose(folded);
    let of_typed = morph::key(language, &typed);
    let of_meant = morph::key(language, folded);
    [format!("{LOOSE}{tag}{}", morph::loose(&of_typed)), format!("{LOOSE}{tag}{}", morph::loose(&of_meant))]
}

pub fn loose_word(folded: &str) -> String {
    format!("{LOOSE}{}", morph::loose(folded))
}

/// Two folded words that follow each other. Loosely spelled on both sides: one term serves both ways of typing.
pub fn pair(language: Language, first: &str, second: &str) -> String {
    let key = |word: &str| {
        let language = language_of(word, language);
        morph::loose(&morph::key(language, &morph::loose(word))).into_owned()
    };
    format!("{}{} {}", tag(language), key(first), key(second))
}

/// Everything an entry is found by.
pub fn terms(entry: &Entry) -> Terms {
    let mut terms = Terms::default();
    let language = language(entry.language);
    add(language, &entry.title, true, (&mut terms.title_words, &mut terms.title_keys), &mut terms.pairs);
    add(language, &entry.text, false, (&mut terms.text_words, &mut terms.text_keys), &mut terms.pairs);
    terms
}

fn add(
    language: Language,
    text: &str,
    is_title: bool,
    (words, keys): (&mut HashSet<String>, &mut HashSet<String>),
    pairs: &mut HashSet<String>,
) {
    let mut before: Option<String> = None;
    for token in morph::tokens(text).take(MOST_WORDS) {
        let folded = morph::fold(token.text).into_owned();
        let of = language_of(&folded, language);
        if is_function_word(&folded, of) {
            // A title of nothing but small words can still be found by them.
            if is_title {
                words.insert(folded);
            }
            continue;
        }
        let parts: Vec<Token<'_>> = token.parts().collect();
        for part in &parts {
            add_word(language, &morph::fold(part.text), words, keys);
        }
        add_word(language, &folded, words, keys);
        if let Some(before) = before {
            pairs.insert(pair(language, &before, &folded));
        }
        before = Some(folded);
    }
}

fn add_word(language: Language, folded: &str, words: &mut HashSet<String>, keys: &mut HashSet<String>) {
    // The keys follow from the word: it has them already.
    if !words.insert(folded.to_owned()) {
        return;
    }
    let of = language_of(folded, language);
    keys.insert(key(of, folded));
    if morph::loose(folded) != folded {
        words.insert(loose_word(folded));
        keys.extend(loose_keys(of, folded));
    }
}

/// A word of a query.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    pub folded: String,
    /// It follows the word before within quotation marks.
    pub joined: bool,
}

/// The longest query that is read, and the most words of it that are looked for.
pub const LONGEST_QUERY: usize = 200;
pub const MOST_ASKED: usize = 8;

/// The words of a query in their order, without those that say nothing, unless it has no others.
pub fn asked(query: &str) -> Vec<Asked> {
    let mut words: Vec<Asked> = Vec::new();
    let mut small: Vec<Asked> = Vec::new();
    for (number, part) in query.split(['"', '«', '»', '“', '”', '„']).enumerate() {
        let quoted = number % 2 == 1;
        let begins = words.len();
        for token in morph::tokens(part) {
            let folded = morph::fold(token.text).into_owned();
            let function = FUNCTION_WORDS_LOOSELY.contains(&*morph::loose(&folded));
            let list = if function { &mut small } else { &mut words };
            if list.len() < MOST_ASKED && !list.iter().any(|asked| asked.folded == folded && !quoted) {
                let joined = quoted && !function && list.len() > begins;
                list.push(Asked { folded, joined });
            }
        }
    }
    if words.is_empty() { small } else { words }
}

/// The languages a word of a query may be of.
pub fn possible_languages(folded: &str) -> &'static [Language] {
    if folded.bytes().any(|byte| byte.is_ascii_alphabetic()) {
        &[Language::English]
    } else if folded.chars().any(char::is_alphabetic) {
        &[Language::Kyrgyz, Language::Russian]
    } else {
        &[]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::subject::Subject;

    fn entry(language: Lang, title: &str, text: &str) -> Entry {
        let subject = Subject::new("tests.entry", 1);
        Entry {
            subject,
            group: subject,
            language,
            title: title.into(),
            text: text.into(),
            path: String::new(),
            at: None,
            rank: Default::default(),
            badges: Vec::new(),
            kind: "",
            facets: Vec::new(),
            seen_by: Vec::new(),
        }
    }

    fn words(query: &str) -> Vec<String> {
        asked(query).into_iter().map(|asked| asked.folded).collect()
    }

    #[test]
    fn small_words_are_left_out_unless_there_is_nothing_else() {
        assert_eq!(words("Торговля людьми и мы"), ["торговля", "людьми"]);
        assert_eq!(words("адам жана укук"), ["адам", "укук"]);
        assert_eq!(words("жардам учун"), ["жардам"], "typed on a Russian keyboard");
        assert_eq!(words("и"), ["и"]);
        assert!(words("— ? !").is_empty());
    }

    #[test]
    fn a_query_is_cut_to_what_can_be_looked_for() {
        let many: String = (0..50).map(|i| format!("сөз{i} ")).collect();
        assert_eq!(asked(&many).len(), MOST_ASKED);
    }

    #[test]
    fn words_in_quotation_marks_belong_together() {
        let joined: Vec<bool> = asked("жардам «адам сатуу» 1899").iter().map(|asked| asked.joined).collect();
        assert_eq!(joined, [false, false, true, false]);
    }

    #[test]
    fn a_word_is_indexed_as_it_is_spelled_by_its_key_and_loosely() {
        let terms = terms(&entry(Lang::Ky, "Көчөдөгү иш", ""));
        assert!(terms.title_words.contains("көчөдөгү"));
        assert!(terms.title_words.contains("~кочодогу"));
        assert!(terms.title_keys.contains(&key(Language::Kyrgyz, "көчө")));
        // Typed on a Russian keyboard and in another case: the loose keys meet.
        let typed = loose_keys(Language::Kyrgyz, "кочонун");
        assert!(typed.iter().any(|key| terms.title_keys.contains(key)), "{typed:?} {terms:?}");
    }

    #[test]
    fn words_that_follow_each_other_are_one_term_in_any_form() {
        let terms = terms(&entry(Lang::Ru, "", "Мы говорим о торговле людьми."));
        assert!(terms.pairs.contains(&pair(Language::Russian, "торговля", "людей")));
        assert!(!terms.pairs.contains(&pair(Language::Russian, "людьми", "торговля")));
    }

    #[test]
    fn no_text_is_indexed_without_end() {
        let long = "бир эки үч төрт ".repeat(20_000) + "акыркысөз";
        assert!(!terms(&entry(Lang::Ky, "", &long)).text_words.contains("акыркысөз"));
    }
}
