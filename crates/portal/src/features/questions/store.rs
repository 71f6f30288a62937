//! The SQL of questions. Every member may read every question, so reads do not ask who it is; guests come here only for
//! what is answered and for their own receipt.

use super::model::{NewQuestion, Question, QuestionId, words};
use crate::features::documents::DocumentId;
use platform::actor::{MemberId, OrganisationId};
use platform::clock::Timestamp;
use platform::db::{Query, Result, WriteTx, id_list};
use platform::lang::Lang;
use platform::params;

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT q.id, q.text, q.context, q.language, q.region, q.audience, q.asked_by, q.organisation_id, q.asked_at,
               q.lead_id, q.assigned_to, q.answer_id, q.answered_at, q.closed_at, q.closed_reason,
               (SELECT COUNT(*) FROM questions g WHERE g.lead_id = q.id) ",
            $rest
        )
    };
}

/// What a list can be narrowed by; an empty value narrows nothing.
macro_rules! narrowed {
    () => {
        " AND (? = '' OR q.region = ?) AND (? = '' OR q.language = ?) AND (? = '' OR q.audience = ?)"
    };
}

macro_rules! open {
    () => {
        " q.lead_id IS NULL AND q.answered_at IS NULL AND q.closed_at IS NULL"
    };
}

platform::sql! {
    INSERT: "INSERT INTO questions (id, text, context, language, region, audience, asked_by, organisation_id, asked_at,
               receipt_hash, closed_reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')";
    INSERT_WORD: "INSERT INTO questions_words (word, question_id) VALUES (?, ?)";
    GET: select!("FROM questions q WHERE q.id = ?");
    BY_RECEIPT: select!("FROM questions q WHERE q.receipt_hash = ?");
    GROUP_OF: select!("FROM questions q WHERE q.lead_id = ? ORDER BY q.asked_at, q.id LIMIT 200");
    /// The oldest first: they wait longest.
    OPEN: concat!(select!("FROM questions q WHERE (q.asked_at, q.id) > (?, ?) AND"), open!(), narrowed!(),
        " ORDER BY q.asked_at, q.id LIMIT ?");
    ANSWERED: concat!(select!("FROM questions q WHERE (q.answered_at, q.id) < (?, ?) AND q.lead_id IS NULL AND q.answered_at IS NOT NULL"),
        narrowed!(), " ORDER BY q.answered_at DESC, q.id DESC LIMIT ?");
    CLOSED: concat!(select!("FROM questions q WHERE (q.closed_at, q.id) < (?, ?) AND q.closed_at IS NOT NULL"),
        narrowed!(), " ORDER BY q.closed_at DESC, q.id DESC LIMIT ?");
    COUNT_OPEN: concat!("SELECT COUNT(*) FROM (SELECT 1 FROM questions q WHERE q.asked_at > ? AND", open!(), narrowed!(), " LIMIT 501) counted");
    COUNT_OPEN_OF_GUESTS: concat!("SELECT COUNT(*) FROM (SELECT 1 FROM questions q WHERE q.asked_at > ? AND", open!(), " AND q.asked_by IS NULL LIMIT 501) counted");
    ASSIGNED_TO: concat!(select!("FROM questions q WHERE q.assigned_to = ? AND"), open!(), " ORDER BY q.asked_at, q.id LIMIT 200");
    /// Questions that share most words with this one, the best first.
    ALIKE: "SELECT other.question_id, COUNT(*) FROM questions_words mine JOIN questions_words other ON other.word = mine.word
            WHERE mine.question_id = ? AND other.question_id <> ? GROUP BY other.question_id ORDER BY 2 DESC, 1 DESC LIMIT 12";
    THESE: select!("FROM questions q WHERE q.id IN {bigints}");
    WAITING_FOR: concat!(select!("FROM questions q WHERE q.answer_id = ? AND q.answered_at IS NULL AND q.closed_at IS NULL"), " ORDER BY q.id LIMIT 500");
    ANSWERED_BY: concat!(select!("FROM questions q WHERE q.answer_id = ? AND q.answered_at IS NOT NULL AND q.closed_at IS NULL"), " ORDER BY q.id LIMIT 500");
    ASKERS: "SELECT asked_by FROM questions WHERE (id = ? OR lead_id = ?) AND asked_by IS NOT NULL AND closed_at IS NULL";
    ASSIGN: "UPDATE questions SET assigned_to = ?, assigned_by = ?, assigned_at = ? WHERE id = ?";
    GROUP: "UPDATE questions SET lead_id = ?, assigned_to = NULL, answer_id = NULL WHERE id = ?";
    CHOOSE: "UPDATE questions SET answer_id = ?, answer_chosen_by = ? WHERE id = ?";
    ANSWER: "UPDATE questions SET answered_at = ? WHERE id = ? AND answered_at IS NULL";
    UNANSWER: "UPDATE questions SET answered_at = NULL, answer_id = NULL WHERE id = ?";
    CLOSE: "UPDATE questions SET closed_by = ?, closed_at = ?, closed_reason = ? WHERE id = ?";
    REOPEN: "UPDATE questions SET closed_by = NULL, closed_at = NULL, closed_reason = '' WHERE id = ?";
    /// What nobody answered is forgotten half a year after it was closed; that it was asked stays counted.
    BLANK: "UPDATE questions SET text = '', context = '', receipt_hash = NULL WHERE closed_at < ? AND text <> ''";
    BLANK_WORDS: "DELETE FROM questions_words WHERE question_id IN (SELECT q.id FROM questions q WHERE q.closed_at < ? AND q.text = '')";
    COPY: "SELECT id, text, context, asked_at FROM questions WHERE asked_by = ? ORDER BY id";
    FORGET: "UPDATE questions SET asked_by = NULL WHERE asked_by = ?";
    RELEASE: "UPDATE questions SET assigned_to = NULL WHERE assigned_to = ?";
    COUNT_OF: "SELECT COUNT(*) FROM questions WHERE organisation_id = ?";
    CARRY: "UPDATE questions SET organisation_id = ? WHERE organisation_id = ?";
}

