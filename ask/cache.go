package ask

import (
	"container/list"
	"crypto/sha256"
	"encoding/json"
	"strings"
	"sync"
	"time"

	"talksbot/prompts"
)

// A Cache keeps replies of models from which an answer was made. A kept reply is as
// untrusted as a new one: each time it is parsed and verified against the articles, and
// one that no longer passes is forgotten and the model asked. The zero Cache is ready; a
// nil one keeps nothing. Any number of Askers may share one.
type Cache struct {
	Replies int           // how many are kept, those used last; 0 means DefaultReplies
	Expiry  time.Duration // how long one is kept; 0 means DefaultExpiry

	mu      sync.Mutex
	entries map[key]*list.Element // of entry
	used    list.List             // the entry used last in front
}

// What a Cache keeps where it is not told: some megabytes, for a day.
const (
	DefaultReplies = 1000
	DefaultExpiry  = 24 * time.Hour
)

// A key stands for all that a reply depends on: the model, and what it is told. That has the
// question and, word for word, the passages or the conversation; so whatever changes in an
// article's evidence makes another key.
type key [sha256.Size]byte

// keyOf returns the key of a prompt whose question is normalised.
func keyOf(model string, p prompts.Prompt) key {
	told, _ := json.Marshal([]string{model, p.System, p.User, p.Schema.Name}) // strings always marshal
	return sha256.Sum256(told)
}

// normalised returns the question without what people type in one way or another: capitals,
// spaces, the marks at its end.
func normalised(question string) string {
	return strings.TrimRight(strings.ToLower(strings.Join(strings.Fields(question), " ")), "?!. ")
}

type entry struct {
	key   key
	reply string
	until time.Time
}

// get returns the reply kept under the key.
func (c *Cache) get(k key) (reply string, ok bool) {
	if c == nil {
		return "", false
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	at := c.entries[k]
	if at == nil {
		return "", false
	}
	e := at.Value.(entry)
	if !time.Now().Before(e.until) {
		c.remove(at)
		return "", false
	}
	c.used.MoveToFront(at)
	return e.reply, true
}

// keep keeps the reply under the key.
func (c *Cache) keep(k key, reply string) {
	if c == nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if at := c.entries[k]; at != nil {
		c.remove(at)
	}
	if c.entries == nil {
		c.entries = map[key]*list.Element{}
	}
	c.entries[k] = c.used.PushFront(entry{k, reply, time.Now().Add(c.expiry())})
	for c.used.Len() > c.replies() {
		c.remove(c.used.Back())
	}
}

// forget forgets the reply under the key, unless there is another by now.
func (c *Cache) forget(k key, reply string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if at := c.entries[k]; at != nil && at.Value.(entry).reply == reply {
		c.remove(at)
	}
}

// remove removes an entry. c.mu is held.
func (c *Cache) remove(at *list.Element) {
	delete(c.entries, c.used.Remove(at).(entry).key)
}

func (c *Cache) replies() int {
	if c.Replies > 0 {
		return c.Replies
	}
	return DefaultReplies
}

func (c *Cache) expiry() time.Duration {
	if c.Expiry > 0 {
		return c.Expiry
	}
	return DefaultExpiry
}
