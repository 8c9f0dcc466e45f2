package quotation

// quoteAhead returns a quoted stretch that a cue introduces: behind a comma or
// colon, or at once; hearers, times and places may stand between.
func quoteAhead(s sentence, i int) int {
	j := adverbials(s, i)
	for k := j; k < s.last && k < i+24; k++ {
		t := &s.toks[k]
		if t.has(quoted) {
			if k == i || k == j || s.is(k-1, comma|colon) {
				return k
			}
			return 0
		}
		if t.has(that|stop|brk|wh|subject) || t.has(auxiliary) && !t.has(date) {
			return 0
		}
	}
	return 0
}

// thatAhead returns the "that" that begins the content behind hearers, times
// and places: "said in an interview on Monday that". A verb in between ends the search.
func thatAhead(p predicate, i int) int {
	timed := p.is(i, det) && p.is(i+1, date) // said this week that
	if !p.is(i, prep|date|adverb|object|comma) && !timed && !hearers.Has(p.low(i)) {
		return 0
	}
	for k := i; k < p.last && k < i+24; k++ {
		t := &p.toks[k]
		if t.has(that) {
			if k+1 >= p.last || p.last-k < 4 && !p.is(k+1, quoted) || p.is(k+1, stop|comma) {
				return 0 // in that spot
			}
			return k
		}
		if t.has(stop|brk|colon|quoted|wh|auxiliary) && !t.has(date) || t.has(subject) || t.says(past|present) && t.verb.has(quoting) && !p.is(k-1, det|possessive) {
			return 0
		}
	}
	return 0
}

// adverbials steps over times, places and hearers behind a cue.
func adverbials(s sentence, i int) int {
	for j := i; ; {
		k, done := adverbial(s, i, j)
		if done || k == j || k-i > reach {
			return k
		}
		j = k
	}
}

// adverbial steps over what of one time, place or hearer stands at j, in what began at i.
// It is done when the content begins there.
func adverbial(s sentence, i, j int) (k int, done bool) {
	k = j
	for (s.is(k, adverb|date) || s.is(k, object) && k == i) && !s.is(k, be|have|do) {
		k++
	}
	if s.is(k, det) && s.is(k+1, date) {
		k += 2
	}
	if low := s.low(k); (low == "about" || low == "over") && s.is(k+1, number) {
		return j, true // about 20 people
	}
	if s.is(k, to) && k+1 < s.last && !s.is(k+1, det|possessive|upper|object) && !hearers.Has(s.low(k+1)) {
		return j, true // to close, not to someone
	}
	switch {
	case s.is(k, prep) && !(s.is(k, sub) && clauseAfter(s, k+1)):
		if e := phraseAfter(s, k+1); e > k+1 {
			k = e
		} else if s.is(k+1, date|number) {
			k += 2
		}
	case k != i:
	case hearers.Has(s.low(k)):
		k++
	case k < s.last && s.is(k-1, cue) && s.toks[k-1].verb.has(told):
		k = phraseAfter(s, k)
	}
	return k, false
}

// quotedRun is the quoted stretch at i with those that follow it at once.
func quotedRun(s sentence, i int) phrase {
	j := i + 1
	for s.is(j, quoted) || s.is(j, comma|conj|stop) && s.is(j+1, quoted) {
		j++
	}
	return phrase{i, j}
}
