package quotation

// leads reads a cue that comes before what was said: X said that …; X told Y, “…”;
// X accused Y of …; and the participles that go on a clause: …, adding that ….
// before holds the attributions of the sentence so far, prev the last speaker of
// the sentence before. It returns the token at which to go on.
func (d *doc) leads(s sentence, p predicate, prev phrase, before []attribution) (attribution, int, bool) {
	none := attribution{}
	switch {
	case p.unreal || p.negated:
		return none, 0, false
	case p.passive:
		return d.asked(s, p)
	case p.start == s.first:
		return d.opens(s, p, prev)
	}
	speaker := d.speakerOf(s, p, before)
	if !speaker.ok() || !d.agrees(p, speaker) || d.generic(s, speaker) {
		return none, 0, false
	}
	start, thing := d.complement(s, p)
	if start == 0 || start >= s.last {
		return none, 0, false
	}
	c := d.extent(s, p, speaker, start, thing)
	if !c.ok() || thing && d.toks[c.first].low == "no" || d.toks[c.first].low == "nothing" {
		return none, 0, false
	}
	a := attribution{content: []phrase{c}, cue: phrase{p.start, p.end}, speaker: speaker, direct: d.allQuoted(c)}
	a.stance = attitudes[d.verb(p).lemma]
	if c.first == start && start > p.end && d.verb(p).after[d.toks[start-1].low] {
		a.cue.last = start // warned against, called on
	}
	return a, c.last, true
}

// speakerOf returns who speaks with a cue that leads: its subject, or the one it
// shares. It is none where nothing was said ("if he says").
func (d *doc) speakerOf(s sentence, p predicate, before []attribution) phrase {
	if p.participial {
		return d.sharedSubject(s, p, before)
	}
	np := d.subjectBefore(s, p.start)
	if !np.ok() {
		np = d.sharedSubject(s, p, before)
	}
	if np.ok() && d.governed(s, np.first) {
		if d.verb(p).has(naming) && !d.verb(p).has(quoting) && d.toks[p.verb].form&past != 0 {
			return phrase{} // run by a man named Clarke
		}
		np = d.headSubject(s, np)
	}
	if np.ok() && d.hypothetical(s, np.first, d.verb(p).has(naming) || d.verb(p).preps["as"]) {
		return phrase{}
	}
	return np
}

// extent returns the content that begins at start.
func (d *doc) extent(s sentence, p predicate, speaker phrase, start int, thing bool) phrase {
	if d.toks[start].has(quoted) && start > p.end && d.toks[start-1].has(comma|colon) {
		return d.quotedRun(s, start)
	}
	end := d.contentEnd(s, start)
	if speaker.first >= start {
		end = min(end, speaker.first) // By saying so, she …
	}
	if thing {
		end = d.thingEnd(start, end)
	}
	if d.subordinate(s, speaker.first) {
		end = d.mainClause(s, start, end)
	}
	if d.toks[speaker.last-1].has(wh) || p.aside {
		end = d.clauseEnd(start, end)
	}
	return d.trim(phrase{start, end})
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
	if j == 0 || !d.verb(p).has(quoting) {
		return attribution{}, 0, false
	}
	c := d.quotedRun(s, j)
	return attribution{content: []phrase{c}, cue: phrase{p.start, p.end}, speaker: speaker, direct: true}, c.last, true
}

// asked reads a passive cue: "He was asked, “…”", "It was announced that …". Who
// spoke is not said.
func (d *doc) asked(s sentence, p predicate) (attribution, int, bool) {
	if np := d.subjectBefore(s, p.start); np.ok() && np.last-np.first == 1 && d.toks[np.first].low == "it" && p.end < s.last &&
		d.toks[p.end].has(that) && d.verb(p).has(quoting) && !d.hypothetical(s, np.first, false) {
		c := d.trim(phrase{p.end, d.contentEnd(s, p.end)}) // it was announced that
		return attribution{content: []phrase{c}, cue: phrase{p.start, p.end}}, c.last, c.ok()
	}
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
