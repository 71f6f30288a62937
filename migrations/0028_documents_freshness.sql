-- Whether current texts are still right: when somebody looks at each again, what they refer to, and whether the addresses that
-- they lead to still answer. A row here belongs to a current text; it goes when the text is replaced or withdrawn.

CREATE TABLE documents_freshness (
    edition_id BIGINT PRIMARY KEY REFERENCES documents_editions (id),
    -- Copied from the edition: lists need them here.
    document_id BIGINT NOT NULL,
    organisation_id BIGINT NOT NULL,
    language TEXT NOT NULL,
    -- From this moment on it wants to be looked at.
    due_at BIGINT NOT NULL,
    -- Who last said that it is still right; empty while nobody has.
    checked_by BIGINT,
    checked_at BIGINT,
    -- When its owners, and later the chair, were reminded of this due date.
    told_at BIGINT,
    chair_told_at BIGINT,
    -- When its references and addresses were written down; empty for texts that were current before there was this table.
    read_at BIGINT
);
CREATE INDEX documents_freshness_listed
    ON documents_freshness (due_at, edition_id, organisation_id, language, checked_at);
CREATE INDEX documents_freshness_of_organisation ON documents_freshness (organisation_id, due_at);
CREATE INDEX documents_freshness_untold ON documents_freshness (due_at, edition_id) WHERE told_at IS NULL;
CREATE INDEX documents_freshness_chair_untold ON documents_freshness (due_at, edition_id) WHERE chair_told_at IS NULL;
CREATE INDEX documents_freshness_unread ON documents_freshness (edition_id) WHERE read_at IS NULL;

-- A year after they were published, as for texts without a line to call from now on: nobody finds everything due at once.
INSERT INTO documents_freshness (edition_id, document_id, organisation_id, language, due_at)
SELECT id, document_id, organisation_id, language, COALESCE(published_at, changed_at) + 31536000000 FROM documents_editions
WHERE state = 'published';

-- Which document a text refers to, and how: `link`, or the name of the field that holds it.
CREATE TABLE documents_references (
    edition_id BIGINT NOT NULL REFERENCES documents_editions (id),
    document_id BIGINT NOT NULL REFERENCES documents (id),
    manner TEXT NOT NULL,
    PRIMARY KEY (edition_id, document_id, manner)
);
CREATE INDEX documents_references_of_document ON documents_references (document_id, edition_id);

-- Every address that current texts lead to, once, with what it answered last.
CREATE TABLE documents_addresses (
    id BIGINT PRIMARY KEY,
    address TEXT NOT NULL UNIQUE,
    host TEXT NOT NULL,
    -- unknown, works, moved, broken, refused, unreachable
    status TEXT NOT NULL,
    -- Where it has moved to for good; empty if it has not.
    moved_to TEXT NOT NULL,
    asked_at BIGINT,
    -- The first of its failures in a row.
    failing_since BIGINT,
    -- It is not asked before.
    next_at BIGINT NOT NULL
);
CREATE INDEX documents_addresses_due ON documents_addresses (next_at, host);
CREATE INDEX documents_addresses_of_host ON documents_addresses (host, next_at);
CREATE INDEX documents_addresses_broken ON documents_addresses (id) WHERE status = 'broken';

CREATE TABLE documents_addresses_used (
    edition_id BIGINT NOT NULL REFERENCES documents_editions (id),
    address_id BIGINT NOT NULL REFERENCES documents_addresses (id),
    -- When its owners were told that it is broken.
    told_at BIGINT,
    PRIMARY KEY (edition_id, address_id)
);
CREATE INDEX documents_addresses_used_by ON documents_addresses_used (address_id, edition_id);
