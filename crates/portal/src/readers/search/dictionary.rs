//! What words the index has: those that begin in one way, and those spelled nearly like another.

use super::index::Fields;
use super::part::Part;
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};
use tantivy::Term;
use tantivy::query::FuzzyTermQuery;
use tantivy::schema::Field;

/// Words of a field that begin in one way, the commonest first: at most `most` of the first few hundred.
pub fn beginning_with(
    parts: &[Part],
    field: Field,
    beginning: &str,
    most: usize,
) -> tantivy::Result<Vec<String>> {
    const LOOKED_AT: usize = 200;
    let end = format!("{beginning}\u{10ffff}");
    let mut found = Counted::default();
    for part in parts {
        let words = part.words(field).terms();
        let mut stream = words.range().ge(beginning.as_bytes()).lt(end.as_bytes()).into_stream()?;
        // Of hundreds a handful is kept: only those are copied.
        let mut commonest = BinaryHeap::with_capacity(most + 1);
        let mut looked_at = 0;
        while looked_at < LOOKED_AT && stream.advance() {
            looked_at += 1;
            let frequency = stream.value().doc_freq;
            let least = commonest.peek().map_or(0, |Reverse((frequency, _))| *frequency);
            if commonest.len() < most || frequency > least {
                commonest.push(Reverse((frequency, stream.key().to_vec())));
            }
            if commonest.len() > most {
                commonest.pop();
            }
        }
        for Reverse((frequency, word)) in commonest {
            found.add(&word, frequency);
        }
    }
    Ok(found.commonest(most))
}

/// Words of the index that are spelled nearly like this one, the nearest and then the commonest first.
pub fn spelled_like(
    parts: &[Part],
    fields: &Fields,
    word: &str,
    most: usize,
) -> tantivy::Result<Vec<String>> {
    const LOOKED_AT: usize = 2000;
    let term = Term::from_field_text(fields.text_words, word);
    // One slip is likelier than two, and looked through several times faster.
    for distance in 1..=morph::allowed_typos(word) {
        // Takes longer to make than to look through a dictionary with it: one for all of them.
        let like = FuzzyTermQuery::new(term.clone(), distance, true).automaton()?;
        let mut found = Counted::default();
        for field in [fields.text_words, fields.title_words] {
            for part in parts {
                let mut stream = part.words(field).terms().search(&like).into_stream()?;
                let mut looked_at = 0;
                while looked_at < LOOKED_AT && stream.advance() {
                    found.add(stream.key(), stream.value().doc_freq);
                    looked_at += 1;
                }
            }
        }
        let mut words = found.commonest(usize::MAX);
        words.retain(|found| found != word && !found.starts_with('~'));
        words.truncate(most);
        if !words.is_empty() {
            return Ok(words);
        }
    }
    Ok(Vec::new())
}

/// How often a word is there, over all parts.
#[derive(Default)]
struct Counted(HashMap<String, u32>);

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
