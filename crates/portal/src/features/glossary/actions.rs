//! The verbs of the section.

use super::events::{self, Facts, LoadedFacts};
use super::model::{Confidence, Details, Entered, Form, FormId, Manner, Mistake, Term, TermId, is_key};
use super::{policy, store};
use platform::db::{DbError, WriteTx};
use platform::lang::{Lang, Localized};
use serde::Deserialize;

#[derive(Debug, thiserror::Error)]
pub enum Cannot {
    #[error("this is not theirs to do")]
    Denied,
    #[error("there is no such term or form")]
    NotFound,
    #[error("somebody saved the term meanwhile")]
    Stale,
    #[error("the form has mistakes: {0:?}")]
    Mistakes(Vec<Mistake>),
    #[error(transparent)]
    Db(#[from] DbError),
}

pub async fn create(tx: &mut WriteTx, key: &str, details: Details) -> Result<(), Cannot> {
    let term = insert(tx, key, details).await?;
    tx.record(Facts::of(&term).event(events::ADDED, term.id));
    Ok(())
}

async fn insert(tx: &mut WriteTx, key: &str, details: Details) -> Result<Term, Cannot> {
    may_edit(tx)?;
    let key = key.trim();
    let taken = !is_key(key) || store::by_key(tx, &tx.actor().clone(), key).await?.is_some();
    let details = match (taken, details.checked()) {
        (false, Ok(details)) => details,
        (true, Ok(_)) => return Err(Cannot::Mistakes(vec![Mistake::Key])),
        (taken, Err(more)) => {
            let key = taken.then_some(Mistake::Key);
            return Err(Cannot::Mistakes(key.into_iter().chain(more).collect()));
        }
    };
    let Details { definition, explained, forms } = details;
    let (id, key, created_at) = (tx.next_id(), key.to_owned(), tx.now());
    let forms = forms.into_iter().map(|entered| form(tx, entered, None)).collect();
    let term = Term { id, key, definition, explained, version: 1, created_at, forms };
    match store::insert(tx, &term).await {
        // Two people made it at once.
        Err(DbError::NotUnique(_)) => Err(Cannot::Mistakes(vec![Mistake::Key])),
        other => Ok(other.map(|()| term)?),
    }
}

/// A form as it is kept. What was there before keeps its id and who vouched for it; whoever is sure now of what nobody was
/// sure of vouches for it.
fn form(tx: &WriteTx, entered: Entered, before: Option<&Form>) -> Form {
    let Entered { language, words, manner, reason, confidence } = entered;
    let (id, confidence, confirmed) = match before {
        None => (tx.next_id(), confidence, None),
        Some(old) if confidence == Confidence::Low => (old.id, confidence, None),
        Some(old) if old.is_shown() => (old.id, old.confidence, old.confirmed),
        Some(old) => match tx.actor().member_id() {
            Some(member) => (old.id, old.confidence, Some((tx.now(), member))),
            None => (old.id, confidence, None),
        },
    };
    Form { id, language, words, manner, reason, confidence, confirmed }
}

/// Saves what the chair entered.
pub async fn change(tx: &mut WriteTx, key: &str, version: i64, details: Details) -> Result<(), Cannot> {
    may_edit(tx)?;
    let old = load(tx, key).await?;
    let Details { definition, explained, forms } = details.checked().map_err(Cannot::Mistakes)?;
    let kept = |entered: &Entered| old.of(entered.language).find(|form| form.words == entered.words);
    let forms: Vec<Form> = forms
        .into_iter()
        .map(|entered| {
            let before = kept(&entered);
            form(tx, entered, before)
        })
        .collect();
    let new = Term { definition, explained, forms, ..old.clone() };
    if old.version == version && old == new {
        return Ok(());
    }
    if old.version != version || !store::update(tx, &new).await? {
        return Err(Cannot::Stale);
    }
    tx.record(Facts::changed(&old, &new).event(events::CHANGED, new.id));
    Ok(())
}

pub async fn remove(tx: &mut WriteTx, key: &str, version: i64) -> Result<(), Cannot> {
    may_edit(tx)?;
    let term = load(tx, key).await?;
    if term.version != version {
        return Err(Cannot::Stale);
    }
    store::remove(tx, term.id).await?;
    tx.record(Facts::of(&term).event(events::REMOVED, term.id));
    Ok(())
}

/// Somebody who speaks the language vouches for a form: from now on readers see it.
pub async fn confirm(tx: &mut WriteTx, key: &str, form: FormId) -> Result<(), Cannot> {
    let member = tx.actor().member_id().filter(|_| policy::may_confirm(tx.actor())).ok_or(Cannot::Denied)?;
    let (term, form) = load_form(tx, key, form).await?;
    if store::confirm(tx, term.id, form.id, member).await? {
        tx.record(Facts::of(&term).with(&form).event(events::CONFIRMED, term.id));
    }
    Ok(())
}

/// Takes that back: no reader sees the form until somebody vouches for it again.
pub async fn doubt(tx: &mut WriteTx, key: &str, form: FormId) -> Result<(), Cannot> {
    may_edit(tx)?;
    let (term, form) = load_form(tx, key, form).await?;
    if store::doubt(tx, term.id, form.id).await? {
        tx.record(Facts::of(&term).with(&form).event(events::DOUBTED, term.id));
    }
    Ok(())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KnownForm {
    form: String,
    #[serde(default)]
    confidence: Option<String>,
    #[serde(default)]
    reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KnownTerm {
    key: String,
    #[serde(default)]
    explained: bool,
    #[serde(default)]
    definition: Localized<String>,
    ky: Vec<KnownForm>,
    ru: Vec<KnownForm>,
    en: Vec<KnownForm>,
    #[serde(default)]
    avoid_ky: Vec<KnownForm>,
    #[serde(default)]
    avoid_ru: Vec<KnownForm>,
    #[serde(default)]
    avoid_en: Vec<KnownForm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KnownTerms {
    term: Vec<KnownTerm>,
}

impl KnownTerm {
    fn details(self) -> Details {
        let said = [(Lang::Ky, self.ky), (Lang::Ru, self.ru), (Lang::En, self.en)];
        let avoided = [(Lang::Ky, self.avoid_ky), (Lang::Ru, self.avoid_ru), (Lang::En, self.avoid_en)];
        let said = said.into_iter().map(|(lang, forms)| (lang, Manner::Also, forms));
        let avoided = avoided.into_iter().map(|(lang, forms)| (lang, Manner::Avoid, forms));
        let forms = said.chain(avoided).flat_map(|(language, manner, forms)| {
            forms.into_iter().map(move |known| Entered {
                language,
                words: known.form,
                manner,
                reason: known.reason,
                // Only what nobody of the language wrote down needs a word about it.
                confidence: known
                    .confidence
                    .as_deref()
                    .and_then(Confidence::parse)
                    .unwrap_or(Confidence::High),
            })
        });
        Details { definition: self.definition, explained: self.explained, forms: forms.collect() }
    }
}

/// The words of the programme in this country.
const KNOWN: &str = include_str!("../../../../../programmes/glossary-kg.toml");

fn known() -> Vec<KnownTerm> {
    toml::from_str::<KnownTerms>(KNOWN).expect("a test reads the file that is compiled in").term
}

/// How many of the known terms are not here.
pub fn known_missing(terms: &[Term]) -> usize {
    known().iter().filter(|known| !terms.iter().any(|term| term.key == known.key)).count()
}

/// Loads the known terms that are not here.
pub async fn load_known(tx: &mut WriteTx) -> Result<(), Cannot> {
    load_known_but(tx, &[]).await
}

/// The same without some of them.
pub async fn load_known_but(tx: &mut WriteTx, without: &[&str]) -> Result<(), Cannot> {
    may_edit(tx)?;
    let actor = tx.actor().clone();
    let present = store::all(tx, &actor).await?;
    let mut loaded: Vec<TermId> = Vec::new();
    for known in known() {
        let here = present.iter().any(|term| term.key == known.key) || without.contains(&known.key.as_str());
        if !here {
            let key = known.key.clone();
            loaded.push(insert(tx, &key, known.details()).await?.id);
        }
    }
    if !loaded.is_empty() {
        tx.record(LoadedFacts { terms: loaded.into_iter().map(TermId::get).collect() }.event());
    }
    Ok(())
}

fn may_edit(tx: &WriteTx) -> Result<(), Cannot> {
    if policy::may_edit(tx.actor()) { Ok(()) } else { Err(Cannot::Denied) }
}

async fn load(tx: &mut WriteTx, key: &str) -> Result<Term, Cannot> {
    let actor = tx.actor().clone();
    store::by_key(tx, &actor, key).await?.ok_or(Cannot::NotFound)
}

async fn load_form(tx: &mut WriteTx, key: &str, id: FormId) -> Result<(Term, Form), Cannot> {
    let term = load(tx, key).await?;
    let form = term.forms.iter().find(|form| form.id == id).cloned().ok_or(Cannot::NotFound)?;
    Ok((term, form))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_known_terms_can_be_entered_as_they_stand() {
        let terms = known();
        assert!(terms.len() >= 80);
        for known in terms {
            let key = known.key.clone();
            assert!(is_key(&key), "{key}");
            let details = known.details();
            let checked = details.clone().checked().unwrap_or_else(|mistakes| panic!("{key}: {mistakes:?}"));
            let words =
                |details: &Details| details.forms.iter().map(|form| form.words.clone()).collect::<Vec<_>>();
            let (mut given, mut kept) = (words(&details), words(&checked));
            given.sort();
            kept.sort();
            assert_eq!(given, kept, "{key}");
        }
    }

    #[test]
    fn every_known_kyrgyz_form_says_how_sure_it_is() {
        for known in known() {
            for form in known.ky {
                assert!(form.confidence.is_some_and(|it| Confidence::parse(&it).is_some()), "{}", form.form);
            }
        }
    }
}
