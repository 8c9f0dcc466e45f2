package bot

import (
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/bwmarrin/discordgo"

	"talksbot/ask"
	"talksbot/internal/localdiscord"
	"talksbot/knowledge"
)

// said are the bot's messages in a channel that everybody sees.
func (w *world) said(c localdiscord.Channel) (said []*localdiscord.Message) {
	synctest.Wait()
	for _, m := range w.ada.Sees(c) {
		if m.Author.Bot && !m.IsEphemeral() {
			said = append(said, m)
		}
	}
	return said
}

// A server is greeted when the bot is invited: once, where everybody reads it, with questions to try that
// have answers.
func TestHello(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		memory := inMemory(t)
		b := w.bot((&ask.Asker{Articles: knowledge.NewCurrent(w.library)}).Answer, func(o *Options) { o.Store = memory })
		stop := w.run(b)
		if said := w.said(w.general); len(said) > 0 {
			t.Fatalf("greets a server that it has long been in: %q", said[0].Text())
		}
		w.Invite()
		said := w.said(w.general)
		if len(said) != 1 || !strings.Contains(said[0].Text(), "The Ferry on the Aller") {
			t.Fatalf("invited, it says:\n%s", w.Transcript(w.general))
		}
		for _, button := range []string{"What is this about?", "What is new?", "What happens next?", "Who said what?"} {
			if m := w.presses(said[0], button); !m.IsEphemeral() || len(m.Text()) < 100 {
				t.Errorf("%s: %q, for ada alone: %v", button, m.Text(), m.IsEphemeral())
			}
		}
		w.Drop() // Discord tells anew of servers when a session begins
		w.must(w.WaitReady(w.soon()))
		stop()
		w.run(w.bot(gives(ask.Answer{}), func(o *Options) { o.Store = memory }))
		if said := w.said(w.general); len(said) != 1 {
			t.Errorf("greets again:\n%s", w.Transcript(w.general))
		}
		if got := w.Status(); got != "Answers from 2 articles" {
			t.Errorf("the status is %q", got)
		}
		golden(t, "hello", w.Transcript(w.general))
	})
}

// It greets in the channel for messages of Discord's own, or the first in which it may post, and says what
// it lacks there; where it may post nowhere, its owner is told.
func TestHelloWhere(t *testing.T) {
	const may = discordgo.PermissionViewChannel | discordgo.PermissionSendMessages
	for name, c := range map[string]struct {
		permissions int64
		system      string
		where       string // "": the owner's direct messages
		lacks       string
	}{
		"the first":          {may | discordgo.PermissionAttachFiles | discordgo.PermissionReadMessageHistory, "", "general", ""},
		"the system channel": {discordgo.PermissionAdministrator, "welcome", "welcome", ""},
		"lacking something":  {may, "", "general", "I would also need **Attach Files and Read Message History**"},
		"nowhere":            {discordgo.PermissionViewChannel, "", "", "I need **Send Messages"},
	} {
		t.Run(name, func(t *testing.T) {
			synthetic(t, func(t *testing.T) {
				w := newWorld(t, localdiscord.Options{})
				w.run(w.bot(gives(ask.Answer{})))
				w.Permit(c.permissions)
				if c.system != "" {
					w.World.Guild.System = w.Channel(c.system).ID
				}
				where := w.Person("owner").DM()
				if c.where != "" {
					where = w.Channel(c.where)
				}
				w.Invite()
				synctest.Wait()
				said := w.Person("owner").Sees(where)
				if len(said) != 1 || !strings.Contains(said[0].Text(), c.lacks) || c.lacks == "" && strings.Contains(said[0].Text(), "need") {
					t.Errorf("in %q:\n%s", where.Name, w.Transcript(where))
				}
			})
		})
	}
}

// What is kept of a server goes a month after the bot.
func TestLeft(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		memory := inMemory(t)
		var ahead atomic.Int64 // nanoseconds, of the world's clock: a month has too many minutes to wait for each
		b := w.bot(gives(w.saying(ask.Extract, "January 12")), func(o *Options) {
			o.Store, o.Now = memory, func() time.Time { return time.Now().Add(time.Duration(ahead.Load())) }
		})
		w.run(b)
		answer := w.asks("When?")
		w.runs(w.general, "settings answers", opt("private", true))
		w.Expel()
		for _, c := range []struct {
			after time.Duration
			kept  bool
		}{{29 * 24 * time.Hour, true}, {3 * 24 * time.Hour, false}} {
			synctest.Wait()
			ahead.Add(int64(c.after - forgetsEvery))
			time.Sleep(forgetsEvery)
			synctest.Wait()
			said, err := memory.Said(t.Context(), answer.ID)
			if err != nil || (len(said.Claims) > 0) != c.kept {
				t.Errorf("after another %v: %v, %v", c.after, said, err)
			}
			if chosen := b.settings.Of(w.Guild().ID); chosen.Private != c.kept { // without a restart
				t.Errorf("after another %v: %+v", c.after, chosen)
			}
		}
	})
}

// A server that was not there when the session began is new, whatever it says of when it was joined.
func TestHelloUnlisted(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		w.run(w.bot(gives(ask.Answer{})))
		created := fmt.Sprintf(`{"id":"77","name":"New","owner_id":"1","joined_at":"2020-01-01T00:00:00Z","roles":[{"id":"77","permissions":"8"}],
			"channels":[{"id":%q,"type":0}],"members":[{"user":{"id":%q},"roles":[]}]}`, w.general.ID, w.Bot().ID)
		for range 2 {
			w.Dispatch("GUILD_CREATE", []byte(created))
			if said := w.said(w.general); len(said) != 1 {
				t.Errorf("it says:\n%s", w.Transcript(w.general))
			}
		}
		for _, odd := range []string{`{}`, `null`, `[]`, `{"id":"78"}`, `{"id":"79","channels":[{"id":"1","type":0}]}`, `{"id":"80","unavailable":true}`, `{"id":"81","joined_at":"?"}`} {
			w.Dispatch("GUILD_CREATE", []byte(odd))
			w.Dispatch("GUILD_DELETE", []byte(odd))
		}
		synctest.Wait()
		if log := w.log.String(); strings.Contains(log, "panic") {
			t.Error("it panicked")
		}
	})
}
