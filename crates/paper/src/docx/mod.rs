//! A paper as DOCX, for people who go on writing: real styles of headings, numbered lists, tables and links, the
//! language set for the spelling check. The look lies in `styles.xml`; text here only says which style it has.
//!
//! The same paper always gives the same bytes: no time, no author, no program's name.

use crate::{Block, Paper, Run as Stretch};
use docx_rs::{
    AbstractNumbering, BreakType, Docx, Footer, Header, Hyperlink, HyperlinkType, IndentLevel, Level,
    LevelJc, LevelOverride, LevelText, NumPages, NumberFormat, Numbering, NumberingId, PageMargin, PageNum,
    Paragraph, Run, SpecialIndentType, Start, Tab, TabValueType, Table, TableCell, TableLayoutType, TableRow,
    WidthType, XMLDocx,
};
use std::io::Cursor;

const STYLES: &str = include_str!("styles.xml");
/// Twentieths of a point: A4, and what is left of it between the margins.
const PAGE: (u32, u32) = (11906, 16838);
const MARGIN: i32 = 1276;
const WIDTH: usize = 11906 - 2 * 1276;
const STEP: i32 = 397;
/// Numbers of list definitions; the library keeps 1 for itself.
const BULLETS: usize = 2;
const NUMBERS: usize = 3;
/// Word knows nine levels of lists.
const LEVELS: usize = 9;

#[derive(Debug, thiserror::Error)]
#[error("the paper could not be packed: {0}")]
pub struct CannotWrite(String);

/// The bytes of a DOCX.
///
/// ```
/// let paper = paper::Paper { language: "ky".into(), title: "Салам".into(), ..Default::default() };
/// assert!(paper::docx::write(&paper).unwrap().starts_with(b"PK"));
/// ```
pub fn write(paper: &Paper) -> Result<Vec<u8>, CannotWrite> {
    let mut writer = Writer { docx: Docx::new(), lists: 0 };
    writer.head(paper);
    writer.blocks(&paper.blocks, Place::default());
    let docx = writer
        .docx
        .page_size(PAGE.0, PAGE.1)
        .page_margin(margin())
        .footer(footer(paper))
        .add_abstract_numbering(levels(BULLETS, "bullet", |_| "•".to_owned()))
        .add_abstract_numbering(levels(NUMBERS, "decimal", |level| format!("%{}.", level + 1)));
    let docx = if paper.mark.is_empty() {
        docx
    } else {
        docx.header(Header::new().add_paragraph(styled("Mark").add_run(Run::new().add_text(&paper.mark))))
    };
    let mut parts = docx.build();
    parts.styles = STYLES.replace("LANGUAGE", language(&paper.language)).into_bytes();
    parts.doc_props.core = properties(paper).into_bytes();
    parts.document = with_table_heads(parts.document)?;
    number_links(&mut parts);
    let mut out = Cursor::new(Vec::new());
    parts.pack(&mut out).map_err(|error| CannotWrite(error.to_string()))?;
    Ok(out.into_inner())
}

/// The library counts links from the start of the program; here they count from the start of the paper.
fn number_links(parts: &mut XMLDocx) {
    const NAME: &str = "rIdHyperlink";
    let lists = [&mut parts.headers, &mut parts.header_rels, &mut parts.footers, &mut parts.footer_rels];
    let all = [&mut parts.document, &mut parts.document_rels].into_iter().chain(lists.into_iter().flatten());
    let mut known: Vec<String> = Vec::new();
    for part in all {
        let text = String::from_utf8_lossy(part).into_owned();
        let mut pieces = text.split(NAME);
        let mut out = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let (number, rest) =
                piece.split_at(piece.find(|c: char| !c.is_ascii_digit()).unwrap_or(piece.len()));
            let place = known.iter().position(|other| other == number).unwrap_or_else(|| {
                known.push(number.to_owned());
                known.len() - 1
            });
            out.push_str(&format!("{NAME}{}{rest}", place + 1));
        }
        *part = out.into_bytes();
    }
}

/// The tag that spelling checkers know.
fn language(code: &str) -> &'static str {
    match code {
        "ky" => "ky-KG",
        "ru" => "ru-RU",
        _ => "en-GB",
    }
}

