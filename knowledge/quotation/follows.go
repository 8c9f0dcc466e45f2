package quotation

import "strings"

// A tagline is a cue behind what was said: “…,” | X said on Monday | ….
type tagline struct {
	speaker  phrase
	first    int  // its first token; what was said stands before it
	last     int  // the token behind it
	inverted bool // said X
}

// tagOf returns the tag that p makes, if what stands before it can end there.
func tagOf(p predicate, from int) (tagline, bool) {
	np := p.subject()
	first := np.first
	if p.passive {
		return agentTag(p, np, from)
	}
	if np.ok() && first > from+1 && p.low(first-1) == "as" {
		first-- // …, as the police have said
	}
	if np.ok() && first > from && !p.is(first, wh) && closes(p.sentence, first-1) {
		if end := tail(p.sentence, p.end, first); end > 0 {
			return tagline{np, first, end, false}, p.is(first-1, quoted) || agrees(p, np) && !listed(p, np, end)
		}
	}
	if np.ok() && !p.is(p.start-1, quoted) || p.start <= from || !closes(p.sentence, p.start-1) || p.start < p.at || !p.verb.has(quoting) {
		return tagline{}, false
	}
	clause := np.ok()
	np = phrase{p.end, phraseAfter(p.sentence, p.end)}
	if !np.ok() || clause && p.is(np.last, auxiliary|finite) {
		return tagline{}, false
	}
	end := tail(p.sentence, np.last, p.start)
	if named := p.is(np.last-1, upper) && p.is(np.last, prep|wh|that|adverb|date|comma); end == 0 && named && p.is(p.start-1, comma|quoted) {
		end = p.last // said Ada Stone in a letter that was read aloud
	}
	return tagline{np, p.start, end, true}, end > 0
}

// agentTag returns the tag “…,” | it was said by X |.
func agentTag(p predicate, it phrase, from int) (tagline, bool) {
	agent := p.agent()
	if it.len() != 1 || p.low(it.first) != "it" || !agent.ok() || it.first <= from || !closes(p.sentence, it.first-1) {
		return tagline{}, false
	}
	end := tail(p.sentence, agent.last, it.first)
	return tagline{agent, it.first, end, false}, end > 0
}

// listed reports whether a would-be tag is an item of a list: "…, 18 states, …".
func listed(p predicate, np phrase, end int) bool {
	return p.is(end, comma) && p.start == p.at && p.form&past == 0 && p.verb.noun && !p.is(np.last-1, upper|subject)
}

// closes reports whether a token may stand between what was said and its cue: a comma or a quotation's end.
func closes(s sentence, i int) bool {
	if !s.is(i, quoted) {
		return s.is(i, comma)
	}
	m := s.mark(i)
	return handsOver(s, i) || m.closed && !lowerStart(s, i) && strings.Count(s.text[m.inner.Start:m.inner.End], " ") > 1
}

// tail returns where the words that may trail a cue end ("told reporters on
// Tuesday"), when the sentence or its clause ends there too; 0 when more follows.
func tail(s sentence, i, tag int) int {
	j := behindPlace(s, adverbials(s, i))
	if j >= s.last || handsOver(s, tag-1) {
		return j // behind “…,” nothing else can follow
	}
	if s.is(j, comma|stop|brk|unparen|quoted|colon) || s.is(j, sub|conj) && !s.is(j, that) || s.says(j, ing) {
		return j
	}
	return 0
}

// behindPlace steps from the comma at i over the state or the country behind a town: "in Dover, Del.".
func behindPlace(s sentence, i int) int {
	if !s.is(i, comma) || !s.is(i-1, upper) || !s.is(i+1, upper) {
		return i
	}
	end := nameEnd(s, i+1)
	short := strings.HasSuffix(s.low(end-1), ".")
	if end > i+3 || !short && country(s.low(end-1)) == "" || end < s.last && !s.is(end, comma|stop|quoted) {
		return i
	}
	return end
}

// follows reads a cue that comes after what was said from token from on: “…,” X said; …, said X.
func follows(p predicate, from int) attribution {
	if p.negated || p.unreal || p.participial {
		return none
	}
	t, ok := tagOf(p, from)
	if !ok {
		return none
	}
	before := p.trim(phrase{from, t.first})
	for p.is(before.first, sub|adverb) && before.len() > 1 && p.is(before.first+1, quoted) {
		before.first++ // he said, while “…,” she said
	}
	whole := p.allQuoted(before)
	if start, _ := complement(p); start > 0 && !whole && !t.inverted && p.is(t.first-1, quoted) {
		return none // On “Meet the Press,” he said that …
	}
	aside := setOff(p.sentence, t)
	if aside {
		before.first = afterBreak(p.sentence, before)
		whole = p.allQuoted(before)
	}
	if !before.ok() || !aside && !speech(p.sentence, before) || !p.verb.has(quoting|clausal) && !(whole && handsOver(p.sentence, t.first-1)) {
		return none
	}
	a := attribution{content: []phrase{before}, cue: p.words(), speaker: t.speaker, direct: whole, stance: p.verb.attitude, next: t.last}
	rest := resumes(p.sentence, t, p.is(before.last-1, quoted))
	if j := t.last + 1; aside && !rest.ok() && p.is(j, finite|cue) && !p.says(j, ing) && !p.any(before, func(t *token) bool { return t.has(auxiliary | finite | cue) }) {
		rest = p.trim(phrase{j, contentEnd(p.sentence, j)}) // The museum, he said, showed
	}
	if rest.ok() {
		a.content = append(a.content, rest)
		a.direct = whole && p.allQuoted(rest)
		a.next = rest.last
	}
	return a
}

