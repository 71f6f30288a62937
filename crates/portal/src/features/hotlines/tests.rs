//! The section as people use it, over HTTP.

use super::actions;
use crate::portal_tests;
use crate::testing::{Browser, Page, TestPortal};
use http::StatusCode;
use platform::actor::Actor;
use platform::lang::Lang;

const GULZAT: &str = "gulzat@alty-kerege.example";
const NARGIZA: &str = "nargiza@zhol-chyragy.example";
const DANIYAR: &str = "daniyar@ministry.example";
const TIMUR: &str = "timur@ministry.example";
const DAY_MS: i64 = 24 * 3600 * 1000;

const TRUST: &str = "+996 000 55 01 77";
const CHILDREN: &str = "000 01 11";

async fn report(browser: &Browser, key: &str, fields: &[(&str, &str)]) -> Page {
    let page = browser.get(&format!("/ru/hotlines/{key}/call")).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    page.submit(browser, "form[data-test-call]", fields).await
}

const ANSWERED: [(&str, &str); 2] = [("outcome", "answered"), ("heard", "Ответили по-киргизски.")];

async fn tell_overdue(portal: &TestPortal) {
    let mut tx = portal.app.db.write(&Actor::System("hotlines")).await.unwrap();
    actions::tell_overdue(&mut tx).await.unwrap();
    tx.commit_unrecorded("a test").await.unwrap();
    portal.settle().await;
}

/// Begins a statement in Russian with this text; returns the address of its draft.
async fn draft(author: &Browser, body: &str) -> String {
    let new = author.get("/ru/documents/new").await;
    let kind = [("kind", "statement"), ("language", "ru"), ("title", "Куда звонить")];
    let edit = new.submit(author, "main form", &kind).await.location();
    let fields = [("body", body), ("then", "save")];
    author.get(&edit).await.submit(author, "form[data-autosave]", &fields).await;
    edit
}

