-- Own texts of trusted organisations that went live without an approver, until one has looked at them.

CREATE TABLE documents_reviews (
    edition_id BIGINT PRIMARY KEY REFERENCES documents_editions (id),
    published_by BIGINT NOT NULL,
    published_at BIGINT NOT NULL,
    reviewed_by BIGINT,
    reviewed_at BIGINT
);
CREATE INDEX documents_reviews_open ON documents_reviews (published_at) WHERE reviewed_at IS NULL;
