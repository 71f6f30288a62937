//! The section as people use it, over HTTP: signing in and out, sessions, and who may do what.

mod factors;
mod handover;
mod invitations;
mod memberships;
mod privacy;
mod recovery;
mod requests;

use super::{events, store};
use crate::portal_tests;
use crate::testing::{Browser, Page, TestPortal};
use http::StatusCode;
use http::header::SET_COOKIE;
use platform::activity::{self, Position};
use platform::actor::{Actor, MemberId, Role};

const DANIYAR: &str = "daniyar@ministry.example";
const GULZAT: &str = "gulzat@alty-kerege.example";
const NARGIZA: &str = "nargiza@zhol-chyragy.example";
const NURLAN: &str = "nurlan@office-osh.example";
const TIMUR: &str = "timur@ministry.example";

const MINUTE: i64 = 60 * 1000;
const DAY: i64 = 24 * 60 * MINUTE;

/// The path of the first link to this portal in a mail.
fn address(text: &str) -> String {
    let host = "http://localhost:8080";
    let start = text.find(&format!("{host}/")).expect("a link in the mail") + host.len();
    text[start..].split_whitespace().next().expect("an address").to_owned()
}

async fn ask(portal: &TestPortal, browser: &Browser, path: &str, email: &str) -> Page {
    let page = browser.get(path).await;
    let answer = page.submit(browser, "main form", &[("email", email)]).await;
    portal.settle().await;
    answer
}

/// A link as somebody finds it in their mail.
async fn mailed_link(portal: &TestPortal, browser: &Browser, email: &str) -> String {
    ask(portal, browser, "/ru/sign-in", email).await;
    address(&portal.mails_to(email).first().expect("a mail").text)
}

async fn is_signed_in(browser: &Browser) -> bool {
    browser.get("/ru/account").await.status == StatusCode::OK
}

async fn id_of(portal: &TestPortal, email: &str) -> MemberId {
    let mut tx = portal.app.db.read().await.unwrap();
    store::by_email(&mut tx, email).await.unwrap().expect("a known address").person.id
}

/// The session cookie an answer sets, as `name=value`, and its attributes.
fn session_cookie(page: &Page) -> (String, String) {
    let cookies = page.headers.get_all(SET_COOKIE).iter().map(|cookie| cookie.to_str().unwrap());
    let cookie = cookies.into_iter().find(|cookie| cookie.starts_with("birge=")).expect("a session cookie");
    let (pair, attributes) = cookie.split_once("; ").unwrap();
    (pair.to_owned(), attributes.to_owned())
}

async fn get_with_cookie(portal: &TestPortal, path: &str, cookie: &str) -> Page {
    let headers = [(http::header::COOKIE, cookie.parse().unwrap())].into_iter().collect();
    portal.guest().send(http::Method::GET, path, headers, Vec::new()).await
}

