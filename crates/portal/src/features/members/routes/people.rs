//! The list of members for those who look after the group: inviting, shutting out and letting in again.

use super::{Empty, languages};
use crate::features::members::actions::{CannotInvite, CannotSuspend, Freshness, Invitation};
use crate::features::members::model::{Listed, Standing};
use crate::features::members::pages::{InvitePage, MemberRow, MembersPage, Options, SuspendPage};
use crate::features::members::recovery::may_begin;
use crate::features::members::{actions, handover, policy, requests, role_label, store};
use crate::features::organisations::{self, Organisation};
use crate::web::{Ctx, Error, Form, FormErrors, Shell, flash, html};
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use platform::actor::{MemberId, OrganisationId, Role};
use platform::db::{ReadTx, WriteTx};
use platform::lang::{Lang, Localized};
use serde::Deserialize;
use std::collections::HashMap;

#[derive(Default, Deserialize)]
#[serde(default)]
struct Filter {
    organisation: String,
    role: String,
}

pub fn denied(ctx: &Ctx) -> Error {
    Error::Denied(ctx.l().t("members-denied").into_owned())
}

/// What asks for the proof that was missing.
pub fn not_fresh(ctx: &Ctx) -> Error {
    ctx.fresh_factor().err().unwrap_or(Error::Confirm)
}

impl Freshness {
    pub fn of(ctx: &Ctx) -> Freshness {
        if ctx.fresh_factor().is_ok() { Freshness::Fresh } else { Freshness::Old }
    }
}

pub async fn index(ctx: Ctx) -> Result<Response, Error> {
    if !policy::may_list(ctx.member()) {
        return Err(denied(&ctx));
    }
    let filter: Filter = serde_html_form::from_str(ctx.uri.query().unwrap_or_default()).unwrap_or_default();
    let mut tx = ctx.read().await?;
    let organisations = organisations::all(&mut tx).await?;
    let people = store::listed(&mut tx).await?;
    let p = Shell::new(&ctx, &mut tx, &ctx.l().t("members-index")).await?;
    let mut page = list(&ctx, p, people, &organisations, &filter.organisation, &filter.role);
    if policy::may_review(&ctx.actor()) {
        page.requests = Some(requests::store::count_open(&mut tx).await?);
    }
    html(&page)
}

/// A filter that names nothing known is as good as none.
pub fn list(
    ctx: &Ctx,
    p: Shell,
    people: Vec<Listed>,
    organisations: &[Organisation],
    organisation: &str,
    role: &str,
) -> MembersPage {
    let l = ctx.l();
    let organisation =
        organisation.parse().ok().filter(|id| organisations.iter().any(|known| known.id == *id));
    let role = Role::parse(role);
    let names: HashMap<OrganisationId, &Localized<String>> =
        organisations.iter().map(|organisation| (organisation.id, &organisation.name)).collect();
    let row = |Listed { person, standing }: Listed| {
        let (standing, since, act) = match standing {
            Standing::Invited(at) => ("members-standing-invited", at, "members-suspend"),
            Standing::Joined(at) => ("members-standing-joined", at, "members-suspend"),
            Standing::Suspended(at) => ("members-standing-suspended", at, "members-restore"),
        };
        MemberRow {
            id: person.id.to_string(),
            organisation: names
                .get(&person.organisation)
                .map(|name| name.get(ctx.lang).clone())
                .unwrap_or_default(),
            role: l.t(role_label(person.role)).into_owned(),
            standing: l.f1(standing, "date", l.date(since)),
            act: policy::may_suspend(&ctx.actor(), person.id, person.role).then_some(act),
            name: person.name,
            email: person.email,
        }
    };
    let wanted = |listed: &Listed| {
        organisation.is_none_or(|id| listed.person.organisation == id)
            && role.is_none_or(|role| listed.person.role == role)
    };
    let mut rows: Vec<MemberRow> = people.into_iter().filter(wanted).map(row).collect();
    rows.sort_by(|a, b| l.compare(&a.name, &b.name));
    MembersPage {
        p,
        rows,
        filtered: usize::from(organisation.is_some()) + usize::from(role.is_some()),
        organisation: organisation.map(|id| id.to_string()).unwrap_or_default(),
        organisations: with_any(organisation_options(ctx, organisations), &l.t("members-filter-any")),
        role: role.map(Role::code).unwrap_or_default().to_owned(),
        roles: with_any(role_options(ctx), &l.t("members-filter-any")),
        may_invite: policy::may_invite(&ctx.actor()),
        requests: None,
    }
}

