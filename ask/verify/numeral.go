package verify

import (
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
	at := i
	if v, unit, ordinal, ok := figure(r.tokens[i].Norm); ok {
		n.last, n.value = r.thousands(i, v)
		n.unit, n.ordinal = unit, ordinal
		at = n.last + 1
	}
	if !n.ordinal {
		r.words(&n, at)
	}
	return n, n.last >= i
}

// words reads number words from token at on, and multiplies the figures before them: "3.5
// million". The value so far is that of the group below the next thousand.
func (r *reading) words(n *number, at int) {
	total, group := 0.0, n.value
	for k := at; k < len(r.tokens) && (k == n.first || !r.broken(k)); k++ {
		norm := r.tokens[k].Norm
		scale, isScale := scales[norm]
		v, isSmall := small[norm]
		started := n.last >= n.first
		switch {
		case isScale && k > n.first:
			group = max(group, 1) * scale
			if scale >= 1000 {
				total, group = total+group, 0
			}
			n.last = k
		case k == n.first && (norm == "a" || norm == "an") && k+1 < len(r.tokens) && scales[r.tokens[k+1].Norm] > 0:
			continue // "a thousand"
		case norm == "and" && started && group >= 100 && k+1 < len(r.tokens) && small[r.tokens[k+1].Norm] > 0:
			continue // "two hundred and fifty"
		case isSmall && (!started && r.counts(k) || started && (joinsWords(group, v) || group >= 100)):
			group += v
			n.last = k
		default:
			k = len(r.tokens)
		}
	}
	n.value = total + group
}

// counts says whether the number word at token i is one: "one" often is not.
func (r *reading) counts(i int) bool { return r.tokens[i].Norm != "one" || r.countsOne(i) }

// thousands goes on the figures at token i with groups of three, "160, 000" as tokenised
// corpora write it, and returns the last token and the value.
func (r *reading) thousands(i int, v float64) (int, float64) {
	for k := i + 1; k < len(r.tokens) && v > 0 && v < 1e9 && r.gap(k) == ", "; k++ {
		t := r.tokens[k]
		if len(t.Norm) != 3 || strings.Trim(t.Norm, "0123456789") != "" || t.date > 0 {
			break
		}
		rest, _ := strconv.ParseFloat(t.Norm, 64)
		i, v = k, v*1000+rest
	}
	return i, v
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
