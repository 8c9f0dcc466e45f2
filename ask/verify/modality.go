package verify

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
	"talksbot/knowledge/names"
)

// judgeModality reports a verb that the article has in another mood than the claim: planned,
// possible or asked for where the claim has it done, or the other way round.
func judgeModality(c *comparison) []Reason {
	for p := range c.pairs() {
		if p.own.Date > 0 {
			continue
		}
		if w := unhedged(c, p); w != "" && (p.own.Name == 0 || p.there.OneOf || c.claim.Names[p.own.Name-1].Kind != names.Person) {
			return because(Modality, drops, w+" "+p.in.Written(p.token), w)
		}
		if p.own.Name == 0 && p.own.Mood != p.there.Mood && !moodsAgree(c, p) {
			return because(Modality, otherMood, c.claim.Written(p.i), moods[p.there.Mood], moods[p.own.Mood])
		}
	}
	if w := supposed(c); w != "" {
		return because(Modality, onlyIf, w)
	}
	if w := unscoped(c); w != "" {
		return because(Modality, drops, w, w)
	}
	return unconditional(c)
}

// unscoped returns what limits a first, a last, a largest or a never of the article and is left out of
// the claim: "for the first time since 1990", "the largest port in Arlen", "never won in Renna".
func unscoped(c *comparison) string {
	for p := range c.pairs() {
		if p.own.Date > 0 || p.own.Name > 0 {
			continue
		}
		denied := p.there.Speech == grammar.Verb && p.own.Negated && p.there.Negated && denied(p.in, p.token) != ""
		for _, t := range p.in.Ties {
			if w := t.Dep; t.Relation == grammar.Modifier && t.Heads[0] == p.token && noneOf(c.claim, p.i) && noneOf(p.in, p.token) && !c.linkedTo[place{p.sentence, w}] && p.in.Tokens[w].Weight >= grammar.WeightWord {
				return p.in.Written(w) // "no serious delays"
			}
			if t.Relation != grammar.Tied || !(t.Heads[0] == p.token && ofRank.Has(t.Word)) && !(denied && slices.Contains(t.Heads, p.token) && (neverBefore(p.in, p.token) || ends.Has(t.Word))) && !(t.Word == "since" && !denied) || c.linkedTo[place{p.sentence, t.Dep}] {
				continue
			}
			if d := p.in.Tokens[t.Dep].Date; d > 0 && (denied && !ends.Has(t.Word) || c.hasDateOf(p.in, d-1)) {
				continue
			}
			if denied && (neverBefore(p.in, p.token) || ends.Has(t.Word)) || ranked(p.in, p.token) && ranked(c.claim, p.i) {
				return strings.TrimSpace(t.Word + " " + p.in.Written(t.Dep))
			}
		}
	}
	return ""
}

// ofRank are prepositions of where or since when something is the first or largest.
var ofRank = english.Class("of what something is the first")

// ends are prepositions of the end of a time: what is denied until then is not denied for ever.
var ends = english.Class("time ends")

// noneOf reports whether a "no" stands before the noun at token i.
func noneOf(s *grammar.Sentence, i int) bool {
	for _, t := range s.Before(i, 3) {
		if t.Norm == "no" {
			return true
		}
	}
	return false
}

// neverBefore reports whether a "never" denies the verb at token i: then what is left out limits it.
func neverBefore(s *grammar.Sentence, i int) bool {
	for _, t := range s.Before(i, 3) {
		if t.Norm == "never" {
			return true
		}
	}
	return false
}

// ranked reports whether a noun has a superlative, a "first" or an "only" before it.
func ranked(s *grammar.Sentence, i int) bool {
	return slices.ContainsFunc(s.Ties, func(t grammar.Tie) bool {
		d := s.Tokens[t.Dep]
		return t.Relation == grammar.Modifier && slices.Contains(t.Heads, i) && (superlative(d.Norm) || d.Norm == "only" || d.Norm == "first")
	})
}

// hasDateOf reports whether the claim states date k of a sentence.
func (c *comparison) hasDateOf(e *grammar.Sentence, k int) bool {
	for n := range c.claim.Dates {
		if c.sameDate(e.String, e.Dates[k], c.claimDate(n, e.Passage.Article.Published)) {
			return true
		}
	}
	return false
}

// supposed returns the condition or open question of which the claim makes a fact: "a court bans it" of
// "unless a court bans it".
func supposed(c *comparison) string {
	linked, within := 0.0, 0.0
	var at pair
	for p := range c.pairs() {
		if p.own.Mood == grammar.Possible || p.own.Name > 0 && !p.there.Supposed {
			continue // a name outside tells who, and not what is so
		}
		linked += p.own.Weight
		if p.there.Supposed && !p.own.Supposed && !p.own.Negated {
			within += p.own.Weight
			at = p
		}
	}
	if within <= maxSupposed*linked || within == 0 {
		return ""
	}
	first, last := at.token, at.token
	for k, t := range at.in.Before(first, grammar.Clause) {
		if !t.Supposed {
			break
		}
		first = k
	}
	for k, t := range at.in.After(last, grammar.Clause) {
		if !t.Supposed {
			break
		}
		last = k
	}
	return at.in.Phrase(first, min(last, first+8))
}

// maxSupposed is the share of a claim that may stand in a condition.
const maxSupposed = 0.5

