package verify

import (
	"maps"
	"slices"

	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
)

// has reports whether the evidence has a tie of the claim, the word at its head standing at a
// place.
func (c *account) has(t grammar.Tie, head int, at place) bool {
	deps := c.depsOf(t.Dep, maxNested)
	if t.Relation == grammar.Agent && grammar.Speaks.Has(c.claim.Tokens[head].Stem) {
		for _, o := range c.under[head] {
			if o.Relation == grammar.Under && c.saidSo(o, head) {
				return true
			}
		}
	}
	if t.Relation == grammar.Under && grammar.Speaks.Has(c.claim.Tokens[head].Stem) && c.saidSo(t, head) {
		return true
	}
	if t.Relation == grammar.Same {
		if deps[c.entities.find(at)] || c.hasAt(t, head, at, deps) {
			return true
		}
		return slices.ContainsFunc(t.Heads, func(h int) bool {
			return h != head && slices.ContainsFunc(c.placesOf(h), func(p place) bool { return deps[c.entities.find(p)] })
		})
	}
	if c.hasAt(t, head, at, deps) {
		return true
	}
	if c.sides(t, deps) {
		return true
	}
	if noun := c.told[at.sentence].Tokens[at.token].Speech == grammar.Noun; noun && deps[c.entities.find(at)] {
		if t.Relation == grammar.Agent {
			return true // "their leader, Simek" leads
		}
	}
	if (t.Relation == grammar.Agent || t.Relation == grammar.Owner) && c.carried(at, deps) {
		return true
	}
	for _, h := range t.Heads {
		if h == head {
			continue
		}
		for _, p := range c.placesOf(h) {
			if c.hasAt(t, h, p, deps) {
				return true
			}
		}
	}
	return false
}

// sides reports whether the evidence says by a verb what the claim says by "is against" or "is for".
func (c *account) sides(t grammar.Tie, deps map[entity]bool) bool {
	verb := stances[t.Word]
	if t.Relation != grammar.Tied || verb == "" {
		return false
	}
	return slices.ContainsFunc(c.keys[verb], func(v place) bool {
		patient, agent := false, false
		for _, e := range c.told[v.sentence].Ties {
			if e.Heads[0] != v.token {
				continue
			}
			dep := c.entities.find(place{v.sentence, e.Dep})
			patient = patient || e.Relation == grammar.Patient && deps[dep]
			for _, h := range t.Heads {
				agent = agent || e.Relation == grammar.Agent && c.depsOf(h, 1)[dep]
			}
		}
		return patient && agent
	})
}

// stances leads from a preposition behind "is" to the key of the verb that says the same.
var stances = map[string]string{"against": english.Key("oppose", english.Stem("oppose")), "for": english.Key("support", english.Stem("support"))}

// saidSo reports whether the evidence gives what the claim puts under a verb of speech as words of the
// same speaker, or of nobody in particular: how it says so is a rule of its own.
func (c *account) saidSo(t grammar.Tie, head int) bool {
	speakers := map[entity]bool{}
	for _, o := range c.claim.Ties {
		if o.Relation == grammar.Agent && o.Heads[0] == head {
			maps.Copy(speakers, c.depsOf(o.Dep, maxNested))
		}
	}
	return slices.ContainsFunc(c.refined(t.Dep, maxNested), func(p place) bool {
		e := c.told[p.sentence]
		k := e.Tokens[p.token].Report
		if k == 0 || e.Reports[k-1].Source >= e.Reports[k-1].Until {
			return k > 0
		}
		for i := e.Reports[k-1].Source; i < e.Reports[k-1].Until; i++ {
			if speakers[c.entities.find(place{p.sentence, i})] {
				return true
			}
		}
		return false
	})
}

// hasAt is has for one head.
func (c *account) hasAt(t grammar.Tie, head int, at place, deps map[entity]bool) bool {
	here := c.entities.find(at)
	if t.Relation == grammar.Modifier && deps[here] && c.told[at.sentence].Tokens[at.token].Number > 0 {
		return true // "dismissed 45" of 45 sailors
	}
	for _, e := range c.tiesAt[here] {
		if c.left--; c.left < 0 {
			return false
		}
		other := c.told[e.sentence].Ties[e.token]
		dep := c.entities.find(place{e.sentence, other.Dep})
		if n := grammar.Counted(c.told[e.sentence], other.Dep); n >= 0 && t.Relation == grammar.Patient && c.claim.Tokens[t.Dep].Number > 0 && deps[c.entities.find(place{e.sentence, n})] {
			dep = c.entities.find(place{e.sentence, n}) // "seats 400" of "seats 400 people"
		}
		switch {
		case deps[dep] && c.isHead(other, e.sentence, here) && c.sameHead(other, e.sentence, here, head) && c.agree(t, other, e.sentence, at):
			if t.Relation != grammar.Modifier || c.claim.Tokens[t.Dep].Number == 0 || slices.Contains(other.Heads, at.token) {
				return true
			}
		case dep == here && c.turned(t, other, e.sentence, deps):
			return true
		}
	}
	return c.beyond(t, at, deps)
}

