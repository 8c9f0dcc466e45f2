package search

import (
	"slices"
)

// How surely a number is what is asked for. The fit weighs them all by one number, so it is their
// order that counts; gates look at anyNumber.
const (
	smallWord    = 0.1 // "one", "two": often no count at all
	otherMeasure = 0.2 // of another unit than is asked for
	anyNumber    = 0.3 // nothing tells what it counts
	nearCounted  = 0.6 // what is counted stands near, not behind it
	otherCounted = 0.7 // another word of the question stands behind it
	ofSomeUnit   = 0.8 // for "how much": any unit will do
	focusNamed   = 0.8 // for "what number": the sentence has the noun
	byWord       = 0.7 // of a number, where "dozens" stands for it
)

// Where what a number counts stands, in tokens from it.
const (
	countedAfter = 4 // "12 large cargo ships"
	otherAfter   = 2
	countedNear  = 6
)

// numbers returns how surely the sentence gives a number of what is counted or measured.
func (c *comparison) numbers(asked []bool) float64 {
	want := measureCues[c.q.Measure]
	best := 0.0
	for i, t := range c.all {
		w := t.word
		number := w&flagNumber != 0
		if want&cueAge != 0 && c.all.ageAt(c.text(), i) {
			return 1
		}
		if asked[i] || !number && t.cues&cueQuantity == 0 || number && c.all.inDate(i) {
			continue
		}
		v := anyNumber
		switch {
		case want != 0 && !c.all.soon(i, want):
			v = otherMeasure
		case want != 0, c.unitAsked != 0 && c.all.soon(i, c.unitAsked):
			v = 1
		case c.q.Measure != "many" && c.q.Measure != "much":
			if v = otherMeasure; c.units.focus(c.found) > 0 {
				v = focusNamed
			}
		case c.q.Measure == "much" && c.all.soon(i, cueMoney|cueShare|cueTime|cueMass|cueLength):
			v = ofSomeUnit
		case w&flagStop != 0:
			v = smallWord
		}
		if want == 0 {
			v = max(v, c.countsAsked(i))
		}
		if !number && c.q.Measure == "many" {
			v *= byWord
		}
		best = max(best, v)
	}
	return best
}

// inDate reports whether the number at token i is a day or a year.
func (all tokens) inDate(i int) bool {
	month := func(i int) bool {
		return i >= 0 && i < len(all) && all[i].word&flagUpper != 0 && all[i].cues&cueCalendar != 0
	}
	return all[i].word&flagYear != 0 || month(i-1) || month(i+1)
}

// countsAsked returns how surely the number at token i counts what the question asks the
// number of: the noun stands after it, another of the question's words does, or the noun
// is near.
func (c *comparison) countsAsked(i int) float64 {
	best := 0.0
	near, _ := slices.BinarySearchFunc(c.found, i-countedNear, func(m match, token int) int { return m.token - token })
	for _, m := range c.found[near:] {
		if m.token > i+countedNear {
			break
		}
		u := c.units[m.unit]
		after := m.token - i
		switch {
		case u.focus && after > 0 && after <= countedAfter:
			return 1
		case u.focus && after >= -countedNear && after <= countedNear:
			best = max(best, nearCounted)
		case after > 0 && after <= otherAfter && !u.name:
			best = max(best, otherCounted)
		}
	}
	return best
}
