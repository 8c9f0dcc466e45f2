package verify

import (
	"cmp"
	"slices"

	"talksbot/knowledge/grammar"
)

// A step is one way to have traced the claim so far: the last place found, what the way
// there cost, and the step before.
type step struct {
	last link
	at   int // token of the claim that was linked
	cost float64
	back *step
}

// maxSteps bounds how many ways are followed at once, and so the time a hostile claim takes.
const maxSteps = 32

// trace finds the cheapest way to follow the claim through the evidence as one would with a
// finger: reading on costs nothing, jumping back or to another sentence costs something, a
// word that stands nowhere costs most. (Viterbi's algorithm over the places of each word.)
func (c *comparison) trace() {
	steps := []*step{{}}
	for i, t := range c.claim.Tokens {
		if t.Key == "" {
			continue
		}
		next := make([]*step, 0, len(steps)+8)
		for _, s := range steps {
			s.cost += missing * t.Weight
			next = append(next, s)
		}
		found := c.candidates(i)
		for _, l := range found[:min(len(found), maxPlaces)] {
			next = append(next, c.reach(steps, i, l))
		}
		steps = cheapest(next)
	}
	for s := steps[0]; s != nil && s.last.found(); s = s.back {
		c.links[s.at] = s.last
		c.linkedTo[s.last.place] = true
	}
}

// The costs of a trace. A word of full weight that is missing costs more than any jump.
const (
	missing  = 1.5
	jump     = 0.6 // to another sentence
	backward = 0.35
	skip     = 0.02 // for each token passed over, up to maxSkip
	maxSkip  = 0.3
)

// reach returns the cheapest step to l from any of the steps before. Their costs already
// count token i as missing.
func (c *comparison) reach(steps []*step, i int, l link) *step {
	weight := c.claim.Tokens[i].Weight
	best := &step{last: l, at: i}
	for k, s := range steps {
		cost := s.cost - missing*weight + (1-l.fit)*weight + distance(s.last, l)
		if k == 0 || cost < best.cost {
			best.cost, best.back = cost, s
		}
	}
	// The step before goes on being followed with this word missing; keep it as it was.
	before := *best.back
	best.back = &before
	return best
}

func distance(from, to link) float64 {
	switch {
	case !from.found():
		return 0
	case from.sentence != to.sentence:
		return jump
	case to.token <= from.token:
		return backward
	}
	return min(skip*float64(max(to.token-from.token-3, 0)), maxSkip)
}

// cheapest keeps the cheapest step for each last place, at most maxSteps of them.
func cheapest(steps []*step) []*step {
	slices.SortStableFunc(steps, func(a, b *step) int { return cmp.Compare(a.cost, b.cost) })
	kept := steps[:0]
	for _, s := range steps {
		if !slices.ContainsFunc(kept, func(k *step) bool { return k.last.place == s.last.place && k.last.found() == s.last.found() }) {
			kept = append(kept, s)
		}
		if len(kept) == maxSteps {
			break
		}
	}
	return kept
}

// candidates returns the places where token i of the claim may stand. A date stands where
// the article has that date, a name where it has one for the same person or thing.
func (c *comparison) candidates(i int) []link {
	t := c.claim.Tokens[i]
	if t.Date > 0 && grammar.Fixes(c.claim, c.claim.Dates[t.Date-1]) {
		return c.datePlaces(t.Date - 1)
	}
	if t.Name > 0 {
		if links := c.namePlaces(t.Name-1, t.Key); len(links) > 0 {
			return links
		}
	}
	var links []link
	there := c.byKey[t.Key]
	for _, p := range there[:min(len(there), 4*maxPlaces)] {
		l := link{p, 1}
		if c.token(l).Norm != t.Norm {
			l.fit = inflected
		}
		links = append(links, l)
	}
	if len(links) == 0 && t.Root != "" {
		for _, p := range c.byRoot[t.Root] {
			links = append(links, link{p, derived})
		}
	}
	return links
}

const (
	inflected = 0.97 // how well "talk" agrees with "talks" and with "negotiations"
	derived   = 0.75 // how well "negotiator" agrees with "negotiation"
)

// maxPlaces bounds the places looked at for one word.
const maxPlaces = 24
