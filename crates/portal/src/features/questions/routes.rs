//! Addresses of questions: lists, asking, the receipt of strangers. What members do with one question is in `routes/work.rs`.

mod work;

use super::actions::{self, Taken};
use super::events;
use super::model::{NewQuestion, Question, QuestionId, State};
use super::pages::{
    Answered, AnsweredPage, Ask, Asked, Index, Options, Outcome, Receipt, Row, state_class, state_label,
};
use super::policy;
use super::store::{self, Cursor, Listed, Narrowed, PAGE};
use crate::features::documents::{self, DocumentId, Title};
use crate::features::programme::{self, Dimension};
use crate::web::{Ctx, Error, Form, FormErrors, LISTS, Link, Routes, Shell, csv, flash, html, public_html};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use platform::clock::Timestamp;
use platform::db::ReadTx;
use platform::lang::Lang;
use serde::Deserialize;

pub use work::{Around, blank_show, show_page};

pub fn routes() -> Routes {
    let routes = Routes::new()
        .public("/questions", index)
        .get("/questions/export", export)
        .open("/questions/ask", ask)
        .open_post("/questions", create)
        .open("/questions/receipt", receipt)
        .open_post("/questions/receipt", look_up);
    work::add(routes)
}

/// What a list is asked for; unknown values narrow nothing.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asking {
    state: String,
    region: String,
    language: String,
    audience: String,
    after: String,
}

impl Asking {
    fn of(ctx: &Ctx) -> Asking {
        serde_html_form::from_str(ctx.uri.query().unwrap_or_default()).unwrap_or_default()
    }

    fn listed(&self) -> Listed {
        Listed::parse(&self.state).unwrap_or_default()
    }

    fn narrowed(&self, ctx: &Ctx) -> Narrowed {
        let programme = programme::current(&ctx.app);
        let known = |dimension, key: &str| {
            let known = programme.name(dimension, key, ctx.lang).is_some();
            if known { key.to_owned() } else { String::new() }
        };
        Narrowed {
            region: known(Dimension::Region, &self.region),
            audience: known(Dimension::Audience, &self.audience),
            language: Lang::parse(&self.language).map_or("", Lang::code).to_owned(),
        }
    }

    fn cursor(&self) -> Option<Cursor> {
        let (at, id) = self.after.split_once('-')?;
        Some(Cursor { at: Timestamp(at.parse().ok()?), id: id.parse().ok()? })
    }
}

fn address(ctx: &Ctx, path: &str, listed: Listed, narrowed: &Narrowed, after: Option<Cursor>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    if listed != Listed::Open {
        query.append_pair("state", listed.code());
    }
    let Narrowed { region, language, audience } = narrowed;
    for (name, value) in [("region", region), ("language", language), ("audience", audience)] {
        if !value.is_empty() {
            query.append_pair(name, value);
        }
    }
    if let Some(Cursor { at, id }) = after {
        query.append_pair("after", &format!("{}-{id}", at.0));
    }
    let query = query.finish();
    if query.is_empty() { ctx.path(path) } else { format!("{}?{query}", ctx.path(path)) }
}

async fn index(ctx: Ctx) -> Result<Response, Error> {
    if ctx.member().is_some() { members_index(ctx).await } else { public_index(ctx).await }
}

/// Every answered question with its answer, the newest first.
async fn public_index(ctx: Ctx) -> Result<Response, Error> {
    let after = Asking::of(&ctx).cursor();
    let mut tx = ctx.read().await?;
    let (rows, next) = store::list(&mut tx, Listed::Answered, &Narrowed::default(), after).await?;
    let answers: Vec<DocumentId> = rows.iter().filter_map(|row| row.answer).collect();
    let titles = documents::titles(&mut tx, &answers).await?;
    let mut p = Shell::new(&ctx, &mut tx, &ctx.l().t("questions-public-title")).await?;
    p.canonical = Some(ctx.app.url(&ctx.path("/questions")));
    p.description = ctx.l().t("questions-public-lead").into_owned();
    public_html(&answered_page(&ctx, p, rows, &titles, after.is_some(), next), vec![events::LIST, LISTS])
}