// sameHead reports whether what a tie of the evidence hangs on is the claim's word itself, or a name or
// pronoun for it: what is said of somebody's sister is not said of her as the founder.
func (c *account) sameHead(t grammar.Tie, sentence int, here entity, head int) bool {
	return c.claim.Tokens[head].Name > 0 || slices.ContainsFunc(t.Heads, func(h int) bool {
		p := place{sentence, h}
		own := c.told[sentence].Tokens[h]
		return c.entities.find(p) == here && (own.Key == "" || own.Name > 0 || slices.Contains(c.placesOf(head), p))
	})
}

func (c *account) isHead(t grammar.Tie, sentence int, here entity) bool {
	return slices.ContainsFunc(t.Heads, func(h int) bool { return c.entities.find(place{sentence, h}) == here })
}

// agree reports whether a tie of the evidence says what one of the claim does.
func (c *account) agree(own, there grammar.Tie, sentence int, at place) bool {
	noun := c.told[at.sentence].Tokens[at.token].Speech == grammar.Noun
	word := there.Word
	switch own.Relation {
	case grammar.Agent:
		if there.Relation == grammar.Patient && slices.Contains(undergone[c.claim.Tokens[own.Heads[0]].Key], c.told[at.sentence].Tokens[at.token].Key) {
			return true
		}
		return there.Relation == grammar.Agent || noun && (there.Relation == grammar.Owner || there.Relation == grammar.Modifier || there.Relation == grammar.Tied && byWords.Has(word)) ||
			mutual.Has(c.claim.Tokens[own.Heads[0]].Key) && (there.Relation == grammar.Patient || there.Relation == grammar.Tied)
	case grammar.Patient:
		if there.Relation == grammar.Agent && slices.Contains(undergoes[c.claim.Tokens[own.Heads[0]].Key], c.told[at.sentence].Tokens[at.token].Key) {
			return true
		}
		return there.Relation == grammar.Patient || there.Relation == grammar.Tied && word == "by" && measured(c.claim, own.Dep) || there.Relation == grammar.Tied && word == "to" && c.claim.Tokens[own.Dep].Number == 0 ||
			noun && (there.Relation == grammar.Owner || there.Relation == grammar.Modifier || there.Relation == grammar.Tied && ofWords.Has(word)) ||
			mutual.Has(c.claim.Tokens[own.Heads[0]].Key) && (there.Relation == grammar.Agent || there.Relation == grammar.Tied)
	case grammar.Tied:
		switch there.Relation {
		case grammar.Tied, grammar.Linked:
			return sameTie(own.Word, there.Word) || own.Word == "with" && word == "without" // which denies it, a rule of its own
		case grammar.Modifier, grammar.Owner:
			return ofWords.Has(own.Word) || byWords.Has(own.Word)
		case grammar.Patient:
			return own.Word == "to" && c.claim.Tokens[own.Dep].Number == 0 || own.Word == "by" && c.claim.Tokens[own.Dep].Weight > 0 && measured(c.claim, own.Dep) || noun && ofWords.Has(own.Word) || own.Word == "of"
		case grammar.Agent:
			return own.Word == "of" || own.Word == "by"
		case grammar.Under:
			return own.Word == "to" || own.Word == "for" || own.Word == "of" || own.Word == "on"
		}
	case grammar.Modifier:
		return there.Relation == grammar.Modifier || there.Relation == grammar.Owner || there.Relation == grammar.Same || there.Relation == grammar.Tied && ofWords.Has(word)
	case grammar.Owner:
		return there.Relation == grammar.Owner || there.Relation == grammar.Modifier || there.Relation == grammar.Tied && (ofWords.Has(word) || byWords.Has(word)) || there.Relation == grammar.Agent || there.Relation == grammar.Patient
	case grammar.Under:
		return there.Relation == grammar.Under || there.Relation == grammar.Patient || there.Relation == grammar.Tied
	case grammar.Linked:
		return (there.Relation == grammar.Linked || there.Relation == grammar.Tied) && sameTie(own.Word, there.Word)
	case grammar.Same: // "the pitch is artificial", but not "Osby is the coach" of "the Osby coach"
		dep := c.told[sentence].Tokens[there.Dep]
		return there.Relation == grammar.Modifier && dep.Name == 0 || there.Relation == grammar.Tied && word == "of" && dep.Number > 0 // "sales of 3 million"
	}
	return false
}

// measured reports whether a word of the claim is a quantity: "by 16 percent".
func measured(claim *grammar.Sentence, i int) bool {
	return claim.Tokens[i].Number > 0 || i > 0 && claim.Tokens[i-1].Number > 0
}

