//! The claims of a text that must be the same in every language: figures, percentages, days, times, telephone numbers,
//! links, references and numbers of acts. Pure; knows how ky, ru and en write them.
//!
//! Not here: numbers written as words, and dates of which only the month is named.

use crate::web::inserts::references;
use platform::lang::Lang;
use std::collections::BTreeSet;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Claim {
    /// Digits, with a point before decimals.
    Number(String),
    Percent(String),
    /// Day and month; a year stands beside it as a number.
    Day(u8, u8),
    Time(u8, u8),
    Phone(String),
    Link(String),
    /// `hotline:key`
    Reference(String),
    /// The number of an act, in Latin capitals.
    Act(String),
}

impl Claim {
    /// Up to ten, which good style writes as a word.
    pub fn is_small(&self) -> bool {
        matches!(self, Claim::Number(digits) if digits.parse::<u32>().is_ok_and(|number| number <= 10))
    }
}

/// All claims of a text, each once.
pub fn claims(lang: Lang, text: &str) -> BTreeSet<Claim> {
    let mut found = BTreeSet::new();
    let mut plain = text.to_owned();
    for reference in references(text).into_iter().rev() {
        found.insert(Claim::Reference(format!("{}:{}", reference.word, reference.key)));
        plain.replace_range(reference.span, " ; ");
    }
    let plain = take_links(&plain, &mut found);
    for line in plain.lines() {
        let words: Vec<Word> = words_of(without_marker(line));
        read(lang, &words, &mut found);
    }
    found
}

