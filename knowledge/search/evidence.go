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
	r.whole, r.told = r.scope(from, to)
	r.local = r.localWeights(from, to)
	r.stranger = r.namesStranger(from, to)
	r.unheard = r.stranger && r.namesStranger(0, r.size(sentences))
	list := make([]ranked, len(found))
	for i, c := range found {
		f := r.comparisonOf(c.sentence).features(c.bm25, top)
		if top > 0 && c.bm25 == top {
			f[scoreLead] = 1 - next/top
		}
		list[i] = ranked{candidate: c, features: f, order: byWords.orderOf(&f)}
		list[i].place = list[i].order + r.pull()*c.article
	}
	inOrder(list, r.earlier)
	return list
}

// features compares sentence and question. top is the BM25 of the best sentence.
func (c *comparison) features(bm25, top float64) features {
	var f features
	around := c.around()
	f[bias] = 1
	f[coverage] = c.share(c.best, nil)
	f[coverageAround] = c.share(around, nil)
	f[coverageScope] = c.share(c.whole, nil)
	f[nameCoverage] = c.share(around, func(u unit) bool { return u.name })
	f.countMissing(c.units, c.best, c.whole)
	if top > 0 {
		f[scoreShare] = bm25 / top
	}
	f[pairsKept] = c.units.pairs(c.found)
	f[closeness] = closenessOf(c.found)
	f[coverageLocal] = c.localShare(c.best)
	c.compareAround(&f)
	c.compareMissing(&f)
	f[sentenceLength] = math.Log(1+float64(c.all.length())) / mostLogWords
	f[standsEarly] = 1 / float64(1+c.passage(c.s).Index)
	f.compareNegation(c.q.Negative, c.all.has(cueNot))
	f.note(contraryWord, c.contradicts())
	f.note(certainContrary, c.contraryInPlace())
	f.note(plainly, plainlyGiven(c))
	c.types(&f)
	c.gate(&f)
	f.note(certainYearUnknown, c.yearUnknown())
	c.gateClause(&f)
	f.note(otherDay, c.dated && c.otherDay())
	f.note(tellsNoFuture, c.q.Future && !c.all.has(cueFuture))
	f.note(officeUnknown, c.vacant)
	f.note(speakerUnknown, c.q.Kind == question.Said && c.q.Speaker != "" && c.speaker == 0)
	return f
}
