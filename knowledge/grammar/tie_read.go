package grammar

import (
	"slices"
)

// findTies says what the words of a sentence are to one another.
func findTies(s *Sentence) {
	r := &tier{s: s, list: phrases(s), whose: -1, noun: -1, cur: &clause{verb: -1}}
	r.list = slices.DeleteFunc(r.list, r.setAside)
	r.noun = -1
	for r.at = range r.list {
		p := r.list[r.at]
		if p.broken {
			r.breaks(p)
		}
		switch p.kind {
		case Noun:
			r.placeNoun(p)
			r.coord, r.held = r.held, false
		case Verb:
			r.placeVerb(p)
			r.coord, r.prep = false, ""
		case Prepositional:
			r.prep = s.Norm(p.first)
			r.held = r.coord && r.prep == "according"
			if p.last > p.first {
				r.prep += " " + s.Norm(p.last)
			}
		case Coordinator:
			r.coord = true
		case Relative:
			r.relative(p)
		case Subordinator:
			if s.Norm(p.first) == "where" && r.noun >= 0 {
				r.cur = &clause{up: r.cur, kind: Relative, set: p.broken, verb: -1, gap: []int{r.noun}, gapWord: "in"}
				continue
			}
			r.cur = &clause{up: r.cur, kind: Subordinator, set: p.broken || r.at == 0, word: s.Norm(p.first), verb: -1}
			r.prep, r.coord = "", false
		case Adverb:
			r.adverb(p)
		}
	}
	r.stranded()
	s.Ties = slices.DeleteFunc(r.ties, func(t Tie) bool { return t.Dep < 0 || len(t.Heads) == 0 })
}

// setAside reads what stands in parentheses: another name for what is before them, or nothing that
// belongs to the sentence around. It reports whether the phrase stands so.
func (r *tier) setAside(p phrase) bool {
	switch {
	case p.kind != Noun:
	case !p.aside:
		r.noun = p.head
	default:
		r.inside(p)
		if r.s.Tokens[p.head].Name > 0 {
			r.tie(Same, p.head, "", r.noun)
		}
	}
	return p.aside
}

// breaks ends at punctuation the clauses that hang on another.
func (r *tier) breaks(p phrase) {
	if p.hard {
		r.cur, r.prep, r.coord, r.noun = &clause{verb: -1}, "", false, -1
		return
	}
	for r.cur.up != nil && r.cur.verb >= 0 {
		r.cur = r.cur.up
	}
}

// adverb ties an adverb that says something of its own to the verb before it, or after.
func (r *tier) adverb(p phrase) {
	if r.s.Tokens[p.first].Key == "" {
		return
	}
	k := r.tie(Modifier, p.first, "", r.center(r.cur)...)
	if r.cur.verb < 0 {
		r.cur.waiting = append(r.cur.waiting, k)
	}
}

// stranded reads a preposition that ends the sentence behind an "and" and a noun: it has the noun of the
// one before, "61 percent for the tunnel and 30 percent against".
func (r *tier) stranded() {
	at := len(r.list) - 1
	if r.prep == "" || at < 4 || r.list[at].kind != Prepositional || r.list[at-1].kind != Noun || r.list[at-2].kind != Coordinator || r.list[at-3].kind != Noun {
		return
	}
	if r.list[at-4].kind == Prepositional && slices.ContainsFunc(r.places, func(o placed) bool { return o.head == r.list[at-1].head }) {
		r.tie(Tied, r.list[at-3].head, r.prep, r.list[at-1].head)
	}
}
