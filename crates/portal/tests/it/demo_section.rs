//! Adding a section needs its declaration and nothing else.

use crate::demo::sign_in;
use platform::actor::Role;
use portal::seed;

crate::demo_tests! {
    async fn a_section_is_plugged_in_by_its_declaration_alone(portal) {
        // Its seed fills the world.
        let plan = seed::Plan::load(0).unwrap();
        seed::run(&portal.app, &plan).await.unwrap();
        portal.settle().await;

        // Its navigation and its part of the home page are there for everybody.
        let guest = portal.guest();
        let home = guest.get("/ky/").await;
        assert!(home.texts("nav a").contains(&"Жазуулар".to_owned()), "{}", home.body);
        assert_eq!(home.texts("main section a"), ["Салам"]);

        // Its routes answer, its texts come in three languages, and its members' routes send a guest to sign in.
        assert_eq!(guest.get("/ru/demo/notes").await.texts("h1"), ["Записки"]);
        let refused = guest.post("/en/demo/notes", &[("title", "No")]).await;
        assert!(!guest.get("/en/demo/notes").await.main().contains("No"), "{}", refused.body);

        // Its people sign in, write, and its event reaches the pages kept in memory and the people it tells.
        let author = sign_in(&portal, Role::Contributor).await;
        let posted = author.post("/en/demo/notes", &[("_csrf", "token"), ("title", "Second")]).await;
        assert_eq!(posted.location(), "/en/demo/notes");
        portal.settle().await;
        assert_eq!(guest.get("/ky/").await.texts("main section a"), ["Second", "Салам"]);
        let mails = portal.mails();
        assert!(mails.iter().any(|mail| mail.subject.contains("“Second”")), "{mails:?}");

        // Its record tells its history, and its pages stand in the gallery.
        let note = guest.get("/en/").await.attributes("main section a", "href").remove(0);
        assert_eq!(guest.get(&note).await.texts("li").len(), 0, "history is for members");
        let told = author.get(&note).await.texts("li").concat();
        assert!(told.starts_with("The contributor wrote “Second” 2026-11-23T"), "{told}");
        assert_eq!(guest.get("/dev/pages/ky/demo-notes").await.texts("h1"), ["Жазуулар"]);
    }
}
