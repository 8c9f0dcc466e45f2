package bot

import (
	"context"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"talksbot/ask"
	"talksbot/bot/discord"
	"talksbot/bot/markdown"
	"talksbot/internal/localdiscord"
	"talksbot/knowledge/article"
	"talksbot/page"
)

func TestAskAndSources(t *testing.T) { synthetic(t, testAskAndSources) }

func testAskAndSources(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	w.run(w.bot(gives(w.saying(ask.Extract, "January 12", "end of May"))))
	answer := w.asks("When does the *NATO-Russia* Council meet?")
	w.presses(answer, "Sources")
	golden(t, "ask", w.Transcript(w.general))
	if bob := w.Person("bob").Transcript(w.general); strings.Contains(bob, "only ada") {
		t.Errorf("bob sees what only ada should:\n%s", bob)
	}
}

func TestPrivateAnswer(t *testing.T) { synthetic(t, testPrivateAnswer) }

func testPrivateAnswer(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	w.run(w.bot(gives(w.saying(ask.Extract, "January 12"))))
	if answer := w.asks("When?", localdiscord.Option{Name: "private", Value: true}); !answer.IsEphemeral() {
		t.Error("everybody sees a private answer")
	}
	if answer := w.asks("When?", localdiscord.Option{Name: "private", Value: false}); answer.IsEphemeral() {
		t.Error("only ada sees an answer that is not private")
	}
}

func TestMessages(t *testing.T) { synthetic(t, testMessages) }

func testMessages(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	var asked atomic.Pointer[ask.Question]
	w.run(w.bot(answers(func(_ context.Context, q ask.Question) ask.Answer {
		asked.Store(&q)
		return w.saying(ask.Extract, "January 12")
	})))
	thread := w.Thread(w.general, "talks")
	w.Person("bob")
	for name, say := range map[string]struct {
		in   localdiscord.Channel
		text string
		want string
	}{
		"mention":              {w.general, "@talksbot when is it?", "when is it?"},
		"mention at the end":   {w.general, "when  is it, @talksbot", "when is it,"},
		"mention in a thread":  {thread, "@talksbot when is it?", "when is it?"},
		"direct message":       {w.ada.DM(), "when is it?", "when is it?"},
		"mention with another": {w.general, "@talksbot when does @bob meet?", "when does bob meet?"},
	} {
		said := w.ada.Say(say.in, say.text)
		answer := w.hears(said)
		if got := asked.Load().Text; got != say.want {
			t.Errorf("%s: asked %q, want %q", name, got, say.want)
		}
		if answer.Reference == nil || answer.Reference.MessageID != said.ID {
			t.Errorf("%s: the answer replies to %+v", name, answer.Reference)
		}
		if len(answer.Mentions) > 0 || answer.MentionEveryone {
			t.Errorf("%s: the answer pings %v", name, answer.Mentions)
		}
	}
}

// What is not for the bot stays unanswered: silence is shown by the next answer coming first.
func TestIgnored(t *testing.T) { synthetic(t, testIgnored) }

func testIgnored(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	var asked atomic.Int32
	b := w.bot(answers(func(_ context.Context, q ask.Question) ask.Answer {
		asked.Add(1)
		return w.saying(ask.Extract, "January 12")
	}))
	w.run(b)
	first := w.hears(w.ada.Say(w.general, "@talksbot when?"))
	w.ada.Say(w.general, "when?")
	w.ada.ReplyQuietly(first, "I did not know")
	w.ada.Reply(w.ada.Say(w.general, "a question"), "an answer")
	w.Dispatch("MESSAGE_CREATE", []byte(`{}`))
	w.Dispatch("MESSAGE_CREATE", []byte(`null`))
	w.Dispatch("MESSAGE_CREATE", []byte(`{"id":"1","channel_id":"2","content":"hi","author":null,"type":0}`))
	w.Dispatch("MESSAGE_CREATE", []byte(`[]`))
	w.Dispatch("INTERACTION_CREATE", []byte(`{}`))
	w.Dispatch("INTERACTION_CREATE", []byte(`{"id":"1","type":2,"data":null}`))
	w.Dispatch("INTERACTION_CREATE", []byte(`{"id":"1","type":99,"token":"t","application_id":"1","user":{"id":"1"},"data":{"name":"ask"}}`))
	w.Dispatch("SOMETHING_NEW", []byte(`{"a":1}`))
	bot := fmt.Sprintf(`{"id":"1","channel_id":%q,"guild_id":%q,"content":"when?","type":0,"author":{"id":"77","username":"other","bot":true},"mentions":[{"id":%q}]}`,
		w.general.ID, w.Guild().ID, w.Bot().ID)
	w.Dispatch("MESSAGE_CREATE", []byte(bot))
	w.hears(w.ada.Say(w.general, "@talksbot and now?"))
	if n := asked.Load(); n != 2 {
		t.Errorf("%d questions were answered, want 2", n)
	}
}

