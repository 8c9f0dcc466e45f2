// Package store is what the bot remembers between runs: who gets a digest, which were sent,
// what they showed, how many questions were asked, what was answered, what the language model has
// used, which servers it is in and what was chosen for them. It is part of the program's database.
//
// The house, bottom up:
//
//	store.go         Store
//	subscription.go  who gets a digest, and when
//	post.go          a digest of one day: claimed, sent, closed
//	shown.go         what digests have shown; how many questions there were
//	watch.go         what channels follow: claimed, sent, settled
//	said.go          what answers said, as long as it is needed
//	server.go        which servers the bot is in, and all of one forgotten
//	person.go        what is kept of a person's questions
//	spending.go      what the language model has used each day, and worded in each server
//	settings.go      what was chosen for a server
//	gap.go           questions that were not answered, or wrongly
//
// A Store may be used by any number of goroutines, and a database by any number of processes: each
// method is one transaction. What a method has returned from is on disk.
package store

import (
	"context"
	"crypto/rand"

	"talksbot/internal/database"
)

// A Store is what the bot remembers in a database.
type Store struct {
	db   *database.DB
	self string // what this process signs its claims with
}

// New returns what the bot remembers in an open database.
func New(db *database.DB) *Store { return &Store{db: db, self: rand.Text()} }

// Memory is the address of a database that is kept in memory and gone with the Store.
const Memory = database.Memory

// Open opens the database at an address, as [database.Open] does. Close the Store when done.
func Open(ctx context.Context, address string) (*Store, error) {
	return of(database.Open(ctx, address))
}

// OpenToRead opens the database at an address for reading alone, as [database.OpenToRead] does.
func OpenToRead(ctx context.Context, address string) (*Store, error) {
	return of(database.OpenToRead(ctx, address))
}

func of(db *database.DB, err error) (*Store, error) {
	if err != nil {
		return nil, err
	}
	return New(db), nil
}

// Close closes the database.
func (s *Store) Close() error { return s.db.Close() }
