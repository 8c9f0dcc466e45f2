package ask

import (
	"talksbot/knowledge/article"
	"talksbot/knowledge/question/message"
)

// A growing is an answer of which a part may be shown already.
type growing struct {
	plan
	answer Answer // without its claims
}

// first shows the sentence that answers best, where the search is sure of it, until a model has said
// something.
func (g growing) first(passages []article.Passage) {
	if g.watch == nil || !answers(passages) {
		return
	}
	g.answer.Mode = Extract
	g.show(g.extract(passages)[:1])
}

// claims returns what shows the beginning of an answer of a model's; nil where nobody watches.
func (g growing) claims() func([]Claim) {
	if g.watch == nil {
		return nil
	}
	g.answer.Mode = WordedModel
	return g.show
}

// show shows an answer that begins with the claims. Where something newer is to be told before them, that
// waits until all is there: they may come to it by themselves.
func (g growing) show(claims []Claim) {
	if _, newer := g.since(claims[0].Cites[0]); newer {
		return
	}
	answer := g.answer
	answer.Growing, answer.Claims = true, claims
	if answer.Request.Want == message.Fact {
		answer.Claims = aged{g.plan}.stand(claims)
	}
	g.watch(answer)
}

// complete returns what a model said before it broke off, with the sentences behind it that would have
// answered without it.
func complete(claims, own []Claim) []Claim {
	for _, c := range own {
		if !alreadySay(claims, c.Cites[0], "") {
			c.Own = true
			claims = append(claims, c)
		}
	}
	return claims
}
