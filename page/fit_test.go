package page

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"talksbot/ask"
	"talksbot/ask/verify"
	"talksbot/knowledge/article"
)

func size(p Page) int { return utf8.RuneCountInString(plain(p)) }

// wordy is an article of long sentences.
func wordy(sentences, words int) *article.Article {
	var b strings.Builder
	for i := range sentences {
		fmt.Fprintf(&b, "Sentence %d goes on%s and ends. ", i, strings.Repeat(" and on", words))
	}
	return article.New(article.Article{ID: "wordy", Title: "A long title that says much", Outlet: "Post", Text: b.String()})
}

func answerOf(a *article.Article, mode ask.Mode) ask.Answer {
	answer := ask.Answer{Outcome: ask.Answered, Mode: mode}
	for i := range a.Sentences {
		p := article.Passage{Article: a, Index: i}
		answer.Claims = append(answer.Claims, ask.Claim{Text: p.Text(), Cites: []article.Passage{p}})
	}
	return answer
}

// TestLadder holds in which order a page gets shorter.
func TestLadder(t *testing.T) {
	a := wordy(3, 20)
	worded := Answer(answerOf(a, ask.WordedModel), Printer{})
	if p := worded.Fit(size, 1e4); p.List != Quoted || len(p.Parts) != 3 || p.Left != 0 {
		t.Errorf("a page with room enough got shorter:\n%s", plain(p))
	}
	if p := worded.Fit(size, size(worded)-1); p.List != Listed || len(p.Parts) != 3 {
		t.Errorf("the sentences below an answer do not go first:\n%s", plain(p))
	}
	p := worded.Fit(size, 500)
	if len(p.Parts) != 2 || p.Left != 1 || !strings.Contains(plain(p), "1 more sentence is under Sources") || len(p.Cited) != 3 {
		t.Errorf("the last claim is not left out:\n%s", plain(p))
	}
	if p := worded.Fit(size, 150); len(p.Parts) != 1 || !strings.Contains(plain(p), "…") {
		t.Errorf("the first claim is not shortened:\n%s", plain(p))
	}
	sources := Sources([]Cited{{Place: Place{wordy(3, 60), 1, 1}}}, Printer{})
	if p := sources.Fit(size, 1200); strings.Count(plain(p), "goes on") != 3 || !strings.Contains(plain(p), "and ends.>") {
		t.Errorf("what stands around a sentence is not shortened first:\n%s", plain(p))
	}
	if p := sources.Fit(size, 600); strings.Count(plain(p), "goes on") != 1 {
		t.Errorf("what stands around a sentence does not go before it is shortened:\n%s", plain(p))
	}
}

// Whatever there is to say, it fits, and nothing of the page it was made from changes.
func TestFits(t *testing.T) {
	words := rapid.StringMatching(`([A-Za-z*_]{1,12} ){0,60}[a-z]{1,9}\.`)
	rapid.Check(t, func(t *rapid.T) {
		a := article.New(article.Article{ID: "a", Title: words.Draw(t, "title"), Outlet: words.Draw(t, "outlet"), Text: "The council met on Monday. " + words.Draw(t, "text")})
		var p Page
		switch rapid.IntRange(0, 3).Draw(t, "kind") {
		case 0:
			p = Answer(answerOf(a, rapid.SampledFrom([]ask.Mode{ask.Extract, ask.WordedModel}).Draw(t, "mode")), Printer{})
		case 1:
			p = Answer(ask.Answer{Outcome: ask.Silent, Closest: []article.Passage{{Article: a}}}, Printer{})
		case 2:
			var e ask.Examination
			for range rapid.IntRange(1, 9).Draw(t, "claims") {
				e.Claims = append(e.Claims, ask.Checked{Claim: words.Draw(t, "claim"), Finding: verify.Finding{Ruling: verify.Contradicted,
					Verdict: verify.Verdict{Cites: []article.Passage{{Article: a}}, Reasons: []verify.Reason{{Rule: verify.Date, Case: "differs", Words: []string{words.Draw(t, "why"), "x"}}}}}})
			}
			p = Check(e, Printer{})
		case 3:
			p = Sources([]Cited{{Place: Place{a, 0, 0}}, {}}, Printer{})
		}
		before := plain(p)
		most := rapid.IntRange(300, 2000).Draw(t, "most")
		if got := p.Fit(size, most); size(got) > most {
			t.Errorf("%d characters, more than %d:\n%s", size(got), most, plain(got))
		}
		if diff := cmp.Diff(before, plain(p)); diff != "" {
			t.Errorf("the page itself changed:\n%s", diff)
		}
	})
}

func TestShorten(t *testing.T) {
	for _, c := range []struct {
		text string
		n    int
		want string
	}{
		{"short", 5, "short"},
		{"One sentence. Another one that is long.", 30, "One sentence. Another one…"},
		{"One whole sentence here. Another.", 28, "One whole sentence here."},
		{"He met Gen. Smith in the early morning", 20, "He met Gen. Smith…"},
		{"Unbreakablewordwithoutend", 10, "Unbreakab…"},
		{"Длинное слово здесь", 14, "Длинное слово…"},
	} {
		if got := Shorten(c.text, c.n); got != c.want {
			t.Errorf("Shorten(%q, %d) = %q, want %q", c.text, c.n, got, c.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		text, n := rapid.String().Draw(t, "text"), rapid.IntRange(1, 60).Draw(t, "n")
		got := Shorten(text, n)
		if utf8.RuneCountInString(got) > n {
			t.Errorf("Shorten(%q, %d) has %d characters", text, n, utf8.RuneCountInString(got))
		}
		if !strings.HasPrefix(text, strings.TrimSuffix(got, "…")) || utf8.ValidString(text) && !utf8.ValidString(got) {
			t.Errorf("Shorten(%q, %d) = %q is no beginning of it", text, n, got)
		}
	})
}

// A text of several pieces is shortened as one.
func TestShortened(t *testing.T) {
	l := line(Quotation, soft("The council "), marked(Bold, soft("meets on Monday")), soft(" in the old town hall."), " ", own("(according to reports)"), Span{Mark: Citation, Number: 1})
	for n, want := range map[int]string{
		100: "<The council >**<meets on Monday>**< in the old town hall.> (according to reports)[1]",
		40:  "<The council >**<meets on Monday>**< in the old…> (according to reports)[1]",
		20:  "<The council >**<meets…>** (according to reports)[1]",
		9:   "<The coun…> (according to reports)[1]",
	} {
		if got := shown(shortened(l, n, isSoft).Spans); got != want {
			t.Errorf("in %d characters\n got %s\nwant %s", n, got, want)
		}
	}
}
