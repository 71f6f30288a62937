//! Who is told of an event, how often, and what the list shows.

use crate::demo::{person, sign_in, write};
use platform::actor::{Actor, Role};

crate::demo_tests! {
    async fn everybody_concerned_is_told_once_and_nobody_of_their_own_act(portal) {
        let author = person(Role::Contributor);
        write(&portal.app, &Actor::Member(author.clone()), "First").await.unwrap();
        portal.settle().await;
        portal.settle().await;
        let mut told: Vec<String> = portal.mails().into_iter().map(|mail| mail.to).collect();
        told.sort();
        let mut others: Vec<String> = Role::ALL
            .map(person)
            .into_iter()
            .filter(|member| member.id != author.id)
            .map(|member| format!("{}@example.org", member.id))
            .collect();
        others.sort();
        assert_eq!(told.len(), others.len());
        assert!(told.iter().zip(&others).all(|(told, other)| told.contains(other)), "{told:?}");
        let own = sign_in(&portal, Role::Contributor).await.get("/en/notifications").await;
        assert_eq!(own.texts(".timeline li").len(), 0);
        assert_eq!(own.texts(".empty h2"), ["Nothing new"]);
    }

    async fn a_notice_is_new_until_its_page_was_shown(portal) {
        write(&portal.app, &Actor::Member(person(Role::Contributor)), "First").await.unwrap();
        portal.settle().await;
        let reader = sign_in(&portal, Role::Reader).await;
        let home = reader.get("/en/").await;
        assert_eq!(home.texts(".menu .count"), ["(1)"]);
        assert!(home.texts("main section a").contains(&"The contributor wrote “First”".to_owned()), "{}", home.body);
        let page = reader.get("/en/notifications").await;
        assert_eq!(page.texts(".timeline .badge"), ["new"]);
        assert_eq!(page.texts(".timeline a"), ["The contributor wrote “First”"]);
        let again = reader.get("/ky/notifications").await;
        assert_eq!(again.texts(".timeline .badge").len(), 0);
        assert_eq!(again.texts(".timeline a"), ["The contributor «First» деп жазды"]);
        assert_eq!(again.texts(".menu .count").len(), 0);
    }

    async fn a_record_that_one_may_not_see_is_not_told(portal) {
        write(&portal.app, &Actor::Member(person(Role::Contributor)), "Secret plan").await.unwrap();
        write(&portal.app, &Actor::Member(person(Role::Contributor)), "Open plan").await.unwrap();
        portal.settle().await;
        let titles = async |role| sign_in(&portal, role).await.get("/en/notifications").await.texts(".timeline a");
        assert_eq!(titles(Role::Reader).await, ["The contributor wrote “Open plan”"]);
        assert_eq!(
            titles(Role::Approver).await,
            ["The contributor wrote “Open plan”", "The contributor wrote “Secret plan”"]
        );
        assert!(!sign_in(&portal, Role::Chair).await.get("/en/").await.body.contains("wrote “Secret plan”"));
    }

    async fn older_notices_are_on_further_pages_and_can_be_marked_together(portal) {
        for number in 0..70 {
            write(&portal.app, &Actor::System("test"), &format!("Note {number}")).await.unwrap();
        }
        portal.settle().await;
        let reader = sign_in(&portal, Role::Reader).await;
        let mut page = reader.get("/en/notifications").await;
        let mut shown = page.texts(".timeline a");
        assert_eq!(shown.len(), 30);
        let marked = page.submit(&reader, "main form", &[]).await;
        assert_eq!(reader.follow(&marked).await.texts(".menu .count").len(), 0);
        while let Some(older) = page.attributes(".pages a[rel=next]", "href").pop() {
            page = reader.get(&older).await;
            assert_eq!(page.texts(".badge").len(), 0);
            shown.extend(page.texts(".timeline a"));
        }
        let expected: Vec<String> = (0..70).rev().map(|number| format!("the portal wrote “Note {number}”")).collect();
        assert_eq!(shown, expected);
    }

    async fn a_guest_is_sent_to_sign_in(portal) {
        let page = portal.guest().get("/ky/notifications").await;
        assert_eq!(page.location(), "/ky/sign-in?next=%2Fky%2Fnotifications");
    }
}
