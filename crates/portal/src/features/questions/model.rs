//! A question and what may become of it. Pure.
//!
//! Where a question stands is read from what happened to it: it has no state of its own that could contradict that.

use super::personal::{self, Found};
use crate::features::documents::DocumentId;
use morph::Language;
use platform::actor::{MemberId, OrganisationId};
use platform::clock::Timestamp;
use platform::lang::Lang;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

platform::id_type!(pub QuestionId);

pub const LONGEST_TEXT: usize = 300;
pub const LONGEST_CONTEXT: usize = 1_000;
pub const LONGEST_REASON: usize = 500;

/// How many different words of a question are compared with those of others.
const MOST_WORDS: usize = 24;

const DAY_MS: i64 = 24 * 3600 * 1000;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub id: QuestionId,
    pub text: String,
    pub context: String,
    pub language: Lang,
    pub region: String,
    pub audience: String,
    pub asked_by: Option<MemberId>,
    pub organisation: Option<OrganisationId>,
    pub asked_at: Timestamp,
    pub lead: Option<QuestionId>,
    pub assigned_to: Option<MemberId>,
    pub answer: Option<DocumentId>,
    pub answered_at: Option<Timestamp>,
    pub closed_at: Option<Timestamp>,
    pub closed_reason: String,
    /// How many others asked the same.
    pub grouped: i64,
}
platform::from_row!(Question {
    id,
    text,
    context,
    language,
    region,
    audience,
    asked_by,
    organisation,
    asked_at,
    lead,
    assigned_to,
    answer,
    answered_at,
    closed_at,
    closed_reason,
    grouped
});

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    Open,
    /// Somebody works on it, or an answer is being written.
    Taken,
    /// Another question asks the same and is answered for both.
    Grouped,
    Answered,
    Closed,
}

/// Why something cannot be done with a question.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CannotChange {
    /// It is answered, closed or grouped; the page was old.
    NotOpen,
    /// It leads others itself, or the other one does not lead.
    NotALead,
    ReasonMissing,
    /// The document is not an answer that could be published.
    NoAnswer,
}

impl CannotChange {
    pub fn message(self) -> &'static str {
        match self {
            Self::NotOpen => "questions-cannot-not-open",
            Self::NotALead => "questions-cannot-group",
            Self::ReasonMissing => "questions-cannot-no-reason",
            Self::NoAnswer => "questions-cannot-no-answer",
        }
    }
}

impl Question {
    pub fn state(&self) -> State {
        if self.closed_at.is_some() {
            State::Closed
        } else if self.lead.is_some() {
            State::Grouped
        } else if self.answered_at.is_some() {
            State::Answered
        } else if self.assigned_to.is_some() || self.answer.is_some() {
            State::Taken
        } else {
            State::Open
        }
    }

    pub fn is_open(&self) -> bool {
        matches!(self.state(), State::Open | State::Taken)
    }

    pub fn check_open(&self) -> Result<(), CannotChange> {
        if self.is_open() { Ok(()) } else { Err(CannotChange::NotOpen) }
    }

    /// Whether this one can be answered together with `lead`: one level only, so that an asker finds the answer at once.
    pub fn check_group(&self, lead: &Question) -> Result<(), CannotChange> {
        self.check_open()?;
        let leads = matches!(lead.state(), State::Open | State::Taken | State::Answered);
        if !leads || lead.id == self.id || self.grouped > 0 {
            return Err(CannotChange::NotALead);
        }
        Ok(())
    }

    /// Whole days that it has waited, or waited until it was answered or closed.
    pub fn days_open(&self, now: Timestamp) -> i64 {
        let until = self.answered_at.or(self.closed_at).unwrap_or(now);
        (until.0 - self.asked_at.0).max(0) / DAY_MS
    }
}

/// What was entered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewQuestion {
    pub text: String,
    pub context: String,
    pub region: String,
    pub audience: String,
}

/// Why a question was not taken in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mistake {
    TextMissing,
    TextTooLong,
    ContextTooLong,
}

impl Mistake {
    /// The field, and the message.
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::TextMissing => ("text", "questions-text-missing"),
            Self::TextTooLong => ("text", "questions-text-too-long"),
            Self::ContextTooLong => ("context", "questions-context-too-long"),
        }
    }
}

