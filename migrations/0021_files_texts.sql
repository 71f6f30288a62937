-- The words of uploaded files, for the search: read once for each content, in a process with little memory and time.

CREATE TABLE files_texts (
    sha256 BYTEA PRIMARY KEY,
    -- One of the files with this content. The ending of its name says how to read it.
    file_id BIGINT NOT NULL REFERENCES files (id),
    text TEXT NOT NULL,
    -- Why there is no text, as a code.
    failure TEXT,
    -- Nothing while it waits to be read.
    extracted_at BIGINT
);
CREATE INDEX files_of_content ON files (sha256);
CREATE INDEX files_texts_waiting ON files_texts (file_id) WHERE extracted_at IS NULL;

-- Files that are there already wait as well.
INSERT INTO files_texts (sha256, file_id, text)
SELECT sha256, MIN(id), '' FROM files
WHERE removed_at IS NULL AND confirmed_at IS NOT NULL AND media_type IN (
    'application/pdf',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    'application/vnd.oasis.opendocument.text',
    'text/csv',
    'text/plain')
GROUP BY sha256;
