package bot

import (
	"strings"
	"testing"
	"testing/synctest"

	"talksbot/ask"
	"talksbot/bot/discord"
	"talksbot/internal/localdiscord"
	"talksbot/internal/localdiscord/wire"
)

// isLaidOut reports whether a message is laid out in components.
func isLaidOut(m *localdiscord.Message) bool { return m.Flags&discord.FlagLaidOut != 0 }

// Where Discord takes no layouts, a message is sent once more as text, and those after it as text at once.
func TestPlainWhereRefused(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		w.run(w.bot(gives(w.saying(ask.Extract, "January 12"))))
		if m := w.asks("when?"); !isLaidOut(m) {
			t.Errorf("an answer is not laid out: %q", m.Text())
		}
		w.Fail(wire.Fault{Method: "PATCH", Path: "/webhooks/*/*/messages/*", With: wire.Refused(400, 50035, "Invalid Form Body")})
		before := len(w.Requests())
		for _, when := range []string{"refused", "from then on"} {
			if m := w.asks("when?"); isLaidOut(m) || !strings.Contains(m.Text(), "**January 12**") || len(m.Components) == 0 {
				t.Errorf("%s it is %q", when, m.Text())
			}
			synctest.Wait() // for the bot to hear that Discord took it
		}
		edits := 0
		for _, r := range w.Requests()[before:] {
			if r.Method == "PATCH" {
				edits++
			}
		}
		if edits != 3 {
			t.Errorf("two answers took %d edits, want one more for the layout that was refused", edits)
		}
	})
}

// A page that is turned takes the place of one, laid out or as text as that was.
func TestTurnsAsItWas(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		w.run(w.bot(gives(ask.Answer{})))
		first := w.uses("quotes")
		w.Fail(wire.Fault{Method: "PATCH", Path: "/webhooks/*/*/messages/*", With: wire.Refused(400, 50035, "Invalid Form Body")})
		if m := w.uses("quotes"); isLaidOut(m) {
			t.Errorf("it is laid out: %q", m.Text())
		} else if next := w.presses(m, "Next ▶"); isLaidOut(next) || !strings.Contains(next.Text(), "Page 2") {
			t.Errorf("text becomes %q", next.Text())
		}
		if next := w.presses(first, "Next ▶"); !isLaidOut(next) || !strings.Contains(next.Text(), "Page 2") {
			t.Errorf("what is laid out becomes %q", next.Text())
		}
	})
}
