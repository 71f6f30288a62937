//! Where forms of terms stand in a text, in whatever ending, and how a term is explained where it stands. One pass over the
//! words of the text; what is found overlaps nothing, and the longest form wins.
//!
//! Letters are compared as they are written: ө is not о here as it may be in search, or күн (day) would be taken for күң
//! (slave woman). What an ending is differs: a Kyrgyz expression takes endings on its last word only; an abbreviation is
//! found as it is written, since «пм» is not «ПМ».

use morph::Language;
use platform::lang::Lang;
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write;
use std::ops::Range;

#[derive(Debug)]
enum Word {
    /// Exactly so.
    Written(String),
    /// So, in any case of letters.
    Plain(String),
    /// Any form of the word with this key.
    Key(String),
}

#[derive(Debug)]
struct Pattern {
    words: Vec<Word>,
    term: usize,
    form: usize,
}

/// A form that stands in a text: the places of term and form among those the finder was made of, and the bytes it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub term: usize,
    pub form: usize,
    pub span: Range<usize>,
}

/// Finds forms of one language.
#[derive(Debug)]
pub struct Finder {
    language: Language,
    patterns: Vec<Pattern>,
    /// Patterns by their first word.
    by_first: HashMap<String, Vec<usize>>,
}

/// A word of the text, in the three ways to look for it.
struct Token<'t> {
    span: Range<usize>,
    written: &'t str,
    plain: Cow<'t, str>,
    key: Cow<'t, str>,
}

impl Token<'_> {
    fn is(&self, word: &Word) -> bool {
        match word {
            Word::Written(written) => self.written == written,
            Word::Plain(plain) => self.plain == *plain,
            Word::Key(key) => self.key == *key,
        }
    }
}

impl Finder {
    /// `forms` come with the places of their term and of themselves in it. Of two that read the same the first is found.
    pub fn new<'f>(lang: Lang, forms: impl IntoIterator<Item = (usize, usize, &'f str)>) -> Finder {
        let language = match lang {
            Lang::Ky => Language::Kyrgyz,
            Lang::Ru => Language::Russian,
            Lang::En => Language::English,
        };
        let mut finder = Finder { language, patterns: Vec::new(), by_first: HashMap::new() };
        for (term, form, text) in forms {
            let words = words(language, text);
            if let Some(Word::Written(first) | Word::Plain(first) | Word::Key(first)) = words.first() {
                finder.by_first.entry(first.clone()).or_default().push(finder.patterns.len());
                finder.patterns.push(Pattern { words, term, form });
            }
        }
        finder
    }

    pub fn find(&self, text: &str) -> Vec<Hit> {
        if self.patterns.is_empty() {
            return Vec::new();
        }
        let tokens = self.tokens(text);
        let (mut hits, mut at) = (Vec::new(), 0);
        while let Some(token) = tokens.get(at) {
            let Some(pattern) = self.longest(token, &tokens[at..], text) else {
                at += 1;
                continue;
            };
            let length = pattern.words.len();
            let span = token.span.start..tokens[at + length - 1].span.end;
            hits.push(Hit { term: pattern.term, form: pattern.form, span });
            at += length;
        }
        hits
    }

    fn longest(&self, first: &Token, from: &[Token], text: &str) -> Option<&Pattern> {
        let ways = [first.written, first.plain.as_ref(), first.key.as_ref()];
        let places = ways.into_iter().filter_map(|way| self.by_first.get(way)).flatten();
        let patterns = places.map(|place| &self.patterns[*place]);
        let fits = |pattern: &&Pattern| {
            let Some(tokens) = from.get(..pattern.words.len()) else { return false };
            tokens.iter().zip(&pattern.words).all(|(token, word)| token.is(word))
                && tokens.windows(2).all(|pair| joined(&text[pair[0].span.end..pair[1].span.start]))
        };
        // Of equally long ones the first, as they were given.
        patterns
            .filter(fits)
            .min_by_key(|pattern| (std::cmp::Reverse(pattern.words.len()), pattern.term, pattern.form))
    }

    fn tokens<'t>(&self, text: &'t str) -> Vec<Token<'t>> {
        let addresses = addresses(text);
        let mut next = addresses.iter().peekable();
        let mut tokens = Vec::new();
        for token in morph::tokens(text) {
            while next.next_if(|address| address.end <= token.span.start).is_some() {}
            let in_address = next.peek().is_some_and(|address| address.contains(&token.span.start));
            if !in_address && !is_entity(text, &token.span) {
                tokens.push(Token {
                    written: token.text,
                    plain: morph::fold(token.text),
                    key: morph::key(self.language, token.text),
                    span: token.span,
                });
            }
        }
        tokens
    }
}

