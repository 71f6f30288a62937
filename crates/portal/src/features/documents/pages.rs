//! The data of the pages of documents, and how it is put together from rows.

use super::actions::Loaded;
use super::approval::{self, Approval};
use super::fields::pages as fields;
use super::freshness::Care;
use super::model::{DocumentId, Edition, EditionId, Level, State, Text};
use super::policy::{self, Action};
use super::publication::{self, Manner, Withdrawal};
use super::store::{self, Beside, Sibling};
use super::terms::Terms;
use super::{papers, words};
use crate::features::files::{self, File, FileId};
use crate::features::members::Person;
use crate::features::organisations;
use crate::web::diff::Piece;
use crate::web::inserts::{resolve, resolve_plain};
use crate::web::{Choice, Ctx, Error, HistoryEntry, Link, Remarks, Shell, remarks};
use askama::Template;
use platform::actor::{Actor, MemberId, OrganisationId};
use platform::db::ReadTx;
use platform::lang::{L10n, Lang, Localized};
use std::collections::HashMap;

pub(super) type OrganisationNames = HashMap<OrganisationId, Localized<String>>;

pub(super) fn organisation(names: &OrganisationNames, id: OrganisationId, lang: Lang) -> String {
    names.get(&id).map(|name| name.get(lang).clone()).unwrap_or_default()
}

/// The address of an edition for everybody.
pub fn public_path(document: DocumentId, number: i64) -> String {
    format!("/documents/{document}/editions/{number}")
}

pub fn work_path(edition: EditionId) -> String {
    format!("/documents/editions/{edition}")
}

/// A coloured word with its class.
#[derive(Clone, Debug)]
pub struct Badge {
    pub class: &'static str,
    pub words: String,
}

pub fn level_badge(level: Option<Level>, l: &L10n) -> Badge {
    match level {
        Some(level) => Badge { class: level.code(), words: l.t(words::level(level)).into_owned() },
        None => Badge { class: "none", words: l.t("documents-level-none").into_owned() },
    }
}

pub fn state_badge(edition: &Edition, l: &L10n) -> Badge {
    if edition.embargo().is_some() {
        return Badge { class: "embargo", words: l.t("documents-state-embargo").into_owned() };
    }
    Badge { class: edition.state.code(), words: l.t(words::state(edition.state)).into_owned() }
}

#[derive(Clone, Debug)]
pub struct FileLine {
    pub href: String,
    /// The small picture of a picture that everybody may see.
    pub thumbnail: Option<String>,
    pub name: String,
    pub kind: String,
    pub size: String,
    pub id: FileId,
    /// Where its sender looks at what cleaning did, if they have not yet.
    pub check: Option<String>,
}

pub(super) fn file_line(file: &File, href: String, l: &L10n) -> FileLine {
    let kind = file.name.rsplit_once('.').map(|(_, ending)| ending.to_uppercase()).unwrap_or_default();
    let thumbnail = files::thumbnail_path(file).filter(|_| file.public);
    let check = (!file.confirmed).then(|| format!("/{}/files/{}", l.lang, file.id));
    let (name, size) = (file.name.clone(), l.file_size(file.size));
    FileLine { href, thumbnail, name, kind, size, id: file.id, check }
}

/// Where a reader of an edition finds its file. One that is not public is shown at the edition, to those who may see that.
pub(super) fn file_href(ctx: &Ctx, edition: EditionId, file: &File) -> String {
    if file.public {
        files::path(file)
    } else {
        ctx.path(&format!("{}/files/{}", work_path(edition), file.id))
    }
}

pub struct Tab {
    pub lang: Lang,
    pub href: String,
    pub note: String,
    pub current: bool,
}

/// What a reader must know before the text: replaced, withdrawn, not approved yet.
pub struct Banner {
    pub class: &'static str,
    pub text: String,
    pub quote: String,
    pub link: Option<Link>,
}

pub struct Fact {
    pub term: String,
    pub value: String,
    pub badge: Option<Badge>,
    /// Where the value leads.
    pub href: Option<String>,
}

/// A thing the member can do here.
pub struct Deed {
    pub href: String,
    pub label: String,
    pub post: bool,
    pub class: &'static str,
}

/// What only members see of an edition.
pub struct Work {
    pub deeds: Vec<Deed>,
    pub version: i64,
    /// Who approved it and how, for those who may know.
    pub approval: Option<Given>,
    /// Languages that can be begun from here.
    pub begin: Vec<Lang>,
    pub begin_href: String,
    pub history: Vec<HistoryEntry>,
}

