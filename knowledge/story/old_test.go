package story

import (
	"os"
	"strings"
	"testing"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
	"talksbot/knowledge/search"
	"talksbot/knowledge/timex"
)

// undoing is sentences that name a time to say that it is not so, or no longer, in each of the ways there are.
var undoing = []string{
	"The ferry sails on June 12, not on June 10 as planned.",
	"The ferry will not sail on June 10.",
	"The derby was moved from Saturday to Sunday.",
	"The hearing, originally set for May 3, is now on May 9.",
	"The museum opens on May 4, instead of May 2.",
	"The museum opens on May 4 rather than on May 2.",
	"It will be open daily except on Monday.",
	"An earlier version of this article said the vote was on Tuesday.",
	"We incorrectly reported that the bridge opens on Friday.",
	"The strike was called off before March 3.",
	"The club refused to play on March 3.",
	"The launch, as previously announced for March 3, failed.",
	"The launch is on March 3, as previously announced.",
	"The vote cannot take place before March 3.",
	"The vote was put off from March 3 to March 9.",
	"Neither the council nor the mayor meets on March 3.",
	"Nobody voted on March 3.",
	"The mill has not yet opened in Brenna, Pallo or, since March, in Torvik.",
}

// TestMayBeOld holds that nothing is passed over: whatever a sentence's grammar has as said before, or denied, has a
// word near it by which it may be.
func TestMayBeOld(t *testing.T) {
	pairs, err := os.ReadFile("testdata/pairs.txt")
	if err != nil {
		t.Fatal(err)
	}
	old := 0
	for _, text := range append(strings.Split(string(pairs), "\n"), undoing...) {
		_, text, _ = strings.Cut("| "+text, "| ")
		old += passedOver(t, text)
	}
	if old < 12 {
		t.Errorf("only %d values are old: the test tests nothing", old)
	}
}

func FuzzMayBeOld(f *testing.F) {
	for _, text := range undoing {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) < 2000 {
			passedOver(t, text)
		}
	})
}

// passedOver returns how many times of a text are old; one that has no word for it is an error.
func passedOver(t *testing.T, text string) (old int) {
	day, _ := timex.ParseMoment("2024-03-01")
	a := article.New(article.Article{ID: "a", Text: text, Published: day})
	all := []*article.Article{a}
	s := New(all, new(search.Index).With([]*search.Segment{search.Build(all...)}, nil), names.Learn(all))
	for i := range a.Sentences {
		p := article.Passage{Article: a, Index: i}
		for _, d := range p.Dates() {
			at := english.Span{Start: d.Start, End: d.End}
			if !s.Denies(p, at) {
				continue
			}
			old++
			if !mayBeOld(p.Words(), at) {
				t.Errorf("%q: %q is old, and passed over", p.Text(), at.Of(p.Text()))
			}
		}
	}
	return old
}
