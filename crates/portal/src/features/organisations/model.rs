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

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Organisation {
    pub id: OrganisationId,
    pub kind: OrganisationKind,
    pub name: Localized<String>,
    /// Empty, or an address that begins with `http`.
    pub website: String,
}

/// The details of an organisation as somebody enters them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewOrganisation {
    pub kind: OrganisationKind,
    pub name: Localized<String>,
    pub website: String,
    /// Keys of the programme's regions.
    pub regions: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mistake {
    NameMissing(Lang),
    Website,
}

impl Mistake {
    /// The form's field and the message that says what to do.
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::NameMissing(Lang::Ky) => ("ky", "organisations-name-missing-ky"),
            Self::NameMissing(Lang::Ru) => ("ru", "organisations-name-missing-ru"),
            Self::NameMissing(Lang::En) => ("en", "organisations-name-missing-en"),
            Self::Website => ("website", "organisations-website-wrong"),
        }
    }
}

const LONGEST_NAME: usize = 200;

impl NewOrganisation {
    /// Without stray spaces and with all mistakes, in the order of the form.
    pub fn checked(mut self) -> Result<Self, Vec<Mistake>> {
        self.name = Localized::from_fn(|lang| {
            let words: Vec<&str> = self.name.get(lang).split_whitespace().collect();
            words.join(" ")
        });
        self.website = self.website.trim().to_owned();
        let mut mistakes: Vec<Mistake> = self
            .name
            .iter()
            .filter(|(_, name)| name.is_empty() || name.chars().count() > LONGEST_NAME)
            .map(|(lang, _)| Mistake::NameMissing(lang))
            .collect();
        // Only these two: a `javascript:` address would run in the reader's browser.
        let is_web = ["https://", "http://"].iter().any(|scheme| self.website.starts_with(scheme));
        let strange = |c: char| c.is_whitespace() || c.is_control();
        if !self.website.is_empty() && (!is_web || self.website.contains(strange) || self.website.len() > 300)
        {
            mistakes.push(Mistake::Website);
        }
        if mistakes.is_empty() { Ok(self) } else { Err(mistakes) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn details(name: &str, website: &str) -> NewOrganisation {
        NewOrganisation {
            kind: OrganisationKind::Media,
            name: Localized::from_fn(|_| name.to_owned()),
            website: website.to_owned(),
            regions: Vec::new(),
        }
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
        assert_eq!(details("  Кечки   кербен ", "").checked().unwrap().name.ru, "Кечки кербен");
        assert_eq!(
            details(" ", "javascript:alert(1)").checked().unwrap_err(),
            [
                Mistake::NameMissing(Lang::Ky),
                Mistake::NameMissing(Lang::Ru),
                Mistake::NameMissing(Lang::En),
                Mistake::Website
            ]
        );
    }
}
