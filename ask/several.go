package ask

import (
	"context"

	"talksbot/knowledge/question/message"
)

// several answers each question of a message that asks several, the later ones as going on from those
// before. It reports whether the message does. A model is asked the whole: it words one answer.
func (a *Asker) several(ctx context.Context, q Question, asks string) (Answer, bool) {
	questions := message.Questions(asks)
	if len(questions) == 0 || a.Model != nil {
		return Answer{}, false
	}
	all := Answer{Outcome: Silent, Question: asks, Mode: Extract}
	one := q
	one.Offers = false
	for _, text := range questions {
		one.Text = text
		answer := a.answer(ctx, one)
		if answer.Outcome == Purpose {
			return Answer{}, false // one asks nothing of the articles
		}
		if answer.Outcome == Answered {
			all.Outcome, all.Score = Answered, max(all.Score, answer.Score)
		}
		answer.Question = text
		all.Parts, all.Claims = append(all.Parts, answer), append(all.Claims, answer.Claims...)
		one.Earlier = append(one.Earlier[:len(one.Earlier):len(one.Earlier)], Turn{Question: text, Answer: said(answer)})
	}
	return all.holding(q.Library.Articles()), true
}

// said returns what an answer says, as a turn of a conversation.
func said(a Answer) string {
	text := ""
	for _, c := range a.Claims {
		text += c.Text + " "
	}
	return text
}