/// An approval as those see it who work with it: the person, the way it came, and what proves it.
pub struct Given {
    pub facts: Vec<Fact>,
    pub scan: Option<String>,
}

pub(super) fn given(ctx: &Ctx, approval: &Approval, people: &[Person]) -> Given {
    let l = ctx.l();
    let name = |id: MemberId| match people.iter().find(|person| person.id == id) {
        Some(person) => person.name.clone(),
        None => l.t("web-former-member").into_owned(),
    };
    let fact =
        |key: &str, value: String| Fact { term: l.t(key).into_owned(), value, badge: None, href: None };
    let mut facts = vec![
        fact("documents-given-by", name(approval.approved_by)),
        fact("documents-given-how", words::channel(approval.channel, l)),
        fact("documents-given-when", l.date_time(approval.approved_at)),
    ];
    if approval.recorded_by != approval.approved_by {
        facts.push(fact("documents-given-recorded-by", name(approval.recorded_by)));
        facts.push(fact("documents-given-recorded-at", l.date_time(approval.recorded_at)));
    }
    if !approval.note.is_empty() {
        facts.push(fact("documents-note", approval.note.clone()));
    }
    let path = format!("{}/recorded-approval/scan", work_path(approval.edition));
    Given { facts, scan: approval.scan.map(|_| ctx.path(&path)) }
}

#[derive(Template)]
#[template(path = "features/documents/pages/show.html")]
pub struct Show {
    pub p: Shell,
    pub content_lang: Lang,
    pub kind: String,
    pub heading: String,
    pub badge: Option<Badge>,
    pub level: Option<Badge>,
    pub organisation: String,
    pub date: Option<(String, String)>,
    pub banner: Option<Banner>,
    pub tabs: Vec<Tab>,
    pub summary: String,
    pub html: String,
    pub fields: fields::Shown,
    pub source_line: String,
    pub share: Option<String>,
    pub files: Vec<FileLine>,
    /// The text on paper, each with its language.
    pub papers: Vec<Link>,
    /// The code of the text, and where it is checked.
    pub code: Option<Link>,
    pub facts: Vec<Fact>,
    pub earlier: Vec<Link>,
    /// Where other sections use it.
    pub used: Vec<Link>,
    /// How fresh it is, for members.
    pub care: Option<Care>,
    /// Where partners take it for their own pages.
    pub snippet: Option<String>,
    /// What members should know of the text; nothing for readers.
    pub remarks: Vec<Remarks>,
    pub work: Option<Work>,
}

/// Everything of one edition that pages show, loaded together.
pub(super) struct Full {
    pub loaded: Loaded,
    pub files: Vec<File>,
    pub approval: Option<Approval>,
    pub withdrawal: Option<Withdrawal>,
    pub emergency: Option<String>,
    pub siblings: Vec<Sibling>,
    pub names: OrganisationNames,
    pub tags: Vec<(String, String)>,
    /// What the fields of the text refer to.
    pub field_names: fields::Names,
}

impl Full {
    pub async fn load(tx: &mut ReadTx, actor: &Actor, edition: Edition) -> Result<Full, Error> {
        let id = edition.id;
        let Beside { supporters, tags, files: file_ids } = store::beside(tx, edition.document, id).await?;
        let files = if file_ids.is_empty() { Vec::new() } else { files::get(tx, &file_ids).await? };
        let approval = match edition.level {
            Some(_) => approval::store::approval(tx, id).await?,
            None => None,
        };
        let withdrawal = match edition.state {
            State::Withdrawn | State::Removed => publication::store::withdrawal(tx, id).await?,
            _ => None,
        };
        let emergency = match edition.approval_due_at {
            Some(_) => publication::store::emergency(tx, id).await?,
            None => None,
        };
        let siblings = store::siblings(tx, actor, edition.document).await?;
        let mut organisations = vec![edition.organisation];
        organisations.extend(&supporters);
        organisations.extend(approval.as_ref().map(|approval| approval.body));
        let names = organisations::names(tx, &organisations).await?;
        let field_names = fields::Names::load(tx, edition.kind, &[&edition.text]).await?;
        let loaded = Loaded { edition, supporters };
        Ok(Full { loaded, files, approval, withdrawal, emergency, siblings, names, tags, field_names })
    }

