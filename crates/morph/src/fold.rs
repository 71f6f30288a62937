//! One spelling for everything people type for the same word: case, composed letters, look-alikes, letters of old fonts.
//! For search only. A check of wording must not fold: it would make күң (slave woman) out of күн (day) and the reverse.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Lower case, composed, ё as е, no stress marks or soft hyphens, and every letter of the alphabet the word is written in.
///
/// ```
/// use morph::fold;
/// assert_eq!(fold("Ещё"), "еще");
/// assert_eq!(fold("за\u{301}мок"), "замок");
/// assert_eq!(fold("Кыргызcтaн"), "кыргызстан"); // c and a were Latin.
/// assert_eq!(fold("їчїн"), "үчүн"); // An old font.
/// assert_eq!(fold("Hotline"), "hotline");
/// ```
pub fn fold(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) || word.chars().all(is_plain) {
        return Cow::Borrowed(word);
    }
    let composed: Cow<'_, str> = match is_nfc_quick(word.chars()) {
        IsNormalized::Yes => Cow::Borrowed(word),
        _ => Cow::Owned(word.nfc().collect()),
    };
    let letters = composed.chars();
    let small = |char: char| char.to_lowercase().filter(|char| !is_dropped(*char)).map(plain);
    Cow::Owned(match script(&composed) {
        Script::Cyrillic => letters.map(cyrillic).flat_map(small).collect(),
        Script::Latin => letters.map(latin).flat_map(small).collect(),
        Script::AsItIs => letters.flat_map(small).collect(),
    })
}

/// A looser spelling of a folded word or of a key: ө ү ң as о у н, as they are typed on a Russian keyboard. Keep it beside
/// the exact key and rank it lower.
///
/// ```
/// assert_eq!(morph::loose("жөнөкөй"), "жонокой");
/// assert_eq!(morph::loose("кыз"), "кыз");
/// ```
pub fn loose(folded: &str) -> Cow<'_, str> {
    if !folded.contains(['ө', 'ү', 'ң']) {
        return Cow::Borrowed(folded);
    }
    let letter = |char| match char {
        'ө' => 'о',
        'ү' => 'у',
        'ң' => 'н',
        _ => char,
    };
    Cow::Owned(folded.chars().map(letter).collect())
}

/// Letters and signs that folding leaves alone in a Cyrillic word.
fn is_plain(char: char) -> bool {
    matches!(char, 'а'..='я' | 'ө' | 'ү' | 'ң' | '-' | '0'..='9')
}

/// Stress and other marks that found no letter to join, soft hyphens, joiners, direction marks.
fn is_dropped(char: char) -> bool {
    matches!(char, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}')
}

/// After lower case: one letter for the same letter.
fn plain(char: char) -> char {
    match char {
        'ё' | 'ѐ' => 'е',
        'ѝ' => 'и',
        // Other letters of the same shape, and the ones old Kyrgyz fonts used.
        'ɵ' | 'ѳ' | 'є' | 'ӫ' => 'ө',
        'ʏ' | 'ї' => 'ү',
        'ӊ' | 'ӈ' | 'ҥ' | 'ў' => 'ң',
        '’' | 'ʼ' | '‘' | '`' => '\'',
        '‐' | '‑' => '-',
        _ => char,
    }
}

enum Script {
    Cyrillic,
    Latin,
    AsItIs,
}

/// The alphabet of a word that mixes two, if all letters of the other one are look-alikes.
fn script(word: &str) -> Script {
    let mixed = word.chars().any(is_cyrillic) && word.chars().any(is_latin);
    if mixed && word.chars().all(|char| !is_latin(char) || cyrillic(char) != char) {
        Script::Cyrillic
    } else if mixed && word.chars().all(|char| !is_cyrillic(char) || latin(char) != char) {
        Script::Latin
    } else {
        Script::AsItIs
    }
}

fn is_cyrillic(char: char) -> bool {
    matches!(char, '\u{400}'..='\u{52f}')
}

/// Also the letters of phonetic script that pass for ө and ү.
fn is_latin(char: char) -> bool {
    char.is_ascii_alphabetic() || matches!(char, '\u{c0}'..='\u{17f}' | 'ɵ' | 'Ɵ' | 'ʏ')
}

/// The Cyrillic letter a Latin one looks like. A large Y is taken for Ү, a small one for у: so they look.
fn cyrillic(char: char) -> char {
    match char {
        'A' | 'a' => 'а',
        'B' => 'в',
        'C' | 'c' => 'с',
        'E' | 'e' => 'е',
        'H' => 'н',
        'K' | 'k' => 'к',
        'M' | 'm' => 'м',
        'O' | 'o' => 'о',
        'P' | 'p' => 'р',
        'T' | 't' => 'т',
        'X' | 'x' => 'х',
        'y' => 'у',
        'Y' | 'ü' | 'Ü' | 'ʏ' => 'ү',
        'ö' | 'Ö' | 'ɵ' | 'Ɵ' => 'ө',
        'ñ' | 'Ñ' | 'ŋ' | 'Ŋ' => 'ң',
        _ => char,
    }
}

/// The Latin letter a Cyrillic one looks like.
fn latin(char: char) -> char {
    match char {
        'А' | 'а' => 'a',
        'В' => 'b',
        'С' | 'с' => 'c',
        'Е' | 'е' => 'e',
        'Н' => 'h',
        'І' | 'і' => 'i',
        'К' | 'к' => 'k',
        'М' | 'м' => 'm',
        'О' | 'о' => 'o',
        'Р' | 'р' => 'p',
        'Т' => 't',
        'Х' | 'х' => 'x',
        'У' | 'у' => 'y',
        _ => char,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folded_words_are_not_copied() {
        for word in ["өкмөт", "иш-чара", "министерство", "don't", "1899"] {
            assert!(matches!(fold(word), Cow::Borrowed(_)), "{word}");
        }
    }

    #[test]
    fn look_alikes_follow_the_alphabet_of_the_rest_of_the_word() {
        assert_eq!(fold("KAБAP"), "кабар");
        assert_eq!(fold("Bирге"), "вирге", "a large B is a В");
        assert_eq!(
            fold("сенter"),
            "сенter",
            "т alone has no Latin look-alike when small, н has none: left alone"
        );
        assert_eq!(fold("соvid"), "covid");
        assert_eq!(fold("кöрүү"), "көрүү");
        assert_eq!(fold("YчYн"), "үчүн");
    }

    #[test]
    fn letters_of_other_fonts_become_kyrgyz_ones() {
        assert_eq!(fold("кɵчɵ"), "көчө");
        assert_eq!(fold("кѳрʏʏ"), "көрүү");
        assert_eq!(fold("жаӊы"), "жаңы");
        assert_eq!(fold("кєрсєтїї"), "көрсөтүү");
        assert_eq!(fold("миў"), "миң");
    }

    #[test]
    fn marks_and_hyphens_nobody_sees_are_dropped() {
        assert_eq!(fold("мигра\u{ad}ция"), "миграция");
        assert_eq!(fold("и\u{306}од"), "йод", "a composed letter stays");
        assert_eq!(fold("е\u{308}лка"), "елка");
    }
}
