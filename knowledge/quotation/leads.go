package quotation

// leads reads a cue that comes before what was said: X said that …; X told Y, “…”;
// X accused Y of …; and the participles that go on a clause: …, adding that ….
func (d *doc) leads(s sentence, p predicate, prev phrase, before []attribution) (attribution, int, bool) {
	none := attribution{}
	if p.unreal || p.negated {
		return none, 0, false
	}
	if p.passive {
		return d.asked(s, p)
	}
	var speaker phrase
	if p.start == s.first {
		return d.opens(s, p, prev)
	}
	if p.participial {
		speaker = d.sharedSubject(s, p, before)
	} else {
		speaker = d.subjectBefore(s, p.start)
		if speaker.ok() && d.toks[speaker.first].has(that|wh) && !d.toks[speaker.first].has(subject) {
			return none, 0, false
		}
		if !speaker.ok() {
			speaker = d.sharedSubject(s, p, before)
		}
		if speaker.ok() && d.governed(s, speaker.first) {
			speaker = d.headSubject(s, speaker)
		}
		if speaker.ok() && d.hypothetical(s, speaker.first, d.verb(p).has(naming)) {
			return none, 0, false
		}
	}
	if !speaker.ok() || !d.agrees(p, speaker) || d.generic(s, speaker) {
		return none, 0, false
	}
	start, thing := d.complement(s, p)
	if start <= 0 || start >= s.last {
		return none, 0, false
	}
	end := d.contentEnd(s, start)
	if thing {
		end = d.thingEnd(start, end)
	}
	if speaker.first > s.first && d.toks[speaker.first-1].has(sub) && (speaker.first-1 == s.first || d.toks[speaker.first-2].has(comma|conj|brk)) {
		end = d.mainClause(s, start, end)
	}
	if d.toks[speaker.last-1].has(wh) || p.aside {
		end = d.clauseEnd(start, end)
	}
	c := d.trim(phrase{start, end})
	if d.toks[start].has(quoted) && start > p.end && d.toks[start-1].has(comma|colon) {
		c = d.quotedRun(s, start)
	}
	if !c.ok() || d.toks[c.first].low == "no" || d.toks[c.first].low == "nothing" {
		return none, 0, false
	}
	a := attribution{content: []phrase{c}, cue: phrase{p.start, p.end}, speaker: speaker, direct: d.allQuoted(c)}
	if c.first == start && start > p.end && d.toks[p.verb].verb.after[d.toks[start-1].low] {
		a.cue.last = start // warned against, called on
	}
	return a, c.last, true
}

// opens reads a cue at the very start of a sentence: "Adding, “…”" goes on with the
// last speaker; "Said Lavrov: “…”" names one.
func (d *doc) opens(s sentence, p predicate, prev phrase) (attribution, int, bool) {
	speaker, i := prev, p.end
	if !p.participial {
		speaker = phrase{p.end, d.phraseAfter(s, p.end)}
		i = speaker.last
	}
	if !speaker.ok() {
		return attribution{}, 0, false
	}
	j := d.quoteAhead(s, i)
	for k := i; j == 0 && k+1 < s.last && k < i+reach/2; k++ {
		if d.toks[k].has(comma|colon) && d.toks[k+1].has(quoted) {
			j = k + 1 // Said Ada Stone, who was there, “…”
		}
	}
	if j == 0 || !d.toks[p.verb].verb.has(quoting) {
		return attribution{}, 0, false
	}
	c := d.quotedRun(s, j)
	return attribution{content: []phrase{c}, cue: phrase{p.start, p.end}, speaker: speaker, direct: true}, c.last, true
}

// clauseEnd returns where a clause set into another one ends: at the first comma
// behind which the outer clause goes on with its verb or its subject.
func (d *doc) clauseEnd(start, end int) int {
	for k := start; k+1 < end; k++ {
		if t := &d.toks[k+1]; d.toks[k].has(comma) && (t.has(finite|auxiliary|subject) || t.has(cue) && t.form&(past|present) != 0) {
			return k
		}
	}
	return end
}

// asked reads a passive cue with the words themselves: "He was asked, “…”". Who
// spoke is not said.
func (d *doc) asked(s sentence, p predicate) (attribution, int, bool) {
	j := d.quoteAhead(s, p.end)
	if j <= p.end || !d.verb(p).has(told) {
		return attribution{}, 0, false
	}
	c := d.quotedRun(s, j)
	return attribution{content: []phrase{c}, cue: phrase{p.start, p.end}, direct: true}, c.last, true
}

// quotedRun is the quoted stretch at i with those that follow it at once.
func (d *doc) quotedRun(s sentence, i int) phrase {
	j := i + 1
	for j < s.last && (d.toks[j].has(quoted) || d.toks[j].has(comma|conj|stop) && j+1 < s.last && d.toks[j+1].has(quoted)) {
		j++
	}
	return phrase{i, j}
}
