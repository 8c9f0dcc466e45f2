package bot

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"talksbot/ask"
	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/bot/queue"
	"talksbot/internal/localdiscord"
	"talksbot/internal/localdiscord/wire"
)

// slowly answers each question after a while.
func (w *world) slowly(takes time.Duration) answers {
	a := w.saying(ask.Extract, "January 12")
	return func(ctx context.Context, _ ask.Question) ask.Answer {
		select {
		case <-time.After(takes):
		case <-ctx.Done():
		}
		return a
	}
}

// isBusy reports whether a message tells that there are too many in line.
func isBusy(m *localdiscord.Message) bool {
	before, _, _ := strings.Cut(says("busy"), "<no value>")
	return strings.HasPrefix(m.Text(), before+"<t:")
}

// crowd has so many people ask at the same moment, and returns how many were answered and how many
// told to come again; nobody waits for an acknowledgement, and nobody gets nothing.
func (w *world) crowd(people int) (answered, told int) {
	w.t.Helper()
	var all []*localdiscord.Interaction
	for i := range people {
		asked, err := w.Person(fmt.Sprint("p", i)).Run(w.general, "ask", localdiscord.Option{Name: "question", Value: "When?"})
		w.must(err)
		all = append(all, asked)
	}
	time.Sleep(time.Minute)
	for i, asked := range all {
		m, err := asked.Wait(w.soon())
		w.must(err)
		switch {
		case !isBusy(m):
			answered++
		case !m.IsEphemeral():
			w.t.Errorf("everybody sees that person %d has to wait", i)
		default:
			told++
		}
	}
	return answered, told
}

// TestInLine has many ask at once: all are acknowledged, as many answered as there is time for, the
// rest told when to come again.
func TestInLine(t *testing.T) {
	for _, c := range []struct {
		why             string
		people, workers int
		takes           time.Duration
		answered, told  int
		slow            time.Duration // Discord's part of each request
	}{
		{"there is time for all", 50, 2, 40 * time.Millisecond, 50, 0, 0},
		{"though Discord is slow", 50, 2, 40 * time.Millisecond, 50, 0, 150 * time.Millisecond},
		{"the line is as long as it may be", 100, 2, 40 * time.Millisecond, 62, 38, 0},
		{"nobody waits for more than ten seconds", 30, 1, time.Second, 11, 19, 0},
	} {
		t.Run(c.why, func(t *testing.T) {
			synthetic(t, func(t *testing.T) {
				w := newWorld(t, localdiscord.Options{})
				w.Options.Check = nil // which other tests have done; it takes longer than all the rest
				b := w.bot(w.slowly(c.takes))
				b.line = queue.New(c.workers, 60)
				w.run(b)
				if c.slow > 0 {
					w.Fail(wire.Fault{Times: -1, With: wire.Slow(c.slow)})
				}
				answered, told := w.crowd(c.people)
				if answered+told != c.people || answered < c.answered-2 || answered > c.answered+2 {
					t.Errorf("%d were answered and %d told to come again, want %d and %d", answered, told, c.answered, c.told)
				}
			})
		})
	}
}

// One person's many questions do not delay another's.
func TestFair(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		w.run(w.bot(w.slowly(100*time.Millisecond), func(o *Options) { o.Workers = 1 }))
		for range 50 {
			_, err := w.ada.Run(w.general, "ask", localdiscord.Option{Name: "question", Value: "When?"})
			w.must(err)
		}
		synctest.Wait()
		began := time.Now()
		bob := w.Person("bob")
		_, err := bob.WaitReply(w.soon(), bob.Say(w.general, "@talksbot When?"))
		w.must(err)
		if took := time.Since(began); took > 300*time.Millisecond {
			t.Errorf("bob waited for %v", took)
		}
	})
}

