package grammar

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
)

// placeVerb finds the clause a verb belongs to.
func (r *tier) placeVerb(p phrase) {
	c := r.cur
	r.apart = false
	if p.copula && (r.s.Norm(p.first-1) == "there" || r.s.Norm(p.first) == "there") {
		r.existing(p)
		return
	}
	switch {
	case p.infinitive:
		r.placeInfinitive(p)
	case p.gerund:
		r.placeGerund(p)
	case r.coord && c.verb < 0 && c.kind == Subordinator && c.up != nil && c.up.verb >= 0:
		r.cur = c.up // "an insult, if not a scandal, and voted against it"
		r.coordinated(p)
	case r.coord && c.verb >= 0:
		r.coordinated(p)
	case p.broken && isParticiple(r.s, p) && c.verb < 0 && len(c.subjects) > 0 && r.at+1 < len(r.list) && r.list[r.at+1].kind == Prepositional && verbComes(r.list, r.at):
		r.reduced(p) // "a woman, dressed as a judge, has"
	case isParticiple(r.s, p) && r.noun >= 0 && r.by() && (c.verb >= 0 || len(c.subjects) > 0):
		r.reduced(p)
	case p.broken && Speaks.Has(r.s.Tokens[p.head].Stem) && r.at+1 < len(r.list) && r.list[r.at+1].kind == Noun && (c.verb >= 0 || len(c.subjects) == 0 && strings.ContainsAny(r.s.Gap(p.first), "\"”")):
		r.inverted(p)
	case c.verb < 0 && len(c.subjects) == 0 && len(c.gap) == 0 && c.kind != Subordinator && isParticiple(r.s, p):
		n := &clause{up: c, kind: Verb, verb: p.head, phrase: p, subjects: c.subjects} // "with a minute left", "founded in 1900"
		if len(r.places) > 0 && !p.broken {
			r.tie(Patient, r.places[0].head, "", p.head)
		} else {
			c.early = append(c.early, p)
		}
		n.waiting = append(n.waiting, r.tie(Under, p.head, ""))
		c.waiting = append(c.waiting, n.waiting...)
		r.cur = n
	case c.verb < 0:
		if c.kind == Relative && len(c.subjects) == 0 && len(c.gap) == 0 && c.up != nil {
			c.subjects = slices.Clone(c.up.subjects)
		}
		r.bind(c, p)
	default:
		r.another(p)
	}
}

// placeInfinitive reads "to leave" as under the verb or noun before it. Who leaves is the one who was
// asked to, or else who wants to.
func (r *tier) placeInfinitive(p phrase) {
	c := r.cur
	if r.coord && c.kind == Verb {
		r.sibling(c, p)
		return
	}
	n := &clause{up: c, kind: Verb, verb: p.head, phrase: p, subjects: c.subjects}
	if len(c.objects) > 0 && c.verb >= 0 && raises.Has(r.s.Tokens[c.verb].Key) {
		for k, t := range r.ties {
			if t.Relation == Patient && t.Heads[0] == c.verb && slices.Contains(c.objects, t.Dep) {
				r.ties[k].Meant = true // "expect the talks to fail": it is not the talks that are expected
			}
		}
	}
	if len(c.objects) > 0 && c.verb >= 0 && controls(r.s.Tokens[c.verb]) {
		n.subjects = c.objects
	}
	r.subjects(n, p, p.head)
	if c.kind == Relative && len(c.gapped) > 0 && r.at > 0 && r.list[r.at-1].kind == Verb {
		for _, k := range c.gapped { // "offers that the union refused to discuss"
			r.ties[k].Meant = true
			r.ties[r.tie(Patient, r.ties[k].Dep, "", p.head)].Meant = true
		}
	}
	heads := []int{c.verb}
	if r.at > 0 && r.list[r.at-1].kind == Noun {
		heads = append(heads, r.list[r.at-1].head)
	}
	k := r.tie(Under, p.head, "", heads...)
	if c.verb < 0 {
		c.waiting = append(c.waiting, k)
	}
	r.cur = n
}

// controls reports whether a verb has the one it is done to do something: "asked Onix to sell".
func controls(t Token) bool { return Intentions.Has(t.Key) || handsOn.Has(t.Key) || Speaks.Has(t.Stem) }

var (
	raises  = english.Keys("verbs of what is to be")
	handsOn = english.Keys("verbs that hand on")
)

// coordinated reads a verb behind "and": it has the subject of the one before.
func (r *tier) coordinated(p phrase) {
	c := r.cur
	for c.kind == Verb && c.up != nil && !(p.bare && c.phrase.infinitive) {
		c = c.up
	}
	for c.up != nil && c.verb >= 0 && r.s.Tokens[c.verb].Quoted && !r.s.Tokens[p.head].Quoted {
		c = c.up // “we were tired” and boarded the bus: not what was said
	}
	r.sibling(c, p)
}

