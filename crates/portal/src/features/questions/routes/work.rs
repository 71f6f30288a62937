//! What members do with one question. Each handler runs one action and comes back to the question.

use super::super::actions::{self, Refusal};
use super::super::events;
use super::super::model::{Question, QuestionId};
use super::super::pages::{May, Options, Show, state_class, state_label};
use super::super::policy::{self, Action};
use super::super::store;
use super::{denied, shown_text, term};
use crate::features::documents::{self, DocumentId, Kind, Title};
use crate::features::members::{self, Person};
use crate::features::organisations;
use crate::features::programme::Dimension;
use crate::web::{Ctx, Error, Form, FormErrors, HistoryEntry, Link, Routes, Shell, flash, history, html};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use platform::actor::{MemberId, Role};
use platform::db::WriteTx;
use serde::Deserialize;

pub fn add(routes: Routes) -> Routes {
    routes
        .get("/questions/{question}", show)
        .post("/questions/{question}/taking", take)
        .post("/questions/{question}/assignment", assign)
        .post("/questions/{question}/group", group)
        .post("/questions/{question}/group/removal", ungroup)
        .post("/questions/{question}/answer", choose)
        .post("/questions/{question}/answer/draft", begin)
        .post("/questions/{question}/answer/removal", unchoose)
        .post("/questions/{question}/closure", close)
        .post("/questions/{question}/closure/removal", reopen)
}

async fn show(ctx: Ctx, Path(id): Path<QuestionId>) -> Result<Response, Error> {
    html(&load_page(&ctx, id, FormErrors::default()).await?)
}

/// Everything the page of a question shows beside the question.
#[derive(Default)]
pub struct Around {
    pub lead: Option<Question>,
    pub group: Vec<Question>,
    pub alike: Vec<Question>,
    pub people: Vec<Person>,
    pub answers: Vec<Title>,
    pub answer: Vec<Title>,
    pub organisation: Option<String>,
    pub assigned: Option<String>,
    pub history: Vec<HistoryEntry>,
}

