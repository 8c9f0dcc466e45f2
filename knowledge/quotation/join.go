package quotation

import "slices"

// A joiner puts together what goes on over several sentences.
type joiner struct {
	*doc
	perSentence [][]attribution
	out         []attribution
	ended       int // the sentence in which the last attribution of out ended
}

// join gives the quoted sentences without a cue of their own to the speech they
// go on: "…," he said. "…" is one quotation, and so is one that runs over
// several paragraphs or that a colon announced. What has no speech before it
// stands alone, without a speaker.
func join(d *doc, perSentence [][]attribution) []attribution {
	j := joiner{doc: d, perSentence: perSentence, ended: -2}
	for n, s := range d.sents {
		if as := perSentence[n]; len(as) > 0 {
			j.cued(n, as)
		} else if k := len(j.out) - 1; j.ended == n-1 && j.out[k].label && s.para == d.sents[n-1].para {
			j.line(n)
		} else if c := utterance(s); c.ok() {
			j.uncued(n, c)
		}
	}
	return j.out
}

// cued adds the attributions of sentence n. The first one may finish what the paragraph
// before left open.
func (j *joiner) cued(n int, as []attribution) {
	if k := len(j.out) - 1; j.ended == n-1 && j.leftOpen() && j.is(as[0].content[0].first, quoted) {
		as[0].content = append(j.out[k].content, as[0].content...)
		j.out = j.out[:k]
	}
	j.out, j.ended = append(j.out, as...), n
}

// leftOpen reports whether the last attribution, which has no cue, ends in a quotation
// without a closing mark.
func (j *joiner) leftOpen() bool {
	if len(j.out) == 0 || j.out[len(j.out)-1].cue.ok() {
		return false
	}
	c := j.out[len(j.out)-1].content
	last := c[len(c)-1].last - 1
	return j.is(last, quoted) && !j.mark(last).closed
}

// line adds sentence n to the transcript's line that it goes on.
func (j *joiner) line(n int) {
	s, a := j.sents[n], &j.out[len(j.out)-1]
	if c := s.trim(phrase{s.first, s.last}); c.ok() {
		a.content = append(a.content, c)
		a.direct = a.direct && s.allQuoted(c)
		j.ended = n
	}
}

// uncued adds the quoted sentence n, whose content is c.
func (j *joiner) uncued(n int, c phrase) {
	k := len(j.out) - 1
	goesOn := j.ended == n-1
	announced := n > 0 && j.is(j.sents[n-1].last-1, colon)
	switch {
	case announced && goesOn && j.is(j.out[k].content[0].first, that), !announced && goesOn && j.endsQuoted(j.out[k]):
		j.out[k].content = append(j.out[k].content, c)
	case announced:
		j.announced(n, c)
	default:
		j.out = append(j.out, attribution{content: []phrase{c}, speaker: j.lastSpeaker(n), direct: true})
	}
	j.ended = n
}

// announced adds what the colon at the end of the sentence before n announced.
func (j *joiner) announced(n int, c phrase) {
	a := announcement(j.sents[n-1])
	if k := len(j.out) - 1; j.ended == n-1 && !j.out[k].direct {
		a = j.out[k]
		j.out = j.out[:k]
	}
	a.content, a.direct = []phrase{c}, true
	j.out = append(j.out, a)
}

// lastSpeaker returns who was quoted last before sentence n in the same paragraph: behind "…," she
// said, citing reports, a quotation goes on, and behind "The talks failed, she said." one begins.
func (j *joiner) lastSpeaker(n int) phrase {
	for k := n - 1; k >= 0 && k >= n-2 && j.sents[n].para == j.sents[k].para; k-- {
		for _, a := range j.perSentence[k] {
			if j.endsQuoted(a) {
				return a.speaker
			}
		}
		if as := j.perSentence[k]; len(as) > 0 {
			return as[len(as)-1].speaker
		}
	}
	return phrase{}
}

// endsQuoted reports whether a quoted sentence behind attribution a continues it.
func (j *joiner) endsQuoted(a attribution) bool {
	return slices.ContainsFunc(a.content, func(c phrase) bool { return j.is(c.last-1, quoted) })
}

// utterance is the whole of a sentence that is quoted from end to end and long enough to be speech.
func utterance(s sentence) phrase {
	p := s.trim(phrase{s.first, s.last})
	if !p.ok() || !s.allQuoted(p) || s.wordCount(p) < 3 && s.mark(p.first).closed {
		return phrase{}
	}
	return p
}

// announcement returns the cue and the speaker of a sentence that ends with a colon
// and says in its own words that speech follows: "He released this statement:".
func announcement(s sentence) attribution {
	for i := s.first; i < s.last && i < s.first+2*reach; i++ {
		t := &s.toks[i]
		if !t.has(cue|finite) || t.has(auxiliary|upper) || t.has(cue) && !t.says(past|present) {
			continue
		}
		if np := subjectBefore(s, i); np.ok() && !(np.len() == 1 && vague.Has(s.low(np.first))) && (t.has(cue) || s.speaking(np)) {
			return attribution{cue: phrase{i, i + 1}, speaker: np}
		}
	}
	return none
}