fn margin() -> PageMargin {
    PageMargin::new().top(MARGIN).bottom(MARGIN).left(MARGIN).right(MARGIN).header(567).footer(567)
}

/// The library has no word for the title, the language or a fixed time of a document.
fn properties(paper: &Paper) -> String {
    let mut title = String::new();
    for sign in paper.title.chars() {
        match sign {
            '&' => title.push_str("&amp;"),
            '<' => title.push_str("&lt;"),
            '>' => title.push_str("&gt;"),
            sign if sign < ' ' => title.push(' '),
            sign => title.push(sign),
        }
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{title}</dc:title><dc:language>{}</dc:language>\
         </cp:coreProperties>",
        language(&paper.language)
    )
}

/// Says of the first row of each table that it is its head: repeated on each page, announced by screen readers. The
/// library cannot; the rows it shall not break are just these.
fn with_table_heads(document: Vec<u8>) -> Result<Vec<u8>, CannotWrite> {
    let text = String::from_utf8(document).map_err(|error| CannotWrite(error.to_string()))?;
    Ok(text.replace("<w:cantSplit />", "<w:cantSplit /><w:tblHeader />").into_bytes())
}

fn levels(id: usize, format: &str, text: impl Fn(usize) -> String) -> AbstractNumbering {
    (0..LEVELS).fold(AbstractNumbering::new(id), |list, level| {
        list.add_level(one_level(level, 1, format, &text(level)))
    })
}

fn one_level(level: usize, start: usize, format: &str, text: &str) -> Level {
    let indent = STEP * (i32::try_from(level).unwrap_or(0) + 1);
    Level::new(
        level,
        Start::new(start),
        NumberFormat::new(format),
        LevelText::new(text),
        LevelJc::new("left"),
    )
    .indent(Some(indent), Some(SpecialIndentType::Hanging(STEP)), None, None)
}

fn styled(style: &str) -> Paragraph {
    Paragraph::new().style(style)
}

fn footer(paper: &Paper) -> Footer {
    let mut lines: Vec<Paragraph> = paper.footer.iter().map(|line| runs(styled("Footer"), line)).collect();
    let first = if lines.is_empty() { styled("Footer") } else { lines.remove(0) };
    let first = first
        .add_tab(Tab::new().val(TabValueType::Right).pos(WIDTH))
        .add_run(Run::new().add_tab())
        .add_page_num(PageNum::new())
        .add_run(Run::new().add_text(" / "))
        .add_num_pages(NumPages::new());
    lines.into_iter().fold(Footer::new().add_paragraph(first), Footer::add_paragraph)
}

fn runs(paragraph: Paragraph, stretches: &[Stretch]) -> Paragraph {
    stretches.iter().fold(paragraph, |paragraph, stretch| match &stretch.link {
        None => paragraph.add_run(run(stretch)),
        Some(address) => {
            let run = run(stretch).style("Hyperlink");
            paragraph.add_hyperlink(Hyperlink::new(escaped(address), HyperlinkType::External).add_run(run))
        }
    })
}

/// Addresses go into the package as they are.
fn escaped(address: &str) -> String {
    address.chars().filter(|sign| !sign.is_control() && !matches!(sign, '"' | '<' | '>' | ' ')).collect()
}

fn run(stretch: &Stretch) -> Run {
    let mut run = Run::new();
    for (number, line) in stretch.text.split('\n').enumerate() {
        if number > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        run = run.add_text(line.replace(char::is_control, " "));
    }
    if stretch.code {
        run = run.style("Code");
    }
    if stretch.strong {
        run = run.bold();
    }
    if stretch.emphasis {
        run = run.italic();
    }
    if stretch.struck {
        run = run.strike();
    }
    run
}

/// Where a block stands.
#[derive(Clone, Copy, Default)]
struct Place {
    quoted: bool,
    /// The level of the list it belongs to, counted from one.
    level: usize,
}

struct Writer {
    docx: Docx,
    /// Lists so far; each numbered one begins anew.
    lists: usize,
}

