package search

import (
	"math"

	"talksbot/knowledge/names"
	"talksbot/knowledge/question"
)

// What stands around a sentence counts less than what it says itself: a title says what all of its
// article is about, a sentence beside it may have turned to something else.
const (
	byTitle      = 0.8
	byNeighbours = 0.6
)

// around returns how well the units are matched by the sentence, its title or, less, the
// sentences beside it.
func (c *comparison) around() []float64 {
	all := append([]float64(nil), c.best...)
	for i, v := range c.titleOf(c.s) {
		all[i] = max(all[i], v*byTitle)
	}
	before, after := c.beside(c.s)
	for i := range before {
		all[i] = max(all[i], before[i]*byNeighbours)
	}
	for i := range after {
		all[i] = max(all[i], after[i]*byNeighbours)
	}
	return all
}

// beside returns how well the units are matched by the sentences before and after; nil where
// there is none.
func (r *ranker) beside(s uint32) (before, after []float64) {
	if r.follows(s) {
		_, before = r.matches(s - 1)
	}
	if s+1 < r.size(sentences) && r.follows(s+1) {
		_, after = r.matches(s + 1)
	}
	return before, after
}

// titleOf returns how well the units are matched by the title of the sentence's article.
func (r *ranker) titleOf(s uint32) []float64 {
	best := make([]float64, len(r.units))
	for _, t := range r.tokens(titles, r.title(s)) {
		if t.word&flagStop == 0 {
			for _, m := range r.by[t.word&termMask] {
				best[m.unit] = max(best[m.unit], m.strength)
			}
		}
		for _, m := range r.by[t.name] {
			best[m.unit] = max(best[m.unit], m.strength)
		}
	}
	return best
}

// share returns the matched share of the weight of the units (of those that pass); 1 where
// there are none.
func (r *ranker) share(best []float64, pass func(unit) bool) float64 {
	have, all := 0.0, 0.0
	for i, u := range r.units {
		if pass != nil && !pass(u) {
			continue
		}
		w := u.weight
		if u.focus {
			w *= r.focusWeight()
		}
		have += w * best[i]
		all += w
	}
	if all == 0 {
		return 1
	}
	return have / all
}

// How much the noun counts that says what sort of answer is wanted, against other words.
const (
	focusOfTime  = 0.3 // a sentence that says when need not say "date"
	focusOfCount = 1   // what is counted stands beside its number
	focusOfThing = 0.7 // "which river" may be answered by a name that all know for a river's
)

// focusWeight returns how much the noun counts that says what sort of answer is wanted.
func (r *ranker) focusWeight() float64 {
	switch r.q.Kind {
	case question.When, question.Where:
		return focusOfTime
	case question.HowMany:
		return focusOfCount
	}
	return focusOfThing
}

// localShare is share with the words weighed by how rare they are in what was searched: a
// word that all its sentences have tells them not apart.
func (r *ranker) localShare(best []float64) float64 {
	have, all := 0.0, 0.0
	for i, w := range r.local {
		have += w * best[i]
		all += w
	}
	if all == 0 {
		return 0
	}
	return have / all
}

// compareAround looks at what stands beside the sentence that it lacks itself.
func (c *comparison) compareAround(f *features) {
	gain := func(other []float64) float64 {
		sum := 0.0
		for i, v := range other {
			sum += c.units[i].weight * max(0, v-c.best[i])
		}
		return sum / c.total
	}
	before, after := c.beside(c.s)
	f[coverageBefore], f[coverageAfter], f[coverageTitle] = gain(before), gain(after), gain(c.titleOf(c.s))
	if c.all.opensBack() {
		f[refersBack] = f[coverageBefore]
	}
}

// countMissing notes which units the sentence lacks: best is how well it matches each, whole
// how well all that was searched does.
func (f *features) countMissing(us units, best, whole []float64) {
	for i, u := range us {
		if best[i] == 0 {
			f[rarestMissing] = max(f[rarestMissing], u.weight/mostWeight)
			f.note(numberMissing, u.number)
		}
		f.note(nameMissing, u.name && whole[i] == 0)
	}
}

// compareMissing looks at what the question has and the sentence lacks.
func (c *comparison) compareMissing(f *features) {
	f[coverageSquared] = f[coverage] * f[coverage]
	f[coverageUnderHalf] = max(0, halfCovered-f[coverage])
	f[aroundUnderSixTenths] = max(0, sixTenths-f[coverageAround])
	f[namesUnderHalf] = max(0, halfCovered-f[nameCoverage])
	f[namesHere] = c.share(c.best, func(u unit) bool { return u.name })
	kinds, number := c.all.unasked(c.found)
	exact, all := 0.0, 0.0
	for i, u := range c.units {
		all += u.weight
		if c.best[i] >= 1 {
			exact += u.weight
		}
		if c.best[i] > 0 || u.focus {
			continue
		}
		f[missingCount] += 1.0 / mostMissing
		f[missingWeight] += u.weight / mostWeights
		if c.whole[i] == 0 {
			f[absentCount] += 1.0 / mostMissing
			f[absentWeight] += u.weight / mostWeights
		}
		f.note(otherNameOfKind, u.name && kinds[u.kind])
		f.note(otherNumber, u.number && number)
		f.note(degreeMissing, u.degree)
	}
	if all > 0 {
		f[sameWordShare] = exact / all
	}
	c.compareOrder(f)
}

// unasked returns which kinds of names and whether a number the sentence has that the
// question has not.
func (all tokens) unasked(found []match) (kinds map[names.Kind]bool, number bool) {
	kinds = map[names.Kind]bool{}
	for i, asked := range all.asked(found) {
		if asked {
			continue
		}
		if all[i].name != 0 {
			kinds[all[i].kind] = true
		}
		number = number || all[i].word&flagNumber != 0
	}
	return kinds, number
}

// compareOrder looks at which words of the question stand together, and in which order.
func (c *comparison) compareOrder(f *features) {
	n := len(c.units)
	f[questionLength] = math.Log(float64(n)) / mostLogUnits
	f.note(firstMissing, c.best[0] == 0)
	f.note(lastMissing, c.best[n-1] == 0)
	f[orderKept] = orderOf(c.found, n)
	for i := range n - 1 {
		switch {
		case (c.best[i] == 0) != (c.best[i+1] == 0):
			f[partnerMissing] += 1 / float64(n-1)
		case c.best[i] > 0 && !adjacent(c.found, i, i+1):
			f[pairsApart] += 1 / float64(n-1)
		}
	}
}
