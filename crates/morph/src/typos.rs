//! How far two words are apart, for words that were typed wrongly.

/// The longest word that is compared letter by letter; of longer ones only equal ones match.
const LONGEST: usize = 48;

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

/// The number of letters to change, add, leave out or swap with their neighbour to make one word of the other (optimal
/// string alignment), if it is at most `max`.
///
/// ```
/// use morph::distance_within;
/// assert_eq!(distance_within("мигарция", "миграция", 2), Some(1));
/// assert_eq!(distance_within("кызмат", "кызматы", 2), Some(1));
/// assert_eq!(distance_within("закон", "школа", 2), None);
/// ```
pub fn distance_within(a: &str, b: &str, max: u8) -> Option<u8> {
    if a == b {
        return Some(0);
    }
    let (mut first, mut second) = (['\0'; LONGEST], ['\0'; LONGEST]);
    let (a, b) = (letters(a, &mut first)?, letters(b, &mut second)?);
    let max = usize::from(max);
    if a.len().abs_diff(b.len()) > max {
        return None;
    }
    let mut rows = [[0_usize; LONGEST + 1]; 3];
    for (column, cost) in rows[0].iter_mut().enumerate() {
        *cost = column;
    }
    for i in 1..=a.len() {
        let (now, before, earlier) = (i % 3, (i + 2) % 3, (i + 1) % 3);
        rows[now][0] = i;
        let mut least = i;
        for j in 1..=b.len() {
            let changed = rows[before][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut cost = changed.min(rows[before][j] + 1).min(rows[now][j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                cost = cost.min(rows[earlier][j - 2] + 1);
            }
            rows[now][j] = cost;
            least = least.min(cost);
        }
        // A swap looks two rows back, so a row above the limit may be followed by one within it, at most by one less.
        if least > max + 1 {
            return None;
        }
    }
    let distance = rows[a.len() % 3][b.len()];
    u8::try_from(distance).ok().filter(|_| distance <= max)
}

fn letters<'b>(word: &str, buffer: &'b mut [char; LONGEST]) -> Option<&'b [char]> {
    let mut length = 0;
    for char in word.chars() {
        *buffer.get_mut(length)? = char;
        length += 1;
    }
    Some(&buffer[..length])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_slip_counts_one() {
        assert_eq!(distance_within("кулчулук", "кулчулук", 0), Some(0));
        assert_eq!(distance_within("кулчулук", "кулчлук", 1), Some(1));
        assert_eq!(distance_within("кулчулук", "кулчуулук", 1), Some(1));
        assert_eq!(distance_within("кулчулук", "кулчелук", 1), Some(1));
        assert_eq!(distance_within("кулчулук", "куличлук", 2), Some(2));
        assert_eq!(distance_within("ab", "ba", 1), Some(1));
    }

    #[test]
    fn words_further_apart_than_asked_are_not_compared_to_the_end() {
        assert_eq!(distance_within("мигрант", "эмигранттар", 2), None);
        assert_eq!(distance_within("", "аб", 1), None);
        assert_eq!(distance_within("", "аб", 2), Some(2));
    }

    #[test]
    fn words_too_long_to_be_words_only_match_themselves() {
        let long = "а".repeat(100);
        assert_eq!(distance_within(&long, &long, 2), Some(0));
        assert_eq!(distance_within(&long, &"а".repeat(99), 2), None);
    }
}