// beyond reports whether a tie of the claim holds over one more word of the evidence: a participle or
// an infinitive beside the noun, "proposals laid out by Russia", or a noun that stands for those
// behind its "of".
func (c *account) beyond(t grammar.Tie, at place, deps map[entity]bool) bool {
	here := c.entities.find(at)
	for _, e := range c.tiesAt[here] {
		if c.left--; c.left < 0 {
			return false
		}
		over := c.told[e.sentence].Ties[e.token]
		for _, via := range c.over(t, over, e.sentence, here, deps) {
			for _, k := range c.tiesAt[c.entities.find(via)] {
				if c.left--; c.left < 0 {
					return false
				}
				last := c.told[k.sentence].Ties[k.token]
				if last.Word == "by" && over.Relation == grammar.Tied && over.Word == t.Word && deps[c.entities.find(place{k.sentence, last.Dep})] {
					return true // "accused of preparing a raid by buying weapons"
				}
				if deps[c.entities.find(place{k.sentence, last.Dep})] && c.isHead(last, k.sentence, c.entities.find(via)) && c.agree(t, last, k.sentence, via) {
					return true
				}
			}
		}
	}
	return false
}

// over returns the words over which a tie of the claim may hold, by a tie of the evidence that
// holds the word here.
func (c *account) over(t, over grammar.Tie, sentence int, here entity, deps map[entity]bool) (via []place) {
	e := c.told[sentence]
	dep := place{sentence, over.Dep}
	verb := e.Tokens[over.Heads[0]].Speech == grammar.Verb
	switch {
	case over.Relation == grammar.Under && c.isHead(over, sentence, here) && (t.Relation == grammar.Tied || t.Relation == grammar.Owner):
		via = append(via, dep) // "the issue to be raised at the talks"
	case over.Relation == grammar.Tied && t.Relation == grammar.Tied && c.isHead(over, sentence, here) && e.Tokens[over.Dep].Speech == grammar.Verb && c.claim.Tokens[t.Dep].Speech == grammar.Verb:
		via = append(via, dep)
	case over.Relation == grammar.Patient && c.entities.find(dep) == here && verb && over.Heads[0] > over.Dep && (t.Relation == grammar.Tied || t.Relation == grammar.Owner):
		via = append(via, place{sentence, over.Heads[0]})
	case over.Relation == grammar.Patient && c.isHead(over, sentence, here) && t.Relation == grammar.Patient && standing.Has(e.Tokens[over.Dep].Key),
		over.Relation == grammar.Patient && c.isHead(over, sentence, here) && t.Relation == grammar.Modifier && c.claim.Tokens[t.Dep].Number > 0:
		via = append(via, dep) // "a meeting of the council", "employs 40 people"
	case over.Relation == grammar.Tied && ofWords.Has(over.Word) && t.Relation == grammar.Modifier && c.isHead(over, sentence, here) && c.compound(t, dep):
		via = append(via, dep) // "a breakfast cereal maker", "a maker of breakfast cereals"
	case over.Relation == grammar.Modifier && c.entities.find(dep) == here && t.Relation == grammar.Modifier:
		via = append(via, place{sentence, over.Heads[0]}) // "asthma drug trial": the drug's and the asthma's
	}
	return via
}

// compound reports whether the claim has a word at the place beside another modifier of the same noun.
func (c *account) compound(t grammar.Tie, at place) bool {
	return slices.ContainsFunc(c.claim.Ties, func(o grammar.Tie) bool {
		return o.Relation == grammar.Modifier && o.Heads[0] == t.Heads[0] && o.Dep == t.Dep+1 && slices.Contains(c.placesOf(o.Dep), at)
	})
}

var standing = english.Keys("nouns that stand for what is behind them")

// turned reports whether a tie of the evidence says the same the other way round: "leaked
// invoices" of "invoices were leaked".
func (c *account) turned(own, there grammar.Tie, sentence int, deps map[entity]bool) bool {
	head := slices.ContainsFunc(there.Heads, func(h int) bool { return deps[c.entities.find(place{sentence, h})] })
	if !head {
		return false
	}
	switch own.Relation {
	case grammar.Agent, grammar.Patient:
		return there.Relation == grammar.Modifier && c.told[sentence].Tokens[there.Dep].Name == 0
	case grammar.Modifier, grammar.Same:
		return there.Relation == grammar.Agent || there.Relation == grammar.Patient
	}
	return false
}

// sameTie reports whether two prepositions or connectives mean the same.
func sameTie(a, b string) bool {
	return a == b || nearWords.Has(a) && nearWords.Has(b) || slices.ContainsFunc(sameWords, func(row []string) bool {
		return slices.Contains(row, a) && slices.Contains(row, b)
	})
}
