//! Texts as sequences of words, to tell whether two say the same: white space, quotation marks, kinds of dashes, bullets,
//! Markdown and capitals make no difference; every other word and sign does. Pure, and every step is bounded by the
//! length of the text or by time.

use crate::web::diff::{Change, Piece, shortened};
use sha2::{Digest, Sha256};
use similar::{Algorithm, DiffOp, capture_diff_slices_deadline};
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

/// Words in a row that texts are recognised by.
const IN_A_ROW: usize = 4;
/// Of so many rows one is remembered, within these bounds.
const ONE_OF: usize = 16;
const LEAST: usize = 32;
const MOST: usize = 256;
/// Of a text that somebody asks about, so many rows are looked up.
const ASKED: usize = 512;
/// Fewer words in a row are no passage of a text; everybody says them.
const SHORTEST_PASSAGE: usize = 8;
/// Rows in common that mean nothing: everybody uses the same phrases.
const TOO_FEW: usize = 3;
/// After so long the rest of two texts counts as different.
const PATIENCE: Duration = Duration::from_millis(400);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Word {
    /// What is compared.
    key: String,
    /// As it was written, with what follows it up to the next.
    shown: String,
}

impl Word {
    fn is_sign(&self) -> bool {
        !self.key.starts_with(char::is_alphanumeric)
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(Vec<Word>);

impl Words {
    /// Of a plain text.
    pub fn of(text: &str) -> Words {
        let mut words = Words::default();
        let mut inside = false;
        for sign in text.chars() {
            match reading(sign) {
                Reading::Nothing => {
                    words.show(sign);
                    inside &= !sign.is_whitespace() && !is_quote(sign);
                }
                // A soft hyphen or a sign of no width stands inside of a word.
                Reading::Invisible => {}
                Reading::Letter if inside => {
                    let word = words.0.last_mut().expect("it is inside of a word");
                    word.key.extend(sign.to_lowercase());
                    word.shown.push(sign);
                }
                Reading::Letter => {
                    words.0.push(Word { key: sign.to_lowercase().collect(), shown: sign.to_string() });
                    inside = true;
                }
                Reading::Sign(key) => {
                    let times = if sign == '…' { 3 } else { 1 };
                    for time in 0..times {
                        let shown = if time == 0 { sign.to_string() } else { String::new() };
                        words.0.push(Word { key: key.to_string(), shown });
                    }
                    inside = false;
                }
            }
        }
        words
    }

    /// Of a text with Markdown, or one that looks like it by chance: copies from pages and papers read the same.
    pub fn of_markdown(text: &str) -> Words {
        Words::of(&paper::plain(&paper::markdown::blocks(&with_lists(text))))
    }

    fn show(&mut self, sign: char) {
        if let Some(last) = self.0.last_mut() {
            last.shown.push(sign);
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn same(&self, other: &Words) -> bool {
        self.keys().eq(other.keys())
    }

    fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|word| word.key.as_str())
    }

    /// The same for all texts that say the same.
    pub fn print(&self) -> [u8; 32] {
        let mut hash = Sha256::new();
        for key in self.keys() {
            hash.update(key);
            hash.update([0]);
        }
        hash.finalize().into()
    }

    /// Every few words in a row, as numbers that look random.
    fn rows(&self) -> BTreeSet<i64> {
        let words: Vec<&str> =
            self.0.iter().filter(|word| !word.is_sign()).map(|word| word.key.as_str()).collect();
        let row = |words: &[&str]| {
            let hash = Sha256::digest(words.join(" "));
            i64::from_be_bytes(hash[..8].try_into().expect("eight of thirty-two bytes"))
        };
        if words.len() < IN_A_ROW {
            return if words.is_empty() { BTreeSet::new() } else { BTreeSet::from([row(&words)]) };
        }
        words.windows(IN_A_ROW).map(row).collect()
    }

    /// By what the text is remembered: the smallest of its rows. Two texts that share much share some of these.
    pub fn sketch(&self) -> Vec<i64> {
        let rows = self.rows();
        let most = (rows.len() / ONE_OF).clamp(LEAST, MOST);
        rows.into_iter().take(most).collect()
    }

    /// What to look up to recognise the text or a part of it.
    pub fn asked(&self) -> Vec<i64> {
        self.rows().into_iter().take(ASKED).collect()
    }

    /// How much of the shorter of two texts the other one has, in hundredths, by words in a row.
    pub fn likeness(&self, other: &Words) -> usize {
        let (mine, theirs) = (self.rows(), other.rows());
        let shared = mine.intersection(&theirs).count();
        if shared < TOO_FEW {
            return 0;
        }
        100 * shared / mine.len().min(theirs.len()).max(1)
    }

    /// Without the lines that stand around a text on paper and in a copy, and the page numbers beside them. A line that
    /// `text` itself contains stays as often as it does: the first ones if the text begins with it, else the last ones,
    /// since a running title comes after the title, and fields before the text.
    pub fn without(mut self, lines: &[Words], text: &Words) -> Words {
        for line in lines.iter().filter(|line| line.0.len() > 1) {
            let places: Vec<usize> = self.places(line).collect();
            let surplus = places.len().saturating_sub(text.places(line).count());
            let first = if text.has_at(0, line) { places.len() - surplus } else { 0 };
            let mut goes = vec![false; self.0.len()];
            for at in &places[first..first + surplus] {
                let end = at + line.0.len();
                let end = if self.page_number_at(end) { end + 3 } else { end };
                let begin = if *at >= 3 && self.page_number_at(at - 3) { at - 3 } else { *at };
                goes[begin..end].fill(true);
            }
            let mut goes = goes.into_iter();
            self.0.retain(|_| goes.next() != Some(true));
        }
        self
    }

    /// Without a first line that the other text is known not to begin with, if the other text follows.
    pub fn without_first(mut self, line: &Words, then: &Words) -> Words {
        if self.has_at(0, line) && self.has_at(line.0.len(), then) {
            self.0.drain(..line.0.len());
        }
        self
    }

    fn page_number_at(&self, at: usize) -> bool {
        let is_number =
            |word: &Word| word.key.len() <= 3 && word.key.bytes().all(|byte| byte.is_ascii_digit());
        matches!(self.0.get(at..at + 3), Some([page, of, pages]) if is_number(page) && of.key == "/" && is_number(pages))
    }

    fn has_at(&self, at: usize, other: &Words) -> bool {
        let here = self.0.get(at..at + other.0.len());
        here.is_some_and(|words| words.iter().zip(&other.0).all(|(mine, theirs)| mine.key == theirs.key))
    }

    /// Where the other words stand in these, from a place on.
    fn find(&self, other: &Words, from: usize) -> Option<usize> {
        let last = self.0.len().checked_sub(other.0.len()).filter(|_| !other.is_empty())?;
        (from..=last).find(|at| self.has_at(*at, other))
    }

    /// Everywhere the other words stand in these.
    fn places(&self, other: &Words) -> impl Iterator<Item = usize> {
        std::iter::successors(self.find(other, 0), |at| self.find(other, at + other.0.len()))
    }

    /// Whether these words, and enough of them, stand somewhere in the text just like this.
    pub fn is_passage_of(&self, text: &Words) -> bool {
        self.0.iter().filter(|word| !word.is_sign()).count() >= SHORTEST_PASSAGE
            && text.find(self, 0).is_some()
    }
}

/// How a copy differs from a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differences {
    pub pieces: Vec<Piece>,
    /// The beginning or the end of the text is not in the copy.
    pub incomplete: bool,
}

pub fn differences(text: &Words, copy: &Words) -> Differences {
    let (old, new): (Vec<&str>, Vec<&str>) = (text.keys().collect(), copy.keys().collect());
    let deadline = Instant::now() + PATIENCE;
    let mut ops = capture_diff_slices_deadline(Algorithm::Myers, &old, &new, Some(deadline));
    let whole = ops.len();
    if matches!(ops.last(), Some(DiffOp::Delete { .. })) {
        ops.pop();
    }
    if matches!(ops.first(), Some(DiffOp::Delete { .. })) {
        ops.remove(0);
    }
    let shown = |words: &Words, from: usize, count: usize| -> String {
        words.0[from..from + count].iter().map(|word| word.shown.as_str()).collect()
    };
    let mut pieces = Vec::new();
    let mut add = |change, text: String| pieces.push(Piece { change, text });
    for op in &ops {
        match *op {
            DiffOp::Equal { new_index, len, .. } => add(Change::Same, shown(copy, new_index, len)),
            DiffOp::Delete { old_index, old_len, .. } => {
                add(Change::Removed, shown(text, old_index, old_len))
            }
            DiffOp::Insert { new_index, new_len, .. } => add(Change::Added, shown(copy, new_index, new_len)),
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                add(Change::Removed, shown(text, old_index, old_len));
                add(Change::Added, shown(copy, new_index, new_len));
            }
        }
    }
    Differences { pieces: shortened(pieces), incomplete: ops.len() < whole }
}

