//! Reads a TOML file by asking for its keys one by one, and goes on after a mistake, so that whoever edits a
//! programme file sees every problem at once, each with its line. Knows nothing about programmes.
//! A derived `Deserialize` would be shorter, but it stops at the first problem.

use std::fmt;

use jiff::civil::Date;
use platform::lang::Localized;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// One thing to put right in a file. Lines and columns count from 1, columns in characters.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    pub line: usize,
    pub column: usize,
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

/// Parses `text` and lets `build` ask the document, called `noun` in messages, for its keys.
/// What `build` makes of a faulty file is thrown away, so any filler may stand for what could not be read.
pub fn read<T>(text: &str, noun: &str, build: impl FnOnce(&mut Table) -> T) -> Result<T, Vec<Problem>> {
    let (document, errors) = DeTable::parse_recoverable(text);
    let mut findings = Findings { text, problems: Vec::new(), defined: Vec::new(), referred: Vec::new() };
    // What follows a syntax error is a guess of the parser; judging its meaning would only bury the error.
    if !errors.is_empty() {
        for error in errors {
            let advice = "this is not valid TOML, check the quotes, brackets and `=` here";
            findings.add(error.span().map_or(0, |span| span.start), format!("{advice}: {}", error.message()));
        }
        return Err(findings.into_problems());
    }
    let built = findings.read_table(noun, document.span().start, document.into_inner(), build);
    findings.check_mentions();
    if findings.problems.is_empty() { Ok(built) } else { Err(findings.into_problems()) }
}

struct Findings<'t> {
    text: &'t str,
    problems: Vec<(usize, String)>,
    defined: Vec<Mention>,
    referred: Vec<Mention>,
}

/// A key of some thing (`noun` says which kind), where it was defined or referred to.
struct Mention {
    noun: &'static str,
    key: String,
    at: usize,
}

impl<'t> Findings<'t> {
    fn add(&mut self, at: usize, message: String) {
        self.problems.push((at, message));
    }

    fn read_table<T>(
        &mut self,
        noun: &str,
        at: usize,
        entries: DeTable<'t>,
        build: impl FnOnce(&mut Table<'_, 't>) -> T,
    ) -> T {
        let mut table = Table {
            noun,
            at,
            entries,
            asked: Vec::new(),
            missing: Vec::new(),
            sound_at: self.problems.len(),
            findings: self,
        };
        let built = build(&mut table);
        table.report_leftovers();
        built
    }

    fn check_mentions(&mut self) {
        let defined = std::mem::take(&mut self.defined);
        for (index, Mention { noun, key, at }) in defined.iter().enumerate() {
            if let Some(first) =
                defined[..index].iter().find(|other| other.noun == *noun && other.key == *key)
            {
                let line = self.position(first.at).0;
                self.add(
                    *at,
                    format!(
                        "the key `{key}` already belongs to the {noun} of line {line}; choose another key"
                    ),
                );
            }
        }
        for Mention { noun, key, at } in std::mem::take(&mut self.referred) {
            let known: Vec<&str> =
                defined.iter().filter(|it| it.noun == noun).map(|it| it.key.as_str()).collect();
            if !known.contains(&key.as_str()) {
                let advice = did_you_mean(&key, &known).unwrap_or_else(|| {
                    "correct it, remove it or define it elsewhere in this file".to_owned()
                });
                self.add(at, format!("there is no {noun} with the key `{key}`; {advice}"));
            }
        }
    }

    fn position(&self, at: usize) -> (usize, usize) {
        let before = self.text.get(..at).unwrap_or(self.text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }

    fn into_problems(mut self) -> Vec<Problem> {
        let mut found = std::mem::take(&mut self.problems);
        found.sort();
        found
            .into_iter()
            .map(|(at, message)| {
                let (line, column) = self.position(at);
                Problem { line, column, message }
            })
            .collect()
    }
}

/// A table while it is being read. Each question takes its key out; keys nobody asked for are unknown.
pub struct Table<'f, 't> {
    noun: &'f str,
    at: usize,
    entries: DeTable<'t>,
    /// The keys asked for, with the place of those that are there.
    asked: Vec<(&'static str, Option<usize>)>,
    missing: Vec<&'static str>,
    /// How many problems the file had before this table.
    sound_at: usize,
    findings: &'f mut Findings<'t>,
}

/// The languages of a table that is itself a text.
pub fn translations(table: &mut Table) -> Localized<String> {
    Localized { ky: table.text("ky"), ru: table.text("ru"), en: table.text("en") }
}

impl<'t> Table<'_, 't> {
    /// Reports a problem of the table as a whole.
    pub fn problem(&mut self, message: String) {
        self.findings.add(self.at, message);
    }

    /// Reports at `key` that values do not agree. Silent after another problem in this table, because a value
    /// may then be a filler.
    pub fn check(&mut self, key: &str, agrees: bool, advice: &str) {
        if !agrees && self.missing.is_empty() && self.findings.problems.len() == self.sound_at {
            let place = self.asked.iter().find(|(asked, _)| *asked == key).and_then(|(_, place)| *place);
            self.findings.add(place.unwrap_or(self.at), advice.to_owned());
        }
    }

