package quotation

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A tagline is a cue behind what was said: “…,” | X said on Monday | ….
type tagline struct {
	speaker  phrase
	first    int  // its first token; what was said stands before it
	last     int  // the token behind it
	inverted bool // said X
}

// tagOf returns the tag that p makes, if what stands before it can end there.
func tagOf(s sentence, p predicate, from int) (tagline, bool) {
	np := subjectBefore(s, p.start)
	first := np.first
	if np.ok() && first > from+1 && s.low(first-1) == "as" {
		first-- // …, as the police have said
	}
	if np.ok() && first > from && s.closes(first-1) {
		if end := tailEnd(s, p.end, first); end > 0 {
			fits := s.is(first-1, quoted) || s.agrees(p, np) && !listed(s, p, np, end)
			return tagline{np, first, end, false}, fits
		}
	}
	if np.ok() && !s.is(p.start-1, quoted) || p.start <= from || !s.closes(p.start-1) || p.start < p.verb || !s.verb(p).has(quoting) {
		return tagline{}, false
	}
	np = phrase{p.end, phraseAfter(s, p.end)}
	end := 0
	if np.ok() {
		end = tailEnd(s, np.last, p.start)
	}
	return tagline{np, p.start, end, true}, end > 0
}

// listed reports whether a would-be tag is an item of a list: "…, 18 states, …".
func listed(s sentence, p predicate, np phrase, end int) bool {
	if end >= s.last || !s.is(end, comma) {
		return false
	}
	t, last := &s.toks[p.verb], &s.toks[np.last-1]
	return p.start == p.verb && t.form&past == 0 && alsoNouns[t.verb.lemma] && !last.has(upper|subject)
}

// follows reads a cue that comes after what was said: “…,” X said; …, said X.
func follows(s sentence, p predicate, from int) (attribution, int, bool) {
	none := attribution{}
	if p.negated || p.unreal || p.passive || p.participial {
		return none, 0, false
	}
	t, ok := tagOf(s, p, from)
	if !ok {
		return none, 0, false
	}
	before := s.trim(phrase{from, t.first})
	if start, _ := complementOf(s, p); start > 0 && !s.allQuoted(before) && s.is(t.first-1, quoted) {
		return none, 0, false // On “Meet the Press,” he said that …
	}
	aside := isAside(s, t)
	if aside {
		before.first = s.afterBreak(before)
	}
	if !before.ok() || !aside && !s.speech(before) || !s.verb(p).has(quoting|clausal) && !(s.allQuoted(before) && s.handsOver(t.first-1)) {
		return none, 0, false
	}
	a := attribution{content: []phrase{before}, cue: phrase{p.start, p.end}, speaker: t.speaker, direct: s.allQuoted(before)}
	a.stance = attitudes[s.verb(p).lemma]
	next := t.last
	if rest := resumes(s, t, s.is(before.last-1, quoted)); rest.ok() {
		a.content = append(a.content, rest)
		a.direct = a.direct && s.allQuoted(rest)
		next = rest.last
	}
	return a, next, true
}

// aside reports whether a tag stands between commas in the middle of what was
// said: "The bridge, he said, is closed".
func isAside(s sentence, t tagline) bool {
	return !t.inverted && s.is(t.first-1, comma) && t.last+1 < s.last && s.is(t.last, comma) && !s.is(t.last+1, quoted|cue)
}

// afterBreak returns where the last clause of p begins, behind a semicolon or a dash.
func (d *doc) afterBreak(p phrase) int {
	for k := p.last - 1; k > p.first; k-- {
		if d.is(k, brk) {
			return k + 1
		}
	}
	return p.first
}

// tagged reads a verb that is no cue by itself but must be one where it stands,
// between a whole quotation and the rest: “Go back,” Trump barked.
func tagged(s sentence, from, i int) (attribution, bool) {
	t := &s.toks[i]
	third := t.is == 0 && strings.HasSuffix(t.low, "s") && precededBy(s, i, upper|subject) // she sings
	if !third && (!t.has(finite) || t.has(auxiliary|upper)) {
		return attribution{}, false
	}
	np := subjectBefore(s, i)
	if !np.ok() || np.first <= from || !s.allQuoted(phrase{from, np.first}) || !s.handsOver(np.first-1) {
		return attribution{}, false
	}
	return attribution{content: []phrase{{from, np.first}}, cue: phrase{i, i + 1}, speaker: np, direct: true}, true
}

