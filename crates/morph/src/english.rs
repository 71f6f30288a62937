//! English: inflection only. The endings of nouns and verbs as in the first steps of the Snowball stemmer, irregular words
//! and comparison from lists, British and American spelling as one.
//!
//! The later steps of Snowball are deliberately not here: they take inform, information and informative for one word, and
//! corporate for corporation. Search joins words that belong together by the glossary instead.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use rustc_hash::FxBuildHasher;

static IRREGULAR: LazyLock<HashMap<&'static str, &'static str, FxBuildHasher>> = LazyLock::new(|| {
    let lines = include_str!("english_irregular.txt").lines().filter(|line| !line.starts_with('#'));
    let pairs = lines.filter_map(|line| line.split_once(':'));
    pairs.flat_map(|(base, forms)| forms.split_whitespace().map(move |form| (form, base))).collect()
});

static ADJECTIVES: LazyLock<HashSet<&'static str, FxBuildHasher>> = LazyLock::new(|| {
    let lines = include_str!("english_adjectives.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).collect()
});

pub fn key(folded: &str) -> Cow<'_, str> {
    if !folded.is_ascii() {
        return Cow::Borrowed(folded);
    }
    let word = folded.strip_suffix("'s").unwrap_or(folded).trim_matches('\'');
    if let Some(base) = IRREGULAR.get(word) {
        return smoothed(Cow::Borrowed(base));
    }
    if word.len() < 3 {
        return Cow::Borrowed(word);
    }
    smoothed(compared(word).or_else(|| verb(word)).unwrap_or_else(|| noun(word)))
}

/// Boxes, cities, houses, classes; not class, virus, analysis.
fn noun(word: &str) -> Cow<'_, str> {
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return Cow::Owned([stem, "y"].concat());
    }
    let es = |stem: &&str| ["x", "ch", "sh", "ss", "zz", "o"].iter().any(|end| stem.ends_with(end));
    if let Some(stem) = word.strip_suffix("es").filter(es) {
        return Cow::Borrowed(stem);
    }
    let s = |stem: &&str| {
        !stem.ends_with(['s', 'u']) && !stem.ends_with("si") && stem.contains(is_vowel) && stem.len() > 2
    };
    Cow::Borrowed(word.strip_suffix('s').filter(s).unwrap_or(word))
}

/// Walked, stopping, tried, making: the form before -ed and -ing.
fn verb(word: &str) -> Option<Cow<'_, str>> {
    if let Some(stem) = word.strip_suffix("ied").filter(|stem| stem.len() > 1) {
        return Some(Cow::Owned([stem, "y"].concat()));
    }
    if let Some(stem) = word.strip_suffix("eed") {
        return Some(Cow::Borrowed(if stem.contains(is_vowel) { &word[..word.len() - 1] } else { word }));
    }
    let plural = word.strip_suffix("ings").map(|stem| (stem, stem.len() > 3));
    let (stem, _) = plural
        .or_else(|| word.strip_suffix("ing").map(|stem| (stem, true)))
        .or_else(|| word.strip_suffix("ed").map(|stem| (stem, true)))
        .filter(|(stem, fits)| *fits && stem.len() > 1 && stem.contains(is_vowel_or_y))?;
    let doubled = stem.len() > 2 && stem.as_bytes()[stem.len() - 1] == stem.as_bytes()[stem.len() - 2];
    if doubled
        && !stem.ends_with(['l', 's', 'z', 'f'])
        && !is_vowel(char::from(stem.as_bytes()[stem.len() - 1]))
    {
        return Some(Cow::Borrowed(&stem[..stem.len() - 1]));
    }
    // Making is make + ing: a short syllable before a single consonant would have doubled it.
    Some(if is_short(stem) { Cow::Owned([stem, "e"].concat()) } else { Cow::Borrowed(stem) })
}

/// Higher, easiest, bigger, of adjectives we know.
fn compared(word: &str) -> Option<Cow<'_, str>> {
    let stem = word.strip_suffix("er").or_else(|| word.strip_suffix("est"))?;
    let known = |stem: &str| ADJECTIVES.get(stem).map(|adjective| Cow::Borrowed(*adjective));
    let full = || known(&[stem, "e"].concat());
    let single = || known(stem.get(..stem.len().checked_sub(1)?)?);
    let y = || known(&[stem.strip_suffix('i')?, "y"].concat());
    known(stem).or_else(y).or_else(full).or_else(single)
}

/// One vowel and one consonant after it, at the end of a word of one syllable: hop, writ, us; not seat, fix, show.
fn is_short(stem: &str) -> bool {
    let letters = stem.as_bytes();
    let vowel = |at: usize| is_vowel_or_y(char::from(letters[at])) && !(at == 0 && letters[at] == b'y');
    let Some(last) = letters.len().checked_sub(1).filter(|last| *last > 0) else { return false };
    let vowels = (0..letters.len()).filter(|at| vowel(*at)).count();
    vowels == 1 && vowel(last - 1) && !matches!(letters[last], b'w' | b'x' | b'y')
}

fn is_vowel(char: char) -> bool {
    matches!(char, 'a' | 'e' | 'i' | 'o' | 'u')
}

fn is_vowel_or_y(char: char) -> bool {
    is_vowel(char) || char == 'y'
}

/// What spellings of one word have in common: labour and labor, organise and organize, travelled and traveled; and no last
/// e, as operating has none.
fn smoothed(word: Cow<'_, str>) -> Cow<'_, str> {
    let mut end = word.len();
    if word.ends_with("tre") && end > 5 {
        return Cow::Owned([&word[..end - 2], "er"].concat());
    }
    let syllables = word.bytes().filter(|byte| is_vowel_or_y(char::from(*byte))).count();
    if word.ends_with('e') && !word.ends_with("ee") && syllables > 2
        || word.ends_with('e') && !is_short(&word[..end - 1]) && end > 3
    {
        end -= 1;
    }
    let stem = &word[..end];
    for (british, american) in
        [("isation", "ization"), ("our", "or"), ("is", "iz"), ("ys", "yz"), ("ll", "l")]
    {
        if let Some(rest) = stem.strip_suffix(british).filter(|rest| rest.len() > 2) {
            return Cow::Owned([rest, american].concat());
        }
    }
    match word {
        Cow::Borrowed(word) => Cow::Borrowed(&word[..end]),
        Cow::Owned(mut word) => {
            word.truncate(end);
            Cow::Owned(word)
        }
    }
}
