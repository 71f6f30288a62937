//! Questions over HTTP: asking, what is taken out, grouping, answering, and who is told.

use crate::portal_tests;
use crate::testing::{Browser, Page, TestPortal};
use platform::db::Query;
use platform::params;

const CHAIR: &str = "gulzat@alty-kerege.example";
const CONTRIBUTOR: &str = "nargiza@zhol-chyragy.example";
const READER: &str = "nurlan@office-osh.example";
const APPROVER: &str = "daniyar@ministry.example";

platform::sql! {
    COUNT: "SELECT COUNT(*) FROM questions";
    WITH_TEXT: "SELECT text, context FROM questions WHERE text LIKE ?";
}

async fn count(portal: &TestPortal) -> i64 {
    portal.app.db.read().await.unwrap().one(&COUNT, params![]).await.unwrap().unwrap()
}

/// Asks as this browser and returns the page of the question; for members only.
async fn ask(browser: &Browser, text: &str) -> String {
    let page = browser.get("/ru/questions/ask").await;
    let sent = page.submit(browser, "form[data-question]", &[("text", text)]).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
    sent.location()
}

/// Sends what no page offers this person.
async fn force(browser: &Browser, path: &str, fields: &[(&str, &str)]) -> Page {
    let token = browser.get("/ru/questions/ask").await.attributes("input[name=_csrf]", "value").remove(0);
    browser.post(path, &[&[("_csrf", token.as_str())], fields].concat()).await
}

/// The address of the first question in the list that begins so.
async fn in_list(browser: &Browser, begins: &str) -> String {
    let list = browser.get("/ru/questions").await;
    let (texts, addresses) = (list.texts("ol.docs h2"), list.attributes("ol.docs h2 a", "href"));
    let place = texts.iter().position(|text| text.trim().starts_with(begins));
    addresses[place.unwrap_or_else(|| panic!("{begins} is not among {texts:?}"))].clone()
}

