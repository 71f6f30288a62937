//! Drafts over HTTP: begin, write, save while typing, join two texts, hand in, take back.

use super::super::actions::{self, Placement, Refusal};
use super::super::lists::pages::{Choice, groups, kind_choices};
use super::super::model::{CannotSave, CannotSubmit, Edition, EditionId, Kind, State, Text, Wish};
use super::super::pages::{Banner, Full, file_line, state_badge, work_path};
use super::super::policy::{self, Action, Denied};
use super::super::routes::{VersionForm, as_plain, message, refused};
use super::super::{approval, store, words};
use super::pages::{Edit, Merge, New};
use crate::features::programme::{self, Dimension};
use crate::features::{files, members, organisations};
use crate::web::diff;
use crate::web::flash;
use crate::web::{Ctx, Error, Form, FormErrors, Routes, Shell, html, markdown};
use axum::Json;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Redirect, Response};
use http::{HeaderMap, StatusCode, header};
use platform::actor::OrganisationId;
use platform::lang::Lang;
use serde::Deserialize;

pub fn add(routes: Routes) -> Routes {
    routes
        .get("/documents/new", new)
        .post("/documents", create)
        .post("/documents/preview", preview)
        .get("/documents/editions/{edition}/edit", edit)
        .post("/documents/editions/{edition}", save)
        .post("/documents/editions/{edition}/next", begin)
        .post("/documents/editions/{edition}/files", super::attachments::create)
        .post("/documents/editions/{edition}/files/{file}/removal", super::attachments::destroy)
        .post("/documents/editions/{edition}/submission/removal", take_back)
}

async fn new(ctx: Ctx) -> Result<Response, Error> {
    let member = ctx.signed_in()?.member.clone();
    if !policy::can_create(&member) {
        return Err(Error::Denied(ctx.l().t(Denied::Role.message()).into_owned()));
    }
    let mut tx = ctx.read().await?;
    let p = Shell::new(&ctx, &mut tx, &ctx.l().t("documents-new-title")).await?;
    html(&new_page(&ctx, p, FormErrors::default(), &NewForm::default()))
}

#[derive(Deserialize, Default)]
pub struct NewForm {
    #[serde(default)]
    pub kind: String,
    #[serde(default)]
    pub language: String,
    #[serde(default)]
    pub title: String,
}

pub fn new_page(ctx: &Ctx, p: Shell, errors: FormErrors, form: &NewForm) -> New {
    let l = ctx.l();
    let kinds = kind_choices(l, None).into_iter().map(|choice| (choice.key, choice.words));
    let first = (String::new(), l.t("documents-choose").into_owned());
    let language = if form.language.is_empty() { ctx.lang.code().to_owned() } else { form.language.clone() };
    New {
        p,
        errors,
        kinds: std::iter::once(first).chain(kinds).collect(),
        languages: Lang::ALL.into_iter().map(|it| (it.code().to_owned(), it.own_name().to_owned())).collect(),
        kind: form.kind.clone(),
        language,
        title: form.title.clone(),
    }
}

async fn create(ctx: Ctx, Form(form): Form<NewForm>) -> Result<Response, Error> {
    if !policy::can_create(&ctx.signed_in()?.member) {
        return Err(refused(&ctx, Denied::Role.into()));
    }
    let (kind, language) = (Kind::parse(&form.kind), Lang::parse(&form.language));
    let mut errors = FormErrors::default();
    if kind.is_none() {
        errors.add("kind", ctx.l().t("documents-choose-kind"));
    }
    if language.is_none() {
        errors.add("language", ctx.l().t("documents-choose-language"));
    }
    let (Some(kind), Some(language)) = (kind, language) else {
        let mut tx = ctx.read().await?;
        let p = Shell::new(&ctx, &mut tx, &ctx.l().t("documents-new-title")).await?;
        return Ok(
            (StatusCode::UNPROCESSABLE_ENTITY, html(&new_page(&ctx, p, errors, &form))?).into_response()
        );
    };
    let mut tx = ctx.write().await?;
    let text = Text { title: form.title, ..Text::default() };
    let id =
        actions::create(&mut tx, kind, language, &text).await.map_err(|refusal| refused(&ctx, refusal))?;
    tx.commit().await?;
    Ok(Redirect::to(&ctx.path(&format!("{}/edit", work_path(id)))).into_response())
}

