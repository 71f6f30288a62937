//! One search: the walks it takes, the order of what they found, and how many there are of what.
//!
//! Most searches take one walk. Only when that was cut short do others look in titles and for phrases, so that the best
//! match is found however old it is; and only when there is next to nothing do others leave a word out or forgive typos.

use super::analysis;
use super::index::{self, Fields, Opened};
use super::part::Part;
use super::query::{Asking, Marks, Wanted};
use super::synonyms::Synonyms;
use super::walk::{self, Alternative, Budget, Hit, Slot};
use crate::web::search::SeenBy;
use platform::clock::Timestamp;
use platform::lang::Lang;
use std::collections::{HashMap, HashSet};

/// What the first walk may do; the others have a quarter of it each.
const ALL: Budget = Budget { hits: 800, steps: 12_000 };
const SOME: Budget = Budget { hits: 200, steps: 3_000 };

/// With fewer hits than this, words are left out and typos forgiven.
const FEW: usize = 3;

/// Being in the language of the page is worth as much as being found in a title instead of a text, and a bit.
const OWN_LANGUAGE: f32 = 6.5;
/// What the newest is worth, and after how many days it is half of that.
const NEW: f32 = 3.0;
const HALF_AFTER_DAYS: f32 = 180.0;

/// The index at one moment.
pub struct Snapshot {
    parts: Vec<Part>,
    fields: Fields,
    entries: u64,
}

pub struct Asked<'a> {
    pub query: &'a str,
    /// The language of the page.
    pub language: Lang,
    /// Codes of filters and their choices.
    pub facets: Vec<(&'a str, &'a str)>,
    /// Nothing that is older.
    pub since: Option<Timestamp>,
    pub seen_by: Vec<SeenBy>,
    pub now: Timestamp,
    /// While somebody types: the last word goes on, and titles alone are looked at.
    pub typing: bool,
}

#[derive(Default)]
pub struct Found {
    /// The best first.
    pub hits: Vec<Hit>,
    /// There are more than these hits.
    pub more: bool,
    /// How many hits each choice of a facet has.
    pub counts: HashMap<String, usize>,
    pub marks: Marks,
    /// Not all words are in every hit.
    pub partly: bool,
    /// Words that were looked for instead of ones that nothing has.
    pub instead: Vec<String>,
}

impl Snapshot {
    pub fn of(opened: &Opened) -> anyhow::Result<Snapshot> {
        let searcher = opened.reader.searcher();
        let open = |reader| Part::open(reader, &opened.fields);
        let parts = searcher.segment_readers().iter().map(open).collect::<Result<_, _>>()?;
        Ok(Snapshot { parts, fields: opened.fields, entries: searcher.num_docs() })
    }

    pub fn entries(&self) -> u64 {
        self.entries
    }

    pub fn search(&self, asked: &Asked<'_>, synonyms: &Synonyms) -> anyhow::Result<Found> {
        let words = analysis::asked(asked.query);
        let mut found = Found::default();
        if words.is_empty() || self.parts.is_empty() {
            return Ok(found);
        }
        let asking = Asking { parts: &self.parts, fields: &self.fields, synonyms };
        let mut wanted = asking.wanted(&words, unfinished(asked.query), asked.typing)?;
        let since = asked.since.map_or(0, |since| since.0);
        let conditions = self.conditions(asked)?;
        let walk = |slots: Vec<Slot>, budget: Budget| -> anyhow::Result<walk::Walked> {
            let slots: Vec<Slot> = slots.into_iter().chain(conditions.iter().cloned()).collect();
            Ok(walk::walk(&self.parts, &slots, since, budget)?)
        };
        let mut hits = Hits::default();
        if asked.typing {
            hits.add(walk(self.in_titles(&wanted.words), SOME)?);
        } else {
            hits.add(walk(with(&wanted.words, &wanted.pairs), ALL)?);
            if hits.more {
                hits.add(walk(with(&self.in_titles(&wanted.words), &wanted.pairs), SOME)?);
                if !wanted.pairs.is_empty() {
                    hits.add(walk(with(&wanted.words, &required(&wanted.pairs)), SOME)?);
                }
            }
        }
        for other in std::mem::take(&mut wanted.others) {
            hits.add(walk(if asked.typing { self.in_titles(&other) } else { other }, SOME)?);
        }
        // Who puts words into quotation marks wants these words.
        let quoted = words.iter().any(|word| word.joined);
        if hits.len() < FEW && !asked.typing && !quoted {
            self.forgive(&asking, &words, &mut wanted, &mut found)?;
            if !found.instead.is_empty() {
                hits.add(walk(wanted.words.clone(), SOME)?);
            }
        }
        if hits.len() < FEW && words.len() > 1 && !quoted {
            found.partly = true;
            for left_out in 0..words.len() {
                let mut slots = wanted.words.clone();
                slots[left_out].required = false;
                hits.add(walk(slots, SOME)?);
            }
            found.partly = !hits.is_empty();
        }
        found.more = hits.more;
        found.hits = hits.all();
        self.rank(&mut found.hits, asked);
        found.counts = self.count(&found.hits);
        found.marks = wanted.marks;
        Ok(found)
    }

    /// For words that nothing has, words that look like them.
    fn forgive(
        &self,
        asking: &Asking<'_>,
        words: &[analysis::Asked],
        wanted: &mut Wanted,
        found: &mut Found,
    ) -> anyhow::Result<()> {
        for (word, slot) in words.iter().zip(&mut wanted.words) {
            if slot.alternatives.is_empty() {
                found.instead.extend(asking.forgive(slot, &word.folded, &mut wanted.marks)?);
            }
        }
        Ok(())
    }

