-- +goose Up
-- Which servers the bot is in, or was. Times are milliseconds of Unix time.
CREATE TABLE servers (
	guild  TEXT PRIMARY KEY,
	joined BIGINT NOT NULL,
	gone   BIGINT NOT NULL  -- since when it is no longer in it; 0 while it is
);

-- Whose question an answer was to and where, so that they can have it forgotten.
ALTER TABLE said ADD COLUMN guild TEXT NOT NULL DEFAULT '';
ALTER TABLE said ADD COLUMN channel TEXT NOT NULL DEFAULT '';
ALTER TABLE said ADD COLUMN asker TEXT NOT NULL DEFAULT '';

CREATE INDEX said_by_asker ON said (asker) WHERE asker <> '';
CREATE INDEX said_by_guild ON said (guild) WHERE guild <> '';
