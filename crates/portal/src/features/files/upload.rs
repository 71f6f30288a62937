//! A form that carries a file, for this section and every other that takes one. The token comes first and is
//! checked before the file is read; nothing of a form from another site, or of any size, reaches memory.

use super::actions::{Refused, max_bytes, receive};
use super::model::File;
use crate::web::{App, Ctx, Error};
use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{DefaultBodyLimit, FromRequest, FromRequestParts, Request};
use bytes::{Bytes, BytesMut};

/// What is read and thrown away of a refused file, so that the browser comes to read the answer.
const LISTENED_TO: u64 = 8;
/// Fields of a form beside its file, and the bytes of one: more than any of our forms has.
const FIELDS: usize = 20;
const FIELD_BYTES: u64 = 10_000;

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
        let unreadable = || Error::Invalid(ctx.l().t("web-error-invalid-text").into_owned());
        let request = Request::from_parts(parts, body);
        let mut form = Multipart::from_request(request, app).await.map_err(|_| unreadable())?;
        let first = form.next_field().await.map_err(|_| unreadable())?;
        let proven = match first {
            Some(field) if field.name() == Some("_csrf") => {
                is(field, token).await.map_err(|_| unreadable())?
            }
            _ => false,
        };
        if proven { Ok(Upload(form)) } else { Err(Error::Forged) }
    }
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

/// A form with a file that nothing is kept of.
pub struct Sent {
    /// The fields before the file.
    pub fields: Vec<(String, String)>,
    pub file: Result<Bytes, Refused>,
}

impl Sent {
    /// What was entered in the field with this name.
    pub fn value(&self, name: &str) -> &str {
        self.fields.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }
}

impl Upload {
    /// Reads the fields, and the file of the field with this name into memory; fields after it are skipped.
    pub async fn read(mut self, ctx: &Ctx, name: &str) -> Sent {
        let mut fields = Vec::new();
        let file = loop {
            let mut field = match self.0.next_field().await {
                Ok(Some(field)) if fields.len() < FIELDS => field,
                Ok(_) => break Err(Refused::NoFile),
                Err(_) => break Err(Refused::Cut),
            };
            if field.name() == Some(name) {
                break match field.file_name().is_some_and(|original| !original.is_empty()) {
                    true => all_of(&mut field, max_bytes(&ctx.app)).await,
                    false => Err(Refused::NoFile),
                };
            }
            let key = field.name().unwrap_or_default().to_owned();
            match all_of(&mut field, FIELD_BYTES).await {
                Ok(value) => fields.push((key, String::from_utf8_lossy(&value).replace('\0', ""))),
                Err(refused) => break Err(refused),
            }
        };
        Sent { fields, file }
    }

    /// Takes in the file of the field with this name; fields before it are skipped.
    pub async fn receive(&mut self, ctx: &Ctx, name: &str) -> Result<File, Refused> {
        loop {
            // Without such a field, as without a chosen file, there is nothing.
            let field = self.0.next_field().await.map_err(|_| Refused::Cut)?;
            let Some(mut field) = field else { return Err(Refused::NoFile) };
            if field.name() != Some(name) {
                continue;
            }
            let original = field.file_name().unwrap_or_default().to_owned();
            if original.is_empty() {
                return Err(Refused::NoFile);
            }
            let taken = receive(ctx, &mut field, &original).await;
            if taken.is_err() {
                throw_away(&mut field, max_bytes(&ctx.app).saturating_mul(LISTENED_TO)).await;
            }
            return taken;
        }
    }
}

async fn all_of(field: &mut Field<'_>, most: u64) -> Result<Bytes, Refused> {
    let mut bytes = BytesMut::new();
    while let Some(chunk) = field.chunk().await.map_err(|_| Refused::Cut)? {
        bytes.extend_from_slice(&chunk);
        if bytes.len() as u64 > most {
            throw_away(field, most.saturating_mul(LISTENED_TO)).await;
            return Err(Refused::TooLarge);
        }
    }
    Ok(bytes.freeze())
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
