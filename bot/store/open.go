package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/pressly/goose/v3"
	sqlite3 "modernc.org/sqlite/lib"
)

//go:embed migrations/*.sql
var migrations embed.FS

// Memory is the path of a database that is kept in memory and gone with the Store.
const Memory = ":memory:"

// application marks our files among all of SQLite's: "talk", as PRAGMA application_id.
const application = 0x74616c6b

// Open opens the database at path, which is made where there is none. A file that is no
// database of this program, or of a newer version of it, that cannot be written or not grow, is
// an error in one line, and left as it is.
func Open(ctx context.Context, path string) (*Store, error) {
	if path != Memory {
		if err := look(ctx, path); err != nil {
			return nil, err
		}
		if err := keepPrivate(path); err != nil {
			return nil, err
		}
	}
	db, err := sql.Open("sqlite", address(path, "rwc"))
	if err != nil {
		return nil, explain(path, err)
	}
	db.SetMaxOpenConns(1) // a database in memory is its connection's, and a file has one writer anyway
	if err := prepare(ctx, db); err != nil {
		db.Close()
		return nil, explain(path, err)
	}
	return &Store{db: db, self: rand.Text()}, nil
}

// OpenToRead opens the database at path for reading alone, also while a bot uses it. It is an error where there
// is none, and where it is of an older version of this program that has not been started on it since.
func OpenToRead(ctx context.Context, path string) (*Store, error) {
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
	switch {
	case err != nil:
		return nil, err
	case version < newest():
		return nil, fmt.Errorf("the database %s is of an older talksbot: start the bot once, and it is brought up to date", path)
	}
	db, err := sql.Open("sqlite", address(path, mode))
	if err != nil {
		return nil, explain(path, err)
	}
	return &Store{db: db}, nil
}

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

// look says what is wrong with the file at path, changing nothing. There may be none yet.
func look(ctx context.Context, path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return refused(path, err)
	}
	f.Close()
	_, err = belongs(ctx, path, "ro")
	if unfinished(err) { // only who may write can undo what a process had begun that was killed
		_, err = belongs(ctx, path, "rw")
	}
	return err
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

// belongs returns the version of a database's tables, 0 where it has none yet, or says why it cannot be
// used: it is not ours, or newer than we are.
func belongs(ctx context.Context, path, mode string) (version int64, err error) {
	db, err := sql.Open("sqlite", address(path, mode))
	if err != nil {
		return 0, explain(path, err)
	}
	defer db.Close()
	var whose, tables int
	err = db.QueryRowContext(ctx, `SELECT (SELECT application_id FROM pragma_application_id), count(*) FROM sqlite_schema`).Scan(&whose, &tables)
	switch {
	case err != nil:
		return 0, explain(path, err)
	case tables == 0:
		return 0, nil
	case whose != application:
		return 0, fmt.Errorf("the database %s is another program's: give DATABASE another name", path)
	}
	err = db.QueryRowContext(ctx, `SELECT coalesce(max(version_id), 0) FROM goose_db_version WHERE is_applied`).Scan(&version)
	if err != nil {
		return 0, explain(path, err)
	}
	if err := whole(ctx, db, path); err != nil {
		return 0, err
	}
	if newest := newest(); version > newest {
		return version, fmt.Errorf("the database %s is of a newer talksbot (its tables have version %d, this program knows %d): run that one, or give DATABASE another name", path, version, newest)
	}
	return version, nil
}

// whole says what is damaged in a database, if anything is.
func whole(ctx context.Context, db *sql.DB, path string) error {
	var found string
	if err := db.QueryRowContext(ctx, `PRAGMA quick_check(1)`).Scan(&found); err != nil {
		return explain(path, err)
	}
	if found != "ok" {
		return fmt.Errorf("the database %s %s (%s)", path, troubles[sqlite3.SQLITE_CORRUPT], strings.Join(strings.Fields(found), " "))
	}
	return nil
}

// newest returns the version of the tables that this program makes: that of its last migration.
func newest() int64 {
	names, _ := fs.Glob(migrations, "migrations/*.sql") // the pattern is well formed
	version, _ := goose.NumericComponent(names[len(names)-1])
	return version
}

// patience is how long preparing is tried: another process may be preparing the same new file.
const patience = 10 * time.Second

// prepare brings the tables up to date and finds out whether the file can be written.
func prepare(ctx context.Context, db *sql.DB) error {
	tables, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, db, tables, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return err
	}
	for end := time.Now().Add(patience); ; time.Sleep(25 * time.Millisecond) {
		if _, err = db.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d", application)); err == nil {
			_, err = provider.Up(ctx)
		}
		if err == nil || lasting(err) || ctx.Err() != nil || time.Now().After(end) {
			return err
		}
	}
}
