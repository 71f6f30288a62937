//! Fields as people meet them: controls of a form, lines and parts of a page, plain words for differences and mails. All
//! of it follows the declaration of the kind; nothing here knows a kind.

use super::super::face::{self, Title};
use super::super::model::{Edition, Kind, Text};
use super::super::pages::{Full, OrganisationNames, organisation};
use super::kinds::{network_limit, of};
use super::model::{Field, Fields, MOST_ROWS, Mistake, Need, Place, Type, cell, day, document_in, value};
use crate::features::files::{self, File};
use crate::features::organisations;
use crate::web::inserts::resolve_plain;
use crate::web::{App, Ctx, Error};
use platform::db::Query;
use platform::lang::{L10n, Lang};

/// Empty rows that a form offers beyond the filled ones.
const SPARE_ROWS: usize = 2;

/// What the references in some fields are called.
#[derive(Default)]
pub struct Names {
    pub documents: Vec<Title>,
    pub organisations: OrganisationNames,
    pub files: Vec<File>,
}

impl Names {
    /// Of everything that these texts refer to; asks nothing if they refer to nothing.
    pub async fn load(q: &mut impl Query, kind: Kind, texts: &[&Text]) -> Result<Names, Error> {
        let all = |wanted: fn(Type) -> bool| -> Vec<&str> {
            texts.iter().flat_map(|text| text.fields.references(kind, wanted)).collect()
        };
        let documents: Vec<_> =
            all(|shape| matches!(shape, Type::Document)).into_iter().filter_map(document_in).collect();
        let keepers: Vec<_> = all(|shape| matches!(shape, Type::Organisation))
            .into_iter()
            .filter_map(|id| id.parse().ok())
            .collect();
        let attached: Vec<_> =
            all(|shape| matches!(shape, Type::File)).into_iter().filter_map(|id| id.parse().ok()).collect();
        let mut names = Names { documents: face::titles(q, &documents).await?, ..Names::default() };
        if !keepers.is_empty() {
            names.organisations = organisations::names(q, &keepers).await?;
        }
        if !attached.is_empty() {
            names.files = files::get(q, &attached).await?;
        }
        Ok(names)
    }
}

/// A value in words, for one line. A reference that leads nowhere is shown as it was typed.
fn words(app: &App, l: &L10n, lang: Lang, field: &Field, value: &str, names: &Names) -> String {
    let known = match field.shape {
        Type::Day => day(value).map(|day| l.day(day)),
        Type::Choice(codes) => {
            codes.iter().find(|(code, _)| *code == value).map(|(_, key)| l.t(key).into_owned())
        }
        Type::Document => document_in(value)
            .and_then(|id| face::title_in(&names.documents, id, lang))
            .map(|title| title.title.clone()),
        Type::File => {
            names.files.iter().find(|file| file.id.to_string() == value).map(|file| file.name.clone())
        }
        Type::Organisation => value
            .parse()
            .ok()
            .map(|id| organisation(&names.organisations, id, l.lang))
            .filter(|name| !name.is_empty()),
        Type::Line | Type::Paragraph => Some(resolve_plain(app, lang, value).into_owned()),
        Type::Link | Type::Rows(_) => None,
    };
    known.unwrap_or_else(|| value.to_owned())
}

