package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	sqlite3 "modernc.org/sqlite/lib"
)

// A State is what there is at a database's address.
type State struct {
	Exists     bool  // the file, or this program's tables on a server
	Version    int64 // of its tables
	Newest     int64 // that this program makes: Open brings older ones up to it
	Unfinished bool  // a process was killed as it wrote, which Open puts right
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
	return version, notNewer(path, version)
}

// whole says what is damaged in a database, if anything is. The texts of articles and what was derived from them are not
// looked through, as they may be a hundred times as large as all else: what is damaged of them is said when it is read.
func whole(ctx context.Context, db *sql.DB, path string) error {
	tables, err := column(ctx, db, `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('versions', 'derived')`)
	for _, table := range tables {
		var found []string
		if found, err = column(ctx, db, `PRAGMA quick_check('`+table+`')`); err != nil {
			break
		}
		if found[0] != "ok" {
			return fmt.Errorf("the database %s %s (%s)", path, troubles[sqlite3.SQLITE_CORRUPT], strings.Join(strings.Fields(found[0]), " "))
		}
	}
	if err != nil {
		return explain(path, err)
	}
	return nil
}

// column returns the one column of what a query finds.
func column(ctx context.Context, db *sql.DB, query string) (all []string, err error) {
	err = each(ctx, db, sqliteDialect, query, nil, func(scan Scan) error {
		var one string
		err := scan(&one)
		all = append(all, one)
		return err
	})
	return all, err
}
