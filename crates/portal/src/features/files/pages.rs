//! The data of this section's pages.

use super::actions::max_bytes;
use super::model::{File, MediaType};
use super::{path, policy, thumbnail_path};
use crate::web::{Ctx, FormErrors, Link, Shell};
use askama::Template;

/// What the list shows: one page of it, newest first.
pub struct Listed {
    pub files: Vec<File>,
    pub count: i64,
    /// The filter.
    pub media_type: Option<MediaType>,
    /// There are older ones.
    pub more: bool,
    /// These are the newest.
    pub first: bool,
}

#[derive(Template)]
#[template(path = "features/files/pages/list.html")]
pub struct ListPage {
    p: Shell,
    listed: Listed,
    can_upload: bool,
    newest: Option<String>,
    older: Option<String>,
}

impl ListPage {
    pub fn new(ctx: &Ctx, p: Shell, listed: Listed) -> Self {
        let filter = listed.media_type.map(|kind| format!("type={}", kind.label())).unwrap_or_default();
        let here = ctx.path("/files");
        let last = listed.files.last().filter(|_| listed.more);
        let older = last.map(|file| format!("{here}?{filter}&before={}", file.id).replace("?&", "?"));
        let newest = (!listed.first).then(|| format!("{here}?{filter}").trim_end_matches('?').to_owned());
        Self { p, can_upload: policy::can_upload(&ctx.actor()), listed, newest, older }
    }
}

#[derive(Template)]
#[template(path = "features/files/pages/new.html")]
pub struct NewPage {
    p: Shell,
    errors: FormErrors,
    max_bytes: u64,
    endings: String,
}

impl NewPage {
    pub fn new(ctx: &Ctx, p: Shell, errors: FormErrors) -> Self {
        let endings: Vec<String> = MediaType::ALL
            .iter()
            .flat_map(|kind| kind.endings())
            .map(|ending| format!(".{ending}"))
            .collect();
        let p = p.crumb(ctx.path("/files"), ctx.l().t("files-title")).with_script(ctx, "upload.js");
        Self { p, errors, max_bytes: max_bytes(&ctx.app), endings: endings.join(",") }
    }
}

/// How a file is shown on its page.
#[derive(PartialEq, Eq)]
enum Preview {
    Picture,
    Sound,
    Film,
    /// The browser shows it on a page of its own.
    Opened,
    None,
}

#[derive(Template)]
#[template(path = "features/files/pages/show.html")]
pub struct ShowPage {
    p: Shell,
    file: File,
    owner: Link,
    address: String,
    /// What the picture on the page is loaded from: the small one, where there is one.
    picture: String,
    preview: Preview,
    /// For the sender, until they agree: what was taken out and what is left.
    decision: Option<Decision>,
}

pub struct Decision {
    path: String,
    removed: Vec<String>,
    warnings: Vec<String>,
}

impl ShowPage {
    pub fn deciding(mut self, ctx: &Ctx) -> Self {
        self.decision = Some(Decision {
            path: ctx.path(&format!("/files/{}", self.file.id)),
            removed: self.file.report.removed(ctx.l()),
            warnings: self.file.report.warnings(ctx.l()),
        });
        self
    }

    pub fn new(ctx: &Ctx, mut p: Shell, file: File, owner: String) -> Self {
        if ctx.member().is_some_and(|member| member.organisation == file.organisation) {
            p = p.crumb(ctx.path("/files"), ctx.l().t("files-title"));
        }
        p.unlisted = true;
        let preview = match file.media_type {
            MediaType::Jpeg | MediaType::Png | MediaType::Webp | MediaType::Svg => Preview::Picture,
            MediaType::Mp3 => Preview::Sound,
            MediaType::Mp4 => Preview::Film,
            kind if kind.can_be_shown() => Preview::Opened,
            _ => Preview::None,
        };
        let owner = Link::new(ctx.path(&crate::features::organisations::path(file.organisation)), owner);
        let address = path(&file);
        let picture = thumbnail_path(&file).unwrap_or_else(|| address.clone());
        Self { p, address, picture, file, owner, preview, decision: None }
    }
}
