-- Kits: published texts put together for one purpose, in an order, with an introduction.

CREATE TABLE kits (
    id BIGINT PRIMARY KEY,
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    title_ky TEXT NOT NULL,
    title_ru TEXT NOT NULL,
    title_en TEXT NOT NULL,
    introduction_ky TEXT NOT NULL,
    introduction_ru TEXT NOT NULL,
    introduction_en TEXT NOT NULL,
    -- Keys of the programme; empty: for everybody, of no theme.
    audience TEXT NOT NULL,
    theme TEXT NOT NULL,
    version BIGINT NOT NULL,
    created_by BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    -- Missing: a draft, or taken back.
    published_at BIGINT
);
CREATE INDEX kits_published ON kits (published_at, id) WHERE published_at IS NOT NULL;
CREATE INDEX kits_of_organisation ON kits (organisation_id, changed_at);
CREATE INDEX kits_drafts ON kits (changed_at) WHERE published_at IS NULL;

CREATE TABLE kits_items (
    kit_id BIGINT NOT NULL REFERENCES kits (id),
    document_id BIGINT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (kit_id, document_id)
);
CREATE INDEX kits_items_document ON kits_items (document_id);
