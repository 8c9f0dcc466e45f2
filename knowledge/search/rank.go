package search

import (
	"cmp"
	"math"
	"slices"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
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
	doing     doing                // who does what
	compared  map[uint32]matched
	looked    [2]map[uint32]tokens // at, of sentences and titles
}

// matched is what a sentence has of the question: the matching tokens in order, and how well
// each unit is matched at best.
type matched struct {
	found []match
	best  []float64
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
	r.doing = r.doingOf(q.Clause)
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

// ranked is a sentence with what speaks for it.
type ranked struct {
	candidate
	features features
	fused    float64 // reciprocal ranks by words and by meaning
	order    float64
	read     bool         // closely: order and probability are by what the encoder made of it
	answer   english.Span // of the sentence, by the encoder
}

// probability returns how probably the sentence answers.
func (c *ranked) probability() float64 {
	if c.read {
		return byReading.probabilityOf(&c.features)
	}
	return byWords.probabilityOf(&c.features)
}

// lenience is how far behind the first in order a sentence is before it is e times less
// sure: enough that a question for a list still gets the sentences of one.
const lenience = 5

// rank gives each sentence of a list in order the probability that it answers. What is behind
// the first in order is the less sure for it, since mostly one sentence answers; none is
// surer than one before it.
func (r *ranker) rank(list []ranked) []article.Passage {
	passages := make([]article.Passage, len(list))
	least, first := 1.0, 0
	for i, c := range list {
		if c.read != list[first].read {
			first = i // orders by words and by reading do not compare
		}
		behind := math.Exp((c.order - list[first].order) / lenience)
		least = min(least, behind*c.probability())
		passages[i] = r.passage(c.sentence)
		passages[i].Score, passages[i].Answer = least, c.answer
	}
	return passages
}

// inOrder puts the list in order, the best first.
func inOrder(list []ranked, earlier func(a, b uint32) int) {
	slices.SortStableFunc(list, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.order, a.order), earlier(a.sentence, b.sentence))
	})
}

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

// scope returns for each unit how well the sentences [from, to) have it anywhere.
func (r *ranker) scope(from, to uint32) []float64 {
	best := make([]float64, len(r.units))
	for i, u := range r.units {
		for _, a := range u.alternatives {
			if r.count(sentences, a.term, from, to) > 0 {
				best[i] = max(best[i], a.strength)
			}
		}
	}
	return best
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

// A match is a token of a sentence that stands for a unit of the question.
type match struct {
	token    int
	unit     int
	strength float64
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
