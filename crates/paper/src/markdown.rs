//! Markdown, as members write it, to the blocks of a paper. The same words come out as on the page of the text: raw
//! HTML is text, a picture is its description, a link with a strange scheme is no link.

use crate::{Block, Run};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// Quotes and lists inside each other beyond this are set as if they ended here: nobody reads deeper, and whoever
/// sets the paper goes down as many steps.
const DEEPEST: usize = 5;
const SCHEMES: [&str; 4] = ["https:", "http:", "mailto:", "tel:"];

/// The blocks of a text.
///
/// ```
/// use paper::{Block, Run, markdown::blocks};
/// assert_eq!(
///     blocks("Сиз *эркинсиз*"),
///     [Block::Paragraph { runs: vec![Run::plain("Сиз "), Run { emphasis: true, ..Run::plain("эркинсиз") }] }]
/// );
/// ```
pub fn blocks(text: &str) -> Vec<Block> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut events = Parser::new_ext(text, options);
    let mut blocks = read(&mut events, 0);
    in_steps(&mut blocks);
    blocks
}

/// No heading lies more than one level below the one before it: readers that jump from heading to heading would
/// look for what is missing.
fn in_steps(blocks: &mut [Block]) {
    let mut last = 0;
    for block in blocks {
        match block {
            Block::Heading { level, .. } => {
                *level = (*level).min(last + 1);
                last = *level;
            }
            // A heading in a quote or a list is no part of the outline.
            Block::Quote { blocks } => flatten(blocks),
            Block::List { items, .. } => items.iter_mut().for_each(|item| flatten(item)),
            _ => {}
        }
    }
}

fn flatten(blocks: &mut [Block]) {
    for block in blocks {
        match block {
            Block::Heading { runs, .. } => {
                let strong = runs.drain(..).map(|run| Run { strong: true, ..run }).collect();
                *block = Block::Paragraph { runs: strong };
            }
            Block::Quote { blocks } => flatten(blocks),
            Block::List { items, .. } => items.iter_mut().for_each(|item| flatten(item)),
            _ => {}
        }
    }
}

/// How the words that come next look.
#[derive(Default)]
struct Look {
    strong: usize,
    emphasis: usize,
    struck: usize,
    links: Vec<Option<String>>,
}

impl Look {
    fn run(&self, text: &str, code: bool) -> Run {
        Run {
            text: text.to_owned(),
            strong: self.strong > 0,
            emphasis: self.emphasis > 0,
            struck: self.struck > 0,
            code,
            link: self.links.iter().rev().find_map(Clone::clone),
        }
    }

    /// Takes what changes the look of words; true if it did.
    fn take(&mut self, event: &Event<'_>) -> bool {
        match event {
            Event::Start(Tag::Strong) => self.strong += 1,
            Event::End(TagEnd::Strong) => self.strong = self.strong.saturating_sub(1),
            Event::Start(Tag::Emphasis) => self.emphasis += 1,
            Event::End(TagEnd::Emphasis) => self.emphasis = self.emphasis.saturating_sub(1),
            Event::Start(Tag::Strikethrough) => self.struck += 1,
            Event::End(TagEnd::Strikethrough) => self.struck = self.struck.saturating_sub(1),
            Event::Start(Tag::Link { dest_url, .. }) => {
                let known = SCHEMES.iter().any(|scheme| dest_url.to_ascii_lowercase().starts_with(scheme));
                self.links.push(known.then(|| dest_url.to_string()));
            }
            Event::End(TagEnd::Link) => drop(self.links.pop()),
            _ => return false,
        }
        true
    }
}

/// Adds a word or a line end; stretches that look the same become one.
fn add(runs: &mut Vec<Run>, look: &Look, event: &Event<'_>) {
    let run = match event {
        Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => look.run(text, false),
        Event::Code(text) => look.run(text, true),
        Event::SoftBreak => look.run(" ", false),
        Event::HardBreak => look.run("\n", false),
        _ => return,
    };
    match runs.last_mut() {
        Some(last)
            if (Run { text: String::new(), ..last.clone() })
                == (Run { text: String::new(), ..run.clone() }) =>
        {
            last.text.push_str(&run.text);
        }
        _ => runs.push(run),
    }
}

/// Reads until the quote or the item that it began in ends. At the deepest level further ones are read through.
fn read<'a>(events: &mut impl Iterator<Item = Event<'a>>, depth: usize) -> Vec<Block> {
    let mut out = Vec::new();
    let (mut runs, mut look) = (Vec::new(), Look::default());
    let mut read_through = 0_usize;
    while let Some(event) = events.next() {
        if look.take(&event) {
            continue;
        }
        let deeper = depth < DEEPEST;
        match event {
            Event::Start(Tag::BlockQuote(_)) if deeper => {
                flush(&mut out, &mut runs);
                out.push(Block::Quote { blocks: read(events, depth + 1) });
            }
            Event::Start(Tag::List(start)) if deeper => {
                flush(&mut out, &mut runs);
                out.push(Block::List { start, items: items(events, depth + 1) });
            }
            Event::Start(Tag::BlockQuote(_) | Tag::Item) => {
                flush(&mut out, &mut runs);
                read_through += 1;
            }
            Event::End(TagEnd::BlockQuote(_) | TagEnd::Item) => {
                flush(&mut out, &mut runs);
                if read_through == 0 {
                    return out;
                }
                read_through -= 1;
            }
            Event::Start(Tag::Table(_)) => {
                flush(&mut out, &mut runs);
                out.push(table(events));
            }
            Event::Start(Tag::CodeBlock(_)) => {
                flush(&mut out, &mut runs);
                out.push(Block::Preformatted { text: preformatted(events) });
            }
            Event::End(TagEnd::Heading(level)) => {
                let runs = std::mem::take(&mut runs);
                if !runs.is_empty() {
                    out.push(Block::Heading { level: depth_of(level), runs });
                }
            }
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::HtmlBlock | Tag::List(_))
            | Event::End(TagEnd::Paragraph | TagEnd::HtmlBlock | TagEnd::List(_)) => {
                flush(&mut out, &mut runs);
            }
            Event::Rule => {
                flush(&mut out, &mut runs);
                out.push(Block::Rule);
            }
            other => add(&mut runs, &look, &other),
        }
    }
    flush(&mut out, &mut runs);
    out
}

