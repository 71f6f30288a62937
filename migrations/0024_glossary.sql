-- The words of the programme in three languages: what they mean, which form is preferred, which to avoid and why.

CREATE TABLE glossary_terms (
    id BIGINT PRIMARY KEY,
    key TEXT NOT NULL,
    definition_ky TEXT NOT NULL,
    definition_ru TEXT NOT NULL,
    definition_en TEXT NOT NULL,
    -- 1: explained to readers where it stands in a text.
    explained BIGINT NOT NULL,
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX glossary_terms_key ON glossary_terms (key);

-- A form of low confidence was put together by somebody who does not speak the language: no reader sees it before a
-- member confirmed it. Of a language the forms to say come first, the preferred one before all others.
CREATE TABLE glossary_forms (
    id BIGINT PRIMARY KEY,
    term_id BIGINT NOT NULL REFERENCES glossary_terms (id),
    language TEXT NOT NULL,
    form TEXT NOT NULL,
    manner TEXT NOT NULL,
    reason TEXT NOT NULL,
    confidence TEXT NOT NULL,
    confirmed_at BIGINT,
    confirmed_by BIGINT,
    position BIGINT NOT NULL
);
CREATE INDEX glossary_forms_term ON glossary_forms (term_id, position);
