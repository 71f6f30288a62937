//! A programme as its file in `programmes/` describes it, for every section that tags, plans or counts by
//! task, audience, channel, region or theme. Pure: no database, no clock. What the members add or report is
//! not here.
//!
//! Things are named by their `key`, which other records store: a key may get another name, never another
//! meaning.

use jiff::civil::Date;
use platform::lang::{Lang, Localized};

pub use super::file::parse;
pub use super::reading::Problem;

#[derive(Clone, PartialEq, Debug)]
pub struct Programme {
    /// The file's name without `.toml`.
    pub key: String,
    pub name: Localized<String>,
    pub short_name: Localized<String>,
    pub summary: Localized<String>,
    pub starts: Date,
    /// The last day, included.
    pub ends: Date,
    /// Missing while the programme is not adopted.
    pub act: Option<Act>,
    /// Keys of bodies: who answers for the programme, and who brings the partners together.
    pub lead_body: String,
    pub coordinating_body: String,
    pub bodies: Vec<Body>,
    pub goals: Vec<Localized<String>>,
    pub tasks: Vec<Task>,
    pub channel_groups: Vec<ChannelGroup>,
    pub audiences: Vec<Audience>,
    pub regions: Vec<Region>,
    pub themes: Vec<Theme>,
    /// In the order in which a campaign goes through them.
    pub campaign_parts: Vec<CampaignPart>,
    pub trainings: Vec<Training>,
    pub duties: Vec<Duty>,
}

