package quotation

// An attribution is what one cue says: tokens of the content, of the cue and of the speaker.
type attribution struct {
	content []phrase
	cue     phrase
	speaker phrase // may be empty
	direct  bool   // nothing but quoted stretches
	stance  bool   // the cue tells an attitude
}

// attribute returns the attributions of one sentence, in order; contents do
// not overlap. prev is the last speaker of the sentence before, or empty.
func (d *doc) attribute(s sentence, prev phrase) []attribution {
	if a, ok := d.closing(s); ok {
		return []attribution{a}
	}
	var out []attribution
	from := s.first
	for i := s.first; i < s.last; i++ {
		t := &d.toks[i]
		if a, next, ok := d.noun(s, from, i); ok {
			out, from, i = append(out, a), next, max(i, next-1)
			continue
		}
		if !t.has(cue) {
			if a, ok := d.tagged(s, from, i); ok {
				out, from, i = append(out, a), a.cue.last, a.cue.last-1
			} else if a, next, ok := d.plain(s, from, i); ok {
				out, from, i = append(out, a), next, max(i, next-1)
			}
			continue
		}
		p, ok := d.predicate(s, i)
		if !ok {
			continue
		}
		if a, next, ok := d.follows(s, p, from); ok {
			out, from, i = append(out, a), next, max(i, next-1)
			continue
		}
		if a, next, ok := d.leads(s, p, prev, out); ok {
			out, from, i = append(out, a), next, max(i, next-1)
		}
	}
	return out
}

// adverbials steps over times, places and hearers behind a cue.
func (d *doc) adverbials(s sentence, i int) int {
	for j := i; ; {
		if j-i > reach {
			return j
		}
		k := j
		for k < s.last && (d.toks[k].has(adverb|date) || d.toks[k].has(object) && k == i) && !d.toks[k].has(be|have|do) {
			k++
		}
		if k+1 < s.last && d.toks[k].has(det) && d.toks[k+1].has(date) {
			k += 2
		}
		if k+1 < s.last && (d.toks[k].low == "about" || d.toks[k].low == "over") && d.toks[k+1].has(number) {
			return j // about 20 people
		}
		if k+1 < s.last && d.toks[k].has(to) && !d.toks[k+1].has(det|possessive|upper|object) && !hearers[d.toks[k+1].low] {
			return j // to close, not to someone
		}
		if k < s.last && d.toks[k].has(prep) && !(d.toks[k].has(sub) && d.clauseAfter(s, k+1)) {
			if e := d.phraseAfter(s, k+1); e > k+1 {
				k = e
			} else if k+1 < s.last && d.toks[k+1].has(date|number) {
				k += 2
			}
		} else if k == i && k < s.last && hearers[d.toks[k].low] {
			k++
		} else if k == i && k < s.last && k > s.first && d.toks[k-1].verb != nil && d.toks[k-1].verb.has(told) {
			k = d.phraseAfter(s, k)
		}
		if k == j {
			return j
		}
		j = k
	}
}

var hearers = set("reporters journalists")
