//! Deciding over HTTP: signed in, by a link from a mail, and recorded by the chair.

use super::super::actions::{Loaded, Refusal, load};
use super::super::comparison::pages::Comparison;
use super::super::fields::pages::shown;
use super::super::lists::pages::WorkList;
use super::super::model::{Edition, EditionId, Level, State, Wish};
use super::super::pages::{Full, file_href, file_line, organisation, public_path, state_badge, work_path};
use super::super::policy::{self, Action};
use super::super::publication::When;
use super::super::routes::{differences, message, refused, work_rows};
use super::super::terms::Terms;
use super::super::{store as editions, trust, words};
use super::actions::{self, Decision, Opened};
use super::mails;
use super::model::{CannotDecide, Grant};
use super::pages::{Decide, Decided, Entered, LinkEnded};
use super::recording;
use crate::features::files::{self, Disposition, FileId};
use crate::web::flash;
use crate::web::inserts::resolve_plain;
use crate::web::{Ctx, Error, Form, FormErrors, Link, Routes, Shell, VersionForm, html, remarks};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use http::{HeaderMap, StatusCode};
use platform::actor::{Actor, Role};
use platform::clock::Timestamp;
use platform::lang::L10n;
use serde::Deserialize;

pub fn add(routes: Routes) -> Routes {
    routes
        .get("/documents/waiting", waiting)
        .get("/documents/editions/{edition}/approval", show)
        .post("/documents/editions/{edition}/approval", create)
        .post("/documents/editions/{edition}/approval/removal", destroy)
        .get("/documents/editions/{edition}/recorded-approval", recording::form)
        .post("/documents/editions/{edition}/recorded-approval", recording::create)
        .get("/documents/editions/{edition}/recorded-approval/scan", recording::scan)
        .open("/approve/{token}", show_by_link)
        .open_post("/approve/{token}", create_by_link)
        .open("/approve/{token}/files/{file}", file_by_link)
}

/// What waits for this member's decision, the oldest first.
async fn waiting(ctx: Ctx) -> Result<Response, Error> {
    let member = ctx.signed_in()?.member.clone();
    if !matches!(member.role, Role::Approver | Role::Chair) {
        return Err(Error::Denied(ctx.l().t(policy::Denied::Role.message()).into_owned()));
    }
    let mut tx = ctx.read().await?;
    let mut rows = editions::waiting(&mut tx, member.id).await?;
    rows.extend(editions::late_approvals(&mut tx).await?);
    let p = Shell::new(&ctx, &mut tx, &ctx.l().t("documents-waiting-title")).await?;
    let deed = match member.role {
        Role::Approver => ("approval", "documents-do-decide"),
        _ => ("recorded-approval", "documents-do-record"),
    };
    let mut rows = work_rows(&ctx, &mut tx, rows, Some(deed)).await?;
    if member.role == Role::Approver {
        let live = trust::store::waiting(&mut tx, member.id).await?;
        rows.extend(work_rows(&ctx, &mut tx, live, Some(("review", "documents-trust-review"))).await?);
    }
    html(&WorkList { p, rows, waiting: true, may_create: false })
}

#[derive(Deserialize, Default)]
pub(super) struct DecisionForm {
    pub version: i64,
    #[serde(default)]
    pub decision: String,
    #[serde(default)]
    pub level: String,
    #[serde(default)]
    pub act_number: String,
    #[serde(default)]
    pub act_date: String,
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    pub when: String,
    #[serde(default)]
    pub publish_at: String,
    #[serde(default)]
    pub reasons: String,
}

impl DecisionForm {
    fn entered(&self) -> Entered {
        Entered {
            decision: self.decision.clone(),
            level: self.level.clone(),
            act_number: self.act_number.clone(),
            act_date: self.act_date.clone(),
            note: self.note.clone(),
            when: self.when.clone(),
            publish_at: self.publish_at.clone(),
            reasons: self.reasons.clone(),
        }
    }

    pub fn grant(&self, l: &L10n, errors: &mut FormErrors) -> Option<Grant> {
        let Some(level) = Level::parse(&self.level) else {
            errors.add("level", l.t("documents-choose-level"));
            return None;
        };
        let (act_number, act_date) = match level {
            Level::Official => (self.act_number.clone(), self.act_date.clone()),
            Level::Agreed | Level::Own => (String::new(), String::new()),
        };
        let grant = Grant { level, act_number, act_date, note: self.note.clone() };
        match grant.check() {
            Ok(()) => return Some(grant),
            Err(cannot) => {
                let field = if cannot == CannotDecide::ActMissing { "act_number" } else { "act_date" };
                errors.add(field, l.t(message(&cannot.into())));
            }
        }
        None
    }

