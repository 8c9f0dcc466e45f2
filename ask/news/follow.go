package news

import (
	"context"
	"slices"

	"talksbot/ask"
	"talksbot/ask/digest"
	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/question/message"
)

// Answers answers a question, as an [ask.Asker] does.
type Answers func(context.Context, ask.Question) ask.Answer

// Followed is what new articles have on what somebody follows.
type Followed struct {
	What   string
	Pieces []Piece // the best first
	Left   int     // further articles that fit
}

// mostFollowed is how many articles one post tells of.
const mostFollowed = 3

// Follow returns which of some new articles answer a question, or name what is followed where it is none. Each story is told
// once.
func Follow(ctx context.Context, l *knowledge.Library, what string, items []Item, answers Answers) Followed {
	f := Followed{What: what}
	var fitting []Item
	best := map[*article.Article]match{}
	for _, i := range items {
		m := matchOf(ctx, l, what, i.Article, answers)
		if m.weight > 0 {
			fitting, best[i.Article] = append(fitting, i), m
		}
	}
	f.Pieces = stories(fitting)
	slices.SortStableFunc(f.Pieces, func(a, b Piece) int {
		switch x, y := best[a.Article].weight, best[b.Article].weight; {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	for n := range f.Pieces {
		line := best[f.Pieces[n].Article].claim
		f.Pieces[n].Line = &line
	}
	if len(f.Pieces) > mostFollowed {
		for _, p := range f.Pieces[mostFollowed:] {
			f.Left += 1 + p.Copies
		}
		f.Pieces = f.Pieces[:mostFollowed]
	}
	return f
}

// A match is the sentence of an article that fits best, and how well the article does; zero where it does not.
type match struct {
	claim  ask.Claim
	weight float64
}

func matchOf(ctx context.Context, l *knowledge.Library, what string, a *article.Article, answers Answers) match {
	if IsAsked(what) {
		return answered(ctx, l, what, a, answers)
	}
	wanted := l.Names().Resolve(what)
	stems := l.Analyze(what).Words.ContentStems()
	var m match
	for i := range a.Sentences {
		p := article.Passage{Article: a, Index: i}
		if len(stems) > 0 && has(p, stems) || isNamed(l, p, wanted) {
			if m.weight++; m.weight == 1 {
				m.claim = digest.Plain(p)
			}
		}
	}
	return m
}

// answered asks one article a question, in its own sentences, by the gates of any answer.
func answered(ctx context.Context, l *knowledge.Library, what string, a *article.Article, answers Answers) match {
	given := answers(ctx, ask.Question{Text: what, Article: a.ID, Plain: true, Library: l})
	if given.Outcome != ask.Answered {
		return match{}
	}
	for _, c := range given.Claims {
		if len(c.Cites) > 0 && c.Cites[0].Article.ID == a.ID {
			return match{digest.Plain(c.Cites[0]), max(c.Cites[0].Score, 0.01)}
		}
	}
	return match{}
}

// IsAsked reports whether what is followed is a question: by its mark, as a name may begin as questions do.
func IsAsked(what string) bool { return message.EndsAsking(what) }

// has reports whether a sentence has words of all the stems.
func has(p article.Passage, stems []string) bool {
	in := p.Words().ContentStems()
	return !slices.ContainsFunc(stems, func(s string) bool { return !slices.Contains(in, s) })
}

// isNamed reports whether a sentence names somebody or something, however it is written.
func isNamed(l *knowledge.Library, p article.Passage, name string) bool {
	if !l.Names().IsKnown(name) {
		return false
	}
	for _, m := range l.Names().FindIn(p.Words()) {
		if l.Names().Same(m.Name, name) {
			return true
		}
	}
	return false
}
