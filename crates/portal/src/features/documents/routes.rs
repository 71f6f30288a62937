//! Addresses of documents: lists, texts, drafts. Each parses, calls one action and answers.

use super::actions::{self, Placement, Refusal};
use super::lists::{self, Cursor, Filter};
use super::model::{CannotSave, CannotSubmit, DocumentId, EditionId, Kind, Level, State, Text, Wish};
use super::pages::{self, *};
use super::policy::{self, Action, Denied};
use super::{approval, events, feed, publication, store, words};
use crate::features::files;
use crate::features::organisations;
use crate::features::programme::{self, Dimension};
use crate::web::diff;
use crate::web::flash;
use crate::web::{Ctx, Error, Form, FormErrors, LISTS, Link, Routes, Shell, html, markdown, public_html};
use axum::Json;
use axum::extract::{Path, Query as UrlQuery};
use axum::response::{Html, IntoResponse, Redirect, Response};
use http::{HeaderMap, StatusCode, header};
use platform::actor::{Actor, OrganisationId};
use platform::clock::Timestamp;
use platform::lang::Lang;
use serde::Deserialize;

pub fn routes() -> Routes {
    let routes = Routes::new()
        .public("/documents", index)
        .public("/documents/feed.atom", feed::show)
        .public("/documents/{document}", show)
        .public("/documents/{document}/editions/{number}", show_edition)
        .public("/documents/{document}/editions/{number}/changes", changes)
        .get("/documents/work", work)
        .get("/documents/new", new)
        .post("/documents", create)
        .post("/documents/preview", preview)
        .get("/documents/editions/{edition}", show_work)
        .get("/documents/editions/{edition}/edit", edit)
        .post("/documents/editions/{edition}", save)
        .post("/documents/editions/{edition}/next", begin)
        .post("/documents/editions/{edition}/files", super::attachments::create)
        .post("/documents/editions/{edition}/files/{file}/removal", super::attachments::destroy)
        .post("/documents/editions/{edition}/submission/removal", take_back);
    publication::routes::add(approval::routes::add(routes))
}

/// A refusal as an answer, in the reader's language.
pub(super) fn refused(ctx: &Ctx, refusal: Refusal) -> Error {
    let l = ctx.l();
    match refusal {
        Refusal::Denied(Denied::Invisible) => Error::NotFound,
        Refusal::Denied(denied) => Error::Denied(l.t(denied.message()).into_owned()),
        Refusal::Db(error) => error.into(),
        other => Error::Conflict(l.t(message(&other)).into_owned()),
    }
}

/// The words for what stood in the way.
pub(super) fn message(refusal: &Refusal) -> &'static str {
    use approval::CannotDecide;
    use publication::CannotPublish;
    match refusal {
        Refusal::Denied(denied) => denied.message(),
        Refusal::Save(CannotSave::Stale) | Refusal::Submit(CannotSubmit::Stale) => "documents-cannot-stale",
        Refusal::Save(CannotSave::NotEditable) | Refusal::Submit(CannotSubmit::NotEditable) => {
            "documents-cannot-edit"
        }
        Refusal::Submit(CannotSubmit::NoTitle) => "documents-cannot-no-title",
        Refusal::Submit(CannotSubmit::NoText) => "documents-cannot-no-text",
        Refusal::Decide(CannotDecide::Stale) => "documents-cannot-decide-stale",
        Refusal::Decide(CannotDecide::NotWaiting) => "documents-cannot-decide-done",
        Refusal::Decide(CannotDecide::ActMissing) => "documents-cannot-act-missing",
        Refusal::Decide(CannotDecide::ActDateWrong) => "documents-cannot-act-date",
        Refusal::Decide(CannotDecide::ReasonMissing) | Refusal::Publish(CannotPublish::ReasonMissing) => {
            "documents-cannot-no-reason"
        }
        Refusal::Decide(CannotDecide::NotTheirs) => "documents-cannot-not-theirs",
        Refusal::Publish(CannotPublish::Stale) => "documents-cannot-publish-stale",
        Refusal::Publish(CannotPublish::NotApproved) => "documents-cannot-not-approved",
        Refusal::Publish(CannotPublish::TimeWrong) => "documents-cannot-time",
        Refusal::Publish(CannotPublish::NotPublic) => "documents-cannot-not-public",
        Refusal::AlreadyOpen(_) => "documents-cannot-already-open",
        Refusal::Db(_) => "web-error-busy-text",
    }
}

