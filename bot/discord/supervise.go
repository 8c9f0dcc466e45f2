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
	"github.com/failsafe-go/failsafe-go"
	"github.com/failsafe-go/failsafe-go/retrypolicy"
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
	s := &sessions{Client: c, hear: hear}
	attempts := failsafe.With(s.retries(ctx)).WithContext(ctx)
	for ctx.Err() == nil { // after a connection that was good for a while the waits begin anew
		err := attempts.Run(func() error { return s.attempt(ctx) })
		if said := s.hopeless(err); said != nil && ctx.Err() == nil {
			return said
		}
	}
	return nil
}

// sessions are the connections of a client, one after the other.
type sessions struct {
	*Client
	hear    func(name string, data []byte)
	session *discordgo.Session // to resume; nil: a new one
	at      string             // where to resume it; "": where all sessions begin
	ever    bool               // there has been a session
	failed  int                // connections in a row
}

// attempt connects and stays until the connection ends. It returns why, or nil where it was good
// for a while.
func (s *sessions) attempt(ctx context.Context) error {
	if s.session == nil {
		s.session = s.newSession(ctx, s.hear)
	}
	began := time.Now()
	l := newLine(s.waits, s.dial, s.at)
	err := s.attend(ctx, s.session, l)
	reached := l.stage()
	s.ever = s.ever || reached == ready
	s.failed++
	if s.at = l.resumeAt; !resumable(reached, err) {
		s.session, s.at = nil, ""
	}
	good := reached == ready && time.Since(began) > s.waits.settled
	if !good || errors.Is(err, errInvalid) || s.hopeless(err) != nil || ctx.Err() != nil {
		return err
	}
	s.ended(ctx, err, 0)
	s.failed = 0
	return nil
}

// retries says when to connect again: after a growing while, with the upper half of it random.
func (s *sessions) retries(ctx context.Context) retrypolicy.RetryPolicy[any] {
	return retrypolicy.NewBuilder[any]().
		AbortIf(func(_ any, err error) bool { return s.hopeless(err) != nil }).
		WithMaxRetries(-1).
		WithBackoff(s.waits.first*3/4, s.waits.most*3/4).
		WithDelayFunc(func(e failsafe.ExecutionAttempt[any]) time.Duration {
			if errors.Is(e.LastError(), errInvalid) { // Discord asks for a random wait of one to five seconds
				return s.waits.invalid*3/10 + rand.N(s.waits.invalid*4/10)
			}
			return -1 // the growing while
		}).
		WithJitterFactor(1.0 / 3).
		OnRetryScheduled(func(e failsafe.ExecutionScheduledEvent[any]) { s.ended(ctx, e.LastError(), e.Delay) }).
		Build()
}

// ended tells the log of a connection that is to be made again.
func (s *sessions) ended(ctx context.Context, err error, pause time.Duration) {
	level := slog.LevelWarn
	switch {
	case ctx.Err() != nil:
		return
	case errors.Is(err, errReconnect):
		level = slog.LevelInfo // Discord does that every few hours
	case !s.ever && errors.Is(err, errUnreachable):
		level = slog.LevelDebug // said by the error, if it stays so
	}
	s.log.Log(ctx, level, "the connection to Discord ended", "reason", s.token.scrub(err), "again in", pause.Round(time.Millisecond), "resume", s.session != nil)
}

// hopeless returns what to tell whoever runs the bot when, after err, trying again is useless.
func (s *sessions) hopeless(err error) error {
	var closed *websocket.CloseError
	if errors.As(err, &closed) && fatal[closed.Code] != "" {
		return fmt.Errorf("%s (close code %d)", fatal[closed.Code], closed.Code)
	}
	var rest *discordgo.RESTError
	if errors.As(err, &rest) && rest.Response.StatusCode == http.StatusUnauthorized {
		return errors.New(fatal[4004])
	}
	if !s.ever && s.failed >= unreachable && errors.Is(err, errUnreachable) {
		return err
	}
	return nil
}

// resumable reports whether the session can go on over another line, after one that came so far
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

// A roundTripper is a function used as an http.RoundTripper.
type roundTripper func(*http.Request) (*http.Response, error)

func (f roundTripper) RoundTrip(req *http.Request) (*http.Response, error) { return f(req) }

// newSession returns a discordgo session that leaves reconnecting, caching and REST to us, and
// gives up connecting when ctx ends. Its handlers run on the goroutine that reads the gateway.
func (c *Client) newSession(ctx context.Context, hear func(name string, data []byte)) *discordgo.Session {
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
