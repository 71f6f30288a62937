//! Roles, several organisations of one person, alternates and mails.

use super::{DANIYAR, GULZAT, NARGIZA, NURLAN, TIMUR, id_of, is_signed_in};
use crate::features::members::store;
use crate::features::organisations;
use crate::portal_tests;
use crate::testing::TestPortal;
use http::StatusCode;
use platform::actor::Role;

const KOSH_TEREK: &str = "Общественное объединение «Кош терек»";
const ADILET: &str = "adilet@ministry.example";

async fn organisation(portal: &TestPortal, name: &str) -> String {
    let mut tx = portal.app.db.read().await.unwrap();
    organisations::by_name(&mut tx, name).await.unwrap().unwrap().id.to_string()
}

/// A text that now waits for a decision.
async fn submit_a_text(portal: &TestPortal, email: &str) {
    let author = portal.sign_in(email).await;
    let form = author.get("/ru/documents/new").await;
    let fields =
        [("kind", "talking_points"), ("language", "ru"), ("title", "Вечер в школе"), ("body", "Приходите.")];
    let begun = form.submit(&author, "main form[method=post]", &fields).await;
    let address = begun.location().trim_end_matches("/edit").to_owned();
    let edit = author.get(&format!("{address}/edit")).await;
    let own = [("message", "Приходите."), ("listeners", "Родители")];
    let fields = [("title", "Вечер в школе"), ("body", "Приходите."), ("then", "submit"), own[0], own[1]];
    edit.submit(&author, "form[data-autosave]", &fields).await;
    portal.settle().await;
}

