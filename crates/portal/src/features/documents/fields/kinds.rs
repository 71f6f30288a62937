//! The fields of every kind, in the order in which people fill them in. Names are permanent: they stand in the database
//! and in what approvals are bound to. No name here is one of the draft's own (`title`, `body`, `wish` …; tested).

use super::super::model::Kind;
use super::model::{Field, Type};

const NETWORKS: &[(&str, &str)] = &[
    ("facebook", "documents-fields-network-facebook"),
    ("instagram", "documents-fields-network-instagram"),
    ("telegram", "documents-fields-network-telegram"),
    ("whatsapp", "documents-fields-network-whatsapp"),
    ("tiktok", "documents-fields-network-tiktok"),
    ("ok", "documents-fields-network-ok"),
    ("vk", "documents-fields-network-vk"),
    ("x", "documents-fields-network-x"),
    ("other", "documents-fields-network-other"),
];

/// So many characters a network takes, where it sets a limit that texts come near to.
pub fn network_limit(code: &str) -> Option<usize> {
    match code {
        "instagram" | "tiktok" => Some(2_200),
        "telegram" => Some(4_096),
        "x" => Some(280),
        _ => None,
    }
}

const TONES: &[(&str, &str)] = &[
    ("favourable", "documents-fields-tone-favourable"),
    ("neutral", "documents-fields-tone-neutral"),
    ("unfavourable", "documents-fields-tone-unfavourable"),
];

const SCOPES: &[(&str, &str)] = &[
    ("portal", "documents-fields-scope-portal"),
    ("partners", "documents-fields-scope-partners"),
    ("media", "documents-fields-scope-media"),
];

const REPORT: &[Field] = &[
    Field::new("period_from", Type::Day, "documents-fields-period-from").before(),
    Field::new("period_until", Type::Day, "documents-fields-period-until").before(),
    Field::new("method", Type::Paragraph, "documents-fields-method").hint("documents-fields-method-hint"),
];

const LAW: &[Field] = &[
    Field::new("law_number", Type::Line, "documents-fields-law-number").required().before(),
    Field::new("law_date", Type::Day, "documents-fields-law-date").required().before(),
    Field::new("in_force_from", Type::Day, "documents-fields-in-force-from").before(),
    Field::new("in_force_until", Type::Day, "documents-fields-in-force-until")
        .hint("documents-fields-in-force-until-hint")
        .before(),
    Field::new(
        "changes",
        Type::Rows(&[Field::new("changed", Type::Document, "documents-fields-changed").required()]),
        "documents-fields-changes",
    )
    .hint("documents-fields-changes-hint"),
    Field::new("plain_twin", Type::Document, "documents-fields-plain-twin")
        .hint("documents-fields-plain-twin-hint")
        .before(),
];

const STATEMENT: &[Field] = &[
    Field::new("speaker", Type::Line, "documents-fields-speaker")
        .hint("documents-fields-speaker-hint")
        .before(),
    Field::new("occasion", Type::Line, "documents-fields-occasion").before(),
    Field::new("said_on", Type::Day, "documents-fields-said-on").before(),
];

const GROUP_PAPER: &[Field] = &[
    Field::new("asked_for", Type::Paragraph, "documents-fields-asked-for")
        .hint("documents-fields-asked-for-hint")
        .required()
        .before(),
    Field::new("meeting_on", Type::Day, "documents-fields-meeting-on").before(),
];

const TALKING_POINTS: &[Field] = &[
    Field::new("message", Type::Paragraph, "documents-fields-message")
        .hint("documents-fields-message-hint")
        .required()
        .before(),
    Field::new("listeners", Type::Line, "documents-fields-listeners").required().before(),
    Field::new("when_to_use", Type::Line, "documents-fields-when-to-use").before(),
    Field::new(
        "questions",
        Type::Rows(&[
            Field::new("asked", Type::Line, "documents-fields-asked").required(),
            Field::new("reply", Type::Paragraph, "documents-fields-reply").required(),
        ]),
        "documents-fields-questions",
    )
    .hint("documents-fields-questions-hint"),
];

