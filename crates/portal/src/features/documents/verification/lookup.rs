//! What a text or a code turns out to be.

use super::super::fields::pages::{labelled, labels};
use super::super::model::{Edition, State, Text};
use super::super::pages::Full;
use super::super::{papers, store as editions};
use super::code::Code;
use super::index::{ways_to_copy, whole};
use super::store::{self, Found};
use super::words::{Differences, Words, differences};
use crate::web::{Ctx, Error};
use anyhow::Context as _;
use platform::actor::Actor;
use platform::db::{Query, ReadTx};
use tokio::sync::Semaphore;

/// Of a text that is alike in less than so many hundredths nothing is said.
const ALIKE: usize = 25;
/// Texts that are loaded and compared, at most.
const CANDIDATES: usize = 4;
/// Comparisons at once: each takes a core for up to a second.
static ROOM: Semaphore = Semaphore::const_new(2);

#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The published text; or, with `passage`, a part of it, word by word.
    Current {
        text: Found,
        passage: bool,
    },
    /// It was published once, and another edition took its place.
    Replaced {
        text: Found,
        current: Option<Found>,
    },
    Withdrawn {
        text: Found,
        current: Option<Found>,
    },
    /// Published in error and taken away.
    Removed {
        current: Option<Found>,
    },
    /// Much like this text, which is the current one of its document if there is one.
    Differs {
        text: Found,
        differences: Differences,
    },
    Unknown,
}

pub async fn by_code(q: &mut impl Query, code: Code) -> platform::db::Result<Outcome> {
    match store::by_code(q, code).await? {
        Some(found) => standing(q, found, false).await,
        None => Ok(Outcome::Unknown),
    }
}

/// What it means that somebody has just this text.
async fn standing(q: &mut impl Query, text: Found, passage: bool) -> platform::db::Result<Outcome> {
    if text.state == State::Published {
        return Ok(Outcome::Current { text, passage });
    }
    let current = store::current(q, text.document, text.language).await?;
    Ok(match text.state {
        State::Superseded => Outcome::Replaced { text, current },
        State::Withdrawn => Outcome::Withdrawn { text, current },
        _ => Outcome::Removed { current },
    })
}

/// A text that the copy may be one of, and the lines that stand around it on its paper.
struct Candidate {
    edition: Edition,
    text: Text,
    kicker: Words,
    around: Vec<Words>,
}

pub async fn by_text(ctx: &Ctx, text: String) -> Result<Outcome, Error> {
    let codes = Code::all_in(&text);
    let _place = ROOM.acquire().await.context("the semaphore is never closed")?;
    let read = move || {
        let words = Words::of_markdown(&text);
        let (print, asked) = (words.print(), words.asked());
        (words, print, asked)
    };
    let (words, print, asked) = tokio::task::spawn_blocking(read).await.context("reading a text")?;
    if words.is_empty() {
        return Ok(Outcome::Unknown);
    }
    let mut tx = ctx.read().await?;
    if let Some(found) = store::by_print(&mut tx, &print).await? {
        return Ok(standing(&mut tx, found, false).await?);
    }
    let candidates = candidates(ctx, &mut tx, &codes, &asked).await?;
    drop(tx);
    let compare = move || verdict(&words, &candidates);
    let verdict = tokio::task::spawn_blocking(compare).await.context("comparing texts")?;
    let mut tx = ctx.read().await?;
    Ok(match verdict {
        Verdict::Unknown => Outcome::Unknown,
        Verdict::Same { text, passage } => standing(&mut tx, text, passage).await?,
        Verdict::Differs { text, differences } => Outcome::Differs { text, differences },
    })
}

