//! What is looked for when somebody asks: for each word its spelling, its key, what else it may have meant; then what
//! the programme's words mean in other languages. Weights say what counts more.

use super::analysis::{self, Asked};
use super::dictionary;
use super::index::Fields;
use super::part::Part;
use super::synonyms::{Synonym, Synonyms};
use super::walk::{Alternative, Slot};
use morph::Language;
use std::collections::HashSet;
use tantivy::schema::Field;

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
            self.add_forms(&mut slot, folded, 1.0, &mut wanted.marks)?;
            self.add_readings(&mut slot, folded, &mut wanted.marks)?;
            for synonym in self.synonyms.of_word(folded) {
                self.add_synonym(&mut slot, synonym, &mut wanted.marks)?;
            }
            // A word that many texts have is a whole one.
            if place + 1 == asked.len() && (typing || unfinished && slot.frequency() < OFTEN) {
                self.add_beginnings(&mut slot, folded, &mut wanted.marks)?;
            }
            wanted.words.push(slot);
        }
        for two in asked.windows(2) {
            let [first, second] = two else { continue };
            let mut slot = Slot { alternatives: Vec::new(), required: second.joined };
            for language in Language::ALL {
                let pair = analysis::pair(language, &first.folded, &second.folded);
                self.add(&mut slot, self.fields.pairs, pair, PAIR)?;
            }
            wanted.pairs.push(slot);
        }
        for (range, meant) in self.synonyms.within(asked) {
            let mut slot = Slot { alternatives: Vec::new(), required: true };
            for synonym in meant {
                self.add_synonym(&mut slot, synonym, &mut wanted.marks)?;
            }
            let mut slots = wanted.words.clone();
            slots.splice(range, [slot]);
            wanted.others.push(slots);
        }
        Ok(wanted)
    }

    /// If anything has it, and it is not there yet.
    fn add(&self, slot: &mut Slot, field: Field, term: String, weight: f32) -> tantivy::Result<()> {
        if !slot.alternatives.iter().any(|known| known.field == field && known.term == term) {
            slot.alternatives.extend(Alternative::find(self.parts, field, term, weight)?);
        }
        Ok(())
    }

    fn add_word(&self, slot: &mut Slot, word: String, weight: f32) -> tantivy::Result<()> {
        self.add(slot, self.fields.title_words, word.clone(), weight)?;
        self.add(slot, self.fields.text_words, word, weight * IN_TEXT)
    }

    fn add_key(&self, slot: &mut Slot, key: String, weight: f32) -> tantivy::Result<()> {
        self.add(slot, self.fields.title_keys, key.clone(), weight)?;
        self.add(slot, self.fields.text_keys, key, weight * IN_TEXT)
    }

    /// The word as it is spelled, loosely, and all its forms.
    fn add_forms(&self, slot: &mut Slot, folded: &str, worth: f32, marks: &mut Marks) -> tantivy::Result<()> {
        let typed = morph::loose(folded);
        for (word, weight) in [
            (folded.to_owned(), EXACT),
            (analysis::loose_word(folded), EXACT_LOOSELY),
            (typed.clone().into_owned(), EXACT_LOOSELY),
        ] {
            marks.words.insert(word.clone());
            self.add_word(slot, word, weight * worth)?;
        }
        let mut keys = Vec::new();
        for language in analysis::possible_languages(folded) {
            keys.push((analysis::key(*language, folded), FORM));
            if *language == Language::Kyrgyz {
                keys.extend(analysis::loose_keys(*language, folded).map(|key| (key, FORM_LOOSELY)));
                // The texts may be the ones that were typed without ө, ү and ң.
                keys.push((analysis::key(*language, &typed), FORM_LOOSELY));
            }
        }
        for (key, weight) in keys {
            marks.keys.insert(key.clone());
            self.add_key(slot, key, weight * worth)?;
        }
        Ok(())
    }

    /// What Latin letters may stand for, as far as some text has such a word.
    fn add_readings(&self, slot: &mut Slot, folded: &str, marks: &mut Marks) -> tantivy::Result<()> {
        for reading in morph::transliterations(folded) {
            let reading = morph::fold(&reading).into_owned();
            let mut forms = Slot::default();
            let mut known = Marks::default();
            self.add_forms(&mut forms, &reading, GUESSED, &mut known)?;
            if !forms.alternatives.is_empty() {
                slot.alternatives.extend(forms.alternatives);
                marks.words.extend(known.words);
                marks.keys.extend(known.keys);
            }
        }
        Ok(())
    }

    fn add_synonym(&self, slot: &mut Slot, synonym: &Synonym, marks: &mut Marks) -> tantivy::Result<()> {
        marks.keys.extend(synonym.keys().map(str::to_owned));
        match synonym {
            Synonym::Word { key } => self.add_key(slot, key.clone(), SYNONYM),
            Synonym::Pair { pair, .. } => self.add(slot, self.fields.pairs, pair.clone(), SYNONYM * IN_TEXT),
        }
    }

    fn add_beginnings(&self, slot: &mut Slot, folded: &str, marks: &mut Marks) -> tantivy::Result<()> {
        if folded.chars().count() < 2 {
            return Ok(());
        }
        for beginning in [folded.to_owned(), analysis::loose_word(folded)] {
            for (field, weight) in
                [(self.fields.title_words, BEGINNING), (self.fields.text_words, BEGINNING * IN_TEXT)]
            {
                for term in dictionary::beginning_with(self.parts, field, &beginning, BEGINNINGS)? {
                    self.add(slot, field, term, weight)?;
                }
            }
            marks.beginnings.push(beginning);
        }
        Ok(())
    }

    /// The words of the index that are nearly spelled like this one, put into its place. Returns them.
    pub fn forgive(&self, slot: &mut Slot, folded: &str, marks: &mut Marks) -> tantivy::Result<Vec<String>> {
        let alike = dictionary::spelled_like(self.parts, self.fields, folded, TYPOS)?;
        for word in &alike {
            self.add_forms(slot, word, TYPO / EXACT, marks)?;
        }
        Ok(alike)
    }
}
