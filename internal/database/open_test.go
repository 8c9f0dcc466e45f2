package database

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/pressly/goose/v3"
)

func open(t *testing.T, address string) *DB {
	t.Helper()
	db, err := Open(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// does runs a statement.
func does(t *testing.T, db *DB, statement string, args ...any) {
	t.Helper()
	err := db.Within(t.Context(), "testing", func(ctx context.Context, tx *Tx) error {
		_, err := tx.Exec(ctx, statement, args...)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// keeps notes what a model used on a day, for finds to find.
func keeps(t *testing.T, db *DB, day string, tokens int) {
	t.Helper()
	does(t, db, `INSERT INTO spending (day, tokens) VALUES ($1, $2)`, day, tokens)
}

// finds returns what a model used on all days.
func finds(t *testing.T, db *DB) (tokens int) {
	t.Helper()
	if err := db.Row(t.Context(), `SELECT coalesce(sum(tokens), 0) FROM spending`).Scan(&tokens); err != nil {
		t.Fatal(err)
	}
	return tokens
}

func TestOpenAgain(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "a folder with % and ?", "talks.db")
	if err := os.Mkdir(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	db := open(t, path)
	keeps(t, db, "2022-01-10", 7)
	db.Close()
	if got := finds(t, open(t, path)); got != 7 {
		t.Errorf("after opening again: %d", got)
	}
}

// A file of an older version keeps what it has.
func TestOpenOlder(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "talks.db")
	made, err := sql.Open("sqlite", address(path, "rwc"))
	if err != nil {
		t.Fatal(err)
	}
	defer made.Close()
	if err := upTo(t.Context(), made, 2); err != nil {
		t.Fatal(err)
	}
	if _, err := made.Exec("INSERT INTO spending VALUES ('2022-01-10', 3)"); err != nil {
		t.Fatal(err)
	}
	made.Close()
	db := open(t, path)
	if got := finds(t, db); got != 3 {
		t.Errorf("of what it had is left: %d", got)
	}
	does(t, db, "INSERT INTO worded VALUES ('1', '2022-01-10', 1)")
}

// upTo makes a database of an older version of its tables.
func upTo(ctx context.Context, db *sql.DB, version int64) error {
	if _, err := db.Exec(fmt.Sprintf("PRAGMA application_id = %d", application)); err != nil {
		return err
	}
	tables, err := fs.Sub(migrations, sqliteSchema.folder)
	if err != nil {
		return err
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, db, tables)
	if err == nil {
		_, err = provider.UpTo(ctx, version)
	}
	return err
}

func TestMemory(t *testing.T) {
	t.Chdir(t.TempDir())
	db := open(t, Memory)
	keeps(t, db, "2022-01-10", 7)
	if got := finds(t, db); got != 7 {
		t.Errorf("in memory: %d", got)
	}
	if files, _ := os.ReadDir("."); len(files) > 0 {
		t.Errorf("a database in memory left %v", files)
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
		open(t, path).Close()
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

// A process that was killed as it made the file leaves a journal of what is to be undone.
func TestOpenUnfinished(t *testing.T) {
	t.Parallel()
	made, path := filepath.Join(t.TempDir(), "talks.db"), filepath.Join(t.TempDir(), "talks.db")
	was := open(t, made)
	keeps(t, was, "2022-01-10", 7)
	was.Close()
	db, err := sql.Open("sqlite", made)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	for _, statement := range []string{"PRAGMA journal_mode = delete", "PRAGMA cache_size = 1", "BEGIN IMMEDIATE", "DELETE FROM spending",
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
	if got := finds(t, open(t, path)); got != 7 {
		t.Errorf("what was being deleted is there as %d", got)
	}
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
			keeps(t, open(t, path), "2022-01-10", 7)
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
	db := open(t, path)
	for i := range 500 {
		does(t, db, "INSERT INTO shown VALUES ($1, $2, '2022-01-10')", fmt.Sprint(i), strings.Repeat("thing ", 50))
	}
	db.Close()
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
