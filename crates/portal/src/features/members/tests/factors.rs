//! Second factors: codes of an app, codes on paper, what is demanded of whom, and the fresh proof before what matters.

use super::{DANIYAR, GULZAT, MINUTE, NARGIZA, address, ask, id_of, is_signed_in, mailed_link, sessions};
use crate::features::members::credentials::totp;
use crate::features::members::{sign_in_link, store};
use crate::portal_tests;
use crate::testing::{Browser, Page, TestPortal};
use http::StatusCode;
use platform::actor::Actor;

/// The digits the app of somebody shows now.
async fn code(portal: &TestPortal, email: &str) -> String {
    totp::code_now(&portal.app, id_of(portal, email).await).await.unwrap()
}

/// Sets the app up as a person does, and gives the codes for paper.
pub(super) async fn set_up_app(portal: &TestPortal, browser: &Browser, email: &str) -> Vec<String> {
    let security = browser.get("/ru/account/security").await;
    let begun = security.submit(browser, "form[data-new-app]", &[]).await;
    let page = browser.follow(&begun).await;
    let wrong = page.submit(browser, "form[data-confirm-app]", &[("code", "000000")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let digits = code(portal, email).await;
    let done = page.submit(browser, "form[data-confirm-app]", &[("code", &digits)]).await;
    assert_eq!(done.texts("h1"), ["Резервные коды"], "{}", done.main());
    assert_eq!(done.headers["cache-control"], "no-store");
    done.texts("ol.codes code")
}

/// By link up to the second step.
async fn first_step(portal: &TestPortal, email: &str) -> (Browser, Page) {
    let browser = portal.guest();
    let link = sign_in_link(&portal.app, email).await.unwrap();
    let done = browser.get(&link).await.submit(&browser, "form[data-sign-in]", &[]).await;
    assert_eq!(done.location(), "/ru/sign-in/second-step");
    let page = browser.follow(&done).await;
    (browser, page)
}

portal_tests! {
    async fn with_an_app_a_link_alone_signs_nobody_in(portal) {
        let browser = portal.sign_in(NARGIZA).await;
        let codes = set_up_app(&portal, &browser, NARGIZA).await;
        assert_eq!((codes.len(), codes[0].len()), (10, 19));
        assert!(is_signed_in(&browser).await);

        let (other, page) = first_step(&portal, NARGIZA).await;
        assert!(!is_signed_in(&other).await, "a sign-in that waits opens nothing");
        assert_eq!(sessions(&portal, NARGIZA).await, 1);
        let wrong = page.submit(&other, "form[data-second-step]", &[("code", "123456")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(wrong.texts(".error"), ["Код не подошёл. Возьмите новый и введите ещё раз"]);
        // The code that set the app up was taken; it is not good a second time.
        let used = code(&portal, NARGIZA).await;
        let replayed = page.submit(&other, "form[data-second-step]", &[("code", &used)]).await;
        assert_eq!(replayed.status, StatusCode::UNPROCESSABLE_ENTITY);
        portal.clock.advance(MINUTE);
        let fresh = code(&portal, NARGIZA).await;
        let done = page.submit(&other, "form[data-second-step]", &[("code", &fresh)]).await;
        assert_eq!(done.location(), "/ru/", "{}", done.body);
        assert!(is_signed_in(&other).await);
        // The step is over: neither its cookie nor the code opens another session.
        let again = page.submit(&other, "form[data-second-step]", &[("code", &fresh)]).await;
        assert_eq!(again.status, StatusCode::FORBIDDEN);
        assert_eq!(sessions(&portal, NARGIZA).await, 2);
    }

    async fn a_second_step_belongs_to_its_browser_and_to_ten_minutes(portal) {
        let browser = portal.sign_in(NARGIZA).await;
        set_up_app(&portal, &browser, NARGIZA).await;
        portal.clock.advance(MINUTE);
        let (first, page) = first_step(&portal, NARGIZA).await;
        let digits = code(&portal, NARGIZA).await;
        let thief = portal.guest();
        let stolen = page.submit(&thief, "form[data-second-step]", &[("code", &digits)]).await;
        assert_eq!(stolen.location(), "/ru/sign-in");
        assert!(!is_signed_in(&thief).await);
        portal.clock.advance(10 * MINUTE);
        let digits = code(&portal, NARGIZA).await;
        let late = page.submit(&first, "form[data-second-step]", &[("code", &digits)]).await;
        assert_eq!(late.location(), "/ru/sign-in");
        assert!(!is_signed_in(&first).await);
    }

    async fn a_recovery_code_is_good_once_and_new_ones_replace_the_old(portal) {
        let browser = portal.sign_in(NARGIZA).await;
        let codes = set_up_app(&portal, &browser, NARGIZA).await;
        let typed = codes[3].to_uppercase().replace('-', " ");
        let (other, page) = first_step(&portal, NARGIZA).await;
        assert_eq!(page.submit(&other, "form[data-second-step]", &[("code", &typed)]).await.location(), "/ru/");
        let (third, page) = first_step(&portal, NARGIZA).await;
        let used = page.submit(&third, "form[data-second-step]", &[("code", &typed)]).await;
        assert_eq!(used.status, StatusCode::UNPROCESSABLE_ENTITY);

        let security = other.get("/ru/account/security").await;
        assert!(security.main().contains("Осталось 9."), "{}", security.main());
        let renewed = security.submit(&other, "form[data-new-codes]", &[]).await.texts("ol.codes code");
        let old = page.submit(&third, "form[data-second-step]", &[("code", &codes[4])]).await;
        assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY);
        let new = page.submit(&third, "form[data-second-step]", &[("code", &renewed[4])]).await;
        assert_eq!(new.location(), "/ru/");
    }

    async fn too_many_wrong_codes_have_to_wait_even_in_new_steps(portal) {
        let browser = portal.sign_in(NARGIZA).await;
        set_up_app(&portal, &browser, NARGIZA).await;
        portal.clock.advance(MINUTE);
        let (first, page) = first_step(&portal, NARGIZA).await;
        for _ in 0..5 {
            page.submit(&first, "form[data-second-step]", &[("code", "000000")]).await;
        }
        let ended = page.submit(&first, "form[data-second-step]", &[("code", &code(&portal, NARGIZA).await)]).await;
        assert_eq!(ended.location(), "/ru/sign-in", "five wrong codes end a step");
        let (second, page) = first_step(&portal, NARGIZA).await;
        let waits = page.submit(&second, "form[data-second-step]", &[("code", &code(&portal, NARGIZA).await)]).await;
        assert_eq!(waits.texts(".error"), ["Слишком много попыток. Подождите четверть часа и попробуйте снова"]);
        portal.clock.advance(16 * MINUTE);
        let (third, page) = first_step(&portal, NARGIZA).await;
        let done = page.submit(&third, "form[data-second-step]", &[("code", &code(&portal, NARGIZA).await)]).await;
        assert_eq!(done.location(), "/ru/");
    }

    async fn setting_up_a_factor_signs_out_elsewhere_and_changes_the_cookie(portal) {
        let (mine, other) = (portal.sign_in(NARGIZA).await, portal.sign_in(NARGIZA).await);
        let before = mine.at(&portal);
        set_up_app(&portal, &mine, NARGIZA).await;
        assert!(is_signed_in(&mine).await);
        assert!(!is_signed_in(&other).await);
        assert!(!is_signed_in(&before).await, "the cookie from before is worth nothing");
    }

    async fn changing_what_one_shows_asks_for_a_fresh_proof_by_mail_for_who_has_nothing_else(portal) {
        let browser = portal.sign_in(NARGIZA).await;
        portal.clock.advance(11 * MINUTE);
        let security = browser.get("/ru/account/security").await;
        let asked = security.submit(&browser, "form[data-new-app]", &[]).await;
        assert_eq!((asked.status, asked.texts("h1")), (StatusCode::FORBIDDEN, vec!["Это вы?".to_owned()]));
        let sent = asked.submit(&browser, "form[data-confirm-you]", &[("send", "mail")]).await;
        portal.settle().await;
        let mail = portal.mails_to(NARGIZA).remove(0);
        let digits = mail.text.split("Ваш код: ").nth(1).unwrap()[..8].to_owned();
        let wrong = sent.submit(&browser, "form[data-confirm-you]", &[("code", "00000000")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let back = wrong.submit(&browser, "form[data-confirm-you]", &[("code", &digits)]).await;
        assert_eq!((back.status, back.texts("h1")), (StatusCode::OK, vec!["Это вы".to_owned()]));
        let done = back.submit(&browser, "main form", &[]).await;
        assert_eq!(done.location(), "/ru/account/totp");
        // The code was good once.
        portal.clock.advance(11 * MINUTE);
        let again = sent.submit(&browser, "form[data-confirm-you]", &[("code", &digits)]).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    }

    async fn what_matters_asks_for_a_fresh_proof_and_a_link_to_a_page_comes_back_to_it(portal) {
        let chair = portal.sign_in(GULZAT).await;
        set_up_app(&portal, &chair, GULZAT).await;
        let suspension = format!("/ru/members/{}/suspension", id_of(&portal, NARGIZA).await);
        assert_eq!(chair.get("/ru/audit").await.status, StatusCode::OK);
        portal.clock.advance(11 * MINUTE);
        let asked = chair.get("/ru/audit?kind=x").await;
        assert_eq!(asked.location(), "/ru/confirm-it-is-you?next=%2Fru%2Faudit%3Fkind%3Dx");
        let page = chair.get(&suspension).await;
        let asked = page.submit(&chair, "form[data-suspension]", &[]).await;
        assert_eq!(asked.texts("h1"), ["Это вы?"]);
        assert!(is_signed_in(&portal.sign_in(NARGIZA).await).await, "nothing has happened yet");
        // A member with an app is sent no code by mail: a stolen mailbox is not enough.
        portal.settle().await;
        let mails = portal.mails_to(GULZAT).len();
        asked.submit(&chair, "form[data-confirm-you]", &[("send", "mail")]).await;
        portal.settle().await;
        assert_eq!(portal.mails_to(GULZAT).len(), mails);
        let page = chair.get("/ru/confirm-it-is-you?next=%2Fru%2Faudit%3Fkind%3Dx").await;
        let digits = code(&portal, GULZAT).await;
        let back = page.submit(&chair, "form[data-confirm-you]", &[("code", &digits)]).await;
        assert_eq!(back.location(), "/ru/audit?kind=x");
        assert_eq!(chair.follow(&back).await.status, StatusCode::OK);
        assert!(page.submit(&chair, "form[data-confirm-you]", &[("next", "https://evil.example/")]).await.status.is_client_error());
    }

    async fn a_link_opened_in_another_browser_asks_for_the_digits_of_the_one_that_asked(portal) {
        let (asking, opening) = (portal.guest(), portal.guest());
        let sent = ask(&portal, &asking, "/ru/sign-in", DANIYAR).await;
        let digits = asking.follow(&sent).await.texts("strong.code").remove(0);
        let link = address(&portal.mails_to(DANIYAR)[0].text);
        let page = opening.get(&link).await;
        assert!(!page.main().contains("Данияр"), "who holds the link alone is not told whose it is");
        let wrong = page.submit(&opening, "form[data-sign-in]", &[("code", "")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!is_signed_in(&opening).await);
        let done = wrong.submit(&opening, "form[data-sign-in]", &[("code", &digits)]).await;
        assert_eq!(done.location(), "/ru/");
        assert!(is_signed_in(&opening).await);

        // Somebody who found the link guesses five times; then it is worth nothing to anybody.
        let link = mailed_link(&portal, &asking, DANIYAR).await;
        let page = portal.guest().get(&link).await;
        for _ in 0..5 {
            page.submit(&portal.guest(), "form[data-sign-in]", &[("code", "12345")]).await;
        }
        assert_eq!(asking.get(&link).await.status, StatusCode::GONE);
        // An unknown address is shown digits, too.
        let sent = ask(&portal, &portal.guest(), "/ru/sign-in", "nobody@ministry.example").await;
        assert!(sent.headers.get_all("set-cookie").iter().any(|cookie| cookie.to_str().unwrap().starts_with("birge-asked=")));
    }

    async fn secrets_lie_encrypted_and_rotate_to_a_new_key(portal) {
        let browser = portal.sign_in(NARGIZA).await;
        set_up_app(&portal, &browser, NARGIZA).await;
        let mut tx = portal.app.db.write(&Actor::System("test")).await.unwrap();
        assert_eq!(totp::reseal(&portal.app, &mut tx).await.unwrap(), 0, "all are under the current key");
        tx.roll_back().await;
    }

    async fn one_session_can_be_ended_from_the_list(portal) {
        let (mine, other) = (portal.sign_in(NARGIZA).await, portal.sign_in(NARGIZA).await);
        let foreign = portal.sign_in(GULZAT).await;
        let account = mine.get("/ru/account").await;
        let done = account.submit(&mine, "form[action$='/end']", &[]).await;
        assert_eq!(done.location(), "/ru/account");
        assert!(is_signed_in(&mine).await && !is_signed_in(&other).await);
        let mut tx = portal.app.db.read().await.unwrap();
        let id = store::sessions(&mut tx, id_of(&portal, NARGIZA).await, portal.clock.now()).await.unwrap()[0].id;
        let token = foreign.get("/ru/account").await.attributes("main [name=_csrf]", "value").remove(0);
        let path = format!("/ru/account/sessions/{}/end", platform::ids::Shown(id));
        assert_eq!(foreign.post(&path, &[("_csrf", &token)]).await.status, StatusCode::NOT_FOUND);
        assert!(is_signed_in(&mine).await);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_must_have_a_factor_has_three_sign_ins_and_then_nothing_but_setting_one_up() {
    for dialect in platform::testing::dialects() {
        let portal = TestPortal::demanding(dialect).await;
        for left in ["2 раза", "1 раз", "последний вход"] {
            let browser = portal.sign_in(DANIYAR).await;
            let home = browser.get("/ru/").await;
            assert!(home.texts(".notice.warn").join(" ").contains(left), "{left}: {}", home.main());
            assert_eq!(browser.get("/ru/documents/waiting").await.status, StatusCode::OK);
        }
        let browser = portal.sign_in(DANIYAR).await;
        for path in ["/ru/", "/ru/documents/waiting", "/ru/account", "/ru/documents", "/ru/members"] {
            assert_eq!(browser.get(path).await.location(), "/ru/account/security", "{path}");
        }
        let token =
            browser.get("/ru/account/security").await.attributes("main [name=_csrf]", "value").remove(0);
        let refused = browser.post("/ru/documents/preview", &[("_csrf", &token), ("body", "x")]).await;
        assert_eq!(refused.location(), "/ru/account/security");
        set_up_app(&portal, &browser, DANIYAR).await;
        assert_eq!(browser.get("/ru/documents/waiting").await.status, StatusCode::OK);
        // The last one stays.
        let kept =
            browser.get("/ru/account/security").await.submit(&browser, "form[data-remove-app]", &[]).await;
        assert!(browser.follow(&kept).await.main().contains("Сначала добавьте другой способ"));
        // Nobody demands it of a contributor.
        let nargiza = portal.sign_in(NARGIZA).await;
        assert_eq!(nargiza.get("/ru/").await.texts(".notice.warn").len(), 0);
    }
}
