package verify

import (
	"fmt"
	"strings"
)

// added reports what the claim says beyond its evidence: two words of weight together that
// no cited sentence explains, or more scattered ones than a paraphrase needs.
func (c *comparison) added() []Reason {
	if w := c.speaksOfSelf(); w != "" {
		return []Reason{{Added, fmt.Sprintf("the claim speaks of %q, %s do not", w, c.sources())}}
	}
	var run, loose []string
	longest := []string{}
	for i, t := range c.claim.tokens {
		if t.key == "" || t.weight == weightLight {
			continue
		}
		if c.links[i].found() || c.explained(i) {
			run = nil
			continue
		}
		run = append(run, c.claim.written(i))
		loose = append(loose, c.claim.written(i))
		if len(run) > len(longest) {
			longest = run
		}
	}
	switch {
	case len(longest) > maxTogether:
		return []Reason{{Added, fmt.Sprintf("%s say nothing of %q", c.sources(), strings.Join(longest, " "))}}
	case float64(len(loose)) > maxLoose*float64(c.claim.meaning()):
		return []Reason{{Added, fmt.Sprintf("%s say nothing of %q", c.sources(), strings.Join(loose, ", "))}}
	}
	return nil
}

// What a claim may hold that its evidence does not: words of weight in a row, and their
// share of all.
const (
	maxTogether = 1
	maxLoose    = 0.15
)

// meaning counts the words of weight.
func (r *reading) meaning() int {
	n := 0
	for _, t := range r.tokens {
		if t.key != "" && t.weight > weightLight {
			n++
		}
	}
	return n
}

// explained says whether a token without a link is accounted for by a rule of its own: part
// of a name or date that the evidence has in another form.
func (c *comparison) explained(i int) bool {
	t := c.claim.tokens[i]
	switch {
	case t.date > 0 && c.claim.fixes(c.claim.dates[t.date-1]):
		return len(c.datePlaces(t.date-1)) > 0
	case t.name > 0:
		return c.named(t.name - 1)
	case t.number > 0:
		return c.missingNumber(c.claim.numbers[t.number-1]) == ""
	}
	return c.signed(i)
}

// signed says whether the word at token i is the currency of a number that the evidence
// gives with its sign: "2.3 billion dollars" of "$2.3 billion".
func (c *comparison) signed(i int) bool {
	sign := signs[c.claim.tokens[i].Norm]
	if sign == "" || i == 0 || !c.links[i-1].found() || c.claim.tokens[i-1].number == 0 {
		return false
	}
	l := c.links[i-1]
	n := c.token(l).number
	if n == 0 {
		return false
	}
	e := c.evidence[l.sentence]
	first := e.numbers[n-1].first
	return strings.HasPrefix(e.written(first), sign) || strings.HasSuffix(e.gap(first), sign)
}

var signs = map[string]string{"dollar": "$", "dollars": "$", "euro": "€", "euros": "€", "pound": "£", "pounds": "£"}

// speaksOfSelf returns a word for the one who speaks, or is spoken to, outside quotations,
// if the evidence has none.
func (c *comparison) speaksOfSelf() string {
	for i, t := range c.claim.tokens {
		if !selves[t.Norm] || t.quoted || t.name > 0 || c.claim.acronym(i) || i > 0 && c.claim.tokens[i-1].Norm == "the" {
			continue
		}
		if !c.evidenceHas(t.Norm) {
			return c.claim.written(i)
		}
	}
	return ""
}

func (c *comparison) evidenceHas(norm string) bool {
	for _, e := range c.evidence {
		for _, t := range e.tokens {
			if t.Norm == norm {
				return true
			}
		}
	}
	return false
}

var selves = set(`i me my mine myself i'm i've i'd i'll we us our ours we're we've you your yours you're`)