impl NewQuestion {
    /// Without anything that could lead to a person, and what was taken out.
    pub fn cleaned(self) -> (Self, BTreeMap<Found, usize>) {
        let line = self.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let (text, mut found) = personal::strip(&line);
        let (context, more) = personal::strip(self.context.replace('\r', "").trim());
        for (what, count) in more {
            *found.entry(what).or_default() += count;
        }
        (Self { text, context, ..self }, found)
    }

    pub fn check(&self) -> Result<(), Vec<Mistake>> {
        let mut mistakes = Vec::new();
        match self.text.chars().count() {
            0..3 => mistakes.push(Mistake::TextMissing),
            3..=LONGEST_TEXT => {}
            _ => mistakes.push(Mistake::TextTooLong),
        }
        if self.context.chars().count() > LONGEST_CONTEXT {
            mistakes.push(Mistake::ContextTooLong);
        }
        if mistakes.is_empty() { Ok(()) } else { Err(mistakes) }
    }
}

/// The keys of a question's words, as numbers. Words of one or two letters say too little about what is asked.
pub fn words(language: Lang, text: &str) -> BTreeSet<i64> {
    let language = match language {
        Lang::Ky => Language::Kyrgyz,
        Lang::Ru => Language::Russian,
        Lang::En => Language::English,
    };
    let keys = morph::keys_of(language, text).map(|(_, key)| key.into_owned());
    keys.filter(|key| key.chars().count() > 2).map(|key| number(&key)).take(MOST_WORDS).collect()
}

fn number(key: &str) -> i64 {
    let hash = Sha256::digest(key);
    i64::from_be_bytes(hash[..8].try_into().expect("a hash has 32 bytes"))
}

#[cfg(test)]
mod tests {
    use super::*;

    pub fn question(id: i64) -> Question {
        Question {
            id: id.into(),
            text: "Куда звонить, если забрали паспорт?".into(),
            context: String::new(),
            language: Lang::Ru,
            region: String::new(),
            audience: String::new(),
            asked_by: None,
            organisation: None,
            asked_at: Timestamp(0),
            lead: None,
            assigned_to: None,
            answer: None,
            answered_at: None,
            closed_at: None,
            closed_reason: String::new(),
            grouped: 0,
        }
    }

    #[test]
    fn groups_have_one_level() {
        let (first, mut second) = (question(1), question(2));
        assert_eq!(first.check_group(&second), Ok(()));
        assert_eq!(first.check_group(&first), Err(CannotChange::NotALead));
        second.lead = Some(3.into());
        assert_eq!(first.check_group(&second), Err(CannotChange::NotALead));
        assert_eq!(second.check_group(&first), Err(CannotChange::NotOpen));
        let leading = Question { grouped: 1, ..question(4) };
        assert_eq!(leading.check_group(&first), Err(CannotChange::NotALead));
    }

    #[test]
    fn the_days_stop_when_it_is_answered() {
        let mut asked = question(1);
        assert_eq!(asked.days_open(Timestamp(3 * DAY_MS + 5)), 3);
        asked.answered_at = Some(Timestamp(DAY_MS));
        assert_eq!(asked.days_open(Timestamp(30 * DAY_MS)), 1);
        assert_eq!(asked.state(), State::Answered);
    }

    #[test]
    fn forms_of_the_same_words_have_the_same_keys() {
        let first = words(Lang::Ru, "Куда звонить, если забрали паспорт?");
        let second = words(Lang::Ru, "У меня забрали паспорта. Куда позвонить?");
        assert!(first.intersection(&second).count() >= 3, "{first:?} {second:?}");
        let ky = words(Lang::Ky, "Паспортумду алып коюшса, кайда чалам?");
        assert!(!ky.is_empty());
    }

    #[test]
    fn a_question_is_one_line_of_bounded_length() {
        let new = NewQuestion { text: "  Кайда\n чалам?  ".into(), ..NewQuestion::default() };
        let (clean, found) = new.cleaned();
        assert_eq!((clean.text.as_str(), found.len()), ("Кайда чалам?", 0));
        assert_eq!(clean.check(), Ok(()));
        let long = NewQuestion { text: "я".repeat(301), ..NewQuestion::default() };
        assert_eq!(long.check(), Err(vec![Mistake::TextTooLong]));
        assert_eq!(NewQuestion::default().check(), Err(vec![Mistake::TextMissing]));
    }
}
