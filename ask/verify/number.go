package verify

import (
	"math"
	"slices"
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
)

// judgeNumber reports a number of the claim that the evidence does not state, states of
// something else, or hedges otherwise.
func judgeNumber(c *comparison) []Reason {
	var reasons []Reason
	for _, n := range c.claim.Numbers {
		for _, wrong := range []func(*comparison, grammar.Number) []Reason{missingNumber, mispaired, otherSide, otherCurrency} {
			if why := wrong(c, n); why != nil {
				reasons = append(reasons, why...)
				break
			}
		}
	}
	return reasons
}

// mispaired reports that the sentence with the number gives it for another date, or as
// the other end of a change: "to 6.1 percent in February from 7.4 percent in January".
func mispaired(c *comparison, n grammar.Number) []Reason {
	e, m, ok := c.numberAt(n.First)
	if !ok {
		return nil
	}
	written := c.claim.Phrase(n.First, n.Last)
	own, theirs := change(c.claim, n.First), change(e, m.First)
	if own != "" && theirs != "" && own != theirs {
		return because(Number, differs, theirs+" "+written, own)
	}
	d, t := dateAfter(c.claim, n), dateAfter(e, m)
	if d < 0 || t < 0 || c.sameDate(e.String, e.Dates[t], c.claimDate(d, e.Passage.Article.Published)) {
		return nil
	}
	return because(Number, numberFor, written, e.Date(t))
}

// otherCurrency reports that the sentence gives the number in other money.
func otherCurrency(c *comparison, n grammar.Number) []Reason {
	e, m, ok := c.numberAt(n.First)
	if !ok {
		return nil
	}
	own, theirs := currencyOf(c.claim, n), currencyOf(e, m)
	if own == "" || theirs == "" || own == theirs {
		return nil
	}
	return because(Number, differsUnit, e.Phrase(m.First, min(m.Last+1, len(e.Tokens)-1)), c.claim.Phrase(n.First, min(n.Last+1, len(c.claim.Tokens)-1)))
}

// currencyOf returns the currency that stands before or behind a number, "" where none does.
func currencyOf(s *grammar.Sentence, n grammar.Number) string {
	for word, sign := range signs {
		if strings.HasPrefix(s.Written(n.First), sign) || strings.HasSuffix(s.Gap(n.First), sign) {
			return english.Key(word, english.Stem(word))
		}
	}
	if n.Last+1 < len(s.Tokens) && money.Has(s.Tokens[n.Last+1].Key) {
		return s.Tokens[n.Last+1].Key
	}
	return ""
}

var money = english.Keys("currencies")

// change returns the "from" or "to" before the number at token i.
func change(s *grammar.Sentence, i int) string {
	if before := s.Norm(i - 1); before == "from" || before == "to" {
		return before
	}
	return ""
}

// dateAfter returns the date that stands close behind a number in its clause, or -1.
func dateAfter(s *grammar.Sentence, n grammar.Number) int {
	for _, t := range s.After(n.Last, 4) {
		if t.Date > 0 && grammar.Dated(s.Dates[t.Date-1]) {
			return t.Date - 1
		}
		if t.Number > 0 {
			break
		}
	}
	return -1
}

// missingNumber reports a number that the evidence does not state.
func missingNumber(c *comparison, n grammar.Number) []Reason {
	written := c.claim.Phrase(n.First, n.Last)
	other, sameUnit := "", ""
	for _, e := range c.evidence {
		for _, m := range e.Numbers {
			agrees := fits(n, m) && n.Ordinal == m.Ordinal && sameMeasure(n.Unit, m.Unit)
			switch {
			case agrees && (n.Unit == m.Unit || n.Unit == "" || m.Unit == ""):
				return nil
			case agrees:
				other = e.Phrase(m.First, min(m.Last+1, len(e.Tokens)-1))
			case n.Unit != "" && n.Unit == m.Unit && n.Ordinal == m.Ordinal:
				sameUnit = e.Phrase(max(m.First-2, 0), m.Last)
			}
		}
	}
	switch {
	case sameUnit != "":
		return because(Number, differsUnit, sameUnit, written)
	case other != "" || datesSpell(c, n) || n.Value == 1 && !n.Ordinal && n.Unit != "%":
		return nil
	}
	return because(Number, noNumber, c.sources(), written)
}

