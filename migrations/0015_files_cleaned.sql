-- What cleaning took out of a file and left in it, as JSON, and when its sender agreed to that. A file from before this
-- migration was taken as it came; it has no report and counts as agreed to.

ALTER TABLE files ADD COLUMN report TEXT NOT NULL DEFAULT '';
ALTER TABLE files ADD COLUMN confirmed_at BIGINT;
UPDATE files SET confirmed_at = uploaded_at;
