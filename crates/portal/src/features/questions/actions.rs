//! The verbs of questions.

use super::events::{self, Facts};
use super::model::{CannotChange, LONGEST_REASON, NewQuestion, Question, QuestionId};
use super::policy::{self, Action};
use super::store::{self, Asked};
use crate::features::documents::{self, DocumentId, EditionId, Kind};
use crate::features::members;
use crate::web::App;
use platform::actor::{Actor, MemberId, OrganisationId};
use platform::db::{DbError, WriteTx};
use platform::lang::Lang;
use platform::secrets::Secrets;
use std::time::Duration;

/// More unanswered questions of strangers than anybody reads are not taken in.
const MOST_OPEN_OF_GUESTS: i64 = 400;

/// Closed questions are kept so long.
const KEPT: Duration = Duration::from_secs(180 * 24 * 3600);

#[derive(Debug)]
pub enum Refusal {
    NotFound,
    Denied,
    Cannot(CannotChange),
    Document(documents::Refusal),
    Db(DbError),
}

impl From<CannotChange> for Refusal {
    fn from(cannot: CannotChange) -> Self {
        Refusal::Cannot(cannot)
    }
}
impl From<DbError> for Refusal {
    fn from(error: DbError) -> Self {
        Refusal::Db(error)
    }
}

/// What an asker gets.
#[derive(Debug, PartialEq, Eq)]
pub enum Taken {
    /// A member finds it in the list, and is told of the answer.
    Noted(QuestionId),
    /// A stranger looks for the answer with this code; it is kept nowhere.
    Receipt(String),
    /// Too many wait; nothing was kept.
    Full,
}

/// Takes in a question that was cleaned and checked.
pub async fn ask(app: &App, actor: &Actor, new: &NewQuestion, language: Lang) -> Result<Taken, DbError> {
    let mut tx = app.db.write(actor).await?;
    let (id, at): (QuestionId, _) = (tx.next_id(), tx.now());
    let taken = match actor.signed_in() {
        Some(member) => {
            let by = Some((member.id, member.organisation));
            store::insert(&mut tx, id, &Asked { new, language, by, receipt: None, at }).await?;
            Taken::Noted(id)
        }
        None => {
            if store::count_open_of_guests(&mut tx).await? >= MOST_OPEN_OF_GUESTS {
                tx.roll_back().await;
                return Ok(Taken::Full);
            }
            let code = code(&app.db.ids().bytes());
            let receipt = Some(receipt_hash(&code));
            store::insert(&mut tx, id, &Asked { new, language, by: None, receipt, at }).await?;
            Taken::Receipt(code)
        }
    };
    let organisation = actor.signed_in().map(|member| member.organisation);
    tx.record(Facts::of(id).event(events::ASKED, organisation));
    tx.commit().await?;
    Ok(taken)
}

/// Twelve letters and digits in three groups, none of which looks like another: 60 bits, so that guessing is hopeless.
fn code(bytes: &[u8; 12]) -> String {
    const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let signs = bytes.iter().map(|byte| char::from(SIGNS[usize::from(byte % 32)]));
    let mut code = String::with_capacity(14);
    for (place, sign) in signs.enumerate() {
        if place > 0 && place % 4 == 0 {
            code.push('-');
        }
        code.push(sign);
    }
    code
}