// setOff reports whether a tag stands between commas in the middle of what was
// said: "The bridge, he said, is closed".
func setOff(s sentence, t tagline) bool {
	return !t.inverted && s.is(t.first-1, comma) && t.last+1 < s.last && s.is(t.last, comma) && !s.is(t.last+1, quoted|cue)
}

// afterBreak returns where the last clause of p begins, behind a semicolon or a dash.
func afterBreak(s sentence, p phrase) int {
	for k := p.last; k > p.first+1; k-- {
		if s.is(k-1, brk) {
			return k
		}
	}
	return p.first
}

// tagged reads a verb that is no cue by itself but must be one where it stands,
// between a whole quotation and the rest: “Go back,” Trump barked.
func tagged(r *reading, i int) attribution {
	t := &r.toks[i]
	third := t.is == 0 && strings.HasSuffix(t.low, "s") && r.is(i-1, upper|subject) // she sings
	if !third && (!t.has(finite) || t.has(auxiliary|upper)) {
		return none
	}
	np := subjectBefore(r.sentence, i)
	before := phrase{r.from, np.first}
	if !np.ok() || !before.ok() || !r.allQuoted(before) || !handsOver(r.sentence, np.first-1) {
		return none
	}
	a := r.said(np, phrase{i, i + 1}, before)
	a.next = i + 1
	return a
}

// speech reports whether what stands before a cue can have been said: it is
// quoted, or a clause with a verb; not "On Tuesday".
func speech(s sentence, p phrase) bool {
	if t := &s.toks[p.first]; !t.has(quoted) && (t.has(sub) && !s.holds(p, comma) || t.has(cue|finite) && !t.has(auxiliary)) {
		return false
	}
	words, verb := 0, false
	for i := p.first; i < p.last && words < 4*reach; i++ {
		if s.is(i, quoted) {
			return true
		}
		verb = verb || s.verbal(i)
		if words++; verb && (words > 2 || words == p.len() && i > p.first) {
			return true
		}
	}
	return words > 4 && !s.is(p.first, prep|adverb|that|wh)
}

// resumes returns what goes on being said behind a tag in the middle of a sentence.
func resumes(s sentence, t tagline, wasQuoted bool) phrase {
	j := t.last
	for s.is(j, comma|colon|brk) {
		j++
	}
	if j >= s.last || j == t.last && !s.is(j, quoted) {
		return phrase{}
	}
	next := &s.toks[j]
	switch {
	case next.has(quoted):
		return untagged(s, quotedRun(s, j))
	case next.has(conj) && s.is(j+1, quoted):
		return untagged(s, quotedRun(s, j+1)) // he said, and “…”
	case wasQuoted && !t.inverted && s.is(j-1, comma) && s.is(j, auxiliary|finite) && !s.is(j, date|upper):
		return s.trim(phrase{j, contentEnd(s, j)}) // “Only a fool,” she said, would sail
	case wasQuoted:
		return quoteResumes(s, j)
	case t.inverted || s.is(t.last, brk|colon) || next.has(conj|wh|cue|finite) || next.has(sub) && !reasons.Has(next.low) || next.low == "according":
		return phrase{}
	}
	return s.trim(phrase{j, contentEnd(s, j)})
}

// untagged is the quoted run p, or none where a tag of its own says who spoke it: “…,” said
// one; | “…,” said another.
func untagged(s sentence, p phrase) phrase {
	if !handsOver(s, p.last-1) {
		return p
	}
	if s.says(p.last, past|present) && s.toks[p.last].verb.has(quoting) && phraseAfter(s, p.last+1) > p.last+1 {
		return phrase{}
	}
	verb := phraseAfter(s, p.last)
	for verb > p.last && s.is(verb, adverb|auxiliary) {
		verb++
	}
	if verb > p.last && s.says(verb, past|present|participle) && s.toks[verb].verb.has(quoting) {
		return phrase{}
	}
	return p
}

// quoteResumes finds the second half of a quotation whose sentence goes on in
// lower case, words of the writer's in between: “I know,” he said, smiling, “but …”.
func quoteResumes(s sentence, j int) phrase {
	k := seek(j, min(s.last, j+reach), func(k int) bool { return s.is(k, quoted) })
	if s.is(k, quoted) && (s.is(k-1, comma) || k <= j+3 && s.is(j, conj)) && lowerStart(s, k) {
		return quotedRun(s, k)
	}
	return phrase{}
}

// closing reads a cue that ends a sentence and has all of it for its content,
// other cues included: "Police say they shot first, the report says."
func closing(s sentence) attribution {
	for i := s.last - 1; i > s.first && i > s.last-reach/2; i-- {
		if s.is(i, quoted) || s.is(i, comma) && i < s.last-12 {
			break
		}
		if !s.is(i, cue) || !s.toks[i].verb.has(quoting|clausal) {
			continue
		}
		p, ok := predicateAt(s, i)
		if !ok {
			continue
		}
		if a := follows(p, s.first); a.next >= s.last-1 && len(a.content) == 1 && !s.is(a.content[0].last-1, quoted) && a.sound(s.first) {
			return a
		}
		break
	}
	return none
}
