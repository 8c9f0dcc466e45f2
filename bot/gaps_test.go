package bot

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/bwmarrin/discordgo"

	"talksbot/ask"
	"talksbot/bot/discord"
	"talksbot/bot/store"
	"talksbot/internal/localdiscord"
	"talksbot/knowledge"
)

// kept returns the questions that are kept of a server.
func (w *world) kept(s *store.Store) (all []string) {
	w.t.Helper()
	synctest.Wait()
	gaps, err := s.Gaps(w.t.Context(), w.Guild().ID, time.Now())
	w.must(err)
	for _, g := range gaps {
		all = append(all, g.Question)
	}
	return all
}

// answering answers what the articles say, and refuses all else.
func (w *world) answering() answers {
	return (&ask.Asker{Articles: knowledge.NewCurrent(w.library)}).Answer
}

// What was refused is shown to who manages the server, what means the same together; what is answered by now is
// shown with where.
func TestGaps(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		memory := inMemory(t)
		w.run(w.bot(w.answering(), func(o *Options) { o.Store = memory }))
		w.runs(w.general, "gaps")
		for _, q := range []string{"How deep is the Aller?", "how deep is the aller", "How much does the ferry cost?", "When will the ferry be back?"} {
			w.asks(q)
		}
		w.hears(w.ada.Say(w.general, "@talksbot How deep is the Aller??"))
		synctest.Wait()
		for _, g := range []store.Gap{
			{Question: "Who captains the ferry?", Why: store.Refused}, {Question: "When does the ferry stop for repairs?", Why: store.Wrong, Reason: "out of date"},
		} {
			g.Guild = w.Guild().ID
			_, err := memory.KeepGap(t.Context(), g, time.Now().Add(-3*24*time.Hour))
			w.must(err)
		}
		list := w.runs(w.general, "gaps")
		if !list.IsEphemeral() || !strings.Contains(list.Text(), "asked 3 times") {
			t.Errorf("everybody reads it: %v; %q", !list.IsEphemeral(), list.Text())
		}
		read := w.Transcript(w.general)
		cleared, err := w.ada.Pick(list, gapsClear+":0", "1")
		w.must(err)
		after, err := cleared.Wait(w.soon())
		w.must(err)
		if strings.Contains(after.Text(), "How deep") || !strings.Contains(after.Text(), "How much does the ferry cost?") {
			t.Errorf("cleared, it shows %q", after.Text())
		}
		if got := w.kept(memory); len(got) != 3 {
			t.Errorf("left: %q", got)
		}
		golden(t, "gaps", read)
	})
}

// Of a question its words are kept and nothing of who asked or is mentioned; of what was asked privately, or not in a
// server, nothing is.
func TestGapsKeep(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		memory := inMemory(t)
		w.run(w.bot(gives(ask.Answer{Outcome: ask.Silent, Mode: ask.Extract}), func(o *Options) { o.Store = memory }))
		bob := w.Person("bob.jones")
		w.hears(w.ada.Say(w.general, "@talksbot When does @bob.jones meet Bob?"))
		w.asks("Who is " + bob.Mention() + ", 849074769100800012, and @someone?")
		w.asks("Does ada@example.org\u202e answer +49 170 1234567?\n\nWhen?")
		w.asks(strings.Repeat("why oh why ", 80))
		w.asks("Where is my secret?", opt("private", true))
		w.hears(w.ada.Say(w.ada.DM(), "How is my health?"))
		got := w.kept(memory)
		slices.Sort(got)
		if len(got) != 4 {
			t.Fatalf("kept: %q", got)
		}
		for i, want := range []string{"Does … answer …? When?", "When does … meet Bob?", "Who is …, …, and …"} {
			if got[i] != want {
				t.Errorf("kept %q, want %q", got[i], want)
			}
		}
		if n := len([]rune(got[3])); n > longestKept {
			t.Errorf("%d characters are kept", n)
		}
		for _, q := range got {
			if strings.Contains(q, w.ada.User.ID) || strings.Contains(q, bob.User.ID) || strings.Contains(q, "bob.jones") {
				t.Errorf("it says who: %q", q)
			}
		}
	})
}

// Off means off.
func TestGapsOff(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		memory := inMemory(t)
		w.run(w.bot(gives(ask.Answer{Outcome: ask.Silent, Mode: ask.Extract}), func(o *Options) { o.Store = memory }))
		w.asks("Who painted the ferry?")
		if got := w.kept(memory); len(got) != 1 {
			t.Fatalf("kept: %q", got)
		}
		w.runs(w.general, "settings gaps", opt("keep", false))
		w.asks("Who painted the boat?")
		if got := w.kept(memory); len(got) != 0 {
			t.Errorf("kept all the same: %q", got)
		}
		if m := w.runs(w.general, "gaps"); !strings.HasPrefix(m.Text(), "I keep no questions") {
			t.Errorf("it shows %q", m.Text())
		}
		w.runs(w.general, "settings gaps", opt("keep", true))
		if got := w.kept(memory); len(got) != 0 {
			t.Errorf("back again: %q", got)
		}
	})
}

