-- +goose Up
-- What answers said, by the message each was, for the questions that follow it and for its receipt.
CREATE TABLE said (
	message  TEXT PRIMARY KEY,
	at       BIGINT NOT NULL, -- milliseconds of Unix time
	follows  TEXT NOT NULL,    -- the answer before it in the conversation; '' where it is the first
	question TEXT NOT NULL,    -- as it was understood; '' once it is not needed any more
	claims   TEXT NOT NULL     -- a JSON list of what it said
);

CREATE INDEX said_by_time ON said (at);
CREATE INDEX questions_by_time ON said (at) WHERE question <> '';
