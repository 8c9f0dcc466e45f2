package quotation

import "strings"

// reach is how many tokens a rule looks ahead or back at most. It keeps Find linear.
const reach = 40

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
func (d *doc) predicate(s sentence, i int) (predicate, bool) {
	t := &d.toks[i]
	p := predicate{start: i, verb: i, end: i + 1}
	var aux tag
	var inf bool
loop:
	for k := i - 1; k >= s.first; k-- {
		u := &d.toks[k]
		switch {
		case u.has(auxiliary) && !u.has(possessive):
			if u.has(negative) {
				p.negated = true
			}
			if aux == 0 || u.has(modal) || u.has(do) {
				aux |= u.is & auxiliary
			}
			if u.has(modal) {
				p.unreal = true
			}
			p.start = k
		case u.low == "'s" && k > s.first && t.form&ing != 0 && d.toks[k-1].has(subject):
			aux |= be // he's saying
			p.start = k
		case u.has(negative):
			p.negated = true
			p.start = k
		case u.has(to) && t.form&base != 0:
			inf = true
			p.start = k
		case u.has(adverb) && !u.has(date) && (!u.has(sub) || u.low == "once"):
			// skip; the group begins further left when an auxiliary follows
		default:
			break loop
		}
		if inf {
			break
		}
	}
	if inf {
		return p, d.infinitive(s, &p)
	}
	return p, d.finiteForm(s, &p, aux)
}

// infinitive accepts "to say" only where the saying is done: went on to say.
func (d *doc) infinitive(s sentence, p *predicate) bool {
	k := p.start - 1
	if k > s.first && d.toks[k].low == "on" {
		k--
	}
	if k >= s.first && carriesOn[d.toks[k].low] {
		p.start = k
		return true
	}
	p.unreal = true
	return true
}

var carriesOn = set("went goes continued continues continuing proceeded proceeds took takes")

func (d *doc) finiteForm(s sentence, p *predicate, aux tag) bool {
	t := &d.toks[p.verb]
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
	if t.form&ing != 0 {
		p.participial = true
		p.aside = p.verb > s.first && asides[d.toks[p.verb-1].low]
		return p.aside || !d.precededBy(s, p.verb, prep|possessive|det) || d.precededBy(s, p.verb, sub)
	}
	return !d.nominal(s, p.verb)
}

// asides are the words before a participle that sets it into another clause.
var asides = set("by after before despite while when in for as since besides")

func (d *doc) precededBy(s sentence, i int, x tag) bool {
	return i > s.first && d.toks[i-1].has(x)
}

// nominal reports whether the cue at i is no verb here: it follows an article,
// a possessive or a preposition, or another verb follows it.
func (d *doc) nominal(s sentence, i int) bool {
	t := &d.toks[i]
	if t.has(upper) && i > s.first && !d.headline(s) && t.form&past == 0 {
		return true
	}
	if i > s.first {
		u := &d.toks[i-1]
		if u.has(det|possessive|prep|number) && !u.has(subject|object|upper|date) && u.low != "all" && u.low != "both" && u.low != "others" {
			return true
		}
		if u.has(to) {
			return true
		}
	}
	if t.form&(base|present) != 0 && t.form&past == 0 && d.precededBy(s, i, comma) && alsoNouns[t.verb.lemma] && !(i+1 < s.last && (d.toks[i+1].has(to) || t.verb.after[d.toks[i+1].low])) {
		return true // Vermont and Maine, states that vote
	}
	if t.form&past != 0 {
		return i+1 < s.last && d.toks[i+1].low == "by"
	}
	if i+1 >= s.last {
		return false
	}
	v := &d.toks[i+1]
	if v.has(auxiliary) && !v.has(date) {
		return true
	}
	if alsoNouns[t.verb.lemma] && v.has(prep|date) && !t.verb.after[v.low] && !d.precededBy(s, i, subject) {
		return true // the Baltic states on Thursday
	}
	if t.form&(base|present) != 0 && (v.low == "of" && !t.verb.after["of"] && t.verb.lemma != "say" || v.low == "by") {
		return true
	}
	return v.has(cue) && v.form&past != 0 && !v.has(upper)
}

