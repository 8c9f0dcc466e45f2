package verify

import (
	"fmt"
	"strings"
)

// joined reports a clause of the claim put together of parts that the article keeps apart:
// of two sentences, or of one thing and what the sentence says of another.
func (c *comparison) joined() []Reason {
	last := -1
	for i, t := range c.claim.tokens {
		if t.key == "" || !c.links[i].found() || t.weight == weightLight || t.date > 0 {
			continue
		}
		if last >= 0 && c.claim.sameClause(last, i) && (t.name == 0 || t.name != c.claim.tokens[last].name) {
			if other := c.apart(last, i); other != "" {
				return []Reason{{Joined, fmt.Sprintf("the article does not say %q of %q%s", c.claim.written(i), c.claim.written(last), other)}}
			}
		}
		last = i
	}
	return nil
}

// apart says how the places of two neighbouring words of the claim are kept apart in the
// evidence, and "" when they belong together.
func (c *comparison) apart(a, b int) string {
	la, lb := c.links[a], c.links[b]
	if la.sentence != lb.sentence {
		if c.evidence[lb.sentence].leans(lb.token) || c.evidence[la.sentence].leans(la.token) {
			return ""
		}
		return ": they stand in different sentences"
	}
	e := c.evidence[lb.sentence]
	if lb.token <= la.token || e.tokens[la.token].clause == e.tokens[lb.token].clause {
		return ""
	}
	if n, own := e.appositionTo(lb.token), e.tokens[la.token].name; n > 0 && own > 0 {
		if n == own {
			return ""
		}
		return fmt.Sprintf(" but of %q", e.text[e.names[n-1].Start:e.names[n-1].End])
	}
	if s := c.otherSubject(lb); s != "" {
		return " but of " + s
	}
	return ""
}

// appositionTo returns the name that the noun at token i stands in apposition to, at most an
// age between them, "Mia Ek, 44, a retired nurse, ...", and 0 when there is none.
func (r *reading) appositionTo(i int) int {
	a := r.segmentStart(i)
	if a == i || a == 0 || r.tokens[a].Norm != "a" && r.tokens[a].Norm != "an" || i+1 < len(r.tokens) && !r.broken(i+1) {
		return 0
	}
	for k := a + 1; k < i; k++ {
		if t := r.tokens[k]; t.name > 0 || t.Stop && t.number == 0 {
			return 0
		}
	}
	before := a - 1
	if before > 0 && r.tokens[before].number > 0 && r.broken(before) {
		before--
	}
	return r.tokens[before].name
}

// leans says whether a pronoun before token i in its clause lets the sentence speak of
// something named elsewhere.
func (r *reading) leans(i int) bool {
	for k := i - 1; k >= 0 && k > i-8 && r.tokens[k].clause == r.tokens[i].clause; k-- {
		if leaning[r.tokens[k].Norm] {
			return true
		}
	}
	return false
}

// otherSubject returns what stands right before the word in its clause and is left out of
// the claim, if it can be what the clause speaks of. What follows an auxiliary cannot.
func (c *comparison) otherSubject(l link) string {
	e, subject := c.evidence[l.sentence], ""
	for k := l.token - 1; k >= 0 && e.tokens[k].clause == e.tokens[l.token].clause; k-- {
		t := e.tokens[k]
		if auxiliaries[t.Norm] {
			subject = ""
		}
		if c.linkedTo[place{l.sentence, k}] {
			return ""
		}
		if t.name > 0 && t.name == e.tokens[l.token].name {
			continue
		}
		if conjunctions[t.Norm] {
			break // "employs dockers and handles goods": one subject for both
		}
		if t.key == "" || t.weight == weightLight || strings.HasSuffix(t.Norm, "ly") || strings.HasSuffix(t.Norm, "ing") || t.date > 0 {
			continue
		}
		if subject == "" {
			subject = fmt.Sprintf("%q", e.written(k))
		}
	}
	return subject
}

// sameClause says whether no punctuation and no conjunction stands between two tokens.
func (r *reading) sameClause(i, k int) bool {
	if r.tokens[i].clause != r.tokens[k].clause {
		return false
	}
	for ; i < k; i++ {
		if conjunctions[r.tokens[i].Norm] {
			return false
		}
	}
	return true
}

var (
	leaning      = set(`he she it they who which his her its their him them this these that those i we`)
	conjunctions = set(`and or but as while that`)
)
