//! A suffix as it is looked for: its pattern read once into sounds, and the check whether a word ends in it.

use std::sync::LazyLock;

use super::harmony::{self, LETTERS, Letter};
use super::suffixes::{KNOWN, NOUNS, Row, Slots, VERBS};

/// What must stand before a suffix.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum After {
    Any,
    Vowel,
    Consonant,
}

#[derive(Clone, Copy, Debug)]
enum Sound {
    Letter(Letter),
    Open,
    Close,
    /// у or ү, by front and back alone: коргоо, берүү.
    LongClose,
    /// о or ө, by front and back alone.
    LongOpen,
    /// The у, ү or о, ө before once more. After a verb in -у it is the whole suffix: оку + уу is окуу.
    SameClose,
    SameOpen,
    D,
    G,
    B,
    L,
    N,
}

/// No suffix is longer: -(ы)ңыздар.
const LONGEST: usize = 8;

pub struct Suffix {
    sounds: [Sound; LONGEST],
    /// Which letters each sound may be: most suffixes that are not there fail here already.
    letters: [u64; LONGEST],
    length: usize,
    pub after: After,
    /// In which slots it may be taken off.
    pub at: Slots,
    /// In which slot the rest is.
    pub to: Slots,
    /// How many letters an unknown stem must at least have before it.
    pub least: u8,
    /// The stem's last vowel is inside of the suffix: баштоо is башта + уу.
    pub melted: bool,
    /// So short that a stem may well end in the same sound: an analysis through it must explain more.
    pub weak: bool,
}

pub struct Table {
    suffixes: Vec<Suffix>,
    /// Suffixes by the last letter they may end in.
    by_last: [Vec<Entry>; LETTERS],
}

/// What it takes to pass over most suffixes without looking at them.
struct Entry {
    at: Slots,
    /// The letters that the last but one may be.
    before: u64,
    suffix: u16,
}

impl Table {
    /// The suffixes this word may end in, as far as its slot and its last two letters tell.
    pub fn ending<'t>(&'t self, word: &[Letter], slot: Slots) -> impl Iterator<Item = &'t Suffix> + use<'t> {
        let (entries, before) = match *word {
            [.., before, last] => (self.by_last[usize::from(last)].as_slice(), before),
            _ => (&[][..], 0),
        };
        let fits = move |entry: &&Entry| entry.at & slot != 0 && harmony::is(before, entry.before);
        entries.iter().filter(fits).map(|entry| &self.suffixes[usize::from(entry.suffix)])
    }
}

pub static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut suffixes = Vec::new();
    for row in NOUNS.iter().chain(VERBS) {
        read(row, &mut suffixes);
    }
    let ends_in = |suffix: &Suffix, letter: Letter| harmony::is(letter, suffix.letters[suffix.length - 1]);
    let entry = |(at, suffix): (u16, &Suffix)| {
        let before = suffix.length.checked_sub(2).map_or(u64::MAX, |at| suffix.letters[at]);
        Entry { at: suffix.at, before, suffix: at }
    };
    let by_last = std::array::from_fn(|letter| {
        let fitting = (0_u16..).zip(&suffixes).filter(|(_, suffix)| ends_in(suffix, letter as Letter));
        fitting.map(entry).collect()
    });
    Table { suffixes, by_last }
});

fn read(row: &Row, into: &mut Vec<Suffix>) {
    let (pattern, at, to, least) = *row;
    let mut add = |pattern: &str, after: After| {
        let mut suffix = Suffix {
            sounds: [Sound::Open; LONGEST],
            letters: [0; LONGEST],
            length: 0,
            after,
            at,
            to,
            least,
            melted: pattern.starts_with('O'),
            weak: least == KNOWN,
        };
        for sound in pattern.chars().filter_map(sound) {
            suffix.sounds[suffix.length] = sound;
            suffix.letters[suffix.length] = sound.letters();
            suffix.length += 1;
        }
        into.push(suffix);
    };
    match pattern.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        Some((link, rest)) => {
            let (with, without) = match link {
                "с" => (After::Vowel, After::Consonant),
                _ => (After::Consonant, After::Vowel),
            };
            add(&format!("{link}{rest}"), with);
            add(rest, without);
        }
        None => add(pattern, After::Any),
    }
}

