package quotation

// contentEnd returns where what was said from token i on ends: at the
// sentence's end, or where the writer's own clause or the next cue begins.
func contentEnd(s sentence, i int) int {
	for k := i + 1; k < s.last; k++ {
		t := &s.toks[k]
		if !t.has(comma|conj|brk) && !(t.has(sub) && t.low != "so") {
			continue
		}
		if t.low == ";" && !s.is(min(k+1, s.last-1), that|quoted) || breaksOff(s, k) {
			return k
		}
	}
	return s.last
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
	if j >= s.last {
		return false
	}
	if t := &s.toks[j]; marked && t.has(cue) && t.form&ing != 0 && t.verb.has(clausal|naming) {
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
		if !t.has(cue) || t.has(upper) || !t.verb.has(quoting|told|askToDo) || t.form&past == 0 {
			continue
		}
		p, ok := predicateAt(s, n)
		return ok && !p.passive && (joined && p.start == j || marked && phraseBefore(s, p.start).first == j)
	}
	return false
}

// thingEnd returns where a thing named ends: before a clause of the writer's own.
func (d *doc) thingEnd(start, end int) int {
	if d.is(start, that) {
		return end // pointed out that
	}
	for k := start + 1; k+1 < end; k++ {
		t, next := &d.toks[k], &d.toks[k+1]
		if t.low == "but" || t.has(comma) && (next.low == "but" || next.has(sub) && !next.has(prep|wh) && next.low != "so") {
			return k
		}
	}
	return end
}

// mainClause returns where, behind a clause that began with as, when or while, the
// main clause begins: "While he admitted mistakes, | the ministry noted …".
func mainClause(s sentence, start, end int) int {
	for k := start; k+2 < end; k++ {
		if !s.is(k, comma) && !(s.is(k, quoted) && s.handsOver(k)) {
			continue
		}
		e := phraseAfter(s, k+1)
		for e < end && s.is(e, adverb) {
			e++
		}
		if e > k+1 && e < end && (s.is(e, finite|auxiliary) || s.is(e, cue) && s.toks[e].form&(past|present) != 0) {
			return k + 1
		}
	}
	return end
}

// subordinate reports whether a clause with the subject at i begins with as, when or while.
func subordinate(s sentence, i int) bool {
	if i <= s.first || !s.is(i-1, sub) {
		return false
	}
	return i-1 == s.first || s.is(i-2, comma|conj|brk)
}

// clauseEnd returns where a clause set into another one ends: at the first comma
// behind which the outer clause goes on with its verb or its subject.
func (d *doc) clauseEnd(start, end int) int {
	for k := start; k+1 < end; k++ {
		if t := &d.toks[k+1]; d.is(k, comma) && (t.has(finite|auxiliary|subject) || t.has(cue) && t.form&(past|present) != 0) {
			return k
		}
	}
	return end
}