// Whoever writes a message is told as well, where everybody can read it: there is no other place.
func TestBusyMessages(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		b := w.bot(w.slowly(8 * time.Second))
		b.line = queue.New(1, 1)
		w.run(b)
		first := w.ada.Say(w.general, "@talksbot one?")
		synctest.Wait()
		second := w.ada.Say(w.general, "@talksbot two?")
		synctest.Wait()
		if m := w.hears(w.ada.Say(w.general, "@talksbot three?")); !isBusy(m) {
			t.Errorf("the third got %q", m.Text())
		}
		if m := w.hears(w.ada.Say(w.ada.DM(), "four?")); !isBusy(m) {
			t.Errorf("the fourth, in private, got %q", m.Text())
		}
		for _, said := range []*localdiscord.Message{first, second} {
			if m := w.hears(said); isBusy(m) {
				t.Errorf("%q got %q", said.Text(), m.Text())
			}
		}
	})
}

// A place at work is not held while Discord takes its time.
func TestNoPlaceHeldForDiscord(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		w.run(w.bot(w.slowly(100*time.Millisecond), func(o *Options) { o.Workers = 1 }))
		w.Fail(wire.Fault{Method: "PATCH", Path: "/webhooks/*/*/messages/*", Times: -1, With: wire.Slow(5 * time.Second)})
		if answered, told := w.crowd(50); answered != 50 { // it takes five seconds, not five minutes
			t.Errorf("%d were answered, %d told to come again", answered, told)
		}
	})
}

// An acknowledgement of which nothing was heard may have arrived: the answer is given all the same.
func TestLostAcknowledgement(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		w.run(w.bot(w.slowly(time.Millisecond)))
		w.Fail(wire.Fault{Method: "POST", Path: "/interactions/*/*/callback", Times: -1, With: wire.Lost()})
		if m := w.asks("When?"); isBusy(m) || !strings.Contains(m.Text(), "January 12") {
			t.Errorf("got %q", m.Text())
		}
	})
}

// One that Discord refuses for good is the end of it: nobody waits for the answer.
func TestRefusedAcknowledgement(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		w.run(w.bot(w.slowly(time.Millisecond)))
		w.Fail(wire.Fault{Method: "POST", Path: "/interactions/*/*/callback", With: wire.Refused(404, 10062, "Unknown interaction")})
		_, err := w.ada.Run(w.general, "ask", localdiscord.Option{Name: "question", Value: "When?"})
		w.must(err)
		w.logs("not answered")
		for _, r := range w.Requests() {
			if r.Method == "PATCH" {
				t.Errorf("sent %v", r)
			}
		}
	})
}

// What is quick is acknowledged too, should it take long: a button in the place it stands, where the
// answer goes there.
func TestLateAcknowledgement(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		w.library = weekly(t, 30)
		b := w.bot(gives(w.saying(ask.Extract, "subject number 2")))
		w.run(b)
		for i, row := range b.table.Controls {
			run := row.Run
			b.table.Controls[i].Run = func(ctx context.Context, e discord.Event) command.Reply {
				time.Sleep(5 * time.Second)
				return run(ctx, e)
			}
		}
		if m := w.presses(w.asks("When?"), "Sources"); !m.IsEphemeral() || m.Text() == "" {
			t.Errorf("Sources: %q, for ada alone: %v", m.Text(), m.IsEphemeral())
		}
		list := w.uses("dates")
		turned := w.presses(list, "Next ▶")
		if turned.ID != list.ID || turned.Text() == list.Text() {
			t.Errorf("the next page is message %s, in place of %s:\n%s", turned.ID, list.ID, turned.Text())
		}
		bob := w.Person("bob")
		pressed, err := bob.Press(turned, "◀ Previous")
		w.must(err)
		m, err := pressed.Wait(w.soon())
		w.must(err)
		if m.ID == list.ID || !m.IsEphemeral() {
			t.Errorf("bob turned ada's page: %+v", m)
		}
	})
}

// Those in line when the bot is stopped are told.
func TestStopTellsThoseInLine(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		b := w.bot(w.slowly(time.Minute), func(o *Options) { o.Workers = 1 })
		b.waits.line = time.Minute
		stop := w.run(b)
		w.ada.Say(w.general, "@talksbot one?")
		synctest.Wait()
		asked, err := w.ada.Run(w.general, "ask", localdiscord.Option{Name: "question", Value: "two?"})
		w.must(err)
		w.must(asked.WaitAcknowledged(w.soon()))
		stop()
		if m, err := asked.Wait(w.soon()); err != nil || m.Text() != says("stopping") || !m.IsEphemeral() {
			t.Errorf("got %v, %v", m, err)
		}
	})
}