/// The whole text with its fields in plain words, each after its label: what differences compare.
pub fn plain(app: &App, l: &L10n, lang: Lang, kind: Kind, text: &Text, names: &Names) -> String {
    let mut parts: Vec<String> = [&text.title, &text.summary, &text.body].map(Clone::clone).to_vec();
    parts.extend(
        labelled(app, l, lang, kind, &text.fields, names, false)
            .map(|(label, words)| format!("{label}: {words}")),
    );
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

/// The fields as Markdown, for the mail in which an approver reads the text, and for papers. `public` leaves out what only
/// members see.
pub fn markdown(app: &App, l: &L10n, edition: &Edition, names: &Names, public: bool) -> String {
    let Edition { language, kind, text, .. } = edition;
    let lines = labelled(app, l, *language, *kind, &text.fields, names, public);
    lines.map(|(label, words)| format!("**{label}:** {words}")).collect::<Vec<_>>().join("\n\n")
}

/// What the fields of a kind are called.
pub fn labels(l: &L10n, kind: Kind) -> impl Iterator<Item = String> {
    of(kind).iter().map(|field| l.t(field.label).into_owned())
}

/// The fields that are filled, in their order: what each is called, and its words.
pub fn labelled(
    app: &App,
    l: &L10n,
    lang: Lang,
    kind: Kind,
    fields: &Fields,
    names: &Names,
    public: bool,
) -> impl Iterator<Item = (String, String)> {
    let mut lines = Vec::new();
    for field in of(kind).iter().filter(|field| !public || field.place != Place::Members) {
        let mut add = |field: &Field, value: &str| {
            if !value.is_empty() {
                lines.push((l.t(field.label).into_owned(), words(app, l, lang, field, value, names)));
            }
        };
        match field.shape {
            Type::Rows(columns) => {
                for row in fields.rows(field.name) {
                    columns.iter().for_each(|column| add(column, value(row, column.name)));
                }
            }
            _ => add(field, fields.get(field.name)),
        }
    }
    lines.into_iter()
}

/// One input of a form, or rows of inputs.
pub struct Control {
    pub name: String,
    pub label: String,
    pub hint: String,
    pub value: String,
    pub shape: Shape,
    /// For a choice: codes and words, the first of them empty.
    pub options: Vec<(String, String)>,
    pub rows: Vec<Row>,
}

pub struct Row {
    pub legend: String,
    pub cells: Vec<Control>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// An `input` of this type.
    Input(&'static str),
    Paragraph,
    Select,
    Rows,
}

/// What a form offers beside what is typed: the files of the text, and everybody who may keep a consent.
pub struct Offered<'a> {
    pub files: &'a [File],
    pub organisations: Vec<(String, String)>,
}

/// The controls for the fields of a kind.
pub fn controls(ctx: &Ctx, edition: &Edition, names: &Names, offered: &Offered<'_>) -> Vec<Control> {
    let form = FormOf { ctx, lang: edition.language, names, offered };
    let fields = &edition.text.fields;
    of(edition.kind)
        .iter()
        .map(|field| match field.shape {
            Type::Rows(columns) => form.rows(field, columns, fields),
            _ => form.control(field, field.name.to_owned(), fields.get(field.name)),
        })
        .collect()
}

/// Whether a kind asks who keeps something.
pub fn asks_for_organisations(kind: Kind) -> bool {
    of(kind).iter().any(|field| matches!(field.shape, Type::Organisation))
}

struct FormOf<'a> {
    ctx: &'a Ctx,
    lang: Lang,
    names: &'a Names,
    offered: &'a Offered<'a>,
}

