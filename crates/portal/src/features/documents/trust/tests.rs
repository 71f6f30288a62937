//! Own texts of a trusted organisation, over HTTP.

use super::policy::may_publish_own;
use crate::features::documents::policy::Context;
use crate::features::documents::samples::edition;
use crate::features::documents::store;
use crate::features::documents::tests::attach;
use crate::features::organisations;
use crate::portal_tests;
use crate::testing::{Browser, Page, TestPortal};
use http::StatusCode;
use platform::actor::{Actor, Member, Role};
use platform::lang::Lang;

const GULZAT: &str = "gulzat@alty-kerege.example";
const NARGIZA: &str = "nargiza@zhol-chyragy.example";
const DANIYAR: &str = "daniyar@ministry.example";
const ASEL: &str = "asel@kosh-terek.example";
const NAME: &str = "Общественный фонд «Жол чырагы»";

/// The page of a new text of the foundation.
async fn draft(author: &Browser) -> Page {
    let form = author.get("/ru/documents/new").await;
    let fields =
        [("kind", "talking_points"), ("language", "ru"), ("title", "Вечер в школе"), ("body", "Приходите.")];
    let begun = form.submit(author, "main form[method=post]", &fields).await;
    let address = begun.location().trim_end_matches("/edit").to_owned();
    let edit = author.get(&format!("{address}/edit")).await;
    let own = [("message", "Приходите."), ("listeners", "Родители")];
    let fields = [("title", "Вечер в школе"), ("body", "Приходите."), ("then", "save"), own[0], own[1]];
    edit.submit(author, "form[data-autosave]", &fields).await;
    author.get(&address).await
}

async fn trust(portal: &TestPortal, trust: &str) {
    let mut tx = portal.app.db.read().await.unwrap();
    let id = organisations::by_name(&mut tx, NAME).await.unwrap().unwrap().id;
    let chair = portal.sign_in(GULZAT).await;
    let form = chair.get(&format!("/ru{}/edit", organisations::path(id))).await;
    form.submit(&chair, "form[data-organisation]", &[("trust", trust)]).await;
}

async fn publish(author: &Browser, page: &Page) -> Page {
    let question = author.get(&page.attributes("a[href$=own-publication]", "href")[0]).await;
    question.submit(author, "form[data-trust]", &[]).await
}

#[test]
fn only_the_leading_organisation_publishes_by_trust_and_never_without_it() {
    let edition = edition();
    let lead = edition.organisation;
    let supporter = (lead.get() + 1).into();
    let of = Context { edition: &edition, supporters: &[supporter] };
    for role in Role::ALL {
        let actor =
            |organisation| Actor::Member(Member { id: 5.into(), organisation, role, language: Lang::Ru });
        let writes = !matches!(role, Role::Reader | Role::Operator);
        assert_eq!(may_publish_own(&actor(lead), &of, true), writes, "{role:?}");
        assert!(!may_publish_own(&actor(lead), &of, false), "{role:?}");
        assert!(!may_publish_own(&actor(supporter), &of, true), "{role:?}");
    }
    assert!(!may_publish_own(&Actor::Guest, &of, true));
}

