//! Tables of a document: rows of cells, each cell one line. A table that is only a frame becomes the text in it.

use scrub::xml::{Part, Reader};

use super::body::{Body, EMPTY};
use super::inline::Span;
use super::{Block, Marker};
use crate::{Dropped, Refused};

/// More columns than anybody reads; what stands in further ones is put into the last.
const COLUMNS: usize = 64;

impl Body<'_> {
    pub fn table(&mut self, reader: &mut Reader<'_>, out: &mut Vec<Block>) -> Result<(), Refused> {
        let mut rows: Vec<Vec<Vec<Block>>> = Vec::new();
        self.rows(reader, &mut rows)?;
        // A table of one column is a frame around text.
        if rows.iter().all(|row| row.len() <= 1) {
            out.extend(rows.into_iter().flatten().flatten());
            return Ok(());
        }
        let nested = rows.iter().flatten().flatten().filter(|block| matches!(block, Block::Table(_))).count();
        self.dropped(Dropped::NestedTables, nested);
        let rows = rows.into_iter().map(|row| row.into_iter().map(in_one_line).collect());
        out.push(Block::Table(rows.collect()));
        Ok(())
    }

    fn rows(&mut self, reader: &mut Reader<'_>, rows: &mut Vec<Vec<Vec<Block>>>) -> Result<(), Refused> {
        while let Some(part) = reader.inside()? {
            let Part::Begin(element) = part else { continue };
            match element.name.parts() {
                ("w", "tr") => {
                    let (mut cells, mut is_deleted) = (Vec::new(), false);
                    self.spend(EMPTY)?;
                    self.cells(reader, &mut cells, &mut is_deleted)?;
                    if !is_deleted && !cells.is_empty() {
                        rows.push(cells);
                    }
                }
                ("w", "sdt" | "sdtContent" | "customXml") => self.rows(reader, rows)?,
                _ => reader.skip()?,
            }
        }
        Ok(())
    }

    fn cells(
        &mut self,
        reader: &mut Reader<'_>,
        cells: &mut Vec<Vec<Block>>,
        is_deleted: &mut bool,
    ) -> Result<(), Refused> {
        while let Some(part) = reader.inside()? {
            let Part::Begin(element) = part else { continue };
            match element.name.parts() {
                ("w", "tc") => self.cell(reader, cells)?,
                ("w", "trPr") => {
                    while let Some(part) = reader.inside()? {
                        let Part::Begin(element) = part else { continue };
                        if let ("w", "del" | "ins") = element.name.parts() {
                            *is_deleted |= element.name.local == "del";
                            self.dropped(Dropped::TrackedChanges, 1);
                        }
                        reader.skip()?;
                    }
                }
                ("w", "sdt" | "sdtContent" | "customXml") => self.cells(reader, cells, is_deleted)?,
                _ => reader.skip()?,
            }
        }
        Ok(())
    }

    fn cell(&mut self, reader: &mut Reader<'_>, cells: &mut Vec<Vec<Block>>) -> Result<(), Refused> {
        let (mut width, mut content) = (1, Vec::new());
        while let Some(part) = reader.inside()? {
            let Part::Begin(element) = part else { continue };
            match element.name.parts() {
                ("w", "tcPr") => {
                    while let Some(part) = reader.inside()? {
                        let Part::Begin(element) = part else { continue };
                        let value = element.get("w", "val").unwrap_or_default();
                        match element.name.parts() {
                            ("w", "gridSpan") => width = value.parse().unwrap_or(1).clamp(1, COLUMNS),
                            ("w", "vMerge") if value == "restart" => self.dropped(Dropped::MergedCells, 1),
                            _ => (),
                        }
                        reader.skip()?;
                    }
                    self.dropped(Dropped::MergedCells, usize::from(width > 1));
                }
                ("w", "p") => self.paragraph(reader, &mut content)?,
                ("w", "tbl") => self.table(reader, &mut content)?,
                ("w", "sdt" | "sdtContent" | "customXml") => self.read(reader, &mut content)?,
                _ => reader.skip()?,
            }
        }
        self.spend(EMPTY * width)?;
        let is_full = cells.len() >= COLUMNS;
        match cells.last_mut() {
            Some(last) if is_full => last.append(&mut content),
            _ => cells.push(content),
        }
        let most = COLUMNS.saturating_sub(cells.len());
        cells.extend((1..width).take(most).map(|_| Vec::new()));
        Ok(())
    }
}

/// What stands in a cell, as one line.
fn in_one_line(blocks: Vec<Block>) -> Vec<Span> {
    let mut line: Vec<Span> = Vec::new();
    for block in blocks {
        if !line.is_empty() {
            line.push(Span::plain(" ".to_owned()));
        }
        match block {
            Block::Heading(_, spans) | Block::Paragraph(spans) | Block::Quote(spans) => line.extend(spans),
            Block::Item(item) => {
                match item.marker {
                    Marker::Bullet => line.push(Span::plain("• ".to_owned())),
                    Marker::Number(number) => line.push(Span::plain(format!("{number}. "))),
                    Marker::Label(_) => (),
                }
                line.extend(item.spans);
            }
            Block::Table(rows) => {
                for cell in rows.into_iter().flatten() {
                    line.extend(cell);
                    line.push(Span::plain(" ".to_owned()));
                }
            }
            Block::Rule => (),
        }
    }
    line
}
