//! What is taken back from the public takes its files along.

use super::super::tests::{DANIYAR, NARGIZA, approve, attach, draft, edition_path, submit};
use crate::portal_tests;
use crate::testing::Browser;
use http::StatusCode;
use http::header::{ETAG, IF_NONE_MATCH};
use http::{HeaderMap, Method};

async fn remove(browser: &Browser, edit: &str) {
    let page = browser.get(&format!("{}/withdrawal", edition_path(edit))).await;
    let form = [("manner", "removed"), ("reason", "Опубликован по ошибке.")];
    let done = page.submit(browser, "form[data-withdraw]", &form).await;
    assert!(done.status.is_redirection(), "{}", done.main());
}

portal_tests! {
    async fn a_file_is_gone_with_the_last_public_text_that_carried_it(portal) {
        let (author, secretary) = (portal.sign_in(NARGIZA).await, portal.sign_in(DANIYAR).await);
        let first = draft(&author, "С файлом", "Текст.").await;
        attach(&author, &first, "маршрут.txt", "Маршрут автобуса".as_bytes()).await;
        submit(&author, &first).await;
        approve(&secretary, &format!("{}/approval", edition_path(&first)), &[]).await;
        let work = author.get(edition_path(&first)).await;
        let second = work.submit(&author, "form[action$='/next']:has(input[value='ru'])", &[]).await.location();
        author.get(&second).await.submit(&author, "form[data-autosave]", &[("body", "Новее."), ("then", "submit")]).await;
        approve(&secretary, &format!("{}/approval", edition_path(&second)), &[]).await;
        portal.settle().await;
        let guest = portal.guest();
        let file = work.attributes("ul.files a", "href").remove(0);
        let about = format!("/ru{}", file.rsplit_once('/').unwrap().0);
        let shown = guest.get(&file).await;
        assert_eq!(shown.body, "Маршрут автобуса");
        assert_eq!(guest.get(&about).await.status, StatusCode::OK);

        remove(&secretary, &second).await;
        portal.settle().await;
        assert_eq!(guest.get(&file).await.status, StatusCode::OK, "the first edition is readable and carries it");
        remove(&secretary, &first).await;
        portal.settle().await;
        let known = HeaderMap::from_iter([(IF_NONE_MATCH, shown.headers[ETAG].clone())]);
        for gone in [
            guest.get(&file).await,
            guest.get(&about).await,
            guest.send(Method::GET, &file, known, Vec::new()).await,
            portal.sign_in("asel@kosh-terek.example").await.get(&file).await,
        ] {
            assert_eq!(gone.status, StatusCode::GONE, "{}", gone.path);
            assert!(!gone.body.contains("Маршрут"), "{}", gone.body);
        }
        assert_eq!(author.get(&file).await.body, "Маршрут автобуса", "its organisation keeps it");
        // A corrected text that carries it makes it public again.
        let work = author.get(edition_path(&second)).await;
        let third = work.submit(&author, "form[action$='/next']:has(input[value='ru'])", &[]).await.location();
        submit(&author, &third).await;
        approve(&secretary, &format!("{}/approval", edition_path(&third)), &[]).await;
        assert_eq!(guest.get(&file).await.status, StatusCode::OK);
    }
}