pub fn answered_page(
    ctx: &Ctx,
    p: Shell,
    rows: Vec<Question>,
    titles: &[Title],
    later: bool,
    next: Option<Cursor>,
) -> AnsweredPage {
    let row = |question: Question| {
        let title = documents::title_in(titles, question.answer?, ctx.lang)?;
        Some(Answered {
            href: format!("/{}{}", title.language, documents::path(title.document)),
            text: question.text,
            language: question.language,
            title: title.title.clone(),
            title_language: title.language,
            date: ctx.l().date(question.answered_at?),
        })
    };
    AnsweredPage {
        rows: rows.into_iter().filter_map(row).collect(),
        next: next.map(|next| format!("{}?after={}-{}", ctx.path("/questions"), next.at.0, next.id)),
        first: later.then(|| ctx.path("/questions")),
        p,
    }
}

async fn members_index(ctx: Ctx) -> Result<Response, Error> {
    let asking = Asking::of(&ctx);
    let (listed, narrowed, after) = (asking.listed(), asking.narrowed(&ctx), asking.cursor());
    let mut tx = ctx.read().await?;
    let (rows, next) = store::list(&mut tx, listed, &narrowed, after).await?;
    let count = match listed {
        Listed::Open => Some(store::count_open(&mut tx, &narrowed).await?),
        _ => None,
    };
    let p = Shell::new(&ctx, &mut tx, &ctx.l().t("questions-title")).await?;
    html(&index_page(&ctx, p, listed, &narrowed, &rows, count, after.is_some(), next))
}

/// Keys and words of a dimension, after a choice that narrows nothing.
pub fn terms(ctx: &Ctx, dimension: Dimension, any: &str) -> Options {
    let terms = programme::current(&ctx.app).terms(dimension);
    let words = terms.map(|(key, name)| (key.to_owned(), name.get(ctx.lang).clone()));
    std::iter::once((String::new(), ctx.l().t(any).into_owned())).chain(words).collect()
}

fn term(ctx: &Ctx, dimension: Dimension, key: &str) -> Option<String> {
    programme::current(&ctx.app).name(dimension, key, ctx.lang).map(str::to_owned)
}

#[expect(clippy::too_many_arguments, reason = "each is one part of the address or of the answer")]
pub fn index_page(
    ctx: &Ctx,
    p: Shell,
    listed: Listed,
    narrowed: &Narrowed,
    rows: &[Question],
    count: Option<i64>,
    later: bool,
    next: Option<Cursor>,
) -> Index {
    let l = ctx.l();
    let now = ctx.app.db.clock().now();
    let row = |question: &Question| {
        let mut notes = vec![l.f1("questions-days", "count", question.days_open(now))];
        if question.grouped > 0 {
            notes.push(l.f1("questions-asked-times", "count", question.grouped + 1));
        }
        notes.extend(term(ctx, Dimension::Region, &question.region));
        notes.extend(term(ctx, Dimension::Audience, &question.audience));
        let state = question.state();
        Row {
            href: ctx.path(&super::path(question.id)),
            text: shown_text(ctx, question),
            language: question.language,
            state: state_label(state),
            class: state_class(state),
            notes,
        }
    };
    let tab = |other: Listed| {
        let label = match other {
            Listed::Open => "questions-tab-open",
            Listed::Answered => "questions-tab-answered",
            Listed::Closed => "questions-tab-closed",
        };
        (Link::new(address(ctx, "/questions", other, narrowed, None), l.t(label)), other == listed)
    };
    let every = (String::new(), l.t("questions-every-language").into_owned());
    let languages = Lang::ALL.into_iter().map(|lang| (lang.code().to_owned(), lang.own_name().to_owned()));
    let moderates = ctx.member().is_some_and(|member| policy::moderates(member.role));
    Index {
        tabs: Listed::ALL.into_iter().map(tab).collect(),
        listed: listed.code().to_owned(),
        region: narrowed.region.clone(),
        regions: terms(ctx, Dimension::Region, "questions-every-region"),
        audience: narrowed.audience.clone(),
        audiences: terms(ctx, Dimension::Audience, "questions-every-audience"),
        language: narrowed.language.clone(),
        languages: std::iter::once(every).chain(languages).collect(),
        narrowed: [&narrowed.region, &narrowed.language, &narrowed.audience]
            .iter()
            .filter(|it| !it.is_empty())
            .count(),
        count: count.map(|count| {
            let key = if count > store::COUNTED { "questions-count-more" } else { "questions-count" };
            l.f1(key, "count", count.min(store::COUNTED))
        }),
        rows: rows.iter().map(row).collect(),
        export: (moderates && !rows.is_empty())
            .then(|| address(ctx, "/questions/export", listed, narrowed, None)),
        next: next.map(|next| address(ctx, "/questions", listed, narrowed, Some(next))),
        first: later.then(|| address(ctx, "/questions", listed, narrowed, None)),
        p,
    }
}

