package grammar

import (
	"slices"

	"talksbot/knowledge/english"
)

// placeNoun finds the place of a thing in its clause.
func (r *tier) placeNoun(p phrase) {
	r.inside(p)
	c, h, prep := r.cur, p.head, r.prep
	r.prep = ""
	dated := r.s.Tokens[h].Date > 0
	beside := r.at > 0 && r.list[r.at-1].kind == Noun && !p.broken // directly behind a noun
	switch {
	case prep == "according to":
		r.noun, r.places = -1, nil // whose words they are is found by itself
		return
	case prep == "for" && r.each(p):
		r.tied(p, "per")
	case prep != "":
		r.tied(p, prep)
	case r.coord:
		r.joined(p)
	case slices.Contains(c.subjects, h): // who speaks, behind the verb
		r.places = []placed{{phrase: p, subject: true}}
	case r.each(p):
		r.tie(Tied, h, "per", r.list[r.at-1].head, c.verb) // "30 dollars a share"
		return
	case dated:
		k := r.tie(Tied, h, "", r.center(c)...)
		if c.verb < 0 {
			c.waiting = append(c.waiting, k)
		}
		return // a day is not what goes on is said of
	case beside && r.noun >= 0 && r.s.Tokens[h].Number > 0 && r.s.Tokens[r.noun].Name > 0:
		r.tie(Modifier, p.first, "", r.noun, c.verb) // "beat Dunmore 2-1", "a Boeing 737"
		return
	case beside && r.fronted(h):
		r.opens(p) // "In a letter to the council Anna Kern asked"
	case beside && r.noun >= 0 && proper(r.s, h) && !proper(r.s, r.noun):
		r.tie(Same, h, "", r.noun)
		r.named(h) // "captain Dean Okafor"
	case p.broken && r.noun >= 0 && (c.verb >= 0 || len(c.subjects) > 0):
		r.apart = c.verb >= 0
		r.behindComma(p)
	case c.verb < 0:
		if beside && len(c.subjects) > 0 { // "the plan ministers back"
			r.cur = &clause{up: c, kind: Relative, verb: -1, gap: []int{r.noun}}
		}
		r.opens(p)
	default:
		r.object(p)
	}
	r.noun = h
}

// each reports whether a number stands before a thing of which each has so many: "a share", "for each share".
func (r *tier) each(p phrase) bool {
	k := r.at - 1
	if k > 0 && r.list[k].kind == Prepositional {
		k--
	}
	if k < 0 || p.broken || r.list[k].kind != Noun || r.s.Tokens[r.list[k].head].Number == 0 || r.s.Tokens[r.list[k].head].Date > 0 {
		return false
	}
	first := r.s.Norm(p.first)
	return eachWords.Has(first) || k == r.at-1 && articleWords.Has(first) && first != "the"
}

var eachWords = english.Class("of so many each")

// fronted reports whether the name at token h, right behind a noun that is tied in before the verb, is what the
// clause speaks of: a verb follows, and nothing else can be.
func (r *tier) fronted(h int) bool {
	if r.cur.verb >= 0 || len(r.cur.subjects) > 0 || r.noun < 0 || r.s.Tokens[r.noun].Name > 0 || r.s.Tokens[h].Name == 0 || r.at+1 == len(r.list) {
		return false
	}
	next := r.list[r.at+1]
	return next.kind == Verb && !next.broken && !next.infinitive && !next.gerund
}

// object reads a noun behind the verb: what "is" says of the subject, or what is done to it.
func (r *tier) object(p phrase) {
	c, h := r.cur, p.head
	switch {
	case c.phrase.copula:
		r.place(p, Same, "", c.subjects...)
	default:
		if len(c.objects) < most {
			c.objects = append(c.objects, h)
		}
		for _, v := range c.shares {
			r.ties[r.tie(Patient, h, "", v)].Meant = true
		}
		if judges.Has(r.s.Tokens[c.verb].Stem) && r.noun >= 0 && len(c.objects) > 1 {
			r.ties[r.tie(Same, h, "", r.noun)].Meant = true // "called the vote a mistake"
		}
		r.place(p, Patient, "", c.verb)
	}
}

// named gives a name the place of the noun right before it.
func (r *tier) named(h int) {
	switch last := len(r.places) - 1; {
	case last < 0:
	case r.places[last].subject:
		r.cur.subjects = append(r.cur.subjects, h)
		r.subjects(&clause{subjects: []int{h}}, r.cur.phrase, r.cur.verb)
	default:
		t := r.ties[r.places[last].tie]
		r.tie(t.Relation, h, t.Word, t.Heads...)
	}
}

