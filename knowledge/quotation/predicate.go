package quotation

import "strings"

// A predicate is one verb of saying in its verb group ("has not yet said").
type predicate struct {
	start, verb, end int // tokens: first of the group, the verb itself, after it
	negated          bool
	unreal           bool // would say, will say, to say: not said (yet)
	passive          bool // was told, is accused
	aside            bool // despite admitting, after saying: set into another clause
	participial      bool // adding, having said: its subject stands in the clause before
}

// predicate reads the verb group that ends with the cue at i. It is false for
// forms that are nouns or adjectives here ("the claim", "the stated goal").
func predicateAt(s sentence, i int) (predicate, bool) {
	t := &s.toks[i]
	p := predicate{start: i, verb: i, end: i + 1}
	var aux tag
	for k := i - 1; k >= s.first; k-- {
		u := &s.toks[k]
		switch {
		case u.has(auxiliary) && !u.has(possessive):
			if aux == 0 || u.has(modal|do) {
				aux |= u.is & auxiliary
			}
			p.unreal = p.unreal || u.has(modal)
			p.negated = p.negated || u.has(negative)
		case u.low == "'s" && k > s.first && t.form&ing != 0 && s.is(k-1, subject):
			aux |= be // he's saying
		case u.has(negative):
			p.negated = true
		case u.has(to) && t.form&base != 0:
			p.start = k
			infinitive(s, &p)
			return p, true
		case u.has(adverb) && !u.has(date) && (!u.has(sub) || u.low == "once"):
			continue // the group begins further left where an auxiliary does
		default:
			return p, finiteForm(s, &p, aux)
		}
		p.start = k
	}
	return p, finiteForm(s, &p, aux)
}

// infinitive reads "to say", which is real only where the saying is done: went on to say.
func infinitive(s sentence, p *predicate) {
	k := p.start - 1
	if k > s.first && s.low(k) == "on" {
		k--
	}
	if used := usedTo(s, k); used > 0 {
		k = used
	} else if k < s.first || !carriesOn[s.low(k)] {
		p.unreal = true
		return
	}
	for s.is(k-1, auxiliary) {
		k--
	}
	p.start = k
}

var carriesOn = set("went goes going continued continues continuing proceeded proceeds took takes began begins started starts appeared appears seemed seems")

// usedTo returns the verb of "used her speech to say", "took to Twitter to say"
// before token k, or 0.
func usedTo(s sentence, k int) int {
	for n := k; n > s.first && n > k-8; n-- {
		t := &s.toks[n]
		switch t.low {
		case "used", "took", "takes", "uses":
			if n < k && !s.is(n-1, be|modal) {
				return n
			}
		}
		if t.has(comma|conj|quoted|that|wh|brk) || t.has(subject) && !t.has(possessive) {
			return 0
		}
	}
	return 0
}

func finiteForm(s sentence, p *predicate, aux tag) bool {
	t := &s.toks[p.verb]
	switch {
	case aux&modal != 0, aux&do != 0:
		return t.form&base != 0
	case aux&be != 0:
		p.passive = t.form&participle != 0 && t.form&ing == 0
		return t.form&(participle|ing) != 0
	case aux&have != 0:
		return t.form&participle != 0
	case p.start < p.verb && p.negated:
		return true // never said
	}
	if start := quotedAs(s, p.verb); start > 0 {
		p.start = start
		return true
	}
	if t.form&ing != 0 {
		p.participial = true
		p.aside = p.verb > s.first && asides[s.low(p.verb-1)]
		return p.aside || !precededBy(s, p.verb, prep|possessive|det) || precededBy(s, p.verb, sub)
	}
	return !nominal(s, p.verb)
}

// quotedAs returns where the verb group of "was quoted by the agency as saying"
// begins that ends with the cue at i, or 0.
func quotedAs(s sentence, i int) int {
	if s.toks[i].form&ing == 0 || !precededBy(s, i, prep) || s.low(i-1) != "as" {
		return 0
	}
	for k := i - 2; k > s.first && k > i-10 && !s.is(k, comma|quoted|conj); k-- {
		if low := s.low(k); low != "quoted" && low != "cited" {
			continue
		}
		start := k
		for s.is(start-1, be|have|adverb) {
			start--
		}
		if start < k {
			return start
		}
		return 0
	}
	return 0
}

// asides are the words before a participle that sets it into another clause.
var asides = set("by after before despite while when in for as since besides")

// nominal reports whether the cue at i is no verb here: by its own form, by the
// word before it or by the word behind.
func nominal(s sentence, i int) bool {
	t := &s.toks[i]
	if t.has(upper) && i > s.first && t.form&past == 0 && !isHeadline(s) {
		return true // of a name: the Reports Office
	}
	if i > s.first && nounAfter(s, i) {
		return true
	}
	if t.form&past != 0 {
		return s.low(i+1) == "by"
	}
	return i+1 < s.last && nounBefore(s, i)
}

// nounAfter reports whether what stands before the cue at i makes it a noun or
// an adjective: an article, a possessive, a preposition, a number.
func nounAfter(s sentence, i int) bool {
	t, u := &s.toks[i], &s.toks[i-1]
	if u.has(to) {
		return true
	}
	if u.has(comma) && alsoNouns[t.verb.lemma] && t.form&past == 0 {
		next := &s.toks[min(i+1, s.last-1)]
		return !next.has(to) && !t.verb.after[next.low] // Vermont and Maine, states that vote
	}
	if !u.has(det|possessive|prep|number) || u.has(subject|object|upper|date) {
		return false
	}
	return !standalone(u) || nouns[t.low] || strings.HasSuffix(t.low, "ed")
}

// nounBefore reports whether what stands behind the cue at i, a base or present
// form, makes it a noun: a verb, "of" or "by", a time.
func nounBefore(s sentence, i int) bool {
	t, v := &s.toks[i], &s.toks[i+1]
	pronoun := precededBy(s, i, subject)
	switch {
	case v.has(auxiliary) && !v.has(date), v.low == "by":
		return true
	case v.low == "of":
		return !t.verb.after["of"] && t.verb.lemma != "say"
	case alsoNouns[t.verb.lemma] && v.has(prep|date):
		return !t.verb.after[v.low] && !pronoun // the Baltic states on Thursday
	}
	return v.has(cue) && v.form&(past|present|base) != 0 && !v.has(upper) && !pronoun
}

// standalone reports whether a number or a quantity can be a subject by itself: "six in 10 say".
func standalone(t *token) bool {
	switch t.low {
	case "the", "a", "an", "this", "these", "those", "any", "every", "each", "no", "another", "such":
		return false
	}
	return t.has(det | number)
}

// headline reports whether most of a sentence's words are capitalised.
func isHeadline(s sentence) bool {
	n, up := 0, 0
	for i := s.first; i < s.last && i < s.first+16; i++ {
		t := &s.toks[i]
		if t.low == "" || t.has(prep|det|conj|to|that|comma|stop|colon|possessive|other) {
			continue
		}
		n++
		if t.has(upper | number) {
			up++
		}
	}
	return n > 2 && up*5 >= n*4
}
