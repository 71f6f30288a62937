//! A paper: what somebody downloads, prints and hands on, as plain data, and the ways to make it.
//!
//! The portal fills a [`Paper`] from a text; [`docx::write`] makes a DOCX of it at once, and the executable
//! `birge-typeset` reads it as JSON and sets it as PDF. Neither knows what a section is: a text of the library and the
//! summary of a meeting are the same to them. Words of the surroundings (level, edition, "page") come in with the
//! data, in the language of the paper. Pure: no file, clock or network. Not here: pictures, and the look of a PDF,
//! which is the template of `crates/typeset`.
//!
//! # The JSON
//!
//! ```
//! let json = r#"{
//!   "language": "ky",
//!   "kicker": "Басма сөз релизи",
//!   "title": "Чет өлкөгө чыгардан мурун",
//!   "mark": "",
//!   "notices": ["2026-ж. 23-ноябрда алмаштырылган"],
//!   "facts": [{ "term": "Деңгээл", "value": "Расмий" }],
//!   "lead": "Бир сүйлөм.",
//!   "blocks": [
//!     { "kind": "heading", "level": 1, "runs": [{ "text": "Эмне кылуу керек" }] },
//!     { "kind": "paragraph", "runs": [{ "text": "Келишимди " }, { "text": "окуңуз", "strong": true }] },
//!     { "kind": "list", "start": 1, "items": [[{ "kind": "paragraph", "runs": [{ "text": "Бир" }] }]] },
//!     { "kind": "table", "head": [[{ "text": "Ким" }]], "rows": [[[{ "text": "Биз" }]]] },
//!     { "kind": "quote", "blocks": [] },
//!     { "kind": "preformatted", "text": "a  b" },
//!     { "kind": "rule" }
//!   ],
//!   "footer": [[{ "text": "Коду 7K3QF-2M9PA", "link": "https://birge.example/ky/verify" }]]
//! }"#;
//! let paper: paper::Paper = serde_json::from_str(json).unwrap();
//! assert_eq!(paper.blocks.len(), 7);
//! ```

pub mod docx;
pub mod markdown;

use serde::{Deserialize, Serialize};

/// All a paper holds. Every text is plain: nothing in it is markup for the one that sets it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paper {
    /// `ky`, `ru` or `en`.
    pub language: String,
    /// What it is, above the title.
    pub kicker: String,
    pub title: String,
    /// Stands before everything and at the head of each page, if there is one: a paper that looks approved and is
    /// not does harm.
    pub mark: String,
    /// What the reader must know before the text: replaced, withdrawn and why.
    pub notices: Vec<String>,
    /// Level, edition, date and the like.
    pub facts: Vec<Fact>,
    /// One paragraph, or nothing.
    pub lead: String,
    pub blocks: Vec<Block>,
    /// Lines at the foot of each page, beside its number.
    pub footer: Vec<Vec<Run>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    pub term: String,
    pub value: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Block {
    /// Level 1 is the first below the title; none is left out on the way down.
    Heading {
        level: u8,
        runs: Vec<Run>,
    },
    Paragraph {
        runs: Vec<Run>,
    },
    /// Numbered from `start`, or with bullets.
    List {
        #[serde(default)]
        start: Option<u64>,
        items: Vec<Vec<Block>>,
    },
    /// Every row has as many cells as the head.
    Table {
        head: Vec<Vec<Run>>,
        rows: Vec<Vec<Vec<Run>>>,
    },
    Quote {
        blocks: Vec<Block>,
    },
    /// Keeps its spaces and line ends.
    Preformatted {
        text: String,
    },
    Rule,
}

/// A stretch of text that looks the same throughout. A line end in it is a line end on paper.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Run {
    pub text: String,
    #[serde(default, skip_serializing_if = "is_false")]
    pub strong: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    pub emphasis: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    pub struck: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    pub code: bool,
    /// An address with `https`, `http`, `mailto` or `tel`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

fn is_false(value: &bool) -> bool {
    !value
}

impl Run {
    pub fn plain(text: impl Into<String>) -> Run {
        Run { text: text.into(), ..Run::default() }
    }

    pub fn linked(text: impl Into<String>, address: impl Into<String>) -> Run {
        Run { text: text.into(), link: Some(address.into()), ..Run::default() }
    }
}

impl Paper {
    /// What stands on the paper around the text itself, line by line: whoever compares a copy leaves it out.
    pub fn surroundings(&self) -> Vec<String> {
        let facts = self.facts.iter().map(|Fact { term, value }| format!("{term}: {value}"));
        let footer = self.footer.iter().map(|line| line.iter().map(|run| run.text.as_str()).collect());
        let head = [self.kicker.clone(), self.mark.clone()].into_iter().chain(self.notices.iter().cloned());
        head.chain(facts).chain(footer).filter(|line: &String| !line.is_empty()).collect()
    }
}

/// The words of some blocks, without any mark of what they are; paragraphs stand apart.
///
/// ```
/// let blocks = paper::markdown::blocks("# Салам\n\n- бир\n- *эки*");
/// assert_eq!(paper::plain(&blocks), "Салам\n\nбир\n\nэки");
/// ```
pub fn plain(blocks: &[Block]) -> String {
    let mut parts = Vec::new();
    collect(blocks, &mut parts);
    parts.join("\n\n")
}

fn collect(blocks: &[Block], parts: &mut Vec<String>) {
    let words = |runs: &[Run]| runs.iter().map(|run| run.text.as_str()).collect::<String>();
    for block in blocks {
        match block {
            Block::Heading { runs, .. } | Block::Paragraph { runs } => parts.push(words(runs)),
            Block::List { items, .. } => items.iter().for_each(|item| collect(item, parts)),
            Block::Table { head, rows } => {
                for row in std::iter::once(head).chain(rows) {
                    parts.push(row.iter().map(|cell| words(cell)).collect::<Vec<_>>().join("  "));
                }
            }
            Block::Quote { blocks } => collect(blocks, parts),
            Block::Preformatted { text } => parts.push(text.clone()),
            Block::Rule => {}
        }
    }
}
