//! The page of one member with what the chair changes there, and switching between one's own organisations.

use super::super::actions::Freshness;
use super::super::model::{Listed, Standing};
use super::super::routes::people::{
    denied, member_id, not_fresh, organisation_options, role_options, with_any,
};
use super::super::{policy, role_label, store as people};
use super::actions::{self, CannotPlace};
use super::pages::{MemberPage, Membership, SwitchPage};
use super::store;
use crate::features::organisations::{self, Organisation};
use crate::web::{Ctx, Error, Form, FormErrors, HistoryEntry, Routes, Shell, flash, history, html};
use axum::extract::Path;
use axum::response::Response;
use platform::actor::{MemberId, OrganisationId, Role};
use platform::db::WriteTx;
use platform::subject::Subject;
use serde::Deserialize;

pub fn add(routes: Routes) -> Routes {
    routes
        .get("/members/{id}", show)
        .post("/members/{id}/role", change_role)
        .post("/members/{id}/organisations", add_organisation)
        .post("/members/{id}/organisations/removal", remove_organisation)
        .get("/account/organisation", choice)
        .post("/account/organisation", switch)
}

async fn show(ctx: Ctx, Path(id): Path<String>) -> Result<Response, Error> {
    let id = member_id(&id)?;
    if !policy::may_list(ctx.member()) {
        return Err(denied(&ctx));
    }
    let mut tx = ctx.read().await?;
    let listed = people::by_id(&mut tx, id).await?.filter(|listed| !listed.person.name.is_empty());
    let listed = listed.ok_or(Error::NotFound)?;
    let others = store::others(&mut tx, id).await?;
    let organisations = organisations::all(&mut tx).await?;
    let told = history(&ctx, &mut tx, Subject::new("members.member", id.get())).await?;
    let p = Shell::new(&ctx, &mut tx, &listed.person.name).await?;
    html(&member_page(&ctx, p, &listed, &others, &organisations, told))
}

pub fn member_page(
    ctx: &Ctx,
    p: Shell,
    listed: &Listed,
    others: &[OrganisationId],
    organisations: &[Organisation],
    history: Vec<HistoryEntry>,
) -> MemberPage {
    let (l, actor, person) = (ctx.l(), ctx.actor(), &listed.person);
    let name = |id: OrganisationId| {
        let found = organisations.iter().find(|it| it.id == id);
        found.map(|it| it.name.get(ctx.lang).clone()).unwrap_or_default()
    };
    let (standing, since, suspend) = match listed.standing {
        Standing::Invited(at) => ("members-standing-invited", at, "members-suspend"),
        Standing::Joined(at) => ("members-standing-joined", at, "members-suspend"),
        Standing::Suspended(at) => ("members-standing-suspended", at, "members-restore"),
    };
    let may_place = policy::may_place(&actor, person.id);
    let addable: Vec<Organisation> = organisations
        .iter()
        .filter(|it| it.id != person.organisation && !others.contains(&it.id))
        .cloned()
        .collect();
    MemberPage {
        p: p.crumb(ctx.path("/members"), l.t("members-index")),
        errors: FormErrors::default(),
        email: person.email.clone(),
        organisation: name(person.organisation),
        others: others.iter().map(|id| Membership { id: id.to_string(), name: name(*id) }).collect(),
        role: l.t(role_label(person.role)).into_owned(),
        role_code: person.role.code().to_owned(),
        roles: role_options(ctx),
        standing: l.f1(standing, "date", l.date(since)),
        organisations: with_any(organisation_options(ctx, &addable), &l.t("members-choose")),
        may_place,
        path: ctx.path(&format!("/members/{}", person.id)),
        hand_over: policy::may_hand_over(&actor, person.id),
        suspend: policy::may_suspend(&actor, person.id, person.role).then_some(suspend),
        history,
    }
}

#[derive(Deserialize)]
struct RoleForm {
    role: Role,
}

async fn change_role(
    ctx: Ctx,
    Path(id): Path<String>,
    Form(form): Form<RoleForm>,
) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    let done = actions::change_role(&mut tx, member_id(&id)?, form.role, Freshness::of(&ctx)).await;
    finish(&ctx, tx, done, &format!("/members/{id}"), "members-role-changed").await
}