    /// Who asks, and by what they narrowed it down: each must be there, and weighs nothing.
    fn conditions(&self, asked: &Asked<'_>) -> anyhow::Result<Vec<Slot>> {
        let one_of = |facets: Vec<String>| -> anyhow::Result<Slot> {
            let mut slot = Slot { alternatives: Vec::new(), required: true };
            for facet in facets {
                slot.alternatives.extend(Alternative::find(&self.parts, self.fields.facets, facet, 0.0)?);
            }
            Ok(slot)
        };
        let seen = one_of(asked.seen_by.iter().map(|by| index::seen(*by)).collect());
        let chosen = asked.facets.iter().map(|(code, choice)| one_of(vec![index::facet(code, choice)]));
        std::iter::once(seen).chain(chosen).collect()
    }

    /// The same words, in titles only.
    fn in_titles(&self, slots: &[Slot]) -> Vec<Slot> {
        let title = |slot: &Slot| {
            let in_title = |field| field == self.fields.title_words || field == self.fields.title_keys;
            let mut slot = slot.clone();
            slot.alternatives.retain(|alternative| in_title(alternative.field));
            slot
        };
        slots.iter().map(title).collect()
    }

    fn rank(&self, hits: &mut [Hit], asked: &Asked<'_>) {
        for hit in hits.iter_mut() {
            if self.parts[hit.segment].language(hit.doc) == asked.language {
                hit.weight += OWN_LANGUAGE;
            }
            let age = Timestamp(asked.now.0).since(Timestamp(hit.rank)).as_secs_f32() / (24.0 * 3600.0);
            hit.weight += NEW / (1.0 + age / HALF_AFTER_DAYS);
        }
        hits.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(b.rank.cmp(&a.rank)));
    }

    fn count(&self, hits: &[Hit]) -> HashMap<String, usize> {
        let mut numbers: Vec<Vec<usize>> =
            self.parts.iter().map(|part| vec![0; part.facets.words.len()]).collect();
        for hit in hits {
            for facet in self.parts[hit.segment].facets.of(hit.doc) {
                numbers[hit.segment][facet] += 1;
            }
        }
        let mut counts = HashMap::new();
        for (part, numbers) in self.parts.iter().zip(numbers) {
            for (word, number) in part.facets.words.iter().zip(numbers).filter(|(_, number)| *number > 0) {
                *counts.entry(word.clone()).or_default() += number;
            }
        }
        counts
    }

    /// What hits are about: language, kind and id, to be loaded from its section.
    pub fn subjects(&self, hits: &[Hit]) -> Vec<(Lang, &str, i64)> {
        let subject = |hit: &Hit| {
            let part = &self.parts[hit.segment];
            let (kind, id) = part.subject(hit.doc)?;
            Some((part.language(hit.doc), kind, id))
        };
        hits.iter().filter_map(subject).collect()
    }
}

fn with(words: &[Slot], pairs: &[Slot]) -> Vec<Slot> {
    words.iter().chain(pairs).cloned().collect()
}

fn required(slots: &[Slot]) -> Vec<Slot> {
    slots.iter().map(|slot| Slot { required: true, ..slot.clone() }).collect()
}

/// Whoever ends with a space or a full stop is done with the last word.
fn unfinished(query: &str) -> bool {
    query.ends_with(char::is_alphanumeric)
}

/// What several walks found, each entry once.
#[derive(Default)]
struct Hits {
    found: HashMap<(usize, u32), Hit>,
    more: bool,
}

impl Hits {
    fn add(&mut self, walked: walk::Walked) {
        self.more |= walked.cut;
        for hit in walked.hits {
            let known = self.found.entry((hit.segment, hit.doc)).or_insert(hit);
            known.weight = known.weight.max(hit.weight);
        }
    }

    fn len(&self) -> usize {
        self.found.len()
    }

    fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    fn all(self) -> Vec<Hit> {
        self.found.into_values().collect()
    }
}

/// Whether a word of a text is one that was looked for.
pub fn is_marked(marks: &Marks, folded: &str, language: Lang, initials: &HashSet<char>) -> bool {
    // Nearly all words are not: their first letter says so, without finding their key.
    let Some(initial) = morph::loose(folded).chars().next() else { return false };
    if !initials.contains(&initial) {
        return false;
    }
    if marks.words.contains(folded) || marks.beginnings.iter().any(|begin| folded.starts_with(begin.as_str()))
    {
        return true;
    }
    let loose = analysis::loose_word(folded);
    if marks.words.contains(&loose) || marks.beginnings.iter().any(|begin| loose.starts_with(begin.as_str()))
    {
        return true;
    }
    let of = analysis::language_of(folded, analysis::language(language));
    marks.keys.contains(&analysis::key(of, folded))
        || analysis::loose_keys(of, folded).iter().any(|key| marks.keys.contains(key))
}

impl Marks {
    /// The first letters of everything looked for, loosely spelled.
    pub fn initials(&self) -> HashSet<char> {
        let keys = self.keys.iter().map(|key| key.trim_start_matches('~').get(1..).unwrap_or_default());
        let words = self.words.iter().chain(&self.beginnings).map(|word| word.trim_start_matches('~'));
        words.chain(keys).filter_map(|word| morph::loose(word).chars().next()).collect()
    }
}
