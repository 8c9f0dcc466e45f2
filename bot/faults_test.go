package bot

import (
	"context"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"

	"talksbot/ask"
	"talksbot/bot/discord"
	"talksbot/internal/localdiscord"
	"talksbot/internal/localdiscord/wire"
)

// Whatever Discord does to the bot, the next question is answered.

func TestGatewayFaultsAtStart(t *testing.T) {
	t.Parallel()
	for name, fault := range map[string]wire.GatewayFault{
		"dial refused":          wire.RefuseDial,
		"silent accept":         wire.SilentAccept,
		"silent identify":       wire.SilentIdentify,
		"drop on identify":      wire.DropOnIdentify,
		"reconnect on identify": wire.ReconnectOnIdentify,
		"invalid on identify":   wire.InvalidOnIdentify,
		"unknown error":         wire.CloseOnIdentify(4000),
	} {
		t.Run(name, func(t *testing.T) {
			synthetic(t, func(t *testing.T) {
				w := newWorld(t, localdiscord.Options{})
				w.FailGateway(fault, 2)
				w.run(w.bot(gives(w.saying(ask.Extract, "January 12"))))
				w.asks("When?")
			})
		})
	}
}

func TestGatewayFaults(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		strike  func(*world)
		resumed bool // the session goes on: nothing said meanwhile is lost
	}{
		"dropped":               {func(w *world) { w.Drop() }, true},
		"asked to reconnect":    {func(w *world) { w.Reconnect() }, true},
		"closed, unknown error": {func(w *world) { w.CloseGateway(4000) }, true},
		"closed, timed out":     {func(w *world) { w.CloseGateway(wire.CloseSessionTimedOut) }, false},
		"invalid":               {func(w *world) { w.Invalidate(false) }, false},
		"invalid, resumable":    {func(w *world) { w.Invalidate(true) }, true},
		"forgotten":             {func(w *world) { w.Forget(); w.Drop() }, false},
		"no acks":               {func(w *world) { w.StopAcks() }, true},
		"reconnect in resume":   {struck(wire.ReconnectOnResume), false},
		"invalid in resume":     {struck(wire.InvalidOnResume), false},
		"silent resume":         {struck(wire.SilentResume), false},
		"dropped in resume":     {struck(wire.DropOnResume), false},
		"silent accept":         {struck(wire.SilentAccept), true},
		"dial refused":          {struck(wire.RefuseDial), true},
	} {
		t.Run(name, func(t *testing.T) {
			synthetic(t, func(t *testing.T) {
				w := newWorld(t, localdiscord.Options{})
				w.run(w.bot(gives(w.saying(ask.Extract, "January 12"))))
				w.asks("Before?")
				before := w.Gateway()
				c.strike(w)
				w.must(w.WaitGateway(w.soon(), func(g wire.Gateway) bool {
					return g.Connections > before.Connections && g.Ready == 1
				}))
				w.asks("After?")
				now := w.Gateway()
				if resumed := now.Resumed > before.Resumed; resumed != c.resumed {
					t.Errorf("resumed: %v, want %v (%+v)", resumed, c.resumed, now)
				}
			})
		})
	}
}

func struck(f wire.GatewayFault) func(*world) {
	return func(w *world) {
		w.FailGateway(f, 1)
		w.Drop()
	}
}

// What is said while the connection is down is answered after it is resumed.
func TestNothingLostInResume(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		w.run(w.bot(gives(w.saying(ask.Extract, "January 12"))))
		w.Drop()
		w.hears(w.ada.Say(w.general, "@talksbot when?"))
		n := 0
		for _, m := range w.ada.Sees(w.general) {
			if m.Author.Bot {
				n++
			}
		}
		if n != 1 {
			t.Errorf("answered %d times", n)
		}
	})
}

func TestFatal(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		fault wire.GatewayFault
		want  string
	}{
		"token":   {wire.CloseOnIdentify(4004), "does not accept the bot token"},
		"intents": {wire.CloseOnIdentify(4014), "refused the intents"},
		"invalid": {wire.CloseOnIdentify(4013), "refused the intents"},
		"version": {wire.CloseOnIdentify(4012), "newer talksbot"},
	} {
		t.Run(name, func(t *testing.T) {
			synthetic(t, func(t *testing.T) {
				w := newWorld(t, localdiscord.Options{})
				w.FailGateway(c.fault, -1)
				err := w.bot(gives(ask.Answer{})).Run(w.soon())
				if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), w.Token()) {
					t.Errorf("Run: %v", err)
				}
			})
		})
	}
	t.Run("wrong token", func(t *testing.T) {
		synthetic(t, func(t *testing.T) {
			w := newWorld(t, localdiscord.Options{})
			b := w.bot(gives(ask.Answer{}), func(o *Options) { o.Token = "Bot wrong.token" })
			if err := b.Run(w.soon()); err == nil || !strings.Contains(err.Error(), "DISCORD_TOKEN") {
				t.Errorf("Run: %v", err)
			}
			if strings.Contains(w.log.String(), "wrong.token") {
				t.Errorf("the log shows the token:\n%s", w.log)
			}
		})
	})
	t.Run("later", func(t *testing.T) {
		synthetic(t, func(t *testing.T) {
			w := newWorld(t, localdiscord.Options{})
			ended := make(chan error, 1)
			go func() { ended <- w.bot(gives(ask.Answer{})).Run(w.soon()) }()
			w.must(w.WaitReady(w.soon()))
			w.CloseGateway(wire.CloseAuthenticationFailed)
			if err := <-ended; err == nil || !strings.Contains(err.Error(), "DISCORD_TOKEN") {
				t.Errorf("Run: %v", err)
			}
		})
	})
}

