-- The activity log, its readers, durable jobs and outgoing mail.

CREATE TABLE activity (
    seq BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id BIGINT NOT NULL,
    scope BIGINT,
    data TEXT NOT NULL
);
CREATE INDEX activity_of_subject ON activity (subject_kind, subject_id, seq);

-- One row. Every commit that records events updates it last, so the order of seq is the order of commits.
CREATE TABLE activity_counter (
    last BIGINT NOT NULL
);
INSERT INTO activity_counter (last) VALUES (0);

CREATE TABLE activity_readers (
    name TEXT PRIMARY KEY,
    position BIGINT NOT NULL,
    version BIGINT NOT NULL,
    failures BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE activity_parked (
    reader TEXT NOT NULL,
    seq BIGINT NOT NULL,
    error TEXT NOT NULL,
    parked_at BIGINT NOT NULL,
    PRIMARY KEY (reader, seq)
);

CREATE TABLE jobs (
    id BIGINT PRIMARY KEY,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    dedupe_key TEXT UNIQUE,
    run_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    locked_until BIGINT,
    done_at BIGINT,
    parked_at BIGINT,
    last_error TEXT,
    created_at BIGINT NOT NULL
);
CREATE INDEX jobs_due ON jobs (run_at, id) WHERE done_at IS NULL AND parked_at IS NULL;
CREATE INDEX jobs_done ON jobs (done_at) WHERE done_at IS NOT NULL;
CREATE INDEX jobs_parked ON jobs (parked_at) WHERE parked_at IS NOT NULL;

-- A mail to be sent or sent. The text is rendered when it is sent, so no one-time link ever lies here.
CREATE TABLE mail_outbox (
    id BIGINT PRIMARY KEY,
    dedupe_key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    recipient BIGINT NOT NULL,
    data TEXT NOT NULL,
    queued_at BIGINT NOT NULL,
    sent_at BIGINT,
    dropped_at BIGINT,
    message_id TEXT
);
CREATE INDEX mail_outbox_of_recipient ON mail_outbox (recipient, queued_at);