const PRESS_RELEASE: &[Field] = &[
    Field::new("contact", Type::Line, "documents-fields-contact").hint("documents-fields-contact-hint"),
    Field::new("contact_phone", Type::Line, "documents-fields-contact-phone"),
    Field::new("contact_email", Type::Line, "documents-fields-contact-email"),
];

/// Brochures and posters alike.
const PRINTED: &[Field] = &[
    Field::new("print_master", Type::File, "documents-fields-print-master")
        .hint("documents-fields-print-master-hint"),
    Field::new("formats", Type::Line, "documents-fields-formats")
        .hint("documents-fields-formats-hint")
        .required()
        .before(),
    Field::new("print_languages", Type::Line, "documents-fields-print-languages")
        .hint("documents-fields-print-languages-hint")
        .before(),
];

const SOCIAL_KIT: &[Field] = &[
    Field::new(
        "posts",
        Type::Rows(&[
            Field::new("network", Type::Choice(NETWORKS), "documents-fields-network").required(),
            Field::new("post", Type::Paragraph, "documents-fields-post").required(),
        ]),
        "documents-fields-posts",
    )
    .hint("documents-fields-posts-hint")
    .required(),
    Field::new(
        "pictures",
        Type::Rows(&[
            Field::new("picture", Type::File, "documents-fields-picture").required(),
            Field::new("alt", Type::Line, "documents-fields-alt").required(),
        ]),
        "documents-fields-pictures",
    )
    .hint("documents-fields-pictures-hint"),
];

const VIDEO: &[Field] = &[
    Field::new("recording_link", Type::Link, "documents-fields-recording-link").either("recording").before(),
    Field::new("recording", Type::File, "documents-fields-recording")
        .hint("documents-fields-recording-hint")
        .before(),
    Field::new("transcript", Type::Paragraph, "documents-fields-transcript")
        .hint("documents-fields-transcript-hint")
        .required(),
];

const SUCCESS_STORY: &[Field] = &[
    Field::new("consent_code", Type::Line, "documents-fields-consent-code")
        .hint("documents-fields-consent-code-hint")
        .required()
        .for_members(),
    Field::new("consent_keeper", Type::Organisation, "documents-fields-consent-keeper")
        .hint("documents-fields-consent-keeper-hint")
        .required()
        .for_members(),
    Field::new("consent_scope", Type::Choice(SCOPES), "documents-fields-consent-scope")
        .required()
        .for_members(),
    Field::new("consent_until", Type::Day, "documents-fields-consent-until")
        .hint("documents-fields-consent-until-hint")
        .required()
        .for_members(),
];

const MEDIA_COVERAGE: &[Field] = &[
    Field::new("outlet", Type::Line, "documents-fields-outlet").required().before(),
    Field::new("appeared_on", Type::Day, "documents-fields-appeared-on").required().before(),
    Field::new("coverage_link", Type::Link, "documents-fields-coverage-link").before(),
    Field::new("tone", Type::Choice(TONES), "documents-fields-tone").for_members(),
    Field::new(
        "quoted",
        Type::Rows(&[
            Field::new("person", Type::Line, "documents-fields-quoted-person").required(),
            Field::new("words", Type::Line, "documents-fields-quoted-words"),
        ]),
        "documents-fields-quoted",
    )
    .hint("documents-fields-quoted-hint"),
];

const ANSWER: &[Field] = &[
    Field::new("question", Type::Line, "documents-fields-question")
        .hint("documents-fields-question-hint")
        .required()
        .before(),
    Field::new("short_answer", Type::Paragraph, "documents-fields-short-answer")
        .hint("documents-fields-short-answer-hint")
        .required()
        .before(),
];

/// The fields of a kind.
pub fn of(kind: Kind) -> &'static [Field] {
    match kind {
        Kind::Report => REPORT,
        Kind::Law => LAW,
        Kind::Statement => STATEMENT,
        Kind::GroupPaper => GROUP_PAPER,
        Kind::TalkingPoints => TALKING_POINTS,
        Kind::PressRelease => PRESS_RELEASE,
        Kind::Brochure | Kind::Poster => PRINTED,
        Kind::SocialKit => SOCIAL_KIT,
        Kind::Video => VIDEO,
        Kind::SuccessStory => SUCCESS_STORY,
        Kind::MediaCoverage => MEDIA_COVERAGE,
        Kind::Answer => ANSWER,
    }
}
