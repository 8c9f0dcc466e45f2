-- +goose Up
-- +goose StatementBegin

-- Which articles there are. A library is the default one, '', or that of a server. Times are milliseconds of Unix time.

CREATE TABLE articles (
	id        INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice: versions are said to be its
	name      TEXT NOT NULL UNIQUE,              -- a short ID that people read
	n         INTEGER NOT NULL,                  -- of the edition that stands now
	withdrawn INTEGER NOT NULL,                  -- 1: by its publisher
	reason    TEXT NOT NULL                      -- why its state is what it is; '' for none
) STRICT;

-- What an article has said, the first time as number 1. One that says again what it said before has two of one version.
CREATE TABLE editions (
	article INTEGER NOT NULL,
	n       INTEGER NOT NULL,
	version BLOB NOT NULL,
	seen    INTEGER NOT NULL,
	teaser  INTEGER NOT NULL, -- 1: only its first paragraphs
	PRIMARY KEY (article, n)
) STRICT, WITHOUT ROWID;

CREATE INDEX editions_by_version ON editions (version);

-- A version is for ever; forgotten, only the note of it is left.
CREATE TABLE versions (
	version      BLOB PRIMARY KEY,
	article      INTEGER NOT NULL,
	text         BLOB NOT NULL,    -- SHA-256 of its text; empty once forgotten
	title        TEXT NOT NULL,
	outlet       TEXT NOT NULL,
	url          TEXT NOT NULL,
	published    TEXT NOT NULL,
	record       BLOB NOT NULL,    -- a line of JSON; empty once forgotten
	forgotten_at INTEGER NOT NULL, -- 0: it is not
	forgotten_by TEXT NOT NULL
) STRICT;

CREATE INDEX versions_by_text ON versions (text);
CREATE INDEX versions_by_article ON versions (article);

-- By which an article is known again.
CREATE TABLE addresses (
	address TEXT PRIMARY KEY,
	article INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX addresses_by_article ON addresses (article);

-- What a library holds, and what was removed from it: a server also removes articles of the default library.
CREATE TABLE holdings (
	library    TEXT NOT NULL,
	article    INTEGER NOT NULL,
	since      INTEGER NOT NULL,
	kind       TEXT NOT NULL, -- of its source
	place      TEXT NOT NULL, -- address, path or name of it
	who         TEXT NOT NULL, -- whoever added it; '' from the terminal
	feed       INTEGER NOT NULL,
	removed_at INTEGER NOT NULL, -- 0: it is held
	removed_by TEXT NOT NULL,
	PRIMARY KEY (library, article)
) STRICT, WITHOUT ROWID;

CREATE INDEX holdings_by_article ON holdings (article);

-- Grows whenever what a library holds changes.
CREATE TABLE revisions (
	library  TEXT PRIMARY KEY,
	revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What was derived from articles, in parts of a megabyte, and from which.
CREATE TABLE derived (
	name TEXT NOT NULL,
	code TEXT NOT NULL,    -- the version of what derived it
	part INTEGER NOT NULL,
	data BLOB NOT NULL,
	PRIMARY KEY (name, code, part)
) STRICT;

CREATE TABLE derived_of (
	version BLOB NOT NULL,
	name    TEXT NOT NULL,
	PRIMARY KEY (version, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX derived_of_by_name ON derived_of (name);

-- Files of watched folders, as they were when they were read.
CREATE TABLE files (
	library  TEXT NOT NULL,
	path     TEXT NOT NULL,
	size     INTEGER NOT NULL,
	modified INTEGER NOT NULL, -- nanoseconds
	articles TEXT NOT NULL,    -- a JSON list of those in it
	PRIMARY KEY (library, path)
) STRICT, WITHOUT ROWID;

-- Work to be done.
CREATE TABLE jobs (
	id      INTEGER PRIMARY KEY AUTOINCREMENT,
	library TEXT NOT NULL,
	kind    TEXT NOT NULL,
	address TEXT NOT NULL,
	host    TEXT NOT NULL,    -- of the address: one job of a host at a time
	who      TEXT NOT NULL,
	article INTEGER NOT NULL,
	feed    INTEGER NOT NULL,
	step    TEXT NOT NULL,
	reason  TEXT NOT NULL,
	tries   INTEGER NOT NULL,
	made    INTEGER NOT NULL,
	due     INTEGER NOT NULL,
	data    BLOB NOT NULL,    -- what the step before it made
	holder  TEXT NOT NULL,    -- of the claim; '' for none
	until   INTEGER NOT NULL, -- the claim runs out
	ended   INTEGER NOT NULL  -- 0: not yet
) STRICT;

CREATE UNIQUE INDEX jobs_waiting ON jobs (library, kind, address) WHERE ended = 0;
CREATE INDEX jobs_due ON jobs (due) WHERE ended = 0;
CREATE INDEX jobs_by_library ON jobs (library, made);
CREATE INDEX jobs_ended ON jobs (ended) WHERE ended <> 0;

CREATE TABLE feeds (
	id            INTEGER PRIMARY KEY AUTOINCREMENT,
	address       TEXT NOT NULL UNIQUE,
	title         TEXT NOT NULL,
	etag          TEXT NOT NULL,
	last_modified TEXT NOT NULL,
	next          INTEGER NOT NULL, -- when it is polled
	every         INTEGER NOT NULL, -- milliseconds
	failures      INTEGER NOT NULL, -- in a row
	reason        TEXT NOT NULL,    -- of the last one
	moved_to      TEXT NOT NULL,
	moved_since   INTEGER NOT NULL,
	first         INTEGER NOT NULL, -- 1: it has not been read yet
	holder        TEXT NOT NULL,
	until         INTEGER NOT NULL
) STRICT;

CREATE INDEX feeds_due ON feeds (next);

-- Which libraries take up what is in a feed.
CREATE TABLE follows (
	library TEXT NOT NULL,
	feed    INTEGER NOT NULL,
	who      TEXT NOT NULL,
	since   INTEGER NOT NULL,
	paused  INTEGER NOT NULL,
	PRIMARY KEY (library, feed)
) STRICT, WITHOUT ROWID;

CREATE INDEX follows_by_feed ON follows (feed);

-- By which an entry of a feed is known again: its ID, its address.
CREATE TABLE entries (
	feed INTEGER NOT NULL,
	sign TEXT NOT NULL,
	PRIMARY KEY (feed, sign)
) STRICT, WITHOUT ROWID;

-- What happened to articles.
CREATE TABLE news (
	id      INTEGER PRIMARY KEY AUTOINCREMENT,
	article INTEGER NOT NULL,
	n       INTEGER NOT NULL,
	kind    TEXT NOT NULL,
	at      INTEGER NOT NULL,
	details BLOB NOT NULL,
	quiet   INTEGER NOT NULL, -- 1: it is not announced
	UNIQUE (article, n, kind)
) STRICT;

CREATE INDEX news_by_time ON news (at);

-- When somebody last asked what is new.
CREATE TABLE visits (
	library TEXT NOT NULL,
	person  TEXT NOT NULL,
	at      INTEGER NOT NULL,
	PRIMARY KEY (library, person)
) STRICT, WITHOUT ROWID;

-- +goose StatementEnd