portal_tests! {
    async fn a_member_signs_in_by_a_mailed_link_and_goes_on_to_where_they_were_going(portal) {
        let browser = portal.guest();
        let turned_back = browser.get("/ru/account?from=test").await;
        let answer = ask(&portal, &browser, &turned_back.location(), " Daniyar@Ministry.example ").await;
        assert_eq!(browser.follow(&answer).await.texts("h1"), ["Проверьте почту"]);

        let mails = portal.mails_to(DANIYAR);
        let [mail] = mails.as_slice() else { panic!("{mails:?}") };
        assert_eq!(mail.subject, "Ссылка для входа: Бирге");
        let confirm = browser.get(&address(&mail.text)).await;
        assert!(confirm.main().contains("Вы входите как Данияр Өмүркулов."), "{}", confirm.main());
        assert!(!is_signed_in(&browser).await, "opening the link does not sign in");
        let done = confirm.submit(&browser, "form[data-sign-in]", &[]).await;
        let attributes = session_cookie(&done).1;
        assert_eq!(attributes, "Path=/; Max-Age=5184000; HttpOnly; SameSite=Lax");
        assert_eq!(done.location(), "/ru/account?from=test");
        let account = browser.follow(&done).await;
        assert_eq!(account.attributes("#name", "value"), ["Данияр Өмүркулов"]);
    }

    async fn an_unknown_address_is_answered_like_a_known_one_and_gets_no_mail(portal) {
        let known = ask(&portal, &portal.guest(), "/ky/sign-in", DANIYAR).await;
        let unknown = ask(&portal, &portal.guest(), "/ky/sign-in", "nobody@ministry.example").await;
        assert_eq!((known.status, known.location()), (unknown.status, unknown.location()));
        assert_eq!(known.body, unknown.body);
        assert_eq!(portal.mails().into_iter().map(|mail| mail.to).collect::<Vec<_>>(), [DANIYAR]);

        let nonsense = ask(&portal, &portal.guest(), "/ru/sign-in", "daniyar").await;
        assert_eq!(nonsense.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(nonsense.attributes("#email", "value"), ["daniyar"]);
        assert_eq!(nonsense.texts(".error"), ["Напишите адрес полностью, например name@organisation.kg"]);
    }

    async fn nobody_gets_more_than_five_links_an_hour(portal) {
        for _ in 0..7 {
            let answer = ask(&portal, &portal.guest(), "/ru/sign-in", NARGIZA).await;
            assert_eq!(answer.location(), "/ru/sign-in/sent");
        }
        assert_eq!(portal.mails_to(NARGIZA).len(), 5);
        portal.clock.advance(61 * MINUTE);
        ask(&portal, &portal.guest(), "/ru/sign-in", NARGIZA).await;
        assert_eq!(portal.mails_to(NARGIZA).len(), 6);
    }

    async fn a_link_is_good_once_and_for_fifteen_minutes(portal) {
        let first = portal.guest();
        let second = portal.guest();
        let link = mailed_link(&portal, &first, DANIYAR).await;
        let (page, other) = (first.get(&link).await, first.get(&link).await);
        assert!(page.submit(&first, "form[data-sign-in]", &[]).await.status.is_redirection());
        first.get("/ru/").await.submit(&first, "form[data-forget]", &[]).await;
        let refused = other.submit(&first, "form[data-sign-in]", &[]).await;
        assert_eq!(refused.status, StatusCode::GONE);
        assert!(refused.main().contains("Эту ссылку уже открывали"), "{}", refused.main());
        assert!(!is_signed_in(&first).await);
        assert_eq!(second.get(&link).await.status, StatusCode::GONE);

        let link = mailed_link(&portal, &second, DANIYAR).await;
        let page = second.get(&link).await;
        assert_eq!(page.status, StatusCode::OK);
        portal.clock.advance(15 * MINUTE);
        let refused = page.submit(&second, "form[data-sign-in]", &[]).await;
        assert_eq!(refused.status, StatusCode::GONE);
        assert!(refused.main().contains("Срок ссылки истёк"), "{}", refused.main());
        assert!(!is_signed_in(&second).await);
    }

    async fn a_link_that_was_never_made_is_not_found(portal) {
        let link = mailed_link(&portal, &portal.guest(), DANIYAR).await;
        let mut forged = link.clone();
        forged.replace_range(link.len() - 4.., "AAAA");
        for path in [forged.as_str(), "/ru/sign-in/x", "/ru/invitation/x", &link.replace("sign-in", "invitation")] {
            let page = portal.guest().get(path).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
            assert!(page.main().contains("Такой ссылки нет"), "{path}: {}", page.main());
            assert_eq!(portal.guest().post(path, &[("name", "X"), ("language", "ru")]).await.status, StatusCode::NOT_FOUND);
        }
    }

    async fn a_session_ends_after_fourteen_idle_days_and_after_sixty_in_all(portal) {
        let browser = portal.sign_in(DANIYAR).await;
        portal.clock.advance(14 * DAY - MINUTE);
        assert!(is_signed_in(&browser).await);
        portal.clock.advance(14 * DAY);
        assert!(!is_signed_in(&browser).await);

        let browser = portal.sign_in(DANIYAR).await;
        for _ in 0..5 {
            portal.clock.advance(10 * DAY);
            assert!(is_signed_in(&browser).await);
        }
        portal.clock.advance(10 * DAY);
        assert!(!is_signed_in(&browser).await);
    }

    async fn the_last_use_is_written_at_most_every_ten_minutes(portal) {
        let browser = portal.sign_in(DANIYAR).await;
        let id = id_of(&portal, DANIYAR).await;
        let seen = || async {
            let now = portal.clock.now();
            let mut tx = portal.app.db.read().await.unwrap();
            now.0 - store::sessions(&mut tx, id, now).await.unwrap()[0].seen_at.0
        };
        portal.clock.advance(9 * MINUTE);
        browser.get("/ru/account").await;
        assert_eq!(seen().await, 9 * MINUTE);
        portal.clock.advance(MINUTE);
        browser.get("/ru/account").await;
        assert_eq!(seen().await, 0);
    }

    async fn signing_out_ends_the_session_itself(portal) {
        let browser = portal.guest();
        let link = mailed_link(&portal, &browser, DANIYAR).await;
        let done = browser.get(&link).await.submit(&browser, "form[data-sign-in]", &[]).await;
        let cookie = session_cookie(&done).0;
        assert_eq!(get_with_cookie(&portal, "/ru/account", &cookie).await.status, StatusCode::OK);
        let home = browser.get("/ru/").await;
        let out = home.submit(&browser, "form[data-forget]", &[]).await;
        assert_eq!(out.location(), "/ru/");
        assert_eq!(browser.follow(&out).await.texts(".notice"), ["Вы вышли."]);
        assert!(!is_signed_in(&browser).await);
        assert!(get_with_cookie(&portal, "/ru/account", &cookie).await.status.is_redirection());
    }

    async fn signing_in_makes_a_new_session_and_ends_the_one_before(portal) {
        let link = crate::features::members::sign_in_link(&portal.app, DANIYAR).await.unwrap();
        let planted = "birge=planted";
        let headers = [(http::header::COOKIE, planted.parse().unwrap())].into_iter().collect();
        let done = portal.guest().send(http::Method::POST, &link, headers, Vec::new()).await;
        let (cookie, _) = session_cookie(&done);
        assert_ne!(cookie, planted);
        assert!(get_with_cookie(&portal, "/ru/account", planted).await.status.is_redirection());
        assert_eq!(get_with_cookie(&portal, "/ru/account", &cookie).await.status, StatusCode::OK);

        let shared = portal.sign_in(DANIYAR).await;
        let link = crate::features::members::sign_in_link(&portal.app, NARGIZA).await.unwrap();
        let before = sessions(&portal, DANIYAR).await;
        let page = shared.get(&link).await;
        assert!(page.submit(&shared, "form[data-sign-in]", &[]).await.status.is_redirection());
        assert_eq!(sessions(&portal, DANIYAR).await, before - 1);
        assert_eq!(shared.get("/ru/account").await.attributes("#name", "value"), ["Наргиза Бектемирова"]);
    }

    async fn a_session_can_be_ended_from_another_browser(portal) {
        let lost = portal.sign_in(DANIYAR).await;
        let mine = portal.sign_in(DANIYAR).await;
        let other = portal.sign_in(NARGIZA).await;
        let account = mine.get("/ru/account").await;
        assert_eq!(account.texts("tbody tr").len(), 2);
        let done = account.submit(&mine, "form[data-elsewhere]", &[]).await;
        assert_eq!(mine.follow(&done).await.texts(".notice"), ["Вы вышли ещё на 1 устройстве."]);
        assert!(!is_signed_in(&lost).await);
        assert!(is_signed_in(&mine).await && is_signed_in(&other).await);
    }

    async fn name_and_language_can_be_changed_and_the_rest_cannot(portal) {
        let browser = portal.sign_in(NARGIZA).await;
        let account = browser.get("/ru/account").await;
        let changes = [("name", "Наргиза  Бек"), ("language", "ky"), ("role", "chair"), ("email", "x@y.example")];
        let saved = account.submit(&browser, "form[action='/ru/account']", &changes).await;
        assert_eq!(saved.location(), "/ky/account");
        let mut tx = portal.app.db.read().await.unwrap();
        let person = store::by_email(&mut tx, NARGIZA).await.unwrap().unwrap().person;
        assert_eq!((person.name.as_str(), person.language.code(), person.role), ("Наргиза Бек", "ky", Role::Contributor));

        let empty = account.submit(&browser, "form[action='/ru/account']", &[("name", " ")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(empty.texts(".error"), ["Напишите имя, не длиннее 120 знаков"]);
    }

    async fn a_form_without_the_token_of_the_session_changes_nothing(portal) {
        let browser = portal.sign_in(NARGIZA).await;
        for fields in [vec![("name", "X"), ("language", "ru")], vec![("name", "X"), ("language", "ru"), ("_csrf", "x")]] {
            let page = browser.post("/ru/account", &fields).await;
            assert_eq!(page.status, StatusCode::FORBIDDEN);
            assert_eq!(page.texts("h1"), ["Эта страница устарела"]);
        }
        assert_eq!(browser.get("/ru/account").await.attributes("#name", "value"), ["Наргиза Бектемирова"]);
        assert_eq!(browser.post("/ru/sign-out", &[]).await.status, StatusCode::FORBIDDEN);
        assert!(is_signed_in(&browser).await);
        // After the session ended nothing is lost either.
        browser.forget_cookies();
        let page = browser.post("/ru/account", &[("name", "X"), ("language", "ru")]).await;
        assert_eq!(page.status, StatusCode::UNAUTHORIZED);
        assert_eq!(page.attributes("main input[name=name]", "value"), ["X"]);
    }

    async fn nobody_is_led_to_another_site(portal) {
        for next in ["https://evil.example/", "//evil.example/", "/\\evil.example", "/%09/evil.example\t"] {
            let browser = portal.guest();
            let link = mailed_link(&portal, &browser, DANIYAR).await;
            let page = browser.get(&link).await;
            let done = page.submit(&browser, "form[data-sign-in]", &[("next", next)]).await;
            assert_eq!(done.location(), "/ru/", "{next}");
            portal.clock.advance(61 * MINUTE);
        }
        let encoded = "/ru/sign-in?next=%2F%2Fevil.example";
        assert!(portal.guest().get(encoded).await.attributes("input[name=next]", "value").is_empty());
        let signed_in = portal.sign_in(DANIYAR).await;
        assert_eq!(signed_in.get(encoded).await.location(), "/ru/");
    }

    async fn a_suspended_member_is_out_at_once_and_comes_back_by_signing_in(portal) {
        let (chair, nargiza) = (portal.sign_in(GULZAT).await, portal.sign_in(NARGIZA).await);
        let open_link = mailed_link(&portal, &portal.guest(), NARGIZA).await;
        let path = format!("/ru/members/{}/suspension", id_of(&portal, NARGIZA).await);
        assert_eq!(nargiza.get(&path).await.status, StatusCode::FORBIDDEN);
        let question = chair.get(&path).await;
        assert!(question.submit(&chair, "form[data-suspension]", &[]).await.status.is_redirection());
        assert!(!is_signed_in(&nargiza).await);
        assert_eq!(portal.guest().get(&open_link).await.status, StatusCode::GONE);
        let mails = portal.mails_to(NARGIZA).len();
        ask(&portal, &portal.guest(), "/ru/sign-in", NARGIZA).await;
        assert_eq!(portal.mails_to(NARGIZA).len(), mails);
        let mut tx = portal.app.db.read().await.unwrap();
        assert_eq!(super::person(&mut tx, id_of(&portal, NARGIZA).await).await.unwrap(), None);

        let question = chair.get(&path).await;
        assert!(question.submit(&chair, "form[data-suspension]", &[]).await.status.is_redirection());
        assert!(!is_signed_in(&nargiza).await, "the old session stays ended");
        portal.sign_in(NARGIZA).await;

        let own = format!("/ru/members/{}/suspension", id_of(&portal, GULZAT).await);
        assert_eq!(chair.get(&own).await.status, StatusCode::FORBIDDEN);
    }

    async fn the_list_of_members_is_for_those_who_look_after_them(portal) {
        assert!(portal.guest().get("/ru/members").await.location().starts_with("/ru/sign-in?next="));
        for (email, status) in [
            (NURLAN, StatusCode::FORBIDDEN),
            (NARGIZA, StatusCode::FORBIDDEN),
            (DANIYAR, StatusCode::OK),
            (GULZAT, StatusCode::OK),
            (TIMUR, StatusCode::OK),
        ] {
            let browser = portal.sign_in(email).await;
            let page = browser.get("/ru/members").await;
            assert_eq!(page.status, status, "{email}");
            assert_eq!(page.body.contains("irina@ak-iyne.example"), status == StatusCode::OK, "{email}");
            let in_nav = page.attributes("#menu a", "href").contains(&"/ru/members".to_owned());
            assert_eq!(in_nav, status == StatusCode::OK, "{email}");
        }
        let chair = portal.sign_in(GULZAT).await;
        assert_eq!(chair.get("/ru/members").await.texts("tbody tr").len(), 17);
        let chairs = chair.get("/ru/members?role=chair").await;
        assert_eq!((chairs.texts("tbody strong"), chairs.texts("main strong")[0].as_str()), (vec!["Гүлзат Жайлообаева".to_owned()], "1 человек"));
    }

    async fn who_signed_in_when_is_for_moderators_and_themselves(portal) {
        portal.sign_in(NARGIZA).await;
        let nargiza = id_of(&portal, NARGIZA).await;
        let mut tx = portal.app.db.read().await.unwrap();
        let log = activity::before(&mut tx, Position(i64::MAX), 100).await.unwrap();
        let started = log.iter().find(|event| event.kind == events::SESSION_STARTED).unwrap();
        assert_eq!(started.member(), Some(nargiza));
        for (email, sees) in [(NARGIZA, true), (DANIYAR, true), (GULZAT, true), (NURLAN, false), (TIMUR, false)] {
            let person = store::by_email(&mut tx, email).await.unwrap().unwrap().person;
            let actor = Actor::Member(super::actions::member_of(&person));
            assert_eq!(events::visible(&actor, std::slice::from_ref(started)), [sees], "{email}");
        }
        assert_eq!(events::visible(&Actor::Guest, &log).into_iter().filter(|seen| *seen).count(), 0);
        let l = portal.app.l(platform::lang::Lang::Ru);
        let names = portal.app.names(&mut tx, &log).await.unwrap();
        assert_eq!(events::describe(started, l, &names).unwrap(), "Наргиза Бектемирова: вход (неизвестное устройство)");
    }

    async fn ended_sessions_and_old_links_are_forgotten(portal) {
        portal.sign_in(DANIYAR).await;
        portal.clock.advance(40 * DAY);
        let mut tx = portal.app.db.write(&Actor::System("test")).await.unwrap();
        super::actions::tidy(&mut tx).await.unwrap();
        tx.commit_unrecorded("a test").await.unwrap();
        assert_eq!(sessions(&portal, DANIYAR).await, 0);
    }
}

async fn sessions(portal: &TestPortal, email: &str) -> usize {
    let (id, now) = (id_of(portal, email).await, portal.clock.now());
    let mut tx = portal.app.db.read().await.unwrap();
    store::sessions(&mut tx, id, now).await.unwrap().len()
}
