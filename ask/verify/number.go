package verify

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// A number is a quantity a text states, in figures or words.
type number struct {
	first, last int // its tokens
	value       float64
	ordinal     bool   // "third", "18th"
	unit        string // what it counts: "%", "$", or the key of the word after it; "" when there is none
	hedge       hedge
}

// A hedge is how exactly a number is meant.
type hedge int

const (
	exactly hedge = iota
	about
	atLeast
	atMost
	nearly
)

// key is what a number is compared by in a trace: its value.
func (n number) key() string {
	s := "#" + strconv.FormatFloat(n.value, 'g', -1, 64)
	if n.ordinal {
		s += "th"
	}
	return s
}

// findNumbers reads the numbers that are no part of a date.
func (r *reading) findNumbers() {
	for i := 0; i < len(r.tokens); i++ {
		n, ok := r.numberAt(i)
		if !ok {
			continue
		}
		n.hedge = r.hedgeOf(n)
		if n.unit == "" {
			n.unit = r.unitAfter(n.last)
		}
		r.numbers = append(r.numbers, n)
		for k := n.first; k <= n.last; k++ {
			r.tokens[k].number = len(r.numbers)
		}
		i = n.last
	}
}

// numberAt reads the number that begins at token i: "1,000", "$5", "two hundred and fifty",
// "3.5 million", "a thousand", "18th".
func (r *reading) numberAt(i int) (number, bool) {
	n := number{first: i, last: i - 1}
	if d := r.tokens[i].date; d > 0 && dated(r.dates[d-1]) {
		return n, false
	}
	var total, group float64
	seen := false
	for k := i; k < len(r.tokens) && (k == i || !r.broken(k)); k++ {
		norm := r.tokens[k].Norm
		if scale, ok := scales[norm]; ok && (seen || k > i) {
			if group == 0 {
				group = 1
			}
			group *= scale
			if scale >= 1000 {
				total, group = total+group, 0
			}
			n.last, seen = k, true
			continue
		}
		if k == i && (norm == "a" || norm == "an") && i+1 < len(r.tokens) && scales[r.tokens[i+1].Norm] > 0 {
			group = 1
			continue
		}
		if norm == "and" && seen && k+1 < len(r.tokens) && group >= 100 && small[r.tokens[k+1].Norm] > 0 {
			continue
		}
		if v, ok := small[norm]; ok && (!seen || k == n.last+1 && joinsWords(group, v) || group >= 100) {
			if norm == "one" && !r.countsOne(k) && !seen {
				break
			}
			group += v
			n.last, seen = k, true
			continue
		}
		if seen {
			break
		}
		v, unit, ordinal, ok := figure(norm)
		if !ok {
			break
		}
		for r.thousands(k+1, v) { // "160, 000", as tokenised corpora write it
			k++
			rest, _ := strconv.ParseFloat(r.tokens[k].Norm, 64)
			v = v*1000 + rest
		}
		group, n.unit, n.ordinal, n.last, seen = v, unit, ordinal, k, true
		if ordinal {
			break
		}
	}
	n.value = total + group
	return n, seen
}

// thousands says whether token i is three figures more of the number v before it.
func (r *reading) thousands(i int, v float64) bool {
	if i >= len(r.tokens) || v == 0 || v >= 1e9 || r.gap(i) != ", " || len(r.tokens[i].Norm) != 3 {
		return false
	}
	return strings.Trim(r.tokens[i].Norm, "0123456789") == "" && r.tokens[i].date == 0
}

// joinsWords says whether a number word goes on a number: "twenty-five", not "two three".
func joinsWords(group, v float64) bool {
	return group >= 20 && math.Mod(group, 10) == 0 && v < 10
}

// countsOne says whether the "one" at token i counts something: "one soldier", "one in ten".
func (r *reading) countsOne(i int) bool {
	if i > 0 && (r.tokens[i-1].Stop && r.tokens[i-1].Norm != "of") || i+1 >= len(r.tokens) || r.broken(i+1) {
		return false
	}
	next := r.tokens[i+1].Norm
	return next == "in" || !r.tokens[i+1].Stop
}

