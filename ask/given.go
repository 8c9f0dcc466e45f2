package ask

import (
	"context"
	"slices"
	"strings"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/question"
	"talksbot/knowledge/question/conversation"
	"talksbot/knowledge/question/message"
)

// given answers from passages, or refuses with what of them and of all that was found comes closest.
func (a *Asker) given(ctx context.Context, p plan, passages, found []article.Passage) Answer {
	if answer, ok := polar(ctx, p); ok && a.Model == nil {
		a.counts.count(Answered)
		return answer
	}
	answer := Answer{Outcome: Answered, Question: p.words.Text, After: p.words.After, Mode: WordedModel}
	if len(passages) > 0 {
		answer.Score = passages[0].Score
	}
	if a.Model != nil {
		grows := growing{p, answer}
		grows.first(passages)
		answer.Claims, answer.Fallback = a.worded(ctx, p, passages, grows.claims())
	}
	if len(answer.Claims) == 0 {
		if !answers(passages) || a.Model != nil && answer.Fallback == 0 {
			a.counts.count(Silent)
			silent := p.silent(ctx, passages, found)
			silent.Fallback = answer.Fallback
			return silent
		}
		answer.Mode = Extract
		answer.Claims = p.extract(passages)
	}
	a.counts.count(Answered)
	if answer.Mode == WordedModel && answer.Fallback != 0 {
		answer.Claims = complete(answer.Claims, p.extract(passages))
	}
	answer.Claims = aged{p}.stand(answer.Claims)
	if newer, ok := p.since(answer.Claims[0].Cites[0]); ok && !answer.cites(newer) {
		told := p.plainly([]article.Passage{newer})
		told[0].Own = answer.Mode == WordedModel
		answer.Claims = append(told, answer.Claims...)
		answer.Dated = true
	}
	return answer
}

// unsaid leaves out what the answers before said already where the question asks what else there is,
// or why: a sentence that was shown for something else is shown for a reason only where it gives one.
func unsaid(p plan, q Question, passages []article.Passage) []article.Passage {
	more := conversation.AsksMore(q.Text) || message.RemarkOf(q.Text) == message.GoesOn
	why := p.question.Kind == question.Why && p.words.Text != q.Text
	if len(q.Earlier) == 0 || !more && !why {
		return passages
	}
	said := ""
	for _, t := range q.Earlier {
		said += t.Answer + " "
	}
	return slices.DeleteFunc(slices.Clone(passages), func(s article.Passage) bool {
		// An answer may have notes within a sentence: either half of it will do.
		text := s.Text()
		half := len(text) / 2
		return (more || !reasons.HasAny(s.Words().Tokens)) && (strings.Contains(said, text[:half]) || strings.Contains(said, text[half:]))
	})
}

var reasons = english.Class("gives a reason")
