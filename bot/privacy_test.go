package bot

import (
	"strings"
	"testing"
	"testing/synctest"

	"talksbot/ask"
	"talksbot/internal/localdiscord"
)

// A person sees what is kept of them and has it deleted; nobody else's goes with it.
func TestPrivacy(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		b := w.bot(gives(w.saying(ask.Extract, "January 12")))
		w.run(b)
		if m := w.uses("privacy"); !m.IsEphemeral() || !strings.HasPrefix(m.Text(), says("privacy.nothing")) {
			t.Errorf("before anything was asked: %q", m.Text())
		}
		w.asks("When?")
		w.hears(w.ada.Say(w.general, "@talksbot when?"))
		bob := w.Person("bob")
		hers, err := bob.WaitReply(w.soon(), bob.Say(w.general, "@talksbot when?"))
		w.must(err)
		synctest.Wait()
		shown := w.uses("privacy")
		if !strings.HasPrefix(shown.Text(), "I keep 2 answers to questions of yours") {
			t.Errorf("after two questions: %q", shown.Text())
		}
		if m := w.presses(shown, says("button.forget")); m.ID != shown.ID || m.Text() == shown.Text() {
			t.Errorf("forgotten: %q", m.Text())
		}
		if m := w.uses("privacy"); !strings.HasPrefix(m.Text(), says("privacy.nothing")) {
			t.Errorf("after it was deleted: %q", m.Text())
		}
		if said := b.conversations.recall(t.Context(), hers.ID); said.Question == "" {
			t.Error("what bob asked is forgotten with it")
		}
	})
}

// Where a language model words the answers, people are told where their questions go.
func TestPrivacyWithModel(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		w.run(w.bot(gives(ask.Answer{}), func(o *Options) { o.Model, o.ModelHost = "some-model", "model.example" }))
		for _, command := range []string{"privacy", "about"} {
			if m := w.uses(command); !strings.Contains(m.Text(), "model.example") {
				t.Errorf("/%s: %q", command, m.Text())
			}
		}
	})
}

// Whoever asked can have an answer deleted, however they asked; others cannot, nor can anything be deleted
// that is not the bot's.
func TestDeleteAnswer(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		w.World.Lock()
		w.World.May = "0"
		w.World.Unlock()
		b := w.bot(gives(w.saying(ask.Extract, "January 12")))
		w.run(b)
		bob := w.Person("bob")
		deletes := func(p *localdiscord.Person, m *localdiscord.Message) string {
			t.Helper()
			asked, err := p.RunOn(m, "Delete this answer")
			w.must(err)
			told, err := asked.Wait(w.soon())
			w.must(err)
			if !told.IsEphemeral() {
				t.Errorf("everybody reads %q", told.Text())
			}
			return told.Text()
		}
		question := w.ada.Say(w.general, "@talksbot when?")
		for how, answer := range map[string]*localdiscord.Message{"asked by command": w.asks("When?"), "by mention": w.hears(question), "a list": w.uses("dates")} {
			synctest.Wait()
			if got := deletes(bob, answer); !strings.HasPrefix(got, "Only whoever asked") || w.Message(answer.ID) == nil {
				t.Errorf("%s: bob is told %q", how, got)
			}
			if got := deletes(w.ada, answer); got != says("delete.done") || w.Message(answer.ID) != nil {
				t.Errorf("%s: ada is told %q", how, got)
			}
			if said := b.conversations.recall(t.Context(), answer.ID); said.Question != "" {
				t.Errorf("%s: %q is still remembered", how, said.Question)
			}
		}
		if got := deletes(w.ada, question); got != says("delete.not-mine") || w.Message(question.ID) == nil {
			t.Errorf("a message of her own: %q", got)
		}
		w.World.Lock()
		w.World.May = "8192" // Manage Messages
		w.World.Unlock()
		if got := deletes(bob, w.asks("Again?")); got != says("delete.done") {
			t.Errorf("who manages messages is told %q", got)
		}
	})
}
