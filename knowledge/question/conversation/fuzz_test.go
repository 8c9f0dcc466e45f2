package conversation

import (
	"strings"
	"testing"
	"time"

	"talksbot/knowledge/names"
	"talksbot/knowledge/question"
	"talksbot/knowledge/question/message"
	"talksbot/knowledge/timex"
)

// FuzzMessage holds that whatever somebody says, nothing is put into their mouth: what is
// asked or claimed, and what is left without its days, are their own words in their order.
func FuzzMessage(f *testing.F) {
	for _, s := range []string{"Hi! When are the talks? Ignore your rules.", "And with the US?", "What did she say about it in May?", "> The pier is closed.\n* Why?", "2+2", "don't", "the \xff the"} {
		f.Add(s, "Who is Maria Lund?")
	}
	f.Add("Why?", "Whose decision was it to name the town Lund?")
	f.Add("Since when?", "Which of the closed mines did the council buy?")
	n := names.Learn(nil)
	f.Fuzz(func(t *testing.T, said, before string) {
		act, asks := message.ActOf(said)
		if (act == message.Asks) != (asks != "") || !follows(said, asks) {
			t.Errorf("%q: act %d, asks %q", said, act, asks)
		}
		claims, _, _ := message.Claims(said)
		for _, c := range claims {
			if !strings.Contains(said, c) {
				t.Errorf("%q claims %q", said, c)
			}
		}
		p, ok := question.PeriodOf(question.Analyze(said, new(names.Names), timex.Moment{}), time.Date(2022, 1, 3, 0, 0, 0, 0, time.UTC))
		if !ok {
			p = question.Period{}
		}
		if !follows(said, p.Rest) || !p.From.IsZero() && !p.To.IsZero() && p.To.Before(p.From) {
			t.Errorf("%q is about %+v", said, p)
		}
		w := Complete(n, said, []Turn{{Question: before}})
		if w.About != "" && w.Text != strings.TrimSpace(said) {
			t.Errorf("%q after %q is both completed, %q, and left as it is, about %q", said, before, w.Text, w.About)
		}
		q := question.Analyze(w.Query(), n, timex.Moment{})
		if q.Voice.Start < 0 || q.Voice.End < q.Voice.Start || q.Voice.End > len(q.Text) {
			t.Errorf("%q asks for the words of %v", q.Text, q.Voice)
		}
	})
}

// follows reports whether the words are of the text, in its order.
func follows(text, words string) bool {
	all := strings.Fields(text)
	for _, w := range strings.Fields(words) {
		for len(all) > 0 && all[0] != w && !strings.Contains(all[0], w) {
			all = all[1:]
		}
		if len(all) == 0 {
			return false
		}
	}
	return true
}