func TestUnreachable(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		b := w.bot(gives(ask.Answer{}), func(o *Options) { o.Network = deadEnd{} })
		err := b.Run(w.soon())
		if err == nil || !strings.Contains(err.Error(), "cannot be reached") {
			t.Errorf("Run: %v", err)
		}
	})
}

// Where names are not resolved yet, as on a machine that has just been started, the bot waits for that.
func TestUnresolvedAtStart(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		up := time.Now().Add(time.Minute)
		w.run(w.bot(gives(w.saying(ask.Extract, "January 12")), func(o *Options) {
			o.Network = roundTripper(func(req *http.Request) (*http.Response, error) {
				if time.Now().Before(up) {
					return nil, &net.OpError{Op: "dial", Err: &net.DNSError{Err: "no such host", Name: req.URL.Host, IsNotFound: true}}
				}
				return w.Transport().RoundTrip(req)
			})
		}))
		w.asks("When?")
		if !strings.Contains(w.log.String(), "level=WARN") {
			t.Error("nobody is told why it takes so long")
		}
	})
}

// But not for ever.
func TestNeverResolved(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		b := w.bot(gives(ask.Answer{}), func(o *Options) {
			o.Network = roundTripper(func(req *http.Request) (*http.Response, error) {
				return nil, &net.DNSError{Err: "no such host", Name: req.URL.Host, IsNotFound: true}
			})
		})
		if err := b.Run(w.soon()); err == nil || !strings.Contains(err.Error(), "cannot be reached") {
			t.Errorf("Run: %v", err)
		}
	})
}

// A deadEnd is a network that is down.
type deadEnd struct{}

func (deadEnd) RoundTrip(*http.Request) (*http.Response, error) {
	return nil, &netDown{}
}

type netDown struct{}

func (*netDown) Error() string   { return "network is unreachable" }
func (*netDown) Timeout() bool   { return false }
func (*netDown) Temporary() bool { return true }

func TestRESTFaults(t *testing.T) {
	t.Parallel()
	routes := map[string]wire.Fault{
		"callback": {Method: "POST", Path: "/interactions/*/*/callback"},
		"edit":     {Method: "PATCH", Path: "/webhooks/*/*/messages/*"},
		"message":  {Method: "POST", Path: "/channels/*/messages"},
		"typing":   {Method: "POST", Path: "/channels/*/typing"},
		"gateway":  {Method: "GET", Path: "/gateway"},
		"commands": {Method: "GET", Path: "/applications/*/commands"},
		"register": {Method: "PUT", Path: "/applications/*/commands"},
	}
	faults := map[string]wire.Answer{
		"429":        wire.RateLimited(200 * time.Millisecond),
		"global 429": wire.GloballyRateLimited(200 * time.Millisecond),
		"HTML 429":   wire.HTMLRateLimited(),
		"502":        wire.BadGateway(),
		"dropped":    wire.Dropped(),
		"truncated":  wire.Truncated(),
		"lost":       wire.Lost(),
		"slow":       wire.Slow(300 * time.Millisecond),
	}
	for faultName, with := range faults {
		t.Run(faultName, func(t *testing.T) {
			synthetic(t, func(t *testing.T) {
				w := newWorld(t, localdiscord.Options{})
				for _, f := range routes {
					f.With = with
					w.Fail(f)
				}
				w.run(w.bot(gives(w.saying(ask.Extract, "January 12"))))
				w.asks("When?")
				w.hears(w.ada.Say(w.general, "@talksbot when?"))
				w.asks("And now?")
				answers := 0
				for _, m := range w.ada.Sees(w.general) {
					if m.Author.Bot {
						answers++
					}
				}
				if answers != 3 {
					t.Errorf("three questions got %d answers:\n%s", answers, w.Transcript(w.general))
				}
			})
		})
	}
}