async fn load_page(ctx: &Ctx, id: QuestionId, errors: FormErrors) -> Result<Show, Error> {
    let mut tx = ctx.read().await?;
    let question = store::get(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let may = may(ctx, &question);
    let mut around =
        Around { history: history(ctx, &mut tx, events::subject(id)).await?, ..Around::default() };
    if let Some(lead) = question.lead {
        around.lead = store::get(&mut tx, lead).await?;
    }
    if question.grouped > 0 {
        around.group = store::group_of(&mut tx, id).await?;
    }
    if may.group {
        around.alike = store::alike(&mut tx, &question).await?;
    }
    if may.assign {
        for role in [Role::Contributor, Role::Chair, Role::Approver] {
            around.people.extend(members::with_role(&mut tx, role).await?);
        }
    }
    if may.answer {
        around.answers = documents::of_kind(&mut tx, Kind::Answer, question.language).await?;
    }
    if let Some(document) = question.answer {
        around.answer = documents::titles(&mut tx, &[document]).await?;
    }
    if let Some(organisation) = question.organisation {
        let names = organisations::names(&mut tx, &[organisation]).await?;
        around.organisation = names.get(&organisation).map(|name| name.get(ctx.lang).clone());
    }
    if let Some(member) = question.assigned_to {
        around.assigned = Some(ctx.app.names_of(&mut tx, &[member]).await?.of(member, ctx.l()));
    }
    let p = Shell::new(ctx, &mut tx, &shown_text(ctx, &question)).await?;
    Ok(show_page(ctx, p, &question, around, may, errors))
}

fn may(ctx: &Ctx, question: &Question) -> May {
    let actor = ctx.actor();
    let can = |action| policy::can(&actor, action, question);
    let open = question.is_open();
    May {
        take: open && question.assigned_to.is_none() && can(Action::Take),
        assign: open && can(Action::Assign),
        group: open && question.grouped == 0 && can(Action::Group),
        ungroup: question.lead.is_some() && can(Action::Group),
        answer: open && can(Action::Answer),
        unchoose: question.answer.is_some() && question.closed_at.is_none() && can(Action::Answer),
        close: open && can(Action::Close),
        reopen: question.closed_at.is_some() && !question.text.is_empty() && can(Action::Reopen),
    }
}

/// For the gallery: a page without anything around the question.
pub fn blank_show(ctx: &Ctx, question: &Question) -> Show {
    show_page(
        ctx,
        Shell::plain(ctx, &question.text),
        question,
        Around::default(),
        May::default(),
        FormErrors::default(),
    )
}

pub fn show_page(
    ctx: &Ctx,
    p: Shell,
    question: &Question,
    around: Around,
    may: May,
    errors: FormErrors,
) -> Show {
    let l = ctx.l();
    let state = question.state();
    let link = |other: &Question| Link::new(ctx.path(&super::super::path(other.id)), shown_text(ctx, other));
    let mut facts = vec![
        (l.t("questions-fact-asked").into_owned(), l.date(question.asked_at)),
        (l.t("questions-fact-days").into_owned(), l.number(question.days_open(ctx.app.db.clock().now()))),
        (l.t("questions-fact-language").into_owned(), question.language.own_name().to_owned()),
    ];
    let from = around.organisation.unwrap_or_else(|| l.t("questions-from-guest").into_owned());
    facts.push((l.t("questions-fact-from").into_owned(), from));
    let placed = [
        ("questions-region", term(ctx, Dimension::Region, &question.region)),
        ("questions-audience", term(ctx, Dimension::Audience, &question.audience)),
        ("questions-fact-assigned", around.assigned),
    ];
    let placed = placed.into_iter().filter_map(|(key, value)| Some((l.t(key).into_owned(), value?)));
    facts.extend(placed);
    let answer = question.answer.map(|document| answer_link(ctx, document, &around.answer, question));
    let choice = |first: &str, rest: Vec<(String, String)>| -> Options {
        std::iter::once((String::new(), l.t(first).into_owned())).chain(rest).collect()
    };
    let people = around.people.into_iter().map(|person| (person.id.to_string(), person.name)).collect();
    let answers = around.answers.into_iter().map(|title| (title.document.to_string(), title.title)).collect();
    Show {
        p: p.crumb(ctx.path("/questions"), l.t("questions-title")),
        errors,
        action: ctx.path(&super::super::path(question.id)),
        text: shown_text(ctx, question),
        context: question.context.clone(),
        language: question.language,
        state: l.t(state_label(state)).into_owned(),
        class: state_class(state),
        facts,
        lead: around.lead.as_ref().map(link),
        closed: question.closed_at.map(|at| {
            let date = l.date(at);
            l.f(
                "questions-closed-on",
                &[("date", date.into()), ("reason", question.closed_reason.as_str().into())],
            )
        }),
        answer,
        group: around.group.iter().map(link).collect(),
        may,
        alike: around.alike.iter().map(|other| (other.id.to_string(), link(other))).collect(),
        people: choice("questions-nobody", people),
        assigned: question.assigned_to.map(|member| member.to_string()).unwrap_or_default(),
        answers: choice("questions-choose", answers),
        history: around.history,
    }
}

/// The published answer, or only words: the draft belongs to its organisation.
fn answer_link(
    ctx: &Ctx,
    document: DocumentId,
    titles: &[Title],
    question: &Question,
) -> (Link, platform::lang::Lang) {
    match documents::title_in(titles, document, question.language) {
        Some(title) => {
            let href = format!("/{}{}", title.language, documents::path(document));
            (Link::new(href, title.title.clone()), title.language)
        }
        None => (Link::new("", ctx.l().t("questions-answer-in-work")), ctx.lang),
    }
}

/// Runs one change and comes back with a word about it, or to the page with what stood in the way.
async fn change(
    ctx: &Ctx,
    id: QuestionId,
    field: &'static str,
    said: &str,
    change: impl AsyncFnOnce(&mut WriteTx) -> Result<(), Refusal>,
) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    match change(&mut tx).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(flash::redirect(ctx, &super::super::path(id), &ctx.l().t(said)))
        }
        Err(refusal) => {
            tx.roll_back().await;
            refused(ctx, id, field, refusal).await
        }
    }
}

