package ask

import (
	"context"
	"slices"
	"strings"

	"talksbot/knowledge/article"
	"talksbot/knowledge/question/message"
)

// mostFollowing is how many sentences go on from an answer.
const mostFollowing = 2

// remarked answers what was said to the last answer: with more on its question, or with its
// sentences again, where they stand and whose words they are.
func (a *Asker) remarked(ctx context.Context, p plan, q Question) Answer {
	found := p.search(ctx)
	passages := p.saidBy(found)
	said := p.said(q.Earlier, passages)
	if p.words.Remark == message.GoesOn {
		return a.more(ctx, p, q, passages, said)
	}
	if len(said) == 0 {
		return a.given(ctx, p, passages, found) // the last answer was none
	}
	a.counts.answered.Add(1)
	answer := Answer{Outcome: Answered, Question: p.words.Text, Score: said[0].Score, Mode: Extract, Remark: p.words.Remark}
	for _, s := range said {
		answer.Claims = append(answer.Claims, p.claim(s))
		answer.Voices = append(answer.Voices, voices(p.library, s)...)
	}
	slices.Sort(answer.Voices)
	answer.Voices = slices.Compact(answer.Voices)
	return answer.holding(p.library.Articles())
}

// more answers with what else the articles say to the question, else with the sentences that
// go on from those that answered it.
func (a *Asker) more(ctx context.Context, p plan, q Question, passages, said []article.Passage) Answer {
	if unsaid := unsaid(p, q, passages); answers(unsaid) {
		answer := a.given(ctx, p, unsaid, nil)
		answer.Remark = message.GoesOn
		return answer
	}
	answer := Answer{Outcome: Silent, Question: p.words.Text, Mode: Extract, Remark: message.GoesOn}.holding(p.library.Articles())
	following := unsaid(p, q, after(said))
	if len(following) == 0 {
		a.counts.silent.Add(1)
		return answer
	}
	a.counts.answered.Add(1)
	answer.Outcome, answer.Claims = Answered, p.plainly(following)
	return answer
}

// after returns the sentences that follow the last of those said.
func after(said []article.Passage) []article.Passage {
	var following []article.Passage
	if len(said) > 0 {
		for n := 1; n <= mostFollowing; n++ {
			if next, ok := said[len(said)-1].Neighbour(n); ok {
				following = append(following, next)
			}
		}
	}
	return following
}

// said returns the sentences of which the last answer consists, in their order; of one that a
// model worded, the best that answer.
func (p plan) said(earlier []Turn, passages []article.Passage) []article.Passage {
	last := ""
	for _, t := range earlier {
		if t.Answer != "" || message.RemarkOf(t.Question) == message.NoRemark {
			last = t.Answer
		}
	}
	if last == "" {
		return nil
	}
	var said []article.Passage
	for _, from := range p.library.Articles() {
		for i := range from.Sentences {
			if s := (article.Passage{Article: from, Index: i, Score: 1}); strings.Contains(last, s.Text()) {
				said = append(said, s)
			}
		}
	}
	if len(said) == 0 && answers(passages) {
		said = passages[:1]
	}
	return said[:min(maxClaims, len(said))]
}