/// The filter and the place in a list, from the address. What is not understood is left out.
pub(super) fn read_query(query: &[(String, String)]) -> (Filter, Option<Cursor>) {
    let value =
        |name: &str| query.iter().find(|(key, value)| key == name && !value.is_empty()).map(|(_, v)| v);
    let mut filter = Filter {
        kind: value("kind").and_then(|code| Kind::parse(code)),
        level: value("level").and_then(|code| Level::parse(code)),
        organisation: value("organisation").and_then(|id| id.parse().ok()),
        tags: Vec::new(),
    };
    for dimension in Dimension::ALL {
        filter.tags.extend(value(dimension.code()).map(|term| (dimension.code(), term.clone())));
    }
    filter.tags.truncate(2);
    let before = value("before").and_then(|cursor| {
        let (at, id) = cursor.split_once('-')?;
        Some(Cursor { published_at: Timestamp(at.parse().ok()?), id: id.parse().ok()? })
    });
    (filter, before)
}

async fn index(ctx: Ctx, UrlQuery(query): UrlQuery<Vec<(String, String)>>) -> Result<Response, Error> {
    let (filter, before) = read_query(&query);
    let l = ctx.l();
    let mut tx = ctx.read().await?;
    let (listed, next) = lists::page(&mut tx, ctx.lang, &filter, before).await?;
    let count = lists::count(&mut tx, ctx.lang, &filter).await?;
    let documents: Vec<DocumentId> = listed.iter().map(|it| it.document).collect();
    let languages = lists::languages(&mut tx, &documents).await?;
    let organisations: Vec<OrganisationId> = listed.iter().map(|it| it.organisation).collect();
    let names = organisations::names(&mut tx, &organisations).await?;
    let mut p = Shell::new(&ctx, &mut tx, &l.t("documents-title")).await?;
    let feed = ctx.path(&format!("/documents/feed.atom{}", query_of(&filter, None)));
    p.feed = Some(feed.clone());
    let count = match count {
        many if many > lists::COUNTED => l.f1("documents-count-more", "count", lists::COUNTED),
        count => l.f1("documents-count", "count", count),
    };
    let tags: Vec<(String, String)> =
        filter.tags.iter().map(|(code, term)| ((*code).to_owned(), term.clone())).collect();
    let page = Index {
        count,
        rows: listed.iter().map(|it| pages::row(it, &ctx, &names, &languages)).collect(),
        kinds: kind_choices(l, filter.kind),
        levels: level_choices(l, filter.level),
        groups: groups(&ctx, &tags),
        filtered: filtered(&filter),
        newest: before.map(|_| ctx.path(&format!("/documents{}", query_of(&filter, None)))),
        older: next.map(|next| ctx.path(&format!("/documents{}", query_of(&filter, Some(next))))),
        feed,
        may_create: ctx.member().is_some_and(policy::can_create),
        p,
    };
    public_html(&page, vec![LISTS])
}

fn query_of(filter: &Filter, before: Option<Cursor>) -> String {
    pages::query(filter, before)
}

/// A document at its permanent address: what is current in this language.
async fn show(ctx: Ctx, Path(document): Path<DocumentId>) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let Some(edition) = store::latest_public(&mut tx, document, ctx.lang).await? else {
        return missing(&ctx, document).await;
    };
    if edition.state == State::Removed {
        return Err(Error::Gone);
    }
    show_public(&ctx, edition).await
}

async fn show_edition(
    ctx: Ctx,
    Path((document, number)): Path<(DocumentId, i64)>,
) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let actor = ctx.actor();
    match store::edition_by_number(&mut tx, &actor, document, ctx.lang, number).await? {
        Some(edition) if edition.state.is_public() => show_public(&ctx, edition).await,
        Some(edition) => Ok(Redirect::to(&ctx.path(&work_path(edition.id))).into_response()),
        None if store::is_removed(&mut tx, document, ctx.lang, number).await? => Err(Error::Gone),
        None => Err(Error::NotFound),
    }
}