/// The words of a question, or that they were forgotten.
fn shown_text(ctx: &Ctx, question: &Question) -> String {
    if question.text.is_empty() {
        ctx.l().t("questions-forgotten").into_owned()
    } else {
        question.text.clone()
    }
}

/// The list as CSV, up to five thousand questions.
async fn export(ctx: Ctx) -> Result<Response, Error> {
    if !policy::moderates(ctx.signed_in()?.member.role) {
        return Err(denied(&ctx));
    }
    const MOST: usize = 5_000;
    let asking = Asking::of(&ctx);
    let (listed, narrowed, l) = (asking.listed(), asking.narrowed(&ctx), ctx.l());
    let mut tx = ctx.read().await?;
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let (rows, next) = store::list(&mut tx, listed, &narrowed, after).await?;
        all.extend(rows);
        after = next;
        if after.is_none() || all.len() + PAGE > MOST {
            break;
        }
    }
    let now = ctx.app.db.clock().now();
    let head =
        ["id", "asked_at", "days_open", "state", "language", "region", "audience", "times_asked", "question"];
    let lines = all.iter().map(|question| {
        let state = l.t(state_label(question.state()));
        let (days, times) = (question.days_open(now).to_string(), (question.grouped + 1).to_string());
        let (id, asked) = (question.id.to_string(), l.iso(question.asked_at));
        let Question { language, region, audience, text, .. } = question;
        csv::line([&id, &asked, &days, &*state, language.code(), region, audience, &times, text])
    });
    Ok(csv::respond("questions", std::iter::once(csv::line(head)).chain(lines)))
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct AskForm {
    text: String,
    context: String,
    region: String,
    audience: String,
    /// People do not see this field; what fills it is no person.
    nickname: String,
}

async fn ask(ctx: Ctx) -> Result<Response, Error> {
    html(&ask_page(&ctx, &NewQuestion::default(), Vec::new(), FormErrors::default()))
}

pub fn ask_page(ctx: &Ctx, entered: &NewQuestion, removed: Vec<String>, errors: FormErrors) -> Ask {
    let l = ctx.l();
    Ask {
        p: Shell::plain(ctx, &l.t("questions-ask")).crumb(ctx.path("/questions"), l.t("questions-title")),
        errors,
        removed,
        text: entered.text.clone(),
        context: entered.context.clone(),
        region: entered.region.clone(),
        regions: terms(ctx, Dimension::Region, "questions-no-region"),
        audience: entered.audience.clone(),
        audiences: terms(ctx, Dimension::Audience, "questions-no-audience"),
        is_member: ctx.member().is_some(),
    }
}

