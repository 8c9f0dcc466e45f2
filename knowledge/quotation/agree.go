package quotation

// hypothetical reports whether the clause whose subject begins at i tells of no
// saying: "if he says", "neither of them has said", "did he say?". What somebody is called
// may follow "what" all the same.
func hypothetical(s sentence, i int, called bool) bool {
	if s.is(i-1, auxiliary) && s.low(s.last-1) == "?" {
		return true
	}
	for k := min(i, s.last-1); k >= s.first && k >= i-2; k-- {
		low := s.low(k)
		if nobodies.Has(low) {
			return true
		}
		if k < i && suppositions.Has(low) {
			return low != "what" || !called
		}
	}
	return false
}

// agrees reports whether subject and verb fit: bare forms want a plural or a
// pronoun before them, and nobody is told what "you" say.
func agrees(p predicate, np phrase) bool {
	last := &p.toks[np.last-1]
	if np.len() == 1 && (last.low == "you" || last.low == "that" || last.low == "anyone") {
		return false
	}
	if np.len() == 1 && (last.low == "i" || last.low == "we") && !p.verb.has(quoting) {
		return false // what the writer knows or hopes is no reported speech
	}
	switch {
	case p.start < p.at, p.form&(past|ing|present) != 0:
		return true
	case last.low == "he", last.low == "she", last.low == "it":
		return false
	case last.has(upper) && p.verb.lemma == "say":
		return true // a team or a country may take the plural: Russia say
	case last.has(number), takePlural.Has(last.low):
		return true
	}
	return plural(p.sentence, np) || coordinated(p.doc, np)
}

// generic reports whether np is a "who" that picks out the subject of the
// sentence ("voters who say so are few"): nobody in particular speaks.
func generic(s sentence, np phrase) bool {
	if np.len() != 1 || !s.is(np.first, wh) || np.first == s.first || s.is(np.first-1, comma|brk|paren) {
		return false
	}
	ante := phraseBefore(s, np.first)
	if ante.ok() && s.is(ante.first-1, comma) && s.is(ante.first-2, upper) && s.is(ante.first, det) {
		return false // Ann Lee, a clerk who said
	}
	return !ante.ok() || clauseStart(s, ante.first) && !s.is(ante.first-1, conj)
}

// plural reports whether a noun before the phrase's first preposition, or its
// last word, has a plural ending.
func plural(s sentence, np phrase) bool {
	isPlural := func(t *token) bool { return nounPlural(t.low) }
	return s.any(phrase{np.first, headOf(s.doc, np)}, isPlural) || isPlural(&s.toks[np.last-1])
}

func coordinated(d *doc, np phrase) bool {
	return d.any(np, func(t *token) bool { return t.low == "and" })
}
