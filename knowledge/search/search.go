package search

import (
	"context"
	"slices"

	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/names"
	"talksbot/knowledge/question"
	"talksbot/knowledge/timex"
)

// A Query says what to look for and where. The zero Query finds nothing.
type Query struct {
	Question question.Question
	Article  *article.Article            // restrict to this article; nil is all
	From, To calendar.Day                // restrict to sentences that state a day in this range; zero is open
	Among    func(*article.Article) bool // restrict to these articles; nil is all
	Limit    int                         // at most so many passages; 0 means 10
	Encoder  Encoder                     // reads the best passages closely; nil: words alone tell
}

// Answers is the Passage.Score from which a passage is taken to answer the question. Below
// it the articles are held not to say.
const Answers = 0.5

const defaultLimit = 10 // what is read at once

// Search returns the sentences that answer the query best, best first, with names as n knows
// them. Each Score is the estimated probability that the sentence answers, to be compared
// with Answers. A sentence is never found by stop words alone; a query of nothing else finds
// nothing. When ctx is done the encoder reads no further, and words alone tell.
func (x *Index) Search(ctx context.Context, n *names.Names, q Query) []article.Passage {
	from, to := x.span(q.Article)
	r := newRanker(x.named(n), q.Question)
	if len(r.units) == 0 {
		return nil
	}
	passages := r.rank(q.find(ctx, r, from, to))
	limit := q.Limit
	if limit <= 0 {
		limit = defaultLimit
	}
	return passages[:min(limit, len(passages))]
}

// find returns the sentences of [from, to) that may answer, the best first.
func (q Query) find(ctx context.Context, r *ranker, from, to uint32) []ranked {
	admit := q.admits(r.corpus)
	found := r.candidates(from, to, admit)
	read := r.readWith(ctx, q.Encoder)
	if read != nil {
		found = read.near(ctx, q.Article, found, admit)
	}
	list := r.compare(found, from, to)
	if read != nil && len(list) > 0 {
		list = read.closely(ctx, list)
	}
	return list
}

// admits returns the filter that the articles and days of the query are, nil where there is none.
func (q Query) admits(x *corpus) func(uint32) bool {
	dated := !q.From.IsZero() || !q.To.IsZero()
	if !dated && q.Among == nil {
		return nil
	}
	return func(s uint32) bool {
		p := x.passage(s)
		return (q.Among == nil || q.Among(p.Article)) && (!dated || q.states(p))
	}
}

// states reports whether a sentence states a day in the range of the query.
func (q Query) states(p article.Passage) bool {
	return slices.ContainsFunc(p.Dates(), func(d timex.Expression) bool {
		return !d.From.IsZero() && (q.From.IsZero() || !d.To.Before(q.From)) && (q.To.IsZero() || !d.From.After(q.To))
	})
}
