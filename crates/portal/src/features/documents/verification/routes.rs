//! `/verify`: enter a code, paste a text or send a file. For guests as for members.

use super::code::Code;
use super::lookup;
use super::pages::{Answer, Verify};
use crate::features::documents::model::LONGEST_BODY;
use crate::features::files;
use crate::web::{App, Ctx, Error, Form, FormErrors, Routes, Shell, forms, html};
use axum::extract::multipart::Field;
use axum::extract::{DefaultBodyLimit, FromRequest, FromRequestParts, Multipart, Query, Request};
use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};
use platform::files::SetAside;
use serde::Deserialize;

/// More than the longest text in the widest letters.
const LONGEST_TEXT: usize = LONGEST_BODY + 20_000;
/// In bytes, as a field of the form.
const LARGEST_TEXT: usize = 4 * LONGEST_TEXT;
/// Of a file, with the pictures in it.
const LARGEST_FILE: u64 = 20_000_000;

pub fn add(routes: Routes) -> Routes {
    routes.open("/verify", show).open_post("/verify", check)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    code: String,
}

/// What somebody brought, in the field of the form where they brought it.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Brought {
    text: String,
    /// Its name, and the bytes on disk, where no other program sees them and nothing stays of them.
    #[serde(skip)]
    file: Option<(String, Result<SetAside, files::Refused>)>,
}

async fn show(ctx: Ctx, Query(Asked { code }): Query<Asked>) -> Result<Response, Error> {
    let (mut errors, mut answer) = (FormErrors::default(), None);
    if !code.trim().is_empty() {
        match Code::parse(&code) {
            Some(code) => {
                let outcome = lookup::by_code(&mut ctx.read().await?, code).await?;
                answer = Some(Answer::of(&ctx, outcome, true));
            }
            None => errors.add("code", ctx.l().t("documents-verify-code-wrong")),
        }
    }
    respond(&ctx, Verify { code, ..blank(&ctx) }, errors, answer)
}

async fn check(ctx: Ctx, brought: Brought) -> Result<Response, Error> {
    let l = ctx.l();
    let mut errors = FormErrors::default();
    let text = match brought.file {
        Some((name, file)) => match words_of(&ctx, &name, file).await {
            Ok(text) if text.trim().is_empty() => {
                errors.add("file", l.t("documents-verify-file-empty"));
                None
            }
            Ok(text) => Some(text),
            Err(why) => {
                let words = match why {
                    files::Refused::TooLarge => {
                        l.f1("files-refused-too-large", "limit", l.file_size(LARGEST_FILE))
                    }
                    why => why.in_words(&ctx.app, l)?,
                };
                errors.add("file", words);
                None
            }
        },
        None if brought.text.trim().is_empty() => {
            errors.add("text", l.t("documents-verify-nothing"));
            None
        }
        None => Some(brought.text.clone()),
    };
    if text.as_ref().is_some_and(|text| text.chars().count() > LONGEST_TEXT) {
        errors.add("text", l.f1("documents-verify-too-long", "count", LONGEST_TEXT));
    }
    let answer = match text {
        Some(text) if errors.is_empty() => Some(Answer::of(&ctx, lookup::by_text(&ctx, text).await?, false)),
        _ => None,
    };
    respond(&ctx, Verify { text: brought.text, ..blank(&ctx) }, errors, answer)
}

async fn words_of(
    ctx: &Ctx,
    name: &str,
    file: Result<SetAside, files::Refused>,
) -> Result<String, files::Refused> {
    files::words_of(&ctx.app, name, file?).await
}

fn respond(ctx: &Ctx, page: Verify, errors: FormErrors, answer: Option<Answer>) -> Result<Response, Error> {
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut page = Verify { errors, answer, ..page };
    // Results are nobody's business but the reader's.
    page.p.unlisted = !page.code.is_empty() || page.answer.is_some();
    page.p.canonical = Some(ctx.app.url(&ctx.path("/verify")));
    Ok((status, html(&page)?).into_response())
}

/// The page before anything was asked.
pub fn blank(ctx: &Ctx) -> Verify {
    let l = ctx.l();
    let p = Shell::plain(ctx, &l.t("documents-verify-title"))
        .crumb(ctx.path("/documents"), l.t("documents-title"));
    Verify {
        p,
        errors: FormErrors::default(),
        action: ctx.path("/verify"),
        code: String::new(),
        text: String::new(),
        answer: None,
    }
}

impl FromRequest<App> for Brought {
    type Rejection = Response;

    /// The form with its file, or without one as any other form.
    async fn from_request(mut request: Request, app: &App) -> Result<Self, Response> {
        let kind = request.headers().get(header::CONTENT_TYPE).map(|kind| kind.as_bytes().to_owned());
        if !kind.is_some_and(|kind| kind.starts_with(b"multipart/form-data")) {
            return Form::from_request(request, app).await.map(|Form(brought)| brought);
        }
        // Each field has a limit of its own.
        DefaultBodyLimit::disable().apply(&mut request);
        let (mut parts, body) = request.into_parts();
        let Ok(ctx) = Ctx::from_request_parts(&mut parts, app).await;
        let form = Multipart::from_request(Request::from_parts(parts, body), app).await;
        let form = form.map_err(|_| unreadable(&ctx).into_response())?;
        read(&ctx, form).await.map_err(Error::into_response)
    }
}

fn unreadable(ctx: &Ctx) -> Error {
    Error::Invalid(ctx.l().t("web-error-invalid-text").into_owned())
}

/// The token comes first, so nothing is read of a form from another site.
async fn read(ctx: &Ctx, mut form: Multipart) -> Result<Brought, Error> {
    let mut brought = Brought::default();
    let mut proven = ctx.viewer.is_none();
    while let Some(mut field) = form.next_field().await.map_err(|_| unreadable(ctx))? {
        match field.name() {
            Some("_csrf") => {
                let token = bytes(ctx, field, 1000).await?;
                proven |= forms::is_token(ctx, &token);
            }
            _ if !proven => return Err(Error::Forged),
            Some("text") => {
                let text = bytes(ctx, field, LARGEST_TEXT).await?;
                brought.text = String::from_utf8_lossy(&text).replace('\0', "");
            }
            Some("file") if field.file_name().is_some_and(|name| !name.is_empty()) => {
                let name = field.file_name().unwrap_or_default().to_owned();
                brought.file = Some((name, files::put_aside(ctx, &mut field, LARGEST_FILE).await));
                // What follows a file that broke off cannot be read.
                break;
            }
            _ => {}
        }
    }
    if proven { Ok(brought) } else { Err(Error::Forged) }
}

async fn bytes(ctx: &Ctx, mut field: Field<'_>, most: usize) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await.map_err(|_| unreadable(ctx))? {
        if bytes.len() + chunk.len() > most {
            return Err(Error::TooLarge);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}
