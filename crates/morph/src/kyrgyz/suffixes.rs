//! The suffixes of Kyrgyz in their order. A suffix names the slot it stands in; the analysis takes suffixes off from the
//! right, and each time may only go further in: question, person, case, possession, plural, and behind a participle the
//! negation, the voice and the verb.
//!
//! Capital letters stand for a sound that changes with its surroundings: `A` а/е/о/ө, `I` ы/и/у/ү, `D` д/т, `G` г/к,
//! `B` б/п/в, `L` л/д/т, `N` н/д/т, `Ww` the long уу/үү, `Oo` the long оо/өө in which a stem's last vowel has melted.

use std::sync::LazyLock;

use super::harmony::{self, LETTERS, Letter};

/// Where in the word we are, from the outside in. Kept as a bit, so that a suffix can name several.
pub type Slots = u16;
/// Nothing was taken off yet.
pub const WORD: Slots = 1;
/// The question particle is off.
pub const ASKED: Slots = 1 << 1;
/// A person's ending is off: what is left is a nominal that says what somebody is.
pub const PERSON: Slots = 1 << 2;
/// The case is off.
pub const CASE: Slots = 1 << 3;
/// The possessive is off.
pub const OWNED: Slots = 1 << 4;
/// The plural is off: a stem, or a participle.
pub const STEM: Slots = 1 << 5;
/// A verb without tense: negation may come.
pub const VERB: Slots = 1 << 6;
/// A verb without negation: voice may come.
pub const VOICE: Slots = 1 << 7;

const TO_CASE: Slots = WORD | ASKED | PERSON;
const TO_OWNED: Slots = TO_CASE | CASE;
const TO_PLURAL: Slots = TO_OWNED | OWNED;
const NOMINAL: Slots = TO_PLURAL | STEM;
pub const NOMINAL_SLOTS: Slots = NOMINAL;
const FINITE: Slots = WORD | ASKED;
const VERBAL: Slots = VERB | VOICE;

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

