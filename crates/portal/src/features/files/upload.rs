//! A form that carries a file, for this section and every other that takes one. The token comes first and is
//! checked before the file is read; nothing of a form from another site, or of any size, reaches memory.

use super::actions::{Confirmed, Refused, max_bytes, receive};
use super::model::File;
use crate::web::{App, Ctx, Error};
use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{DefaultBodyLimit, FromRequest, FromRequestParts, Request};
use platform::files::SetAside;

/// As much as a form without a file may hold.
const LONGEST_FIELDS: usize = 2 * 1024 * 1024;

/// What is read and thrown away of a refused file, so that the browser comes to read the answer.
const LISTENED_TO: u64 = 8;

/// A multipart form of a member, of which only the token has been read.
pub struct Upload(Multipart);

impl FromRequest<App> for Upload {
    type Rejection = Error;

    async fn from_request(mut request: Request, app: &App) -> Result<Self, Error> {
        // The file has a limit of its own, the other fields are read with care.
        DefaultBodyLimit::disable().apply(&mut request);
        let (mut parts, body) = request.into_parts();
        let Ok(ctx) = Ctx::from_request_parts(&mut parts, app).await;
        let token = &ctx.signed_in()?.csrf;
        let request = Request::from_parts(parts, body);
        let mut form = Multipart::from_request(request, app).await.map_err(|_| unreadable(&ctx))?;
        let first = form.next_field().await.map_err(|_| unreadable(&ctx))?;
        let proven = match first {
            Some(field) if field.name() == Some("_csrf") => {
                is(field, token).await.map_err(|_| unreadable(&ctx))?
            }
            _ => false,
        };
        if proven { Ok(Upload(form)) } else { Err(Error::Forged) }
    }
}

fn unreadable(ctx: &Ctx) -> Error {
    Error::Invalid(ctx.l().t("web-error-invalid-text").into_owned())
}

/// Reads no more of the field than it takes to compare.
async fn is(mut field: Field<'_>, expected: &str) -> Result<bool, MultipartError> {
    let mut value = Vec::new();
    while let Some(chunk) = field.chunk().await? {
        value.extend_from_slice(&chunk);
        if value.len() > expected.len() {
            return Ok(false);
        }
    }
    Ok(value == expected.as_bytes())
}

impl Upload {
    /// The next field: one of the form's words for [`Fields::read`], or the file for [`take_in`].
    pub async fn next(&mut self, ctx: &Ctx) -> Result<Option<Field<'_>>, Error> {
        self.0.next_field().await.map_err(|_| unreadable(ctx))
    }

    /// Takes in the file of the field with this name; fields before it are skipped.
    pub async fn receive(&mut self, ctx: &Ctx, name: &str) -> Result<File, Refused> {
        loop {
            // Without such a field there is nothing.
            let field = self.0.next_field().await.map_err(|_| Refused::Cut)?;
            let Some(mut field) = field else { return Err(Refused::NoFile) };
            if field.name() == Some(name) {
                return take_in(ctx, &mut field, Confirmed::BySender).await;
            }
        }
    }
}

/// The words of a form that also carries a file; together no longer than any other form may be.
#[derive(Default)]
pub struct Fields {
    pub pairs: Vec<(String, String)>,
    length: usize,
}

impl Fields {
    pub async fn read(&mut self, ctx: &Ctx, mut field: Field<'_>) -> Result<(), Error> {
        let name = field.name().unwrap_or_default().to_owned();
        let mut value = Vec::new();
        // Empty fields cost something, too.
        self.length += name.len() + 64;
        while let Some(chunk) = field.chunk().await.map_err(|_| unreadable(ctx))? {
            self.length += chunk.len();
            if self.length > LONGEST_FIELDS {
                return Err(Error::TooLarge);
            }
            value.extend_from_slice(&chunk);
        }
        // PostgreSQL keeps no zero byte, and nobody types one.
        let value = String::from_utf8(value).map_err(|_| unreadable(ctx))?.replace('\0', "");
        self.pairs.push((name, value));
        Ok(())
    }

    pub fn value(&self, name: &str) -> &str {
        self.pairs.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }
}

/// Takes in the file that this field carries, if one was chosen.
pub async fn take_in(ctx: &Ctx, field: &mut Field<'_>, confirmed: Confirmed) -> Result<File, Refused> {
    let original = field.file_name().unwrap_or_default().to_owned();
    if original.is_empty() {
        return Err(Refused::NoFile);
    }
    let taken = receive(ctx, &mut *field, &original, confirmed).await;
    if taken.is_err() {
        turn_down(ctx, field).await;
    }
    taken
}

/// Puts the file that this field carries aside, if one was chosen: for whoever takes something from it and keeps no file.
/// `most` are the bytes it may have, if that is less than the portal takes.
pub async fn put_aside(ctx: &Ctx, field: &mut Field<'_>, most: u64) -> Result<SetAside, Refused> {
    if field.file_name().is_none_or(str::is_empty) {
        return Err(Refused::NoFile);
    }
    let aside = ctx.app.files.set_aside(&mut *field, most.min(max_bytes(&ctx.app))).await;
    if aside.is_err() {
        turn_down(ctx, field).await;
    }
    Ok(aside?)
}

/// Lets a browser finish sending a file that is not taken.
pub async fn turn_down(ctx: &Ctx, field: &mut Field<'_>) {
    throw_away(field, max_bytes(&ctx.app).saturating_mul(LISTENED_TO)).await;
}

/// A server that answers and hangs up while the browser still sends shows people a broken connection.
async fn throw_away(field: &mut Field<'_>, mut patience: u64) {
    while let Ok(Some(chunk)) = field.chunk().await {
        patience = patience.saturating_sub(chunk.len() as u64);
        if patience == 0 {
            return;
        }
    }
}
