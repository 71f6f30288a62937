//! Two languages of a document that say different things, from the draft to the decision.

use super::super::tests::{DANIYAR, NARGIZA, approve, draft, edition_path, submit};
use crate::portal_tests;
use http::StatusCode;

const FORM: &str = "form[data-autosave]";

portal_tests! {
    async fn languages_that_differ_are_handed_in_with_a_reason_that_stays(portal) {
        let author = portal.sign_in(NARGIZA).await;
        let edit = draft(&author, "Тренинг", "Тренинг 3 декабря, мест 25.").await;
        assert!(submit(&author, &edit).await.status.is_redirection(), "one language differs from nothing");
        let work = author.get(edition_path(&edit)).await;
        let ky = work.submit(&author, "form[action$='/next']:has(input[value='ky'])", &[]).await.location();
        let page = author.get(&ky).await;
        assert!(page.texts(".notice.warn dd").is_empty(), "{}", page.main());
        assert!(page.attributes("[name=differences_reason]", "id").is_empty(), "nothing to explain");
        let sent = [("title", "Тренинг"), ("body", "Тренинг 3-декабрда, 20 орун."), ("then", "submit")];
        let refused = page.submit(&author, FORM, &sent).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(refused.attributes(".errors a", "href"), ["#differences_reason"]);
        assert_eq!(refused.texts(".notice.warn dd"), ["20", "25"]);
        let why = "Пять мест добавили позже.";
        let done = refused.submit(&author, FORM, &[("differences_reason", why), ("then", "submit")]).await;
        assert!(done.status.is_redirection(), "{}", done.main());
        let secretary = portal.sign_in(DANIYAR).await;
        let path = format!("{}/approval", edition_path(&ky));
        let decide = secretary.get(&path).await;
        assert_eq!(decide.texts(".notice.warn dd"), ["20", "25"]);
        assert!(decide.main().contains(why), "{}", decide.main());
        assert!(approve(&secretary, &path, &[]).await.status.is_redirection());
        let history = author.get(edition_path(&ky)).await.texts("section[aria-labelledby=history]");
        assert!(history[0].contains(why), "{history:?}");
    }

    async fn the_page_of_a_draft_says_how_far_the_other_languages_are(portal) {
        let author = portal.sign_in(NARGIZA).await;
        let edit = draft(&author, "Тренинг", "Приходите.").await;
        submit(&author, &edit).await;
        let secretary = portal.sign_in(DANIYAR).await;
        approve(&secretary, &format!("{}/approval", edition_path(&edit)), &[]).await;
        let work = author.get(edition_path(&edit)).await;
        let next = work.submit(&author, "form[action$='/next']:has(input[value='ru'])", &[]).await.location();
        let ky = work.submit(&author, "form[action$='/next']:has(input[value='ky'])", &[]).await.location();
        let shown = author.get(&ky).await.texts("section[aria-labelledby=comparison] p");
        assert!(shown[0].contains("Редакция 2 (Черновик): впереди"), "{shown:?}");
        let shown = author.get(&next).await.texts("section[aria-labelledby=comparison] p");
        assert!(shown[0].contains("Редакция 1 (Черновик): отстаёт"), "{shown:?}");
    }
}
