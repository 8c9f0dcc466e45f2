package quotation

import (
	"strings"

	"talksbot/knowledge/english"
)

// subjectBefore returns the noun phrase that a verb group starting at end has
// as its subject. A part set off by commas in between is stepped over
// ("Peskov, a spokesman for the Kremlin, said").
func subjectBefore(s sentence, end int) phrase {
	i := backOverTimes(s, end)
	if i-2 >= s.first && reduced(s, i-1) {
		i-- // a report published Wednesday
	}
	if i <= s.first {
		return phrase{}
	}
	switch {
	case handsOver(s, i-1):
		return beforeInsertion(s, i+1, comma) // star of “Scandal,” thanked: the comma stands inside the marks
	case s.is(i-1, comma):
		return beforeInsertion(s, i, comma)
	case s.is(i-1, unparen):
		return beforeInsertion(s, i, paren)
	case s.is(i-1, brk):
		return beforeInsertion(s, i, brk)
	}
	if s.is(i-1, finite) && s.is(i-2, subject) && !s.is(i-2, wh) && i-3 > s.first && !s.is(i-3, comma|conj|quoted|sub|that|prep|cue) {
		if np := phraseBefore(s, i-2); np.ok() {
			return np // the experts I met said
		}
	}
	np := phraseBefore(s, i)
	if np.first > s.first+2 && s.low(np.first-1) == "by" && reduced(s, np.first-2) {
		return phraseBefore(s, np.first-2) // a letter obtained by the agency warns
	}
	return np
}

// beforeInsertion returns the noun phrase before a part that ends at i and was opened by
// the mark opening. The part may hold such marks of its own: it looks back a few.
func beforeInsertion(s sentence, i int, opening tag) phrase {
	for k, tries := i-2, 0; k > s.first && i-k < reach && tries < 4; k-- {
		if s.is(k, stop) && k < i-2 && opening != paren || s.is(k, quoted) && k < i-2 && (s.mark(k).len() > longName || handsOver(s, k)) {
			break
		}
		if !s.is(k, opening) {
			continue
		}
		tries++
		if opening == comma && !inserted(s, k+1, i-1) {
			continue
		}
		if np := phraseBefore(s, k); np.ok() && clauseStart(s, np.first) && !s.is(np.last-1, number) && !doing(s, np) {
			if opening == comma {
				np = openingSubject(s, np)
			}
			return renamedBy(s, np)
		}
		if opening == paren {
			break
		}
	}
	if np := phraseBefore(s, i-1); opening == comma && np.len() > 1 && s.is(np.first-1, comma) && s.is(np.first, upper) && isTitle(s.low(np.first)) {
		return np // …, Gov. Ada Stone, said
	}
	return phrase{}
}

// doing reports whether a phrase begins with a participle behind "after" and the like: it is no subject.
func doing(s sentence, np phrase) bool {
	return asides.Has(s.low(np.first-1)) && english.FormOf(s.low(np.first))&ing != 0
}

// openingSubject returns the phrase that opens the sentence of np where np stands in what is told of it:
// “Emil Marr, speaking from his Osby, Norland, farm, …” is about Emil Marr.
func openingSubject(s sentence, np phrase) phrase {
	first := np.first
	for first > s.first && !s.is(first-1, quoted) && np.first-first < reach {
		first--
	}
	for s.is(first, conj) {
		first++
	}
	if first > s.first && !handsOver(s, first-1) || s.is(np.first-1, conj) && first == s.first || s.is(first, prep|sub|wh|adverb|quoted) {
		return np
	}
	end := phraseAfter(s, first)
	if end <= first || end+1 >= np.first || !s.is(end, comma) {
		return np
	}
	form := english.FormOf(s.low(end + 1))
	if s.is(end+1, upper|auxiliary) || form&(ing|participle) == 0 && !s.is(end+1, det|possessive) {
		return np
	}
	if s.any(phrase{end + 1, np.first}, func(t *token) bool { return t.has(auxiliary) && !t.has(date|upper) }) {
		return np
	}
	return phrase{first, end}
}

