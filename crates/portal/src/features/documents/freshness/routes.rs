//! Addresses of freshness: the check of one text, the list of all, the same as CSV.

use super::super::actions::Refusal;
use super::super::model::{Edition, EditionId};
use super::super::pages::{organisation, public_path};
use super::super::routes::{message, refused};
use super::super::words;
use super::actions::{self, usual_due};
use super::model::Shown;
use super::pages::{self, Check, List, care};
use super::policy::{Scope, scope};
use super::store::{self, Cursor, Filter, PAGE};
use crate::features::organisations;
use crate::web::Choice;
use crate::web::{Ctx, Error, Form, FormErrors, Link, Routes, Shell, csv, flash, html};
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use platform::actor::OrganisationId;
use platform::clock::Timestamp;
use platform::db::ReadTx;
use platform::lang::Lang;
use serde::Deserialize;

pub fn add(routes: Routes) -> Routes {
    routes
        .get("/documents/freshness", index)
        .get("/documents/freshness/export", export)
        .get("/documents/editions/{edition}/freshness", form)
        .post("/documents/editions/{edition}/freshness", check)
}

/// The day as a date field has it.
fn day(at: Timestamp, ctx: &Ctx) -> String {
    ctx.l().local_input(at).chars().take_while(|letter| *letter != 'T').collect()
}

async fn form(ctx: Ctx, Path(id): Path<EditionId>) -> Result<Response, Error> {
    html(&check_page(&ctx, id, None, FormErrors::default()).await?)
}

async fn check_page(
    ctx: &Ctx,
    id: EditionId,
    typed: Option<String>,
    errors: FormErrors,
) -> Result<Check, Error> {
    let mut tx = ctx.read().await?;
    let edition = actions::checkable(&mut tx, &ctx.actor(), id).await;
    let edition = edition.map_err(|refusal| refused(ctx, refusal))?;
    let care = care(ctx, &mut tx, &edition).await?.ok_or(Error::NotFound)?;
    let l = ctx.l();
    let p = Shell::new(ctx, &mut tx, &l.t("documents-freshness-do"))
        .await?
        .crumb(ctx.path("/documents/freshness"), l.t("documents-freshness-list"));
    let usual = || day(usual_due(&edition, ctx.app.db.clock().now()), ctx);
    Ok(Check {
        action: care.check.clone().unwrap_or_default(),
        back: format!("/{}{}", edition.language, text_path(&edition)),
        due: typed.unwrap_or_else(usual),
        heading: edition.text.title.clone(),
        content_lang: edition.language,
        errors,
        care,
        p,
    })
}

fn text_path(edition: &Edition) -> String {
    public_path(edition.document, edition.number)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct CheckForm {
    due: String,
    /// `plan` moves the day; everything else says that the text is right.
    then: String,
}

async fn check(ctx: Ctx, Path(id): Path<EditionId>, Form(form): Form<CheckForm>) -> Result<Response, Error> {
    let l = ctx.l();
    let due = l.parse_local_input(&format!("{}T00:00", form.due.trim()));
    // What is no day lies not ahead either.
    let due = due.unwrap_or(Timestamp(0));
    let plans = form.then == "plan";
    let mut tx = ctx.write().await?;
    let done = match plans {
        true => actions::plan(&mut tx, id, due).await,
        false => actions::confirm(&mut tx, id, due).await,
    };
    match done {
        Ok(()) => {
            tx.commit().await?;
            let words = if plans { "documents-freshness-planned" } else { "documents-freshness-confirmed" };
            let path = format!("/documents/editions/{id}");
            Ok(flash::redirect(&ctx, &path, &l.f1(words, "date", l.date(due))))
        }
        Err(refusal @ Refusal::Due) => {
            tx.roll_back().await;
            let mut errors = FormErrors::default();
            errors.add("due", l.t(message(&refusal)));
            let page = check_page(&ctx, id, Some(form.due), errors).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)?).into_response())
        }
        Err(refusal) => Err(refused(&ctx, refusal)),
    }
}

/// What a list is asked for; unknown values narrow nothing.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct Asking {
    show: String,
    organisation: String,
    language: String,
    after: String,
}

impl Asking {
    fn of(ctx: &Ctx) -> Asking {
        serde_html_form::from_str(ctx.uri.query().unwrap_or_default()).unwrap_or_default()
    }

    fn filter(&self, scope: Scope) -> Filter {
        Filter {
            shown: Shown::parse(&self.show).unwrap_or_default(),
            organisation: match scope {
                Scope::Own(own) => Some(own),
                Scope::All => self.organisation.parse().ok(),
            },
            language: Lang::parse(&self.language),
        }
    }

    fn cursor(&self) -> Option<Cursor> {
        let (due, edition) = self.after.rsplit_once('-')?;
        Some(Cursor { due_at: Timestamp(due.parse().ok()?), edition: edition.parse().ok()? })
    }
}

fn scope_of(ctx: &Ctx) -> Result<Scope, Error> {
    let denied = || Error::Denied(ctx.l().t("documents-denied-role").into_owned());
    scope(&ctx.signed_in()?.member).ok_or_else(denied)
}

