//! How the words of the programme are found: tasks, audiences, channels, regions and themes, with former names of places.
//! They also are what everything else can be narrowed by.

use super::current;
use super::model::{Dimension, Programme};
use crate::web::App;
use crate::web::search::{Entry, Filter, Search, SeenBy};
use platform::clock::Timestamp;
use platform::db::Result;
use platform::lang::{Lang, Localized};
use platform::subject::Subject;

/// A term of the programme. Its id is its place in the file, which no running portal changes.
const SUBJECT: &str = "programme.term";

pub const SEARCH: Search = Search {
    subjects: &[SUBJECT],
    // The file is read when the portal starts.
    touched: |_| Vec::new(),
    follows: &[],
    list: |app, _, after| Box::pin(async move { Ok(list(current(app), after)) }),
    load: |app, _, subjects| Box::pin(async move { load(current(app), subjects) }),
    filters,
};

/// Every term, with its dimension, in the order of the file.
fn terms(programme: &Programme) -> impl Iterator<Item = (i64, Dimension, &str, &Localized<String>)> {
    let terms = Dimension::ALL
        .into_iter()
        .flat_map(move |dimension| programme.terms(dimension).map(move |(key, name)| (dimension, key, name)));
    (0..).zip(terms).map(|(id, (dimension, key, name))| (id, dimension, key, name))
}

fn list(programme: &Programme, after: i64) -> Vec<Subject> {
    terms(programme).filter(|(id, ..)| *id > after).map(|(id, ..)| Subject::new(SUBJECT, id)).collect()
}

fn load(programme: &Programme, subjects: &[Subject]) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for (id, dimension, key, name) in terms(programme) {
        let subject = Subject::new(SUBJECT, id);
        if !subjects.contains(&subject) {
            continue;
        }
        for language in Lang::ALL {
            entries.push(Entry {
                subject,
                group: subject,
                language,
                title: name.get(language).clone(),
                text: said_of(programme, dimension, key, language),
                path: format!("/programme#{}-{key}", dimension.code()),
                at: None,
                rank: Timestamp(i64::MAX / 4),
                badges: Vec::new(),
                kind: kind(dimension),
                facets: vec![("kind", "term".to_owned()), (dimension.code(), key.to_owned())],
                seen_by: vec![SeenBy::Everybody],
            });
        }
    }
    Ok(entries)
}

fn said_of(programme: &Programme, dimension: Dimension, key: &str, language: Lang) -> String {
    let text = |text: &Localized<String>| text.get(language).clone();
    let said = match dimension {
        Dimension::Task => programme.task(key).map(|task| text(&task.summary)),
        Dimension::Theme => programme.theme(key).map(|theme| text(&theme.summary)),
        Dimension::Region => programme.region(key).map(|region| region.aliases.join(", ")),
        Dimension::Channel => None,
        Dimension::Audience => programme.audience(key).and_then(|audience| {
            let own = audience.sub_groups.iter().find(|group| group.key == key);
            match own {
                Some(group) => group.purpose.as_ref().map(text),
                None => Some(text(&audience.purpose)),
            }
        }),
    };
    said.unwrap_or_default()
}

fn kind(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Audience => "programme-term-audience",
        Dimension::Channel => "programme-term-channel",
        Dimension::Region => "programme-term-region",
        Dimension::Task => "programme-term-task",
        Dimension::Theme => "programme-term-theme",
    }
}

fn filters(app: &App, lang: Lang) -> Vec<Filter> {
    let (l, programme) = (app.l(lang), current(app));
    let terms = vec![("term".to_owned(), l.t("programme-term").into_owned())];
    let mut filters = vec![Filter { code: "kind", label: String::new(), choices: terms }];
    filters.extend(Dimension::ALL.into_iter().map(|dimension| {
        let choices = programme.terms(dimension).map(|(key, name)| (key.to_owned(), name.get(lang).clone()));
        Filter {
            code: dimension.code(),
            label: l.t(kind(dimension)).into_owned(),
            choices: choices.collect(),
        }
    }));
    filters
}
