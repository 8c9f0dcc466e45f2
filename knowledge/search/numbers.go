package search

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
)

// numbers returns how surely the sentence gives a number of what is counted or measured.
func (r *ranker) numbers(all tokens, asked []bool, found []match) float64 {
	want := measureCues[r.q.Measure]
	best := 0.0
	for i, t := range all {
		w := t.word
		number := w&flagNumber != 0
		if asked[i] || !number && t.cues&cueQuantity == 0 || number && all.inDate(i) {
			continue
		}
		v := 0.3
		switch {
		case want != 0 && !all.soon(i, want):
			v = 0.2
		case want != 0, r.unitAsked != 0 && all.soon(i, r.unitAsked):
			v = 1
		case r.q.Measure != "many" && r.q.Measure != "much":
			if v = 0.2; r.units.focus(found) > 0 {
				v = 0.8
			}
		case r.q.Measure == "much" && all.soon(i, cueMoney|cueShare|cueTime|cueMass|cueLength):
			v = 0.8
		case w&flagStop != 0:
			v = 0.1
		}
		if want == 0 {
			v = max(v, r.countsAsked(found, i))
		}
		if !number && r.q.Measure == "many" {
			v *= 0.7
		}
		best = max(best, v)
	}
	return best
}

// measureCues are what the unit after a number must be for a question "how long", "what
// price".
var measureCues = func() map[string]cue {
	sorts := map[string]cue{
		"time": cueTime, "length": cueLength, "money": cueMoney, "share": cueShare, "age": cueAge, "frequency": cueOften, "other": cueMass,
	}
	cues := map[string]cue{}
	for _, row := range append(english.Rows("measure adjectives"), english.Rows("measure nouns")...) {
		for sort := range strings.FieldsSeq(row[1]) {
			cues[row[0]] |= sorts[sort]
		}
	}
	return cues
}()

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
func (r *ranker) countsAsked(found []match, i int) float64 {
	best := 0.0
	near, _ := slices.BinarySearchFunc(found, i-6, func(m match, token int) int { return m.token - token })
	for _, m := range found[near:] {
		if m.token > i+6 {
			break
		}
		u := r.units[m.unit]
		after := m.token - i
		switch {
		case u.focus && after > 0 && after <= 4:
			return 1
		case u.focus && after >= -6 && after <= 6:
			best = max(best, 0.6)
		case after > 0 && after <= 2 && !u.name:
			best = max(best, 0.7)
		}
	}
	return best
}
