package discord

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	random "math/rand/v2"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/failsafe-go/failsafe-go"
	"github.com/failsafe-go/failsafe-go/retrypolicy"
	"github.com/gorilla/websocket"
	"golang.org/x/time/rate"
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
// session. While names are not resolved, as on a machine that has just been started, it may for longer.
const unreachable = 2

var (
	errStuck       = errors.New("discordgo got stuck and was left behind")
	errUnreachable = errors.New("Discord cannot be reached (check the network, and HTTPS_PROXY where one is needed)")
)

// supervise keeps a session with Discord until ctx ends or going on is useless. It calls
// hear with every event, one at a time; hear must not wait.
func (c *Client) supervise(ctx context.Context, hear func(name string, data []byte)) error {
	s := newSessions(c, hear)
	err := failsafe.With(s.retries(ctx)).WithContext(ctx).Run(func() error { return s.attempt(ctx) })
	if ctx.Err() != nil {
		return nil
	}
	return s.hopeless(err)
}

// sessions are the connections of a client, one after the other.
type sessions struct {
	*Client
	hear    func(name string, data []byte)
	session *discordgo.Session // to resume; nil: a new one
	at      string             // where to resume it; "": where all sessions begin
	began   time.Time
	ever    bool // there has been a session
	failed  int  // connections in a row that came to no session
	refused int  // of them, those that asked for a new one

	allowed *rate.Limiter // new sessions
}

// Discord allows a thousand new sessions a day, or it takes the token away: so many at once, and one
// more each time.
const (
	sessionsAtOnce = 40
	sessionEach    = 24 * time.Hour / 900
)

func newSessions(c *Client, hear func(name string, data []byte)) *sessions {
	return &sessions{Client: c, hear: hear, began: time.Now(), allowed: rate.NewLimiter(rate.Every(sessionEach), sessionsAtOnce)}
}

// attempt connects and stays until the connection ends, and returns why it did.
func (s *sessions) attempt(ctx context.Context) error {
	if s.session == nil {
		s.session = s.newSession(ctx)
	}
	l := newLine(s.waits, s.dial, s.at, s.hear)
	err := s.attend(ctx, s.session, l)
	reached := l.stage()
	s.failed++
	if l.identifies() {
		s.refused++
	}
	if reached == ready {
		s.ever, s.failed, s.refused = true, 0, 0
	}
	if s.at = l.resumeAt; !resumable(reached, err) {
		s.session, s.at = nil, ""
	}
	return err
}

// retries says when to connect again.
func (s *sessions) retries(ctx context.Context) retrypolicy.RetryPolicy[any] {
	return retrypolicy.NewBuilder[any]().
		AbortIf(func(_ any, err error) bool { return s.hopeless(err) != nil }).
		WithMaxRetries(-1).
		WithDelayFunc(func(e failsafe.ExecutionAttempt[any]) time.Duration { return s.pause(e.LastError()) }).
		OnRetryScheduled(func(e failsafe.ExecutionScheduledEvent[any]) { s.ended(ctx, e.LastError(), e.Delay) }).
		Build()
}

// pause is how long to wait after err before the next connection, the upper half of it random. It grows
// only where Discord does not give a new session: a connection that broke is made anew soon, however
// often that happens.
func (s *sessions) pause(err error) time.Duration {
	most := min(s.waits.first<<min(max(s.refused-1, 0), 16), s.waits.most)
	wait := most/2 + random.N(most/2)
	if errors.Is(err, errInvalid) { // Discord asks for a random wait of one to five seconds
		wait = max(wait, s.waits.invalid/5+random.N(s.waits.invalid*4/5))
	}
	if s.session == nil {
		wait = max(wait, s.allowed.Reserve().Delay())
	}
	return wait
}

// ended tells the log of a connection that is to be made again.
func (s *sessions) ended(ctx context.Context, err error, pause time.Duration) {
	level := slog.LevelWarn
	switch {
	case ctx.Err() != nil:
		return
	case errors.Is(err, errReconnect):
		level = slog.LevelInfo // Discord does that every few hours
	case !s.ever && errors.Is(err, errUnreachable) && !s.unresolved(err):
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
	if !s.ever && s.failed >= unreachable && errors.Is(err, errUnreachable) && !s.unresolved(err) {
		return err
	}
	return nil
}

// unresolved reports whether err says that a name was not found, soon enough after the start that it may
// still be.
func (s *sessions) unresolved(err error) bool {
	var dns *net.DNSError
	return errors.As(err, &dns) && time.Since(s.began) < s.waits.names
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
func (c *Client) newSession(ctx context.Context) *discordgo.Session {
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
	s.AddHandler(func(s *discordgo.Session, _ *discordgo.Ready) {
		if c.status != nil {
			go c.showStatus(s) // which waits until discordgo has connected
		}
	})
	return s
}

// showStatus has Discord show what the bot is about beside its name.
func (c *Client) showStatus(s *discordgo.Session) {
	defer Rescue(c.log, func() {})
	err := s.UpdateStatusComplex(discordgo.UpdateStatusData{Status: string(discordgo.StatusOnline), Activities: []*discordgo.Activity{
		{Name: "Custom Status", Type: discordgo.ActivityTypeCustom, State: c.status()},
	}})
	if err != nil {
		c.log.Debug("the status is not shown", "error", err)
	}
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
