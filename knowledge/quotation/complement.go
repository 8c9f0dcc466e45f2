package quotation

import "strings"

// A reader finds, by one frame, where behind a cue the content begins. It
// returns that token, or 0; i is the first token behind the cue and its adverbs.
type reader func(d *doc, s sentence, p predicate, i int) int

// readers are tried in order: the first that finds a content has it. Where thing
// is set the content is a thing named, not a clause: it ends with its noun phrase.
var readers = []struct {
	read  reader
	thing bool
}{
	{readQuote, false},
	{readRelative, true},
	{readClause, false},
	{readPreposition, true},
	{readTold, false},
	{readObjectThen, true},
	{readAskToDo, false},
	{readThatAhead, false},
	{readNaming, true},
	{readBare, false},
	{readTopic, true},
}

// complement returns the token at which what was said begins, or 0, and whether
// it is a thing rather than a clause.
func (d *doc) complement(s sentence, p predicate) (start int, thing bool) {
	v := d.toks[p.verb].verb
	i := p.end
	for i < s.last && d.toks[i].has(adverb) && !d.toks[i].has(upper|date) && !v.after[d.toks[i].low] {
		i++
	}
	if i >= s.last {
		return 0, false
	}
	for _, r := range readers {
		if start := r.read(d, s, p, i); start > 0 {
			if r.thing && start == i && i > p.end && strings.HasSuffix(d.toks[i-1].low, "ly") {
				start-- // demanded legally binding guarantees
			}
			return start, r.thing
		}
	}
	return 0, false
}

func (d *doc) verb(p predicate) *verb { return d.toks[p.verb].verb }

func readQuote(d *doc, s sentence, p predicate, i int) int {
	if !d.verb(p).has(quoting | told | naming) {
		if d.toks[i].has(quoted) && d.wordCount(phrase{i, i + 1}) > 2 {
			return i // attacked “the ideology of …”
		}
		return 0
	}
	return d.quoteAhead(s, i)
}

// readRelative reads "which he describes as a mistake": what is described stands before.
func readRelative(d *doc, s sentence, p predicate, i int) int {
	if d.toks[i].low != "as" || !d.verb(p).preps["as"] || i+1 >= s.last {
		return 0
	}
	if np := d.subjectBefore(s, p.start); !np.ok() || np.first <= s.first || !d.toks[np.first-1].has(wh|that) {
		return 0
	}
	return i
}

// readClause reads the clauses that begin at once: As X said, …; that …; whether …; to ….
func readClause(d *doc, s sentence, p predicate, i int) int {
	v, t := d.verb(p), &d.toks[i]
	switch {
	case t.has(comma) && d.asSaid(s, p):
		return i + 1
	case t.has(that) && v.has(clausal), t.has(wh) && v.has(question):
		return i
	}
	next := i
	if t.has(negative) {
		next++ // not to
	}
	if !v.has(toDo) || next+1 >= s.last || !d.toks[next].has(to) {
		return 0
	}
	if does := d.toks[next+1].verb; withholding[v.lemma] && does != nil && does.has(quoting|question) {
		return 0 // refused to say when
	}
	return i
}

func readPreposition(d *doc, s sentence, p predicate, i int) int {
	if !d.verb(p).after[d.toks[i].low] || i+1 >= s.last || d.toks[i+1].has(comma|stop|colon|brk) {
		return 0
	}
	return i + 1
}

func readTold(d *doc, s sentence, p predicate, i int) int {
	v := d.verb(p)
	j := d.phraseAfter(s, i)
	if !v.has(told) || v.after[d.toks[i].low] || j <= i {
		return 0
	}
	return d.toldWhat(s, v, j)
}

func readObjectThen(d *doc, s sentence, p predicate, i int) int {
	v := d.verb(p)
	if len(v.preps) == 0 || v.after[d.toks[i].low] {
		return 0
	}
	return d.objectThen(s, v, i)
}

func readAskToDo(d *doc, s sentence, p predicate, i int) int {
	if !d.verb(p).has(askToDo) || !d.objectToDo(s, i) {
		return 0
	}
	return i
}

func readThatAhead(d *doc, s sentence, p predicate, i int) int {
	if !d.verb(p).has(clausal) {
		return 0
	}
	return d.thatAhead(s, i)
}

func readNaming(d *doc, s sentence, p predicate, i int) int {
	if !d.verb(p).has(naming) || d.toks[i].has(prep|comma|stop|colon|brk|conj|sub) {
		return 0
	}
	return i
}

func readBare(d *doc, s sentence, p predicate, i int) int {
	if !d.verb(p).has(bare) {
		return 0
	}
	if np := d.subjectBefore(s, p.start); d.toks[i].has(auxiliary|finite) && np.first > s.first && d.toks[np.first-1].has(wh) && d.toks[np.first-1].has(subject) {
		return i // which he said were lies
	}
	return d.bareClause(s, i)
}

func readTopic(d *doc, s sentence, p predicate, i int) int {
	t := &d.toks[i]
	if !d.verb(p).has(topic) || t.low != "what" && t.has(prep|comma|stop|colon|brk|conj|sub|to|auxiliary|adverb|finite|wh) {
		return 0
	}
	return i
}

// withholding verbs deny that anything was said: "declined to comment".
var withholding = set("refuse decline hesitate")

// asSaid reports whether a predicate stands in "As X said, …" at the start of a clause.
func (d *doc) asSaid(s sentence, p predicate) bool {
	np := d.subjectBefore(s, p.start)
	return np.ok() && np.first > s.first && d.toks[np.first-1].low == "as" && d.toks[p.verb].verb.has(clausal) &&
		(np.first-1 == s.first || d.toks[np.first-2].has(conj|comma|brk|adverb))
}

