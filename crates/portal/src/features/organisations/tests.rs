//! The section as people use it, over HTTP.

use super::{events, store};
use crate::portal_tests;
use crate::testing::TestPortal;
use http::StatusCode;
use platform::activity::{self, Position};
use platform::lang::Lang;

const GULZAT: &str = "gulzat@alty-kerege.example";
const NARGIZA: &str = "nargiza@zhol-chyragy.example";

const NAMES: [(&str, &str); 3] = [("ky", "«Үмүт» борбору"), ("ru", "Центр «Умут»"), ("en", "Umut Centre")];

portal_tests! {
    async fn everybody_sees_the_partners_in_the_order_of_their_alphabet(portal) {
        let page = portal.guest().get("/ky/organisations").await;
        assert_eq!(page.texts("main strong"), ["14 уюм"]);
        let names = page.texts(".docs h2");
        let position = |name: &str| names.iter().position(|known| known.contains(name)).unwrap();
        assert!(position("Көл жээк") < position("Ош эмгек"), "{names:?}");
        let one = portal.guest().get(&page.attributes(".docs h2 a", "href")[position("Ош эмгек")]).await;
        assert_eq!(one.texts("dd"), ["Ош шаары, Ош облусу"]);
        assert!(!one.body.contains("/edit"));
    }

    async fn the_list_is_filtered_by_kind_in_its_address(portal) {
        let guest = portal.guest();
        let page = guest.get("/ru/organisations?kind=local_cso").await;
        assert_eq!(page.texts("main strong"), ["3 организации"]);
        assert_eq!(page.texts("#kind option[selected]"), ["Местная общественная организация"]);
        assert_eq!(guest.get("/ru/organisations?kind=nonsense").await.texts("main strong"), ["14 организаций"]);
        let empty = TestPortal::empty(portal.app.db.dialect()).await;
        let page = empty.guest().get("/ru/organisations?kind=media").await;
        assert_eq!(page.texts(".empty h2"), ["Организаций такого вида пока нет"]);
    }

    async fn the_chair_adds_an_organisation_and_guests_see_it_at_once(portal) {
        let (chair, guest) = (portal.sign_in(GULZAT).await, portal.guest());
        assert_eq!(guest.get("/ru/organisations").await.texts("main strong"), ["14 организаций"]);
        let form = chair.get("/ru/organisations/new").await;
        let wrong = form.submit(&chair, "form[data-organisation]", &[("ru", "Центр"), ("website", "javascript:1")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(wrong.texts(".error").len(), 3);
        assert_eq!(wrong.attributes("#ru", "value"), ["Центр"]);

        let mut fields = NAMES.to_vec();
        fields.extend([("website", ""), ("region", "kg-t"), ("region", "kg-xx")]);
        let saved = form.submit(&chair, "form[data-organisation]", &fields).await;
        portal.settle().await;
        let page = guest.get(&saved.location()).await;
        assert_eq!((page.texts("h1"), page.texts("dd")), (vec!["Центр «Умут»".to_owned()], vec!["Таласская область".to_owned()]));
        assert_eq!(guest.get("/ru/organisations").await.texts("main strong"), ["15 организаций"]);

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

    async fn others_cannot_enter_organisations(portal) {
        let nargiza = portal.sign_in(NARGIZA).await;
        assert_eq!(nargiza.get("/ru/organisations/new").await.status, StatusCode::FORBIDDEN);
        let token = nargiza.get("/ru/account").await.attributes("main [name=_csrf]", "value").remove(0);
        let mut fields = NAMES.to_vec();
        fields.extend([("kind", "media"), ("_csrf", token.as_str())]);
        assert_eq!(nargiza.post("/ru/organisations", &fields).await.status, StatusCode::FORBIDDEN);
        let mut tx = portal.app.db.read().await.unwrap();
        let first = store::all(&mut tx).await.unwrap().remove(0);
        let path = format!("/ru{}", super::path(first.id));
        assert_eq!(nargiza.post(&path, &fields).await.status, StatusCode::FORBIDDEN);
        let all = store::all(&mut tx).await.unwrap();
        assert_eq!((all.len(), &all[0]), (14, &first));
        assert_eq!(portal.guest().get("/ru/organisations/0000000000001").await.status, StatusCode::NOT_FOUND);
        assert_eq!(portal.guest().get("/ru/organisations/x").await.status, StatusCode::NOT_FOUND);
    }
}
