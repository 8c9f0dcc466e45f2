package bot

import (
	"context"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"talksbot/ask"
	"talksbot/internal/localdiscord"
	"talksbot/internal/localdiscord/wire"
)

// grows answers with the sentences that have the words, one after the other, each of which comes after so
// long.
func (w *world) grows(every time.Duration, words ...string) answers {
	return func(ctx context.Context, q ask.Question) ask.Answer {
		for i := range words {
			time.Sleep(every)
			part := w.saying(ask.WordedModel, words[:i+1]...)
			part.Growing = true
			if q.Watch != nil {
				q.Watch(part)
			}
		}
		time.Sleep(every)
		return w.saying(ask.WordedModel, words...)
	}
}

// A seen message is one as somebody reads it, and since when.
type seen struct {
	text string
	at   time.Duration
}

// watch returns what the bot's only message in the channel said, one after the other, until the time is over.
func (w *world) watch(what func() []*localdiscord.Message, over time.Duration) []seen {
	w.t.Helper()
	var all []seen
	for began := time.Now(); time.Since(began) < over; time.Sleep(50 * time.Millisecond) {
		synctest.Wait()
		for i, m := range what() {
			if i > 0 {
				w.t.Fatalf("a second message says %q", m.Text())
			}
			if !m.IsLoading() && (len(all) == 0 || all[len(all)-1].text != m.Text()) {
				all = append(all, seen{m.Text(), time.Since(began)})
			}
		}
	}
	return all
}

// answersTo are the bot's messages in the channel behind a message.
func (w *world) answersTo(said *localdiscord.Message) func() []*localdiscord.Message {
	return func() (all []*localdiscord.Message) {
		for _, m := range w.ada.Sees(w.general) {
			if m.Reference != nil && m.Reference.MessageID == said.ID {
				all = append(all, m)
			}
		}
		return all
	}
}

// TestGrowing: the message grows with the answer, at most once a second, and ends as it does without.
func TestGrowing(t *testing.T) { synthetic(t, testGrowing) }

func testGrowing(t *testing.T) {
	words := []string{"January 10", "January 12", "41 years", "end of May"}
	for name, tt := range map[string]struct {
		every time.Duration
		least int // versions seen
		most  int
	}{
		"slowly":  {3 * time.Second, 5, 5},
		"quickly": {300 * time.Millisecond, 2, 3},
		"at once": {10 * time.Millisecond, 1, 1},
	} {
		w := newWorld(t, localdiscord.Options{})
		stop := w.run(w.bot(w.grows(tt.every, words...)))
		asked, err := w.ada.Run(w.general, "ask", localdiscord.Option{Name: "question", Value: "When?"})
		w.must(err)
		said := w.ada.Say(w.general, "@talksbot when?")
		bySlash := w.watch(asked.Messages, 20*time.Second)
		final := w.hears(said)
		if len(bySlash) < tt.least || len(bySlash) > tt.most {
			t.Errorf("%s: %d versions were seen", name, len(bySlash))
		}
		for i, s := range bySlash {
			ends := i == len(bySlash)-1
			if strings.Contains(s.text, says("note.growing")) == ends {
				t.Errorf("%s: version %d of %d reads\n%s", name, i+1, len(bySlash), s.text)
			}
			if i > 0 && !ends && s.at-bySlash[i-1].at < everySo {
				t.Errorf("%s: edited after %v and %v", name, bySlash[i-1].at, s.at)
			}
		}
		if len(final.Components) == 0 || strings.Contains(final.Text(), says("note.growing")) {
			t.Errorf("%s: in the end the message reads\n%s", name, final.Text())
		}
		w.receipt(final)
		stop()
	}
}

// TestGrowingMention: an answer to a message is one message that is edited, and what follows it is
// understood from it.
func TestGrowingMention(t *testing.T) { synthetic(t, testGrowingMention) }

func testGrowingMention(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	w.run(w.bot(w.grows(2*time.Second, "January 10", "January 12")))
	said := w.ada.Say(w.general, "@talksbot when?")
	all := w.watch(w.answersTo(said), 15*time.Second)
	if len(all) != 3 || all[0].at > 3*time.Second {
		t.Errorf("seen: %v", all)
	}
	for _, m := range w.answersTo(said)() {
		if w.presses(m, "Sources").Text() == "" || len(m.Mentions) > 0 {
			t.Error("the message has no sources, or pings")
		}
	}
}

// TestGrowingFails: whatever goes wrong while an answer grows, the whole answer is there in the end, once.
func TestGrowingFails(t *testing.T) { synthetic(t, testGrowingFails) }

