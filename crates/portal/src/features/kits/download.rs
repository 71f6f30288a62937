//! A kit to take away: every text as a page and as plain text, its files, and an index that says of each where it is from.
//! It is written while it is sent, so a large kit takes no more memory than a small one.

use super::model::Kit;
use super::zip::Archive;
use crate::features::documents::{self, Head};
use crate::features::files::{self, File};
use crate::features::organisations;
use crate::web::inserts::{resolve, resolve_plain};
use crate::web::{App, Ctx, Error, markdown};
use askama::Template;
use axum::body::Body;
use axum::response::Response;
use bytes::Bytes;
use futures_util::{StreamExt, stream};
use http::HeaderValue;
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use platform::db::ReadTx;
use platform::lang::Lang;
use tokio::sync::mpsc::Sender;

/// What the files of one download may have together.
const MOST_BYTES: u64 = 1_000_000_000;

/// A text of the kit with all that stands in the index.
pub struct Item {
    /// The beginning of its names: `03-before-you-leave`.
    pub name: String,
    pub lang: Lang,
    pub title: String,
    pub summary: String,
    pub html: String,
    pub plain: String,
    /// Organisation, level, edition, date in words.
    pub source: String,
    pub address: String,
    pub files: Vec<(String, File)>,
}

#[derive(Template)]
#[template(path = "features/kits/pages/download_index.html")]
struct Index<'a> {
    lang: Lang,
    title: &'a str,
    introduction: String,
    note: String,
    address: &'a str,
    items: &'a [Item],
    left_out: &'a [String],
}

#[derive(Template)]
#[template(path = "features/kits/pages/download_text.html")]
struct Text<'a> {
    item: &'a Item,
}

/// Everything but the bytes of files, which come while the archive is written.
pub struct Download {
    name: String,
    texts: Vec<(String, String)>,
    files: Vec<(String, File)>,
}

impl Download {
    pub async fn load(ctx: &Ctx, tx: &mut ReadTx, kit: &Kit) -> Result<Download, Error> {
        let l = ctx.l();
        let ids = super::store::items(tx, kit.id).await?;
        let heads = documents::heads(tx, &ids).await?;
        let heads: Vec<&Head> =
            ids.iter().filter_map(|id| documents::head_for(&heads, *id, ctx.lang)).collect();
        let editions: Vec<_> = heads.iter().map(|head| head.edition).collect();
        let (bodies, of_editions) = match editions.as_slice() {
            [] => (Vec::new(), Vec::new()),
            some => (documents::bodies(tx, some).await?, documents::files_of(tx, some).await?),
        };
        let file_ids: Vec<_> = of_editions.iter().map(|(_, file)| *file).collect();
        let known = if file_ids.is_empty() { Vec::new() } else { files::get(tx, &file_ids).await? };
        let of: Vec<_> = heads.iter().map(|head| head.organisation).collect();
        let names = if of.is_empty() { Default::default() } else { organisations::names(tx, &of).await? };
        let (mut items, mut left_out, mut total) = (Vec::new(), Vec::new(), 0);
        for (place, head) in (1..).zip(heads) {
            let name = format!("{place:02}-{}", slug(&head.title));
            let body =
                bodies.iter().find(|(id, _)| *id == head.edition).map_or("", |(_, body)| body.as_str());
            let mut own = Vec::new();
            let ids = of_editions.iter().filter(|(edition, _)| *edition == head.edition);
            for file in ids.filter_map(|(_, id)| known.iter().find(|it| it.id == *id && it.public)) {
                if total + file.size > MOST_BYTES {
                    left_out.push(ctx.app.url(&files::path(file)));
                } else {
                    total += file.size;
                    own.push((
                        format!("{name}/{:02}-{}", own.len() + 1, file_name(&file.name)),
                        file.clone(),
                    ));
                }
            }
            let organisation = names.get(&head.organisation).map(|name| name.get(ctx.lang).as_str());
            let args = [
                ("organisation", organisation.unwrap_or_default().into()),
                ("level", documents::level_badge(head.level, l).words.into()),
                ("number", head.number.into()),
                ("date", l.date(head.published_at).into()),
                ("language", head.language.own_name().into()),
            ];
            items.push(Item {
                lang: head.language,
                title: head.title.clone(),
                summary: resolve_plain(&ctx.app, head.language, &head.summary).into_owned(),
                html: ctx.app.html(head.language, body),
                plain: markdown::to_text(&resolve(&ctx.app, head.language, body)),
                source: l.f("kits-download-source", &args),
                address: ctx.app.url(&head.path()),
                files: own,
                name,
            });
        }
        let title = kit.details.title.get(ctx.lang);
        let address = ctx.app.url(&ctx.path(&super::path(kit.id)));
        let introduction = kit.details.introduction.get(ctx.lang);
        let index = Index {
            lang: ctx.lang,
            title,
            introduction: ctx.app.html(ctx.lang, introduction),
            note: l.t("kits-download-note").into_owned(),
            address: &address,
            items: &items,
            left_out: &left_out,
        };
        let mut plain =
            format!("{title}\n{address}\n\n{}\n\n", resolve_plain(&ctx.app, ctx.lang, introduction));
        let mut texts = vec![("index.html".to_owned(), index.render()?)];
        let mut files = Vec::new();
        for item in items {
            plain += &format!("{}.txt\n{}\n{}\n{}\n", item.name, item.title, item.source, item.address);
            for (name, _) in &item.files {
                plain += &format!("{name}\n");
            }
            plain.push('\n');
            texts.push((format!("{}.html", item.name), Text { item: &item }.render()?));
            let parts = [&item.title, &item.summary, &item.plain, &item.source, &item.address];
            let parts: Vec<&str> =
                parts.into_iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
            texts.push((format!("{}.txt", item.name), parts.join("\n\n") + "\n"));
            files.extend(item.files);
        }
        for address in &left_out {
            plain += &format!("{address}\n");
        }
        texts.insert(1, ("index.txt".to_owned(), plain));
        Ok(Download { name: format!("kit-{}-{}.zip", kit.id, ctx.lang), texts, files })
    }

