//! A member's own page of what they show at sign-in: passkeys, the app, codes on paper. Whatever changes it asks for a fresh
//! proof first, so that a browser left open is not enough to add a key to somebody's account.

use super::pages::{CodesPage, PasskeyLine, SecurityPage, TotpPage};
use super::{
    Factors, GRACE, Kind, entering, is_demanded_of, note, passkeys, recovery_codes, set_up, steps, store,
    totp,
};
use crate::features::members::model::{self, Person};
use crate::features::members::routes::{Empty, device_of};
use crate::features::members::{events, store as members};
use crate::web::{Ctx, Error, Form, FormErrors, SetUp, Shell, Viewer, flash, html};
use axum::Json;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode};
use platform::db::{Query, WriteTx};
use serde::Deserialize;

const PAGE: &str = "/account/security";

pub async fn show(ctx: Ctx) -> Result<Response, Error> {
    html(&load(&ctx, FormErrors::default()).await?)
}

async fn load(ctx: &Ctx, errors: FormErrors) -> Result<SecurityPage, Error> {
    let viewer = ctx.signed_in()?;
    let mut tx = ctx.read().await?;
    let factors = store::factors(&mut tx, viewer.member.id).await?;
    let keys = passkeys::of(&mut tx, viewer.member.id).await?;
    let p = Shell::new(ctx, &mut tx, &ctx.l().t("members-security")).await?;
    Ok(page(ctx, p, factors, viewer.set_up, &keys, errors))
}

pub fn page(
    ctx: &Ctx,
    p: Shell,
    factors: Factors,
    set_up: SetUp,
    keys: &[passkeys::Row],
    errors: FormErrors,
) -> SecurityPage {
    let l = ctx.l();
    let line = |row: &passkeys::Row| PasskeyLine {
        id: platform::ids::Shown(row.id).to_string(),
        name: row.name.clone(),
        added: l.date(row.created_at),
        used: row.used_at.map_or_else(|| l.t("members-never").into_owned(), |at| l.date_time(at)),
    };
    let available = passkeys::available(&ctx.app);
    let p = p.crumb(ctx.path("/account"), l.t("members-account"));
    SecurityPage {
        p: if available { p.with_script(ctx, "passkey.js") } else { p },
        errors,
        demand: match set_up {
            SetUp::Done => None,
            SetUp::Wanted { sign_ins_left } => Some(l.f1("members-factor-wanted", "count", sign_ins_left)),
            SetUp::Overdue => Some(l.f1("members-factor-overdue", "count", GRACE)),
        },
        passkeys_available: available,
        passkeys: keys.iter().map(line).collect(),
        has_app: factors.apps > 0,
        has_factor: factors.any(),
        codes_left: factors.recovery_codes,
    }
}

/// Their own record, and a transaction in their name, if they showed just now who they are.
async fn begin(ctx: &Ctx) -> Result<(Viewer, Person, WriteTx), Error> {
    let viewer = ctx.fresh()?.clone();
    let mut tx = ctx.write().await?;
    let person = entering::person(&mut tx, viewer.member.id).await?.ok_or(Error::SignIn)?;
    Ok((viewer, person, tx))
}

/// "Later": the offer on the home page goes away.
pub async fn later(ctx: Ctx, Form(Empty {}): Form<Empty>) -> Result<Response, Error> {
    let member = ctx.signed_in()?.member.id;
    let mut tx = ctx.write().await?;
    store::offered(&mut tx, member).await?;
    tx.commit_unrecorded("somebody put an offer off").await?;
    Ok(flash::redirect(&ctx, "/", &ctx.l().t("members-offer-later-done")))
}

pub async fn begin_totp(ctx: Ctx, Form(Empty {}): Form<Empty>) -> Result<Response, Error> {
    let (_, person, mut tx) = begin(&ctx).await?;
    if !totp::begin(&mut tx, &ctx.app, person.id).await? {
        tx.roll_back().await;
        return Ok(flash::redirect(&ctx, PAGE, &ctx.l().t("members-totp-there")));
    }
    tx.commit_unrecorded("a seed that counts for nothing until its first code").await?;
    Ok(axum::response::Redirect::to(&ctx.path("/account/totp")).into_response())
}

pub async fn totp(ctx: Ctx) -> Result<Response, Error> {
    show_totp(&ctx, FormErrors::default()).await
}

async fn show_totp(ctx: &Ctx, errors: FormErrors) -> Result<Response, Error> {
    let viewer = ctx.fresh()?;
    let mut tx = ctx.read().await?;
    let listed = members::by_id(&mut tx, viewer.member.id).await?.ok_or(Error::NotFound)?;
    let begun = totp::begun(&mut tx, &ctx.app, viewer.member.id, &listed.person.email).await?;
    let Some(begun) = begun else {
        return Ok(axum::response::Redirect::to(&ctx.path(PAGE)).into_response());
    };
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = (status, html(&totp_page(ctx, begun, errors))?).into_response();
    Ok(entering::no_store(page))
}

