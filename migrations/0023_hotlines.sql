-- Lines people can call. A number is shown to everybody only while `checked_at` says when a member heard it answer;
-- another number has to be called anew. `due_at` is when it should be called again.

CREATE TABLE hotlines (
    id BIGINT PRIMARY KEY,
    key TEXT NOT NULL,
    number TEXT NOT NULL,
    name_ky TEXT NOT NULL,
    name_ru TEXT NOT NULL,
    name_en TEXT NOT NULL,
    about_ky TEXT NOT NULL,
    about_ru TEXT NOT NULL,
    about_en TEXT NOT NULL,
    cost TEXT NOT NULL,
    days TEXT NOT NULL,
    opens TEXT NOT NULL,
    closes TEXT NOT NULL,
    -- Codes with spaces between them.
    languages TEXT NOT NULL,
    countries TEXT NOT NULL,
    owner_id BIGINT REFERENCES organisations (id),
    source TEXT NOT NULL,
    check_days BIGINT NOT NULL,
    -- Its place among the lines that stand on every page; 0 for none.
    place BIGINT NOT NULL,
    checked_at BIGINT,
    checked_by BIGINT,
    due_at BIGINT,
    -- The chair was told that the check is overdue.
    overdue_told_at BIGINT,
    -- The last test call since `checked_at` that nobody answered as they should.
    failed_at BIGINT,
    retired_at BIGINT,
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX hotlines_key ON hotlines (key);
CREATE INDEX hotlines_due ON hotlines (due_at) WHERE overdue_told_at IS NULL AND retired_at IS NULL;
CREATE INDEX hotlines_owner ON hotlines (owner_id);

CREATE TABLE hotlines_checks (
    id BIGINT PRIMARY KEY,
    line_id BIGINT NOT NULL REFERENCES hotlines (id),
    number TEXT NOT NULL,
    outcome TEXT NOT NULL,
    heard TEXT NOT NULL,
    called_at BIGINT NOT NULL,
    called_by BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL
);
CREATE INDEX hotlines_checks_line ON hotlines_checks (line_id, called_at);
CREATE INDEX hotlines_checks_called_by ON hotlines_checks (called_by);