/// How many a page shows.
pub const PAGE: usize = 30;
/// Lists are counted so far and no further.
pub const COUNTED: i64 = 500;

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Listed {
    #[default]
    Open,
    Answered,
    Closed,
}

impl Listed {
    pub const ALL: [Self; 3] = [Self::Open, Self::Answered, Self::Closed];

    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Answered => "answered",
            Self::Closed => "closed",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|listed| listed.code() == code)
    }
}

/// Narrowing of a list, by keys of the programme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Narrowed {
    pub region: String,
    pub language: String,
    pub audience: String,
}

/// Where the next page begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cursor {
    pub at: Timestamp,
    pub id: QuestionId,
}

pub async fn list(
    q: &mut impl Query,
    listed: Listed,
    narrowed: &Narrowed,
    after: Option<Cursor>,
) -> Result<(Vec<Question>, Option<Cursor>)> {
    let (sql, start) = match listed {
        Listed::Open => (&OPEN, Cursor { at: Timestamp(0), id: 0.into() }),
        Listed::Answered => (&ANSWERED, Cursor { at: Timestamp(i64::MAX), id: i64::MAX.into() }),
        Listed::Closed => (&CLOSED, Cursor { at: Timestamp(i64::MAX), id: i64::MAX.into() }),
    };
    let Cursor { at, id } = after.unwrap_or(start);
    let Narrowed { region, language, audience } = narrowed;
    let limit = i64::try_from(PAGE + 1).expect("a page is short");
    let values = params![at, id, region, region, language, language, audience, audience, limit];
    let mut rows: Vec<Question> = q.all(sql, values).await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let next = rows.last().filter(|_| more).map(|row| {
        let at = match listed {
            Listed::Open => Some(row.asked_at),
            Listed::Answered => row.answered_at,
            Listed::Closed => row.closed_at,
        };
        Cursor { at: at.expect("what is listed by a time has it"), id: row.id }
    });
    Ok((rows, next))
}

pub async fn count_open(q: &mut impl Query, narrowed: &Narrowed) -> Result<i64> {
    let Narrowed { region, language, audience } = narrowed;
    let values = params![0_i64, region, region, language, language, audience, audience];
    Ok(q.one(&COUNT_OPEN, values).await?.unwrap_or(0))
}

pub async fn count_open_of_guests(q: &mut impl Query) -> Result<i64> {
    Ok(q.one(&COUNT_OPEN_OF_GUESTS, params![0_i64]).await?.unwrap_or(0))
}

pub struct Asked<'a> {
    pub new: &'a NewQuestion,
    pub language: Lang,
    pub by: Option<(MemberId, OrganisationId)>,
    pub receipt: Option<[u8; 32]>,
    pub at: Timestamp,
}

pub async fn insert(tx: &mut WriteTx, id: QuestionId, asked: &Asked<'_>) -> Result<()> {
    let Asked { new, language, by, receipt, at } = asked;
    let NewQuestion { text, context, region, audience } = new;
    let (member, organisation) = (by.map(|(member, _)| member), by.map(|(_, organisation)| organisation));
    let row =
        params![id, text, context, *language, region, audience, member, organisation, *at, receipt.as_ref()];
    tx.run(&INSERT, row).await?;
    for word in words(*language, text) {
        tx.run(&INSERT_WORD, params![word, id]).await?;
    }
    Ok(())
}

pub async fn get(q: &mut impl Query, id: QuestionId) -> Result<Option<Question>> {
    q.one(&GET, params![id]).await
}

pub async fn by_receipt(q: &mut impl Query, hash: &[u8; 32]) -> Result<Option<Question>> {
    q.one(&BY_RECEIPT, params![hash]).await
}

