//! The words around what was found, with the found ones marked: read from the text as it is now, not from the index.

use super::query::Marks;
use super::snapshot::is_marked;
use platform::lang::Lang;
use std::collections::HashSet;
use std::ops::Range;

/// A piece of a title or a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    pub marked: bool,
}

/// Words read of a text, at most; further on nothing is marked.
const READ: usize = 1500;
/// Words shown of it.
const SHOWN: usize = 32;
/// Words before the first marked one.
const BEFORE: usize = 6;

/// All of a short text.
pub fn whole(text: &str, marks: &Marks, language: Lang) -> Vec<Piece> {
    let initials = marks.initials();
    let spans: Vec<Range<usize>> = morph::tokens(text)
        .filter(|token| is_marked(marks, &morph::fold(token.text), language, &initials))
        .map(|token| token.span)
        .collect();
    pieces(text, 0..text.len(), &spans)
}

/// The part of a text that holds most of what was looked for.
pub fn around(text: &str, marks: &Marks, language: Lang) -> Vec<Piece> {
    let initials = marks.initials();
    let mut words: Vec<Range<usize>> = Vec::new();
    // The number of the word, and what it is: a window with different words says more than one with the same again.
    let mut hits: Vec<(usize, String)> = Vec::new();
    for token in morph::tokens(text).take(READ) {
        let folded = morph::fold(token.text);
        if is_marked(marks, &folded, language, &initials) {
            hits.push((words.len(), folded.chars().take(4).collect()));
        }
        words.push(token.span);
        // What follows the best place so far can only tie with it.
        if hits.first().is_some_and(|(first, _)| words.len() > first + 10 * SHOWN) {
            break;
        }
    }
    let different = |from: usize| {
        let within = hits.iter().filter(|(word, _)| (from..from + SHOWN - BEFORE).contains(word));
        within.map(|(_, word)| word).collect::<HashSet<_>>().len()
    };
    let mut best = 0;
    let mut most = 0;
    for (word, _) in &hits {
        let number = different(*word);
        if number > most {
            (best, most) = (*word, number);
        }
    }
    let Some(last) = words.len().checked_sub(1) else { return Vec::new() };
    let from = best.saturating_sub(BEFORE);
    let to = (from + SHOWN - 1).min(last);
    let spans: Vec<Range<usize>> = hits.iter().map(|(word, _)| words[*word].clone()).collect();
    let begin = if from == 0 { 0 } else { words[from].start };
    let end = if to == last { text.len() } else { words[to].end };
    let mut pieces = pieces(text, begin..end, &spans);
    if begin > 0
        && let Some(first) = pieces.first_mut()
    {
        first.text.insert_str(0, "… ");
    }
    if end < text.trim_end().len() {
        pieces.push(Piece { text: " …".into(), marked: false });
    }
    pieces
}

fn pieces(text: &str, shown: Range<usize>, spans: &[Range<usize>]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = shown.start;
    let mut push = |range: Range<usize>, marked| {
        if !range.is_empty() {
            let text = text[range].split_inclusive(char::is_whitespace).map(one_space).collect();
            pieces.push(Piece { text, marked });
        }
    };
    for span in spans.iter().filter(|span| span.start >= shown.start && span.end <= shown.end) {
        push(at..span.start, false);
        push(span.clone(), true);
        at = span.end;
    }
    push(at..shown.end, false);
    pieces
}

/// Line ends and tabs are spaces here.
fn one_space(word: &str) -> String {
    word.replace(char::is_whitespace, " ")
}

#[cfg(test)]
mod tests {
    use super::super::analysis;
    use super::*;
    use morph::Language;

    fn marks(words: &[&str]) -> Marks {
        let mut marks = Marks::default();
        for word in words {
            marks.words.insert((*word).to_owned());
            marks.keys.insert(analysis::key(Language::Kyrgyz, word));
        }
        marks
    }

    fn shown(pieces: &[Piece]) -> String {
        let mark =
            |piece: &Piece| if piece.marked { format!("[{}]", piece.text) } else { piece.text.clone() };
        pieces.iter().map(mark).collect()
    }

    #[test]
    fn forms_of_the_words_are_marked() {
        let pieces = whole("Мыйзамдарды билүү керек", &marks(&["мыйзам"]), Lang::Ky);
        assert_eq!(shown(&pieces), "[Мыйзамдарды] билүү керек");
    }

    #[test]
    fn the_place_with_most_of_the_words_is_shown() {
        let text = format!("Мыйзам бар. {} Мыйзам жана жардам: телефон.", "Башка сөздөр көп. ".repeat(30));
        let shown = shown(&around(&text, &marks(&["мыйзам", "жардам"]), Lang::Ky));
        assert!(shown.starts_with("… "), "{shown}");
        assert!(shown.ends_with("[Мыйзам] жана [жардам]: телефон."), "{shown}");
    }

    #[test]
    fn a_text_without_the_words_begins_at_its_beginning() {
        let text = "Бир эки\nүч. ".repeat(40);
        let shown = shown(&around(&text, &marks(&["жардам"]), Lang::Ky));
        assert!(shown.starts_with("Бир эки үч. Бир") && shown.ends_with(" …"), "{shown}");
        assert_eq!(around("", &marks(&[]), Lang::Ky), []);
    }
}
