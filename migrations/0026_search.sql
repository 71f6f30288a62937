-- What was looked for, counted by day: no person, no address, no time. Hits is how much was found, roughly: 0, 1, 10 or 100.

CREATE TABLE search_queries (
    day TEXT NOT NULL,
    language TEXT NOT NULL,
    query TEXT NOT NULL,
    hits BIGINT NOT NULL,
    times BIGINT NOT NULL,
    PRIMARY KEY (day, language, query)
);
CREATE INDEX search_queries_unanswered ON search_queries (day) WHERE hits = 0;