fn words(language: Language, form: &str) -> Vec<Word> {
    let tokens: Vec<&str> = morph::tokens(form).map(|token| token.text).collect();
    let last = tokens.len().saturating_sub(1);
    let word = |(at, token): (usize, &&str)| {
        let letters = || token.chars().filter(|c| c.is_alphabetic());
        if letters().count() > 1 && letters().all(char::is_uppercase) {
            Word::Written((*token).to_owned())
        } else if language == Language::Kyrgyz && at < last {
            Word::Plain(morph::fold(token).into_owned())
        } else {
            Word::Key(morph::key(language, token).into_owned())
        }
    };
    tokens.iter().enumerate().map(word).collect()
}

/// What may stand between the words of one expression: spaces, quotes, marks of Markdown; no end of a paragraph.
fn joined(gap: &str) -> bool {
    let gap = gap.replace("&nbsp;", " ");
    gap.chars().all(|c| c.is_whitespace() || "«»„“”\"*_-".contains(c)) && gap.matches('\n').count() < 2
}

/// The `nbsp` of `&nbsp;`: a sign of HTML and no word.
fn is_entity(text: &str, span: &Range<usize>) -> bool {
    text[..span.start].ends_with('&') && text[span.end..].starts_with(';')
}

/// Links as they are typed: the words in them are nobody's wording.
fn addresses(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (start, _) in text.match_indices("://") {
        if found.last().is_none_or(|last| last.end <= start) {
            let rest = &text[start..];
            let length = rest.find(|c: char| c.is_whitespace() || ")>\"]".contains(c)).unwrap_or(rest.len());
            found.push(start..start + length);
        }
    }
    found
}

/// Nobody reads a text with more words explained.
const MOST: usize = 12;
/// In links, headings and code a word is not explained.
const NOT_IN: [&str; 6] = ["a", "h2", "h3", "h4", "code", "pre"];

/// Puts an explanation where each term stands first in the safe HTML of a text. `note` says what it is, by the place of the
/// term: the definition in plain words, and the address and the words of a link to more.
pub fn explain(
    finder: &Finder,
    html: &str,
    id: &str,
    note: impl Fn(usize) -> Option<(String, String, String)>,
) -> String {
    let mut out = String::with_capacity(html.len());
    let mut explained: Vec<usize> = Vec::new();
    let (mut rest, mut closed) = (html, 0_usize);
    while !rest.is_empty() && explained.len() < MOST {
        let (words, tag) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
        let mut written = 0;
        if closed == 0 {
            for hit in finder.find(words) {
                if explained.len() == MOST || explained.contains(&hit.term) {
                    continue;
                }
                let Some((definition, href, more)) = note(hit.term) else { continue };
                out.push_str(&words[written..hit.span.start]);
                let (word, definition) = (&words[hit.span.clone()], escaped(&definition));
                let (id, more) = (format!("{id}-{}", hit.term), escaped(&more));
                // A button and what it opens are right wherever words are; Escape and a tap beside it close it again.
                write!(
                    out,
                    "<button type=\"button\" class=\"term\" popovertarget=\"{id}\" title=\"{definition}\">{word}</button>\
                     <span class=\"meaning\" id=\"{id}\" popover>{definition} <a href=\"{href}\">{more}</a></span>"
                )
                .expect("writing into memory");
                written = hit.span.end;
                explained.push(hit.term);
            }
        }
        out.push_str(&words[written..]);
        let (tag, after) = tag.split_at(tag_length(tag));
        let name = tag.trim_start_matches(['<', '/']).trim_end_matches('>');
        let name = name.split([' ', '\n', '\t']).next().unwrap_or_default();
        if NOT_IN.contains(&name) {
            closed = if tag.starts_with("</") { closed.saturating_sub(1) } else { closed + 1 };
        }
        out.push_str(tag);
        rest = after;
    }
    out + rest
}