// reduced reports whether token i is a participle that describes the noun right before it.
func reduced(s sentence, i int) bool {
	return i > s.first && !s.is(i, upper|auxiliary) && strings.HasSuffix(s.low(i), "ed") &&
		!s.is(i-1, auxiliary|subject|object|comma|conj|prep|adverb|quoted|date|that|det|possessive)
}

// renamedBy returns the name that np, standing behind a comma, describes: in
// "Mr. Dunne, a fisherman, a father of two, said" the subject is Mr. Dunne.
func renamedBy(s sentence, np phrase) phrase {
	if np.first-1 <= s.first || !s.is(np.first-1, comma) || !s.is(np.first, det|number) {
		return np
	}
	left := phraseBefore(s, np.first-1)
	if !left.ok() || !s.is(left.last-1, upper) || left.first > s.first && !s.is(left.first-1, conj|sub|brk|that|quoted) {
		return np
	}
	return left
}

// inserted reports whether tokens [a, b) can stand between commas behind a noun: they are
// no clause of their own.
func inserted(s sentence, a, b int) bool {
	if b <= a || s.is(a, conj) && !s.is(a, negative) {
		return false
	}
	who := seek(a, b, func(i int) bool { return s.is(i, wh) })
	clause := s.any(phrase{a, who}, func(t *token) bool { return t.has(auxiliary) && !t.has(date|upper) })
	return !clause || s.is(a, wh|prep|sub|finite|cue|adverb)
}

// clauseStart reports whether a noun phrase that begins at i can be a subject
// there: a clause begins, or a comma stands before.
func clauseStart(s sentence, i int) bool {
	return i <= s.first || s.is(i-1, comma|colon|brk|stop|conj|sub|wh|that|quoted|date|unparen|adverb|other)
}

// backOverTimes steps back over adverbs and times: "Peskov on Tuesday also said".
func backOverTimes(s sentence, end int) int {
	i := end
	for i > s.first {
		t := &s.toks[i-1]
		k := i - 1
		switch {
		case k-1 > s.first && (t.low == "all" || t.low == "both" || t.low == "each") && s.is(k-1, upper|unparen|subject),
			t.has(adverb) && !t.has(date|subject|object), t.has(object) && strings.HasSuffix(t.low, "self"):
		case t.has(date) && !t.has(auxiliary):
			k = s.back(k, s.first, date|number)
			if k > s.first && s.is(k-1, prep|det) {
				k--
			}
			if k == s.first {
				return i
			}
		default:
			return i
		}
		i = k
	}
	return i
}

// governed reports whether the phrase that begins at i hangs on a preposition or
// on a verb like let: it is not the subject of the verb behind it.
func governed(s sentence, i int) bool {
	return s.is(i-1, prep) && !s.is(i-1, sub) && !s.is(i, wh) && !amounts.Has(s.low(i-1)) || causing.Has(s.low(i-1))
}

// headSubject looks for the subject when np, right before the verb, hangs on a
// preposition: the phrase that begins the clause ("Protesters marching through
// the streets chanted"), or a name at np's end ("In an interview Trump declared").
func headSubject(s sentence, np phrase) phrase {
	k := np.first - 1
	if causing.Has(s.low(k)) {
		return phrase{}
	}
	for k > s.first && np.first-k < reach && !s.is(k-1, comma|brk|conj|sub|quoted|colon|stop) {
		k--
	}
	for k < np.first && s.is(k, adverb) && !s.is(k, det) {
		k++
	}
	if !s.is(k, prep|sub|cue|finite|date) {
		if e := phraseAfter(s, k); e > k && e < np.first && !s.is(e, auxiliary) {
			return phrase{k, e}
		}
		return phrase{}
	}
	last := np.last
	for s.is(last-1, unparen) && last > np.first {
		last = seek(np.first, last, func(k int) bool { return s.is(k, paren) }) // Ann Lee (R-SC)
	}
	for k := last - 1; k > np.first; k-- {
		if !s.is(k, upper) && !isTitle(s.low(k)) && s.low(k) != "'s" {
			return phrase{k + 1, np.last}
		}
	}
	return phrase{}
}
