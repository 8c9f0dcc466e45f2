package quotation

// join gives the quoted sentences without a cue of their own to the speech they
// go on: "…," he said. "…" is one quotation, and so is a quotation that runs
// over several paragraphs. What has no speech before it stands alone, without a speaker.
func (d *doc) join(perSentence [][]attribution) []attribution {
	var out []attribution
	lastQuoted := -2 // the sentence in which out's last attribution ended
	for n, s := range d.sents {
		as := perSentence[n]
		if len(as) == 0 {
			c := d.utterance(s)
			if !c.ok() {
				continue
			}
			if k := len(out) - 1; k >= 0 && lastQuoted == n-1 && d.goesOn(out[k], s, d.sents[n-1]) {
				out[k].content = append(out[k].content, c)
			} else {
				out = append(out, attribution{content: []phrase{c}, direct: true})
			}
			lastQuoted = n
			continue
		}
		out = append(out, as...)
		lastQuoted = n
	}
	return out
}

// utterance is the whole of a sentence that is quoted from end to end and long enough to be speech.
func (d *doc) utterance(s sentence) phrase {
	p := d.trim(phrase{s.first, s.last})
	if !p.ok() || !d.allQuoted(p) || d.words(p) < 3 {
		return phrase{}
	}
	return p
}

// words counts the spaces inside a phrase's text, plus one.
func (d *doc) words(p phrase) int {
	n := 1
	sp := d.span(p)
	for i := sp.Start; i < sp.End; i++ {
		if d.text[i] == ' ' {
			n++
		}
	}
	return n
}

// goesOn reports whether sentence s, quoted throughout, continues attribution a of the sentence before.
func (d *doc) goesOn(a attribution, s, before sentence) bool {
	last := a.content[len(a.content)-1]
	if !d.toks[last.last-1].has(quoted) {
		return false
	}
	if s.para == before.para {
		return true
	}
	return last.last >= before.last-1 // nothing but quotation stands between
}
