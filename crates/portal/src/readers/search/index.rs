//! The index on disk: which fields an entry has, and what a commit remembers. Words come from `analysis.rs`; the way
//! through them is in `walk.rs`.
//!
//! Every segment lies in the order of rank, newest and firmest first, also after merging. That is what lets a search stop
//! early: what it has not seen yet is older.

use super::analysis::{self, Terms};
use crate::web::search::{Entry, SeenBy};
use platform::activity::Position;
use serde::{Deserialize, Serialize};
use std::path::Path;
use tantivy::indexer::{LogMergePolicy, MergePolicy, NoMergePolicy};
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STRING, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::{Index, IndexReader, IndexSettings, IndexSortByField, IndexWriter, Order, ReloadPolicy};
use tantivy::{TantivyDocument, Term};

/// Rises whenever an index made before would answer differently: it is then built anew.
const VERSION: u32 = 2;

/// For changes as they come, and for building all of it. One thread: the order of writing is the order of events.
const LITTLE: usize = 15_000_000;
const MUCH: usize = 60_000_000;

/// The fields that hold words, and what a hit in each is worth compared with the same word in a text.
#[derive(Clone, Copy)]
pub struct Fields {
    pub title_words: Field,
    pub title_keys: Field,
    pub text_words: Field,
    pub text_keys: Field,
    pub pairs: Field,
    /// `code:choice` for every facet, and `seen:…` for whoever may find it.
    pub facets: Field,
    group: Field,
}

impl Fields {
    /// Those that are searched, by their numbers.
    pub fn searched(&self) -> [Field; 6] {
        [self.title_words, self.title_keys, self.text_words, self.text_keys, self.pairs, self.facets]
    }
}

fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    // Whether a word is there decides, not how often: no counts, no positions, no lengths.
    let one = TextFieldIndexing::default()
        .set_tokenizer("raw")
        .set_index_option(IndexRecordOption::Basic)
        .set_fieldnorms(false);
    let words = TextOptions::default().set_indexing_options(one);
    let fields = Fields {
        title_words: builder.add_text_field("title_words", words.clone()),
        title_keys: builder.add_text_field("title_keys", words.clone()),
        text_words: builder.add_text_field("text_words", words.clone()),
        text_keys: builder.add_text_field("text_keys", words.clone()),
        pairs: builder.add_text_field("pairs", words.clone()),
        facets: builder.add_text_field("facets", words.set_fast("raw")),
        group: builder.add_text_field("group", STRING),
    };
    builder.add_text_field(KIND, TextOptions::default().set_fast("raw"));
    builder.add_i64_field(ID, FAST);
    builder.add_i64_field(RANK, FAST | INDEXED);
    builder.add_i64_field(AT, FAST);
    builder.add_u64_field(LANGUAGE, FAST);
    (builder.build(), fields)
}

/// What an entry is about; nothing of it is stored but columns, so that results are named without unpacking anything.
pub const KIND: &str = "kind";
pub const ID: &str = "id";
pub const FACETS: &str = "facets";
pub const RANK: &str = "rank";
/// Milliseconds; zero for an entry without a date.
pub const AT: &str = "at";
/// The place in [`platform::lang::Lang::ALL`].
pub const LANGUAGE: &str = "language";

/// What a commit says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    version: u32,
    /// All events up to this one are in the index.
    pub position: i64,
}

/// An index that can be searched, and written to by one process at a time.
pub struct Opened {
    pub index: Index,
    pub reader: IndexReader,
    pub fields: Fields,
}

impl Opened {
    pub fn create(folder: &Path) -> anyhow::Result<Opened> {
        std::fs::create_dir_all(folder)?;
        let (schema, _) = schema();
        let by_rank = IndexSortByField { field: RANK.into(), order: Order::Desc };
        let settings = IndexSettings { sort_by_field: Some(by_rank), ..IndexSettings::default() };
        let index = Index::builder().schema(schema).settings(settings).create_in_dir(folder)?;
        Self::over(index)
    }

    /// None if it is of another version, or none at all.
    pub fn open(folder: &Path) -> Option<Opened> {
        let opened = Self::over(Index::open_in_dir(folder).ok()?).ok()?;
        let same = opened.mark()?.version == VERSION && opened.index.schema() == schema().0;
        same.then_some(opened)
    }

