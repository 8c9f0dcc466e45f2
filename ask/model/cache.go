package model

import (
	"crypto/sha256"
	"encoding/json"
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"

	"talksbot/prompts"
)

// A Cache keeps replies that were accepted. A kept reply is as untrusted as a new one: each
// time it is parsed and verified against the articles, and one that no longer passes is
// forgotten and the model asked. The zero Cache is ready; a nil one keeps nothing. Any
// number of Models may share one.
//
// Its entries know when they end. The expirable variant of the library would do that too,
// with a goroutine for each cache that nothing can stop.
type Cache struct {
	Replies int           // how many are kept, those used last; 0 means DefaultReplies
	Expiry  time.Duration // how long one is kept; 0 means DefaultExpiry

	once    sync.Once
	entries *lru.Cache[Key, entry]
}

// What a Cache keeps where it is not told: some megabytes, for a day.
const (
	DefaultReplies = 1000
	DefaultExpiry  = 24 * time.Hour
)

// A Key stands for all that a reply depends on: the model, and what it is told. That has the
// question and, word for word, the passages or the conversation; so whatever changes in an
// article's evidence makes another key.
type Key [sha256.Size]byte

// KeyOf returns the key of a prompt to the model with the name.
func KeyOf(name string, p prompts.Prompt) Key {
	told, _ := json.Marshal([]string{name, p.System, p.User, p.Schema.Name}) // strings always marshal
	return sha256.Sum256(told)
}

type entry struct {
	reply string
	until time.Time
}

// Get returns the reply kept under the key.
func (c *Cache) Get(k Key) (reply string, ok bool) {
	if c == nil {
		return "", false
	}
	e, ok := c.kept().Get(k)
	if ok && !time.Now().Before(e.until) {
		c.kept().Remove(k)
		return "", false
	}
	return e.reply, ok
}

// Keep keeps the reply under the key.
func (c *Cache) Keep(k Key, reply string) {
	if c == nil {
		return
	}
	expiry := c.Expiry
	if expiry <= 0 {
		expiry = DefaultExpiry
	}
	c.kept().Add(k, entry{reply, time.Now().Add(expiry)})
}

// Forget forgets the reply under the key, unless there is another by now.
func (c *Cache) Forget(k Key, reply string) {
	if c == nil {
		return
	}
	if e, ok := c.kept().Peek(k); ok && e.reply == reply {
		c.kept().Remove(k)
	}
}

// Len returns how many replies are kept.
func (c *Cache) Len() int { return c.kept().Len() }

func (c *Cache) kept() *lru.Cache[Key, entry] {
	c.once.Do(func() {
		size := c.Replies
		if size <= 0 {
			size = DefaultReplies
		}
		c.entries, _ = lru.New[Key, entry](size) // fails for a size of 0 only
	})
	return c.entries
}
