-- Asking to join, several organisations of one person, alternates, muted mails, erasure.

-- Somebody asks to join. Rows go a while after the decision; the log keeps no name.
CREATE TABLE members_requests (
    id BIGINT PRIMARY KEY,
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    -- A known organisation, or the name of another one.
    organisation_id BIGINT REFERENCES organisations (id),
    organisation_name TEXT NOT NULL,
    reason TEXT NOT NULL,
    language TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    decided_at BIGINT,
    -- accepted, or why not.
    decision TEXT,
    note TEXT NOT NULL
);
CREATE INDEX members_requests_open ON members_requests (created_at) WHERE decided_at IS NULL;

-- Organisations of a person beside the first, which stands in members.
CREATE TABLE members_organisations (
    member_id BIGINT NOT NULL REFERENCES members (id),
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    added_at BIGINT NOT NULL,
    PRIMARY KEY (member_id, organisation_id)
);
CREATE INDEX members_organisations_of_organisation ON members_organisations (organisation_id);
-- For which of them a browser acts; nothing for the first.
ALTER TABLE members_sessions ADD COLUMN organisation_id BIGINT;
CREATE INDEX members_sessions_of_organisation ON members_sessions (organisation_id) WHERE organisation_id IS NOT NULL;

-- Who is told in somebody's place, from a time until a time.
CREATE TABLE members_alternates (
    id BIGINT PRIMARY KEY,
    member_id BIGINT NOT NULL REFERENCES members (id),
    alternate_id BIGINT NOT NULL REFERENCES members (id),
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX members_alternates_of_member ON members_alternates (member_id, ends_at);
CREATE INDEX members_alternates_of_alternate ON members_alternates (alternate_id);

-- Kinds of mail a person does not want; they are still told in the portal.
CREATE TABLE members_muted_mails (
    member_id BIGINT NOT NULL REFERENCES members (id),
    kind TEXT NOT NULL,
    PRIMARY KEY (member_id, kind)
);

ALTER TABLE members ADD COLUMN erased_at BIGINT;

-- A hand-over and a copy ask for what is one person's.
CREATE INDEX documents_editions_begun_by ON documents_editions (created_by);
CREATE INDEX documents_editions_submitted_by ON documents_editions (submitted_by) WHERE submitted_by IS NOT NULL;
CREATE INDEX files_uploaded_by ON files (uploaded_by);