portal_tests! {
    async fn readers_see_confirmed_numbers_only(portal) {
        let guest = portal.guest();
        let page = guest.get("/ru/hotlines").await;
        let numbers = page.texts("main a[href^='tel:']");
        assert_eq!(numbers, [TRUST, "0000 55 01 88"]);
        assert!(page.main().contains("Номер проверен:") && page.main().contains("круглосуточно"), "{}", page.main());
        for hidden in [CHILDREN, "000 09 99", "Invented"] {
            assert!(!page.body.contains(hidden), "{hidden}");
        }
        for (key, status) in [("trust", StatusCode::OK), ("children", StatusCode::NOT_FOUND), ("old-line", StatusCode::NOT_FOUND)] {
            assert_eq!(guest.get(&format!("/ru/hotlines/{key}")).await.status, status, "{key}");
        }
        let member = portal.sign_in(NARGIZA).await.get("/ru/hotlines").await;
        assert!(member.main().contains(CHILDREN) && member.main().contains("Не подтверждена"), "{}", member.main());
    }

    async fn a_line_stands_on_every_page_and_costs_no_statement(portal) {
        let guest = portal.guest();
        for path in ["/ru/", "/ru/documents", "/ru/partners", "/ru/programme", "/ru/sign-in", "/ru/not-there"] {
            let page = guest.get(path).await;
            assert_eq!(page.attributes(".foot a[href^='tel:']", "href"), ["tel:+996000550177"], "{path}");
            let facts = page.texts(".foot .hotline p").join("\n");
            assert!(facts.contains("бесплатно · круглосуточно · кыргызча, русский"), "{facts}");
            assert!(facts.contains("Номер проверен:"), "{facts}");
        }
        let before = portal.app.db.statements_run();
        guest.get("/ru/sign-in").await;
        assert_eq!(portal.app.db.statements_run(), before);
    }

    async fn a_test_call_shows_a_number_on_kept_pages_and_in_texts_at_once(portal) {
        let (chair, guest) = (portal.sign_in(GULZAT).await, portal.guest());
        let kept = guest.get("/ru/partners").await;
        assert!(!kept.body.contains(CHILDREN));
        let edit = chair.get("/ru/hotlines/children/edit").await;
        let wish = edit.submit(&chair, "form[data-line]", &[("place", "1")]).await;
        assert_eq!(wish.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(wish.texts(".error"), ["Сначала укажите стоимость, часы и языки"]);
        let known = [("cost", "free"), ("days", "daily"), ("opens", "8:30"), ("closes", "20:00"), ("language", "ky"), ("place", "2")];
        let saved = wish.submit(&chair, "form[data-line]", &known).await;
        assert_eq!(saved.location(), "/ru/hotlines/children");
        portal.settle().await;
        assert!(!guest.get("/ru/partners").await.body.contains(CHILDREN), "nobody has called it");
        assert!(portal.app.html(Lang::Ru, "{{hotline:children}}").contains(">смотрите, куда позвонить</a>"));

        let unsaid = report(&chair, "children", &[("outcome", "answered"), ("called_at", "2099-01-01T10:00")]).await;
        assert_eq!(unsaid.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(unsaid.texts(".error").len(), 2);
        let done = report(&portal.sign_in(NARGIZA).await, "children", &ANSWERED).await;
        assert!(done.status.is_redirection(), "{}", done.body);
        portal.settle().await;
        let page = guest.get("/ru/partners").await;
        assert_eq!(page.texts(".foot .hotline a"), [TRUST, CHILDREN]);
        assert!(page.body.contains("ежедневно 08:30–20:00"), "{}", page.body);
        let html = portal.app.html(Lang::Ru, "Звоните: {{hotline:children}}.");
        assert!(html.contains(">000 01 11</a> (бесплатно, ежедневно 08:30–20:00).</p>"), "{html}");
        let line = chair.get("/ru/hotlines/children").await;
        assert!(line.main().contains("Ответили по-киргизски.") && line.main().contains("Наргиза Бектемирова"), "{}", line.main());
    }

    async fn another_number_is_hidden_until_it_is_called(portal) {
        let (chair, guest) = (portal.sign_in(GULZAT).await, portal.guest());
        assert!(guest.get("/ru/").await.body.contains(TRUST));
        let stale = chair.get("/ru/hotlines/trust/edit").await;
        let caller = chair.get("/ru/hotlines/trust/call").await;
        let saved = stale.submit(&chair, "form[data-line]", &[("number", "+996 000 55 01 99")]).await;
        portal.settle().await;
        for path in ["/ru/", "/ru/hotlines"] {
            let page = guest.get(path).await;
            let either = page.body.contains("55 01 77") || page.body.contains("55 01 99");
            assert!(!either, "{path}: {}", page.body);
        }
        assert_eq!(guest.get("/ru/hotlines/trust").await.status, StatusCode::NOT_FOUND);
        assert!(chair.follow(&saved).await.main().contains("с +996 000 55 01 77 на +996 000 55 01 99"));
        // Who called the old number says nothing about the new one, and an old page saves nothing.
        assert_eq!(caller.submit(&chair, "form[data-test-call]", &ANSWERED).await.status, StatusCode::CONFLICT);
        let again = stale.submit(&chair, "form[data-line]", &[("number", "+996 000 55 01 00")]).await;
        assert_eq!(again.status, StatusCode::CONFLICT);
        report(&chair, "trust", &ANSWERED).await;
        portal.settle().await;
        assert!(guest.get("/ru/").await.body.contains("+996 000 55 01 99"));
    }

    async fn the_chair_is_told_once_of_an_overdue_check_and_of_a_failed_call(portal) {
        tell_overdue(&portal).await;
        let overdue = portal.mails_to(GULZAT);
        assert_eq!(overdue.len(), 1, "the line that was called 130 days ago: {overdue:?}");
        assert!(overdue[0].text.contains("/hotlines/jobs-abroad"), "{}", overdue[0].text);
        tell_overdue(&portal).await;
        assert_eq!(portal.mails_to(GULZAT).len(), 1);
        portal.clock.advance(71 * DAY_MS);
        tell_overdue(&portal).await;
        assert!(portal.mails_to(GULZAT)[0].text.contains("/hotlines/trust"));
        assert!(portal.guest().get("/ru/").await.body.contains(TRUST), "readers see when it was checked");

        let failed = [("outcome", "failed"), ("heard", "Никто не ответил.")];
        let chair = portal.sign_in(GULZAT).await;
        report(&portal.sign_in(NARGIZA).await, "jobs-abroad", &failed).await;
        portal.settle().await;
        assert!(portal.mails_to(GULZAT)[0].text.contains("Никто не ответил."));
        let home = chair.get("/ru/").await;
        assert!(home.main().contains("В последний раз не ответили") && home.main().contains("Пора позвонить снова"), "{}", home.main());

        let page = chair.get("/ru/hotlines/jobs-abroad").await;
        let why = page.submit(&chair, "form[data-hide]", &[]).await;
        assert_eq!(why.status, StatusCode::UNPROCESSABLE_ENTITY);
        page.submit(&chair, "form[data-hide]", &[("reason", "Молчит третий день")]).await;
        portal.settle().await;
        assert_eq!(portal.guest().get("/ru/hotlines/jobs-abroad").await.status, StatusCode::NOT_FOUND);
    }

    async fn known_lines_come_in_as_not_confirmed(portal) {
        let chair = portal.sign_in(GULZAT).await;
        let page = chair.get("/ru/hotlines").await;
        page.submit(&chair, "form[data-known]", &[]).await;
        portal.settle().await;
        let page = chair.get("/ru/hotlines").await;
        assert!(page.main().contains("Линия для мигрантов") && !page.body.contains("data-known"), "{}", page.main());
        let guest = portal.guest();
        assert_eq!(guest.get("/ru/hotlines").await.texts("main a[href^='tel:']").len(), 2);
        assert_eq!(guest.get("/ru/hotlines/migrants-1899").await.status, StatusCode::NOT_FOUND);
        assert!(!portal.app.html(Lang::Ru, "{{hotline:migrants-1899}}").contains(">1899"));
    }

    async fn a_reference_reads_well_in_pages_previews_mails_and_feeds(portal) {
        let (author, approver) = (portal.sign_in(NARGIZA).await, portal.sign_in(DANIYAR).await);
        let edit = draft(&author, "Если нужна помощь: {{hotline:trust}}. Ещё: {{hotline:nobody}}.").await;
        let page = author.get(&edit).await;
        assert!(page.texts("[data-insert] code").contains(&"{{hotline:trust}}".to_owned()), "{}", page.main());
        let csrf = page.attributes("input[name=_csrf]", "value").remove(0);
        let preview = author.post("/ru/documents/preview", &[("_csrf", &csrf), ("text", "{{hotline:trust}}")]).await;
        assert!(preview.body.contains("href=\"tel:+996000550177\""), "{}", preview.body);
        assert!(page.texts("main section.notice.warn li").iter().any(|it| it.contains("{{hotline:nobody}}")), "{}", page.main());
        page.submit(&author, "form[data-autosave]", &[("then", "submit"), ("summary", "Звоните {{hotline:trust}}")]).await;
        portal.settle().await;
        let mail = portal.mails_to(DANIYAR).remove(0);
        assert!(mail.text.contains("помощь: +996 000 55 01 77 (бесплатно, круглосуточно)."), "{}", mail.text);
        let work = edit.strip_suffix("/edit").unwrap();
        let decide = approver.get(&format!("{work}/approval")).await;
        decide.submit(&approver, "form[data-decision]", &[("decision", "approve"), ("level", "agreed"), ("when", "now")]).await;
        portal.settle().await;
        let guest = portal.guest();
        let list = guest.get("/ru/documents").await;
        assert!(list.main().contains("Звоните +996 000 55 01 77 (бесплатно"), "{}", list.main());
        let text = guest.get(&list.attributes("main ol.docs a", "href")[0]).await;
        let feed = guest.get("/ru/documents/feed.atom").await;
        for page in [&list, &text, &feed] {
            assert!(!page.body.contains("{{"), "{}", page.body);
        }
        assert_eq!(text.attributes(".prose a", "href")[0], "tel:+996000550177");
        assert!(text.main().contains("Ещё: смотрите, куда позвонить."), "{}", text.main());
        assert!(feed.body.contains("tel:+996000550177"), "{}", feed.body);

        let chair = portal.sign_in(GULZAT).await;
        let line = chair.get("/ru/hotlines/trust").await;
        line.submit(&chair, "form[data-retire]", &[]).await;
        portal.settle().await;
        let again = guest.get(&text.path).await;
        assert!(!again.body.contains("55 01 77"), "the kept page went with the line: {}", again.body);
        let line = chair.get("/ru/hotlines/trust").await;
        line.submit(&chair, "form[data-resume]", &[]).await;
        portal.settle().await;
        assert!(!guest.get(&text.path).await.body.contains("55 01 77"), "it has to be called anew");
    }

    async fn a_typed_number_is_told_to_author_and_approver_and_holds_nothing_up(portal) {
        let (author, approver) = (portal.sign_in(NARGIZA).await, portal.sign_in(DANIYAR).await);
        let edit = draft(&author, "Телефон доверия: +996 000 550 177, или 0000 55 01 7.").await;
        let page = author.get(&edit).await;
        let warned = page.texts("main section.notice.warn li");
        assert_eq!(warned.len(), 2, "{warned:?}");
        assert!(warned[0].contains("996 000 550 177") && warned[0].contains("{{hotline:trust}}"), "{warned:?}");
        assert!(warned[1].contains("почти совпадает"), "{warned:?}");
        let submitted = page.submit(&author, "form[data-autosave]", &[("then", "submit")]).await;
        let work = author.follow(&submitted).await;
        assert!(work.texts(".notice.warn[role=status]")[0].contains("замечания"), "{}", work.main());
        assert_eq!(work.texts("main section.notice.warn li").len(), 2);
        let decide = approver.get(&format!("{}/approval", edit.strip_suffix("/edit").unwrap())).await;
        assert_eq!(decide.texts("main section.notice.warn li").len(), 2);
        let clean = draft(&author, "Телефон доверия: {{hotline:trust}}.").await;
        assert_eq!(author.get(&clean).await.texts("main section.notice.warn li"), [] as [&str; 0]);
    }

    async fn lines_are_changed_by_chair_and_approver_and_called_by_members(portal) {
        let operator = portal.sign_in(TIMUR).await;
        assert_eq!(operator.get("/ru/hotlines/trust/edit").await.status, StatusCode::FORBIDDEN);
        assert_eq!(operator.get("/ru/hotlines/trust/call").await.status, StatusCode::FORBIDDEN);
        let approver = portal.sign_in(DANIYAR).await;
        let new = approver.get("/ru/hotlines/new").await;
        let names = [("ky", "Жаңы"), ("ru", "Новая"), ("en", "New"), ("number", "000 02 22")];
        let taken = new.submit(&approver, "form[data-line]", &[&names[..], &[("key", "trust")]].concat()).await;
        assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(taken.attributes("#ru", "value"), ["Новая"]);
        let made = taken.submit(&approver, "form[data-line]", &[("key", "new-line")]).await;
        assert_eq!(made.location(), "/ru/hotlines/new-line");
        let author = portal.sign_in(NARGIZA).await;
        assert_eq!(author.get("/ru/hotlines/new").await.status, StatusCode::FORBIDDEN);
        assert!(report(&author, "new-line", &ANSWERED).await.status.is_redirection());
    }
}