/// The bytes of the tag that this begins with.
fn tag_length(html: &str) -> usize {
    let mut quoted = false;
    for (at, c) in html.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => return at + 1,
            _ => {}
        }
    }
    html.len()
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finder(lang: Lang, forms: &[&str]) -> Finder {
        Finder::new(lang, forms.iter().enumerate().map(|(at, form)| (at, 0, *form)))
    }

    fn found<'t>(lang: Lang, forms: &[&str], text: &'t str) -> Vec<&'t str> {
        finder(lang, forms).find(text).into_iter().map(|hit| &text[hit.span]).collect()
    }

    #[test]
    fn a_form_is_found_in_every_ending() {
        let text = "Адам сатууга каршы, адам сатуудан жапа чеккен; АДАМ САТУУНУН алдын алуу.";
        assert_eq!(
            found(Lang::Ky, &["адам сатуу"], text),
            ["Адам сатууга", "адам сатуудан", "АДАМ САТУУНУН"]
        );
        let text = "О торговле людьми и торговлю людьми.";
        assert_eq!(found(Lang::Ru, &["торговля людьми"], text), ["торговле людьми", "торговлю людьми"]);
        let text = "Migrant workers; a migrant\nworker";
        assert_eq!(found(Lang::En, &["migrant worker"], text), ["Migrant workers", "migrant\nworker"]);
    }

    #[test]
    fn other_words_are_not_taken_for_a_form() {
        assert_eq!(found(Lang::Ky, &["күң"], "Күн сайын, күнгө, күндөрү, кун"), [] as [&str; 0]);
        assert_eq!(found(Lang::Ky, &["күң"], "күңдү, Күң"), ["күңдү", "Күң"]);
        assert_eq!(found(Lang::Ky, &["адам сатуу"], "адамдын китеп сатуусу, адам. Сатуу"), [] as [&str; 0]);
        assert_eq!(found(Lang::Ky, &["кулчулук"], "кул, кулпу, кулчулукка"), ["кулчулукка"]);
        assert_eq!(found(Lang::Ru, &["рабство"], "работа, раб, рабства, рабочий"), ["рабства"]);
        assert_eq!(found(Lang::En, &["slavery"], "slave, slaver, slavery"), ["slavery"]);
        assert_eq!(found(Lang::Ru, &["ПМ"], "пм, Пм, ПМ"), ["ПМ"]);
    }

    #[test]
    fn an_expression_ends_with_its_paragraph_and_an_address_is_no_wording() {
        let text = "адам\n\nсатуу, «адам» сатуу, **адам** сатуу; https://a.example/адам-сатуу кулчулук@a";
        assert_eq!(found(Lang::Ky, &["адам сатуу"], text), ["адам» сатуу", "адам** сатуу"]);
        assert_eq!(
            found(Lang::En, &["slavery"], "[end slavery](https://slavery.example/slavery)"),
            ["slavery"]
        );
    }

    #[test]
    fn the_longest_form_wins_and_nothing_is_found_twice() {
        let forms = ["адам сатуу", "адам сатуунун курмандыгы"];
        let hits = finder(Lang::Ky, &forms).find("адам сатуунун курмандыктары жана адам сатуу");
        assert_eq!(hits.iter().map(|hit| hit.term).collect::<Vec<_>>(), [1, 0]);
    }

    fn explained(html: &str) -> String {
        let finder = finder(Lang::Ru, &["торговля людьми", "вербовка"]);
        explain(&finder, html, "t", |term| {
            (term == 0).then(|| ("Это \"преступление\" <и>".into(), "/ru/x".into(), "Ещё".into()))
        })
    }

    #[test]
    fn a_term_is_explained_once_and_not_in_links_headings_or_code() {
        let html = "<h2>Торговля людьми</h2>\n<p><a href=\"x>y\">Торговля людьми</a>, <code>торговля людьми</code>, \
                    <em>торговля&nbsp;людьми</em>, торговля людьми, вербовка.</p>";
        let done = explained(html);
        let button = "<button type=\"button\" class=\"term\" popovertarget=\"t-0\" \
                      title=\"Это &quot;преступление&quot; &lt;и&gt;\">торговля&nbsp;людьми</button>";
        assert_eq!(done.matches("<button").count(), 1, "{done}");
        assert!(done.contains(&format!("<em>{button}<span class=\"meaning\" id=\"t-0\" popover>")), "{done}");
        assert!(
            done.contains("&lt;и&gt; <a href=\"/ru/x\">Ещё</a></span></em>, торговля людьми, вербовка."),
            "{done}"
        );
        assert_eq!(explained("<p>Работа</p>"), "<p>Работа</p>");
    }

    #[test]
    fn whatever_html_comes_stays_what_it_was_beside_the_explanations() {
        for html in
            ["", "<", "a < b", "<p", "</a>торговля людьми", "<p>&amp;nbsp;</p>", "торговля <b>людьми</b>"]
        {
            let (start, end) = (explained(html).find("<button"), explained(html));
            assert!(start.is_some() || end == html, "{html}: {end}");
        }
    }
}
