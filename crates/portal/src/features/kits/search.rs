//! How kits are found: published ones by everybody, proposals by those who may see them.

use super::model::{Kit, KitId};
use super::{events, path, store};
use crate::features::programme::Dimension;
use crate::web::search::{Entry, Filter, Search};
use crate::web::{App, markdown};
use platform::activity::Activity;
use platform::db::{ReadTx, Result};
use platform::lang::Lang;
use platform::subject::Subject;

pub const SEARCH: Search = Search {
    subjects: &[events::SUBJECT],
    touched,
    follows: &[],
    list: |_, tx, after| Box::pin(list(tx, after)),
    load: |_, tx, subjects| Box::pin(load(tx, subjects)),
    filters: |app, lang| vec![kind(app, lang)],
};

const KIND: &str = "kits-one";

fn touched(event: &Activity) -> Vec<Subject> {
    vec![events::subject(event.subject_id.into())]
}

async fn list(tx: &mut ReadTx, after: i64) -> Result<Vec<Subject>> {
    let ids = store::ids_after(tx, after.into()).await?;
    Ok(ids.into_iter().map(events::subject).collect())
}

async fn load(tx: &mut ReadTx, subjects: &[Subject]) -> Result<Vec<Entry>> {
    let ids: Vec<KitId> = subjects.iter().map(|subject| subject.id.into()).collect();
    let kits = store::by_ids(tx, &ids).await?;
    Ok(kits.iter().flat_map(|kit| Lang::ALL.map(|language| entry(kit, language))).collect())
}

fn entry(kit: &Kit, language: Lang) -> Entry {
    let details = &kit.details;
    let mut facets = vec![("kind", "kit".to_owned())];
    if !details.audience.is_empty() {
        facets.push((Dimension::Audience.code(), details.audience.clone()));
    }
    facets.extend(details.campaign.map(|id| ("campaign", id.to_string())));
    Entry {
        subject: events::subject(kit.id),
        group: events::subject(kit.id),
        language,
        title: details.title.get(language).clone(),
        text: markdown::to_text(details.introduction.get(language)),
        path: path(kit.id),
        at: Some(kit.published_at.unwrap_or(kit.changed_at)),
        rank: kit.published_at.unwrap_or(kit.changed_at),
        badges: Vec::new(),
        kind: KIND,
        facets,
        seen_by: kit.proposal().found_by(),
    }
}

fn kind(app: &App, lang: Lang) -> Filter {
    let kit = ("kit".to_owned(), app.l(lang).t(KIND).into_owned());
    Filter { code: "kind", label: String::new(), choices: vec![kit] }
}
