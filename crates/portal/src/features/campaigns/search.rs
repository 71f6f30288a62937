//! How campaigns are found: published ones by everybody, proposals by those who may see them. The filter by campaign, for
//! whatever names one, is declared here too.

use super::model::{Campaign, CampaignId, Reach};
use super::{events, memory, path, store};
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
    filters: |app, lang| vec![kind(app, lang), campaign(app, lang)],
};

const KIND: &str = "campaigns-one";

fn touched(event: &Activity) -> Vec<Subject> {
    vec![events::subject(event.subject_id.into())]
}

async fn list(tx: &mut ReadTx, after: i64) -> Result<Vec<Subject>> {
    let ids = store::ids_after(tx, after.into()).await?;
    Ok(ids.into_iter().map(events::subject).collect())
}

async fn load(tx: &mut ReadTx, subjects: &[Subject]) -> Result<Vec<Entry>> {
    let ids: Vec<CampaignId> = subjects.iter().map(|subject| subject.id.into()).collect();
    let campaigns = store::by_ids(tx, &ids).await?;
    Ok(campaigns.iter().flat_map(|it| Lang::ALL.map(|language| entry(it, language))).collect())
}

fn entry(campaign: &Campaign, language: Lang) -> Entry {
    let details = &campaign.details;
    let mut facets = vec![("kind", "campaign".to_owned()), ("campaign", campaign.id.to_string())];
    for dimension in Reach::DIMENSIONS {
        facets.extend(details.reach.of(dimension).iter().map(|key| (dimension.code(), key.clone())));
    }
    if !details.theme.is_empty() {
        facets.push((Dimension::Theme.code(), details.theme.clone()));
    }
    Entry {
        subject: events::subject(campaign.id),
        group: events::subject(campaign.id),
        language,
        title: details.title.get(language).clone(),
        text: markdown::to_text(details.goal.get(language)),
        path: path(campaign.id),
        at: Some(campaign.published_at.unwrap_or(campaign.changed_at)),
        rank: campaign.published_at.unwrap_or(campaign.changed_at),
        badges: Vec::new(),
        kind: KIND,
        facets,
        seen_by: campaign.proposal().found_by(),
    }
}

fn kind(app: &App, lang: Lang) -> Filter {
    let campaign = ("campaign".to_owned(), app.l(lang).t(KIND).into_owned());
    Filter { code: "kind", label: String::new(), choices: vec![campaign] }
}

fn campaign(app: &App, lang: Lang) -> Filter {
    let published = memory::published(app);
    let choice = |it: &Campaign| (it.id.to_string(), it.details.title.get(lang).clone());
    Filter {
        code: "campaign",
        label: app.l(lang).t(KIND).into_owned(),
        choices: published.0.iter().map(choice).collect(),
    }
}
