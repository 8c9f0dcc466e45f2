-- +goose Up
-- Which articles there are. A library is the default one, '', or that of a server. Times are milliseconds of Unix time.

CREATE TABLE articles (
	id        BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, -- never given twice: versions are said to be its
	name      TEXT NOT NULL UNIQUE,              -- a short ID that people read
	n         BIGINT NOT NULL,                  -- of the edition that stands now
	withdrawn BIGINT NOT NULL,                  -- 1: by its publisher
	reason    TEXT NOT NULL                      -- why its state is what it is; '' for none
);

-- What an article has said, the first time as number 1. One that says again what it said before has two of one version.
CREATE TABLE editions (
	article BIGINT NOT NULL,
	n       BIGINT NOT NULL,
	version BYTEA NOT NULL,
	seen    BIGINT NOT NULL,
	teaser  BIGINT NOT NULL, -- 1: only its first paragraphs
	PRIMARY KEY (article, n)
);

CREATE INDEX editions_by_version ON editions (version);

-- A version is for ever; forgotten, only the note of it is left.
CREATE TABLE versions (
	version      BYTEA PRIMARY KEY,
	article      BIGINT NOT NULL,
	text         BYTEA NOT NULL,    -- SHA-256 of its text; empty once forgotten
	title        TEXT NOT NULL,
	outlet       TEXT NOT NULL,
	url          TEXT NOT NULL,
	published    TEXT NOT NULL,
	record       BYTEA NOT NULL,    -- a line of JSON; empty once forgotten
	forgotten_at BIGINT NOT NULL, -- 0: it is not
	forgotten_by TEXT NOT NULL
);

CREATE INDEX versions_by_text ON versions (text);
CREATE INDEX versions_by_article ON versions (article);

-- By which an article is known again.
CREATE TABLE addresses (
	address TEXT PRIMARY KEY,
	article BIGINT NOT NULL
);

CREATE INDEX addresses_by_article ON addresses (article);

-- What a library holds, and what was removed from it: a server also removes articles of the default library.
CREATE TABLE holdings (
	library    TEXT NOT NULL,
	article    BIGINT NOT NULL,
	since      BIGINT NOT NULL,
	kind       TEXT NOT NULL, -- of its source
	place      TEXT NOT NULL, -- address, path or name of it
	who         TEXT NOT NULL, -- whoever added it; '' from the terminal
	feed       BIGINT NOT NULL,
	removed_at BIGINT NOT NULL, -- 0: it is held
	removed_by TEXT NOT NULL,
	PRIMARY KEY (library, article)
);

CREATE INDEX holdings_by_article ON holdings (article);

-- Grows whenever what a library holds changes.
CREATE TABLE revisions (
	library  TEXT PRIMARY KEY,
	revision BIGINT NOT NULL
);

-- What was derived from articles, in parts of a megabyte, and from which.
CREATE TABLE derived (
	name TEXT NOT NULL,
	code TEXT NOT NULL,    -- the version of what derived it
	part BIGINT NOT NULL,
	data BYTEA NOT NULL,
	PRIMARY KEY (name, code, part)
);

CREATE TABLE derived_of (
	version BYTEA NOT NULL,
	name    TEXT NOT NULL,
	PRIMARY KEY (version, name)
);

CREATE INDEX derived_of_by_name ON derived_of (name);

-- Files of watched folders, as they were when they were read.
CREATE TABLE files (
	library  TEXT NOT NULL,
	path     TEXT NOT NULL,
	size     BIGINT NOT NULL,
	modified BIGINT NOT NULL, -- nanoseconds
	articles TEXT NOT NULL,    -- a JSON list of those in it
	PRIMARY KEY (library, path)
);

-- Work to be done.
CREATE TABLE jobs (
	id      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	library TEXT NOT NULL,
	kind    TEXT NOT NULL,
	address TEXT NOT NULL,
	host    TEXT NOT NULL,    -- of the address: one job of a host at a time
	who      TEXT NOT NULL,
	article BIGINT NOT NULL,
	feed    BIGINT NOT NULL,
	step    TEXT NOT NULL,
	reason  TEXT NOT NULL,
	tries   BIGINT NOT NULL,
	made    BIGINT NOT NULL,
	due     BIGINT NOT NULL,
	data    BYTEA NOT NULL,    -- what the step before it made
	holder  TEXT NOT NULL,    -- of the claim; '' for none
	until   BIGINT NOT NULL, -- the claim runs out
	ended   BIGINT NOT NULL  -- 0: not yet
);

CREATE UNIQUE INDEX jobs_waiting ON jobs (library, kind, address) WHERE ended = 0;
CREATE INDEX jobs_due ON jobs (due) WHERE ended = 0;
CREATE INDEX jobs_by_library ON jobs (library, made);
CREATE INDEX jobs_ended ON jobs (ended) WHERE ended <> 0;

CREATE TABLE feeds (
	id            BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	address       TEXT NOT NULL UNIQUE,
	title         TEXT NOT NULL,
	etag          TEXT NOT NULL,
	last_modified TEXT NOT NULL,
	next          BIGINT NOT NULL, -- when it is polled
	every         BIGINT NOT NULL, -- milliseconds
	failures      BIGINT NOT NULL, -- in a row
	reason        TEXT NOT NULL,    -- of the last one
	moved_to      TEXT NOT NULL,
	moved_since   BIGINT NOT NULL,
	first         BIGINT NOT NULL, -- 1: it has not been read yet
	holder        TEXT NOT NULL,
	until         BIGINT NOT NULL
);

CREATE INDEX feeds_due ON feeds (next);

-- Which libraries take up what is in a feed.
CREATE TABLE follows (
	library TEXT NOT NULL,
	feed    BIGINT NOT NULL,
	who      TEXT NOT NULL,
	since   BIGINT NOT NULL,
	paused  BIGINT NOT NULL,
	PRIMARY KEY (library, feed)
);

CREATE INDEX follows_by_feed ON follows (feed);

-- By which an entry of a feed is known again: its ID, its address.
CREATE TABLE entries (
	feed BIGINT NOT NULL,
	sign TEXT NOT NULL,
	PRIMARY KEY (feed, sign)
);

-- What happened to articles.
CREATE TABLE news (
	id      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	article BIGINT NOT NULL,
	n       BIGINT NOT NULL,
	kind    TEXT NOT NULL,
	at      BIGINT NOT NULL,
	details BYTEA NOT NULL,
	quiet   BIGINT NOT NULL, -- 1: it is not announced
	UNIQUE (article, n, kind)
);

CREATE INDEX news_by_time ON news (at);

-- When somebody last asked what is new.
CREATE TABLE visits (
	library TEXT NOT NULL,
	person  TEXT NOT NULL,
	at      BIGINT NOT NULL,
	PRIMARY KEY (library, person)
);
