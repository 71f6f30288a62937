//! Seeds with bytes changed at random, and documents of random parts: reading never panics, never says more than allowed, and says the
//! same each time.

use extract::{Limits, markdown, text};
use proptest::prelude::*;
use proptest::sample::Index;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::made::{docx, item, p, styled, table};
use crate::seeds::SEEDS;

fn part() -> impl Strategy<Value = String> {
    let words = "[а-яөүң*_#>|1-9.)(-][а-яөүң *_#>|1-9.)(-]{0,12}";
    prop_oneof![
        words.prop_map(|words| p(&words)),
        (prop_oneof![Just("1"), Just("2"), Just("own"), Just("q"), Just("t"), Just("toc")], words)
            .prop_map(|(style, words)| styled(style, &words)),
        (1..6_u8, 0..3_u8, words).prop_map(|(list, level, words)| item(list, level, &words)),
        prop::collection::vec(prop::collection::vec(words.prop_map(|words| p(&words)), 1..4), 1..4).prop_map(
            |rows| {
                let rows: Vec<&[String]> = rows.iter().map(Vec::as_slice).collect();
                table(&rows)
            }
        ),
    ]
}

/// The words that a reader of the Markdown sees, in their order, with those markers of lists that Markdown makes itself.
fn seen(markdown: &str) -> String {
    let (mut words, mut lists) = (String::new(), Vec::new());
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Text(text) => words.push_str(&text),
            Event::Start(Tag::List(start)) => lists.push(start),
            Event::End(TagEnd::List(_)) => _ = lists.pop(),
            Event::Start(Tag::Item) => {
                if let Some(Some(number)) = lists.last_mut() {
                    words.push_str(&number.to_string());
                    *number += 1;
                }
            }
            Event::Code(_)
            | Event::Html(_)
            | Event::InlineHtml(_)
            | Event::Start(Tag::CodeBlock(_) | Tag::Link { .. }) => {
                panic!("{markdown}: {event:?}")
            }
            _ => words.push(' '),
        }
    }
    words
}

fn letters(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn changed_seeds_are_read_or_refused(
        seed in 0..SEEDS.len(),
        changes in prop::collection::vec((any::<Index>(), any::<u8>()), 1..6),
    ) {
        let (bytes, name) = SEEDS[seed];
        let mut bytes = bytes.to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let limits = Limits { text_bytes: 300, ..Limits::default() };
        let found = text(&bytes, name, &limits);
        prop_assert!(found.as_ref().is_ok_and(|text| text.len() <= 300) || found.is_err());
        prop_assert_eq!(found, text(&bytes, name, &limits));
        _ = markdown(&bytes, &Limits::default());
    }

    #[test]
    fn random_parts_keep_all_their_words(parts in prop::collection::vec(part(), 1..12)) {
        let file = docx(&parts.concat());
        let Ok(draft) = markdown(&file, &Limits::default()) else { return Ok(()) };
        let visible: Vec<&String> = parts.iter().filter(|part| !part.contains("w:val=\"toc\"")).collect();
        let body = docx(&visible.into_iter().cloned().collect::<String>());
        // Every letter of the document is in the title or in the text; numbers of lists come in addition.
        let wanted = letters(&text(&body, "a.docx", &Limits::default()).unwrap());
        let wanted = wanted.strip_suffix("ЖетиСегиз").unwrap().to_owned();
        let found = letters(&(draft.title + &seen(&draft.body)));
        let count = |text: &str, of: char| text.chars().filter(|letter| *letter == of).count();
        for letter in wanted.chars().collect::<std::collections::BTreeSet<_>>() {
            prop_assert!(count(&found, letter) >= count(&wanted, letter), "{} in {}", letter, draft.body);
        }
        let (seen, known) = (count(&found, '*'), count(&wanted, '*'));
        prop_assert_eq!(seen, known, "{}", draft.body);
    }
}