// A refusal is final: no storm of requests, and the bot goes on.
func TestRefusals(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		w.run(w.bot(gives(w.saying(ask.Extract, "January 12"))))
		w.Fail(wire.Fault{Method: "POST", Path: "/channels/*/messages", Times: -1, With: wire.Refused(403, 50013, "Missing Permissions")})
		w.ada.Say(w.general, "@talksbot when?")
		w.logs("nobody could be told so") // in private neither
		w.Heal()
		w.hears(w.ada.Say(w.general, "@talksbot and now?"))
		posts := 0
		for _, r := range w.Requests() {
			if r.Method == "POST" && strings.HasSuffix(r.Path, "/messages") {
				posts++
			}
		}
		if posts != 3 {
			t.Errorf("%d messages were sent, want 3", posts)
		}
	})
}

// Without the permission to read the history the answer comes, only not as a reply.
func TestNoHistory(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		w.run(w.bot(gives(w.saying(ask.Extract, "January 12"))))
		w.Fail(wire.Fault{Method: "POST", Path: "/channels/*/messages", With: wire.Refused(400, discordgo.ErrCodeCannotReplyWithoutPermissionToReadMessageHistory, "Cannot reply without permission to read message history")})
		if m := w.hears(w.ada.Say(w.general, "@talksbot when?")); m.Reference != nil {
			t.Errorf("it replies to %+v", m.Reference)
		}
	})
}

// The commands are sent when they differ from those Discord holds, and only then.
func TestRegistersOnChange(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		sent := func() (n int) {
			for _, r := range w.Requests() {
				if r.Method == "PUT" {
					n++
				}
			}
			return n
		}
		for _, c := range []struct {
			guild string
			want  int
		}{{"", 1}, {"", 1}, {w.Guild().ID, 2}, {w.Guild().ID, 2}} {
			b := w.bot(gives(ask.Answer{}), func(o *Options) { o.Guild = c.guild })
			stop := w.run(b)
			for b.commandIDs.Load() == nil {
				time.Sleep(time.Millisecond)
			}
			if got := sent(); got != c.want {
				t.Errorf("in server %q: sent %d times, want %d", c.guild, got, c.want)
			}
			if help := b.uses(t, "help", discord.Event{}).Wire(b.markdown()).Content; !strings.Contains(help, "</ask:") {
				t.Errorf("help does not link the commands:\n%s", help)
			}
			stop()
		}
		commands := w.Commands()
		table := w.bot(gives(ask.Answer{})).table
		if len(commands) != 2*len(table.Registration()) {
			t.Errorf("registered: %+v", commands)
		}
	})
}

// A server the bot is not in is no reason to stop.
func TestRegistrationRefused(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		b := w.bot(gives(w.saying(ask.Extract, "January 12")), func(o *Options) { o.Guild = "123456789012345678" })
		ctx, cancel := context.WithCancel(context.Background())
		ended := make(chan error, 1)
		go func() { ended <- b.Run(ctx) }()
		w.must(w.WaitReady(w.soon()))
		w.logs("Discord refused the commands")
		w.hears(w.ada.Say(w.general, "@talksbot when?"))
		cancel()
		w.must(<-ended)
	})
}

// An outage that lasts does not keep Run from ending.
func TestStopInAnOutage(t *testing.T) {
	t.Parallel()
	for name, strike := range map[string]func(*world){
		"silent":   func(w *world) { w.FailGateway(wire.SilentAccept, -1) },
		"refusing": func(w *world) { w.FailGateway(wire.RefuseDial, -1) },
		"slow": func(w *world) {
			w.Fail(wire.Fault{Path: "/gateway", Times: -1, With: wire.Slow(time.Minute)})
		},
		"limiting": func(w *world) {
			w.Fail(wire.Fault{Path: "/gateway", Times: -1, With: wire.GloballyRateLimited(10 * time.Second)})
		},
	} {
		t.Run(name, func(t *testing.T) {
			synthetic(t, func(t *testing.T) {
				w := newWorld(t, localdiscord.Options{})
				strike(w)
				ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
				defer cancel()
				b := w.bot(gives(ask.Answer{}))
				began := time.Now()
				if err := b.Run(ctx); err != nil {
					t.Errorf("Run: %v", err)
				}
				if took := time.Since(began); took > b.waits.letGo {
					t.Errorf("it took %v: something was left behind", took)
				}
			})
		})
	}
}

// A connection that breaks as a heartbeat is due is made anew like any other: discordgo, which
// sleeps with its lock held while it closes, does so once.
func TestDroppedAtHeartbeat(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		w.run(w.bot(gives(w.saying(ask.Extract, "January 12"))))
		for range 100 {
			time.Sleep(wire.Heartbeat)
			before := w.Gateway()
			w.Drop()
			w.must(w.WaitGateway(w.soon(), func(g wire.Gateway) bool { return g.Resumed > before.Resumed && g.Ready == 1 }))
		}
		w.asks("When?")
	})
}