/// Takes addresses out: the digits in them are no figures. The language in an address of the portal is no difference.
fn take_links(text: &str, found: &mut BTreeSet<Claim>) -> String {
    let mut rest = text;
    let mut plain = String::with_capacity(text.len());
    while let Some(at) = ["https://", "http://"].iter().filter_map(|scheme| rest.find(scheme)).min() {
        plain.push_str(&rest[..at]);
        let end = rest[at..]
            .find(|c: char| c.is_whitespace() || "()<>[]\"»“”".contains(c))
            .map_or(rest.len(), |length| at + length);
        let mut address = rest[at..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_']).to_owned();
        for lang in Lang::ALL {
            address = address.replace(&format!("/{lang}/"), "/");
        }
        found.insert(Claim::Link(address.trim_end_matches('/').to_owned()));
        plain.push_str(" ; ");
        rest = &rest[end..];
    }
    plain.push_str(rest);
    plain
}

/// The number of an item of a list is none of the text.
fn without_marker(line: &str) -> &str {
    let trimmed = line.trim_start();
    let digits = trimmed.chars().take_while(char::is_ascii_digit).count();
    match trimmed[digits..].strip_prefix(['.', ')']) {
        Some(rest) if digits > 0 && rest.starts_with(' ') => rest,
        _ => line,
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Word<'t> {
    /// Digits with the marks among them: `3 118`, `10.09.2026`, `9:30`.
    Digits(&'t str),
    Letters(&'t str),
    /// `%`, `№`, a dash …
    Mark(char),
}

fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// Digits stay together with the marks that belong to numbers, and with groups of three behind a space.
fn words_of(line: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let chars: Vec<(usize, char)> = line.char_indices().collect();
    let end_of = |index: usize| chars.get(index).map_or(line.len(), |(at, _)| *at);
    let digit = |index: usize| chars.get(index).is_some_and(|(_, c)| c.is_ascii_digit());
    let mut index = 0;
    while index < chars.len() {
        let (start, c) = chars[index];
        if c.is_ascii_digit() || (c == '+' && digit(index + 1)) {
            index += 1;
            loop {
                if digit(index) {
                    index += 1;
                    continue;
                }
                let Some((_, mark)) = chars.get(index).copied() else { break };
                let three = (1..=3).all(|step| digit(index + step)) && !digit(index + 4);
                let inside = ".,:".contains(mark) && digit(index + 1);
                let day =
                    mark == '-' && digit(index + 1) && is_iso(&line[start..], index - at_of(&chars, start));
                let phone = line[start..].starts_with(['+', '0'])
                    && (is_gap(mark) || "-()".contains(mark))
                    && (digit(index + 1) || (digit(index + 2) && "() ".contains(mark)));
                if inside || day || phone || (is_gap(mark) && three) {
                    index += 1;
                } else {
                    break;
                }
            }
            words.push(Word::Digits(&line[start..end_of(index)]));
        } else if c.is_alphabetic() {
            while chars.get(index).is_some_and(|(_, c)| c.is_alphabetic()) {
                index += 1;
            }
            words.push(Word::Letters(&line[start..end_of(index)]));
        } else {
            index += 1;
            if !c.is_whitespace() && !is_gap(c) && !"*_`".contains(c) {
                words.push(Word::Mark(c));
            }
        }
    }
    words
}

fn at_of(chars: &[(usize, char)], byte: usize) -> usize {
    chars.iter().position(|(at, _)| *at == byte).unwrap_or(0)
}

/// Whether a hyphen behind so many signs can stand in `2026-11-26`.
fn is_iso(text: &str, signs: usize) -> bool {
    let head: String = text.chars().take(10).collect();
    matches!(signs, 4 | 7) && head.parse::<jiff::civil::Date>().is_ok()
}

fn read(lang: Lang, words: &[Word<'_>], found: &mut BTreeSet<Claim>) {
    let mut at = 0;
    while at < words.len() {
        let next = |step: usize| words.get(at + step).copied();
        match words[at] {
            Word::Mark('№') => at += act(&words[at + 1..], found) + 1,
            Word::Letters("No") if next(1) == Some(Word::Mark('.')) => at += act(&words[at + 2..], found) + 2,
            // September 10
            Word::Letters(word) if month(word).is_some() => {
                if let (Lang::En, Some(Word::Digits(digits))) = (lang, next(1))
                    && let (Some(month), Some(day)) = (month(word), small_day(digits))
                {
                    found.insert(Claim::Day(day, month));
                    at += 1;
                }
                at += 1;
            }
            Word::Digits(digits) => at += digits_at(lang, digits, &words[at + 1..], found) + 1,
            _ => at += 1,
        }
    }
}

/// The number of an act and how many words it takes: letters, digits and the dashes between them.
fn act(words: &[Word<'_>], found: &mut BTreeSet<Claim>) -> usize {
    let mut number = String::new();
    let mut taken = 0;
    for word in words {
        match word {
            Word::Digits(digits) => number.push_str(digits.trim_end_matches(['.', ','])),
            Word::Letters(letters) if letters.chars().count() <= 3 && !number.ends_with(char::is_numeric) => {
                number.extend(letters.to_uppercase().chars().map(latin));
            }
            Word::Mark('-' | '/' | '–') if !number.is_empty() => number.push('-'),
            _ => break,
        }
        taken += 1;
        if matches!(word, Word::Digits(_)) && !matches!(words.get(taken), Some(Word::Mark('-' | '/'))) {
            break;
        }
    }
    if number.contains(|c: char| c.is_ascii_digit()) {
        found.insert(Claim::Act(number));
        taken
    } else {
        0
    }
}

/// A letter that looks the same in both alphabets, as its Latin one.
fn latin(c: char) -> char {
    match c {
        'А' => 'A',
        'В' => 'B',
        'Е' => 'E',
        'К' => 'K',
        'М' => 'M',
        'Н' => 'H',
        'О' => 'O',
        'Р' => 'P',
        'С' => 'C',
        'Т' => 'T',
        'Х' => 'X',
        other => other,
    }
}

/// What digits claim, by what follows them; returns how many of the words behind belong to it.
fn digits_at(lang: Lang, digits: &str, behind: &[Word<'_>], found: &mut BTreeSet<Claim>) -> usize {
    if let Some(claims) = whole(digits) {
        found.extend(claims);
        return 0;
    }
    if let Some(day) = small_day(digits)
        && let Some((last, month, taken)) = day_behind(behind)
    {
        found.extend(std::iter::once(Claim::Day(day, month)).chain(last.map(|last| Claim::Day(last, month))));
        return taken;
    }
    let number = normal(lang, digits);
    match behind.first() {
        Some(Word::Mark('%')) => found.insert(Claim::Percent(number)),
        Some(Word::Letters(word)) if is_percent(word) => found.insert(Claim::Percent(number)),
        Some(Word::Letters("per")) if behind.get(1) == Some(&Word::Letters("cent")) => {
            found.insert(Claim::Percent(number))
        }
        // 10–15 %
        Some(Word::Mark('–' | '-' | '—'))
            if matches!(behind.get(1), Some(Word::Digits(_)))
                && matches!(behind.get(2), Some(Word::Mark('%'))) =>
        {
            found.insert(Claim::Percent(number))
        }
        _ => found.insert(Claim::Number(number)),
    };
    0
}

fn is_percent(word: &str) -> bool {
    let word = word.to_lowercase();
    ["процент", "пайыз", "percent"].iter().any(|stem| word.starts_with(stem))
}

/// The month behind a day, also of a stretch of days: the last day of it, the month, and how many words that took.
fn day_behind(behind: &[Word<'_>]) -> Option<(Option<u8>, u8, usize)> {
    let month_at = |at: usize| match behind.get(at) {
        Some(Word::Letters(word)) => month(word),
        _ => None,
    };
    let dash = |at: usize| usize::from(matches!(behind.get(at), Some(Word::Mark('-'))));
    // 10 сентября, 10-сентябрь
    if let Some(month) = month_at(dash(0)) {
        return Some((None, month, dash(0) + 1));
    }
    // 5–23 октября, с 5 по 23 октября, 5 to 23 October
    let joins = match behind.first()? {
        Word::Mark('–' | '-' | '—') => true,
        Word::Letters(word) => ["по", "to", "until", "and", "и", "жана"].contains(word),
        _ => false,
    };
    let last = match behind.get(1)? {
        Word::Digits(digits) if joins => small_day(digits)?,
        _ => return None,
    };
    let month = month_at(2 + dash(2))?;
    Some((Some(last), month, 3 + dash(2)))
}

fn small_day(digits: &str) -> Option<u8> {
    digits.parse().ok().filter(|day| (1..=31).contains(day))
}

/// Digits that are a day, a time or a telephone number by themselves.
fn whole(digits: &str) -> Option<Vec<Claim>> {
    if let Ok(day) = digits.parse::<jiff::civil::Date>()
        && digits.len() == 10
    {
        return Some(day_and_year(day.day(), day.month(), i64::from(day.year())));
    }
    let dotted: Vec<&str> = digits.split('.').collect();
    if let [day, month, year] = dotted[..]
        && let (Ok(day), Ok(month), Ok(year)) = (day.parse(), month.parse::<i8>(), year.parse::<i64>())
        && (1..=12).contains(&month)
        && year > 1900
    {
        return Some(day_and_year(day, month, year));
    }
    if let Some((hours, minutes)) = digits.split_once(':')
        && let (Ok(hours), Ok(minutes)) = (hours.parse::<u8>(), minutes.parse::<u8>())
        && hours < 25
        && minutes < 60
    {
        return Some(vec![Claim::Time(hours, minutes)]);
    }
    let bare: String = digits.chars().filter(char::is_ascii_digit).collect();
    let dialled = digits.starts_with('+') || (digits.starts_with('0') && bare.len() >= 6);
    (dialled || (bare.len() >= 9 && bare.len() == digits.len())).then(|| vec![Claim::Phone(bare)])
}

fn day_and_year(day: i8, month: i8, year: i64) -> Vec<Claim> {
    let (day, month) = (u8::try_from(day).unwrap_or(0), u8::try_from(month).unwrap_or(0));
    vec![Claim::Day(day, month), Claim::Number(year.to_string())]
}

/// As all languages write it: no groups, a point before decimals.
fn normal(lang: Lang, digits: &str) -> String {
    let groups_by_comma = lang == Lang::En;
    let mut number = String::new();
    for c in digits.chars() {
        match c {
            ',' if groups_by_comma => {}
            ',' | '.' => number.push('.'),
            c if c.is_ascii_digit() => number.push(c),
            _ => {}
        }
    }
    match number.split_once('.') {
        Some((whole, decimals)) => {
            let decimals = decimals.trim_end_matches('0');
            if decimals.is_empty() { whole.to_owned() } else { format!("{whole}.{decimals}") }
        }
        None => number,
    }
}

/// The month a word names, in any case and with any ending.
fn month(word: &str) -> Option<u8> {
    const STEMS: [&[&str]; 12] = [
        &["январ", "january"],
        &["феврал", "february"],
        &["март", "march"],
        &["апрел", "april"],
        &["мая", "май", "мае", "маю"],
        &["июн", "june"],
        &["июл", "july"],
        &["август", "august"],
        &["сентябр", "september"],
        &["октябр", "october"],
        &["ноябр", "november"],
        &["декабр", "december"],
    ];
    let lower = word.to_lowercase();
    if word == "May" {
        return Some(5);
    }
    let ends = |stem: &str| lower.chars().count() <= stem.chars().count() + 7;
    let named = |stems: &&[&str]| stems.iter().any(|stem| lower.starts_with(stem) && ends(stem));
    STEMS.iter().position(named).and_then(|index| u8::try_from(index + 1).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(ru: &str, ky: &str, en: &str) -> BTreeSet<Claim> {
        let [ru, ky, en] = [claims(Lang::Ru, ru), claims(Lang::Ky, ky), claims(Lang::En, en)];
        assert_eq!(ru, ky);
        assert_eq!(ru, en);
        ru
    }

    #[test]
    fn figures_are_the_same_in_the_three_ways_of_writing_them() {
        let found = same(
            "Приехали 3 118 человек, 12\u{a0}400 листовок, 1,5 часа.",
            "3 118 адам келди, 12\u{202f}400 баракча, 1,5 саат.",
            "3,118 people came, 12,400 leaflets, 1.5 hours.",
        );
        assert_eq!(found, ["1.5", "12400", "3118"].map(|it| Claim::Number(it.into())).into());
    }

    #[test]
    fn percentages_are_no_plain_figures() {
        let found = same("38 % опрошенных, 10–15 %", "38 пайыз, 10–15 %", "38 percent, 10-15%");
        assert_eq!(found, ["10", "15", "38"].map(|it| Claim::Percent(it.into())).into());
    }

    #[test]
    fn days_are_read_with_the_names_of_months() {
        let found = same(
            "С 10 сентября по 29 октября 2026 года",
            "2026-жылдын 10-сентябрынан 29-октябрына чейин",
            "From 10 September to October 29, 2026",
        );
        let days = [Claim::Number("2026".into()), Claim::Day(10, 9), Claim::Day(29, 10)];
        assert_eq!(found, days.into());
        same("с 5 по 23 мая", "5–23-майга чейин", "5 to 23 May");
        same("26.11.2026", "2026-11-26", "26 November 2026");
    }

    #[test]
    fn times_telephones_links_references_and_acts_are_compared() {
        let found = same(
            "№ О-71, в 9:30, +996 312 00-11-22, {{hotline:trust}}, https://portal.example/ru/documents/1.",
            "№ О-71, саат 9:30, +996 312 001122, {{hotline:trust}}, [портал](https://portal.example/ky/documents/1)",
            "No. O-71, at 9:30, +996 (312) 00 11 22, {{ hotline:trust }}, https://portal.example/en/documents/1",
        );
        let wanted = [
            Claim::Time(9, 30),
            Claim::Phone("996312001122".into()),
            Claim::Link("https://portal.example/documents/1".into()),
            Claim::Reference("hotline:trust".into()),
            Claim::Act("O-71".into()),
        ];
        assert_eq!(found, wanted.into());
    }

    #[test]
    fn numbers_of_list_items_are_no_figures() {
        assert!(claims(Lang::Ru, "1. Кто приглашает?\n2) Что в договоре?").is_empty());
        assert_eq!(claims(Lang::Ru, "20 мест"), [Claim::Number("20".into())].into());
    }

    #[test]
    fn any_text_can_be_read() {
        for text in
            ["", "+", "№", "1.", "5-", "999999999999999999999999", "ө5ү%", "{{", "10 мая мая", "0 ", "12-"]
        {
            for lang in Lang::ALL {
                let _ = claims(lang, text);
            }
        }
    }
}
