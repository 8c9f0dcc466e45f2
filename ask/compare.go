package ask

import (
	"cmp"
	"context"
	"slices"

	"talksbot/knowledge/article"
	"talksbot/knowledge/question/message"
	"talksbot/knowledge/quote"
)

// mostOfSide is how many sentences tell of a side.
const mostOfSide = 2

// sideBySide sets side by side what a message would have compared. It reports whether the articles have
// anything of one side at least.
func (p plan) sideBySide(ctx context.Context, c message.Comparison) (Answer, bool) {
	answer := Answer{Outcome: Answered, Question: p.words.Text, Score: sureOfRequest, Mode: Extract, Today: p.today}
	answer.Request = message.Request{Want: message.Compare, About: c.On}
	var told []article.Passage
	for i, name := range c.Sides {
		found := p.tellingOf(ctx, name, c.Sides[1-i], c.On)
		found = slices.DeleteFunc(found, func(s article.Passage) bool { return Number(told, s) > 0 })
		found = found[:min(len(found), mostOfSide)]
		told = append(told, found...)
		side := Side{name, p.plainly(found)}
		answer.Sides = append(answer.Sides, side)
		answer.Claims = append(answer.Claims, side.Claims...)
	}
	return answer, len(told) > 0
}

// tellingOf returns the sentences that tell of one side, the best first: what they say themselves, where
// they are somebody who is quoted, then what else is said of them. Where it is to be on something they
// must have its words, and those that tell of the other side too come last.
func (p plan) tellingOf(ctx context.Context, name, other, on string) []article.Passage {
	subject, topic, others := quote.SubjectOf(p.library.Names(), name), quote.SubjectOf(p.library.Names(), on), quote.SubjectOf(p.library.Names(), other)
	var found []article.Passage
	for _, q := range p.quotes(quote.Query{Speaker: name, About: on, Article: p.article}) {
		found = append(found, q.Closest(on))
	}
	q := p.query()
	q.Question, q.Limit = p.library.Analyze(name+" "+on), mostOnTopic
	found = append(found, only(p.library.Search(ctx, q), func(s article.Passage) bool {
		return subject.AllIn(s.Words()) && (on == "" || topic.AllIn(s.Words()))
	})...)
	both := func(s article.Passage) int {
		if others.AllIn(s.Words()) {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(found, func(a, b article.Passage) int { return cmp.Compare(both(a), both(b)) })
	return found
}

// tellsBoth reports whether passages answer, and the first has both sides: it may say how they differ.
func (p plan) tellsBoth(passages []article.Passage, c message.Comparison) bool {
	return answers(passages) && !slices.ContainsFunc(c.Sides[:], func(side string) bool {
		return !quote.SubjectOf(p.library.Names(), side).AllIn(passages[0].Words())
	})
}
