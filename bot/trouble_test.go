package bot

import (
	"strings"
	"testing"

	"talksbot/ask"
	"talksbot/internal/localdiscord"
	"talksbot/internal/localdiscord/wire"
)

// Where the bot may not answer, it tells the person so in private, with what it lacks.
func TestMayNotAnswer(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		w.run(w.bot(gives(w.saying(ask.Extract, "January 12"))))
		w.Fail(wire.Fault{Method: "POST", Path: "/channels/" + w.general.ID + "/messages", With: wire.Refused(403, 50013, "Missing Permissions")})
		said := w.ada.Say(w.general, "@talksbot when?")
		told, err := w.ada.WaitMessage(w.soon(), w.ada.DM(), func(m *localdiscord.Message) bool { return m.Author.Bot })
		w.must(err)
		if !strings.HasPrefix(told.Text(), "You asked me in <#"+said.ChannelID+">") {
			t.Errorf("told %q", told.Text())
		}
		if seen := w.ada.Sees(w.general); len(seen) != 1 {
			t.Errorf("the channel shows\n%s", w.Transcript(w.general))
		}
	})
}

// An answer that Discord refuses as a message is replaced by one it takes, which names the error.
func TestMalformedAnswer(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		w.run(w.bot(gives(w.saying(ask.Extract, "January 12"))))
		refused := wire.Refused(400, 50035, "Invalid Form Body")
		w.Fail(wire.Fault{Method: "PATCH", Path: "/webhooks/*/*/messages/*", With: refused, Times: 2}) // laid out, and as text
		if m := w.asks("when?"); !isTrouble(w, m) || !m.IsEphemeral() {
			t.Errorf("told %q, ada alone: %v", m.Text(), m.IsEphemeral())
		}
		w.Fail(wire.Fault{Method: "POST", Path: "/channels/*/messages", With: refused, Times: 2})
		if m := w.hears(w.ada.Say(w.general, "@talksbot when?")); !isTrouble(w, m) {
			t.Errorf("told %q", m.Text())
		}
	})
}

// What was wrong with a command only its author sees.
func TestWrongPrivately(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		w.run(w.bot(gives(w.saying(ask.Extract, "January 12"))))
		for command, option := range map[string]localdiscord.Option{
			"check": {Name: "claim", Value: "When does it begin?"},
			"dates": {Name: "from", Value: "the day after never"},
		} {
			if m := w.uses(command, option); !m.IsEphemeral() {
				t.Errorf("everybody reads what is wrong with /%s: %q", command, m.Text())
			}
		}
	})
}
