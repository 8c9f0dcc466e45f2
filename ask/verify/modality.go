package verify

import (
	"talksbot/ask/verify/grammar"
	"talksbot/knowledge/english"
)

var modalityRule = rule{
	Description: Description{Modality, "certainty and amounts", "what will, may or should be, was asked for or holds on a condition is not put as done, nor the other way round"},
	judge:       judgeModality,
	hurts:       sense, by: 0.5,
}

// judgeModality reports a verb that the article has in another mood than the claim: planned,
// possible or asked for where the claim has it done, or the other way round.
func judgeModality(c *comparison) []Reason {
	for i, t := range c.claim.Tokens {
		j := c.links[i]
		if t.Key == "" || !j.found() || t.Name > 0 || t.Date > 0 {
			continue
		}
		e := c.token(j)
		if w := unhedged(c, i, j); w != "" {
			return because(Modality, drops, w+" "+c.evidence[j.sentence].Written(j.token), w)
		}
		if t.Mood != e.Mood && !moodsAgree(c, i, j) {
			return because(Modality, otherMood, c.claim.Written(i), moodNames[e.Mood], moodNames[t.Mood])
		}
	}
	if w := supposed(c); w != "" {
		return because(Modality, onlyIf, w)
	}
	return unconditional(c)
}

// supposed returns the condition of which the claim makes a fact: "a court bans it" of
// "unless a court bans it".
func supposed(c *comparison) string {
	linked, within := 0.0, 0.0
	var where link
	for i, t := range c.claim.Tokens {
		l := c.links[i]
		if t.Key == "" || !l.found() || t.Mood == grammar.Possible {
			continue
		}
		linked += t.Weight
		if c.token(l).Supposed && !t.Supposed {
			within += t.Weight
			where = l
		}
	}
	if within <= maxSupposed*linked || within == 0 {
		return ""
	}
	e := c.evidence[where.sentence]
	first, last := where.token, where.token
	for first > 0 && e.Tokens[first-1].Supposed && e.Tokens[first-1].Clause == e.Tokens[first].Clause {
		first--
	}
	for last+1 < len(e.Tokens) && e.Tokens[last+1].Supposed && e.Tokens[last+1].Clause == e.Tokens[last].Clause {
		last++
	}
	return e.Phrase(first, min(last, first+8))
}

// maxSupposed is the share of a claim that may stand in a condition.
const maxSupposed = 0.5

// unconditional reports that the claim states without its condition what the article says
// only holds "unless" or "if" something is so.
func unconditional(c *comparison) []Reason {
	for _, t := range c.claim.Tokens {
		if grammar.Conditions.Has(t.Norm) {
			return nil
		}
	}
	for s, e := range c.evidence {
		for k, t := range e.Tokens {
			if !grammar.Conditions.Has(t.Norm) || k > 0 && grammar.NotConditions.Has(e.Tokens[k-1].Norm) {
				continue
			}
			main := t.Clause - 1
			if k == 0 {
				main = t.Clause + 1
			}
			if holdsOf(c, s, main) > 0.4 && holdsOf(c, s, t.Clause) == 0 {
				return because(Modality, withCondition, e.Phrase(k, min(k+6, len(e.Tokens)-1)))
			}
		}
	}
	return nil
}

// holdsOf returns the share of a clause of the evidence that the claim holds.
func holdsOf(c *comparison, sentence, clause int) float64 {
	all, held := 0.0, 0.0
	for k, t := range c.evidence[sentence].Tokens {
		if t.Clause != clause || t.Key == "" {
			continue
		}
		all += t.Weight
		if c.linkedTo[place{sentence, k}] {
			held += t.Weight
		}
	}
	return held / max(all, 1)
}

// unhedged returns a word before the article's token that takes back part of what it says,
// "possible", "former", "alleged", if the claim leaves it out.
func unhedged(c *comparison, i int, j link) string {
	e := c.evidence[j.sentence]
	for k := j.token - 1; k >= 0 && k >= j.token-2 && e.Tokens[k].Clause == e.Tokens[j.token].Clause; k-- {
		if takesBack.Has(e.Tokens[k].Stem) && !c.linkedTo[place{j.sentence, k}] && !takesBackBefore(c.claim, i) {
			return e.Written(k)
		}
	}
	return ""
}

func takesBackBefore(r *grammar.Sentence, i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if takesBack.Has(r.Tokens[k].Stem) || r.Tokens[k].Mood == grammar.Possible || grammar.Modals[r.Tokens[k].Norm] == grammar.Possible {
			return true
		}
	}
	return false
}

var takesBack = english.Stems("words that take back")

// moodsAgree reports whether two different moods come to the same: what is decided will be,
// and the present tense may stand for the future.
func moodsAgree(c *comparison, i int, j link) bool {
	claim, evidence := c.claim.Tokens[i], c.token(j)
	switch {
	case grammar.IsNamed(c.evidence[j.sentence], j.token):
		return !grammar.Past(c.claim, i) // "invited to a meeting" is not "met"
	case claim.Mood == grammar.Factual && grammar.Infinitive(c.claim, i):
		return true // its governor is another word, which has to be explained itself
	case evidence.Mood == grammar.Factual && grammar.Infinitive(c.evidence[j.sentence], j.token):
		return claim.Mood != grammar.Possible
	case claim.Mood == grammar.Factual && evidence.Mood == grammar.Future:
		return !grammar.Past(c.claim, i)
	case claim.Mood == grammar.Future && evidence.Mood == grammar.Factual:
		return !grammar.Past(c.evidence[j.sentence], j.token)
	case claim.Mood == grammar.Factual && evidence.Mood == grammar.Intended && claim.Negated && evidence.Negated:
		return true // what it refused to do it did not do
	case claim.Mood == grammar.Future && evidence.Mood == grammar.Settled, claim.Mood == grammar.Settled && evidence.Mood == grammar.Future:
		return true
	case claim.Mood == grammar.Alleged && evidence.Mood == grammar.Factual && claim.Report > 0 && evidence.Report > 0:
		return true // "accuse Moscow of amassing": the claim has it no surer than the article
	case claim.Mood == grammar.Intended && evidence.Mood == grammar.Settled, claim.Mood == grammar.Settled && evidence.Mood == grammar.Intended:
		return true // the governors themselves are compared as words
	}
	return false
}
