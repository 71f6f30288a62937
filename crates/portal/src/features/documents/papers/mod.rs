//! An edition on paper: as PDF to print and pass on, as DOCX to go on writing. What it is, who stands behind it and
//! how to check it is on it; what is not approved says so on every page. How papers are made is `web::papers`.

use super::model::{DocumentId, Edition, State};
use super::pages::{Full, public_path};
use super::verification::Code;
use super::{store, words};
use crate::web::papers::{Format, respond};
use crate::web::{Ctx, Error, Link, Routes};
use axum::extract::Path;
use axum::response::Response;
use http::HeaderMap;
use paper::{Fact, Paper, Run};
use platform::lang::L10n;

pub fn add(routes: Routes) -> Routes {
    routes
        .open("/documents/{document}/editions/{number}/paper.pdf", pdf)
        .open("/documents/{document}/editions/{number}/paper.docx", docx)
}

/// Where an edition is as a file, after the language, which is the text's.
pub fn path(document: DocumentId, number: i64, format: Format) -> String {
    format!("{}/paper.{}", public_path(document, number), format.ending())
}

/// The downloads of an edition, in words like "PDF, in Kyrgyz".
pub(super) fn links(edition: &Edition, l: &L10n) -> Vec<Link> {
    let link = |format: Format| {
        let href = format!("/{}{}", edition.language, path(edition.document, edition.number, format));
        let kind = format.ending().to_uppercase();
        let words = l.f(
            "documents-paper-link",
            &[("kind", kind.into()), ("language", edition.language.own_name().into())],
        );
        Link::new(href, words)
    };
    [Format::Pdf, Format::Docx].map(link).to_vec()
}

async fn pdf(
    ctx: Ctx,
    Path(edition): Path<(DocumentId, i64)>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    download(&ctx, edition, Format::Pdf, &headers).await
}

async fn docx(
    ctx: Ctx,
    Path(edition): Path<(DocumentId, i64)>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    download(&ctx, edition, Format::Docx, &headers).await
}

async fn download(
    ctx: &Ctx,
    (document, number): (DocumentId, i64),
    format: Format,
    headers: &HeaderMap,
) -> Result<Response, Error> {
    let mut tx = ctx.read().await?;
    let actor = ctx.actor();
    let edition = match store::edition_by_number(&mut tx, &actor, document, ctx.lang, number).await? {
        Some(edition) => edition,
        None if store::is_removed(&mut tx, document, ctx.lang, number).await? => return Err(Error::Gone),
        None => return Err(Error::NotFound),
    };
    let full = Full::load(&mut tx, &actor, edition).await?;
    drop(tx);
    let edition = &full.loaded.edition;
    let name = format!("{} ({}, {})", edition.text.title, edition.language, edition.number);
    respond(ctx, &of(ctx, &full), format, &name, headers).await
}

/// The paper of an edition, in the language of `ctx`, which is the edition's.
pub(super) fn of(ctx: &Ctx, full: &Full) -> Paper {
    let (l, edition) = (ctx.l(), &full.loaded.edition);
    let text = full.as_read(ctx);
    let fields = super::fields::pages::markdown(&ctx.app, l, edition, &full.field_names, true);
    let mut notices = Vec::new();
    let mut mark = not_approved(edition.state).map(|key| l.t(key).into_owned()).unwrap_or_default();
    if let Some(banner) = full.banner(ctx) {
        // Replaced and withdrawn papers lie about for years: that is said on each page.
        if edition.state == State::Published {
            notices.push(banner.text)
        } else {
            mark = banner.text
        }
        notices.extend(Some(banner.quote).filter(|quote| !quote.is_empty()));
    }
    let words_of = |fact: super::pages::Fact| Fact {
        value: fact.badge.map_or(fact.value, |badge| badge.words),
        term: fact.term,
    };
    Paper {
        language: edition.language.code().to_owned(),
        kicker: l.t(words::kind(edition.kind)).into_owned(),
        title: match edition.text.title.as_str() {
            "" => l.t("documents-untitled").into_owned(),
            title => title.to_owned(),
        },
        mark,
        notices,
        facts: full.standing(l).into_iter().map(words_of).collect(),
        lead: text.summary,
        blocks: paper::markdown::blocks(&format!("{}\n\n{fields}", text.body)),
        footer: footer(ctx, full),
    }
}

/// The code and where to check it, and where the text lives. A draft has neither.
fn footer(ctx: &Ctx, full: &Full) -> Vec<Vec<Run>> {
    let (l, edition) = (ctx.l(), &full.loaded.edition);
    let saved = || l.f1("documents-paper-saved", "time", l.date_time(edition.changed_at));
    match code(edition) {
        None => vec![vec![Run::plain(saved())]],
        Some(code) => {
            let check = code_link(ctx, code);
            let address = ctx.app.url(&ctx.path(&public_path(edition.document, edition.number)));
            vec![vec![Run::linked(check.label, check.href)], vec![Run::linked(address.clone(), address)]]
        }
    }
}

/// The code in words that also make sense in print, leading to what it means.
pub(super) fn code_link(ctx: &Ctx, code: Code) -> Link {
    let check = ctx.app.url(&ctx.path("/verify"));
    let words = [("code", code.to_string().into()), ("address", check.as_str().into())];
    Link::new(format!("{check}?code={code}"), ctx.l().f("documents-paper-code", &words))
}

/// The code of what everybody can look up.
pub(super) fn code(edition: &Edition) -> Option<Code> {
    edition.text_hash.as_deref().filter(|_| edition.state.is_public()).and_then(Code::of)
}

fn not_approved(state: State) -> Option<&'static str> {
    match state {
        State::Draft | State::Submitted | State::Returned => Some("documents-paper-draft"),
        State::Approved => Some("documents-paper-unpublished"),
        State::Published | State::Superseded | State::Withdrawn | State::Removed => None,
    }
}