async fn show_public(ctx: &Ctx, edition: super::model::Edition) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let l = ctx.l();
    let (document, number, id) = (edition.document, edition.number, edition.id);
    let superseded = edition.state == State::Superseded;
    let mut p = Shell::new(ctx, &mut tx, "").await?.crumb(ctx.path("/documents"), l.t("documents-title"));
    p.canonical = Some(ctx.app.url(&ctx.path(&format!("/documents/{document}"))));
    p.unlisted |= superseded;
    let full = Full::load(&mut tx, &ctx.actor(), edition).await?;
    let work = match ctx.member() {
        Some(_) => Some(work_panel(ctx, &mut tx, &full).await?),
        None => None,
    };
    let work_here = work.filter(|work| !work.deeds.is_empty() || !work.begin.is_empty());
    let earlier = store::numbers_of(&mut tx, &Actor::Guest, document, ctx.lang).await?;
    let mut page = full.show(ctx, p, work_here);
    page.earlier = earlier
        .into_iter()
        .filter(|it| it.id != id)
        .map(|it| {
            let label = l.f1("documents-tab-edition", "number", it.number);
            Link::new(ctx.path(&public_path(document, it.number)), label)
        })
        .collect();
    if number > 1 || !page.earlier.is_empty() {
        let href = ctx.path(&format!("{}/changes", public_path(document, number)));
        page.earlier.push(Link::new(href, l.t("documents-see-changes")));
    }
    public_html(&page, vec![events::document_subject(document), LISTS])
}

/// The text exists, but not in this language: say so and offer the others.
async fn missing(ctx: &Ctx, document: DocumentId) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let l = ctx.l();
    let siblings = store::siblings(&mut tx, &Actor::Guest, document).await?;
    let published: Vec<_> = siblings.into_iter().filter(|it| it.state == State::Published).collect();
    let Some(first) = published.first() else { return Err(Error::NotFound) };
    let (kind, _) = actions::document_of(&mut tx, document).await.map_err(|refusal| refused(ctx, refusal))?;
    let heading = first.title.clone();
    let mut p =
        Shell::new(ctx, &mut tx, &heading).await?.crumb(ctx.path("/documents"), l.t("documents-title"));
    p.unlisted = true;
    let others = published
        .into_iter()
        .map(|it| (it.language, Link::new(format!("/{}/documents/{document}", it.language), it.title)))
        .collect();
    let page = Missing { p, heading, kind: l.t(words::kind(kind)).into_owned(), others };
    public_html(&page, vec![events::document_subject(document)])
}

#[derive(Deserialize)]
struct ChangesQuery {
    from: Option<i64>,
}

/// What changed between two editions of one language; without `from`, since the one before.
async fn changes(
    ctx: Ctx,
    Path((document, number)): Path<(DocumentId, i64)>,
    UrlQuery(ChangesQuery { from }): UrlQuery<ChangesQuery>,
) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let (l, actor) = (ctx.l(), ctx.actor());
    let to = store::edition_by_number(&mut tx, &actor, document, ctx.lang, number)
        .await?
        .ok_or(Error::NotFound)?;
    let from = match from {
        Some(from) => store::edition_by_number(&mut tx, &actor, document, ctx.lang, from).await?,
        None => store::previous(&mut tx, &to).await?,
    };
    let from = from.ok_or(Error::NotFound)?;
    let numbers = store::numbers_of(&mut tx, &actor, document, ctx.lang).await?;
    let title = l.t("documents-changes-title");
    let p = Shell::new(&ctx, &mut tx, &title).await?.crumb(ctx.path("/documents"), l.t("documents-title"));
    let back = Link::new(ctx.path(&public_path(document, number)), to.text.title.clone());
    let page = Changes {
        heading: title.into_owned(),
        from: from.number,
        to: to.number,
        pieces: diff::words(&as_plain(&from.text), &as_plain(&to.text)),
        content_lang: to.language,
        choices: numbers
            .iter()
            .filter(|it| it.number != to.number)
            .map(|it| Choice {
                key: it.number.to_string(),
                words: l.f1("documents-tab-edition", "number", it.number),
                chosen: it.number == from.number,
            })
            .collect(),
        back,
        p,
    };
    public_html(&page, vec![events::document_subject(document)])
}

