package quotation

import "strings"

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
	if t.has(quoted) && d.handsOver(i-1) {
		i++ // star of “Scandal,” thanked: the comma stands inside the marks
	} else if !t.has(comma | unparen | brk) {
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

// governed reports whether the phrase that begins at i hangs on a preposition or
// on a verb like let: it is not the subject of the verb behind it.
func (d *doc) governed(s sentence, i int) bool {
	if i <= s.first {
		return false
	}
	t := &d.toks[i-1]
	return t.has(prep) && !t.has(sub) && !d.toks[i].has(wh) && t.low != "about" && t.low != "over" && t.low != "than" || causes[t.low]
}

// headSubject looks for the subject when np, right before the verb, hangs on a
// preposition: the phrase that begins the clause ("Protesters marching through
// the streets chanted"), or a name at np's end ("In an interview Trump declared").
func (d *doc) headSubject(s sentence, np phrase) phrase {
	k := np.first - 1
	if causes[d.toks[k].low] {
		return phrase{}
	}
	for k > s.first && np.first-k < reach && !d.toks[k-1].has(comma|brk|conj|sub|quoted|colon|stop) {
		k--
	}
	for k < np.first && d.toks[k].has(adverb) && !d.toks[k].has(det) {
		k++
	}
	if !d.toks[k].has(prep | sub | cue | finite) {
		if e := d.phraseAfter(s, k); e > k && e < np.first && !d.toks[e].has(auxiliary) {
			return phrase{k, e}
		}
		return phrase{}
	}
	for k := np.last - 1; k > np.first; k-- {
		if !d.toks[k].has(upper) && !d.isTitle(k) && d.toks[k].low != "'s" {
			return phrase{k + 1, np.last}
		}
	}
	return phrase{}
}

// causes are verbs that take a bare infinitive with its subject: "let editorials tell".
var causes = set("let lets letting help helps helped helping make makes made making")

// sharedSubject is the subject a verb without one of its own shares with the
// cue before it: "said … and added that …", "…, warning against …".
func (d *doc) sharedSubject(s sentence, p predicate, before []attribution) phrase {
	if p.aside && p.start-1 == s.first {
		return d.subjectAhead(s, p.end)
	}
	if d.toks[p.start-1].low == "as" {
		return d.phraseBefore(s, p.start-1) // quoted him as saying
	}
	spoke := before
	if p.aside {
		before = nil // by saying: the subject of its own clause
	}
	k := p.start - 1
	for k > s.first && d.toks[k].has(adverb) && !d.toks[k].has(date) {
		k--
	}
	setOff := d.toks[k].has(conj | comma | brk | quoted | paren)
	if !p.participial && !d.toks[k].has(conj|comma) {
		return phrase{}
	}
	if n := len(before); n > 0 && (!p.participial || setOff) {
		return before[n-1].speaker
	}
	if p.participial && !p.aside && !setOff {
		np := d.phraseBefore(s, p.start) // a statement saying that
		if np.ok() && np.first > s.first && d.toks[np.first-1].has(be) {
			return phrase{}
		}
		if np.ok() {
			return np
		}
	}
	// The clause's own subject: the phrase before its first finite verb.
	for i := d.clauseOf(s, p.start); i < p.start && i < s.first+2*reach; i++ {
		t := &d.toks[i]
		if t.has(auxiliary|finite) && !t.has(upper) || t.has(cue) && t.form&(past|present) != 0 {
			return d.subjectBefore(s, i)
		}
	}
	if n := len(spoke); n > 0 {
		return spoke[n-1].speaker
	}
	return phrase{}
}

// clauseOf returns where the clause begins that a participle at i hangs on: behind the last
// "when" or "because" that opens one ("It fell vacant when Rees left after admitting").
func (d *doc) clauseOf(s sentence, i int) int {
	for k := i - 2; k > s.first && i-k < reach; k-- {
		if clauseOpeners[d.toks[k].low] && d.clauseAfter(s, k+1) {
			return k + 1
		}
	}
	return s.first
}

var clauseOpeners = set("when while because although though whereas once since until before after as if but")

// subjectAhead returns the subject of the clause that follows one set before it:
// "After saying no, she left".
func (d *doc) subjectAhead(s sentence, i int) phrase {
	for k := i; k+1 < s.last && k < i+reach; k++ {
		if !d.toks[k].has(comma|quoted) || d.toks[k+1].has(quoted|comma) {
			continue
		}
		if e := d.phraseAfter(s, k+1); e > k+1 && e < s.last && (d.toks[e].has(finite|auxiliary) || d.toks[e].has(cue)) {
			return phrase{k + 1, e}
		}
	}
	return phrase{}
}
