//! What stands within a line, as Markdown: letters that would mean something to Markdown are escaped, bold and italic ones get their
//! stars, links their address. The words that a reader of the Markdown sees are those of the document, whatever is in them; where
//! stars could be misread, the look is given up and not the words.

/// Text of one look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// A line break is `\n`.
    pub text: String,
    pub look: Look,
    pub address: Option<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    pub bold: bool,
    pub italic: bool,
    pub strike: bool,
}

/// Where the line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// At the beginning of a block, where a dash makes a list.
    Block,
    /// On one line, after something else.
    Heading,
    Cell,
}

impl Span {
    pub fn plain(text: String) -> Self {
        Self { text, look: Look::default(), address: None }
    }
}

/// One letter, and which of the spans it is from.
#[derive(Clone, Copy)]
struct Letter {
    is: char,
    look: Look,
    /// Spans with the same address that follow each other are one link.
    link: Option<usize>,
}

/// The words of a line without their look.
pub fn plain(spans: &[Span]) -> String {
    letters(spans, Place::Heading).into_iter().map(|letter| letter.is).collect()
}

pub fn write(spans: &[Span], place: Place) -> String {
    let mut letters = letters(spans, place);
    trim_looks(&mut letters);
    let mut out = Writing { out: String::new(), place, line: 0 };
    let mut at = 0;
    while at < letters.len() {
        let link = letters[at].link;
        let end = at + letters[at..].iter().take_while(|letter| letter.link == link).count();
        let address = link.and_then(|link| spans[link].address.as_deref());
        if address.is_some() {
            out.out.push('[');
        }
        out.pieces(&letters, at..end, address.is_some());
        if let Some(address) = address {
            out.out.push_str("](");
            out.out.push_str(&destination(address));
            out.out.push(')');
        }
        at = end;
    }
    out.out
}

/// All letters, with single spaces, and no space at the ends of lines.
fn letters(spans: &[Span], place: Place) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::new();
    let mut link: Option<usize> = None;
    for (number, span) in spans.iter().enumerate() {
        link = match (&span.address, link) {
            (None, _) => None,
            (Some(address), Some(before)) if spans[before].address.as_ref() == Some(address) => Some(before),
            (Some(_), _) => Some(number),
        };
        for is in span.text.chars() {
            let is = match is {
                '\n' if place == Place::Block && link.is_none() => '\n',
                '\u{ad}' | '\u{200b}' | '\u{feff}' | '\0' => continue,
                // Spaces that do not break keep numbers and their units together.
                '\u{a0}' | '\u{202f}' | '\u{2007}' => is,
                is if is.is_whitespace() || is.is_control() => ' ',
                is => is,
            };
            let before = letters.last().map_or('\n', |letter| letter.is);
            match is {
                ' ' if matches!(before, ' ' | '\n') => continue,
                '\n' => {
                    while letters.last().is_some_and(|letter| letter.is.is_whitespace()) {
                        letters.pop();
                    }
                    if letters.is_empty() {
                        continue;
                    }
                }
                // Markdown takes any space away at the beginning of a line.
                is if is.is_whitespace() && before == '\n' => continue,
                _ => (),
            }
            letters.push(Letter { is, look: span.look, link });
        }
    }
    while letters.last().is_some_and(|letter| letter.is.is_whitespace()) {
        letters.pop();
    }
    letters
}

/// Whether Markdown takes stars beside this letter for the edge of a word without looking further.
fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '\u{300}'..='\u{36f}')
}

/// Whether stars on the inner side may follow or precede this letter whatever stands inside.
fn is_apart(letter: Option<char>) -> bool {
    letter.is_none_or(|letter| {
        letter.is_whitespace()
            || letter.is_ascii_punctuation()
            || matches!(letter, '«' | '»' | '\u{2010}'..='\u{2027}')
    })
}

