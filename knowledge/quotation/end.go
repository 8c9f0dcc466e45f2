package quotation

// contentEnd returns where what was said from token i on ends: at the
// sentence's end, or where the writer's own clause or the next cue begins.
func (d *doc) contentEnd(s sentence, i int) int {
	for k := i + 1; k < s.last; k++ {
		t := &d.toks[k]
		if !t.has(comma|conj|brk) && !(t.has(sub) && t.low != "so") {
			continue
		}
		if d.breaksOff(s, k, i) {
			return k
		}
	}
	return s.last
}

// breaksOff reports whether at the comma or joining word k the content ends.
func (d *doc) breaksOff(s sentence, k, start int) bool {
	j := k
	marked := false
	for j < s.last && d.toks[j].has(comma|brk) {
		j++
		marked = true
	}
	if j >= s.last {
		return true
	}
	if d.toks[j].low == "according" {
		return true
	}
	joined := false
	if d.toks[j].has(conj|sub) && !d.toks[j].has(that) {
		joined = true
		j++
	}
	if j >= s.last {
		return false
	}
	t := &d.toks[j]
	if marked && t.has(cue) && t.form&ing != 0 && t.verb.has(clausal|naming) {
		return true // …, adding that
	}
	if !marked && !joined {
		return false
	}
	// … and called / …, but he said: another cue with its own frame.
	for n := j; n < s.last && n < j+14; n++ {
		u := &d.toks[n]
		if u.has(comma | brk | stop | quoted | that) {
			return false
		}
		if u.has(cue) && !u.has(upper) && u.verb.has(quoting|told) && u.form&past != 0 {
			p, ok := d.predicate(s, n)
			return ok && !p.passive && (joined && p.start == j || marked && d.phraseBefore(s, p.start).first == j)
		}
		if u.has(finite|auxiliary) && n > j+8 {
			return false
		}
	}
	return false
}

// thingEnd returns where a thing named ends: before a clause of the writer's own.
func (d *doc) thingEnd(start, end int) int {
	if d.toks[start].has(that) {
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
func (d *doc) mainClause(s sentence, start, end int) int {
	for k := start; k+2 < end; k++ {
		if !d.toks[k].has(comma) && !(d.toks[k].has(quoted) && d.handsOver(k)) {
			continue
		}
		e := d.phraseAfter(s, k+1)
		for e < end && d.toks[e].has(adverb) {
			e++
		}
		if e > k+1 && e < end && (d.toks[e].has(finite|auxiliary) || d.toks[e].has(cue) && d.toks[e].form&(past|present) != 0) {
			return k + 1
		}
	}
	return end
}
