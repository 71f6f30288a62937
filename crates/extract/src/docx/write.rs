//! Blocks as Markdown: headings from the second level on, lists with their nesting and numbers, tables, quotations.

use super::inline::{self, Place, Span};
use super::{Block, Item, Marker};

pub fn blocks(blocks: &[Block]) -> String {
    let levels = blocks.iter().filter_map(|block| match block {
        Block::Heading(level, _) => Some(*level),
        _ => None,
    });
    // The page has a title of its own, so the highest headings of the text are of the second level.
    let mut writer = Writer { highest: levels.min().unwrap_or(1), ..Writer::default() };
    blocks.iter().for_each(|block| writer.block(block));
    writer.out
}

#[derive(Default)]
struct Writer {
    out: String,
    highest: u8,
    /// The lists that are open, the outermost first.
    lists: Vec<List>,
    is_quote: bool,
}

struct List {
    level: u8,
    /// Columns before what stands in its entries.
    indent: usize,
    /// The sign after a number, or before an entry without one. Another sign begins another list.
    sign: char,
    next: i64,
}

/// Markdown nests as deep as one likes; readers do not.
const HEADINGS: u8 = 4;

impl Writer {
    fn block(&mut self, block: &Block) {
        let quoted = std::mem::replace(&mut self.is_quote, matches!(block, Block::Quote(_)));
        match block {
            Block::Item(item) => return self.item(item),
            Block::Quote(_) if quoted => self.out.push_str("\n>"),
            _ => self.apart(),
        }
        self.lists.clear();
        match block {
            Block::Heading(level, spans) => {
                let level = (level.saturating_sub(self.highest) + 2).min(HEADINGS);
                self.line(&"#".repeat(level.into()), spans);
            }
            Block::Paragraph(spans) => self.lines("", &inline::write(spans, Place::Block)),
            Block::Quote(spans) => {
                if quoted {
                    self.out.push('\n');
                }
                self.out.push_str("> ");
                self.lines("> ", &inline::write(spans, Place::Block));
            }
            Block::Rule => self.out.push_str("---"),
            Block::Table(rows) => self.table(rows),
            Block::Item(_) => (),
        }
    }

    /// An empty line, unless it is the first.
    fn apart(&mut self) {
        if !self.out.is_empty() {
            self.out.push_str("\n\n");
        }
    }

    fn line(&mut self, mark: &str, spans: &[Span]) {
        self.out.push_str(mark);
        self.out.push(' ');
        self.out.push_str(&inline::write(spans, Place::Heading));
    }

    /// Text with something before each line but the first.
    fn lines(&mut self, before: &str, text: &str) {
        self.out.push_str(&text.replace('\n', &format!("\n{before}")));
    }

    fn item(&mut self, item: &Item) {
        let text = inline::write(&item.spans, Place::Block);
        let begins = self.lists.is_empty();
        while self.lists.last().is_some_and(|list| list.level > item.level) {
            self.lists.pop();
        }
        let number = match item.marker {
            Marker::Bullet => None,
            Marker::Number(number) => Some(number),
            Marker::Label(_) => return self.labelled(item.level, &text),
        };
        let beside = self.lists.pop_if(|list| list.level == item.level);
        let parent = self.lists.last().map_or(0, |list| list.indent);
        let sign = match (&beside, number) {
            (Some(list), None) if matches!(list.sign, '-' | '*') => list.sign,
            (Some(list), Some(number)) if list.sign == '.' && list.next != number => ')',
            (Some(list), Some(number)) if list.sign == ')' && list.next == number => ')',
            (_, None) => '-',
            (_, Some(_)) => '.',
        };
        let goes_on = beside.is_some_and(|list| list.sign == sign);
        // A number other than 1 begins a list only after an empty line.
        let is_tight = goes_on || !begins && number.is_none_or(|number| number == 1);
        match is_tight {
            true => self.out.push('\n'),
            false => self.apart(),
        }
        let mark = number.map_or_else(|| format!("{sign} "), |number| format!("{number}{sign} "));
        let indent = parent + mark.len();
        self.out.push_str(&" ".repeat(parent));
        self.out.push_str(&mark);
        self.lines(&" ".repeat(indent), &text);
        self.lists.push(List { level: item.level, indent, sign, next: number.unwrap_or(0) + 1 });
    }

    /// An entry whose marker is text: a paragraph of the entry above it, or one of its own.
    fn labelled(&mut self, level: u8, text: &str) {
        self.lists.pop_if(|list| list.level == level);
        let indent = self.lists.last().map_or(0, |list| list.indent);
        self.apart();
        let before = " ".repeat(indent);
        self.out.push_str(&before);
        self.lines(&before, text);
    }

    fn table(&mut self, rows: &[Vec<Vec<Span>>]) {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        for (number, row) in rows.iter().enumerate() {
            if number > 0 {
                self.out.push('\n');
            }
            self.out.push('|');
            for at in 0..columns {
                let cell = row.get(at).map(|spans| inline::write(spans, Place::Cell)).unwrap_or_default();
                self.out.push(' ');
                self.out.push_str(&cell);
                self.out.push_str(if cell.is_empty() { "|" } else { " |" });
            }
            if number == 0 {
                self.out.push_str("\n|");
                self.out.push_str(&" --- |".repeat(columns));
            }
        }
    }
}
