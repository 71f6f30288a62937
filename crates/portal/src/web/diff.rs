//! What changed between two texts, word by word, readable on a phone: unchanged stretches are shortened.

use similar::{ChangeTag, TextDiff};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Change {
    Same,
    Added,
    Removed,
    /// Unchanged words left out between two changes.
    Skipped,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    pub change: Change,
    pub text: String,
}

/// Words kept around a change, so that it can be understood.
const AROUND: usize = 220;

/// The pieces of both texts in reading order. An empty list means the texts are the same.
///
/// ```
/// use portal::web::diff::{Change, words};
/// let pieces = words("20 орун", "30 орун");
/// assert_eq!(pieces[0].change, Change::Removed);
/// assert_eq!(pieces[1].text, "30");
/// ```
pub fn words(old: &str, new: &str) -> Vec<Piece> {
    if old == new {
        return Vec::new();
    }
    let diff = TextDiff::configure().diff_words(old, new);
    let mut pieces: Vec<Piece> = Vec::new();
    for change in diff.iter_all_changes() {
        let kind = match change.tag() {
            ChangeTag::Equal => Change::Same,
            ChangeTag::Insert => Change::Added,
            ChangeTag::Delete => Change::Removed,
        };
        match pieces.last_mut() {
            Some(last) if last.change == kind => last.text.push_str(change.value()),
            _ => pieces.push(Piece { change: kind, text: change.value().to_owned() }),
        }
    }
    shortened(pieces)
}

/// The pieces with long unchanged stretches left out.
pub fn shortened(pieces: Vec<Piece>) -> Vec<Piece> {
    let last = pieces.len().saturating_sub(1);
    pieces.into_iter().enumerate().flat_map(|(i, piece)| shorten(piece, i > 0, i < last)).collect()
}

fn shorten(piece: Piece, after_change: bool, before_change: bool) -> Vec<Piece> {
    if piece.change != Change::Same || piece.text.chars().count() <= 3 * AROUND {
        return vec![piece];
    }
    let chars: Vec<char> = piece.text.chars().collect();
    let same = |text: &[char]| Piece { change: Change::Same, text: text.iter().collect() };
    let mut out = Vec::new();
    if after_change {
        out.push(same(&chars[..AROUND]));
    }
    out.push(Piece { change: Change::Skipped, text: String::new() });
    if before_change {
        out.push(same(&chars[chars.len() - AROUND..]));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_text_has_no_pieces() {
        assert_eq!(words("бир эки", "бир эки"), []);
    }

    #[test]
    fn long_unchanged_stretches_are_left_out() {
        let long = "сөз ".repeat(500);
        let pieces = words(&format!("{long}20"), &format!("{long}30"));
        let kinds: Vec<Change> = pieces.iter().map(|piece| piece.change).collect();
        assert_eq!(kinds, [Change::Skipped, Change::Same, Change::Removed, Change::Added]);
    }
}
