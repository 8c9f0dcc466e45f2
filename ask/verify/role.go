package verify

import "fmt"

// role reports that the claim has swapped who did what to whom: two things that stand on
// the two sides of a verb stand the other way round in the article, or the one that acts in
// the claim is only acted on there. A passive in one of the two turns the sides about.
func (c *comparison) role() []Reason {
	for v, t := range c.claim.tokens {
		if t.key == "" || !c.links[v].found() || t.name > 0 || t.number > 0 || t.date > 0 || speaks[t.Stem] {
			continue
		}
		if x := c.otherAgent(v); x >= 0 {
			return []Reason{{Role, fmt.Sprintf("in the article it is not %q that %q is done by", c.claim.written(x), c.claim.written(v))}}
		}
		for _, fits := range []func(i, v int) bool{c.namedThing, c.thing} {
			a, b := c.actor(v, fits), c.target(v, fits)
			if a >= 0 && b >= 0 && c.swapped(a, v, b) {
				return []Reason{{Role, fmt.Sprintf("the article does not have %q and %q in these roles around %q", c.claim.written(a), c.claim.written(b), c.claim.written(v))}}
			}
			if a >= 0 && c.displaced(a, v) {
				return []Reason{{Role, fmt.Sprintf("in the article it is not %q that comes before %q", c.claim.written(a), c.claim.written(v))}}
			}
		}
	}
	return c.relations()
}

// relations reports a name that the claim ties in by one preposition and the article only
// by others: "talks with Ukraine" of "the situation in Ukraine".
func (c *comparison) relations() []Reason {
	for k, m := range c.claim.names {
		i := c.claim.tokenAt(m.Start)
		own := c.claim.preposition(i)
		if !binding[own] || !c.links[i].found() {
			continue
		}
		sentence, other := c.links[i].sentence, ""
		for _, p := range c.sameNames(k) {
			if p.sentence != sentence {
				continue
			}
			e := c.evidence[sentence]
			theirs := e.preposition(e.tokenAt(e.names[p.token].Start))
			if theirs == own || theirs == "" {
				other = ""
				break
			}
			other = theirs
		}
		if other != "" {
			written := c.claim.text[m.Start:m.End]
			return []Reason{{Role, fmt.Sprintf("the article says \"%s %s\", not \"%s %s\"", other, written, own, written)}}
		}
	}
	return nil
}

// preposition returns the preposition that ties in the name at token i, an article or
// possessive between them allowed; "" when there is none.
func (r *reading) preposition(i int) string {
	for k := i - 1; k >= 0 && k >= i-2 && r.tokens[k].clause == r.tokens[i].clause; k-- {
		if prepositions[r.tokens[k].Norm] {
			return r.tokens[k].Norm
		}
		if !determiners[r.tokens[k].Norm] {
			break
		}
	}
	return ""
}

// actor returns the nearest token before v in its clause that fits, or -1.
func (c *comparison) actor(v int, fits func(i, v int) bool) int {
	for i := v - 1; i >= 0 && c.claim.tokens[i].clause == c.claim.tokens[v].clause; i-- {
		if fits(i, v) {
			return i
		}
	}
	return -1
}

// target returns the nearest token after v in its clause that fits, or -1.
func (c *comparison) target(v int, fits func(i, v int) bool) int {
	for i := v + 1; i < len(c.claim.tokens) && c.claim.tokens[i].clause == c.claim.tokens[v].clause; i++ {
		if fits(i, v) {
			return i
		}
	}
	return -1
}

// thing says whether token i is something that acts or is acted on, linked to the same
// sentence as token v: a name or, failing that, any word that is no verb by its form.
func (c *comparison) thing(i, v int) bool {
	t := c.claim.tokens[i]
	if t.key == "" || t.date > 0 || t.number > 0 || !c.links[i].found() || c.links[i].sentence != c.links[v].sentence {
		return false
	}
	return t.name > 0 || t.weight >= weightWord && t.mood == factual && c.links[i].fit >= inflected
}

// namedThing says whether token i is a thing with a name.
func (c *comparison) namedThing(i, v int) bool { return c.claim.tokens[i].name > 0 && c.thing(i, v) }