fn address(ctx: &Ctx, path: &str, scope: Scope, filter: &Filter, after: Option<Cursor>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    if filter.shown != Shown::default() {
        query.append_pair("show", filter.shown.code());
    }
    if let (Some(organisation), Scope::All) = (filter.organisation, scope) {
        query.append_pair("organisation", &organisation.to_string());
    }
    if let Some(language) = filter.language {
        query.append_pair("language", language.code());
    }
    if let Some(Cursor { due_at, edition }) = after {
        query.append_pair("after", &format!("{}-{edition}", due_at.0));
    }
    let query = query.finish();
    if query.is_empty() { ctx.path(path) } else { format!("{}?{query}", ctx.path(path)) }
}

const LIST: &str = "/documents/freshness";

async fn index(ctx: Ctx) -> Result<Response, Error> {
    let scope = scope_of(&ctx)?;
    let asking = Asking::of(&ctx);
    let (filter, after) = (asking.filter(scope), asking.cursor());
    let mut tx = ctx.read().await?;
    let now = ctx.app.db.clock().now();
    let (listed, next) = store::list(&mut tx, &filter, after, now).await?;
    let count = store::count(&mut tx, &filter, now).await?;
    let p = Shell::new(&ctx, &mut tx, &ctx.l().t("documents-freshness-list"))
        .await?
        .crumb(ctx.path("/documents"), ctx.l().t("documents-title"));
    let (organisations, names) = match scope {
        Scope::All => (Some(choices(&ctx, &mut tx, &filter).await?), names(&mut tx, &listed).await?),
        Scope::Own(own) => (None, organisations::names(&mut tx, &[own]).await?),
    };
    let rows = listed.iter().map(|it| pages::row(it, &ctx, &names, now)).collect();
    let count = pages::counted(ctx.l(), count);
    html(&list_page(&ctx, p, scope, &filter, rows, count, organisations, (after.is_some(), next)))
}

async fn names(
    tx: &mut ReadTx,
    listed: &[store::Listed],
) -> Result<super::super::pages::OrganisationNames, Error> {
    let ids: Vec<OrganisationId> = listed.iter().map(|it| it.organisation).collect();
    Ok(organisations::names(tx, &ids).await?)
}

async fn choices(ctx: &Ctx, tx: &mut ReadTx, filter: &Filter) -> Result<Vec<Choice>, Error> {
    let l = ctx.l();
    let mut all = organisations::all(tx).await?;
    all.sort_by(|one, other| l.compare(one.name.get(l.lang), other.name.get(l.lang)));
    let any = Choice {
        key: String::new(),
        words: l.t("documents-any").into_owned(),
        chosen: filter.organisation.is_none(),
    };
    let choice = |it: organisations::Organisation| Choice {
        key: it.id.to_string(),
        words: it.name.get(l.lang).clone(),
        chosen: filter.organisation == Some(it.id),
    };
    Ok(std::iter::once(any).chain(all.into_iter().map(choice)).collect())
}

#[expect(clippy::too_many_arguments, reason = "each is one part of the address or of the answer")]
pub fn list_page(
    ctx: &Ctx,
    p: Shell,
    scope: Scope,
    filter: &Filter,
    rows: Vec<pages::Row>,
    count: String,
    organisations: Option<Vec<Choice>>,
    (later, next): (bool, Option<Cursor>),
) -> List {
    let l = ctx.l();
    let to = |filter: &Filter, after| address(ctx, LIST, scope, filter, after);
    let tab = |shown: Shown| {
        let link = Link::new(to(&Filter { shown, ..*filter }, None), l.t(pages::tab(shown)));
        (link, shown == filter.shown)
    };
    let chosen = filter.organisation.is_some() && organisations.is_some();
    List {
        count,
        rows,
        tabs: Shown::ALL.into_iter().map(tab).collect(),
        shown: filter.shown.code(),
        organisations,
        languages: pages::languages(l, filter),
        narrowed: usize::from(chosen) + usize::from(filter.language.is_some()),
        reset: to(&Filter { shown: filter.shown, ..Filter::default() }, None),
        export: address(ctx, "/documents/freshness/export", scope, filter, None),
        first: later.then(|| to(filter, None)),
        next: next.map(|next| to(filter, Some(next))),
        p,
    }
}

/// The list as CSV, up to five thousand texts.
async fn export(ctx: Ctx) -> Result<Response, Error> {
    const MOST: usize = 5_000;
    let filter = Asking::of(&ctx).filter(scope_of(&ctx)?);
    let now = ctx.app.db.clock().now();
    let mut tx = ctx.read().await?;
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let (rows, next) = store::list(&mut tx, &filter, after, now).await?;
        all.extend(rows);
        after = next;
        if after.is_none() || all.len() + PAGE > MOST {
            break;
        }
    }
    let names = names(&mut tx, &all).await?;
    drop(tx);
    let l = ctx.l();
    let head = ["address", "kind", "language", "organisation", "title", "due", "checked", "broken_links"];
    let lines = all.iter().map(|it| {
        let address = ctx.app.url(&format!("/{}/documents/{}", it.language, it.document));
        let checked = it.checked_at.map(|at| day(at, &ctx)).unwrap_or_default();
        let (kind, owner) = (l.t(words::kind(it.kind)), organisation(&names, it.organisation, l.lang));
        let (due, broken) = (day(it.due_at, &ctx), it.broken.to_string());
        csv::line([&address, &*kind, it.language.code(), &owner, &it.title, &due, &checked, &broken])
    });
    Ok(csv::respond("freshness", std::iter::once(csv::line(head)).chain(lines)))
}
