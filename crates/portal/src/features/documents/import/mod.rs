//! A Word document that becomes a draft: its text is taken, the file itself is not kept, and its sender is told what could not be
//! taken over.
//!
//! Reading happens in a process of its own, the hidden command `birge read-docx`: see `platform::child`.

pub(super) mod routes;
#[cfg(test)]
mod tests;

use super::model::{LONGEST_BODY, LONGEST_TITLE, Text};
use crate::features::files;
use anyhow::Context as _;
use extract::{Dropped, Limits};
use platform::child::{Children, NoAnswer, Task};
use platform::files::SetAside;
use platform::lang::L10n;
use serde::{Deserialize, Serialize};
use std::time::Duration;

const AT_ONCE: usize = 2;

/// The argument is empty.
pub static READ_DOCX: Task = Task {
    command: "read-docx",
    work,
    most_bytes: 100_000_000,
    memory_bytes: 1 << 29,
    cpu_seconds: 10,
    within: Duration::from_secs(30),
};

/// What was read: what becomes the draft, and what is not in it, by the codes of `extract`, with how often.
#[derive(Serialize, Deserialize)]
pub struct Taken {
    title: String,
    body: String,
    dropped: Vec<(String, usize)>,
}

/// Why there is no draft.
pub enum CannotTake {
    /// The form comes back for another reason, and the file with it has to be chosen anew.
    Again,
    /// It is something else, perhaps a document of an old Word.
    NoDocx,
    NoText,
    TooLong,
    /// What also keeps a file from being taken in.
    Refused(files::Refused),
}

pub struct Importer(Children);

impl Importer {
    pub fn of_this_program() -> Importer {
        Importer(Children::of("birge", AT_ONCE))
    }

    async fn take(&self, file: SetAside) -> Result<Taken, CannotTake> {
        let failed = |error: anyhow::Error| CannotTake::Refused(files::Refused::Failed(error.into()));
        let answer = match self.0.place().await.run(&READ_DOCX, "", file).await {
            Ok(answer) => answer,
            Err(NoAnswer::TooHard) => return Err(CannotTake::Refused(files::Refused::TooHard)),
            Err(error @ NoAnswer::Failed(_)) => return Err(failed(error.into())),
        };
        let said: anyhow::Result<Result<Taken, String>> =
            serde_json::from_slice(&answer).context("the process that reads documents answers strangely");
        let taken = said.map_err(failed)?.map_err(|code| match extract::Refused::parse(&code) {
            Some(extract::Refused::UnknownType | extract::Refused::TypeAndNameDisagree) => CannotTake::NoDocx,
            Some(extract::Refused::Empty) => CannotTake::NoText,
            Some(extract::Refused::TooLarge) => CannotTake::TooLong,
            Some(why) => CannotTake::Refused(files::Refused::Unclean(why)),
            None => failed(anyhow::anyhow!("the process that reads documents answers strangely: {code}")),
        })?;
        // A text cut in the middle would look whole.
        if taken.body.chars().count() > LONGEST_BODY || taken.title.chars().count() > LONGEST_TITLE {
            return Err(CannotTake::TooLong);
        }
        Ok(taken)
    }
}

fn work(_: &str, bytes: &[u8]) -> Vec<u8> {
    // No letter takes more than four bytes.
    let limits = Limits { text_bytes: 4 * LONGEST_BODY, ..Limits::default() };
    let taken = extract::markdown(bytes, &limits).map_err(|refused| refused.code());
    let taken = taken.map(|draft| Taken {
        title: draft.title,
        body: draft.body,
        dropped: draft.dropped.into_iter().map(|(what, count)| (what.code().to_owned(), count)).collect(),
    });
    serde_json::to_vec(&taken).expect("plain words and numbers")
}

impl Taken {
    fn text(&self) -> Text {
        Text { title: self.title.clone(), body: self.body.clone(), ..Text::default() }
    }

    /// What happened, and what is not as it was in the document.
    fn in_words(&self, l: &L10n) -> String {
        let known = self.dropped.iter().filter_map(|(code, count)| Some((Dropped::parse(code)?, *count)));
        let (moved, gone): (Vec<_>, Vec<_>) = known.partition(|(what, _)| is_moved(*what));
        let list = |found: &[(Dropped, usize)]| {
            let words = found
                .iter()
                .map(|(what, count)| l.f1(words(*what), "count", i64::try_from(*count).unwrap_or(i64::MAX)));
            words.collect::<Vec<_>>().join(", ")
        };
        let mut sentences = vec![l.t("documents-import-done").into_owned()];
        if !gone.is_empty() {
            sentences.push(l.f1("documents-import-gone", "list", list(&gone)));
        }
        if !moved.is_empty() {
            sentences.push(l.f1("documents-import-moved", "list", list(&moved)));
        }
        sentences.join(" ")
    }
}

/// Whether its words are in the draft, though not as they were.
const fn is_moved(what: Dropped) -> bool {
    matches!(
        what,
        Dropped::TrackedChanges
            | Dropped::TextBoxes
            | Dropped::Footnotes
            | Dropped::Links
            | Dropped::MergedCells
            | Dropped::NestedTables
    )
}

const fn words(what: Dropped) -> &'static str {
    match what {
        Dropped::Pictures => "documents-import-pictures",
        Dropped::Drawings => "documents-import-drawings",
        Dropped::Equations => "documents-import-equations",
        Dropped::Objects => "documents-import-objects",
        Dropped::Comments => "documents-import-comments",
        Dropped::TrackedChanges => "documents-import-tracked-changes",
        Dropped::TextBoxes => "documents-import-text-boxes",
        Dropped::Footnotes => "documents-import-footnotes",
        Dropped::HeadersFooters => "documents-import-headers-footers",
        Dropped::Contents => "documents-import-contents",
        Dropped::HiddenText => "documents-import-hidden-text",
        Dropped::Links => "documents-import-links",
        Dropped::MergedCells => "documents-import-merged-cells",
        Dropped::NestedTables => "documents-import-nested-tables",
    }
}
