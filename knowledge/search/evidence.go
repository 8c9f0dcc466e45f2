package search

import (
	"math"

	"talksbot/knowledge/question"
)

// compare takes the features of the sentences and puts them in order by their words.
func (r *ranker) compare(found []candidate, from, to uint32) []ranked {
	top, next := 0.0, 0.0
	for _, c := range found {
		if c.bm25 > top {
			top, next = c.bm25, top
		} else {
			next = max(next, c.bm25)
		}
	}
	whole := r.scope(from, to)
	r.whole = whole
	r.local = r.localWeights(from, to)
	r.stranger = r.namesStranger(from, to)
	r.unheard = r.stranger && r.namesStranger(0, r.size(sentences))
	list := make([]ranked, len(found))
	for i, c := range found {
		f := r.features(c, top, whole)
		if top > 0 && c.bm25 == top {
			f[scoreLead] = 1 - next/top
		}
		list[i] = ranked{candidate: c, features: f, order: byWords.orderOf(&f)}
	}
	inOrder(list, r.earlier)
	return list
}

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
	f[sentenceLength] = math.Log(1+float64(all.length())) / mostLogWords
	f[standsEarly] = 1 / float64(1+r.passage(s).Index)
	f.compareNegation(r.q.Negative, all.has(cueNot))
	f.note(contraryWord, r.contradicts(all, best))
	f.note(certainContrary, r.contraryInPlace(all, found, best))
	r.types(&f, s, found)
	r.gate(&f, s, found, best)
	f.note(certainYearUnknown, r.yearUnknown(s, whole))
	r.gateClause(&f, s, found, best)
	f.note(otherDay, r.dated && r.otherDay(s))
	f.note(tellsNoFuture, r.q.Future && !all.has(cueFuture))
	f.note(officeUnknown, r.vacant)
	f.note(speakerUnknown, r.q.Kind == question.Said && r.q.Speaker != "" && r.speaker == 0)
	return f
}
