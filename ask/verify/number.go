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
		if text := c.missingNumber(n); text != "" {
			reasons = append(reasons, Reason{Number, text})
		}
	}
	return reasons
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
	return fmt.Sprintf("the cited sentences do not give the number %s", written)
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
