//! Lists: which marker an entry has. Word numbers entries itself, so the numbers are counted here as Word counts them.

use std::collections::{HashMap, HashSet};

use scrub::xml::{Element, Part, Reader};

use super::Marker;
use super::properties::digit;
use super::styles::Styles;
use crate::{Limits, Refused};

const LEVELS: usize = 9;

#[derive(Default)]
pub struct Numbering {
    /// Lists as paragraphs name them, by their id.
    lists: HashMap<String, List>,
    /// Kinds of list, by their id. Lists of one kind go on counting where the other stopped.
    kinds: HashMap<String, Kind>,
    counters: HashMap<String, [Option<i64>; LEVELS]>,
    begun: HashSet<(String, u8)>,
}

#[derive(Default)]
struct List {
    kind: String,
    starts: [Option<i64>; LEVELS],
    levels: [Option<Level>; LEVELS],
}

#[derive(Default)]
struct Kind {
    levels: [Option<Level>; LEVELS],
    /// The style of lists that says what this kind is.
    style: Option<String>,
}

#[derive(Clone, Debug, Default)]
struct Level {
    format: String,
    /// The marker, with `%1` for the number of the first level, and so on.
    text: String,
    start: i64,
}

impl Numbering {
    pub fn read(bytes: &[u8], limits: &Limits) -> Result<Self, Refused> {
        let (mut reader, mut found) = (Reader::new(bytes, &limits.file)?, Self::default());
        while let Some(part) = reader.read()? {
            let Part::Begin(element) = part else { continue };
            let value = |name| element.get("w", name).unwrap_or_default().to_owned();
            match element.name.parts() {
                ("w", "abstractNum") => {
                    found.kinds.insert(value("abstractNumId"), kind(&mut reader)?);
                }
                ("w", "num") => {
                    found.lists.insert(value("numId"), list(&mut reader)?);
                }
                _ => (),
            }
        }
        Ok(found)
    }

    /// The marker of the next entry of this list at this level; none for a list that does not exist or shows nothing.
    pub fn next(&mut self, list: &str, level: u8, styles: &Styles) -> Option<Marker> {
        let at = usize::from(level);
        let (kind_id, levels, start) = self.levels(list, styles)?;
        let own = levels.get(at)?.clone()?;
        let counters = self.counters.entry(kind_id).or_default();
        if self.begun.insert((list.to_owned(), level))
            && let Some(start) = start.get(at).copied().flatten()
        {
            counters[at] = Some(start.saturating_sub(1));
        }
        let before = counters[at].unwrap_or(own.start.saturating_sub(1));
        counters[at] = Some(before.saturating_add(1));
        counters[at + 1..].fill(None);
        let number = |at: usize| {
            let start = levels[at].as_ref().map_or(1, |level| level.start);
            counters[at].unwrap_or(start)
        };
        match own.format.as_str() {
            "bullet" => return Some(Marker::Bullet),
            "none" => return None,
            _ => (),
        }
        let mut label = String::new();
        let mut rest = own.text.chars();
        while let Some(letter) = rest.next() {
            let place =
                if letter == '%' { rest.clone().next().and_then(|digit| digit.to_digit(10)) } else { None };
            match place {
                Some(place @ 1..=9) => {
                    rest.next();
                    let place = place as usize - 1;
                    let format = levels[place].as_ref().map_or("decimal", |level| level.format.as_str());
                    label.push_str(&written(number(place), format));
                }
                _ => label.push(letter),
            }
        }
        let label = label.trim().to_owned();
        let count = number(at);
        let is_plain = own.format == "decimal"
            && (0..=999_999_999).contains(&count)
            && [".", ")", ""].iter().any(|end| label == format!("{count}{end}"));
        match label.as_str() {
            _ if is_plain => Some(Marker::Number(count)),
            "" => None,
            _ => Some(Marker::Label(label)),
        }
    }

    /// The kind of a list, the levels it has, and where they begin to count.
    #[expect(clippy::type_complexity, reason = "three answers to one question, taken apart at once")]
    fn levels(
        &self,
        list: &str,
        styles: &Styles,
    ) -> Option<(String, [Option<Level>; LEVELS], [Option<i64>; LEVELS])> {
        let list = self.lists.get(list)?;
        let mut kind_id = &list.kind;
        let mut kind = self.kinds.get(kind_id)?;
        if let Some(style) = &kind.style
            && let Some(other) = styles.list_of_style(style).and_then(|id| self.lists.get(id))
            && let Some(meant) = self.kinds.get(&other.kind)
        {
            (kind_id, kind) = (&other.kind, meant);
        }
        let mut levels = kind.levels.clone();
        for (level, own) in levels.iter_mut().zip(&list.levels) {
            if own.is_some() {
                level.clone_from(own);
            }
        }
        Some((kind_id.clone(), levels, list.starts))
    }
}

