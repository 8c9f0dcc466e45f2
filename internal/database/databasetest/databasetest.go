// Package databasetest runs a test on each kind of database that the program may have.
package databasetest

import (
	"context"
	"crypto/rand"
	"database/sql"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // to make schemas

	"talksbot/internal/database"
)

// Variable names the variable that holds the address of a PostgreSQL database in which schemas may be made. Without it
// nothing runs there.
const Variable = "TALKSBOT_TEST_POSTGRES"

// Run runs test with the address of a new SQLite file, and with that of a new PostgreSQL database.
func Run(t *testing.T, test func(t *testing.T, address string)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) {
		t.Parallel()
		test(t, filepath.Join(t.TempDir(), "talks.db"))
	})
	t.Run("postgres", func(t *testing.T) {
		t.Parallel()
		test(t, Postgres(t))
	})
}

// Open opens the database at an address until the test has ended.
func Open(t *testing.T, address string) *database.DB {
	t.Helper()
	db, err := database.Open(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// Postgres returns the address of a PostgreSQL database with nothing in it: a new schema of one, which costs less than a
// database of its own, and is dropped when the test has ended.
func Postgres(t testing.TB) string {
	t.Helper()
	server := os.Getenv(Variable)
	if server == "" {
		t.Skip(Variable + " names no PostgreSQL server")
	}
	address, err := url.Parse(server)
	if err != nil {
		t.Fatal(Variable + " is no address")
	}
	name := "talksbot_test_" + strings.ToLower(rand.Text())
	Exec(t, server, `CREATE SCHEMA `+name)
	t.Cleanup(func() { Exec(t, server, `DROP SCHEMA `+name+` CASCADE`) })
	settings := address.Query()
	settings.Set("search_path", name)
	address.RawQuery = settings.Encode()
	return address.String()
}

// Exec runs a statement as any other program does.
func Exec(t testing.TB, server, statement string) {
	t.Helper()
	ctx, done := context.WithTimeout(context.Background(), time.Minute)
	defer done()
	db, err := sql.Open("pgx", server)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(ctx, statement); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}