pub fn with_any(mut options: Options, any: &str) -> Options {
    options.insert(0, (String::new(), any.to_owned()));
    options
}

pub fn organisation_options(ctx: &Ctx, organisations: &[Organisation]) -> Options {
    let name = |organisation: &Organisation| organisation.name.get(ctx.lang).clone();
    let mut options: Options =
        organisations.iter().map(|organisation| (organisation.id.to_string(), name(organisation))).collect();
    options.sort_by(|a, b| ctx.l().compare(&a.1, &b.1));
    options
}

pub fn role_options(ctx: &Ctx) -> Options {
    let words = |role: Role| ctx.l().t(role_label(role)).into_owned();
    Role::ALL.into_iter().map(|role| (role.code().to_owned(), words(role))).collect()
}

/// Those that this viewer may give to somebody.
fn grantable_roles(ctx: &Ctx) -> Options {
    let (actor, mut options) = (ctx.actor(), role_options(ctx));
    options.retain(|(code, _)| Role::parse(code).is_some_and(|role| policy::may_grant(&actor, role)));
    options
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct InviteForm {
    email: String,
    name: String,
    organisation: String,
    role: String,
    language: String,
}

pub async fn new(ctx: Ctx) -> Result<Response, Error> {
    if !policy::may_invite(&ctx.actor()) {
        return Err(denied(&ctx));
    }
    let form = InviteForm { role: Role::Contributor.code().to_owned(), ..InviteForm::default() };
    html(&invite_page(&ctx, form, FormErrors::default()).await?)
}

async fn invite_page(ctx: &Ctx, form: InviteForm, errors: FormErrors) -> Result<InvitePage, Error> {
    let mut tx = ctx.read().await?;
    let organisations = organisations::all(&mut tx).await?;
    let p = Shell::new(ctx, &mut tx, &ctx.l().t("members-invite")).await?;
    Ok(invitation(ctx, p, &organisations, form, errors))
}

pub fn invitation(
    ctx: &Ctx,
    p: Shell,
    organisations: &[Organisation],
    form: InviteForm,
    errors: FormErrors,
) -> InvitePage {
    let l = ctx.l();
    InvitePage {
        p: p.crumb(ctx.path("/members"), l.t("members-index")),
        errors,
        email: form.email,
        full_name: form.name,
        language: form.language,
        languages: languages(),
        role: form.role,
        roles: grantable_roles(ctx),
        organisation: form.organisation,
        organisations: with_any(organisation_options(ctx, organisations), &l.t("members-choose")),
    }
}

pub async fn create(ctx: Ctx, Form(form): Form<InviteForm>) -> Result<Response, Error> {
    if !policy::may_invite(&ctx.actor()) {
        return Err(denied(&ctx));
    }
    let mut errors = FormErrors::default();
    let mut tx = ctx.write().await?;
    let organisation = match form.organisation.parse::<OrganisationId>() {
        Ok(id) => organisations::get(&mut tx, id).await?,
        Err(_) => None,
    };
    let Some(organisation) = organisation else {
        tx.roll_back().await;
        errors.add("organisation", ctx.l().t("members-organisation-missing"));
        let page = invite_page(&ctx, form, errors).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)?).into_response());
    };
    let (Some(role), Some(language)) = (Role::parse(&form.role), Lang::parse(&form.language)) else {
        // Both come from a choice; anything else was made by hand.
        return Err(Error::Invalid(ctx.l().t("web-error-invalid-text").into_owned()));
    };
    let invitation = Invitation {
        email: form.email.clone(),
        name: form.name.clone(),
        language,
        role,
        organisation: organisation.id,
    };
    let mistake = match actions::invite(&mut tx, &invitation, Freshness::of(&ctx)).await {
        Ok(_) => {
            tx.commit().await?;
            let said = ctx.l().f1("members-invited", "email", form.email.trim());
            return Ok(flash::redirect(&ctx, "/members", &said));
        }
        Err(CannotInvite::Denied) => return Err(denied(&ctx)),
        Err(CannotInvite::NotFresh) => {
            tx.roll_back().await;
            return Err(not_fresh(&ctx));
        }
        Err(CannotInvite::Db(error)) => return Err(error.into()),
        Err(CannotInvite::Email) => ("email", "members-email-wrong"),
        Err(CannotInvite::Name) => ("name", "members-name-missing"),
        Err(CannotInvite::Member) => ("email", "members-email-known"),
    };
    tx.roll_back().await;
    errors.add(mistake.0, ctx.l().t(mistake.1));
    let page = invite_page(&ctx, form, errors).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)?).into_response())
}

