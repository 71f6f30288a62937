//! Editions and what may happen to them. Pure: no SQL, no HTTP, no clock.

use super::fields::{Fields, Mistake};
use platform::actor::{MemberId, OrganisationId};
use platform::clock::Timestamp;
use platform::lang::Lang;
use sha2::{Digest, Sha256};

platform::id_type!(
    /// A document: the same message in up to three languages, through all its editions.
    pub DocumentId;
    /// One edition: one language's text.
    pub EditionId
);

/// Writes an enum with its codes, as the database and addresses know them.
macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $code),+ }
            }

            pub fn parse(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.code() == code)
            }
        }

        platform::text_column!($name);
    };
}
pub(super) use coded;

coded! {
    /// What a document is. The word in the address and the database; its name in people's words is a message.
    Kind {
        Report = "report",
        Law = "law",
        Statement = "statement",
        GroupPaper = "group_paper",
        TalkingPoints = "talking_points",
        PressRelease = "press_release",
        Brochure = "brochure",
        Poster = "poster",
        SocialKit = "social_kit",
        Video = "video",
        SuccessStory = "success_story",
        MediaCoverage = "media_coverage",
        Answer = "answer",
    }
}

coded! {
    /// draft → submitted → (returned →) approved → published → superseded | withdrawn | removed
    State {
        Draft = "draft",
        Submitted = "submitted",
        Returned = "returned",
        Approved = "approved",
        Published = "published",
        Superseded = "superseded",
        Withdrawn = "withdrawn",
        Removed = "removed",
    }
}

impl State {
    /// Only a draft changes; everything else is a new edition.
    pub fn is_editable(self) -> bool {
        matches!(self, State::Draft | State::Returned)
    }

    /// Not yet published.
    pub fn is_open(self) -> bool {
        matches!(self, State::Draft | State::Submitted | State::Returned | State::Approved)
    }

    /// Everybody may read it, though perhaps with a warning.
    pub fn is_public(self) -> bool {
        matches!(self, State::Published | State::Superseded | State::Withdrawn)
    }
}

coded! {
    /// How firm an approval is; always shown to the reader.
    Level {
        /// A signed act with number and date.
        Official = "official",
        /// Informal: by e-mail, telephone or in a meeting.
        Agreed = "agreed",
        /// The organisation's own text.
        Own = "own",
    }
}

coded! {
    /// What shall happen once a text is approved.
    Wish {
        Publish = "publish",
        Wait = "wait",
    }
}

/// The longest texts, in characters: enough for a report, too short for an attack.
pub const LONGEST_TITLE: usize = 300;
pub const LONGEST_SUMMARY: usize = 1_000;
pub const LONGEST_BODY: usize = 200_000;

/// The words of an edition.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Text {
    pub title: String,
    /// One paragraph for lists and shared links; may be empty.
    pub summary: String,
    /// Markdown.
    pub body: String,
    /// What the kind of document asks for beside the words.
    pub fields: Fields,
}

impl Text {
    /// The text as it is kept: clean, a title and a summary of one line each.
    pub fn tidy(&self) -> Text {
        Text {
            title: clean(&self.title.replace('\n', " ")),
            summary: clean(&self.summary.replace('\n', " ")),
            body: clean(&self.body),
            fields: self.fields.clone(),
        }
    }

