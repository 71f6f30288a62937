//! Numbers that somebody typed into a text and meant for a known line: the same digits in another spelling, or one digit
//! off. A typed number stays wrong when the line changes, and a wrong digit sends a caller to a stranger.
//!
//! Short numbers differ from each other by one digit, and from years and counts by none. So a short one is looked for
//! exactly, and one digit off only beside a word about calling.

use super::{Line, Lines};
use std::ops::Range;

/// A number in a text that was meant for a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedNumber {
    /// As it stands in the text.
    pub typed: String,
    /// The key of the line.
    pub key: String,
    /// Whether the digits are the line's, or one is off.
    pub exact: bool,
}

/// More are not told; whoever types that many knows by then.
const MOST: usize = 20;
/// Groups of digits that are looked at together; no number has more.
const GROUPS: usize = 8;
/// From so many digits on a number is no count and no year.
const LONG: usize = 6;

/// The typed numbers of a text that equal a known line or nearly do, in the order of the text, each once.
///
/// ```text
/// 0800 000-001 typed for the line 0800 000 001: exact
/// 0800 000 01  typed for the line 0800 000 001: a digit is missing
/// ```
pub fn typed_numbers(lines: &Lines, text: &str) -> Vec<TypedNumber> {
    let known: Vec<(&Line, String)> = (lines.0.iter().filter(|line| line.retired_at.is_none()))
        .map(|line| (line, canonical(&digits(&line.details.number))))
        .collect();
    let mut found: Vec<(usize, TypedNumber)> = Vec::new();
    for run in runs(text) {
        let mut taken = vec![false; run.len()];
        for exact in [true, false] {
            for (first, last) in stretches(run.len()) {
                if taken[first..=last].iter().any(|taken| *taken) {
                    continue;
                }
                let span = run[first].start..run[last].end;
                let typed = canonical(&digits(&text[span.clone()]));
                let meant = known.iter().find(|(_, number)| {
                    if exact {
                        *number == typed
                    } else {
                        is_one_off(number, &typed) && (number.len() >= LONG || speaks_of_calling(text, &span))
                    }
                });
                let Some((line, _)) = meant else { continue };
                if exact && typed.len() < LONG && is_part_of_a_figure(text, &span) {
                    continue;
                }
                taken[first..=last].fill(true);
                let typed = text[span.clone()].to_owned();
                found.push((span.start, TypedNumber { typed, key: line.key.clone(), exact }));
            }
        }
    }
    found.sort_by_key(|(at, _)| *at);
    let mut numbers: Vec<TypedNumber> = Vec::new();
    for (_, number) in found {
        if !numbers.contains(&number) && numbers.len() < MOST {
            numbers.push(number);
        }
    }
    numbers
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The digits without the country's code and the zero before a number within the country.
fn canonical(digits: &str) -> String {
    let within =
        |prefix: &str, shortest: usize| digits.strip_prefix(prefix).filter(|rest| rest.len() >= shortest);
    within("996", 9).or_else(|| within("0", LONG)).unwrap_or(digits).to_owned()
}

/// Runs of digit groups with nothing but a space, a hyphen, a bracket or a point between them; references are left out.
fn runs(text: &str) -> Vec<Vec<Range<usize>>> {
    let references = crate::web::inserts::references(text);
    let mut runs: Vec<Vec<Range<usize>>> = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|offset| at + offset) {
        let length = text[start..].find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len() - start);
        at = start + length;
        let before = text[..start].chars().next_back();
        let after = text[at..].chars().next();
        // Digits in a word, in an address of the web or behind a point are no group of a number.
        let in_a_word =
            [before, after].into_iter().flatten().any(|c| c.is_alphabetic() || "/_=&#@".contains(c));
        if in_a_word || references.iter().any(|reference| reference.span.contains(&start)) {
            continue;
        }
        let joins = |last: &Vec<Range<usize>>| {
            let between = last.last().map(|group| &text[group.end..start]).unwrap_or_default();
            last.len() < GROUPS
                && (1..=3).contains(&between.chars().count())
                && between.chars().all(|c| " \u{a0}\u{202f}-‑–().".contains(c))
        };
        match runs.last_mut().filter(|last| joins(last)) {
            Some(run) => run.push(start..at),
            None => runs.push(std::iter::once(start..at).collect()),
        }
    }
    runs
}

/// First and last of every stretch of groups, the longest first.
fn stretches(groups: usize) -> impl Iterator<Item = (usize, usize)> {
    (1..=groups)
        .rev()
        .flat_map(move |length| (0..=groups - length).map(move |first| (first, first + length - 1)))
}

/// Whether one digit is wrong, missing, too many, or two neighbours changed places.
fn is_one_off(number: &str, typed: &str) -> bool {
    let (number, typed) = (number.as_bytes(), typed.as_bytes());
    let start = number.iter().zip(typed).take_while(|(a, b)| a == b).count();
    let (a, b) = (&number[start..], &typed[start..]);
    match (a, b) {
        ([], []) => false,
        ([_, rest @ ..], _) if rest == b => true,
        (_, [_, rest @ ..]) if rest == a => true,
        ([_, rest @ ..], [_, typed @ ..]) if rest == typed => true,
        ([x, y, rest @ ..], [v, w, typed @ ..]) => rest == typed && (x, y) == (w, v),
        _ => false,
    }
}