/// Bullets and long dashes that begin a line are marks of lists, as Markdown has them.
fn with_lists(text: &str) -> String {
    let line = |line: &str| {
        let begun = line.trim_start();
        match begun.strip_prefix(['•', '◦', '▪', '‣', '●', '○', '■', '·', '–', '—']) {
            Some(rest) if rest.starts_with(char::is_whitespace) => format!("- {}\n", rest.trim_start()),
            _ => format!("{line}\n"),
        }
    };
    text.lines().map(line).collect()
}

enum Reading {
    Letter,
    Sign(char),
    /// White space, quotation marks, bullets, marks of Markdown.
    Nothing,
    Invisible,
}

fn reading(sign: char) -> Reading {
    match sign {
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' => {
            Reading::Invisible
        }
        sign if sign.is_alphanumeric() || is_accent(sign) => Reading::Letter,
        sign if sign.is_whitespace() || sign.is_control() || is_quote(sign) => Reading::Nothing,
        '•' | '◦' | '▪' | '‣' | '·' | '●' | '○' | '■' | '*' | '_' | '#' | '`' | '~' | '|' | '\\' | '>' => {
            Reading::Nothing
        }
        '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => Reading::Sign('-'),
        '…' => Reading::Sign('.'),
        sign => Reading::Sign(sign),
    }
}

