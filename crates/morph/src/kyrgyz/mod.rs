//! Kyrgyz: from a word to its stem, for the key of search. Suffixes are taken off in their order (`suffixes`, `shapes`)
//! and checked against harmony and assimilation (`harmony`). Of all analyses the one wins that ends in the longest root we
//! know (`lexicon`); without any, the one that explains most of the word. `exceptions` holds what no rule explains.
//!
//! Not here: meanings. A key is a name for a set of forms, no dictionary entry.

mod exceptions;
mod harmony;
mod lexicon;
mod shapes;
mod suffixes;

use std::borrow::Cow;

use harmony::{LONGEST, Letter, Letters};
use lexicon::{Kinds, LEXICON, Spelling};
use shapes::TABLE;
use suffixes::{Slots, VERB, VOICE, WORD};

/// The key of a folded word: its stem. A word that is not written in Cyrillic letters stays as it is.
pub fn key(word: &str) -> Cow<'_, str> {
    if let Some(root) = exceptions::root(word) {
        return Cow::Borrowed(root);
    }
    let Some(letters) = Letters::of(word) else { return Cow::Borrowed(word) };
    let mut analysis = Analysis::new(letters);
    analysis.visit(letters.as_slice().len(), WORD, true, 0);
    let Stem { length, last, .. } = analysis.best;
    // Most stems are the beginning of their word and need no copy.
    let unchanged = length > 0 && letters.as_slice()[length - 1] == harmony::unvoiced(last);
    match letters.spelled(word, length).filter(|_| unchanged) {
        Some(stem) => Cow::Borrowed(stem),
        None => Cow::Owned(analysis.key()),
    }
}

/// Where a word may end: the last letter is kept, as it may be another one than in the word.
#[derive(Clone, Copy)]
struct Stem {
    length: usize,
    last: Letter,
    known: bool,
    /// What makes one analysis better than another: letters of the root, less for weak suffixes on the way.
    score: i32,
}

struct Analysis {
    word: Letters,
    /// Slots from which the rest of this length was already looked at; the high half for implausible ways.
    seen: [u32; LONGEST + 1],
    best: Stem,
}

impl Analysis {
    fn new(word: Letters) -> Self {
        let length = word.as_slice().len();
        let last = word.last().unwrap_or_default();
        Self { word, seen: [0; LONGEST + 1], best: Stem { length, last, known: false, score: 0 } }
    }

    /// Looks at the first `length` letters as what is left in this slot. A way is plausible while every suffix left a
    /// stem long enough; only a known root may be reached otherwise.
    fn visit(&mut self, length: usize, slot: Slots, plausible: bool, weak: i32) {
        let bit = u32::from(slot) << if plausible { 0 } else { 16 };
        if self.seen[length] & bit != 0 {
            return;
        }
        self.seen[length] |= bit;
        self.consider(length, slot, plausible, weak);
        for suffix in TABLE.ending(&self.word.as_slice()[..length], slot) {
            let Some(left) = suffix.take_off(&self.word.as_slice()[..length]) else { continue };
            let plausible = plausible && left >= usize::from(suffix.least);
            let weak = weak + i32::from(suffix.weak);
            if suffix.melted {
                for vowel in harmony::melted_into(&self.word.as_slice()[..left]).iter().copied() {
                    // Another letter makes it another word of this length, with nothing looked at yet.
                    let letter = self.word.replace(left, vowel);
                    let seen = std::mem::take(&mut self.seen[left + 1]);
                    self.visit(left + 1, suffix.to, plausible, weak);
                    self.seen[left + 1] = seen;
                    self.word.replace(left, letter);
                }
            } else {
                self.visit(left, suffix.to, plausible, weak);
            }
        }
    }

    fn consider(&mut self, length: usize, slot: Slots, plausible: bool, weak: i32) {
        let stem = &self.word.as_slice()[..length];
        let Some(&last) = stem.last() else { return };
        let kinds = match slot {
            WORD => Kinds::ANY,
            VERB | VOICE => Kinds::VERB,
            _ => Kinds::NOUN,
        };
        for last in [last, harmony::unvoiced(last)] {
            if let Some(spelling) = LEXICON.knows(&stem[..length - 1], last, kinds) {
                let typed = if spelling == Spelling::Typed { LONGEST as i32 } else { 0 };
                let score = length as i32 - 3 * weak - typed;
                if !self.best.known || score > self.best.score {
                    self.best = Stem { length, last, known: true, score };
                }
                return;
            }
        }
        if plausible && !self.best.known && length < self.best.length && harmony::may_end(stem) {
            self.best = Stem { length, last, known: false, score: 0 };
        }
    }

    fn key(&self) -> String {
        let mut key = String::with_capacity(2 * self.best.length);
        let Some(start) = self.best.length.checked_sub(1) else { return key };
        key.extend(self.word.as_slice()[..start].iter().copied().map(harmony::char_of));
        key.push(harmony::char_of(harmony::unvoiced(self.best.last)));
        key
    }
}
