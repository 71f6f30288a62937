//! Asking to join.

use super::{DANIYAR, DAY, GULZAT, NARGIZA, TIMUR, address};
use crate::features::members::requests::store;
use crate::portal_tests;
use crate::testing::{Browser, Page, TestPortal};
use http::StatusCode;

const NEW: &str = "ainura@umut.example";

async fn ask(portal: &TestPortal, browser: &Browser, changes: &[(&str, &str)]) -> Page {
    let form = browser.get("/ru/join").await;
    let mut fields = vec![
        ("name", "Айнура Сатыбалдиева"),
        ("email", NEW),
        ("organisation_name", "Центр «Умут»"),
        ("reason", "Работаем с молодёжью."),
        ("language", "ky"),
    ];
    fields.retain(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
    fields.extend(changes);
    let answer = form.submit(browser, "form[data-ask]", &fields).await;
    portal.settle().await;
    answer
}

async fn kept(portal: &TestPortal) -> usize {
    let mut tx = portal.app.db.read().await.unwrap();
    store::open(&mut tx).await.unwrap().len()
}

/// The page of the first request.
async fn first(chair: &Browser) -> Page {
    let list = chair.get("/ru/members/requests").await;
    chair.get(&list.attributes(".waits h2 a", "href")[0]).await
}

portal_tests! {
    async fn a_stranger_asks_and_the_chair_invites_them(portal) {
        let guest = portal.guest();
        let empty = ask(&portal, &guest, &[("name", ""), ("organisation_name", ""), ("reason", "")]).await;
        assert_eq!((empty.status, empty.texts(".error").len()), (StatusCode::UNPROCESSABLE_ENTITY, 3));
        assert_eq!(empty.attributes("#email", "value"), [NEW]);
        assert_eq!(ask(&portal, &guest, &[]).await.location(), "/ru/join/sent");
        let chair = portal.sign_in(GULZAT).await;
        assert!(chair.get("/ru/notifications").await.main().contains("Кто-то просит доступ"));
        assert!(chair.get("/ru/members").await.main().contains("1 просьба о доступе"));
        let page = first(&chair).await;
        assert!(page.main().contains("Работаем с молодёжью."), "{}", page.main());
        let organisation = page.attributes("#organisation option", "value").remove(1);
        let missing = page.submit(&chair, "form[data-accept]", &[("organisation", "")]).await;
        assert_eq!(missing.texts(".error"), ["Выберите организацию"]);
        let done = page.submit(&chair, "form[data-accept]", &[("organisation", &organisation), ("role", "reader")]).await;
        assert_eq!(done.location(), "/ru/members/requests");
        portal.settle().await;
        let join = guest.get(&address(&portal.mails_to(NEW)[0].text)).await;
        assert!(join.main().contains("Гүлзат"), "{}", join.main());
        assert_eq!(kept(&portal).await, 0);
        let again = page.submit(&chair, "form[data-decline]", &[("why", "other")]).await;
        assert_eq!(again.status, StatusCode::CONFLICT);
    }

    async fn a_refusal_is_a_kind_mail_with_its_reason(portal) {
        ask(&portal, &portal.guest(), &[]).await;
        let chair = portal.sign_in(GULZAT).await;
        let page = first(&chair).await;
        page.submit(&chair, "form[data-decline]", &[("why", "no_partner"), ("note", "Май айында жазыңыз.")]).await;
        portal.settle().await;
        let mails = portal.mails_to(NEW);
        let [mail] = mails.as_slice() else { panic!("{mails:?}") };
        assert!(mail.text.contains("азырынча программага катышпайт") && mail.text.contains("Май айында жазыңыз."), "{}", mail.text);
        assert!(!mail.text.contains("Гүлзат"), "nobody is blamed: {}", mail.text);
    }

    async fn the_answer_never_tells_who_is_a_member_and_limits_are_silent(portal) {
        let guest = portal.guest();
        let known = ask(&portal, &guest, &[("email", NARGIZA)]).await;
        let unknown = ask(&portal, &guest, &[]).await;
        assert_eq!((known.status, known.location(), known.body), (unknown.status, unknown.location(), unknown.body));
        assert_eq!(kept(&portal).await, 2);
        // A program fills the field that people do not see.
        assert_eq!(ask(&portal, &guest, &[("email", "bot@x.example"), ("nickname", "x")]).await.location(), "/ru/join/sent");
        ask(&portal, &guest, &[]).await;
        for _ in 0..3 {
            assert_eq!(ask(&portal, &guest, &[]).await.location(), "/ru/join/sent");
        }
        assert_eq!(kept(&portal).await, 3);
        assert!(portal.mails().is_empty());
        portal.clock.advance(91 * DAY);
        let mut tx = portal.app.db.write(&platform::actor::Actor::System("test")).await.unwrap();
        crate::features::members::requests::tidy(&mut tx).await.unwrap();
        tx.commit_unrecorded("a test").await.unwrap();
        assert_eq!(kept(&portal).await, 0);
    }

    async fn only_the_chair_sees_who_asks(portal) {
        ask(&portal, &portal.guest(), &[]).await;
        let address = first(&portal.sign_in(GULZAT).await).await.path;
        for email in [NARGIZA, DANIYAR, TIMUR] {
            let browser = portal.sign_in(email).await;
            for path in ["/ru/members/requests", &address] {
                let page = browser.get(path).await;
                assert_eq!(page.status, StatusCode::FORBIDDEN, "{email}");
                assert!(!page.body.contains("Айнура") && !page.body.contains(NEW));
            }
            for path in ["/ru/members", "/ru/notifications"] {
                let body = browser.get(path).await.body;
                assert!(!body.contains(NEW) && !body.contains("просит доступ"), "{email} {path}");
            }
            // The log says that somebody asked, and nothing about who.
            let log = browser.get("/ru/audit").await.body;
            assert!(!log.contains(NEW) && !log.contains("Айнура"), "{email}");
            let token = browser.get("/ru/account").await.attributes("main [name=_csrf]", "value").remove(0);
            for deed in ["acceptance", "refusal"] {
                let fields = [("organisation", "0000000000001"), ("role", "chair"), ("why", "other"), ("_csrf", &token)];
                assert_eq!(browser.post(&format!("{address}/{deed}"), &fields).await.status, StatusCode::FORBIDDEN);
            }
        }
        assert_eq!(kept(&portal).await, 1);
    }
}
