//! Questions of the sample world, and the pages of the section made from samples.

use super::events::{self, Facts};
use super::model::{NewQuestion, Question, QuestionId};
use super::pages::{May, Outcome};
use super::routes::{answered_page, ask_page, asked_page, blank_show, index_page, receipt_page, show_page};
use super::store::{self, Asked, Cursor, Listed, Narrowed};
use crate::features::documents::{DocumentId, Title};
use crate::features::members;
use crate::seed::{self, Plan};
use crate::web::{App, Ctx, FormErrors, GalleryPage, Link, Shell};
use anyhow::Context;
use askama::Template;
use platform::actor::{Actor, Member, MemberId};
use platform::clock::Timestamp;
use platform::lang::Lang;
use serde::Deserialize;

const DAY_MS: i64 = 24 * 3600 * 1000;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    question: Vec<Sample>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sample {
    by: Option<String>,
    language: Lang,
    text: String,
    #[serde(default)]
    context: String,
    #[serde(default)]
    region: String,
    #[serde(default)]
    audience: String,
    days_ago: i64,
    /// The folder of the document that answers it.
    answer: Option<String>,
}

pub async fn seed(app: &App, plan: &Plan) -> anyhow::Result<()> {
    let File { question } =
        toml::from_str(&seed::text("questions.toml")?).context("samples/questions.toml")?;
    for sample in question {
        let member = match &sample.by {
            Some(key) => Some(asker(app, plan, key).await?),
            None => None,
        };
        let actor = member.clone().map_or(Actor::Guest, Actor::Member);
        let mut tx = app.db.write(&actor).await?;
        let id: QuestionId = tx.next_id();
        let at = Timestamp(tx.now().0 - sample.days_ago * DAY_MS);
        let Sample { text, context, region, audience, language, .. } = sample;
        let new = NewQuestion { text, context, region, audience };
        new.check().map_err(|mistakes| anyhow::anyhow!("{}: {mistakes:?}", new.text))?;
        let by = member.as_ref().map(|member| (member.id, member.organisation));
        store::insert(&mut tx, id, &Asked { new: &new, language, by, receipt: None, at }).await?;
        let organisation = member.map(|member| member.organisation);
        tx.record(Facts::of(id).event(events::ASKED, organisation));
        if let Some(folder) = sample.answer {
            let document: DocumentId = plan.id(&format!("document:{folder}"))?;
            store::choose(&mut tx, id, Some(document)).await?;
            store::answer(&mut tx, id).await?;
            tx.record(
                Facts { answer: Some(document), ..Facts::of(id) }.event(events::ANSWERED, organisation),
            );
        }
        tx.commit().await?;
    }
    Ok(())
}

async fn asker(app: &App, plan: &Plan, key: &str) -> anyhow::Result<Member> {
    let id: MemberId = plan.id(&format!("person:{key}"))?;
    let person =
        members::person(&mut app.db.read().await?, id).await?.context("a person of the sample world")?;
    Ok(Member { id, organisation: person.organisation, role: person.role, language: person.language })
}

/// A question that no database is needed for.
pub fn example(id: i64) -> Question {
    Question {
        id: id.into(),
        text: "Агентство просит паспорт «на хранение до вылета». Это законно?".into(),
        context: "Обещают вернуть в аэропорту.".into(),
        language: Lang::Ru,
        region: "kg-go".into(),
        audience: String::new(),
        asked_by: None,
        organisation: None,
        asked_at: Timestamp(1_763_000_000_000),
        lead: None,
        assigned_to: None,
        answer: None,
        answered_at: None,
        closed_at: None,
        closed_reason: String::new(),
        grouped: 2,
    }
}

pub fn gallery(ctx: &Ctx) -> Vec<GalleryPage> {
    let l = ctx.l();
    let shell = |title: &str| Shell::plain(ctx, &l.t(title));
    let open = example(1);
    let answered = Question {
        answer: Some(7.into()),
        answered_at: Some(Timestamp(1_763_500_000_000)),
        ..Question {
            text: "Агенттиктин чын экенин кантип текшерсем болот?".into(),
            language: Lang::Ky,
            ..example(2)
        }
    };
    let closed = Question {
        closed_at: Some(Timestamp(1_763_400_000_000)),
        closed_reason: "Вопрос не о нашей теме; лучше спросить в паспортном столе.".into(),
        ..example(3)
    };
    let titles = [Title {
        document: 7.into(), language: Lang::Ru, title: "Как проверить агентство".into()
    }];
    let mut errors = FormErrors::default();
    errors.add("reason", l.t("questions-cannot-no-reason"));
    let all = May { take: true, assign: true, group: true, answer: true, close: true, ..May::default() };
    let around = super::routes::Around {
        alike: vec![example(4)],
        group: vec![example(5), example(6)],
        answers: titles.to_vec(),
        ..Default::default()
    };
    let working = show_page(ctx, Shell::plain(ctx, &open.text), &open, around, all, errors.clone());
    let next = Some(Cursor { at: Timestamp(5), id: 5.into() });
    let rows = [open.clone(), answered.clone()];
    let list = |rows: &[Question], count, next| {
        index_page(
            ctx,
            shell("questions-title"),
            Listed::Open,
            &Narrowed::default(),
            rows,
            Some(count),
            false,
            next,
        )
    };
    let mut missing = FormErrors::default();
    missing.add("text", l.t("questions-text-missing"));
    let mut unknown = FormErrors::default();
    unknown.add("code", l.t("questions-code-unknown"));
    let removed = vec![l.f1("questions-found-phone", "count", 1)];
    let left = NewQuestion { text: "Позвоните мне […]".into(), ..NewQuestion::default() };
    let outcome = Outcome {
        text: answered.text.clone(),
        language: Lang::Ky,
        said: l.t("questions-outcome-answered").into_owned(),
        answer: Some((Link::new("#main", "Как проверить агентство"), Lang::Ru)),
    };
    vec![
        page("questions-index", &list(&rows, 2, next)),
        page("questions-index-empty", &list(&[], 0, None)),
        page(
            "questions-answered",
            &answered_page(ctx, shell("questions-public-title"), vec![answered], &titles, true, next),
        ),
        page(
            "questions-answered-empty",
            &answered_page(ctx, shell("questions-public-title"), Vec::new(), &[], false, None),
        ),
        page("questions-ask", &ask_page(ctx, &NewQuestion::default(), Vec::new(), missing)),
        page("questions-ask-removed", &ask_page(ctx, &left, removed, FormErrors::default())),
        page("questions-asked", &asked_page(ctx, Some("4K7M-Q2XD-09TB".into()))),
        page("questions-asked-full", &asked_page(ctx, None)),
        page("questions-receipt", &receipt_page(ctx, "", Some(outcome), FormErrors::default())),
        page("questions-receipt-unknown", &receipt_page(ctx, "4K7M", None, unknown)),
        page("questions-show", &working),
        page("questions-show-closed", &blank_show(ctx, &closed)),
    ]
}

fn page(name: &'static str, page: &impl Template) -> GalleryPage {
    GalleryPage { name, html: page.render().expect("a page made from samples") }
}