    pub fn tabs(&self, ctx: &Ctx, working: bool) -> Vec<Tab> {
        let l = ctx.l();
        let edition = &self.loaded.edition;
        let highest =
            self.siblings.iter().filter(|it| it.state == State::Published).map(|it| it.number).max();
        let tab = |lang: Lang| {
            // The newest edition of the language that this actor may see; for guests the current one.
            let mut known = self.siblings.iter().filter(|it| it.language == lang);
            let shown =
                if working { known.next_back() } else { known.find(|it| it.state == State::Published) };
            let current = lang == edition.language;
            match shown {
                None if working => None,
                None => Some(Tab {
                    lang,
                    href: format!("/{lang}/documents/{}", edition.document),
                    note: l.t("documents-tab-missing").into_owned(),
                    current,
                }),
                Some(sibling) => {
                    let behind =
                        sibling.state == State::Published && highest.is_some_and(|it| it > sibling.number);
                    let key = if behind { "documents-tab-behind" } else { "documents-tab-edition" };
                    let mut note = l.f1(key, "number", sibling.number);
                    if sibling.state != State::Published {
                        note = l.t(words::state(sibling.state)).into_owned();
                    }
                    let href = if working {
                        ctx.path(&work_path(sibling.id))
                    } else {
                        format!("/{lang}/documents/{}", edition.document)
                    };
                    Some(Tab { lang, href, note, current })
                }
            }
        };
        Lang::ALL.into_iter().filter_map(tab).collect()
    }

    pub fn banner(&self, ctx: &Ctx) -> Option<Banner> {
        let (l, edition) = (ctx.l(), &self.loaded.edition);
        let banner = |class, text: String, quote: &str, link| {
            Some(Banner { class, text, quote: quote.to_owned(), link })
        };
        let current =
            self.siblings.iter().find(|it| it.language == edition.language && it.state == State::Published);
        match edition.state {
            State::Superseded => {
                let when = edition.superseded_at.map(|at| l.date(at)).unwrap_or_default();
                let link = current.map(|current| {
                    let label = l.f(
                        "documents-replaced-by",
                        &[("number", current.number.into()), ("title", current.title.as_str().into())],
                    );
                    Link::new(format!("/{}/documents/{}", edition.language, edition.document), label)
                });
                banner("warn", l.f1("documents-replaced-on", "date", when), "", link)
            }
            State::Withdrawn | State::Removed => {
                let withdrawal = self.withdrawal.as_ref();
                let removed = withdrawal.is_some_and(|it| it.manner == Manner::Removed);
                let key = if removed { "documents-removed-on" } else { "documents-withdrawn-on" };
                let when = withdrawal.map(|it| l.date(it.withdrawn_at)).unwrap_or_default();
                banner("error", l.f1(key, "date", when), withdrawal.map_or("", |it| &it.reason), None)
            }
            State::Published if edition.approval_due_at.is_some() => {
                let reason = self.emergency.as_deref().unwrap_or_default();
                banner("warn", l.t("documents-emergency-banner").into_owned(), reason, None)
            }
            _ => None,
        }
    }

    /// The text as people read it: with what stands for its references now. Its fields stand beside it.
    pub fn as_read(&self, ctx: &Ctx) -> Text {
        let Text { title, summary, body, .. } = &self.loaded.edition.text;
        let lang = self.loaded.edition.language;
        Text {
            title: title.clone(),
            summary: resolve_plain(&ctx.app, lang, summary).into_owned(),
            body: resolve(&ctx.app, lang, body).into_owned(),
            ..Text::default()
        }
    }

    /// The line that goes with a copied text: title, level, edition, address.
    pub fn source_line(&self, ctx: &Ctx) -> String {
        let (l, edition) = (ctx.l(), &self.loaded.edition);
        let address =
            ctx.app.url(&format!("/{}{}", edition.language, public_path(edition.document, edition.number)));
        l.f(
            "documents-source-line",
            &[
                ("organisation", organisation(&self.names, edition.organisation, edition.language).into()),
                ("level", level_badge(edition.level, l).words.into()),
                ("number", edition.number.into()),
                ("address", address.into()),
            ],
        )
    }