pub fn totp_page(ctx: &Ctx, begun: totp::Enrolment, errors: FormErrors) -> TotpPage {
    let p =
        Shell::plain(ctx, &ctx.l().t("members-totp")).crumb(ctx.path(PAGE), ctx.l().t("members-security"));
    TotpPage { p, errors, picture: begun.picture, side: begun.side, letters: begun.letters }
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct CodeForm {
    code: String,
}

/// The first right code sets the app up, and with the first factor come the codes on paper.
pub async fn confirm_totp(ctx: Ctx, Form(form): Form<CodeForm>) -> Result<Response, Error> {
    let (viewer, person, mut tx) = begin(&ctx).await?;
    let waits = store::totp(&mut tx, person.id).await?.is_some_and(|known| known.confirmed_at.is_none());
    let code: String = form.code.chars().filter(char::is_ascii_digit).collect();
    if !waits || !totp::take(&mut tx, &ctx.app, person.id, &code).await? {
        tx.roll_back().await;
        let mut errors = FormErrors::default();
        errors.add("code", ctx.l().t("members-code-wrong"));
        return show_totp(&ctx, errors).await;
    }
    note(&mut tx, events::FACTOR_ADDED, &person, "app").await?;
    added(&ctx, tx, &viewer, &person).await
}

/// After a factor was added: everybody else's sessions of this person end, this one goes on under another cookie, and
/// who has no codes on paper gets them now.
async fn added(ctx: &Ctx, mut tx: WriteTx, viewer: &Viewer, person: &Person) -> Result<Response, Error> {
    store::note_strong(&mut tx, person.id).await?;
    store::offered(&mut tx, person.id).await?;
    members::end_others(&mut tx, person.id, viewer.session).await?;
    let codes = match store::factors(&mut tx, person.id).await?.recovery_codes {
        0 => Some(recovery_codes::renew(&mut tx, person.id).await?),
        _ => None,
    };
    let token = entering::confirm(&mut tx, viewer.session).await?;
    tx.commit().await?;
    let response = match codes {
        Some(codes) => {
            let done = Viewer { fresh: true, set_up: SetUp::Done, ..viewer.clone() };
            entering::no_store(html(&codes_page(&ctx.as_viewer(done), codes))?)
        }
        None => flash::redirect(ctx, PAGE, &ctx.l().t("members-factor-added")),
    };
    Ok(entering::with_session(&ctx.app, response, &token))
}

pub fn codes_page(ctx: &Ctx, codes: Vec<String>) -> CodesPage {
    let l = ctx.l();
    let p = Shell::plain(ctx, &l.t("members-codes")).crumb(ctx.path(PAGE), l.t("members-security"));
    CodesPage { p, codes, made: l.date(ctx.app.db.clock().now()) }
}

pub async fn renew_codes(ctx: Ctx, Form(Empty {}): Form<Empty>) -> Result<Response, Error> {
    let (_, person, mut tx) = begin(&ctx).await?;
    if !store::factors(&mut tx, person.id).await?.any() {
        tx.roll_back().await;
        return Ok(flash::redirect_with(&ctx, PAGE, flash::Tone::Warning, &ctx.l().t("members-codes-first")));
    }
    let codes = recovery_codes::renew(&mut tx, person.id).await?;
    note(&mut tx, events::FACTOR_ADDED, &person, "recovery-code").await?;
    tx.commit().await?;
    Ok(entering::no_store(html(&codes_page(&ctx, codes))?))
}

/// The last factor of somebody who must have one stays until there is another.
async fn may_remove(ctx: &Ctx, tx: &mut impl Query, viewer: &Viewer) -> Result<bool, Error> {
    let Factors { apps, passkeys, .. } = store::factors(tx, viewer.member.id).await?;
    let demanded = is_demanded_of(viewer.member.role) && ctx.app.settings.identity.require_factor;
    Ok(!demanded || apps + passkeys > 1)
}

fn stays(ctx: &Ctx) -> Response {
    flash::redirect_with(ctx, PAGE, flash::Tone::Warning, &ctx.l().t("members-factor-last"))
}

pub async fn remove_totp(ctx: Ctx, Form(Empty {}): Form<Empty>) -> Result<Response, Error> {
    let (viewer, person, mut tx) = begin(&ctx).await?;
    if !may_remove(&ctx, &mut tx, &viewer).await? {
        tx.roll_back().await;
        return Ok(stays(&ctx));
    }
    let removed = store::remove_totp(&mut tx, person.id).await? > 0;
    finish_removal(&ctx, tx, &viewer, &person, removed, "app").await
}

pub async fn remove_passkey(
    ctx: Ctx,
    Path(id): Path<String>,
    Form(Empty {}): Form<Empty>,
) -> Result<Response, Error> {
    let (viewer, person, mut tx) = begin(&ctx).await?;
    let platform::ids::Shown(id) = id.parse().map_err(|_| Error::NotFound)?;
    if !may_remove(&ctx, &mut tx, &viewer).await? {
        tx.roll_back().await;
        return Ok(stays(&ctx));
    }
    let removed = store::remove_passkey(&mut tx, id, person.id).await?;
    finish_removal(&ctx, tx, &viewer, &person, removed, "passkey").await
}

async fn finish_removal(
    ctx: &Ctx,
    mut tx: WriteTx,
    viewer: &Viewer,
    person: &Person,
    removed: bool,
    what: &'static str,
) -> Result<Response, Error> {
    if !removed {
        tx.roll_back().await;
        return Err(Error::NotFound);
    }
    note(&mut tx, events::FACTOR_REMOVED, person, what).await?;
    if !store::factors(&mut tx, person.id).await?.any() {
        store::remove_codes(&mut tx, person.id).await?;
    }
    // As when one is added: what was signed in with the old one ends, and this browser goes on under another cookie.
    members::end_others(&mut tx, person.id, viewer.session).await?;
    let token = entering::confirm(&mut tx, viewer.session).await?;
    tx.commit().await?;
    let response = flash::redirect(ctx, PAGE, &ctx.l().t("members-factor-removed"));
    Ok(entering::with_session(&ctx.app, response, &token))
}

/// What the browser needs to make a passkey. Only a script asks for it.
pub async fn passkey_challenge(ctx: Ctx, Form(Empty {}): Form<Empty>) -> Result<Response, Error> {
    if !passkeys::available(&ctx.app) {
        return Err(Error::NotFound);
    }
    let (_, person, mut tx) = begin(&ctx).await?;
    let (challenge, token) = passkeys::begin_new(&mut tx, &ctx.app, &person).await?;
    tx.commit_unrecorded("a challenge to make a passkey").await?;
    let response = entering::no_store(Json(challenge).into_response());
    Ok(steps::hold(&ctx.app, response, Kind::NewPasskey, &token))
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct PasskeyForm {
    credential: String,
    name: String,
}

pub async fn add_passkey(
    ctx: Ctx,
    headers: HeaderMap,
    Form(form): Form<PasskeyForm>,
) -> Result<Response, Error> {
    let (viewer, person, mut tx) = begin(&ctx).await?;
    if form.credential.is_empty() {
        // Without script the button only sends the form; or it only wanted the fresh proof that is there now.
        tx.roll_back().await;
        return Ok(flash::redirect_with(
            &ctx,
            PAGE,
            flash::Tone::Warning,
            &ctx.l().t("members-passkey-press"),
        ));
    }
    let device = device_of(&headers);
    let name = model::name(&form.name).or_else(|| model::name(&device));
    let name = name.unwrap_or_else(|| ctx.l().t("members-passkey").into_owned());
    let asked = steps::held(&ctx.app, &headers, Kind::NewPasskey);
    if !passkeys::finish_new(&mut tx, &ctx.app, &person, asked.as_deref(), &form.credential, &name).await? {
        tx.roll_back().await;
        return Ok(flash::redirect_with(
            &ctx,
            PAGE,
            flash::Tone::Warning,
            &ctx.l().t("members-passkey-refused"),
        ));
    }
    note(&mut tx, events::FACTOR_ADDED, &person, "passkey").await?;
    let response = added(&ctx, tx, &viewer, &person).await?;
    Ok(steps::release(&ctx.app, response, Kind::NewPasskey))
}

/// What the home page says of it: what is demanded, or, once, what is recommended.
pub async fn panel(ctx: &Ctx, tx: &mut impl Query) -> Result<Vec<crate::web::Panel>, Error> {
    let Some(viewer) = &ctx.viewer else { return Ok(Vec::new()) };
    let factors = store::factors(tx, viewer.member.id).await?;
    if factors.any() || !passkeys::available(&ctx.app) {
        return Ok(Vec::new());
    }
    let standing = store::standing(tx, viewer.member.id).await?.unwrap_or_default();
    let l = ctx.l();
    let note = match set_up(&ctx.app, viewer.member.role, false, standing.weak_sign_ins) {
        SetUp::Wanted { sign_ins_left } => l.f1("members-factor-wanted", "count", sign_ins_left),
        _ if standing.passkey_offered_at.is_some() => return Ok(Vec::new()),
        _ => l.t("members-offer-text").into_owned(),
    };
    let link = crate::web::Link::new(ctx.path(PAGE), l.t("members-offer-passkey"));
    Ok(vec![crate::web::Panel {
        order: 5,
        title: l.t("members-offer").into_owned(),
        items: vec![crate::web::PanelItem { link, note }],
        empty: String::new(),
        more: None,
    }])
}
