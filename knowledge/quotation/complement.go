package quotation

import "strings"

// complements are tried in order: the first that finds, behind a cue, where a content begins
// has it. i is the first token behind the cue and its adverbs; 0 is none. A frame, where set,
// is one the verb must take. Where thing is set the content is a thing named, not a clause: it
// ends with its noun phrase.
var complements = []struct {
	frame frame
	read  func(p predicate, i int) int
	thing bool
}{
	{0, readQuote, false},
	{0, readRelative, true},
	{0, readClause, false},
	{0, readPreposition, true},
	{told, readTold, false},
	{0, readObjectThen, true},
	{askToDo, readAskToDo, false},
	{clausal, thatAhead, false},
	{naming, readNaming, true},
	{bare, readBare, false},
	{topic, readTopic, true},
}

// complement returns the token at which what was said begins, or 0, and whether
// it is a thing rather than a clause.
func complement(p predicate) (start int, thing bool) {
	i := p.end
	for p.is(i, adverb) && !p.is(i, upper|date) && !p.verb.after.Has(p.low(i)) {
		i++
	}
	for _, c := range complements {
		if i >= p.last || c.frame != 0 && !p.verb.has(c.frame) {
			continue
		}
		start := c.read(p, i)
		if start == i && c.thing && i > p.end && strings.HasSuffix(p.low(i-1), "ly") {
			start-- // demanded legally binding guarantees
		}
		if start > 0 {
			return start, c.thing
		}
	}
	return 0, false
}

func readQuote(p predicate, i int) int {
	if p.verb.has(quoting | told | naming) {
		return quoteAhead(p.sentence, i)
	}
	return at(i, p.is(i, quoted) && p.wordCount(phrase{i, i + 1}) > 2) // attacked “the ideology of …”
}

// at is token i where ok holds, or 0.
func at(i int, ok bool) int {
	if !ok {
		return 0
	}
	return i
}

// readRelative reads "which he describes as a mistake": what is described stands before.
func readRelative(p predicate, i int) int {
	as := p.low(i) == "as" && p.verb.preps.Has("as") && i+1 < p.last
	return at(i, as && p.is(p.subject().first-1, wh|that))
}

// readClause reads the clauses that begin at once: As X said, …; that …; whether …; to ….
func readClause(p predicate, i int) int {
	t := &p.toks[i]
	switch {
	case t.has(comma) && asSaid(p):
		return i + 1
	case t.has(that) && p.verb.has(clausal), t.has(wh) && p.verb.has(question):
		return i
	}
	next := i
	if t.has(negative) {
		next++ // not to
	}
	if !p.verb.has(toDo) || next+1 >= p.last || !p.is(next, to) {
		return 0
	}
	if does := p.toks[next+1].verb; withholding.Has(p.verb.lemma) && does != nil && does.has(quoting|question) {
		return 0 // refused to say when
	}
	return i
}

// asSaid reports whether a predicate stands in "As X said, …" at the start of a clause.
func asSaid(p predicate) bool {
	np := p.subject()
	return np.ok() && p.low(np.first-1) == "as" && p.verb.has(clausal) &&
		(np.first-1 == p.first || p.is(np.first-2, conj|comma|brk|adverb))
}

func readPreposition(p predicate, i int) int {
	return at(i+1, p.verb.after.Has(p.low(i)) && i+1 < p.last && !p.is(i+1, comma|stop|colon|brk))
}

// readTold reads what stands behind the hearer in "told X …".
func readTold(p predicate, i int) int {
	j := phraseAfter(p.sentence, i)
	if p.verb.after.Has(p.low(i)) || j <= i || p.verb.preps.Has(p.low(j)) {
		return 0
	}
	k := adverbials(p.sentence, j)
	if k >= p.last {
		return 0
	}
	t := &p.toks[k]
	switch {
	case t.has(that), t.has(wh) && (t.low != "if" || p.verb.has(question)):
		return k
	case t.has(to) && p.verb.has(askToDo):
		return 0 // asked X to …: the whole is the content
	case t.has(colon) && k+1 < p.last:
		return k + 1
	case t.has(comma):
		return thatAhead(p, k) // a town hall in Salem, New Hampshire, that
	case t.has(stop | brk | conj | sub | quoted | auxiliary | finite), p.verb.preps.Has(t.low):
		return 0
	case clauseAfter(p.sentence, k), t.has(subject|det|upper) && p.verb.lemma == "tell":
		return k
	}
	return 0
}

