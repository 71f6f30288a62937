//! What a term is, which entries about one are acceptable, and where forms of terms stand in a text. Pure.

use platform::actor::MemberId;
use platform::clock::Timestamp;
use platform::lang::{Lang, Localized};

mod finder;

pub use finder::{Finder, explain};

platform::id_type!(
    /// One notion of the programme, with its words in three languages.
    pub TermId;
    /// One way to say it in one language.
    pub FormId
);

/// Writes an enum with its codes and the messages that name it.
macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal, $label:literal);+ $(;)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            pub const fn code(self) -> &'static str {
                match self { $($name::$variant => $code),+ }
            }

            pub const fn label(self) -> &'static str {
                match self { $($name::$variant => $label),+ }
            }

            pub fn parse(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.code() == code)
            }
        }
        platform::text_column!($name);
    };
}

coded! {
    /// How a form is to be used.
    Manner {
        /// The one to write. A language has one at most.
        Preferred = "preferred", "glossary-preferred";
        Also = "also", "glossary-also";
        /// People say so; approved texts should not, for a reason that stands beside it.
        Avoid = "avoid", "glossary-avoid";
    }
}

coded! {
    /// How well a form is known to be what speakers of the language say.
    Confidence {
        /// Seen in texts of others, with this meaning.
        High = "high", "glossary-confidence-high";
        /// Its parts were seen, or somebody who knows the language entered it.
        Medium = "medium", "glossary-confidence-medium";
        /// Put together, not heard from anybody.
        Low = "low", "glossary-confidence-low";
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Form {
    pub id: FormId,
    pub language: Lang,
    pub words: String,
    pub manner: Manner,
    /// Why to avoid it; otherwise empty.
    pub reason: String,
    pub confidence: Confidence,
    /// When a member vouched for a form of low confidence, and who.
    pub confirmed: Option<(Timestamp, MemberId)>,
}

impl Form {
    /// Whether readers may see it. Its twin in SQL is the condition of `store::FORMS`.
    pub fn is_shown(&self) -> bool {
        self.confidence != Confidence::Low || self.confirmed.is_some()
    }

    pub fn is_said(&self) -> bool {
        self.manner != Manner::Avoid
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Term {
    pub id: TermId,
    /// Stands in addresses, and never changes.
    pub key: String,
    /// In plain words; a language may be empty.
    pub definition: Localized<String>,
    /// Readers get the definition where the term stands in a text.
    pub explained: bool,
    pub version: i64,
    pub created_at: Timestamp,
    /// Of each language those to say come first, the preferred one before all.
    pub forms: Vec<Form>,
}

impl Term {
    pub fn of(&self, language: Lang) -> impl Iterator<Item = &Form> {
        self.forms.iter().filter(move |form| form.language == language)
    }

    /// What readers are told to say.
    pub fn said(&self, language: Lang) -> impl Iterator<Item = &Form> {
        self.of(language).filter(|form| form.is_said() && form.is_shown())
    }

    /// The word for it in a language, as far as readers may see one.
    pub fn name(&self, language: Lang) -> Option<&str> {
        self.said(language).next().map(|form| form.words.as_str())
    }

    /// The word for it in this language or, if it has none, in the first that has one.
    pub fn name_or_other(&self, language: Lang) -> (Lang, &str) {
        let all = [language, Lang::Ru, Lang::En, Lang::Ky];
        let named = all.into_iter().find_map(|lang| Some((lang, self.name(lang)?)));
        named.unwrap_or((Lang::En, self.key.as_str()))
    }

    /// Without the forms that no reader may see.
    pub fn as_shown(mut self) -> Term {
        self.forms.retain(Form::is_shown);
        self
    }
}

/// A form as somebody enters it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entered {
    pub language: Lang,
    pub words: String,
    pub manner: Manner,
    pub reason: String,
    pub confidence: Confidence,
}

/// What is entered about a term.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Details {
    pub definition: Localized<String>,
    pub explained: bool,
    pub forms: Vec<Entered>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mistake {
    Key,
    DefinitionLong(Lang),
    /// It shall be explained, and a language has no words for that.
    DefinitionMissing(Lang),
    SayMissing(Lang),
    SayWrong(Lang),
    AvoidWrong(Lang),
    ReasonMissing(Lang),
    Twice(Lang),
}

impl Mistake {
    /// The form's field and the message that says what to do.
    pub const fn words(self) -> (&'static str, &'static str) {
        const fn field(of: [&'static str; 3], lang: Lang) -> &'static str {
            match lang {
                Lang::Ky => of[0],
                Lang::Ru => of[1],
                Lang::En => of[2],
            }
        }
        const DEFINITION: [&str; 3] = ["definition_ky", "definition_ru", "definition_en"];
        const SAY: [&str; 3] = ["say_ky", "say_ru", "say_en"];
        const AVOID: [&str; 3] = ["avoid_ky", "avoid_ru", "avoid_en"];
        match self {
            Self::Key => ("key", "glossary-key-wrong"),
            Self::DefinitionLong(lang) => (field(DEFINITION, lang), "glossary-definition-long"),
            Self::DefinitionMissing(lang) => (field(DEFINITION, lang), "glossary-definition-missing"),
            Self::SayMissing(lang) => (field(SAY, lang), "glossary-say-missing"),
            Self::SayWrong(lang) => (field(SAY, lang), "glossary-say-wrong"),
            Self::AvoidWrong(lang) => (field(AVOID, lang), "glossary-avoid-wrong"),
            Self::ReasonMissing(lang) => (field(AVOID, lang), "glossary-reason-missing"),
            Self::Twice(lang) => (field(SAY, lang), "glossary-twice"),
        }
    }
}

const LONGEST_DEFINITION: usize = 600;
const LONGEST_FORM: usize = 120;
const LONGEST_REASON: usize = 300;
/// Of one language, to say and to avoid together.
const MOST_FORMS: usize = 12;

/// Without stray spaces.
pub fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether this can stand in addresses.
pub fn is_key(text: &str) -> bool {
    let fitting = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (2..=40).contains(&text.len())
        && text.chars().all(fitting)
        && !text.starts_with('-')
        && !["new", "known"].contains(&text)
}

impl Details {
    /// Tidied, of each language one form preferred, and with all mistakes in the order of the form.
    pub fn checked(self) -> Result<Details, Vec<Mistake>> {
        let definition = Localized::from_fn(|lang| line(self.definition.get(lang)));
        let mut mistakes = Vec::new();
        let mut note = |wrong: bool, mistake| {
            if wrong && !mistakes.contains(&mistake) {
                mistakes.push(mistake);
            }
        };
        for (lang, text) in definition.iter() {
            note(text.chars().count() > LONGEST_DEFINITION, Mistake::DefinitionLong(lang));
            note(self.explained && text.is_empty(), Mistake::DefinitionMissing(lang));
        }
        let mut forms: Vec<Entered> = Vec::new();
        for lang in Lang::ALL {
            let of_language = self.forms.iter().filter(|form| form.language == lang);
            let (said, avoided): (Vec<&Entered>, Vec<&Entered>) =
                of_language.partition(|form| form.manner != Manner::Avoid);
            note(said.is_empty(), Mistake::SayMissing(lang));
            note(said.len() + avoided.len() > MOST_FORMS, Mistake::SayWrong(lang));
            for (at, form) in said.into_iter().enumerate() {
                let words = line(&form.words);
                note(!is_form(&words), Mistake::SayWrong(lang));
                let manner = if at == 0 { Manner::Preferred } else { Manner::Also };
                forms.push(Entered { words, manner, reason: String::new(), ..form.clone() });
            }
            for form in avoided {
                let (words, reason) = (line(&form.words), line(&form.reason));
                let long = reason.chars().count() > LONGEST_REASON;
                note(!is_form(&words) || long, Mistake::AvoidWrong(lang));
                note(reason.is_empty(), Mistake::ReasonMissing(lang));
                forms.push(Entered { words, reason, ..form.clone() });
            }
        }
        for (at, form) in forms.iter().enumerate() {
            let same = |other: &Entered| other.language == form.language && other.words == form.words;
            note(forms[..at].iter().any(same), Mistake::Twice(form.language));
        }
        if mistakes.is_empty() {
            Ok(Details { definition, explained: self.explained, forms })
        } else {
            Err(mistakes)
        }
    }
}

/// Whether a text could be searched for it.
fn is_form(words: &str) -> bool {
    words.chars().count() <= LONGEST_FORM && words.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entered(language: Lang, manner: Manner, words: &str, reason: &str) -> Entered {
        let (words, reason) = (words.to_owned(), reason.to_owned());
        Entered { language, words, manner, reason, confidence: Confidence::High }
    }

    fn said() -> Vec<Entered> {
        let words = [(Lang::Ky, " адам  сатуу "), (Lang::Ru, "торговля людьми"), (Lang::En, "trafficking")];
        words.map(|(lang, words)| entered(lang, Manner::Also, words, "")).to_vec()
    }

    #[test]
    fn what_is_entered_first_is_preferred() {
        let mut forms = said();
        forms.push(entered(Lang::Ky, Manner::Preferred, "адамдарды сатуу", "left over"));
        let checked = Details { forms, ..Details::default() }.checked().unwrap();
        let ky: Vec<_> = checked.forms.iter().filter(|form| form.language == Lang::Ky).collect();
        assert_eq!((ky[0].words.as_str(), ky[0].manner), ("адам сатуу", Manner::Preferred));
        assert_eq!((ky[1].manner, ky[1].reason.as_str()), (Manner::Also, ""));
    }

    #[test]
    fn all_mistakes_are_told_at_once() {
        let mut forms = said();
        forms.remove(1);
        forms.push(entered(Lang::Ky, Manner::Avoid, "кулчулук", " "));
        forms.push(entered(Lang::En, Manner::Avoid, "trafficking", "said already"));
        forms.push(entered(Lang::En, Manner::Also, "«…»", ""));
        let wrong = Details { forms, explained: true, ..Details::default() }.checked().unwrap_err();
        let expected = [
            Mistake::DefinitionMissing(Lang::Ky),
            Mistake::DefinitionMissing(Lang::Ru),
            Mistake::DefinitionMissing(Lang::En),
            Mistake::ReasonMissing(Lang::Ky),
            Mistake::SayMissing(Lang::Ru),
            Mistake::SayWrong(Lang::En),
            Mistake::Twice(Lang::En),
        ];
        assert_eq!(wrong, expected);
    }

    #[test]
    fn a_form_of_low_confidence_is_no_readers_word_until_somebody_vouches() {
        let form = |words: &str, confidence| Form {
            id: FormId::from(1),
            language: Lang::Ky,
            words: words.into(),
            manner: Manner::Preferred,
            reason: String::new(),
            confidence,
            confirmed: None,
        };
        let mut term = Term {
            id: TermId::from(1),
            key: "hotline".into(),
            definition: Localized::default(),
            explained: false,
            version: 1,
            created_at: Timestamp(0),
            forms: vec![form("ысык линия", Confidence::Low)],
        };
        assert_eq!((term.name(Lang::Ky), term.name_or_other(Lang::Ky)), (None, (Lang::En, "hotline")));
        term.forms.push(form("ишеним телефону", Confidence::Medium));
        assert_eq!(term.name(Lang::Ky), Some("ишеним телефону"));
        assert_eq!(term.clone().as_shown().forms.len(), 1);
        term.forms[0].confirmed = Some((Timestamp(1), MemberId::from(7)));
        assert_eq!(term.name(Lang::Ky), Some("ысык линия"));
    }
}
