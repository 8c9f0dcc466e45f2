package ask

import (
	"context"
	"slices"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
	"talksbot/knowledge/question"
	"talksbot/knowledge/summary"
)

// mostClosest is how many sentences a refusal shows.
const mostClosest = 2

// silent is the answer when the articles do not say, with what comes closest of the passages that
// could answer, or else of any that the search found.
func (p plan) silent(ctx context.Context, passages, found []article.Passage) Answer {
	answer := Answer{Outcome: Silent, Question: p.words.Text, After: p.words.After, Mode: Extract}
	if len(passages) > 0 {
		answer.Score = passages[0].Score
		found = passages
	}
	near := only(found, p.isNear)
	answer.Closest = near[:min(mostClosest, len(near))]
	answer.Refusal = p.refusal(ctx, answer.Closest, found)
	if p.period != nil && p.period.Alone {
		answer.Days, answer.From = calendar.Days{From: p.period.From, To: p.period.To}, p.library.Newest().Day
		answer.Closest, answer.Refusal = nil, Refusal{}
	}
	return answer.holding(p.library.Articles())
}

// isNear reports whether a sentence is close enough to the question to be shown beside a refusal:
// it is prose, no headline or caption, and has at least half of what the question names, and of
// it not names alone, nor only words that may mean the same: "costly" is not near to "paid".
func (p plan) isNear(s article.Passage) bool {
	if !summary.IsProse(s) {
		return false
	}
	words := s.Words()
	met, other, all := 0, 0, 0
	for _, t := range p.question.Terms {
		all++
		if !tells(words, t.Stem, english.Paraphrase) {
			continue
		}
		met++
		if tells(words, t.Stem, english.Derived) && !names.Within(english.Span{Start: t.Start, End: t.End}, p.question.Names) {
			other++
		}
	}
	return other > 0 && 2*met >= all
}

// refusal tells why the articles do not answer, as far as that is known.
func (p plan) refusal(ctx context.Context, closest, found []article.Passage) Refusal {
	q := p.question
	r := Refusal{Names: p.unfound(ctx), Teasers: teasers(p)}
	if p.words.About == "" && p.words.Text == q.Text {
		indirect := q.Indirect()
		r.Asks = indirect.Asks
		grants := q.Kind == question.Why || q.Kind == question.When && !q.Clause.Passive
		if grants && !q.Future && !slices.ContainsFunc(found, p.hasDeed) {
			r.States = indirect.States
		}
	}
	if len(closest) > 0 {
		if q.Kind == question.Who && r.Asks != "" {
			r.Instead = q.Instead(p.library.Names(), closest[0].Words())
		}
		r.Lacks = lack(p.library, q, closest[0])
	}
	if p.offers {
		r.Offer = p.offer(ctx, closest, found)
	}
	return r
}

// teasers returns the articles in reach of which only the first paragraphs are held, and that have half
// of what the question names.
func teasers(p plan) (all []*article.Article) {
	for _, a := range p.library.Articles() {
		if a.State == article.Teaser && (p.article == "" || p.article == a.ID) && p.inScope(a) && isAbout(a, p.question) {
			all = append(all, a)
		}
	}
	return all
}

// isAbout reports whether an article has at least half of what a question names.
func isAbout(a *article.Article, q question.Question) bool {
	met := 0
	for _, t := range q.Terms {
		if tells(a.Words(), t.Stem, english.Derived) || tells(a.Head(), t.Stem, english.Derived) {
			met++
		}
	}
	return met > 0 && 2*met >= len(q.Terms)
}

// hasDeed reports whether a sentence has the verb of the question, and one of its names if it has any.
func (p plan) hasDeed(s article.Passage) bool {
	verb := slices.IndexFunc(p.question.Terms, func(t question.Term) bool { return t.Start == p.question.Clause.Verb.Start })
	if verb < 0 || p.question.Clause.Verb == (english.Span{}) {
		return true // nobody can tell
	}
	if !tells(s.Words(), p.question.Terms[verb].Stem, english.Synonym) {
		return false
	}
	return len(p.question.Names) == 0 || slices.ContainsFunc(p.question.Names, func(m names.Mention) bool { return hasName(p.library, s, m.Name) })
}

func hasName(lib *knowledge.Library, s article.Passage, name string) bool {
	return slices.ContainsFunc(lib.Names().FindIn(s.Words()), func(m names.Mention) bool { return lib.Names().Same(m.Name, name) })
}

// unfound returns the names of the question, as they are written there, that no article has.
func (p plan) unfound(ctx context.Context) []string {
	var unfound []string
	for _, m := range p.question.Names {
		written := p.question.Text[m.Start:m.End]
		if m.Kind == names.Role || len(p.library.Speakers(written)) > 0 {
			continue
		}
		with := p.library.Search(ctx, knowledge.Query{Question: p.library.Analyze(written), Article: p.article, Limit: 1, ByWords: true})
		if len(with) == 0 && !slices.Contains(unfound, written) {
			unfound = append(unfound, written)
		}
	}
	return unfound
}

// lack returns what was asked for that a sentence has nothing of.
func lack(lib *knowledge.Library, q question.Question, s article.Passage) Lack {
	words := s.Words()
	number := func(t english.Token) bool { return english.IsNumber(t.Norm) }
	named := lib.Names().FindIn(words)
	switch {
	case q.Kind == question.When && len(s.Dates()) == 0:
		return NoDay
	case q.Kind == question.HowMany && !slices.ContainsFunc(words.Tokens, number):
		return NoNumber
	case q.Kind == question.Where && !slices.ContainsFunc(named, func(m names.Mention) bool { return m.Kind == names.Place }):
		return NoPlace
	case q.Kind == question.Who && len(named) == 0:
		return Nobody
	}
	return 0
}