    pub fn moment(&self, l: &L10n, now: Timestamp, errors: &mut FormErrors) -> When {
        match self.when.as_str() {
            "now" => When::Now,
            "later" => When::Later,
            "at" => match l.parse_local_input(&self.publish_at).filter(|at| *at > now) {
                Some(at) => When::At(at),
                None => {
                    errors.add("publish_at", l.t("documents-cannot-time"));
                    When::Later
                }
            },
            _ => When::AsWished,
        }
    }

    /// The decision, or what is missing for one.
    fn decision(&self, l: &L10n, now: Timestamp) -> Result<Decision, FormErrors> {
        let mut errors = FormErrors::default();
        let decision = match self.decision.as_str() {
            "approve" => {
                let grant = self.grant(l, &mut errors);
                let when = self.moment(l, now, &mut errors);
                grant.map(|grant| Decision::Approve { grant, when })
            }
            "return" if self.reasons.trim().is_empty() => {
                errors.add("reasons", l.t("documents-cannot-no-reason"));
                None
            }
            "return" => Some(Decision::Return { reasons: self.reasons.clone() }),
            _ => {
                errors.add("decision", l.t("documents-choose-decision"));
                None
            }
        };
        match decision {
            Some(decision) if errors.is_empty() => Ok(decision),
            _ => Err(errors),
        }
    }
}

async fn show(ctx: Ctx, Path(id): Path<EditionId>) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let actor = ctx.actor();
    let Loaded { edition, supporters } = load(&mut tx, &actor, id).await.map_err(|it| refused(&ctx, it))?;
    let context = policy::Context { edition: &edition, supporters: &supporters };
    policy::can(&actor, Action::Approve, &context).map_err(|denied| refused(&ctx, denied.into()))?;
    if !edition.awaits_approval() {
        return Ok(Redirect::to(&ctx.path(&work_path(id))).into_response());
    }
    drop(tx);
    let action = ctx.path(&format!("{}/approval", work_path(id)));
    html(&page(&ctx, &actor, edition, action, None, FormErrors::default(), Entered::default()).await?)
}

async fn create(
    ctx: Ctx,
    Path(id): Path<EditionId>,
    Form(form): Form<DecisionForm>,
) -> Result<Response, Error> {
    let actor = ctx.actor();
    if form.decision != "return" && form.level == "official" {
        ctx.fresh_factor()?;
    }
    let action = ctx.path(&format!("{}/approval", work_path(id)));
    match attempt(&ctx, &actor, id, &form, action, None).await? {
        Attempt::Answered(response) => Ok(response),
        Attempt::Done => {
            let key = if form.decision == "return" {
                "documents-decided-returned"
            } else {
                "documents-decided-approved"
            };
            let path =
                if form.decision == "return" { "/documents/waiting".to_owned() } else { work_path(id) };
            Ok(flash::redirect(&ctx, &path, &ctx.l().t(key)))
        }
    }
}

enum Attempt {
    Done,
    /// The form again, with what is wrong.
    Answered(Response),
}

/// Takes a decision, or answers with the form, everything entered kept.
async fn attempt(
    ctx: &Ctx,
    actor: &Actor,
    id: EditionId,
    form: &DecisionForm,
    action: String,
    token: Option<&str>,
) -> Result<Attempt, Error> {
    let l = ctx.l();
    let mut errors = match form.decision(l, ctx.app.db.clock().now()) {
        Ok(decision) => {
            let mut tx = ctx.app.db.write(actor).await?;
            match actions::decide(&mut tx, id, form.version, &decision).await {
                Ok(()) => {
                    tx.commit().await?;
                    return Ok(Attempt::Done);
                }
                Err(refusal @ Refusal::Decide(CannotDecide::Stale)) => {
                    let mut errors = FormErrors::default();
                    errors.add("decision", l.t(message(&refusal)));
                    errors
                }
                Err(refusal) => return Err(refused(ctx, refusal)),
            }
        }
        Err(errors) => errors,
    };
    let mut tx = ctx.read().await?;
    let Loaded { edition, .. } = load(&mut tx, actor, id).await.map_err(|refusal| refused(ctx, refusal))?;
    drop(tx);
    if !edition.awaits_approval() {
        let refusal = Refusal::Decide(CannotDecide::NotWaiting);
        return Err(refused(ctx, refusal));
    }
    let status =
        if edition.version == form.version { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::CONFLICT };
    let page = page(ctx, actor, edition, action, token, std::mem::take(&mut errors), form.entered()).await?;
    Ok(Attempt::Answered((status, html(&page)?).into_response()))
}

