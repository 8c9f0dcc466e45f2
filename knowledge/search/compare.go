package search

import (
	"math"
	"slices"

	"talksbot/knowledge/names"
)

// contradicts reports whether the sentence has the contrary of a word of the question that it
// lacks.
func (r *ranker) contradicts(all tokens, best []float64) bool {
	for i, u := range r.units {
		if best[i] > 0.6 || u.contrary == nil {
			continue
		}
		if slices.ContainsFunc(all, func(t token) bool { return slices.Contains(u.contrary, t.word&termMask) }) {
			return true
		}
	}
	return false
}

// compareMissing looks at what the question has and the sentence lacks.
func (r *ranker) compareMissing(f *features, s uint32, found []match, best, whole []float64) {
	f[coverageSquared] = f[coverage] * f[coverage]
	f[coverageUnderHalf] = max(0, 0.5-f[coverage])
	f[aroundUnderSixTenths] = max(0, 0.6-f[coverageAround])
	f[namesUnderHalf] = max(0, 0.5-f[nameCoverage])
	f[namesHere] = r.share(best, func(u unit) bool { return u.name })
	kinds, number := r.tokens(sentences, s).unasked(found)
	exact, all := 0.0, 0.0
	for i, u := range r.units {
		all += u.weight
		if best[i] >= 1 {
			exact += u.weight
		}
		if best[i] > 0 || u.focus {
			continue
		}
		f[missingCount] += 0.2
		f[missingWeight] += u.weight / 20
		if whole[i] == 0 {
			f[absentCount] += 0.2
			f[absentWeight] += u.weight / 20
		}
		f.note(otherNameOfKind, u.name && kinds[u.kind])
		f.note(otherNumber, u.number && number)
		f.note(degreeMissing, u.degree)
	}
	if all > 0 {
		f[sameWordShare] = exact / all
	}
	r.compareOrder(f, found, best)
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

// note sets a feature that is there or not.
func (f *features) note(what feature, is bool) {
	if is {
		f[what] = 1
	}
}

// compareOrder looks at which words of the question stand together, and in which order.
func (r *ranker) compareOrder(f *features, found []match, best []float64) {
	n := len(r.units)
	f[questionLength] = math.Log(float64(n)) / 2
	f.note(firstMissing, best[0] == 0)
	f.note(lastMissing, best[n-1] == 0)
	f[orderKept] = orderOf(found, n)
	for i := range n - 1 {
		switch {
		case (best[i] == 0) != (best[i+1] == 0):
			f[partnerMissing] += 1 / float64(n-1)
		case best[i] > 0 && !adjacent(found, i, i+1):
			f[pairsApart] += 1 / float64(n-1)
		}
	}
}

// orderOf returns the longest run of units in the question's order among the matches, as a
// share of the units matched.
func orderOf(found []match, n int) float64 {
	longest := make([]int, n) // by the unit it ends in
	seen := 0
	for _, m := range found {
		best := 0
		for u := range m.unit {
			best = max(best, longest[u])
		}
		if longest[m.unit] == 0 {
			seen++
		}
		longest[m.unit] = max(longest[m.unit], best+1)
	}
	best := 0
	for _, v := range longest {
		best = max(best, v)
	}
	if seen == 0 {
		return 0
	}
	return float64(best) / float64(seen)
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
func (r *ranker) compareAround(f *features, s uint32, best []float64) {
	gain := func(other []float64) float64 {
		sum := 0.0
		for i, v := range other {
			sum += r.units[i].weight * max(0, v-best[i])
		}
		return sum / r.total
	}
	before, after := r.beside(s)
	f[coverageBefore], f[coverageAfter], f[coverageTitle] = gain(before), gain(after), gain(r.titleOf(s))
	if r.tokens(sentences, s).opensBack() {
		f[refersBack] = f[coverageBefore]
	}
}

// follows reports whether a sentence stands before this one in its article.
func (r *ranker) follows(s uint32) bool { return s > 0 && r.title(s-1) == r.title(s) }

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

// opensBack reports whether one of the first words of the sentence points to what was said
// before.
func (all tokens) opensBack() bool { return all[:min(4, len(all))].has(cuePronoun) }
