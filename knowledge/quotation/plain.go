package quotation

// plain reads the attributions that have no verb: "according to reports, …",
// "Lavrov: …" in a headline.
func (d *doc) plain(s sentence, from, i int) (attribution, int, bool) {
	t := &d.toks[i]
	switch {
	case t.low == "according" && i+2 < s.last && d.toks[i+1].low == "to":
		return d.accordingTo(s, from, i)
	case (t.low == "put" || t.low == "puts") && i+1 < s.last && d.toks[i+1].low == "it":
		return d.putIt(s, from, i)
	case t.has(brk) && i > s.first && d.toks[i-1].has(quoted):
		return d.signed(s, from, i)
	case minded[t.low] && i > s.first && i+2 < s.last && d.toks[i+1].has(that):
		return d.mindedThat(s, from, i)
	case t.low == "clear" && i > s.first && i+1 < s.last && d.toks[i+1].has(that):
		return d.madeClear(s, from, i)
	case t.has(colon) && i > s.first && i+1 < s.last:
		if a, next, ok := d.labelled(s, from, i); ok || !d.toks[i+1].has(quoted) {
			return a, next, ok
		}
		a := d.announced(sentence{first: from, last: i})
		if np := d.phraseBefore(s, i); np.first >= from && np.last-np.first > 1 {
			if m, ok := d.namedIn(np); ok && m.name.last-m.name.first > 1 {
				a = attribution{cue: phrase{i, i + 1}, speaker: np} // it surprised Ada Stone: “…”
			}
		}
		a.content, a.direct = []phrase{d.quotedRun(s, i+1)}, true
		return a, a.content[0].last, a.cue.ok()
	}
	return attribution{}, 0, false
}

// accordingTo reads "according to X, …" and "…, according to X".
func (d *doc) accordingTo(s sentence, from, i int) (attribution, int, bool) {
	end := i + 2
	for end < s.last && end < i+reach && !d.toks[end].has(comma|stop|brk|conj|unparen|quoted|colon) && !d.toks[end].has(sub&^adverb) {
		end++
	}
	speaker := phrase{i + 2, end}
	if e := d.phraseAfter(s, i+2); e > i+2 && e < end {
		speaker.last = e
	}
	if !speaker.ok() {
		return attribution{}, 0, false
	}
	a := attribution{cue: phrase{i, i + 2}, speaker: speaker}
	if before := d.trim(phrase{from, i}); before.ok() && (d.speech(before) || d.toks[i-1].has(comma) && before.last-before.first > 3) {
		a.content = []phrase{before}
		a.direct = d.allQuoted(before)
		return a, end, true
	}
	if end >= s.last || !d.toks[end].has(comma) {
		return attribution{}, 0, false
	}
	after := d.trim(phrase{end + 1, d.contentEnd(s, end+1)})
	if !after.ok() {
		return attribution{}, 0, false
	}
	a.content = []phrase{after}
	a.direct = d.allQuoted(after)
	return a, after.last, true
}

// labels stand before a colon and speak for nobody.
var labels = set("question answer note notes update exclusive breaking watch video photo photos related source sources warning correction transcript " +
	"opinion analysis read listen live here details example result conclusion bottom-line background fact facts image pictured data hint reminder disclaimer " +
	"editor updated published posted location time date address subject re topics tags twitter facebook email follow q a p.s disclosure clarification")

// labelled reads "Name: …": a headline or a line of a transcript. Whether the
// name is a speaker's or a topic's ("World Cup: …") only the whole text shows; see speaks.
func (d *doc) labelled(s sentence, from, i int) (attribution, int, bool) {
	np := d.phraseBefore(s, i)
	if !np.ok() || np.first != s.first || np.last-np.first > 6 || !d.toks[np.first].has(upper) {
		return attribution{}, 0, false
	}
	if labels[d.toks[np.last-1].low] || d.toks[np.last-1].low == "'s" {
		return attribution{}, 0, false
	}
	for k := np.first; k < np.last; k++ {
		if t := &d.toks[k]; !t.has(upper|number|possessive|conj|unparen|paren) && t.low != "of" && t.low != "for" || t.has(det|date) {
			return attribution{}, 0, false
		}
	}
	c := d.trim(phrase{i + 1, s.last})
	if !c.ok() || !d.toks[c.first].has(quoted) && c.last-c.first < 3 {
		return attribution{}, 0, false
	}
	return attribution{content: []phrase{c}, cue: phrase{i, i + 1}, speaker: np, direct: d.allQuoted(c), label: true}, s.last, true
}

