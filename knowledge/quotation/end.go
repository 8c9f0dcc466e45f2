package quotation

// contentEnd returns where what was said from token i on ends: at the
// sentence's end, or where the writer's own clause or the next cue begins.
func contentEnd(s sentence, i int) int {
	infinitive := s.is(i, to) || s.is(i, negative) && s.is(i+1, to)
	return seek(i+1, s.last, func(k int) bool {
		t := &s.toks[k]
		if infinitive && t.has(conj) && actsNext(s, k+1) {
			return true // asked to leave and threatened
		}
		if !t.has(comma|conj|brk) && !(t.has(sub) && t.low != "so") {
			return false
		}
		return t.low == ";" && !s.is(min(k+1, s.last-1), that|quoted) || breaksOff(s, k)
	})
}

// breaksOff reports whether at the comma or joining word k the content ends.
func breaksOff(s sentence, k int) bool {
	j := k
	for s.is(j, comma|brk) {
		j++
	}
	if j >= s.last || s.low(j) == "according" {
		return true
	}
	marked, joined := j > k, s.is(j, conj|sub) && !s.is(j, that)
	if joined {
		j++
	}
	if marked && s.says(j, ing) && s.toks[j].verb.has(clausal|naming) {
		return true // …, adding that
	}
	return cueBegins(s, j, marked, joined && s.is(j-1, conj))
}

// cueBegins reports whether at j another cue begins, of the same speaker ("… and
// called", joined) or of another one behind a comma ("…, but he said", marked).
func cueBegins(s sentence, j int, marked, joined bool) bool {
	for n := j; n < s.last && n < j+14; n++ {
		t := &s.toks[n]
		if t.has(comma|brk|stop|quoted|that) || t.has(finite|auxiliary) && n > j+8 {
			return false
		}
		if !t.says(past) || t.has(upper) || !t.verb.has(quoting|told|askToDo) {
			continue
		}
		p, ok := predicateAt(s, n)
		return ok && !p.passive && (joined && p.start == j || marked && phraseBefore(s, p.start).first == j)
	}
	return false
}

// tellsOn reports whether at token k, behind what was said, the writer goes on with what the speaker
// did, or when: "and left", "before leaving".
func tellsOn(s sentence, k int) bool {
	if s.is(k, conj) {
		return actsNext(s, k+1)
	}
	return s.is(k, date) || occasions.Has(s.low(k))
}

// actsNext reports whether at token k, behind "and", a verb begins.
func actsNext(s sentence, k int) bool {
	for s.is(k, adverb) && !s.is(k, upper) {
		k++
	}
	return (s.is(k, finite) && !s.is(k, upper) || s.says(k, past|present)) && s.low(k+1) != "by"
}

// thingEnd returns where a thing named ends: before a clause of the writer's own.
func thingEnd(s sentence, start, end int) int {
	if s.is(start, that) {
		return end // pointed out that
	}
	return seek(start+1, end, func(k int) bool {
		switch {
		case s.low(k) == "and" && actsNext(s, k+1) && !s.holds(phrase{start, k}, wh|that):
			return true
		case s.is(k, brk), s.is(k, comma) && s.is(k+1, wh):
			return true // …, which was late
		}
		but := s.low(k+1) == "but" || s.is(k+1, sub) && !s.is(k+1, prep|wh) && s.low(k+1) != "so"
		return k+1 < end && (s.low(k) == "but" || s.is(k, comma) && but)
	})
}

// mainClause returns where, behind a clause that began with as, when or while, the
// main clause begins: "While he admitted mistakes, | the ministry noted …".
func mainClause(s sentence, start, end int) int {
	for k := start; k+2 < end; k++ {
		if !s.is(k, comma) && !handsOver(s, k) {
			continue
		}
		e := phraseAfter(s, k+1)
		for e < end && s.is(e, adverb) {
			e++
		}
		if e > k+1 && e < end && s.verbal(e) {
			return k + 1
		}
	}
	return end
}

// subordinate reports whether a clause with the subject at i begins with as, when or while.
func subordinate(s sentence, i int) bool {
	return s.is(i-1, sub) && (i-1 == s.first || s.is(i-2, comma|conj|brk))
}

// clauseEnd returns where a clause set into another one ends: at the first comma
// behind which the outer clause goes on with its verb or its subject.
func clauseEnd(s sentence, start, end int) int {
	return seek(start, end, func(k int) bool {
		return k+1 < end && s.is(k, comma) && (s.verbal(k+1) || s.is(k+1, subject))
	})
}

// secondVerb returns where the verb of the outer clause stands when the clause
// from start on is part of its subject: "his claim that he won | is false".
func secondVerb(s sentence, start, end int) int {
	verbs := 0
	return seek(start, end, func(k int) bool {
		if !s.is(k, auxiliary) || s.is(k, date|upper) || s.is(k-1, auxiliary|conj|adverb|to) {
			return false
		}
		verbs++
		return verbs == 2 && !s.is(k-1, subject|that|wh)
	})
}
