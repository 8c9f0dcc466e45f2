// Package settings is what those who manage a server choose for it: looked up at each event, and
// changed by /settings.
//
// The house, bottom up:
//
//	book.go      what was chosen, in memory
//	says.go      what that means, in sentences
//	change.go    how it is changed
//	channels.go  and where questions are answered
//	commands.go  /settings
package settings

import (
	"context"
	"maps"
	"slices"
	"sync"
	"sync/atomic"

	"talksbot/bot/store"
)

// A Book has what was chosen for each server. Looking it up waits for nothing, whatever the database does.
type Book struct {
	store  *store.Store
	mu     sync.Mutex // held while something changes
	chosen atomic.Pointer[map[string]store.Settings]
}

// Open reads what was chosen.
func Open(ctx context.Context, s *store.Store) (*Book, error) {
	b := &Book{store: s}
	return b, b.Read(ctx)
}

// Read reads anew what was chosen.
func (b *Book) Read(ctx context.Context) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	all, err := b.store.AllSettings(ctx)
	if err == nil {
		b.chosen.Store(&all)
	}
	return err
}

// Of returns what was chosen for a server; the usual where there is none, as in direct messages. It must not
// be changed.
func (b *Book) Of(guild string) store.Settings {
	if b == nil || guild == "" {
		return store.Settings{}
	}
	return (*b.chosen.Load())[guild]
}

// Choose changes what was chosen for a server, at once and for good, or not at all.
func (b *Book) Choose(ctx context.Context, guild string, change func(*store.Settings)) (store.Settings, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	chosen, err := b.store.Choose(ctx, guild, change)
	if err != nil {
		return store.Settings{}, err
	}
	all := maps.Clone(*b.chosen.Load())
	all[guild] = chosen
	b.chosen.Store(&all)
	return chosen, nil
}

// Answers reports whether questions are answered in a channel, or in a thread of the channel that parent
// names.
func Answers(c store.Settings, channel, parent string) bool {
	return len(c.Channels) == 0 || slices.Contains(c.Channels, channel) || parent != "" && slices.Contains(c.Channels, parent)
}
