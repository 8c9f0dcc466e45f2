package store

import (
	"bytes"
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

func open(t *testing.T, path string) *Store {
	t.Helper()
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestOpenAgain(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "a folder with % and ?", "talks.db")
	if err := os.Mkdir(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	s := open(t, path)
	if err := s.Subscribe(t.Context(), Subscription{Channel: "1", Guild: "2", Zone: "UTC"}); err != nil {
		t.Fatal(err)
	}
	s.Close()
	subs, err := open(t, path).Subscriptions(t.Context(), "")
	if err != nil || len(subs) != 1 {
		t.Errorf("after opening again: %v, %v", subs, err)
	}
}

// A file from before there was a budget keeps what it has.
func TestOpenOlder(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "talks.db")
	s := open(t, path)
	if err := s.Subscribe(t.Context(), Subscription{Channel: "1", Guild: "2", Zone: "UTC"}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.db.Exec("DROP TABLE spending; DROP TABLE said; DROP TABLE servers; DROP TABLE settings; DROP TABLE gaps; DROP TABLE worded; DELETE FROM goose_db_version WHERE version_id > 1"); err != nil {
		t.Fatal(err)
	}
	s.Close()
	s = open(t, path)
	if sum, err := s.Spend(t.Context(), "2022-01-10", 3); sum != 3 || err != nil {
		t.Errorf("spending: %d, %v", sum, err)
	}
	if subs, err := s.Subscriptions(t.Context(), ""); len(subs) != 1 || err != nil {
		t.Errorf("subscriptions: %v, %v", subs, err)
	}
}

func TestOpenEmptyFile(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "talks.db")
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	open(t, path)
}

func TestMemory(t *testing.T) {
	t.Chdir(t.TempDir())
	s := open(t, Memory)
	if _, ours, err := s.Claim(t.Context(), "1", "2022-01-10", time.Unix(0, 0), time.Unix(60, 0)); err != nil || !ours {
		t.Errorf("claim in memory: %v, %v", ours, err)
	}
	if files, _ := os.ReadDir("."); len(files) > 0 {
		t.Errorf("a database in memory left %v", files)
	}
}

// What cannot be used is said in one line, and left as it was.
func TestOpenTrouble(t *testing.T) {
	t.Parallel()
	exec := func(path string, statements ...string) {
		t.Helper()
		db, err := sql.Open("sqlite", path)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		for _, s := range statements {
			if _, err := db.Exec(s); err != nil {
				t.Fatal(err)
			}
		}
	}
	ours := func(path string) {
		s, err := Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		s.Close()
	}
	for name, c := range map[string]struct {
		make func(path string)
		want string
	}{
		"text":        {func(p string) { os.WriteFile(p, []byte("DISCORD_TOKEN=something\n"), 0o644) }, "is no database"},
		"cut short":   {func(p string) { os.WriteFile(p, []byte("SQLite form"), 0o644) }, "is no database"},
		"only a head": {func(p string) { os.WriteFile(p, append([]byte("SQLite format 3\x00"), make([]byte, 900)...), 0o644) }, "is no database"},
		"a folder":    {func(p string) { os.Mkdir(p, 0o755) }, "is a folder"},
		"no folder":   {func(p string) { os.Remove(filepath.Dir(p)) }, "does its folder exist"},
		"another's":   {func(p string) { exec(p, "CREATE TABLE notes (n)") }, "another program's"},
		"newer": {func(p string) {
			ours(p)
			exec(p, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (99, 1)")
		}, "of a newer talksbot"},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "sub", "talks.db")
			os.Mkdir(filepath.Dir(path), 0o755)
			c.make(path)
			before, _ := os.ReadFile(path)
			_, err := Open(t.Context(), path)
			if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), path) || strings.Contains(err.Error(), "\n") {
				t.Errorf("got %v, want one line with the path and %q", err, c.want)
			}
			if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
				t.Error("the file is not as it was")
			}
		})
	}
}

// A process that was killed as it made the file leaves a journal of what is to be undone.
func TestOpenUnfinished(t *testing.T) {
	t.Parallel()
	made, path := filepath.Join(t.TempDir(), "talks.db"), filepath.Join(t.TempDir(), "talks.db")
	s := open(t, made)
	if err := s.Subscribe(t.Context(), Subscription{Channel: "1", Guild: "2", Zone: "UTC"}); err != nil {
		t.Fatal(err)
	}
	s.Close()
	db, err := sql.Open("sqlite", made)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	for _, statement := range []string{"PRAGMA journal_mode = delete", "PRAGMA cache_size = 1", "BEGIN IMMEDIATE", "DELETE FROM subscriptions",
		"CREATE TABLE big AS WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n LIMIT 2000) SELECT randomblob(400) FROM n"} {
		if _, err := db.Exec(statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
	for _, part := range []string{"", "-journal"} { // as they are while it writes
		data, err := os.ReadFile(made + part)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path+part, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if subs, err := open(t, path).Subscriptions(t.Context(), ""); len(subs) != 1 || err != nil {
		t.Errorf("subscriptions: %v, %v", subs, err)
	}
}

func TestReadOnly(t *testing.T) {
	t.Parallel()
	if os.Geteuid() == 0 {
		t.Skip("root may write whatever the mode says")
	}
	path := filepath.Join(t.TempDir(), "talks.db")
	open(t, path).Close()
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), path); err == nil || !strings.Contains(err.Error(), "cannot be written") {
		t.Errorf("got %v", err)
	}
}

// Many processes may start on one new file: here, many stores.
func TestOpenTogether(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "talks.db")
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			s, err := Open(context.Background(), path)
			if err != nil {
				t.Error(err)
				return
			}
			s.Close()
		})
	}
	all.Wait()
}

// Nobody else reads who asked what: neither in the file nor beside it, whatever it was before.
func TestPrivate(t *testing.T) {
	t.Parallel()
	for name, before := range map[string]os.FileMode{"new": 0, "readable": 0o644} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "talks.db")
			if before != 0 {
				open(t, path).Close()
				if err := os.Chmod(path, before); err != nil {
					t.Fatal(err)
				}
			}
			s := open(t, path)
			if err := s.Count(t.Context(), "1", true); err != nil {
				t.Fatal(err)
			}
			for _, part := range []string{"", "-wal", "-shm"} {
				about, err := os.Stat(path + part)
				if err != nil {
					t.Fatal(err)
				}
				if mode := about.Mode().Perm(); mode != private {
					t.Errorf("%s has mode %o", path+part, mode)
				}
			}
		})
	}
}

// A file that is damaged where it is not read at first is noticed all the same.
func TestDamaged(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "talks.db")
	s := open(t, path)
	for i := range 500 {
		if err := s.Say(t.Context(), strings.Repeat("1", 100)+time.Duration(i).String(), Said{Question: strings.Repeat("why ", 50)}, time.Unix(0, 0)); err != nil {
			t.Fatal(err)
		}
	}
	s.Close()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	copy(data[len(data)/2:], bytes.Repeat([]byte("damage"), 700))
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), path); err == nil || !strings.Contains(err.Error(), "is damaged") || strings.Contains(err.Error(), "\n") {
		t.Errorf("got %v", err)
	}
}
