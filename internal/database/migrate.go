package database

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"time"

	"github.com/pressly/goose/v3"
)

//go:embed migrations/*/*.sql
var migrations embed.FS

// A schema is the tables of one of the two databases.
type schema struct {
	folder   string // in migrations
	dialect  goose.Dialect
	versions string // the table that holds which migrations there were
}

var (
	sqliteSchema   = schema{"migrations/sqlite", goose.DialectSQLite3, "goose_db_version"}
	postgresSchema = schema{"migrations/postgres", goose.DialectPostgres, "talksbot_version"}
)

// newest returns the version of the tables that this program makes: that of its last migration.
func newest() int64 {
	names, _ := fs.Glob(migrations, sqliteSchema.folder+"/*.sql") // the pattern is well formed
	version, _ := goose.NumericComponent(names[len(names)-1])
	return version
}

// notNewer says that the tables are of a newer program than this one, where they are.
func notNewer(name string, version int64) error {
	if newest := newest(); version > newest {
		return fmt.Errorf("the database %s is of a newer talksbot (its tables have version %d, this program knows %d): run that one, or give DATABASE another name", name, version, newest)
	}
	return nil
}

// upToDate says that the tables are of an older program than this one, where they are.
func upToDate(name string, version int64) error {
	if version < newest() {
		return fmt.Errorf("the database %s is of an older talksbot: start the bot once, and it is brought up to date", name)
	}
	return nil
}

// patience is how long preparing is tried: another process may be preparing the same new database.
const patience = 10 * time.Second

// prepare brings the tables up to date, and finds out whether the database can be written. first is run before. Each
// migration is one transaction. Of two processes that begin the same one, the second fails at the first's tables, and
// finds them made when it tries again.
func (s schema) prepare(ctx context.Context, db *sql.DB, first string, lasting func(error) bool) error {
	tables, err := fs.Sub(migrations, s.folder)
	if err != nil {
		return err
	}
	provider, err := goose.NewProvider(s.dialect, db, tables, goose.WithDisableGlobalRegistry(true), goose.WithTableName(s.versions))
	if err != nil {
		return err
	}
	for end := time.Now().Add(patience); ; time.Sleep(25 * time.Millisecond) {
		if first != "" {
			_, err = db.ExecContext(ctx, first)
		}
		if err == nil {
			_, err = provider.Up(ctx)
		}
		if err == nil || lasting(err) || ctx.Err() != nil || time.Now().After(end) {
			return err
		}
	}
}
