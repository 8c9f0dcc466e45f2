package quotation

// reach is how many tokens a rule looks ahead or back at most. It keeps Find linear.
const reach = 40

// A phrase is a run of tokens, half open. Its zero value is none.
type phrase struct{ first, last int }

func (p phrase) ok() bool { return p.last > p.first }

// phraseBefore returns the noun phrase that ends before token end.
func phraseBefore(s sentence, end int) phrase {
	i := end
	for i > s.first && end-i < reach && partOfPhrase(s, i-1, end) {
		t := &s.toks[i-1]
		i--
		if t.has(object) && links(s, i-1) {
			continue // those close to him
		}
		if t.has(subject|object) && !t.has(upper) || t.has(subject) && i+1 == end {
			break
		}
		if t.has(unparen) {
			for i > s.first && !s.is(i, paren) {
				i--
			}
		}
		if t.has(det|possessive) && t.low != "'s" && t.low != "one" && !links(s, i-1) && !precededBy(s, i, det) &&
			!(i-1 > s.first && s.low(i-1) == "and" && coordinates(s, i-1)) {
			break
		}
	}
	for i < end && s.is(i, prep|conj|unparen|adverb) && !s.is(i, subject|det) {
		i++
	}
	if i >= end || s.low(i) == "'s" {
		return phrase{}
	}
	return phrase{i, end}
}

// partOfPhrase reports whether token i belongs to the noun phrase that ends at end and reaches back to i+1.
func partOfPhrase(s sentence, i, end int) bool {
	t := &s.toks[i]
	last := i+1 == end
	switch {
	case t.has(quoted):
		return !last && s.marks[t.mark].End-s.marks[t.mark].Start < 24 && s.is(i-1, upper|det)
	case t.has(unparen):
		return parenStart(s, i) >= 0
	case t.has(comma | colon | stop | brk | paren):
		return false
	case t.low == "'s", t.low == "&":
		return !last
	case t.has(subject | object):
		return last
	case t.has(that | wh | negative):
		return false
	case t.has(conj):
		return !last && (t.low == "and" || t.low == "or") && i > s.first && coordinates(s, i)
	case t.has(det | possessive):
		return !last || t.has(det) && !t.has(upper) || t.low == "many" || t.low == "some"
	case t.has(prep):
		return links(s, i)
	case t.has(upper) && (i > s.first || !t.has(sub|prep|adverb|auxiliary)):
		return !t.has(date) || precededBy(s, i, det) || !last && s.low(i+1) == "'s"
	case t.has(auxiliary | sub | to):
		return false
	case t.has(date):
		return precededBy(s, i, det)
	case t.has(adverb):
		return !last && (precededBy(s, i, det) || s.is(i+1, finite))
	case t.has(cue) && t.form&(base|present) != 0 && t.form&past == 0:
		return i == s.first || !s.is(i-1, subject|auxiliary|to|conj|comma|that) || s.is(i-1, det|possessive)
	case t.has(finite | cue):
		return !last && (precededBy(s, i, det|possessive|adverb|comma|quoted|prep|sub) || i == s.first && !t.has(upper))
	}
	return true
}

// parenStart returns the bracket that the one at i closes, or -1.
func parenStart(s sentence, i int) int {
	for k := i - 1; k >= s.first && i-k < 12; k-- {
		if s.is(k, paren) {
			return k
		}
	}
	return -1
}

// coordinates reports whether the "and" at i joins two nouns of one phrase.
func coordinates(s sentence, i int) bool {
	a, b := &s.toks[i-1], &s.toks[i+1]
	if a.has(comma|finite|auxiliary|date|adverb|quoted|stop|prep) || a.has(cue) && !a.has(upper) {
		return false
	}
	if a.has(upper) && b.has(upper) {
		return true
	}
	if b.has(det|possessive) && b.low != "'s" || b.has(subject|object|upper) {
		k := i - 1
		for k > s.first && s.is(k, upper) {
			k--
		}
		return a.has(subject) || a.has(upper) && (b.has(possessive) || k == s.first)
	}
	return !b.has(upper) && !a.has(upper) && !a.has(subject|object)
}