/// As on pages, where the title has the first level for itself.
fn depth_of(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 | HeadingLevel::H2 => 1,
        HeadingLevel::H3 => 2,
        _ => 3,
    }
}

fn flush(out: &mut Vec<Block>, runs: &mut Vec<Run>) {
    if let Some(last) = runs.last_mut() {
        last.text.truncate(last.text.trim_end_matches('\n').len());
    }
    let runs = std::mem::take(runs);
    if runs.iter().any(|run| !run.text.trim().is_empty()) {
        out.push(Block::Paragraph { runs });
    }
}

fn items<'a>(events: &mut impl Iterator<Item = Event<'a>>, depth: usize) -> Vec<Vec<Block>> {
    let mut items = Vec::new();
    while let Some(event) = events.next() {
        match event {
            Event::Start(Tag::Item) => items.push(read(events, depth)),
            Event::End(TagEnd::List(_)) => break,
            _ => {}
        }
    }
    items
}

fn table<'a>(events: &mut impl Iterator<Item = Event<'a>>) -> Block {
    let (mut head, mut rows) = (Vec::new(), Vec::new());
    let (mut row, mut runs, mut look) = (Vec::new(), Vec::new(), Look::default());
    for event in events {
        if look.take(&event) {
            continue;
        }
        match event {
            Event::End(TagEnd::TableCell) => row.push(std::mem::take(&mut runs)),
            Event::End(TagEnd::TableHead) => head = std::mem::take(&mut row),
            Event::End(TagEnd::TableRow) => rows.push(std::mem::take(&mut row)),
            Event::End(TagEnd::Table) => break,
            other => add(&mut runs, &look, &other),
        }
    }
    for row in &mut rows {
        row.resize(head.len(), Vec::new());
    }
    Block::Table { head, rows }
}

fn preformatted<'a>(events: &mut impl Iterator<Item = Event<'a>>) -> String {
    let mut text = String::new();
    for event in events {
        match event {
            Event::Text(more) => text.push_str(&more),
            Event::End(TagEnd::CodeBlock) => break,
            _ => {}
        }
    }
    text.truncate(text.trim_end_matches('\n').len());
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plain;

    #[test]
    fn everything_that_a_page_shows_is_on_the_paper() {
        let text = "# Бир\n\n### Эки\n\nсөз **күчтүү** `код` ~~жок~~\\\nжаңы сап\n\n3. үч\n   - ичинде\n4. төрт\n\n\
                    > цитата\n\n| а | б |\n|---|---|\n| 1 | [кара](https://a.example) |\n\n```\nx  y\n```\n\n---\n";
        let blocks = blocks(text);
        let kinds: Vec<u8> = blocks
            .iter()
            .filter_map(|b| if let Block::Heading { level, .. } = b { Some(*level) } else { None })
            .collect();
        assert_eq!(kinds, [1, 2]);
        let Block::Paragraph { runs } = &blocks[2] else { panic!("{blocks:?}") };
        assert!(runs.iter().any(|run| run.strong && run.text == "күчтүү"));
        assert!(runs.iter().any(|run| run.code) && runs.iter().any(|run| run.struck));
        assert!(runs.last().unwrap().text.starts_with('\n'));
        let Block::List { start: Some(3), items } = &blocks[3] else { panic!("{blocks:?}") };
        assert!(matches!(items[0][1], Block::List { start: None, .. }));
        assert!(matches!(&blocks[4], Block::Quote { blocks } if plain(blocks) == "цитата"));
        let Block::Table { head, rows } = &blocks[5] else { panic!("{blocks:?}") };
        assert_eq!((head.len(), rows[0][1][0].link.as_deref()), (2, Some("https://a.example")));
        assert_eq!(blocks[6..], [Block::Preformatted { text: "x  y".into() }, Block::Rule]);
    }

    #[test]
    fn strange_links_and_raw_html_are_only_words() {
        assert_eq!(
            blocks("[бас](javascript:alert) <b>x</b>"),
            [Block::Paragraph { runs: vec![Run::plain("бас <b>x</b>")] }]
        );
    }

    #[test]
    fn what_lies_too_deep_keeps_its_words_and_ends() {
        let deep = format!("{} сөз\n\nакыры", ">".repeat(5_000));
        let blocks = blocks(&deep);
        assert_eq!(plain(&blocks), "сөз\n\nакыры");
        assert!(matches!(blocks[..], [Block::Quote { .. }, Block::Paragraph { .. }]));
        let mut depth = 0;
        let mut inside = &blocks;
        while let Some(Block::Quote { blocks }) = inside.first() {
            (inside, depth) = (blocks, depth + 1);
        }
        assert_eq!(depth, DEEPEST);
    }

    #[test]
    fn no_level_of_headings_is_left_out() {
        let levels: Vec<u8> = blocks("#### а\n\n# б\n\n#### в\n\n> # г")
            .iter()
            .filter_map(|b| if let Block::Heading { level, .. } = b { Some(*level) } else { None })
            .collect();
        assert_eq!(levels, [1, 1, 2]);
    }
}