// readObjectThen reads "accused X of …" and "described X as …": X belongs to what was said.
func readObjectThen(p predicate, i int) int {
	if len(p.verb.preps) == 0 || p.verb.after.Has(p.low(i)) {
		return 0
	}
	j := phraseAfter(p.sentence, i)
	if j <= i {
		return 0
	}
	for k := i + 1; k < p.last && k < j+6; k++ {
		switch e := apposition(p.sentence, k); {
		case e > 0 && p.verb.preps.Has(p.low(e)):
			return i // the North's leader, Kim Jong Un, of
		case p.is(k, comma|stop|brk|quoted|auxiliary):
			return 0
		case p.verb.preps.Has(p.low(k)):
			return at(i, k+1 < p.last)
		}
	}
	return 0
}

// readAskToDo reads "X to do".
func readAskToDo(p predicate, i int) int {
	from := i
	if low := p.low(i); low == "on" || low == "for" {
		from++
	}
	j := phraseAfter(p.sentence, from)
	if j <= from || from == i && p.verb.after.Has("on") && p.verb.has(naming) {
		return 0 // called a meeting to discuss
	}
	for k := j; k < p.last && k < j+8; k++ {
		if p.is(k, to) && k+1 < p.last && !p.is(k+1, det|possessive|upper|date) {
			return i
		}
		if e := apposition(p.sentence, k); e > 0 && p.is(e, to) {
			return i // the mayor, Ada Stone, to leave
		}
		if p.is(k, comma|stop|brk|auxiliary|that) || p.says(k, past) {
			return 0
		}
	}
	return 0
}

// apposition returns the token behind ", a phrase," that begins with the comma at i, or 0.
func apposition(s sentence, i int) int {
	if !s.is(i, comma) {
		return 0
	}
	if e := phraseAfter(s, i+1); e > i+1 && e+1 < s.last && s.is(e, comma) {
		return e + 1
	}
	return 0
}

func readNaming(p predicate, i int) int {
	end := phraseAfter(p.sentence, i)
	if p.form&participle != 0 && (p.low(end) == "by" || end > i && p.is(i, upper) && p.verbal(end)) {
		return 0 // a level deemed safe by, a rocket called Dawn was
	}
	return at(i, !p.is(i, prep|comma|stop|colon|brk|conj|sub) && !summons(p, i))
}

// summons reports whether what is called is not called anything: "called the police", "a meeting".
func summons(p predicate, i int) bool {
	end := phraseAfter(p.sentence, i)
	if end <= i || end < p.last && !p.is(end, stop|comma|prep|date|conj|sub|to) || p.any(phrase{i, end}, func(t *token) bool { return t.has(quoted) }) {
		return false
	}
	if p.is(end-1, upper) && !p.is(end-1, date) && p.is(i, upper) {
		return true // a mission called Dawn
	}
	if !p.verb.has(askToDo) {
		return false
	}
	low := p.low(headOf(p.doc, phrase{i, end}) - 1)
	return p.low(i) == "a" || p.low(i) == "an" || nounPlural(low) || isTitle(low) || bodyWords.Has(low)
}

// readBare reads a clause without "that"; times and places may stand before it.
func readBare(p predicate, i int) int {
	if np := p.subject(); p.is(i, auxiliary|finite) && p.is(np.first-1, wh) && p.is(np.first-1, subject) {
		return i // which he said were lies
	}
	j := adverbials(p.sentence, i)
	switch {
	case p.is(j, comma|stop|brk|conj|quoted|to|auxiliary|finite|unparen), p.is(j, sub) && !p.is(j, upper):
		return 0
	case p.is(j, colon):
		return j + 1
	case clauseAhead(p.sentence, j), p.is(i-1, cue) && p.toks[i-1].verb.lemma == "say" && p.last-j > 3 && j == i:
		return j
	}
	return 0
}

// clauseAhead reports whether what begins at j holds a verb, or a quoted predicate: says
// fraud “would be …”.
func clauseAhead(s sentence, j int) bool {
	k := seek(j, min(s.last, j+30), func(k int) bool {
		predicate := s.is(k, quoted) || s.says(k, past|present) && !s.is(k-1, det|possessive|prep|number)
		return s.is(k, stop|brk|auxiliary|finite) || k > j && predicate
	})
	if s.is(j, number) && s.holds(phrase{j, k}, conj) {
		return false // added 20 points and the euro fell
	}
	if s.is(k-1, conj) && !s.is(k, quoted|auxiliary) && k > j+1 {
		return false // maintains its own monitor and reported
	}
	if s.is(k-1, comma) && !s.is(k, quoted) && k > j+1 && !s.holds(phrase{j, k - 1}, comma) {
		return false // found the star, said it was young
	}
	return k < min(s.last, j+30) && !s.is(k, stop|brk)
}

func readTopic(p predicate, i int) int {
	return at(i, p.low(i) == "what" || !p.is(i, prep|comma|stop|colon|brk|conj|sub|to|auxiliary|adverb|finite|wh))
}
