//! A kit and what makes one acceptable. Pure.

use crate::features::campaigns::CampaignId;
use crate::features::documents::{DocumentId, named_in};
use crate::web::proposals::Proposal;
use platform::actor::OrganisationId;
use platform::clock::Timestamp;
use platform::lang::{Lang, Localized};

platform::id_type!(
    /// One kit.
    pub KitId
);

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kit {
    pub id: KitId,
    pub organisation: OrganisationId,
    pub details: Details,
    pub version: i64,
    pub changed_at: Timestamp,
    pub published_at: Option<Timestamp>,
}

impl Kit {
    pub fn proposal(&self) -> Proposal {
        Proposal { organisation: self.organisation, published: self.published_at.is_some() }
    }
}

/// What its people write.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Details {
    pub title: Localized<String>,
    /// Markdown; may be empty in a language.
    pub introduction: Localized<String>,
    /// Keys of the programme, or empty.
    pub audience: String,
    pub theme: String,
    /// What it was made for.
    pub campaign: Option<CampaignId>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mistake {
    TitleMissing(Lang),
    IntroductionLong(Lang),
    /// A line that names no document.
    Unknown,
    /// A document of which nothing is published.
    NotPublished,
    TooMany,
}

pub const LONGEST_TITLE: usize = 200;
pub const LONGEST_INTRODUCTION: usize = 10_000;
/// A kit fits on one sheet, and its download on one disk.
pub const MOST_TEXTS: usize = 40;

impl Mistake {
    /// The form's field and the message that says what to do.
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::TitleMissing(Lang::Ky) => ("ky", "kits-title-missing"),
            Self::TitleMissing(Lang::Ru) => ("ru", "kits-title-missing"),
            Self::TitleMissing(Lang::En) => ("en", "kits-title-missing"),
            Self::IntroductionLong(Lang::Ky) => ("introduction_ky", "kits-introduction-long"),
            Self::IntroductionLong(Lang::Ru) => ("introduction_ru", "kits-introduction-long"),
            Self::IntroductionLong(Lang::En) => ("introduction_en", "kits-introduction-long"),
            Self::Unknown => ("texts", "kits-texts-unknown"),
            Self::NotPublished => ("texts", "kits-texts-not-published"),
            Self::TooMany => ("texts", "kits-texts-many"),
        }
    }
}

impl Details {
    /// Tidied, with all mistakes in the order of the form.
    pub fn checked(self) -> Result<Details, Vec<Mistake>> {
        let line = |text: &String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let details = Details {
            title: Localized::from_fn(|lang| line(self.title.get(lang))),
            introduction: Localized::from_fn(|lang| self.introduction.get(lang).trim().replace('\r', "")),
            ..self
        };
        let mut mistakes = Vec::new();
        for lang in Lang::ALL {
            let title = details.title.get(lang);
            if title.is_empty() || title.chars().count() > LONGEST_TITLE {
                mistakes.push(Mistake::TitleMissing(lang));
            }
        }
        for lang in Lang::ALL {
            if details.introduction.get(lang).chars().count() > LONGEST_INTRODUCTION {
                mistakes.push(Mistake::IntroductionLong(lang));
            }
        }
        if mistakes.is_empty() { Ok(details) } else { Err(mistakes) }
    }
}

/// The documents that the lines of a form name, in their order; a second mention of one is dropped.
pub fn texts(lines: &str) -> Result<Vec<DocumentId>, Mistake> {
    let mut texts: Vec<DocumentId> = Vec::new();
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        let document = named_in(line).ok_or(Mistake::Unknown)?;
        if !texts.contains(&document) {
            texts.push(document);
        }
        if texts.len() > MOST_TEXTS {
            return Err(Mistake::TooMany);
        }
    }
    Ok(texts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_name_documents_in_their_order_and_once() {
        let typed = "https://birge.example/ru/documents/0000000000003/editions/2\n\n  /ky/documents/0000000000002 Аталыш\n\
                     0000000000003";
        assert_eq!(texts(typed), Ok(vec![3.into(), 2.into()]));
        assert_eq!(texts("https://elsewhere.example/a"), Err(Mistake::Unknown));
        let many: String = (1..=41).map(|n| format!("{}\n", DocumentId::from(n))).collect();
        assert_eq!(texts(&many), Err(Mistake::TooMany));
    }

    #[test]
    fn a_kit_has_a_title_in_every_language() {
        let mut details = Details {
            title: Localized::from_fn(|_| " Жол  үйдөн ".to_owned()),
            ..Details::default()
        };
        assert_eq!(details.clone().checked().map(|it| it.title.ky), Ok("Жол үйдөн".to_owned()));
        details.title.ru = "  ".into();
        details.introduction.en = "а".repeat(LONGEST_INTRODUCTION + 1);
        let expected = vec![Mistake::TitleMissing(Lang::Ru), Mistake::IntroductionLong(Lang::En)];
        assert_eq!(details.checked(), Err(expected));
    }
}