portal_tests! {
    async fn a_stranger_asks_and_finds_the_answer_with_the_code(portal) {
        let guest = portal.guest();
        let page = guest.get("/ru/questions/ask").await;
        let asked = page.submit(&guest, "form[data-question]", &[("text", "Сколько стоит звонок из Казахстана?")]).await;
        assert_eq!(asked.status, 200, "{}", asked.body);
        let code = asked.texts("[data-code]").remove(0).trim().to_owned();
        let look = |code: String| {
            let guest = portal.guest();
            async move {
                let page = guest.get("/ru/questions/receipt").await;
                page.submit(&guest, "form[data-receipt]", &[("code", &code)]).await
            }
        };
        let waits = look(code.to_lowercase()).await;
        assert!(waits.body.contains("Вопрос получен сегодня"), "{}", waits.body);
        assert_eq!(look("0000-0000-0000".into()).await.status, 422);

        let chair = portal.sign_in(CHAIR).await;
        let question = chair.get(&in_list(&chair, "Сколько стоит звонок").await).await;
        let answer = question.attributes("#document option", "value").into_iter().find(|value| !value.is_empty()).unwrap();
        let chosen = question.submit(&chair, "form[data-answer]", &[("document", &answer)]).await;
        assert_eq!(chosen.status, 303, "{}", chosen.body);
        portal.settle().await;
        let answered = look(code).await;
        assert!(answered.body.contains("На ваш вопрос есть ответ"), "{}", answered.body);
        let href = answered.attributes("section.card a.button", "href").remove(0);
        assert_eq!(portal.guest().get(&href).await.status, 200);
        let public = portal.guest().get("/ru/questions").await;
        assert!(public.body.contains("Сколько стоит звонок из Казахстана?"), "{}", public.body);
    }

    async fn what_leads_to_a_person_is_never_kept(portal) {
        let guest = portal.guest();
        let before = count(&portal).await;
        let page = guest.get("/ru/questions/ask").await;
        let entered = [("text", "Позвоните мне +996 555 12-34-56"), ("context", "Я Айгүл, a@mail.example")];
        let back = page.submit(&guest, "form[data-question]", &entered).await;
        assert_eq!(back.status, 422);
        assert!(back.body.contains("1 номер телефона") && back.body.contains("1 адрес почты"), "{}", back.body);
        assert!(!back.body.contains("12-34-56") && !back.body.contains("a@mail.example"), "{}", back.body);
        assert_eq!(count(&portal).await, before);
        // Sent again as it is shown, it is taken.
        let sent = back.submit(&guest, "form[data-question]", &[]).await;
        assert_eq!(sent.status, 200, "{}", sent.body);
        let kept: Vec<(String, String)> =
            portal.app.db.read().await.unwrap().all(&WITH_TEXT, params!["Позвоните%"]).await.unwrap();
        assert_eq!(kept, [("Позвоните мне […]".to_owned(), "Я Айгүл, […]".to_owned())]);
    }

    async fn a_robot_is_thanked_and_nothing_is_kept(portal) {
        let guest = portal.guest();
        let before = count(&portal).await;
        let page = guest.get("/ru/questions/ask").await;
        let sent = page.submit(&guest, "form[data-question]", &[("text", "Купите слона"), ("nickname", "x")]).await;
        assert!(sent.status.is_success());
        assert_eq!(count(&portal).await, before);
    }

    async fn everybody_who_asked_the_same_is_told_once_when_the_answer_is_published(portal) {
        let (reader, writer, chair) =
            (portal.sign_in(READER).await, portal.sign_in(CONTRIBUTOR).await, portal.sign_in(CHAIR).await);
        let first = ask(&reader, "Сколько дней действует разрешение на работу в Корее?").await;
        let second = ask(&writer, "Разрешение на работу в Корее: сколько дней оно действует?").await;
        let page = chair.get(&second).await;
        let lead = first.rsplit('/').next().unwrap();
        assert!(page.attributes("[name=lead]", "value").iter().any(|id| id == lead), "{}", page.body);
        assert_eq!(page.submit(&chair, "form[data-group]", &[("lead", lead)]).await.status, 303);

        let begun = chair.get(&first).await.submit(&chair, "form[data-begin]", &[]).await;
        let edit = begun.location();
        let draft = chair.get(&edit).await;
        assert_eq!(
            draft.attributes("#title", "value"), ["Сколько дней действует разрешение на работу в Корее?"]
        );
        let text = [("body", "Три года."), ("then", "submit"), ("wish", "now")];
        draft.submit(&chair, "form[data-autosave]", &text).await;
        portal.settle().await;
        assert!(chair.get(&first).await.body.contains("Пишется или ждёт"));
        assert!(portal.mails_to(READER).iter().all(|mail| !mail.subject.contains("есть ответ")));

        let approver = portal.sign_in(APPROVER).await;
        let work = edit.strip_suffix("/edit").unwrap();
        let decision = [("decision", "approve"), ("level", "agreed"), ("when", "now")];
        approver.get(&format!("{work}/approval")).await.submit(&approver, "form[data-decision]", &decision).await;
        portal.settle().await;
        for person in [READER, CONTRIBUTOR] {
            let told = portal.mails_to(person).into_iter().filter(|mail| mail.text.contains("/documents/")
                && mail.text.contains("Коре")).count();
            assert_eq!(told, 1, "{person}: {:?}", portal.mails_to(person));
        }
        assert!(chair.get(&first).await.body.contains("Есть ответ"));

        // Withdrawn, it waits again, for everybody to see.
        let withdraw = approver.get(&format!("{work}/withdrawal")).await;
        withdraw.submit(&approver, "main form", &[("reason", "Ошибка в сроке"), ("manner", "withdrawn")]).await;
        portal.settle().await;
        let again = chair.get(&first).await;
        assert!(again.texts(".kicker").remove(0).contains("Открыт"), "{}", again.body);
        assert!(!portal.guest().get("/ru/questions").await.body.contains("Корее"));
    }

    async fn only_who_took_a_question_and_moderators_answer_it(portal) {
        let (reader, writer, chair) =
            (portal.sign_in(READER).await, portal.sign_in(CONTRIBUTOR).await, portal.sign_in(CHAIR).await);
        let question = ask(&reader, "Можно ли работать по туристической визе?").await;
        assert!(reader.get(&question).await.attributes("form[data-take]", "action").is_empty());
        let refused = force(&reader, &format!("{question}/closure"), &[("reason", "x")]).await;
        assert_eq!(refused.status, 403);
        assert!(writer.get(&question).await.attributes("form[data-begin]", "action").is_empty());
        assert_eq!(force(&writer, &format!("{question}/answer/draft"), &[]).await.status, 403);
        writer.get(&question).await.submit(&writer, "form[data-take]", &[]).await;
        assert!(!writer.get(&question).await.attributes("form[data-begin]", "action").is_empty());

        let nobody = chair.get(&question).await.submit(&chair, "form[data-close]", &[("reason", " ")]).await;
        assert_eq!(nobody.status, 409);
        chair.get(&question).await.submit(&chair, "form[data-close]", &[("reason", "Спросите посольство")]).await;
        portal.settle().await;
        let told = portal.mails_to(READER);
        assert!(told.iter().any(|mail| mail.text.contains("Спросите посольство")), "{told:?}");
        let stale = force(&writer, &format!("{question}/answer/draft"), &[]).await;
        assert_eq!(stale.status, 409, "{}", stale.body);
    }

    async fn a_closed_question_is_forgotten_after_half_a_year(portal) {
        let (reader, chair) = (portal.sign_in(READER).await, portal.sign_in(CHAIR).await);
        let question = ask(&reader, "Где купить билет на поезд подешевле?").await;
        chair.get(&question).await.submit(&chair, "form[data-close]", &[("reason", "Не наша тема")]).await;
        let mut tx = portal.app.db.write(&platform::actor::Actor::System("questions")).await.unwrap();
        super::actions::tidy(&mut tx).await.unwrap();
        tx.commit_unrecorded("nothing is old enough").await.unwrap();
        assert!(chair.get(&question).await.body.contains("Где купить билет"));
        portal.clock.advance(181 * 24 * 3600 * 1000);
        let mut tx = portal.app.db.write(&platform::actor::Actor::System("questions")).await.unwrap();
        super::actions::tidy(&mut tx).await.unwrap();
        tx.commit_unrecorded("closed long ago").await.unwrap();
        let kept: Vec<(String, String)> =
            portal.app.db.read().await.unwrap().all(&WITH_TEXT, params!["Где купить%"]).await.unwrap();
        assert_eq!(kept, []);
    }

    async fn the_list_narrows_by_region_and_is_a_csv(portal) {
        let chair = portal.sign_in(CHAIR).await;
        let all = chair.get("/ru/questions").await.texts("ol.docs h2");
        let osh = chair.get("/ru/questions?region=kg-go").await.texts("ol.docs h2");
        assert!(osh.len() < all.len() && osh.len() == 1, "{osh:?} of {all:?}");
        assert_eq!(chair.get("/ru/questions?region=nowhere").await.texts("ol.docs h2"), all);
        let csv = chair.get("/ru/questions/export?region=kg-go").await;
        assert_eq!(csv.body.lines().count(), 2, "{}", csv.body);
        let reader = portal.sign_in(READER).await;
        assert_eq!(reader.get("/ru/questions/export").await.status, 403);
    }
}
