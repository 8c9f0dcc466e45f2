package search

// A match is a token of a sentence that stands for a unit of the question.
type match struct {
	token    int
	unit     int
	strength float64
}

// matched is what a sentence has of the question: the matching tokens in order, and how well
// each unit is matched at best.
type matched struct {
	found []match
	best  []float64
}

// asked marks the tokens that the question has itself.
func (all tokens) asked(found []match) []bool {
	marks := make([]bool, len(all))
	for _, m := range found {
		marks[m.token] = true
		name := all[m.token].name
		for i := m.token + 1; name != 0 && i < len(all) && !marks[i] && all[i].name == name; i++ {
			marks[i] = true
		}
	}
	return marks
}

// onlyNames reports whether the sentence has only names of the question and none of what it
// asks of them: of "when was NATO founded" no more than NATO.
func (us units) onlyNames(found []match) bool {
	other := false
	for _, u := range us {
		other = other || !u.name && !u.focus
	}
	if !other {
		return false
	}
	for _, m := range found {
		if u := us[m.unit]; !u.name && !u.focus {
			return false
		}
	}
	return true
}

func (us units) focus(found []match) float64 {
	for _, m := range found {
		if us[m.unit].focus {
			return 1
		}
	}
	return 0
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

// Spans of text within which words are taken to belong together, in tokens.
const (
	besideSpan = 2 // "the northern and western coast"
	pairSpan   = 4 // two words of a phrase, with an article and an adjective between
	closeSpan  = 8 // a clause
)

// manyClose is how many words of a question close together are as good as any more.
const manyClose = 5

func adjacent(found []match, u, v int) bool {
	for i, a := range found {
		if a.unit != u {
			continue
		}
		for _, b := range found[i:] {
			if b.token-a.token > pairSpan {
				break
			}
			if b.unit == v {
				return true
			}
		}
	}
	return false
}

// closenessOf returns how many different units stand, at best, within closeSpan of one
// another, in 0..1.
func closenessOf(found []match) float64 {
	best := 0
	for i := range found {
		seen := map[int]bool{}
		for j := i; j < len(found) && found[j].token-found[i].token <= closeSpan; j++ {
			seen[found[j].unit] = true
		}
		best = max(best, len(seen))
	}
	return min(1, float64(best)/manyClose)
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

// sides returns how many tokens before and after the verb the nearest match of one of the
// units stands.
func sides(found []match, units []int, verb int) (before, after int) {
	before, after = nowhere, nowhere
	for _, m := range found {
		for _, u := range units {
			switch {
			case m.unit != u:
			case m.token < verb:
				before = min(before, verb-m.token)
			case m.token > verb:
				after = min(after, m.token-verb)
			}
		}
	}
	return before, after
}

const nowhere = 1 << 20
