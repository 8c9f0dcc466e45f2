package database

import (
	"context"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// files returns what a folder holds, by name.
func files(t *testing.T, folder string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	held := map[string]string{}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		held[e.Name()] = string(data)
	}
	return held
}

// Examine tells what Open would, and leaves all as it was.
func TestExamine(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		make func(t *testing.T, path string)
		want State
		err  string
	}{
		"none yet": {func(*testing.T, string) {}, State{}, ""},
		"ours":     {func(t *testing.T, path string) { made(t, path, "") }, State{Exists: true, Version: newest()}, ""},
		"older":    {func(t *testing.T, path string) { made(t, path, "DELETE FROM goose_db_version WHERE version_id > 1") }, State{Exists: true, Version: 1}, ""},
		"newer": {func(t *testing.T, path string) {
			made(t, path, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (99, 1)")
		}, State{Exists: true, Version: 99}, "of a newer talksbot"},
		"another's":     {func(t *testing.T, path string) { made(t, path, "PRAGMA application_id = 7") }, State{Exists: true}, "another program's"},
		"no database":   {func(t *testing.T, path string) { wrote(t, path, strings.Repeat("Buy milk. ", 100)) }, State{Exists: true}, "is no database"},
		"in use":        {func(t *testing.T, path string) { open(t, path) }, State{Exists: true, Version: newest()}, ""},
		"an empty file": {func(t *testing.T, path string) { wrote(t, path, "") }, State{Exists: true}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			path := filepath.Join(folder, "talks.db")
			c.make(t, path)
			before := files(t, folder)
			got, err := Examine(t.Context(), path)
			c.want.Newest = newest()
			if got != c.want || (err != nil) != (c.err != "") || err != nil && !strings.Contains(err.Error(), c.err) {
				t.Errorf("got %+v, %v; want %+v, %q", got, err, c.want, c.err)
			}
			after := files(t, folder)
			delete(before, "talks.db-shm") // where its users note who is reading
			delete(after, "talks.db-shm")
			if !maps.Equal(before, after) {
				t.Errorf("the folder had %v and has %v", slices.Sorted(maps.Keys(before)), slices.Sorted(maps.Keys(after)))
			}
		})
	}
	if _, err := Examine(t.Context(), filepath.Join(t.TempDir(), "nowhere", "talks.db")); err == nil || !strings.Contains(err.Error(), "does its folder exist") {
		t.Errorf("without a folder: %v", err)
	}
}

// made makes a database and changes it.
func made(t *testing.T, path, change string) {
	t.Helper()
	db := open(t, path)
	defer db.Close()
	if _, err := db.db.Exec(change); err != nil {
		t.Fatal(err)
	}
}

func wrote(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// Another process reads what a bot keeps, while it keeps it, and writes nothing.
func TestOpenToRead(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "talks.db")
	for address, want := range map[string]string{path: "there is no database", Memory: "is in memory"} {
		if _, err := OpenToRead(t.Context(), address); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", address, err)
		}
	}
	db := open(t, path)
	reading, err := OpenToRead(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer reading.Close()
	keeps(t, db, "2022-01-10", 7)
	if got := finds(t, reading); got != 7 {
		t.Errorf("beside the bot: %d", got)
	}
	err = reading.Within(t.Context(), "testing", func(context.Context, *Tx) error { t.Error("it may write"); return nil })
	if !errors.Is(err, ErrReadOnly) {
		t.Error(err)
	}
	if _, err := db.db.Exec("DELETE FROM goose_db_version WHERE version_id > 4"); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenToRead(t.Context(), path); err == nil || !strings.Contains(err.Error(), "older talksbot") || strings.Contains(err.Error(), "\n") {
		t.Errorf("of an older version: %v", err)
	}
}