/// The page on which one edition is decided. `token` is there for somebody who came by a link.
async fn page(
    ctx: &Ctx,
    actor: &Actor,
    edition: Edition,
    action: String,
    token: Option<&str>,
    errors: FormErrors,
    entered: Entered,
) -> Result<Decide, Error> {
    let mut tx = ctx.read().await?;
    let l = ctx.l();
    let title = l.t("documents-decide-title");
    let mut p = match token {
        Some(_) => Shell::plain(ctx, &title),
        None => Shell::new(ctx, &mut tx, &title)
            .await?
            .crumb(ctx.path("/documents/waiting"), l.t("documents-waiting-title")),
    };
    p.unlisted = true;
    let id = edition.id;
    let previous = editions::previous(&mut tx, &edition).await?;
    let full = Full::load(&mut tx, actor, edition).await?;
    let edition = &full.loaded.edition;
    let changes = match previous {
        Some(previous) => Some((previous.number, differences(ctx, &mut tx, edition, &previous.text).await?)),
        None => None,
    };
    let href = |file: &files::File| match token {
        Some(token) => ctx.path(&format!("/approve/{token}/files/{}", file.id)),
        None => file_href(ctx, id, file),
    };
    let comparison = Comparison::load(ctx, &mut tx, actor, edition).await?;
    let wish = match (edition.wish, edition.publish_at) {
        (Wish::Wait, _) => l.t("documents-wish-wait").into_owned(),
        (Wish::Publish, Some(at)) => l.f1("documents-wish-at", "time", l.date_time(at)),
        (Wish::Publish, None) => l.t("documents-wish-now").into_owned(),
    };
    let submitted = edition.submitted_at.map(|at| l.date_time(at)).unwrap_or_default();
    Ok(Decide {
        errors,
        action,
        content_lang: edition.language,
        kind: l.t(words::kind(edition.kind)).into_owned(),
        heading: edition.text.title.clone(),
        badge: state_badge(edition, l),
        organisation: organisation(&full.names, edition.organisation, l.lang),
        submitted,
        emergency: full.emergency.clone(),
        summary: resolve_plain(&ctx.app, edition.language, &edition.text.summary).into_owned(),
        html: ctx.app.html(edition.language, &edition.text.body),
        fields: shown(ctx, &full, true, &href),
        remarks: remarks(ctx, edition.language, &edition.in_words()),
        files: full.files.iter().map(|file| file_line(file, href(file), l)).collect(),
        facts: full.facts(l, &Terms::of(&ctx.app)),
        changes,
        comparison,
        version: edition.version,
        may_return: edition.state == State::Submitted,
        entered,
        wish,
        note: if token.is_some() { l.t("documents-link-note").into_owned() } else { String::new() },
        p,
    })
}

async fn destroy(
    ctx: Ctx,
    Path(id): Path<EditionId>,
    Form(form): Form<VersionForm>,
) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    actions::take_approval_back(&mut tx, id, form.version).await.map_err(|refusal| refused(&ctx, refusal))?;
    tx.commit().await?;
    Ok(flash::redirect(&ctx, &work_path(id), &ctx.l().t("documents-approval-taken-back")))
}