/// What stands beside the number, within its line of the text.
fn beside<'t>(text: &'t str, span: &Range<usize>) -> (&'t str, &'t str) {
    let before = text[..span.start].rsplit('\n').next().unwrap_or_default();
    let after = text[span.end..].split('\n').next().unwrap_or_default();
    (before, after)
}

/// Beginnings of words about calling, in the three languages.
const CALLING: [&str; 17] = [
    "тел",
    "чал",
    "линия",
    "номер",
    "байланыш",
    "звон",
    "позвон",
    "лини",
    "набер",
    "набр",
    "горяч",
    "call",
    "phone",
    "dial",
    "number",
    "line",
    "hotline",
];

fn speaks_of_calling(text: &str, span: &Range<usize>) -> bool {
    let (before, after) = beside(text, span);
    let near = before.split_whitespace().rev().take(6).chain(after.split_whitespace().take(6));
    let mut words = near.map(|word| word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase());
    words.any(|word| CALLING.iter().any(|start| word.starts_with(start)))
}

/// Whether a short number belongs to a longer figure, counts something in hundredths or names an act.
fn is_part_of_a_figure(text: &str, span: &Range<usize>) -> bool {
    let (before, after) = beside(text, span);
    let mut back = before.trim_end().chars().rev();
    let mut on = after.trim_start().chars();
    let (last, next) = (back.next(), on.next());
    let joined = |mark: Option<char>, further: Option<char>| {
        mark.is_some_and(|c| ",.:-–".contains(c)) && further.is_some_and(|c| c.is_ascii_digit())
    };
    last.is_some_and(|c| c.is_ascii_digit() || c == '№')
        || next.is_some_and(|c| c.is_ascii_digit() || "%‰".contains(c))
        || joined(last, back.next())
        || joined(next, on.next())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::hotlines::model::{Details, LineId};
    use platform::lang::Localized;

    /// Invented lines: a long one, a freephone number and a short one.
    fn lines() -> Lines {
        let line = |key: &str, number: &str| Line {
            id: LineId::from(1),
            key: key.into(),
            details: Details::named(number, Localized::from_fn(|_| key.to_owned()), ""),
            checked: None,
            failed_at: None,
            retired_at: None,
            version: 1,
        };
        Lines(vec![
            line("long", "+996 000 55 01 77"),
            line("free", "0800 000 0421"),
            line("short", "0421"),
            line("three", "999"),
        ])
    }

    fn found(text: &str) -> Vec<(String, String, bool)> {
        typed_numbers(&lines(), text).into_iter().map(|it| (it.typed, it.key, it.exact)).collect()
    }

    fn one(text: &str, typed: &str, key: &str, exact: bool) {
        assert_eq!(found(text), [(typed.to_owned(), key.to_owned(), exact)], "{text}");
    }

    #[test]
    fn the_same_number_in_any_spelling_is_found() {
        one("Звоните +996 000 550177!", "996 000 550177", "long", true);
        one("0000 55-01-77 номерине чалыңыз", "0000 55-01-77", "long", true);
        one("[позвонить](tel:+996000550177)", "996000550177", "long", true);
        one("Бесплатно: 0800\u{a0}000\u{a0}0421.", "0800\u{a0}000\u{a0}0421", "free", true);
        one("(0800) 000-0421", "0800) 000-0421", "free", true);
        one("с 9 до 18 0800 000 0421", "0800 000 0421", "free", true);
        one("Чалыңыз: 999.", "999", "three", true);
        one("0421", "0421", "short", true);
    }

    #[test]
    fn one_digit_off_missing_or_swapped_is_found_in_a_long_number() {
        for typed in ["0800 000 0422", "0800 000 042", "0800 000 04211", "0800 000 0412", "0800 00 0421"] {
            one(&format!("Телефон {typed}, круглосуточно"), typed, "free", false);
        }
        assert_eq!(found("Телефон 0800 000 0433"), []);
    }

    #[test]
    fn a_short_number_one_off_is_found_only_where_somebody_calls() {
        one("Горячая линия: 0422", "0422", "short", false);
        one("998 номерине чалыңыз", "998", "three", false);
        for text in ["0422", "998 человек узнали об этом", "Обучено 989 учителей", "In 1999 it began"]
        {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn figures_dates_addresses_and_references_are_no_numbers_to_call() {
        for text in [
            "закон № 999 от 2026-11-20",
            "999,5 млн сомов и 999 % плана",
            "https://a.example/999/0421",
            "{{hotline:0421}} и {{hotline:999}}",
            "B2B, 999сом",
            "за 1 999 сомов",
            "999–1005",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn each_number_is_told_once_and_an_exact_line_wins_over_a_near_one() {
        let text = "0421, 0421. Телефон 999 и тел. 998.";
        let expected = [("0421", "short", true), ("999", "three", true), ("998", "three", false)];
        assert_eq!(found(text), expected.map(|(a, b, c)| (a.to_owned(), b.to_owned(), c)));
        assert!(typed_numbers(&Lines::default(), text).is_empty());
        let many: String = (0..9)
            .flat_map(|n| (0..9).map(move |m| format!("08{n}0 000 042{m}\n0{n}00 000 0421\n")))
            .collect();
        assert_eq!(found(&many).len(), MOST);
    }
}
