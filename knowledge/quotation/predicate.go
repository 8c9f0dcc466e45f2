package quotation

import (
	"strings"

	"talksbot/knowledge/english"
)

// A predicate is one verb of saying in its verb group ("has not yet said").
type predicate struct {
	sentence
	start, at, end int // tokens: first of the group, the verb itself, after it
	verb           *verb
	form           english.Form
	negated        bool
	unreal         bool // would say, will say, to say: not said (yet)
	passive        bool // was told, is accused
	aside          bool // despite admitting, after saying: set into another clause
	participial    bool // adding, having said: its subject stands in the clause before
}

// words is the verb group.
func (p predicate) words() phrase { return phrase{p.start, p.end} }

// subject is the noun phrase before the verb group.
func (p predicate) subject() phrase { return subjectBefore(p.sentence, p.start) }

// predicateAt reads the verb group that ends with the cue at i. It is false for
// forms that are nouns or adjectives here ("the claim", "the stated goal").
func predicateAt(s sentence, i int) (predicate, bool) {
	t := &s.toks[i]
	p := predicate{sentence: s, start: i, at: i, end: i + 1, verb: t.verb, form: t.form}
	var aux tag
group:
	for k := i - 1; k >= s.first; k-- {
		u := &s.toks[k]
		switch {
		case u.has(auxiliary) && !u.has(possessive):
			if aux == 0 || u.has(modal|do) {
				aux |= u.is & auxiliary
			}
			p.unreal = p.unreal || u.has(modal)
			p.negated = p.negated || u.has(negative)
		case u.low == "'s" && p.form&ing != 0 && s.is(k-1, subject):
			aux |= be // he's saying
		case u.has(negative):
			p.negated = true
		case u.has(to) && p.form&base != 0:
			p.start = k
			p.infinitive()
			return p, true
		case u.has(adverb) && !u.has(date) && (!u.has(sub) || u.low == "once"):
			continue // the group begins further left where an auxiliary does
		default:
			break group
		}
		p.start = k
	}
	return p, p.finite(aux)
}

// agent is who speaks where the predicate is passive: "said by engineers".
func (p predicate) agent() phrase {
	if !p.passive || p.low(p.end) != "by" {
		return phrase{}
	}
	return phrase{p.end + 1, phraseAfter(p.sentence, p.end+1)}
}

// infinitive reads "to say", which is real only where the saying is done: went on to say.
func (p *predicate) infinitive() {
	k := p.start - 1
	if k > p.first && p.low(k) == "on" {
		k--
	}
	if used := usedTo(p.sentence, k); used > 0 {
		k = used
	} else if !carrying.Has(p.low(k)) {
		p.unreal = true
		return
	}
	p.start = p.back(k, p.first, auxiliary)
}

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

// finite reads the form of the verb behind the auxiliaries aux, and reports whether it can
// be one there.
func (p *predicate) finite(aux tag) bool {
	switch {
	case aux&(modal|do) != 0:
		return p.form&base != 0
	case aux&be != 0:
		p.passive = p.form&participle != 0 && p.form&ing == 0
		return p.form&(participle|ing) != 0
	case aux&have != 0:
		return p.form&participle != 0
	case p.start < p.at && p.negated:
		return true // never said
	}
	if start := quotedAs(p.sentence, p.at); start > 0 {
		p.start = start
		return true
	}
	if p.form&ing != 0 {
		p.participial = true
		p.aside = asides.Has(p.low(p.at - 1))
		if p.gerund() {
			return false
		}
		return p.aside || !p.is(p.at-1, prep|possessive|det) || p.is(p.at-1, sub)
	}
	return !p.nominal()
}

// gerund reports whether the cue in -ing is a noun, "a stark warning of war", and no participle behind
// who or what says so, "a letter warning of war".
func (p *predicate) gerund() bool {
	before := p.at - 1
	if nouns[p.low(p.at)] == nil || p.is(p.end, that|quoted|det|possessive) && !p.verb.attitude || !p.is(before-1, det|possessive) || p.is(before, upper) {
		return false
	}
	low := p.low(before)
	return !documents.Has(low) && !isTitle(low) && !bodyWords.Has(low) && !nounPlural(low)
}

