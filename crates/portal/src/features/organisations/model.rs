//! What an organisation is and which details of one are acceptable. Pure.

use platform::actor::OrganisationId;
use platform::lang::{Lang, Localized};

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum OrganisationKind {
    Ministry,
    Agency,
    Parliament,
    RegionalOffice,
    LocalCso,
    International,
    Employer,
    ProfessionalAssociation,
    ReligiousCommunity,
    Media,
    Academic,
}

impl OrganisationKind {
    /// State bodies first, as lists of partners show them.
    pub const ALL: [Self; 11] = [
        Self::Ministry,
        Self::Agency,
        Self::Parliament,
        Self::RegionalOffice,
        Self::LocalCso,
        Self::International,
        Self::Employer,
        Self::ProfessionalAssociation,
        Self::ReligiousCommunity,
        Self::Media,
        Self::Academic,
    ];

    /// The code in addresses and in the database, and the message key of the words for it.
    const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Ministry => ("ministry", "organisations-kind-ministry"),
            Self::Agency => ("agency", "organisations-kind-agency"),
            Self::Parliament => ("parliament", "organisations-kind-parliament"),
            Self::RegionalOffice => ("regional_office", "organisations-kind-regional-office"),
            Self::LocalCso => ("local_cso", "organisations-kind-local-cso"),
            Self::International => ("international", "organisations-kind-international"),
            Self::Employer => ("employer", "organisations-kind-employer"),
            Self::ProfessionalAssociation => {
                ("professional_association", "organisations-kind-professional-association")
            }
            Self::ReligiousCommunity => ("religious_community", "organisations-kind-religious-community"),
            Self::Media => ("media", "organisations-kind-media"),
            Self::Academic => ("academic", "organisations-kind-academic"),
        }
    }

    pub const fn code(self) -> &'static str {
        self.words().0
    }

    pub const fn label(self) -> &'static str {
        self.words().1
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}
platform::text_column!(OrganisationKind);

/// Whether an organisation's own texts wait for an approver.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Trust {
    NeedsApproval,
    /// They go live at once, and an approver looks at them afterwards.
    Trusted,
}

impl Trust {
    pub const ALL: [Self; 2] = [Self::NeedsApproval, Self::Trusted];

    pub const fn code(self) -> &'static str {
        match self {
            Self::NeedsApproval => "needs_approval",
            Self::Trusted => "trusted",
        }
    }

    pub const fn label(self) -> &'static str {
        match self {
            Self::NeedsApproval => "organisations-trust-needs-approval",
            Self::Trusted => "organisations-trust-trusted",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|trust| trust.code() == code)
    }
}
platform::text_column!(Trust);

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Organisation {
    pub id: OrganisationId,
    pub kind: OrganisationKind,
    pub name: Localized<String>,
    pub trust: Trust,
    pub about: Localized<String>,
    pub contact: Contact,
    /// Set on a duplicate: where everything of it is now.
    pub merged_into: Option<OrganisationId>,
}

impl Organisation {
    /// One of which no more is known than its kind and name.
    pub fn new(id: OrganisationId, kind: OrganisationKind, name: Localized<String>) -> Self {
        let (about, contact) = (Localized::default(), Contact::default());
        Organisation { id, kind, name, trust: Trust::NeedsApproval, about, contact, merged_into: None }
    }
}

/// How to reach the organisation itself; whom to ask for stands nowhere. Any of it may be empty.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Contact {
    pub phone: String,
    pub email: String,
    pub address: String,
    /// A name or an address in a messenger, as people write it.
    pub messenger: String,
    /// An address that begins with `http`.
    pub website: String,
}

impl Contact {
    pub fn is_empty(&self) -> bool {
        *self == Contact::default()
    }
}

/// What the people of an organisation may say of it themselves.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Profile {
    /// What it does, in a few sentences; a language may be empty.
    pub about: Localized<String>,
    pub contact: Contact,
    /// Keys of the programme's regions.
    pub regions: Vec<String>,
    /// Keys of the programme's audiences.
    pub audiences: Vec<String>,
}

/// The details of an organisation as the chair enters them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewOrganisation {
    pub kind: OrganisationKind,
    pub name: Localized<String>,
    pub trust: Trust,
    pub profile: Profile,
}

impl NewOrganisation {
    /// One of which no more is known than its kind and name.
    pub fn named(kind: OrganisationKind, name: Localized<String>) -> Self {
        NewOrganisation { kind, name, trust: Trust::NeedsApproval, profile: Profile::default() }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mistake {
    NameMissing(Lang),
    AboutLong(Lang),
    Phone,
    Email,
    AddressLong,
    MessengerLong,
    Website,
}

impl Mistake {
    /// The form's field and the message that says what to do.
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::NameMissing(Lang::Ky) => ("ky", "organisations-name-missing-ky"),
            Self::NameMissing(Lang::Ru) => ("ru", "organisations-name-missing-ru"),
            Self::NameMissing(Lang::En) => ("en", "organisations-name-missing-en"),
            Self::AboutLong(Lang::Ky) => ("about_ky", "organisations-about-long"),
            Self::AboutLong(Lang::Ru) => ("about_ru", "organisations-about-long"),
            Self::AboutLong(Lang::En) => ("about_en", "organisations-about-long"),
            Self::Phone => ("phone", "organisations-phone-wrong"),
            Self::Email => ("email", "organisations-email-wrong"),
            Self::AddressLong => ("address", "organisations-address-long"),
            Self::MessengerLong => ("messenger", "organisations-messenger-long"),
            Self::Website => ("website", "organisations-website-wrong"),
        }
    }
}

