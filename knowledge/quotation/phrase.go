package quotation

import "strings"

// reach is how many tokens a rule looks ahead or back at most. It keeps Find linear.
const reach = 40

// longName is how many bytes a quoted stretch inside a noun phrase has at most: the title of
// a book or a show.
const longName = 24

// phraseBefore returns the noun phrase that ends before token end.
func phraseBefore(s sentence, end int) phrase {
	i := end
	for i > s.first && end-i < reach && inPhrase(s, i-1, end) {
		i--
		t := &s.toks[i]
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
		if t.has(det|possessive) && t.low != "'s" && t.low != "one" && !links(s, i-1) && !s.is(i-1, det) &&
			!(s.low(i-1) == "and" && i-1 > s.first && coordinates(s, i-1)) {
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

// inPhrase reports whether token i belongs to the noun phrase that ends at end and reaches back to i+1.
func inPhrase(s sentence, i, end int) bool {
	t := &s.toks[i]
	last := i+1 == end
	switch {
	case t.has(quoted):
		return !last && s.mark(i).len() < longName && s.is(i-1, upper|det)
	case t.has(unparen):
		return bracketed(s, i)
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
		return !last || t.has(det) && (!t.has(upper) || i == s.first && standalone(t)) || t.low == "many" || t.low == "some"
	case t.has(prep):
		return links(s, i)
	case t.has(upper) && (i > s.first || !t.has(sub|prep|adverb|auxiliary)):
		return !t.has(date) || s.is(i-1, det) || !last && s.low(i+1) == "'s"
	case t.has(auxiliary | sub | to):
		return false
	case t.has(date):
		return s.is(i-1, det)
	case t.has(adverb):
		return !last && (s.is(i-1, det) || s.is(i+1, finite))
	case t.says(base|present) && !t.says(past):
		return !s.is(i-1, subject|auxiliary|to|conj|comma|that) || s.is(i-1, det|possessive)
	case t.has(finite) && strings.HasSuffix(t.low, "s") && !s.is(i-1, det|possessive):
		return false
	case t.has(finite | cue):
		return !last && (s.is(i-1, det|possessive|adverb|comma|quoted|prep|sub) || i == s.first && !t.has(upper))
	}
	return true
}

// bracketed reports whether a bracket that opened not far before is closed at i.
func bracketed(s sentence, i int) bool {
	return s.holds(phrase{max(s.first, i-11), i}, paren)
}

// coordinates reports whether the "and" at i joins two nouns of one phrase.
func coordinates(s sentence, i int) bool {
	a, b := &s.toks[i-1], &s.toks[i+1]
	switch {
	case b.has(prep) && !b.has(sub) && narrowing.Has(b.low) && (s.is(i-2, prep) || s.is(i-3, prep)):
		return true // in Virginia and around the country
	case a.has(comma | finite | auxiliary | date | adverb | quoted | stop | prep), a.has(cue) && !a.has(upper):
		return false
	case a.has(upper) && b.has(upper):
		return true
	case b.has(det|possessive) && b.low != "'s", b.has(subject | object | upper):
		return a.has(subject) || a.has(upper) && (b.has(possessive) || s.back(i, s.first, upper) <= s.first+1)
	}
	return !a.has(upper | subject | object)
}

// links reports whether token i is a preposition that ties a noun to the noun before it.
func links(s sentence, i int) bool {
	if i <= s.first || !s.is(i, prep) || s.is(i, upper) || !narrowing.Has(s.low(i)) {
		return false
	}
	a := &s.toks[i-1]
	if s.low(i) == "of" && a.has(det|number) || a.has(det) && s.is(i+1, number) || narrowed.Has(a.low) {
		return true // most of them, nine in 10, others in the party
	}
	return !a.has(auxiliary|comma|colon|stop|brk|quoted|conj|sub|date|adverb|finite|subject|object|prep|that|wh|paren|unparen|other) &&
		!(a.says(past|ing) && !a.has(upper)) && a.low != "'s" && !(a.has(det|possessive) && a.low != "one" && a.low != "some" && a.low != "many")
}

// phraseAfter returns the end of the noun phrase that begins at i, or i.
func phraseAfter(s sentence, i int) int {
	if s.is(i, subject|object) && !s.is(i, wh) {
		return i + 1
	}
	j := i
	for j < s.last && j-i < reach && !endsPhrase(s, i, j) {
		j++
	}
	if end := s.back(j, i, prep|conj|det); end > i || j > i+1 || !s.is(i, det) || !standalone(&s.toks[i]) && s.low(i) != "another" {
		return end
	}
	return i + 1 // said one
}

// endsPhrase reports whether the noun phrase that begins at i cannot go on with token j.
func endsPhrase(s sentence, i, j int) bool {
	t := &s.toks[j]
	begins := j == i
	may := !begins && t.has(upper) && t.has(date) && t.has(auxiliary|sub)
	switch {
	case !may && t.has(comma|colon|stop|brk|paren|unparen|that|to|wh|auxiliary|sub|subject),
		t.has(quoted) && (begins || s.mark(j).len() > longName || spokenClause(s, j)),
		t.has(object) && !t.has(possessive),
		t.has(date) && !s.is(j-1, det),
		t.has(det|possessive) && !begins && t.low != "'s" && !s.is(j-1, prep|conj|det),
		t.has(conj) && (begins || t.low != "and" || !s.is(j+1, upper|det|possessive)),
		t.has(prep) && (begins || t.low != "of" && !tiesOn(s, j)),
		(t.has(finite) || t.says(past|ing|present)) && !t.has(upper) && !begins && !s.is(j-1, det|possessive|prep) && !(s.is(j-1, adverb) && s.is(j-2, det|possessive)) &&
			!(t.says(ing) && s.is(j+1, comma|stop) && s.is(i, det|possessive)), // the council hearing,
		t.has(adverb) && !s.is(j-1, det|possessive) && t.low != "far":
		return true
	}
	return false
}

// tiesOn reports whether the preposition at i ties a name to an office ("spokesman for Clinton").
func tiesOn(s sentence, i int) bool {
	low := s.low(i)
	return (low == "for" || low == "at" || low == "from") && s.is(i+1, upper|det|possessive)
}

// clauseAfter reports whether a clause, not a noun phrase, begins at i.
func clauseAfter(s sentence, i int) bool {
	if s.is(i, subject) {
		return true
	}
	j := phraseAfter(s, i)
	return j > i && s.is(j, auxiliary|finite)
}
