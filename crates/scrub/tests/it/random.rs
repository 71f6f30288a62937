//! Seeds with bytes changed at random: cleaning never panics, and what it lets through it lets through unchanged the next time.

use proptest::prelude::*;
use proptest::sample::Index;
use scrub::{Limits, clean};

use crate::seeds::SEEDS;

#[derive(Clone, Debug)]
enum Change {
    Set(Index, u8),
    Cut(Index, usize),
    Insert(Index, Vec<u8>),
    Repeat(Index, usize),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        4 => (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Change::Set(at, byte)),
        1 => (any::<Index>(), 1..200_usize).prop_map(|(at, length)| Change::Cut(at, length)),
        1 => (any::<Index>(), prop::collection::vec(any::<u8>(), 1..20)).prop_map(|(at, bytes)| Change::Insert(at, bytes)),
        1 => (any::<Index>(), 1..200_usize).prop_map(|(at, length)| Change::Repeat(at, length)),
    ]
}

fn apply(bytes: &mut Vec<u8>, change: Change) {
    let end = |at: usize, length: usize, bytes: &[u8]| (at + length).min(bytes.len());
    match change {
        _ if bytes.is_empty() => (),
        Change::Set(at, byte) => {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        Change::Cut(at, length) => {
            let at = at.index(bytes.len());
            bytes.drain(at..end(at, length, bytes));
        }
        Change::Insert(at, new) => {
            let at = at.index(bytes.len());
            bytes.splice(at..at, new);
        }
        Change::Repeat(at, length) => {
            let at = at.index(bytes.len());
            let piece = bytes[at..end(at, length, bytes)].to_vec();
            bytes.splice(at..at, piece);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn changed_seeds_are_cleaned_once_and_for_all(
        seed in 0..SEEDS.len(),
        changes in prop::collection::vec(change(), 1..6),
    ) {
        let name = SEEDS[seed].name;
        let mut bytes = SEEDS[seed].bytes.to_vec();
        changes.into_iter().for_each(|change| apply(&mut bytes, change));
        if let Ok(cleaned) = clean(&bytes, name, &Limits::default()) {
            let again = clean(&cleaned.bytes, name, &Limits::default());
            let again = again.unwrap_or_else(|refused| panic!("{name}, cleaned, is refused: {refused}"));
            prop_assert_eq!(&again.report.removed, &Default::default(), "{}", name);
            prop_assert!(again.bytes == cleaned.bytes, "{} changed", name);
        }
    }

    #[test]
    fn any_text_is_read_without_panic(text in "\\PC{0,200}", name in "[a-z]{1,3}\\.(txt|csv|svg)") {
        _ = clean(text.as_bytes(), &name, &Limits::default());
    }
}