impl FormOf<'_> {
    fn control(&self, field: &Field, name: String, value: &str) -> Control {
        let l = self.ctx.l();
        let mut hints = Vec::new();
        if !field.hint.is_empty() {
            hints.push(l.t(field.hint).into_owned());
        }
        match field.need {
            Need::Required => hints.push(l.t("documents-fields-needed").into_owned()),
            Need::Either(_) => hints.push(l.t("documents-fields-either").into_owned()),
            Need::Optional => {}
        }
        let mut value = value.to_owned();
        let choose = || (String::new(), l.t("documents-choose").into_owned());
        let mut options = Vec::new();
        let shape = match field.shape {
            Type::Line => Shape::Input("text"),
            Type::Day => Shape::Input("date"),
            Type::Link => Shape::Input("url"),
            Type::Paragraph => Shape::Paragraph,
            Type::Rows(_) => Shape::Rows,
            Type::Document => {
                hints.push(l.t("documents-fields-document-hint").into_owned());
                if let Some(id) = document_in(&value) {
                    if let Some(title) = face::title_in(&self.names.documents, id, self.lang) {
                        hints.push(l.f1("documents-fields-document-found", "title", title.title.as_str()));
                    }
                    value = self.ctx.app.url(&self.ctx.path(&face::path(id)));
                }
                Shape::Input("url")
            }
            Type::Choice(codes) => {
                options.push(choose());
                options.extend(codes.iter().map(|(code, key)| ((*code).to_owned(), l.t(key).into_owned())));
                Shape::Select
            }
            Type::File => {
                options.push(choose());
                options
                    .extend(self.offered.files.iter().map(|file| (file.id.to_string(), file.name.clone())));
                if self.offered.files.is_empty() {
                    hints.push(l.t("documents-fields-attach-first").into_owned());
                }
                Shape::Select
            }
            Type::Organisation => {
                options.push(choose());
                options.extend(self.offered.organisations.iter().cloned());
                Shape::Select
            }
        };
        let (label, hint) = (l.t(field.label).into_owned(), hints.join(" "));
        Control { name, label, hint, value, shape, options, rows: Vec::new() }
    }

    fn rows(&self, field: &Field, columns: &[Field], fields: &Fields) -> Control {
        let filled = fields.rows(field.name);
        let mut control = self.control(field, field.name.to_owned(), "");
        let empty = std::collections::BTreeMap::new();
        for number in 0..(filled.len() + SPARE_ROWS).min(MOST_ROWS) {
            let row = filled.get(number).unwrap_or(&empty);
            let mut cells: Vec<Control> = columns
                .iter()
                .map(|column| {
                    let name = cell(field.name, number, column.name);
                    self.control(column, name, value(row, column.name))
                })
                .collect();
            self.count_letters(&mut cells);
            let legend = format!("{} {}", control.label, number + 1);
            control.rows.push(Row { legend, cells });
        }
        control
    }

    /// How long a post is, and how long its network takes it.
    fn count_letters(&self, cells: &mut [Control]) {
        let network = cells.iter().find(|it| it.name.ends_with("-network")).map(|it| it.value.clone());
        let Some(limit) = network.as_deref().and_then(network_limit) else { return };
        if let Some(post) = cells.iter_mut().find(|it| it.name.ends_with("-post") && !it.value.is_empty()) {
            let count = post.value.chars().count();
            let key =
                if count > limit { "documents-fields-post-too-long" } else { "documents-fields-post-length" };
            post.hint = self.ctx.l().f(key, &[("count", count.into()), ("limit", limit.into())]);
        }
    }
}

/// A line of a page: what it is, what it says, where it leads.
pub struct Line {
    pub term: String,
    pub value: String,
    pub href: Option<String>,
    /// Whether the value is in the language of the text, not of the page.
    pub own_language: bool,
}

/// A longer part of a page, with a heading of its own.
pub struct Part {
    pub title: String,
    /// Rendered, for a paragraph.
    pub html: String,
    pub rows: Vec<ShownRow>,
}

#[derive(Default)]
pub struct ShownRow {
    pub lines: Vec<Line>,
    pub html: String,
    /// The id under which a script finds the text to copy.
    pub copy: String,
    pub picture: Option<Picture>,
}

pub struct Picture {
    pub src: String,
    pub alt: String,
}

/// The fields of a text as its page shows them.
#[derive(Default)]
pub struct Shown {
    pub lines: Vec<Line>,
    pub before: Vec<Part>,
    pub after: Vec<Part>,
    /// For members only.
    pub inside: Vec<Line>,
}

/// The fields of a text for its page; `href` leads to a file, as whoever reads may reach it.
pub fn shown(ctx: &Ctx, full: &Full, for_members: bool, href: &dyn Fn(&File) -> String) -> Shown {
    Page { ctx, names: &full.field_names, files: &full.files, href, for_members }.shown(&full.loaded.edition)
}

/// The same for the gallery, where nothing is loaded.
pub fn sample(ctx: &Ctx, edition: &Edition) -> Shown {
    let names = Names { documents: Vec::new(), ..Names::default() };
    Page { ctx, names: &names, files: &[], href: &|_| "#text".to_owned(), for_members: true }.shown(edition)
}

pub fn sample_controls(ctx: &Ctx, edition: &Edition) -> Vec<Control> {
    controls(ctx, edition, &Names::default(), &Offered { files: &[], organisations: Vec::new() })
}