/// The hash of a code, however it was typed.
pub fn receipt_hash(typed: &str) -> [u8; 32] {
    let alike = |sign: char| match sign.to_ascii_uppercase() {
        'O' | 'О' | 'о' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let signs: String = typed.chars().filter(|sign| sign.is_alphanumeric()).map(alike).collect();
    Secrets::hash(&signs)
}

async fn load_for(tx: &mut WriteTx, id: QuestionId, action: Action) -> Result<Question, Refusal> {
    let question = store::get(tx, id).await?.ok_or(Refusal::NotFound)?;
    if policy::can(tx.actor(), action, &question) { Ok(question) } else { Err(Refusal::Denied) }
}

fn record(tx: &mut WriteTx, kind: &'static str, question: &Question, facts: Facts) {
    tx.record(facts.event(kind, question.organisation));
}

/// Somebody takes a question for themselves.
pub async fn take(tx: &mut WriteTx, id: QuestionId) -> Result<(), Refusal> {
    let question = load_for(tx, id, Action::Take).await?;
    question.check_open()?;
    if question.assigned_to.is_some() && !policy::can(tx.actor(), Action::Assign, &question) {
        return Err(Refusal::Denied);
    }
    let by = tx.actor().member_id().ok_or(Refusal::Denied)?;
    give(tx, &question, Some(by)).await
}

/// Gives a question to somebody, or with nobody puts it back.
pub async fn assign(tx: &mut WriteTx, id: QuestionId, to: Option<MemberId>) -> Result<(), Refusal> {
    let question = load_for(tx, id, Action::Assign).await?;
    question.check_open()?;
    if let Some(member) = to {
        let person = members::person(tx, member).await?.ok_or(Refusal::NotFound)?;
        if !policy::writes(person.role) {
            return Err(Refusal::Denied);
        }
    }
    give(tx, &question, to).await
}

async fn give(tx: &mut WriteTx, question: &Question, to: Option<MemberId>) -> Result<(), Refusal> {
    store::assign(tx, question.id, to).await?;
    let facts = Facts { to, ..Facts::of(question.id) };
    record(tx, if to.is_some() { events::ASSIGNED } else { events::RELEASED }, question, facts);
    Ok(())
}

/// Lets another question be answered for this one too.
pub async fn group(tx: &mut WriteTx, id: QuestionId, lead: QuestionId) -> Result<(), Refusal> {
    let question = load_for(tx, id, Action::Group).await?;
    let lead = store::get(tx, lead).await?.ok_or(Refusal::NotFound)?;
    question.check_group(&lead)?;
    store::group(tx, id, Some(lead.id)).await?;
    record(tx, events::GROUPED, &question, Facts { lead: Some(lead.id), ..Facts::of(id) });
    Ok(())
}

/// They did not ask the same after all.
pub async fn ungroup(tx: &mut WriteTx, id: QuestionId) -> Result<(), Refusal> {
    let question = load_for(tx, id, Action::Group).await?;
    if question.lead.is_none() {
        return Err(CannotChange::NotOpen.into());
    }
    store::group(tx, id, None).await?;
    record(tx, events::UNGROUPED, &question, Facts::of(id));
    Ok(())
}

/// Chooses the document that answers. If it is published, the question is answered now, else as soon as it is.
pub async fn choose(tx: &mut WriteTx, id: QuestionId, document: DocumentId) -> Result<(), Refusal> {
    let question = load_for(tx, id, Action::Answer).await?;
    question.check_open()?;
    if documents::kind_of(tx, document).await? != Some(Kind::Answer) {
        return Err(CannotChange::NoAnswer.into());
    }
    choose_for(tx, &question, document).await
}

async fn choose_for(tx: &mut WriteTx, question: &Question, document: DocumentId) -> Result<(), Refusal> {
    store::choose(tx, question.id, Some(document)).await?;
    record(tx, events::CHOSEN, question, Facts { answer: Some(document), ..Facts::of(question.id) });
    if documents::is_published(tx, document).await? {
        answered(tx, question, document).await?;
    }
    Ok(())
}

/// Begins a new answer with the question as its title, for whoever works on it.
pub async fn begin_answer(tx: &mut WriteTx, id: QuestionId) -> Result<EditionId, Refusal> {
    let question = load_for(tx, id, Action::Answer).await?;
    question.check_open()?;
    let (document, edition) = documents::begin(tx, Kind::Answer, question.language, &question.text)
        .await
        .map_err(Refusal::Document)?;
    choose_for(tx, &question, document).await?;
    Ok(edition)
}

/// The chosen document is not the answer after all.
pub async fn unchoose(tx: &mut WriteTx, id: QuestionId) -> Result<(), Refusal> {
    let question = load_for(tx, id, Action::Answer).await?;
    if question.answer.is_none() || question.closed_at.is_some() {
        return Err(CannotChange::NotOpen.into());
    }
    store::unanswer(tx, id).await?;
    record(tx, events::REOPENED, &question, Facts::of(id));
    Ok(())
}

async fn answered(tx: &mut WriteTx, question: &Question, document: DocumentId) -> Result<(), DbError> {
    store::answer(tx, question.id).await?;
    record(tx, events::ANSWERED, question, Facts { answer: Some(document), ..Facts::of(question.id) });
    Ok(())
}

/// A document was published: the questions that waited for it are answered.
pub async fn document_published(tx: &mut WriteTx, document: DocumentId) -> Result<(), DbError> {
    for question in store::waiting_for(tx, document).await? {
        answered(tx, &question, document).await?;
    }
    Ok(())
}

/// An answer was taken back, and no other language of it is left: its questions wait again, for everybody to see.
pub async fn document_withdrawn(tx: &mut WriteTx, document: DocumentId) -> Result<(), DbError> {
    if documents::is_published(tx, document).await? {
        return Ok(());
    }
    for question in store::answered_by(tx, document).await? {
        store::unanswer(tx, question.id).await?;
        record(tx, events::REOPENED, &question, Facts::of(question.id));
    }
    Ok(())
}

pub async fn close(tx: &mut WriteTx, id: QuestionId, reason: &str) -> Result<(), Refusal> {
    let question = load_for(tx, id, Action::Close).await?;
    question.check_open()?;
    let reason: String = reason.trim().chars().take(LONGEST_REASON).collect();
    if reason.is_empty() {
        return Err(CannotChange::ReasonMissing.into());
    }
    store::close(tx, id, &reason).await?;
    record(tx, events::CLOSED, &question, Facts { reason: Some(reason), ..Facts::of(id) });
    Ok(())
}

pub async fn reopen(tx: &mut WriteTx, id: QuestionId) -> Result<(), Refusal> {
    let question = load_for(tx, id, Action::Reopen).await?;
    // What was forgotten cannot be answered any more.
    if question.closed_at.is_none() || question.text.is_empty() {
        return Err(CannotChange::NotOpen.into());
    }
    store::reopen(tx, id).await?;
    record(tx, events::REOPENED, &question, Facts::of(id));
    Ok(())
}

/// Once a day: forgets what was asked in questions that were closed long ago.
pub async fn tidy(tx: &mut WriteTx) -> Result<(), DbError> {
    let before = tx.now() - KEPT;
    store::blank(tx, before).await
}

/// Moves what somebody works on to a colleague.
pub async fn hand_over(
    tx: &mut WriteTx,
    from: MemberId,
    to: MemberId,
    organisation: OrganisationId,
) -> Result<i64, DbError> {
    // They go with the first organisation of a person, as the list of open work says.
    if members::person(tx, from).await?.is_none_or(|person| person.organisation != organisation) {
        return Ok(0);
    }
    let mut moved = 0;
    for question in store::assigned_to(tx, from).await? {
        store::assign(tx, question.id, Some(to)).await?;
        record(tx, events::ASSIGNED, &question, Facts { to: Some(to), ..Facts::of(question.id) });
        moved += 1;
    }
    Ok(moved)
}

#[cfg(test)]
mod tests {
    use super::{code, receipt_hash};

    #[test]
    fn a_code_is_found_however_it_is_typed() {
        let code = code(&[0, 1, 2, 33, 255, 18, 10, 20, 30, 7, 8, 9]);
        assert_eq!(code, "0121-ZJAM-Y789");
        for typed in ["0121ZJAMY789", "o12i zjam y789", " О121-zjam-Y789 "] {
            assert_eq!(receipt_hash(typed), receipt_hash(&code), "{typed}");
        }
        assert_ne!(receipt_hash("0121-ZJAM-Y788"), receipt_hash(&code));
    }
}
