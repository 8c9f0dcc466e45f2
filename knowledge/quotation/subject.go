package quotation

import "strings"

// subjectBefore returns the noun phrase that a verb group starting at end has
// as its subject. A part set off by commas in between is stepped over
// ("Peskov, a spokesman for the Kremlin, said").
func subjectBefore(s sentence, end int) phrase {
	i := backOverTimes(s, end)
	i = backOverParticiple(s, i)
	if i <= s.first {
		return phrase{}
	}
	t := &s.toks[i-1]
	if t.has(quoted) && s.handsOver(i-1) {
		i++ // star of “Scandal,” thanked: the comma stands inside the marks
	} else if !t.has(comma | unparen | brk) {
		np := phraseBefore(s, i)
		if np.first > s.first+2 && s.low(np.first-1) == "by" && reduced(s, np.first-2) {
			return phraseBefore(s, np.first-2) // a letter obtained by the agency warns
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
		if s.is(k, quoted|stop) && k < i-2 && opening != paren {
			break
		}
		if !s.is(k, opening) {
			continue
		}
		tries++
		if opening == comma && !s.inserted(k+1, i-1) {
			continue
		}
		if np := phraseBefore(s, k); np.ok() && clauseStart(s, np.first) && !s.is(np.last-1, number) {
			return renamedBy(s, np)
		}
		if opening == paren {
			break
		}
	}
	return phrase{}
}

// backOverParticiple steps back over a participle behind its noun: "a report
// published Wednesday" said.
func backOverParticiple(s sentence, i int) int {
	if i-2 >= s.first && reduced(s, i-1) {
		return i - 1
	}
	return i
}

// reduced reports whether token i is a participle that describes the noun right before it.
func reduced(s sentence, i int) bool {
	if i <= s.first || s.is(i, upper|auxiliary) || !strings.HasSuffix(s.low(i), "ed") {
		return false
	}
	return !s.is(i-1, auxiliary|subject|object|comma|conj|prep|adverb|quoted|date|that|det|possessive)
}

// renamedBy returns the name that np, standing behind a comma, describes: in
// "Mr. Dunne, a fisherman, a father of two, said" the subject is Mr. Dunne.
func renamedBy(s sentence, np phrase) phrase {
	if np.first-1 <= s.first || !s.is(np.first-1, comma) || !s.is(np.first, det|number) {
		return np
	}
	left := phraseBefore(s, np.first-1)
	if !left.ok() || !s.is(left.last-1, upper) || left.first > s.first && !s.is(left.first-1, conj|sub|brk|that) {
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
		if d.is(i, wh) {
			break
		}
		if d.is(i, auxiliary) && !d.is(i, date|upper) {
			return false // a clause of its own, not a description
		}
	}
	return true
}

// clauseStart reports whether a noun phrase that begins at i can be a subject
// there: a clause begins, or a comma stands before.
func clauseStart(s sentence, i int) bool {
	if i <= s.first {
		return true
	}
	return s.is(i-1, comma|colon|brk|stop|conj|sub|wh|that|quoted|date|unparen|adverb|other)
}

// backOverTimes steps back over adverbs and times: "Peskov on Tuesday also said".
func backOverTimes(s sentence, end int) int {
	i := end
	for i > s.first {
		t := &s.toks[i-1]
		if t.has(adverb) && !t.has(date) && !t.has(subject|object) || t.has(object) && strings.HasSuffix(t.low, "self") {
			i--
			continue
		}
		if t.has(date) && !t.has(auxiliary) {
			k := i - 1
			for s.is(k-1, date|number) {
				k--
			}
			if s.is(k-1, prep|det) {
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
func governed(s sentence, i int) bool {
	if i <= s.first {
		return false
	}
	t := &s.toks[i-1]
	return t.has(prep) && !t.has(sub) && !s.is(i, wh) && t.low != "about" && t.low != "over" && t.low != "than" || causes[t.low]
}

// headSubject looks for the subject when np, right before the verb, hangs on a
// preposition: the phrase that begins the clause ("Protesters marching through
// the streets chanted"), or a name at np's end ("In an interview Trump declared").
func headSubject(s sentence, np phrase) phrase {
	k := np.first - 1
	if causes[s.low(k)] {
		return phrase{}
	}
	for k > s.first && np.first-k < reach && !s.is(k-1, comma|brk|conj|sub|quoted|colon|stop) {
		k--
	}
	for k < np.first && s.is(k, adverb) && !s.is(k, det) {
		k++
	}
	if !s.is(k, prep|sub|cue|finite) {
		if e := phraseAfter(s, k); e > k && e < np.first && !s.is(e, auxiliary) {
			return phrase{k, e}
		}
		return phrase{}
	}
	for k := np.last - 1; k > np.first; k-- {
		if !s.is(k, upper) && !s.isTitle(k) && s.low(k) != "'s" {
			return phrase{k + 1, np.last}
		}
	}
	return phrase{}
}

// causes are verbs that take a bare infinitive with its subject: "let editorials tell".
var causes = set("let lets letting help helps helped helping make makes made making")

// sharedSubject is the subject a verb without one of its own shares with the
// cue before it: "said … and added that …", "…, warning against …".
func sharedSubject(s sentence, p predicate, before []attribution) phrase {
	if p.aside && p.start-1 == s.first {
		return subjectAhead(s, p.end)
	}
	if s.low(p.start-1) == "as" {
		return phraseBefore(s, p.start-1) // quoted him as saying
	}
	spoke := before
	if p.aside {
		before = nil // by saying: the subject of its own clause
	}
	k := p.start - 1
	for k > s.first && s.is(k, adverb) && !s.is(k, date) {
		k--
	}
	setOff := s.is(k, conj|comma|brk|quoted|paren)
	if !p.participial && !s.is(k, conj|comma) {
		return phrase{}
	}
	if n := len(before); n > 0 && (!p.participial || setOff) {
		return before[n-1].speaker
	}
	if p.participial && !p.aside && !setOff {
		np := phraseBefore(s, p.start) // a statement saying that
		if np.ok() && s.is(np.first-1, be) {
			return phrase{}
		}
		if np.ok() {
			return np
		}
	}
	// The clause's own subject: the phrase before its first finite verb.
	for i := clauseOf(s, p.start); i < p.start && i < s.first+2*reach; i++ {
		t := &s.toks[i]
		if t.has(auxiliary|finite) && !t.has(upper) || t.has(cue) && t.form&(past|present) != 0 {
			return subjectBefore(s, i)
		}
	}
	if n := len(spoke); n > 0 {
		return spoke[n-1].speaker
	}
	return phrase{}
}

// clauseOf returns where the clause begins that a participle at i hangs on: behind the last
// "when" or "because" that opens one ("It fell vacant when Rees left after admitting").
func clauseOf(s sentence, i int) int {
	for k := i - 2; k > s.first && i-k < reach; k-- {
		if clauseOpeners[s.low(k)] && clauseAfter(s, k+1) {
			return k + 1
		}
	}
	return s.first
}

var clauseOpeners = set("when while because although though whereas once since until before after as if but")

// subjectAhead returns the subject of the clause that follows one set before it:
// "After saying no, she left".
func subjectAhead(s sentence, i int) phrase {
	for k := i; k+1 < s.last && k < i+reach; k++ {
		if !s.is(k, comma|quoted) || s.is(k+1, quoted|comma) {
			continue
		}
		if e := phraseAfter(s, k+1); e > k+1 && e < s.last && (s.is(e, finite|auxiliary) || s.is(e, cue)) {
			return phrase{k + 1, e}
		}
	}
	return phrase{}
}
