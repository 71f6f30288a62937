-- What a text says in its kind's own fields, and the consents of those whom a success story is about.

-- JSON by the rules of documents/fields; empty while nothing is filled in.
ALTER TABLE documents_editions ADD COLUMN fields TEXT NOT NULL DEFAULT '';

-- The consent that an edition was handed in with. Never a name: a code that its keeper can resolve outside the portal.
CREATE TABLE documents_consents (
    edition_id BIGINT PRIMARY KEY REFERENCES documents_editions (id),
    code TEXT NOT NULL,
    keeper_id BIGINT NOT NULL,
    -- The last day on which it is valid, as in 2026-11-26.
    last_day TEXT NOT NULL,
    -- So many days before its end people were told last: 30, then 7.
    told_days BIGINT
);
CREATE INDEX documents_consents_ends ON documents_consents (last_day);
CREATE INDEX documents_consents_code ON documents_consents (keeper_id, code);

-- Why languages of a document may differ in figures, days or numbers, as its author said when handing a text in.
CREATE TABLE documents_comparisons (
    edition_id BIGINT PRIMARY KEY REFERENCES documents_editions (id),
    reason TEXT NOT NULL,
    given_by BIGINT NOT NULL,
    given_at BIGINT NOT NULL
);

-- Consents that were taken back: nothing is published with them any more.
CREATE TABLE documents_consents_withdrawn (
    keeper_id BIGINT NOT NULL,
    code TEXT NOT NULL,
    withdrawn_by BIGINT NOT NULL,
    withdrawn_at BIGINT NOT NULL,
    PRIMARY KEY (keeper_id, code)
);
