//! Roots we know, written down for this crate: they tell where a word may end. A root that is missing does no harm beyond
//! leaving its words to the rules.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::harmony::{Letter, Letters};
use crate::loose;

/// What a root can be; some are both (тил is tongue, сүрөт is picture, жаз is spring and "write").
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Kinds(u8);

impl Kinds {
    pub const NOUN: Self = Self(1);
    pub const VERB: Self = Self(2);
    pub const ANY: Self = Self(3);
}

/// How a root of the lexicon is written: right, or as it is typed on a Russian keyboard.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Spelling {
    Right,
    Typed,
}

/// The bits of kinds of roots as they are typed stand beside those of the right ones.
const TYPED: u8 = 4;

/// Open addressing over 64-bit hashes of the letters; the letters themselves are not kept.
pub struct Lexicon {
    slots: Vec<(u64, u8)>,
}

pub static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::of(roots()));

fn roots() -> Vec<(&'static str, Kinds)> {
    let rows = |text: &'static str, kinds: Kinds| {
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        lines.flat_map(str::split_whitespace).map(move |root| (root, kinds))
    };
    let nouns = rows(include_str!("nouns.txt"), Kinds::NOUN);
    nouns.chain(rows(include_str!("verbs.txt"), Kinds::VERB)).collect()
}

impl Lexicon {
    fn of(roots: Vec<(&str, Kinds)>) -> Self {
        let size = (4 * roots.len()).next_power_of_two().max(2);
        let mut lexicon = Self { slots: vec![(0, 0); size] };
        // Each root also as it is typed on a Russian keyboard: көргөн and коргон end in roots we know.
        let spellings = roots.iter().flat_map(|(root, kinds)| {
            let typed = loose(root);
            let typed = (typed != *root).then_some((typed, kinds.0 << TYPED));
            std::iter::once((Cow::Borrowed(*root), kinds.0)).chain(typed)
        });
        for (root, kinds) in spellings {
            let Some(letters) = Letters::of(&root) else { continue };
            let Some((last, before)) = letters.as_slice().split_last() else { continue };
            let hash = hash(before, *last);
            let slot = lexicon.find(hash);
            let known = lexicon.slots[slot].1;
            lexicon.slots[slot] = (hash, known | kinds);
        }
        lexicon
    }

    /// Where this hash stands, or could.
    fn find(&self, hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = (hash >> 32) as usize & mask;
        while self.slots[at].1 != 0 && self.slots[at].0 != hash {
            at = (at + 1) & mask;
        }
        at
    }

    /// Whether there is a root of these letters and this last one, of one of these kinds.
    pub fn knows(&self, before: &[Letter], last: Letter, kinds: Kinds) -> Option<Spelling> {
        let known = self.slots[self.find(hash(before, last))].1;
        if known & kinds.0 != 0 {
            Some(Spelling::Right)
        } else if known >> TYPED & kinds.0 != 0 {
            Some(Spelling::Typed)
        } else {
            None
        }
    }
}

fn hash(before: &[Letter], last: Letter) -> u64 {
    let step = |hash: u64, letter: &Letter| {
        (hash ^ u64::from(*letter) ^ 0x40).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(23)
    };
    step(before.iter().fold(0xcbf2_9ce4_8422_2325, step), &last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold;

    #[test]
    fn every_root_is_written_in_kyrgyz_letters_and_stands_once() {
        let mut roots = roots();
        for (root, _) in &roots {
            assert!(Letters::of(root).is_some_and(|letters| letters.last().is_some()), "{root}");
            assert!(fold(root) == root.replace('ё', "е"), "{root}");
        }
        roots.sort_by_key(|(root, kinds)| (*root, kinds.0));
        for pair in roots.windows(2) {
            assert!(pair[0] != pair[1], "{} stands twice", pair[0].0);
        }
    }

    #[test]
    fn a_root_is_known_by_its_kind_and_as_it_is_typed() {
        let known = |root: &str, kinds| {
            let letters = Letters::of(root)?;
            let (last, before) = letters.as_slice().split_last()?;
            LEXICON.knows(before, *last, kinds).map(|spelling| spelling == Spelling::Right)
        };
        assert_eq!(known("мыйзам", Kinds::NOUN), Some(true));
        assert_eq!(known("мыйзам", Kinds::VERB), None);
        assert_eq!(known("өлкө", Kinds::ANY), Some(true));
        assert_eq!(known("олко", Kinds::ANY), Some(false));
        assert_eq!(known("ъ", Kinds::ANY), None);
    }
}