#[derive(Deserialize)]
struct PreviewForm {
    #[serde(default)]
    text: String,
}

/// The text as readers will see it, as a fragment.
async fn preview(_ctx: Ctx, Form(form): Form<PreviewForm>) -> Html<String> {
    Html(markdown::to_html(&form.text))
}

#[derive(Deserialize)]
struct NextForm {
    language: Lang,
}

async fn begin(ctx: Ctx, Path(id): Path<EditionId>, Form(form): Form<NextForm>) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    match actions::begin(&mut tx, id, form.language).await {
        Ok(next) => {
            tx.commit().await?;
            Ok(Redirect::to(&ctx.path(&format!("{}/edit", work_path(next)))).into_response())
        }
        // Somebody began it already: go on there together.
        Err(Refusal::AlreadyOpen(open)) => Ok(Redirect::to(&ctx.path(&work_path(open))).into_response()),
        Err(refusal) => Err(refused(&ctx, refusal)),
    }
}

async fn edit(ctx: Ctx, Path(id): Path<EditionId>) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let loaded = actions::load(&mut tx, &ctx.actor(), id).await.map_err(|refusal| refused(&ctx, refusal))?;
    policy::can(&ctx.actor(), Action::Edit, &loaded.context())
        .map_err(|denied| refused(&ctx, denied.into()))?;
    let edition = loaded.edition;
    if !edition.state.is_editable() {
        return Ok(Redirect::to(&ctx.path(&work_path(id))).into_response());
    }
    drop(tx);
    html(&edit_page(&ctx, edition, FormErrors::default(), None).await?)
}

/// The page of a draft; `entered` is what somebody typed and could not be submitted.
pub(super) async fn edit_page(
    ctx: &Ctx,
    edition: Edition,
    errors: FormErrors,
    entered: Option<&SubmitWish>,
) -> Result<Edit, Error> {
    let mut tx = ctx.read().await?;
    let l = ctx.l();
    let returned = match edition.state {
        State::Returned => approval::store::last_return(&mut tx, edition.id).await?,
        _ => None,
    };
    let full = Full::load(&mut tx, &ctx.actor(), edition).await?;
    policy::can(&ctx.actor(), Action::Edit, &full.loaded.context())
        .map_err(|denied| refused(ctx, denied.into()))?;
    let edition = full.loaded.edition.clone();
    let title = if edition.text.title.is_empty() {
        l.t("documents-untitled")
    } else {
        edition.text.title.as_str().into()
    };
    let p = Shell::new(ctx, &mut tx, &title)
        .await?
        .crumb(ctx.path("/documents/work"), l.t("documents-work-title"))
        .with_script(ctx, "editor.js")
        .with_script(ctx, "autosave.js")
        .with_script(ctx, "upload.js");
    let organisations = organisations::all(&mut tx).await?;
    let supporters = organisations.iter().filter(|it| it.id != edition.organisation).map(|it| Choice {
        key: it.id.to_string(),
        words: it.name.get(l.lang).clone(),
        chosen: full.loaded.supporters.contains(&it.id),
    });
    let max_bytes = files::max_bytes(&ctx.app);
    Ok(Edit {
        errors,
        kind: l.t(words::kind(edition.kind)).into_owned(),
        content_lang: edition.language,
        badge: state_badge(&edition, l),
        tabs: full.tabs(ctx, true),
        reasons: returned.map(|returned| Banner {
            class: "warn",
            text: l.f1("documents-returned-on", "date", l.date_time(returned.returned_at)),
            quote: returned.reasons,
            link: None,
        }),
        html: ctx.app.texts.html(&edition.text.body),
        groups: groups(ctx, &full.tags),
        supporters: supporters.collect(),
        files: full.files.iter().map(|file| file_line(file, files::path(file), l)).collect(),
        saved_at: l.f1("documents-saved-at", "time", l.time(edition.changed_at)),
        base: ctx.path(&work_path(edition.id)),
        publish_at: entered.map_or(String::new(), |entered| entered.publish_at.clone()),
        wish: entered.map_or_else(|| "now".to_owned(), |entered| entered.wish.clone()),
        max_bytes,
        accept: files::accepted_endings().join(","),
        too_large: l.f1("documents-file-too-large", "limit", l.file_size(max_bytes)),
        paste_url: ctx.app.assets.url("paste.js"),
        edition,
        p,
    })
}

