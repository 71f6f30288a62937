//! Letters of Kyrgyz as small numbers, and the two laws that shape every suffix: its vowels follow the last vowel of the
//! word (harmony), its first consonant follows the sound before it (assimilation).
//!
//! The laws are applied a little loosely where people write loosely: о for ө, у for ү on a Russian keyboard, and loan-words
//! whose vowels obey nobody.

/// The letters the analysis knows. я, ю, ё are written йа, йу, йо inside, so that a suffix looks the same after any sound;
/// ь and ъ are left out, as Kyrgyz itself does before a suffix (роль, ролу).
const ALPHABET: [char; 33] = [
    'а', 'о', 'у', 'ы', 'е', 'ө', 'ү', 'и', 'э', X_SHOWN, 'б', 'в', 'г', 'д', 'ж', 'з', 'й', 'л', 'м', 'н',
    'ң', 'р', 'к', 'п', 'с', 'т', 'ф', 'х', 'ц', 'ч', 'ш', 'щ', '-',
];
/// Shows the letter of [`X`] in a key. Any letter that `fold` leaves of ё would do.
const X_SHOWN: char = 'ё';

/// Longer words are no words.
pub const LONGEST: usize = 40;

pub type Letter = u8;

pub const A: Letter = 0;
pub const O: Letter = 1;
pub const U: Letter = 2;
pub const Y: Letter = 3;
pub const E: Letter = 4;
pub const OE: Letter = 5;
pub const UE: Letter = 6;
pub const I: Letter = 7;
const EH: Letter = 8;
/// The vowel of ё, or of an е after a vowel: коёт is often written коет, and проект has a true е. It goes with both.
pub const X: Letter = 9;
pub const B: Letter = 10;
pub const V: Letter = 11;
pub const G: Letter = 12;
pub const D: Letter = 13;
pub const J: Letter = 16;
pub const L: Letter = 17;
pub const N: Letter = 19;
pub const NG: Letter = 20;
pub const R: Letter = 21;
pub const K: Letter = 22;
pub const P: Letter = 23;
pub const T: Letter = 25;
pub const HYPHEN: Letter = 32;
pub const LETTERS: usize = ALPHABET.len();

pub const fn set(letters: &[Letter]) -> u64 {
    let (mut bits, mut at) = (0, 0);
    while at < letters.len() {
        bits |= 1 << letters[at];
        at += 1;
    }
    bits
}

/// к п с т ф х ц ч ш щ.
const VOICELESS: u64 = ((1 << 32) - 1) & !((1 << 22) - 1);

pub fn is(letter: Letter, of: u64) -> bool {
    of >> letter & 1 == 1
}

pub fn is_vowel(letter: Letter) -> bool {
    letter < 10
}

/// What a vowel of a suffix may be after which vowel. Rows are the vowel before, the value the set of vowels that may follow.
/// A is the open vowel (а е о ө), I the close one (ы и у ү). After у the open vowel is а; о is let in, because кундөр typed
/// without ү is кундор.
const OPEN_AFTER: [u64; 10] = [
    set(&[A]),
    set(&[O, A]),
    set(&[A, O]),
    set(&[A]),
    set(&[E]),
    set(&[OE]),
    set(&[OE]),
    set(&[E]),
    set(&[E]),
    set(&[A, O, E, OE]),
];
const CLOSE_AFTER: [u64; 10] = [
    set(&[Y]),
    set(&[U]),
    set(&[U]),
    set(&[Y]),
    set(&[I]),
    set(&[UE]),
    set(&[UE]),
    set(&[I]),
    set(&[I]),
    set(&[Y, U, I, UE]),
];

pub fn open_agrees(vowel: Letter, before: Option<Letter>) -> bool {
    let any = set(&[A, O, E, OE, X]);
    is(vowel, any) && before.is_none_or(|before| vowel == X || is(vowel, OPEN_AFTER[usize::from(before)]))
}

pub fn close_agrees(vowel: Letter, before: Option<Letter>) -> bool {
    let any = set(&[Y, I, U, UE]);
    is(vowel, any) && before.is_none_or(|before| is(vowel, CLOSE_AFTER[usize::from(before)]))
}

pub fn is_front(vowel: Letter) -> bool {
    is(vowel, set(&[E, OE, UE, I, EH]))
}

pub fn is_voiceless(letter: Letter) -> bool {
    is(letter, VOICELESS)
}

/// A word as letters, on the stack.
#[derive(Clone, Copy)]
pub struct Letters {
    letters: [Letter; LONGEST],
    length: usize,
    /// Each letter is one character of two bytes in the word.
    one_to_one: bool,
}

