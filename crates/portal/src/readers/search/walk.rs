//! The way through the index for one query. The work is bounded by construction: a walk goes through the newest and
//! firmest entries first, over all segments together, and stops after so many hits or steps, however common the words are.
//!
//! What it finds by then is ranked afterwards; what it did not come to is older than all of it.

use super::part::Part;
use tantivy::postings::{SegmentPostings, TermInfo};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, DocSet, TERMINATED, Term};

/// One of the terms that may stand for something asked for, and where the index has it: looked up once, however many walks
/// a search takes.
#[derive(Clone, Debug)]
pub struct Alternative {
    pub field: Field,
    pub term: String,
    pub weight: f32,
    /// The numbers of the parts that have it.
    lists: Vec<(usize, TermInfo)>,
}

impl Alternative {
    /// None if nothing has it.
    pub fn find(
        parts: &[Part],
        field: Field,
        term: String,
        weight: f32,
    ) -> tantivy::Result<Option<Alternative>> {
        let key = Term::from_field_text(field, &term);
        let mut lists = Vec::new();
        for (number, part) in parts.iter().enumerate() {
            lists.extend(part.words(field).get_term_info(&key)?.map(|found| (number, found)));
        }
        Ok((!lists.is_empty()).then_some(Alternative { field, term, weight, lists }))
    }

    /// In how many entries it is.
    pub fn frequency(&self) -> u32 {
        self.lists.iter().map(|(_, found)| found.doc_freq).sum()
    }
}

/// Something asked for: any of its terms will do, the best counts.
#[derive(Clone, Debug, Default)]
pub struct Slot {
    pub alternatives: Vec<Alternative>,
    /// Without it an entry is no hit; otherwise it only makes a hit better.
    pub required: bool,
}

impl Slot {
    /// In how many entries something asked for is, each way of it counted by itself.
    pub fn frequency(&self) -> u32 {
        self.alternatives.iter().map(Alternative::frequency).sum()
    }
}

/// How much a walk may do.
#[derive(Clone, Copy)]
pub struct Budget {
    pub hits: usize,
    /// Moves from one entry to another within the lists of a segment. Each segment has its own: the few large ones shall not
    /// use up those of the small ones, where the latest changes are.
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
    segment: usize,
    part: &'p Part,
    slots: Vec<Lists>,
    /// The required slot with the shortest lists leads the way.
    lead: usize,
    since: i64,
    steps: usize,
    at: Option<Hit>,
}

/// Walks all segments together in the order of rank. `since` is the earliest date wanted, in milliseconds.
pub fn walk(parts: &[Part], slots: &[Slot], since: i64, budget: Budget) -> tantivy::Result<Walked> {
    let mut tracks = Vec::new();
    for (segment, part) in parts.iter().enumerate() {
        if let Some(mut track) = Track::open(segment, part, slots, since, budget.steps)? {
            track.go_on();
            tracks.push(track);
        }
    }
    let mut walked = Walked::default();
    loop {
        let standing = tracks.iter_mut().filter_map(|track| Some((track.at?, track)));
        let Some((hit, track)) = standing.max_by_key(|(hit, _)| (hit.rank, usize::MAX - hit.segment)) else {
            break;
        };
        if walked.hits.len() == budget.hits {
            walked.cut = true;
            break;
        }
        walked.hits.push(hit);
        track.go_on();
    }
    walked.cut |= tracks.iter().any(|track| track.steps == 0);
    Ok(walked)
}

