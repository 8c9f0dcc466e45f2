-- +goose Up

-- Who gets a digest, and when. Times are milliseconds of Unix time.
CREATE TABLE subscriptions (
	channel  TEXT PRIMARY KEY,
	guild    TEXT NOT NULL,
	minute   BIGINT NOT NULL, -- after midnight
	zone     TEXT NOT NULL,    -- by its IANA name
	skips    BIGINT NOT NULL, -- 1: no post where nothing is new
	since    BIGINT NOT NULL, -- no digest is due before
	paused   TEXT NOT NULL,    -- why; '' while it runs
	asked    BIGINT NOT NULL, -- questions that digests have told of
	answered BIGINT NOT NULL
);

CREATE INDEX subscriptions_by_guild ON subscriptions (guild);

-- One digest of one channel and local day: claimed before it is sent, closed after.
CREATE TABLE posts (
	channel  TEXT NOT NULL,
	day      TEXT NOT NULL,    -- YYYY-MM-DD, where the channel is
	holder   TEXT NOT NULL,    -- the process at work on it
	until    BIGINT NOT NULL, -- it is nobody else's before
	tries    BIGINT NOT NULL,
	sending  BIGINT NOT NULL, -- 1: it may have been sent
	body     BYTEA NOT NULL,    -- what is sent; empty until that is decided
	shown    TEXT NOT NULL,    -- a JSON list of what it shows
	asked    BIGINT NOT NULL, -- questions in all when it was written
	answered BIGINT NOT NULL,
	closed   BIGINT NOT NULL, -- 1: nothing more is done
	message  TEXT NOT NULL,    -- the message it became; '' where it became none
	reason   TEXT NOT NULL,    -- why it became none
	PRIMARY KEY (channel, day)
);

CREATE INDEX posts_by_day ON posts (day);

-- When a channel was last shown a thing.
CREATE TABLE shown (
	channel TEXT NOT NULL,
	thing   TEXT NOT NULL,
	day     TEXT NOT NULL,
	PRIMARY KEY (channel, thing)
);

-- How many questions a server has asked in all. Nothing else is kept of them.
CREATE TABLE questions (
	guild    TEXT PRIMARY KEY,
	asked    BIGINT NOT NULL,
	answered BIGINT NOT NULL
);