#[derive(Deserialize)]
struct OrganisationForm {
    #[serde(default)]
    organisation: String,
}

impl OrganisationForm {
    fn id(&self, ctx: &Ctx) -> Result<OrganisationId, Error> {
        let missing = || Error::Invalid(ctx.l().t("members-organisation-missing").into_owned());
        self.organisation.parse().map_err(|_| missing())
    }
}

/// Whose organisations this person may change, before anything they entered is looked at.
fn placeable(ctx: &Ctx, id: &str) -> Result<MemberId, Error> {
    let member = member_id(id)?;
    if !policy::may_place(&ctx.actor(), member) {
        return Err(denied(ctx));
    }
    // An organisation is what its drafts are seen by.
    ctx.fresh_factor()?;
    Ok(member)
}

async fn add_organisation(
    ctx: Ctx,
    Path(id): Path<String>,
    Form(form): Form<OrganisationForm>,
) -> Result<Response, Error> {
    let (member, organisation) = (placeable(&ctx, &id)?, form.id(&ctx)?);
    let mut tx = ctx.write().await?;
    let done = actions::add(&mut tx, member, organisation).await;
    finish(&ctx, tx, done, &format!("/members/{id}"), "members-organisations-changed").await
}

async fn remove_organisation(
    ctx: Ctx,
    Path(id): Path<String>,
    Form(form): Form<OrganisationForm>,
) -> Result<Response, Error> {
    let (member, organisation) = (placeable(&ctx, &id)?, form.id(&ctx)?);
    let mut tx = ctx.write().await?;
    let done = actions::remove(&mut tx, member, organisation).await;
    finish(&ctx, tx, done, &format!("/members/{id}"), "members-organisations-changed").await
}

async fn finish(
    ctx: &Ctx,
    tx: WriteTx,
    done: Result<(), CannotPlace>,
    path: &str,
    said: &str,
) -> Result<Response, Error> {
    match done {
        Ok(()) => {
            tx.commit().await?;
            Ok(flash::redirect(ctx, path, &ctx.l().t(said)))
        }
        Err(error) => {
            tx.roll_back().await;
            Err(match error {
                CannotPlace::Denied => denied(ctx),
                CannotPlace::NotFresh => not_fresh(ctx),
                CannotPlace::NotFound => Error::NotFound,
                CannotPlace::Db(error) => error.into(),
            })
        }
    }
}

async fn choice(ctx: Ctx) -> Result<Response, Error> {
    let member = ctx.signed_in()?.member.clone();
    let mut tx = ctx.read().await?;
    let mut own = store::others(&mut tx, member.id).await?;
    own.extend(people::by_id(&mut tx, member.id).await?.map(|listed| listed.person.organisation));
    let mut organisations = organisations::all(&mut tx).await?;
    organisations.retain(|it| own.contains(&it.id));
    let p = Shell::new(&ctx, &mut tx, &ctx.l().t("members-switch")).await?;
    html(&switch_page(&ctx, p, member.organisation, &organisations))
}

pub fn switch_page(
    ctx: &Ctx,
    p: Shell,
    current: OrganisationId,
    organisations: &[Organisation],
) -> SwitchPage {
    SwitchPage {
        p: p.crumb(ctx.path("/account"), ctx.l().t("members-account")),
        organisation: current.to_string(),
        organisations: organisation_options(ctx, organisations),
    }
}

async fn switch(ctx: Ctx, Form(form): Form<OrganisationForm>) -> Result<Response, Error> {
    let organisation = form.id(&ctx)?;
    let viewer = ctx.signed_in()?;
    let mut tx = ctx.write().await?;
    match actions::switch(&mut tx, viewer, organisation).await {
        Ok(()) => {
            tx.commit_unrecorded("for which organisation a browser acts; each act records its own").await?;
            Ok(flash::redirect(&ctx, "/account", &ctx.l().t("members-switched")))
        }
        other => finish(&ctx, tx, other, "/account", "members-switched").await,
    }
}
