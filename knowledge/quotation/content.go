package quotation

// An attribution is what one cue says: tokens of the content, of the cue and of the speaker.
type attribution struct {
	content []phrase
	cue     phrase
	speaker phrase // may be empty
	direct  bool   // nothing but quoted stretches
	stance  bool   // the cue tells an attitude
	label   bool   // the cue is no more than a colon behind a name
}

// sound reports whether the attribution keeps what Find promises: a content from
// token from on, in order, with neither its cue nor its speaker inside.
func (a attribution) sound(from int) bool {
	for _, c := range a.content {
		if !c.ok() || c.first < from || a.cue.within(c) || a.speaker.within(c) {
			return false
		}
		from = c.last
	}
	return len(a.content) > 0
}

// within reports whether p and q share a token.
func (p phrase) within(q phrase) bool { return p.first < q.last && q.first < p.last }

// attribute returns the attributions of one sentence, in order; contents do
// not overlap. prev is the last speaker of the sentence before, or empty.
func attribute(s sentence, prev phrase) []attribution {
	if a, ok := closing(s); ok {
		return []attribution{a}
	}
	var out []attribution
	from := s.first // contents may begin here
	for i := s.first; i < s.last; i++ {
		a, next, ok := readAt(s, from, i, prev, out)
		if !ok || !a.sound(from) {
			continue
		}
		out, from = append(out, a), next
		i = max(i, next-1)
	}
	return out
}

// read reads the attribution whose cue stands at token i, if there is one, and
// returns the token at which to go on.
func readAt(s sentence, from, i int, prev phrase, before []attribution) (attribution, int, bool) {
	if a, next, ok := noun(s, from, i); ok {
		return a, next, true
	}
	if !s.is(i, cue) {
		if a, ok := tagged(s, from, i); ok {
			return a, a.cue.last, true
		}
		return plain(s, from, i)
	}
	p, ok := predicateAt(s, i)
	if !ok {
		return attribution{}, 0, false
	}
	if a, next, ok := follows(s, p, from); ok {
		return a, next, true
	}
	return leads(s, p, prev, before)
}

// adverbials steps over times, places and hearers behind a cue.
func adverbials(s sentence, i int) int {
	for j := i; ; {
		if j-i > reach {
			return j
		}
		k := j
		for k < s.last && (s.is(k, adverb|date) || s.is(k, object) && k == i) && !s.is(k, be|have|do) {
			k++
		}
		if k+1 < s.last && s.is(k, det) && s.is(k+1, date) {
			k += 2
		}
		if k+1 < s.last && (s.low(k) == "about" || s.low(k) == "over") && s.is(k+1, number) {
			return j // about 20 people
		}
		if k+1 < s.last && s.is(k, to) && !s.is(k+1, det|possessive|upper|object) && !hearers[s.low(k+1)] {
			return j // to close, not to someone
		}
		if s.is(k, prep) && !(s.is(k, sub) && clauseAfter(s, k+1)) {
			if e := phraseAfter(s, k+1); e > k+1 {
				k = e
			} else if s.is(k+1, date|number) {
				k += 2
			}
		} else if k == i && k < s.last && hearers[s.low(k)] {
			k++
		} else if k == i && k < s.last && k > s.first && s.toks[k-1].verb != nil && s.toks[k-1].verb.has(told) {
			k = phraseAfter(s, k)
		}
		if k == j {
			return j
		}
		j = k
	}
}

var hearers = set("reporters journalists")
