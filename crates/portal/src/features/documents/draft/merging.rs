//! What a writer gets whose page is older than the text: both texts side by side, and a way on that keeps hers. A
//! colleague may have saved, handed in or even published it meanwhile.

use super::super::actions;
use super::super::model::{Edition, EditionId, State};
use super::super::pages::work_path;
use super::super::routes::{differences, refused};
use super::super::store;
use super::super::terms::Terms;
use super::form::{DraftForm, was};
use super::pages::Merge;
use super::routes::controls;
use crate::features::members;
use crate::web::{Ctx, Error, Shell, html};
use axum::response::{IntoResponse, Response};
use http::StatusCode;

/// What can still be done with one's own text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Way {
    /// It is still a draft.
    Save,
    /// Handed in or approved: it is taken back first, and an approval lapses.
    TakeBack,
    /// Public: what is public never changes.
    NextEdition,
}

impl Way {
    fn on_from(state: State) -> Way {
        match state {
            State::Draft | State::Returned => Way::Save,
            State::Submitted | State::Approved => Way::TakeBack,
            State::Published | State::Superseded | State::Withdrawn | State::Removed => Way::NextEdition,
        }
    }

    /// What the button says to [`DraftForm::save`].
    pub fn then(self) -> &'static str {
        match self {
            Way::Save => "save",
            Way::TakeBack => "take_back",
            Way::NextEdition => "next",
        }
    }

    pub fn title(self) -> &'static str {
        match self {
            Way::Save => "documents-merge-title",
            Way::TakeBack => "documents-merge-submitted-title",
            Way::NextEdition => "documents-merge-published-title",
        }
    }

    pub fn lead(self) -> &'static str {
        match self {
            Way::Save => "documents-merge-lead",
            Way::TakeBack => "documents-merge-submitted-lead",
            Way::NextEdition => "documents-merge-published-lead",
        }
    }

    pub fn button(self) -> &'static str {
        match self {
            Way::Save => "documents-merge-save",
            Way::TakeBack => "documents-merge-take-back",
            Way::NextEdition => "documents-merge-next",
        }
    }
}

pub async fn page(ctx: &Ctx, id: EditionId, form: &DraftForm) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let l = ctx.l();
    let loaded = actions::load(&mut tx, &ctx.actor(), id).await.map_err(|it| refused(ctx, it))?;
    let (theirs, supporters) = (loaded.edition, loaded.supporters);
    let tags = store::tags(&mut tx, theirs.document).await?;
    let way = Way::on_from(theirs.state);
    let (who, at) = match way {
        Way::Save => (theirs.changed_by, theirs.changed_at),
        Way::TakeBack | Way::NextEdition => {
            let at = theirs.published_at.or(theirs.submitted_at).unwrap_or(theirs.changed_at);
            (theirs.submitted_by.unwrap_or(theirs.changed_by), at)
        }
    };
    let person = members::person(&mut tx, who).await?;
    let mine = form.text(theirs.kind, &theirs.text).tidy();
    let hers = Edition { text: mine, ..theirs.clone() };
    let pieces = differences(ctx, &mut tx, &hers, &theirs.text).await?;
    let mine = hers.text;
    let controls = controls(ctx, &mut tx, &theirs, &mine).await?;
    // What she ticked, and what shall happen after the approval, goes on with her text.
    let placement = form.placement(&tags, &supporters, &Terms::of(&ctx.app));
    let mut kept: Vec<(String, String)> =
        was(&tags, &supporters).into_iter().map(|was| ("_was".to_owned(), was)).collect();
    kept.extend(placement.tags.into_iter().map(|(dimension, term)| (dimension.to_owned(), term)));
    kept.extend(placement.supporters.iter().map(|id| ("supporter".to_owned(), id.to_string())));
    let wish = [("wish", form.wish()), ("publish_at", form.publish_at())];
    kept.extend(wish.map(|(name, value)| (name.to_owned(), value.to_owned())));
    let p = Shell::new(ctx, &mut tx, &l.t(way.title()))
        .await?
        .with_script(ctx, "editor.js")
        .with_script(ctx, "autosave.js");
    let page = Merge {
        way,
        lead: l.f(
            way.lead(),
            &[
                ("who", person.map_or_else(|| l.t("web-former-member").into_owned(), |it| it.name).into()),
                ("time", l.time(at).into()),
            ],
        ),
        pieces,
        content_lang: theirs.language,
        controls,
        action: ctx.path(&work_path(id)),
        mine,
        kept,
        theirs,
        p,
    };
    Ok((StatusCode::CONFLICT, html(&page)?).into_response())
}