portal_tests! {
    async fn a_text_of_a_trusted_organisation_goes_live_and_is_looked_at_afterwards(portal) {
        trust(&portal, "trusted").await;
        let (author, approver) = (portal.sign_in(NARGIZA).await, portal.sign_in(DANIYAR).await);
        let waiting = approver.get("/ru/documents/waiting").await.texts(".waits li").len();
        let page = draft(&author).await;
        let done = publish(&author, &page).await;
        portal.settle().await;
        let shown = author.follow(&done).await;
        assert!(shown.texts(".badge").contains(&"Текст организации".to_owned()), "{:?}", shown.texts(".badge"));
        let listed = portal.guest().get("/ru/documents").await;
        assert_eq!(listed.texts(".docs h2")[0], "Вечер в школе");

        let list = approver.get("/ru/documents/waiting").await;
        assert_eq!(list.texts(".waits li").len(), waiting + 1);
        let review = approver.get(&list.attributes(".waits a[href$=review]", "href")[0]).await;
        assert!(review.attributes("a.danger", "href")[0].ends_with("/withdrawal"));
        let accepted = review.submit(&approver, "form[data-trust]", &[]).await;
        assert_eq!(approver.follow(&accepted).await.texts(".waits li").len(), waiting);
        let again = review.submit(&approver, "form[data-trust]", &[]).await;
        assert_eq!(again.status, StatusCode::CONFLICT);
        assert_eq!(portal.guest().get("/ru/documents").await.texts(".docs h2")[0], "Вечер в школе");
    }

    async fn an_approver_can_withdraw_what_went_live_by_trust(portal) {
        trust(&portal, "trusted").await;
        let (author, approver) = (portal.sign_in(NARGIZA).await, portal.sign_in(DANIYAR).await);
        publish(&author, &draft(&author).await).await;
        let list = approver.get("/ru/documents/waiting").await;
        let review = approver.get(&list.attributes(".waits a[href$=review]", "href")[0]).await;
        let withdrawal = approver.get(&review.attributes("a.danger", "href")[0]).await;
        let done = withdrawal.submit(&approver, "form[data-withdraw]", &[("manner", "withdrawn"), ("reason", "Ошибка в дате")]).await;
        assert!(done.status.is_redirection());
        portal.settle().await;
        assert!(!portal.guest().get("/ru/documents").await.body.contains("Вечер в школе"));
        let list = approver.get("/ru/documents/waiting").await;
        assert!(list.attributes(".waits a[href$=review]", "href").is_empty());
    }

    async fn a_draft_with_an_unseen_file_does_not_go_live_by_trust(portal) {
        trust(&portal, "trusted").await;
        let author = portal.sign_in(NARGIZA).await;
        let page = draft(&author).await;
        let edit = format!("{}/edit", page.path);
        attach(&author, &edit, "photo.jpg", include_bytes!("../../../../../scrub/seeds/photo.jpg")).await;
        let refused = publish(&author, &author.get(&page.path).await).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.main());
        let files = refused.attributes("ul.files a", "href");
        assert_eq!(files.len(), 2, "the file, and where it is looked at: {files:?}");
        let public = format!("/files/{}/photo.jpg", files[0].rsplit('/').next().unwrap());
        portal.settle().await;
        assert_eq!(portal.guest().get(&public).await.status, StatusCode::NOT_FOUND, "it is private still");
        assert!(!portal.guest().get("/ru/documents").await.body.contains("Вечер в школе"));
        author.get(&files[1]).await.submit(&author, "form[action$='/confirmation']", &[]).await;
        assert!(publish(&author, &author.get(&page.path).await).await.status.is_redirection());
        assert_eq!(portal.guest().get(&public).await.status, StatusCode::OK);
    }

    async fn nobody_publishes_without_trust_or_for_others(portal) {
        let (author, outsider, approver) = (portal.sign_in(NARGIZA).await, portal.sign_in(ASEL).await, portal.sign_in(DANIYAR).await);
        let page = draft(&author).await;
        assert!(page.attributes("a[href$=own-publication]", "href").is_empty());
        let address = format!("{}/own-publication", page.path);
        let token = page.attributes("[name=_csrf]", "value").remove(0);
        let sent = [("version", "2"), ("_csrf", token.as_str())];
        assert_eq!(author.get(&address).await.status, StatusCode::FORBIDDEN);
        assert_eq!(author.post(&address, &sent).await.status, StatusCode::FORBIDDEN);
        trust(&portal, "trusted").await;
        for (browser, status) in [(&outsider, StatusCode::NOT_FOUND), (&approver, StatusCode::NOT_FOUND)] {
            let token = browser.get("/ru/account").await.attributes("[name=_csrf]", "value").remove(0);
            assert_eq!(browser.get(&address).await.status, status);
            assert_eq!(browser.post(&address, &[("version", "2"), ("_csrf", &token)]).await.status, status);
        }
        assert!(!portal.guest().get("/ru/documents").await.body.contains("Вечер в школе"));
        // Trust that ended holds for a page that is still open, too.
        let question = author.get(&address).await;
        trust(&portal, "needs_approval").await;
        assert_eq!(question.submit(&author, "form[data-trust]", &[]).await.status, StatusCode::FORBIDDEN);
        let id = page.path.rsplit('/').next().unwrap().parse().unwrap();
        let mut tx = portal.app.db.read().await.unwrap();
        let edition = store::edition(&mut tx, &Actor::System("test"), id).await.unwrap().unwrap();
        assert_eq!((edition.state.code(), edition.level), ("draft", None));
        // The author cannot review their own text.
        trust(&portal, "trusted").await;
        publish(&author, &author.get(&page.path).await).await;
        assert_eq!(author.get(&format!("{}/review", page.path)).await.status, StatusCode::FORBIDDEN);
    }
}
