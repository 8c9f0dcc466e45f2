package verify

import (
	"strings"

	"talksbot/ask/verify/grammar"
	"talksbot/knowledge"
	"talksbot/knowledge/english"
)

var joinedRule = rule{
	Description: Description{Joined, "who did what", "what the claim says of one thing the sentence does not say of another"},
	judge:       func(c *comparison) []Reason { return append(judgeSubject(c), judgeJoined(c)...) },
}

// judgeJoined reports a clause of the claim put together of parts that the article keeps apart:
// of two sentences, or of one thing and what the sentence says of another.
func judgeJoined(c *comparison) []Reason {
	last := -1
	for i, t := range c.claim.Tokens {
		if t.Key == "" || !c.links[i].found() || t.Weight == grammar.WeightLight || t.Date > 0 {
			continue
		}
		if last >= 0 && c.claim.SameClause(last, i) && (t.Name == 0 || t.Name != c.claim.Tokens[last].Name) {
			if why := apart(c, last, i); why != nil {
				return why
			}
		}
		last = i
	}
	return nil
}

// apart reports two neighbouring words of the claim that are kept apart in the evidence.
func apart(c *comparison, a, b int) []Reason {
	la, lb := c.links[a], c.links[b]
	if la.sentence != lb.sentence {
		if leans(c.evidence[lb.sentence], lb.token) || leans(c.evidence[la.sentence], la.token) {
			return nil
		}
		return because(Joined, apartSentences, c.claim.Written(b), c.claim.Written(a))
	}
	e := c.evidence[lb.sentence]
	if lb.token <= la.token || e.Tokens[la.token].Clause == e.Tokens[lb.token].Clause {
		return nil
	}
	subject := otherSubject(c, lb)
	if n, own := appositionTo(e, lb.token), e.Tokens[la.token].Name; n > 0 && own > 0 {
		if n == own {
			return nil
		}
		subject = e.Text[e.Names[n-1].Start:e.Names[n-1].End]
	}
	if subject == "" {
		return nil
	}
	return because(Joined, apartSubjects, c.claim.Written(b), c.claim.Written(a), subject)
}

// appositionTo returns the name that the noun at token i stands in apposition to, at most an
// age between them, "Mia Ek, 44, a retired nurse, ...", and 0 when there is none.
func appositionTo(r *grammar.Sentence, i int) int {
	a := r.SegmentStart(i)
	if a == i || a == 0 || r.Tokens[a].Norm != "a" && r.Tokens[a].Norm != "an" || i+1 < len(r.Tokens) && !r.Broken(i+1) {
		return 0
	}
	for k := a + 1; k < i; k++ {
		if t := r.Tokens[k]; t.Name > 0 || t.Stop && t.Number == 0 {
			return 0
		}
	}
	before := a - 1
	if before > 0 && r.Tokens[before].Number > 0 && r.Broken(before) {
		before--
	}
	return r.Tokens[before].Name
}

// leans reports whether a pronoun before token i in its clause lets the sentence speak of
// something named elsewhere.
func leans(r *grammar.Sentence, i int) bool {
	for k := i - 1; k >= 0 && k > i-8 && r.Tokens[k].Clause == r.Tokens[i].Clause; k-- {
		if leaning.Has(r.Tokens[k].Norm) {
			return true
		}
	}
	return false
}

// otherSubject returns what stands right before the word in its clause and is left out of
// the claim, if it can be what the clause speaks of. What follows an auxiliary cannot.
func otherSubject(c *comparison, l link) string {
	e, subject := c.evidence[l.sentence], ""
	for k := l.token - 1; k >= 0 && e.Tokens[k].Clause == e.Tokens[l.token].Clause; k-- {
		t := e.Tokens[k]
		if grammar.Auxiliaries.Has(t.Norm) {
			subject = ""
		}
		if c.linkedTo[place{l.sentence, k}] {
			return ""
		}
		if t.Name > 0 && t.Name == e.Tokens[l.token].Name {
			continue
		}
		if grammar.Conjunctions.Has(t.Norm) {
			break // "employs dockers and handles goods": one subject for both
		}
		if t.Key == "" || t.Weight == grammar.WeightLight || strings.HasSuffix(t.Norm, "ly") || strings.HasSuffix(t.Norm, "ing") || t.Date > 0 {
			continue
		}
		if subject == "" {
			subject = e.Written(k)
		}
	}
	return subject
}

var leaning = english.Class("leaning pronouns")

// judgeSubject reports a claim of which the head verb is said of somebody else in the article.
func judgeSubject(c *comparison) []Reason {
	who, v := 0, -1
	for i, t := range c.claim.Tokens {
		if t.Key != "" && t.Name == 0 && t.Date == 0 && t.Number == 0 && t.Subject > 0 && i > 0 && t.Subject != who {
			who, v = t.Subject, i
			if why := saidOfAnother(c, who-1, v); why != nil {
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
	if m := possessorBefore(e, l.token); m >= 0 && own.Kind == knowledge.Person && c.isSame(own, e.Names[m]) {
		return because(Joined, ofAnother, e.Phrase(e.TokenAt(e.Names[m].Start), l.token-1), c.claim.Text[own.Start:own.End])
	}
	s := e.Tokens[l.token].Subject
	if s == 0 || e.TokenAt(e.Names[s-1].Start) > l.token || nearName(e, l.token) {
		return nil
	}
	theirs := e.Names[s-1]
	if c.isSame(own, theirs) || own.Kind != theirs.Kind && own.Kind != knowledge.OtherName && theirs.Kind != knowledge.OtherName || theirs.Of == own.Name || own.Of == theirs.Name {
		return nil
	}
	if governs(c, l, s) {
		return nil
	}
	return because(Joined, wordOfAnother, e.Written(l.token), e.Text[theirs.Start:theirs.End], c.claim.Text[own.Start:own.End])
}

// governs reports whether a verb between the subject and the word hands the word to somebody
// else: "Veltra asked Onix to sell".
func governs(c *comparison, l link, s int) bool {
	e := c.evidence[l.sentence]
	for i := l.token - 1; i > e.TokenAt(e.Names[s-1].Start); i-- {
		if t := e.Tokens[i]; grammar.Intentions.Has(t.Key) || handsOn.Has(t.Key) || grammar.Speaks.Has(t.Stem) {
			return true
		}
	}
	return false
}

// nearName reports whether a name stands right before token i, auxiliaries and adverbs aside,
// so that it may be the subject whatever stands at the head.
func nearName(r *grammar.Sentence, i int) bool {
	for k := i - 1; k >= 0; k-- {
		if r.Tokens[k].Name > 0 {
			return r.Tokens[k].Name != r.Tokens[i].Subject
		}
		if !grammar.OfVerb(r, k) {
			return false
		}
	}
	return false
}

// possessorBefore returns the name whose thing it is that does what token i says: "Palek's
// predecessor resigned"; -1 when there is none.
func possessorBefore(r *grammar.Sentence, i int) int {
	for k := i - 1; k >= 0 && k >= i-3 && r.Tokens[k].Clause == r.Tokens[i].Clause; k-- {
		n := r.Tokens[k].Name
		if n == 0 {
			if r.Tokens[k].Stop && !grammar.Auxiliaries.Has(r.Tokens[k].Norm) {
				return -1
			}
			continue
		}
		after := r.Text[r.Names[n-1].End:]
		if k < i-1 && (strings.HasPrefix(after, "'s") || strings.HasPrefix(after, "’s")) && r.Tokens[i-1].Key != "" {
			return n - 1
		}
		return -1
	}
	return -1
}

var handsOn = grammar.Keys("verbs that hand on")
