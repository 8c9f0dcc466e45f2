package verify

import (
	"fmt"
	"strings"
)

// markNegation notes which tokens a negation reaches: those that follow it in its clause,
// up to four that carry meaning. Verbs such as "refuse" and "fail" deny what follows them
// as "not" does; two negations cancel out.
func (r *reading) markNegation() {
	for i := range r.tokens {
		if reach := r.negates(i); reach > 0 {
			r.negate(i+1, reach)
		}
	}
}

// negates returns how many meaningful tokens after token i it denies.
func (r *reading) negates(i int) int {
	t := r.tokens[i]
	switch {
	case r.notOnly(i):
		return 0
	case denies(t.Norm):
		return 4
	case denials[t.key]:
		return 3
	case i > 0 && exceptionPairs[[2]string{r.tokens[i-1].Norm, t.Norm}]:
		return 2 // "talks rather than war"
	}
	return 0
}

func denies(norm string) bool { return negators[norm] || strings.HasSuffix(norm, "n't") }

// notOnly says whether token i is the "not" of "not only ... but": nothing is denied.
func (r *reading) notOnly(i int) bool {
	if r.tokens[i].Norm != "not" || i+1 >= len(r.tokens) || !onlyWords[r.tokens[i+1].Norm] {
		return false
	}
	for _, t := range r.tokens[i+2:] {
		if t.Norm == "but" {
			return true
		}
	}
	return false
}

func (r *reading) negate(from, reach int) {
	for i := from; i < len(r.tokens) && reach > 0 && r.tokens[i].clause == r.tokens[from-1].clause; i++ {
		t := &r.tokens[i]
		if t.Norm == "and" || t.Norm == "but" {
			break
		}
		t.negated = !t.negated
		if t.key != "" {
			reach--
		}
	}
}

var (
	negators = set(`not no never none neither nor without cannot nobody nothing nowhere hardly barely scarcely n't`)
	denials  = keys(`refuse deny reject decline fail prevent avert avoid lack unable impossible cancel abandon unlikely
		forbid prohibit unwilling halt cease rebuff`)
	onlyWords = set(`only just merely least`)
)

// negation reports a word that is denied in one of claim and evidence but not in the other.
func (c *comparison) negation() []Reason {
	for i, t := range c.claim.tokens {
		j := c.links[i]
		if !t.predicates() || !j.found() {
			continue
		}
		e := c.token(j)
		if t.negated == e.negated || !c.governed(i, j) {
			continue
		}
		if e.negated {
			return []Reason{{Negation, fmt.Sprintf("the article denies %q, the claim does not", c.claim.written(i))}}
		}
		return []Reason{{Negation, fmt.Sprintf("the claim denies %q, the article does not", c.claim.written(i))}}
	}
	if c.claim.negations() > c.negations() {
		return []Reason{{Negation, "the claim denies more than the article"}}
	}
	return nil
}

// predicates says whether a token can be what a sentence affirms or denies.
func (t token) predicates() bool { return t.key != "" && t.name == 0 && t.date == 0 }

// negations counts the words that deny in a reading: "no longer would not" says two things.
func (r *reading) negations() int {
	n := 0
	for i, t := range r.tokens {
		if denies(t.Norm) && !r.notOnly(i) || denials[t.key] {
			n++
		}
	}
	return n
}

func (c *comparison) negations() int {
	n := 0
	for _, e := range c.evidence {
		n += e.negations()
	}
	return n
}

// governed says whether a difference in negation at token i counts: it is the first word the
// negation reaches that claim and evidence share. What follows it is denied along with it.
func (c *comparison) governed(i int, l link) bool {
	for k := i - 1; k >= 0 && c.claim.tokens[k].negated && c.claim.tokens[k].clause == c.claim.tokens[i].clause; k-- {
		if c.links[k].found() && c.claim.tokens[k].predicates() {
			return false
		}
	}
	e := c.evidence[l.sentence].tokens
	for k := l.token - 1; k >= 0 && e[k].negated && e[k].clause == e[l.token].clause; k-- {
		if c.linkedTo[place{l.sentence, k}] && e[k].predicates() {
			return false
		}
	}
	return true
}
