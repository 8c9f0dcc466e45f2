package quotation

// reach is how many tokens a rule looks ahead or back at most. It keeps Find linear.
const reach = 40

// A phrase is a run of tokens, half open. Its zero value is none.
type phrase struct{ first, last int }

func (p phrase) ok() bool { return p.last > p.first }

// phraseBefore returns the noun phrase that ends before token end.
func (d *doc) phraseBefore(s sentence, end int) phrase {
	i := end
	for i > s.first && end-i < reach && d.partOfPhrase(s, i-1, end) {
		t := &d.toks[i-1]
		i--
		if t.has(object) && d.links(s, i-1) {
			continue // those close to him
		}
		if t.has(subject|object) && !t.has(upper) || t.has(subject) && i+1 == end {
			break
		}
		if t.has(unparen) {
			for i > s.first && !d.toks[i].has(paren) {
				i--
			}
		}
		if t.has(det|possessive) && t.low != "'s" && t.low != "one" && !d.links(s, i-1) && !d.precededBy(s, i, det) &&
			!(i-1 > s.first && d.toks[i-1].low == "and" && d.coordinates(s, i-1)) {
			break
		}
	}
	for i < end && d.toks[i].has(prep|conj|unparen|adverb) && !d.toks[i].has(subject|det) {
		i++
	}
	if i >= end || d.toks[i].low == "'s" {
		return phrase{}
	}
	return phrase{i, end}
}

// partOfPhrase reports whether token i belongs to the noun phrase that ends at end and reaches back to i+1.
func (d *doc) partOfPhrase(s sentence, i, end int) bool {
	t := &d.toks[i]
	last := i+1 == end
	switch {
	case t.has(quoted):
		return !last && d.marks[t.mark].End-d.marks[t.mark].Start < 24 && i > s.first && d.toks[i-1].has(upper|det)
	case t.has(unparen):
		return d.parenStart(s, i) >= 0
	case t.has(comma | colon | stop | brk | paren):
		return false
	case t.low == "'s", t.low == "&":
		return !last
	case t.has(subject | object):
		return last
	case t.has(that | wh | negative):
		return false
	case t.has(conj):
		return !last && (t.low == "and" || t.low == "or") && i > s.first && d.coordinates(s, i)
	case t.has(det | possessive):
		return !last || t.has(det) && !t.has(upper) || t.low == "many" || t.low == "some"
	case t.has(prep):
		return d.links(s, i)
	case t.has(upper) && (i > s.first || !t.has(sub|prep|adverb|auxiliary)):
		return !t.has(date) || d.precededBy(s, i, det) || !last && d.toks[i+1].low == "'s"
	case t.has(auxiliary | sub | to):
		return false
	case t.has(date):
		return d.precededBy(s, i, det)
	case t.has(adverb):
		return !last && (d.precededBy(s, i, det) || d.toks[i+1].has(finite))
	case t.has(cue) && t.form&(base|present) != 0 && t.form&past == 0:
		return i == s.first || !d.toks[i-1].has(subject|auxiliary|to|conj|comma|that) || d.toks[i-1].has(det|possessive)
	case t.has(finite | cue):
		return !last && (d.precededBy(s, i, det|possessive|adverb|comma|quoted|prep|sub) || i == s.first && !t.has(upper))
	}
	return true
}

// parenStart returns the bracket that the one at i closes, or -1.
func (d *doc) parenStart(s sentence, i int) int {
	for k := i - 1; k >= s.first && i-k < 12; k-- {
		if d.toks[k].has(paren) {
			return k
		}
	}
	return -1
}

// coordinates reports whether the "and" at i joins two nouns of one phrase.
func (d *doc) coordinates(s sentence, i int) bool {
	a, b := &d.toks[i-1], &d.toks[i+1]
	if a.has(comma|finite|auxiliary|date|adverb|quoted|stop|prep) || a.has(cue) && !a.has(upper) {
		return false
	}
	if a.has(upper) && b.has(upper) {
		return true
	}
	if b.has(det|possessive) && b.low != "'s" || b.has(subject|object|upper) {
		k := i - 1
		for k > s.first && d.toks[k].has(upper) {
			k--
		}
		return a.has(subject) || a.has(upper) && (b.has(possessive) || k == s.first)
	}
	return !b.has(upper) && !a.has(upper) && !a.has(subject|object)
}