impl<'p> Track<'p> {
    /// None if something required is not in the segment at all.
    fn open(
        segment: usize,
        part: &'p Part,
        slots: &[Slot],
        since: i64,
        steps: usize,
    ) -> tantivy::Result<Option<Track<'p>>> {
        let mut track = Track { segment, part, slots: Vec::new(), lead: 0, since, steps, at: None };
        let mut shortest = None;
        for slot in slots {
            let mut lists = Lists { cursors: Vec::new(), required: slot.required };
            let mut length = 0;
            for alternative in &slot.alternatives {
                let Some((_, found)) = alternative.lists.iter().find(|(of, _)| *of == segment) else {
                    continue;
                };
                let words = part.words(alternative.field);
                let postings = words.read_postings_from_terminfo(found, IndexRecordOption::Basic)?;
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
    fn go_on(&mut self) {
        let mut from = self.at.map_or(0, |hit| hit.doc + 1);
        self.at = None;
        while self.steps > 0 {
            let lead = self.slots[self.lead].cursors.iter_mut();
            let next = lead.map(|cursor| cursor.reach(from, &mut self.steps)).min().unwrap_or(TERMINATED);
            if next == TERMINATED {
                return;
            }
            if let Some(weight) = self.weigh(next) {
                let rank = self.part.rank.get_val(next);
                self.at = Some(Hit { segment: self.segment, doc: next, weight, rank });
                return;
            }
            from = next + 1;
        }
    }

    /// The weight of an entry, if everything required is in it.
    fn weigh(&mut self, doc: DocId) -> Option<f32> {
        if self.part.is_deleted(doc) || (self.since > 0 && self.part.at.get_val(doc) < self.since) {
            return None;
        }
        let mut weight = 0.0;
        for slot in &mut self.slots {
            let mut cursors = slot.cursors.iter_mut();
            let best = cursors.find_map(|it| (it.reach(doc, &mut self.steps) == doc).then_some(it.weight));
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
    /// Its first entry from this one on. Only a move costs a step: whoever stands further on has been paid for.
    fn reach(&mut self, doc: DocId, steps: &mut usize) -> DocId {
        if self.postings.doc() >= doc {
            return self.postings.doc();
        }
        *steps = steps.saturating_sub(1);
        self.postings.seek(doc)
    }
}

#[cfg(test)]
mod tests {
    use super::super::index::Opened;
    use super::*;
    use crate::web::search::{Entry, SeenBy};
    use platform::activity::Position;
    use platform::clock::Timestamp;
    use platform::lang::Lang;
    use platform::subject::Subject;

    fn entry(id: i64, text: &str) -> Entry {
        let subject = Subject::new("tests.entry", id);
        Entry {
            subject,
            group: subject,
            language: Lang::Ru,
            title: String::new(),
            text: text.to_owned(),
            path: String::new(),
            at: None,
            rank: Timestamp(id),
            badges: Vec::new(),
            kind: "search-title",
            facets: Vec::new(),
            seen_by: vec![SeenBy::Everybody],
        }
    }

    #[test]
    fn a_large_segment_uses_up_no_steps_of_a_small_one() {
        let folder = tempfile::tempdir().unwrap();
        let opened = Opened::create(folder.path()).unwrap();
        // It merges nothing, so every commit leaves a segment.
        let mut writer = opened.builder().unwrap();
        let both = "красный и ещё синий";
        let one = |id: i64| entry(id, if id % 2 == 0 { "красный" } else { "синий" });
        for entries in [vec![entry(1, both)], (10..3000).map(one).collect(), vec![entry(9000, both)]] {
            entries.iter().for_each(|entry| writer.add(entry).unwrap());
            writer.commit(Position(1)).unwrap();
        }
        opened.reader.reload().unwrap();
        // The large one first, as it is walked first then.
        let mut readers = opened.reader.searcher().segment_readers().to_vec();
        readers.sort_by_key(|reader| std::cmp::Reverse(reader.num_docs()));
        let parts: Vec<Part> =
            readers.iter().map(|reader| Part::open(reader, &opened.fields).unwrap()).collect();
        let slot = |word: &str| {
            let found = Alternative::find(&parts, opened.fields.text_words, word.to_owned(), 1.0).unwrap();
            Slot { alternatives: found.into_iter().collect(), required: true }
        };
        let walked = walk(&parts, &[slot("красный"), slot("синий")], 0, Budget { hits: 10, steps: 500 });
        let walked = walked.unwrap();
        assert_eq!(walked.hits.iter().map(|hit| hit.rank).collect::<Vec<_>>(), [9000, 1]);
        assert!(walked.cut, "the large one was not looked through to its end");
    }
}
