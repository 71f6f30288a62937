//! The page with each kind of answer, for the gallery.

use super::super::model::{Level, State};
use super::super::samples::edition;
use super::lookup::Outcome;
use super::pages::{Answer, Verify};
use super::routes::blank;
use super::store::Found;
use super::words::{Words, differences};
use crate::web::Ctx;
use platform::lang::Lang;

/// Without a state, before anything was asked; a draft stands for a copy that differs.
pub fn page(ctx: &Ctx, state: Option<State>) -> Verify {
    let Some(state) = state else { return blank(ctx) };
    let text = edition().text;
    let found = |state: State| Found {
        id: 1.into(),
        document: 2.into(),
        language: Lang::Ru,
        number: 1,
        state,
        title: text.title.clone(),
        level: Some(Level::Official),
        superseded_at: Some(edition().changed_at),
        approval_due_at: None,
    };
    let outcome = match state {
        State::Published => Outcome::Current { text: found(state), passage: false },
        State::Superseded => Outcome::Replaced { text: found(state), current: Some(found(State::Published)) },
        _ => {
            let changed = text.body.replace("адрес", "телефон");
            let differences = differences(&Words::of_markdown(&text.body), &Words::of_markdown(&changed));
            Outcome::Differs { text: found(State::Published), differences }
        }
    };
    Verify { answer: Some(Answer::of(ctx, outcome, false)), text: text.body.clone(), ..blank(ctx) }
}
