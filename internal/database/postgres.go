package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

// IsServer reports whether an address is that of a PostgreSQL database.
func IsServer(address string) bool {
	return strings.HasPrefix(address, "postgres://") || strings.HasPrefix(address, "postgresql://")
}

// Name returns what a database is called in messages: a file's whole path, or a server's address without a password.
func Name(address string) string {
	if !IsServer(address) {
		if path, err := filepath.Abs(address); err == nil && address != Memory {
			return path
		}
		return address
	}
	config, err := pgx.ParseConfig(address)
	if err != nil {
		return "postgres://…"
	}
	return nameOf(config)
}

func nameOf(config *pgx.ConnConfig) string {
	return fmt.Sprintf("postgres://%s@%s:%d/%s", config.User, config.Host, config.Port, config.Database)
}

var postgresDialect = dialect{
	statement:  func(s string) string { return s },
	isolation:  sql.LevelSerializable,
	begin:      `SET LOCAL statement_timeout = 20000; SET LOCAL idle_in_transaction_session_timeout = 60000`,
	asks:       []any{pgx.QueryResultFormats{pgx.BinaryFormatCode}}, // bytes as they are, not as twice as many letters
	skipLocked: ` FOR UPDATE SKIP LOCKED`,
	again:      isConflict,
	trouble:    postgresTrouble,
}

// How long it may take to reach a server, and how long a connection is kept that nobody uses.
const (
	reachTime = 5 * time.Second
	idleTime  = 5 * time.Minute
)

// prepareTime is how long preparing may take, with waiting for another process that does.
const prepareTime = 10 * time.Minute

// ofServer returns the database at an address, and reaches for nothing yet.
func ofServer(address string) (*DB, error) {
	config, err := pgx.ParseConfig(address)
	if err != nil { // which would tell the password, where that is what cannot be read
		return nil, errors.New("DATABASE is no address of PostgreSQL: write postgres://user:password@host:5432/name, and each of /, ?, #, @, : and % in the password as %2F, %3F, %23, %40, %3A and %25")
	}
	config.DefaultQueryExecMode = pgx.QueryExecModeExec // keeps no statement by its name
	config.StatementCacheCapacity, config.DescriptionCacheCapacity = 0, 0
	if config.ConnectTimeout == 0 {
		config.ConnectTimeout = reachTime
	}
	db := stdlib.OpenDB(*config)
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	db.SetConnMaxIdleTime(idleTime)
	return &DB{db: db, name: nameOf(config), dialect: postgresDialect}, nil
}

// openServer opens the PostgreSQL database at an address.
func openServer(ctx context.Context, address string) (*DB, error) {
	db, err := ofServer(address)
	if err != nil {
		return nil, err
	}
	if _, _, err = db.belongs(ctx); err == nil {
		err = db.alone(ctx, func() error {
			return postgresSchema.prepare(ctx, db.db, "", func(err error) bool { return !isConflict(err) })
		})
	}
	if err != nil {
		db.Close()
		return nil, err
	}
	return db, nil
}

// alone runs work while no other process prepares the database: a transaction of its own holds a lock meanwhile, which
// ends with it whatever happens.
func (d *DB) alone(ctx context.Context, work func() error) (err error) {
	defer func() {
		if err != nil {
			err = explained(d.dialect.trouble, d.name, err)
		}
	}()
	ctx, done := context.WithTimeout(ctx, prepareTime)
	defer done()
	tx, err := d.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, `SELECT pg_advisory_xact_lock(hashtext('talksbot'), hashtext(current_schema()))`); err != nil {
		return err
	}
	return work()
}

// openServerToRead opens the PostgreSQL database at an address for reading alone.
func openServerToRead(ctx context.Context, address string) (*DB, error) {
	db, err := ofServer(address)
	if err != nil {
		return nil, err
	}
	exists, version, err := db.belongs(ctx)
	switch {
	case err == nil && !exists:
		err = fmt.Errorf("there is nothing in the database %s yet: the bot makes its tables when it is first started", db.name)
	case err == nil:
		err = upToDate(db.name, version)
	}
	if err != nil {
		db.Close()
		return nil, err
	}
	db.readOnly = true
	return db, nil
}

// examineServer says what there is in the PostgreSQL database at an address.
func examineServer(ctx context.Context, address string) (State, error) {
	s := State{Newest: newest()}
	db, err := ofServer(address)
	if err != nil {
		return s, err
	}
	defer db.Close()
	s.Exists, s.Version, err = db.belongs(ctx)
	return s, err
}

// belongs reports whether there are tables of this program in a PostgreSQL database, and their version, or says why it
// cannot be used: it has those of another, or is newer than we are.
func (d *DB) belongs(ctx context.Context) (exists bool, version int64, err error) {
	ctx, done := context.WithTimeout(ctx, statementTime)
	defer done()
	var tables int
	var may bool
	err = d.db.QueryRowContext(ctx, `
		SELECT to_regclass('`+postgresSchema.versions+`') IS NOT NULL, coalesce(has_schema_privilege(current_schema(), 'CREATE'), false), count(*) FROM pg_class c
		WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
		AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')`).Scan(&exists, &may, &tables) // an extension's are nobody's
	switch {
	case err != nil:
		return false, 0, explained(d.dialect.trouble, d.name, err)
	case !exists && tables > 0:
		return false, 0, fmt.Errorf("the database %s has tables of another program: make one for talksbot alone", d.name)
	case !may:
		return false, 0, fmt.Errorf("the database %s %s", d.name, unwritable)
	case !exists:
		return false, 0, nil
	}
	err = d.db.QueryRowContext(ctx, `SELECT coalesce(max(version_id), 0) FROM `+postgresSchema.versions+` WHERE is_applied`).Scan(&version)
	if err != nil {
		return true, 0, explained(d.dialect.trouble, d.name, err)
	}
	return true, version, notNewer(d.name, version)
}