portal_tests! {
    async fn the_chair_changes_a_role_and_the_person_signs_in_anew(portal) {
        let (chair, nargiza) = (portal.sign_in(GULZAT).await, portal.sign_in(NARGIZA).await);
        let id = id_of(&portal, NARGIZA).await;
        let page = chair.get(&format!("/ru/members/{id}")).await;
        let done = page.submit(&chair, "form[data-role]", &[("role", "approver")]).await;
        let page = chair.follow(&done).await;
        assert!(page.texts(".timeline p")[0].contains("была «Автор», теперь «Согласующий»"), "{:?}", page.texts(".timeline p"));
        assert!(!is_signed_in(&nargiza).await);
        portal.settle().await;
        let nargiza = portal.sign_in(NARGIZA).await;
        assert_eq!(nargiza.get("/ru/documents/waiting").await.status, StatusCode::OK);
        assert!(nargiza.get("/ru/notifications").await.main().contains("меняет роль"));
    }

    async fn nobody_else_changes_roles_and_the_chair_not_their_own(portal) {
        for (email, of) in [(NARGIZA, NARGIZA), (DANIYAR, NARGIZA), (TIMUR, NARGIZA), (GULZAT, GULZAT)] {
            let browser = portal.sign_in(email).await;
            let path = format!("/ru/members/{}", id_of(&portal, of).await);
            let token = browser.get("/ru/account").await.attributes("main [name=_csrf]", "value").remove(0);
            let answer = browser.post(&format!("{path}/role"), &[("role", "operator"), ("_csrf", &token)]).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{email}");
            let fields = [("organisation", &*organisation(&portal, KOSH_TEREK).await), ("_csrf", &token)];
            assert_eq!(browser.post(&format!("{path}/organisations"), &fields).await.status, StatusCode::FORBIDDEN);
        }
        let mut tx = portal.app.db.read().await.unwrap();
        let roles = [store::by_email(&mut tx, NARGIZA).await.unwrap(), store::by_email(&mut tx, GULZAT).await.unwrap()];
        assert_eq!(roles.map(|listed| listed.unwrap().person.role), [Role::Contributor, Role::Chair]);
        // Pages of members are not for everybody.
        let reader = portal.sign_in(NURLAN).await;
        let page = reader.get(&format!("/ru/members/{}", id_of(&portal, NARGIZA).await)).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN);
        assert!(!page.body.contains(NARGIZA));
    }

    async fn somebody_of_two_organisations_acts_for_one_at_a_time(portal) {
        let kosh_terek = organisation(&portal, KOSH_TEREK).await;
        let nargiza = portal.sign_in(NARGIZA).await;
        let token = nargiza.get("/ru/account").await.attributes("main [name=_csrf]", "value").remove(0);
        let foreign = nargiza.post("/ru/account/organisation", &[("organisation", &kosh_terek), ("_csrf", &token)]).await;
        assert_eq!(foreign.status, StatusCode::FORBIDDEN, "not theirs yet");

        let chair = portal.sign_in(GULZAT).await;
        let path = format!("/ru/members/{}", id_of(&portal, NARGIZA).await);
        let page = chair.get(&path).await;
        page.submit(&chair, "form[data-add-organisation]", &[("organisation", &kosh_terek)]).await;
        let own = nargiza.get("/ru/documents/work").await.texts(".waits h2");
        let choice = nargiza.get("/ru/account/organisation").await;
        assert_eq!(choice.texts("#organisation option").len(), 2);
        choice.submit(&nargiza, "form[data-switch]", &[("organisation", &kosh_terek)]).await;
        assert!(nargiza.get("/ru/account").await.main().contains(KOSH_TEREK));
        let others = nargiza.get("/ru/documents/work").await.texts(".waits h2");
        assert!(own.iter().all(|title| !others.contains(title)), "{own:?} {others:?}");
        // Another browser of hers is not touched.
        let phone = portal.sign_in(NARGIZA).await;
        assert_eq!(phone.get("/ru/documents/work").await.texts(".waits h2"), own);

        let page = chair.get(&path).await;
        page.submit(&chair, "form[action$=removal]", &[]).await;
        assert_eq!(nargiza.get("/ru/documents/work").await.texts(".waits h2"), own, "out at once");
    }

    async fn an_alternate_is_told_and_gets_no_right(portal) {
        let approver = portal.sign_in(DANIYAR).await;
        let page = approver.get("/ru/account/alternates").await;
        let adilet = id_of(&portal, ADILET).await.to_string();
        assert!(page.attributes("#colleague option", "value").contains(&adilet));
        let today = portal.app.l(platform::lang::Lang::Ru).local_input(portal.clock.now())[..10].to_owned();
        let wrong = page.submit(&approver, "form[data-alternate]", &[("colleague", &adilet), ("from", &today), ("until", "2020-01-01")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let fields = [("colleague", adilet.as_str()), ("from", &today), ("until", &today)];
        let done = page.submit(&approver, "form[data-alternate]", &fields).await;
        assert!(done.status.is_redirection(), "{}", done.main());
        submit_a_text(&portal, NARGIZA).await;
        let colleague = portal.sign_in(ADILET).await;
        let mine = colleague.get("/ru/notifications").await.main();
        assert!(mine.contains("Замещение до"), "{mine}");
        assert_eq!(colleague.get("/ru/documents/waiting").await.status, StatusCode::FORBIDDEN);
        let told = |portal: &TestPortal| {
            let db = portal.app.db.clone();
            async move {
                let mut tx = db.read().await.unwrap();
                platform::db::Query::one::<i64>(&mut tx, &NOTICES, platform::params![]).await.unwrap().unwrap()
            }
        };
        let before = told(&portal).await;
        assert_eq!(before, 1);
        portal.clock.advance(2 * super::DAY);
        submit_a_text(&portal, NARGIZA).await;
        assert_eq!(told(&portal).await, before, "the day is over");
    }

    async fn a_muted_mail_stays_a_notice(portal) {
        let approver = portal.sign_in(DANIYAR).await;
        submit_a_text(&portal, NARGIZA).await;
        assert_eq!(portal.mails_to(DANIYAR).len(), 1);
        let page = approver.get("/ru/account/mails").await;
        assert!(page.attributes("[name=kind][checked]", "value").contains(&"documents.to_decide".to_owned()));
        page.submit(&approver, "form[data-mails]", &[("kind", "documents.decided")]).await;
        let before = approver.get("/ru/notifications").await.texts(".timeline li, main li").len();
        submit_a_text(&portal, NARGIZA).await;
        assert_eq!(portal.mails_to(DANIYAR).len(), 1);
        assert!(approver.get("/ru/notifications").await.texts(".timeline li, main li").len() > before);
    }
}

static NOTICES: platform::db::Sql = platform::db::Sql::new(
    "members::tests::NOTICES",
    "SELECT COUNT(*) FROM notifications n JOIN members m ON m.id = n.member_id JOIN activity a ON a.seq = n.event_seq
     WHERE m.email = 'adilet@ministry.example' AND a.kind = 'documents.edition.submitted'",
);
