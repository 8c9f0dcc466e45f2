package quotation

// leads reads a cue that comes before what was said: X said that …; X told Y, “…”;
// X accused Y of …; and the participles that go on a clause: …, adding that ….
// before holds the attributions of the sentence so far, prev the last speaker of
// the sentence before. It returns the token at which to go on.
func leads(s sentence, p predicate, prev phrase, before []attribution) (attribution, int, bool) {
	none := attribution{}
	switch {
	case p.unreal || p.negated:
		return none, 0, false
	case p.passive:
		return askedPassive(s, p)
	case p.start == s.first:
		return opens(s, p, prev)
	}
	speaker := speakerOf(s, p, before)
	if !speaker.ok() || !s.agrees(p, speaker) || generic(s, speaker) {
		return none, 0, false
	}
	start, thing := complementOf(s, p)
	if start == 0 || start >= s.last {
		return none, 0, false
	}
	c := extent(s, p, speaker, start, thing)
	if !c.ok() || thing && s.low(c.first) == "no" || s.low(c.first) == "nothing" {
		return none, 0, false
	}
	a := attribution{content: []phrase{c}, cue: phrase{p.start, p.end}, speaker: speaker, direct: s.allQuoted(c)}
	a.stance = attitudes[s.verb(p).lemma]
	if c.first == start && start > p.end && s.verb(p).after[s.low(start-1)] {
		a.cue.last = start // warned against, called on
	}
	return a, c.last, true
}

// speakerOf returns who speaks with a cue that leads: its subject, or the one it
// shares. It is none where nothing was said ("if he says").
func speakerOf(s sentence, p predicate, before []attribution) phrase {
	if p.participial {
		return sharedSubject(s, p, before)
	}
	np := subjectBefore(s, p.start)
	if !np.ok() {
		np = sharedSubject(s, p, before)
	}
	if np.ok() && governed(s, np.first) {
		if s.verb(p).has(naming) && !s.verb(p).has(quoting) && s.toks[p.verb].form&past != 0 {
			return phrase{} // run by a man named Clarke
		}
		np = headSubject(s, np)
	}
	if np.ok() && hypothetical(s, np.first, s.verb(p).has(naming) || s.verb(p).preps["as"]) {
		return phrase{}
	}
	return np
}

// extent returns the content that begins at start.
func extent(s sentence, p predicate, speaker phrase, start int, thing bool) phrase {
	if s.is(start, quoted) && start > p.end && s.is(start-1, comma|colon) {
		return quotedRun(s, start)
	}
	end := contentEnd(s, start)
	if speaker.first >= start {
		end = min(end, speaker.first) // By saying so, she …
	}
	if thing {
		end = s.thingEnd(start, end)
	}
	if subordinate(s, speaker.first) {
		end = mainClause(s, start, end)
	}
	if s.is(speaker.last-1, wh) || p.aside {
		end = s.clauseEnd(start, end)
	}
	return s.trim(phrase{start, end})
}

// opens reads a cue at the very start of a sentence: "Adding, “…”" goes on with the
// last speaker; "Said Lavrov: “…”" names one.
func opens(s sentence, p predicate, prev phrase) (attribution, int, bool) {
	speaker, i := prev, p.end
	if !p.participial {
		speaker = phrase{p.end, phraseAfter(s, p.end)}
		i = speaker.last
	}
	if !speaker.ok() {
		return attribution{}, 0, false
	}
	j := quoteAhead(s, i)
	for k := i; j == 0 && k+1 < s.last && k < i+reach/2; k++ {
		if s.is(k, comma|colon) && s.is(k+1, quoted) {
			j = k + 1 // Said Ada Stone, who was there, “…”
		}
	}
	if j == 0 || !s.verb(p).has(quoting) {
		return attribution{}, 0, false
	}
	c := quotedRun(s, j)
	return attribution{content: []phrase{c}, cue: phrase{p.start, p.end}, speaker: speaker, direct: true}, c.last, true
}

// asked reads a passive cue: "He was asked, “…”", "It was announced that …". Who
// spoke is not said.
func askedPassive(s sentence, p predicate) (attribution, int, bool) {
	if np := subjectBefore(s, p.start); np.ok() && np.last-np.first == 1 && s.low(np.first) == "it" && p.end < s.last &&
		s.is(p.end, that) && s.verb(p).has(quoting) && !hypothetical(s, np.first, false) {
		c := s.trim(phrase{p.end, contentEnd(s, p.end)}) // it was announced that
		return attribution{content: []phrase{c}, cue: phrase{p.start, p.end}}, c.last, c.ok()
	}
	j := quoteAhead(s, p.end)
	if j <= p.end || !s.verb(p).has(told) {
		return attribution{}, 0, false
	}
	c := quotedRun(s, j)
	return attribution{content: []phrase{c}, cue: phrase{p.start, p.end}, direct: true}, c.last, true
}

// quotedRun is the quoted stretch at i with those that follow it at once.
func quotedRun(s sentence, i int) phrase {
	j := i + 1
	for j < s.last && (s.is(j, quoted) || s.is(j, comma|conj|stop) && s.is(j+1, quoted)) {
		j++
	}
	return phrase{i, j}
}
