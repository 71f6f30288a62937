//! People of the sample world, and the section's pages made from them.

use super::alternates::routes::AlternateForm;
use super::alternates::store::Alternate;
use super::credentials::confirmation::{self, Ask};
use super::credentials::{Factors, page as account_pages, second_step, totp};
use super::memberships::pages::Membership;
use super::model::{Listed, Person, Standing};
use super::pages::{AccountPage, JoinPage, SessionRow};
use super::recovery::{self, Recovery};
use super::requests::Request;
use super::requests::routes::AskForm;
use super::routes::{self, people};
use super::{alternates, events, handover, memberships, privacy, requests, role_label, store};
use crate::features::organisations::{Organisation, OrganisationKind};
use crate::seed::Plan;
use crate::web::{App, Ctx, FormErrors, GalleryPage, Link, PanelItem, SetUp, Shell};
use askama::Template;
use platform::actor::{Actor, Role};
use platform::clock::Timestamp;
use platform::lang::{Arg, Lang, Localized};

/// They have all joined: a story begins when people are there.
pub async fn seed(app: &App, plan: &Plan) -> anyhow::Result<()> {
    let mut tx = app.db.write(&Actor::System("seed")).await?;
    for sample in &plan.world.people {
        let person = Person {
            id: tx.next_id(),
            name: sample.name.clone(),
            email: sample.email.clone(),
            language: sample.language,
            organisation: plan.id(&format!("organisation:{}", sample.organisation))?,
            role: sample.role,
        };
        store::insert(&mut tx, &person, true).await?;
        tx.record(events::of_member(events::JOINED, &person));
        plan.remember(format!("person:{}", sample.key), person.id);
    }
    Ok(tx.commit().await?)
}

pub fn gallery(ctx: &Ctx) -> Vec<GalleryPage> {
    let l = ctx.l();
    let shell = |title: &str| Shell::plain(ctx, &l.t(title));
    let mut wrong_email = FormErrors::default();
    wrong_email.add("email", l.t("members-email-wrong"));
    let name = Localized::from_fn(|_| ORGANISATION.to_owned());
    let organisations = [Organisation::new(1.into(), OrganisationKind::LocalCso, name)];
    let mut wrong_code = FormErrors::default();
    wrong_code.add("code", l.t("members-code-wrong"));
    let factors = Factors { apps: 1, passkeys: 1, recovery_codes: 9 };
    let ask = |what| confirmation::page(ctx, what, "/ru/audit", Some("filter=1"), FormErrors::default());
    let security = |factors, set_up, title: &str| {
        account_pages::page(ctx, shell(title), factors, set_up, &[], FormErrors::default())
    };
    let enrolment = totp::enrolment(
        "otpauth://totp/Birge:ainura@kosh-terek.example?secret=JBSWY3DPEHPK3PXP",
        "JBSWY3DPEHPK3PXP",
    )
    .expect("a short address fits into a picture");
    let lost = Recovery {
        id: 1.into(),
        member: 1.into(),
        reason: "Телефон украли в маршрутке, говорили по видеосвязи.".to_owned(),
        begun_by: 2.into(),
        expires_at: MORNING,
    };
    let people = people();
    let suspend = people::suspend_page(ctx, &people[0], 3);
    let restore = people::suspend_page(ctx, &people[2], 0);
    let none = Vec::new();
    let person = people[0].person.clone();
    let mut member = memberships::routes::member_page(
        ctx,
        shell("members-index"),
        &people[0],
        &[],
        &organisations,
        Vec::new(),
    );
    member.p = Shell::plain(ctx, NAME);
    member.may_place = true;
    member.others.push(Membership { id: "2".to_owned(), name: ORGANISATION.to_owned() });
    let open = vec![PanelItem { link: Link::new("#", NAME), note: ORGANISATION.to_owned() }];
    let alternate = Alternate { id: 1, alternate: 2.into(), starts_at: MORNING, ends_at: MORNING };
    let alternate = (alternate, NAME.to_owned());
    let wrong_email = || wrong_email.clone();
    vec![
        page("members-sign-in", &routes::sign_in_page(ctx, "айнура", None, wrong_email())),
        page("members-sent", &routes::sent_page(ctx, Some("123456".to_owned()))),
        page("members-confirm", &routes::confirm_page(ctx, NAME, None, false, FormErrors::default())),
        page("members-confirm-elsewhere", &routes::confirm_page(ctx, NAME, None, true, wrong_code.clone())),
        page("members-second-step", &second_step::page(ctx, factors, wrong_code.clone())),
        page("members-confirm-it-is-you", &ask(Ask::Factor(factors))),
        page("members-confirm-it-is-you-mail", &ask(Ask::SendCode)),
        page("members-confirm-it-is-you-code", &ask(Ask::MailCode)),
        page("members-security", &security(factors, SetUp::Done, "members-security")),
        page("members-security-overdue", &security(Factors::default(), SetUp::Overdue, "members-security")),
        page("members-totp", &account_pages::totp_page(ctx, enrolment, wrong_code.clone())),
        page("members-recovery", &recovery::routes::page(ctx, 1.into(), NAME, "", FormErrors::default())),
        page(
            "members-confirm-recovery",
            &recovery::routes::confirm_page(ctx, &lost, &[(1.into(), NAME.to_owned())]),
        ),
        page("members-codes", &account_pages::codes_page(ctx, vec!["0k3x-9vtm-72hc-q4rd".to_owned(); 10])),
        page("members-spent", &routes::spent_page(ctx, "members-link-expired")),
        page("members-join", &join(ctx)),
        page("members-account", &account(ctx)),
        page("members-index", &people::list(ctx, shell("members-index"), people, &organisations, "", "")),
        page(
            "members-index-empty",
            &people::list(ctx, shell("members-index"), none, &organisations, "", "chair"),
        ),
        page(
            "members-invite",
            &people::invitation(
                ctx,
                shell("members-invite"),
                &organisations,
                people::InviteForm::default(),
                wrong_email(),
            ),
        ),
        page("members-suspend", &suspend),
        page("members-restore", &restore),
        page(
            "members-request",
            &requests::routes::ask_page(ctx, AskForm::default(), &organisations, wrong_email()),
        ),
        page("members-request-sent", &requests::routes::asked_page(ctx)),
        page(
            "members-requests",
            &requests::routes::list(ctx, shell("members-requests"), &[request()], &organisations),
        ),
        page(
            "members-request-decide",
            &requests::routes::decide_page(
                ctx,
                shell("members-request"),
                request(),
                &organisations,
                true,
                FormErrors::default(),
            ),
        ),
        page("members-member", &member),
        page(
            "members-switch",
            &memberships::routes::switch_page(ctx, shell("members-switch"), 1.into(), &organisations),
        ),
        page(
            "members-hand-over",
            &handover::routes::hand_over_page(
                ctx,
                shell("members-hand-over"),
                &person,
                &[],
                open,
                FormErrors::default(),
            ),
        ),
        page(
            "members-alternates",
            &alternates::routes::alternates_page(
                ctx,
                shell("members-alternates"),
                vec![alternate],
                &[],
                AlternateForm::default(),
                FormErrors::default(),
            ),
        ),
        page(
            "members-mails",
            &alternates::routes::mails_page(ctx, shell("members-mails"), &["documents.published".to_owned()]),
        ),
        page(
            "members-privacy",
            &privacy::routes::privacy_page(ctx, shell("members-privacy"), "#".to_owned(), 2, false),
        ),
    ]
}