// putIt reads "…, as the memo put it" and "as the memo put it, …".
func (d *doc) putIt(s sentence, from, i int) (attribution, int, bool) {
	none := attribution{}
	np := d.subjectBefore(s, i)
	if !np.ok() || np.first <= s.first || d.toks[np.first-1].low != "as" {
		return none, 0, false
	}
	a := attribution{cue: phrase{i, i + 2}, speaker: np}
	if j := d.quoteAhead(s, i+2); j > 0 {
		a.content = []phrase{d.quotedRun(s, j)}
		a.direct = true
		return a, a.content[0].last, true
	}
	before := d.trim(phrase{from, np.first - 1})
	if !before.ok() || !d.speech(before) {
		return none, 0, false
	}
	a.content, a.direct = []phrase{before}, d.allQuoted(before)
	return a, i + 2, true
}

// signed reads “…” — Name, at the end of a line.
func (d *doc) signed(s sentence, from, i int) (attribution, int, bool) {
	before := d.trim(phrase{from, i})
	np := phrase{i + 1, d.phraseAfter(s, i+1)}
	if !np.ok() || np.last-np.first > 6 || !d.toks[np.first].has(upper) || !d.allQuoted(before) {
		return attribution{}, 0, false
	}
	if np.last < s.last && !d.toks[np.last].has(stop|comma|paren|brk) {
		return attribution{}, 0, false
	}
	return attribution{content: []phrase{before}, cue: phrase{i, i + 1}, speaker: np, direct: true}, np.last, true
}

// madeClear reads "X made it clear that …"; i is the word clear.
func (d *doc) madeClear(s sentence, from, i int) (attribution, int, bool) {
	none := attribution{}
	k := i - 1
	if d.toks[k].has(subject) && k > s.first {
		k--
	}
	switch d.toks[k].low {
	case "made", "makes", "making", "make":
	default:
		return none, 0, false
	}
	start := k
	for start > from && d.toks[start-1].has(auxiliary|adverb) {
		start--
	}
	np := d.subjectBefore(s, start)
	c := d.trim(phrase{i + 1, d.contentEnd(s, i+1)})
	if !np.ok() || np.first < from || !c.ok() || d.hypothetical(s, np.first, false) || d.toks[start].has(negative|modal) {
		return none, 0, false
	}
	return attribution{content: []phrase{c}, cue: phrase{start, i + 1}, speaker: np}, c.last, true
}

// minded are adjectives that tell what someone thinks: "is confident that …".
var minded = set("confident certain sure convinced adamant hopeful optimistic skeptical doubtful worried concerned afraid aware glad proud " +
	"surprised disappointed grateful happy sorry angry frustrated insistent")

// mindedThat reads "X is confident that …"; i is the adjective.
func (d *doc) mindedThat(s sentence, from, i int) (attribution, int, bool) {
	none := attribution{}
	k := i
	for k > from && d.toks[k-1].has(be|have|adverb) && !d.toks[k-1].has(negative) {
		k--
	}
	if k == i || !d.toks[k].has(be|have) {
		return none, 0, false
	}
	np := d.subjectBefore(s, k)
	c := d.trim(phrase{i + 1, d.contentEnd(s, i+1)})
	if !np.ok() || np.first < from || !c.ok() || vague[d.toks[np.first].low] || d.governed(s, np.first) || d.hypothetical(s, np.first, false) {
		return none, 0, false
	}
	return attribution{content: []phrase{c}, cue: phrase{k, i + 1}, speaker: np, stance: true}, c.last, true
}
