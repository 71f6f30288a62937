//! A campaign, what makes one acceptable, and where it stands on a day. Pure.

use crate::features::programme::{Dimension, Programme};
use crate::web::proposals::Proposal;
use jiff::civil::Date;
use platform::actor::OrganisationId;
use platform::clock::Timestamp;
use platform::lang::{Lang, Localized};
use std::collections::BTreeSet;

platform::id_type!(
    /// One campaign.
    pub CampaignId
);

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Campaign {
    pub id: CampaignId,
    /// The one that leads it.
    pub organisation: OrganisationId,
    pub details: Details,
    pub version: i64,
    pub changed_at: Timestamp,
    pub published_at: Option<Timestamp>,
}

/// What its people write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details {
    pub title: Localized<String>,
    /// Markdown; may be empty in a language.
    pub goal: Localized<String>,
    pub starts: Date,
    /// The last day, which belongs to it.
    pub ends: Date,
    /// A key of the programme, or empty.
    pub theme: String,
    pub reach: Reach,
    pub supporters: Vec<OrganisationId>,
}

/// Whom, where and by which ways a campaign reaches: keys of the programme, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    pub audiences: Vec<String>,
    pub regions: Vec<String>,
    pub channels: Vec<String>,
}

impl Reach {
    pub const DIMENSIONS: [Dimension; 3] = [Dimension::Audience, Dimension::Region, Dimension::Channel];

    pub fn of(&self, dimension: Dimension) -> &[String] {
        match dimension {
            Dimension::Audience => &self.audiences,
            Dimension::Region => &self.regions,
            Dimension::Channel => &self.channels,
            Dimension::Task | Dimension::Theme => &[],
        }
    }

    /// Made of dimensions and keys in any order; a key that the programme does not know is none.
    pub fn read(programme: &Programme, holds: impl Fn(Dimension, &str) -> bool) -> Reach {
        let keys = |dimension| -> Vec<String> {
            let terms = programme.terms(dimension).map(|(key, _)| key);
            terms.filter(|key| holds(dimension, key)).map(str::to_owned).collect()
        };
        Reach {
            audiences: keys(Dimension::Audience),
            regions: keys(Dimension::Region),
            channels: keys(Dimension::Channel),
        }
    }
}

/// Where a campaign stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    Coming,
    Running,
    Over,
}

impl Details {
    pub fn phase(&self, today: Date) -> Phase {
        if today < self.starts {
            Phase::Coming
        } else if today <= self.ends {
            Phase::Running
        } else {
            Phase::Over
        }
    }

    /// All its channels are of one kind, and some are chosen: many people trust that kind only, or never.
    pub fn one_kind_of_channel(&self, programme: &Programme) -> bool {
        let groups = self.reach.channels.iter().filter_map(|key| programme.channel_group(key));
        let kinds: BTreeSet<&str> = groups.map(|group| group.key.as_str()).collect();
        kinds.len() == 1
    }
}

/// As it was typed.
#[derive(Clone, Debug, Default)]
pub struct Entered {
    pub title: Localized<String>,
    pub goal: Localized<String>,
    pub starts: Option<Date>,
    pub ends: Option<Date>,
    pub theme: String,
    pub reach: Reach,
    pub supporters: Vec<OrganisationId>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mistake {
    TitleMissing(Lang),
    GoalLong(Lang),
    StartMissing,
    EndMissing,
    EndsBefore,
    TooLong,
    /// Nobody and nothing is chosen to be reached.
    NoAudience,
    Supporter,
}

pub const LONGEST_TITLE: usize = 200;
pub const LONGEST_GOAL: usize = 10_000;
/// The national campaigns of a programme last months; what lasts longer is the programme itself.
pub const MOST_DAYS: i32 = 731;

impl Mistake {
    /// The form's field and the message that says what to do.
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::TitleMissing(Lang::Ky) => ("ky", "campaigns-title-missing"),
            Self::TitleMissing(Lang::Ru) => ("ru", "campaigns-title-missing"),
            Self::TitleMissing(Lang::En) => ("en", "campaigns-title-missing"),
            Self::GoalLong(Lang::Ky) => ("goal_ky", "campaigns-goal-long"),
            Self::GoalLong(Lang::Ru) => ("goal_ru", "campaigns-goal-long"),
            Self::GoalLong(Lang::En) => ("goal_en", "campaigns-goal-long"),
            Self::StartMissing => ("starts", "campaigns-day-missing"),
            Self::EndMissing => ("ends", "campaigns-day-missing"),
            Self::EndsBefore => ("ends", "campaigns-ends-before"),
            Self::TooLong => ("ends", "campaigns-too-long"),
            Self::NoAudience => ("audience", "campaigns-no-audience"),
            Self::Supporter => ("supporter", "campaigns-supporter-unknown"),
        }
    }
}

