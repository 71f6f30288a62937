-- Which document stands on which fixed page of the public site.

CREATE TABLE site_slots (
    -- The word of the page: about, help, safe-migration, trafficking, press, for-<audience>.
    slot TEXT PRIMARY KEY,
    document_id BIGINT NOT NULL
);
CREATE INDEX site_slots_document ON site_slots (document_id);
