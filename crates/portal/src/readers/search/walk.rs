//! The way through the index for one query. The work is bounded by construction: a walk goes through the newest and
//! firmest entries first, over all segments together, and stops after so many hits or steps, however common the words are.
//!
//! What it finds by then is ranked afterwards; what it did not come to is older than all of it.

use super::index::{self, Fields};
use platform::lang::Lang;
use std::sync::Arc;
use tantivy::columnar::{ColumnValues, StrColumn};
use tantivy::postings::SegmentPostings;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, DocSet, SegmentReader, TERMINATED, Term};

/// One of the terms that may stand for something asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Alternative {
    pub field: Field,
    pub term: String,
    pub weight: f32,
}

/// Something asked for: any of its terms will do, the best counts.
#[derive(Clone, Debug, Default)]
pub struct Slot {
    pub alternatives: Vec<Alternative>,
    /// Without it an entry is no hit; otherwise it only makes a hit better.
    pub required: bool,
}

/// How much a walk may do.
#[derive(Clone, Copy)]
pub struct Budget {
    pub hits: usize,
    /// Looks at one entry in one list.
    pub steps: usize,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    pub segment: usize,
    pub doc: DocId,
    pub weight: f32,
    pub rank: i64,
}

#[derive(Default)]
pub struct Walked {
    pub hits: Vec<Hit>,
    /// There may be more.
    pub cut: bool,
}

/// A segment with what every search reads of it.
pub struct Part {
    pub reader: SegmentReader,
    pub rank: Arc<dyn ColumnValues<i64>>,
    pub at: Arc<dyn ColumnValues<i64>>,
    pub language: Arc<dyn ColumnValues<u64>>,
    pub facets: Option<StrColumn>,
    /// The words of the facets by their numbers.
    pub facet_words: Vec<String>,
}

impl Part {
    pub fn open(reader: &SegmentReader) -> anyhow::Result<Part> {
        let columns = reader.fast_fields();
        let facets = columns.str(index::FACETS)?;
        let mut facet_words = Vec::new();
        if let Some(facets) = &facets {
            for number in 0..facets.num_terms() as u64 {
                let mut word = String::new();
                facets.ord_to_str(number, &mut word)?;
                facet_words.push(word);
            }
        }
        Ok(Part {
            rank: columns.column_first_or_default(index::RANK)?,
            at: columns.column_first_or_default(index::AT)?,
            language: columns.column_first_or_default(index::LANGUAGE)?,
            facets,
            facet_words,
            reader: reader.clone(),
        })
    }

    pub fn language(&self, doc: DocId) -> Lang {
        Lang::ALL[usize::try_from(self.language.get_val(doc)).unwrap_or_default().min(2)]
    }

    /// In how many entries a term is.
    pub fn frequency(&self, field: Field, term: &str) -> u32 {
        let list = self.reader.inverted_index(field).ok();
        list.and_then(|list| list.doc_freq(&Term::from_field_text(field, term)).ok()).unwrap_or(0)
    }
}

/// The list of one term, as far as it was read.
struct Cursor {
    postings: SegmentPostings,
    weight: f32,
}

struct Lists {
    cursors: Vec<Cursor>,
    required: bool,
}

/// The walk within one segment, standing at its next hit.
struct Track<'p> {
    part: &'p Part,
    slots: Vec<Lists>,
    /// The required slot with the shortest lists leads the way.
    lead: usize,
    since: i64,
    at: Option<Hit>,
}

/// Walks all segments together in the order of rank. `since` is the earliest date wanted, in milliseconds.
pub fn walk(parts: &[Part], slots: &[Slot], since: i64, budget: Budget) -> tantivy::Result<Walked> {
    let mut steps = budget.steps;
    let mut tracks = Vec::new();
    for (segment, part) in parts.iter().enumerate() {
        if let Some(mut track) = Track::open(part, slots, since)? {
            track.go_on(segment, &mut steps);
            tracks.push((segment, track));
        }
    }
    let mut walked = Walked::default();
    loop {
        let next = tracks.iter_mut().filter_map(|(segment, track)| Some((track.at?.rank, *segment, track)));
        let Some((_, segment, track)) = next.max_by_key(|(rank, segment, _)| (*rank, usize::MAX - *segment))
        else {
            break;
        };
        if walked.hits.len() == budget.hits {
            walked.cut = true;
            break;
        }
        walked.hits.extend(track.at);
        track.go_on(segment, &mut steps);
    }
    walked.cut |= steps == 0;
    Ok(walked)
}