async fn refused(
    ctx: &Ctx,
    id: QuestionId,
    field: &'static str,
    refusal: Refusal,
) -> Result<Response, Error> {
    match refusal {
        Refusal::NotFound => Err(Error::NotFound),
        Refusal::Denied => Err(denied(ctx)),
        Refusal::Db(error) => Err(error.into()),
        Refusal::Document(documents::Refusal::Db(error)) => Err(error.into()),
        Refusal::Document(_) => Err(denied(ctx)),
        Refusal::Cannot(cannot) => {
            let mut errors = FormErrors::default();
            errors.add(field, ctx.l().t(cannot.message()));
            let page = load_page(ctx, id, errors).await?;
            Ok((StatusCode::CONFLICT, html(&page)?).into_response())
        }
    }
}

#[derive(Deserialize)]
struct Nothing {}

async fn take(
    ctx: Ctx,
    Path(id): Path<QuestionId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Response, Error> {
    change(&ctx, id, "main", "questions-taken", async |tx| actions::take(tx, id).await).await
}

#[derive(Deserialize)]
struct AssignForm {
    #[serde(default)]
    member: String,
}

async fn assign(
    ctx: Ctx,
    Path(id): Path<QuestionId>,
    Form(form): Form<AssignForm>,
) -> Result<Response, Error> {
    let to: Option<MemberId> = form.member.parse().ok();
    change(&ctx, id, "member", "questions-assigned", async |tx| actions::assign(tx, id, to).await).await
}

#[derive(Deserialize)]
struct GroupForm {
    #[serde(default)]
    lead: String,
}

async fn group(ctx: Ctx, Path(id): Path<QuestionId>, Form(form): Form<GroupForm>) -> Result<Response, Error> {
    let Ok(lead) = form.lead.parse::<QuestionId>() else {
        return refused(&ctx, id, "lead", super::super::model::CannotChange::NotALead.into()).await;
    };
    change(&ctx, id, "lead", "questions-grouped", async |tx| actions::group(tx, id, lead).await).await
}

async fn ungroup(
    ctx: Ctx,
    Path(id): Path<QuestionId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Response, Error> {
    change(&ctx, id, "main", "questions-ungrouped", async |tx| actions::ungroup(tx, id).await).await
}

#[derive(Deserialize)]
struct AnswerForm {
    #[serde(default)]
    document: String,
}

async fn choose(
    ctx: Ctx,
    Path(id): Path<QuestionId>,
    Form(form): Form<AnswerForm>,
) -> Result<Response, Error> {
    let Ok(document) = form.document.parse::<DocumentId>() else {
        return refused(&ctx, id, "document", super::super::model::CannotChange::NoAnswer.into()).await;
    };
    change(&ctx, id, "document", "questions-answer-chosen", async |tx| {
        actions::choose(tx, id, document).await
    })
    .await
}

/// Leads to the editor of the new answer.
async fn begin(
    ctx: Ctx,
    Path(id): Path<QuestionId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    match actions::begin_answer(&mut tx, id).await {
        Ok(edition) => {
            tx.commit().await?;
            Ok(Redirect::to(&ctx.path(&format!("{}/edit", documents::work_path(edition)))).into_response())
        }
        Err(refusal) => {
            tx.roll_back().await;
            refused(&ctx, id, "main", refusal).await
        }
    }
}

async fn unchoose(
    ctx: Ctx,
    Path(id): Path<QuestionId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Response, Error> {
    change(&ctx, id, "main", "questions-answer-removed", async |tx| actions::unchoose(tx, id).await).await
}

#[derive(Deserialize)]
struct CloseForm {
    #[serde(default)]
    reason: String,
}

async fn close(ctx: Ctx, Path(id): Path<QuestionId>, Form(form): Form<CloseForm>) -> Result<Response, Error> {
    change(&ctx, id, "reason", "questions-closed", async |tx| actions::close(tx, id, &form.reason).await)
        .await
}

async fn reopen(
    ctx: Ctx,
    Path(id): Path<QuestionId>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Response, Error> {
    change(&ctx, id, "main", "questions-reopened", async |tx| actions::reopen(tx, id).await).await
}
