package bot

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"talksbot/ask"
	"talksbot/bot/store"
	"talksbot/internal/localdiscord"
	"talksbot/knowledge/article"
	"talksbot/page"
)

func TestConversation(t *testing.T) { synthetic(t, testConversation) }

func testConversation(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	turns := make(chan []ask.Turn, 1)
	answerer := answers(func(_ context.Context, q ask.Question) ask.Answer {
		turns <- q.Earlier
		a := w.saying(ask.Extract, "January 12")
		a.Question = q.Text
		return a
	})
	kept, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "talks.db"))
	w.must(err)
	t.Cleanup(func() { kept.Close() })
	remembers := func(o *Options) { o.Store = kept }
	stop := w.run(w.bot(answerer, remembers))
	said := strings.ReplaceAll(w.passage("January 12").Text(), "*", "")
	turn := func(question string) ask.Turn { return ask.Turn{Question: question, Answer: said} }
	check := func(when string, want ...ask.Turn) {
		t.Helper()
		if diff := cmp.Diff(want, <-turns); diff != "" {
			t.Errorf("%s (-want +got):\n%s", when, diff)
		}
	}
	// settled waits until the bot has remembered what was heard: no person is as fast as ada.
	settled := func(m *localdiscord.Message) *localdiscord.Message { synctest.Wait(); return m }
	first := settled(w.hears(w.ada.Say(w.general, "@talksbot When are the [talks]?")))
	check("first")
	second := settled(w.hears(w.ada.Reply(first, "And NATO?")))
	check("second", turn("When are the [talks]?"))

	stop() // what follows is remembered in the database
	stop = w.run(w.bot(answerer, remembers))
	third := settled(w.hears(w.ada.Reply(second, "And then?")))
	check("after a restart", turn("When are the [talks]?"), turn("And NATO?"))
	for i := range 6 {
		third = settled(w.hears(w.ada.Reply(third, fmt.Sprint("again ", i))))
		got := <-turns
		if len(got) > maxTurns {
			t.Errorf("%d turns", len(got))
		}
	}
	slash := settled(w.asks("Who *leads* them?"))
	check("slash")
	w.hears(w.ada.Reply(slash, "Since when?"))
	check("after a slash command", turn("Who *leads* them?"))
	stop()
}

// A conversation that is not remembered is no reason not to answer.
func TestConversationLost(t *testing.T) { synthetic(t, testConversationLost) }

func testConversationLost(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	stop := w.run(w.bot(gives(w.saying(ask.Extract, "January 12"))))
	second := w.hears(w.ada.Reply(w.hears(w.ada.Say(w.general, "@talksbot when?")), "and?"))
	stop()
	b := w.bot(gives(w.saying(ask.Extract, "January 12")))
	b.conversations.memory = forgetful{}
	w.run(b)
	w.hears(w.ada.Reply(second, "and then?"))
}

// Nor does one without an end hold anything up.
func TestConversationEndless(t *testing.T) {
	c := &conversations{memory: inMemory(t), now: time.Now}
	c.remember(t.Context(), "1", &store.Said{Question: "When?", Follows: "1"})
	if turns := c.earlier(t.Context(), "1"); len(turns) != maxTurns {
		t.Errorf("%d turns", len(turns))
	}
}

// An answer that is remembered right after it was looked for in vain, and so is no longer on its
// way, is looked for again.
func TestRemembered(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := &conversations{now: time.Now}
		c.memory = &overtaken{memory: inMemory(t), by: func() {
			c.remember(t.Context(), "1", &store.Said{Question: "When?"})
			c.saying.Add(-1)
		}}
		c.saying.Add(1)
		if s := c.answered(t.Context(), "1"); s.Question != "When?" {
			t.Errorf("got %+v", s)
		}
	})
}

// overtaken is a memory in which something happens after the first look.
type overtaken struct {
	memory
	by func()
}

func (o *overtaken) Said(ctx context.Context, message string) (store.Said, error) {
	s, err := o.memory.Said(ctx, message)
	if o.by != nil {
		o.by()
		o.by = nil
	}
	return s, err
}

// forgetful is a memory that fails.
type forgetful struct{}

func (forgetful) Say(context.Context, string, store.Said, time.Time) error {
	return errors.New("no room")
}
func (forgetful) Said(context.Context, string) (store.Said, error) {
	return store.Said{}, errors.New("no power")
}

// What is remembered of an answer is its question as it was understood, and its claims with the
// numbers the message shows.
func TestSpoken(t *testing.T) {
	w := &world{t: t, library: held(t)}
	first, second := w.passage("January 10"), w.passage("January 12")
	a := ask.Answer{Outcome: ask.Answered, Question: "When are the talks with NATO?", Mode: ask.WordedModel, Claims: []ask.Claim{
		{Text: "On January 10.", Cites: []article.Passage{first}}, {Text: "And later.", Cites: []article.Passage{second, first}}}}
	p := page.Answer(a, page.Printer{})
	claims := []store.Claim{{Text: "On January 10.", Cites: []int{1}}, {Text: "And later.", Cites: []int{2, 1}}}
	for _, c := range []struct {
		q    ask.Question
		a    ask.Answer
		want store.Said
	}{
		{ask.Question{Text: "When?"}, a, store.Said{Question: "When?", Claims: claims}},
		{ask.Question{Text: "And NATO?", Earlier: []ask.Turn{{}}}, a, store.Said{Follows: "1", Question: "When are the talks with NATO?", Claims: claims}},
		{ask.Question{Text: "Hello"}, ask.Answer{Outcome: ask.Purpose}, store.Said{}},
		{ask.Question{Text: "Who pays?"}, ask.Answer{Outcome: ask.Silent}, store.Said{Question: "Who pays?"}},
	} {
		if diff := cmp.Diff(&c.want, spoken(c.q, c.a, p, c.want.Follows)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.q.Text, diff)
		}
	}
}
