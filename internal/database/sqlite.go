package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// connections is how many statements may be under way on one database at a time.
const connections = 4

// openFile opens the file at path, which is made where there is none.
func openFile(ctx context.Context, path string) (*DB, error) {
	if path != Memory {
		if err := look(ctx, path); err != nil {
			return nil, err
		}
		if err := keepPrivate(path); err != nil {
			return nil, err
		}
	}
	db, err := ofFile(path, "rwc")
	if err != nil {
		return nil, err
	}
	mark := fmt.Sprintf("PRAGMA application_id = %d", application)
	if err := sqliteSchema.prepare(ctx, db.db, mark, lasting); err != nil {
		db.Close()
		return nil, explain(path, err)
	}
	return db, nil
}

// openFileToRead opens the file at path for reading alone.
func openFileToRead(ctx context.Context, path string) (*DB, error) {
	if path == Memory {
		return nil, errors.New("the database is in memory, where only the bot itself reads it: DATABASE names a file")
	}
	if _, err := os.Stat(path); err != nil {
		return nil, fmt.Errorf("there is no database %s yet: the bot makes it when it is first started", path)
	}
	mode := "ro"
	version, err := belongs(ctx, path, mode)
	if unfinished(err) {
		mode = "rw"
		version, err = belongs(ctx, path, mode)
	}
	if err == nil {
		err = upToDate(path, version)
	}
	if err != nil {
		return nil, err
	}
	db, err := ofFile(path, mode)
	if err == nil {
		db.readOnly = true
	}
	return db, err
}

// ofFile returns the database in a file. It has one writer, who waits here for the one before, as SQLite only looks
// now and then whether its file is free; readers need not wait. One in memory is its connection's.
func ofFile(path, mode string) (*DB, error) {
	db, err := sql.Open("sqlite", address(path, mode))
	if err != nil {
		return nil, explain(path, err)
	}
	db.SetMaxOpenConns(connections)
	if path == Memory {
		db.SetMaxOpenConns(1)
	}
	return &DB{db: db, name: path, dialect: sqliteDialect, writing: make(chan struct{}, 1)}, nil
}

// private is who may read a database: it says who asked what. What SQLite writes beside it is as private.
const private = 0o600

// keepPrivate makes the file where there is none, and keeps others from reading it.
func keepPrivate(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, private)
	if err != nil {
		return refused(path, err)
	}
	defer f.Close()
	for _, name := range []string{path, path + "-wal", path + "-shm"} {
		os.Chmod(name, private) // as far as it is ours and there
	}
	return nil
}

// examineFile says what there is at path.
func examineFile(ctx context.Context, path string) (State, error) {
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
