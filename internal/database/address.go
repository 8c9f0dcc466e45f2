package database

import (
	"net/url"
	"path/filepath"
)

// Memory is the address of a database that is kept in memory and gone when it is closed.
const Memory = ":memory:"

// application marks our files among all of SQLite's: "talk", as PRAGMA application_id.
const application = 0x74616c6b

// untouched is the mode of a database that nobody writes: SQLite then makes no file beside it.
const untouched = "untouched"

// address returns what the driver opens. The write lock is taken when a transaction begins, as
// one that turns from reading to writing cannot wait for it; each commit is on disk before it
// returns, as a claim that is lost is a digest sent twice.
func address(path, mode string) string {
	q := url.Values{"_txlock": {"immediate"}, "_pragma": {"busy_timeout(10000)"}}
	if path == Memory {
		return path + "?" + q.Encode()
	}
	q.Set("mode", mode)
	switch mode {
	case "rwc":
		q["_pragma"] = append(q["_pragma"], "journal_mode(wal)", "synchronous(full)")
	case untouched:
		q.Set("mode", "ro")
		q.Set("immutable", "1")
	}
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute
	}
	return "file:" + (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath() + "?" + q.Encode()
}
