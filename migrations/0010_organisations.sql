-- What organisations say of themselves, how far they are trusted, and into which other one they were merged.

ALTER TABLE organisations ADD COLUMN about_ky TEXT NOT NULL DEFAULT '';
ALTER TABLE organisations ADD COLUMN about_ru TEXT NOT NULL DEFAULT '';
ALTER TABLE organisations ADD COLUMN about_en TEXT NOT NULL DEFAULT '';
-- Contact of the organisation, never of a person.
ALTER TABLE organisations ADD COLUMN phone TEXT NOT NULL DEFAULT '';
ALTER TABLE organisations ADD COLUMN email TEXT NOT NULL DEFAULT '';
ALTER TABLE organisations ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE organisations ADD COLUMN messenger TEXT NOT NULL DEFAULT '';
-- needs_approval, or trusted: own texts go live at once and are looked at afterwards.
ALTER TABLE organisations ADD COLUMN trust TEXT NOT NULL DEFAULT 'needs_approval';
-- A duplicate keeps its row, so that its old address leads on.
ALTER TABLE organisations ADD COLUMN merged_into BIGINT REFERENCES organisations (id);
ALTER TABLE organisations ADD COLUMN merged_at BIGINT;

-- Whom they reach: keys of audiences of the programme.
CREATE TABLE organisations_audiences (
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    audience TEXT NOT NULL,
    PRIMARY KEY (organisation_id, audience)
);

-- A merger asks each table what belongs to one organisation.
CREATE INDEX documents_of_organisation ON documents (organisation_id);
CREATE INDEX documents_supporters_of_organisation ON documents_supporters (organisation_id);
CREATE INDEX documents_approvals_of_body ON documents_approvals (body_id);
