//! What somebody may have meant who typed a Cyrillic word in Latin letters, or on the keyboard of the other alphabet.
//! Candidates, not answers: look them up and drop those that no text has. о and у stand for ө and ү too, so compare them
//! by the key of [`crate::loose`].

/// No word has more readings than this.
pub const MOST_CANDIDATES: usize = 12;

/// Readings of a word, likelier ones first; nothing for a word that is not all Latin or all Cyrillic.
///
/// ```
/// let read = |word: &str| morph::transliterations(word);
/// assert_eq!(read("kyrgyz")[0], "кыргыз");
/// assert_eq!(read("satuu")[0], "сатуу");
/// assert_eq!(read("kulchuluk")[0], "кулчулук");
/// assert!(read("ghbdtn").contains(&"привет".to_owned())); // The keyboard was still English.
/// assert!(read("ыуфкср").contains(&"search".to_owned())); // The keyboard was still Russian.
/// ```
pub fn transliterations(word: &str) -> Vec<String> {
    let word = word.to_lowercase();
    let mut candidates = Vec::new();
    if word.is_empty() || word.chars().count() > crate::LONGEST_TOKEN {
        return candidates;
    }
    if word.chars().any(|char| char.is_ascii_alphabetic()) {
        readings(&word, &mut candidates);
        candidates.truncate(MOST_CANDIDATES - 1);
        candidates.extend(on_the_other_keyboard(&word, LATIN_KEYS, CYRILLIC_KEYS));
    } else {
        candidates.extend(on_the_other_keyboard(&word, CYRILLIC_KEYS, LATIN_KEYS));
    }
    candidates
}

/// Keys of the same place on both keyboards.
const LATIN_KEYS: &str = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const CYRILLIC_KEYS: &str = "йцукенгшщзхъфывапролджэячсмитьбюё";

fn on_the_other_keyboard(word: &str, from: &str, to: &str) -> Option<String> {
    let other = |char: char| {
        let at = from.chars().position(|key| key == char);
        at.and_then(|at| to.chars().nth(at))
            .or(char.is_ascii_digit().then_some(char))
            .or((char == '-').then_some('-'))
    };
    word.chars().map(other).collect()
}

/// Latin letters and what they may stand for, longest first. Several conventions at once: of passports (zh, kh), of
/// messages (j, w, x), and the Turkish one (ı, ö, ş).
const SPELLINGS: &[(&str, &[&str])] = &[
    ("shch", &["щ"]),
    ("zh", &["ж"]),
    ("kh", &["х"]),
    ("ch", &["ч"]),
    ("sh", &["ш"]),
    ("ts", &["ц", "тс"]),
    ("ng", &["ң", "нг"]),
    ("gh", &["г"]),
    ("ya", &["я"]),
    ("yu", &["ю"]),
    ("yo", &["ё"]),
    ("ye", &["е"]),
    ("ia", &["ия", "иа"]),
    ("a", &["а"]),
    ("b", &["б"]),
    ("c", &["к", "ц"]),
    ("d", &["д"]),
    ("e", &["е", "э"]),
    ("f", &["ф"]),
    ("g", &["г"]),
    ("h", &["х"]),
    ("i", &["и", "ы"]),
    ("j", &["ж", "й"]),
    ("k", &["к"]),
    ("l", &["л"]),
    ("m", &["м"]),
    ("n", &["н"]),
    ("o", &["о"]),
    ("p", &["п"]),
    ("q", &["к"]),
    ("r", &["р"]),
    ("s", &["с"]),
    ("t", &["т"]),
    ("u", &["у"]),
    ("v", &["в"]),
    ("w", &["в", "ш"]),
    ("x", &["х", "кс"]),
    ("y", &["ы", "й"]),
    ("z", &["з"]),
    ("ı", &["ы"]),
    ("ö", &["ө"]),
    ("ü", &["ү"]),
    ("ç", &["ч"]),
    ("ş", &["ш"]),
    ("ğ", &["г"]),
    ("ñ", &["ң"]),
    ("'", &["ь", ""]),
    ("-", &["-"]),
];

fn readings(word: &str, into: &mut Vec<String>) {
    let mut readings = vec![String::with_capacity(2 * word.len())];
    let mut rest = word;
    while !rest.is_empty() {
        let Some((latin, cyrillic)) = SPELLINGS.iter().find(|(latin, _)| rest.starts_with(latin)) else {
            return;
        };
        let begins = rest.len() == word.len();
        let after_vowel = word[..word.len() - rest.len()].ends_with(['a', 'e', 'i', 'o', 'u', 'ö', 'ü']);
        rest = &rest[latin.len()..];
        let mut spellings = cyrillic.to_vec();
        // At the beginning е is written e and э too; y between vowel and end is й (jay), elsewhere ы.
        let swapped = *latin == "e" && begins || *latin == "y" && after_vowel;
        let only_first = *latin == "e" && !begins || *latin == "i" && readings.len() > 1;
        if swapped {
            spellings.reverse();
        }
        if only_first {
            spellings.truncate(1);
        }
        // The likeliest reading of the rest comes first for each spelling of this place.
        let room = (MOST_CANDIDATES - 1) / readings.len();
        spellings.truncate(room.max(1));
        let longer = spellings
            .iter()
            .flat_map(|spelling| readings.iter().map(move |reading| format!("{reading}{spelling}")));
        readings = longer.collect();
    }
    into.append(&mut readings);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reads(typed: &str, meant: &str) {
        let found = transliterations(typed);
        assert!(found.iter().any(|reading| reading == meant), "{typed}: {found:?}");
        assert!(found.len() <= MOST_CANDIDATES);
    }

    #[test]
    fn kyrgyz_in_latin_letters_is_read() {
        for (typed, meant) in [
            ("adam", "адам"),
            ("jardam", "жардам"),
            ("zhardam", "жардам"),
            ("kyzmat", "кызмат"),
            ("jay", "жай"),
            ("emgek", "эмгек"),
            ("kenesh", "кенеш"),
            ("özgöçö", "өзгөчө"),
            ("bishkek", "бишкек"),
            ("migratsiya", "миграция"),
        ] {
            reads(typed, meant);
        }
    }

    #[test]
    fn russian_in_latin_letters_is_read() {
        for (typed, meant) in [
            ("rabstvo", "рабство"),
            ("torgovlya", "торговля"),
            ("lyudmi", "людми"),
            ("pomoshch", "помощ"),
            ("zhertva", "жертва"),
            ("migraciya", "миграция"),
        ] {
            reads(typed, meant);
        }
    }

    #[test]
    fn the_keyboard_of_the_other_alphabet_is_read() {
        reads("vbuhfwbz", "миграция");
        reads(",ehe", "буру");
        reads("ьшпкфешщт", "migration");
    }

    #[test]
    fn what_is_no_word_has_no_reading() {
        assert!(transliterations("").is_empty());
        assert!(transliterations("日本").is_empty());
        assert!(transliterations(&"y".repeat(5000)).is_empty());
    }
}
