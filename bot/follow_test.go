package bot

import (
	"context"
	"strings"
	"testing"
	"testing/synctest"

	"talksbot/ask"
	"talksbot/bot/discord"
	"talksbot/internal/localdiscord"
	"talksbot/internal/localdiscord/wire"
	"talksbot/knowledge"
)

// heard answers every question alike and keeps what was asked.
type heard struct {
	answer ask.Answer
	asked  []ask.Question
}

func (h *heard) ask(_ context.Context, q ask.Question) ask.Answer {
	h.asked = append(h.asked, q)
	a := h.answer
	a.Question = q.Text
	return a
}

func (h *heard) last() ask.Question { return h.asked[len(h.asked)-1] }

// follows fills in the form for a question that follows.
func (w *world) follows(m *localdiscord.Message, text string) (*localdiscord.Message, error) {
	w.t.Helper()
	pressed, err := w.ada.Press(m, "Follow up")
	w.must(err)
	form, err := pressed.WaitModal(w.soon())
	w.must(err)
	submitted, err := w.ada.Submit(pressed, map[string]string{form.Components[0].Component.CustomID: text})
	if err != nil {
		return nil, err
	}
	return submitted.Wait(w.soon())
}

// What is filled in follows the answer under which the form was opened, and is shown above its answer, to whom
// that was shown.
func TestFollowUp(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		h := &heard{answer: w.saying(ask.Extract, "January 12")}
		w.run(w.bot(h.ask))
		for _, private := range []bool{false, true} {
			first := w.asks("When does the council meet?", localdiscord.Option{Name: "private", Value: private})
			synctest.Wait()
			second, err := w.follows(first, "And\nwhy?")
			w.must(err)
			if got := h.last(); got.Text != "And why?" || len(got.Earlier) != 1 || got.Earlier[0].Question != "When does the council meet?" {
				t.Errorf("asked %+v", got)
			}
			if !strings.HasPrefix(second.Text(), "-# And why?\n") || second.IsEphemeral() != private {
				t.Errorf("private %v: %v, %q", private, second.IsEphemeral(), second.Text())
			}
			synctest.Wait()
			if _, err := w.follows(second, "Where?"); err != nil || len(h.last().Earlier) != 2 {
				t.Errorf("the third question follows %d, %v", len(h.last().Earlier), err)
			}
		}
		if _, err := w.follows(w.asks("When?"), strings.Repeat("x", longestQuestion+1)); err == nil {
			t.Error("a form takes more than a question may have")
		}
	})
}

// A form that is not as we made it asks nothing.
func TestTamperedForm(t *testing.T) {
	w := &world{t: t, library: held(t)}
	h := &heard{answer: w.saying(ask.Extract, "January 12")}
	b, err := New(Options{Token: "t", Store: inMemory(t), Answer: h.ask, Libraries: Everywhere(knowledge.NewCurrent(w.library))})
	if err != nil {
		t.Fatal(err)
	}
	for name, e := range map[string]discord.Event{
		"nothing":            {Arg: "1", Message: &discord.Message{ID: "1"}},
		"white space":        {Arg: "1", Message: &discord.Message{ID: "1"}, Values: map[string]string{"question": " \n\t"}},
		"too long":           {Arg: "1", Message: &discord.Message{ID: "1"}, Values: map[string]string{"question": strings.Repeat("x", longestQuestion+1)}},
		"another field":      {Arg: "1", Message: &discord.Message{ID: "1"}, Values: map[string]string{"why": "when?"}},
		"another's answer":   {Arg: "2", Message: &discord.Message{ID: "1"}, Values: map[string]string{"question": "when?"}},
		"on nothing":         {Arg: "1", Values: map[string]string{"question": "when?"}},
		"without its answer": {Message: &discord.Message{ID: "1"}, Values: map[string]string{"question": "when?"}},
	} {
		e.Kind, e.Name = discord.Submitted, followName
		if r := b.table.Find(e).Run(t.Context(), e); !r.Private || shown(r) != says("button.ask") || len(h.asked) > 0 {
			t.Errorf("%s: %q, asked %d", name, shown(r), len(h.asked))
		}
	}
}

