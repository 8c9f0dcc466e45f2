package verify

import (
	"fmt"
	"strings"

	"talksbot/knowledge"
)

// name reports a name of the claim that the cited sentences hold under no form, or that
// they do not say of this person or thing.
func (c *comparison) name() []Reason {
	var reasons []Reason
	for k, m := range c.claim.names {
		if c.named(k) {
			continue
		}
		reasons = append(reasons, Reason{Name, fmt.Sprintf("%s do not name %s", c.sources(), c.claim.text[m.Start:m.End])})
	}
	return reasons
}

// named says whether the evidence holds name k of the claim: as a name that stands for it,
// or in so many words.
func (c *comparison) named(k int) bool {
	if c.known == nil {
		c.known = make([]known, len(c.claim.names))
	}
	if c.known[k] == untold {
		c.known[k] = no
		if c.findName(k) {
			c.known[k] = yes
		}
	}
	return c.known[k] == yes
}

// known is an answer that is worked out once.
type known int8

const (
	untold known = iota
	no
	yes
)

func (c *comparison) findName(k int) bool {
	m := c.claim.names[k]
	if m.End <= m.Start || c.claim.dateAt(m.Start) || c.claim.opener(m) || len(c.sameNames(k)) > 0 {
		return true
	}
	if c.nobodys(m) {
		return false
	}
	if c.spelled(m) {
		return true
	}
	return c.meant(m)
}

// opener says whether what looks like a name is but the first word of the sentence:
// "According", "Recently".
func (r *reading) opener(m knowledge.Mention) bool {
	if m.Kind != knowledge.OtherName || r.tokenAt(m.Start) > 0 {
		return false
	}
	t := r.tokens[0]
	return t.End >= m.End && (openers[t.Norm] || light[t.key] || speaks[t.Stem] || intentions[t.key] || strings.HasSuffix(t.Norm, "ly"))
}

var openers = set(`according despite following meanwhile although amid besides regarding concerning given whereas
	additionally furthermore moreover nevertheless nonetheless since once later earlier talks`)

// dateAt says whether a date covers the offset: "Monday" is no name.
func (r *reading) dateAt(offset int) bool {
	i := r.tokenAt(offset)
	return i < len(r.tokens) && r.tokens[i].date > 0
}

// sameNames returns where the evidence has a name for what name k of the claim stands for.
func (c *comparison) sameNames(k int) []place {
	var places []place
	nobodys := c.nobodys(c.claim.names[k])
	for s, e := range c.evidence {
		for n, m := range e.names {
			if nobodys && !surnameOnly(e.text, m) {
				continue
			}
			if c.isSame(c.claim.names[k], m) {
				places = append(places, place{s, n})
			}
		}
	}
	return places
}

func (c *comparison) isSame(a, b knowledge.Mention) bool {
	if a.Name == b.Name || a.Name == b.Of {
		return true
	}
	if c.names == nil || differ(a, b) {
		return false
	}
	pair := [2]string{a.Name, b.Name}
	same, known := c.same[pair]
	if !known {
		same = c.names.Same(a.Name, b.Name)
		c.same[pair] = same
	}
	return same
}

// differ says at a glance that two names never stand for one another: they are of different
// kinds, or of persons with different last names. It spares most calls of Names.Same.
func differ(a, b knowledge.Mention) bool {
	if a.Kind == knowledge.Person && b.Kind == knowledge.Person {
		return !strings.HasSuffix(a.Name, lastWord(b.Name)) && !strings.HasSuffix(b.Name, lastWord(a.Name))
	}
	return a.Kind != b.Kind && ownKind[a.Kind] && ownKind[b.Kind]
}

var ownKind = map[knowledge.NameKind]bool{knowledge.Person: true, knowledge.Place: true, knowledge.Org: true}

func lastWord(name string) string { return name[strings.LastIndexByte(name, ' ')+1:] }

// spelled says whether every word of the name stands in one sentence of the evidence.
func (c *comparison) spelled(m knowledge.Mention) bool {
	for s := range c.evidence {
		if c.spelledIn(m, s) {
			return true
		}
	}
	return false
}

func (c *comparison) spelledIn(m knowledge.Mention, sentence int) bool {
	complete := true
	c.claim.within(m.Start, m.End, func(t *token) {
		if t.key != "" && !has(c.byKey[t.key], sentence) {
			complete = false
		}
	})
	return complete
}

func has(places []place, sentence int) bool {
	for _, p := range places {
		if p.sentence == sentence {
			return true
		}
	}
	return false
}

// namePlaces returns where a word of name k of the claim stands in the evidence: at the
// same word of a name for the same thing, or else at the last word of that name.
func (c *comparison) namePlaces(k int, key string) []link {
	var links []link
	for _, p := range c.sameNames(k) {
		e := c.evidence[p.sentence]
		m := e.names[p.token]
		at, fit := e.tokenAt(m.Start), alias
		for i := at; i < len(e.tokens) && e.tokens[i].Start < m.End; i++ {
			at = i
			if e.tokens[i].key == key {
				fit = 1
				break
			}
		}
		if at < len(e.tokens) {
			links = append(links, link{place{p.sentence, at}, fit})
		}
	}
	return links
}

// alias is how well "the president" agrees with her name.
const alias = 0.97

// meant says whether a pronoun of the evidence can only mean the person the claim names:
// the one person named in the two sentences before it.
func (c *comparison) meant(m knowledge.Mention) bool {
	if m.Kind != knowledge.Person || c.names == nil {
		return false
	}
	for _, e := range c.evidence {
		if e.hasPronoun() && c.onlyPersonBefore(e.passage, m) {
			return true
		}
	}
	return false
}

var personal = set(`he she him her his hers`)

func (r *reading) hasPronoun() bool {
	for _, t := range r.tokens {
		if personal[t.Norm] && t.report == 0 {
			return true
		}
	}
	return false
}

func (c *comparison) onlyPersonBefore(p knowledge.Passage, m knowledge.Mention) bool {
	found := false
	for back := 1; back <= 2; back++ {
		q, ok := p.Neighbour(-back)
		if !ok {
			break
		}
		for _, other := range c.names.Find(q.Text()) {
			if other.Kind != knowledge.Person {
				continue
			}
			if !c.isSame(m, other) {
				return false
			}
			found = true
		}
	}
	return found
}
