package question

import (
	"slices"

	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
)

// An Order is where the words of a question stand that say what is asked, as tokens of its Words;
// each is -1 where there is none.
type Order struct {
	Asks      int // the question word
	Focus     int // the noun the answer is to be one of: "ships" of "how many ships"
	Auxiliary int // before the subject, as far as the order of the words tells: "did" of "how many ships did Russia send"
	Verb      int // without an auxiliary: the verb whose subject is asked for
	Says      int // of Said: the verb of saying
}

// farthest is how many words behind the question word an auxiliary is looked for.
const farthest = 5

// order reads where the words stand, once the kind of the question is known.
func (p *parser) order(kind Kind) Order {
	o := Order{Asks: p.wh, Focus: p.focus, Auxiliary: -1, Verb: -1, Says: p.verb}
	if kind == YesNo {
		o.Auxiliary = 0
	}
	if p.wh < 0 {
		return o
	}
	near := p.tokens[:min(len(p.tokens), p.wh+1+farthest)]
	o.Auxiliary = p.wh + 1 + slices.IndexFunc(near[p.wh+1:], func(t english.Token) bool { return questionAuxiliaries.Has(t.Norm) })
	if o.Auxiliary <= p.wh {
		o.Auxiliary = -1
	}
	behind := max(p.wh, p.focus) + 1
	switch {
	case o.Auxiliary < 0:
		for i := behind; i < len(near) && o.Verb < 0; i++ {
			if p.mayBeVerb(i) {
				o.Verb = i
			}
		}
	case p.wh == 0 && p.at(0) != "whose" && behind < o.Auxiliary && p.mayBeVerb(behind) && !doForms.Has(p.at(o.Auxiliary)):
		o.Auxiliary, o.Verb = -1, behind // "who said that the talks will begin"
	}
	return o
}

func (p *parser) mayBeVerb(i int) bool { return IsVerb(p.tokens[i]) || likelyPresent(p.tokens[i]) }

// OpensSubject reports whether token i is one with which a subject begins for certain: an article,
// a pronoun, a name.
func (q Question) OpensSubject(i int) bool {
	w := q.Words.Tokens[i]
	return determiners.Has(w.Norm) || possessives.Has(w.Norm) || subjects.Has(w.Norm) || w.Upper || q.isNamed(i)
}

// isNamed reports whether token i of the question begins within a name.
func (q Question) isNamed(i int) bool {
	at := q.Words.Tokens[i].Start
	return slices.ContainsFunc(q.Names, func(m names.Mention) bool { return m.Start <= at && at < m.End })
}