fn is_quote(sign: char) -> bool {
    matches!(sign, '"' | '\'' | '«' | '»' | '‹' | '›' | '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '′' | '″')
}

/// Accents that follow their letter, as some programs write й and ё.
fn is_accent(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "## Эмне кылуу керек\n\nКелишимди **кол койгонго чейин** окуңуз: ал «сиздин» тилиңизде – \
                        так ушундай. Өтүнмөнү 2026-жылдын 5-мартына чейин бериңиз, орун саны 20 % гана көп.\n\n- паспорт\n- келишим";

    fn text() -> Words {
        Words::of_markdown(TEXT)
    }

    #[test]
    fn white_space_quotes_dashes_bullets_and_markdown_make_no_difference() {
        let copies = [
            "ЭМНЕ КЫЛУУ КЕРЕК\nКелишимди кол койгонго чейин окуңуз: ал \"сиздин\" тилиңизде - так ушундай. Өтүнмөнү 2026‑жылдын \
             5—мартына чейин бериңиз, орун\u{a0}саны 20% гана көп.\n• паспорт\n– келишим",
            &TEXT.replace('\n', "\r\n"),
            &TEXT.replace("**", ""),
            &TEXT.replace("Келишимди", "Кели\u{ad}шимди"),
        ];
        for copy in copies {
            assert!(Words::of_markdown(copy).same(&text()), "{copy}");
            assert_eq!(Words::of_markdown(copy).print(), text().print());
        }
    }

    #[test]
    fn what_stands_around_a_text_goes_and_what_it_has_itself_stays() {
        let lines = ["Главная мысль: Честный труд", "Честный труд", "Дорога и договор"].map(Words::of);
        let text = Words::of("Дорога и договор. Спросите.");
        for copy in [
            "Дорога и договор. Спросите. Дорога и договор 1 / 2",
            "Дорога и договор. Спросите. 2 / 2 Дорога и договор",
            "Дорога и договор. Главная мысль: Честный труд Честный труд Спросите.",
        ] {
            assert!(Words::of(copy).without(&lines, &text).same(&text), "{copy}");
        }
        let repeats = Words::of("Сначала: Честный труд.");
        let copy = Words::of("Главная мысль: Честный труд Сначала: Честный труд.");
        assert!(copy.without(&lines, &repeats).same(&repeats));
        let changed = Words::of("Дорога и договор. Главная мысль: лёгкий труд Спросите.");
        assert!(!changed.without(&lines, &text).same(&text));
        let missing = Words::of("Сначала:.");
        assert!(!missing.without(&lines, &repeats).same(&repeats));
    }

    #[test]
    fn any_other_word_number_or_sign_does() {
        for (from, to) in [
            ("20", "30"),
            ("5-март", "6-март"),
            (" %", ""),
            ("чейин", "кийин"),
            ("2026-ж", "2026 ж"),
            (":", "."),
        ] {
            assert!(TEXT.contains(from));
            assert!(!Words::of_markdown(&TEXT.replacen(from, to, 1)).same(&text()), "{from}");
        }
    }

    #[test]
    fn a_changed_text_is_recognised_and_another_one_is_not() {
        let long: String = (0..400).map(|n| format!("сөз{} сап{} ", n, n * 7 % 101)).collect();
        let known = Words::of(&long);
        let remembered: BTreeSet<i64> = known.sketch().into_iter().collect();
        let hits = |copy: &str| Words::of(copy).asked().iter().filter(|row| remembered.contains(row)).count();
        assert!(hits(&long.replace("сөз7", "башка")) > remembered.len() / 2);
        // A passage of a tenth.
        let passage: String = long.split_inclusive(' ').skip(300).take(80).collect();
        assert!(hits(&passage) >= 1, "{}", hits(&passage));
        assert!(Words::of(&passage).is_passage_of(&known));
        assert!(Words::of(&passage).likeness(&known) > 90);
        let other: String = (0..400).map(|n| format!("жол{n} тоо{n} ")).collect();
        assert_eq!((hits(&other), Words::of(&other).likeness(&known)), (0, 0));
        assert!(Words::of("сөз1 сап7").is_passage_of(&known).eq(&false));
    }

    #[test]
    fn what_stands_around_a_text_on_paper_is_left_out() {
        let lines =
            [Words::of("Деңгээл: Расмий"), Words::of("Коду 01234-56789"), Words::of("https://a.example/x")];
        let copy = "Отчёт\nЭмне кылуу керек\nДеңгээл: Расмий\nКелишимди кол койгонго чейин окуңуз: ал «сиздин» тилиңизде – так\n\
                    Коду 01234-56789 1 / 2\nhttps://a.example/x\nушундай. Өтүнмөнү 2026-жылдын 5-мартына чейин бериңиз, орун саны \
                    20 % гана көп.\nпаспорт\nкелишим\nКоду 01234-56789 2 / 2\nhttps://a.example/x";
        let left = Words::of(copy).without(&lines, &text());
        assert!(left.without_first(&Words::of("Отчёт"), &Words::of("Эмне кылуу")).same(&text()));
        // A line that the text itself has is no surrounding.
        let own = Words::of("так ушундай Деңгээл: Расмий");
        assert!(own.clone().without(&lines, &own).same(&own));
    }

    #[test]
    fn differences_show_the_words_and_leave_out_what_is_missing_around() {
        let found = differences(&text(), &Words::of_markdown(&TEXT.replace("20 %", "30 %")));
        let changes: Vec<(Change, &str)> = found
            .pieces
            .iter()
            .filter(|piece| piece.change != Change::Same)
            .map(|piece| (piece.change, piece.text.trim()))
            .collect();
        assert_eq!(changes, [(Change::Removed, "20"), (Change::Added, "30")]);
        assert!(!found.incomplete);
        let part = differences(&text(), &Words::of("кол койгонго чейин окубаңыз: ал сиздин"));
        assert!(part.incomplete);
        assert!(part.pieces.iter().all(|piece| !piece.text.contains("паспорт")), "{part:?}");
    }

    #[test]
    fn two_long_texts_without_a_common_word_take_no_longer_than_the_patience() {
        let long = |word: &str| Words::of(&(0..30_000).map(|n| format!("{word}{n} ")).collect::<String>());
        let begun = Instant::now();
        differences(&long("а"), &long("б"));
        assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
    }
}