// Nobody else sees them, nor clears them, whatever a button says; nor does who manages another server.
func TestGapsOfOthers(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		memory := inMemory(t)
		b := w.bot(gives(ask.Answer{}), func(o *Options) { o.Store = memory })
		w.run(b)
		for i := range 12 {
			_, err := memory.KeepGap(t.Context(), store.Gap{Guild: "7", Question: fmt.Sprintf("Who won race %d?", i), Why: store.Refused}, time.Now())
			w.must(err)
		}
		all := func() int {
			kept, err := memory.Gaps(t.Context(), "7", time.Now())
			w.must(err)
			return len(kept)
		}
		manager := discord.Event{Guild: "7", May: discordgo.PermissionManageGuild}
		if got := shown(b.uses(t, "gaps", manager)); !strings.Contains(got, "race") || !strings.Contains(got, "Page 1 of 3") {
			t.Errorf("its own server's: %q", got)
		}
		for name, e := range map[string]discord.Event{
			"another server's manager":   {Guild: "8", May: discordgo.PermissionManageGuild, Arg: "0", Chosen: []string{"1"}},
			"who may not":                {Guild: "7", May: discordgo.PermissionManageMessages, Arg: "0", Chosen: []string{"1"}},
			"nowhere":                    {May: -1, Arg: "0", Chosen: []string{"1"}},
			"where the bot is not":       {Guild: "7", Abroad: true, May: -1, Arg: "0", Chosen: []string{"1"}},
			"a button tampered with":     {Guild: "7", May: -1, Arg: "0|x", Chosen: []string{"1"}},
			"a page that never was":      {Guild: "7", May: -1, Arg: "-3", Chosen: []string{"1"}},
			"a choice that never was":    {Guild: "7", May: -1, Arg: "0", Chosen: []string{"1 OR 1=1"}},
			"a choice of what is gone":   {Guild: "7", May: -1, Arg: "0", Chosen: []string{"99"}},
			"no choice":                  {Guild: "7", May: -1, Arg: "0"},
			"more choices than there is": {Guild: "7", May: -1, Arg: "0", Chosen: []string{"1", "2"}},
		} {
			got := shown(b.presses(t, gapsClear, e))
			if own := e.Guild == "7" && e.May == -1 && !e.Abroad; !own && strings.Contains(got, "race") {
				t.Errorf("%s sees %q", name, got)
			}
			if all() != 12 {
				t.Fatalf("%s has cleared some", name)
			}
		}
		manager.Arg, manager.Chosen = "2", []string{"1"}
		if got := shown(b.presses(t, gapsClear, manager)); all() != 11 || strings.Contains(got, "race 0?") {
			t.Errorf("its own manager clears one: %d are left, %q", all(), got)
		}
		manager.Arg = "1"
		if got := shown(b.presses(t, gapsTurn, manager)); !strings.Contains(got, "Page 2 of 3") {
			t.Errorf("turned: %q", got)
		}
	})
}

// Where nothing can be written any more, questions are answered as ever.
func TestGapsDiskFull(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		memory := inMemory(t)
		w.run(w.bot(gives(ask.Answer{Outcome: ask.Silent, Mode: ask.Extract}), func(o *Options) { o.Store = memory }))
		memory.Close()
		if m := w.asks("Who painted the ferry?"); !strings.Contains(m.Text(), "do not say") {
			t.Errorf("it says %q", m.Text())
		}
		synctest.Wait()
		if n := strings.Count(w.log.String(), "a question that was not answered is not kept"); n != 1 {
			t.Errorf("logged %d times", n)
		}
		if m := w.runs(w.general, "gaps"); !strings.HasPrefix(m.Text(), "Something went wrong on my side") {
			t.Errorf("/gaps says %q", m.Text())
		}
	})
}

// Of several questions asked at once those are kept that were refused.
func TestGapsOfParts(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		memory := inMemory(t)
		w.run(w.bot(answers(func(context.Context, ask.Question) ask.Answer {
			a := w.saying(ask.Extract, "January 12")
			a.Parts = []ask.Answer{{Outcome: ask.Silent, Mode: ask.Extract, Question: "Who painted it?"}, w.saying(ask.Extract, "January 12")}
			return a
		}), func(o *Options) { o.Store = memory }))
		w.asks("Who painted it and when is it?")
		if got := w.kept(memory); !slices.Equal(got, []string{"Who painted it?"}) {
			t.Errorf("kept: %q", got)
		}
	})
}

// That nothing was corrected, or that no two articles differ, is an answer and nothing that the articles lack.
func TestGapsOfAll(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		memory := inMemory(t)
		w.run(w.bot(w.answering(), func(o *Options) { o.Store = memory }))
		w.asks("What do the articles disagree about?")
		w.asks("What has been corrected?")
		w.asks("Any news on the lighthouse?")
		if got := w.kept(memory); !slices.Equal(got, []string{"Any news on the lighthouse?"}) {
			t.Errorf("kept: %q", got)
		}
	})
}