/// Takes the look from letters where stars would not be understood: spaces at the edges, signs that touch a word outside, and pieces
/// that touch a piece of another look.
fn trim_looks(letters: &mut [Letter]) {
    let is_plain = |letter: &Letter| letter.look == Look::default();
    // Pieces that touch within a word keep what they have in common.
    let of_one_word = |left: &Letter, right: &Letter| {
        let is_marked = |letter: &Letter| !is_plain(letter) && !letter.is.is_whitespace();
        left.link == right.link && is_marked(left) && is_marked(right)
    };
    for word in letters.chunk_by_mut(of_one_word) {
        let shared = word.iter().map(|letter| letter.look).reduce(common).unwrap_or_default();
        word.iter_mut().filter(|letter| !letter.is.is_whitespace()).for_each(|letter| letter.look = shared);
    }
    let mut at = 0;
    while at < letters.len() {
        let whole = piece(letters, at);
        at = whole.end;
        if is_plain(&letters[whole.start]) {
            continue;
        }
        let link = letters[whole.start].link;
        let beside = |at: Option<usize>| {
            let letter = at.and_then(|at| letters.get(at));
            // A link has brackets around it.
            letter.map(|letter| if letter.link == link { letter.is } else { '[' })
        };
        // Two kinds of marks stand beside each other, so a letter outside must be none of a word.
        let look = letters[whole.start].look;
        let is_double = look.strike && (look.bold || look.italic);
        let (mut start, mut end) = (whole.start, whole.end);
        while start < end {
            let (first, last) = (letters[start].is, letters[end - 1].is);
            let before = is_apart(beside(start.checked_sub(1)));
            let after = is_apart(beside(Some(end)));
            if first.is_whitespace() || !before && (is_double || !is_word(first)) {
                start += 1;
            } else if last.is_whitespace() || !after && (is_double || !is_word(last)) {
                end -= 1;
            } else {
                break;
            }
        }
        for letter in letters[whole.start..start].iter_mut() {
            letter.look = Look::default();
        }
        for letter in letters[end..whole.end].iter_mut() {
            letter.look = Look::default();
        }
    }
}

fn common(a: Look, b: Look) -> Look {
    Look { bold: a.bold && b.bold, italic: a.italic && b.italic, strike: a.strike && b.strike }
}

/// The letters around this one that have its look and link.
fn piece(letters: &[Letter], at: usize) -> std::ops::Range<usize> {
    let of = |letter: &&Letter| letter.look == letters[at].look && letter.link == letters[at].link;
    let start = at - letters[..at].iter().rev().take_while(of).count();
    let end = at + letters[at..].iter().take_while(of).count();
    start..end
}

struct Writing {
    out: String,
    place: Place,
    /// Where the line begins in `out`.
    line: usize,
}

impl Writing {
    /// The letters of one link, or between two.
    fn pieces(&mut self, letters: &[Letter], range: std::ops::Range<usize>, is_link: bool) {
        let mut at = range.start;
        while at < range.end {
            let look = letters[at].look;
            let end = at + letters[at..range.end].iter().take_while(|letter| letter.look == look).count();
            let (stars, strike) = match (look.bold, look.italic) {
                (true, true) => ("***", look.strike),
                (true, false) => ("**", look.strike),
                (false, true) => ("*", look.strike),
                (false, false) => ("", look.strike),
            };
            let strike = if strike { "~~" } else { "" };
            self.out.push_str(strike);
            self.out.push_str(stars);
            for at in at..end {
                self.letter(letters, at, is_link);
            }
            self.out.push_str(stars);
            self.out.push_str(strike);
            at = end;
        }
    }

