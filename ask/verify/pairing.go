package verify

import "fmt"

// Where a sentence states several numbers of one kind, each has a part of the sentence of
// its own, from one comma or "and" to the next, and the words beside a number of the claim
// must stand in the part of the same number: "54 percent for the plan and 39 against".

// parts numbers the parts of a reading.
func (r *reading) parts() []int {
	parts, part := make([]int, len(r.tokens)), 0
	for i, t := range r.tokens {
		if i > 0 && (r.broken(i) || partOpeners[t.Norm] || clauseOpeners[t.Norm]) {
			part++
		}
		parts[i] = part
	}
	return parts
}

var partOpeners = set(`and but while whereas compared versus plus or`)

// mismatched says in words that the sentence gives number n of the claim for another thing.
func (c *comparison) mismatched(n number) string {
	l := c.links[n.first]
	if !l.found() || c.token(l).number == 0 {
		return ""
	}
	e := c.evidence[l.sentence]
	m := e.numbers[c.token(l).number-1]
	parts := e.parts()
	rivals := e.rivals(m, parts)
	if len(rivals) == 0 {
		return ""
	}
	written := c.claim.phrase(n.first, n.last)
	if own, theirs := c.claim.side(n), e.side(m); own != "" && theirs != "" {
		if own == theirs {
			return ""
		}
		return fmt.Sprintf("the article gives %s as %s, not %s", written, theirs, own)
	}
	before, after := c.beside(n, -1), c.beside(n, 1)
	if !e.leads(m, parts) {
		before = -1 // "found 54 percent for it and 39 against": one verb for both
	}
	for _, a := range []int{before, after} {
		if a < 0 || c.links[a].sentence != l.sentence || c.inPart(a, l.sentence, parts, parts[m.first]) {
			continue
		}
		if rival, ok := rivals[parts[c.links[a].token]]; ok {
			return fmt.Sprintf("the article gives %s with %q, not %s", e.phrase(rival.first, rival.last), c.claim.written(a), written)
		}
	}
	return c.otherParty(n, m, l.sentence, parts)
}

// rivals returns, by the part they stand in, the other numbers of a reading that count what
// m does.
func (r *reading) rivals(m number, parts []int) map[int]number {
	rivals := map[int]number{}
	for _, o := range r.numbers {
		if o.ordinal || m.ordinal || o.value == m.value || parts[o.first] == parts[m.first] || r.torn(o) {
			continue
		}
		if o.unit == m.unit && o.unit != "" || r.bareNumber(o) || r.bareNumber(m) {
			rivals[parts[o.first]] = o
		}
	}
	return rivals
}

// bareNumber says whether a number stands without a thing of its own, as the second of two often
// does: "8 million euros and 5 million", "54 percent for and 39 against".
func (r *reading) bareNumber(n number) bool { return n.unit == "" || oppositeSides[n.unit] }

var oppositeSides = keys(`against oppose favour`)

// side returns which side of a question a number is said to be on, "for" or "against", where
// the words after it tell.
func (r *reading) side(n number) string {
	for i := n.last + 1; i < len(r.tokens) && i <= n.last+5 && r.tokens[i].number == 0; i++ {
		if s := sides[r.tokens[i].Stem]; s != "" {
			return s
		}
		if r.broken(i) || partOpeners[r.tokens[i].Norm] {
			break
		}
	}
	return ""
}

var sides = map[string]string{
	"against": "against", stemOf("opposed"): "against", stemOf("rejected"): "against",
	stemOf("favour"): "for", stemOf("favor"): "for", stemOf("supported"): "for", stemOf("backed"): "for",
}

// leads says whether a word of weight stands before the number in its part.
func (r *reading) leads(m number, parts []int) bool {
	for i := m.first - 1; i >= 0 && parts[i] == parts[m.first]; i-- {
		if r.tokens[i].key != "" {
			return true
		}
	}
	return false
}

// beside returns the nearest word of weight on one side of a number of the claim, what the
// number counts aside, or -1 where there is none within reach or none that is found.
func (c *comparison) beside(n number, step int) int {
	i := n.first - 1
	if step > 0 {
		i = n.last + 1
	}
	for away := 0; i >= 0 && i < len(c.claim.tokens) && away < 5; i, away = i+step, away+1 {
		t := c.claim.tokens[i]
		if t.clause != c.claim.tokens[n.first].clause || partOpeners[t.Norm] || t.number > 0 || t.date > 0 {
			return -1
		}
		if t.key == "" || t.key == n.unit && !oppositeSides[t.key] || currencies[t.key] || t.weight == weightLight {
			continue
		}
		if !c.links[i].found() {
			return -1
		}
		return i
	}
	return -1
}

var currencies = keys(`percent cent dollar euro pound ruble rouble yen yuan krona franc million billion`)

// inPart says whether word a of the claim stands in a part of the sentence.
func (c *comparison) inPart(a, sentence int, parts []int, part int) bool {
	for _, p := range c.byKey[c.claim.tokens[a].key] {
		if p.sentence == sentence && parts[p.token] == part {
			return true
		}
	}
	return c.links[a].sentence == sentence && parts[c.links[a].token] == part
}

// otherParty says in words that number m has another subject in its part of the sentence than
// n in the claim: "the state pays 5 million and the city the rest".
func (c *comparison) otherParty(n, m number, sentence int, parts []int) string {
	e, theirs := c.evidence[sentence], -1
	for k := m.first - 1; k >= 0 && parts[k] == parts[m.first]; k-- {
		if t := e.tokens[k]; t.key != "" && (t.weight > weightLight || e.isNamed(k)) && t.date == 0 && !c.linkedTo[place{sentence, k}] {
			theirs = k
		}
	}
	if theirs < 0 {
		return ""
	}
	for i := n.first - 1; i >= 0 && c.claim.tokens[i].clause == c.claim.tokens[n.first].clause; i-- {
		t, l := c.claim.tokens[i], c.links[i]
		if beForms[t.Norm] {
			return ""
		}
		if t.key == "" || t.weight == weightLight || t.date > 0 || !l.found() || l.sentence != sentence || c.inPart(i, sentence, parts, parts[m.first]) {
			continue
		}
		return fmt.Sprintf("the article says this of %q, not of %q", e.written(theirs), c.claim.written(i))
	}
	return ""
}