// A refusal offers the question that can be answered instead, as a button; to whom it was not made it is answered
// in private.
func TestOffered(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		h := &heard{answer: ask.Answer{Outcome: ask.Silent, Held: 2, Refusal: ask.Refusal{Offer: "When does the NATO-Russia Council meet?"}}}
		w.run(w.bot(h.ask))
		refusal := w.asks("Who convened it?")
		h.answer = w.saying(ask.Extract, "January 12")
		if m := w.presses(refusal, "Ask that"); m.IsEphemeral() || h.last().Text != "When does the NATO-Russia Council meet?" || !strings.Contains(m.Text(), h.last().Text) {
			t.Errorf("asked %q: %q", h.last().Text, m.Text())
		}
		pressed, err := w.Person("bob").Press(refusal, "Ask that")
		w.must(err)
		if m, err := pressed.Wait(w.soon()); err != nil || !m.IsEphemeral() {
			t.Errorf("to bob: %v, %+v", err, m)
		}
		h.answer = ask.Answer{Outcome: ask.Silent, Held: 2, Refusal: ask.Refusal{Offer: strings.Repeat("Why? ", 30)}}
		if _, err := w.ada.Press(w.asks("Who?"), "Ask that"); err == nil {
			t.Error("a button carries more than Discord allows")
		}
	})
}

// everybody are the messages of the bot that everybody sees in the channel.
func (w *world) everybody() (all []*localdiscord.Message) {
	synctest.Wait()
	for _, m := range w.Person("bob").Sees(w.general) {
		if m.Author.Bot {
			all = append(all, m)
		}
	}
	return all
}

// A private answer is shown to everyone once, however often that is pressed, with who asked; it can be followed up
// and pings nobody.
func TestShowEveryone(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		h := &heard{answer: w.saying(ask.Extract, "January 12")}
		w.run(w.bot(h.ask))
		private := localdiscord.Option{Name: "private", Value: true}
		if _, err := w.ada.Press(w.asks("When?"), "Show everyone"); err == nil {
			t.Error("what everyone sees can be shown to everyone")
		}
		before := len(w.everybody())
		mine := w.asks("When *exactly*?", private)
		var presses []*localdiscord.Interaction
		for range 3 {
			pressed, err := w.ada.Press(mine, "Show everyone")
			w.must(err)
			presses = append(presses, pressed)
		}
		for _, p := range presses {
			_, err := p.Wait(w.soon())
			w.must(err)
		}
		seen := w.everybody()
		if len(seen) != before+1 {
			t.Fatalf("everyone sees %d more", len(seen)-before)
		}
		shown := seen[before]
		if want := "-# Asked by " + w.ada.Mention() + "\n\n" + mine.Text(); shown.Text() != want || len(shown.Mentions) > 0 || !isLaidOut(shown) {
			t.Errorf("everyone sees\n%s\nwant\n%s", shown.Text(), want)
		}
		if _, err := w.ada.Press(mine, "Everyone sees it"); err == nil {
			t.Error("it can be shown once more")
		}
		if now := w.Message(mine.ID); now.Text() != mine.Text() || !now.IsEphemeral() {
			t.Errorf("the private answer became\n%s", now.Text())
		}
		if _, err := w.ada.Press(shown, "Show everyone"); err == nil {
			t.Error("what is shown to everyone has the button still")
		}
		w.receipt(shown)
		if _, err := w.follows(shown, "Why?"); err != nil || len(h.last().Earlier) != 1 {
			t.Errorf("what follows it: %v, %+v", err, h.last())
		}
	})
}

// Where the bot may not post, the person is told so, and the answer stays theirs.
func TestShowEveryoneBarred(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		w.run(w.bot(gives(w.saying(ask.Extract, "January 12"))))
		mine := w.asks("When?", localdiscord.Option{Name: "private", Value: true})
		w.Fail(wire.Fault{Method: "POST", Path: "/channels/*/messages", With: wire.Refused(403, 50013, "Missing Permissions")})
		if m := w.presses(mine, "Show everyone"); !m.IsEphemeral() || m.ID == mine.ID || !strings.Contains(m.Text(), "not allowed to post") {
			t.Errorf("told %q", m.Text())
		}
		if got := w.everybody(); len(got) > 0 {
			t.Errorf("everyone sees %q", got[0].Text())
		}
		w.general = w.Abroad("elsewhere")
		if _, err := w.ada.Press(w.asks("When?", localdiscord.Option{Name: "private", Value: true}), "Show everyone"); err == nil {
			t.Error("it is offered where the bot is no member")
		}
	})
}
