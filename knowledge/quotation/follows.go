package quotation

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// follows reads a cue that comes after what was said: “…,” X said; …, said X.
func (d *doc) follows(s sentence, p predicate, from int) (attribution, int, bool) {
	v := d.toks[p.verb].verb
	if p.negated || p.unreal || p.passive || p.participial {
		return attribution{}, 0, false
	}
	var speaker phrase
	var end, gap int
	inverted := false
	if np := d.subjectBefore(s, p.start); np.ok() && np.first > from && d.closes(np.first-1) && d.tail(s, p.end, np.first) > 0 {
		speaker, gap, end = np, np.first, d.tail(s, p.end, np.first)
	} else if (!np.ok() || d.toks[p.start-1].has(quoted)) && p.start > from && d.closes(p.start-1) && p.start == p.verb && v.has(quoting) {
		np := phrase{p.end, d.phraseAfter(s, p.end)}
		if !np.ok() || d.tail(s, np.last, p.start) == 0 {
			return attribution{}, 0, false
		}
		speaker, gap, end, inverted = np, p.start, d.tail(s, np.last, p.start), true
	} else {
		return attribution{}, 0, false
	}
	before := d.trim(phrase{from, gap})
	if start, _ := d.complement(s, p); start > 0 && !d.allQuoted(before) && d.toks[gap-1].has(quoted) {
		return attribution{}, 0, false // On “Meet the Press,” he said that …
	}
	aside := !inverted && d.toks[gap-1].has(comma) && end+1 < s.last && d.toks[end].has(comma) && !d.toks[end+1].has(quoted|cue)
	if aside {
		for k := gap - 1; k > before.first; k-- {
			if d.toks[k].has(brk) {
				before.first = k + 1
				break
			}
		}
	}
	if !inverted && !d.agrees(p, speaker) {
		return attribution{}, 0, false
	}
	if !before.ok() || !aside && !d.speech(before) || !v.has(quoting|clausal) && !(d.allQuoted(before) && d.handsOver(gap-1)) {
		return attribution{}, 0, false
	}
	a := attribution{content: []phrase{before}, cue: phrase{p.start, p.end}, speaker: speaker}
	a.direct = d.allQuoted(before)
	next := end
	if rest := d.resumes(s, end, a.direct || d.toks[before.last-1].has(quoted), inverted); rest.ok() {
		a.content = append(a.content, rest)
		a.direct = a.direct && d.allQuoted(rest)
		next = rest.last
	}
	return a, next, true
}

// tagged reads a verb that is no cue by itself but must be one where it stands,
// between a whole quotation and the rest: “Go back,” Trump barked.
func (d *doc) tagged(s sentence, from, i int) (attribution, bool) {
	t := &d.toks[i]
	third := t.is == 0 && strings.HasSuffix(t.low, "s") && d.precededBy(s, i, upper|subject) // she sings
	if !third && (!t.has(finite) || t.has(auxiliary|upper)) {
		return attribution{}, false
	}
	np := d.subjectBefore(s, i)
	if !np.ok() || np.first <= from || !d.allQuoted(phrase{from, np.first}) || !d.handsOver(np.first-1) {
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
func (d *doc) tail(s sentence, i, tag int) int {
	j := d.adverbials(s, i)
	if j >= s.last || d.toks[tag-1].has(quoted) && d.handsOver(tag-1) {
		return j // behind “…,” nothing else can follow
	}
	t := &d.toks[j]
	if t.has(comma|stop|brk|unparen|quoted|colon) || t.has(sub|conj) && !t.has(that) || t.has(cue) && t.form&ing != 0 {
		return j
	}
	return 0
}

// handsOver reports whether the quoted token i ends with a mark that leads over
// to the words of saying: a comma, a question mark, a dash.
func (d *doc) handsOver(i int) bool {
	if !d.toks[i].has(quoted) {
		return false
	}
	m := d.marks[d.toks[i].mark]
	return m.closed && strings.ContainsRune(",?!—-…", lastRune(strings.TrimRight(d.text[m.inner.Start:m.inner.End], " ’'”")))
}

// speech reports whether what stands before a cue can have been said: it is
// quoted, or a clause with a verb; not "On Tuesday".
func (d *doc) speech(p phrase) bool {
	if t := &d.toks[p.first]; !t.has(quoted) && (t.has(sub) || t.has(cue|finite) && !t.has(auxiliary)) {
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
	return false
}

// resumes returns what goes on being said behind a cue in the middle of a sentence.
func (d *doc) resumes(s sentence, i int, wasQuoted, inverted bool) phrase {
	j := i
	for j < s.last && d.toks[j].has(comma|colon|brk) {
		j++
	}
	if j >= s.last || j == i && !d.toks[j].has(quoted) {
		return phrase{}
	}
	t := &d.toks[j]
	if t.has(quoted) {
		end := j + 1
		for end < s.last && d.toks[end].has(quoted) {
			end++
		}
		return phrase{j, end}
	}
	if wasQuoted {
		for k := j; k < s.last && k < j+reach; k++ {
			if d.toks[k].has(quoted) {
				if (d.toks[k-1].has(comma) || k <= j+3 && t.has(conj)) && d.lowerStart(k) {
					return d.quotedRun(s, k)
				}
				break
			}
		}
	}
	if wasQuoted || inverted || d.toks[i].has(brk|colon) || t.has(conj|wh) || t.has(sub) && !reasons[t.low] || t.has(cue|finite) || t.low == "according" {
		return phrase{}
	}
	return d.trim(phrase{j, d.contentEnd(s, j)})
}

// reasons are joining words that go on with what was said behind "he said,".
var reasons = set("because since if unless though although so")

// lowerStart reports whether the quoted token i begins in lower case: it goes on with a sentence.
func (d *doc) lowerStart(i int) bool {
	r, _ := utf8.DecodeRuneInString(d.text[d.marks[d.toks[i].mark].inner.Start:])
	return unicode.IsLower(r)
}

// closing reads a cue that ends a sentence and has all of it for its content,
// other cues included: "Police say they shot first, the report says."
func (d *doc) closing(s sentence) (attribution, bool) {
	for i := s.last - 1; i > s.first && i > s.last-reach/2; i-- {
		t := &d.toks[i]
		if t.has(quoted) || t.has(comma) && i < s.last-12 {
			break
		}
		if !t.has(cue) || !t.verb.has(quoting|clausal) {
			continue
		}
		p, ok := d.predicate(s, i)
		if !ok {
			continue
		}
		a, next, ok := d.follows(s, p, s.first)
		if ok && next >= s.last-1 && len(a.content) == 1 && !d.toks[a.content[0].last-1].has(quoted) {
			return a, true
		}
		break
	}
	return attribution{}, false
}
