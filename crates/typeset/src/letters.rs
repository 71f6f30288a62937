//! Which letters the fonts can draw. A PDF for everybody may hold no other: one emoji would spoil the whole paper.

use paper::{Block, Fact, Paper, Run};
use std::collections::HashSet;
use typst::text::Font;

/// Stands where a letter cannot be drawn.
const MISSING: char = '\u{25A1}';

pub struct Letters(HashSet<u32>);

impl Letters {
    pub fn of(fonts: &[Font]) -> Letters {
        Letters(fonts.iter().flat_map(|font| font.info().coverage.iter()).collect())
    }

    /// The paper with a square for each letter that no font has. Signs that only change the look of the one before
    /// them, as emoji have them, go.
    pub fn only_known(&self, paper: &Paper) -> Paper {
        let lines = |lines: &[String]| lines.iter().map(|line| self.text(line)).collect();
        let facts = paper
            .facts
            .iter()
            .map(|Fact { term, value }| Fact { term: self.text(term), value: self.text(value) });
        Paper {
            language: paper.language.clone(),
            kicker: self.text(&paper.kicker),
            title: self.text(&paper.title),
            mark: self.text(&paper.mark),
            notices: lines(&paper.notices),
            facts: facts.collect(),
            lead: self.text(&paper.lead),
            blocks: self.blocks(&paper.blocks),
            footer: paper.footer.iter().map(|line| self.runs(line)).collect(),
        }
    }

    fn text(&self, text: &str) -> String {
        let known = |sign: char| match sign {
            '\n' => Some('\n'),
            sign if sign.is_whitespace() => Some(if sign == '\u{a0}' { sign } else { ' ' }),
            '\u{fe00}'..='\u{fe0f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{feff}'
            | '\u{ad}'
            | '\u{1f3fb}'..='\u{1f3ff}' => None,
            sign if sign.is_control() => None,
            sign if self.0.contains(&u32::from(sign)) => Some(sign),
            _ => Some(MISSING),
        };
        text.chars().filter_map(known).collect()
    }

    fn runs(&self, runs: &[Run]) -> Vec<Run> {
        runs.iter().map(|run| Run { text: self.text(&run.text), ..run.clone() }).collect()
    }

    fn blocks(&self, blocks: &[Block]) -> Vec<Block> {
        let cells = |cells: &[Vec<Run>]| cells.iter().map(|cell| self.runs(cell)).collect::<Vec<_>>();
        let block = |block: &Block| match block {
            Block::Heading { level, runs } => Block::Heading { level: *level, runs: self.runs(runs) },
            Block::Paragraph { runs } => Block::Paragraph { runs: self.runs(runs) },
            Block::List { start, items } => {
                Block::List { start: *start, items: items.iter().map(|item| self.blocks(item)).collect() }
            }
            Block::Table { head, rows } => {
                Block::Table { head: cells(head), rows: rows.iter().map(|row| cells(row)).collect() }
            }
            Block::Quote { blocks } => Block::Quote { blocks: self.blocks(blocks) },
            Block::Preformatted { text } => Block::Preformatted { text: self.text(text) },
            Block::Rule => Block::Rule,
        };
        blocks.iter().map(block).collect()
    }
}