// closes reports whether a token may stand between what was said and its cue: a comma or a quotation's end.
func (d *doc) closes(i int) bool {
	t := &d.toks[i]
	if t.has(quoted) {
		m := d.marks[t.mark]
		return d.handsOver(i) || m.closed && !d.lowerStart(i) && strings.Count(d.text[m.inner.Start:m.inner.End], " ") > 1
	}
	return t.has(comma)
}

// tail returns where the words that may trail a cue end ("told reporters on
// Tuesday"), when the sentence or its clause ends there too; 0 when more follows.
func tailEnd(s sentence, i, tag int) int {
	j := adverbials(s, i)
	if j >= s.last || s.is(tag-1, quoted) && s.handsOver(tag-1) {
		return j // behind “…,” nothing else can follow
	}
	t := &s.toks[j]
	if t.has(comma|stop|brk|unparen|quoted|colon) || t.has(sub|conj) && !t.has(that) || t.has(cue) && t.form&ing != 0 {
		return j
	}
	return 0
}

// handsOver reports whether the quoted token i ends with a mark that leads over
// to the words of saying: a comma, a question mark, a dash.
func (d *doc) handsOver(i int) bool {
	if !d.is(i, quoted) {
		return false
	}
	m := d.marks[d.toks[i].mark]
	return m.closed && strings.ContainsRune(",?!—-…", lastRune(strings.TrimRight(d.text[m.inner.Start:m.inner.End], " ’'”")))
}

// speech reports whether what stands before a cue can have been said: it is
// quoted, or a clause with a verb; not "On Tuesday".
func (d *doc) speech(p phrase) bool {
	if t := &d.toks[p.first]; !t.has(quoted) && (t.has(sub) && !d.holds(p, comma) || t.has(cue|finite) && !t.has(auxiliary)) {
		return false
	}
	words, verbal := 0, false
	for i := p.first; i < p.last && words < 4*reach; i++ {
		t := &d.toks[i]
		if t.has(quoted) {
			return true
		}
		if t.has(auxiliary|finite) || t.has(cue) && t.form&(present|past) != 0 {
			verbal = true
		}
		if words++; verbal && words > 3 {
			return true
		}
	}
	return words > 4 && !d.is(p.first, prep|adverb|that|wh)
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
		return quotedRun(s, j)
	case next.has(conj) && s.is(j+1, quoted):
		return quotedRun(s, j+1) // he said, and “…”
	case wasQuoted:
		return quoteResumes(s, j)
	case t.inverted || s.is(t.last, brk|colon) || next.has(conj|wh|cue|finite) || next.has(sub) && !reasons[next.low] || next.low == "according":
		return phrase{}
	}
	return s.trim(phrase{j, contentEnd(s, j)})
}

// quoteResumes finds the second half of a quotation whose sentence goes on in
// lower case, words of the writer's in between: “I know,” he said, smiling, “but …”.
func quoteResumes(s sentence, j int) phrase {
	for k := j; k < s.last && k < j+reach; k++ {
		if !s.is(k, quoted) {
			continue
		}
		if (s.is(k-1, comma) || k <= j+3 && s.is(j, conj)) && s.lowerStart(k) {
			return quotedRun(s, k)
		}
		break
	}
	return phrase{}
}

// reasons are joining words that go on with what was said behind "he said,".
var reasons = set("because until since if unless though although so")

// lowerStart reports whether the quoted token i begins in lower case: it goes on with a sentence.
func (d *doc) lowerStart(i int) bool {
	r, _ := utf8.DecodeRuneInString(d.text[d.marks[d.toks[i].mark].inner.Start:])
	return unicode.IsLower(r)
}

// closing reads a cue that ends a sentence and has all of it for its content,
// other cues included: "Police say they shot first, the report says."
func closing(s sentence) (attribution, bool) {
	for i := s.last - 1; i > s.first && i > s.last-reach/2; i-- {
		t := &s.toks[i]
		if t.has(quoted) || t.has(comma) && i < s.last-12 {
			break
		}
		if !t.has(cue) || !t.verb.has(quoting|clausal) {
			continue
		}
		p, ok := predicateAt(s, i)
		if !ok {
			continue
		}
		a, next, ok := follows(s, p, s.first)
		if ok && next >= s.last-1 && len(a.content) == 1 && !s.is(a.content[0].last-1, quoted) && a.sound(s.first) {
			return a, true
		}
		break
	}
	return attribution{}, false
}
