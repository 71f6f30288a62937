//! The keys of a programme file and what each of them becomes in the model. A key added here is known to the
//! file checker at once; what the keys mean is explained in the model.

use platform::lang::Localized;

use super::model::*;
use super::reading::{self, Table, translations};

// The nouns under which keys are unique and can be referred to; messages use them as well. Sub-groups count
// as audiences and groups of channels as channels, because records are tagged with either.
const AUDIENCE: &str = "audience";
const BODY: &str = "body";
const CHANNEL: &str = "channel";
const TOPIC_GROUP: &str = "topic group";

/// Reads a programme file; `file_name` gives the programme its key. Every problem of the file is returned, in
/// the order of its lines.
pub fn parse(text: &str, file_name: &str) -> Result<Programme, Vec<Problem>> {
    reading::read(text, "programme file", |file| programme(file, file_name))
}

fn programme(file: &mut Table, file_name: &str) -> Programme {
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or_default();
    let key = name.strip_suffix(".toml").unwrap_or_default();
    if !reading::is_kebab_case(key) {
        let advice =
            "rename it to something like kg-2022-2025.toml, in small latin letters, digits and hyphens";
        file.problem(format!("the file's name `{name}` cannot serve as the programme's key; {advice}"));
    }
    // The days are read first, so that no other mistake keeps their order from being checked.
    let (starts, ends) = (file.date("starts"), file.date("ends"));
    file.check("ends", starts <= ends, "the programme ends before it starts; correct `starts` or `ends`");
    Programme {
        key: key.to_owned(),
        name: file.localized("name"),
        short_name: file.localized("short_name"),
        summary: file.localized("summary"),
        starts,
        ends,
        act: file.optional("act", act),
        lead_body: file.reference("lead_body", BODY),
        coordinating_body: file.reference("coordinating_body", BODY),
        bodies: file.each("body", BODY, body),
        goals: file.each("goal", "goal", translations),
        tasks: file.each("task", "task", task),
        channel_groups: file.each("channel_group", "channel group", channel_group),
        audiences: file.each("audience", AUDIENCE, audience),
        regions: file.each("region", "region", region),
        themes: file.each("theme", "theme", theme),
        campaign_parts: file.each("campaign_part", "campaign part", campaign_part),
        trainings: file.each("training", "training", training),
        duties: file.each("duty", "duty", duty),
    }
}

fn act(table: &mut Table) -> Act {
    Act {
        number: table.text("number"),
        date: table.date("date"),
        body: table.reference("body", BODY),
        name: table.localized("name"),
    }
}

fn body(table: &mut Table) -> Body {
    Body {
        key: table.define(BODY),
        name: table.localized("name"),
        short_name: table.optional_localized("short_name"),
        role: table.localized("role"),
    }
}

fn task(table: &mut Table) -> Task {
    Task {
        key: table.define("task"),
        name: table.localized("name"),
        summary: table.localized("summary"),
        areas: sentences(table, "area"),
        for_media: sentences(table, "for_media"),
        not_for_media: sentences(table, "not_for_media"),
    }
}

fn sentences(table: &mut Table, key: &'static str) -> Vec<Localized<String>> {
    table.each_if_any(key, "text", translations)
}

fn channel_group(table: &mut Table) -> ChannelGroup {
    ChannelGroup {
        key: table.define(CHANNEL),
        name: table.localized("name"),
        channels: table
            .each("channel", CHANNEL, |it| Channel { key: it.define(CHANNEL), name: it.localized("name") }),
    }
}

fn audience(table: &mut Table) -> Audience {
    const STANDINGS: [(&str, Standing); 3] = [
        ("beneficiary", Standing::Beneficiary),
        ("stakeholder", Standing::Stakeholder),
        ("both", Standing::Both),
    ];
    Audience {
        key: table.define(AUDIENCE),
        name: table.localized("name"),
        standing: table.choice("standing", &STANDINGS),
        purpose: table.localized("purpose"),
        main_channels: table.references("main_channels", CHANNEL),
        sub_groups: table.each_if_any("sub_group", "sub-group", |it| SubGroup {
            key: it.define(AUDIENCE),
            name: it.localized("name"),
            purpose: it.optional_localized("purpose"),
        }),
    }
}

fn region(table: &mut Table) -> Region {
    const KINDS: [(&str, RegionKind); 2] = [("oblast", RegionKind::Oblast), ("city", RegionKind::City)];
    Region {
        key: table.define("region"),
        iso: table.text("iso"),
        kind: table.choice("kind", &KINDS),
        name: table.localized("name"),
        aliases: table.optional_texts("aliases"),
    }
}

fn theme(table: &mut Table) -> Theme {
    Theme { key: table.define("theme"), name: table.localized("name"), summary: table.localized("summary") }
}

fn campaign_part(table: &mut Table) -> CampaignPart {
    CampaignPart { key: table.define("campaign part"), name: table.localized("name") }
}

fn training(table: &mut Table) -> Training {
    Training {
        key: table.define("training"),
        name: table.localized("name"),
        topic_groups: table.each_if_any("topic_group", TOPIC_GROUP, |it| TopicGroup {
            key: it.define(TOPIC_GROUP),
            name: it.localized("name"),
        }),
        topics: table.each("topic", "topic", |it| Topic {
            key: it.define("topic"),
            name: it.localized("name"),
            group: it.optional_reference("group", TOPIC_GROUP),
        }),
    }
}

fn duty(table: &mut Table) -> Duty {
    const DEEDS: [(&str, Deed); 7] = [
        ("meeting", Deed::Meeting),
        ("summary-document", Deed::SummaryDocument),
        ("campaign", Deed::Campaign),
        ("press-conference", Deed::PressConference),
        ("press-release", Deed::PressRelease),
        ("journalist-training", Deed::JournalistTraining),
        ("regional-plan", Deed::RegionalPlan),
    ];
    const PERS: [(&str, Per); 5] = [
        ("year", Per::Year),
        ("programme", Per::Programme),
        ("meeting", Per::Meeting),
        ("campaign", Per::Campaign),
        ("ongoing", Per::Ongoing),
    ];
    let duty = Duty {
        key: table.define("duty"),
        name: table.localized("name"),
        what: table.choice("what", &DEEDS),
        per: table.choice("per", &PERS),
        at_least: table.optional_number("at_least"),
        at_most: table.optional_number("at_most"),
    };
    let counted = (duty.per == Per::Ongoing) == duty.at_least.is_none();
    table.check(
        "per",
        counted,
        "a duty needs `at_least`, unless it is `per = \"ongoing\"`; add or remove it",
    );
    let possible = duty.at_most.is_none() || duty.at_least <= duty.at_most;
    table.check("at_most", possible, "`at_most` must not be less than `at_least`; correct one of them");
    duty
}