// datesSpell reports whether the figure stands in the evidence within a date.
func datesSpell(c *comparison, n grammar.Number) bool {
	return n.First == n.Last && slices.ContainsFunc(c.evidence, func(e *grammar.Sentence) bool {
		return slices.ContainsFunc(e.Tokens, func(t grammar.Token) bool {
			return t.Date > 0 && t.Number == 0 && t.Norm == c.claim.Norm(n.First)
		})
	})
}

// fits reports whether the claim's number n follows from the article's number m, hedges and all.
func fits(n, m grammar.Number) bool {
	switch {
	case n.Hedge == grammar.About && (m.Hedge == grammar.Exactly || m.Hedge == grammar.About || m.Hedge == grammar.Nearly):
		return math.Abs(n.Value-m.Value) <= 0.05*math.Abs(m.Value)
	case n.Hedge == grammar.AtLeast && m.Hedge == grammar.Exactly:
		return m.Value >= n.Value && m.Value <= far*n.Value
	case n.Hedge == grammar.AtMost && m.Hedge == grammar.Exactly:
		return m.Value <= n.Value && m.Value*far >= n.Value
	}
	return n.Hedge == m.Hedge && n.Value == m.Value
}

// measures are units that a number cannot change without saying something else.
var measures = english.Keys("measures")

// sameMeasure reports whether two units can be of one number: nobody turns euros into percent,
// but "12 ships" may be "12 vessels" or "12 of them".
func sameMeasure(a, b string) bool {
	if a == b {
		return true
	}
	if a == "%" || b == "%" {
		return false
	}
	return a == "" || b == "" || a == "$" || b == "$" || !measures.Has(a) && !measures.Has(b)
}

// far is how wide of an exact number a bound may lie: "more than 100" is fair of 120, not
// of 7,000.
const far = 1.5

// mendNumber puts a number of the sentence for one of the same thing that it cannot be.
func mendNumber(c *comparison) (all []repair) {
	e := c.evidence[0]
	for _, n := range c.claim.Numbers {
		for _, m := range e.Numbers {
			if n.Ordinal != m.Ordinal || n.Unit != m.Unit || !disjoint(n, m) || torn(e, m) || missingNumber(c, n) == nil {
				continue
			}
			all = append(all, put(c, c.claim.Tokens[n.First].Start, c.claim.Tokens[n.Last].End, e.Phrase(m.First, m.Last), Number, differs))
		}
	}
	return all
}

// torn reports whether a number is a piece of one that the text has taken apart: "10, 000".
func torn(s *grammar.Sentence, n grammar.Number) bool {
	figures := func(i int) bool {
		norm := s.Norm(i)
		return norm != "" && norm[0] >= '0' && norm[0] <= '9'
	}
	return figures(n.First-1) || figures(n.Last+1)
}

func disjoint(n, m grammar.Number) bool {
	low, high := bounds(n)
	from, to := bounds(m)
	return high < from || to < low
}

// bounds returns what the number can be, its hedge taken widely.
func bounds(n grammar.Number) (low, high float64) {
	wide := 0.2 * math.Abs(n.Value)
	switch n.Hedge {
	case grammar.About:
		return n.Value - wide, n.Value + wide
	case grammar.Nearly:
		return n.Value - wide, n.Value
	case grammar.AtLeast:
		return n.Value, math.Inf(1)
	case grammar.AtMost:
		return math.Inf(-1), n.Value
	}
	return n.Value, n.Value
}