/// Those that this one is answered for as well.
pub async fn group_of(q: &mut impl Query, lead: QuestionId) -> Result<Vec<Question>> {
    q.all(&GROUP_OF, params![lead]).await
}

pub async fn assigned_to(q: &mut impl Query, member: MemberId) -> Result<Vec<Question>> {
    q.all(&ASSIGNED_TO, params![member]).await
}

/// Questions that may ask the same, the likeliest first: they share at least two words.
pub async fn alike(q: &mut impl Query, question: &Question) -> Result<Vec<Question>> {
    let shared: Vec<(i64, i64)> = q.all(&ALIKE, params![question.id, question.id]).await?;
    let near: Vec<i64> = shared.into_iter().filter(|(_, count)| *count >= 2).map(|(id, _)| id).collect();
    if near.is_empty() {
        return Ok(Vec::new());
    }
    let mut found: Vec<Question> = q.all(&THESE, params![id_list(near.iter().copied())]).await?;
    found.retain(|other| question.check_group(other).is_ok());
    found.sort_by_key(|other| near.iter().position(|id| *id == other.id.get()));
    found.truncate(5);
    Ok(found)
}

/// Questions that a document answers as soon as it is published.
pub async fn waiting_for(q: &mut impl Query, document: DocumentId) -> Result<Vec<Question>> {
    q.all(&WAITING_FOR, params![document]).await
}

pub async fn answered_by(q: &mut impl Query, document: DocumentId) -> Result<Vec<Question>> {
    q.all(&ANSWERED_BY, params![document]).await
}

/// The members who asked this or the same.
pub async fn askers(q: &mut impl Query, id: QuestionId) -> Result<Vec<MemberId>> {
    let ids: Vec<i64> = q.all(&ASKERS, params![id, id]).await?;
    Ok(ids.into_iter().map(MemberId::from).collect())
}

pub async fn assign(tx: &mut WriteTx, id: QuestionId, to: Option<MemberId>) -> Result<()> {
    let (now, by) = (tx.now(), tx.actor().member_id());
    tx.run(&ASSIGN, params![to, by, now, id]).await?;
    Ok(())
}

pub async fn group(tx: &mut WriteTx, id: QuestionId, lead: Option<QuestionId>) -> Result<()> {
    tx.run(&GROUP, params![lead, id]).await?;
    Ok(())
}

pub async fn choose(tx: &mut WriteTx, id: QuestionId, answer: Option<DocumentId>) -> Result<()> {
    let by = tx.actor().member_id();
    tx.run(&CHOOSE, params![answer, by, id]).await?;
    Ok(())
}

pub async fn answer(tx: &mut WriteTx, id: QuestionId) -> Result<()> {
    let now = tx.now();
    tx.run(&ANSWER, params![now, id]).await?;
    Ok(())
}

pub async fn unanswer(tx: &mut WriteTx, id: QuestionId) -> Result<()> {
    tx.run(&UNANSWER, params![id]).await?;
    Ok(())
}

pub async fn close(tx: &mut WriteTx, id: QuestionId, reason: &str) -> Result<()> {
    let (now, by) = (tx.now(), tx.actor().member_id());
    tx.run(&CLOSE, params![by, now, reason, id]).await?;
    Ok(())
}

pub async fn reopen(tx: &mut WriteTx, id: QuestionId) -> Result<()> {
    tx.run(&REOPEN, params![id]).await?;
    Ok(())
}

/// Forgets what was asked in questions that were closed before this time.
pub async fn blank(tx: &mut WriteTx, closed_before: Timestamp) -> Result<()> {
    tx.run(&BLANK, params![closed_before]).await?;
    tx.run(&BLANK_WORDS, params![closed_before]).await?;
    Ok(())
}

pub async fn copy(q: &mut impl Query, member: MemberId) -> Result<serde_json::Value> {
    let rows: Vec<(i64, String, String, Timestamp)> = q.all(&COPY, params![member]).await?;
    let row = |(id, text, context, at): (i64, String, String, Timestamp)| {
        let id = QuestionId::from(id).to_string();
        serde_json::json!({ "id": id, "text": text, "context": context, "asked_ms": at.0 })
    };
    Ok(rows.into_iter().map(row).collect())
}

/// The questions stay, asked by nobody who can be found.
pub async fn forget(tx: &mut WriteTx, member: MemberId) -> Result<()> {
    tx.run(&FORGET, params![member]).await?;
    tx.run(&RELEASE, params![member]).await?;
    Ok(())
}

pub async fn count_of(q: &mut impl Query, organisation: OrganisationId) -> Result<i64> {
    Ok(q.one(&COUNT_OF, params![organisation]).await?.unwrap_or(0))
}

pub async fn carry(tx: &mut WriteTx, from: OrganisationId, into: OrganisationId) -> Result<()> {
    tx.run(&CARRY, params![into, from]).await?;
    Ok(())
}
