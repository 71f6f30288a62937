//! A segment of the index with what every search reads of it, opened once for all of them.

use super::index::{self, Fields};
use platform::lang::Lang;
use std::sync::Arc;
use tantivy::columnar::{ColumnValues, StrColumn};
use tantivy::schema::Field;
use tantivy::{DocId, InvertedIndexReader, SegmentReader};

pub struct Part {
    reader: SegmentReader,
    /// By the numbers of their fields, which come first in the schema.
    words: Vec<Arc<InvertedIndexReader>>,
    pub rank: Arc<dyn ColumnValues<i64>>,
    pub at: Arc<dyn ColumnValues<i64>>,
    language: Arc<dyn ColumnValues<u64>>,
    id: Arc<dyn ColumnValues<i64>>,
    kind: Named,
    pub facets: Named,
}

/// A column of words of which there are few, and these words by their numbers.
pub struct Named {
    column: Option<StrColumn>,
    pub words: Vec<String>,
}

impl Named {
    fn open(reader: &SegmentReader, name: &str) -> anyhow::Result<Named> {
        let column = reader.fast_fields().str(name)?;
        let mut words = Vec::new();
        if let Some(column) = &column {
            for number in 0..column.num_terms() as u64 {
                let mut word = String::new();
                column.ord_to_str(number, &mut word)?;
                words.push(word);
            }
        }
        Ok(Named { column, words })
    }

    /// The numbers of the words that an entry has.
    pub fn of(&self, doc: DocId) -> impl Iterator<Item = usize> {
        let numbers = self.column.iter().flat_map(move |column| column.term_ords(doc));
        numbers.map(|number| usize::try_from(number).unwrap_or_default())
    }
}

impl Part {
    pub fn open(reader: &SegmentReader, fields: &Fields) -> anyhow::Result<Part> {
        let columns = reader.fast_fields();
        Ok(Part {
            words: fields
                .searched()
                .into_iter()
                .map(|field| reader.inverted_index(field))
                .collect::<Result<_, _>>()?,
            rank: columns.column_first_or_default(index::RANK)?,
            at: columns.column_first_or_default(index::AT)?,
            language: columns.column_first_or_default(index::LANGUAGE)?,
            id: columns.column_first_or_default(index::ID)?,
            kind: Named::open(reader, index::KIND)?,
            facets: Named::open(reader, index::FACETS)?,
            reader: reader.clone(),
        })
    }

    /// The words of a field, and the entries each is in.
    pub fn words(&self, field: Field) -> &InvertedIndexReader {
        &self.words[field.field_id() as usize]
    }

    pub fn is_deleted(&self, doc: DocId) -> bool {
        self.reader.is_deleted(doc)
    }

    pub fn language(&self, doc: DocId) -> Lang {
        Lang::ALL[usize::try_from(self.language.get_val(doc)).unwrap_or_default().min(2)]
    }

    /// The kind and the id of what an entry is about.
    pub fn subject(&self, doc: DocId) -> Option<(&str, i64)> {
        let kind = self.kind.of(doc).next()?;
        Some((self.kind.words.get(kind)?, self.id.get_val(doc)))
    }
}
