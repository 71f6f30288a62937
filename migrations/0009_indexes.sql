-- SQLite does not see that one state is among the states of a partial index, so it read the whole table to count the
-- returned texts of an organisation. An index with exactly the condition of its query serves.

DROP INDEX documents_editions_work;
CREATE INDEX documents_editions_waiting ON documents_editions (submitted_at, submitted_by) WHERE state = 'submitted';
CREATE INDEX documents_editions_of_organisation ON documents_editions (organisation_id, state, changed_at);

-- The count above a list comes from the index alone, if the state stands in it as well. The level stands behind the body
-- in a row, and what is behind a long text is slow to reach; so it stands in the index too.

DROP INDEX documents_editions_listed;
DROP INDEX documents_editions_listed_by_kind;
DROP INDEX documents_editions_listed_by_organisation;
CREATE INDEX documents_editions_listed ON documents_editions (language, published_at, id, state, level)
    WHERE state = 'published';
CREATE INDEX documents_editions_listed_by_kind ON documents_editions (language, kind, published_at, id, state, level)
    WHERE state = 'published';
CREATE INDEX documents_editions_listed_by_organisation
    ON documents_editions (language, organisation_id, published_at, id, state, level) WHERE state = 'published';

-- The outbox keeps what was sent; what waits is few.

CREATE INDEX mail_outbox_unsent ON mail_outbox (queued_at) WHERE sent_at IS NULL AND dropped_at IS NULL;
