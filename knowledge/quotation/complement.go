package quotation

import "strings"

// A reader finds, by one frame, where behind a cue the content begins. It
// returns that token, or 0; i is the first token behind the cue and its adverbs.
type reader func(s sentence, p predicate, i int) int

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
func complementOf(s sentence, p predicate) (start int, thing bool) {
	v := s.toks[p.verb].verb
	i := p.end
	for s.is(i, adverb) && !s.is(i, upper|date) && !v.after[s.low(i)] {
		i++
	}
	if i >= s.last {
		return 0, false
	}
	for _, r := range readers {
		if start := r.read(s, p, i); start > 0 {
			if r.thing && start == i && i > p.end && strings.HasSuffix(s.low(i-1), "ly") {
				start-- // demanded legally binding guarantees
			}
			return start, r.thing
		}
	}
	return 0, false
}

func (d *doc) verb(p predicate) *verb { return d.toks[p.verb].verb }

func readQuote(s sentence, p predicate, i int) int {
	if !s.verb(p).has(quoting | told | naming) {
		if s.is(i, quoted) && s.wordCount(phrase{i, i + 1}) > 2 {
			return i // attacked “the ideology of …”
		}
		return 0
	}
	return quoteAhead(s, i)
}

// readRelative reads "which he describes as a mistake": what is described stands before.
func readRelative(s sentence, p predicate, i int) int {
	if s.low(i) != "as" || !s.verb(p).preps["as"] || i+1 >= s.last {
		return 0
	}
	if np := subjectBefore(s, p.start); !np.ok() || np.first <= s.first || !s.is(np.first-1, wh|that) {
		return 0
	}
	return i
}

// readClause reads the clauses that begin at once: As X said, …; that …; whether …; to ….
func readClause(s sentence, p predicate, i int) int {
	v, t := s.verb(p), &s.toks[i]
	switch {
	case t.has(comma) && asSaid(s, p):
		return i + 1
	case t.has(that) && v.has(clausal), t.has(wh) && v.has(question):
		return i
	}
	next := i
	if t.has(negative) {
		next++ // not to
	}
	if !v.has(toDo) || next+1 >= s.last || !s.is(next, to) {
		return 0
	}
	if does := s.toks[next+1].verb; withholding[v.lemma] && does != nil && does.has(quoting|question) {
		return 0 // refused to say when
	}
	return i
}

func readPreposition(s sentence, p predicate, i int) int {
	if !s.verb(p).after[s.low(i)] || i+1 >= s.last || s.is(i+1, comma|stop|colon|brk) {
		return 0
	}
	return i + 1
}

func readTold(s sentence, p predicate, i int) int {
	v := s.verb(p)
	j := phraseAfter(s, i)
	if !v.has(told) || v.after[s.low(i)] || j <= i {
		return 0
	}
	return toldWhat(s, v, j)
}

func readObjectThen(s sentence, p predicate, i int) int {
	v := s.verb(p)
	if len(v.preps) == 0 || v.after[s.low(i)] {
		return 0
	}
	return objectThen(s, v, i)
}

func readAskToDo(s sentence, p predicate, i int) int {
	if !s.verb(p).has(askToDo) || !objectToDo(s, i) {
		return 0
	}
	return i
}

func readThatAhead(s sentence, p predicate, i int) int {
	if !s.verb(p).has(clausal) {
		return 0
	}
	return thatAhead(s, i)
}

func readNaming(s sentence, p predicate, i int) int {
	if !s.verb(p).has(naming) || s.is(i, prep|comma|stop|colon|brk|conj|sub) {
		return 0
	}
	return i
}

func readBare(s sentence, p predicate, i int) int {
	if !s.verb(p).has(bare) {
		return 0
	}
	if np := subjectBefore(s, p.start); s.is(i, auxiliary|finite) && s.is(np.first-1, wh) && s.is(np.first-1, subject) {
		return i // which he said were lies
	}
	return bareClause(s, i)
}

func readTopic(s sentence, p predicate, i int) int {
	t := &s.toks[i]
	if !s.verb(p).has(topic) || t.low != "what" && t.has(prep|comma|stop|colon|brk|conj|sub|to|auxiliary|adverb|finite|wh) {
		return 0
	}
	return i
}

// withholding verbs deny that anything was said: "declined to comment".
var withholding = set("refuse decline hesitate")

// asSaid reports whether a predicate stands in "As X said, …" at the start of a clause.
func asSaid(s sentence, p predicate) bool {
	np := subjectBefore(s, p.start)
	return np.ok() && s.low(np.first-1) == "as" && s.toks[p.verb].verb.has(clausal) &&
		(np.first-1 == s.first || s.is(np.first-2, conj|comma|brk|adverb))
}

