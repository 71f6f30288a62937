//! The message keys of kinds, states, levels and channels: which words people read for which code.

use super::approval::Channel;
use super::model::{Kind, Level, State};
use platform::lang::L10n;

pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Report => "documents-kind-report",
        Kind::Law => "documents-kind-law",
        Kind::Statement => "documents-kind-statement",
        Kind::GroupPaper => "documents-kind-group-paper",
        Kind::TalkingPoints => "documents-kind-talking-points",
        Kind::PressRelease => "documents-kind-press-release",
        Kind::Brochure => "documents-kind-brochure",
        Kind::Poster => "documents-kind-poster",
        Kind::SocialKit => "documents-kind-social-kit",
        Kind::Video => "documents-kind-video",
        Kind::SuccessStory => "documents-kind-success-story",
        Kind::MediaCoverage => "documents-kind-media-coverage",
        Kind::Answer => "documents-kind-answer",
    }
}

pub fn state(state: State) -> &'static str {
    match state {
        State::Draft => "documents-state-draft",
        State::Submitted => "documents-state-submitted",
        State::Returned => "documents-state-returned",
        State::Approved => "documents-state-approved",
        State::Published => "documents-state-published",
        State::Superseded => "documents-state-superseded",
        State::Withdrawn => "documents-state-withdrawn",
        State::Removed => "documents-state-removed",
    }
}

pub fn level(level: Level) -> &'static str {
    match level {
        Level::Official => "documents-level-official",
        Level::Agreed => "documents-level-agreed",
        Level::Own => "documents-level-own",
    }
}

/// The channel on which an approval came, in words.
pub fn channel(channel: Channel, l: &L10n) -> String {
    l.t(match channel {
        Channel::Portal => "documents-channel-portal",
        Channel::Link => "documents-channel-link",
        Channel::Email => "documents-channel-email",
        Channel::Phone => "documents-channel-phone",
        Channel::Meeting => "documents-channel-meeting",
        Channel::Letter => "documents-channel-letter",
        Channel::Messenger => "documents-channel-messenger",
    })
    .into_owned()
}
