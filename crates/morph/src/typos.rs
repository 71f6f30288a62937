//! Words that were typed wrongly.

/// How many wrong, missing, added or swapped letters are forgiven in a word of this length: none in short words, where
/// another letter is another word (кыз, кыл), two from eight letters on.
///
/// ```
/// assert_eq!(morph::allowed_typos("кыз"), 0);
/// assert_eq!(morph::allowed_typos("адамды"), 1);
/// assert_eq!(morph::allowed_typos("эксплуатация"), 2);
/// ```
pub fn allowed_typos(word: &str) -> u8 {
    match word.chars().count() {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}
