package verify

import (
	"slices"

	"talksbot/ask/verify/grammar"
	"talksbot/knowledge"
	"talksbot/knowledge/timex"
)

// A comparison is a claim laid against its evidence.
type comparison struct {
	claim    *grammar.Sentence
	evidence []*grammar.Sentence
	names    *knowledge.Names
	searched bool   // the evidence was looked for in the articles, not cited
	links    []link // for each token of the claim, where it stands in the evidence

	byKey    map[string][]place // where the evidence has a key
	byRoot   map[string][]place
	linkedTo map[place]bool     // the other way round: what of the evidence the claim holds
	same     map[[2]string]bool // what Names.Same has said
	known    []known            // what named has said
	dated    map[int][]link     // what datePlaces has said
	claimAt  map[timex.Moment][]timex.Expression
}

// A place is a token of the evidence.
type place struct{ sentence, token int }

// A link says where a token of the claim stands in the evidence, and how well the words
// agree: 1 for the same word, name or day. The zero link is none.
type link struct {
	place
	fit float64
}

func (l link) found() bool { return l.fit > 0 }

func compare(claim *grammar.Sentence, evidence []*grammar.Sentence, names *knowledge.Names) *comparison {
	c := &comparison{claim: claim, evidence: evidence, names: names, links: make([]link, len(claim.Tokens)),
		byKey: map[string][]place{}, byRoot: map[string][]place{}, linkedTo: map[place]bool{}, same: map[[2]string]bool{}, dated: map[int][]link{}}
	for s, e := range evidence {
		for i, t := range e.Tokens {
			c.index(t, place{s, i})
		}
	}
	c.trace()
	return c
}

func (c *comparison) index(t grammar.Token, p place) {
	if t.Key == "" {
		return
	}
	c.byKey[t.Key] = append(c.byKey[t.Key], p)
	if t.Root != "" {
		c.byRoot[t.Root] = append(c.byRoot[t.Root], p)
	}
}

// sources is what a reader knows the evidence as.
func (c *comparison) sources() string {
	if c.searched {
		return theArticles
	}
	return theSentences
}

func (c *comparison) token(l link) grammar.Token { return c.evidence[l.sentence].Tokens[l.token] }

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
	slices.SortStableFunc(steps, func(a, b *step) int {
		switch {
		case a.cost < b.cost:
			return -1
		case a.cost > b.cost:
			return 1
		}
		return 0
	})
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
	links := c.places(c.byKey[t.Key], 1)
	for k, l := range links {
		if c.token(l).Norm != t.Norm {
			links[k].fit = inflected
		}
	}
	if len(links) == 0 && t.Root != "" {
		links = c.places(c.byRoot[t.Root], derived)
	}
	return links
}

const (
	inflected = 0.97 // how well "talk" agrees with "talks" and with "negotiations"
	derived   = 0.75 // how well "negotiator" agrees with "negotiation"
)

// maxPlaces bounds the places looked at for one word.
const maxPlaces = 24

func (c *comparison) places(places []place, fit float64) []link {
	var links []link
	for _, p := range places[:min(len(places), maxPlaces)] {
		links = append(links, link{p, fit})
	}
	return links
}

// verbatim reports whether the claim is one of the sentences, letter by letter but for white
// space and the form of quotation marks.
func (c *comparison) verbatim() bool {
	own := plain(c.claim.Text)
	return own != "" && slices.ContainsFunc(c.evidence, func(e *grammar.Sentence) bool { return plain(e.Text) == own })
}
