package verify

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
	"talksbot/knowledge/names"
)

// judgeSubject reports a claim of which the head verb is said of somebody else in the article.
func judgeSubject(c *comparison) []Reason {
	who := 0
	for i, t := range c.claim.Tokens {
		if t.Key != "" && t.Name == 0 && t.Date == 0 && t.Number == 0 && t.Subject > 0 && i > 0 && t.Subject != who {
			who = t.Subject
			if why := saidOfAnother(c, who-1, i); why != nil {
				return why
			}
		}
	}
	return nil
}

// saidOfAnother reports that the article says the word at token v of the claim of somebody
// other than name k.
func saidOfAnother(c *comparison, k, v int) []Reason {
	l := c.links[v]
	if !l.found() || grammar.IsBe(c.claim, v) || mutual.Has(c.claim.Tokens[v].Key) || c.claim.TokenAt(c.claim.Names[k].Start) > v {
		return nil
	}
	e, own := c.evidence[l.sentence], c.claim.Names[k]
	if grammar.IsBe(e, l.token) || grammar.Passive(e, l.token) {
		return nil
	}
	if m := possessorBefore(e, l.token); m >= 0 && own.Kind == names.Person && c.isSame(own, e.Names[m]) {
		return because(Joined, ofAnother, e.Phrase(e.TokenAt(e.Names[m].Start), l.token-1), c.claim.Mention(k))
	}
	s := e.Tokens[l.token].Subject
	if s == 0 || e.TokenAt(e.Names[s-1].Start) > l.token || nearName(e, l.token) || governs(c, l, s) {
		return nil
	}
	theirs := e.Names[s-1]
	if c.isSame(own, theirs) || own.Kind != theirs.Kind && own.Kind != names.Other && theirs.Kind != names.Other || theirs.Of == own.Name || own.Of == theirs.Name {
		return nil
	}
	return because(Joined, wordOfAnother, e.Written(l.token), e.Mention(s-1), c.claim.Mention(k))
}

// governs reports whether a verb between the subject and the word hands the word to somebody
// else: "Veltra asked Onix to sell".
func governs(c *comparison, l link, s int) bool {
	e := c.evidence[l.sentence]
	first := e.TokenAt(e.Names[s-1].Start)
	return slices.ContainsFunc(e.Tokens[min(first+1, l.token):l.token], func(t grammar.Token) bool {
		return grammar.Intentions.Has(t.Key) || handsOn.Has(t.Key) || grammar.Speaks.Has(t.Stem)
	})
}

var handsOn = english.Keys("verbs that hand on")

// nearName reports whether a name stands right before token i, auxiliaries and adverbs aside,
// so that it may be the subject whatever stands at the head.
func nearName(s *grammar.Sentence, i int) bool {
	k := i - 1
	for k >= 0 && s.Tokens[k].Name == 0 && grammar.OfVerb(s, k) {
		k--
	}
	return k >= 0 && s.Tokens[k].Name > 0 && s.Tokens[k].Name != s.Tokens[i].Subject
}

// possessorBefore returns the name whose thing it is that does what token i says: "Palek's
// predecessor resigned"; -1 when there is none.
func possessorBefore(s *grammar.Sentence, i int) int {
	for k, t := range s.Before(i, 3) {
		switch {
		case t.Name > 0 && k < i-1 && s.Tokens[i-1].Key != "" && s.Possessed(s.Names[t.Name-1].End):
			return t.Name - 1
		case t.Name > 0 || t.Stop && !grammar.Auxiliaries.Has(t.Norm):
			return -1
		}
	}
	return -1
}

// judgeJoined reports a clause of the claim put together of parts that the article keeps apart:
// of two sentences, or of one thing and what the sentence says of another.
func judgeJoined(c *comparison) []Reason {
	var last pair
	for p := range c.pairs() {
		if p.own.Weight == grammar.WeightLight || p.own.Date > 0 {
			continue
		}
		if last.found() && c.claim.SameClause(last.i, p.i) && (p.own.Name == 0 || p.own.Name != last.own.Name) {
			if why := apart(c, last, p); why != nil {
				return why
			}
		}
		last = p
	}
	return nil
}

// apart reports two neighbouring words of the claim that are kept apart in the evidence.
func apart(c *comparison, a, b pair) []Reason {
	if a.sentence != b.sentence {
		if leans(a) || leans(b) {
			return nil
		}
		return because(Joined, apartSentences, c.claim.Written(b.i), c.claim.Written(a.i))
	}
	if b.token <= a.token || a.there.Clause == b.there.Clause {
		return nil
	}
	subject := otherSubject(c, b)
	if n := appositionTo(b.in, b.token); n > 0 && a.there.Name > 0 {
		if n == a.there.Name {
			return nil
		}
		subject = b.in.Mention(n - 1)
	}
	if subject == "" {
		return nil
	}
	return because(Joined, apartSubjects, c.claim.Written(b.i), c.claim.Written(a.i), subject)
}

// appositionTo returns the name that the noun at token i stands in apposition to, at most an
// age between them, "Mia Ek, 44, a retired nurse, ...", and 0 when there is none.
func appositionTo(s *grammar.Sentence, i int) int {
	a := s.SegmentStart(i)
	if a == i || a == 0 || s.Norm(a) != "a" && s.Norm(a) != "an" || i+1 < len(s.Tokens) && !s.Broken(i+1) {
		return 0
	}
	for _, t := range s.Tokens[a+1 : i] {
		if t.Name > 0 || t.Stop && t.Number == 0 {
			return 0
		}
	}
	before := a - 1
	if before > 0 && s.Tokens[before].Number > 0 && s.Broken(before) {
		before--
	}
	return s.Tokens[before].Name
}

// leans reports whether a pronoun before the article's word in its clause lets the sentence
// speak of something named elsewhere.
func leans(p pair) bool {
	for _, t := range p.in.Before(p.token, 7) {
		if leaning.Has(t.Norm) {
			return true
		}
	}
	return false
}

var leaning = english.Class("leaning pronouns")

// otherSubject returns what stands right before the article's word in its clause and is left
// out of the claim, if it can be what the clause speaks of. What follows an auxiliary cannot.
func otherSubject(c *comparison, p pair) (subject string) {
	for k, t := range p.in.Before(p.token, grammar.Clause) {
		if grammar.Auxiliaries.Has(t.Norm) {
			subject = ""
		}
		if c.linkedTo[place{p.sentence, k}] {
			return ""
		}
		if t.Name > 0 && t.Name == p.there.Name {
			continue
		}
		if grammar.Conjunctions.Has(t.Norm) {
			break // "employs dockers and handles goods": one subject for both
		}
		if t.Key == "" || t.Weight == grammar.WeightLight || strings.HasSuffix(t.Norm, "ly") || strings.HasSuffix(t.Norm, "ing") || t.Date > 0 {
			continue
		}
		if subject == "" {
			subject = p.in.Written(k)
		}
	}
	return subject
}