/// Pattern, where, what is left, least letters of an unknown stem. `(x)` is there only after a consonant if x is a vowel,
/// and only after a vowel if x is a consonant.
type Row = (&'static str, Slots, Slots, u8);

/// No unknown stem may stand before it: it is too short to tell a suffix from the end of a stem.
const KNOWN: u8 = u8::MAX;

const NOUNS: &[Row] = &[
    // Is it? (китеппи, келдиби)
    ("BI", WORD, ASKED, 4),
    // I am, you are, we are (мугалиммин, жакшысыз); also after participles (барганмын).
    ("мIн", FINITE, PERSON, 3),
    ("сIң", FINITE, PERSON, 3),
    ("сIз", FINITE, PERSON, 3),
    ("BIз", FINITE, PERSON, 3),
    ("сIңAр", FINITE, PERSON, 3),
    ("сIздAр", FINITE, PERSON, 3),
    // Cases: of, to, object, in, from, like.
    ("NIн", TO_CASE, CASE, 2),
    ("GA", TO_CASE, CASE, 2),
    ("NI", TO_CASE, CASE, 2),
    ("DA", TO_CASE, CASE, 2),
    ("DAн", TO_CASE, CASE, 2),
    ("DAй", TO_CASE, CASE, 4),
    ("чA", TO_CASE, CASE, 4),
    // What is in, what belongs to: a new stem that takes everything again (шаардагылар, мектептики).
    ("DAгI", NOMINAL, CASE, 2),
    ("NIкI", NOMINAL, CASE, 2),
    // His, with the н that comes up before cases (шаарында, үйүнөн).
    ("(с)I", TO_OWNED, OWNED, 3),
    ("(с)Iн", TO_CASE, OWNED, 3),
    ("(с)IнIн", TO_CASE, OWNED, 2),
    ("(с)IнA", TO_CASE, OWNED, 2),
    ("(с)IндA", TO_CASE, OWNED, 2),
    ("(с)IнAн", TO_CASE, OWNED, 2),
    ("(с)IнчA", TO_CASE, OWNED, 3),
    ("(с)IндAй", TO_CASE, OWNED, 3),
    ("(с)IндAгI", NOMINAL, OWNED, 2),
    // My, your, our; the dative melts (үйүмө, үйүңө).
    ("(I)м", TO_OWNED, OWNED, KNOWN),
    ("(I)ң", TO_OWNED, OWNED, KNOWN),
    ("(I)ңIз", TO_OWNED, OWNED, 3),
    ("(I)BIз", TO_OWNED, OWNED, 3),
    ("(I)ңAр", TO_OWNED, OWNED, 3),
    ("(I)ңIздAр", TO_OWNED, OWNED, 2),
    ("(I)мA", TO_CASE, OWNED, KNOWN),
    ("(I)ңA", TO_CASE, OWNED, KNOWN),
    ("LAр", TO_PLURAL, STEM, 2),
    // Words from words: with (акылдуу), without (мыйзамсыз), -ness and of (тазалык, мамлекеттик), of a time or place (кышкы).
    ("LWw", NOMINAL, STEM, 3),
    ("сIз", NOMINAL, STEM, 3),
    ("LIк", NOMINAL, STEM, 3),
    ("LIг", NOMINAL, STEM, 3),
    ("кI", NOMINAL, STEM, 4),
    ("гI", NOMINAL, STEM, 4),
    // Arabic adjectives of nouns we have too (диний, тарыхый).
    ("ый", NOMINAL, STEM, KNOWN),
    ("ий", NOMINAL, STEM, KNOWN),
];

const VERBS: &[Row] = &[
    // Past: what happened, and who did it.
    ("DI", FINITE, VERB, 2),
    ("DIм", FINITE, VERB, 2),
    ("DIң", FINITE, VERB, 2),
    ("DIк", FINITE, VERB, 2),
    ("DIңAр", FINITE, VERB, 2),
    ("DIңIз", FINITE, VERB, 2),
    ("DIңIздAр", FINITE, VERB, 2),
    // Present and future.
    ("Aт", FINITE, VERB, 4),
    ("Aм", FINITE, VERB, 2),
    ("AсIң", FINITE, VERB, 2),
    ("AсIз", FINITE, VERB, 2),
    ("AбIз", FINITE, VERB, 2),
    ("AсIңAр", FINITE, VERB, 2),
    ("AсIздAр", FINITE, VERB, 2),
    ("йт", FINITE, VERB, 2),
    ("йм", FINITE, VERB, 2),
    ("йсIң", FINITE, VERB, 2),
    ("йсIз", FINITE, VERB, 2),
    ("йбIз", FINITE, VERB, 2),
    ("йсIңAр", FINITE, VERB, 2),
    ("йсIздAр", FINITE, VERB, 2),
    // If.
    ("сA", FINITE, VERB, 2),
    ("сAм", FINITE, VERB, 2),
    ("сAң", FINITE, VERB, 2),
    ("сAк", FINITE, VERB, 2),
    ("сAңAр", FINITE, VERB, 2),
    ("сAңIз", FINITE, VERB, 2),
    ("сAңIздAр", FINITE, VERB, 2),
    // It turned out.
    ("(I)птIр", FINITE, VERB, 2),
    ("(I)птIрмIн", FINITE, VERB, 2),
    // Wishes and orders.
    ("(A)йIн", FINITE, VERB, 2),
    ("(A)йлI", FINITE, VERB, 2),
    ("AлI", FINITE, VERB, 3),
    ("AлIк", FINITE, VERB, 3),
    ("йлIк", FINITE, VERB, 3),
    ("GIлA", FINITE, VERB, 2),
    ("GIн", FINITE, VERB, KNOWN),
    ("(I)ңIз", FINITE, VERB, 2),
    ("(I)ңIздAр", FINITE, VERB, 2),
    ("(I)ңAр", FINITE, VERB, 3),
    ("сIн", FINITE, VERB, 2),
    // Converbs: having done, doing, until, since.
    ("(I)п", FINITE, VERB, 2),
    ("A", FINITE, VERB, KNOWN),
    ("й", FINITE, VERB, KNOWN),
    ("GAнчA", FINITE, VERB, 2),
    ("GIчA", FINITE, VERB, 2),
    ("GAлI", FINITE, VERB, 2),
    // Participles and names of actions: nominals that take plural, possession and case.
    ("GAн", NOMINAL, VERB, 2),
    ("Aр", NOMINAL, VERB, KNOWN),
    ("р", NOMINAL, VERB, KNOWN),
    ("AткAн", NOMINAL, VERB, 2),
    ("(W)w", NOMINAL, VERB, 2),
    ("Oo", NOMINAL, VERB, 3),
    ("(W)wчI", NOMINAL, VERB, 2),
    ("OoчI", NOMINAL, VERB, 3),
    ("чу", NOMINAL, VERB, KNOWN),
    ("чү", NOMINAL, VERB, KNOWN),
    ("(I)ш", NOMINAL, VERB, KNOWN),
    ("мAк", NOMINAL, VERB, KNOWN),
    ("мAкчI", FINITE, VERB, 3),
    // Not.
    ("BA", VERB, VOICE, 2),
    ("BAй", FINITE, VOICE, 2),
    ("мAй", FINITE, VOICE, KNOWN),
    ("BAс", NOMINAL, VOICE, 2),
    // Voice: passive, together. The causative makes a word of its own (билүү, билдирүү) and stays.
    ("(I)л", VERBAL, VOICE, 3),
    ("лIн", VERBAL, VOICE, 2),
    // After a stem in -ла the passive is -н (каржылан).
    ("н", VERBAL, VOICE, KNOWN),
    ("(I)ш", VERBAL, VOICE, 4),
];

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
            Self::Letter(own) => own == letter,
            Self::Open => open_agrees(letter, vowel_before),
            Self::Close => close_agrees(letter, vowel_before),
            Self::LongClose | Self::LongOpen => {
                vowel_before.is_none_or(|before| is_front(before) == is_front(letter))
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
        if vowel.is_none() {
            // An abbreviation is read by the names of its letters: РФда, КРдин.
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
