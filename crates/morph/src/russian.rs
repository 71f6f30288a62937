//! Russian: the Snowball stemmer, and around it what it leaves apart: verbs of the first conjugation (везет, везти),
//! stems in -ова- and -у- (голосовать, голосует), vowels that come and go (порядок, порядка), changed consonants in
//! participles (подготовить, подготовленный), other roots (человек, люди; идти, шел).
//!
//! Derived words stay apart where Snowball keeps them apart: закон and законный are two keys.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use rustc_hash::FxBuildHasher;
use snowball_stemmers_rs::{Algorithm, Stemmer};

static SNOWBALL: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::Russian));

/// Forms no rule explains, with their key; and those of verbs that prefixes join.
struct Irregular {
    alone: HashMap<&'static str, &'static str, FxBuildHasher>,
    prefixed: HashMap<&'static str, &'static str, FxBuildHasher>,
}

static IRREGULAR: LazyLock<Irregular> = LazyLock::new(|| {
    let mut irregular = Irregular { alone: HashMap::default(), prefixed: HashMap::default() };
    for line in include_str!("russian_irregular.txt").lines().filter(|line| !line.starts_with('#')) {
        let Some((key, forms)) = line.split_once(':') else { continue };
        for form in forms.split_whitespace() {
            match key.strip_prefix('+') {
                Some(key) => irregular.prefixed.entry(form).or_insert(key),
                None => irregular.alone.entry(form).or_insert(key),
            };
        }
    }
    irregular
});

static NOUNS: LazyLock<HashSet<&'static str, FxBuildHasher>> = LazyLock::new(|| {
    let lines = include_str!("russian_nouns.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).collect()
});

const NOUN_ENDINGS: &[&str] = &[
    "", "ами", "ями", "ов", "ев", "ей", "ом", "ем", "ам", "ям", "ах", "ях", "а", "я", "у", "ю", "е", "ы",
    "и", "ь",
];

/// Prefixes of verbs, longer ones first, and how they are without the о that only eases the sound: подобрать, подберет.
const PREFIXES: &[(&str, &str)] = &[
    ("пере", "пере"),
    ("пред", "пред"),
    ("недо", "недо"),
    ("подо", "под"),
    ("разо", "раз"),
    ("при", "при"),
    ("про", "про"),
    ("под", "под"),
    ("раз", "раз"),
    ("рас", "раз"),
    ("воз", "воз"),
    ("вос", "воз"),
    ("ото", "от"),
    ("обо", "об"),
    ("изо", "из"),
    ("взо", "вз"),
    ("вы", "вы"),
    ("за", "за"),
    ("по", "по"),
    ("до", "до"),
    ("от", "от"),
    ("об", "об"),
    ("на", "на"),
    ("со", "с"),
    ("во", "в"),
    ("из", "из"),
    ("ис", "из"),
    ("вз", "вз"),
    ("не", "не"),
    ("у", "у"),
    ("с", "с"),
    ("в", "в"),
    ("о", "о"),
];

pub fn key(folded: &str) -> Cow<'_, str> {
    if let Some(key) = IRREGULAR.alone.get(folded) {
        return Cow::Owned(smoothed(key));
    }
    let plain = without_reflexive(folded);
    if let Some(key) = prefixed(plain).or_else(|| prefixed(&infinitive(plain)?)) {
        return Cow::Owned(key);
    }
    if let Some(noun) = noun(folded) {
        return Cow::Borrowed(noun);
    }
    let stem = match verb(plain) {
        Some(stem) => Cow::Borrowed(stem),
        None => SNOWBALL.stem(folded),
    };
    Cow::Owned(smoothed(&stem))
}

/// The key of a form of the verbs that prefixes join.
fn prefixed(word: &str) -> Option<String> {
    let forms = &IRREGULAR.prefixed;
    if let Some(key) = forms.get(word) {
        return Some((*key).to_owned());
    }
    // A prefix has one to four letters, and few words end in a form of the list: look that up first.
    [2, 4, 6, 8].into_iter().find_map(|at| {
        let (before, rest) = word.split_at_checked(at)?;
        let root = forms.get(rest)?;
        let (_, plain) = PREFIXES.iter().find(|(prefix, _)| *prefix == before)?;
        Some([*plain, *root].concat())
    })
}

