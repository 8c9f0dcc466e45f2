package bot

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"talksbot/ask"
	"talksbot/bot/discord"
	"talksbot/bot/markdown"
	"talksbot/bot/store"
	"talksbot/internal/localdiscord"
	"talksbot/knowledge"
	"talksbot/knowledge/article"
)

// A receipt shows how an answer was made and checked; testdata/receipt.txt is what it reads
// like. It works in a later run of the program, and says when the article has changed.
func TestReceipt(t *testing.T) { synthetic(t, testReceipt) }

func testReceipt(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	extract := w.saying(ask.Extract, "January 12", "end of May")
	worded := ask.Answer{Outcome: ask.Answered, Mode: ask.WordedModel, Claims: []ask.Claim{
		{Text: "The US and Russia will hold talks on January 10.", Marks: []ask.Mark{{Start: 37, End: 47, Bold: true, Note: "10 January 2022"}},
			Cites: []article.Passage{w.passage("January 10")}},
		{Text: "Its captain, Anna Voss, said the *old* engine had run for 41 years.", Cites: []article.Passage{w.passage("41 years"), w.passage("January 10")}},
	}}
	kept, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "talks.db"))
	w.must(err)
	t.Cleanup(func() { kept.Close() })
	named := func(model string) func(*Options) { return func(o *Options) { o.Model, o.Store = model, kept } }

	stop := w.run(w.bot(gives(extract), named("")))
	first := w.asks("When?")
	before := w.receipt(first).Text()
	stop()
	stop = w.run(w.bot(gives(worded), named("gpt-oss_20b")))
	second := w.asks("When?")
	w.receipt(second)
	if after := w.receipt(first).Text(); after != before {
		t.Errorf("after a restart:\n%s\nbefore:\n%s", after, before)
	}
	stop()
	w.library = changed(t, w.library)
	w.run(w.bot(gives(ask.Answer{}), named("another")))
	for _, m := range []*localdiscord.Message{first, second} {
		after := w.receipt(m).Text()
		for _, want := range []string{"[1] ⚠️ I no longer hold this article", "[2] ⚠️ I no longer hold this article"} {
			if !strings.Contains(after, want) {
				t.Errorf("%q is not in:\n%s", want, after)
			}
		}
		if strings.Contains(after, "✅") {
			t.Errorf("a tick for what is not there any more:\n%s", after)
		}
	}
	golden(t, "receipt", regexp.MustCompile(`<t:\d+:f>`).ReplaceAllString(w.Transcript(w.general), "<t:…:f>"))
}

// receipt goes to the second depth of an answer's sources.
func (w *world) receipt(m *localdiscord.Message) *localdiscord.Message {
	w.t.Helper()
	sources := w.presses(m, "Sources")
	deeper := w.presses(sources, "How it was checked")
	if deeper.ID != sources.ID || !deeper.IsEphemeral() {
		w.t.Error("the receipt is not in the place of the sources")
	}
	return deeper
}

// From the receipt there is a way back to the sources.
func TestDepths(t *testing.T) {
	synthetic(t, func(t *testing.T) {
		w := newWorld(t, localdiscord.Options{})
		w.run(w.bot(gives(w.saying(ask.Extract, "January 12"))))
		answer := w.asks("When?")
		sources := w.presses(answer, "Sources").Text()
		if back := w.presses(w.receipt(answer), "◀ Sources"); back.Text() != sources {
			t.Errorf("back at\n%s\nwant\n%s", back.Text(), sources)
		}
		if now := w.Message(answer.ID); now.Text() != answer.Text() {
			t.Errorf("the answer became\n%s", now.Text())
		}
	})
}

// There is nothing to give a receipt for where the articles are silent.
func TestNoReceipt(t *testing.T) { synthetic(t, testNoReceipt) }

func testNoReceipt(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	w.run(w.bot(gives(ask.Answer{Outcome: ask.Silent, Closest: []article.Passage{w.passage("January 12")}})))
	if _, err := w.ada.Press(w.presses(w.asks("Why?"), "Sources"), "How it was checked"); err == nil {
		t.Error("silence has a receipt")
	}
}

func TestReceiptFits(t *testing.T) { synthetic(t, testReceiptFits) }

func testReceiptFits(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	b := w.bot(gives(ask.Answer{}), func(o *Options) { o.Model = "m" })
	for _, mode := range []ask.Mode{ask.Extract, ask.WordedModel} {
		a := ask.Answer{Outcome: ask.Answered, Mode: mode}
		for _, held := range w.library.Articles() {
			for i := range held.Sentences {
				p := article.Passage{Article: held, Index: i}
				a.Claims = append(a.Claims, ask.Claim{Text: p.Text(), Cites: []article.Passage{p}})
			}
		}
		const id = "1234567890123456789"
		answered := b.archives.answer(ask.Question{Text: "What?"}, a, true)
		b.conversations.remember(t.Context(), id, spoken(ask.Question{Text: "What?"}, a, answered.Page, ""))
		button := answered.Page.Buttons[0]
		if n := markdown.Length(button.Does + ":" + button.Arg); n > discord.MaxCustomID {
			t.Errorf("a button carries %d characters", n)
		}
		text := shown(b.presses(t, oldSlip, discord.Event{Arg: button.Arg, Message: &discord.Message{ID: id}}))
		if n := markdown.Length(text); n > discord.MaxContent || !strings.Contains(text, "✅") || strings.Contains(text, "❌") {
			t.Errorf("%s: %d characters:\n%s", mode, n, text)
		}
	}
}

// A receipt whose claims are remembered no more shows what they rest on, and says so.
func TestReceiptForgotten(t *testing.T) {
	w := &world{t: t, library: held(t)}
	b, err := New(Options{Token: "t", Store: inMemory(t), Answer: gives(ask.Answer{}), Libraries: Everywhere(knowledge.NewCurrent(w.library)), Model: "m"})
	if err != nil {
		t.Fatal(err)
	}
	a := w.saying(ask.WordedModel, "January 12")
	button := b.archives.answer(ask.Question{Text: "When?"}, a, true).Page.Buttons[0]
	got := shown(b.presses(t, oldSlip, discord.Event{Arg: button.Arg, Message: &discord.Message{ID: "1234567890123456789"}}))
	if !strings.Contains(got, "I no longer remember the words") || !strings.Contains(got, "January 12") {
		t.Errorf("got\n%s", got)
	}
}

func FuzzReceipt(f *testing.F) {
	f.Add("eAQ", "text", 1)
	f.Add("mAAAAAAAA", "text", 2)
	f.Add("m_____wAB", "text", 99)
	f.Add("e"+article.EncodeRefs([]article.Ref{{}}), "", -1)
	nothing, err := knowledge.New(nil)
	if err != nil {
		f.Fatal(err)
	}
	b := receipts{archives: archives{libraries: Everywhere(knowledge.NewCurrent(nothing)), now: time.Now}, conversations: &conversations{memory: inMemory(f), now: time.Now}}
	f.Fuzz(func(t *testing.T, arg, text string, cite int) {
		b.conversations.remember(t.Context(), arg, &store.Said{Claims: []store.Claim{{Text: text, Cites: []int{cite}}}})
		text = shown(b.receipt(t.Context(), discord.Event{Arg: arg, Message: &discord.Message{ID: arg}}))
		if n := markdown.Length(text); n == 0 || n > discord.MaxContent || strings.Contains(text, "✅") {
			t.Errorf("%d characters: %s", n, text)
		}
	})
}