    /// The table's own `key`, by which others refer to it: unique among everything called `noun`.
    pub fn define(&mut self, noun: &'static str) -> String {
        let Some((at, key)) = self.required("key").and_then(|(at, value)| self.text_of("key", at, value))
        else {
            return String::new();
        };
        if !is_kebab_case(&key) {
            let advice = "use small latin letters and digits, joined by hyphens";
            self.findings.add(at, format!("the key `{key}` cannot be used; {advice}"));
        }
        self.findings.defined.push(Mention { noun, key: key.clone(), at });
        key
    }

    /// The key of something that is defined elsewhere in the file.
    pub fn reference(&mut self, key: &'static str, noun: &'static str) -> String {
        let text = self.required(key).and_then(|(at, value)| self.text_of(key, at, value));
        self.refer(noun, text).unwrap_or_default()
    }

    pub fn optional_reference(&mut self, key: &'static str, noun: &'static str) -> Option<String> {
        let text = self.find(key).and_then(|(at, value)| self.text_of(key, at, value));
        self.refer(noun, text)
    }

    pub fn references(&mut self, key: &'static str, noun: &'static str) -> Vec<String> {
        let Some((at, value)) = self.required(key) else { return Vec::new() };
        let texts = self.texts_of(key, at, value);
        texts.into_iter().filter_map(|text| self.refer(noun, Some(text))).collect()
    }

    fn refer(&mut self, noun: &'static str, text: Option<(usize, String)>) -> Option<String> {
        let (at, key) = text?;
        self.findings.referred.push(Mention { noun, key: key.clone(), at });
        Some(key)
    }

    pub fn text(&mut self, key: &'static str) -> String {
        let text = self.required(key).and_then(|(at, value)| self.text_of(key, at, value));
        text.map(|(_, text)| text).unwrap_or_default()
    }

    pub fn optional_texts(&mut self, key: &'static str) -> Vec<String> {
        let Some((at, value)) = self.find(key) else { return Vec::new() };
        self.texts_of(key, at, value).into_iter().map(|(_, text)| text).collect()
    }

    /// One of a few words that have a meaning in the program.
    pub fn choice<T: Copy>(&mut self, key: &'static str, words: &[(&str, T)]) -> T {
        let filler = words[0].1;
        let Some((at, text)) = self.required(key).and_then(|(at, value)| self.text_of(key, at, value)) else {
            return filler;
        };
        if let Some((_, meaning)) = words.iter().find(|(word, _)| *word == text) {
            return *meaning;
        }
        let allowed: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        let advice =
            did_you_mean(&text, &allowed).unwrap_or_else(|| format!("use one of {}", list(&allowed)));
        self.findings.add(at, format!("`{key}` cannot be `{text}`; {advice}"));
        filler
    }

    pub fn optional_number(&mut self, key: &'static str) -> Option<u32> {
        let (at, value) = self.find(key)?;
        let digits = value.as_integer().filter(|it| it.radix() == 10);
        let number = digits.and_then(|it| it.as_str().parse().ok()).filter(|&number| number > 0);
        if number.is_none() {
            self.findings.add(at, format!("`{key}` must be a whole number from 1 up, such as 4"));
        }
        number
    }

    /// A day without a time of day.
    pub fn date(&mut self, key: &'static str) -> Date {
        let Some((at, value)) = self.required(key) else { return Date::ZERO };
        let day = match value.as_datetime() {
            Some(toml::value::Datetime { date: Some(day), time: None, offset: None }) => {
                Date::new(day.year as i16, day.month as i8, day.day as i8).ok()
            }
            _ => None,
        };
        day.unwrap_or_else(|| {
            self.findings.add(at, format!("`{key}` must be a day without quotes, such as 2022-04-15"));
            Date::ZERO
        })
    }

    /// The same text in every language; none may be missing or empty.
    pub fn localized(&mut self, key: &'static str) -> Localized<String> {
        let translations = self.required(key).and_then(|(at, value)| self.localized_of(key, at, value));
        translations.unwrap_or_default()
    }

    pub fn optional_localized(&mut self, key: &'static str) -> Option<Localized<String>> {
        self.find(key).and_then(|(at, value)| self.localized_of(key, at, value))
    }

    fn localized_of(&mut self, key: &str, at: usize, value: DeValue<'t>) -> Option<Localized<String>> {
        let DeValue::Table(entries) = value else {
            self.findings
                .add(at, format!("write `{key}` in each language: `{key}.ky`, `{key}.ru` and `{key}.en`"));
            return None;
        };
        Some(self.findings.read_table(&format!("`{key}`"), at, entries, translations))
    }

