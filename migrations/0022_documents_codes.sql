-- Whether a text that somebody has in hand is the approved one: by its code, by its words, by some of its words.

-- A code is the beginning of the text hash, so it is a range of this index. A removed text is known, to warn of it.
CREATE INDEX documents_editions_by_hash ON documents_editions (text_hash)
    WHERE state IN ('published', 'superseded', 'withdrawn', 'removed');

-- The words of each edition that was ever public, as one hash: with and without title and summary. Made by a reader of
-- the log, which can make them anew.
CREATE TABLE documents_prints (
    print BYTEA NOT NULL,
    edition_id BIGINT NOT NULL,
    PRIMARY KEY (print, edition_id)
);

-- Some of the rows of words by which a text is recognised that was changed or quoted. No row has more than a few
-- dozen texts: what everybody says recognises nothing, and a look-up stays short.
CREATE TABLE documents_rows (
    hash BIGINT NOT NULL,
    document_id BIGINT NOT NULL,
    language TEXT NOT NULL,
    PRIMARY KEY (hash, document_id, language)
);
