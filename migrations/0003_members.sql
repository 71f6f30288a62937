-- People of the portal, the browsers they are signed in with, and the one-time links they come by.

CREATE TABLE members (
    id BIGINT PRIMARY KEY,
    -- Lower case.
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    role TEXT NOT NULL,
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    invited_at BIGINT NOT NULL,
    joined_at BIGINT,
    suspended_at BIGINT
);
CREATE INDEX members_of_organisation ON members (organisation_id);

CREATE TABLE members_sessions (
    id BIGINT PRIMARY KEY,
    -- SHA-256 of the cookie, so that a stolen copy of the database signs nobody in.
    token_hash BYTEA NOT NULL UNIQUE,
    member_id BIGINT NOT NULL REFERENCES members (id),
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    device TEXT NOT NULL
);
CREATE INDEX members_sessions_of_member ON members_sessions (member_id);

-- The address of a link is made from its id with the key of the portal; no row holds it.
CREATE TABLE members_links (
    id BIGINT PRIMARY KEY,
    member_id BIGINT NOT NULL REFERENCES members (id),
    purpose TEXT NOT NULL,
    -- Who invited; nobody for links that a person asked for and for commands of the operator.
    invited_by BIGINT REFERENCES members (id),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    revoked_at BIGINT
);
CREATE INDEX members_links_of_member ON members_links (member_id, created_at);
