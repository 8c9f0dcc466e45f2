package bot

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"talksbot/ask"
	"talksbot/bot/discord"
	"talksbot/bot/store"
	"talksbot/internal/localdiscord"
	"talksbot/knowledge"
)

// What is wrong with an answer is asked in private and kept with its question, for those who manage the server.
func TestWrong(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		memory := inMemory(t)
		b := w.bot(gives(w.saying(ask.Extract, "January 12")), func(o *Options) { o.Store = memory })
		w.run(b)
		menu := w.presses(w.asks("When does it meet?"), "Was this wrong?")
		thanked := w.picks(menu, reasonName, "It is out of date")
		if !menu.IsEphemeral() || thanked.ID != menu.ID || !strings.Contains(thanked.Text(), "Thank you") {
			t.Errorf("asked %q, then said %q", menu.Text(), thanked.Text())
		}
		kept, err := memory.Gaps(t.Context(), w.Guild().ID, b.now())
		w.must(err)
		want := []store.Gap{{ID: 1, Guild: w.Guild().ID, Day: "2022-01-10", Question: "When does it meet?", Why: store.Wrong, Reason: "outdated"}}
		if diff := cmp.Diff(want, kept); diff != "" {
			t.Errorf("kept (-want +got):\n%s", diff)
		}
		if _, err := w.ada.Press(w.asks("Where?", opt("private", true)), "Was this wrong?"); err == nil {
			t.Error("it is offered under a private answer, of which nothing is kept")
		}
		late := w.asks("When does it meet?")
		w.runs(w.general, "settings gaps", opt("keep", false))
		if told := w.picks(w.presses(late, "Was this wrong?"), reasonName, "It is out of date"); !strings.Contains(told.Text(), "I keep no questions on this server") {
			t.Errorf("where nothing is kept it says %q", told.Text())
		}
		w.general = w.ada.DM()
		if _, err := w.ada.Press(w.asks("When?"), "Was this wrong?"); err == nil {
			t.Error("it is offered in direct messages, of which nothing is kept")
		}
	})
}

// A menu that is not as we made it keeps nothing.
func TestTamperedReason(t *testing.T) {
	w := &world{t: t, library: held(t)}
	memory := inMemory(t)
	b, err := New(Options{Token: "t", Store: memory, Answer: gives(ask.Answer{}), Libraries: Everywhere(knowledge.NewCurrent(w.library))})
	if err != nil {
		t.Fatal(err)
	}
	b.conversations.remember(t.Context(), "1", &store.Said{Question: "When?"})
	on := func(id string) *discord.Message { return &discord.Message{ID: "9", Asked: &discord.Asked{On: id}} }
	for name, e := range map[string]discord.Event{
		"another answer": {Guild: "7", Arg: "1", Message: on("2"), Chosen: []string{"outdated"}},
		"another reason": {Guild: "7", Arg: "1", Message: on("1"), Chosen: []string{"@everyone"}},
		"no reason":      {Guild: "7", Arg: "1", Message: on("1")},
		"no server":      {Arg: "1", Message: on("1"), Chosen: []string{"outdated"}},
		"on nothing":     {Guild: "7", Arg: "1", Chosen: []string{"outdated"}},
		"forgotten":      {Guild: "7", Arg: "3", Message: on("3"), Chosen: []string{"outdated"}},
	} {
		if r := b.presses(t, reasonName, e); !r.Private || r.Err != nil {
			t.Errorf("%s: %+v", name, r)
		}
		if kept, err := memory.Gaps(t.Context(), "", b.now()); err != nil || len(kept) > 0 {
			t.Errorf("%s: kept %v, %v", name, kept, err)
		}
	}
}
