package quotation

import "talksbot/knowledge/english"

// sharedSubject is the subject a verb without one of its own shares with the
// cue before it: "said … and added that …", "…, warning against …". before holds the
// attributions of the sentence so far.
func sharedSubject(p predicate, before []attribution) phrase {
	switch {
	case p.aside && p.start-1 == p.first:
		return subjectAhead(p.sentence, p.end)
	case p.low(p.start-1) == "as" && p.low(p.start-2) == "such":
		return phrase{}
	case p.low(p.start-1) == "as":
		return phraseBefore(p.sentence, p.start-1) // quoted him as saying
	}
	k := p.start - 1
	for k > p.first && p.is(k, adverb) && !p.is(k, date) {
		k--
	}
	if !p.participial && !p.is(k, conj|comma) {
		return phrase{}
	}
	setOff := p.is(k, conj|comma|brk|quoted|paren)
	n := len(before)
	if n > 0 && !p.aside && (!p.participial || setOff) {
		return before[n-1].speaker // by saying: the subject of its own clause
	}
	if p.participial && !p.aside && !setOff {
		if np := phraseBefore(p.sentence, p.start); np.ok() { // a statement saying that
			if p.is(np.first-1, be) {
				return phrase{}
			}
			if np.first == p.first && np.len() > 1 && english.FormOf(p.low(np.first))&ing != 0 {
				return subjectAhead(p.sentence, p.end) // Holding signs saying …, they
			}
			if by := putOut(p.sentence, np); by.ok() {
				return by
			}
			return shownIn(p.sentence, np)
		}
	}
	if np, ok := clauseSubject(p); ok {
		return np
	}
	if n > 0 {
		return before[n-1].speaker
	}
	return phrase{}
}

// shownIn returns who is seen or heard in np, "footage of Ada Stone", or np itself.
func shownIn(s sentence, np phrase) phrase {
	head := headOf(s.doc, np)
	if mute.Has(s.low(head-1)) && s.low(head) == "of" && head+1 < np.last {
		return phrase{head + 1, np.last}
	}
	return np
}

// thatSays returns who or what says so in "a letter from his doctor on Friday that says": the phrase
// before "that", or who puts that out.
func thatSays(p predicate) phrase {
	if p.start-1 <= p.first || p.is(p.start-2, comma|auxiliary|conj) {
		return phrase{}
	}
	np := phraseBefore(p.sentence, backOverTimes(p.sentence, p.start-1))
	if !np.ok() || !documents.Has(p.low(headOf(p.doc, np)-1)) {
		return phrase{}
	}
	if by := putOut(p.sentence, np); by.ok() {
		return by
	}
	return np
}

// putOut returns who puts out the document np with words in it: the union, in "The union put out a
// statement saying that …". It is none where np is no document, or stands without such a verb.
func putOut(s sentence, np phrase) phrase {
	if !documents.Has(s.low(headOf(s.doc, np) - 1)) {
		return phrase{}
	}
	k := s.back(np.first, s.first, adverb) - 1
	if !s.is(k, finite) && !s.says(k, past|present) {
		return phrase{}
	}
	start := s.back(k, s.first, have|adverb)
	if s.is(start-1, be|modal|negative) {
		return phrase{}
	}
	by := subjectBefore(s, start)
	if by.ok() && governed(s, by.first) {
		return headSubject(s, by)
	}
	return by
}

// clauseSubject is the subject of the clause that p stands in: the phrase before its first
// finite verb, if there is one.
func clauseSubject(p predicate) (phrase, bool) {
	for i := clauseOf(p.sentence, p.start); i < p.start && i < p.first+2*reach; i++ {
		if p.is(i, auxiliary|finite) && !p.is(i, upper) || p.says(i, past|present) {
			return subjectBefore(p.sentence, i), true
		}
	}
	return phrase{}, false
}

// clauseOf returns where the clause begins that a participle at i hangs on: behind the last
// "when" or "because" that opens one ("It fell vacant when Rees left after admitting").
func clauseOf(s sentence, i int) int {
	for k := i - 2; k > s.first && i-k < reach; k-- {
		if clauseOpeners.Has(s.low(k)) && clauseAfter(s, k+1) {
			return k + 1
		}
	}
	return s.first
}

// subjectAhead returns the subject of the clause that follows one set before it:
// "After saying no, she left".
func subjectAhead(s sentence, i int) phrase {
	for k := i; k+1 < s.last && k < i+reach; k++ {
		if !s.is(k, comma|quoted) || s.is(k+1, quoted|comma) {
			continue
		}
		e := phraseAfter(s, k+1)
		if verb := seek(e, s.last, func(i int) bool { return !s.is(i, adverb) }); e > k+1 && s.is(verb, finite|auxiliary|cue) {
			return phrase{k + 1, e}
		}
	}
	return phrase{}
}
