package quotation

// noun reads the nouns of saying that have an owner: "Trump's claim that …",
// "his pledge to …", "in Lavrov's view, …".
func noun(r *reading, i int) attribution {
	low := r.low(i)
	if cries.Has(low) && r.low(i+1) == "of" && r.is(i+2, quoted) {
		return cry(r, i)
	}
	if i == r.first || i+1 >= r.last || nouns[low] == nil && !views.Has(low) {
		return none
	}
	owner := ownerOf(r.sentence, i)
	switch {
	case !owner.ok() && nouns[low] != nil:
		if a := claimFrom(r.sentence, i); a.found() {
			return a
		}
		return voiced(r, i)
	case !owner.ok() || owner.first < r.from:
		return none
	case nouns[low] != nil && nouns[low].link != "" && r.low(i+1) == nouns[low].link:
		return says(owner, phrase{i, i + 2}, phrase{i + 2, phraseAfter(r.sentence, i+2)})
	case nouns[low] != nil && (r.is(i+1, that) || r.is(i+1, to) && nouns[low].toDo && i+2 < r.last && !r.is(i+2, det|possessive|upper|object)):
		return claim(r.sentence, owner, i)
	case views.Has(low) && r.is(i+1, comma|stop):
		return inView(r, owner, i)
	}
	return none
}

// ownerOf returns whose the noun at i is: the name before 's, or the possessive pronoun.
// What looks like a noun is a verb behind a body or an office: "the teachers' union demands".
func ownerOf(s sentence, i int) phrase {
	if i-1 > s.first && s.says(i, present) && (bodyWords.Has(s.low(i-1)) || isTitle(s.low(i-1))) {
		return phrase{}
	}
	for k := i - 1; k >= s.first && k >= i-4; k-- {
		t := &s.toks[k]
		switch {
		case t.low == "'s":
			return phraseBefore(s, k)
		case t.has(possessive) && ours.Has(t.low):
			return phrase{}
		case t.has(possessive):
			return phrase{k, k + 1}
		case t.has(det | prep | comma | conj | auxiliary | finite | quoted | stop | that | subject):
			return phrase{}
		}
	}
	return phrase{}
}

// cry reads the words behind the noun at i, "chants of “shame”"; who cries is its owner or
// the clause's subject.
func cry(r *reading, i int) attribution {
	owner := ownerOf(r.sentence, i)
	for k := max(r.from, i-reach); !owner.ok() && k < i; k++ {
		if r.is(k, be) {
			break // was greeted with chants of: not by its subject
		}
		if r.is(k, finite) || r.says(k, past|present) {
			owner = subjectBefore(r.sentence, k)
			break
		}
	}
	if owner.first < r.from {
		owner = phrase{}
	}
	return r.said(owner, phrase{i, i + 2}, quotedRun(r.sentence, i+2))
}

// claimFrom reads "warnings from his lawyer that …", "a claim by the army that …".
func claimFrom(s sentence, i int) attribution {
	if low := s.low(i + 1); low != "from" && low != "by" {
		return none
	}
	owner := phrase{i + 2, phraseAfter(s, i+2)}
	if !owner.ok() || owner.last+1 >= s.last || !s.is(owner.last, that) {
		return none
	}
	return s.clause(owner, phrase{i, i + 1}, s.trim(phrase{owner.last, clauseEnd(s, owner.last, contentEnd(s, owner.last))}))
}

// clause is says for a content that must be a clause: three words at least.
func (s sentence) clause(speaker, cue, c phrase) attribution {
	if c.len() < 3 && !s.holds(c, quoted) {
		return none
	}
	return says(speaker, cue, c)
}

// voiced reads "She voiced the hope that …", "they made the case that …": the
// noun has no owner, but the verb before it has a subject.
func voiced(r *reading, i int) attribution {
	if i+2 >= r.last || !r.is(i+1, that) {
		return none
	}
	k := i - 1
	for k > r.from && i-k < 4 && (r.is(k, det) || r.toks[k].is == 0 && !voicing.Has(r.low(k))) {
		k--
	}
	start := r.back(k, r.from, auxiliary|adverb)
	if !voicing.Has(r.low(k)) || k <= r.first || r.holds(phrase{start, k}, modal|negative) {
		return none
	}
	np := subjectBefore(r.sentence, start)
	a := r.clausal(np, phrase{start, i + 1}, i+1)
	if !a.found() || a.content[0].len() < 3 && !r.holds(a.content[0], quoted) || governed(r.sentence, np.first) {
		return none
	}
	return a
}

// claim reads the clause behind the noun at i.
func claim(s sentence, owner phrase, i int) attribution {
	end := clauseEnd(s, i+1, contentEnd(s, i+1))
	if s.is(owner.first-1, prep|sub) && owner.first <= s.first+2 {
		end = min(end, mainClause(s, i+1, end)) // After his claim that he won, he left
	}
	if clauseStart(s, owner.first) {
		end = secondVerb(s, i+1, end)
	}
	a := s.clause(owner, phrase{i, i + 1}, s.trim(phrase{i + 1, end}))
	a.stance = nouns[s.low(i)].attitude
	return a
}

// inView reads "in X's view, …" and "…, in X's view".
func inView(r *reading, owner phrase, i int) attribution {
	in := owner.first - 1
	if p := r.low(in); in < r.from || p != "in" && p != "by" {
		return none
	}
	cue := phrase{i, i + 1}
	if before := r.before(in); before.ok() && r.is(in-1, comma|quoted) {
		a := r.said(owner, cue, before)
		a.next = i + 1
		return a
	}
	if in != r.first || !r.is(i+1, comma) {
		return none
	}
	return r.said(owner, cue, r.trim(phrase{i + 2, contentEnd(r.sentence, i+2)}))
}
