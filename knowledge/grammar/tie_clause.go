package grammar

import (
	"slices"

	"talksbot/knowledge/english"
)

// bind makes a verb that of the clause.
func (r *tier) bind(c *clause, p phrase) {
	c.verb, c.phrase = p.head, p
	if len(c.subjects) == 0 && c.gapWord == "" {
		c.subjects, c.gap = c.gap, nil
	}
	r.fill(c, p)
	if len(c.subjects) == 0 && c.kind == Subordinator && c.up != nil && isParticiple(r.s, p) {
		if r.guess(c.up, p); c.up.verb < 0 {
			c.up.early = append(c.up.early, p)
		}
	}
	r.subjects(c, p, p.head)
	for _, v := range c.early {
		r.guess(c, v)
	}
	for _, k := range c.waiting {
		r.ties[k].Heads = append(r.ties[k].Heads, r.center(c)...)
	}
	for _, k := range c.links {
		r.ties[k].Heads = append(r.ties[k].Heads, p.head)
	}
	if c.up == nil || c.kind == Relative {
		return
	}
	switch {
	case c.word == "" || c.word == "that":
		r.tie(Under, p.head, "", c.up.verb)
	case c.up.verb >= 0:
		r.tie(Linked, p.head, c.word, r.center(c.up)...)
	default:
		c.up.links = append(c.up.links, r.tie(Linked, p.head, c.word))
	}
}

// fill finds the place in a clause of what its relative pronoun stands for.
func (r *tier) fill(c *clause, p phrase) {
	rel := Patient
	if c.gapWord != "" {
		rel = Tied
	}
	for _, g := range c.gap {
		k := r.tie(rel, g, c.gapWord, r.center(c)...)
		if rel == Patient {
			c.gapped = append(c.gapped, k)
		}
	}
	for _, g := range c.guesses {
		if len(c.gap) == 0 {
			rel = Agent
			if p.passive {
				rel = Patient
			}
		}
		r.ties[r.tie(rel, g, c.gapWord, p.head)].Meant = true
	}
}

// subjects ties those a clause speaks of to a verb of it.
func (r *tier) subjects(c *clause, p phrase, verb int) {
	rel := Agent
	if p.passive {
		rel = Patient
	}
	for _, h := range c.subjects {
		k := r.tie(rel, h, "", verb)
		r.ties[k].Meant = p.infinitive || p.gerund
	}
}

// guess takes those a clause speaks of for the subject of a verb without one.
func (r *tier) guess(c *clause, v phrase) {
	v.passive, v.infinitive = isParticiple(r.s, v), true
	r.subjects(c, v, v.head)
}

// center returns what else in a clause is tied to: its verb, or what "is" says it of.
func (r *tier) center(c *clause) []int {
	if c.verb >= 0 && c.phrase.copula {
		return append(slices.Clone(c.subjects), c.verb)
	}
	return []int{c.verb}
}

// relative opens a clause about the last noun.
func (r *tier) relative(p phrase) {
	c := &clause{up: r.cur, kind: Relative, set: p.broken, verb: -1, gapWord: r.prep}
	if r.s.Norm(p.first) == "whose" {
		r.whose = r.noun
	} else if r.noun >= 0 {
		c.gap = []int{r.noun}
		for _, o := range r.places[:max(len(r.places)-1, 0)] {
			c.guesses = append(c.guesses, o.head)
		}
		c.guesses = c.guesses[:min(len(c.guesses), most)]
	}
	r.cur, r.prep, r.coord = c, "", false
}

func (r *tier) sibling(c *clause, p phrase) {
	n := &clause{up: c.up, kind: c.kind, set: c.set, subjects: c.subjects, verb: -1, word: c.word}
	if r.at > 1 && r.list[r.at-2].kind == Verb && len(c.objects) == 0 {
		n.shares = append(c.shares[:len(c.shares):len(c.shares)], c.verb)
		n.shares = n.shares[max(len(n.shares)-most, 0):]
	}
	r.bind(n, p)
	r.cur = n
}

// isParticiple reports whether a verb without an auxiliary can be a participle of the past.
func isParticiple(s *Sentence, p phrase) bool {
	f, _ := english.VerbForm(s.Norm(p.head))
	return p.first == p.head && f&english.Participle != 0
}
