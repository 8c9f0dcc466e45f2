package grammar

import (
	"talksbot/knowledge/english"
)

// placeGerund reads a participle of the present: of the noun right before it, or of whom the clause
// speaks.
func (r *tier) placeGerund(p phrase) {
	c := r.cur
	if r.coord && c.kind == Verb && c.phrase.gerund {
		r.sibling(c, p)
		return
	}
	if c.kind == Subordinator && c.verb < 0 && len(c.subjects) == 0 && c.up != nil { // "while walking"
		c.subjects = c.up.subjects
		r.bind(c, p)
		return
	}
	n := &clause{up: c, kind: Verb, verb: p.head, phrase: p, subjects: c.subjects}
	beside := r.at > 0 && r.list[r.at-1].kind == Noun && !p.broken
	switch {
	case r.prep != "":
		heads := []int{c.verb}
		if beside := r.at > 1 && r.list[r.at-2].kind == Noun; beside && !(r.prep == "of" && c.verb >= 0 && isCalled(r.s, r.noun)) {
			heads = append(heads, r.noun)
		}
		k := r.tie(Tied, p.head, r.prep, heads...)
		if c.verb < 0 {
			c.waiting = append(c.waiting, k)
		}
	case beside:
		n.subjects = []int{r.noun}
	default:
		k := r.tie(Under, p.head, "", c.verb)
		r.ties[k].Meant = p.broken // ", winning the title": at the same time, no more
		if c.verb < 0 {
			c.waiting = append(c.waiting, k)
		}
	}
	if r.subjects(n, p, p.head); len(n.subjects) == 0 {
		c.early = append(c.early, p)
	}
	r.cur = n
}

// verbComes reports whether a comma and a finite verb follow, so that the verb here is a participle.
func verbComes(list []phrase, at int) bool {
	broken := false
	for k := at + 1; k < len(list); k++ {
		p := list[k]
		broken = broken || p.broken
		switch {
		case p.kind == Relative, p.kind == Subordinator, p.hard:
			return false
		case p.kind == Verb && !p.infinitive && !p.gerund:
			return broken && list[k-1].kind != Coordinator
		}
	}
	return false
}

// by reports whether "by" follows the verb.
func (r *tier) by() bool {
	return r.at+1 < len(r.list) && r.list[r.at+1].kind == Prepositional && r.s.Norm(r.list[r.at+1].first) == "by"
}

// reduced reads "led by Okoye" of the noun before it.
func (r *tier) reduced(p phrase) {
	p.passive = true
	n := &clause{up: r.cur, kind: Verb, set: p.broken, subjects: []int{r.noun}, verb: p.head, phrase: p}
	if p.broken && r.cur.verb < 0 {
		n.subjects = r.cur.subjects
	}
	r.subjects(n, p, p.head)
	r.cur = n
}

// contact reports whether the last noun begins a clause about the one right before it, "the plan
// ministers back", and not what somebody was told.
func (r *tier) contact(c *clause) bool {
	return r.at > 1 && r.list[r.at-1].kind == Noun && !r.list[r.at-1].broken && r.list[r.at-2].kind == Noun && !informs.Has(r.s.Tokens[c.verb].Stem)
}

// left reads "with a minute left": a participle of what a "with" ties in.
func (r *tier) left(p phrase) bool {
	if !isParticiple(r.s, p) || p.broken {
		return false
	}
	for _, o := range r.places {
		if !o.subject && r.ties[o.tie].Word == "with" && r.ties[o.tie].Dep == o.head {
			r.tie(Patient, o.head, "", p.head)
			r.tie(Under, p.head, "", r.cur.verb)
			return true
		}
	}
	return false
}

var informs = english.Stems("verbs of telling somebody")
