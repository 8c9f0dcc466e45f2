// Package database opens what the program remembers, an SQLite file or a PostgreSQL database, brings its
// tables up to date, and says what is wrong with it in words.
//
// The house, bottom up:
//
//	migrations/   the tables, the same in both: whoever adds some adds a file to each folder
//	trouble.go    what is wrong with a file, in words; postgres_trouble.go with PostgreSQL
//	row.go        what a statement gives and takes, the same for both
//	database.go   DB and its transactions
//	migrate.go    the tables are brought up to date
//	address.go    how SQLite is told which file to open, and for what
//	look.go       what is wrong with a file, or that it is another's
//	sqlite.go     a file is opened
//	postgres.go   so is a PostgreSQL database
//	open.go       which of the two an address means
//	examine.go    what there is, told without a change
//
// Statements are written once, in what both understand, with $1, $2 … for their arguments. Times are
// milliseconds of Unix time, yes and no are 1 and 0, and a text has no byte of zero.
//
// A database may be used by any number of goroutines and processes. Behind PostgreSQL's address a pooler may
// stand that gives each transaction another connection: nothing here outlives its transaction, neither a lock
// nor a setting nor a statement by its name.
package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"
)

// A DB is an open database. Close it when done.
type DB struct {
	db       *sql.DB
	name     string // for messages; never with a password
	dialect  dialect
	readOnly bool
	writing  chan struct{} // holds one token while a transaction is under way; nil where any number may be
}

// How long one statement, and one transaction with all its tries, may take.
const (
	statementTime   = 15 * time.Second
	transactionTime = 30 * time.Second
)

// ErrReadOnly says that a database was opened for reading alone.
var ErrReadOnly = errors.New("the database was opened for reading alone")

// Close closes the database.
func (d *DB) Close() error { return d.db.Close() }

// SkipLocked is what a SELECT ends in that looks for work which no other transaction is taking at the time.
func (d *DB) SkipLocked() string { return d.dialect.skipLocked }

// A Tx is a transaction.
type Tx struct {
	tx      *sql.Tx
	dialect dialect
}

// Within runs work in a transaction: all of it is kept, or nothing. What it does is as if no other transaction
// ran meanwhile; where PostgreSQL finds that it was not, work runs again, so that it must have no effect beside
// the transaction's that a second run would double. Work uses tx alone and the context it is given, which ends
// after half a minute. An error says what was being done.
func (d *DB) Within(ctx context.Context, doing string, work func(ctx context.Context, tx *Tx) error) (err error) {
	defer d.Wrap(&err, doing)
	if d.readOnly {
		return ErrReadOnly
	}
	ctx, done := context.WithTimeout(ctx, transactionTime)
	defer done()
	if d.writing != nil {
		select {
		case d.writing <- struct{}{}:
			defer func() { <-d.writing }()
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	for wait := time.Millisecond; ; wait = min(2*wait, time.Second) {
		err := d.once(ctx, work)
		if err == nil || !d.dialect.again(err) {
			return err
		}
		select {
		case <-time.After(wait/2 + rand.N(wait)):
		case <-ctx.Done():
			return err
		}
	}
}

// once tries a transaction.
func (d *DB) once(ctx context.Context, work func(context.Context, *Tx) error) error {
	tx, err := d.db.BeginTx(ctx, &sql.TxOptions{Isolation: d.dialect.isolation})
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if d.dialect.begin != "" {
		if _, err := tx.ExecContext(ctx, d.dialect.begin); err != nil {
			return err
		}
	}
	if err := work(ctx, &Tx{tx, d.dialect}); err != nil {
		return err
	}
	return tx.Commit()
}

// Exec runs a statement and returns how many rows it changed.
func (t *Tx) Exec(ctx context.Context, statement string, args ...any) (changed int64, err error) {
	result, err := t.tx.ExecContext(ctx, t.dialect.statement(statement), values(args)...)
	if err != nil {
		return 0, err
	}
	return result.RowsAffected()
}

// Row returns the first row that a query finds.
func (t *Tx) Row(ctx context.Context, query string, args ...any) *Row {
	return row(ctx, t.tx, t.dialect, query, args)
}

// Each reads what a query finds, row by row. read must not use the transaction.
func (t *Tx) Each(ctx context.Context, query string, args []any, read func(scan Scan) error) error {
	return each(ctx, t.tx, t.dialect, query, args, read)
}

// Row returns the first row that a query finds.
func (d *DB) Row(ctx context.Context, query string, args ...any) *Row {
	return row(ctx, d.db, d.dialect, query, args)
}

// Each reads what a query finds, row by row. An error says what was being done. read must not use the
// database: one in memory has one connection.
func (d *DB) Each(ctx context.Context, doing, query string, args []any, read func(scan Scan) error) (err error) {
	defer d.Wrap(&err, doing)
	return each(ctx, d.db, d.dialect, query, args, read)
}

// Wrap adds to an error, where there is one, what was being done, and says in words what ails the database.
func (d *DB) Wrap(err *error, doing string) {
	if *err != nil {
		*err = fmt.Errorf("%s: %w", doing, d.says(*err))
	}
}

// says returns an error of the database in one line for whoever runs the program; any other as it is.
func (d *DB) says(err error) error {
	if why := d.dialect.trouble(err); why != "" {
		return &failure{"the database " + d.name + " " + why, err}
	}
	return err
}
