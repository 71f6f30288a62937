-- How people prove who they are beyond a mailed link, and what is under way while they do.

-- SHA-256 of the value in the browser that asked for the link; null for links that a command printed.
ALTER TABLE members_links ADD COLUMN browser_hash BYTEA;
-- Wrong codes typed into another browser than the one that asked.
ALTER TABLE members_links ADD COLUMN failures BIGINT NOT NULL DEFAULT 0;

-- When the holder of this session last showed the strongest thing they have.
ALTER TABLE members_sessions ADD COLUMN confirmed_at BIGINT;

-- Sign-ins without a second factor by somebody who must have one.
ALTER TABLE members ADD COLUMN weak_sign_ins BIGINT NOT NULL DEFAULT 0;
-- Wrong one-time codes in a row, and when the last one came.
ALTER TABLE members ADD COLUMN wrong_codes BIGINT NOT NULL DEFAULT 0;
ALTER TABLE members ADD COLUMN wrong_code_at BIGINT;
-- When the person was offered a passkey and said "later", or got one.
ALTER TABLE members ADD COLUMN passkey_offered_at BIGINT;

CREATE TABLE members_totp (
    member_id BIGINT PRIMARY KEY REFERENCES members (id),
    -- Encrypted.
    seed BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    -- Null until the first right code.
    confirmed_at BIGINT,
    -- The time step of the last code that was taken; it and those before it are refused.
    last_step BIGINT NOT NULL
);

CREATE TABLE members_recovery_codes (
    id BIGINT PRIMARY KEY,
    member_id BIGINT NOT NULL REFERENCES members (id),
    -- SHA-256: the codes are random and long enough to need no slow hash.
    code_hash BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX members_recovery_codes_of_member ON members_recovery_codes (member_id);

CREATE TABLE members_passkeys (
    id BIGINT PRIMARY KEY,
    member_id BIGINT NOT NULL REFERENCES members (id),
    credential_id BYTEA NOT NULL UNIQUE,
    -- The public key and its counter as JSON.
    passkey TEXT NOT NULL,
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX members_passkeys_of_member ON members_passkeys (member_id);

-- Something begun in one browser and not finished: a challenge to a passkey, a second step, a code by mail. Any instance may finish it.
CREATE TABLE members_steps (
    id BIGINT PRIMARY KEY,
    kind TEXT NOT NULL,
    -- SHA-256 of the cookie of the browser.
    token_hash BYTEA NOT NULL UNIQUE,
    member_id BIGINT REFERENCES members (id),
    -- Encrypted.
    state BYTEA NOT NULL,
    failures BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX members_steps_of_member ON members_steps (member_id);
CREATE INDEX members_steps_ended ON members_steps (expires_at);

-- The chair says that somebody lost everything they prove themselves with; a second member confirms.
CREATE TABLE members_recoveries (
    id BIGINT PRIMARY KEY,
    member_id BIGINT NOT NULL REFERENCES members (id),
    reason TEXT NOT NULL,
    begun_by BIGINT NOT NULL REFERENCES members (id),
    begun_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    confirmed_by BIGINT REFERENCES members (id),
    ended_at BIGINT
);
CREATE INDEX members_recoveries_of_member ON members_recoveries (member_id);

-- Accounts at identity providers that were linked to members.
CREATE TABLE members_identities (
    provider TEXT NOT NULL,
    -- The provider's own, lasting name of the account.
    account TEXT NOT NULL,
    member_id BIGINT NOT NULL REFERENCES members (id),
    linked_at BIGINT NOT NULL,
    PRIMARY KEY (provider, account)
);
CREATE INDEX members_identities_of_member ON members_identities (member_id);
