package quotation

// hearer returns to whom the words of a were said: "told | reporters | on Monday", "said to | the
// council", "in an interview with | the Post". It is none where the sentence does not say.
func (d *doc) hearer(a attribution) phrase {
	if !a.cue.ok() || !d.is(a.cue.last-1, cue) {
		return phrase{}
	}
	s := d.sents[d.sentenceOf(a.cue.first)]
	i, v := a.cue.last, d.toks[a.cue.last-1].verb
	if a.speaker.first == i {
		i = a.speaker.last // said Ada Stone to reporters
	}
	h := phrase{}
	switch {
	case v.has(told) && !s.is(i, to|that|wh|comma|colon|quoted|adverb|date) && !(s.is(i, prep) && !s.is(i, object)):
		h = phrase{i, phraseAfter(s, i)}
	case s.is(i, to) && (s.is(i+1, det|possessive|upper|object) || hearers.Has(s.low(i+1))):
		h = phrase{i + 1, phraseAfter(s, i+1)}
	default:
		h = s.interviewer(i)
	}
	for _, c := range a.content {
		if h.within(c) {
			return phrase{}
		}
	}
	if s.any(h, func(t *token) bool { return t.has(quoted) }) {
		return phrase{}
	}
	return h
}

// interviewer returns with whom somebody spoke in the interview that is told of right behind token i.
func (s sentence) interviewer(i int) phrase {
	for k := i; k < s.last && k < i+reach/4; k++ {
		switch {
		case s.is(k, comma|stop|brk|colon|quoted|that|auxiliary):
			return phrase{}
		case s.low(k) == "with" && talks.Has(s.low(k-1)):
			return phrase{k + 1, phraseAfter(s, k+1)}
		}
	}
	return phrase{}
}