struct Page<'a> {
    ctx: &'a Ctx,
    names: &'a Names,
    files: &'a [File],
    href: &'a dyn Fn(&File) -> String,
    for_members: bool,
}

impl Page<'_> {
    fn shown(&self, edition: &Edition) -> Shown {
        let mut shown = Shown::default();
        for field in of(edition.kind) {
            if field.place == Place::Members && !self.for_members {
                continue;
            }
            let title = || self.ctx.l().t(field.label).into_owned();
            let part = match field.shape {
                Type::Paragraph => {
                    let text = edition.text.fields.get(field.name);
                    let html = self.html(edition.language, text);
                    (!text.is_empty()).then(|| Part { title: title(), html, rows: Vec::new() })
                }
                Type::Rows(columns) => {
                    let rows = edition.text.fields.rows(field.name).iter().enumerate();
                    let rows: Vec<ShownRow> = rows
                        .map(|(number, row)| {
                            let of = |column: &Field| value(row, column.name).to_owned();
                            self.row(edition, columns, &cell(field.name, number, "text"), of)
                        })
                        .filter(|row| !row.lines.is_empty() || !row.html.is_empty())
                        .collect();
                    (!rows.is_empty()).then(|| Part { title: title(), html: String::new(), rows })
                }
                _ => {
                    let line = self.line(edition.language, field, edition.text.fields.get(field.name));
                    let to = if field.place == Place::Members { &mut shown.inside } else { &mut shown.lines };
                    to.extend(line);
                    None
                }
            };
            let to = if field.place == Place::Before { &mut shown.before } else { &mut shown.after };
            to.extend(part);
        }
        shown
    }

    fn html(&self, lang: Lang, text: &str) -> String {
        self.ctx.app.html(lang, text)
    }

    fn row(
        &self,
        edition: &Edition,
        columns: &[Field],
        id: &str,
        value_of: impl Fn(&Field) -> String,
    ) -> ShownRow {
        let mut shown = ShownRow::default();
        for column in columns {
            let value = value_of(column);
            match column.shape {
                Type::Paragraph => {
                    shown.html = self.html(edition.language, &value);
                    id.clone_into(&mut shown.copy);
                }
                Type::File => {
                    let line = self.line(edition.language, column, &value);
                    let file = self.files.iter().find(|file| file.id.to_string() == value);
                    shown.picture =
                        file.filter(|file| file.public).and_then(files::thumbnail_path).map(|src| {
                            let alt = columns.iter().find(|it| it.name == "alt").map(&value_of);
                            Picture { src, alt: alt.unwrap_or_default() }
                        });
                    shown.lines.extend(line);
                }
                _ => shown.lines.extend(self.line(edition.language, column, &value)),
            }
        }
        shown
    }

    /// Nothing for what is empty, or leads to something that readers cannot open.
    fn line(&self, lang: Lang, field: &Field, value: &str) -> Option<Line> {
        if value.is_empty() {
            return None;
        }
        let (ctx, l) = (self.ctx, self.ctx.l());
        let href = match field.shape {
            Type::Link => Some(value.to_owned()),
            Type::Document => {
                let id = document_in(value)?;
                let title = face::title_in(&self.names.documents, id, lang)?;
                Some(format!("/{}{}", title.language, face::path(id)))
            }
            Type::File => Some((self.href)(self.files.iter().find(|file| file.id.to_string() == value)?)),
            _ => None,
        };
        Some(Line {
            term: l.t(field.label).into_owned(),
            value: words(&ctx.app, l, lang, field, value, self.names),
            href,
            own_language: matches!(field.shape, Type::Line | Type::Document),
        })
    }
}

/// What is wrong with a field, in the reader's language and with the field's name.
pub fn in_words(l: &L10n, mistake: &Mistake) -> String {
    let field = match mistake.row {
        Some(row) => format!("{} ({row})", l.t(mistake.label)),
        None => l.t(mistake.label).into_owned(),
    };
    l.f1(mistake.wrong.message(), "field", field)
}
