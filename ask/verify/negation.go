package verify

import (
	"strings"

	"talksbot/ask/verify/grammar"
)

var negationRule = rule{
	Description: Description{Negation, "negation", "what the claim denies or leaves out the sentence does, and nothing else"},
	judge:       func(c *comparison) []Reason { return append(judgeNegation(c), judgeContrast(c)...) },
	mend:        mendNegation,
	hurts:       sense, by: 0.5,
}

// judgeContrast reports a name or date that the article leaves out and the claim does not, or the
// other way round.
func judgeContrast(c *comparison) []Reason {
	for i, t := range c.claim.Tokens {
		l := c.links[i]
		if t.Name == 0 && t.Date == 0 || !l.found() || t.Excepted == c.token(l).Excepted {
			continue
		}
		if t.Excepted {
			return because(Negation, leftOutHere, c.claim.Written(i))
		}
		return because(Negation, leftOutThere, c.claim.Written(i))
	}
	return nil
}

// judgeNegation reports a word that is denied in one of claim and evidence but not in the other.
func judgeNegation(c *comparison) []Reason {
	for i, t := range c.claim.Tokens {
		j := c.links[i]
		if !predicates(t) || !j.found() {
			continue
		}
		e := c.token(j)
		if t.Negated == e.Negated || !governed(c, i, j) {
			continue
		}
		if e.Negated {
			return because(Negation, deniedThere, c.claim.Written(i))
		}
		return because(Negation, deniedHere, c.claim.Written(i))
	}
	if countNegations(c.claim) > negationsThere(c) {
		return because(Negation, deniesMore)
	}
	return nil
}

// predicates reports whether a token can be what a sentence affirms or denies.
func predicates(t grammar.Token) bool { return t.Key != "" && t.Name == 0 && t.Date == 0 }

// countNegations counts the words that deny in a sentence: "no longer would not" says two things.
func countNegations(r *grammar.Sentence) int {
	n := 0
	for i, t := range r.Tokens {
		if grammar.Denies(t.Norm) && !grammar.NotOnly(r, i) || grammar.Denials.Has(t.Key) {
			n++
		}
	}
	return n
}

func negationsThere(c *comparison) int {
	n := 0
	for _, e := range c.evidence {
		n += countNegations(e)
	}
	return n
}

// governed reports whether a difference in negation at token i counts: it is the first word the
// negation reaches that claim and evidence share. What follows it is denied along with it.
func governed(c *comparison, i int, l link) bool {
	for k := i - 1; k >= 0 && c.claim.Tokens[k].Negated && c.claim.Tokens[k].Clause == c.claim.Tokens[i].Clause; k-- {
		if c.links[k].found() && predicates(c.claim.Tokens[k]) {
			return false
		}
	}
	e := c.evidence[l.sentence].Tokens
	for k := l.token - 1; k >= 0 && e[k].Negated && e[k].Clause == e[l.token].Clause; k-- {
		if c.linkedTo[place{l.sentence, k}] && predicates(e[k]) {
			return false
		}
	}
	return true
}

// mendNegation takes a "not" out of the claim, or puts one where the sentence has it.
func mendNegation(c *comparison) (all []repair) {
	text := c.claim.Text
	for i, t := range c.claim.Tokens {
		if without, ok := affirmed[t.Norm]; ok || strings.HasSuffix(t.Norm, "n't") {
			if !ok {
				without = strings.TrimSuffix(t.Norm, "n't")
			}
			all = append(all, repair{text[:t.Start] + without + text[t.End:],
				Reason{Negation, withoutIt, []string{c.claim.Written(i)}}})
		}
		if l := c.links[i]; l.found() && predicates(t) && !t.Negated && c.token(l).Negated {
			said, ok := denied(c.evidence[0], l.token)
			if ok {
				all = append(all, put(c, t.Start, t.Start, "not ", Negation, differsQuoted, said, c.claim.Written(i)))
			}
		}
	}
	return all
}

// affirmed says what is left of a word that denies.
var affirmed = map[string]string{"not": "", "never": "", "no": "", "cannot": "can", "can't": "can", "won't": "will", "shan't": "shall"}

// denied returns the words from what denies token i up to it.
func denied(r *grammar.Sentence, i int) (string, bool) {
	for k := i - 1; k >= 0 && r.Tokens[k].Clause == r.Tokens[i].Clause; k-- {
		if grammar.Negates(r, k) > 0 {
			return r.Phrase(k, i), true
		}
	}
	return "", false
}
