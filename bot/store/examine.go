package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// A State is what there is at a database's path.
type State struct {
	Exists     bool
	Version    int64 // of its tables
	Newest     int64 // that this program makes: Open brings older ones up to it
	Unfinished bool  // a process was killed as it wrote, which Open puts right
}

// untouched is the mode of a database that nobody writes: SQLite then makes no file beside it.
const untouched = "untouched"

// Examine says what there is at path, and changes nothing. The error is the one that Open would return.
func Examine(ctx context.Context, path string) (State, error) {
	s := State{Newest: newest()}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return s, roomFor(path)
	case err != nil:
		return s, refused(path, err)
	}
	f.Close()
	if err := roomFor(path); err != nil {
		return s, err
	}
	s.Exists = true
	mode := untouched
	if written, err := os.Stat(path + "-wal"); err == nil && written.Size() > 0 {
		mode = "ro" // what counts stands there
	}
	s.Version, err = belongs(ctx, path, mode)
	if unfinished(err) {
		s.Unfinished, err = true, nil
	}
	return s, err
}

// roomFor says whether files can be made where the database is, as SQLite has to.
func roomFor(path string) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".talksbot-*")
	if err != nil {
		return refused(path, err)
	}
	f.Close()
	return os.Remove(f.Name())
}
