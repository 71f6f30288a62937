//! Somebody leaves, and a colleague goes on.

use super::{DANIYAR, GULZAT, NARGIZA, TIMUR, id_of};
use crate::portal_tests;
use http::StatusCode;

const ELENA: &str = "elena@alty-kerege.example";
const ZULAYKA: &str = "zulayka@lakeside.example";

portal_tests! {
    async fn open_work_goes_to_a_colleague_and_its_history_says_so(portal) {
        let elena = portal.sign_in(ELENA).await;
        let form = elena.get("/ru/documents/new").await;
        let fields = [("kind", "talking_points"), ("language", "ru"), ("title", "Вечер в школе"), ("body", "Приходите.")];
        let begun = form.submit(&elena, "main form[method=post]", &fields).await.location();
        let begun = begun.trim_end_matches("/edit").to_owned();
        let chair = portal.sign_in(GULZAT).await;
        let path = format!("/ru/members/{}/hand-over", id_of(&portal, ELENA).await);
        let page = chair.get(&path).await;
        assert!(page.attributes("main ul.docs a", "href").contains(&begun), "{}", page.main());
        let missing = page.submit(&chair, "form[data-hand-over]", &[]).await;
        assert_eq!(missing.texts(".error"), ["Выберите, кто примет работу"]);
        let gulzat = id_of(&portal, GULZAT).await.to_string();
        let done = page.submit(&chair, "form[data-hand-over]", &[("colleague", &gulzat)]).await;
        assert!(done.status.is_redirection());
        let history = elena.get(&begun).await.texts(".timeline p").join(" ");
        assert!(history.contains("От кого: Елена") && history.contains("Кому: Гүлзат"), "{history}");
        assert!(chair.get(&path).await.attributes("main ul.docs a", "href").is_empty());
        let own = format!("/ru/members/{gulzat}/hand-over");
        assert!(chair.get(&own).await.attributes("main ul.docs a", "href").contains(&begun));
    }

    async fn the_chair_moves_drafts_of_others_without_reading_them(portal) {
        let zulayka = portal.sign_in(ZULAYKA).await;
        let form = zulayka.get("/ru/documents/new").await;
        let fields = [("kind", "talking_points"), ("language", "ru"), ("title", "Тайный замысел"), ("body", "Приходите.")];
        form.submit(&zulayka, "main form[method=post]", &fields).await;
        let path = format!("/ru/members/{}/hand-over", id_of(&portal, ZULAYKA).await);
        let page = portal.sign_in(GULZAT).await.get(&path).await;
        assert!(page.main().contains("Текст, который видит только его организация"), "{}", page.main());
        assert!(!page.body.contains("Тайный замысел"));
        assert!(zulayka.get(&path).await.body.contains("Тайный замысел"), "her own page has the title");
        for email in [NARGIZA, DANIYAR, TIMUR] {
            let page = portal.sign_in(email).await.get(&path).await;
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{email}");
            assert!(!page.body.contains("Зулайка"), "{email}");
        }
    }
}
