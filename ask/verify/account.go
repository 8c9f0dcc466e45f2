package verify

import (
	"slices"

	"talksbot/knowledge/grammar"
	"talksbot/knowledge/names"
)

// An account is what the evidence tells of the words of a claim: which of its own words stand for
// the same things, and what those are to one another.
type account struct {
	claim    *grammar.Sentence
	evidence []*grammar.Sentence
	told     []*grammar.Sentence // the evidence, and sentences before it that its pronouns point to
	names    *names.Names
	same     map[[2]string]bool // whether two names stand for one another, once it has been asked

	links    []link         // for each token of the claim, where it stands in the evidence
	linkedTo map[place]bool // the other way round: what of the evidence the claim holds

	entities entities
	called   map[entity]string // the noun that has stood for it
	gender   map[entity]string // "m" or "f" of whom a pronoun has stood for
	spoken   map[entity]bool   // what the evidence itself has a word for
	us       []place           // "we" in quotations
	ofThings []place           // pronouns that may stand for a thing without a name
	namesOf  []place           // of what is told, a name for each person or thing

	tiesAt      map[entity][]place         // the ties, by their numbers, that hold a word for a thing
	tiedAs      map[place]uint             // the relations, as bits, in which a word is tied to others
	keys, roots map[string][]place         // where what is told has a word, by its key and root
	under       map[int][]grammar.Tie      // the ties of the claim, by their heads
	places      []found                    // of each token of the claim
	deps        map[[2]int]map[entity]bool // what depsOf returns, once it has
	left        int                        // how many more ties may be looked at
	missing     []untied                   // what untied returns, once it has
	wanted      int                        // -1 before
}

// A found is where a word of the claim may stand, once it has been looked for.
type found struct {
	known bool
	list  []place
}

// maxTies bounds how many ties are looked at, and so the time a hostile claim takes. What is found no
// more by then counts as not said.
const maxTies = 1 << 18

// findTies finds what words of the evidence stand for one thing, and the ties of each.
func (c *account) findTies() {
	c.tiedAs = map[place]uint{}
	c.tiesAt, c.places = map[entity][]place{}, make([]found, len(c.claim.Tokens))
	c.wanted, c.spoken = -1, map[entity]bool{}
	c.deps, c.left = map[[2]int]map[entity]bool{}, maxTies
	c.findEntities()
	c.keys, c.roots = map[string][]place{}, map[string][]place{}
	for s, e := range c.told {
		for i, t := range e.Tokens {
			if t.Key != "" {
				c.keys[t.Key] = append(c.keys[t.Key], place{s, i})
			}
			if t.Root != "" {
				c.roots[t.Root] = append(c.roots[t.Root], place{s, i})
			}
		}
		if s < len(c.evidence) {
			for i := range e.Tokens {
				c.spoken[c.entities.find(place{s, i})] = true
			}
		}
		for k, t := range e.Ties {
			c.tiedAs[place{s, t.Dep}] |= 1 << t.Relation
			at := []entity{c.entities.find(place{s, t.Dep})}
			for _, h := range t.Heads {
				if up := c.entities.find(place{s, h}); !slices.Contains(at, up) {
					at = append(at, up)
				}
			}
			for _, a := range at {
				c.tiesAt[a] = append(c.tiesAt[a], place{s, k})
			}
		}
	}
}
