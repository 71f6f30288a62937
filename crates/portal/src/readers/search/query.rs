//! What is looked for when somebody asks: for each word its spelling, its key, what else it may have meant; then what
//! the programme's words mean in other languages. Weights say what counts more.

use super::analysis::{self, Asked};
use super::index::Fields;
use super::synonyms::{Synonym, Synonyms};
use super::walk::{self, Alternative, Part, Slot};
use morph::Language;
use std::collections::HashSet;

/// What a word is worth in a title. In a text it is worth [`IN_TEXT`] of it.
const EXACT: f32 = 10.0;
const EXACT_LOOSELY: f32 = 8.0;
const FORM: f32 = 7.0;
const FORM_LOOSELY: f32 = 5.5;
const SYNONYM: f32 = 5.0;
const BEGINNING: f32 = 4.0;
const TYPO: f32 = 3.0;
const IN_TEXT: f32 = 0.4;
/// What words that follow each other as asked are worth on top.
const PAIR: f32 = 4.0;
/// A reading of Latin letters is a guess.
const GUESSED: f32 = 0.9;

/// A word that is in so many texts is not taken for the beginning of others.
const OFTEN: u32 = 20;
/// Beginnings and typos are taken from so many words of the index.
const BEGINNINGS: usize = 10;
const TYPOS: usize = 5;

/// Everything a query looks for, and by which marks its words are known again in a text.
pub struct Wanted {
    /// One for each word, required.
    pub words: Vec<Slot>,
    /// Words that follow each other: required where they were quoted, better in any case.
    pub pairs: Vec<Slot>,
    /// The whole query by other words, where it is a term with synonyms.
    pub others: Vec<Vec<Slot>>,
    pub marks: Marks,
}

/// By what the words of a query are recognised in a text that is shown.
#[derive(Default, Clone, Debug)]
pub struct Marks {
    pub words: HashSet<String>,
    pub keys: HashSet<String>,
    pub beginnings: Vec<String>,
}

pub struct Asking<'a> {
    pub parts: &'a [Part],
    pub fields: &'a Fields,
    pub synonyms: &'a Synonyms,
}

