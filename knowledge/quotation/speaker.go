package quotation

import (
	"sort"
	"strings"
)

// A voice is a speaker as resolved.
type voice struct {
	name, role string
	who        *person
	at         int  // token of the speaker phrase
	plural     bool // they may mean it
	human      bool // he or she may mean it, though the text gives no name
}

// A resolver gives speakers their names, in the order of the text: a pronoun looks back.
type resolver struct {
	d     *doc
	p     *people
	alias func(string) (string, bool)
	last  []voice // voices so far
}

// resolve returns the name and office of the speaker at ph.
func (r *resolver) resolve(ph phrase) (name, role string) {
	v := r.voice(ph)
	v.at = ph.first
	r.last = append(r.last, v)
	return v.name, v.role
}

// heard returns the last words of those who speak with a cue of their own.
func (d *doc) heard(all []attribution) map[string]bool {
	words, labels := map[string]bool{}, map[string]bool{}
	transcript := false // a label that comes back is of one
	for _, a := range all {
		if !a.speaker.ok() {
			continue
		}
		last := d.low(a.speaker.last - 1)
		if !a.label {
			words[last] = true
			continue
		}
		transcript = transcript || labels[last]
		labels[last] = labels[last] || d.shouted(a.speaker)
	}
	for last := range labels {
		if transcript && labels[last] {
			words[last] = true
		}
	}
	return words
}

// speaks reports whether the name before a colon is a speaker's: a person's, or
// of someone heard elsewhere in the text; not a dateline's or a topic's.
func (r *resolver) speaks(ph phrase, heard map[string]bool) bool {
	last := r.d.low(ph.last - 1)
	if capitals[last] != "" || cities[last] {
		return false
	}
	full := ph.last-ph.first > 1
	return heard[last] || r.p.find(r.d.textOf(ph), last, full) != nil || r.p.find("", last, false) != nil
}

func (r *resolver) voice(ph phrase) voice {
	d := r.d
	if beside[d.low(ph.first)] && ph.first+1 < ph.last && d.is(ph.first+1, upper) {
		ph.first++
	}
	asWritten := voice{name: d.textOf(ph)}
	if ph.last-ph.first == 1 && d.is(ph.first, subject|possessive) {
		if v, ok := r.pronoun(ph.first); ok {
			return v
		}
		return asWritten
	}
	if d.coordinated(ph) {
		asWritten.plural = true
		return asWritten
	}
	head := d.headOf(ph)
	if m, ok := d.namedIn(phrase{ph.first, head}); ok {
		if v, ok := r.named(ph, m); ok {
			return v
		}
	} else if who := r.renamed(ph); who != nil {
		return voice{name: who.name, role: who.role, who: who}
	} else if v, ok := r.byRole(ph); ok {
		return v
	} else if name := r.bodyMeant(ph); name != "" {
		return voice{name: name}
	}
	if r.alias != nil {
		if name, ok := r.alias(asWritten.name); ok && name != "" {
			return voice{name: name}
		}
	}
	asWritten.name = d.plainName(ph)
	last := d.low(head - 1)
	asWritten.human = d.roleWords(phrase{ph.first, head}) != nil
	asWritten.plural = strings.HasSuffix(last, "s") && (!d.is(head-1, upper) || isGroup(last) || head-1 == d.sents[d.sentenceOf(ph.first)].first) || last == "people"
	return asWritten
}

// bodyMeant returns the one body with that last word that the text has named before: "the
// ministry" is the Interior Ministry.
func (r *resolver) bodyMeant(ph phrase) string {
	if t := &r.d.toks[ph.last-1]; ph.last-ph.first != 2 || r.d.low(ph.first) != "the" || t.has(upper) || r.p.bodyAt[t.low] >= ph.first {
		return ""
	}
	return r.p.bodies[r.d.low(ph.last-1)]
}

// renamed returns the person whose name stands in apposition behind a role:
// "the Kremlin's spokesman, Dmitry Peskov,".
func (r *resolver) renamed(ph phrase) *person {
	d := r.d
	s := d.sents[d.sentenceOf(ph.first)]
	if ph.last+1 >= s.last || !d.is(ph.last, comma) || d.headOf(ph) < ph.last {
		return nil
	}
	m, end := mentionAt(s, ph.last+1)
	if !m.name.ok() || m.title.ok() || end >= s.last || !d.is(end, comma) || m.name.last-m.name.first < 2 {
		return nil
	}
	return r.p.find(d.textOf(m.name), d.low(m.name.last-1), true)
}

// headOf returns the end of a phrase without what hangs on it behind a
// preposition: "a spokesman" in "a spokesman for the ministry".
func (d *doc) headOf(ph phrase) int {
	for i := ph.first + 1; i < ph.last; i++ {
		of := i + 1
		if of+1 < ph.last && d.low(of) == "the" {
			of++ // of the interior
		}
		if d.is(i, prep) && !d.is(i, upper) && !(d.low(i) == "of" && of < ph.last && departments[d.low(of)]) || d.is(i, paren) {
			return i
		}
	}
	return ph.last
}

// namedIn returns the name at the end of a phrase.
func (d *doc) namedIn(ph phrase) (mention, bool) {
	s := sentence{doc: d, first: ph.first, last: ph.last}
	var last mention
	for i := ph.first; i < ph.last; {
		var m mention
		m, i = mentionAt(s, i)
		if m.name.ok() {
			last = m
		}
	}
	if !last.name.ok() && ph.last-ph.first == 1 && d.is(ph.first, upper) && !d.is(ph.first, det|subject) {
		return mention{name: ph}, true
	}
	return last, last.name.ok() && last.name.last == ph.last
}

