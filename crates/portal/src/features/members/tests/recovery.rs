//! The way back in for who lost everything: two members, word to everybody concerned, and nothing before both have spoken.

use super::factors::set_up_app;
use super::{DANIYAR, GULZAT, NARGIZA, TIMUR, address, id_of, is_signed_in, sessions};
use crate::features::members::credentials::store;
use crate::portal_tests;
use crate::testing::{Browser, Page, TestPortal};
use http::StatusCode;

const REASON: &str = "Украли телефон, говорили по видеосвязи.";

async fn begin(portal: &TestPortal, chair: &Browser, email: &str) -> Page {
    let path = format!("/ru/members/{}/recovery", id_of(portal, email).await);
    let answer = chair.get(&path).await.submit(chair, "form[data-recovery]", &[("reason", REASON)]).await;
    portal.settle().await;
    answer
}

/// The path in the mail to somebody.
fn mailed(portal: &TestPortal, email: &str) -> String {
    address(&portal.mails_to(email)[0].text)
}

portal_tests! {
    async fn with_two_members_who_say_so_somebody_comes_in_anew(portal) {
        let lost = portal.sign_in(NARGIZA).await;
        set_up_app(&portal, &lost, NARGIZA).await;
        let chair = portal.sign_in(GULZAT).await;
        assert_eq!(begin(&portal, &chair, NARGIZA).await.location(), "/ru/members");
        for told in [NARGIZA, DANIYAR, GULZAT] {
            assert!(portal.mails_to(told)[0].subject.ends_with("Наргиза Бектемирова"), "{told}");
        }
        let question = mailed(&portal, DANIYAR);
        assert_eq!(mailed(&portal, GULZAT).split('/').next_back(), question.split('/').next_back());
        // Who began it does not confirm it, neither does the operator, and nothing has happened yet.
        assert_eq!(chair.get(&question).await.status, StatusCode::FORBIDDEN);
        let operator = portal.sign_in(TIMUR).await;
        assert_eq!(operator.get(&question).await.status, StatusCode::FORBIDDEN);
        let token = chair.get("/ru/account").await.attributes("main [name=_csrf]", "value").remove(0);
        let fields = [("_csrf", token.as_str()), ("decision", "confirm")];
        assert_eq!(chair.post(&question, &fields).await.status, StatusCode::FORBIDDEN);
        assert!(is_signed_in(&lost).await);

        let approver = portal.sign_in(DANIYAR).await;
        let page = approver.get(&question).await;
        assert!(page.main().contains(REASON), "{}", page.main());
        let done = page.submit(&approver, "form[data-decide-recovery]", &[("decision", "confirm")]).await;
        assert_eq!(done.location(), "/ru/members");
        portal.settle().await;
        assert!(!is_signed_in(&lost).await);
        assert_eq!(sessions(&portal, NARGIZA).await, 0);
        let id = id_of(&portal, NARGIZA).await;
        assert!(!store::factors(&mut portal.app.db.read().await.unwrap(), id).await.unwrap().any());
        let browser = portal.guest();
        let invitation = browser.get(&mailed(&portal, NARGIZA)).await;
        let joined = invitation.submit(&browser, "form[data-join]", &[]).await;
        assert_eq!(joined.location(), "/ru/");
        assert!(is_signed_in(&browser).await);
        assert_eq!(approver.get(&question).await.status, StatusCode::NOT_FOUND);
    }

    async fn the_person_can_say_that_nothing_is_lost(portal) {
        let nargiza = portal.sign_in(NARGIZA).await;
        let chair = portal.sign_in(GULZAT).await;
        let empty = format!("/ru/members/{}/recovery", id_of(&portal, NARGIZA).await);
        let refused = chair.get(&empty).await.submit(&chair, "form[data-recovery]", &[("reason", " ")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        begin(&portal, &chair, NARGIZA).await;
        let question = mailed(&portal, NARGIZA);
        let page = nargiza.get(&question).await;
        assert_eq!(page.attributes("button[value=confirm]", "value").len(), 0);
        let token = page.attributes("main [name=_csrf]", "value").remove(0);
        let fields = [("_csrf", token.as_str()), ("decision", "confirm")];
        assert_eq!(nargiza.post(&question, &fields).await.status, StatusCode::FORBIDDEN);
        page.submit(&nargiza, "form[data-decide-recovery]", &[("decision", "refuse")]).await;
        let approver = portal.sign_in(DANIYAR).await;
        assert_eq!(approver.get(&question).await.status, StatusCode::NOT_FOUND);
        assert!(is_signed_in(&nargiza).await);
        // Nobody but the chair begins one, and nobody for themselves.
        for (who, of) in [(&approver, NARGIZA), (&nargiza, DANIYAR), (&chair, GULZAT)] {
            let path = format!("/ru/members/{}/recovery", id_of(&portal, of).await);
            assert_eq!(who.get(&path).await.status, StatusCode::FORBIDDEN);
        }
    }

    async fn a_recovery_that_nobody_confirms_in_three_days_is_over(portal) {
        let chair = portal.sign_in(GULZAT).await;
        begin(&portal, &chair, NARGIZA).await;
        let question = mailed(&portal, DANIYAR);
        portal.clock.advance(3 * super::DAY);
        let approver = portal.sign_in(DANIYAR).await;
        assert_eq!(approver.get(&question).await.status, StatusCode::NOT_FOUND);
    }
}
