//! The section as people use it, over HTTP.

use crate::portal_tests;
use http::StatusCode;

const DANIYAR: &str = "daniyar@ministry.example";

portal_tests! {
    async fn a_member_signs_in_by_a_mailed_link_and_goes_on_to_where_they_were_going(portal) {
        let browser = portal.guest();
        let asked = browser.get("/ru/account?from=test").await;
        let page = browser.follow(&asked).await;
        assert_eq!(page.status, StatusCode::OK);
        let answered = page.submit(&browser, "main form", &[("email", " Daniyar@Ministry.example ")]).await;
        let sent = browser.follow(&answered).await;
        assert_eq!(sent.texts("h1"), ["Проверьте почту"]);
        portal.settle().await;

        let mails = portal.mails_to(DANIYAR);
        let [mail] = mails.as_slice() else { panic!("{mails:?}") };
        let link = address(&mail.text);
        let confirm = browser.get(&link).await;
        assert!(confirm.main().contains("Вы входите как Данияр Өмүркулов."), "{}", confirm.main());
        let done = confirm.submit(&browser, "form[data-sign-in]", &[]).await;
        assert_eq!(done.location(), "/ru/account?from=test");
        let account = browser.follow(&done).await;
        assert_eq!(account.attributes("#name", "value"), ["Данияр Өмүркулов"]);
    }
}

/// The path of the one link to this portal that a mail offers first.
fn address(text: &str) -> String {
    let start = text.find("http://localhost:8080/").expect("a link in the mail") + "http://localhost:8080".len();
    text[start..].split_whitespace().next().expect("an address").to_owned()
}
