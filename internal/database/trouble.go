package database

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"

	sqlite "modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// troubles are SQLite's primary result codes in words for whoever runs the bot.
var troubles = map[int]string{
	sqlite3.SQLITE_NOTADB:   "is no database: give DATABASE another name, or move the file away",
	sqlite3.SQLITE_CORRUPT:  "is damaged: move it away, or put a copy of it back",
	sqlite3.SQLITE_READONLY: "cannot be written: the bot's user needs the right to write it and its folder",
	sqlite3.SQLITE_PERM:     "cannot be written: the bot's user needs the right to write it and its folder",
	sqlite3.SQLITE_CANTOPEN: "cannot be opened: does its folder exist, and may the bot's user write there?",
	sqlite3.SQLITE_FULL:     "cannot grow: the disk is full",
	sqlite3.SQLITE_IOERR:    "cannot be read or written: is the disk full, or failing?",
	sqlite3.SQLITE_BUSY:     "is held by another program",
	sqlite3.SQLITE_LOCKED:   "is held by another program",
}

// sqliteTrouble says in words what an error of SQLite means.
func sqliteTrouble(err error) string {
	if no, ok := errors.AsType[*sqlite.Error](err); ok && troubles[no.Code()&0xff] != "" {
		return fmt.Sprintf("%s (%s)", troubles[no.Code()&0xff], oneLine(no))
	}
	return ""
}

// explain returns err in one line about the file at path.
func explain(path string, err error) error { return explained(sqliteTrouble, path, err) }

// A failure is an error of a database, in words.
type failure struct {
	says string
	err  error
}

func (f *failure) Error() string { return f.says }
func (f *failure) Unwrap() error { return f.err }

// explained returns err in one line about the database of that name, whatever it is.
func explained(trouble func(error) string, name string, err error) error {
	if why := trouble(err); why != "" {
		return &failure{"the database " + name + " " + why, err}
	}
	return &failure{"the database " + name + ": " + oneLine(err), err}
}

// oneLine returns what an error says without its breaks of lines.
func oneLine(err error) string { return strings.Join(strings.Fields(err.Error()), " ") }

// lasting reports whether the error is one that no second try mends.
func lasting(err error) bool {
	no, ok := errors.AsType[*sqlite.Error](err)
	if !ok {
		return false
	}
	code := no.Code() & 0xff
	return troubles[code] != "" && code != sqlite3.SQLITE_BUSY && code != sqlite3.SQLITE_LOCKED
}

// unfinished reports whether a database could not be read because it must be written first: a
// process was killed as it wrote, and its journal still lies there.
func unfinished(err error) bool {
	no, ok := errors.AsType[*sqlite.Error](err)
	return ok && (no.Code() == sqlite3.SQLITE_READONLY_ROLLBACK || no.Code() == sqlite3.SQLITE_READONLY_RECOVERY)
}

// refused returns the error for a file that the operating system did not open.
func refused(path string, err error) error {
	code := sqlite3.SQLITE_CANTOPEN
	switch {
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		code = sqlite3.SQLITE_READONLY
	case errors.Is(err, syscall.EISDIR):
		return fmt.Errorf("the database %s is a folder: DATABASE names a file", path)
	}
	return fmt.Errorf("the database %s %s", path, troubles[code])
}
