// Package store is what the bot remembers between runs: who gets a digest, which were sent,
// what they showed, how many questions were asked, what was answered, what the language model has
// used, which servers it is in and what was chosen for them. It is one SQLite file.
//
// The house, bottom up:
//
//	migrations/      the tables
//	trouble.go       what is wrong with a file, in words
//	open.go          a file is looked at, then opened, then brought up to date
//	store.go         Store
//	subscription.go  who gets a digest, and when
//	post.go          a digest of one day: claimed, sent, closed
//	shown.go         what digests have shown; how many questions there were
//	said.go          what answers said, as long as it is needed
//	server.go        which servers the bot is in, and all of one forgotten
//	person.go        what is kept of a person's questions
//	spending.go      what the language model has used each day, and worded in each server
//	settings.go      what was chosen for a server
//	gap.go           questions that were not answered, or wrongly
//
// A Store may be used by any number of goroutines, and a file by any number of processes: each
// method is one transaction that takes the write lock at its start. What a method has returned
// from is on disk; a process killed at any moment leaves a file that opens.
package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
)

// A Store is an open database. Close it when done.
type Store struct {
	db   *sql.DB
	self string // what this process signs its claims with
}

// Close closes the database.
func (s *Store) Close() error { return s.db.Close() }

// within runs work in a transaction.
func (s *Store) within(ctx context.Context, doing string, work func(tx *sql.Tx) error) (err error) {
	defer wrap(&err, doing)
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := work(tx); err != nil {
		return err
	}
	return tx.Commit()
}

// each reads what a query finds, row by row.
func (s *Store) each(ctx context.Context, doing, query string, args []any, read func(scan func(...any) error) error) (err error) {
	defer wrap(&err, doing)
	rows, err := s.db.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for err == nil && rows.Next() {
		err = read(rows.Scan)
	}
	return cmp.Or(err, rows.Err())
}

// wrap adds to an error, where there is one, what was being done.
func wrap(err *error, doing string) {
	if *err != nil {
		*err = fmt.Errorf("%s: %w", doing, *err)
	}
}