impl Letters {
    /// None when the word is too long or has something else than Cyrillic letters and hyphens.
    pub fn of(word: &str) -> Option<Self> {
        let mut all = Self { letters: [0; LONGEST], length: 0, one_to_one: true };
        for char in word.chars() {
            let before = all.length;
            match char {
                'я' => all.push(J)?.push(A)?,
                'ю' => all.push(J)?.push(U)?,
                'е' | 'ё' if all.last().is_some_and(is_vowel) => all.push(J)?.push(X)?,
                'ё' => all.push(E)?,
                'ь' | 'ъ' => &mut all,
                _ => all.push(number(char)?)?,
            };
            all.one_to_one &= all.length == before + 1 && char.len_utf8() == 2;
        }
        Some(all)
    }

    fn push(&mut self, letter: Letter) -> Option<&mut Self> {
        *self.letters.get_mut(self.length)? = letter;
        self.length += 1;
        Some(self)
    }

    /// The part of the word that these first letters were read from, if that is easily told.
    pub fn spelled<'w>(&self, word: &'w str, length: usize) -> Option<&'w str> {
        word.get(..2 * length).filter(|_| self.one_to_one)
    }

    pub fn last(&self) -> Option<Letter> {
        self.as_slice().last().copied()
    }

    /// Puts another letter in its place and answers the one that stood there.
    pub fn replace(&mut self, at: usize, letter: Letter) -> Letter {
        std::mem::replace(&mut self.letters[at], letter)
    }

    pub fn as_slice(&self) -> &[Letter] {
        &self.letters[..self.length]
    }
}

/// 255 stands for a character that is no letter of ours. Covers U+0430..U+0490 and the three Kyrgyz letters by hand.
static NUMBERS: [u8; 0x60] = {
    let mut numbers = [255; 0x60];
    let mut letter = 0;
    while letter < ALPHABET.len() {
        let code = ALPHABET[letter] as usize;
        if code >= 0x430 && code < 0x490 {
            numbers[code - 0x430] = letter as u8;
        }
        letter += 1;
    }
    numbers
};

pub fn number(char: char) -> Option<Letter> {
    match char {
        'ө' => Some(OE),
        'ү' => Some(UE),
        'ң' => Some(NG),
        '-' => Some(HYPHEN),
        _ => {
            let at = (char as usize).checked_sub(0x430)?;
            NUMBERS.get(at).copied().filter(|letter| *letter != 255)
        }
    }
}

pub fn char_of(letter: Letter) -> char {
    ALPHABET[usize::from(letter)]
}

/// A voiced sound at the end of a native word only comes up before a vowel: китеп, китеби; ак, агып.
pub fn unvoiced(letter: Letter) -> Letter {
    match letter {
        B => P,
        G => K,
        _ => letter,
    }
}

/// What the last vowel of a verb may have been that melted with -уу, likelier first: башта + уу = баштоо, изде + үү = издөө,
/// корго + уу = коргоо. After у it is а (сура), unless the у stands for ү (сүйлөө typed as суйлоо).
pub fn melted_into(before: &[Letter]) -> &'static [Letter] {
    match before.iter().rev().copied().find(|letter| is_vowel(*letter)) {
        Some(O) => &[O],
        Some(U) => &[A, O],
        Some(OE | UE) => &[OE],
        Some(vowel) if is_front(vowel) => &[E],
        _ => &[A],
    }
}

/// Whether an unknown stem may end here: native stems are a closed syllable at least, and of two consonants at the end the
/// second is voiceless (курт, кант, тарт, улут, but no -рд or -мл). An abbreviation has no vowel at all (РФ).
pub fn may_end(stem: &[Letter]) -> bool {
    let vowels = stem.iter().copied().filter(|letter| is_vowel(*letter)).count();
    match *stem {
        _ if vowels == 0 => stem.len() > 1,
        [.., before, last] if !is_vowel(before) && !is_vowel(last) => is_voiceless(last) && stem.len() > 2,
        [.., last] if is_vowel(last) => vowels > 1 && stem.len() > 2,
        _ => stem.len() > 2,
    }
}

/// РФ, АКШ: read by the names of its letters, so that suffixes follow sounds nobody writes (АКШда, РФтин, КРдин).
pub fn is_abbreviation(stem: &[Letter]) -> bool {
    let consonants = |letters: &[Letter]| letters.iter().all(|letter| !is_vowel(*letter));
    match stem {
        [first, rest @ ..] if is_vowel(*first) => (2..4).contains(&rest.len()) && consonants(rest),
        _ => consonants(stem),
    }
}
