package database_test

import (
	"context"
	"crypto/rand"
	"net"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"talksbot/internal/database"
	"talksbot/internal/database/databasetest"
)

const password = "hunter2-kept-to-ourselves"

// What cannot be used is said in one line, without the password, and soon.
func TestServerTrouble(t *testing.T) {
	t.Parallel()
	silent, err := net.Listen("tcp", "127.0.0.1:0") // lets in and says nothing
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	gone, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	gone.Close()
	for name, c := range map[string]struct{ address, want string }{
		"nobody there":   {"postgres://ada:" + password + "@" + gone.Addr().String() + "/talks", "cannot be reached"},
		"no answer":      {"postgres://ada:" + password + "@" + silent.Addr().String() + "/talks?connect_timeout=1", "cannot be reached"},
		"no such host":   {"postgresql://ada:" + password + "@nowhere.invalid/talks", "cannot be reached"},
		"not an address": {"postgres://ada:" + password + "%zz@localhost/talks", "no address of PostgreSQL"},
		"not a port":     {"postgres://ada:" + password + "@localhost:http/talks", "no address of PostgreSQL"},
		"an odd setting": {"postgres://ada:" + password + "@localhost/talks?sslmode=maybe", "no address of PostgreSQL"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			ctx, done := context.WithTimeout(t.Context(), time.Minute)
			defer done()
			_, opened := database.Open(ctx, c.address)
			_, read := database.OpenToRead(ctx, c.address)
			_, looked := database.Examine(ctx, c.address)
			for _, err := range []error{opened, read, looked} {
				if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") || strings.Contains(err.Error(), password) {
					t.Errorf("got %v, want one line with %q and no password", err, c.want)
				}
			}
		})
	}
}

// The name of a database is its address without what is secret.
func TestName(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]string{
		":memory:":      ":memory:",
		"/var/talks.db": "/var/talks.db",
		"postgres://ada:" + password + "@db.example:6543/talks?sslmode=disable&password=" + password: "postgres://ada@db.example:6543/talks",
		"postgres://ada:" + password + "%zz@db.example/talks":                                        "postgres://…",
	} {
		if got := database.Name(address); got != want {
			t.Errorf("%q", got)
		}
	}
}

// exec runs statements on a server as any other program does.
func exec(t *testing.T, address string, statements ...string) {
	t.Helper()
	for _, s := range statements {
		databasetest.Exec(t, address, s)
	}
}

func TestServerRefused(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		change func(t *testing.T, address string)
		want   string
	}{
		"another's": {func(t *testing.T, address string) { exec(t, address, `CREATE TABLE notes (n int)`) }, "tables of another program"},
		"newer": {func(t *testing.T, address string) {
			databasetest.Open(t, address)
			exec(t, address, `INSERT INTO talksbot_version (version_id, is_applied) VALUES (99, true)`)
		}, "of a newer talksbot (its tables have version 99"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			address := databasetest.Postgres(t)
			c.change(t, address)
			_, opened := database.Open(t.Context(), address)
			_, looked := database.Examine(t.Context(), address)
			for _, err := range []error{opened, looked} {
				if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
					t.Errorf("got %v, want %q", err, c.want)
				}
			}
		})
	}
}

func TestServerNotThere(t *testing.T) {
	t.Parallel()
	address, err := url.Parse(databasetest.Postgres(t))
	if err != nil {
		t.Fatal(err)
	}
	nowhere := *address
	nowhere.Path = "/talksbot_nowhere"
	role := "talksbot_guest_" + strings.ToLower(rand.Text())
	exec(t, os.Getenv(databasetest.Variable), `CREATE ROLE `+role+` LOGIN PASSWORD 'guest'`)
	t.Cleanup(func() { exec(t, os.Getenv(databasetest.Variable), `DROP OWNED BY `+role+`; DROP ROLE `+role) })
	exec(t, os.Getenv(databasetest.Variable), `GRANT USAGE ON SCHEMA `+address.Query().Get("search_path")+` TO `+role)
	guest := *address
	guest.User = url.UserPassword(role, "guest")
	for _, c := range []struct {
		address url.URL
		want    string
	}{{nowhere, "/talksbot_nowhere does not exist"}, {guest, "cannot be written: its user needs the right"}} {
		if _, err := database.Open(t.Context(), c.address.String()); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want %q", err, c.want)
		}
	}
}

// Many processes may start on one new database.
func TestServerTogether(t *testing.T) {
	t.Parallel()
	address := databasetest.Postgres(t)
	if s, err := database.Examine(t.Context(), address); s.Exists || s.Version != 0 || err != nil {
		t.Errorf("before: %+v, %v", s, err)
	}
	if _, err := database.OpenToRead(t.Context(), address); err == nil || !strings.Contains(err.Error(), "there is nothing in the database") {
		t.Errorf("read before it is made: %v", err)
	}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			db, err := database.Open(context.Background(), address)
			if err != nil {
				t.Error(err)
				return
			}
			db.Close()
		})
	}
	all.Wait()
	if s, err := database.Examine(t.Context(), address); !s.Exists || s.Version != s.Newest || err != nil {
		t.Errorf("after: %+v, %v", s, err)
	}
	db := databasetest.Open(t, address)
	var twice int
	if err := db.Row(t.Context(), `SELECT count(*) - count(DISTINCT version_id) FROM talksbot_version`).Scan(&twice); err != nil || twice != 0 {
		t.Errorf("%d migrations were made twice, %v", twice, err)
	}
}

// A connection that is cut is no end: the next call makes another.
func TestServerCut(t *testing.T) {
	t.Parallel()
	address := databasetest.Postgres(t)
	db := databasetest.Open(t, address)
	count := func() (n int, err error) {
		err = db.Row(t.Context(), `SELECT count(*) FROM spending`).Scan(&n)
		return n, err
	}
	if _, err := count(); err != nil {
		t.Fatal(err)
	}
	exec(t, os.Getenv(databasetest.Variable), `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND query LIKE '%FROM spending%'`)
	_, _ = count() // may be told that it was cut
	if _, err := count(); err != nil {
		t.Error(err)
	}
}

// Nothing of one transaction is left for the next, as a pooler gives each another connection.
func TestNothingOutlives(t *testing.T) {
	t.Parallel()
	address := databasetest.Postgres(t)
	db := databasetest.Open(t, address)
	err := db.Within(t.Context(), "testing", func(ctx context.Context, tx *database.Tx) error {
		_, err := tx.Exec(ctx, `INSERT INTO spending (day, tokens) VALUES ($1, $2)`, "2022-01-10", 7)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	var left int
	err = db.Row(t.Context(), `SELECT (SELECT count(*) FROM pg_prepared_statements WHERE name <> '') + (SELECT count(*) FROM pg_settings WHERE name LIKE '%timeout' AND source = 'session')`).Scan(&left)
	if err != nil || left != 0 {
		t.Errorf("%d things are left, %v", left, err)
	}
}
