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
	opens := i == r.first
	for end < r.last && end < i+reach && !r.is(end, comma|stop|brk|unparen|quoted|colon|sub) && (opens || !r.is(end, conj)) {
		end++
	}
	cue, speaker := phrase{i, i + 2}, phrase{i + 2, end}
	if e := phraseAfter(r.sentence, i+2); e > i+2 && e < end && r.low(e-1) != "familiar" {
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
	end = behindInsertions(r.sentence, speaker, end)
	c := r.trim(phrase{end + 1, contentEnd(r.sentence, end+1)})
	if !r.any(c, func(t *token) bool { return t.has(auxiliary|finite|quoted) || t.says(past|present) }) {
		c = r.trim(phrase{end + 1, r.last}) // as of May, he had said so
	}
	return r.said(speaker, cue, c)
}

// behindInsertions returns the comma at i, behind who speaks, or the last of those that set off what
// is told of them: “According to Ada Stone, 54, who runs the port, | the road is closed”.
func behindInsertions(s sentence, speaker phrase, i int) int {
	for {
		end := seek(i+1, min(s.last, i+reach/2), func(k int) bool { return s.is(k, comma) })
		if !s.is(end, comma) || !tellsOf(s, speaker, phrase{i + 1, end}) {
			return i
		}
		if next := end + 1; s.is(next, wh|conj|cue|finite|auxiliary|comma) && !s.is(next, upper) {
			return i
		}
		i = end
	}
}

// tellsOf reports whether what stands between two commas behind a speaker tells who that is: an age,
// a clause with who, an office or what else somebody may be, or the name of who holds the office.
func tellsOf(s sentence, speaker, p phrase) bool {
	if p.len() == 1 && s.is(p.first, number) || s.is(p.first, wh) {
		return true
	}
	if s.any(p, func(t *token) bool { return t.has(auxiliary|subject|quoted) || t.says(past|present) && !t.has(upper) }) || !p.ok() {
		return false
	}
	if s.is(speaker.last-1, upper) {
		return s.is(p.first, det|possessive) || isTitle(s.low(p.last-1)) || s.any(p, func(t *token) bool { return t.has(possessive) })
	}
	return p.len() > 1 && s.is(p.first, upper) && s.is(p.last-1, upper) && !s.is(p.first, det)
}

// introduced reads what stands behind the colon at i: “…” is said by the words before it.
func introduced(r *reading, i int) attribution {
	if a := labelled(r, i); a.found() || !r.is(i+1, quoted) {
		return a
	}
	before := r.sentence
	before.first, before.last = r.from, i
	a := announcement(before)
	if np := phraseBefore(r.sentence, i); !a.cue.ok() && np.first >= r.from && np.len() > 1 {
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
	if at := ofOutlet(r.sentence, i); at.ok() && np.first > r.first {
		np = at
	}
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

// ofOutlet returns the name that opens a sentence, where all that stands between it and the colon at i is
// whom the person writes or speaks for: "Ida Moe, of the Osby Post:".
func ofOutlet(s sentence, i int) phrase {
	name := phrase{s.first, nameEnd(s, s.first)}
	if name.len() < 2 || name.len() > 4 || !s.is(name.last, comma) || i-name.last > 8 {
		return phrase{}
	}
	for k := name.last + 1; k < i; k++ {
		if !s.is(k, upper|prep|det|comma|number) || s.is(k, date) {
			return phrase{}
		}
	}
	return name
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
