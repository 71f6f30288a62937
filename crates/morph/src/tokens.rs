//! Words of a text and where they stand. No language is needed: a word is a run of letters or digits, with hyphens,
//! apostrophes and decimal points inside.

use std::ops::Range;

/// No word is longer: a longer run of letters is cut, so that the work for each word is bounded.
pub const LONGEST_TOKEN: usize = 64;

/// A word as it stands in the text. `span` counts bytes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Token<'t> {
    pub text: &'t str,
    pub span: Range<usize>,
}

impl<'t> Token<'t> {
    /// What stands between the hyphens; nothing for a word without one. Search finds пресс-релиз by релиз too.
    pub fn parts(&self) -> impl Iterator<Item = Token<'t>> + use<'t> {
        let (whole, start) = (self.text, self.span.start);
        let parts = whole.split(is_hyphen).filter(move |part| !part.is_empty() && part.len() < whole.len());
        parts.map(move |part| {
            let begin = start + (part.as_ptr() as usize - whole.as_ptr() as usize);
            Token { text: part, span: begin..begin + part.len() }
        })
    }
}

/// The words of a text, one after the other.
///
/// ```
/// let words: Vec<&str> = morph::tokens("Пресс-релиз №55: don't panic, 3,5 млн. сом!").map(|token| token.text).collect();
/// assert_eq!(words, ["Пресс-релиз", "55", "don't", "panic", "3,5", "млн", "сом"]);
/// ```
pub fn tokens(text: &str) -> Tokens<'_> {
    Tokens { text, at: 0 }
}

pub struct Tokens<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        let rest = &self.text[self.at..];
        let start = self.at + rest.find(char::is_alphanumeric)?;
        let length = length(&self.text[start..]);
        self.at = start + length;
        Some(Token { text: &self.text[start..self.at], span: start..self.at })
    }
}

/// Bytes of the word the text begins with.
fn length(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    let mut before = ' ';
    let mut count = 0;
    while let Some((at, char)) = chars.next() {
        let joins = |next: Option<char>| {
            next.is_some_and(|next| {
                is_hyphen(char) && next.is_alphanumeric()
                    || is_apostrophe(char) && before.is_alphabetic() && next.is_alphabetic()
                    || matches!(char, '.' | ',') && before.is_ascii_digit() && next.is_ascii_digit()
            })
        };
        let inside = char.is_alphanumeric() || is_silent(char) || joins(chars.peek().map(|(_, next)| *next));
        if !inside || count == LONGEST_TOKEN {
            return at;
        }
        if !is_silent(char) {
            before = char;
        }
        count += 1;
    }
    text.len()
}

/// Marks that belong to the letter before, and signs nobody sees: they do not end a word.
fn is_silent(char: char) -> bool {
    matches!(char, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}')
}

fn is_hyphen(char: char) -> bool {
    matches!(char, '-' | '‐' | '‑')
}

fn is_apostrophe(char: char) -> bool {
    matches!(char, '\'' | '’' | 'ʼ')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokens(text).map(|token| token.text).collect()
    }

    #[test]
    fn a_hyphen_joins_and_a_dash_separates() {
        assert_eq!(words("иш-чара — бул кампания -"), ["иш-чара", "бул", "кампания"]);
    }

    #[test]
    fn a_span_is_where_the_word_stands() {
        let text = "«Адам сатуу» – кылмыш";
        for token in tokens(text) {
            assert_eq!(&text[token.span.clone()], token.text);
        }
    }

    #[test]
    fn stress_and_soft_hyphens_do_not_cut_a_word() {
        assert_eq!(words("за\u{301}мок ми\u{ad}грант"), ["за\u{301}мок", "ми\u{ad}грант"]);
    }

    #[test]
    fn parts_of_a_hyphenated_word_know_their_place() {
        let text = "бул ат-башыда";
        let token = tokens(text).nth(1).unwrap();
        let parts: Vec<_> = token.parts().collect();
        assert_eq!(parts.iter().map(|part| part.text).collect::<Vec<_>>(), ["ат", "башыда"]);
        assert!(parts.iter().all(|part| &text[part.span.clone()] == part.text));
        assert_eq!(tokens("бул").next().unwrap().parts().count(), 0);
    }

    #[test]
    fn a_run_of_letters_without_end_comes_in_pieces() {
        let text = "ж".repeat(1000);
        assert_eq!(tokens(&text).map(|token| token.text.chars().count()).max(), Some(LONGEST_TOKEN));
        assert_eq!(tokens(&text).map(|token| token.text.len()).sum::<usize>(), text.len());
    }
}
