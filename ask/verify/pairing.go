package verify

import (
	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
)

// Where a sentence states several numbers of one kind, each has a part of the sentence of
// its own, from one comma or "and" to the next, and the words beside a number of the claim
// must stand in the part of the same number: "54 percent for the plan and 39 against".

// otherSide reports that the sentence gives number n of the claim for the other side of a question.
func otherSide(c *comparison, n grammar.Number) []Reason {
	e, m, ok := c.numberAt(n.First)
	if !ok || len(rivalsOf(e, m)) == 0 {
		return nil
	}
	if own, theirs := forOrAgainst(c.claim, n), forOrAgainst(e, m); own != "" && theirs != "" && own != theirs {
		return because(Number, numberAs, c.claim.Phrase(n.First, n.Last), theirs, own)
	}
	return nil
}

// rivalsOf returns, by the part they stand in, the other numbers of a sentence that count what
// m does.
func rivalsOf(s *grammar.Sentence, m grammar.Number) map[int]grammar.Number {
	rivals := map[int]grammar.Number{}
	for _, o := range s.Numbers {
		part := s.Tokens[o.First].Part
		if o.Ordinal || m.Ordinal || o.Value == m.Value || part == s.Tokens[m.First].Part || torn(s, o) {
			continue
		}
		if o.Unit == m.Unit && o.Unit != "" || bareNumber(o) || bareNumber(m) {
			rivals[part] = o
		}
	}
	return rivals
}

// bareNumber reports whether a number stands without a thing of its own, as the second of two often
// does: "8 million euros and 5 million", "54 percent for and 39 against".
func bareNumber(n grammar.Number) bool { return n.Unit == "" || oppositeSides.Has(n.Unit) }

var oppositeSides = english.Keys("opposite sides")

// forOrAgainst returns which side of a question a number is said to be on, where the words
// after it tell.
func forOrAgainst(s *grammar.Sentence, n grammar.Number) string {
	for i := n.Last + 1; i < len(s.Tokens) && i <= n.Last+5 && s.Tokens[i].Number == 0; i++ {
		switch stem := s.Tokens[i].Stem; {
		case against.Has(stem):
			return "against"
		case inFavour.Has(stem):
			return "for"
		case s.Broken(i) || grammar.PartOpeners.Has(s.Norm(i)):
			return ""
		}
	}
	return ""
}

var against, inFavour = english.Stems("against it"), english.Stems("in favour of it")
