-- +goose Up
-- What the language model has used each day.
CREATE TABLE spending (
	day    TEXT PRIMARY KEY, -- YYYY-MM-DD, UTC
	tokens BIGINT NOT NULL
);
