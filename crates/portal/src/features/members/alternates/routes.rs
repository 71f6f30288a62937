//! Naming an alternate, and choosing which mails come.

use super::super::changes::{self, Facts};
use super::super::model::Person;
use super::super::routes::people::with_any;
use super::super::store as people;
use super::pages::{AlternatesPage, Kind, MailsPage, Row};
use super::store::{self, Alternate};
use crate::web::{Ctx, Error, Form, FormErrors, Routes, Shell, flash, html};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use platform::clock::Timestamp;
use platform::db::Query;
use serde::Deserialize;

/// Whoever is away for longer hands their work over.
const LONGEST_MS: i64 = 366 * 24 * 3600 * 1000;
const DAY_MS: i64 = 24 * 3600 * 1000;

pub fn add(routes: Routes) -> Routes {
    routes
        .get("/account/alternates", show)
        .post("/account/alternates", create)
        .post("/account/alternates/end", end)
        .get("/account/mails", mails)
        .post("/account/mails", save_mails)
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct AlternateForm {
    colleague: String,
    from: String,
    until: String,
}

async fn show(ctx: Ctx) -> Result<Response, Error> {
    html(&page(&ctx, AlternateForm::default(), FormErrors::default()).await?)
}

/// Those who may stand in: people of the same organisation or of the same role.
async fn colleagues(ctx: &Ctx, q: &mut impl Query) -> Result<Vec<Person>, Error> {
    let member = &ctx.signed_in()?.member;
    let mut found = people::of_organisation(q, member.organisation).await?;
    for person in people::with_role(q, member.role).await? {
        if !found.iter().any(|known| known.id == person.id) {
            found.push(person);
        }
    }
    found.retain(|person| person.id != member.id);
    Ok(found)
}

async fn page(ctx: &Ctx, form: AlternateForm, errors: FormErrors) -> Result<AlternatesPage, Error> {
    let member = ctx.signed_in()?.member.id;
    let mut tx = ctx.read().await?;
    let current = store::current(&mut tx, member).await?;
    let ids: Vec<_> = current.iter().map(|it| it.alternate).collect();
    let names = people::names(&mut tx, &ids).await?;
    let colleagues = colleagues(ctx, &mut tx).await?;
    let p = Shell::new(ctx, &mut tx, &ctx.l().t("members-alternates")).await?;
    let named = |it: Alternate| {
        let name = names.iter().find(|(id, _)| *id == it.alternate);
        (it, name.map(|(_, name)| name.clone()).unwrap_or_default())
    };
    Ok(alternates_page(ctx, p, current.into_iter().map(named).collect(), &colleagues, form, errors))
}

pub fn alternates_page(
    ctx: &Ctx,
    p: Shell,
    current: Vec<(Alternate, String)>,
    colleagues: &[Person],
    form: AlternateForm,
    errors: FormErrors,
) -> AlternatesPage {
    let l = ctx.l();
    let until = |it: &Alternate| {
        // The last day is included; the moment it ends is the first of the next.
        let (from, until) = (l.date(it.starts_at), l.date(Timestamp(it.ends_at.0 - 1)));
        l.f("members-alternate-when", &[("from", from.into()), ("until", until.into())])
    };
    let options = colleagues.iter().map(|it| (it.id.to_string(), it.name.clone())).collect();
    AlternatesPage {
        p: p.crumb(ctx.path("/account"), l.t("members-account")),
        errors,
        rows: current.into_iter().map(|(it, name)| Row { id: it.id, when: until(&it), name }).collect(),
        colleagues: with_any(options, &l.t("members-choose")),
        colleague: form.colleague,
        from: form.from,
        until: form.until,
    }
}

async fn create(ctx: Ctx, Form(form): Form<AlternateForm>) -> Result<Response, Error> {
    let member = ctx.signed_in()?.member.clone();
    let l = ctx.l();
    let mut errors = FormErrors::default();
    let colleagues = colleagues(&ctx, &mut ctx.read().await?).await?;
    let chosen = colleagues.into_iter().find(|it| it.id.to_string() == form.colleague);
    if chosen.is_none() {
        errors.add("colleague", l.t("members-alternate-missing"));
    }
    let day = |text: &str| l.parse_local_input(&format!("{text}T00:00"));
    let from = day(&form.from);
    if from.is_none() {
        errors.add("from", l.t("members-alternate-day"));
    }
    let until = day(&form.until).map(|at| Timestamp(at.0 + DAY_MS));
    let now = ctx.app.db.clock().now();
    let fits =
        |from: Timestamp, until: Timestamp| until > from && until > now && until.0 - from.0 <= LONGEST_MS;
    match (from, until) {
        (_, None) => errors.add("until", l.t("members-alternate-day")),
        (Some(from), Some(until)) if !fits(from, until) => {
            errors.add("until", l.t("members-alternate-until"));
        }
        _ => {}
    }
    let (Some(chosen), Some(from), Some(until), true) = (chosen, from, until, errors.is_empty()) else {
        let page = page(&ctx, form, errors).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)?).into_response());
    };
    let mut tx = ctx.write().await?;
    store::name(&mut tx, member.id, chosen.id, from, until).await?;
    let facts = Facts { other: Some(chosen.id), until: Some(until.0 - 1), ..Facts::default() };
    tx.record(changes::of_member(changes::ALTERNATE_NAMED, member.id, Some(member.organisation), &facts));
    tx.commit().await?;
    Ok(flash::redirect(&ctx, "/account/alternates", &l.f1("members-alternate-named", "name", &chosen.name)))
}