/// What the author wants to happen after the approval, as typed.
pub(super) struct SubmitWish {
    pub wish: String,
    pub publish_at: String,
}

/// The fields of a draft as sent: all of them by the form, only the changed ones by the saving script.
pub(super) struct DraftForm {
    fields: Vec<(String, String)>,
    by_script: bool,
}

impl DraftForm {
    fn value(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    fn values(&self, name: &str) -> impl Iterator<Item = &str> {
        self.fields.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Whether a field was sent at all: a group without a tick sends nothing. The script names what changed, and
    /// the page that joins two texts has the texts only.
    fn sent(&self, name: &str) -> bool {
        if self.by_script {
            return self.values("_changed").any(|changed| changed == name);
        }
        self.value("merged").is_none() || matches!(name, "title" | "summary" | "body")
    }

    pub(super) fn version(&self) -> i64 {
        self.value("version").and_then(|version| version.parse().ok()).unwrap_or(0)
    }

    pub(super) fn text(&self, old: &Text) -> Text {
        let field = |name: &str, old: &str| {
            if self.sent(name) { self.value(name).unwrap_or(old).to_owned() } else { old.to_owned() }
        };
        Text {
            title: field("title", &old.title),
            summary: field("summary", &old.summary),
            body: field("body", &old.body),
        }
    }

    /// The tags and supporters; groups that were not sent stay as they are.
    fn placement(
        &self,
        old_tags: &[(String, String)],
        old_supporters: &[OrganisationId],
        programme: &programme::Programme,
    ) -> Placement {
        let mut placement = Placement::default();
        for dimension in Dimension::ALL {
            let code = dimension.code();
            let terms: Vec<String> = if self.sent(code) {
                self.values(code).map(str::to_owned).collect()
            } else {
                old_tags.iter().filter(|(old, _)| old == code).map(|(_, term)| term.clone()).collect()
            };
            let known = terms.into_iter().filter(|term| programme.name(dimension, term, Lang::En).is_some());
            placement.tags.extend(known.map(|term| (code, term)));
        }
        placement.tags.sort();
        placement.tags.dedup();
        placement.supporters = if self.sent("supporter") {
            self.values("supporter").filter_map(|id| id.parse().ok()).collect()
        } else {
            old_supporters.to_vec()
        };
        placement
    }
}

/// Saves a draft, from the form or from the script that saves while people type.
async fn save(
    ctx: Ctx,
    Path(id): Path<EditionId>,
    headers: HeaderMap,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let by_script =
        headers.get(header::ACCEPT).is_some_and(|accept| accept.as_bytes() == b"application/json");
    let form = DraftForm { fields, by_script };
    let mut tx = ctx.write().await?;
    let actor = ctx.actor();
    let loaded = actions::load(&mut tx, &actor, id).await.map_err(|refusal| refused(&ctx, refusal))?;
    let tags = store::tags(&mut tx, loaded.edition.document).await?;
    let placement = form.placement(&tags, &loaded.supporters, programme::current(&ctx.app));
    let text = form.text(&loaded.edition.text);
    match actions::save(&mut tx, id, form.version(), &text, Some(&placement)).await {
        Ok(version) => {
            tx.commit().await?;
            let now = ctx.app.db.clock().now();
            if by_script {
                let saved = serde_json::json!({ "version": version, "saved_at": ctx.l().time(now) });
                return Ok(Json(saved).into_response());
            }
            match form.value("then") {
                Some("submit") => submit(&ctx, id, version, &form).await,
                _ => {
                    let path = format!("{}/edit", work_path(id));
                    Ok(flash::redirect(
                        &ctx,
                        &path,
                        &ctx.l().f1("documents-saved-at", "time", ctx.l().time(now)),
                    ))
                }
            }
        }
        Err(Refusal::Save(CannotSave::Stale)) => {
            drop(tx);
            if by_script {
                let url = ctx.path(&format!("{}/edit", work_path(id)));
                return Ok((StatusCode::CONFLICT, Json(serde_json::json!({ "url": url }))).into_response());
            }
            merge(&ctx, id, &text).await
        }
        Err(refusal) => Err(refused(&ctx, refusal)),
    }
}

/// Both texts, when somebody else saved in between: theirs to read, one's own to go on with.
async fn merge(ctx: &Ctx, id: EditionId, mine: &Text) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let l = ctx.l();
    let theirs = store::edition(&mut tx, &ctx.actor(), id).await?.ok_or(Error::NotFound)?;
    let person = members::person(&mut tx, theirs.changed_by).await?;
    let mine = actions::tidy(mine);
    let p = Shell::new(ctx, &mut tx, &l.t("documents-merge-title")).await?.with_script(ctx, "editor.js");
    let page = Merge {
        by: person.map(|person| person.name).unwrap_or_else(|| l.t("web-former-member").into_owned()),
        at: l.time(theirs.changed_at),
        pieces: diff::words(&as_plain(&theirs.text), &as_plain(&mine)),
        content_lang: theirs.language,
        action: ctx.path(&work_path(id)),
        title: mine.title,
        summary: mine.summary,
        body: mine.body,
        theirs,
        p,
    };
    Ok((StatusCode::CONFLICT, html(&page)?).into_response())
}

/// Hands a saved draft in.
async fn submit(ctx: &Ctx, id: EditionId, version: i64, form: &DraftForm) -> Result<Response, Error> {
    let l = ctx.l();
    let wish = form.value("wish").unwrap_or("now");
    let publish_at = form.value("publish_at").unwrap_or_default();
    let mut errors = FormErrors::default();
    let at = match wish {
        "at" => {
            let at = l.parse_local_input(publish_at).filter(|at| *at > ctx.app.db.clock().now());
            if at.is_none() {
                errors.add("publish_at", l.t("documents-cannot-time"));
            }
            at
        }
        _ => None,
    };
    if errors.is_empty() {
        let mut tx = ctx.write().await?;
        let code = if wish == "wait" { Wish::Wait } else { Wish::Publish };
        match actions::submit(&mut tx, id, version, code, at).await {
            Ok(()) => {
                tx.commit().await?;
                return Ok(flash::redirect(ctx, &work_path(id), &l.t("documents-submitted")));
            }
            Err(Refusal::Submit(
                cannot @ (CannotSubmit::NoTitle | CannotSubmit::NoText | CannotSubmit::FilesUnseen),
            )) => {
                let field = match cannot {
                    CannotSubmit::NoTitle => "title",
                    CannotSubmit::FilesUnseen => "file",
                    _ => "body",
                };
                errors.add(field, l.t(message(&Refusal::Submit(cannot))));
            }
            Err(refusal) => return Err(refused(ctx, refusal)),
        }
    }
    let edition = store::edition(&mut ctx.read().await?, &ctx.actor(), id).await?.ok_or(Error::NotFound)?;
    let entered = SubmitWish { wish: wish.to_owned(), publish_at: publish_at.to_owned() };
    let page = edit_page(ctx, edition, errors, Some(&entered)).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)?).into_response())
}

async fn take_back(
    ctx: Ctx,
    Path(id): Path<EditionId>,
    Form(form): Form<VersionForm>,
) -> Result<Response, Error> {
    let mut tx = ctx.write().await?;
    actions::take_back(&mut tx, id, form.version).await.map_err(|refusal| refused(&ctx, refusal))?;
    tx.commit().await?;
    Ok(flash::redirect(&ctx, &format!("{}/edit", work_path(id)), &ctx.l().t("documents-taken-back")))
}