    fn over(index: Index) -> anyhow::Result<Opened> {
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Opened { index, reader, fields: schema().1 })
    }

    /// What the last commit said.
    pub fn mark(&self) -> Option<Mark> {
        serde_json::from_str(self.index.load_metas().ok()?.payload.as_deref()?).ok()
    }

    pub fn entries(&self) -> u64 {
        self.reader.searcher().num_docs()
    }

    /// For building all of it: nothing is merged before [`Writer::finish`], and then all at once.
    pub fn builder(&self) -> anyhow::Result<Writer> {
        self.writer_with(MUCH, Box::new(NoMergePolicy))
    }

    pub fn writer(&self) -> anyhow::Result<Writer> {
        // Each segment costs a look-up for every word of a search, so there are few.
        let mut few = LogMergePolicy::default();
        few.set_min_num_segments(4);
        few.set_del_docs_ratio_before_merge(0.3);
        self.writer_with(LITTLE, Box::new(few))
    }

    fn writer_with(&self, memory: usize, merging: Box<dyn MergePolicy>) -> anyhow::Result<Writer> {
        let writer: IndexWriter = self.index.writer_with_num_threads(1, memory)?;
        writer.set_merge_policy(merging);
        Ok(Writer { writer, index: self.index.clone(), fields: self.fields })
    }
}

pub struct Writer {
    writer: IndexWriter,
    index: Index,
    fields: Fields,
}

impl Writer {
    /// Takes out what a group had.
    pub fn forget(&self, group: &str) {
        self.writer.delete_term(Term::from_field_text(self.fields.group, group));
    }

    pub fn add(&self, entry: &Entry) -> anyhow::Result<()> {
        let mut document = TantivyDocument::default();
        let Terms { title_words, title_keys, text_words, text_keys, pairs } = analysis::terms(entry);
        for (field, terms) in [
            (self.fields.title_words, title_words),
            (self.fields.title_keys, title_keys),
            (self.fields.text_words, text_words),
            (self.fields.text_keys, text_keys),
            (self.fields.pairs, pairs),
        ] {
            for term in terms {
                document.add_text(field, term);
            }
        }
        for (code, choice) in &entry.facets {
            document.add_text(self.fields.facets, facet(code, choice));
        }
        document.add_text(self.fields.facets, facet("language", entry.language.code()));
        for seen_by in &entry.seen_by {
            document.add_text(self.fields.facets, seen(*seen_by));
        }
        document.add_text(self.fields.group, entry.group.to_string());
        let schema = self.index.schema();
        let field = |name| schema.get_field(name).expect("the schema has it");
        document.add_text(field(KIND), entry.subject.kind);
        document.add_i64(field(ID), entry.subject.id);
        document.add_i64(field(RANK), entry.rank.0);
        document.add_i64(field(AT), entry.at.map_or(0, |at| at.0));
        let language = platform::lang::Lang::ALL.iter().position(|lang| *lang == entry.language);
        document.add_u64(field(LANGUAGE), language.unwrap_or_default() as u64);
        self.writer.add_document(document)?;
        Ok(())
    }

    /// Writes it to disk, with the place in the log up to which it goes.
    pub fn commit(&mut self, Position(position): Position) -> anyhow::Result<()> {
        let mut commit = self.writer.prepare_commit()?;
        commit.set_payload(&serde_json::to_string(&Mark { version: VERSION, position })?);
        commit.commit()?;
        Ok(())
    }

    /// Makes one segment of all that [`Opened::builder`] wrote, when nothing more comes. Half made it is of no use: dozens of
    /// segments make every search slow, so a full disk is an error here.
    pub fn finish(mut self) -> anyhow::Result<()> {
        let all = self.index.searchable_segment_ids()?;
        if all.len() > 1 {
            self.writer.merge(&all).wait()?;
        }
        self.writer.wait_merging_threads()?;
        Ok(())
    }
}

pub fn facet(code: &str, choice: &str) -> String {
    format!("{code}:{choice}")
}

pub fn seen(by: SeenBy) -> String {
    match by {
        SeenBy::Everybody => "seen:everybody".to_owned(),
        SeenBy::Members => "seen:members".to_owned(),
        SeenBy::Role(role) => format!("seen:role:{}", role.code()),
        SeenBy::Organisation(id) => format!("seen:organisation:{id}"),
        SeenBy::Member(id) => format!("seen:member:{id}"),
    }
}