    fn letter(&mut self, letters: &[Letter], at: usize, is_link: bool) {
        let letter = letters[at].is;
        if letter == '\n' {
            self.out.push_str("\\\n");
            self.line = self.out.len();
            return;
        }
        let neighbour = |at: Option<usize>| at.and_then(|at| letters.get(at)).map(|letter| letter.is);
        let (before, after) = (neighbour(at.checked_sub(1)), neighbour(Some(at + 1)));
        let is_last = letters.get(at + 1).is_some_and(|next| next.link != letters[at].link);
        let escaped = match letter {
            '\\' | '*' | '`' | '~' | '|' => true,
            '_' => !(before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)),
            '[' => is_link,
            ']' => is_link || is_last || matches!(after, Some('(' | '[' | ':')),
            '!' => is_last || after == Some('['),
            '<' => after.is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?')),
            '&' => after.is_some_and(|next| next.is_ascii_alphabetic() || next == '#'),
            '#' if self.place == Place::Heading => before.is_none() || after.is_none(),
            _ => self.place == Place::Block && self.means_a_block(letters, at),
        };
        if escaped {
            self.out.push('\\');
        }
        self.out.push(letter);
    }

    /// Whether this letter, where it stands, would make of the line a list, a heading or something else it is not.
    fn means_a_block(&self, letters: &[Letter], at: usize) -> bool {
        let letter = letters[at].is;
        let begins = self.out.len() == self.line;
        let next = letters.get(at + 1).map(|letter| letter.is);
        match letter {
            '#' | '>' | '=' | ':' => begins,
            '-' | '+' => begins && next.is_none_or(|next| next.is_whitespace() || next == letter),
            '.' | ')' => {
                let line = &self.out[self.line..];
                !line.is_empty()
                    && line.len() <= 9
                    && line.bytes().all(|digit| digit.is_ascii_digit())
                    && next.is_none_or(char::is_whitespace)
            }
            _ => false,
        }
    }
}

