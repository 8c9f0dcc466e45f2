package discord

import (
	"context"
	"sync"

	lru "github.com/hashicorp/golang-lru/v2"

	"github.com/bwmarrin/discordgo"
)

// threads are the channels of which it is known whether they are threads, and in which channel. That never
// changes.
type threads struct {
	once  sync.Once
	known *lru.Cache[string, string]
}

// maxThreads is of how many channels that is remembered.
const maxThreads = 4096

// ParentOf returns the channel that a thread is in; "" of a channel that is no thread. A message does not say.
func (c *Client) ParentOf(ctx context.Context, channel string) (string, error) {
	c.threads.once.Do(func() { c.threads.known, _ = lru.New[string, string](maxThreads) }) // fails for a size below one
	if parent, ok := c.threads.known.Get(channel); ok {
		return parent, nil
	}
	var in place
	if err := c.Do(ctx, Call{Doing: "reading a channel", Method: "GET", Path: "channels/" + channel}, &in); err != nil {
		return "", err
	}
	c.threads.known.Add(channel, in.thread())
	return in.thread(), nil
}

// putAway is how long nothing is said in a thread of ours until it is put away.
const putAway = 24 * 60 // minutes

// StartThread starts a thread from a message and returns its ID.
func (c *Client) StartThread(ctx context.Context, channel, message, name string) (string, error) {
	var made discordgo.Channel
	err := c.Do(ctx, Call{Doing: "starting a thread", Method: "POST", Path: "channels/" + channel + "/messages/" + message + "/threads",
		Body: map[string]any{"name": name, "auto_archive_duration": putAway}}, &made)
	return made.ID, err
}
