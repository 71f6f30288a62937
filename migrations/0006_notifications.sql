-- Who is to know of which event. The sentence is made from the event when it is read.

CREATE TABLE notifications (
    member_id BIGINT NOT NULL,
    event_seq BIGINT NOT NULL REFERENCES activity (seq),
    at BIGINT NOT NULL,
    seen_at BIGINT,
    PRIMARY KEY (member_id, event_seq)
);
CREATE INDEX notifications_unseen ON notifications (member_id) WHERE seen_at IS NULL;

-- The audit lists who ever acted and what one person did.
CREATE INDEX activity_of_actor ON activity (actor, seq);