// nounPlural reports whether a word looks like a noun in the plural.
func nounPlural(low string) bool {
	return plurals.Has(low) || len(low) > 3 && strings.HasSuffix(low, "s") && !strings.HasSuffix(low, "ss") && !strings.HasSuffix(low, "ous")
}

// quotedAs returns where the verb group of "was quoted by the agency as saying"
// begins that ends with the cue at i, or 0.
func quotedAs(s sentence, i int) int {
	if !s.says(i, ing) || s.low(i-1) != "as" {
		return 0
	}
	for k := i - 2; k > s.first && k > i-10 && !s.is(k, comma|quoted|conj); k-- {
		if low := s.low(k); low != "quoted" && low != "cited" {
			continue
		}
		if start := s.back(k, s.first, be|have|adverb); start < k {
			return start
		}
		return 0
	}
	return 0
}

// nominal reports whether the cue is no verb here: by its own form, by the
// word before it or by the word behind.
func (p *predicate) nominal() bool {
	switch {
	case p.is(p.at, upper) && p.at > p.first && p.form&past == 0 && !headline(p.sentence):
		return true // of a name: the Reports Office
	case p.at > p.first && p.nounAfter():
		return true
	case p.form&past != 0:
		return p.low(p.end) == "by"
	}
	return p.end < p.last && p.nounBefore()
}

// nounAfter reports whether what stands before the cue makes it a noun or
// an adjective: an article, a possessive, a preposition, a number.
func (p *predicate) nounAfter() bool {
	u := &p.toks[p.at-1]
	switch {
	case u.has(to):
		return true
	case p.form&(present|base|past) == present && (u.has(number) && u.low != "1" || severals.Has(u.low)):
		return true // 18 states, the many reasons
	case u.has(adverb) && p.form&past != 0 && p.at-2 >= p.first && p.is(p.at-2, det|possessive|prep) && !p.is(p.at-2, upper|sub):
		return true // from publicly disclosed information
	}
	if u.has(comma) && p.verb.noun && p.form&past == 0 {
		next := min(p.end, p.last-1)
		return !p.is(next, to) && !p.verb.after.Has(p.low(next)) // Vermont and Maine, states that vote
	}
	if !u.has(det|possessive|prep|number) || u.has(subject|object|upper|date) {
		return false
	}
	low := p.low(p.at)
	return !standalone(u) || nouns[low] != nil || strings.HasSuffix(low, "ed")
}

// nounBefore reports whether what stands behind the cue, a base or present
// form, makes it a noun: a verb, "of" or "by", a time.
func (p *predicate) nounBefore() bool {
	v := &p.toks[p.end]
	pronoun := p.is(p.at-1, subject)
	switch {
	case v.has(auxiliary) && !v.has(date), v.low == "by":
		return true
	case v.has(that) && (p.is(p.end+1, auxiliary|finite) || p.says(p.end+1, past)) && !p.is(p.end+1, date) && !pronoun:
		return true // rules that could lead to
	case p.verb.noun && v.has(that) && p.is(p.at-1, number|det) && p.at-2 >= p.first && p.is(p.at-2, prep):
		return true // in four states that …
	case p.isObject():
		return true
	case v.low == "of":
		return !p.verb.after.Has("of") && p.verb.lemma != "say"
	case p.verb.noun && v.has(prep|date):
		return !p.verb.after.Has(v.low) && !pronoun // the Baltic states on Thursday
	}
	return v.says(past|present|base) && !v.has(upper) && !pronoun
}

// isObject reports whether the cue, a base or present form, is the noun that a verb right before it or
// before its adjective takes: "yielded finds that", "met local calls for".
func (p *predicate) isObject() bool {
	if !p.verb.noun && nouns[p.low(p.at)] == nil {
		return false
	}
	k := p.at - 1
	if p.is(k, finite) && !p.is(k, upper) {
		return k > p.first && !p.is(k-1, det|possessive|prep|adverb)
	}
	return k-1 > p.first && p.toks[k].is == 0 && !nounPlural(p.low(k)) && p.is(k-1, finite) && !p.is(k-1, upper)
}

// standalone reports whether a number or a quantity can be a subject by itself: "six in 10 say".
func standalone(t *token) bool { return t.has(det|number) && !dependent.Has(t.low) }

// headline reports whether most of a sentence's words are capitalised.
func headline(s sentence) bool {
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
