//! The section as people use it, over HTTP.

mod merging;

use super::{events, store};
use crate::portal_tests;
use crate::testing::TestPortal;
use http::StatusCode;
use platform::activity::{self, Position};
use platform::lang::Lang;

const GULZAT: &str = "gulzat@alty-kerege.example";
const NARGIZA: &str = "nargiza@zhol-chyragy.example";
const DANIYAR: &str = "daniyar@ministry.example";
const NURLAN: &str = "nurlan@office-osh.example";
const TIMUR: &str = "timur@ministry.example";

const NAMES: [(&str, &str); 3] = [("ky", "«Үмүт» борбору"), ("ru", "Центр «Умут»"), ("en", "Umut Centre")];

/// The path, after the language, of the partner called so in Russian.
async fn partner(portal: &TestPortal, name: &str) -> String {
    let mut tx = portal.app.db.read().await.unwrap();
    super::path(store::by_name(&mut tx, name).await.unwrap().expect("a known partner").id)
}

const FOUNDATION: &str = "Общественный фонд «Жол чырагы»";

portal_tests! {
    async fn everybody_sees_the_partners_in_the_order_of_their_alphabet(portal) {
        let page = portal.guest().get("/ky/partners").await;
        assert_eq!(page.texts("main strong"), ["14 уюм"]);
        let names = page.texts(".docs h2");
        let position = |name: &str| names.iter().position(|known| known.contains(name)).unwrap();
        assert!(position("Көл жээк") < position("Ош эмгек"), "{names:?}");
        let one = portal.guest().get(&page.attributes(".docs h2 a", "href")[position("Ош эмгек")]).await;
        assert_eq!(one.texts("dd")[0], "Ош шаары, Ош облусу");
        assert!(!one.body.contains("/edit"));
    }

    async fn the_list_is_filtered_by_kind_region_and_audience_in_its_address(portal) {
        let guest = portal.guest();
        let page = guest.get("/ru/partners?kind=local_cso").await;
        assert_eq!(page.texts("main strong"), ["3 организации"]);
        assert_eq!(page.texts("#kind option[selected]"), ["Местная общественная организация"]);
        assert_eq!(guest.get("/ru/partners?kind=nonsense").await.texts("main strong"), ["14 организаций"]);
        let page = guest.get("/ru/partners?kind=local_cso&region=kg-b").await;
        assert_eq!(page.texts(".docs h2"), [FOUNDATION]);
        assert_eq!(guest.get("/ru/partners?audience=mosques").await.texts(".docs h2"), [FOUNDATION]);
        let empty = TestPortal::empty(portal.app.db.dialect()).await;
        let page = empty.guest().get("/ru/partners?kind=media").await;
        assert_eq!(page.texts(".empty h2"), ["Таких организаций пока нет"]);
    }

    async fn the_filtered_list_can_be_taken_away_as_a_table(portal) {
        let page = portal.guest().get("/ru/partners?region=kg-b&audience=mosques").await;
        let file = portal.guest().get(&page.attributes(".meta a.right", "href")[0]).await;
        assert_eq!(file.headers["content-type"], "text/csv; charset=utf-8");
        let lines: Vec<&str> = file.body.lines().collect();
        assert_eq!(lines.len(), 2, "{}", file.body);
        assert!(lines[1].contains(FOUNDATION) && lines[1].contains("kenesh@zhol-chyragy.example"));
        assert!(!file.body.contains("Довери"), "trust is not for everybody");
    }

    async fn a_partners_page_says_what_it_does_whom_it_reaches_and_what_it_published(portal) {
        let path = partner(&portal, FOUNDATION).await;
        let page = portal.guest().get(&format!("/ru{path}")).await;
        assert!(page.main().contains("бесплатно консультирует"), "{}", page.main());
        assert_eq!(page.attributes("aside a", "href")[0], "mailto:kenesh@zhol-chyragy.example");
        let texts = page.attributes("main section h3 a", "href");
        assert!(!texts.is_empty());
        for text in &texts {
            assert_eq!(portal.guest().get(text).await.status, StatusCode::OK, "{text}");
        }
        // What is not said in a language is said in another one, marked as such.
        let osh = partner(&portal, "Ошское управление труда и миграции (пример)").await;
        let page = portal.guest().get(&format!("/ky{osh}")).await;
        assert_eq!(page.attributes(".prose", "lang"), ["ru"]);
    }

    async fn a_kept_page_shows_a_change_at_once(portal) {
        let path = format!("/ru{}", partner(&portal, FOUNDATION).await);
        assert!(!portal.guest().get(&path).await.body.contains("info@new.example"));
        let nargiza = portal.sign_in(NARGIZA).await;
        let form = nargiza.get(&format!("{path}/edit")).await;
        form.submit(&nargiza, "form[data-organisation]", &[("email", "info@new.example")]).await;
        portal.settle().await;
        assert!(portal.guest().get(&path).await.body.contains("info@new.example"));
    }

    async fn the_chair_adds_an_organisation_and_guests_see_it_at_once(portal) {
        let (chair, guest) = (portal.sign_in(GULZAT).await, portal.guest());
        assert_eq!(guest.get("/ru/partners").await.texts("main strong"), ["14 организаций"]);
        let form = chair.get("/ru/partners/new").await;
        let wrong = form.submit(&chair, "form[data-organisation]", &[("ru", "Центр"), ("website", "javascript:1"), ("phone", "x")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(wrong.texts(".error").len(), 4);
        assert_eq!((wrong.attributes("#ru", "value"), wrong.attributes("#phone", "value")), (vec!["Центр".to_owned()], vec!["x".to_owned()]));

        let mut fields = NAMES.to_vec();
        fields.extend([("website", ""), ("region", "kg-t"), ("region", "kg-xx")]);
        let saved = form.submit(&chair, "form[data-organisation]", &fields).await;
        portal.settle().await;
        let page = guest.get(&saved.location()).await;
        assert_eq!((page.texts("h1"), page.texts("dd")), (vec!["Центр «Умут»".to_owned()], vec!["Таласская область".to_owned()]));
        assert_eq!(guest.get("/ru/partners").await.texts("main strong"), ["15 организаций"]);

        let edit = chair.get(&format!("{}/edit", saved.location())).await;
        assert_eq!(edit.attributes("input[checked]", "value"), ["kg-t"]);
        let changed = edit.submit(&chair, "form[data-organisation]", &[("ru", "Фонд «Умут»"), ("region", "kg-n")]).await;
        portal.settle().await;
        let page = guest.get(&changed.location()).await;
        assert_eq!((page.texts("h1"), page.texts("dd")), (vec!["Фонд «Умут»".to_owned()], vec!["Нарынская область".to_owned()]));

        let mut tx = portal.app.db.read().await.unwrap();
        let log = activity::before(&mut tx, Position(i64::MAX), 10).await.unwrap();
        let names = portal.app.names(&mut tx, &log).await.unwrap();
        let said: Vec<String> =
            log.iter().filter_map(|event| events::describe(event, portal.app.l(Lang::Ru), &names)).collect();
        assert_eq!(said[..2], [
            "Гүлзат Жайлообаева меняет данные организации «Фонд «Умут»»".to_owned(),
            "Гүлзат Жайлообаева добавляет организацию «Центр «Умут»»".to_owned(),
        ]);
    }

    async fn trust_is_decided_by_the_chair_alone_and_seen_by_those_who_decide(portal) {
        let path = partner(&portal, FOUNDATION).await;
        let edit = format!("/ru{path}/edit");
        let (chair, operator) = (portal.sign_in(GULZAT).await, portal.sign_in(TIMUR).await);
        let form = operator.get(&edit).await;
        assert!(form.attributes("#trust", "name").is_empty());
        form.submit(&operator, "form[data-organisation]", &[("trust", "trusted")]).await;
        let form = chair.get(&edit).await;
        assert_eq!(form.attributes("#trust option[selected]", "value"), ["needs_approval"], "the operator changed nothing");
        form.submit(&chair, "form[data-organisation]", &[("trust", "trusted")]).await;
        assert_eq!(chair.get(&edit).await.attributes("#trust option[selected]", "value"), ["trusted"]);
        portal.settle().await;
        for (email, sees) in [(None, false), (Some(NURLAN), false), (Some(NARGIZA), false), (Some(DANIYAR), true), (Some(GULZAT), true)] {
            let browser = match email {
                Some(email) => portal.sign_in(email).await,
                None => portal.guest(),
            };
            for page in [format!("/ru{path}"), "/ru/partners".to_owned()] {
                assert_eq!(browser.get(&page).await.main().contains("Доверие"), sees, "{email:?} {page}");
            }
        }
    }

    async fn people_of_an_organisation_keep_its_contact_and_nothing_else(portal) {
        let nargiza = portal.sign_in(NARGIZA).await;
        let path = format!("/ru{}", partner(&portal, FOUNDATION).await);
        let form = nargiza.get(&format!("{path}/edit")).await;
        assert!(form.attributes("#ru, #kind, #trust", "name").is_empty());
        let wanted = [
            ("ru", "Министерство"), ("kind", "ministry"), ("trust", "trusted"), ("phone", "+996 000 11 22 33"),
            ("about_en", "Advice on the way abroad."),
        ];
        form.submit(&nargiza, "form[data-organisation]", &wanted).await;
        let mut tx = portal.app.db.read().await.unwrap();
        let kept = store::by_name(&mut tx, FOUNDATION).await.unwrap().expect("its name is the same");
        assert_eq!((kept.kind, kept.trust), (super::OrganisationKind::LocalCso, super::Trust::NeedsApproval));
        assert_eq!((kept.contact.phone.as_str(), kept.about.en.as_str()), ("+996 000 11 22 33", "Advice on the way abroad."));
    }

    async fn others_cannot_change_organisations(portal) {
        let path = format!("/ru{}", partner(&portal, "Ошское управление труда и миграции (пример)").await);
        let mut tx = portal.app.db.read().await.unwrap();
        let before = store::all(&mut tx).await.unwrap();
        // A contributor of another organisation, and a reader of this one.
        for email in [NARGIZA, NURLAN] {
            let browser = portal.sign_in(email).await;
            assert_eq!(browser.get("/ru/partners/new").await.status, StatusCode::FORBIDDEN);
            let token = browser.get("/ru/account").await.attributes("main [name=_csrf]", "value").remove(0);
            let mut fields = NAMES.to_vec();
            fields.extend([("kind", "media"), ("phone", "1"), ("_csrf", token.as_str())]);
            assert_eq!(browser.post("/ru/partners", &fields).await.status, StatusCode::FORBIDDEN, "{email}");
            assert_eq!(browser.get(&format!("{path}/edit")).await.status, StatusCode::FORBIDDEN, "{email}");
            assert_eq!(browser.post(&path, &fields).await.status, StatusCode::FORBIDDEN, "{email}");
        }
        assert_eq!(store::all(&mut tx).await.unwrap(), before);
        assert_eq!(portal.guest().get("/ru/partners/0000000000001").await.status, StatusCode::NOT_FOUND);
        assert_eq!(portal.guest().get("/ru/partners/x").await.status, StatusCode::NOT_FOUND);
    }
}