// links reports whether token i is a preposition that ties a noun to the noun before it.
func links(s sentence, i int) bool {
	if i <= s.first || !s.is(i, prep) || s.is(i, upper) {
		return false
	}
	switch s.low(i) {
	case "of", "for", "at", "from", "in", "with", "on", "to", "by", "between", "against", "about", "near", "within", "including":
	default:
		return false
	}
	a := &s.toks[i-1]
	if s.low(i) == "of" && a.has(det|number) || a.has(det) && s.is(i+1, number) || someones[a.low] {
		return true // most of them, nine in 10, others in the party
	}
	return !a.has(auxiliary|comma|colon|stop|brk|quoted|conj|sub|date|adverb|finite|subject|object|prep|that|wh|paren|unparen|other) &&
		!(a.has(cue) && a.form&(past|ing) != 0 && !a.has(upper)) && a.low != "'s" && !(a.has(det|possessive) && a.low != "one" && a.low != "some" && a.low != "many")
}

// someones are pronouns that a preposition may narrow down.
var someones = set("others someone everyone somebody anyone those people")

// phraseAfter returns the end of the noun phrase that begins at i, or i.
func phraseAfter(s sentence, i int) int {
	if s.is(i, subject|object) && !s.is(i, wh) {
		return i + 1
	}
	j := i
	for j < s.last && j-i < reach {
		t := &s.toks[j]
		if t.has(comma|colon|stop|brk|paren|unparen|that|to|wh|auxiliary|sub|subject) && !(t.has(upper) && t.has(auxiliary|sub) && t.has(date) && j > i) {
			break
		}
		if t.has(quoted) && (j == i || s.marks[t.mark].End-s.marks[t.mark].Start > 24) {
			break
		}
		if t.has(object) && !t.has(possessive) || t.has(date) && !precededBy(s, j, det) {
			break
		}
		if j > i && t.has(det|possessive) && t.low != "'s" && !s.is(j-1, prep|conj|det) {
			break
		}
		if t.has(conj) && !(j > i && j+1 < s.last && t.low == "and" && s.is(j+1, upper|det|possessive)) {
			break
		}
		if t.has(prep) && (j == i || t.low != "of" && !tiesOn(s, j)) {
			break
		}
		if (t.has(finite) || t.has(cue) && t.form&(past|ing|present) != 0) && !t.has(upper) && !(j > i && s.is(j-1, det|possessive|prep) || j == i) {
			break
		}
		if t.has(adverb) && !precededBy(s, j, det) && t.low != "far" {
			break
		}
		j++
	}
	for j > i && s.is(j-1, prep|conj|det) {
		j--
	}
	return j
}

// tiesOn reports whether the preposition at i ties a name to an office ("spokesman for Clinton").
func tiesOn(s sentence, i int) bool {
	switch s.low(i) {
	case "for", "at", "from":
		return s.is(i+1, upper|det|possessive)
	}
	return false
}

// clauseAfter reports whether a clause, not a noun phrase, begins at i.
func clauseAfter(s sentence, i int) bool {
	if i >= s.last {
		return false
	}
	if s.is(i, subject) {
		return true
	}
	j := phraseAfter(s, i)
	return j < s.last && j > i && s.is(j, auxiliary|finite)
}

func precededBy(s sentence, i int, x tag) bool {
	return s.is(i-1, x)
}

// holds reports whether one of the first tokens of p carries x.
func (d *doc) holds(p phrase, x tag) bool {
	for i := p.first; i < p.last && i < p.first+reach; i++ {
		if d.is(i, x) {
			return true
		}
	}
	return false
}

// trim drops marks and joining words at the edges of a content.
func (d *doc) trim(p phrase) phrase {
	for p.first < p.last && (d.is(p.first, comma|colon|brk|stop|other) || d.is(p.first, conj) || d.low(p.first) == "'s") {
		p.first++
	}
	for p.last > p.first && d.is(p.last-1, comma|colon|brk|stop|conj) {
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
