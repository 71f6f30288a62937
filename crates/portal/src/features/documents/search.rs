//! How editions are found: published ones by everybody, a withdrawn one last, open ones by those who may see them.
//! A superseded edition is not listed; its successor is. The words of its files find a text, too.

use super::events::Facts;
use super::fields::Fields;
use super::model::{DocumentId, EditionId, Kind, Level, State};
use super::pages::{public_path, work_path};
use super::{events, policy, terms, words};
use crate::features::files::{self, FileId};
use crate::web::search::{DAY, Entry, Filter, Search, SeenBy};
use crate::web::{App, markdown};
use platform::activity::Activity;
use platform::actor::{OrganisationId, Role};
use platform::clock::Timestamp;
use platform::db::{ReadTx, Result, id_list};
use platform::lang::Lang;
use platform::params;
use platform::subject::Subject;

pub const SEARCH: Search = Search {
    subjects: &[policy::EDITION, policy::DOCUMENT],
    touched: |event| touched(event),
    follows: &[files::TEXT_READ],
    list: |_, tx, after| Box::pin(list(tx, after)),
    load: |_, tx, subjects| Box::pin(load(tx, subjects)),
    filters,
};

macro_rules! columns {
    () => {
        "SELECT e.id, e.document_id, e.organisation_id, e.kind, e.language, e.number, e.state, e.level, e.title, e.summary,
           e.body, e.fields, e.changed_at, e.published_at FROM documents_editions e "
    };
}

/// What is to be found of these: not what was replaced or taken away, and of a text that was withdrawn only the last.
macro_rules! found {
    () => {
        " AND e.state NOT IN ('superseded', 'removed') AND (e.state <> 'withdrawn' OR NOT EXISTS (SELECT 1
           FROM documents_editions n WHERE n.document_id = e.document_id AND n.language = e.language AND n.number > e.number
             AND n.state IN ('published', 'withdrawn', 'superseded')))"
    };
}

platform::sql! {
    LIST: "SELECT id FROM documents_editions WHERE id > ? ORDER BY id LIMIT 200";
    EDITIONS: concat!(columns!(), "WHERE e.id IN {bigints}", found!());
    OF_DOCUMENTS: concat!(columns!(), "WHERE e.document_id IN {bigints}", found!());
    /// All of a document, since its entries change together.
    WITH_FILES: concat!(columns!(), "WHERE e.document_id IN (SELECT w.document_id FROM documents_files f
        JOIN documents_editions w ON w.id = f.edition_id WHERE f.file_id IN {bigints})", found!());
    FILES: "SELECT edition_id, file_id FROM documents_files WHERE edition_id IN {bigints} ORDER BY edition_id, position";
    TAGS: "SELECT document_id, dimension, term FROM documents_tags WHERE document_id IN {bigints}";
    SUPPORTERS: "SELECT document_id, organisation_id FROM documents_supporters WHERE document_id IN {bigints}";
}

struct Found {
    id: EditionId,
    document: DocumentId,
    organisation: OrganisationId,
    kind: Kind,
    language: Lang,
    number: i64,
    state: State,
    level: Option<Level>,
    title: String,
    summary: String,
    body: String,
    fields: String,
    changed_at: Timestamp,
    published_at: Option<Timestamp>,
}
platform::from_row!(Found {
    id,
    document,
    organisation,
    kind,
    language,
    number,
    state,
    level,
    title,
    summary,
    body,
    fields,
    changed_at,
    published_at
});

fn touched(event: &Activity) -> Vec<Subject> {
    if event.kind == files::TEXT_READ {
        return vec![files::subject(event.subject_id.into())];
    }
    event.facts::<Facts>().map(|facts| events::document_subject(facts.document)).into_iter().collect()
}

async fn list(tx: &mut ReadTx, after: i64) -> Result<Vec<Subject>> {
    use platform::db::Query;
    let ids: Vec<i64> = tx.all(&LIST, params![after]).await?;
    Ok(ids.into_iter().map(|id| policy::edition_subject(id.into())).collect())
}

async fn load(tx: &mut ReadTx, subjects: &[Subject]) -> Result<Vec<Entry>> {
    use platform::db::Query;
    let ids = |kind| {
        let of_kind = subjects.iter().filter(move |subject| subject.kind == kind);
        of_kind.map(|subject| subject.id).collect::<Vec<i64>>()
    };
    let mut editions: Vec<Found> = Vec::new();
    for (statement, ids) in [
        (&EDITIONS, ids(policy::EDITION)),
        (&OF_DOCUMENTS, ids(policy::DOCUMENT)),
        (&WITH_FILES, ids(files::FILE)),
    ] {
        if !ids.is_empty() {
            editions.extend(tx.all::<Found>(statement, params![id_list(ids)]).await?);
        }
    }
    editions.sort_by_key(|edition| edition.id.get());
    editions.dedup_by_key(|edition| edition.id.get());
    let mut documents: Vec<DocumentId> = editions.iter().map(|edition| edition.document).collect();
    documents.sort_unstable_by_key(|id| id.get());
    documents.dedup();
    if documents.is_empty() {
        return Ok(Vec::new());
    }
    let tags: Vec<(DocumentId, String, String)> =
        tx.all(&TAGS, params![id_list(documents.iter().copied())]).await?;
    // Only who may see an open text depends on its supporters.
    let open: Vec<DocumentId> =
        editions.iter().filter(|edition| edition.state.is_open()).map(|edition| edition.document).collect();
    let supporters: Vec<(DocumentId, OrganisationId)> = match open.is_empty() {
        true => Vec::new(),
        false => tx.all(&SUPPORTERS, params![id_list(open)]).await?,
    };
    let carried: Vec<(EditionId, FileId)> =
        tx.all(&FILES, params![id_list(editions.iter().map(|edition| edition.id))]).await?;
    let ids: Vec<FileId> = carried.iter().map(|(_, file)| *file).collect();
    let words = files::texts(tx, &ids).await?;
    let entry = |edition: Found| {
        let own = carried.iter().filter(|(of, _)| *of == edition.id);
        let own = own.filter_map(|(_, file)| words.iter().find(|(id, _)| id == file));
        let own: Vec<&str> = own.map(|(_, words)| words.as_str()).collect();
        entry(edition, &own, &tags, &supporters)
    };
    Ok(editions.into_iter().map(entry).collect())
}