pub fn member_id(text: &str) -> Result<MemberId, Error> {
    text.parse().map_err(|_| Error::NotFound)
}

/// Asks first: this reaches a person.
pub async fn suspension(ctx: Ctx, Path(id): Path<String>) -> Result<Response, Error> {
    let id = member_id(&id)?;
    if !policy::may_invite(&ctx.actor()) {
        return Err(denied(&ctx));
    }
    let mut tx = ctx.read().await?;
    let listed = store::by_id(&mut tx, id).await?.ok_or(Error::NotFound)?;
    if !policy::may_suspend(&ctx.actor(), id, listed.person.role) {
        return Err(denied(&ctx));
    }
    let open = open_work_of(&ctx, &mut tx, id).await?;
    html(&suspend_page(&ctx, &listed, open))
}

/// How much would be left behind, for those who may hand it over.
async fn open_work_of(ctx: &Ctx, tx: &mut ReadTx, id: MemberId) -> Result<usize, Error> {
    if !policy::may_hand_over(&ctx.actor(), id) {
        return Ok(0);
    }
    Ok(handover::routes::open_work(ctx, tx, id).await?.len())
}

pub fn suspend_page(ctx: &Ctx, listed: &Listed, open: usize) -> SuspendPage {
    let l = ctx.l();
    let out = matches!(listed.standing, Standing::Suspended(_));
    let [title, text] = if out {
        ["members-restore", "members-restore-text"]
    } else {
        ["members-suspend", "members-suspend-text"]
    };
    let path = format!("/members/{}/suspension{}", listed.person.id, if out { "/end" } else { "" });
    SuspendPage {
        p: Shell::plain(ctx, &l.t(title)),
        action: ctx.path(&path),
        text: l.f1(text, "name", &listed.person.name),
        button: l.t(title).into_owned(),
        dangerous: !out,
        open: (!out && open > 0).then(|| {
            let text = l.f1("members-open-work", "count", open);
            (text, ctx.path(&handover::routes::path(listed.person.id)))
        }),
        recovery: (!out && may_begin(&ctx.actor(), listed.person.id))
            .then(|| ctx.path(&format!("/members/{}/recovery", listed.person.id))),
    }
}

pub async fn suspend(
    ctx: Ctx,
    Path(id): Path<String>,
    Form(Empty {}): Form<Empty>,
) -> Result<Response, Error> {
    ctx.fresh_factor()?;
    let id = member_id(&id)?;
    let mut tx = ctx.write().await?;
    let done = actions::suspend(&mut tx, id).await;
    finish(&ctx, tx, done, "members-suspended").await?;
    // What they leave behind is looked at while it is on the chair's mind.
    let open = open_work_of(&ctx, &mut ctx.read().await?, id).await?;
    let next = if open > 0 { handover::routes::path(id) } else { "/members".to_owned() };
    Ok(flash::redirect(&ctx, &next, &ctx.l().t("members-suspended")))
}

pub async fn restore(
    ctx: Ctx,
    Path(id): Path<String>,
    Form(Empty {}): Form<Empty>,
) -> Result<Response, Error> {
    ctx.fresh_factor()?;
    let mut tx = ctx.write().await?;
    let done = actions::restore(&mut tx, member_id(&id)?).await;
    finish(&ctx, tx, done, "members-restored").await
}

async fn finish(
    ctx: &Ctx,
    tx: WriteTx,
    done: Result<(), CannotSuspend>,
    said: &str,
) -> Result<Response, Error> {
    match done {
        Ok(()) => {
            tx.commit().await?;
            Ok(flash::redirect(ctx, "/members", &ctx.l().t(said)))
        }
        Err(CannotSuspend::Denied) => Err(denied(ctx)),
        Err(CannotSuspend::NotFound) => Err(Error::NotFound),
        Err(CannotSuspend::Db(error)) => Err(error.into()),
    }
}
