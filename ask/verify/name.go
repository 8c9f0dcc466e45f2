package verify

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
	"talksbot/knowledge/names"
)

// judgeName reports a name of the claim that the cited sentences hold under no form, or that
// they do not say of this person or thing.
func judgeName(c *comparison) []Reason {
	var reasons []Reason
	for k := range c.claim.Names {
		if !c.named(k) {
			reasons = append(reasons, because(Name, noName, c.sources(), c.claim.Mention(k))...)
		}
	}
	return reasons
}

// named reports whether the evidence holds name k of the claim: as a name that stands for it,
// or in so many words.
func (c *comparison) named(k int) bool {
	named, known := c.known[k]
	if !known {
		named = findName(c, k)
		c.known[k] = named
	}
	return named
}

func findName(c *comparison, k int) bool {
	m := c.claim.Names[k]
	at := c.claim.TokenAt(m.Start)
	dated := at < len(c.claim.Tokens) && c.claim.Tokens[at].Date > 0 // "Monday" is no name
	if m.End <= m.Start || dated || grammar.Opener(c.claim, m) || len(c.sameNames(k)) > 0 {
		return true
	}
	return !nobodys(c, m) && (spelled(c, m) || c.spokenOf(c.claim.TokenAt(m.End-1)))
}

// sameNames returns where the evidence has a name for what name k of the claim stands for.
func (c *comparison) sameNames(k int) []place {
	var places []place
	nobodys := nobodys(c, c.claim.Names[k])
	for s, e := range c.evidence {
		for n, m := range e.Names {
			if nobodys && !grammar.SurnameOnly(e.String, m) {
				continue
			}
			if c.isSame(c.claim.Names[k], m) {
				places = append(places, place{s, n})
			}
		}
	}
	return places
}

// isSame reports whether two names stand for one another. Names of a person, a place and a body
// never do.
func (c *account) isSame(a, b names.Mention) bool {
	if a.Name == b.Name || a.Name == b.Of {
		return true
	}
	if shortOf(a, b) || shortOf(b, a) {
		return true
	}
	if c.names == nil || a.Kind != b.Kind && ownKind[a.Kind] && ownKind[b.Kind] {
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

// shortOf reports whether one name is the last word of another, of a body and not a person: "the
// Alliance" of the Civic Alliance.
func shortOf(a, b names.Mention) bool {
	return a.Kind != names.Person && b.Kind != names.Person && a.Kind != names.Place && b.Kind != names.Place &&
		!strings.Contains(a.Name, " ") && strings.HasSuffix(b.Name, " "+a.Name)
}

var ownKind = map[names.Kind]bool{names.Person: true, names.Place: true, names.Org: true}

func lastWord(name string) string { return name[strings.LastIndexByte(name, ' ')+1:] }

// spelled reports whether every word of the name stands in one sentence of the evidence.
func spelled(c *comparison, m names.Mention) bool {
	for s := range c.evidence {
		complete := true
		c.claim.Within(m.Start, m.End, func(t *grammar.Token) {
			complete = complete && (t.Key == "" || has(c.byKey[t.Key], s))
		})
		if complete {
			return true
		}
	}
	return false
}

func has(places []place, sentence int) bool {
	return slices.ContainsFunc(places, func(p place) bool { return p.sentence == sentence })
}

// namePlaces returns where a word of name k of the claim stands in the evidence: at the
// same word of a name for the same thing, or else at the last word of that name.
func (c *comparison) namePlaces(k int, key string) []link {
	var links []link
	for _, p := range c.sameNames(k) {
		e := c.evidence[p.sentence]
		m := e.Names[p.token]
		at, fit := e.TokenAt(m.Start), alias
		for i := at; i < len(e.Tokens) && e.Tokens[i].Start < m.End; i++ {
			at = i
			if e.Tokens[i].Key == key {
				fit = 1
				break
			}
		}
		if at < len(e.Tokens) {
			links = append(links, link{place{p.sentence, at}, fit})
		}
	}
	return links
}

// alias is how well "the president" agrees with her name.
const alias = 0.97

// spokenOf reports whether the evidence speaks of what token i of the claim names, if by another word.
func (c *account) spokenOf(i int) bool {
	return slices.ContainsFunc(c.placesOf(i), func(p place) bool { return p.sentence < len(c.evidence) || c.spoken[c.entities.find(p)] })
}

var personal = english.Class("pronouns of a person")

func hasPronoun(s *grammar.Sentence) bool {
	return slices.ContainsFunc(s.Tokens, func(t grammar.Token) bool { return personal.Has(t.Norm) && t.Report == 0 })
}

// nobodys reports whether a name of the claim is a bare surname that fits more than one person
// of the evidence.
func nobodys(c *comparison, m names.Mention) bool {
	if !grammar.SurnameOnly(c.claim.String, m) {
		return false
	}
	bearer := ""
	for _, e := range c.evidence {
		for _, o := range e.Names {
			if o.Kind != names.Person || lastWord(o.Name) != lastWord(m.Name) || !strings.Contains(o.Name, " ") {
				continue
			}
			if bearer != "" && bearer != o.Name {
				return true
			}
			bearer = o.Name
		}
	}
	return false
}

// mendName puts a name of the sentence, which the claim does not have, for a name of its
// kind that the sentence does not have. A name in a list excludes no other.
func mendName(c *comparison) (all []repair) {
	e := c.evidence[0]
	for k, own := range c.claim.Names {
		if c.named(k) || listed(c.claim, k) {
			continue
		}
		for n, m := range e.Names {
			taken := slices.ContainsFunc(c.claim.Names, func(o names.Mention) bool { return c.isSame(o, m) })
			if taken || lastWord(e.Mention(n)) == lastWord(c.claim.Mention(k)) || listed(e, n) || !interchangeable(own.Kind, m.Kind) {
				continue
			}
			all = append(all, put(c, own.Start, own.End, e.Mention(n), Name, differs))
		}
	}
	return all
}

// interchangeable reports whether a name of one kind may stand in the place of one of another:
// of the same kind, and that of somebody unknown for a person's.
func interchangeable(claim, article names.Kind) bool {
	return claim == article && claim != names.Other || claim == names.Other && article == names.Person
}

// listed reports whether name k stands in a list of names: "Iraq, Libya and Nepal".
func listed(s *grammar.Sentence, k int) bool {
	joined := func(a, b names.Mention) bool {
		return a.End <= b.Start && grammar.Listing[strings.TrimSpace(s.String[a.End:b.Start])]
	}
	return k > 0 && joined(s.Names[k-1], s.Names[k]) || k+1 < len(s.Names) && joined(s.Names[k], s.Names[k+1])
}