const LONGEST_NAME: usize = 200;
const LONGEST_ABOUT: usize = 1_000;
const LONGEST_LINE: usize = 300;

fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl NewOrganisation {
    /// Without stray spaces and with all mistakes, in the order of the form.
    pub fn checked(mut self) -> Result<Self, Vec<Mistake>> {
        self.name = Localized::from_fn(|lang| line(self.name.get(lang)));
        let unnamed = |name: &String| name.is_empty() || name.chars().count() > LONGEST_NAME;
        let mut mistakes: Vec<Mistake> = (self.name.iter())
            .filter(|(_, name)| unnamed(name))
            .map(|(lang, _)| Mistake::NameMissing(lang))
            .collect();
        let profile = self.profile.checked().map_err(|more| mistakes.extend(more));
        match profile {
            Ok(profile) if mistakes.is_empty() => Ok(NewOrganisation { profile, ..self }),
            _ => Err(mistakes),
        }
    }
}

impl Profile {
    pub fn checked(self) -> Result<Self, Vec<Mistake>> {
        let about = Localized::from_fn(|lang| {
            let lines: Vec<&str> = self.about.get(lang).lines().map(str::trim).collect();
            lines.join("\n").trim().to_owned()
        });
        let Contact { phone, email, address, messenger, website } = self.contact;
        let contact = Contact {
            phone: line(&phone),
            email: line(&email),
            address: line(&address),
            messenger: line(&messenger),
            website: website.trim().to_owned(),
        };
        let mut mistakes: Vec<Mistake> = (about.iter())
            .filter(|(_, text)| text.chars().count() > LONGEST_ABOUT)
            .map(|(lang, _)| Mistake::AboutLong(lang))
            .collect();
        let wrong = [
            (!is_phone(&contact.phone), Mistake::Phone),
            (!is_email(&contact.email), Mistake::Email),
            (contact.address.chars().count() > LONGEST_LINE, Mistake::AddressLong),
            (contact.messenger.chars().count() > LONGEST_LINE, Mistake::MessengerLong),
            (!is_website(&contact.website), Mistake::Website),
        ];
        mistakes.extend(wrong.into_iter().filter(|(wrong, _)| *wrong).map(|(_, mistake)| mistake));
        if mistakes.is_empty() { Ok(Profile { about, contact, ..self }) } else { Err(mistakes) }
    }
}

fn is_phone(text: &str) -> bool {
    let known = |c: char| c.is_ascii_digit() || " +-()/,.;".contains(c);
    text.is_empty()
        || (text.len() <= 60 && text.chars().all(known) && text.contains(|c: char| c.is_ascii_digit()))
}

/// A plain check: it becomes a `mailto:` address, and no mail of the portal goes there.
fn is_email(text: &str) -> bool {
    let strange = |c: char| c.is_whitespace() || c.is_control() || "<>\"',;:?&%".contains(c);
    let halves = text.split_once('@').filter(|(name, host)| {
        !name.is_empty()
            && host.contains('.')
            && !host.contains('@')
            && !host.starts_with('.')
            && !host.ends_with('.')
    });
    text.is_empty() || (halves.is_some() && !text.contains(strange) && text.len() <= 254)
}

/// Only these two schemes: a `javascript:` address would run in the reader's browser.
fn is_website(text: &str) -> bool {
    let strange = |c: char| c.is_whitespace() || c.is_control();
    let is_web = ["https://", "http://"].iter().any(|scheme| text.starts_with(scheme));
    text.is_empty() || (is_web && !text.contains(strange) && text.len() <= LONGEST_LINE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn details(name: &str, contact: Contact) -> NewOrganisation {
        let name = Localized::from_fn(|_| name.to_owned());
        let profile = Profile { contact, ..Profile::default() };
        NewOrganisation { profile, ..NewOrganisation::named(OrganisationKind::Media, name) }
    }

    #[test]
    fn every_kind_is_found_by_its_code() {
        for kind in OrganisationKind::ALL {
            assert_eq!(OrganisationKind::parse(kind.code()), Some(kind));
        }
        assert_eq!(OrganisationKind::parse("Media"), None);
    }

    #[test]
    fn spaces_are_tidied_and_all_mistakes_are_told_at_once() {
        assert_eq!(
            details("  Кечки   кербен ", Contact::default()).checked().unwrap().name.ru,
            "Кечки кербен"
        );
        let contact = Contact {
            phone: "call me".into(),
            email: "a@b?subject=x".into(),
            website: "javascript:alert(1)".into(),
            ..Contact::default()
        };
        assert_eq!(
            details(" ", contact).checked().unwrap_err(),
            [
                Mistake::NameMissing(Lang::Ky),
                Mistake::NameMissing(Lang::Ru),
                Mistake::NameMissing(Lang::En),
                Mistake::Phone,
                Mistake::Email,
                Mistake::Website
            ]
        );
    }

    #[test]
    fn contact_may_be_empty_or_plain() {
        for phone in ["", "+996 (312) 00-00-00", "0312 000000, 0312 000001"] {
            assert!(is_phone(phone), "{phone}");
        }
        for email in ["", "info@fund.example"] {
            assert!(is_email(email), "{email}");
        }
        for email in ["info", "@fund.example", "info@fund", "a@b@c.d", "info@fund."] {
            assert!(!is_email(email), "{email}");
        }
    }
}
