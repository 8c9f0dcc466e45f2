package ask

import (
	"context"
	"slices"
	"strings"

	"talksbot/knowledge/article"
	"talksbot/knowledge/question/conversation"
	"talksbot/knowledge/question/message"
)

// given answers from passages, or refuses with what of them and of all that was found comes closest.
func (a *Asker) given(ctx context.Context, p plan, passages, found []article.Passage) Answer {
	if answer, ok := polar(ctx, p); ok && a.Model == nil {
		a.counts.count(Answered)
		return answer
	}
	if !answers(passages) {
		a.counts.count(Silent)
		return p.silent(ctx, passages, found)
	}
	a.counts.count(Answered)
	answer := Answer{Outcome: Answered, Question: p.words.Text, After: p.words.After, Score: passages[0].Score, Mode: WordedModel}
	answer.Claims, answer.Fallback = a.worded(ctx, p, passages)
	if len(answer.Claims) == 0 {
		answer.Mode = Extract
		answer.Claims = p.extract(passages)
	}
	answer.Claims = aged{p}.stand(answer.Claims)
	if newer, ok := p.since(answer.Claims[0].Cites[0]); ok && !answer.cites(newer) {
		answer.Claims = append(p.plainly([]article.Passage{newer}), answer.Claims...)
		answer.Dated = true
	}
	return answer
}

// unsaid leaves out what the answers before said already where the question asks what else
// there is.
func unsaid(q Question, passages []article.Passage) []article.Passage {
	if len(q.Earlier) == 0 || !conversation.AsksMore(q.Text) && message.RemarkOf(q.Text) != message.GoesOn {
		return passages
	}
	said := ""
	for _, t := range q.Earlier {
		said += t.Answer + " "
	}
	return slices.DeleteFunc(slices.Clone(passages), func(p article.Passage) bool {
		// An answer may have notes within a sentence: either half of it will do.
		text := p.Text()
		half := len(text) / 2
		return strings.Contains(said, text[:half]) || strings.Contains(said, text[half:])
	})
}