#[derive(Deserialize)]
struct EndForm {
    id: i64,
}

async fn end(ctx: Ctx, Form(form): Form<EndForm>) -> Result<Response, Error> {
    let member = ctx.signed_in()?.member.clone();
    let mut tx = ctx.write().await?;
    let ended = store::current(&mut tx, member.id).await?.into_iter().find(|it| it.id == form.id);
    let ended = ended.ok_or(Error::NotFound)?;
    if store::end(&mut tx, member.id, ended.id).await? {
        let facts = Facts { other: Some(ended.alternate), ..Facts::default() };
        tx.record(changes::of_member(changes::ALTERNATE_ENDED, member.id, Some(member.organisation), &facts));
    }
    tx.commit().await?;
    Ok(flash::redirect(&ctx, "/account/alternates", &ctx.l().t("members-alternate-over")))
}

async fn mails(ctx: Ctx) -> Result<Response, Error> {
    let member = ctx.signed_in()?.member.id;
    let mut tx = ctx.read().await?;
    let muted = store::muted(&mut tx, &[member]).await?;
    let p = Shell::new(&ctx, &mut tx, &ctx.l().t("members-mails")).await?;
    let muted: Vec<String> = muted.into_iter().map(|(_, kind)| kind).collect();
    html(&mails_page(&ctx, p, &muted))
}

/// The kinds of mails about events, as the sections declare them.
pub fn mails_page(ctx: &Ctx, p: Shell, muted: &[String]) -> MailsPage {
    let all = ctx.app.features.iter().flat_map(|feature| feature.notice_mails);
    let kind = |(code, label): &(&'static str, &'static str)| Kind {
        code,
        label: ctx.l().t(label).into_owned(),
        wanted: !muted.iter().any(|kind| kind == code),
    };
    MailsPage {
        p: p.crumb(ctx.path("/account"), ctx.l().t("members-account")),
        kinds: all.map(kind).collect(),
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct MailsForm {
    kind: Vec<String>,
}

async fn save_mails(ctx: Ctx, Form(form): Form<MailsForm>) -> Result<Response, Error> {
    let member = ctx.signed_in()?.member.id;
    let all = ctx.app.features.iter().flat_map(|feature| feature.notice_mails).map(|(code, _)| *code);
    let muted: Vec<&str> = all.filter(|code| !form.kind.iter().any(|kind| kind == code)).collect();
    let mut tx = ctx.write().await?;
    store::mute(&mut tx, member, &muted).await?;
    tx.commit_unrecorded("which mails somebody wants").await?;
    Ok(flash::redirect(&ctx, "/account", &ctx.l().t("members-account-saved")))
}
