-- Each event carries a hash of itself and of the hash before it, so that a row that was taken away or altered shows.
-- Events from before this migration have none; the chain begins with the first that has.

ALTER TABLE activity ADD COLUMN hash BYTEA;
ALTER TABLE activity_counter ADD COLUMN hash BYTEA;
