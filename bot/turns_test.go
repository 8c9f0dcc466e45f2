package bot

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"talksbot/ask"
	"talksbot/internal/localdiscord"
)

func TestConversation(t *testing.T) { synthetic(t, testConversation) }

func testConversation(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	turns := make(chan []ask.Turn, 1)
	answerer := AnswererFunc(func(_ context.Context, q ask.Question) ask.Answer {
		turns <- q.Earlier
		a := w.saying(ask.Extract, "January 12")
		a.Question = q.Text
		return a
	})
	stop := w.run(w.bot(answerer))
	said := strings.ReplaceAll(w.passage("January 12").Text(), "*", "")
	turn := func(question string) ask.Turn { return ask.Turn{Question: question, Answer: said} }
	check := func(when string, want ...ask.Turn) {
		t.Helper()
		if diff := cmp.Diff(want, <-turns); diff != "" {
			t.Errorf("%s (-want +got):\n%s", when, diff)
		}
	}
	first := w.hears(w.ada.Say(w.general, "@talksbot When are the [talks]?"))
	check("first")
	second := w.hears(w.ada.Reply(first, "And NATO?"))
	check("second", turn("When are the [talks]?"))

	stop() // what follows is read back from Discord
	stop = w.run(w.bot(answerer))
	third := w.hears(w.ada.Reply(second, "And then?"))
	check("after a restart", turn("When are the [talks]?"), turn("And NATO?"))
	for i := range 6 {
		third = w.hears(w.ada.Reply(third, fmt.Sprint("again ", i)))
		got := <-turns
		if len(got) > maxTurns {
			t.Errorf("%d turns", len(got))
		}
	}
	slash := w.asks("Who *leads* them?")
	check("slash")
	w.hears(w.ada.Reply(slash, "Since when?"))
	check("after a slash command", turn("Who *leads* them?"))
	stop()
}

// A conversation that cannot be read back is no reason not to answer.
func TestConversationLost(t *testing.T) { synthetic(t, testConversationLost) }

func testConversationLost(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	b := w.bot(gives(w.saying(ask.Extract, "January 12")))
	b.waits.chain = 300 * time.Millisecond
	stop := w.run(b)
	second := w.hears(w.ada.Reply(w.hears(w.ada.Say(w.general, "@talksbot when?")), "and?"))
	stop()
	b = w.bot(gives(w.saying(ask.Extract, "January 12")))
	b.waits.chain = 300 * time.Millisecond
	w.run(b)
	w.Fail(localdiscord.Fault{Method: "GET", Path: "/channels/*/messages/*", Times: -1, With: localdiscord.Slow(time.Minute)})
	w.hears(w.ada.Reply(second, "and then?"))
	w.Heal()
	w.Fail(localdiscord.Fault{Method: "GET", Path: "/channels/*/messages/*", Times: -1, With: localdiscord.Refused(403, 50013, "Missing Permissions")})
	w.hears(w.ada.Reply(second, "and then?"))
}

// An answer carries its question: whoever reads the message back gets it as it was asked.
func TestQuestionIsCarried(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		question := rapid.StringN(1, longestShown, -1).Draw(t, "question")
		m := answer(ask.Question{Text: question}, ask.Answer{Message: "Nothing."}, true)
		if got, want := kept(questionIn(m.text)), kept(question); got != want {
			t.Errorf("%q came back as %q from %q", want, got, m.text)
		}
		if got := plain(m.text); got != "Nothing." {
			t.Errorf("the answer came back as %q", got)
		}
	})
}

func TestPlain(t *testing.T) {
	for content, want := range map[string]string{
		"-# When?\n> It is on **January 12** [12 January 2022]. [1]\n> And \\*there\\*. [2] [3]\n\n-# [1] Title · undated": "It is on January 12 [12 January 2022]. And *there*.",
		"On **Monday**. [1]\n\n-# Title · undated\n> [1] It is on Monday.":                                                 "On Monday.",
		"The articles do not say.\n\n" + closest + "\n> A sentence. [1]\n\n-# [1] Title":                                   "The articles do not say.",
		"": "",
	} {
		if got := plain(content); got != want {
			t.Errorf("plain(%q)\n got %q\nwant %q", content, got, want)
		}
	}
}
