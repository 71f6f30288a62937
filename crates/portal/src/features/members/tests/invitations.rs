//! How people come in.

use super::{DANIYAR, DAY, GULZAT, NARGIZA, NURLAN, TIMUR, address, ask, is_signed_in};
use crate::features::members::store;
use crate::portal_tests;
use crate::testing::{Browser, Page, TestPortal};
use http::StatusCode;

const NEW: &str = "ainura@kosh-terek.example";

async fn invite(portal: &TestPortal, browser: &Browser, email: &str) -> Page {
    let page = browser.get("/ru/members/new").await;
    let options = page.attributes("#organisation option", "value");
    let fields = [
        ("email", email),
        ("name", "Айнура"),
        ("organisation", &options[1]),
        ("role", "contributor"),
        ("language", "ky"),
    ];
    let answer = page.submit(browser, "form[data-invite]", &fields).await;
    portal.settle().await;
    answer
}

portal_tests! {
    async fn an_invited_person_joins_by_the_link_in_the_mail(portal) {
        let chair = portal.sign_in(GULZAT).await;
        let answer = invite(&portal, &chair, "Ainura@Kosh-Terek.example ").await;
        let list = chair.follow(&answer).await;
        assert_eq!(list.texts(".notice"), ["Приглашение на адрес Ainura@Kosh-Terek.example отправлено."]);
        assert!(list.main().contains("ainura@kosh-terek.example"));

        let mails = portal.mails_to(NEW);
        let [mail] = mails.as_slice() else { panic!("{mails:?}") };
        assert!(mail.text.contains("Гүлзат Жайлообаева сизди «Бирге» порталына чакырат."), "{}", mail.text);
        let browser = portal.guest();
        let page = browser.get(&address(&mail.text)).await;
        assert!(page.main().contains("Гүлзат Жайлообаева"), "{}", page.main());
        let empty = page.submit(&browser, "form[data-join]", &[("name", "")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!is_signed_in(&browser).await);
        let fields = [("name", "Айнура Сатыбалдиева"), ("language", "ru")];
        let joined = page.submit(&browser, "form[data-join]", &fields).await;
        assert_eq!(joined.location(), "/ru/");
        assert_eq!(browser.get("/ru/account").await.attributes("#name", "value"), ["Айнура Сатыбалдиева"]);

        let again = page.submit(&portal.guest(), "form[data-join]", &fields).await;
        assert_eq!(again.status, StatusCode::GONE);
        assert!(again.main().contains("Бул чакыруу кабыл алынган"), "{}", again.main());
        ask(&portal, &portal.guest(), "/ru/sign-in", NEW).await;
        assert_eq!(portal.mails_to(NEW)[0].subject, "Ссылка для входа: Бирге");
    }

    async fn a_second_invitation_replaces_the_first(portal) {
        let operator = portal.sign_in(TIMUR).await;
        invite(&portal, &operator, NEW).await;
        let first = address(&portal.mails_to(NEW)[0].text);
        invite(&portal, &operator, NEW).await;
        let second = address(&portal.mails_to(NEW)[0].text);
        let guest = portal.guest();
        let revoked = guest.get(&first).await;
        assert_eq!(revoked.status, StatusCode::GONE);
        assert!(revoked.main().contains("Шилтеме кайтарып алынган"), "{}", revoked.main());
        assert_eq!(guest.get(&second).await.status, StatusCode::OK);

        portal.clock.advance(7 * DAY);
        assert_eq!(guest.get(&second).await.status, StatusCode::GONE);
        ask(&portal, &guest, "/ru/sign-in", NEW).await;
        assert_eq!(guest.get(&address(&portal.mails_to(NEW)[0].text)).await.status, StatusCode::OK);
    }

    async fn a_wrong_invitation_comes_back_with_its_mistakes(portal) {
        let chair = portal.sign_in(GULZAT).await;
        let known = invite(&portal, &chair, DANIYAR).await;
        assert_eq!(known.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(known.texts(".error"), ["Участник с таким адресом уже есть"]);
        assert_eq!(known.attributes("#name", "value"), ["Айнура"]);
        let page = chair.get("/ru/members/new").await;
        let nobody = page.submit(&chair, "form[data-invite]", &[("email", NEW), ("name", "А")]).await;
        assert_eq!(nobody.texts(".error"), ["Выберите организацию"]);
        assert!(portal.mails().is_empty());
    }

    async fn only_the_chair_and_the_operator_invite(portal) {
        for email in [NURLAN, NARGIZA, DANIYAR] {
            let browser = portal.sign_in(email).await;
            assert_eq!(browser.get("/ru/members/new").await.status, StatusCode::FORBIDDEN, "{email}");
            let token = browser.get("/ru/account").await.attributes("main [name=_csrf]", "value").remove(0);
            let fields = [
                ("email", NEW), ("name", "А"), ("organisation", "0000000000001"), ("role", "operator"),
                ("language", "ru"), ("_csrf", &token),
            ];
            assert_eq!(browser.post("/ru/members", &fields).await.status, StatusCode::FORBIDDEN, "{email}");
        }
        portal.settle().await;
        assert!(portal.mails().is_empty());
        let mut tx = portal.app.db.read().await.unwrap();
        assert_eq!(store::by_email(&mut tx, NEW).await.unwrap(), None);
        let guest = portal.guest().post("/ru/members", &[("email", NEW)]).await;
        assert_eq!(guest.status, StatusCode::UNAUTHORIZED);
    }
}