    /// The answer; what is not sent yet is not made yet.
    pub fn respond(self, app: &App) -> Response {
        let (sender, receiver) = tokio::sync::mpsc::channel(2);
        let disposition = format!("attachment; filename=\"{}\"", self.name);
        let app = app.clone();
        tokio::spawn(async move {
            // Whoever stops reading ends it; a file that cannot be read cuts the archive, which the reader's program reports.
            if let Err(error) = self.send(&app, &sender).await {
                tracing::warn!(%error, "a kit could not be sent whole");
                let _ = sender.send(Err(std::io::Error::other("cut"))).await;
            }
        });
        let pieces =
            stream::unfold(receiver, |mut receiver| async move { Some((receiver.recv().await?, receiver)) });
        let mut response = Response::new(Body::from_stream(pieces));
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/zip"));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
        let disposition = HeaderValue::from_str(&disposition).expect("the name is plain ASCII");
        headers.insert(CONTENT_DISPOSITION, disposition);
        response
    }

    async fn send(self, app: &App, sender: &Sender<std::io::Result<Bytes>>) -> anyhow::Result<()> {
        let mut archive = Archive::default();
        for (name, text) in self.texts {
            put(sender, archive.begin(&name)).await?;
            put(sender, archive.data(text.as_bytes())).await?;
            put(sender, archive.end()).await?;
        }
        for (name, file) in self.files {
            put(sender, archive.begin(&name)).await?;
            let mut content = app.files.get(&file.sha256, None).await?;
            while let Some(piece) = content.next().await {
                put(sender, archive.data(&piece?)).await?;
            }
            put(sender, archive.end()).await?;
        }
        put(sender, archive.finish()).await
    }
}

async fn put(sender: &Sender<std::io::Result<Bytes>>, bytes: Vec<u8>) -> anyhow::Result<()> {
    Ok(sender.send(Ok(bytes.into())).await?)
}

/// A title as part of a file's name that every system takes.
fn slug(title: &str) -> String {
    let mut out = String::new();
    for c in title.to_lowercase().chars().take(40) {
        if c.is_alphanumeric() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    out.trim_matches('-').to_owned()
}

/// The name under which a file was sent, without what would lead out of its folder.
fn file_name(name: &str) -> String {
    name.chars()
        .map(|c| if c.is_control() || "/\\:*?\"<>|".contains(c) { '_' } else { c })
        .take(100)
        .collect()
}
