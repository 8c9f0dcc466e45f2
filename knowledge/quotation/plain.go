package quotation

// plain reads the attributions that have no verb: "according to reports, …",
// "Lavrov: …" in a headline.
func plain(s sentence, from, i int) (attribution, int, bool) {
	t := &s.toks[i]
	switch {
	case t.low == "according" && i+2 < s.last && s.low(i+1) == "to":
		return accordingTo(s, from, i)
	case (t.low == "put" || t.low == "puts") && s.low(i+1) == "it":
		return putIt(s, from, i)
	case t.has(brk) && s.is(i-1, quoted):
		return signed(s, from, i)
	case minded[t.low] && i > s.first && i+2 < s.last && s.is(i+1, that):
		return mindedThat(s, from, i)
	case t.low == "clear" && i > s.first && s.is(i+1, that):
		return madeClear(s, from, i)
	case t.has(colon) && i > s.first && i+1 < s.last:
		if a, next, ok := labelled(s, from, i); ok || !s.is(i+1, quoted) {
			return a, next, ok
		}
		a := announced(sentence{doc: s.doc, first: from, last: i})
		if np := phraseBefore(s, i); np.first >= from && np.last-np.first > 1 {
			if m, ok := s.namedIn(np); ok && m.name.last-m.name.first > 1 {
				a = attribution{cue: phrase{i, i + 1}, speaker: np} // it surprised Ada Stone: “…”
			}
		}
		a.content, a.direct = []phrase{quotedRun(s, i+1)}, true
		return a, a.content[0].last, a.cue.ok()
	}
	return attribution{}, 0, false
}

// accordingTo reads "according to X, …" and "…, according to X".
func accordingTo(s sentence, from, i int) (attribution, int, bool) {
	end := i + 2
	for end < s.last && end < i+reach && !s.is(end, comma|stop|brk|conj|unparen|quoted|colon) && !s.is(end, sub&^adverb) {
		end++
	}
	speaker := phrase{i + 2, end}
	if e := phraseAfter(s, i+2); e > i+2 && e < end {
		speaker.last = e
	}
	if !speaker.ok() {
		return attribution{}, 0, false
	}
	a := attribution{cue: phrase{i, i + 2}, speaker: speaker}
	if before := s.trim(phrase{from, i}); before.ok() && (s.speech(before) || s.is(i-1, comma) && before.last-before.first > 3) {
		a.content = []phrase{before}
		a.direct = s.allQuoted(before)
		return a, end, true
	}
	if end >= s.last || !s.is(end, comma) {
		return attribution{}, 0, false
	}
	after := s.trim(phrase{end + 1, contentEnd(s, end+1)})
	if !after.ok() {
		return attribution{}, 0, false
	}
	a.content = []phrase{after}
	a.direct = s.allQuoted(after)
	return a, after.last, true
}

// labels stand before a colon and speak for nobody.
var labels = set("question answer note notes update exclusive breaking watch video photo photos related source sources warning correction transcript " +
	"opinion analysis read listen live here details example result conclusion bottom-line background fact facts image pictured data hint reminder disclaimer " +
	"editor updated published posted location time date address subject re topics tags twitter facebook email follow q a p.s disclosure clarification")

// labelled reads "Name: …": a headline or a line of a transcript. Whether the
// name is a speaker's or a topic's ("World Cup: …") only the whole text shows; see speaks.
func labelled(s sentence, from, i int) (attribution, int, bool) {
	np := phraseBefore(s, i)
	if !np.ok() || np.first != s.first || np.last-np.first > 6 || !s.is(np.first, upper) {
		return attribution{}, 0, false
	}
	if labels[s.low(np.last-1)] || s.low(np.last-1) == "'s" {
		return attribution{}, 0, false
	}
	for k := np.first; k < np.last; k++ {
		if t := &s.toks[k]; !t.has(upper|number|possessive|conj|unparen|paren) && t.low != "of" && t.low != "for" || t.has(det|date) {
			return attribution{}, 0, false
		}
	}
	c := s.trim(phrase{i + 1, s.last})
	if !c.ok() || !s.is(c.first, quoted) && c.last-c.first < 3 {
		return attribution{}, 0, false
	}
	return attribution{content: []phrase{c}, cue: phrase{i, i + 1}, speaker: np, direct: s.allQuoted(c), label: true}, s.last, true
}

// putIt reads "…, as the memo put it" and "as the memo put it, …".
func putIt(s sentence, from, i int) (attribution, int, bool) {
	none := attribution{}
	np := subjectBefore(s, i)
	if !np.ok() || np.first <= s.first || s.low(np.first-1) != "as" {
		return none, 0, false
	}
	a := attribution{cue: phrase{i, i + 2}, speaker: np}
	if j := quoteAhead(s, i+2); j > 0 {
		a.content = []phrase{quotedRun(s, j)}
		a.direct = true
		return a, a.content[0].last, true
	}
	before := s.trim(phrase{from, np.first - 1})
	if !before.ok() || !s.speech(before) {
		return none, 0, false
	}
	a.content, a.direct = []phrase{before}, s.allQuoted(before)
	return a, i + 2, true
}

// signed reads “…” — Name, at the end of a line.
func signed(s sentence, from, i int) (attribution, int, bool) {
	before := s.trim(phrase{from, i})
	np := phrase{i + 1, phraseAfter(s, i+1)}
	if !np.ok() || np.last-np.first > 6 || !s.is(np.first, upper) || !s.allQuoted(before) {
		return attribution{}, 0, false
	}
	if np.last < s.last && !s.is(np.last, stop|comma|paren|brk) {
		return attribution{}, 0, false
	}
	return attribution{content: []phrase{before}, cue: phrase{i, i + 1}, speaker: np, direct: true}, np.last, true
}

// madeClear reads "X made it clear that …"; i is the word clear.
func madeClear(s sentence, from, i int) (attribution, int, bool) {
	none := attribution{}
	k := i - 1
	if s.is(k, subject) && k > s.first {
		k--
	}
	switch s.low(k) {
	case "made", "makes", "making", "make":
	default:
		return none, 0, false
	}
	start := k
	for start > from && s.is(start-1, auxiliary|adverb) {
		start--
	}
	np := subjectBefore(s, start)
	c := s.trim(phrase{i + 1, contentEnd(s, i+1)})
	if !np.ok() || np.first < from || !c.ok() || hypothetical(s, np.first, false) || s.is(start, negative|modal) {
		return none, 0, false
	}
	return attribution{content: []phrase{c}, cue: phrase{start, i + 1}, speaker: np}, c.last, true
}

// minded are adjectives that tell what someone thinks: "is confident that …".
var minded = set("confident certain sure convinced adamant hopeful optimistic skeptical doubtful worried concerned afraid aware glad proud " +
	"surprised disappointed grateful happy sorry angry frustrated insistent")

// mindedThat reads "X is confident that …"; i is the adjective.
func mindedThat(s sentence, from, i int) (attribution, int, bool) {
	none := attribution{}
	k := i
	for k > from && s.is(k-1, be|have|adverb) && !s.is(k-1, negative) {
		k--
	}
	if k == i || !s.is(k, be|have) {
		return none, 0, false
	}
	np := subjectBefore(s, k)
	c := s.trim(phrase{i + 1, contentEnd(s, i+1)})
	if !np.ok() || np.first < from || !c.ok() || vague[s.low(np.first)] || governed(s, np.first) || hypothetical(s, np.first, false) {
		return none, 0, false
	}
	return attribution{content: []phrase{c}, cue: phrase{k, i + 1}, speaker: np, stance: true}, c.last, true
}
