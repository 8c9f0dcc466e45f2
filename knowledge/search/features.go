package search

import (
	"math"
	"slices"

	"talksbot/knowledge/question"
)

// A feature is one thing that speaks for or against a sentence as the answer.
type feature int

const (
	bias           feature = iota
	coverage               // share of the question's weight that the sentence has
	coverageAround         // the same with the title and the sentences beside it
	coverageScope          // the same with all that was searched
	nameCoverage           // share of the question's names
	nameMissing            // a name of the question stands nowhere
	rarestMissing          // weight of the rarest word it lacks
	scoreShare             // BM25 against the best sentence's
	pairsKept              // neighbouring words of the question that are neighbours in it
	closeness              // how closely the matching words stand together
	numberMissing          // a number of the question is not in it
	negation               // one of the two is negative
	sentenceLength         // log of its words
	standsEarly            // stands early in its article
	contraryWord           // has the contrary of a word it lacks
	coverageLocal          // share of the question's weight, words weighed by how rare they are in what was searched
	coverageBefore         // what the sentence before has that this one lacks
	coverageAfter          // what the next has
	coverageTitle          // what the title has
	refersBack             // opens with "it", "this", "they", and the sentence before has what this one lacks
	coverageSquared
	coverageUnderHalf // how far the coverage is under a half
	aroundUnderSixTenths
	namesUnderHalf
	namesHere       // share of the question's names in the sentence itself
	otherNameOfKind // lacks a name of the question and has another of the same kind
	missingCount    // words of the question it lacks
	missingWeight   // and their weight
	absentCount     // words of the question that stand nowhere in what was searched
	absentWeight
	partnerMissing // share of neighbouring words of the question of which it has only one
	pairsApart     // share of those of which it has both, far apart
	orderKept      // share of the matched words that stand in the question's order
	firstMissing   // lacks the first word of the question
	lastMissing    // lacks the last
	sameWordShare  // share of the weight matched by the very word
	questionLength // log of how many words the question has
	scoreLead      // how far its BM25 is ahead of the next
	questionNegative
	sentenceNegative
	officeUnknown       // asks for the holder of an office that the articles name nobody for
	onlyNamesMatch      // has nothing of the question but names
	tellsNoFuture       // asks what will be of a sentence that says what was or is
	otherDay            // states days, but none that the question names
	saysNothingOfTheirs // reports no words of whom the question asks about
	speakerUnknown      // asks what somebody said who is not named
	degreeMissing       // lacks a "first", "only", "largest" of the question
	otherNumber         // lacks a number of the question and has another
	hasTime
	hasPerson
	hasPlace
	hasNumber
	hasReason
	hasManner
	hasTheirWords
	hasFocus
	saysWhatItIs
	lacksTime
	lacksPerson
	lacksPlace
	lacksNumber
	lacksReason
	lacksManner
	lacksTheirWords
	lacksFocus
	saysNotWhatItIs

	// What the sentence must have and has not: see gated. No weight is fitted for these.
	gateNoTime
	gateNoPlace
	gateNoPerson
	gateNoNumber
	gateRolesTurned   // who does it and whom it is done to are the other way round
	gateDoneByAnother // somebody else does it
	gateNotSaid       // neither says nor denies what a yes/no question asks
	gateNoSubject     // neither has who is asked about nor stands beside a sentence that has
	gateNoDeed        // asks who will do what it does not speak of
	gateYearUnknown   // the question names a year that stands nowhere
	gateNameUnknown   // the question names somebody or something that stands nowhere
	featureCount
)

// features are the values of the features of one sentence, mostly in 0..1.
type features [featureCount]float64

func (f *features) dot(w *features) float64 {
	sum := 0.0
	for i := range f {
		sum += f[i] * w[i]
	}
	return sum
}

// closedGate is what is left of the probability where a gate is closed: too little to
// answer, and still telling which is nearest.
const closedGate = 0.45

// probability returns how probably the sentence answers.
func (f *features) probability(w *features) float64 {
	p := sigmoid(f.dot(w))
	if f.gated() {
		p *= closedGate
	}
	return p
}

// behindGate is how much a sentence falls back in order where a gate is closed.
const behindGate = 2

// order returns the sentence's place among others: higher stands before lower.
func (f *features) order(w *features) float64 {
	v := f.dot(w)
	if f.gated() {
		v -= behindGate
	}
	return v
}

// gated says whether the sentence lacks what the question must have.
func (f *features) gated() bool {
	return slices.Contains(f[gateNoTime:], 1)
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
	isName := func(u unit) bool { return u.name }
	f[nameCoverage] = r.share(around, isName)
	for i, u := range r.units {
		if best[i] == 0 {
			f[rarestMissing] = max(f[rarestMissing], u.weight/10)
			if u.number {
				f[numberMissing] = 1
			}
		}
		if u.name && whole[i] == 0 {
			f[nameMissing] = 1
		}
	}
	if top > 0 {
		f[scoreShare] = c.bm25 / top
	}
	f[pairsKept] = r.pairs(found)
	f[closeness] = closenessOf(found)
	all := r.tokens(sentences, s)
	negative := r.has(all, cueNot)
	switch {
	case r.q.Negative && !negative:
		f[questionNegative], f[negation] = 1, 1
	case !r.q.Negative && negative:
		f[sentenceNegative], f[negation] = 1, 1
	}
	if r.contradicts(all, best) {
		f[contraryWord] = 1
	}
	f[coverageLocal] = r.localShare(best)
	r.compareAround(&f, s, best)
	r.compareMissing(&f, s, found, best, whole)
	f[sentenceLength] = math.Log(1+float64(all.length())) / 4
	f[standsEarly] = 1 / float64(1+r.passage(s).Index)
	r.types(&f, s, found)
	f.note(gateYearUnknown, r.yearUnknown(s, whole))
	r.gateClause(&f, s, found, best)
	if r.dated && r.otherDay(s) {
		f[otherDay] = 1
	}
	if r.q.Future && !r.has(all, cueFuture) {
		f[tellsNoFuture] = 1
	}
	if r.vacant {
		f[officeUnknown] = 1
	}
	if r.q.Kind == question.Said && r.q.Speaker != "" && r.speaker == 0 {
		f[speakerUnknown] = 1
	}
	return f
}

// around returns how well the units are matched by the sentence, its title or, less, the
// sentences beside it.
func (r *ranker) around(s uint32, best []float64) []float64 {
	all := append([]float64(nil), best...)
	for i, v := range r.titleOf(s) {
		all[i] = max(all[i], v*0.8)
	}
	for _, near := range r.beside(s) {
		for i := range all {
			all[i] = max(all[i], near[i]*0.6)
		}
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
func (r *ranker) pairs(found []match) float64 {
	if len(r.units) < 2 {
		return 0
	}
	n := 0
	for u := range len(r.units) - 1 {
		if adjacent(found, u, u+1) {
			n++
		}
	}
	return float64(n) / float64(len(r.units)-1)
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

// signals reports whether a word has the cue.
func (r *ranker) signals(word term, c cue) bool { return r.cues[word&termMask]&c != 0 }

// has reports whether one of the tokens has the cue.
func (r *ranker) has(all tokens, c cue) bool {
	return slices.ContainsFunc(all, func(t token) bool { return r.signals(t.word, c) })
}

// length returns how many tokens carry meaning.
func (t tokens) length() int {
	n := 0
	for _, t := range t {
		if t.word&flagStop == 0 {
			n++
		}
	}
	return n
}
