package revision

import (
	"cmp"
	"slices"
)

// A group is sentences of the older version and those of the newer that say the same, changed: one of each,
// or several where one was split or some were joined.
type group struct {
	before, after []int
	like          float64
}

// align marks the sentences that stand in both versions and returns those that changed.
func align(before, after *text) []group {
	alike(before, after)
	pairs := candidates(before, after)
	slices.SortStableFunc(pairs, func(p, q pair) int {
		return cmp.Or(cmp.Compare(q.score, p.score), cmp.Compare(p.after, q.after), cmp.Compare(p.before, q.before))
	})
	var groups []group
	of := map[int]int{} // sentence of before -> its group
	to := map[int]int{} // sentence of after -> its group
	for _, p := range pairs {
		if p.score >= enough && before.partner[p.before] == alone && after.partner[p.after] == alone {
			before.partner[p.before], after.partner[p.after] = p.after, p.before
			of[p.before], to[p.after] = len(groups), len(groups)
			groups = append(groups, group{[]int{p.before}, []int{p.after}, p.like})
		}
	}
	for _, p := range pairs { // what was split, and joined
		g, inBefore := of[p.before]
		h, inAfter := to[p.after]
		switch {
		case inBefore && after.partner[p.after] == alone && p.ofAfter >= within:
			after.partner[p.after], groups[g].after = p.before, append(groups[g].after, p.after)
		case inAfter && before.partner[p.before] == alone && p.ofBefore >= within:
			before.partner[p.before], groups[h].before = p.after, append(groups[h].before, p.before)
		}
	}
	for _, g := range groups {
		slices.Sort(g.before)
		slices.Sort(g.after)
	}
	slices.SortFunc(groups, func(g, h group) int { return g.after[0] - h.after[0] })
	return groups
}

// alike gives partners to the sentences that have the same words, wherever they stand. One that stands twice
// in a version needs two in the other.
func alike(before, after *text) {
	at := map[uint64][]int{}
	for i, sum := range before.sums {
		at[sum] = append(at[sum], i)
	}
	for j, sum := range after.sums {
		if free := at[sum]; len(free) > 0 {
			before.partner[free[0]], after.partner[j] = j, free[0]
			at[sum] = free[1:]
		}
	}
}

// A pair is two sentences that may be one.
type pair struct {
	before, after     int
	like              float64 // how much of their words they share
	ofBefore, ofAfter float64 // how much of each the other has
	score             float64 // like, and a little for standing at the same place
}

const (
	enough    = 0.5  // the score from which two sentences are one
	within    = 0.75 // how much of a part the whole has
	placed    = 0.1  // what a neighbour that is the same adds to the score
	mostTries = 24   // sentences that one is compared with
	mostAlike = 60   // sentences that share a word, for the word to tell anything
)

// candidates returns the pairs of sentences without a partner that share telling words.
func candidates(before, after *text) []pair {
	at := map[string][]int{}
	for i, partner := range before.partner {
		if partner == alone {
			for w, n := range before.bag(i) {
				if n >= weightFigure {
					at[w] = append(at[w], i)
				}
			}
		}
	}
	var all []pair
	for j, partner := range after.partner {
		if partner == alone {
			all = append(all, pairsOf(before, after, j, at)...)
		}
	}
	return all
}

func pairsOf(before, after *text, j int, at map[string][]int) []pair {
	shared := map[int]float64{}
	for w, n := range after.bag(j) {
		if len(at[w]) > mostAlike {
			continue
		}
		for _, i := range at[w] {
			shared[i] += min(n, weightWord)
		}
	}
	var all []pair
	for i := range shared {
		p := pair{before: i, after: j}
		p.like, p.ofBefore, p.ofAfter = likeness(before.bag(i), after.bag(j))
		p.score = p.like + placed*float64(beside(before, after, i, j))
		all = append(all, p)
	}
	slices.SortFunc(all, func(p, q pair) int {
		return cmp.Or(cmp.Compare(q.score, p.score), cmp.Compare(p.before, q.before))
	})
	return all[:min(len(all), mostTries)]
}

// beside returns how many of the neighbours of two sentences are the same: none, one or two.
func beside(before, after *text, i, j int) int {
	n := 0
	if i == 0 && j == 0 || i > 0 && j > 0 && before.partner[i-1] == j-1 {
		n++
	}
	lastI, lastJ := i+1 == len(before.partner), j+1 == len(after.partner)
	if lastI && lastJ || !lastI && !lastJ && before.partner[i+1] == j+1 {
		n++
	}
	return n
}
