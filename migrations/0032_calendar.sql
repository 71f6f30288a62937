-- Events that everybody may come to or know of.

CREATE TABLE calendar_events (
    id BIGINT PRIMARY KEY,
    -- Who holds it.
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    -- press, training, meeting, action, deadline or observance.
    layer TEXT NOT NULL,
    title_ky TEXT NOT NULL,
    title_ru TEXT NOT NULL,
    title_en TEXT NOT NULL,
    -- Markdown.
    description_ky TEXT NOT NULL,
    description_ru TEXT NOT NULL,
    description_en TEXT NOT NULL,
    place_ky TEXT NOT NULL,
    place_ru TEXT NOT NULL,
    place_en TEXT NOT NULL,
    -- Where one takes part or registers; an address, or empty.
    link TEXT NOT NULL,
    -- Of whole days the midnights at which the first and the last one begin.
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    whole_days BIGINT NOT NULL,
    -- Keys of the programme; empty: the whole country, everybody.
    region TEXT NOT NULL,
    audience TEXT NOT NULL,
    campaign_id BIGINT REFERENCES campaigns (id),
    version BIGINT NOT NULL,
    created_by BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    -- Missing: a proposal, or taken back.
    published_at BIGINT,
    -- It does not take place; the reasons say why.
    cancelled_at BIGINT,
    reason_ky TEXT NOT NULL DEFAULT '',
    reason_ru TEXT NOT NULL DEFAULT '',
    reason_en TEXT NOT NULL DEFAULT ''
);
CREATE INDEX calendar_events_by_end ON calendar_events (ends_at, id) WHERE published_at IS NOT NULL;
CREATE INDEX calendar_events_of_organisation ON calendar_events (organisation_id, changed_at);
CREATE INDEX calendar_events_drafts ON calendar_events (changed_at) WHERE published_at IS NULL;
CREATE INDEX calendar_events_of_campaign ON calendar_events (campaign_id) WHERE campaign_id IS NOT NULL;
CREATE INDEX calendar_events_of_author ON calendar_events (created_by);
