package verify

import (
	"iter"
	"slices"

	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
)

// Where a sentence states several numbers of one kind, each has a part of the sentence of
// its own, from one comma or "and" to the next, and the words beside a number of the claim
// must stand in the part of the same number: "54 percent for the plan and 39 against".

// mismatched reports that the sentence gives number n of the claim for another thing.
func mismatched(c *comparison, n grammar.Number) []Reason {
	e, m, ok := c.numberAt(n.First)
	if !ok {
		return nil
	}
	sentence, part := c.links[n.First].sentence, e.Tokens[m.First].Part
	rivals := rivalsOf(e, m)
	if len(rivals) == 0 {
		return nil
	}
	written := c.claim.Phrase(n.First, n.Last)
	if own, theirs := forOrAgainst(c.claim, n), forOrAgainst(e, m); own != "" && theirs != "" {
		if own == theirs {
			return nil
		}
		return because(Number, numberAs, written, theirs, own)
	}
	before, after := beside(c, n, c.claim.Before(n.First, 5)), beside(c, n, c.claim.After(n.Last, 5))
	if !leads(e, m) {
		before = -1 // "found 54 percent for it and 39 against": one verb for both
	}
	for _, a := range []int{before, after} {
		if a < 0 || c.links[a].sentence != sentence || inPart(c, a, sentence, part) {
			continue
		}
		if rival, ok := rivals[c.token(c.links[a]).Part]; ok {
			return because(Number, numberWith, e.Phrase(rival.First, rival.Last), c.claim.Written(a), written)
		}
	}
	return otherParty(c, n, m, sentence)
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

// leads reports whether a word of weight stands before the number in its part.
func leads(s *grammar.Sentence, m grammar.Number) bool {
	return slices.ContainsFunc(s.Tokens[:m.First], func(t grammar.Token) bool { return t.Key != "" && t.Part == s.Tokens[m.First].Part })
}

// beside returns the nearest word of weight among tokens on one side of a number of the claim,
// what the number counts aside, or -1 where there is none within reach or none that is found.
func beside(c *comparison, n grammar.Number, tokens iter.Seq2[int, *grammar.Token]) int {
	for i, t := range tokens {
		if grammar.PartOpeners.Has(t.Norm) || t.Number > 0 || t.Date > 0 {
			break
		}
		if t.Key == "" || t.Key == n.Unit && !oppositeSides.Has(t.Key) || currencies.Has(t.Key) || t.Weight == grammar.WeightLight {
			continue
		}
		if c.links[i].found() {
			return i
		}
		break
	}
	return -1
}

var currencies = english.Keys("currencies and scales")

// inPart reports whether word a of the claim stands in a part of the sentence.
func inPart(c *comparison, a, sentence, part int) bool {
	in := func(p place) bool { return p.sentence == sentence && c.evidence[sentence].Tokens[p.token].Part == part }
	return in(c.links[a].place) || slices.ContainsFunc(c.byKey[c.claim.Tokens[a].Key], in)
}

// otherParty reports that number m has another subject in its part of the sentence than
// n in the claim: "the state pays 5 million and the city the rest".
func otherParty(c *comparison, n, m grammar.Number, sentence int) []Reason {
	e, theirs := c.evidence[sentence], -1
	part := e.Tokens[m.First].Part
	for k := m.First - 1; k >= 0 && e.Tokens[k].Part == part; k-- {
		if t := e.Tokens[k]; t.Key != "" && (t.Weight > grammar.WeightLight || grammar.IsNamed(e, k)) && t.Date == 0 && !c.linkedTo[place{sentence, k}] {
			theirs = k
		}
	}
	if theirs < 0 {
		return nil
	}
	for i, t := range c.claim.Before(n.First, grammar.Clause) {
		l := c.links[i]
		if grammar.BeForms.Has(t.Norm) {
			return nil
		}
		if t.Key == "" || t.Weight == grammar.WeightLight || t.Date > 0 || !l.found() || l.sentence != sentence || inPart(c, i, sentence, part) {
			continue
		}
		return because(Number, ofAnother, e.Written(theirs), c.claim.Written(i))
	}
	return nil
}
