//! Fields as they are declared, filled in, kept and checked. Pure: no SQL, no HTTP.

use super::super::model::{DocumentId, Kind, clean};
use super::kinds::of;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The longest values, in characters.
pub const LONGEST_LINE: usize = 500;
pub const LONGEST_PARAGRAPH: usize = 20_000;
/// Enough for any kit; a page with more is an attack.
pub const MOST_ROWS: usize = 30;

/// What can be filled in.
#[derive(Clone, Copy, Debug)]
pub enum Type {
    Line,
    /// Markdown.
    Paragraph,
    /// `2026-11-26`
    Day,
    Link,
    /// Codes with the keys of their words.
    Choice(&'static [(&'static str, &'static str)]),
    /// Any number of rows; their fields are no rows themselves.
    Rows(&'static [Field]),
    /// A published document, by its address.
    Document,
    /// One of the files attached to the same text.
    File,
    Organisation,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Need {
    Optional,
    /// A text is not handed in without it; a row of rows is not whole without it.
    Required,
    /// This one or the field of that name.
    Either(&'static str),
}

/// Where readers find it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// Before the text: what it comes down to.
    Before,
    After,
    /// For members only.
    Members,
}

/// One field of a kind.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// In forms and in the database: a permanent name.
    pub name: &'static str,
    pub shape: Type,
    pub need: Need,
    pub place: Place,
    /// The keys of its words; no hint is an empty key.
    pub label: &'static str,
    pub hint: &'static str,
}

impl Field {
    pub const fn new(name: &'static str, shape: Type, label: &'static str) -> Field {
        Field { name, shape, need: Need::Optional, place: Place::After, label, hint: "" }
    }

    pub const fn required(mut self) -> Field {
        self.need = Need::Required;
        self
    }

    pub const fn either(mut self, other: &'static str) -> Field {
        self.need = Need::Either(other);
        self
    }

    pub const fn hint(mut self, key: &'static str) -> Field {
        self.hint = key;
        self
    }

    pub const fn before(mut self) -> Field {
        self.place = Place::Before;
        self
    }

    pub const fn for_members(mut self) -> Field {
        self.place = Place::Members;
        self
    }

    fn is_prose(&self) -> bool {
        matches!(self.shape, Type::Line | Type::Paragraph)
    }

    /// As it is kept: clean, and of one line where one line is asked for. What is not understood stays as it was typed
    /// until the text is handed in.
    fn tidy(&self, typed: &str) -> String {
        match self.shape {
            Type::Paragraph => clean(typed),
            Type::Document => {
                let line = clean(&typed.replace('\n', " "));
                document_in(&line).map_or(line, |id| id.to_string())
            }
            _ => clean(&typed.replace('\n', " ")),
        }
    }
}

/// The document that an address leads to, or that an id names.
pub fn document_in(text: &str) -> Option<DocumentId> {
    let path = text.split(['?', '#']).next().unwrap_or_default();
    let id = match path.split_once("/documents/") {
        Some((_, rest)) => rest.split('/').next().unwrap_or_default(),
        None => path,
    };
    id.parse().ok()
}

type Row = BTreeMap<String, String>;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
enum Value {
    Text(String),
    Rows(Vec<Row>),
}

/// What is filled in, by the names of fields. Empty values are not kept, names that the kind does not declare neither.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Fields(BTreeMap<String, Value>);

/// As it stands in the database. The names are sorted, so that the same values are always the same text.
#[derive(Serialize, Deserialize)]
struct Kept {
    v: u8,
    values: BTreeMap<String, Value>,
}

/// The version of the way in which fields are kept.
const VERSION: u8 = 1;

/// The name in forms of one field of one row.
pub fn cell(rows: &str, row: usize, name: &str) -> String {
    format!("{rows}-{row}-{name}")
}

impl Fields {
    /// The text that is kept, and that an approval is bound to. Nothing filled in is no text.
    pub fn to_text(&self) -> String {
        if self.is_empty() {
            return String::new();
        }
        let kept = Kept { v: VERSION, values: self.0.clone() };
        serde_json::to_string(&kept).expect("texts are always JSON")
    }

    pub fn parse(text: &str) -> Result<Fields, String> {
        if text.is_empty() {
            return Ok(Fields::default());
        }
        let kept: Kept = serde_json::from_str(text).map_err(|error| error.to_string())?;
        if kept.v != VERSION {
            return Err(format!("fields of version {}", kept.v));
        }
        Ok(Fields(kept.values))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn get(&self, name: &str) -> &str {
        match self.0.get(name) {
            Some(Value::Text(text)) => text,
            _ => "",
        }
    }

    pub fn rows(&self, name: &str) -> &[Row] {
        match self.0.get(name) {
            Some(Value::Rows(rows)) => rows,
            _ => &[],
        }
    }

    /// Whether the value of this name in a form stands here.
    pub fn knows(&self, name: &str) -> bool {
        let row = || name.split('-').next().is_some_and(|rows| !self.rows(rows).is_empty());
        !self.get(name).is_empty() || row()
    }

    /// The same with one more value, as a text that somebody begins from another record has it.
    pub fn with(mut self, name: &str, value: &str) -> Fields {
        self.0.insert(name.to_owned(), Value::Text(value.to_owned()));
        self
    }

    /// What a form sends for a kind: `sent` gives the value of a name, or nothing for what was not sent and stays. With
    /// `keep_gaps` rows keep their places although some are empty: a page that saves by itself goes on with them.
    pub fn read(kind: Kind, now: &Fields, keep_gaps: bool, sent: impl Fn(&str) -> Option<String>) -> Fields {
        let mut fields = BTreeMap::new();
        for field in of(kind) {
            if let Type::Rows(columns) = field.shape {
                let rows = read_rows(field, columns, now.rows(field.name), keep_gaps, &sent);
                if !rows.is_empty() {
                    fields.insert(field.name.to_owned(), Value::Rows(rows));
                }
                continue;
            }
            let value = sent(field.name).unwrap_or_else(|| now.get(field.name).to_owned());
            let value = field.tidy(&value);
            if !value.is_empty() {
                fields.insert(field.name.to_owned(), Value::Text(value));
            }
        }
        Fields(fields)
    }

    /// The first field that is longer than anybody reads, and how long it may be.
    pub fn too_long(&self, kind: Kind) -> Option<(&'static str, usize)> {
        let long = |field: &Field, value: &str| {
            let limit = if matches!(field.shape, Type::Paragraph) { LONGEST_PARAGRAPH } else { LONGEST_LINE };
            (value.chars().count() > limit).then_some(limit)
        };
        of(kind).iter().find_map(|field| {
            let limit = match field.shape {
                Type::Rows(columns) => {
                    let cells = self
                        .rows(field.name)
                        .iter()
                        .flat_map(|row| columns.iter().map(move |column| (column, value(row, column.name))));
                    cells.into_iter().find_map(|(column, value)| long(column, value))
                }
                _ => long(field, self.get(field.name)),
            };
            limit.map(|limit| (field.name, limit))
        })
    }

    /// All values of one kind of reference, to be looked up together.
    pub fn references(&self, kind: Kind, wanted: impl Fn(Type) -> bool) -> Vec<&str> {
        let all = self.each(kind);
        all.into_iter().filter(|(field, ..)| wanted(field.shape)).map(|(.., value)| value).collect()
    }

    /// What people wrote in words, for remarks and search. `public` leaves out what only members see.
    pub fn words(&self, kind: Kind, public: bool) -> String {
        let all = self.each(kind).into_iter();
        let prose = all.filter(|(field, place, _)| field.is_prose() && (!public || *place != Place::Members));
        prose.map(|(.., value)| value).collect::<Vec<_>>().join("\n\n")
    }

    /// Days, links and documents, which are the same in every language.
    pub fn exact(&self, kind: Kind) -> Vec<&str> {
        self.references(kind, |shape| matches!(shape, Type::Day | Type::Link | Type::Document))
    }

    /// Addresses that readers can open.
    pub fn links(&self, kind: Kind) -> Vec<&str> {
        self.references(kind, |shape| matches!(shape, Type::Link))
    }

    /// The documents it names, each with the field that does.
    pub fn documents(&self, kind: Kind) -> Vec<(&'static str, DocumentId)> {
        let all = self.each(kind).into_iter().filter(|(field, ..)| matches!(field.shape, Type::Document));
        all.filter_map(|(field, _, value)| Some((field.name, document_in(value)?))).collect()
    }

    /// Every value that is filled in, with its field and its place, rows one after the other.
    fn each(&self, kind: Kind) -> Vec<(&'static Field, Place, &str)> {
        let mut all = Vec::new();
        for field in of(kind) {
            match field.shape {
                Type::Rows(columns) => {
                    for row in self.rows(field.name) {
                        all.extend(
                            columns.iter().map(|column| (column, field.place, value(row, column.name))),
                        );
                    }
                }
                _ => all.push((field, field.place, self.get(field.name))),
            }
        }
        all.retain(|(.., value)| !value.is_empty());
        all
    }

    /// What stands in the way of handing it in, as far as the values themselves tell.
    pub fn mistakes(&self, kind: Kind) -> Vec<Mistake> {
        let fields = of(kind);
        let mut mistakes = Vec::new();
        for field in fields {
            if let Type::Rows(columns) = field.shape {
                let rows = self.rows(field.name);
                let whole = rows.iter().enumerate().filter(|(_, row)| !is_blank(row));
                if field.need == Need::Required && rows.iter().all(is_blank) {
                    mistakes.push(Mistake::of(field, field.name.to_owned(), None, Wrong::Missing));
                }
                for (number, row) in whole {
                    for column in columns {
                        let filled = |name: &str| !value(row, name).is_empty();
                        if let Some(wrong) = column.wrong(value(row, column.name), filled) {
                            let at = cell(field.name, number, column.name);
                            mistakes.push(Mistake::of(column, at, Some(number + 1), wrong));
                        }
                    }
                }
                continue;
            }
            let filled = |name: &str| !self.get(name).is_empty();
            if let Some(wrong) = field.wrong(self.get(field.name), filled) {
                mistakes.push(Mistake::of(field, field.name.to_owned(), None, wrong));
            }
        }
        for (from, until) in [("in_force_from", "in_force_until"), ("period_from", "period_until")] {
            let (first, last) = (self.get(from), self.get(until));
            if let Some(field) = fields.iter().find(|field| field.name == until)
                && !first.is_empty()
                && !last.is_empty()
                && last < first
            {
                mistakes.push(Mistake::of(field, until.to_owned(), None, Wrong::EndsBeforeItBegins));
            }
        }
        mistakes
    }
}

impl Field {
    fn wrong(&self, value: &str, filled: impl Fn(&str) -> bool) -> Option<Wrong> {
        if value.is_empty() {
            let missing = match self.need {
                Need::Optional => false,
                Need::Required => true,
                Need::Either(other) => !filled(other),
            };
            return missing.then_some(Wrong::Missing);
        }
        match self.shape {
            Type::Day if day(value).is_none() => Some(Wrong::NoDay),
            Type::Link if !is_link(value) => Some(Wrong::NoLink),
            Type::Choice(codes) if !codes.iter().any(|(code, _)| *code == value) => Some(Wrong::NoChoice),
            Type::Document if document_in(value).is_none() => Some(Wrong::NoDocument),
            _ => None,
        }
    }
}

/// `2026-11-26`, if there is such a day.
pub fn day(text: &str) -> Option<jiff::civil::Date> {
    text.parse().ok().filter(|_| text.len() == 10)
}

fn is_link(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace) && !rest.starts_with('/'))
}

pub fn value<'a>(row: &'a Row, name: &str) -> &'a str {
    row.get(name).map_or("", String::as_str)
}

