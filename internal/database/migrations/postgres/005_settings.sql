-- +goose Up
-- What those who manage a server have chosen for it.
CREATE TABLE settings (
	guild  TEXT PRIMARY KEY,
	chosen TEXT NOT NULL -- a JSON object of what is not as usual
);

-- Questions that the articles did not answer, or that readers say were answered wrongly. Of whoever asked
-- nothing is kept.
CREATE TABLE gaps (
	id       BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, -- never given twice: buttons carry it
	guild    TEXT NOT NULL,
	day      TEXT NOT NULL, -- YYYY-MM-DD, UTC
	question TEXT NOT NULL,
	why      TEXT NOT NULL, -- refused or wrong
	reason   TEXT NOT NULL  -- of what is wrong, as the reader chose it; '' for none
);

CREATE INDEX gaps_by_guild ON gaps (guild, day);
CREATE INDEX gaps_by_day ON gaps (day);

-- How many answers the language model has worded in a server each day.
CREATE TABLE worded (
	guild   TEXT NOT NULL,
	day     TEXT NOT NULL, -- YYYY-MM-DD, UTC
	answers BIGINT NOT NULL,
	PRIMARY KEY (guild, day)
);