// figure reads a token of digits with what is bound to it.
func figure(norm string) (v float64, unit string, ordinal, ok bool) {
	if v, ok := ordinals[norm]; ok {
		return v, "", true, true
	}
	s := strings.TrimLeft(norm, "$€£")
	if s != norm {
		unit = "$"
	}
	if t := strings.TrimSuffix(s, "%"); t != s {
		s, unit = t, "%"
	}
	digits := strings.IndexFunc(s, func(c rune) bool { return (c < '0' || c > '9') && c != '.' && c != ',' })
	suffix := ""
	if digits == 0 || s == "" {
		return 0, "", false, false
	}
	if digits > 0 {
		s, suffix = s[:digits], s[digits:]
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
	if err != nil {
		return 0, "", false, false
	}
	switch suffix {
	case "", "s":
	case "st", "nd", "rd", "th":
		ordinal = true
	default:
		scale, known := suffixes[suffix]
		if !known {
			return 0, "", false, false
		}
		v *= scale
	}
	return v, unit, ordinal, true
}

// unitAfter returns what the number that ends at token i counts: the key of the first word
// with meaning after it, adjectives included.
func (r *reading) unitAfter(i int) string {
	for k := i + 1; k < len(r.tokens) && k <= i+3 && !r.broken(k); k++ {
		t := r.tokens[k]
		switch {
		case t.Norm == "percent" || t.Norm == "per" && k+1 < len(r.tokens) && r.tokens[k+1].Norm == "cent" || t.Norm == "percentage":
			return "%"
		case strings.HasPrefix(t.Norm, "dollar") || strings.HasPrefix(t.Norm, "euro") || t.Norm == "pounds":
			return "$"
		case t.Norm == "of" || t.Norm == "more" || t.Norm == "other":
			continue
		case t.Stop:
			return ""
		}
		if _, _, _, digits := figure(t.Norm); digits {
			return ""
		}
		return keyOf(t.Norm, t.Stem)
	}
	return ""
}

// hedgeOf reads the words before and after a number that say how exactly it is meant.
func (r *reading) hedgeOf(n number) hedge {
	start := max(n.first-3, 0)
	before := " "
	for k := start; k < n.first; k++ {
		before += r.tokens[k].Norm + " "
	}
	for _, h := range hedges {
		if strings.HasSuffix(before, " "+h.words+" ") {
			return h.hedge
		}
	}
	if n.last+2 < len(r.tokens) && r.tokens[n.last+1].Norm == "or" {
		switch r.tokens[n.last+2].Norm {
		case "more":
			return atLeast
		case "so":
			return about
		case "less", "fewer":
			return atMost
		}
	}
	return exactly
}

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

var small = map[string]float64{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
	"nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
	"twice": 2, "thrice": 3, "half": 0.5,
}

var scales = map[string]float64{
	"dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
	"hundreds": 100, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "dozens": 12, "bn": 1e9, "m": 1e6, "mn": 1e6,
}

var suffixes = map[string]float64{"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}

var ordinals = map[string]float64{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
	"eleventh": 11, "twelfth": 12, "thirteenth": 13, "fifteenth": 15, "twentieth": 20,
}

// hedges are the words before a number, longest first.
var hedges = []struct {
	words string
	hedge hedge
}{
	{"no fewer than", atLeast}, {"no less than", atLeast}, {"no more than", atMost}, {"not more than", atMost},
	{"a minimum of", atLeast}, {"a maximum of", atMost}, {"in excess of", atLeast},
	{"at least", atLeast}, {"more than", atLeast}, {"at most", atMost}, {"up to", atMost},
	{"less than", atMost}, {"fewer than", atMost}, {"close to", nearly}, {"an estimated", about},
	{"over", atLeast}, {"above", atLeast}, {"exceeding", atLeast}, {"under", atMost}, {"below", atMost},
	{"nearly", nearly}, {"almost", nearly}, {"about", about}, {"around", about}, {"some", about},
	{"approximately", about}, {"roughly", about}, {"estimated", about}, {"circa", about},
}
