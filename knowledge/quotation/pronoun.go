package quotation

import "sort"

// pronoun resolves he, she, they, it and who at token i to the nearest that fits; its name
// is empty if there is none.
func (r *resolver) pronoun(i int) voice {
	near := r.last.name != "" && r.d.near(r.last.at, i)
	switch r.d.low(i) {
	case "he", "his":
		return r.someone(i, male)
	case "she", "her":
		return r.someone(i, female)
	case "they", "their":
		if near && r.last.plural {
			return r.last
		}
	case "it", "its":
		if near && r.last.who == nil && !r.last.plural && !r.d.is(r.last.at, subject) {
			return r.last
		}
	case "who", "which":
		return r.antecedent(i)
	}
	return voice{}
}

// someone returns whom he or she at token i means: the last speaker, unless
// somebody else of that gender has become the subject of a sentence since.
func (r *resolver) someone(i int, g gender) voice {
	who, at := r.mentioned(i, g)
	v := r.last
	speaks := (v.who != nil && compatible(v.who.gender, g) || v.human && !v.plural) && r.d.near(v.at, i)
	switch {
	case speaks && (who == nil || at <= v.at || at-r.d.sents[r.d.sentenceOf(at)].first > 3):
		return v
	case who == nil:
		return voice{}
	}
	return who.voice()
}

// mentioned returns the person of gender g named nearest before token i, and
// where. Of several in one sentence it is the first, more often the subject.
func (r *resolver) mentioned(i int, g gender) (*person, int) {
	var best seen
	k := sort.Search(len(r.p.seen), func(k int) bool { return r.p.seen[k].at >= i })
	for n := k - reach; k > 0 && k > n && r.d.near(r.p.seen[k-1].at, i); k-- {
		m := r.p.seen[k-1]
		if best.who != nil && r.d.sentenceOf(m.at) < r.d.sentenceOf(best.at) {
			break
		}
		if compatible(m.who.gender, g) {
			best = m
		}
	}
	return best.who, best.at
}

// antecedent resolves who and which to the phrase before them.
func (r *resolver) antecedent(i int) voice {
	s, end := r.d.sents[r.d.sentenceOf(i)], i
	if s.is(end-1, comma) {
		end--
	}
	ph := phraseBefore(s, end)
	if !ph.ok() || s.is(ph.last-1, subject) {
		return voice{}
	}
	if m, ok := namedIn(r.d, ph); ok && s.low(i) == "who" && m.name.first > ph.first {
		ph.first = m.name.first // the rise of Donald Trump, who
		if m.title.ok() {
			ph.first = m.title.first
		}
	}
	return r.voice(ph)
}
