//! References in texts: `{{word:key}}` stands for what a section knows under that key, as it is now. A text keeps the
//! reference; readers get the words, on pages, in mails, in feeds. What a word means its section declares
//! (`Feature::insert`). Not here: what the words are, and whether a reference should be there at all.

use super::app::App;
use super::page::Link;
use platform::lang::{L10n, Lang};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::borrow::Cow;
use std::ops::Range;

#[derive(Clone, Copy)]
pub struct Insert {
    /// The word before the colon.
    pub word: &'static str,
    /// The message that names the choice of one.
    pub label: &'static str,
    /// What stands for a key; also for one that nothing is known of.
    pub words: fn(&App, &L10n, &str) -> Inserted,
    /// The keys to choose from, each with its words.
    pub choices: fn(&App, &L10n) -> Vec<(String, String)>,
}

/// What readers get in place of a reference.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Inserted {
    pub words: String,
    /// Its label is the part of the words that leads there.
    pub link: Link,
}

/// A reference and the bytes it takes in its text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reference<'t> {
    pub word: &'t str,
    pub key: &'t str,
    pub span: Range<usize>,
}

/// No key is nearly as long; what is longer is no reference.
const LONGEST: usize = 200;

/// The references of a text, in order, whether or not anybody knows them.
///
/// ```
/// let found = portal::web::inserts::references("Телефон: {{hotline:trust}}, {{ }}");
/// assert_eq!(found.iter().map(|it| (it.word, it.key)).collect::<Vec<_>>(), [("hotline", "trust")]);
/// ```
pub fn references(text: &str) -> Vec<Reference<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find("{{").map(|offset| at + offset) {
        at = start + 2;
        let Some(length) = text[at..].find("}}").filter(|length| *length <= LONGEST) else { continue };
        let inner = &text[at..at + length];
        if let Some((word, key)) = inner.split_once(':')
            && !inner.contains(['\n', '{'])
        {
            found.push(Reference { word: word.trim(), key: key.trim(), span: start..at + length + 2 });
            at += length + 2;
        }
    }
    found
}

/// The reference as people write it.
pub fn written(word: &str, key: &str) -> String {
    format!("{{{{{word}:{key}}}}}")
}

/// The Markdown that readers get: every reference a section knows the word of is answered.
pub fn resolve<'t>(app: &App, lang: Lang, text: &'t str) -> Cow<'t, str> {
    resolve_with(text, |reference| answer(app, lang, reference))
}

/// The same for words that are no Markdown: titles and summaries.
pub fn resolve_plain<'t>(app: &App, lang: Lang, text: &'t str) -> Cow<'t, str> {
    replace(text, references(text), |reference| Some(answer(app, lang, reference)?.words))
}

/// Keys and words of every kind of reference, for the page where texts are written: the label, then the references.
pub fn choices(app: &App, l: &L10n) -> Vec<(String, Vec<(String, String)>)> {
    let inserts = app.features.iter().filter_map(|feature| feature.insert);
    let of = |insert: Insert| {
        let choices = (insert.choices)(app, l).into_iter();
        let choices: Vec<_> = choices.map(|(key, words)| (written(insert.word, &key), words)).collect();
        (l.t(insert.label).into_owned(), choices)
    };
    inserts.map(of).filter(|(_, choices)| !choices.is_empty()).collect()
}

fn answer(app: &App, lang: Lang, reference: &Reference) -> Option<Inserted> {
    let insert =
        app.features.iter().filter_map(|feature| feature.insert).find(|it| it.word == reference.word)?;
    Some((insert.words)(app, app.l(lang), reference.key))
}

fn resolve_with<'t>(text: &'t str, answer: impl Fn(&Reference) -> Option<Inserted>) -> Cow<'t, str> {
    let found = references(text);
    if found.is_empty() {
        return Cow::Borrowed(text);
    }
    let Unlinkable { links, code } = unlinkable(text);
    let within = |ranges: &[Range<usize>], at: usize| ranges.iter().any(|range| range.contains(&at));
    replace(text, found, |reference| {
        let Inserted { words, link } = answer(reference)?;
        Some(match words.split_once(&link.label) {
            _ if within(&code, reference.span.start) => words,
            Some((before, after)) if !within(&links, reference.span.start) => {
                let (before, label, after) = (escaped(before), escaped(&link.label), escaped(after));
                format!("{before}[{label}](<{}>){after}", link.href)
            }
            _ => escaped(&words),
        })
    })
}

fn replace<'t>(
    text: &'t str,
    found: Vec<Reference<'t>>,
    words: impl Fn(&Reference) -> Option<String>,
) -> Cow<'t, str> {
    let mut out = String::new();
    let mut at = 0;
    for reference in found {
        if let Some(words) = words(&reference) {
            out += &text[at..reference.span.start];
            out += &words;
            at = reference.span.end;
        }
    }
    if at == 0 {
        return Cow::Borrowed(text);
    }
    Cow::Owned(out + &text[at..])
}

/// Where a link would not become one.
struct Unlinkable {
    links: Vec<Range<usize>>,
    code: Vec<Range<usize>>,
}

fn unlinkable(text: &str) -> Unlinkable {
    let mut found = Unlinkable { links: Vec::new(), code: Vec::new() };
    for (event, range) in Parser::new_ext(text, super::markdown::OPTIONS).into_offset_iter() {
        match event {
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => found.links.push(range),
            Event::Code(_) | Event::End(TagEnd::CodeBlock) => found.code.push(range),
            _ => {}
        }
    }
    found
}

/// Words that Markdown shall not read as marks.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 8);
    for c in words.chars() {
        if "\\`*_[]<>&|~#!".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::markdown::{to_html, to_text};

    fn known(reference: &Reference) -> Option<Inserted> {
        (reference.word == "line").then(|| Inserted {
            words: format!("0800 *{}* (бесплатно)", reference.key),
            link: Link::new("tel:0800", format!("0800 *{}*", reference.key)),
        })
    }

    #[test]
    fn a_reference_becomes_a_link_and_its_words_stay_words() {
        let markdown = resolve_with("Звоните: **{{line:a}}**.", known);
        let html = to_html(&markdown);
        assert!(html.contains("<strong><a href=\"tel:0800\""), "{html}");
        assert!(html.contains(">0800 *a*</a> (бесплатно)</strong>."), "{html}");
        assert_eq!(to_text(&markdown), "Звоните: 0800 *a* (бесплатно).");
    }

    #[test]
    fn within_a_link_or_code_it_is_plain_words() {
        let html = to_html(&resolve_with("[сайт {{line:a}}](https://a.example) `{{ line : a }}`", known));
        assert!(html.contains(">сайт 0800 *a* (бесплатно)</a> <code>0800 *a* (бесплатно)</code>"), "{html}");
        assert_eq!(html.matches("<a ").count(), 1, "{html}");
        let html = to_html(&resolve_with("| а |\n|---|\n| {{line:x|y}} |\n", known));
        assert!(!html.contains("{{"), "{html}");
    }

    #[test]
    fn what_is_no_reference_stays_as_it_was_typed() {
        for text in ["{{other:a}}", "{{line}}", "{{line:a\n}}", "{{", "{{ {{x}} }}", "а{б}"] {
            assert!(matches!(resolve_with(text, known), Cow::Borrowed(_)), "{text}");
        }
        assert_eq!(resolve_with("{{ {{line:a}}", |_| None), "{{ {{line:a}}");
        assert_eq!(references("{{ {{line:a}}").len(), 1);
        assert_eq!(written("line", "a"), "{{line:a}}");
    }
}
