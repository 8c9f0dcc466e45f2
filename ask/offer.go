package ask

import (
	"context"
	"slices"

	"talksbot/knowledge/article"
	"talksbot/knowledge/names"
	"talksbot/knowledge/question"
	"talksbot/knowledge/question/conversation"
	"talksbot/knowledge/summary"
)

const (
	mostTries = 4    // how many questions are tried before none is offered
	surely    = 0.75 // the Passage.Score from which an offered question is answered for certain
)

// offer returns a question that the articles answer for certain, made of what comes closest to one
// that they do not answer; "" where none is found soon.
func (p plan) offer(ctx context.Context, closest, found []article.Passage) string {
	tries := 0
	for _, s := range slices.Concat(closest, found) {
		for _, text := range p.questionsOn(s) {
			if p.wasAsked(text) {
				continue
			}
			if tries++; tries > mostTries {
				return ""
			}
			if p.isAnswered(ctx, text, s) {
				return text
			}
		}
	}
	return ""
}

// isAnswered reports whether a question is answered for certain, with that sentence.
func (p plan) isAnswered(ctx context.Context, text string, by article.Passage) bool {
	other := plan{reach: p.reach, words: conversation.Words{Text: text}, question: p.library.Analyze(text)}
	other.period = nil
	passages := other.saidBy(other.search(ctx))
	if !answers(passages) || passages[0].Score < surely && other.question.Kind != question.Said {
		return false
	}
	return other.question.Kind == question.Said || Number(passages[:1], by) > 0
}

func (p plan) wasAsked(text string) bool {
	same := func(t Turn) bool { return normalised(t.Question) == normalised(text) }
	return normalised(p.words.Text) == normalised(text) || slices.ContainsFunc(p.earlier, same)
}

// questionsOn returns questions that a sentence should answer: who did what it tells of, when it was
// done, what somebody said in it.
func (p plan) questionsOn(s article.Passage) []string {
	if !summary.IsProse(s) {
		return nil
	}
	var all []string
	if who := p.question.Instead(p.library.Names(), s.Words()); who != "" {
		all = append(all, "W"+who[1:]+"?")
	}
	if when := question.WhenDone(s.Words(), s.Dates()); when != "" {
		all = append(all, when)
	}
	for _, v := range voices(p.library, s) {
		if p.library.Names().KindOf(v) == names.Person {
			all = append(all, "What did "+v+" say?")
		}
	}
	return all
}