// tied ties a noun in by its preposition: to the noun right before it, or to the verb.
func (r *tier) tied(p phrase, word string) {
	c := r.cur
	var heads []int
	if r.at > 1 && r.list[r.at-2].kind == Noun && !r.list[r.at-1].broken {
		heads = append(heads, r.list[r.at-2].head)
		if r.noun >= 0 && r.noun != heads[0] {
			heads = append(heads, r.noun)
		}
	}
	if r.apart && len(heads) > 0 { // "..., three of them because of the heat"
		r.tie(Tied, p.head, word, heads...)
		return
	}
	if word != "of" && len(heads) > 0 {
		for _, o := range slices.Backward(r.places) {
			if !o.subject && len(heads) < most && !slices.Contains(heads, o.head) && !isSomebody(r, o.head) {
				heads = append(heads, o.head) // "held talks with Renna on fishing"
			}
		}
	}
	if word == "by" && c.verb >= 0 && c.phrase.passive {
		r.place(p, Agent, "", c.verb)
		return
	}
	if word == "of" && c.verb >= 0 && isCalled(r.s, r.noun) {
		heads = []int{c.verb} // "acquitted him of fraud"
	}
	if word != "of" || len(heads) == 0 {
		if c.verb >= 0 {
			heads = append(heads, r.center(c)...)
		} else {
			heads = append(heads, c.subjects...)
		}
	}
	r.place(p, Tied, word, heads...)
	if c.verb < 0 && word != "of" {
		c.waiting = append(c.waiting, r.places[len(r.places)-1].tie)
	}
}

// isSomebody reports whether a noun is a person, or what is called by a name: what is far behind is not tied to them.
func isSomebody(r *tier, i int) bool {
	return isCalled(r.s, i) || Persons.Has(r.s.Norm(i)) || slices.ContainsFunc(r.ties, func(t Tie) bool {
		return t.Relation == Same && slices.Contains(t.Heads, i) && r.s.Tokens[t.Dep].Name > 0
	})
}

// joined reads a noun behind "and": one more of a list, or the subject of what follows.
func (r *tier) joined(p phrase) {
	switch {
	case r.cur.verb >= 0 && verbFollows(r.list, r.at):
		r.cur = &clause{verb: -1}
		r.opens(p)
		return
	case r.cur.verb < 0 && len(r.cur.subjects) == 0 && len(r.places) == 0: // "But Astwick"
		r.opens(p)
		return
	}
	if r.s.Norm(r.list[r.at-1].first) == "or" && r.noun >= 0 {
		r.s.Tokens[r.noun].OneOf, r.s.Tokens[p.head].OneOf = true, true
	}
	r.again(p)
}

// verbFollows reports whether the phrases behind this noun, those tied to it aside, go on with a
// finite verb.
func verbFollows(list []phrase, at int) bool {
	for k := at + 1; k < len(list); k++ {
		p := list[k]
		switch {
		case p.broken:
			return false
		case p.kind == Verb:
			return !p.infinitive && !p.gerund
		case p.kind != Noun && p.kind != Prepositional && p.kind != Adverb:
			return false
		}
	}
	return false
}

// behindComma reads a noun that a comma parts from the one before it: another word for that
// one, one more of a list, or the subject of what follows.
func (r *tier) behindComma(p phrase) {
	name := r.s.Tokens[p.head].Name > 0
	before := r.s.Tokens[r.noun].Name > 0
	article := articleWords.Has(r.s.Norm(p.first))
	switch {
	case r.cur.verb >= 0 && verbFollows(r.list, r.at):
		r.cur = &clause{verb: -1}
		r.opens(p)
	case before && article && r.s.Norm(p.first) != "the":
		r.tie(Same, p.head, "", r.apposed()...)
	case listAhead(r.list, r.at):
		r.again(p)
	case name != before || article || possessiveWords.Has(r.s.Norm(p.first)):
		r.tie(Same, p.head, "", r.apposed()...)
	case r.cur.verb < 0 && len(r.cur.subjects) == 0:
		r.opens(p)
	default:
		r.tie(Same, p.head, "", r.apposed()...)
	}
}

// apposed returns what a noun behind a comma may be another word for.
func (r *tier) apposed() []int {
	all := []int{r.noun}
	if r.cur.verb < 0 {
		return append(all, r.cur.subjects...)
	}
	return append(all, r.cur.objects...)
}

// listAhead reports whether an "and" before the next verb goes on a list of nouns.
func listAhead(list []phrase, at int) bool {
	for k := at + 1; k+1 < len(list); k++ {
		switch p := list[k]; p.kind {
		case Coordinator:
			return list[k+1].kind == Noun
		case Verb, Relative, Subordinator:
			return false
		}
	}
	return false
}

// inside ties together the words of one phrase.
func (r *tier) inside(p phrase) {
	s := r.s
	head := s.Tokens[p.head]
	for k := p.first; k <= p.last; k++ {
		t := s.Tokens[k]
		switch {
		case k == p.head || t.Name > 0 && t.Name == head.Name || t.Number > 0 && t.Number == head.Number:
		case possessiveWords.Has(t.Norm):
			r.tie(Owner, k, "", p.head)
		case head.Number > 0 && k > p.head && measuring.Has(t.Key): // "3 percent"
		case t.Key == "" || t.Date > 0 && t.Number == 0 && t.Name == 0 && t.Date == head.Date:
		case t.Name > 0 && k+1 <= p.last && s.Tokens[k+1].Name == t.Name, t.Number > 0 && k > 0 && s.Tokens[k-1].Number == t.Number:
		case t.Possessive(s.String) > 0:
			r.tie(Owner, k, "", p.head)
		default:
			r.tie(Modifier, k, "", p.head)
		}
	}
	if r.whose >= 0 {
		r.tie(Owner, r.whose, "", p.head)
		r.whose = -1
	}
}
