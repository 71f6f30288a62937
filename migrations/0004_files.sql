-- Uploaded files. Their bytes lie in the store of files, under the SHA-256 of the content.

CREATE TABLE files (
    id BIGINT PRIMARY KEY,
    sha256 BYTEA NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size BIGINT NOT NULL,
    organisation_id BIGINT NOT NULL,
    uploaded_by BIGINT NOT NULL,
    uploaded_at BIGINT NOT NULL,
    public_at BIGINT,
    removed_at BIGINT
);
CREATE INDEX files_of_organisation ON files (organisation_id, id);
