-- Codes that went out by mail, so that nobody's mailbox is flooded with them; and what is deleted when its time is over.

CREATE TABLE members_mailed_codes (
    id BIGINT PRIMARY KEY,
    member_id BIGINT NOT NULL REFERENCES members (id),
    sent_at BIGINT NOT NULL
);
CREATE INDEX members_mailed_codes_of_member ON members_mailed_codes (member_id, sent_at);
CREATE INDEX members_mailed_codes_old ON members_mailed_codes (sent_at);

CREATE INDEX members_recoveries_old ON members_recoveries (expires_at);