impl Entered {
    /// Tidied, with all mistakes in the order of the form.
    pub fn checked(self) -> Result<Details, Vec<Mistake>> {
        let line = |text: &String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let title = Localized::from_fn(|lang| line(self.title.get(lang)));
        let goal = Localized::from_fn(|lang| self.goal.get(lang).trim().replace('\r', ""));
        let mut mistakes = Vec::new();
        for lang in Lang::ALL {
            let title: &String = title.get(lang);
            if title.is_empty() || title.chars().count() > LONGEST_TITLE {
                mistakes.push(Mistake::TitleMissing(lang));
            }
        }
        let days = match (self.starts, self.ends) {
            (Some(starts), Some(ends)) => {
                let days = (ends - starts).get_days();
                match days {
                    ..0 => mistakes.push(Mistake::EndsBefore),
                    MOST_DAYS.. => mistakes.push(Mistake::TooLong),
                    _ => {}
                }
                Some((starts, ends))
            }
            (starts, ends) => {
                mistakes.extend(starts.is_none().then_some(Mistake::StartMissing));
                mistakes.extend(ends.is_none().then_some(Mistake::EndMissing));
                None
            }
        };
        if self.reach.audiences.is_empty() {
            mistakes.push(Mistake::NoAudience);
        }
        for lang in Lang::ALL {
            if goal.get(lang).chars().count() > LONGEST_GOAL {
                mistakes.push(Mistake::GoalLong(lang));
            }
        }
        match days {
            Some((starts, ends)) if mistakes.is_empty() => Ok(Details {
                title,
                goal,
                starts,
                ends,
                theme: self.theme,
                reach: self.reach,
                supporters: self.supporters,
            }),
            _ => Err(mistakes),
        }
    }
}

/// What lists show of a campaign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub id: CampaignId,
    pub title: Localized<String>,
    pub starts: Date,
    pub ends: Date,
}

impl Campaign {
    pub fn line(&self) -> Line {
        let Details { title, starts, ends, .. } = &self.details;
        Line { id: self.id, title: title.clone(), starts: *starts, ends: *ends }
    }

    pub fn proposal(&self) -> Proposal {
        Proposal { organisation: self.organisation, published: self.published_at.is_some() }
    }
}

/// The published campaigns, the latest to start first.
#[derive(Default)]
pub struct Published(pub Vec<Campaign>);

impl Published {
    pub fn get(&self, id: CampaignId) -> Option<&Campaign> {
        self.0.iter().find(|it| it.id == id)
    }

    /// The title of the campaign that a key stands for, as tags and addresses know it.
    pub fn name(&self, key: &str, lang: Lang) -> Option<&str> {
        let campaign = self.get(key.parse().ok()?)?;
        Some(campaign.details.title.get(lang).as_str())
    }