// quoteAhead returns a quoted stretch that a cue introduces: behind a comma or
// colon, or at once; hearers, times and places may stand between.
func quoteAhead(s sentence, i int) int {
	j := adverbials(s, i)
	for k := j; k < s.last && k < i+24; k++ {
		t := &s.toks[k]
		if t.has(quoted) {
			if k == i || k == j || s.is(k-1, comma|colon) {
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
func thatAhead(s sentence, i int) int {
	timed := s.is(i, det) && s.is(i+1, date) // said this week that
	if !s.is(i, prep|date|adverb|object|comma) && !timed && !hearers[s.low(i)] {
		return 0
	}
	for k := i; k < s.last && k < i+24; k++ {
		t := &s.toks[k]
		if t.has(that) {
			if k+1 >= s.last || s.last-k < 4 && !s.is(k+1, quoted) || s.is(k+1, stop|comma) {
				return 0 // in that spot
			}
			return k
		}
		if t.has(stop|brk|colon|quoted|wh|auxiliary) && !t.has(date) || t.has(subject) || t.has(cue) && t.form&(past|present) != 0 && !precededBy(s, k, det|possessive) && t.verb.has(quoting) {
			return 0
		}
	}
	return 0
}

// bareClause returns the start of a clause without "that", times and places stepped over.
func bareClause(s sentence, i int) int {
	j := adverbials(s, i)
	if j >= s.last {
		return 0
	}
	t := &s.toks[j]
	if t.has(comma|stop|brk|conj|quoted|to|auxiliary|finite|unparen) || t.has(sub) && !t.has(upper) {
		return 0
	}
	if t.has(colon) {
		return j + 1
	}
	for k := j; k < s.last && k < j+30; k++ {
		u := &s.toks[k]
		if u.has(stop | brk) {
			break
		}
		if u.has(auxiliary|finite) || k > j && (u.has(quoted) || u.has(cue) && u.form&(past|present) != 0 && !precededBy(s, k, det|possessive|prep|comma)) {
			return j // a verb, or a quoted predicate: says fraud “would be …”
		}
	}
	if s.toks[i-1].verb != nil && s.toks[i-1].verb.lemma == "say" && s.last-j > 3 && j == i {
		return j
	}
	return 0
}

// toldWhat returns where the content of "told X …" begins; j is the end of X.
func toldWhat(s sentence, v *verb, j int) int {
	if j < s.last && v.preps[s.low(j)] {
		return 0
	}
	k := adverbials(s, j)
	if k >= s.last {
		return 0
	}
	t := &s.toks[k]
	switch {
	case t.has(that), t.has(wh) && (t.low != "if" || v.has(question)):
		return k
	case t.has(to) && v.has(askToDo):
		return 0 // asked X to …: the whole is the content
	case t.has(colon) && k+1 < s.last:
		return k + 1
	case t.has(comma):
		return thatAhead(s, k) // a town hall in Salem, New Hampshire, that
	case t.has(stop | brk | conj | sub | quoted | auxiliary | finite):
		return 0
	}
	if v.preps[t.low] {
		return 0
	}
	if clauseAfter(s, k) || t.has(subject|det|upper) && v.lemma == "tell" {
		return k
	}
	return 0
}

// objectThen returns where the content begins in "accused X of …": behind the
// preposition, but for "described X as …", where X belongs to what was said.
func objectThen(s sentence, v *verb, i int) int {
	j := phraseAfter(s, i)
	if j <= i {
		return 0
	}
	for k := i + 1; k < s.last && k < j+6; k++ {
		t := &s.toks[k]
		if e := appositionEnd(s, k); e > 0 && v.preps[s.low(e)] {
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
func appositionEnd(s sentence, i int) int {
	if !s.is(i, comma) {
		return 0
	}
	if e := phraseAfter(s, i+1); e > i+1 && e+1 < s.last && s.is(e, comma) {
		return e + 1
	}
	return 0
}

// objectToDo reports whether "X to do" follows at i.
func objectToDo(s sentence, i int) bool {
	if s.low(i) == "on" || s.low(i) == "for" {
		i++
	}
	j := phraseAfter(s, i)
	if j <= i {
		return false
	}
	for k := j; k < s.last && k < j+8; k++ {
		t := &s.toks[k]
		if t.has(to) && k+1 < s.last && !s.is(k+1, det|possessive|upper|date) {
			return true
		}
		if e := appositionEnd(s, k); e > 0 && s.is(e, to) {
			return true // the mayor, Ada Stone, to leave
		}
		if t.has(comma|stop|brk|auxiliary|that) || t.has(cue) && t.form&past != 0 {
			return false
		}
	}
	return false
}
