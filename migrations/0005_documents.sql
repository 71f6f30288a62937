-- Documents have no state; their editions do. An edition is one language's text.

CREATE TABLE documents (
    id BIGINT PRIMARY KEY,
    kind TEXT NOT NULL,
    organisation_id BIGINT NOT NULL,
    created_by BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE documents_supporters (
    document_id BIGINT NOT NULL REFERENCES documents (id),
    organisation_id BIGINT NOT NULL,
    PRIMARY KEY (document_id, organisation_id)
);

CREATE TABLE documents_tags (
    document_id BIGINT NOT NULL REFERENCES documents (id),
    dimension TEXT NOT NULL,
    term TEXT NOT NULL,
    PRIMARY KEY (document_id, dimension, term)
);

-- Kind and lead organisation are copied from the document, which never changes them: lists need them here.
CREATE TABLE documents_editions (
    id BIGINT PRIMARY KEY,
    document_id BIGINT NOT NULL REFERENCES documents (id),
    kind TEXT NOT NULL,
    organisation_id BIGINT NOT NULL,
    language TEXT NOT NULL,
    number BIGINT NOT NULL,
    state TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    body TEXT NOT NULL,
    -- Rises with every save; a page that saw an older one cannot overwrite or approve.
    version BIGINT NOT NULL,
    -- SHA-256 of the exact text, set when it is submitted.
    text_hash BYTEA,
    created_by BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_by BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    submitted_by BIGINT,
    submitted_at BIGINT,
    -- What the author wishes to happen after the approval: publish (at once or at publish_at) or wait.
    wish TEXT NOT NULL,
    publish_at BIGINT,
    -- The level of the approval in force; nothing while there is none.
    level TEXT,
    published_at BIGINT,
    -- Set while an emergency publication waits for its approval.
    approval_due_at BIGINT,
    superseded_by BIGINT,
    superseded_at BIGINT,
    UNIQUE (document_id, language, number)
);
CREATE UNIQUE INDEX documents_editions_open ON documents_editions (document_id, language)
    WHERE state IN ('draft', 'submitted', 'returned', 'approved');
CREATE UNIQUE INDEX documents_editions_current ON documents_editions (document_id, language)
    WHERE state = 'published';
CREATE INDEX documents_editions_listed ON documents_editions (language, published_at, id)
    WHERE state = 'published';
CREATE INDEX documents_editions_listed_by_kind ON documents_editions (language, kind, published_at, id)
    WHERE state = 'published';
CREATE INDEX documents_editions_listed_by_organisation ON documents_editions (language, organisation_id, published_at, id)
    WHERE state = 'published';
CREATE INDEX documents_editions_work ON documents_editions (state, submitted_at)
    WHERE state IN ('draft', 'submitted', 'returned', 'approved');
CREATE INDEX documents_editions_due ON documents_editions (approval_due_at)
    WHERE approval_due_at IS NOT NULL;

CREATE TABLE documents_files (
    edition_id BIGINT NOT NULL REFERENCES documents_editions (id),
    file_id BIGINT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (edition_id, file_id)
);
CREATE INDEX documents_files_of_file ON documents_files (file_id);

CREATE TABLE documents_approvals (
    id BIGINT PRIMARY KEY,
    edition_id BIGINT NOT NULL REFERENCES documents_editions (id),
    text_hash BYTEA NOT NULL,
    level TEXT NOT NULL,
    act_number TEXT NOT NULL,
    act_date TEXT NOT NULL,
    note TEXT NOT NULL,
    -- In whose name, for which body; by which channel; who wrote it down, if somebody else did.
    approved_by BIGINT NOT NULL,
    body_id BIGINT NOT NULL,
    channel TEXT NOT NULL,
    approved_at BIGINT NOT NULL,
    recorded_by BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    scan_file_id BIGINT,
    lapsed_at BIGINT
);
CREATE UNIQUE INDEX documents_approvals_in_force ON documents_approvals (edition_id) WHERE lapsed_at IS NULL;

CREATE TABLE documents_returns (
    id BIGINT PRIMARY KEY,
    edition_id BIGINT NOT NULL REFERENCES documents_editions (id),
    reasons TEXT NOT NULL,
    returned_by BIGINT NOT NULL,
    returned_at BIGINT NOT NULL
);
CREATE INDEX documents_returns_of_edition ON documents_returns (edition_id, returned_at);

CREATE TABLE documents_emergencies (
    edition_id BIGINT PRIMARY KEY REFERENCES documents_editions (id),
    reason TEXT NOT NULL,
    published_by BIGINT NOT NULL,
    published_at BIGINT NOT NULL
);

CREATE TABLE documents_withdrawals (
    edition_id BIGINT PRIMARY KEY REFERENCES documents_editions (id),
    -- withdrawn: explained and still readable; removed: published in error and gone.
    manner TEXT NOT NULL,
    reason TEXT NOT NULL,
    withdrawn_by BIGINT NOT NULL,
    withdrawn_at BIGINT NOT NULL
);

-- A one-edition link for an approver. The token is signed from the id and lies nowhere.
CREATE TABLE documents_links (
    id BIGINT PRIMARY KEY,
    edition_id BIGINT NOT NULL REFERENCES documents_editions (id),
    member_id BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    revoked_at BIGINT
);
CREATE INDEX documents_links_of_edition ON documents_links (edition_id, member_id);