// A message with a component no library knows is still a message.
func TestUndecodable(t *testing.T) { synthetic(t, testUndecodable) }

func testUndecodable(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	w.run(w.bot(gives(w.saying(ask.Extract, "January 12"))))
	w.ada.SayUndecodable(w.general, "@talksbot when?")
	pressed := w.ada.PressUndecodable(w.general)
	if m, err := pressed.Wait(w.soon()); err != nil || !strings.Contains(m.Text(), "no longer know this") {
		t.Errorf("pressing what is unknown gave %v, %v", m, err)
	}
	w.hears(w.ada.Say(w.general, "@talksbot when?"))
}

// A mention and nothing else is told what the bot is for.
func TestEmptyMention(t *testing.T) { synthetic(t, testEmptyMention) }

func testEmptyMention(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	w.run(w.bot(answers(func(_ context.Context, q ask.Question) ask.Answer {
		return ask.Answer{Outcome: ask.Purpose, Held: 1, Title: "You asked: " + q.Text}
	})))
	if got := w.hears(w.ada.Say(w.general, "@talksbot")).Text(); !strings.Contains(got, "“You asked: ”") {
		t.Errorf("got %q", got)
	}
}

func TestSourcesAfterRestart(t *testing.T) { synthetic(t, testSourcesAfterRestart) }

func testSourcesAfterRestart(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	stop := w.run(w.bot(gives(w.saying(ask.Extract, "January 12", "end of May"))))
	answer := w.asks("When?")
	before := w.presses(answer, "Sources").Text()
	stop()
	stop = w.run(w.bot(gives(ask.Answer{})))
	if after := w.presses(answer, "Sources").Text(); after != before {
		t.Errorf("after a restart:\n%s\nbefore:\n%s", after, before)
	}
	stop()
	w.library = changed(t, w.library)
	w.run(w.bot(gives(ask.Answer{})))
	after := w.presses(answer, "Sources").Text()
	for _, want := range []string{"[1] ⚠️ I no longer hold this article", "[2] ⚠️ I no longer hold this article"} {
		if !strings.Contains(after, want) {
			t.Errorf("%q is not in:\n%s", want, after)
		}
	}
}

func TestRateLimit(t *testing.T) { synthetic(t, testRateLimit) }

func testRateLimit(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	w.run(w.bot(gives(w.saying(ask.Extract, "January 12")), func(o *Options) {
		o.Rate = 2
		o.Now = func() time.Time { return time.Unix(1_700_000_000, 5) }
	}))
	w.asks("one?")
	w.hears(w.ada.Say(w.general, "@talksbot two?"))
	said := w.ada.Say(w.general, "@talksbot three?")
	const want = "You have asked as much as one person may: 2 questions a minute. Please ask again <t:1700000031:R>."
	if got := w.hears(said).Text(); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	fourth := w.ada.Say(w.general, "@talksbot four?") // told once, not again
	w.must(w.Await(w.soon(), "a nod", func() bool { return w.Message(fourth.ID).Reacted != "" }))
	again := w.asks("five?")
	if again.Text() != want || !again.IsEphemeral() {
		t.Errorf("got %q, only for ada: %v", again.Text(), again.IsEphemeral())
	}
	n := 0
	for _, m := range w.ada.Sees(w.general) {
		if m.Text() == want && !m.IsEphemeral() {
			n++
		}
	}
	if n != 1 {
		t.Errorf("the channel was told %d times", n)
	}
	for _, text := range []string{"six?", "seven?"} { // in private every time
		if got := w.hears(w.ada.Say(w.ada.DM(), text)).Text(); got != want {
			t.Errorf("in private: %q", got)
		}
	}
	bob := w.Person("bob")
	if m, err := bob.WaitReply(w.soon(), bob.Say(w.general, "@talksbot mine?")); err != nil || m.Text() == want {
		t.Errorf("bob's first question: %v, %v", m, err)
	}
}

// A server has a limit of its own, which neither the refused questions of one person nor direct
// messages use up.
func TestServerRateLimit(t *testing.T) { synthetic(t, testServerRateLimit) }

