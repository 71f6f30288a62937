//! The terms in memory, ready to be found: texts ask for them while they are rendered and written.

use super::model::{Finder, Form, Term};
use super::store;
use crate::web::App;
use platform::actor::Actor;
use platform::lang::{Lang, Localized};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, PoisonError, RwLock};

#[derive(Default)]
pub struct Kept(RwLock<Option<Arc<Terms>>>);

/// All terms, also with forms that no reader may see, and what finds them in a text of each language.
pub struct Terms {
    pub all: Vec<Term>,
    /// Every form, to say and to avoid, for those who write.
    pub forms: Localized<Finder>,
    /// The forms that readers get explained.
    pub explained: Localized<Finder>,
    /// Another one for other terms.
    pub stamp: u64,
}

impl Terms {
    pub fn new(all: Vec<Term>) -> Terms {
        let finder = |lang: Lang, wanted: fn(&Term, &Form) -> bool| {
            let forms = all.iter().enumerate().flat_map(|(at, term)| {
                let forms = term.forms.iter().enumerate().map(move |(place, form)| (at, place, term, form));
                forms.filter(move |(_, _, term, form)| form.language == lang && wanted(term, form))
            });
            Finder::new(lang, forms.map(|(at, place, _, form)| (at, place, form.words.as_str())))
        };
        let explains = |term: &Term, form: &Form| {
            term.explained
                && form.is_said()
                && form.is_shown()
                && !term.definition.get(form.language).is_empty()
        };
        let mut stamp = DefaultHasher::new();
        all.hash(&mut stamp);
        Terms {
            forms: Localized::from_fn(|lang| finder(lang, |_, _| true)),
            explained: Localized::from_fn(|lang| finder(lang, explains)),
            stamp: stamp.finish(),
            all,
        }
    }
}

/// The terms as they were when the portal last looked, which it does at its start and after every change.
pub fn terms(app: &App) -> Arc<Terms> {
    let kept = app.part::<Kept>().0.read().unwrap_or_else(PoisonError::into_inner);
    kept.as_ref().map_or_else(|| Arc::new(Terms::new(Vec::new())), Arc::clone)
}

pub async fn load(app: &App) -> anyhow::Result<()> {
    let all = store::all(&mut app.db.read().await?, &Actor::System("glossary")).await?;
    *app.part::<Kept>().0.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(Terms::new(all)));
    Ok(())
}