    /// The page of this edition; `work` holds what only members see.
    pub fn show(self, ctx: &Ctx, mut p: Shell, work: Option<Work>) -> Show {
        let l = ctx.l();
        let edition = &self.loaded.edition;
        let heading = match edition.state {
            _ if edition.text.title.is_empty() => l.t("documents-untitled").into_owned(),
            State::Superseded => l.f1("documents-replaced-title", "title", edition.text.title.as_str()),
            State::Withdrawn => l.f1("documents-withdrawn-title", "title", edition.text.title.as_str()),
            _ => edition.text.title.clone(),
        };
        p.title.clone_from(&heading);
        let public = edition.state.is_public();
        let share = public.then(|| {
            ctx.app.url(&format!("/{}{}", edition.language, public_path(edition.document, edition.number)))
        });
        let href = |file: &File| file_href(ctx, edition.id, file);
        Show {
            content_lang: edition.language,
            kind: l.t(words::kind(edition.kind)).into_owned(),
            heading,
            badge: (edition.state != State::Published).then(|| state_badge(edition, l)),
            level: (public || edition.level.is_some()).then(|| level_badge(edition.level, l)),
            organisation: organisation(&self.names, edition.organisation, l.lang),
            date: edition.published_at.map(|at| (l.iso(at), l.date(at))),
            banner: self.banner(ctx),
            tabs: self.tabs(ctx, work.is_some()),
            summary: self.as_read(ctx).summary,
            html: ctx.app.explained_html(edition.language, &edition.text.body),
            fields: fields::shown(ctx, &self, ctx.member().is_some(), &href),
            remarks: match &work {
                Some(_) => remarks(ctx, edition.language, &edition.in_words()),
                None => Vec::new(),
            },
            source_line: self.source_line(ctx),
            share,
            files: self.files.iter().map(|file| file_line(file, href(file), l)).collect(),
            papers: papers::links(edition, l),
            code: papers::code(edition).map(|code| papers::code_link(ctx, code)),
            facts: self.facts(l, &Terms::of(&ctx.app)),
            earlier: Vec::new(),
            used: Vec::new(),
            care: None,
            snippet: (edition.state == State::Published)
                .then(|| format!("/{}/documents/{}/snippet", edition.language, edition.document)),
            work,
            p,
        }
    }
}

/// `2026-11-23` as people write it.
pub(super) fn iso_date(text: &str, l: &L10n) -> String {
    match l.parse_local_input(&format!("{text}T12:00")) {
        Some(at) => l.date(at),
        None => text.to_owned(),
    }
}

/// What this member can do with an edition, the most likely first.
pub(super) fn deeds(ctx: &Ctx, loaded: &Loaded) -> Vec<Deed> {
    let (l, actor, edition) = (ctx.l(), ctx.actor(), &loaded.edition);
    let base = ctx.path(&work_path(edition.id));
    let can = |action| policy::can(&actor, action, &loaded.context()).is_ok();
    let mut deeds = Vec::new();
    let mut add = |wanted: bool, suffix: &str, label: &str, post: bool, class: &'static str| {
        if wanted {
            let href = format!("{base}/{suffix}");
            deeds.push(Deed { href, label: l.t(label).into_owned(), post, class });
        }
    };
    let state = edition.state;
    add(edition.awaits_approval() && can(Action::Approve), "approval", "documents-do-decide", false, "");
    add(state.is_editable() && can(Action::Edit), "edit", "documents-do-edit", false, "");
    add(state == State::Approved && can(Action::Publish), "publication", "documents-do-publish", false, "");
    add(
        edition.awaits_approval() && can(Action::RecordApproval),
        "recorded-approval",
        "documents-do-record",
        false,
        "second",
    );
    let open = matches!(state, State::Submitted | State::Approved);
    add(open && can(Action::TakeBack), "submission/removal", "documents-do-take-back", true, "second");
    add(
        state == State::Approved && can(Action::TakeApprovalBack),
        "approval/removal",
        "documents-do-take-approval-back",
        true,
        "second",
    );
    add(
        state == State::Submitted && can(Action::PublishInEmergency),
        "emergency",
        "documents-do-emergency",
        false,
        "second",
    );
    add(state.is_public() && can(Action::Withdraw), "withdrawal", "documents-do-withdraw", false, "second");
    deeds
}

#[derive(Template)]
#[template(path = "features/documents/pages/missing.html")]
pub struct Missing {
    pub p: Shell,
    pub heading: String,
    pub kind: String,
    pub others: Vec<(Lang, Link)>,
}

#[derive(Template)]
#[template(path = "features/documents/pages/changes.html")]
pub struct Changes {
    pub p: Shell,
    pub heading: String,
    pub from: i64,
    pub to: i64,
    pub pieces: Vec<Piece>,
    pub back: Link,
    pub content_lang: Lang,
    /// The editions to compare, with the two that are compared now.
    pub earlier: Vec<Choice>,
    pub later: Vec<Choice>,
}