// named resolves a phrase that ends in a name.
func (r *resolver) named(ph phrase, m mention) (voice, bool) {
	d := r.d
	last := d.low(m.name.last - 1)
	full := m.name.last-m.name.first > 1
	if !d.isBody(m.name) && !d.isPlace(m.name) {
		if who := r.p.find(d.textOf(m.name), last, full); who != nil {
			return voice{name: who.name, role: who.role, who: who}, true
		}
		if known := r.p.byLast[last]; len(known) > 1 && m.title.ok() {
			if who := bestTitle(known, d.genderOf(m), d.roleWords(m.title)); who != nil {
				return voice{name: who.name, role: who.role, who: who}, true
			}
		}
	}
	low := strings.ToLower(d.textOf(m.name))
	if m.title.ok() || m.name.first > ph.first && !d.is(ph.first, det) {
		return voice{}, false
	}
	described := appositionAfter(d.sents[d.sentenceOf(ph.first)], ph.last).ok() // Washington, the actor's manager,
	if c := capitals[low]; c != "" && len(r.p.byLast[last]) == 0 && !described {
		return voice{name: c}, true
	}
	if c := countries[low]; c != "" {
		return voice{name: c}, true
	}
	if name := r.p.bodies[last]; name != "" && !full && d.isBody(m.name) {
		return voice{name: name}, true
	}
	return voice{}, false
}

// bestTitle tells namesakes apart by gender or office; nil when that does not settle it.
func bestTitle(known []*person, g gender, office map[string]bool) *person {
	var found *person
	for _, who := range known {
		if g != unknown && who.gender != g || len(office) > 0 && g == unknown && !who.fits(office) {
			continue
		}
		if found != nil {
			return nil
		}
		found = who
	}
	return found
}

// byRole resolves "the top Russian diplomat" to the one person who holds the office.
func (r *resolver) byRole(ph phrase) (voice, bool) {
	d := r.d
	t := &d.toks[ph.first]
	definite := t.low == "the" || t.has(possessive) || t.has(upper) && ph.first+1 < ph.last && d.low(ph.first+1) == "'s"
	if !definite {
		return voice{}, false
	}
	role := d.roleWords(ph)
	if role == nil {
		return voice{}, false
	}
	var found []*person
	for _, who := range r.p.office {
		if who.fits(role) {
			found = append(found, who)
		}
	}
	if len(found) == 1 {
		return voice{name: found[0].name, role: found[0].role, who: found[0]}, true
	}
	if n := len(r.last); n > 0 {
		for _, who := range found {
			if r.last[n-1].who == who {
				return r.last[n-1], true
			}
		}
	}
	return voice{}, false
}

// plainName is a phrase's own words; the article before a proper name is dropped.
func (d *doc) plainName(ph phrase) string {
	if d.low(ph.first) == "the" && ph.first+1 < ph.last && d.is(ph.first+1, upper) && d.is(ph.last-1, upper) {
		ph.first++
	}
	return d.textOf(ph)
}

// pronoun resolves he, she, they, it and who to the nearest that fits.
func (r *resolver) pronoun(i int) (voice, bool) {
	low := r.d.low(i)
	switch low {
	case "he", "his":
		return r.someone(i, male)
	case "she", "her":
		return r.someone(i, female)
	case "they", "their":
		if n := len(r.last); n > 0 && r.last[n-1].plural && r.d.near(r.last[n-1].at, i) {
			return r.last[n-1], true
		}
	case "it", "its":
		if n := len(r.last); n > 0 && r.last[n-1].who == nil && !r.last[n-1].plural && r.d.near(r.last[n-1].at, i) && !r.d.is(r.last[n-1].at, subject) {
			return r.last[n-1], true
		}
	case "who", "which":
		return r.antecedent(i)
	}
	return voice{}, false
}

// someone returns whom he or she at token i means: the last speaker, unless
// somebody else of that gender has become the subject of a sentence since.
func (r *resolver) someone(i int, g gender) (voice, bool) {
	who, at := r.mentioned(i, g)
	if n := len(r.last); n > 0 {
		v := r.last[n-1]
		speaks := (v.who != nil && compatible(v.who.gender, g) || v.human && !v.plural) && r.d.near(v.at, i)
		if speaks && (who == nil || at <= v.at || at-r.d.sents[r.d.sentenceOf(at)].first > 3) {
			return v, true
		}
	}
	if who == nil {
		return voice{}, false
	}
	return voice{name: who.name, role: who.role, who: who}, true
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

func compatible(a, b gender) bool { return a == unknown || b == unknown || a == b }

// near reports whether tokens a and b are within a few sentences.
func (d *doc) near(a, b int) bool {
	return d.sentenceOf(b)-d.sentenceOf(a) < 4
}

// sentenceOf returns the index of the sentence that holds token i.
func (d *doc) sentenceOf(i int) int {
	return sort.Search(len(d.sents), func(n int) bool { return d.sents[n].last > i })
}

// antecedent resolves who and which to the phrase before them.
func (r *resolver) antecedent(i int) (voice, bool) {
	s, end := r.d.sents[r.d.sentenceOf(i)], i
	if end > s.first && r.d.is(end-1, comma) {
		end--
	}
	ph := phraseBefore(s, end)
	if !ph.ok() || r.d.is(ph.last-1, subject) {
		return voice{}, false
	}
	if m, ok := r.d.namedIn(ph); ok && r.d.low(i) == "who" && m.name.first > ph.first {
		ph.first = m.name.first // the rise of Donald Trump, who
		if m.title.ok() {
			ph.first = m.title.first
		}
	}
	return r.voice(ph), true
}
