//! A copy of one's data, and erasure.

use super::{DANIYAR, GULZAT, NARGIZA, ask, id_of, is_signed_in};
use crate::features::members::store;
use crate::portal_tests;
use http::StatusCode;
use platform::activity::{self, Position};

portal_tests! {
    async fn a_copy_holds_what_is_theirs_and_nothing_of_others(portal) {
        // So that she was told of something, by somebody whose name is not hers to take along.
        let chair = portal.sign_in(GULZAT).await;
        let page = chair.get(&format!("/ru/members/{}", id_of(&portal, NARGIZA).await)).await;
        page.submit(&chair, "form[data-role]", &[("role", "approver")]).await;
        let browser = portal.sign_in(NARGIZA).await;
        portal.settle().await;
        let page = browser.get("/ru/account/privacy").await;
        let copy = page.submit(&browser, "form[data-copy-own]", &[]).await;
        assert!(copy.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
        let data: serde_json::Value = serde_json::from_str(&copy.body).unwrap();
        assert_eq!(data["members"]["email"], NARGIZA);
        assert_eq!(data["members"]["organisations"][0], "Jol Chyragy Public Foundation");
        assert!(!data["documents"].as_array().unwrap().is_empty());
        assert!(!data["members"]["log"].as_array().unwrap().is_empty());
        for other in [DANIYAR, GULZAT, "Данияр", "Гүлзат"] {
            assert!(!copy.body.contains(other), "{other}");
        }
        let approver = portal.sign_in(DANIYAR).await;
        assert!(approver.get("/ru/audit").await.main().contains("берёт копию своих данных"));
    }

    async fn an_erased_person_is_gone_and_what_they_did_stays(portal) {
        let (browser, phone) = (portal.sign_in(NARGIZA).await, portal.sign_in(NARGIZA).await);
        let id = id_of(&portal, NARGIZA).await;
        let page = browser.get("/ru/account/privacy").await;
        let unsure = page.submit(&browser, "form[data-erase]", &[]).await;
        assert!(browser.follow(&unsure).await.main().contains("Ничего не удалено"));
        let done = page.submit(&browser, "form[data-erase]", &[("sure", "yes")]).await;
        assert_eq!(done.location(), "/ru/");
        assert!(!is_signed_in(&browser).await && !is_signed_in(&phone).await);
        portal.settle().await;
        let mails = portal.mails().len();
        ask(&portal, &portal.guest(), "/ru/sign-in", NARGIZA).await;
        assert_eq!(portal.mails().len(), mails);

        let chair = portal.sign_in(GULZAT).await;
        for path in ["/ru/members".to_owned(), format!("/ru/members/{id}"), "/ru/audit".to_owned()] {
            let body = chair.get(&path).await.body;
            assert!(!body.contains(NARGIZA) && !body.contains("Наргиза Бектемирова"), "{path}");
        }
        let mut tx = portal.app.db.read().await.unwrap();
        assert_eq!(store::by_email(&mut tx, NARGIZA).await.unwrap(), None);
        let log = activity::before(&mut tx, Position(i64::MAX), 500).await.unwrap();
        assert!(log.iter().any(|event| event.member() == Some(id)), "the log keeps the id");
        assert!(log.iter().all(|event| !event.data.contains(NARGIZA) && !event.data.contains("Бектемирова")));
        let token = chair.get("/ru/account").await.attributes("main [name=_csrf]", "value").remove(0);
        chair.post(&format!("/ru/members/{id}/suspension/end"), &[("_csrf", &token)]).await;
        assert!(super::super::person(&mut tx, id).await.unwrap().is_none(), "nobody brings them back");
    }

    async fn the_last_chair_cannot_leave(portal) {
        let chair = portal.sign_in(GULZAT).await;
        let page = chair.get("/ru/account/privacy").await;
        assert!(page.attributes("form[data-erase]", "action").is_empty());
        let token = page.attributes("main [name=_csrf]", "value").remove(0);
        let answer = chair.post("/ru/account/privacy/erasure", &[("sure", "yes"), ("_csrf", &token)]).await;
        assert_eq!(answer.status, StatusCode::CONFLICT);
        assert!(is_signed_in(&chair).await);
    }
}
