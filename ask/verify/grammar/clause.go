package grammar

import (
	"strings"

	"talksbot/knowledge/english"
)

// SameClause reports whether no punctuation and no conjunction stands between two tokens.
func (r *Sentence) SameClause(i, k int) bool {
	if r.Tokens[i].Clause != r.Tokens[k].Clause {
		return false
	}
	for ; i < k; i++ {
		if Conjunctions.Has(r.Tokens[i].Norm) {
			return false
		}
	}
	return true
}

var Conjunctions = english.Class("clause joiners")

// markClauses numbers the clauses. Punctuation begins one, and so does a conjunction that
// ends the reach of a negation or a modal verb before it.
func markClauses(r *Sentence) {
	clause := 0
	for i := range r.Tokens {
		if i > 0 && (r.Broken(i) || ClauseOpeners.Has(r.Tokens[i].Norm)) {
			clause++
		}
		r.Tokens[i].Clause = clause
	}
}

// Broken reports whether punctuation stands between token i and the one before it.
func (r *Sentence) Broken(i int) bool {
	if n := r.Tokens[i].Number; n > 0 && i > 0 && r.Tokens[i-1].Number == n {
		return false // "160, 000"
	}
	return strings.ContainsAny(r.Gap(i), ",;:()[]\"“”—–!?…") || strings.Contains(r.Gap(i), " - ") || strings.Contains(r.Gap(i), ". ")
}

var ClauseOpeners = english.Class("clause openers")

var Listing = map[string]bool{",": true, "and": true, ", and": true, "or": true, ", or": true, "&": true, "and the": true, ", and the": true}

// segmentEnd returns the token at or after i that punctuation stands before, or the end.
func (r *Sentence) segmentEnd(i int) int {
	for i < len(r.Tokens) && !r.Broken(i) {
		i++
	}
	return min(i, len(r.Tokens))
}

// SegmentStart returns the first token of the stretch without punctuation that i stands in.
func (r *Sentence) SegmentStart(i int) int {
	for i > 0 && !r.Broken(i) {
		i--
	}
	return i
}