impl Asking<'_> {
    /// `unfinished`: the last word may go on. `typing`: it certainly does.
    pub fn wanted(&self, asked: &[Asked], unfinished: bool, typing: bool) -> tantivy::Result<Wanted> {
        let mut wanted =
            Wanted { words: Vec::new(), pairs: Vec::new(), others: Vec::new(), marks: Marks::default() };
        for (place, Asked { folded, .. }) in asked.iter().enumerate() {
            let mut slot = Slot { alternatives: Vec::new(), required: true };
            self.add_forms(&mut slot, folded, 1.0, &mut wanted.marks);
            self.add_readings(&mut slot, folded, &mut wanted.marks);
            for synonym in self.synonyms.of_word(folded) {
                self.add_synonym(&mut slot, synonym, &mut wanted.marks);
            }
            // A word that many texts have is a whole one.
            if place + 1 == asked.len() && (typing || unfinished && self.frequency(&slot) < OFTEN) {
                self.add_beginnings(&mut slot, folded, &mut wanted.marks)?;
            }
            wanted.words.push(slot);
        }
        for two in asked.windows(2) {
            let [first, second] = two else { continue };
            let languages = Language::ALL.into_iter();
            let alternatives = languages
                .map(|language| Alternative {
                    field: self.fields.pairs,
                    term: analysis::pair(language, &first.folded, &second.folded),
                    weight: PAIR,
                })
                .collect();
            wanted.pairs.push(Slot { alternatives, required: second.joined });
        }
        for (range, meant) in self.synonyms.within(asked) {
            let mut slot = Slot { alternatives: Vec::new(), required: true };
            for synonym in meant {
                self.add_synonym(&mut slot, synonym, &mut wanted.marks);
            }
            let mut slots = wanted.words.clone();
            slots.splice(range, [slot]);
            wanted.others.push(slots);
        }
        Ok(wanted)
    }

    fn both(&self, slot: &mut Slot, keys: bool, term: String, weight: f32) {
        let (title, text) = if keys {
            (self.fields.title_keys, self.fields.text_keys)
        } else {
            (self.fields.title_words, self.fields.text_words)
        };
        if slot.alternatives.iter().any(|known| known.field == title && known.term == term) {
            return;
        }
        slot.alternatives.push(Alternative { field: title, term: term.clone(), weight });
        slot.alternatives.push(Alternative { field: text, term, weight: weight * IN_TEXT });
    }

    /// The word as it is spelled, loosely, and all its forms.
    fn add_forms(&self, slot: &mut Slot, folded: &str, worth: f32, marks: &mut Marks) {
        let typed = morph::loose(folded);
        self.both(slot, false, folded.to_owned(), EXACT * worth);
        self.both(slot, false, analysis::loose_word(folded), EXACT_LOOSELY * worth);
        marks.words.extend([folded.to_owned(), analysis::loose_word(folded)]);
        if typed != folded {
            self.both(slot, false, typed.clone().into_owned(), EXACT_LOOSELY * worth);
            marks.words.insert(typed.clone().into_owned());
        }
        for language in analysis::possible_languages(folded) {
            let key = analysis::key(*language, folded);
            marks.keys.insert(key.clone());
            self.both(slot, true, key, FORM * worth);
            if *language != Language::Kyrgyz {
                continue;
            }
            for key in analysis::loose_keys(*language, folded) {
                marks.keys.insert(key.clone());
                self.both(slot, true, key, FORM_LOOSELY * worth);
            }
            // The texts may be the ones that were typed without ө, ү and ң.
            if typed != folded {
                let key = analysis::key(*language, &typed);
                marks.keys.insert(key.clone());
                self.both(slot, true, key, FORM_LOOSELY * worth);
            }
        }
    }

    /// What Latin letters may stand for, as far as some text has such a word.
    fn add_readings(&self, slot: &mut Slot, folded: &str, marks: &mut Marks) {
        for reading in morph::transliterations(folded) {
            let reading = morph::fold(&reading).into_owned();
            let mut forms = Slot::default();
            let mut known = Marks::default();
            self.add_forms(&mut forms, &reading, GUESSED, &mut known);
            forms.alternatives.retain(|alternative| self.is_there(alternative));
            if !forms.alternatives.is_empty() {
                slot.alternatives.extend(forms.alternatives);
                marks.words.extend(known.words);
                marks.keys.extend(known.keys);
            }
        }
    }

    fn is_there(&self, alternative: &Alternative) -> bool {
        self.parts.iter().any(|part| part.frequency(alternative.field, &alternative.term) > 0)
    }

    /// In how many entries something asked for is, each way of it counted by itself.
    pub fn frequency(&self, slot: &Slot) -> u32 {
        let of = |part: &Part, it: &Alternative| part.frequency(it.field, &it.term);
        slot.alternatives.iter().flat_map(|it| self.parts.iter().map(move |part| of(part, it))).sum()
    }

    fn add_synonym(&self, slot: &mut Slot, synonym: &Synonym, marks: &mut Marks) {
        match synonym {
            Synonym::Word { key } => self.both(slot, true, key.clone(), SYNONYM),
            Synonym::Pair { pair, .. } => slot.alternatives.push(Alternative {
                field: self.fields.pairs,
                term: pair.clone(),
                weight: SYNONYM * IN_TEXT,
            }),
        }
        marks.keys.extend(synonym.keys().map(str::to_owned));
    }

    fn add_beginnings(&self, slot: &mut Slot, folded: &str, marks: &mut Marks) -> tantivy::Result<()> {
        if folded.chars().count() < 2 {
            return Ok(());
        }
        for prefix in [folded.to_owned(), analysis::loose_word(folded)] {
            for field in [self.fields.title_words, self.fields.text_words] {
                for term in walk::beginning_with(self.parts, field, &prefix, BEGINNINGS)? {
                    let weight =
                        if field == self.fields.text_words { BEGINNING * IN_TEXT } else { BEGINNING };
                    slot.alternatives.push(Alternative { field, term, weight });
                }
            }
            marks.beginnings.push(prefix);
        }
        Ok(())
    }

    /// The words of the index that are nearly spelled like this one, put into its place. Returns them.
    pub fn forgive(&self, slot: &mut Slot, folded: &str, marks: &mut Marks) -> tantivy::Result<Vec<String>> {
        let alike = walk::spelled_like(self.parts, self.fields, folded, TYPOS)?;
        for word in &alike {
            self.add_forms(slot, word, TYPO / EXACT, marks);
        }
        Ok(alike)
    }
}