/// The editions whose codes are in the text, and the last public ones of the documents that share its rows of words.
async fn candidates(
    ctx: &Ctx,
    tx: &mut ReadTx,
    codes: &[Code],
    asked: &[i64],
) -> Result<Vec<Candidate>, Error> {
    let mut found: Vec<Edition> = Vec::new();
    let mut texts = Vec::new();
    for code in codes {
        let Some(named) = store::by_code(tx, *code).await? else { continue };
        texts.push((named.document, named.language));
        found.extend(editions::edition(tx, &Actor::Guest, named.id).await?);
    }
    texts.extend(store::by_rows(tx, asked).await?);
    for (document, language) in texts {
        let latest = editions::latest_public(tx, document, language).await?;
        found.extend(latest.filter(|edition| edition.state.is_public()));
    }
    let mut candidates: Vec<Candidate> = Vec::new();
    for edition in found {
        if candidates.len() == CANDIDATES || candidates.iter().any(|known| known.edition.id == edition.id) {
            continue;
        }
        let full = Full::load(tx, &Actor::Guest, edition).await?;
        let here = ctx.in_language(full.loaded.edition.language);
        let paper = papers::of(&here, &full);
        // The longest first, since some lines are parts of others. A field that somebody changed is none of these lines, and
        // differs; pages and papers show fields in their own ways.
        let mut around = paper.surroundings();
        around.push(full.source_line(&here));
        let Edition { language, kind, text, .. } = &full.loaded.edition;
        for (label, value) in
            labelled(&ctx.app, here.l(), *language, *kind, &text.fields, &full.field_names, true)
        {
            around.extend([format!("{label} {value}"), format!("{label}: {value}"), value]);
        }
        around.extend(labels(here.l(), *kind));
        around.push(here.l().t("documents-copy").into_owned());
        around.sort_by_key(|line| std::cmp::Reverse(line.len()));
        let around: Vec<Words> = around.iter().map(|line| Words::of_markdown(line)).collect();
        let (kicker, text) = (Words::of(&paper.kicker), full.as_read(&here));
        candidates.push(Candidate { edition: full.loaded.edition, text, kicker, around });
    }
    Ok(candidates)
}

enum Verdict {
    Same { text: Found, passage: bool },
    Differs { text: Found, differences: Differences },
    Unknown,
}

/// Purely computing: the same as one of them, a passage of one, or much like the one it is most like.
fn verdict(copy: &Words, candidates: &[Candidate]) -> Verdict {
    let mut passage = None;
    let mut likest: Option<(usize, &Candidate, Words, Words)> = None;
    for candidate in candidates {
        let text = &candidate.text;
        let whole = whole(text);
        let title = Words::of_markdown(&text.title);
        let copy = copy.clone().without(&candidate.around, &whole).without_first(&candidate.kicker, &title);
        if ways_to_copy(text).iter().any(|way| way.same(&copy)) {
            return Verdict::Same { text: found(&candidate.edition), passage: false };
        }
        // The same sentence may stand in an old edition and in the current one.
        let current = candidate.edition.state == State::Published;
        if (current || passage.is_none()) && copy.is_passage_of(&whole) {
            passage = Some(found(&candidate.edition));
        }
        // One that was replaced is no measure for a changed copy, if the current one is as much like it.
        let likeness = copy.likeness(&whole) * 2 + usize::from(current);
        if likest.as_ref().is_none_or(|(known, ..)| likeness > *known) {
            likest = Some((likeness, candidate, whole, copy));
        }
    }
    if let Some(text) = passage {
        return Verdict::Same { text, passage: true };
    }
    match likest {
        Some((likeness, candidate, whole, copy)) if likeness >= ALIKE * 2 => {
            Verdict::Differs { text: found(&candidate.edition), differences: differences(&whole, &copy) }
        }
        _ => Verdict::Unknown,
    }
}

fn found(edition: &Edition) -> Found {
    Found {
        id: edition.id,
        document: edition.document,
        language: edition.language,
        number: edition.number,
        state: edition.state,
        title: edition.text.title.clone(),
        level: edition.level,
        superseded_at: edition.superseded_at,
        approval_due_at: edition.approval_due_at,
    }
}