// unconditional reports that the claim states without its condition what the article says
// only holds "unless" or "if" something is so.
func unconditional(c *comparison) []Reason {
	if slices.ContainsFunc(c.claim.Tokens, func(t grammar.Token) bool { return grammar.Conditions.Has(t.Norm) }) {
		return nil
	}
	if slices.ContainsFunc(c.claim.Tokens, func(t grammar.Token) bool { return t.Mood == grammar.Intended }) {
		return nil // "threatened to sue": that it was on a condition adds to it
	}
	for s, e := range c.evidence {
		for k, t := range e.Tokens {
			if !grammar.Conditions.Has(t.Norm) || grammar.NotConditions.Has(e.Norm(k-1)) {
				continue
			}
			main := t.Clause - 1
			if k == 0 {
				main = t.Clause + 1
			}
			if holdsOf(c, s, main) > 0.4 && holdsOf(c, s, t.Clause) == 0 {
				return because(Modality, withCondition, e.Phrase(k, min(k+6, len(e.Tokens)-1)))
			}
		}
	}
	return nil
}

// holdsOf returns the share of a clause of the evidence that the claim holds.
func holdsOf(c *comparison, sentence, clause int) float64 {
	all, held := 0.0, 0.0
	for k, t := range c.evidence[sentence].Tokens {
		if t.Clause != clause || t.Key == "" {
			continue
		}
		all += t.Weight
		if c.linkedTo[place{sentence, k}] {
			held += t.Weight
		}
	}
	return held / max(all, 1)
}

// unhedged returns a word before the article's that takes back part of what it says,
// "possible", "former", "alleged", if the claim leaves it out.
func unhedged(c *comparison, p pair) string {
	if p.there.OneOf && !p.own.OneOf && !p.own.Negated {
		return "or"
	}
	for k, t := range p.in.Before(p.token, 2) {
		if t.Number > 0 && p.in.Numbers[t.Number-1].Ordinal && superlative(p.there.Norm) && !c.linkedTo[place{p.sentence, k}] {
			return p.in.Written(k) // "the second-largest"
		}
		if (takesBack.Has(t.Norm) || another.Has(t.Norm)) && !c.linkedTo[place{p.sentence, k}] && !takesBackBefore(c.claim, p.i) {
			return p.in.Written(k)
		}
	}
	return ""
}

// superlative reports whether a word is one by its ending.
func superlative(norm string) bool {
	base, ok := strings.CutSuffix(norm, "est")
	if !ok || len(base) < 4 {
		return norm == "most" || norm == "best" || norm == "worst" || norm == "last" || norm == "oldest"
	}
	if y, ok := strings.CutSuffix(base, "i"); ok {
		base = y + "y"
	}
	return english.IsCommon(english.Stem(base)) || english.IsCommon(english.Stem(base+"e")) || base[len(base)-1] == base[len(base)-2]
}

func takesBackBefore(s *grammar.Sentence, i int) bool {
	return slices.ContainsFunc(s.Tokens[max(i-3, 0):i], func(t grammar.Token) bool {
		return takesBack.Has(t.Norm) || another.Has(t.Norm) || t.Mood == grammar.Possible || grammar.Modals[t.Norm] == grammar.Possible
	})
}

var takesBack, another = english.Class("words that take back"), english.Class("makes another of it")

// isPast reports whether a word is a verb in the past tense, or what such a verb is said of: "the vote was in
// April".
func isPast(s *grammar.Sentence, i int) bool {
	return grammar.Past(s, i) || slices.ContainsFunc(s.Ties, func(t grammar.Tie) bool {
		v := t.Heads[0]
		return t.Relation <= grammar.Patient && t.Dep == i && (grammar.Past(s, v) || s.Norm(v) == "was" || s.Norm(v) == "were")
	})
}

// underWay reports whether a verb is in the present progressive, as what is agreed on may be told.
func underWay(s *grammar.Sentence, i int) bool {
	return strings.HasSuffix(s.Norm(i), "ing") && (present.Has(s.Norm(i-1)) || present.Has(s.Norm(i-2)))
}

// moodsAgree reports whether two different moods come to the same: what is decided will be,
// and the present tense may stand for the future.
func moodsAgree(c *comparison, p pair) bool {
	own, there := p.own.Mood, p.there.Mood
	switch {
	case grammar.IsNamed(p.in, p.token):
		return !grammar.Past(c.claim, p.i) // "invited to a meeting" is not "met"
	case own == grammar.Factual && grammar.Infinitive(c.claim, p.i):
		return true // its governor is another word, which has to be explained itself
	case there == grammar.Factual && grammar.Infinitive(p.in, p.token):
		return own != grammar.Possible
	case own == grammar.Factual && there == grammar.Future:
		return !isPast(c.claim, p.i)
	case own == grammar.Factual && there == grammar.Settled:
		return underWay(c.claim, p.i) // "is buying" of "agreed to buy"
	case own == grammar.Future && there == grammar.Factual:
		return !grammar.Past(p.in, p.token)
	case own == grammar.Factual && there == grammar.Intended:
		return p.own.Negated && p.there.Negated // what it refused to do it did not do
	case own == grammar.Alleged && there == grammar.Factual:
		return p.own.Report > 0 && p.there.Report > 0 // "accuse Moscow of amassing": the claim has it no surer than the article
	}
	// Between what is decided and what will be or is wanted: the governors themselves are compared as words.
	return own == grammar.Settled && (there == grammar.Future || there == grammar.Intended) ||
		there == grammar.Settled && (own == grammar.Future || own == grammar.Intended)
}