/// The legal act that adopted the programme.
#[derive(Clone, PartialEq, Debug)]
pub struct Act {
    pub number: String,
    pub date: Date,
    /// The key of a body.
    pub body: String,
    pub name: Localized<String>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Body {
    pub key: String,
    pub name: Localized<String>,
    pub short_name: Option<Localized<String>>,
    pub role: Localized<String>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Task {
    pub key: String,
    pub name: Localized<String>,
    pub summary: Localized<String>,
    /// The fields of work within the task, where the programme names them.
    pub areas: Vec<Localized<String>>,
    /// What of the task may go to the media, and what is better left to specialists.
    pub for_media: Vec<Localized<String>>,
    pub not_for_media: Vec<Localized<String>>,
}

/// Channels of one kind. People who trust one kind often distrust another, so a plan should not rest on a
/// single one.
#[derive(Clone, PartialEq, Debug)]
pub struct ChannelGroup {
    pub key: String,
    pub name: Localized<String>,
    pub channels: Vec<Channel>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Channel {
    pub key: String,
    pub name: Localized<String>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Audience {
    pub key: String,
    pub name: Localized<String>,
    pub standing: Standing,
    pub purpose: Localized<String>,
    /// Keys of channels or of whole groups of channels.
    pub main_channels: Vec<String>,
    pub sub_groups: Vec<SubGroup>,
}

/// Whether an audience is to be informed, to be won as a partner, or both.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    Beneficiary,
    Stakeholder,
    Both,
}

#[derive(Clone, PartialEq, Debug)]
pub struct SubGroup {
    pub key: String,
    pub name: Localized<String>,
    pub purpose: Option<Localized<String>>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Region {
    /// The ISO 3166-2 code in lower case.
    pub key: String,
    pub iso: String,
    pub kind: RegionKind,
    /// Says the kind as well, because a city and an oblast may share a name.
    pub name: Localized<String>,
    /// Other spellings and former names, for search.
    pub aliases: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RegionKind {
    Oblast,
    City,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Theme {
    pub key: String,
    pub name: Localized<String>,
    pub summary: Localized<String>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct CampaignPart {
    pub key: String,
    pub name: Localized<String>,
}

/// What one kind of learner should be trained in.
#[derive(Clone, PartialEq, Debug)]
pub struct Training {
    pub key: String,
    pub name: Localized<String>,
    pub topic_groups: Vec<TopicGroup>,
    pub topics: Vec<Topic>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct TopicGroup {
    pub key: String,
    pub name: Localized<String>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Topic {
    pub key: String,
    pub name: Localized<String>,
    pub group: Option<String>,
}

/// Something the partners owe, as figures that can be compared with what was done.
#[derive(Clone, PartialEq, Debug)]
pub struct Duty {
    pub key: String,
    pub name: Localized<String>,
    pub what: Deed,
    pub per: Per,
    /// Missing when the programme only says "regularly".
    pub at_least: Option<u32>,
    pub at_most: Option<u32>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Deed {
    Meeting,
    SummaryDocument,
    Campaign,
    PressConference,
    PressRelease,
    JournalistTraining,
    RegionalPlan,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Per {
    Year,
    /// The whole period of the programme.
    Programme,
    /// Each meeting of the working group.
    Meeting,
    Campaign,
    /// Again and again, without a number.
    Ongoing,
}

/// What records of every section can be tagged with.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Dimension {
    Audience,
    Channel,
    Region,
    Task,
    Theme,
}

impl Dimension {
    pub const ALL: [Dimension; 5] =
        [Dimension::Audience, Dimension::Channel, Dimension::Region, Dimension::Task, Dimension::Theme];

    /// The word in addresses, forms and the database.
    pub fn code(self) -> &'static str {
        match self {
            Dimension::Audience => "audience",
            Dimension::Channel => "channel",
            Dimension::Region => "region",
            Dimension::Task => "task",
            Dimension::Theme => "theme",
        }
    }

    /// The message that names it.
    pub fn label(self) -> &'static str {
        match self {
            Dimension::Audience => "programme-tag-audience",
            Dimension::Channel => "programme-tag-channel",
            Dimension::Region => "programme-tag-region",
            Dimension::Task => "programme-tag-task",
            Dimension::Theme => "programme-tag-theme",
        }
    }

    pub fn parse(code: &str) -> Option<Dimension> {
        Dimension::ALL.into_iter().find(|dimension| dimension.code() == code)
    }
}

impl Programme {
    pub fn task(&self, key: &str) -> Option<&Task> {
        self.tasks.iter().find(|task| task.key == key)
    }

    pub fn body(&self, key: &str) -> Option<&Body> {
        self.bodies.iter().find(|body| body.key == key)
    }

    /// The audience with this key, or the one whose sub-group has it.
    pub fn audience(&self, key: &str) -> Option<&Audience> {
        self.audiences.iter().find(|it| it.key == key || it.sub_groups.iter().any(|sub| sub.key == key))
    }

    /// The group with this key, or the one whose channel has it.
    pub fn channel_group(&self, key: &str) -> Option<&ChannelGroup> {
        self.channel_groups
            .iter()
            .find(|it| it.key == key || it.channels.iter().any(|channel| channel.key == key))
    }

    pub fn channel(&self, key: &str) -> Option<&Channel> {
        self.channel_groups.iter().flat_map(|group| &group.channels).find(|channel| channel.key == key)
    }

    pub fn region(&self, key: &str) -> Option<&Region> {
        self.regions.iter().find(|region| region.key == key)
    }

    pub fn theme(&self, key: &str) -> Option<&Theme> {
        self.themes.iter().find(|theme| theme.key == key)
    }

    pub fn campaign_part(&self, key: &str) -> Option<&CampaignPart> {
        self.campaign_parts.iter().find(|part| part.key == key)
    }

    pub fn training(&self, key: &str) -> Option<&Training> {
        self.trainings.iter().find(|training| training.key == key)
    }

    pub fn duty(&self, key: &str) -> Option<&Duty> {
        self.duties.iter().find(|duty| duty.key == key)
    }

    /// Everything a record can be tagged with in one dimension, in the file's order. Sub-groups follow their
    /// audience and channels their group.
    pub fn terms(&self, dimension: Dimension) -> impl Iterator<Item = (&str, &Localized<String>)> {
        let terms: Box<dyn Iterator<Item = (&String, &Localized<String>)>> = match dimension {
            Dimension::Audience => Box::new(self.audiences.iter().flat_map(|it| {
                let sub_groups = it.sub_groups.iter().map(|sub| (&sub.key, &sub.name));
                std::iter::once((&it.key, &it.name)).chain(sub_groups)
            })),
            Dimension::Channel => Box::new(self.channel_groups.iter().flat_map(|it| {
                let channels = it.channels.iter().map(|channel| (&channel.key, &channel.name));
                std::iter::once((&it.key, &it.name)).chain(channels)
            })),
            Dimension::Region => Box::new(self.regions.iter().map(|it| (&it.key, &it.name))),
            Dimension::Task => Box::new(self.tasks.iter().map(|it| (&it.key, &it.name))),
            Dimension::Theme => Box::new(self.themes.iter().map(|it| (&it.key, &it.name))),
        };
        terms.map(|(key, name)| (key.as_str(), name))
    }

    pub fn name(&self, dimension: Dimension, key: &str, lang: Lang) -> Option<&str> {
        self.terms(dimension).find(|(term, _)| *term == key).map(|(_, name)| name.get(lang).as_str())
    }
}
