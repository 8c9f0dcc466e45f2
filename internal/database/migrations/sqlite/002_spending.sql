-- +goose Up
-- +goose StatementBegin

-- What the language model has used each day.
CREATE TABLE spending (
	day    TEXT PRIMARY KEY, -- YYYY-MM-DD, UTC
	tokens INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- +goose StatementEnd