impl Writer {
    fn add(&mut self, paragraph: Paragraph) {
        self.docx = std::mem::take(&mut self.docx).add_paragraph(paragraph);
    }

    fn line(&mut self, style: &str, text: &str) {
        if !text.is_empty() {
            self.add(runs(styled(style), &[Stretch::plain(text)]));
        }
    }

    fn head(&mut self, paper: &Paper) {
        self.line("Kicker", &paper.kicker);
        self.line("Title", &paper.title);
        for fact in &paper.facts {
            self.line("Fact", &format!("{}: {}", fact.term, fact.value));
        }
        self.add(styled("Rule"));
        for notice in &paper.notices {
            self.line("Notice", notice);
        }
        self.line("Subtitle", &paper.lead);
    }

    fn blocks(&mut self, blocks: &[Block], place: Place) {
        for block in blocks {
            self.block(block, place);
        }
    }

    fn block(&mut self, block: &Block, place: Place) {
        let indent = STEP * i32::try_from(place.level).unwrap_or(0);
        let plain = || match place {
            Place { quoted: true, .. } => styled("Quote"),
            Place { level: 0, .. } => styled("Normal"),
            _ => styled("ListParagraph").indent(Some(indent), None, None, None),
        };
        match block {
            Block::Heading { level, runs: words } => {
                let style = ["Heading1", "Heading2", "Heading3"][usize::from((*level).clamp(1, 3)) - 1];
                self.add(runs(styled(style), words));
            }
            Block::Paragraph { runs: words } => self.add(runs(plain(), words)),
            Block::Quote { blocks } => self.blocks(blocks, Place { quoted: true, ..place }),
            Block::Preformatted { text } => self.line("Preformatted", text),
            Block::Rule => self.add(styled("Rule")),
            Block::Table { head, rows } => {
                self.docx = std::mem::take(&mut self.docx).add_table(table(head, rows));
                // Word joins tables that nothing stands between.
                self.add(styled("Fact"));
            }
            Block::List { start, items } => self.list(*start, items, place),
        }
    }

    /// The first paragraph of an item has its number, the others stand below it.
    fn list(&mut self, start: Option<u64>, items: &[Vec<Block>], place: Place) {
        let level = place.level.min(LEVELS - 1);
        self.lists += 1;
        let id = NUMBERS + self.lists;
        let mut numbering = Numbering::new(id, if start.is_some() { NUMBERS } else { BULLETS });
        if let Some(start) = start {
            let start = usize::try_from(start).unwrap_or(1);
            numbering = numbering.add_override(LevelOverride::new(level).start(start));
        }
        self.docx = std::mem::take(&mut self.docx).add_numbering(numbering);
        let inside = Place { level: place.level + 1, ..place };
        for item in items {
            let numbered = |words: &[Stretch]| {
                let paragraph =
                    styled("ListParagraph").numbering(NumberingId::new(id), IndentLevel::new(level));
                runs(paragraph, words)
            };
            match item.split_first() {
                Some((Block::Paragraph { runs: words }, rest)) => {
                    self.add(numbered(words));
                    self.blocks(rest, inside);
                }
                _ => {
                    self.add(numbered(&[]));
                    self.blocks(item, inside);
                }
            }
        }
    }
}

fn table(head: &[Vec<Stretch>], rows: &[Vec<Vec<Stretch>>]) -> Table {
    let width = WIDTH / head.len().max(1);
    let row = |cells: &[Vec<Stretch>]| {
        let cells = cells.iter().map(|cell| {
            TableCell::new().width(width, WidthType::Dxa).add_paragraph(runs(styled("Cell"), cell))
        });
        TableRow::new(cells.collect())
    };
    let strong: Vec<Vec<Stretch>> = head
        .iter()
        .map(|cell| cell.iter().map(|run| Stretch { strong: true, ..run.clone() }).collect())
        .collect();
    let all = std::iter::once(row(&strong).cant_split()).chain(rows.iter().map(|cells| row(cells)));
    Table::without_borders(all.collect())
        .style("TableGrid")
        .layout(TableLayoutType::Fixed)
        .set_grid(vec![width; head.len()])
        .width(WIDTH, WidthType::Dxa)
}

#[cfg(test)]
mod tests;