/// Оказать of оказавших, играть of играющий: the participles of a verb need not all be listed.
fn infinitive(word: &str) -> Option<String> {
    let adjective = ADJECTIVES.iter().find_map(|ending| without(word, ending)).unwrap_or(word);
    let stem = ["вш", "ющ", "нн", "вши", "в"].iter().find_map(|suffix| without(adjective, suffix))?;
    stem.ends_with(is_vowel).then(|| [stem, "ть"].concat())
}

fn noun(word: &str) -> Option<&str> {
    let mut stems = NOUN_ENDINGS.iter().filter_map(|ending| without(word, ending));
    stems.find(|stem| NOUNS.contains(stem))
}

fn without_reflexive(word: &str) -> &str {
    let rest = word.strip_suffix("ся").or_else(|| word.strip_suffix("сь"));
    rest.filter(|rest| letters(rest) > 3).unwrap_or(word)
}

/// `strip_suffix` that looks at the last letter first, which tells most endings apart without a call.
fn without<'w>(word: &'w str, ending: &str) -> Option<&'w str> {
    let last = |text: &str| text.as_bytes().last_chunk::<2>().copied();
    if ending.is_empty() || last(word) == last(ending) { word.strip_suffix(ending) } else { None }
}

fn letters(word: &str) -> usize {
    word.len() / 2
}

const ADJECTIVES: &[&str] = &[
    "ими", "ыми", "его", "ого", "ему", "ому", "ее", "ие", "ые", "ое", "ей", "ий", "ый", "ой", "ем", "им",
    "ым", "ом", "их", "ых", "ую", "юю", "ая", "яя", "ою", "ею",
];

/// Endings of verbs that Snowball does not know because they follow a consonant.
fn verb(word: &str) -> Option<&str> {
    const PERSONS: &[&str] = &["ешь", "ете", "ьте", "ет", "ут", "уть", "еть"];
    const PARTICIPLES: &[&str] = &["ущ", "ящ", "ащ", "енн"];
    /// Верн-ул, верн-ув: after н only, and with a sibilant крич-ат.
    const PAST: &[&str] = &["ул", "ула", "уло", "ули", "ув", "увши"];
    let long_enough =
        |stem: &&str| letters(stem) >= 3 && stem.contains(is_vowel) && !stem.ends_with(is_vowel);
    if let Some(stem) = PERSONS.iter().find_map(|ending| without(word, ending)) {
        return Some(stem).filter(long_enough);
    }
    let past = PAST.iter().find_map(|ending| without(word, ending)).filter(|stem| stem.ends_with('н'));
    let they = || without(word, "ат").filter(|stem| stem.ends_with(['ш', 'ч', 'ж', 'щ']));
    if let Some(stem) = past.or_else(they).filter(long_enough) {
        return Some(stem);
    }
    let participle = ADJECTIVES.iter().find_map(|ending| without(word, ending))?;
    PARTICIPLES.iter().find_map(|ending| without(participle, ending)).filter(long_enough)
}

fn is_vowel(char: char) -> bool {
    matches!(char, 'а' | 'е' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я')
}

/// What all forms of a word have in common, from the stems of its forms.
fn smoothed(stem: &str) -> String {
    let mut stem = stem;
    // Голосова-л and голосу-ет: Snowball leaves голосова and голос.
    if let Some(rest) =
        ["ова", "ева"].iter().find_map(|suffix| without(stem, suffix)).filter(|rest| letters(rest) >= 3)
    {
        stem = rest;
    }
    // Чита-л and чит-ая, батаре-я and батар-ей.
    let short = stem.trim_end_matches(is_vowel);
    if letters(short) >= 3 && short.contains(is_vowel) {
        stem = short;
    }
    // Подготовл-енный and подготов-ить, освобожд-енный and освобод-ить.
    for (changed, plain) in [("вл", "в"), ("пл", "п"), ("бл", "б"), ("мл", "м"), ("жд", "д")] {
        if let Some(rest) = without(stem, changed).filter(|rest| letters(rest) >= 3) {
            return [rest, plain].concat();
        }
    }
    // Порядок and порядк-а, палец and пальц-а.
    for (full, fled) in [("ок", "к"), ("ек", "к"), ("ец", "ц"), ("ьк", "к"), ("ьц", "ц")] {
        if let Some(rest) = without(stem, full).filter(|rest| letters(rest) >= 2 && !rest.ends_with(is_vowel))
        {
            return [rest.trim_end_matches('ь'), fled].concat();
        }
    }
    stem.to_owned()
}
