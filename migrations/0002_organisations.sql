-- Organisations that take part in the programme.

CREATE TABLE organisations (
    id BIGINT PRIMARY KEY,
    kind TEXT NOT NULL,
    name_ky TEXT NOT NULL,
    name_ru TEXT NOT NULL,
    name_en TEXT NOT NULL,
    website TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

-- Where they work: keys of regions of the programme.
CREATE TABLE organisations_regions (
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    region TEXT NOT NULL,
    PRIMARY KEY (organisation_id, region)
);
