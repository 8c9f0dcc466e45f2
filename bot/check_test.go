package bot

import (
	"strings"
	"testing"

	"talksbot/ask"
	"talksbot/ask/verify"
	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/bot/markdown"
	"talksbot/internal/localdiscord"
	"talksbot/knowledge/article"
	"talksbot/page"
)

// What people read when they have claims checked is testdata/check.txt.
func TestCheck(t *testing.T) { synthetic(t, testCheck) }

func testCheck(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	w.run(w.bot(gives(ask.Answer{})))
	for _, claim := range []string{
		"The ferry on the Aller stops for repairs on Monday.",
		"The US and Russia will hold talks on January 11.",
		"The old engine had run for 14 years.",
		"The engine of the *ferry* had run for 41 years",
		"Anna Voss sold the ferry to a museum.",
		"Hello!",
		"When does the ferry come back?",
		"",
	} {
		w.checks(claim)
	}
	w.presses(w.checks("NATO is preparing itself for a large-scale armed confrontation with Moscow.", localdiscord.Option{Name: "private", Value: true}), "Sources")
	for _, text := range []string{
		"Hi all, did you hear?\n- The NATO-Russia Council meets on January 13\n- **the ferry** will be back by the end of May. @everyone [free](https://evil.example)",
		"Moscow accuses Western countries of preparing for an invasion of Ukraine.",
		"lol",
	} {
		m := w.checksMessage(w.ada.Say(w.general, text))
		if !m.IsEphemeral() {
			t.Errorf("everybody sees what is said of %q", text)
		}
	}
	golden(t, "check", w.Transcript(w.general))
	if bob := w.Person("bob").Transcript(w.general); strings.Contains(bob, "only ada") {
		t.Errorf("bob sees what only ada should:\n%s", bob)
	}
}

func (w *world) checks(claim string, options ...localdiscord.Option) *localdiscord.Message {
	w.t.Helper()
	if claim == "" {
		claim = " "
	}
	used, err := w.ada.Run(w.general, "check", append([]localdiscord.Option{{Name: "claim", Value: claim}}, options...)...)
	w.must(err)
	m, err := used.Wait(w.soon())
	w.must(err)
	return m
}

func (w *world) checksMessage(said *localdiscord.Message) *localdiscord.Message {
	w.t.Helper()
	used, err := w.ada.RunOn(said, "Check this claim")
	w.must(err)
	m, err := used.Wait(w.soon())
	w.must(err)
	return m
}

// However much there is to show, it fits a message and says what it leaves out.
func TestCheckedFits(t *testing.T) {
	t.Parallel()
	l := held(t)
	p := article.Passage{Article: l.Articles()[0], Index: 3}
	long := strings.Repeat("An *endless* claim that never comes to its end, ", 60)
	var e ask.Examination
	for range ask.MaxClaims {
		e.Claims = append(e.Claims, ask.Checked{Claim: long, Finding: verify.Finding{Ruling: verify.Contradicted,
			Verdict: verify.Verdict{Cites: []article.Passage{p}, Reasons: []verify.Reason{{Rule: verify.Date, Case: "differs", Words: []string{long, long}}}}}})
	}
	for _, left := range []int{0, 3} {
		e.Left = left
		text := shown(command.Reply{Page: page.Check(e, page.Printer{})})
		if n := markdown.Length(text); n > discord.MaxContent || n < discord.MaxContent/2 {
			t.Errorf("%d characters", n)
		}
		if left > 0 && !strings.Contains(text, "more sentences were not checked") {
			t.Errorf("nothing says what is left out:\n%s", text)
		}
	}
}