const NAME: &str = "Айнура Сатыбалдиева";
const ORGANISATION: &str = "«Кош терек» коомдук бирикмеси";
/// 2026-11-23 09:00 in Bishkek.
const MORNING: Timestamp = Timestamp(1_795_402_800_000);

fn page(name: &'static str, page: &impl Template) -> GalleryPage {
    GalleryPage { name, html: page.render().expect("a page made from samples") }
}

fn request() -> Request {
    Request {
        id: 1.into(),
        email: "ainura@kosh-terek.example".to_owned(),
        name: NAME.to_owned(),
        organisation: None,
        organisation_name: ORGANISATION.to_owned(),
        reason: "Жаштар менен иштейм. / Работаю с молодёжью. / I work with young people.".to_owned(),
        language: Lang::Ky,
        created_at: MORNING,
        decided_at: None,
        decision: None,
        note: String::new(),
    }
}

fn join(ctx: &Ctx) -> JoinPage {
    let portal = ctx.app.settings.portal.name.get(ctx.lang);
    JoinPage {
        p: Shell::plain(ctx, &ctx.l().t("members-join")),
        errors: FormErrors::default(),
        lead: ctx
            .l()
            .f("members-join-by", &[("name", Arg::from("Гүлзат Жайлообаева")), ("portal", portal.into())]),
        organisation: ORGANISATION.to_owned(),
        role: ctx.l().t(role_label(Role::Contributor)).into_owned(),
        full_name: NAME.to_owned(),
        language: Lang::Ky.code().to_owned(),
        languages: routes::languages(),
    }
}

fn account(ctx: &Ctx) -> AccountPage {
    let session = |device: &str, current| SessionRow {
        id: "0000000000001".to_owned(),
        device: device.to_owned(),
        seen: ctx.l().date_time(MORNING),
        current,
    };
    AccountPage {
        p: Shell::plain(ctx, &ctx.l().t("members-account")),
        errors: FormErrors::default(),
        full_name: NAME.to_owned(),
        language: Lang::Ky.code().to_owned(),
        languages: routes::languages(),
        email: "ainura@kosh-terek.example".to_owned(),
        organisation: ORGANISATION.to_owned(),
        role: ctx.l().t(role_label(Role::Contributor)).into_owned(),
        sessions: vec![session("Chrome, Android", true), session("Firefox, Windows", false)],
    }
}

/// One of each standing.
fn people() -> Vec<Listed> {
    let standings = [Standing::Joined(MORNING), Standing::Invited(MORNING), Standing::Suspended(MORNING)];
    let listed = |(id, standing)| Listed {
        person: Person {
            id: i64::from(id).into(),
            name: NAME.to_owned(),
            email: "ainura@kosh-terek.example".to_owned(),
            language: Lang::Ky,
            organisation: 1.into(),
            role: Role::Contributor,
        },
        standing,
    };
    (1..).zip(standings).map(listed).collect()
}
