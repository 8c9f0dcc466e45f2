package grammar

import (
	"strings"
)

// SameClause reports whether no punctuation and no conjunction stands between two tokens.
func (s *Sentence) SameClause(i, k int) bool {
	if s.Tokens[i].Clause != s.Tokens[k].Clause {
		return false
	}
	for ; i < k; i++ {
		if Conjunctions.Has(s.Tokens[i].Norm) {
			return false
		}
	}
	return true
}

// markClauses numbers the clauses and parts. Punctuation begins one, and so does a conjunction that
// ends the reach of a negation or a modal verb before it.
func markClauses(s *Sentence) {
	clause, part := 0, 0
	for i := range s.Tokens {
		switch norm := s.Norm(i); {
		case i > 0 && (s.Broken(i) || ClauseOpeners.Has(norm)):
			clause++
			part++
		case i > 0 && PartOpeners.Has(norm):
			part++
		}
		s.Tokens[i].Clause, s.Tokens[i].Part = clause, part
	}
}

// Broken reports whether punctuation stands between token i and the one before it.
func (s *Sentence) Broken(i int) bool {
	if n := s.Tokens[i].Number; n > 0 && i > 0 && s.Tokens[i-1].Number == n {
		return false // "160, 000"
	}
	if d := s.Tokens[i].Date; d > 0 && i > 0 && s.Tokens[i-1].Date == d {
		return false // "Friday, 15 March 2024"
	}
	return strings.ContainsAny(s.Gap(i), ",;:()[]\"“”—–!?…") || strings.Contains(s.Gap(i), " - ") || strings.Contains(s.Gap(i), ". ")
}

var Listing = map[string]bool{",": true, "and": true, ", and": true, "or": true, ", or": true, "&": true, "and the": true, ", and the": true}

// segmentEnd returns the token at or after i that punctuation stands before, or the end.
func (s *Sentence) segmentEnd(i int) int {
	for i < len(s.Tokens) && !s.Broken(i) {
		i++
	}
	return min(i, len(s.Tokens))
}

// SegmentStart returns the first token of the stretch without punctuation that i stands in.
func (s *Sentence) SegmentStart(i int) int {
	for i > 0 && !s.Broken(i) {
		i--
	}
	return i
}