// swapped says whether a, v, b of the claim stand as b, v, a in the article or, where one of
// the two is passive, in the same order.
func (c *comparison) swapped(a, v, b int) bool {
	la, lv, lb := c.links[a].token, c.links[v].token, c.links[b].token
	e := c.evidence[c.links[v].sentence]
	if e.tokens[la].clause != e.tokens[lb].clause && c.claim.tokens[a].name == 0 && c.claim.tokens[b].name == 0 {
		return false
	}
	if mutual[c.claim.tokens[v].key] {
		return false
	}
	if c.claim.passive(v) != e.passive(lv) {
		return la < lv && lv < lb && c.claim.tokens[a].name > 0
	}
	return lb < lv && lv < la
}

// displaced says whether the named actor of the claim's verb stands only behind that verb in
// the article, where another name stands before it: "the United States asked" of "Russia
// asked the United States".
func (c *comparison) displaced(a, v int) bool {
	if c.claim.tokens[a].name == 0 {
		return c.unnamedDisplaced(a, v)
	}
	e, lv := c.evidence[c.links[v].sentence], c.links[v].token
	if c.claim.passive(v) != e.passive(lv) || mutual[c.claim.tokens[v].key] || e.tokens[lv].report > 0 && c.claim.tokens[v].report == 0 {
		return false
	}
	before, behind, other := false, false, false
	for n, m := range e.names {
		at := e.tokenAt(m.Start)
		if at >= len(e.tokens) {
			continue
		}
		same := c.isSame(c.claim.names[c.claim.tokens[a].name-1], e.names[n])
		switch {
		case same && at < lv:
			before = true
		case same:
			behind = true
		case at < lv && e.tokens[at].clause == e.tokens[lv].clause:
			other = true
		}
	}
	return behind && other && !before
}

// otherAgent returns the thing after "by" in a passive claim if the article has the verb in
// the active voice and that thing not before it; else -1.
func (c *comparison) otherAgent(v int) int {
	l := c.links[v]
	if !c.claim.passive(v) || c.evidence[l.sentence].passive(l.token) {
		return -1
	}
	by := v + 1
	for by < len(c.claim.tokens) && c.claim.tokens[by].Norm != "by" {
		by++
	}
	for x := by + 1; x < len(c.claim.tokens) && c.claim.tokens[x].clause == c.claim.tokens[v].clause; x++ {
		if c.thing(x, v) {
			if c.links[x].token > l.token {
				return x
			}
			break
		}
	}
	return -1
}

// unnamedDisplaced is displaced for a thing without a name, before a verb in the past tense.
func (c *comparison) unnamedDisplaced(a, v int) bool {
	e, la, lv := c.evidence[c.links[v].sentence], c.links[a].token, c.links[v].token
	if !c.claim.past(v) || !e.past(lv) || la < lv || a+2 < v || c.claim.isBe(v) || e.isBe(lv) || mutual[c.claim.tokens[v].key] {
		return false
	}
	other := false
	for k := lv - 1; k >= 0; k-- {
		t := e.tokens[k]
		if t.key == c.claim.tokens[a].key {
			return false
		}
		other = other || t.name > 0 || t.clause == e.tokens[lv].clause && t.weight >= weightWord
	}
	return other
}

// isBe says whether a form of "be" stands right before the verb at token v.
func (r *reading) isBe(v int) bool {
	return v > 0 && beForms[r.tokens[v-1].Norm] || v > 1 && beForms[r.tokens[v-2].Norm]
}

// passive says whether the verb at token v is in the passive voice: a form of "be" before
// it and "by" soon after.
func (r *reading) passive(v int) bool {
	be := false
	for i := v - 1; i >= 0 && i >= v-3; i-- {
		be = be || beForms[r.tokens[i].Norm]
	}
	for i := v + 1; i < len(r.tokens) && i <= v+8 && r.tokens[i].clause == r.tokens[v].clause; i++ {
		if r.tokens[i].Norm == "by" {
			return be || i == v+1
		}
	}
	return false
}

var (
	beForms      = set(`am is are was were be been being get got getting 's 're`)
	binding      = set(`with against to from by without`)
	prepositions = set(`with against to from by without in of over for on at about near through`)
	// mutual verbs and nouns mean the same with their sides changed.
	mutual = keys(`meet talk negotiate discuss marry share border between agree clash differ compete tie draw`)
)