async fn create(ctx: Ctx, Form(form): Form<AskForm>) -> Result<Response, Error> {
    let l = ctx.l();
    let known = |dimension, key: &str| term(&ctx, dimension, key).map(|_| key.to_owned()).unwrap_or_default();
    let entered = NewQuestion {
        region: known(Dimension::Region, &form.region),
        audience: known(Dimension::Audience, &form.audience),
        text: form.text.chars().take(4_000).collect(),
        context: form.context.chars().take(8_000).collect(),
    };
    let (clean, found) = entered.cleaned();
    let mut errors = FormErrors::default();
    for (field, key) in clean.check().err().unwrap_or_default().into_iter().map(|mistake| mistake.words()) {
        errors.add(field, l.t(key));
    }
    // Who asks reads once more what is left, before it is kept.
    if !found.is_empty() || !errors.is_empty() {
        let removed = found.iter().map(|(what, count)| l.f1(what.message(), "count", *count)).collect();
        let page = ask_page(&ctx, &clean, removed, errors);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)?).into_response());
    }
    if !form.nickname.is_empty() {
        return html(&asked_page(&ctx, None));
    }
    match actions::ask(&ctx.app, &ctx.actor(), &clean, ctx.lang).await? {
        Taken::Noted(id) => Ok(flash::redirect(&ctx, &super::path(id), &l.t("questions-noted"))),
        Taken::Receipt(code) => html(&asked_page(&ctx, Some(code))),
        Taken::Full => Ok((StatusCode::SERVICE_UNAVAILABLE, html(&asked_page(&ctx, None))?).into_response()),
    }
}

pub fn asked_page(ctx: &Ctx, code: Option<String>) -> Asked {
    let title = if code.is_some() { "questions-asked" } else { "questions-full" };
    Asked { p: Shell::plain(ctx, &ctx.l().t(title)), code }
}

async fn receipt(ctx: Ctx) -> Result<Response, Error> {
    html(&receipt_page(&ctx, "", None, FormErrors::default()))
}

pub fn receipt_page(ctx: &Ctx, code: &str, outcome: Option<Outcome>, errors: FormErrors) -> Receipt {
    let l = ctx.l();
    let p =
        Shell::plain(ctx, &l.t("questions-receipt")).crumb(ctx.path("/questions"), l.t("questions-title"));
    Receipt { p, errors, code: code.to_owned(), outcome }
}

#[derive(Deserialize)]
struct CodeForm {
    #[serde(default)]
    code: String,
}

/// A form and no address, so that no history of a shared telephone leads to a question.
async fn look_up(ctx: Ctx, Form(form): Form<CodeForm>) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let found = store::by_receipt(&mut tx, &actions::receipt_hash(&form.code)).await?;
    let Some(question) = found else {
        let mut errors = FormErrors::default();
        errors.add("code", ctx.l().t("questions-code-unknown"));
        let code: String = form.code.chars().take(40).collect();
        let page = receipt_page(&ctx, &code, None, errors);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)?).into_response());
    };
    let outcome = outcome(&ctx, &mut tx, question).await?;
    html(&receipt_page(&ctx, "", Some(outcome), FormErrors::default()))
}

async fn outcome(ctx: &Ctx, tx: &mut ReadTx, question: Question) -> Result<Outcome, Error> {
    let l = ctx.l();
    // What is answered together has the answer of its lead.
    let lead: Option<QuestionId> = question.lead;
    let shown = match lead {
        Some(lead) => store::get(tx, lead).await?.unwrap_or_else(|| question.clone()),
        None => question.clone(),
    };
    let (said, answer) = match (question.closed_at.or(shown.closed_at), shown.state(), shown.answer) {
        (Some(_), _, _) => {
            let reason =
                [&question, &shown].map(|it| it.closed_reason.as_str()).into_iter().find(|it| !it.is_empty());
            (l.f1("questions-outcome-closed", "reason", reason.unwrap_or_default()), None)
        }
        (None, State::Answered, Some(document)) => {
            let titles = documents::titles(tx, &[document]).await?;
            let answer = documents::title_in(&titles, document, question.language).map(|title| {
                let href = format!("/{}{}", title.language, documents::path(document));
                (Link::new(href, title.title.clone()), title.language)
            });
            (l.t("questions-outcome-answered").into_owned(), answer)
        }
        _ => {
            let days = question.days_open(ctx.app.db.clock().now());
            (l.f1("questions-outcome-open", "count", days), None)
        }
    };
    Ok(Outcome { text: question.text, language: question.language, said, answer })
}

fn denied(ctx: &Ctx) -> Error {
    Error::Denied(ctx.l().t("questions-denied").into_owned())
}
