//! The glossary of the sample world, which is the country's own, and the section's pages made from a term of it.

use super::actions;
use super::forms::TermForm;
use super::memory;
use super::model::{Confidence, Form, FormId, Manner, Mistake, Term, TermId};
use super::pages::{form_page, index_page, show_page};
use super::store;
use crate::features::members;
use crate::seed::Plan;
use crate::web::{App, Ctx, FormErrors, GalleryPage, HistoryEntry, Names, SetUp, Shell, Viewer};
use anyhow::Context as _;
use askama::Template;
use platform::actor::{Actor, Member, MemberId, OrganisationId, Role};
use platform::clock::Timestamp;
use platform::lang::{Lang, Localized};

/// A known term that the sample world lacks, so that there is something to load.
const LACKING: &str = "migrants-day";
/// A term of which a member confirmed a form.
const CONFIRMED: (&str, &str) = ("referral", "nargiza");

pub async fn seed(app: &App, plan: &Plan) -> anyhow::Result<()> {
    let seed = Actor::System("seed");
    let mut tx = app.db.write(&seed).await?;
    actions::load_known_but(&mut tx, &[LACKING]).await?;
    tx.commit().await?;
    let (key, person) = CONFIRMED;
    let mut tx = app.db.read().await?;
    let person = members::person(&mut tx, plan.id(&format!("person:{person}"))?).await?;
    let person = person.context("who confirms is a member")?;
    let term = store::by_key(&mut tx, &seed, key).await?.context("the term was just loaded")?;
    drop(tx);
    let member = Member {
        id: person.id,
        organisation: person.organisation,
        role: person.role,
        language: person.language,
    };
    let mut tx = app.db.write(&Actor::Member(member)).await?;
    for form in term.forms.iter().filter(|form| !form.is_shown()) {
        actions::confirm(&mut tx, key, form.id).await?;
    }
    tx.commit().await?;
    memory::load(app).await
}

/// A summer day of 2026.
const AT: Timestamp = Timestamp(1_782_900_000_000);

/// A term with forms of every manner and every standing.
pub fn example() -> Term {
    let form = |id: i64, language, words: &str, manner, reason: &str, confidence, confirmed: bool| Form {
        id: FormId::from(id),
        language,
        words: words.into(),
        manner,
        reason: reason.into(),
        confidence,
        confirmed: confirmed.then(|| (AT, MemberId::from(7))),
    };
    let (high, medium, low) = (Confidence::High, Confidence::Medium, Confidence::Low);
    let (say, also, avoid) = (Manner::Preferred, Manner::Also, Manner::Avoid);
    Term {
        id: TermId::from(1),
        key: "trafficking".into(),
        definition: Localized {
            ky: "Адамды алдап же мажбурлап, анын эсебинен пайда көрүү. Бул — кылмыш.".into(),
            ru: "Когда человека обманом или силой удерживают, чтобы наживаться на нём. Это преступление."
                .into(),
            en: "Holding a person by deceit or force in order to exploit them. It is a crime.".into(),
        },
        explained: true,
        version: 3,
        created_at: AT,
        forms: vec![
            form(1, Lang::Ky, "адам сатуу", say, "", high, false),
            form(2, Lang::Ky, "адамдарды сатуу", also, "", medium, false),
            form(3, Lang::Ky, "адам менен соодалашуу", also, "", low, false),
            form(4, Lang::Ky, "адам саттыруу", also, "", low, true),
            form(5, Lang::Ky, "кулчулук", avoid, "Мыйзамда башкача айтылат.", high, false),
            form(6, Lang::Ru, "торговля людьми", say, "", high, false),
            form(7, Lang::Ru, "рабство", avoid, "Так говорят люди, но в законе иначе.", high, false),
            form(8, Lang::En, "trafficking in persons", say, "", high, false),
            form(9, Lang::En, "human trafficking", also, "", high, false),
        ],
    }
}

/// One that has no Kyrgyz word yet that readers may see.
fn waiting() -> Term {
    let forms = example().forms.into_iter().filter(|form| [3, 6, 8].contains(&form.id.get())).collect();
    let (id, key) = (TermId::from(2), "waiting".to_owned());
    Term { id, key, definition: Localized::default(), explained: false, forms, ..example() }
}

fn chair(ctx: &Ctx) -> Ctx {
    let (id, organisation) = (MemberId::from(7), OrganisationId::from(1));
    let member = Member { id, organisation, role: Role::Chair, language: ctx.lang };
    let (name, csrf, session) = ("Наргиза".to_owned(), "sample".to_owned(), 1);
    ctx.as_viewer(Viewer { member, name, csrf, session, fresh: true, set_up: SetUp::Done })
}

pub fn gallery(ctx: &Ctx) -> Vec<GalleryPage> {
    let (l, chair) = (ctx.l(), chair(ctx));
    let index = |ctx: &Ctx, terms: &[Term], q: &str, known| {
        index_page(ctx, Shell::plain(ctx, &l.t("glossary-title")), terms, q.to_owned(), known)
    };
    let history = vec![HistoryEntry {
        seq: 1,
        actor: "Наргиза".into(),
        href: None,
        sentence: l.f(
            "glossary-event-confirmed",
            &[("actor", "Наргиза".into()), ("form", "адам саттыруу".into()), ("name", "адам сатуу".into())],
        ),
        at: l.date_time(AT),
        iso: l.iso(AT),
    }];
    let names: Names = [(MemberId::from(7), "Наргиза".to_owned())].into_iter().collect();
    let show = |ctx: &Ctx, term: &Term, history| {
        show_page(ctx, Shell::plain(ctx, term.name_or_other(ctx.lang).1), term, &names, history)
    };
    let mut errors = FormErrors::default();
    for mistake in [
        Mistake::Key,
        Mistake::SayMissing(Lang::Ky),
        Mistake::ReasonMissing(Lang::Ru),
        Mistake::DefinitionMissing(Lang::En),
    ] {
        let (field, key) = mistake.words();
        errors.add(field, l.t(key));
    }
    let form = |is_new, form, errors| {
        let title = l.t(if is_new { "glossary-new" } else { "glossary-edit" });
        form_page(&chair, Shell::plain(&chair, &title), is_new, form, errors)
    };
    vec![
        page("glossary-index", &index(ctx, &[example().as_shown(), waiting().as_shown()], "", 0)),
        page("glossary-index-members", &index(&chair, &[example(), waiting()], "", 2)),
        page("glossary-index-nothing", &index(ctx, &[], "жок", 0)),
        page("glossary-show", &show(ctx, &example().as_shown(), Vec::new())),
        page("glossary-show-members", &show(&chair, &example(), history)),
        page("glossary-show-waiting", &show(ctx, &waiting().as_shown(), Vec::new())),
        page("glossary-form-new", &form(true, TermForm::default(), errors)),
        page("glossary-form", &form(false, TermForm::of(example()), FormErrors::default())),
    ]
}

fn page(name: &'static str, page: &impl Template) -> GalleryPage {
    GalleryPage { name, html: page.render().expect("a page made from samples") }
}