fn sound(char: char) -> Option<Sound> {
    Some(match char {
        'A' => Sound::Open,
        'I' => Sound::Close,
        'W' => Sound::LongClose,
        'O' => Sound::LongOpen,
        'w' => Sound::SameClose,
        'o' => Sound::SameOpen,
        'D' => Sound::D,
        'G' => Sound::G,
        'B' => Sound::B,
        'L' => Sound::L,
        'N' => Sound::N,
        _ => Sound::Letter(harmony::number(char)?),
    })
}

impl Sound {
    fn letters(self) -> u64 {
        use harmony::*;
        match self {
            // ң is typed н on a Russian keyboard.
            Self::Letter(NG) => set(&[NG, N]),
            Self::Letter(own) => set(&[own]),
            Self::Open => set(&[A, O, E, OE, X]),
            Self::Close => set(&[Y, I, U, UE]),
            Self::LongClose | Self::SameClose => set(&[U, UE]),
            Self::LongOpen | Self::SameOpen => set(&[O, OE]),
            Self::D => set(&[D, T]),
            Self::G => set(&[G, K]),
            Self::B => set(&[B, P, V]),
            Self::L => set(&[L, D, T]),
            Self::N => set(&[N, D, T]),
        }
    }

    /// Whether the letter is what this sound becomes after `before`.
    fn agrees(self, letter: Letter, before: Letter, vowel_before: Option<Letter>) -> bool {
        use harmony::*;
        let by_voice = |voiceless, voiced| letter == if is_voiceless(before) { voiceless } else { voiced };
        match self {
            Self::Letter(own) => own == letter || own == NG && letter == N,
            Self::Open => open_agrees(letter, vowel_before),
            Self::Close => close_agrees(letter, vowel_before),
            // у and о pass after any vowel: берүү typed on a Russian keyboard is беруу.
            Self::LongClose | Self::LongOpen => {
                vowel_before.is_none_or(|before| !is_front(letter) || is_front(before))
            }
            Self::SameClose | Self::SameOpen => letter == before,
            Self::D => by_voice(T, D),
            Self::G => by_voice(K, G),
            Self::B => by_voice(P, B) || letter == V && !is_voiceless(before),
            Self::L if is_vowel(before) => letter == L,
            // After й and р both are heard: жайлар, шаарлар, but шаардык.
            Self::L => by_voice(T, D) || letter == L && is(before, set(&[J, R])),
            Self::N if is_vowel(before) => letter == N,
            Self::N => by_voice(T, D),
        }
    }
}

impl Suffix {
    /// How many letters of the word are left when this suffix is taken off; None if it is not there.
    pub fn take_off(&self, word: &[Letter]) -> Option<usize> {
        let left = word.len().checked_sub(self.length).filter(|left| *left > 0)?;
        let tail = &word[left..];
        if !tail.iter().zip(&self.letters).rev().all(|(letter, letters)| harmony::is(*letter, *letters)) {
            return None;
        }
        let fits = match self.after {
            After::Any => true,
            After::Vowel => harmony::is_vowel(word[left - 1]),
            After::Consonant => !harmony::is_vowel(word[left - 1]),
        };
        if !fits {
            return None;
        }
        let mut vowel = word[..left].iter().rev().copied().find(|letter| harmony::is_vowel(*letter));
        if harmony::is_abbreviation(&word[..left]) {
            return Some(left);
        }
        let mut before = word[left - 1];
        for (sound, letter) in self.sounds.iter().zip(tail) {
            if !sound.agrees(*letter, before, vowel) {
                return None;
            }
            before = *letter;
            if harmony::is_vowel(before) {
                vowel = Some(before);
            }
        }
        Some(left)
    }
}
