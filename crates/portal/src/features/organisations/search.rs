//! How partners are found: by their names in all three languages, and by what they say of themselves.

use super::{events, path, store};
use crate::web::App;
use crate::web::search::{Entry, Filter, Search, SeenBy};
use platform::activity::Activity;
use platform::clock::Timestamp;
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

const KIND: &str = "organisations-partner";

/// Of a merger both: what one lost the other has.
fn touched(event: &Activity) -> Vec<Subject> {
    events::touches(event).into_iter().filter(|subject| subject.kind == events::SUBJECT).collect()
}

async fn list(tx: &mut ReadTx, after: i64) -> Result<Vec<Subject>> {
    let all = store::all(tx).await?;
    Ok(all.iter().filter(|it| it.id.get() > after).map(|it| events::subject(it.id)).collect())
}

async fn load(tx: &mut ReadTx, subjects: &[Subject]) -> Result<Vec<Entry>> {
    let asked = |id: i64| subjects.iter().any(|subject| subject.id == id);
    let (organisations, (regions, audiences)) = (store::all(tx).await?, store::reach(tx).await?);
    let mut entries = Vec::new();
    for organisation in organisations.iter().filter(|it| asked(it.id.get())) {
        let own = |keys: &store::Keys, code: &'static str| {
            let own = keys.iter().filter(|(id, _)| *id == organisation.id);
            own.map(|(_, key)| (code, key.clone())).collect::<Vec<_>>()
        };
        let mut facets = vec![("kind", "partner".to_owned())];
        facets.extend(own(&regions, "region"));
        facets.extend(own(&audiences, "audience"));
        for language in Lang::ALL {
            let others = organisation.name.iter().filter(|(lang, _)| *lang != language);
            let others: Vec<&str> = others.map(|(_, name)| name.as_str()).collect();
            entries.push(Entry {
                subject: events::subject(organisation.id),
                group: events::subject(organisation.id),
                language,
                title: organisation.name.get(language).clone(),
                text: format!("{}\n{}", organisation.about.get(language), others.join(" · ")),
                path: path(organisation.id),
                at: None,
                // It has no date, and there are not so many of them that they could hide the texts.
                rank: Timestamp(i64::MAX / 4),
                badges: Vec::new(),
                kind: KIND,
                facets: facets.clone(),
                seen_by: vec![SeenBy::Everybody],
            });
        }
    }
    Ok(entries)
}

fn kind(app: &App, lang: Lang) -> Filter {
    let partner = ("partner".to_owned(), app.l(lang).t(KIND).into_owned());
    Filter { code: "kind", label: String::new(), choices: vec![partner] }
}
