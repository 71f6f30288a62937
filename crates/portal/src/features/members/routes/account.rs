//! A member's own page: name, language, and the browsers they are signed in with.

use super::{Empty, PersonForm, languages};
use crate::features::members::model::Session;
use crate::features::members::pages::{AccountPage, SessionRow};
use crate::features::members::{actions, model, role_label, store};
use crate::features::organisations;
use crate::web::{Ctx, Error, Form, FormErrors, Shell, Viewer, flash, html};
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use platform::ids::Shown;

pub async fn show(ctx: Ctx) -> Result<Response, Error> {
    let viewer = ctx.signed_in()?;
    let (name, language) = (viewer.name.clone(), viewer.member.language.code().to_owned());
    html(&page(&ctx, viewer, name, language, FormErrors::default()).await?)
}

async fn page(
    ctx: &Ctx,
    viewer: &Viewer,
    name: String,
    language: String,
    errors: FormErrors,
) -> Result<AccountPage, Error> {
    let l = ctx.l();
    let now = ctx.app.db.clock().now();
    let mut tx = ctx.read().await?;
    let listed = store::by_id(&mut tx, viewer.member.id).await?.ok_or(Error::NotFound)?;
    let organisation = organisations::get(&mut tx, viewer.member.organisation).await?;
    let sessions = store::sessions(&mut tx, viewer.member.id, now).await?;
    let row = |session: Session| SessionRow {
        id: Shown(session.id).to_string(),
        device: Some(session.device)
            .filter(|device| !device.is_empty())
            .unwrap_or_else(|| l.t("members-device-unknown").into_owned()),
        // This browser is in use now; the stored time may lag a little.
        seen: l.date_time(if session.id == viewer.session { now } else { session.seen_at }),
        current: session.id == viewer.session,
    };
    Ok(AccountPage {
        p: Shell::new(ctx, &mut tx, &l.t("members-account")).await?,
        errors,
        full_name: name,
        language,
        languages: languages(),
        email: listed.person.email,
        organisation: organisation.map(|found| found.name.get(ctx.lang).clone()).unwrap_or_default(),
        role: l.t(role_label(viewer.member.role)).into_owned(),
        sessions: sessions.into_iter().map(row).collect(),
    })
}

/// The answer is in the language chosen, so that the choice is seen at once.
pub async fn update(ctx: Ctx, Form(form): Form<PersonForm>) -> Result<Response, Error> {
    let viewer = ctx.signed_in()?;
    let Some(name) = model::name(&form.name) else {
        let mut errors = FormErrors::default();
        errors.add("name", ctx.l().t("members-name-missing"));
        let page = page(&ctx, viewer, form.name, form.language.code().to_owned(), errors).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)?).into_response());
    };
    let mut tx = ctx.write().await?;
    actions::change(&mut tx, viewer, &name, form.language).await?;
    tx.commit().await?;
    let ctx = ctx.in_language(form.language);
    Ok(flash::redirect(&ctx, "/account", &ctx.l().t("members-account-saved")))
}

pub async fn sign_out_elsewhere(ctx: Ctx, Form(Empty {}): Form<Empty>) -> Result<Response, Error> {
    let viewer = ctx.signed_in()?;
    let mut tx = ctx.write().await?;
    let ended = actions::sign_out_elsewhere(&mut tx, viewer).await?;
    tx.commit_unrecorded("sessions ended by their owner").await?;
    Ok(flash::redirect(&ctx, "/account", &ctx.l().f1("members-sessions-ended", "count", ended)))
}

/// One browser, say a lost phone.
pub async fn end_session(
    ctx: Ctx,
    Path(id): Path<String>,
    Form(Empty {}): Form<Empty>,
) -> Result<Response, Error> {
    let viewer = ctx.signed_in()?;
    let Shown(id) = id.parse().map_err(|_| Error::NotFound)?;
    let mut tx = ctx.write().await?;
    if !store::end_own(&mut tx, id, viewer.member.id).await? {
        tx.roll_back().await;
        return Err(Error::NotFound);
    }
    tx.commit_unrecorded("a session ended by its owner").await?;
    Ok(flash::redirect(&ctx, "/account", &ctx.l().f1("members-sessions-ended", "count", 1_u64)))
}