func testServerRateLimit(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	var now atomic.Int64
	now.Store(1_700_000_000)
	w.run(w.bot(gives(w.saying(ask.Extract, "January 12")), func(o *Options) {
		o.Rate, o.ServerRate = 2, 3
		o.Now = func() time.Time { return time.Unix(now.Load(), 0) }
	}))
	const want = "This server has asked as much as one server may: 3 questions a minute. Please ask again <t:1700000020:R>."
	asks := func(p *localdiscord.Person) *localdiscord.Message {
		t.Helper()
		asked, err := p.Run(w.general, "ask", localdiscord.Option{Name: "question", Value: "When?"})
		w.must(err)
		m, err := asked.Wait(w.soon())
		w.must(err)
		return m
	}
	bob, eve := w.Person("bob"), w.Person("eve")
	for range 2 {
		asks(w.ada)
	}
	for range 5 {
		if m := asks(w.ada); !strings.HasPrefix(m.Text(), "You have asked") {
			t.Errorf("ada, over her own limit, got %q", m.Text())
		}
	}
	if m := asks(bob); m.IsEphemeral() {
		t.Errorf("what ada was refused counts for the server: %q", m.Text())
	}
	if m := asks(bob); m.Text() != want || !m.IsEphemeral() {
		t.Errorf("the fourth got  %q, only for bob: %v\nwant %q", m.Text(), m.IsEphemeral(), want)
	}
	for _, p := range []*localdiscord.Person{bob, eve} {
		if m, err := p.WaitReply(w.soon(), p.Say(p.DM(), "When?")); err != nil || strings.Contains(m.Text(), "a minute") {
			t.Errorf("in private: %v, %v", m, err)
		}
	}
	now.Add(60)
	if m := asks(eve); m.IsEphemeral() {
		t.Errorf("a minute later: %q", m.Text())
	}
}

func TestPanic(t *testing.T) { synthetic(t, testPanic) }

func testPanic(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	w.run(w.bot(answers(func(_ context.Context, q ask.Question) ask.Answer {
		if strings.Contains(q.Text, "crash") {
			panic("a secret detail")
		}
		return w.saying(ask.Extract, "January 12")
	}), func(o *Options) { o.Workers = 1 }))
	for range 3 { // its slot is given back each time
		if got := w.asks("crash"); !isTrouble(w, got) || !got.IsEphemeral() {
			t.Errorf("got %q, for ada alone: %v", got.Text(), got.IsEphemeral())
		}
		if got := w.hears(w.ada.Say(w.general, "@talksbot crash")); !isTrouble(w, got) {
			t.Errorf("got %q", got.Text())
		}
	}
	w.asks("still there?")
	if log := w.log.String(); !strings.Contains(log, "a secret detail") || !strings.Contains(log, "bot_test.go") {
		t.Errorf("the log lacks the panic or its stack:\n%s", log)
	}
}

// isTrouble reports whether a message says that something went wrong, by a name that stands in the log.
func isTrouble(w *world, m *localdiscord.Message) bool {
	before, after, _ := strings.Cut(says("trouble"), "<no value>")
	id, found := strings.CutPrefix(strings.TrimSuffix(m.Text(), after), before)
	id = strings.Trim(id, "`")
	return found && id != "" && strings.Contains(w.log.String(), `"error id"=`+id)
}

func TestLongAnswers(t *testing.T) { synthetic(t, testLongAnswers) }

func testLongAnswers(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	var next atomic.Pointer[ask.Answer]
	w.run(w.bot(answers(func(context.Context, ask.Question) ask.Answer { return *next.Load() })))
	for _, mode := range []ask.Mode{ask.Extract, ask.WordedModel} {
		long := ask.Answer{Outcome: ask.Answered, Mode: mode}
		var cites []article.Passage
		for _, a := range w.library.Articles() {
			for i := range a.Sentences {
				p := article.Passage{Article: a, Index: i}
				cites = append(cites, p)
				long.Claims = append(long.Claims, ask.Claim{Text: p.Text(), Cites: []article.Passage{p}})
			}
		}
		next.Store(&long)
		answer := w.asks("Tell me all")
		if n := markdown.Length(answer.Text()); n < discord.MaxContent*2/3 {
			t.Errorf("%s: only %d characters are used", mode, n)
		}
		if !strings.Contains(answer.Text(), "more sentences are under Sources") {
			t.Errorf("%s: nothing says that it was shortened", mode)
		}
		w.presses(answer, "Sources")

		huge := strings.Repeat("An *endless* sentence that never comes to an end, ", 200)
		next.Store(&ask.Answer{Outcome: ask.Answered, Mode: mode, Fallback: ask.Slow,
			Claims: []ask.Claim{{Text: huge, Cites: cites, Marks: []ask.Mark{{Start: 3, End: 12, Bold: true}, {Start: 9000, End: 9005, Bold: true}}}}})
		w.presses(w.asks(strings.Repeat("why ", 240)), "Sources")
	}
	next.Store(&ask.Answer{Outcome: ask.Silent, Closest: []article.Passage{w.passage("January 12"), w.passage("end of May")}})
	w.presses(w.asks("nothing?"), "Sources")
	for _, empty := range []ask.Answer{{}, {Outcome: ask.Answered}} {
		next.Store(&empty)
		if got := w.asks("an empty answer?").Text(); !strings.Contains(got, says("sorry")) {
			t.Errorf("an empty answer reads %q", got)
		}
	}
}

// says returns a sentence of the catalogue.
func says(name string) string { return page.Printer{}.Text(name) }