// quoteAhead returns a quoted stretch that a cue introduces: behind a comma or
// colon, or at once; hearers, times and places may stand between.
func (d *doc) quoteAhead(s sentence, i int) int {
	j := d.adverbials(s, i)
	for k := j; k < s.last && k < i+24; k++ {
		t := &d.toks[k]
		if t.has(quoted) {
			if k == i || k == j || d.toks[k-1].has(comma|colon) {
				return k
			}
			return 0
		}
		if t.has(that|stop|brk|wh) || t.has(subject) || t.has(auxiliary) && !t.has(date) {
			return 0
		}
	}
	return 0
}

// thatAhead returns the "that" that begins the content behind hearers, times
// and places: "said in an interview on Monday that". A verb in between ends the search.
func (d *doc) thatAhead(s sentence, i int) int {
	timed := d.toks[i].has(det) && i+1 < s.last && d.toks[i+1].has(date) // said this week that
	if !d.toks[i].has(prep|date|adverb|object|comma) && !timed && !hearers[d.toks[i].low] {
		return 0
	}
	for k := i; k < s.last && k < i+24; k++ {
		t := &d.toks[k]
		if t.has(that) {
			if k+1 >= s.last || s.last-k < 4 && !d.toks[k+1].has(quoted) || d.toks[k+1].has(stop|comma) {
				return 0 // in that spot
			}
			return k
		}
		if t.has(stop|brk|colon|quoted|wh|auxiliary) && !t.has(date) || t.has(subject) || t.has(cue) && t.form&(past|present) != 0 && !d.precededBy(s, k, det|possessive) && t.verb.has(quoting) {
			return 0
		}
	}
	return 0
}

// bareClause returns the start of a clause without "that", times and places stepped over.
func (d *doc) bareClause(s sentence, i int) int {
	j := d.adverbials(s, i)
	if j >= s.last {
		return 0
	}
	t := &d.toks[j]
	if t.has(comma|stop|brk|conj|quoted|to|auxiliary|finite|unparen) || t.has(sub) && !t.has(upper) {
		return 0
	}
	if t.has(colon) {
		return j + 1
	}
	for k := j; k < s.last && k < j+30; k++ {
		u := &d.toks[k]
		if u.has(stop | brk) {
			break
		}
		if u.has(auxiliary|finite) || k > j && (u.has(quoted) || u.has(cue) && u.form&(past|present) != 0 && !d.precededBy(s, k, det|possessive|prep|comma)) {
			return j // a verb, or a quoted predicate: says fraud “would be …”
		}
	}
	if d.toks[i-1].verb != nil && d.toks[i-1].verb.lemma == "say" && s.last-j > 3 && j == i {
		return j
	}
	return 0
}

// toldWhat returns where the content of "told X …" begins; j is the end of X.
func (d *doc) toldWhat(s sentence, v *verb, j int) int {
	if j < s.last && v.preps[d.toks[j].low] {
		return 0
	}
	k := d.adverbials(s, j)
	if k >= s.last {
		return 0
	}
	t := &d.toks[k]
	switch {
	case t.has(that), t.has(wh) && (t.low != "if" || v.has(question)):
		return k
	case t.has(to) && v.has(askToDo):
		return 0 // asked X to …: the whole is the content
	case t.has(colon) && k+1 < s.last:
		return k + 1
	case t.has(comma):
		return d.thatAhead(s, k) // a town hall in Salem, New Hampshire, that
	case t.has(stop | brk | conj | sub | quoted | auxiliary | finite):
		return 0
	}
	if v.preps[t.low] {
		return 0
	}
	if d.clauseAfter(s, k) || t.has(subject|det|upper) && v.lemma == "tell" {
		return k
	}
	return 0
}

// objectThen returns where the content begins in "accused X of …": behind the
// preposition, but for "described X as …", where X belongs to what was said.
func (d *doc) objectThen(s sentence, v *verb, i int) int {
	j := d.phraseAfter(s, i)
	if j <= i {
		return 0
	}
	for k := i + 1; k < s.last && k < j+6; k++ {
		t := &d.toks[k]
		if e := d.apposition(s, k); e > 0 && v.preps[d.toks[e].low] {
			return i // the North's leader, Kim Jong Un, of
		}
		if t.has(comma | stop | brk | quoted | auxiliary) {
			return 0
		}
		if v.preps[t.low] {
			if k+1 >= s.last {
				return 0
			}
			return i
		}
	}
	return 0
}

// apposition returns the token behind ", a phrase," that begins with the comma at i, or 0.
func (d *doc) apposition(s sentence, i int) int {
	if !d.toks[i].has(comma) {
		return 0
	}
	if e := d.phraseAfter(s, i+1); e > i+1 && e+1 < s.last && d.toks[e].has(comma) {
		return e + 1
	}
	return 0
}

// objectToDo reports whether "X to do" follows at i.
func (d *doc) objectToDo(s sentence, i int) bool {
	if d.toks[i].low == "on" || d.toks[i].low == "for" {
		i++
	}
	j := d.phraseAfter(s, i)
	if j <= i {
		return false
	}
	for k := j; k < s.last && k < j+8; k++ {
		t := &d.toks[k]
		if t.has(to) && k+1 < s.last && !d.toks[k+1].has(det|possessive|upper|date) {
			return true
		}
		if e := d.apposition(s, k); e > 0 && d.toks[e].has(to) {
			return true // the mayor, Ada Stone, to leave
		}
		if t.has(comma|stop|brk|auxiliary|that) || t.has(cue) && t.form&past != 0 {
			return false
		}
	}
	return false
}