fn is_blank(row: &Row) -> bool {
    row.values().all(String::is_empty)
}

fn read_rows(
    field: &Field,
    columns: &[Field],
    now: &[Row],
    keep_gaps: bool,
    sent: &impl Fn(&str) -> Option<String>,
) -> Vec<Row> {
    let mut rows = Vec::new();
    for number in 0..MOST_ROWS {
        let old = now.get(number);
        let read = |column: &Field| {
            let typed = sent(&cell(field.name, number, column.name));
            let kept = || old.map(|row| value(row, column.name).to_owned()).unwrap_or_default();
            column.tidy(&typed.unwrap_or_else(kept))
        };
        let row: Row = columns.iter().map(|column| (column.name.to_owned(), read(column))).collect();
        rows.push(row.into_iter().filter(|(_, value)| !value.is_empty()).collect::<Row>());
    }
    if keep_gaps {
        let last = rows.iter().rposition(|row| !row.is_empty()).map_or(0, |last| last + 1);
        rows.truncate(last);
    } else {
        rows.retain(|row| !row.is_empty());
    }
    rows
}

/// What is wrong with one field, and where its page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The name in the form.
    pub at: String,
    /// The key of the field's words.
    pub label: &'static str,
    /// Which row it is in, counted from one.
    pub row: Option<usize>,
    pub wrong: Wrong,
}

impl Mistake {
    pub fn of(field: &Field, at: String, row: Option<usize>, wrong: Wrong) -> Mistake {
        Mistake { at, label: field.label, row, wrong }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    Missing,
    NoDay,
    NoLink,
    NoChoice,
    /// No published document has this address.
    NoDocument,
    /// The file is not attached to this text.
    NotAttached,
    NoOrganisation,
    EndsBeforeItBegins,
}

impl Wrong {
    /// The key of the words, whose argument is the field.
    pub fn message(self) -> &'static str {
        match self {
            Wrong::Missing => "documents-fields-missing",
            Wrong::NoDay => "documents-fields-no-day",
            Wrong::NoLink => "documents-fields-no-link",
            Wrong::NoChoice => "documents-fields-no-choice",
            Wrong::NoDocument => "documents-fields-no-document",
            Wrong::NotAttached => "documents-fields-not-attached",
            Wrong::NoOrganisation => "documents-fields-no-organisation",
            Wrong::EndsBeforeItBegins => "documents-fields-ends-early",
        }
    }
}