// headline reports whether most of a sentence's words are capitalised.
func (d *doc) headline(s sentence) bool {
	n, up := 0, 0
	for i := s.first; i < s.last && i < s.first+16; i++ {
		t := &d.toks[i]
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

// A phrase is a run of tokens, half open. Its zero value is none.
type phrase struct{ first, last int }

func (p phrase) ok() bool { return p.last > p.first }

// subjectBefore returns the noun phrase that a verb group starting at end has
// as its subject. A part set off by commas in between is stepped over
// ("Peskov, a spokesman for the Kremlin, said").
func (d *doc) subjectBefore(s sentence, end int) phrase {
	i := d.backOverTimes(s, end)
	i = d.backOverParticiple(s, i)
	if i <= s.first {
		return phrase{}
	}
	t := &d.toks[i-1]
	if !t.has(comma | unparen | brk) {
		np := d.phraseBefore(s, i)
		if np.first > s.first+2 && d.toks[np.first-1].low == "by" && d.reduced(s, np.first-2) {
			return d.phraseBefore(s, np.first-2) // a letter obtained by the agency warns
		}
		return np
	}
	opening := comma
	if t.has(unparen) {
		opening = paren
	} else if t.has(brk) {
		opening = brk
	}
	// The inserted part may hold commas of its own: look back a few.
	for k, tries := i-2, 0; k > s.first && i-k < reach && tries < 4; k-- {
		if d.toks[k].has(quoted|stop) && k < i-2 && opening != paren {
			break
		}
		if !d.toks[k].has(opening) {
			continue
		}
		tries++
		if opening == comma && !d.inserted(k+1, i-1) {
			continue
		}
		if np := d.phraseBefore(s, k); np.ok() && d.clauseStart(s, np.first) && !d.toks[np.last-1].has(number) {
			return d.renamedBy(s, np)
		}
		if opening == paren {
			break
		}
	}
	return phrase{}
}

// backOverParticiple steps back over a participle behind its noun: "a report
// published Wednesday" said.
func (d *doc) backOverParticiple(s sentence, i int) int {
	if i-2 >= s.first && d.reduced(s, i-1) {
		return i - 1
	}
	return i
}

// reduced reports whether token i is a participle that describes the noun right before it.
func (d *doc) reduced(s sentence, i int) bool {
	if i <= s.first || d.toks[i].has(upper|auxiliary) || !strings.HasSuffix(d.toks[i].low, "ed") {
		return false
	}
	return !d.toks[i-1].has(auxiliary | subject | object | comma | conj | prep | adverb | quoted | date | that | det | possessive)
}

// renamedBy returns the name that np, standing behind a comma, describes: in
// "Mr. Dunne, a fisherman, a father of two, said" the subject is Mr. Dunne.
func (d *doc) renamedBy(s sentence, np phrase) phrase {
	if np.first-1 <= s.first || !d.toks[np.first-1].has(comma) || !d.toks[np.first].has(det|number) {
		return np
	}
	left := d.phraseBefore(s, np.first-1)
	if !left.ok() || !d.toks[left.last-1].has(upper) || left.first > s.first && !d.toks[left.first-1].has(conj|sub|brk|that) {
		return np
	}
	return left
}

// inserted reports whether tokens [a, b) can stand between commas behind a noun.
func (d *doc) inserted(a, b int) bool {
	t := &d.toks[a]
	if b <= a || t.has(conj) && !t.has(negative) {
		return false
	}
	for i := a; i < b && !t.has(wh|prep|sub|finite|cue|adverb); i++ {
		if d.toks[i].has(wh) {
			break
		}
		if d.toks[i].has(auxiliary) && !d.toks[i].has(date|upper) {
			return false // a clause of its own, not a description
		}
	}
	return true
}

// clauseStart reports whether a noun phrase that begins at i can be a subject
// there: a clause begins, or a comma stands before.
func (d *doc) clauseStart(s sentence, i int) bool {
	if i <= s.first {
		return true
	}
	return d.toks[i-1].has(comma | colon | brk | stop | conj | sub | wh | that | quoted | date | unparen | adverb | other)
}

// backOverTimes steps back over adverbs and times: "Peskov on Tuesday also said".
func (d *doc) backOverTimes(s sentence, end int) int {
	i := end
	for i > s.first {
		t := &d.toks[i-1]
		if t.has(adverb) && !t.has(date) && !t.has(subject|object) || t.has(object) && strings.HasSuffix(t.low, "self") {
			i--
			continue
		}
		if t.has(date) && !t.has(auxiliary) {
			k := i - 1
			for k > s.first && d.toks[k-1].has(date|number) {
				k--
			}
			if k > s.first && d.toks[k-1].has(prep|det) {
				k--
			}
			if k > s.first {
				i = k
				continue
			}
		}
		break
	}
	return i
}

// phraseBefore returns the noun phrase that ends before token end.
func (d *doc) phraseBefore(s sentence, end int) phrase {
	i := end
	for i > s.first && end-i < reach && d.partOfPhrase(s, i-1, end) {
		t := &d.toks[i-1]
		i--
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
	case t.has(upper) && (i > s.first || !t.has(sub|prep|adverb)):
		return !t.has(date) || d.precededBy(s, i, det)
	case t.has(auxiliary | sub | to):
		return false
	case t.has(date):
		return d.precededBy(s, i, det)
	case t.has(adverb):
		return d.precededBy(s, i, det) && !last
	case t.has(cue) && t.form&(base|present) != 0 && t.form&past == 0:
		return i == s.first || !d.toks[i-1].has(subject|auxiliary|to|conj|comma|that) || d.toks[i-1].has(det|possessive)
	case t.has(finite | cue):
		return !last && (d.precededBy(s, i, det|possessive|adverb|comma|quoted) || i == s.first && !t.has(upper))
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
		return i+1 < s.last && (d.toks[i+1].has(upper) || d.toks[i+1].low == "the")
	}
	return false
}