fn entry(
    edition: Found,
    words_of_files: &[&str],
    tags: &[(DocumentId, String, String)],
    supporters: &[(DocumentId, OrganisationId)],
) -> Entry {
    let at = edition.published_at.unwrap_or(edition.changed_at);
    // Nobody finds a text by what only members see of it.
    let fields = Fields::parse(&edition.fields).unwrap_or_default();
    let fields = markdown::to_text(&fields.words(edition.kind, true));
    let path = match edition.state {
        State::Published => format!("/documents/{}", edition.document),
        state if state.is_public() => public_path(edition.document, edition.number),
        _ => work_path(edition.id),
    };
    let mut facets = vec![("kind", edition.kind.code().to_owned())];
    facets.extend(edition.level.map(|level| ("level", level.code().to_owned())));
    for (_, dimension, term) in tags.iter().filter(|(document, ..)| *document == edition.document) {
        facets.extend(terms::code(dimension).map(|code| (code, term.clone())));
    }
    let mut badges = Vec::new();
    if edition.state == State::Published {
        badges.push(match edition.level {
            Some(level) => (level.code(), words::level(level)),
            None => ("none", "documents-level-none"),
        });
    } else {
        badges.push((edition.state.code(), words::state(edition.state)));
    }
    Entry {
        subject: policy::edition_subject(edition.id),
        group: events::document_subject(edition.document),
        language: edition.language,
        // Its own words come first: they matter most, and of a long entry only so many are read.
        text: [&edition.summary, &markdown::to_text(&edition.body)]
            .map(String::as_str)
            .into_iter()
            .chain([fields.as_str()])
            .chain(words_of_files.iter().copied())
            .collect::<Vec<_>>()
            .join("\n"),
        path,
        at: Some(at),
        rank: rank(at, edition.state, edition.level),
        badges,
        kind: words::kind(edition.kind),
        facets,
        seen_by: seen_by(&edition, supporters),
        title: edition.title,
    }
}

/// A signed act counts as if it were a year newer than somebody's own text; what was withdrawn comes after all others.
fn rank(at: Timestamp, state: State, level: Option<Level>) -> Timestamp {
    let days = match level {
        _ if state == State::Withdrawn => return at - DAY * 3650,
        Some(Level::Official) => 365,
        Some(Level::Agreed) => 120,
        Some(Level::Own) | None => 0,
    };
    at + DAY * days
}

/// The same as `policy::can_view` says of members and guests.
fn seen_by(edition: &Found, supporters: &[(DocumentId, OrganisationId)]) -> Vec<SeenBy> {
    if edition.state.is_public() {
        return vec![SeenBy::Everybody];
    }
    let mut seen_by = vec![SeenBy::Organisation(edition.organisation)];
    let of = supporters.iter().filter(|(document, _)| *document == edition.document);
    seen_by.extend(of.map(|(_, organisation)| SeenBy::Organisation(*organisation)));
    if policy::SEEN_BY_MODERATORS.contains(&edition.state) {
        seen_by.extend([SeenBy::Role(Role::Approver), SeenBy::Role(Role::Chair)]);
    }
    seen_by
}

fn filters(app: &App, lang: Lang) -> Vec<Filter> {
    let l = app.l(lang);
    let kinds = Kind::ALL.iter().map(|kind| (kind.code().to_owned(), l.t(words::kind(*kind)).into_owned()));
    let levels =
        Level::ALL.iter().map(|level| (level.code().to_owned(), l.t(words::level(*level)).into_owned()));
    vec![
        Filter { code: "kind", label: String::new(), choices: kinds.collect() },
        Filter { code: "level", label: l.t("documents-fact-level").into_owned(), choices: levels.collect() },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn firmer_texts_come_before_newer_ones_and_withdrawn_ones_last() {
        let (today, last_month) = (Timestamp(0) + DAY * 1000, Timestamp(0) + DAY * 970);
        let official = rank(last_month, State::Published, Some(Level::Official));
        assert!(official > rank(today, State::Published, Some(Level::Own)));
        assert!(rank(today, State::Published, None) > rank(last_month, State::Published, None));
        assert!(
            rank(today, State::Withdrawn, Some(Level::Official)) < rank(Timestamp(0), State::Published, None)
        );
    }
}
