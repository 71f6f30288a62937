//! How terms are found: by every form that readers may see, in all three languages; and which words search takes for one.

use super::model::Term;
use super::{events, path, store};
use crate::web::App;
use crate::web::search::{Entry, Filter, Search, SeenBy};
use platform::actor::Actor;
use platform::clock::Timestamp;
use platform::db::{ReadTx, Result};
use platform::lang::Lang;
use platform::subject::Subject;

pub const SEARCH: Search = Search {
    subjects: &[events::SUBJECT],
    touched: events::terms,
    follows: &[],
    list: |_, tx, after| Box::pin(list(tx, after)),
    load: |_, tx, subjects| Box::pin(load(tx, subjects)),
    filters: |app, lang| vec![kind(app, lang)],
};

const KIND: &str = "glossary-term";

async fn list(tx: &mut ReadTx, after: i64) -> Result<Vec<Subject>> {
    let all = store::all(tx, &Actor::Guest).await?;
    Ok(all.iter().filter(|it| it.id.get() > after).map(|it| events::subject(it.id)).collect())
}

async fn load(tx: &mut ReadTx, subjects: &[Subject]) -> Result<Vec<Entry>> {
    let all = store::all(tx, &Actor::Guest).await?;
    let asked = |term: &&Term| subjects.iter().any(|subject| subject.id == term.id.get());
    let entries = all.iter().filter(asked).flat_map(|term| {
        // A language without a word that readers may see has nothing to be found by.
        let named = Lang::ALL.into_iter().filter_map(move |language| Some((language, term.name(language)?)));
        named.map(move |(language, name)| entry(term, language, name))
    });
    Ok(entries.collect())
}

fn entry(term: &Term, language: Lang, name: &str) -> Entry {
    let forms: Vec<&str> =
        term.forms.iter().map(|form| form.words.as_str()).filter(|words| *words != name).collect();
    Entry {
        subject: events::subject(term.id),
        group: events::subject(term.id),
        language,
        title: name.to_owned(),
        text: format!("{}\n{}", term.definition.get(language), forms.join(" · ")),
        path: path(&term.key),
        at: None,
        // Of what fits equally well a text says more.
        rank: Timestamp(0),
        badges: Vec::new(),
        kind: KIND,
        facets: vec![("kind", "term".to_owned())],
        seen_by: vec![SeenBy::Everybody],
    }
}

fn kind(app: &App, lang: Lang) -> Filter {
    let term = ("term".to_owned(), app.l(lang).t(KIND).into_owned());
    Filter { code: "kind", label: String::new(), choices: vec![term] }
}

/// Every form of a term stands for all others: also those to avoid, which people say, and those that nobody vouched for,
/// which are looked for and not shown.
pub async fn synonyms(tx: &mut ReadTx) -> Result<Vec<Vec<(Lang, String)>>> {
    let all = store::all(tx, &Actor::System("glossary")).await?;
    let group = |term: Term| term.forms.into_iter().map(|form| (form.language, form.words)).collect();
    Ok(all.into_iter().map(group).collect())
}
