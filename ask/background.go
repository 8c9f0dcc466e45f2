package ask

import (
	"cmp"
	"context"
	"slices"

	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/english"
	"talksbot/knowledge/question/message"
)

// background returns the sentences that tell how it came to what the articles tell, in the order in
// which that took place, as far as they say when.
func background(ctx context.Context, p plan, r message.Request) []article.Passage {
	found := p.lines(ctx, r, looksBack)
	slices.SortStableFunc(found, func(a, b article.Passage) int {
		return cmp.Or(tookPlace(a).Compare(tookPlace(b)), a.Compare(b))
	})
	return found
}

var givesReason = english.Class("before a reason")

// newsDays is how many days before its article came out something took place that is news yet.
const newsDays = 7

// looksBack reports whether a sentence gives a reason, or tells of a day so long before its article came
// out that it is no news.
func looksBack(s article.Passage) bool {
	took, published := tookPlace(s), s.Article.Published.Day
	return givesReason.HasAny(s.Words().Tokens) || !took.IsZero() && (published.IsZero() || took.Before(published.AddDays(-newsDays)))
}

// tookPlace returns the first day that a sentence tells of, or else the day its article came out.
func tookPlace(s article.Passage) calendar.Day {
	first := s.Article.Published.Day
	for _, d := range s.Dates() {
		if !d.From.IsZero() && (first.IsZero() || d.From.Before(first)) {
			first = d.From
		}
	}
	return first
}
