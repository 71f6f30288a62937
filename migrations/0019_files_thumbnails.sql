-- The small JPEG of a picture: a content of the store, by its SHA-256, and its size in bytes. Pictures from before this migration have none.

ALTER TABLE files ADD COLUMN thumbnail BYTEA;
ALTER TABLE files ADD COLUMN thumbnail_size BIGINT;
