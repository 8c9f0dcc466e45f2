package discord

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"runtime/debug"
	"strings"
	"sync"
	"sync/atomic"
)

// Options say what a Client works with. Token is needed; all else has the default named.
type Options struct {
	Token   Secret            // as the developer portal shows it, with or without "Bot " before it
	Version string            // of the program, which Discord is told
	Network http.RoundTripper // for REST calls; the network, with the proxies of the environment
	Dial    Dialer            // for the gateway; the network, likewise
	Log     *slog.Logger      // silent
	Status  func() string     // shown beside the bot's name, asked whenever it connects; nothing
}

// A Dialer opens a connection, as [net.Dialer.DialContext] does.
type Dialer func(ctx context.Context, network, address string) (net.Conn, error)

// A Client is one bot's connection to Discord.
type Client struct {
	token Secret
	agent string
	http  *http.Client
	dial  Dialer
	log   *slog.Logger
	waits waits
	Self  atomic.Pointer[User] // the bot's own user, known once READY

	servers atomic.Pointer[sync.Map] // the IDs of those the bot is in, known once READY
	locales sync.Map                 // the languages of servers, by their IDs
	status  func() string
	typing  *typing
	plain   atomic.Bool // Discord takes no layouts
	threads threads
}

// New returns a client that is not connected yet. Its errors are for whoever runs the bot.
func New(o Options) (*Client, error) {
	token := bare(o.Token)
	switch {
	case token == "":
		return nil, errors.New("there is no bot token: put the one from https://discord.com/developers/applications into DISCORD_TOKEN")
	case strings.ContainsFunc(string(token), func(r rune) bool { return r <= ' ' || r > '~' }):
		return nil, errors.New("DISCORD_TOKEN holds a space or a character no token has: copy it again")
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	return &Client{
		token: token, agent: "DiscordBot (talksbot, " + o.Version + ")", dial: o.Dial, log: o.Log, waits: usual,
		http: &http.Client{Transport: newTransport(o.Network, usual)}, status: o.Status, typing: newTyping(),
	}, nil
}

// Run connects to Discord and calls hear with each event that concerns the bot, one at a time,
// until ctx ends; then it returns nil. hear must not wait; a panic in it costs that event only.
// Run returns an error, in words for whoever runs the bot, when Discord refuses the token or
// what the bot asks for, or cannot be reached at the start. What goes wrong later it outlasts.
// It is called once.
func (c *Client) Run(ctx context.Context, hear func(Event)) error {
	return c.token.scrub(c.supervise(ctx, func(name string, data []byte) {
		defer Rescue(c.log, func() {})
		if e, ok := c.decode(name, data); ok {
			hear(e)
		}
	}))
}

// decode returns what a gateway event tells the bot, where it concerns it.
func (c *Client) decode(name string, data json.RawMessage) (Event, bool) {
	self := c.Self.Load()
	switch {
	case name == "READY":
		e, ok := greeted(data)
		if !ok {
			c.log.Error("Discord's greeting says not who we are")
			return e, false
		}
		c.Self.Store(&e.User)
		c.servers.Store(listed(data))
		return e, true
	case name == "MESSAGE_CREATE" && self != nil:
		var m Message
		if json.Unmarshal(data, &m) == nil {
			return addressed(m, self.ID)
		}
	case name == "GUILD_CREATE" && self != nil:
		e, ok := joined(data, self.ID)
		if ok {
			c.locales.Store(e.Guild, e.Locale)
			_, known := c.servers.Load().LoadOrStore(e.Guild, true)
			e.Server.Newly = !known
		}
		return e, ok
	case name == "GUILD_DELETE" && self != nil:
		e, ok := left(data)
		if ok {
			c.servers.Load().Delete(e.Guild)
			c.locales.Delete(e.Guild)
		}
		return e, ok
	case name == "GUILD_UPDATE":
		if id, locale := localeOf(data); id != "" {
			c.locales.Store(id, locale)
		}
	case name == "INTERACTION_CREATE":
		id := ""
		if self != nil {
			id = self.ID
		}
		return interacted(data, id)
	}
	return Event{}, false
}

// Locale returns the language that a server says it speaks, as "de" or "en-US"; "" where that is not
// known.
func (c *Client) Locale(guild string) string {
	locale, _ := c.locales.Load(guild)
	text, _ := locale.(string)
	return text
}

// Close closes the connections that are idle.
func (c *Client) Close() { c.http.CloseIdleConnections() }

// Rescue, deferred, ends a panic: it is logged with its stack, then after is done.
func Rescue(log *slog.Logger, after func()) {
	p := recover()
	if p == nil {
		return
	}
	log.Error("a handler panicked", "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
	defer func() {
		if p := recover(); p != nil {
			log.Error("telling of a panic panicked", "panic", fmt.Sprint(p))
		}
	}()
	after()
}