    /// Those of a phase. What comes or runs begins with what is next: the first to start, the first to end.
    pub fn of(&self, phase: Phase, today: Date) -> Vec<&Campaign> {
        let mut of: Vec<&Campaign> = self.0.iter().filter(|it| it.details.phase(today) == phase).collect();
        match phase {
            Phase::Coming => of.sort_by_key(|it| (it.details.starts, it.id)),
            Phase::Running => of.sort_by_key(|it| (it.details.ends, it.id)),
            Phase::Over => {}
        }
        of
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::programme;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn entered() -> Entered {
        Entered {
            title: Localized::from_fn(|_| " Жол  үйдөн ".to_owned()),
            starts: Some(day("2026-11-01")),
            ends: Some(day("2026-11-30")),
            reach: Reach { audiences: vec!["migrants".into()], ..Reach::default() },
            ..Entered::default()
        }
    }

    #[test]
    fn a_campaign_says_in_every_language_what_it_is_and_for_whom_and_when() {
        assert_eq!(entered().checked().unwrap().title.ky, "Жол үйдөн");
        let mut wrong = Entered { starts: None, ends: None, reach: Reach::default(), ..entered() };
        wrong.title.ru = "  ".into();
        wrong.goal.en = "а".repeat(LONGEST_GOAL + 1);
        let expected = [
            Mistake::TitleMissing(Lang::Ru),
            Mistake::StartMissing,
            Mistake::EndMissing,
            Mistake::NoAudience,
            Mistake::GoalLong(Lang::En),
        ];
        assert_eq!(wrong.checked().unwrap_err(), expected);
    }

    #[test]
    fn it_ends_after_it_starts_and_within_two_years() {
        let ends = |day: &str| Entered { ends: Some(day.parse().unwrap()), ..entered() }.checked();
        assert_eq!(ends("2026-10-31"), Err(vec![Mistake::EndsBefore]));
        assert!(ends("2026-11-01").is_ok(), "a campaign of one day");
        assert!(ends("2028-10-31").is_ok());
        assert_eq!(ends("2028-11-01"), Err(vec![Mistake::TooLong]));
    }

    #[test]
    fn the_day_tells_where_it_stands_and_its_last_day_belongs_to_it() {
        let details = entered().checked().unwrap();
        for (today, phase) in [
            ("2026-10-31", Phase::Coming),
            ("2026-11-01", Phase::Running),
            ("2026-11-30", Phase::Running),
            ("2026-12-01", Phase::Over),
        ] {
            assert_eq!(details.phase(day(today)), phase, "{today}");
        }
    }

    #[test]
    fn what_is_next_comes_first() {
        let campaign = |id: i64, starts: &str, ends: &str| Campaign {
            id: id.into(),
            organisation: 7.into(),
            details: Entered { starts: Some(day(starts)), ends: Some(day(ends)), ..entered() }
                .checked()
                .unwrap(),
            version: 1,
            changed_at: Timestamp(0),
            published_at: Some(Timestamp(0)),
        };
        let published = Published(vec![
            campaign(5, "2027-03-01", "2027-03-02"),
            campaign(4, "2027-01-01", "2027-02-01"),
            campaign(3, "2026-11-20", "2026-12-20"),
            campaign(2, "2026-11-10", "2026-11-30"),
            campaign(1, "2026-01-01", "2026-02-01"),
        ]);
        let of = |phase| -> Vec<i64> {
            published.of(phase, day("2026-11-25")).iter().map(|it| it.id.get()).collect()
        };
        assert_eq!(
            (of(Phase::Running), of(Phase::Coming), of(Phase::Over)),
            (vec![2, 3], vec![4, 5], vec![1])
        );
        assert_eq!(published.name(&CampaignId::from(2).to_string(), Lang::Ky), Some("Жол үйдөн"));
        assert_eq!(published.name("elsewhere", Lang::Ky), None);
    }

    #[test]
    fn one_kind_of_channel_is_noticed() {
        let programme = programme::built_in();
        let groups: Vec<&str> = programme.channel_groups.iter().map(|group| group.key.as_str()).collect();
        let with = |channels: &[&str]| {
            let channels = channels.iter().map(|key| (*key).to_owned()).collect();
            let reach = Reach { channels, ..entered().reach };
            Entered { reach, ..entered() }.checked().unwrap().one_kind_of_channel(&programme)
        };
        let inside = programme.channel_groups[0].channels[0].key.as_str();
        assert!(with(&[groups[0]]) && with(&[groups[0], inside]));
        assert!(!with(&[]) && !with(&[groups[0], groups[1]]));
    }

    #[test]
    fn what_the_programme_does_not_know_is_not_reached() {
        let programme = programme::built_in();
        let chosen =
            [(Dimension::Region, "kg-o"), (Dimension::Region, "mars"), (Dimension::Audience, "migrants")];
        let reach = Reach::read(&programme, |dimension, key| chosen.contains(&(dimension, key)));
        assert_eq!((reach.regions, reach.audiences), (vec!["kg-o".to_owned()], vec!["migrants".to_owned()]));
    }
}
