package search

import (
	"math"
	"slices"

	"talksbot/knowledge/question"
)

// features compares sentence and question.
func (r *ranker) features(c candidate, top float64, whole []float64) features {
	var f features
	s := c.sentence
	found, best := r.matches(s)
	around := r.around(s, best)
	f[bias] = 1
	f[coverage] = r.share(best, nil)
	f[coverageAround] = r.share(around, nil)
	f[coverageScope] = r.share(whole, nil)
	f[nameCoverage] = r.share(around, func(u unit) bool { return u.name })
	f.countMissing(r.units, best, whole)
	if top > 0 {
		f[scoreShare] = c.bm25 / top
	}
	f[pairsKept] = r.units.pairs(found)
	f[closeness] = closenessOf(found)
	f[coverageLocal] = r.localShare(best)
	r.compareAround(&f, s, best)
	r.compareMissing(&f, s, found, best, whole)
	all := r.tokens(sentences, s)
	f[sentenceLength] = math.Log(1+float64(all.length())) / 4
	f[standsEarly] = 1 / float64(1+r.passage(s).Index)
	f.compareNegation(r.q.Negative, all.has(cueNot))
	f.note(contraryWord, r.contradicts(all, best))
	r.types(&f, s, found)
	f.note(certainYearUnknown, r.yearUnknown(s, whole))
	r.gateClause(&f, s, found, best)
	f.note(otherDay, r.dated && r.otherDay(s))
	f.note(tellsNoFuture, r.q.Future && !all.has(cueFuture))
	f.note(officeUnknown, r.vacant)
	f.note(speakerUnknown, r.q.Kind == question.Said && r.q.Speaker != "" && r.speaker == 0)
	return f
}

// countMissing notes which units the sentence lacks: best is how well it matches each, whole
// how well all that was searched does.
func (f *features) countMissing(us units, best, whole []float64) {
	for i, u := range us {
		if best[i] == 0 {
			f[rarestMissing] = max(f[rarestMissing], u.weight/10)
			f.note(numberMissing, u.number)
		}
		f.note(nameMissing, u.name && whole[i] == 0)
	}
}

// compareNegation notes where only one of question and sentence denies something.
func (f *features) compareNegation(question, sentence bool) {
	f.note(negation, question != sentence)
	f.note(questionNegative, question && !sentence)
	f.note(sentenceNegative, sentence && !question)
}

// around returns how well the units are matched by the sentence, its title or, less, the
// sentences beside it.
func (r *ranker) around(s uint32, best []float64) []float64 {
	all := append([]float64(nil), best...)
	for i, v := range r.titleOf(s) {
		all[i] = max(all[i], v*0.8)
	}
	before, after := r.beside(s)
	for i := range before {
		all[i] = max(all[i], before[i]*0.6)
	}
	for i := range after {
		all[i] = max(all[i], after[i]*0.6)
	}
	return all
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

// focusWeight is how much the noun counts that says what sort of answer is wanted: a
// sentence that says when need not say "date".
func (r *ranker) focusWeight() float64 {
	switch r.q.Kind {
	case question.When, question.Where:
		return 0.3
	case question.HowMany:
		return 1
	}
	return 0.7
}

// pairs returns the share of the question's neighbouring units that are near one another
// and in the same order in the sentence.
func (us units) pairs(found []match) float64 {
	if len(us) < 2 {
		return 0
	}
	n := 0
	for u := range len(us) - 1 {
		if adjacent(found, u, u+1) {
			n++
		}
	}
	return float64(n) / float64(len(us)-1)
}

func adjacent(found []match, u, v int) bool {
	for i, a := range found {
		if a.unit != u {
			continue
		}
		for _, b := range found[i:] {
			if b.token-a.token > 4 {
				break
			}
			if b.unit == v {
				return true
			}
		}
	}
	return false
}

// closenessOf returns how many different units stand, on average, within eight tokens of a
// matching one, in 0..1.
func closenessOf(found []match) float64 {
	best := 0
	for i := range found {
		seen := map[int]bool{}
		for j := i; j < len(found) && found[j].token-found[i].token <= 8; j++ {
			seen[found[j].unit] = true
		}
		best = max(best, len(seen))
	}
	return min(1, float64(best)/5)
}

// has reports whether one of the tokens has the cue.
func (all tokens) has(c cue) bool {
	return slices.ContainsFunc(all, func(t token) bool { return t.cues&c != 0 })
}

// length returns how many tokens carry meaning.
func (all tokens) length() int {
	n := 0
	for _, t := range all {
		if t.word&flagStop == 0 {
			n++
		}
	}
	return n
}