    /// Nothing is cut off: whoever wrote too much is told, and keeps it.
    pub fn check_length(&self, kind: Kind) -> Result<(), CannotSave> {
        let parts = [
            ("title", &self.title, LONGEST_TITLE),
            ("summary", &self.summary, LONGEST_SUMMARY),
            ("body", &self.body, LONGEST_BODY),
        ];
        match parts.into_iter().find(|(_, text, limit)| text.chars().count() > *limit) {
            Some((field, _, limit)) => Err(CannotSave::TooLong { field, limit }),
            None => match self.fields.too_long(kind) {
                Some((field, limit)) => Err(CannotSave::TooLong { field, limit }),
                None => Ok(()),
            },
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    pub id: EditionId,
    pub document: DocumentId,
    pub kind: Kind,
    pub organisation: OrganisationId,
    pub language: Lang,
    pub number: i64,
    pub state: State,
    pub text: Text,
    pub version: i64,
    pub text_hash: Option<Vec<u8>>,
    pub created_by: MemberId,
    pub changed_by: MemberId,
    pub changed_at: Timestamp,
    pub submitted_by: Option<MemberId>,
    pub submitted_at: Option<Timestamp>,
    pub wish: Wish,
    pub publish_at: Option<Timestamp>,
    pub level: Option<Level>,
    pub published_at: Option<Timestamp>,
    pub approval_due_at: Option<Timestamp>,
    pub superseded_by: Option<EditionId>,
    pub superseded_at: Option<Timestamp>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CannotSave {
    /// Somebody saved in between; theirs has this version.
    Stale,
    /// It was submitted meanwhile; submitted texts never change.
    NotEditable,
    /// More than anybody reads, or an attack; so many characters are taken.
    TooLong { field: &'static str, limit: usize },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CannotSubmit {
    Stale,
    NotEditable,
    NoTitle,
    NoText,
    /// Its sender has not seen yet what cleaning took out of an attached file.
    FilesUnseen,
    /// What its kind asks for is missing or wrong.
    Fields(Vec<Mistake>),
    /// It says other figures, days or numbers than its siblings, and nobody said why.
    Differs,
}

impl Edition {
    /// All its words, one after the other: title, summary, text and what people wrote into fields.
    pub fn in_words(&self) -> String {
        let filled = self.text.fields.words(self.kind, false);
        let Text { title, summary, body, .. } = &self.text;
        let parts = [title.as_str(), summary.as_str(), body.as_str(), filled.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
    }

    /// What an approval is bound to: the SHA-256 of language, title, summary, text, fields and attached files.
    ///
    /// The bytes hashed are: `birge edition 1`, the language, the title, the summary, the body, then the
    /// SHA-256 of each file in hexadecimal in their order; each of these on its own, ended by a zero byte,
    /// which no text contains. With fields it is `birge edition 2`, and the fields as they are kept stand between
    /// the body and the files. So no two different editions are hashed from the same bytes, and a text without
    /// fields has the hash it had before there were any.
    pub fn text_hash(&self, files: &[[u8; 32]]) -> [u8; 32] {
        let mut hash = Sha256::new();
        let Text { title, summary, body, fields } = &self.text;
        let kept = fields.to_text();
        let rule = if fields.is_empty() { "birge edition 1" } else { "birge edition 2" };
        let fields = (!fields.is_empty()).then_some(kept.as_str());
        for part in [rule, self.language.code(), title, summary, body].into_iter().chain(fields) {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        for file in files {
            let hex: String = file.iter().map(|byte| format!("{byte:02x}")).collect();
            hash.update(hex.as_bytes());
            hash.update([0]);
        }
        hash.finalize().into()
    }

    pub fn check_save(&self, version: i64) -> Result<(), CannotSave> {
        if !self.state.is_editable() {
            Err(CannotSave::NotEditable)
        } else if self.version != version {
            Err(CannotSave::Stale)
        } else {
            Ok(())
        }
    }

    pub fn check_submit(&self, version: i64) -> Result<(), CannotSubmit> {
        if !self.state.is_editable() {
            Err(CannotSubmit::NotEditable)
        } else if self.version != version {
            Err(CannotSubmit::Stale)
        } else if self.text.title.trim().is_empty() {
            Err(CannotSubmit::NoTitle)
        } else if self.text.body.trim().is_empty() {
            Err(CannotSubmit::NoText)
        } else {
            Ok(())
        }
    }

    /// Whether it waits for a decision of an approver: submitted, or published in an emergency.
    pub fn awaits_approval(&self) -> bool {
        self.state == State::Submitted || (self.state == State::Published && self.approval_due_at.is_some())
    }

    /// Under embargo: approved, and a time is set.
    pub fn embargo(&self) -> Option<Timestamp> {
        self.publish_at.filter(|_| self.state == State::Approved && self.wish == Wish::Publish)
    }
}

/// The number of a new edition: after its own language's last one, and not behind its siblings.
pub fn next_number(last_of_language: Option<i64>, highest_published: i64) -> i64 {
    last_of_language.map_or(1, |last| last + 1).max(highest_published)
}

/// Cleans what people type or paste: line ends, zero bytes, white space around.
pub fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "");
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    pub fn edition() -> Edition {
        Edition {
            id: 1.into(),
            document: 2.into(),
            kind: Kind::PressRelease,
            organisation: 3.into(),
            language: Lang::Ru,
            number: 1,
            state: State::Draft,
            text: Text { title: "Т".into(), body: "Текст".into(), ..Text::default() },
            version: 1,
            text_hash: None,
            created_by: 4.into(),
            changed_by: 4.into(),
            changed_at: Timestamp(0),
            submitted_by: None,
            submitted_at: None,
            wish: Wish::Publish,
            publish_at: None,
            level: None,
            published_at: None,
            approval_due_at: None,
            superseded_by: None,
            superseded_at: None,
        }
    }

    #[test]
    fn any_change_of_the_text_changes_its_hash() {
        let first = edition();
        let hash = first.text_hash(&[]);
        let mut moved = first.clone();
        moved.text = Text { title: "ТТекст".into(), ..Text::default() };
        let mut filled = first.clone();
        filled.text.fields = Fields::default().with("contact", "Пресс-служба");
        let mut kyrgyz = first.clone();
        kyrgyz.language = Lang::Ky;
        assert_eq!(hash, first.clone().text_hash(&[]));
        for other in [&moved, &kyrgyz, &filled].map(|it| it.text_hash(&[])) {
            assert_ne!(hash, other);
        }
        assert_ne!(hash, first.text_hash(&[[0; 32]]));
    }

    /// Both are contracts: approvals of years are bound to them.
    #[test]
    fn hashes_of_texts_with_and_without_fields_are_what_they_were() {
        let hex = |edition: &Edition| -> String {
            edition.text_hash(&[[7; 32]]).iter().map(|byte| format!("{byte:02x}")).collect()
        };
        let mut edition = edition();
        assert_eq!(hex(&edition), "8a877d62a8e3cd02a0ef8aa7ecbb5299719a474a7556388906b03110296f8ded");
        edition.text.fields = Fields::default().with("contact", "Пресс-служба").with("contact_phone", "0");
        let bytes = concat!(
            "birge edition 2\0ru\0Т\0\0Текст\0",
            r#"{"v":1,"values":{"contact":"Пресс-служба","contact_phone":"0"}}"#,
            "\0",
            "0707070707070707070707070707070707070707070707070707070707070707\0",
        );
        let by_hand: [u8; 32] = Sha256::digest(bytes).into();
        assert_eq!(edition.text_hash(&[[7; 32]]), by_hand);
    }

    #[test]
    fn only_the_newest_draft_can_be_saved_or_submitted() {
        let mut edition = edition();
        assert_eq!(edition.check_save(1), Ok(()));
        assert_eq!(edition.check_save(0), Err(CannotSave::Stale));
        assert_eq!(edition.check_submit(0), Err(CannotSubmit::Stale));
        for state in State::ALL.iter().filter(|state| !state.is_editable()) {
            edition.state = *state;
            assert_eq!(edition.check_save(1), Err(CannotSave::NotEditable));
            assert_eq!(edition.check_submit(1), Err(CannotSubmit::NotEditable));
        }
    }

    #[test]
    fn an_empty_text_is_not_submitted() {
        let mut edition = edition();
        edition.text.body = " \n".into();
        assert_eq!(edition.check_submit(1), Err(CannotSubmit::NoText));
        edition.text.title = String::new();
        assert_eq!(edition.check_submit(1), Err(CannotSubmit::NoTitle));
    }

    #[test]
    fn a_text_that_is_too_long_is_refused_and_not_cut() {
        let text = |letters| Text { body: "ө".repeat(letters), ..Text::default() };
        assert_eq!(text(LONGEST_BODY).check_length(Kind::Law), Ok(()));
        let cannot = CannotSave::TooLong { field: "body", limit: LONGEST_BODY };
        assert_eq!(text(LONGEST_BODY + 1).check_length(Kind::Law), Err(cannot));
        assert_eq!(text(LONGEST_BODY + 1).tidy().body.chars().count(), LONGEST_BODY + 1);
    }

    #[test]
    fn a_new_language_starts_at_the_number_of_its_siblings() {
        assert_eq!(next_number(None, 0), 1);
        assert_eq!(next_number(None, 2), 2);
        assert_eq!(next_number(Some(2), 2), 3);
    }
}
