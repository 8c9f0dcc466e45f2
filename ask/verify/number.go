package verify

import (
	"fmt"
	"math"
)

// number reports a number of the claim that the evidence does not state, states of
// something else, or hedges otherwise.
func (c *comparison) number() []Reason {
	var reasons []Reason
	for _, n := range c.claim.numbers {
		text := c.missingNumber(n)
		if text == "" {
			text = c.mispaired(n)
		}
		if text == "" {
			text = c.mismatched(n)
		}
		if text != "" {
			reasons = append(reasons, Reason{Number, text})
		}
	}
	return reasons
}

// mispaired says in words that the sentence with the number gives it for another date, or as
// the other end of a change: "to 6.1 percent in February from 7.4 percent in January".
func (c *comparison) mispaired(n number) string {
	l := c.links[n.first]
	if !l.found() || c.token(l).number == 0 {
		return ""
	}
	e := c.evidence[l.sentence]
	m := e.numbers[c.token(l).number-1]
	written := c.claim.phrase(n.first, n.last)
	own, theirs := c.claim.change(n.first), e.change(m.first)
	if own != "" && theirs != "" && own != theirs {
		return fmt.Sprintf("the article says %s %s, not %s", theirs, written, own)
	}
	d, t := c.claim.dateAfter(n), e.dateAfter(m)
	if d < 0 || t < 0 || c.sameDate(e.text, e.dates[t], c.claimDate(d, e.passage.Article.Published)) {
		return ""
	}
	return fmt.Sprintf("the article gives %s for %s", written, e.text[e.dates[t].Start:e.dates[t].End])
}

// change returns the "from" or "to" before the number at token i.
func (r *reading) change(i int) string {
	if i > 0 && (r.tokens[i-1].Norm == "from" || r.tokens[i-1].Norm == "to") {
		return r.tokens[i-1].Norm
	}
	return ""
}

// dateAfter returns the date that stands close behind a number in its clause, or -1.
func (r *reading) dateAfter(n number) int {
	for k := n.last + 1; k < len(r.tokens) && k <= n.last+4 && r.tokens[k].clause == r.tokens[n.last].clause; k++ {
		if d := r.tokens[k].date; d > 0 && dated(r.dates[d-1]) {
			return d - 1
		}
		if r.tokens[k].number > 0 {
			break
		}
	}
	return -1
}

// missingNumber says in words why the evidence does not state the number; "" when it does.
func (c *comparison) missingNumber(n number) string {
	written := c.claim.phrase(n.first, n.last)
	other, sameUnit := "", ""
	for _, e := range c.evidence {
		for _, m := range e.numbers {
			agrees := fits(n, m) && n.ordinal == m.ordinal && sameMeasure(n.unit, m.unit)
			switch {
			case agrees && (n.unit == m.unit || n.unit == "" || m.unit == ""):
				return ""
			case agrees:
				other = e.phrase(m.first, min(m.last+1, len(e.tokens)-1))
			case n.unit != "" && n.unit == m.unit && n.ordinal == m.ordinal:
				sameUnit = e.phrase(max(m.first-2, 0), m.last)
			}
		}
	}
	switch {
	case sameUnit != "":
		return fmt.Sprintf("the article says %q, not %s", sameUnit, written)
	case other != "" || c.datesSpell(n) || n.value == 1 && !n.ordinal && n.unit != "%":
		return ""
	}
	return fmt.Sprintf("%s do not give the number %s", c.sources(), written)
}

// datesSpell says whether the figure stands in the evidence within a date.
func (c *comparison) datesSpell(n number) bool {
	for _, e := range c.evidence {
		for i, t := range e.tokens {
			if t.date > 0 && n.first == n.last && t.Norm == c.claim.tokens[n.first].Norm && e.tokens[i].number == 0 {
				return true
			}
		}
	}
	return false
}

// fits says whether the claim's number n follows from the article's number m, hedges and all.
func fits(n, m number) bool {
	switch {
	case n.hedge == about && (m.hedge == exactly || m.hedge == about || m.hedge == nearly):
		return math.Abs(n.value-m.value) <= 0.05*math.Abs(m.value)
	case n.hedge == atLeast && m.hedge == exactly:
		return m.value >= n.value && m.value <= far*n.value
	case n.hedge == atMost && m.hedge == exactly:
		return m.value <= n.value && m.value*far >= n.value
	}
	return n.hedge == m.hedge && n.value == m.value
}

// measures are units that a number cannot change without saying something else.
var measures = keys(`second minute hour day week month year decade century metre kilometre mile foot inch acre hectare
	gram kilogram tonne ton litre gallon barrel degree point dollar euro pound ruble rouble yen yuan`)

// sameMeasure says whether two units can be of one number: nobody turns euros into percent,
// but "12 ships" may be "12 vessels" or "12 of them".
func sameMeasure(a, b string) bool {
	if a == b {
		return true
	}
	if a == "%" || b == "%" {
		return false
	}
	return a == "" || b == "" || a == "$" || b == "$" || !measures[a] && !measures[b]
}

// far is how wide of an exact number a bound may lie: "more than 100" is fair of 120, not
// of 7,000.
const far = 1.5
