package quotation

// An attribution is what one cue says: tokens of the content, of the cue and of the speaker.
type attribution struct {
	content []phrase // empty when nothing was found
	cue     phrase
	speaker phrase // may be empty
	direct  bool   // nothing but quoted stretches
	stance  bool   // the cue tells an attitude
	label   bool   // the cue is no more than a colon behind a name
	next    int    // the token at which to go on reading
}

// none is the attribution of what attributes nothing.
var none attribution

func (a attribution) found() bool { return len(a.content) > 0 }

// sound reports whether the attribution keeps what Find promises: a content from
// token from on, in order, with neither its cue nor its speaker inside.
func (a attribution) sound(from int) bool {
	for _, c := range a.content {
		if !c.ok() || c.first < from || a.cue.within(c) || a.speaker.within(c) {
			return false
		}
		from = c.last
	}
	return a.found()
}

// says is the attribution of the content c, at whose end reading goes on; none if c is empty.
func says(speaker, cue, c phrase) attribution {
	if !c.ok() {
		return none
	}
	return attribution{content: []phrase{c}, cue: cue, speaker: speaker, next: c.last}
}

// said is says, direct where c is all between quotation marks.
func (s sentence) said(speaker, cue, c phrase) attribution {
	a := says(speaker, cue, c)
	a.direct = s.allQuoted(c)
	return a
}

// A reading goes through one sentence from left to right.
type reading struct {
	sentence
	from int           // contents begin here or later: what stands before belongs to another cue
	out  []attribution // found so far, in order
	prev phrase        // the last speaker of the sentence before, or none
}

// attribute returns the attributions of one sentence, in order; contents do
// not overlap. prev is the last speaker of the sentence before, or none.
func attribute(s sentence, prev phrase) []attribution {
	if a := closing(s); a.found() {
		return []attribution{a}
	}
	r := reading{sentence: s, from: s.first, prev: prev}
	for i := s.first; i < s.last; i++ {
		a := r.read(i)
		if !a.sound(r.from) {
			continue
		}
		r.out, r.from = append(r.out, a), a.next
		i = max(i, a.next-1)
	}
	return r.out
}

// read reads the attribution whose cue stands at token i, if there is one.
func (r *reading) read(i int) attribution {
	if a := noun(r, i); a.found() {
		return a
	}
	if !r.is(i, cue) {
		if a := tagged(r, i); a.found() {
			return a
		}
		return plain(r, i)
	}
	p, ok := predicateAt(r.sentence, i)
	if !ok {
		return none
	}
	if a := follows(p, r.from); a.found() {
		return a
	}
	return leads(r, p)
}

// clausal is the attribution of a clause that begins at token i behind a cue, when np can
// be the subject that says it.
func (r *reading) clausal(np, cue phrase, i int) attribution {
	c := r.trim(phrase{i, contentEnd(r.sentence, i)})
	if !np.ok() || np.first < r.from || !c.ok() || hypothetical(r.sentence, np.first, false) {
		return none
	}
	return says(np, cue, c)
}

// before is what stands between the last content and token i, when it can have been said.
func (r *reading) before(i int) phrase {
	p := r.trim(phrase{r.from, i})
	if !p.ok() || !speech(r.sentence, p) {
		return phrase{}
	}
	return p
}
