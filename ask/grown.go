package ask

import (
	"talksbot/knowledge/article"
	"talksbot/knowledge/question/message"
)

// showFirst shows the sentence that answers best, where the search is sure of it, until a model has said
// something.
func (p plan) showFirst(answer Answer, passages []article.Passage) {
	if p.watch == nil || !answers(passages) {
		return
	}
	answer.Mode = Extract
	p.begin(answer, p.extract(passages)[:1])
}

// growing returns what shows the beginning of an answer of a model's; nil where nobody watches.
func (p plan) growing(answer Answer) func([]Claim) {
	if p.watch == nil {
		return nil
	}
	answer.Mode = WordedModel
	return func(claims []Claim) { p.begin(answer, claims) }
}

// begin shows an answer that begins with the claims. Where something newer is to be told before them, that
// waits until all is there: they may come to it by themselves.
func (p plan) begin(answer Answer, claims []Claim) {
	if _, newer := p.since(claims[0].Cites[0]); newer {
		return
	}
	answer.Growing = true
	answer.Claims = claims
	if answer.Request.Want == message.Fact {
		answer.Claims = aged{p}.stand(claims)
	}
	p.watch(answer)
}

// complete returns what a model said before it broke off, with the sentences behind it that would have
// answered without it.
func complete(claims, own []Claim) []Claim {
	for _, c := range own {
		if !alreadySay(claims, c.Cites[0]) {
			c.Own = true
			claims = append(claims, c)
		}
	}
	return claims
}