/// Who came by this link, or the page that says why it opens nothing.
async fn open(ctx: &Ctx, token: &str) -> Result<Result<Actor, Response>, Error> {
    let id = ctx.app.secrets.open(mails::LINK, token).ok_or(Error::NotFound)?;
    let mut tx = ctx.read().await?;
    let now = ctx.app.db.clock().now();
    let opened = actions::open_link(&mut tx, id, now).await.map_err(|refusal| refused(ctx, refusal))?;
    let l = ctx.l();
    let (key, row) = match opened.ok_or(Error::NotFound)? {
        Opened::Holder(actor) => return Ok(Ok(actor)),
        Opened::Used(row) => ("documents-link-used", row),
        Opened::Expired(row) => ("documents-link-expired", row),
        Opened::Revoked(row) => ("documents-link-revoked", row),
    };
    let edition =
        editions::edition(&mut tx, &Actor::System("link"), row.edition).await?.ok_or(Error::NotFound)?;
    let mut p = Shell::plain(ctx, &l.t("documents-link-ended-title"));
    p.unlisted = true;
    // What became of the text is told to the one who held the link; the text itself only once it is public.
    let outcome = l.f(
        "documents-link-outcome",
        &[
            ("title", edition.text.title.as_str().into()),
            ("state", l.t(words::state(edition.state)).into_owned().into()),
        ],
    );
    let page = LinkEnded {
        p,
        text: l.t(key).into_owned(),
        outcome: Some(outcome),
        public: public_link(ctx, &edition),
    };
    Ok(Err((StatusCode::GONE, html(&page)?).into_response()))
}

fn public_link(ctx: &Ctx, edition: &Edition) -> Option<Link> {
    let href = format!("/{}{}", edition.language, public_path(edition.document, edition.number));
    edition.state.is_public().then(|| Link::new(href, ctx.l().t("documents-read-public")))
}

fn edition_of(holder: &Actor) -> Result<EditionId, Error> {
    match holder {
        Actor::LinkHolder(holder) => Ok(EditionId::from(holder.subject.id)),
        _ => Err(Error::NotFound),
    }
}

async fn show_by_link(ctx: Ctx, Path(token): Path<String>) -> Result<Response, Error> {
    let holder = match open(&ctx, &token).await? {
        Ok(holder) => holder,
        Err(page) => return Ok(page),
    };
    let mut tx = ctx.read().await?;
    let Loaded { edition, .. } =
        actions::load_by_link(&mut tx, &holder).await.map_err(|it| refused(&ctx, it))?;
    drop(tx);
    if !edition.awaits_approval() {
        return Err(refused(&ctx, CannotDecide::NotWaiting.into()));
    }
    let action = ctx.path(&format!("/approve/{token}"));
    let page = page(&ctx, &holder, edition, action, Some(&token), FormErrors::default(), Entered::default());
    html(&page.await?)
}

async fn create_by_link(
    ctx: Ctx,
    Path(token): Path<String>,
    Form(form): Form<DecisionForm>,
) -> Result<Response, Error> {
    let holder = match open(&ctx, &token).await? {
        Ok(holder) => holder,
        Err(page) => return Ok(page),
    };
    let id = edition_of(&holder)?;
    let action = ctx.path(&format!("/approve/{token}"));
    match attempt(&ctx, &holder, id, &form, action, Some(&token)).await? {
        Attempt::Answered(response) => Ok(response),
        Attempt::Done => {
            let l = ctx.l();
            let mut tx = ctx.read().await?;
            let edition =
                editions::edition(&mut tx, &Actor::System("link"), id).await?.ok_or(Error::NotFound)?;
            let text = match edition.state {
                State::Returned => l.t("documents-decided-returned").into_owned(),
                State::Approved => match edition.embargo() {
                    Some(at) => l.f1("documents-decided-scheduled", "time", l.date_time(at)),
                    None => l.t("documents-decided-approved").into_owned(),
                },
                _ => l.t("documents-decided-published").into_owned(),
            };
            let mut p = Shell::plain(&ctx, &l.t("documents-decided-title"));
            p.unlisted = true;
            html(&Decided { p, text, public: public_link(&ctx, &edition) })
        }
    }
}

/// A file of the one edition that a link opens.
async fn file_by_link(
    ctx: Ctx,
    Path((token, file)): Path<(String, FileId)>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let holder = match open(&ctx, &token).await? {
        Ok(holder) => holder,
        Err(page) => return Ok(page),
    };
    let mut tx = ctx.read().await?;
    let attached = editions::files(&mut tx, edition_of(&holder)?).await?;
    if !attached.contains(&file) {
        return Err(Error::NotFound);
    }
    let file = files::get(&mut tx, &[file]).await?.pop().ok_or(Error::NotFound)?;
    drop(tx);
    Ok(files::respond(&ctx.app, &file, Disposition::Inline, &headers).await)
}
