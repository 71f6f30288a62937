//! The suffixes of Kyrgyz in their order. A suffix names the slot it stands in; the analysis takes suffixes off from the
//! right, and each time may only go further in: question, person, case, possession, plural, and behind a participle the
//! negation, the voice and the verb.
//!
//! Capital letters stand for a sound that changes with its surroundings: `A` а/е/о/ө, `I` ы/и/у/ү, `D` д/т, `G` г/к,
//! `B` б/п/в, `L` л/д/т, `N` н/д/т, `Ww` the long уу/үү, `Oo` the long оо/өө in which a stem's last vowel has melted.

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
const FINITE: Slots = WORD | ASKED;
const VERBAL: Slots = VERB | VOICE;

/// Pattern, where, what is left, least letters of an unknown stem. `(x)` is there only after a consonant if x is a vowel,
/// and only after a vowel if x is a consonant.
pub type Row = (&'static str, Slots, Slots, u8);

/// No unknown stem may stand before it: it is too short to tell a suffix from the end of a stem.
pub const KNOWN: u8 = u8::MAX;

pub const NOUNS: &[Row] = &[
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
    ("гI", NOMINAL, STEM, KNOWN),
    // More so (арзаныраак, кеңирээк).
    ("(I)раак", NOMINAL, STEM, 3),
    ("(I)рээк", NOMINAL, STEM, 3),
    ("(I)роок", NOMINAL, STEM, 3),
    ("(I)рөөк", NOMINAL, STEM, 3),
    // Arabic adjectives of nouns we have too (диний, тарыхый).
    ("ый", NOMINAL, STEM, KNOWN),
    ("ий", NOMINAL, STEM, KNOWN),
];

pub const VERBS: &[Row] = &[
    // Past: what happened, and who did it.
    ("DI", FINITE, VERB, 2),
    ("DIм", FINITE, VERB, 2),
    ("DIң", FINITE, VERB, KNOWN),
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
    // What somebody feels like doing (кеткиси келет).
    ("GI", NOMINAL, VERB, KNOWN),
    ("мAк", NOMINAL, VERB, KNOWN),
    ("мAкчI", FINITE, VERB, 3),
    // Not.
    ("BA", VERB, VOICE, 2),
    ("BAй", FINITE, VOICE, 2),
    ("мAй", FINITE, VOICE, KNOWN),
    ("BAс", NOMINAL, VOICE, 2),
    // Voice: passive, together.
    ("(I)л", VERBAL, VOICE, 3),
    // After a stem with л the passive is -н (алын, каржылан).
    ("(I)н", VERBAL, VOICE, KNOWN),
    ("(I)ш", VERBAL, VOICE, 4),
    // The causative usually makes a word of its own (бил, билдир), which the lexicon then has; of other verbs it is taken off.
    ("т", VERBAL, VOICE, KNOWN),
    ("DIр", VERBAL, VOICE, KNOWN),
    ("GIз", VERBAL, VOICE, KNOWN),
];