impl<'p> Track<'p> {
    /// None if something required is not in the segment at all.
    fn open(part: &'p Part, slots: &[Slot], since: i64) -> tantivy::Result<Option<Track<'p>>> {
        let mut track = Track { part, slots: Vec::new(), lead: 0, since, at: None };
        let mut shortest = None;
        for slot in slots {
            let mut lists = Lists { cursors: Vec::new(), required: slot.required };
            let mut length = 0;
            for alternative in &slot.alternatives {
                let list = part.reader.inverted_index(alternative.field)?;
                let term = Term::from_field_text(alternative.field, &alternative.term);
                let Some(found) = list.get_term_info(&term)? else { continue };
                let postings = list.read_postings_from_terminfo(&found, IndexRecordOption::Basic)?;
                length += found.doc_freq;
                lists.cursors.push(Cursor { postings, weight: alternative.weight });
            }
            if lists.required {
                if lists.cursors.is_empty() {
                    return Ok(None);
                }
                if shortest.is_none_or(|shortest| length < shortest) {
                    shortest = Some(length);
                    track.lead = track.slots.len();
                }
            }
            // The best come first, so that the first that fits is the one that counts.
            lists.cursors.sort_by(|a, b| b.weight.total_cmp(&a.weight));
            track.slots.push(lists);
        }
        Ok(shortest.map(|_| track))
    }

    /// On to the next hit, as far as the steps reach.
    fn go_on(&mut self, segment: usize, steps: &mut usize) {
        let mut from = self.at.map_or(0, |hit| hit.doc + 1);
        self.at = None;
        loop {
            let lead = &mut self.slots[self.lead].cursors;
            if !spend(steps, lead.len()) {
                return;
            }
            let next = lead.iter_mut().map(|cursor| cursor.reach(from)).min().unwrap_or(TERMINATED);
            if next == TERMINATED {
                return;
            }
            if let Some(weight) = self.weigh(next, steps) {
                let rank = self.part.rank.get_val(next);
                self.at = Some(Hit { segment, doc: next, weight, rank });
                return;
            }
            if *steps == 0 {
                return;
            }
            from = next + 1;
        }
    }

    /// The weight of an entry, if everything required is in it.
    fn weigh(&mut self, doc: DocId, steps: &mut usize) -> Option<f32> {
        if self.part.reader.is_deleted(doc) || (self.since > 0 && self.part.at.get_val(doc) < self.since) {
            return None;
        }
        let mut weight = 0.0;
        for slot in &mut self.slots {
            let mut best = None;
            for cursor in &mut slot.cursors {
                spend(steps, 1);
                if cursor.reach(doc) == doc {
                    best = Some(cursor.weight);
                    break;
                }
            }
            match best {
                Some(best) => weight += best,
                None if slot.required => return None,
                None => {}
            }
        }
        Some(weight)
    }
}

impl Cursor {
    fn reach(&mut self, doc: DocId) -> DocId {
        if self.postings.doc() < doc { self.postings.seek(doc) } else { self.postings.doc() }
    }
}

fn spend(steps: &mut usize, some: usize) -> bool {
    *steps = steps.saturating_sub(some);
    *steps > 0
}

/// Terms of a field that begin in one way, the commonest first: at most `most` of the first few hundred.
pub fn beginning_with(
    parts: &[Part],
    field: Field,
    prefix: &str,
    most: usize,
) -> tantivy::Result<Vec<String>> {
    const LOOKED_AT: usize = 400;
    let end = format!("{prefix}\u{10ffff}");
    let mut found = Counted::default();
    for part in parts {
        let list = part.reader.inverted_index(field)?;
        let mut stream = list.terms().range().ge(prefix.as_bytes()).lt(end.as_bytes()).into_stream()?;
        let mut looked_at = 0;
        while looked_at < LOOKED_AT && stream.advance() {
            found.add(stream.key(), stream.value().doc_freq);
            looked_at += 1;
        }
    }
    Ok(found.commonest(most))
}

/// Words of a field that are spelled nearly like this one, the nearest and then the commonest first.
pub fn spelled_like(
    parts: &[Part],
    fields: &Fields,
    word: &str,
    most: usize,
) -> tantivy::Result<Vec<String>> {
    const LOOKED_AT: usize = 2000;
    let distance = morph::allowed_typos(word);
    if distance == 0 {
        return Ok(Vec::new());
    }
    let field = fields.text_words;
    let like = tantivy::query::FuzzyTermQuery::new(Term::from_field_text(field, word), distance, true);
    let mut found = Counted::default();
    for field in [fields.text_words, fields.title_words] {
        for part in parts {
            let list = part.reader.inverted_index(field)?;
            let mut stream = list.terms().search(like.automaton()?).into_stream()?;
            let mut looked_at = 0;
            while looked_at < LOOKED_AT && stream.advance() {
                found.add(stream.key(), stream.value().doc_freq);
                looked_at += 1;
            }
        }
    }
    let mut words = found.commonest(usize::MAX);
    words.retain(|found| found != word && !found.starts_with('~'));
    words.sort_by_key(|found| morph::distance_within(word, found, distance).unwrap_or(distance));
    words.truncate(most);
    Ok(words)
}

#[derive(Default)]
struct Counted(std::collections::HashMap<String, u32>);

impl Counted {
    fn add(&mut self, term: &[u8], frequency: u32) {
        if let Ok(term) = std::str::from_utf8(term) {
            *self.0.entry(term.to_owned()).or_default() += frequency;
        }
    }

    fn commonest(self, most: usize) -> Vec<String> {
        let mut all: Vec<(String, u32)> = self.0.into_iter().collect();
        all.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        all.truncate(most);
        all.into_iter().map(|(term, _)| term).collect()
    }
}