/// A text as differences read it: all its words, one after the other.
pub(super) fn as_plain(text: &Text) -> String {
    let parts = [text.title.as_str(), text.summary.as_str(), text.body.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// The deeds, the languages that can be begun, and the history: for members only.
async fn work_panel(ctx: &Ctx, tx: &mut platform::db::ReadTx, full: &Full) -> Result<Work, Error> {
    let edition = &full.loaded.edition;
    let may_continue = policy::can(&ctx.actor(), Action::Continue, &full.loaded.context()).is_ok();
    let has_open = |lang: Lang| full.siblings.iter().any(|it| it.language == lang && it.state.is_open());
    let begin = if may_continue {
        Lang::ALL.into_iter().filter(|lang| !has_open(*lang)).collect()
    } else {
        Vec::new()
    };
    let sees_history = full.loaded.edition.organisation == ctx.signed_in()?.member.organisation
        || crate::web::moderators(ctx.member());
    let history = if sees_history {
        crate::web::history(ctx, tx, events::document_subject(edition.document)).await?
    } else {
        Vec::new()
    };
    Ok(Work {
        deeds: deeds(ctx, &full.loaded),
        version: edition.version,
        begin,
        begin_href: ctx.path(&format!("{}/next", work_path(edition.id))),
        history,
    })
}

/// An edition as members see it, whatever its state.
async fn show_work(ctx: Ctx, Path(id): Path<EditionId>) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let actor = ctx.actor();
    let edition = store::edition(&mut tx, &actor, id).await?.ok_or(Error::NotFound)?;
    let p = Shell::new(&ctx, &mut tx, "")
        .await?
        .crumb(ctx.path("/documents/work"), ctx.l().t("documents-work-title"));
    let full = Full::load(&mut tx, &actor, edition).await?;
    let returned = match full.loaded.edition.state {
        State::Returned => approval::store::last_return(&mut tx, id).await?,
        _ => None,
    };
    let work = work_panel(&ctx, &mut tx, &full).await?;
    let mut page = full.show(&ctx, p, Some(work));
    if let Some(returned) = returned {
        let text = ctx.l().f1("documents-returned-on", "date", ctx.l().date_time(returned.returned_at));
        page.banner = Some(Banner { class: "warn", text, quote: returned.reasons, link: None });
    }
    html(&page)
}

/// What is in the making at the member's organisation.
async fn work(ctx: Ctx) -> Result<Response, Error> {
    let member = ctx.signed_in()?.member.clone();
    let mut tx = ctx.read().await?;
    let rows = store::work(&mut tx, member.organisation).await?;
    let p = Shell::new(&ctx, &mut tx, &ctx.l().t("documents-work-title")).await?;
    let rows = work_rows(&ctx, &mut tx, rows, None).await?;
    html(&WorkList { p, rows, waiting: false, may_create: policy::can_create(&member) })
}

/// Rows of work with the names of their organisations; `deed` puts a button behind each.
pub(super) async fn work_rows(
    ctx: &Ctx,
    tx: &mut platform::db::ReadTx,
    rows: Vec<store::Work>,
    deed: Option<(&str, &str)>,
) -> Result<Vec<WorkRow>, Error> {
    let l = ctx.l();
    let organisations: Vec<OrganisationId> = rows.iter().map(|row| row.organisation).collect();
    let names = organisations::names(tx, &organisations).await?;
    let row = |row: store::Work| {
        let href = ctx.path(&work_path(row.id));
        let when = row.submitted_at.filter(|_| row.state == State::Submitted).unwrap_or(row.changed_at);
        WorkRow {
            deed: deed.map(|(suffix, label)| Deed {
                href: format!("{href}/{suffix}"),
                label: l.t(label).into_owned(),
                post: false,
                class: "",
            }),
            href,
            title: if row.title.is_empty() { l.t("documents-untitled").into_owned() } else { row.title },
            kind: l.t(words::kind(row.kind)).into_owned(),
            language: row.language,
            badge: Badge { class: row.state.code(), words: l.t(words::state(row.state)).into_owned() },
            organisation: organisation(&names, row.organisation, l.lang),
            when: l.date_time(when),
        }
    };
    Ok(rows.into_iter().map(row).collect())
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
struct NewForm {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    language: String,
    #[serde(default)]
    title: String,
}

fn new_page(ctx: &Ctx, p: Shell, errors: FormErrors, form: &NewForm) -> New {
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
    html(&edit_page(&ctx, edition, FormErrors::default(), None).await?)
}

/// The page of a draft; `entered` is what somebody typed and could not be submitted.
pub(super) async fn edit_page(
    ctx: &Ctx,
    edition: super::model::Edition,
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
        tabs: Edit::tabs_of(&full, ctx),
        reasons: returned.map(|returned| Banner {
            class: "warn",
            text: l.f1("documents-returned-on", "date", l.date_time(returned.returned_at)),
            quote: returned.reasons,
            link: None,
        }),
        html: markdown::to_html(&edition.text.body),
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
    let person = crate::features::members::person(&mut tx, theirs.changed_by).await?;
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
            Err(Refusal::Submit(cannot @ (CannotSubmit::NoTitle | CannotSubmit::NoText))) => {
                let field = if cannot == CannotSubmit::NoTitle { "title" } else { "body" };
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

#[derive(Deserialize)]
pub(super) struct VersionForm {
    pub version: i64,
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