    /// A table of its own, called `key` in messages.
    pub fn optional<T>(
        &mut self,
        key: &'static str,
        build: impl FnOnce(&mut Table<'_, 't>) -> T,
    ) -> Option<T> {
        match self.find(key)? {
            (at, DeValue::Table(entries)) => Some(self.findings.read_table(key, at, entries, build)),
            (at, _) => {
                self.findings.add(at, format!("`{key}` must be a table; write `[{key}]` above its keys"));
                None
            }
        }
    }

    /// A list of tables with at least one member, each called `noun` in messages.
    pub fn each<T>(
        &mut self,
        key: &'static str,
        noun: &str,
        build: impl Fn(&mut Table<'_, 't>) -> T,
    ) -> Vec<T> {
        let found = self.required(key);
        self.tables_of(key, noun, found, build)
    }

    pub fn each_if_any<T>(
        &mut self,
        key: &'static str,
        noun: &str,
        build: impl Fn(&mut Table<'_, 't>) -> T,
    ) -> Vec<T> {
        let found = self.find(key);
        self.tables_of(key, noun, found, build)
    }

    fn tables_of<T>(
        &mut self,
        key: &str,
        noun: &str,
        found: Option<(usize, DeValue<'t>)>,
        build: impl Fn(&mut Table<'_, 't>) -> T,
    ) -> Vec<T> {
        let advice = format!("`{key}` must be a list: write `[[…{key}]]` above each {noun}");
        let Some((at, value)) = found else { return Vec::new() };
        let DeValue::Array(members) = value else {
            self.findings.add(at, advice);
            return Vec::new();
        };
        if members.is_empty() {
            self.findings.add(at, advice.clone());
        }
        let mut built = Vec::new();
        for member in members {
            match (member.span().start, member.into_inner()) {
                (at, DeValue::Table(entries)) => {
                    built.push(self.findings.read_table(noun, at, entries, &build))
                }
                (at, _) => self.findings.add(at, advice.clone()),
            }
        }
        built
    }

    fn required(&mut self, key: &'static str) -> Option<(usize, DeValue<'t>)> {
        let found = self.find(key);
        if found.is_none() {
            self.missing.push(key);
        }
        found
    }

    fn find(&mut self, key: &'static str) -> Option<(usize, DeValue<'t>)> {
        let found =
            self.entries.remove_entry(key).map(|(name, value)| (name.span().start, value.into_inner()));
        self.asked.push((key, found.as_ref().map(|(at, _)| *at)));
        found
    }

    fn text_of(&mut self, key: &str, at: usize, value: DeValue) -> Option<(usize, String)> {
        match value {
            DeValue::String(text) if text.trim().is_empty() => {
                self.findings.add(at, format!("`{key}` is empty; write its text between the quotes"));
                None
            }
            DeValue::String(text) => Some((at, text.into_owned())),
            _ => {
                self.findings.add(at, format!("`{key}` must be a text between quotes"));
                None
            }
        }
    }

    fn texts_of(&mut self, key: &str, at: usize, value: DeValue) -> Vec<(usize, String)> {
        let DeValue::Array(members) = value else {
            self.findings.add(at, format!("`{key}` must be a list of texts, such as [\"one\", \"two\"]"));
            return Vec::new();
        };
        if members.is_empty() {
            self.findings.add(at, format!("`{key}` is an empty list; write at least one text in it"));
        }
        let member = |it: Spanned<DeValue>| self.text_of(key, it.span().start, it.into_inner());
        members.into_iter().filter_map(member).collect()
    }

    /// A misspelt key is one mistake, so the key it was meant to be is not reported as missing as well.
    fn report_leftovers(self) {
        let Table { noun, at, entries, asked, mut missing, findings, .. } = self;
        let all: Vec<&str> = asked.iter().map(|(key, _)| *key).collect();
        let absent: Vec<&str> =
            asked.iter().filter(|(_, place)| place.is_none()).map(|(key, _)| *key).collect();
        for name in entries.keys() {
            let unknown = name.get_ref();
            let advice = match closest(unknown, &absent) {
                Some(meant) => {
                    missing.retain(|key| *key != meant);
                    format!("did you mean `{meant}`?")
                }
                None => format!("remove it, or use one of {}", list(&all)),
            };
            findings.add(name.span().start, format!("unknown key `{unknown}` in this {noun}; {advice}"));
        }
        for key in missing {
            findings.add(at, format!("this {noun} has no `{key}`; add it"));
        }
    }
}

pub fn is_kebab_case(key: &str) -> bool {
    key.split('-').all(|part| {
        !part.is_empty() && part.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit())
    })
}

fn list(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

fn did_you_mean(word: &str, known: &[&str]) -> Option<String> {
    closest(word, known).map(|meant| format!("did you mean `{meant}`?"))
}

/// The known word a writer most likely meant: at most one letter in three is wrong.
fn closest<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    let (distance, best) =
        known.iter().map(|candidate| (strsim::levenshtein(word, candidate), *candidate)).min()?;
    (distance * 3 <= word.chars().count().max(3)).then_some(best)
}