func testGrowingFails(t *testing.T) {
	const post, edit = http.MethodPost, http.MethodPatch
	for name, fault := range map[string]wire.Fault{
		"a post that fails":           {Method: post, Path: "/channels/*/messages", Times: 1, With: wire.BadGateway()},
		"a post whose answer is lost": {Method: post, Path: "/channels/*/messages", Times: 1, With: wire.Lost()},
		"a slow post":                 {Method: post, Path: "/channels/*/messages", Times: 1, With: wire.Slow(5 * time.Second)},
		"edits that fail":             {Method: edit, Times: 2, With: wire.BadGateway()},
		"edits whose answer is lost":  {Method: edit, Times: 2, With: wire.Lost()},
		"slow edits":                  {Method: edit, Times: 2, With: wire.Slow(5 * time.Second)},
		"edits that are limited":      {Method: edit, Times: 1, With: wire.RateLimited(4 * time.Second)},
	} {
		w := newWorld(t, localdiscord.Options{})
		stop := w.run(w.bot(w.grows(2*time.Second, "January 10", "January 12", "41 years")))
		w.Fail(fault)
		asked, err := w.ada.Run(w.general, "ask", localdiscord.Option{Name: "question", Value: "When?"})
		w.must(err)
		said := w.ada.Say(w.general, "@talksbot when?")
		for how, what := range map[string]func() []*localdiscord.Message{"/ask": asked.Messages, "a mention": w.answersTo(said)} {
			all := w.watch(what, 2*time.Minute)
			if len(all) == 0 || !strings.Contains(all[len(all)-1].text, "41 years") || strings.Contains(all[len(all)-1].text, says("note.growing")) {
				t.Errorf("%s, %s: seen %v", name, how, all)
			}
		}
		stop()
	}
}

// TestGrowingPanics: what goes wrong behind the beginning of an answer takes its place.
func TestGrowingPanics(t *testing.T) { synthetic(t, testGrowingPanics) }

func testGrowingPanics(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	grows := w.grows(2*time.Second, "January 10")
	w.run(w.bot(func(ctx context.Context, q ask.Question) ask.Answer {
		grows(ctx, q)
		panic("oh dear")
	}))
	said := w.ada.Say(w.general, "@talksbot when?")
	all := w.watch(w.answersTo(said), 15*time.Second)
	if len(all) != 2 || !isTrouble(w, w.answersTo(said)()[0]) {
		t.Errorf("seen: %v", all)
	}
}

// TestGrowingEndsInText: what is text alone takes the place of a beginning that was laid out, whether or not
// it is known that this arrived.
func TestGrowingEndsInText(t *testing.T) { synthetic(t, testGrowingEndsInText) }

func testGrowingEndsInText(t *testing.T) {
	for name, fault := range map[string]wire.Fault{
		"as it should":   {Path: "/nothing", With: wire.Lost()},
		"a lost message": {Method: http.MethodPost, Path: "/channels/*/messages", Times: 9, With: wire.Lost()},
		"a lost edit":    {Method: http.MethodPatch, Times: 1, With: wire.Lost()},
	} {
		w := newWorld(t, localdiscord.Options{})
		grows := w.grows(2*time.Second, "January 10")
		stop := w.run(w.bot(func(ctx context.Context, q ask.Question) ask.Answer {
			grows(ctx, q)
			return ask.Answer{Outcome: ask.Silent, Question: q.Text, Mode: ask.Extract, Held: 2}
		}))
		w.Fail(fault)
		asked, err := w.ada.Run(w.general, "ask", localdiscord.Option{Name: "question", Value: "Who?"})
		w.must(err)
		said := w.ada.Say(w.general, "@talksbot who?")
		for how, what := range map[string]func() []*localdiscord.Message{"/ask": asked.Messages, "a mention": w.answersTo(said)} {
			all := w.watch(what, time.Minute)
			if len(all) == 0 || strings.Contains(all[len(all)-1].text, "January 10") {
				t.Errorf("%s, %s: seen %v", name, how, all)
			}
		}
		stop()
	}
}

// TestGrowingDeleted: an answer that somebody deletes while it grows stays deleted.
func TestGrowingDeleted(t *testing.T) { synthetic(t, testGrowingDeleted) }

func testGrowingDeleted(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	w.run(w.bot(w.grows(3*time.Second, "January 10", "January 12")))
	said := w.ada.Say(w.general, "@talksbot when?")
	w.watch(w.answersTo(said), 4*time.Second)
	first := w.answersTo(said)()
	if len(first) != 1 {
		t.Fatalf("%d answers", len(first))
	}
	w.ada.Delete(first[0])
	if all := w.watch(w.answersTo(said), time.Minute); len(all) > 0 {
		t.Errorf("seen: %v", all)
	}
}

// TestGrowingIsRepliedTo: who replies to an answer that is not whole yet is understood from the whole.
func TestGrowingIsRepliedTo(t *testing.T) { synthetic(t, testGrowingIsRepliedTo) }

func testGrowingIsRepliedTo(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	grows := w.grows(3*time.Second, "January 10", "January 12")
	var earlier atomic.Pointer[[]ask.Turn]
	w.run(w.bot(func(ctx context.Context, q ask.Question) ask.Answer {
		if q.Text == "and then?" {
			earlier.Store(&q.Earlier)
			return w.saying(ask.Extract, "41 years")
		}
		return grows(ctx, q)
	}))
	said := w.ada.Say(w.general, "@talksbot when?")
	first := w.hears(said)
	if !strings.Contains(first.Text(), says("note.growing")) {
		t.Fatalf("first %q", first.Text())
	}
	w.hears(w.ada.Reply(first, "and then?"))
	if turns := *earlier.Load(); len(turns) != 1 || turns[0].Question != "when?" || !strings.Contains(turns[0].Answer, "January 12") {
		t.Errorf("understood from %v", turns)
	}
}
