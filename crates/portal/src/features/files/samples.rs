//! The section's pages made from samples, for the gallery.

use super::actions::Refused;
use super::cleaning::Report;
use super::content::Unfit;
use super::model::{File, FileId, MediaType};
use super::pages::{ListPage, Listed, NewPage, ShowPage};
use crate::web::{Ctx, FormErrors, GalleryPage, Shell};
use askama::Template;
use platform::actor::OrganisationId;
use platform::clock::Timestamp;

pub fn gallery(ctx: &Ctx) -> Vec<GalleryPage> {
    let shell = |key: &str| Shell::plain(ctx, &ctx.l().t(key));
    let list = |files: Vec<File>, media_type, more| {
        let count = i64::try_from(files.len()).expect("samples are few");
        ListPage::new(ctx, shell("files-title"), Listed { files, count, media_type, more, first: !more })
    };
    let show = |name: &str, public| {
        let file = File { public, ..file(name) };
        ShowPage::new(ctx, Shell::plain(ctx, &file.name), file, "«Жол чырагы» коомдук фонду".to_owned())
    };
    let mut refused = FormErrors::default();
    refused.add("file", Refused::Unfit(Unfit::OtherType).in_words(&ctx.app, ctx.l()).unwrap_or_default());
    vec![
        page("files-list", &list(NAMES.iter().map(|name| file(name)).collect(), None, true)),
        page("files-list-empty", &list(Vec::new(), None, false)),
        page("files-list-filtered", &list(Vec::new(), Some(MediaType::Mp3), false)),
        page("files-new", &NewPage::new(ctx, shell("files-new-title"), FormErrors::default())),
        page("files-new-refused", &NewPage::new(ctx, shell("files-new-title"), refused)),
        page("files-show-picture", &show(NAMES[0], true)),
        page("files-show-document", &show(NAMES[1], false)),
        page("files-show-cleaned", &cleaned(ctx)),
        page("files-show-text", &show(NAMES[2], true)),
        page("files-show-sound", &show("Радио үчүн кайрылуу.mp3", true)),
        page("files-show-film", &show("Үч суроо.mp4", true)),
    ]
}

/// Just uploaded: its sender sees what was taken out and what is left.
fn cleaned(ctx: &Ctx) -> ShowPage {
    const FOUND: &str = r#"{"removed":{"author":1,"comments":2,"place":1},"warnings":{"hidden-sheets":1}}"#;
    let file = File { public: false, confirmed: false, report: Report::parse(FOUND), ..file(NAMES[1]) };
    let owner = "«Жол чырагы» коомдук фонду".to_owned();
    ShowPage::new(ctx, Shell::plain(ctx, &file.name), file, owner).deciding(ctx)
}

const NAMES: [&str; 3] = [
    "Плакат, автовокзал.jpg",
    "Ош облусу боюнча журналисттер үчүн окуунун жыйынтыгы жана кийинки кадамдардын толук планы — 2026.docx",
    "Эскерме, чет өлкөгө чыгар алдында.pdf",
];

fn page(name: &'static str, page: &impl Template) -> GalleryPage {
    GalleryPage { name, html: page.render().expect("samples render") }
}

pub fn file(name: &str) -> File {
    let (name, media_type) = super::model::clean_name(name).expect("samples have good names");
    File {
        id: FileId::from(1_234_567_890_123),
        name,
        media_type,
        size: 1_432_100,
        sha256: *b"Birge: together, one word, many!",
        organisation: OrganisationId::from(1_234_567),
        uploaded_at: Timestamp(1_795_402_800_000),
        public: true,
        report: Report::default(),
        confirmed: true,
        thumbnail: None,
    }
}
