-- Campaigns: what the partners do together for a time, for some audiences, in some regions, by some channels.

CREATE TABLE campaigns (
    id BIGINT PRIMARY KEY,
    -- The one that leads it.
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    title_ky TEXT NOT NULL,
    title_ru TEXT NOT NULL,
    title_en TEXT NOT NULL,
    -- Markdown.
    goal_ky TEXT NOT NULL,
    goal_ru TEXT NOT NULL,
    goal_en TEXT NOT NULL,
    -- Days as 2026-11-23; the last one belongs to it.
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    -- A key of the programme, or empty.
    theme TEXT NOT NULL,
    version BIGINT NOT NULL,
    created_by BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    -- Missing: a proposal, or taken back.
    published_at BIGINT
);
CREATE INDEX campaigns_published ON campaigns (starts_on, id) WHERE published_at IS NOT NULL;
CREATE INDEX campaigns_of_organisation ON campaigns (organisation_id, changed_at);
CREATE INDEX campaigns_drafts ON campaigns (changed_at) WHERE published_at IS NULL;

-- Whom, where and by which way it reaches: dimensions and keys of the programme.
CREATE TABLE campaigns_tags (
    campaign_id BIGINT NOT NULL REFERENCES campaigns (id),
    dimension TEXT NOT NULL,
    term TEXT NOT NULL,
    PRIMARY KEY (campaign_id, dimension, term)
);

CREATE TABLE campaigns_supporters (
    campaign_id BIGINT NOT NULL REFERENCES campaigns (id),
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    PRIMARY KEY (campaign_id, organisation_id)
);
CREATE INDEX campaigns_supporters_of_organisation ON campaigns_supporters (organisation_id);

-- A kit may be made for a campaign.
ALTER TABLE kits ADD COLUMN campaign_id BIGINT REFERENCES campaigns (id);
CREATE INDEX kits_of_campaign ON kits (campaign_id) WHERE campaign_id IS NOT NULL;