// links reports whether token i is a preposition that ties a noun to the noun before it.
func (d *doc) links(s sentence, i int) bool {
	if i <= s.first || !d.toks[i].has(prep) || d.toks[i].has(upper) {
		return false
	}
	switch d.toks[i].low {
	case "of", "for", "at", "from", "in", "with", "on", "to", "by", "between", "against", "about", "near", "within", "including":
	default:
		return false
	}
	a := &d.toks[i-1]
	if d.toks[i].low == "of" && a.has(det|number) || a.has(det) && i+1 < s.last && d.toks[i+1].has(number) || someones[a.low] {
		return true // most of them, nine in 10, others in the party
	}
	return !a.has(auxiliary|comma|colon|stop|brk|quoted|conj|sub|date|adverb|finite|subject|object|prep|that|wh|paren|unparen|other) &&
		!(a.has(cue) && a.form&(past|ing) != 0 && !a.has(upper)) && a.low != "'s" && !(a.has(det|possessive) && a.low != "one" && a.low != "some" && a.low != "many")
}

// someones are pronouns that a preposition may narrow down.
var someones = set("others someone everyone somebody anyone those people")

// phraseAfter returns the end of the noun phrase that begins at i, or i.
func (d *doc) phraseAfter(s sentence, i int) int {
	if i < s.last && d.toks[i].has(subject|object) && !d.toks[i].has(wh) {
		return i + 1
	}
	j := i
	for j < s.last && j-i < reach {
		t := &d.toks[j]
		if t.has(comma|colon|stop|brk|paren|unparen|that|to|wh|auxiliary|sub|subject) && !(t.has(upper) && t.has(auxiliary|sub) && t.has(date) && j > i) {
			break
		}
		if t.has(quoted) && (j == i || d.marks[t.mark].End-d.marks[t.mark].Start > 24) {
			break
		}
		if t.has(object) && !t.has(possessive) || t.has(date) && !d.precededBy(s, j, det) {
			break
		}
		if j > i && t.has(det|possessive) && t.low != "'s" && !d.toks[j-1].has(prep|conj|det) {
			break
		}
		if t.has(conj) && !(j > i && j+1 < s.last && t.low == "and" && d.toks[j+1].has(upper|det|possessive)) {
			break
		}
		if t.has(prep) && (j == i || t.low != "of" && !d.tiesOn(s, j)) {
			break
		}
		if (t.has(finite) || t.has(cue) && t.form&(past|ing|present) != 0) && !t.has(upper) && !(j > i && d.toks[j-1].has(det|possessive|prep) || j == i) {
			break
		}
		if t.has(adverb) && !d.precededBy(s, j, det) && t.low != "far" {
			break
		}
		j++
	}
	for j > i && d.toks[j-1].has(prep|conj|det) {
		j--
	}
	return j
}

// tiesOn reports whether the preposition at i ties a name to an office ("spokesman for Clinton").
func (d *doc) tiesOn(s sentence, i int) bool {
	switch d.toks[i].low {
	case "for", "at", "from":
		return i+1 < s.last && d.toks[i+1].has(upper|det|possessive)
	}
	return false
}

// clauseAfter reports whether a clause, not a noun phrase, begins at i.
func (d *doc) clauseAfter(s sentence, i int) bool {
	if i >= s.last {
		return false
	}
	if d.toks[i].has(subject) {
		return true
	}
	j := d.phraseAfter(s, i)
	return j < s.last && j > i && d.toks[j].has(auxiliary|finite)
}

func (d *doc) precededBy(s sentence, i int, x tag) bool {
	return i > s.first && d.toks[i-1].has(x)
}

// holds reports whether one of the first tokens of p carries x.
func (d *doc) holds(p phrase, x tag) bool {
	for i := p.first; i < p.last && i < p.first+reach; i++ {
		if d.toks[i].has(x) {
			return true
		}
	}
	return false
}

// trim drops marks and joining words at the edges of a content.
func (d *doc) trim(p phrase) phrase {
	for p.first < p.last && (d.toks[p.first].has(comma|colon|brk|stop|other) || d.toks[p.first].has(conj) || d.toks[p.first].low == "'s") {
		p.first++
	}
	for p.last > p.first && d.toks[p.last-1].has(comma|colon|brk|stop|conj) {
		p.last--
	}
	return p
}

// allQuoted reports whether tokens are quoted stretches and the marks between them only.
func (d *doc) allQuoted(p phrase) bool {
	n := 0
	for i := p.first; i < p.last; i++ {
		t := &d.toks[i]
		if t.has(quoted) {
			n++
		} else if !t.has(comma | stop | brk | colon | conj) {
			return false
		}
	}
	return n > 0
}
