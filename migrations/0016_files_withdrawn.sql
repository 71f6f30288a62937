-- A file goes from the public with the last text that carried it. Its address then says that it is gone.

ALTER TABLE files ADD COLUMN withdrawn_at BIGINT;
