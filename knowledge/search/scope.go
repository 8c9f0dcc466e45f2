package search

import (
	"math"
	"slices"

	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
)

// scope returns for each unit how well the sentences [from, to) have it anywhere, and whether they have
// its contrary.
func (r *ranker) scope(from, to uint32) (best []float64, contrary []bool) {
	best, contrary = make([]float64, len(r.units)), make([]bool, len(r.units))
	for i, u := range r.units {
		contrary[i] = slices.ContainsFunc(u.contrary, func(t uint32) bool { return r.count(sentences, t, from, to) > 0 })
		for _, a := range u.alternatives {
			if r.count(sentences, a.term, from, to) > 0 {
				best[i] = max(best[i], a.strength)
			}
		}
	}
	return best, contrary
}

// localWeights weighs the units by how rare they are among the sentences [from, to).
func (r *ranker) localWeights(from, to uint32) []float64 {
	weights := make([]float64, len(r.units))
	n := float64(to - from)
	for i, u := range r.units {
		if len(u.alternatives) == 0 {
			continue
		}
		most := 0.0
		for _, a := range u.alternatives {
			most = max(most, float64(r.count(sentences, a.term, from, to)))
		}
		if most > 0 {
			weights[i] = math.Log(1 + (n-most+0.5)/(most+0.5))
		}
	}
	return weights
}

// namesStranger reports whether a name of the question stands in none of the sentences
// [from, to) and in no title of theirs, nor does any word of it. Parts of the world are no
// strangers: an article on Paris need not say "European".
func (r *ranker) namesStranger(from, to uint32) bool {
	looked := 0
	for _, f := range r.known.Findings(r.q.Words) {
		if f.Kind == names.Role || f.Kind == names.Place && !f.Country && f.Spot != names.CitySpot {
			continue
		}
		if !r.standsIn(f.Mention, from, to) {
			return true
		}
		if looked++; looked == maxUnits {
			break
		}
	}
	return false
}

// standsIn reports whether the name or a word of it stands in the sentences or their titles.
func (r *ranker) standsIn(m names.Mention, from, to uint32) bool {
	if from == to {
		return false
	}
	terms := []term{r.nameOf(m.Name)}
	for _, t := range slices.Concat(english.Read(m.Name).Tokens, r.q.Words.Touching(english.Span{Start: m.Start, End: m.End})) {
		if t.Stop {
			continue
		}
		id := r.termOf(t.Stem)
		if id == 0 && len(t.Norm) >= minTypo {
			for _, a := range r.misspelt(t.Norm) {
				terms = append(terms, a.term)
			}
		}
		terms = append(terms, id)
	}
	first, last := r.title(from), r.title(to-1)
	return slices.ContainsFunc(terms, func(t term) bool {
		return t != 0 && (r.count(sentences, t, from, to) > 0 || r.count(titles, t, first, last+1) > 0)
	})
}