/// Reads a `w:abstractNum` just begun.
fn kind(reader: &mut Reader<'_>) -> Result<Kind, Refused> {
    let mut kind = Kind::default();
    while let Some(part) = reader.inside()? {
        let Part::Begin(element) = part else { continue };
        match element.name.parts() {
            ("w", "lvl") => {
                let (at, level) = level(&element, reader)?;
                kind.levels[at] = Some(level);
            }
            ("w", "numStyleLink") => {
                kind.style = element.get("w", "val").map(str::to_owned);
                reader.skip()?;
            }
            _ => reader.skip()?,
        }
    }
    Ok(kind)
}

/// Reads a `w:num` just begun.
fn list(reader: &mut Reader<'_>) -> Result<List, Refused> {
    let mut list = List::default();
    while let Some(part) = reader.inside()? {
        let Part::Begin(element) = part else { continue };
        match element.name.parts() {
            ("w", "abstractNumId") => {
                list.kind = element.get("w", "val").unwrap_or_default().to_owned();
                reader.skip()?;
            }
            ("w", "lvlOverride") => {
                let at = usize::from(digit(&element, "ilvl").unwrap_or(0).min(8));
                while let Some(part) = reader.inside()? {
                    let Part::Begin(element) = part else { continue };
                    match element.name.parts() {
                        ("w", "startOverride") => {
                            list.starts[at] = element.get("w", "val").and_then(|start| start.parse().ok());
                            reader.skip()?;
                        }
                        ("w", "lvl") => list.levels[at] = Some(level(&element, reader)?.1),
                        _ => reader.skip()?,
                    }
                }
            }
            _ => reader.skip()?,
        }
    }
    Ok(list)
}

/// Reads a `w:lvl` just begun.
fn level(element: &Element, reader: &mut Reader<'_>) -> Result<(usize, Level), Refused> {
    let at = usize::from(digit(element, "ilvl").unwrap_or(0).min(8));
    let mut level = Level { format: "decimal".to_owned(), text: String::new(), start: 0 };
    while let Some(part) = reader.inside()? {
        let Part::Begin(element) = part else { continue };
        let value = || element.get("w", "val").unwrap_or_default().to_owned();
        match element.name.parts() {
            ("w", "start") => level.start = value().parse().unwrap_or(1),
            ("w", "numFmt") => level.format = value(),
            ("w", "lvlText") => level.text = value().chars().take(100).collect(),
            _ => (),
        }
        reader.skip()?;
    }
    Ok((at, level))
}

/// A number as the list writes it.
fn written(number: i64, format: &str) -> String {
    match format {
        "lowerLetter" => letters(number, "abcdefghijklmnopqrstuvwxyz"),
        "upperLetter" => letters(number, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        // As in Russian acts: without ё, з is a letter like any other, and й, ъ, ы, ь number nothing.
        "russianLower" => letters(number, "абвгдежзиклмнопрстуфхцчшщэюя"),
        "russianUpper" => letters(number, "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ"),
        "lowerRoman" => roman(number).to_lowercase(),
        "upperRoman" => roman(number),
        "decimalZero" => format!("{number:02}"),
        "none" | "bullet" => String::new(),
        _ => number.to_string(),
    }
}

/// After the last letter all are doubled, then tripled.
fn letters(number: i64, alphabet: &str) -> String {
    let count = alphabet.chars().count();
    match usize::try_from(number.saturating_sub(1)) {
        Ok(at) if at < 10 * count => {
            let letter = alphabet.chars().nth(at % count).expect("the rest is smaller than the alphabet");
            letter.to_string().repeat(at / count + 1)
        }
        _ => number.to_string(),
    }
}

fn roman(number: i64) -> String {
    const SIGNS: [(i64, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&number) {
        return number.to_string();
    }
    let (mut rest, mut out) = (number, String::new());
    for (value, sign) in SIGNS {
        while rest >= value {
            out.push_str(sign);
            rest -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_lists_write_them() {
        for (number, format, expected) in [
            (2, "lowerLetter", "b"),
            (28, "lowerLetter", "bb"),
            (9, "russianLower", "и"),
            (14, "upperRoman", "XIV"),
            (7, "decimalZero", "07"),
            (0, "upperRoman", "0"),
            (-3, "lowerLetter", "-3"),
            (i64::MAX, "russianUpper", "9223372036854775807"),
        ] {
            assert_eq!(written(number, format), expected);
        }
    }
}
