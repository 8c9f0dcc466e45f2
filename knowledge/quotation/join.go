package quotation

// join gives the quoted sentences without a cue of their own to the speech they
// go on: "…," he said. "…" is one quotation, and so is one that runs over
// several paragraphs or that a colon announced. What has no speech before it
// stands alone, without a speaker.
func (d *doc) join(perSentence [][]attribution) []attribution {
	var out []attribution
	last := -2 // the sentence in which the last attribution of out ended
	for n, s := range d.sents {
		if as := perSentence[n]; len(as) > 0 {
			if k := len(out) - 1; last == n-1 && d.runsOn(out, as[0]) {
				as[0].content = append(out[k].content, as[0].content...)
				out = out[:k]
			}
			out, last = append(out, as...), n
			continue
		}
		if k := len(out) - 1; last == n-1 && n > 0 && out[k].label && s.para == d.sents[n-1].para {
			if c := d.trim(phrase{s.first, s.last}); c.ok() {
				out[k].content = append(out[k].content, c) // a transcript's line of several sentences
				out[k].direct = out[k].direct && d.allQuoted(c)
				last = n
			}
			continue
		}
		c := utterance(s)
		if !c.ok() {
			continue
		}
		switch k := len(out) - 1; {
		case n > 0 && d.is(d.sents[n-1].last-1, colon):
			if last == n-1 && d.is(out[k].content[0].first, that) {
				out[k].content = append(out[k].content, c)
				break
			}
			a := announced(d.sents[n-1])
			if last == n-1 && !out[k].direct {
				a = out[k]
				out = out[:k]
			}
			a.content, a.direct = []phrase{c}, true
			out = append(out, a)
		case last == n-1 && d.goesOn(out[k]):
			out[k].content = append(out[k].content, c)
		default:
			out = append(out, attribution{content: []phrase{c}, speaker: d.lastSpeaker(perSentence, n), direct: true})
		}
		last = n
	}
	return out
}

// lastSpeaker returns who was quoted in the sentence before n, of the same
// paragraph: behind "…," she said, citing reports, a quotation goes on.
func (d *doc) lastSpeaker(perSentence [][]attribution, n int) phrase {
	if n == 0 || d.sents[n].para != d.sents[n-1].para {
		return phrase{}
	}
	for _, a := range perSentence[n-1] {
		if d.goesOn(a) {
			return a.speaker
		}
	}
	return phrase{}
}

// utterance is the whole of a sentence that is quoted from end to end and long enough to be speech.
func utterance(s sentence) phrase {
	p := s.trim(phrase{s.first, s.last})
	if !p.ok() || !s.allQuoted(p) || s.wordCount(p) < 3 {
		return phrase{}
	}
	return p
}

func (d *doc) wordCount(p phrase) int {
	n := 1
	sp := d.span(p)
	for i := sp.Start; i < sp.End; i++ {
		if d.text[i] == ' ' {
			n++
		}
	}
	return n
}

// goesOn reports whether a quoted sentence behind attribution a continues it.
func (d *doc) goesOn(a attribution) bool {
	for _, c := range a.content {
		if d.is(c.last-1, quoted) {
			return true
		}
	}
	return false
}

// runsOn reports whether the last attribution of out, which has no cue, was left
// open at its paragraph's end and a goes on with it.
func (d *doc) runsOn(out []attribution, a attribution) bool {
	if len(out) == 0 || out[len(out)-1].cue.ok() || !d.is(a.content[0].first, quoted) {
		return false
	}
	c := out[len(out)-1].content
	t := &d.toks[c[len(c)-1].last-1]
	return t.has(quoted) && !d.marks[t.mark].closed
}

// vague pronouns announce nothing: "It gets better:".
var vague = set("it this that these those you which")

// announced returns the cue and the speaker of a sentence that ends with a colon
// and says in its own words that speech follows: "He released this statement:".
func announced(s sentence) attribution {
	for i := s.first; i < s.last && i < s.first+2*reach; i++ {
		t := &s.toks[i]
		if !t.has(cue|finite) || t.has(auxiliary|upper) || t.has(cue) && t.form&(past|present) == 0 {
			continue
		}
		if np := subjectBefore(s, i); np.ok() && !(np.last-np.first == 1 && vague[s.low(np.first)]) {
			return attribution{cue: phrase{i, i + 1}, speaker: np}
		}
	}
	return attribution{}
}
