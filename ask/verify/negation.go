package verify

import (
	"slices"
	"strings"

	"talksbot/knowledge/grammar"
)

// judgeNegation reports a word that is denied in one of claim and evidence but not in the other.
func judgeNegation(c *comparison) []Reason {
	for p := range c.pairs() {
		switch {
		case !predicates(p.own) || p.own.Negated == p.there.Negated || !governed(c, p) || c.deniedElse(p):
		case p.there.Negated:
			return because(Negation, deniedThere, c.claim.Written(p.i))
		default:
			return because(Negation, deniedHere, c.claim.Written(p.i))
		}
	}
	there := 0
	for _, e := range c.evidence {
		there += negations(e)
	}
	if negations(c.claim) > there {
		return because(Negation, deniesMore)
	}
	return nil
}

// judgeContrast reports a name or date that the article leaves out and the claim does not, or the
// other way round.
func judgeContrast(c *comparison) []Reason {
	for i, l := range c.links {
		t := c.claim.Tokens[i]
		switch {
		case t.Name == 0 && t.Date == 0 || !l.found() || t.Excepted == c.token(l).Excepted:
		case t.Excepted:
			return because(Negation, leftOutHere, c.claim.Written(i))
		default:
			return because(Negation, leftOutThere, c.claim.Written(i))
		}
	}
	return nil
}

// predicates reports whether a token can be what a sentence affirms or denies.
func predicates(t *grammar.Token) bool { return t.Key != "" && t.Name == 0 && t.Date == 0 }

// negations counts the words that deny in a sentence: "no longer would not" says two things.
func negations(s *grammar.Sentence) (n int) {
	for i, t := range s.Tokens {
		if i == 0 && t.Norm == "no" && len(s.Tokens) > 1 && s.Broken(1) {
			continue // an answer: "No, the bridge is open"
		}
		if grammar.Denies(t.Norm) && !grammar.NotOnly(s, i) || grammar.Denials.Has(t.Key) {
			n++
		}
	}
	return n
}

// governed reports whether a difference in negation counts: the word is the first the
// negation reaches that claim and evidence share. What follows it is denied along with it.
func governed(c *comparison, p pair) bool {
	for k, t := range c.claim.Before(p.i, grammar.Clause) {
		if !t.Negated {
			break
		}
		if c.links[k].found() && predicates(t) {
			return false
		}
	}
	for k, t := range p.in.Before(p.token, grammar.Clause) {
		if !t.Negated {
			break
		}
		if c.linkedTo[place{p.sentence, k}] && predicates(t) {
			return false
		}
	}
	return true
}

// deniedElse reports whether what denies a word in one of claim and evidence takes nothing from it: a verb that
// the other does not have, of which the word is but the object, or a verb of denial that both have, "rejected
// the appeal" and "the appeal was rejected".
func (c *comparison) deniedElse(p pair) bool {
	s, i := p.in, p.token
	if p.own.Negated {
		s, i = c.claim, p.i
	}
	if s.Tokens[i].Speech != grammar.Noun {
		return false
	}
	for k := i - 1; k >= 0 && s.Tokens[k].Clause == s.Tokens[i].Clause; k-- {
		t := s.Tokens[k]
		other, linked := c.counterpart(s, p.sentence, k)
		switch {
		case t.Speech == grammar.Verb && !linked && (t.Negated || grammar.Denials.Has(t.Key)):
			return true
		case grammar.Denials.Has(t.Key):
			return linked && slices.ContainsFunc(c.claim.Ties, func(t grammar.Tie) bool { return t.Dep == p.i && slices.Contains(t.Heads, other) })
		case grammar.Denies(t.Norm):
			return false
		}
	}
	return false
}

// counterpart returns the word of the claim that stands at token k of a sentence of the evidence, or of the
// claim itself; and whether it is linked to one.
func (c *comparison) counterpart(s *grammar.Sentence, sentence, k int) (int, bool) {
	if s == c.claim {
		return k, c.links[k].found()
	}
	for i, l := range c.links {
		if l.found() && l.place == (place{sentence, k}) {
			return i, true
		}
	}
	return -1, false
}

// mendNegation takes a "not" out of the claim, or puts one where the sentence has it.
func mendNegation(c *comparison) (all []repair) {
	for i, t := range c.claim.Tokens {
		if without, ok := affirmed[t.Norm]; ok || strings.HasSuffix(t.Norm, "n't") {
			if !ok {
				without = strings.TrimSuffix(t.Norm, "n't")
			}
			all = append(all, put(c, t.Start, t.End, without, Negation, withoutIt, c.claim.Written(i)))
		}
		if l := c.links[i]; l.found() && predicates(&t) && !t.Negated && c.token(l).Negated && !c.deniedElse(pair{i, &c.claim.Tokens[i], c.token(l), c.evidence[l.sentence], l}) {
			if said := denied(c.evidence[0], l.token); said != "" {
				all = append(all, put(c, t.Start, t.Start, "not ", Negation, differsQuoted, said, c.claim.Written(i)))
			}
		}
	}
	return all
}

// affirmed says what is left of a word that denies.
var affirmed = map[string]string{"not": "", "never": "", "no": "", "cannot": "can", "can't": "can", "won't": "will", "shan't": "shall"}

// denied returns the words from what denies token i up to it.
func denied(s *grammar.Sentence, i int) string {
	for k := range s.Before(i, grammar.Clause) {
		if grammar.Negates(s, k) > 0 {
			return s.Phrase(k, i)
		}
	}
	return ""
}
