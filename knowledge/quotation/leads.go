package quotation

// leads reads a cue that comes before what was said: X said that …; X told Y, “…”;
// X accused Y of …; and the participles that go on a clause: …, adding that ….
func leads(r *reading, p predicate) attribution {
	switch {
	case p.unreal || p.negated:
		return none
	case p.passive:
		return passive(p)
	case p.start == r.first:
		return opens(p, r.prev)
	}
	speaker := speakerOf(p, r.out)
	if !speaker.ok() || !agrees(p, speaker) || generic(p.sentence, speaker) || silent(p, speaker) {
		return none
	}
	start, thing := complement(p)
	if start == 0 || start >= p.last {
		return none
	}
	c := extent(p, speaker, start, thing)
	if !c.ok() || unnamed(p.sentence, c) || thing && p.low(c.first) == "no" || p.low(c.first) == "nothing" {
		return none
	}
	a := p.said(speaker, p.words(), c)
	a.stance = p.verb.attitude
	if c.first == start && start > p.end && p.verb.after.Has(p.low(start-1)) {
		a.cue.last = start // warned against, called on
	}
	return a
}

// silent reports whether the speaker is none: pictures show and say nothing, and who reads words
// that are written has not said them.
func silent(p predicate, speaker phrase) bool {
	head := seek(speaker.first+1, headOf(p.doc, speaker), func(k int) bool { return p.is(k, finite|wh) && !p.is(k, upper) }) - 1
	if mute.Has(p.low(head)) || p.verb.shows && !showing.Has(p.low(head)) && !documents.Has(p.low(head)) {
		return true
	}
	return p.verb.written && !p.participial && !p.is(head, wh) && p.low(head) != "it" && (p.is(head, subject|upper) || isTitle(p.low(head)))
}

// unnamed reports whether what was asked for is no more than to stay unnamed: "not to be identified".
func unnamed(s sentence, c phrase) bool {
	k := c.first
	for s.is(k, negative|to|be|that) || s.is(k, subject|possessive|modal) || s.low(k) == "name" || s.low(k) == "names" {
		k++
	}
	return k < c.last && k > c.first+1 && (anonymity.Has(s.low(k)) || s.is(k-1, negative) && s.low(k) == "used")
}

// speakerOf returns who speaks with a cue that leads: its subject, or the one it
// shares. It is none where nothing was said ("if he says").
func speakerOf(p predicate, before []attribution) phrase {
	if p.participial {
		return sharedSubject(p, before)
	}
	np := p.subject()
	if !np.ok() && p.is(p.start-1, that) {
		return thatSays(p)
	}
	if !np.ok() {
		np = sharedSubject(p, before)
	}
	if np.ok() && p.is(np.first-1, finite|cue) && !p.is(np.first-1, upper|auxiliary) && p.form&past != 0 {
		if who := clauseWith(p.sentence, np.first-1); who.ok() {
			np = who
		}
	}
	if np.ok() && governed(p.sentence, np.first) {
		if p.verb.has(naming) && !p.verb.has(quoting) && p.form&past != 0 {
			return phrase{} // run by a man named Clarke
		}
		if p.verb.noun && p.form&(present|past) == present {
			return phrase{} // in battleground states that
		}
		np = headSubject(p.sentence, np)
	}
	if np.ok() && hypothetical(p.sentence, np.first, p.verb.has(naming) || p.verb.preps.Has("as")) {
		return phrase{}
	}
	return np
}

// clauseWith returns whom a clause with "who" is about that ends with the verb at i and what it takes:
// “Some who sought help | said”.
func clauseWith(s sentence, i int) phrase {
	k := s.back(i, s.first, auxiliary|adverb)
	if !s.is(k-1, wh) || !s.is(k-1, subject) || k-2 < s.first || s.is(k-2, comma) {
		return phrase{}
	}
	return phraseBefore(s, k-1)
}

// extent returns the content that begins at start.
func extent(p predicate, speaker phrase, start int, thing bool) phrase {
	if p.is(start, quoted) && (start > p.end && p.is(start-1, comma|colon) || spokenClause(p.sentence, start) && tellsOn(p.sentence, start+1)) {
		return quotedRun(p.sentence, start)
	}
	end := contentEnd(p.sentence, start)
	if speaker.first >= start {
		end = min(end, speaker.first) // By saying so, she …
	}
	if thing {
		from := start
		if as := seek(start, end, func(k int) bool { return p.verb.preps.Has(p.low(k)) }); as < end {
			from = as // refers to the candidate, who is a friend, as
		}
		end = thingEnd(p.sentence, from, end)
	}
	if subordinate(p.sentence, speaker.first) {
		end = mainClause(p.sentence, start, end)
	}
	if p.is(speaker.last-1, wh) || p.aside {
		end = clauseEnd(p.sentence, start, end)
	}
	return p.trim(phrase{start, end})
}

// opens reads a cue at the very start of a sentence: "Adding, “…”" goes on with the
// last speaker; "Said Lavrov: “…”" names one.
func opens(p predicate, prev phrase) attribution {
	if a := opensClause(p); a.found() {
		return a
	}
	speaker, i := prev, p.end
	if !p.participial {
		speaker = phrase{p.end, phraseAfter(p.sentence, p.end)}
		i = speaker.last
	}
	if !speaker.ok() || !p.verb.has(quoting) {
		return none
	}
	j := quoteAhead(p.sentence, i)
	for k := i; j == 0 && k < i+reach/2; k++ {
		if p.is(k, comma|colon) && p.is(k+1, quoted) {
			j = k + 1 // Said Ada Stone, who was there, “…”
		}
	}
	if j == 0 {
		return none
	}
	return p.said(speaker, p.words(), quotedRun(p.sentence, j))
}

// opensClause reads a participle at the start of a sentence whose subject comes behind what was said:
// "Noting that the dam was old, Ada Stone left".
func opensClause(p predicate) attribution {
	if !p.participial {
		return none
	}
	start, thing := complement(p)
	if start == 0 || p.is(start, quoted) && p.is(start-1, comma|colon) {
		return none
	}
	speaker := subjectAhead(p.sentence, start)
	c := p.trim(phrase{start, speaker.first})
	if !speaker.ok() || p.is(speaker.last, cue) && p.is(c.last-1, quoted) && c.first+1 == c.last || thing && c.len() < 2 {
		return none
	}
	a := p.said(speaker, p.words(), c)
	a.stance = p.verb.attitude
	return a
}

// passive reads a passive cue: "He was asked, “…”", "It was announced that …". Who
// spoke is said where "by" follows.
func passive(p predicate) attribution {
	np, agent, i := p.subject(), p.agent(), p.end
	if agent.ok() {
		i = agent.last
	}
	it := np.len() == 1 && p.low(np.first) == "it" && p.verb.has(quoting)
	if (it || agent.ok() && p.verb.has(told)) && p.is(i, that) && np.ok() && !hypothetical(p.sentence, np.first, false) {
		return says(agent, p.words(), p.trim(phrase{i, contentEnd(p.sentence, i)}))
	}
	j := quoteAhead(p.sentence, p.end)
	if j <= p.end || !p.verb.has(told) {
		return none
	}
	return p.said(phrase{}, p.words(), quotedRun(p.sentence, j))
}
