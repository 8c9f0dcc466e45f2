package search

import (
	"slices"

	"talksbot/knowledge/names"
	"talksbot/knowledge/question"
	"talksbot/knowledge/timex"
)

// A ranker compares sentences with one question.
type ranker struct {
	*naming
	q         question.Question
	units     units
	by        map[uint32][]meaning // term -> the units it stands for
	total     float64              // weight of all units
	local     []float64            // weights of the units by what was searched
	speaker   uint32               // the term of the speaker asked about
	dated     bool                 // names a day
	vacant    bool                 // asks about an office whose holder the articles do not name
	stranger  bool                 // names somebody or something that stands nowhere in what was searched
	unheard   bool                 // the same of all there is
	unitAsked cue                  // the sort of unit that is counted: "how many miles"
	whole     []float64            // how well what was searched has the units
	told      []bool               // whether it has a word that means the contrary of each
	doing     doing                // who does what
	articles  []float64            // title -> how much its article speaks for having the answer; nil where one article is searched
	most      float64              // the BM25 of the best sentence
	compared  map[uint32]matched
	looked    [2]map[uint32]tokens // at, of sentences and titles
}

// A meaning says which unit a term stands for, and how well.
type meaning struct {
	unit     int
	strength float64
}

func newRanker(v *naming, q question.Question) *ranker {
	r := &ranker{naming: v, q: q, units: v.units(q), by: map[term][]meaning{}, compared: map[uint32]matched{}}
	r.looked = [2]map[uint32]tokens{{}, {}}
	for i, u := range r.units {
		r.total += u.weight
		for _, a := range u.alternatives {
			r.by[a.term] = append(r.by[a.term], meaning{i, a.strength})
		}
	}
	r.doing = doingOf(q, r.units)
	if t := v.termOf(q.Focus); t != 0 && q.Kind == question.HowMany {
		r.unitAsked = v.cues[t] & (cueLength | cueMass | cueTime | cueMoney | cueShare)
	}
	r.dated = slices.ContainsFunc(q.Dates, func(d timex.Expression) bool { return !d.From.IsZero() && d.Type != timex.Duration })
	for _, m := range q.Names {
		if o, ok := v.known.ReadOffice(q.Text[m.Start:m.End]); ok && m.Kind == names.Role && o.Of != "" && len(v.known.HoldersOf(o)) == 0 {
			r.vacant = true
		}
	}
	if q.Speaker != "" {
		r.speaker = v.nameOf(q.Speaker)
	}
	return r
}

// tokens returns the tokens of a text, put together once.
func (r *ranker) tokens(sort int, number uint32) tokens {
	all, ok := r.looked[sort][number]
	if !ok {
		all = r.naming.tokens(sort, number)
		r.looked[sort][number] = all
	}
	return all
}

// matches compares sentence s with the question, once.
func (r *ranker) matches(s uint32) (found []match, best []float64) {
	if m, ok := r.compared[s]; ok {
		return m.found, m.best
	}
	best = make([]float64, len(r.units))
	all := r.tokens(sentences, s)
	before := term(0)
	for i, t := range all {
		if t.word&flagStop == 0 {
			found = r.meanings(found, best, all, i, t.word&termMask)
		}
		if t.name != 0 && t.name != before {
			found = r.meanings(found, best, all, i, t.name)
		}
		before = t.name
	}
	r.compared[s] = matched{found, best}
	return found, best
}

func (r *ranker) meanings(found []match, best []float64, all tokens, i int, t term) []match {
	for _, m := range r.by[t] {
		if all.namesake(i, r.units[m.unit]) {
			continue
		}
		found = append(found, match{i, m.unit, m.strength})
		best[m.unit] = max(best[m.unit], m.strength)
	}
	return found
}

// namesake reports whether token i is the surname of somebody else than the unit names:
// another first name stands before it.
func (all tokens) namesake(i int, u unit) bool {
	name := all[i].name
	if u.first == nil || name == 0 || name == u.term || all[i].kind != names.Person && all[i].kind != names.Other || i == 0 || all[i-1].name != name {
		return false
	}
	for i--; i >= 0 && all[i].name == name; i-- {
		if slices.Contains(u.first, all[i].word&termMask) {
			return false
		}
	}
	return true
}
