package quotation

// plain reads the attributions that have no verb: "according to reports, …",
// "Lavrov: …" in a headline.
func plain(r *reading, i int) attribution {
	t := &r.toks[i]
	switch {
	case t.low == "according" && i+2 < r.last && r.low(i+1) == "to":
		return accordingTo(r, i)
	case (t.low == "put" || t.low == "puts") && r.low(i+1) == "it":
		return putIt(r, i)
	case t.has(brk) && r.is(i-1, quoted):
		return signed(r, i)
	case minded.Has(t.low) && i > r.first && i+2 < r.last && r.is(i+1, that):
		return mindedThat(r, i)
	case t.low == "clear" && i > r.first && r.is(i+1, that):
		return madeClear(r, i)
	case t.has(colon) && i > r.first && i+1 < r.last:
		return introduced(r, i)
	}
	return none
}

// accordingTo reads "according to X, …" and "…, according to X".
func accordingTo(r *reading, i int) attribution {
	end := i + 2
	for end < r.last && end < i+reach && !r.is(end, comma|stop|brk|conj|unparen|quoted|colon|sub) {
		end++
	}
	cue, speaker := phrase{i, i + 2}, phrase{i + 2, end}
	if e := phraseAfter(r.sentence, i+2); e > i+2 && e < end {
		speaker.last = e
	}
	if !speaker.ok() {
		return none
	}
	if before := r.trim(phrase{r.from, i}); before.ok() && (speech(r.sentence, before) || r.is(i-1, comma) && before.len() > 3) {
		a := r.said(speaker, cue, before)
		a.next = end
		return a
	}
	if !r.is(end, comma) {
		return none
	}
	return r.said(speaker, cue, r.trim(phrase{end + 1, contentEnd(r.sentence, end+1)}))
}

// introduced reads what stands behind the colon at i: “…” is said by the words before it.
func introduced(r *reading, i int) attribution {
	if a := labelled(r, i); a.found() || !r.is(i+1, quoted) {
		return a
	}
	before := r.sentence
	before.first, before.last = r.from, i
	a := announcement(before)
	if np := phraseBefore(r.sentence, i); np.first >= r.from && np.len() > 1 {
		if m, ok := namedIn(r.doc, np); ok && m.name.len() > 1 {
			a = attribution{cue: phrase{i, i + 1}, speaker: np} // it surprised Ada Stone: “…”
		}
	}
	if !a.cue.ok() {
		return none
	}
	return r.said(a.speaker, a.cue, quotedRun(r.sentence, i+1))
}

// labelled reads "Name: …": a headline or a line of a transcript. Whether the
// name is a speaker's or a topic's ("World Cup: …") only the whole text shows; see speaks.
func labelled(r *reading, i int) attribution {
	np := phraseBefore(r.sentence, i)
	if !np.ok() || np.first != r.first || np.len() > 6 || !r.is(np.first, upper) || labels.Has(r.low(np.last-1)) || r.low(np.last-1) == "'s" {
		return none
	}
	for k := np.first; k < np.last; k++ {
		if low := r.low(k); r.is(k, det|date) || !r.is(k, upper|number|possessive|conj|unparen|paren) && low != "of" && low != "for" {
			return none
		}
	}
	c := r.trim(phrase{i + 1, r.last})
	if !c.ok() || !r.is(c.first, quoted) && c.len() < 3 {
		return none
	}
	a := r.said(np, phrase{i, i + 1}, c)
	a.label, a.next = true, r.last
	return a
}

// putIt reads "…, as the memo put it" and "as the memo put it, …".
func putIt(r *reading, i int) attribution {
	np := subjectBefore(r.sentence, i)
	if !np.ok() || r.low(np.first-1) != "as" {
		return none
	}
	cue := phrase{i, i + 2}
	if j := quoteAhead(r.sentence, i+2); j > 0 {
		return r.said(np, cue, quotedRun(r.sentence, j))
	}
	a := r.said(np, cue, r.before(np.first-1))
	a.next = i + 2
	return a
}

// signed reads “…” — Name, at the end of a line.
func signed(r *reading, i int) attribution {
	before := r.trim(phrase{r.from, i})
	np := phrase{i + 1, phraseAfter(r.sentence, i+1)}
	if !np.ok() || np.len() > 6 || !r.is(np.first, upper) || !r.allQuoted(before) || np.last < r.last && !r.is(np.last, stop|comma|paren|brk) {
		return none
	}
	a := r.said(np, phrase{i, i + 1}, before)
	a.next = np.last
	return a
}

// madeClear reads "X made it clear that …"; i is the word clear.
func madeClear(r *reading, i int) attribution {
	k := i - 1
	if r.is(k, subject) && k > r.first {
		k-- // it
	}
	switch r.low(k) {
	case "made", "makes", "making", "make":
	default:
		return none
	}
	start := r.back(k, r.from, auxiliary|adverb)
	if r.is(start, negative|modal) {
		return none
	}
	return r.clausal(subjectBefore(r.sentence, start), phrase{start, i + 1}, i+1)
}

// mindedThat reads "X is confident that …"; i is the adjective.
func mindedThat(r *reading, i int) attribution {
	k := i
	for k > r.from && r.is(k-1, be|have|adverb) && !r.is(k-1, negative) {
		k--
	}
	if k == i || !r.is(k, be|have) {
		return none
	}
	np := subjectBefore(r.sentence, k)
	if np.ok() && (vague.Has(r.low(np.first)) || governed(r.sentence, np.first)) {
		return none
	}
	a := r.clausal(np, phrase{k, i + 1}, i+1)
	a.stance = true
	return a
}
