-- What people ask. A question holds no name of a stranger; of a member only the id.

CREATE TABLE questions (
    id BIGINT PRIMARY KEY,
    text TEXT NOT NULL,
    context TEXT NOT NULL,
    language TEXT NOT NULL,
    -- Keys of the programme, empty if nothing was chosen.
    region TEXT NOT NULL,
    audience TEXT NOT NULL,
    asked_by BIGINT,
    organisation_id BIGINT,
    asked_at BIGINT NOT NULL,
    -- SHA-256 of the code with which a stranger looks for the answer.
    receipt_hash BYTEA,
    -- The question that asks the same and is answered for both.
    lead_id BIGINT REFERENCES questions (id),
    assigned_to BIGINT,
    assigned_by BIGINT,
    assigned_at BIGINT,
    -- The document that answers it, and when that was published for the first time.
    answer_id BIGINT,
    answer_chosen_by BIGINT,
    answered_at BIGINT,
    closed_by BIGINT,
    closed_at BIGINT,
    closed_reason TEXT NOT NULL
);
CREATE INDEX questions_open ON questions (asked_at, id)
    WHERE lead_id IS NULL AND answered_at IS NULL AND closed_at IS NULL;
CREATE INDEX questions_answered ON questions (answered_at, id) WHERE lead_id IS NULL AND answered_at IS NOT NULL;
CREATE INDEX questions_closed ON questions (closed_at, id) WHERE closed_at IS NOT NULL;
CREATE INDEX questions_of_lead ON questions (lead_id) WHERE lead_id IS NOT NULL;
CREATE INDEX questions_of_answer ON questions (answer_id) WHERE answer_id IS NOT NULL;
CREATE INDEX questions_of_member ON questions (asked_by) WHERE asked_by IS NOT NULL;
CREATE INDEX questions_assigned ON questions (assigned_to) WHERE assigned_to IS NOT NULL;
CREATE INDEX questions_of_organisation ON questions (organisation_id) WHERE organisation_id IS NOT NULL;
CREATE UNIQUE INDEX questions_receipt ON questions (receipt_hash) WHERE receipt_hash IS NOT NULL;

-- The keys of the words of each question, as numbers: questions that share many of them may ask the same.
CREATE TABLE questions_words (
    word BIGINT NOT NULL,
    question_id BIGINT NOT NULL REFERENCES questions (id),
    PRIMARY KEY (word, question_id)
);
CREATE INDEX questions_words_of_question ON questions_words (question_id);
