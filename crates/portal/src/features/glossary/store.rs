//! The SQL of terms and their forms.

use super::model::{Form, FormId, Term, TermId};
use super::policy;
use platform::actor::{Actor, MemberId};
use platform::clock::Timestamp;
use platform::db::{Cells, DbError, FromRow, Query, ReadTx, Result, WriteTx, take};
use platform::lang::Localized;
use platform::params;

macro_rules! terms {
    () => {
        "SELECT id, key, definition_ky, definition_ru, definition_en, explained, version, created_at FROM glossary_terms "
    };
}

macro_rules! forms {
    () => {
        "SELECT term_id, id, language, form, manner, reason, confidence, confirmed_at, confirmed_by FROM glossary_forms
         WHERE (? = 1 OR confidence <> 'low' OR confirmed_at IS NOT NULL) "
    };
}

platform::sql! {
    TERMS: concat!(terms!(), "ORDER BY id");
    BY_KEY: concat!(terms!(), "WHERE key = ?");
    /// Visibility in SQL, the twin of `policy::may_see_all` and `Form::is_shown`.
    FORMS: concat!(forms!(), "ORDER BY term_id, position");
    FORMS_OF: concat!(forms!(), "AND term_id = ? ORDER BY position");
    INSERT: "INSERT INTO glossary_terms (id, key, definition_ky, definition_ru, definition_en, explained, version, created_at)
             VALUES (?, ?, ?, ?, ?, ?, 1, ?)";
    UPDATE: "UPDATE glossary_terms SET definition_ky = ?, definition_ru = ?, definition_en = ?, explained = ?,
               version = version + 1 WHERE id = ? AND version = ?";
    INSERT_FORM: "INSERT INTO glossary_forms (id, term_id, language, form, manner, reason, confidence, confirmed_at, confirmed_by,
                    position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    /// Once: who comes second finds it done.
    CONFIRM: "UPDATE glossary_forms SET confirmed_at = ?, confirmed_by = ? WHERE id = ? AND confidence = 'low' AND confirmed_at IS NULL";
    DOUBT: "UPDATE glossary_forms SET confirmed_at = NULL, confirmed_by = NULL WHERE id = ? AND confirmed_at IS NOT NULL";
    /// A page that shows other forms than there are saves nothing.
    TOUCH: "UPDATE glossary_terms SET version = version + 1 WHERE id = ?";
    DELETE_FORMS: "DELETE FROM glossary_forms WHERE term_id = ?";
    DELETE: "DELETE FROM glossary_terms WHERE id = ?";
    CONFIRMED_BY: "SELECT form, confirmed_at FROM glossary_forms WHERE confirmed_by = ? ORDER BY confirmed_at";
}

impl FromRow for Term {
    fn from_row(row: &mut dyn Cells) -> std::result::Result<Self, DbError> {
        Ok(Term {
            id: take(row)?,
            key: take(row)?,
            definition: Localized { ky: take(row)?, ru: take(row)?, en: take(row)? },
            explained: take(row)?,
            version: take(row)?,
            created_at: take(row)?,
            forms: Vec::new(),
        })
    }
}

struct OfTerm(TermId, Form);

impl FromRow for OfTerm {
    fn from_row(row: &mut dyn Cells) -> std::result::Result<Self, DbError> {
        let term = take(row)?;
        let form = Form {
            id: take(row)?,
            language: take(row)?,
            words: take(row)?,
            manner: take(row)?,
            reason: take(row)?,
            confidence: take(row)?,
            confirmed: take::<Option<Timestamp>>(row)?.zip(take::<Option<MemberId>>(row)?),
        };
        Ok(OfTerm(term, form))
    }
}

/// All terms, each with the forms that this actor may see.
pub async fn all(q: &mut impl Query, actor: &Actor) -> Result<Vec<Term>> {
    let mut terms: Vec<Term> = q.all(&TERMS, params![]).await?;
    let forms: Vec<OfTerm> = q.all(&FORMS, params![policy::may_see_all(actor)]).await?;
    for OfTerm(id, form) in forms {
        // Both are in the order of ids.
        if let Ok(at) = terms.binary_search_by_key(&id, |term| term.id) {
            terms[at].forms.push(form);
        }
    }
    Ok(terms)
}

pub async fn by_key(q: &mut impl Query, actor: &Actor, key: &str) -> Result<Option<Term>> {
    let Some(term) = q.one::<Term>(&BY_KEY, params![key]).await? else { return Ok(None) };
    let forms: Vec<OfTerm> = q.all(&FORMS_OF, params![policy::may_see_all(actor), term.id]).await?;
    Ok(Some(Term { forms: forms.into_iter().map(|OfTerm(_, form)| form).collect(), ..term }))
}

pub async fn insert(tx: &mut WriteTx, term: &Term) -> Result<()> {
    let (id, definition) = (term.id, &term.definition);
    let values = params![
        id,
        &term.key,
        &definition.ky,
        &definition.ru,
        &definition.en,
        term.explained,
        term.created_at
    ];
    tx.run(&INSERT, values).await?;
    insert_forms(tx, id, &term.forms).await
}

async fn insert_forms(tx: &mut WriteTx, term: TermId, forms: &[Form]) -> Result<()> {
    for (position, form) in (0_i64..).zip(forms) {
        let Form { id, language, words, manner, reason, confidence, confirmed } = form;
        let (at, by) = (confirmed.map(|(at, _)| at), confirmed.map(|(_, by)| by));
        let language = language.code();
        let values = params![*id, term, language, words, *manner, reason, *confidence, at, by, position];
        tx.run(&INSERT_FORM, values).await?;
    }
    Ok(())
}

/// Whether the term was still at its version; its forms are then these.
pub async fn update(tx: &mut WriteTx, term: &Term) -> Result<bool> {
    let d = &term.definition;
    let values = params![&d.ky, &d.ru, &d.en, term.explained, term.id, term.version];
    if tx.run(&UPDATE, values).await? == 0 {
        return Ok(false);
    }
    tx.run(&DELETE_FORMS, params![term.id]).await?;
    insert_forms(tx, term.id, &term.forms).await?;
    Ok(true)
}

pub async fn confirm(tx: &mut WriteTx, term: TermId, form: FormId, by: MemberId) -> Result<bool> {
    let now = tx.now();
    let done = tx.run(&CONFIRM, params![now, by, form]).await? == 1;
    if done {
        tx.run(&TOUCH, params![term]).await?;
    }
    Ok(done)
}

pub async fn doubt(tx: &mut WriteTx, term: TermId, form: FormId) -> Result<bool> {
    let done = tx.run(&DOUBT, params![form]).await? == 1;
    if done {
        tx.run(&TOUCH, params![term]).await?;
    }
    Ok(done)
}

pub async fn remove(tx: &mut WriteTx, term: TermId) -> Result<()> {
    tx.run(&DELETE_FORMS, params![term]).await?;
    tx.run(&DELETE, params![term]).await.map(|_| ())
}

/// What a person vouched for, for a copy in their hands.
pub async fn copy(q: &mut ReadTx, member: MemberId) -> Result<serde_json::Value> {
    let confirmed: Vec<(String, Timestamp)> = q.all(&CONFIRMED_BY, params![member]).await?;
    let form =
        |(form, at): &(String, Timestamp)| serde_json::json!({ "form": form, "confirmed_at_ms": at.0 });
    Ok(confirmed.iter().map(form).collect())
}
