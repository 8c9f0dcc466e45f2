package verify

import (
	"fmt"
	"strings"
)

// added reports what the claim says beyond its evidence: two words of weight together that
// no cited sentence explains, or more scattered ones than a paraphrase needs.
func (c *comparison) added() []Reason {
	if w := c.speaksOfSelf(); w != "" {
		return []Reason{{Added, fmt.Sprintf("the claim speaks of %q, the cited sentences do not", w)}}
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
		return []Reason{{Added, fmt.Sprintf("the cited sentences say nothing of %q", strings.Join(longest, " "))}}
	case float64(len(loose)) > maxLoose*float64(c.claim.meaning()):
		return []Reason{{Added, fmt.Sprintf("the cited sentences say nothing of %q", strings.Join(loose, ", "))}}
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
	return false
}

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
