package discord

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"math/rand/v2"
	"net/http"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"
)

// intents are the events the bot asks for. None is privileged: messages that mention the bot
// and direct messages carry their content without.
const intents = discordgo.IntentGuilds | discordgo.IntentGuildMessages | discordgo.IntentDirectMessages

// fatal are the close codes after which trying again is useless, and what to do.
var fatal = map[int]string{
	4004: "Discord does not accept the bot token: copy it again from https://discord.com/developers/applications (your application, Bot, Reset Token) into DISCORD_TOKEN",
	4010: "Discord refused the shard",
	4011: "Discord wants the bot to be sharded: it is in too many servers for one connection",
	4012: "Discord no longer speaks version 9 of its gateway: a newer talksbot is needed",
	4013: "Discord refused the intents as invalid",
	4014: "Discord refused the intents: they are not allowed for this application",
}

// unreachable is how many times in a row the network may fail before there was ever a
// session.
const unreachable = 2

var (
	errStuck       = errors.New("discordgo got stuck and was left behind")
	errUnreachable = errors.New("Discord cannot be reached (check the network, and HTTPS_PROXY where one is needed)")
)

// supervise keeps a session with Discord until ctx ends or going on is useless. It calls
// hear with every event, one at a time; hear must not wait.
func (c *Client) supervise(ctx context.Context, hear func(name string, data []byte)) error {
	var s *discordgo.Session // to resume; nil: a new one
	var at string            // where to resume it; "": where all sessions begin
	failed := 0
	for ever := false; ; { // ever: there has been a session
		if s == nil {
			s = c.session(ctx, hear)
		}
		began := time.Now()
		l := newLine(c.waits, c.dial, at)
		err := c.attend(ctx, s, l)
		reached := l.stage()
		if ctx.Err() != nil {
			return nil
		}
		if said := hopeless(err); said != nil {
			return said
		}
		ever = ever || reached == ready
		if failed++; reached == ready && time.Since(began) > c.waits.settled {
			failed = 1
		}
		if !ever && failed >= unreachable && errors.Is(err, errUnreachable) {
			return err
		}
		if at = l.resumeAt; !resumable(reached, err) {
			s, at = nil, ""
		}
		pause := c.pause(failed, err)
		level := slog.LevelWarn
		switch {
		case errors.Is(err, errReconnect):
			level = slog.LevelInfo // Discord does that every few hours
		case !ever && errors.Is(err, errUnreachable):
			level = slog.LevelDebug // said by the error, if it stays so
		}
		c.log.Log(ctx, level, "the connection to Discord ended", "reason", c.token.scrub(err), "again in", pause.Round(time.Millisecond), "resume", s != nil)
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(pause):
		}
	}
}

// hopeless returns what to tell whoever runs the bot when err means that trying again is
// useless.
func hopeless(err error) error {
	var closed *websocket.CloseError
	if errors.As(err, &closed) && fatal[closed.Code] != "" {
		return fmt.Errorf("%s (close code %d)", fatal[closed.Code], closed.Code)
	}
	var rest *discordgo.RESTError
	if errors.As(err, &rest) && rest.Response.StatusCode == http.StatusUnauthorized {
		return errors.New(fatal[4004])
	}
	return nil
}

// resumable says whether the session can go on over another line, after one that came so far
// and ended for that reason.
func resumable(reached stage, err error) bool {
	var closed *websocket.CloseError
	switch {
	case errors.Is(err, errStuck) || errors.Is(err, errInvalid) || reached == helloed:
		return false
	case errors.As(err, &closed):
		return closed.Code != 4003 && closed.Code != 4007 && closed.Code != 4009
	}
	return true
}

// pause is how long to wait before the next attempt: doubling, with the upper half random.
func (c *Client) pause(failed int, err error) time.Duration {
	if errors.Is(err, errInvalid) { // Discord asks for a random wait of one to five seconds
		return c.waits.invalid/5 + rand.N(c.waits.invalid*4/5+1)
	}
	d := c.waits.first
	for range failed - 1 {
		d = min(2*d, c.waits.most)
	}
	return d/2 + rand.N(d/2+1)
}

// A roundTripper is a function used as an http.RoundTripper.
type roundTripper func(*http.Request) (*http.Response, error)

func (f roundTripper) RoundTrip(req *http.Request) (*http.Response, error) { return f(req) }

// session returns a discordgo session that leaves reconnecting, caching and REST to us, and
// gives up connecting when ctx ends. Its handlers run on the goroutine that reads the gateway.
func (c *Client) session(ctx context.Context, hear func(name string, data []byte)) *discordgo.Session {
	s, _ := discordgo.New("Bot " + string(c.token)) // never fails
	s.Client = &http.Client{Transport: roundTripper(func(req *http.Request) (*http.Response, error) {
		resp, err := c.http.Transport.RoundTrip(req.WithContext(ctx)) // discordgo gives it none
		if err == nil {
			maps.DeleteFunc(resp.Header, func(name string, _ []string) bool { return strings.HasPrefix(name, "X-Ratelimit-") })
		}
		return resp, err
	})}
	s.ShouldRetryOnRateLimit, s.MaxRestRetries = false, 0 // it would sleep, whatever happens meanwhile
	s.UserAgent = c.agent
	s.Identify.Intents = intents
	s.Identify.Compress, s.Compress = false, false // a line reads the frames
	s.ShouldReconnectOnError = false
	s.StateEnabled = false
	s.SyncEvents = true
	s.LogLevel = -1 // its log could show the token; the line knows more than it
	s.AddHandler(func(_ *discordgo.Session, e *discordgo.Event) { hear(e.Type, e.RawData) })
	return s
}

// attend connects the session over the line and stays until the line or ctx ends. It returns
// why it ended.
func (c *Client) attend(ctx context.Context, s *discordgo.Session, l *line) error {
	s.Dialer = l.forDiscordgo()
	gone := make(chan struct{}, 1)
	forget := s.AddHandler(func(*discordgo.Session, *discordgo.Disconnect) {
		select {
		case gone <- struct{}{}:
		default: // discordgo may say it more than once
		}
	})
	defer forget()
	defer l.close()
	if err := c.open(ctx, s, l); err != nil {
		return err
	}
	select {
	case <-l.done:
	case <-ctx.Done():
		l.close()
	}
	select {
	case <-gone:
		return l.why
	case <-time.After(c.waits.letGo):
		return fmt.Errorf("%w after this: %w", errStuck, l.why)
	}
}

// open has discordgo connect. Every step of that is bounded, and hanging up the line ends any
// of them; should it hang all the same, it is left behind.
func (c *Client) open(ctx context.Context, s *discordgo.Session, l *line) error {
	opened := make(chan error, 1)
	go func() {
		defer Rescue(c.log, func() { opened <- errStuck })
		opened <- s.Open()
	}()
	timer := time.NewTimer(c.waits.open)
	defer timer.Stop()
	select {
	case err := <-opened:
		return l.explain(err)
	case <-ctx.Done():
	case <-timer.C:
	}
	l.hangUp(errHungUp)
	select {
	case err := <-opened:
		return l.explain(err)
	case <-time.After(c.waits.letGo):
		return fmt.Errorf("%w while it connected", errStuck)
	}
}