/// An address between round brackets.
fn destination(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    let mut rest = address.trim().chars().peekable();
    while let Some(letter) = rest.next() {
        match letter {
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '"' => out.push_str("%22"),
            '\\' => out.push_str("%5C"),
            '|' => out.push_str("%7C"),
            letter if letter.is_whitespace() || letter.is_control() => out.push_str("%20"),
            '&' if rest.peek().is_some_and(|next| next.is_ascii_alphabetic() || *next == '#') => {
                out.push_str("\\&");
            }
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    const BOLD: Look = Look { bold: true, italic: false, strike: false };
    const ITALIC: Look = Look { bold: false, italic: true, strike: false };

    fn span(text: &str, look: Look) -> Span {
        Span { text: text.to_owned(), look, address: None }
    }

    fn link(text: &str, address: &str) -> Span {
        Span { text: text.to_owned(), look: Look::default(), address: Some(address.to_owned()) }
    }

    fn line(spans: &[Span]) -> String {
        write(spans, Place::Block)
    }

    #[test]
    fn looks_get_their_stars() {
        let none = Look::default();
        assert_eq!(
            line(&[span("Бул ", none), span("маанилүү ", BOLD), span("сөз", none)]),
            "Бул **маанилүү** сөз"
        );
        assert_eq!(line(&[span("Срок:", BOLD), span("завтра", none)]), "**Срок**:завтра");
        assert_eq!(line(&[span("Срок: ", BOLD), span("завтра", ITALIC)]), "**Срок:** *завтра*");
        assert_eq!(line(&[span("бу", none), span("ква", BOLD)]), "бу**ква**");
        assert_eq!(line(&[span("а", BOLD), span("б", ITALIC)]), "аб");
        let struck = Look { strike: true, ..BOLD };
        assert_eq!(line(&[span("жок", struck)]), "~~**жок**~~");
    }

    #[test]
    fn links_keep_their_address() {
        assert_eq!(
            line(&[link("гид", "https://a.kg/x (1)?a=1&b=2")]),
            "[гид](https://a.kg/x%20%281%29?a=1\\&b=2)"
        );
        assert_eq!(
            line(&[span("!", Look::default()), link("[1]", "tel:117"), link("2", "tel:118")]),
            "\\![\\[1\\]](tel:117)[2](tel:118)"
        );
    }

    #[test]
    fn what_would_mean_something_is_escaped_and_nothing_else() {
        for (text, written) in [
            ("1. Жалпы", "1\\. Жалпы"),
            ("1.1. Жалпы", "1.1. Жалпы"),
            ("2026. Жыл", "2026\\. Жыл"),
            ("+996 312 62 50 50", "+996 312 62 50 50"),
            ("- пункт", "\\- пункт"),
            ("— пункт", "— пункт"),
            ("# белги", "\\# белги"),
            ("snake_case _x_", "snake_case \\_x\\_"),
            ("[1] беренени карагыла", "[1] беренени карагыла"),
            ("[1](2)", "[1\\](2)"),
            ("a < b <b> & &amp;", "a < b \\<b> & \\&amp;"),
            ("бир\nэки\n- үч", "бир\\\nэки\\\n\\- үч"),
            ("5 * 5 | `x` ~ \\", "5 \\* 5 \\| \\`x\\` \\~ \\\\"),
        ] {
            assert_eq!(line(&[span(text, Look::default())]), written);
        }
        assert_eq!(write(&[span("C#", Look::default())], Place::Heading), "C\\#");
    }

    /// What a reader sees: the words, and for each letter whether it is bold, italic, struck out, in a link.
    fn seen(markdown: &str) -> (String, Vec<(Look, bool)>) {
        let (mut words, mut looks, mut look, mut in_link) =
            (String::new(), Vec::new(), Look::default(), false);
        let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
        for event in Parser::new_ext(markdown, options) {
            match event {
                Event::Start(Tag::Strong) => look.bold = true,
                Event::End(TagEnd::Strong) => look.bold = false,
                Event::Start(Tag::Emphasis) => look.italic = true,
                Event::End(TagEnd::Emphasis) => look.italic = false,
                Event::Start(Tag::Strikethrough) => look.strike = true,
                Event::End(TagEnd::Strikethrough) => look.strike = false,
                Event::Start(Tag::Link { .. }) => in_link = true,
                Event::End(TagEnd::Link) => in_link = false,
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => (),
                Event::Text(text) => {
                    words.push_str(&text);
                    looks.extend(text.chars().map(|_| (look, in_link)));
                }
                Event::HardBreak => {
                    words.push('\n');
                    looks.push((look, in_link));
                }
                other => panic!("{markdown:?} has {other:?}"),
            }
        }
        (words, looks)
    }

    fn spans() -> impl Strategy<Value = Vec<Span>> {
        let text = prop_oneof![
            3 => "[a-cа-в *_~#>|`\\[\\]()!<>&;:.,=+0-9\\\\\\n«»—-]{0,8}",
            1 => "[а-яөүң ]{1,12}",
            1 => "\\PC{0,6}",
        ];
        let look =
            any::<(bool, bool, bool)>().prop_map(|(bold, italic, strike)| Look { bold, italic, strike });
        let look = prop_oneof![2 => Just(Look::default()), 2 => look];
        let address = prop_oneof![4 => Just(None), 1 => "https://[a-c]\\.kg/[a-c&=(_*]{0,5}".prop_map(Some)];
        let span = (text, look, address).prop_map(|(text, look, address)| Span { text, look, address });
        prop::collection::vec(span, 0..7)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_word_reads_as_it_did(spans in spans()) {
            let markdown = write(&spans, Place::Block);
            let expected: Vec<Letter> = letters(&spans, Place::Block);
            let (words, looks) = seen(&markdown);
            prop_assert_eq!(words, expected.iter().map(|letter| letter.is).collect::<String>(), "{}", markdown);
            for (letter, (look, in_link)) in expected.iter().zip(looks) {
                prop_assert_eq!(in_link, letter.link.is_some(), "{}", markdown);
                // A look may be given up, never put on.
                prop_assert_eq!(common(look, letter.look), look, "{}", markdown);
            }
        }

        #[test]
        fn looks_of_whole_words_stay(words in prop::collection::vec(("[а-я]{1,5}", any::<(bool, bool, bool)>()), 1..6)) {
            let mut spans = Vec::new();
            for (word, (bold, italic, strike)) in &words {
                spans.push(span(word, Look { bold: *bold, italic: *italic, strike: *strike }));
                spans.push(span(" ", Look::default()));
            }
            let (_, looks) = seen(&write(&spans, Place::Block));
            let kept = looks.iter().filter(|(look, _)| *look != Look::default()).count();
            let marked = words.iter().filter(|(_, look)| *look != (false, false, false));
            prop_assert_eq!(kept, marked.map(|(word, _)| word.chars().count()).sum::<usize>());
        }
    }
}
