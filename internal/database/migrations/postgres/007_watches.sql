-- +goose Up

-- What channels follow: a word, a name or a question. A post is decided, then sent, then closed; times are
-- milliseconds of Unix time.
CREATE TABLE watches (
	channel  TEXT NOT NULL,
	wanted   TEXT NOT NULL,    -- in small letters
	guild    TEXT NOT NULL,
	typed    TEXT NOT NULL,    -- as somebody typed it
	since    BIGINT NOT NULL, -- what was there before is no news
	holder   TEXT NOT NULL,    -- the process at work on it
	until    BIGINT NOT NULL, -- it is nobody else's before
	tries    BIGINT NOT NULL, -- since the last post
	body     BYTEA NOT NULL,    -- what is sent, or may have been; empty while nothing is
	articles TEXT NOT NULL,    -- a JSON list of those that it settles
	paused   TEXT NOT NULL,    -- why; '' while it runs
	PRIMARY KEY (channel, wanted)
);

CREATE INDEX watches_by_guild ON watches (guild);

-- The articles that were looked at for a watch: each once.
CREATE TABLE watched (
	channel TEXT NOT NULL,
	wanted  TEXT NOT NULL,
	article BIGINT NOT NULL,
	PRIMARY KEY (channel, wanted, article)
);

