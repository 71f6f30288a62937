//! How events are found: published ones by everybody, proposals by those who may see them.

use super::model::{Event, EventId};
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

const KIND: &str = "calendar-one";

fn touched(event: &Activity) -> Vec<Subject> {
    vec![events::subject(event.subject_id.into())]
}

async fn list(tx: &mut ReadTx, after: i64) -> Result<Vec<Subject>> {
    let ids = store::ids_after(tx, after.into()).await?;
    Ok(ids.into_iter().map(events::subject).collect())
}

async fn load(tx: &mut ReadTx, subjects: &[Subject]) -> Result<Vec<Entry>> {
    let ids: Vec<EventId> = subjects.iter().map(|subject| subject.id.into()).collect();
    let events = store::by_ids(tx, &ids).await?;
    Ok(events.iter().flat_map(|event| Lang::ALL.map(|language| entry(event, language))).collect())
}

fn entry(event: &Event, language: Lang) -> Entry {
    let details = &event.details;
    let mut facets = vec![("kind", "event".to_owned())];
    for (dimension, key) in [(Dimension::Region, &details.region), (Dimension::Audience, &details.audience)] {
        if !key.is_empty() {
            facets.push((dimension.code(), key.clone()));
        }
    }
    facets.extend(details.campaign.map(|id| ("campaign", id.to_string())));
    let place = details.place.get(language);
    let description = markdown::to_text(details.description.get(language));
    let badge = event.cancellation.as_ref().map(|_| ("withdrawn", "calendar-cancelled"));
    Entry {
        subject: events::subject(event.id),
        group: events::subject(event.id),
        language,
        title: details.title.get(language).clone(),
        text: if place.is_empty() { description } else { format!("{place}\n{description}") },
        path: path(event.id),
        // People look for when it is, not for when somebody entered it.
        at: Some(details.span.starts),
        rank: event.published_at.unwrap_or(event.changed_at),
        badges: badge.into_iter().collect(),
        kind: KIND,
        facets,
        seen_by: event.proposal().found_by(),
    }
}

fn kind(app: &App, lang: Lang) -> Filter {
    let event = ("event".to_owned(), app.l(lang).t(KIND).into_owned());
    Filter { code: "kind", label: String::new(), choices: vec![event] }
}
