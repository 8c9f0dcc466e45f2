package database

import (
	"cmp"
	"context"
	"database/sql"
	"database/sql/driver"
	"slices"
	"strings"
)

// A dialect is how SQLite and PostgreSQL differ.
type dialect struct {
	statement  func(string) string
	isolation  sql.IsolationLevel
	begin      string // run first in each transaction
	asks       []any  // before the arguments of a query: how the driver is to ask
	skipLocked string
	again      func(error) bool   // the transaction was undone for another's sake
	trouble    func(error) string // what ails the database, after its name; "" where the error is not of the database
}

// sqliteDialect is SQLite's.
var sqliteDialect = dialect{
	statement: numbered,
	again:     func(error) bool { return false }, // whoever begins a transaction waits for the write lock
	trouble:   sqliteTrouble,
}

// Scan copies the values of a row to where they are wanted.
type Scan = func(into ...any) error

// Raw is a value that is only good until the next row is read.
type Raw = sql.RawBytes

// A querier is a database or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// A Row is the first row that a query found, to be scanned once.
type Row struct {
	row  *sql.Row
	done context.CancelFunc
}

// Scan copies the values of the row; the error is [sql.ErrNoRows] where there is none.
func (r *Row) Scan(into ...any) error {
	defer r.done()
	return r.row.Scan(into...)
}

func row(ctx context.Context, q querier, d dialect, query string, args []any) *Row {
	ctx, done := context.WithTimeout(ctx, statementTime)
	return &Row{q.QueryRowContext(ctx, d.statement(query), d.asking(args)...), done}
}

func each(ctx context.Context, q querier, d dialect, query string, args []any, read func(Scan) error) error {
	ctx, done := context.WithTimeout(ctx, transactionTime)
	defer done()
	rows, err := q.QueryContext(ctx, d.statement(query), d.asking(args)...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for err == nil && rows.Next() {
		err = read(rows.Scan)
	}
	return cmp.Or(err, rows.Err())
}

// asking returns the arguments of a query.
func (d dialect) asking(args []any) []any { return append(slices.Clip(d.asks), values(args)...) }

// values returns arguments as both databases take them.
func values(args []any) []any {
	plain := make([]any, len(args))
	for i, a := range args {
		v, err := driver.DefaultParameterConverter.ConvertValue(a)
		if err != nil {
			v = a // the driver says what is wrong with it
		}
		switch v := v.(type) {
		case bool:
			plain[i] = int64(0)
			if v {
				plain[i] = int64(1)
			}
		case string:
			plain[i] = text(v)
		case []byte:
			plain[i] = append([]byte{}, v...) // nil is empty, not NULL
		default:
			plain[i] = v
		}
	}
	return plain
}

// text returns a text as PostgreSQL takes it: UTF-8 without a byte of zero.
func text(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "\uFFFD")
}

// numbered returns a statement with SQLite's signs for arguments, ?1 for $1.
func numbered(statement string) string {
	return strings.NewReplacer("$1", "?1", "$2", "?2", "$3", "?3", "$4", "?4", "$5", "?5", "$6", "?6", "$7", "?7", "$8", "?8", "$9", "?9").Replace(statement)
}