// inverted reads ", said Moen": who speaks comes next, and what was said stands before.
func (r *tier) inverted(p phrase) {
	before := r.cur.verb
	r.cur = &clause{verb: -1}
	if r.list[r.at+1].kind == Noun {
		r.cur.subjects = []int{r.list[r.at+1].head}
	}
	r.bind(r.cur, p)
	r.tie(Under, before, "", p.head)
}

// existing reads "there is": what is follows, and it is said of nothing else.
func (r *tier) existing(p phrase) {
	c := r.cur
	if c.verb >= 0 {
		c = &clause{up: c.up, kind: c.kind, word: c.word, verb: -1}
		if Speaks.Has(r.s.Tokens[r.cur.verb].Stem) && !r.coord {
			c = &clause{up: r.cur, kind: Subordinator, word: "that", verb: -1}
		}
	}
	c.subjects, p.copula = nil, false
	r.bind(c, p)
	r.cur = c
}

// another reads a finite verb where the clause has one: what was said or thought, the clause
// around a relative one, or the verb of a noun with a participle behind it.
func (r *tier) another(p phrase) {
	if c := r.cur; c.kind == Verb && len(c.objects) == 1 && c.objects[0] == r.noun && r.list[r.at-1].kind == Noun && !p.broken && isParticiple(r.s, p) {
		r.reduced(p) // "agreed to make no cuts linked to the sale"
		return
	}
	for r.cur.kind == Verb && r.cur.up != nil {
		r.cur = r.cur.up
	}
	c := r.cur
	if c.verb < 0 {
		r.bind(c, p)
		return
	}
	switch {
	case len(c.objects) > 1 && r.contact(c) && subjectPronouns.Has(r.s.Norm(r.noun)) && !p.broken:
		r.about(c, p) // "the plan it backs"
	case r.clauseOf(p):
	case r.left(p):
	case p.broken && isParticiple(r.s, p) && r.at+1 < len(r.list) && r.list[r.at+1].kind == Prepositional: // ", compared with a profit"
		n := &clause{up: c, kind: Verb, verb: p.head, phrase: p, subjects: c.subjects}
		r.tie(Under, p.head, "", c.verb)
		r.guess(n, p)
		r.cur = n
	case len(c.objects) > 0 && !p.broken && isParticiple(r.s, p) && !Speaks.Has(r.s.Tokens[c.verb].Stem) && !plainlySays.Has(r.s.Tokens[c.verb].Stem):
		r.tie(Patient, c.objects[len(c.objects)-1], "", p.head) // "left rates unchanged"
		r.tie(Under, p.head, "", c.verb)
	case len(c.objects) > 1 && r.contact(c):
		r.about(c, p)
	case c.kind != Noun && c.up != nil && c.up.verb < 0 && (len(c.objects) == 0 || c.kind == Relative || c.kind == Verb):
		r.cur = c.up
		r.bind(r.cur, p)
	case len(c.objects) > 0 && !p.broken:
		subject := c.objects[len(c.objects)-1]
		r.untie(Patient, subject, c.verb)
		r.cur = &clause{up: c, kind: Subordinator, word: "that", verb: -1, subjects: []int{subject}}
		r.bind(r.cur, p)
	case isParticiple(r.s, c.phrase) && len(c.objects) == 0:
		for _, h := range c.subjects {
			r.untie(Agent, h, c.verb)
			r.tie(Patient, h, "", c.verb)
		}
		n := &clause{up: c.up, kind: c.kind, subjects: c.subjects, verb: -1}
		r.bind(n, p)
		r.cur = n
	default:
		n := &clause{up: c.up, kind: c.kind, subjects: c.subjects, verb: -1}
		r.bind(n, p)
		r.cur = n
	}
}

// about reads "the plan ministers back": what looked like one more object is the subject of a clause about
// the one before it.
func (r *tier) about(c *clause, p phrase) {
	subject, about := c.objects[len(c.objects)-1], c.objects[len(c.objects)-2]
	r.untie(Patient, subject, c.verb)
	r.cur = &clause{up: c, kind: Relative, verb: -1, subjects: []int{subject}, gap: []int{about}}
	r.bind(r.cur, p)
}

// clauseOf reads "after it left": what looked like a noun behind a preposition is a clause.
func (r *tier) clauseOf(p phrase) bool {
	at := len(r.places) - 1
	for at >= 0 && !r.places[at].subject && !clausePrepositions.Has(r.ties[r.places[at].tie].Word) {
		at--
	}
	if at < 0 || r.places[at].subject || r.ties[r.places[at].tie].Relation != Tied {
		return false
	}
	t := &r.ties[r.places[at].tie]
	n := &clause{up: r.cur, kind: Subordinator, word: t.Word, verb: -1, subjects: []int{t.Dep}}
	t.Dep = -1
	r.bind(n, p)
	r.cur = n
	return true
}

// untie takes a tie back.
func (r *tier) untie(rel Relation, dep, head int) {
	for k, t := range r.ties {
		if t.Relation == rel && t.Dep == dep && slices.Contains(t.Heads, head) {
			r.ties[k].Dep = -1
		}
	}
}
