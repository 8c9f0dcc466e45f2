package quotation

import (
	"slices"
	"strings"
)

// A person is someone the text names: in full at least once, or with an office.
type person struct {
	name   string          // the longest form: Sergei Lavrov
	last   string          // lower case: lavrov
	first  int             // the token of the first mention; a full name comes before "President Obama", or means another
	gender gender          // as far as titles and given names tell
	role   string          // the first office the text gives: Russian Foreign Minister
	words  map[string]bool // the words of every office the text gives
	wide   map[string]bool // what those mean besides; made by fits
	wideOf int             // how many words wide was made of
}

// fits reports whether words of office can mean the person.
func (w *person) fits(role map[string]bool) bool {
	if w.wideOf != len(w.words) {
		w.wide, w.wideOf = means(w.words), len(w.words)
	}
	return fits(role, w.words, w.wide)
}

type gender uint8

const (
	unknown gender = iota
	female
	male
)

// people collects the persons of a text and the names of its bodies.
type people struct {
	d      *doc
	byLast map[string][]*person
	given  map[string][]*person // by the first word of the full name
	office []*person            // the first hundred that have one
	seen   []seen               // every mention, in the order of the text
	bodyAt map[string]int       // the token where a body with that last word is first named
	bodies map[string]string    // the last word of a body's name -> the full name; "" when two share it
}

// A seen is one mention of a person: the token of the name, and whose it is.
type seen struct {
	at  int
	who *person
}

// census reads the names in d's tokens. Full names come first, so that a last name
// alone finds its owner wherever the text gives the full one.
func census(d *doc) *people {
	p := &people{d: d, byLast: map[string][]*person{}, given: map[string][]*person{}, bodies: map[string]string{}, bodyAt: map[string]int{}}
	var titled, bare []mention
	for _, s := range d.sents {
		for i := s.first; i < s.last; {
			m, next := mentionAt(s, i)
			i = next
			switch {
			case !m.name.ok():
			case m.name.last-m.name.first > 1:
				p.note(s, m)
			case m.title.ok():
				titled = append(titled, m)
			default:
				bare = append(bare, m)
			}
		}
	}
	// Mr. and Mrs. first: they keep namesakes apart before "President" has to choose.
	slices.SortStableFunc(titled, func(a, b mention) int { return int(d.genderOf(b)) - int(d.genderOf(a)) })
	for _, m := range titled {
		p.noteTitled(m)
	}
	for _, m := range bare {
		low := d.low(m.name.first)
		if who := p.find("", low, false); who != nil {
			p.seen = append(p.seen, seen{m.name.first, who})
		} else if ap := appositionAfter(d.sents[d.sentenceOf(m.name.first)], m.name.last); ap.ok() && len(p.byLast[low]) == 0 {
			m.title = ap // Stoltenberg, the secretary general,
			p.noteTitled(m)
		}
	}
	slices.SortFunc(p.seen, func(a, b seen) int { return a.at - b.at })
	return p
}

// note records a full name.
func (p *people) note(s sentence, m mention) {
	if s.isBody(m.name) || s.isPlace(m.name) {
		if !m.title.ok() {
			p.body(m.name)
		}
		return
	}
	last := &s.toks[m.name.last-1]
	if m.name.last-m.name.first > 4 || last.has(finite|adverb) || last.has(cue) && last.form&ing != 0 || s.shouted(m.name) {
		return
	}
	name := s.textOf(m.name)
	who := p.named(name, last.low)
	if who == nil {
		if len(p.byLast[last.low]) > 15 {
			return
		}
		who = &person{name: name, last: last.low, first: m.name.first, words: map[string]bool{}}
		p.byLast[last.low] = append(p.byLast[last.low], who)
		if first := s.low(m.name.first); len(p.given[first]) < 2 {
			p.given[first] = append(p.given[first], who)
		}
	}
	p.seen = append(p.seen, seen{m.name.first, who})
	who.learn(s.genderOf(m))
	if m.title.ok() {
		p.holds(who, m.title)
	}
	if ap := appositionAfter(s, m.name.last); ap.ok() {
		p.holds(who, ap)
	} else if ap := appositionBefore(s, m.name); ap.ok() {
		p.holds(who, ap)
	}
}

// noteTitled records a last name with its title: Mr. Lavrov, President Putin.
func (p *people) noteTitled(m mention) {
	d := p.d
	if d.isBody(m.name) || d.isPlace(m.name) || d.shouted(m.name) {
		return
	}
	low, g := d.low(m.name.first), d.genderOf(m)
	var fit []*person
	for _, who := range p.byLast[low] {
		if compatible(who.gender, g) && (m.name.first > who.first || g != unknown || who.fits(d.roleWords(m.title))) {
			fit = append(fit, who)
		}
	}
	who := p.only(fit)
	if who == nil && len(fit) > 0 {
		who = bestTitle(fit, g, d.roleWords(m.title))
	}
	if who == nil {
		if len(fit) > 0 || len(p.byLast[low]) > 15 {
			return // one of several: the text does not say which
		}
		who = &person{name: d.textOf(m.name), last: low, first: m.name.first, words: map[string]bool{}}
		p.byLast[low] = append(p.byLast[low], who)
	}
	p.seen = append(p.seen, seen{m.name.first, who})
	who.learn(g)
	p.holds(who, m.title)
}

// find returns the person whom name, ending in last, stands for, or nil.
func (p *people) find(name, last string, full bool) *person {
	if full {
		return p.named(name, last)
	}
	if who := p.only(p.byLast[last]); who != nil {
		return who
	}
	if first := p.given[last]; len(first) == 1 && len(p.byLast[last]) == 0 {
		return first[0] // Hillary; Li, where the text has Li Wei
	}
	return nil
}

// named returns the person of that full name; a middle name may be missing.
func (p *people) named(name, last string) *person {
	first, _, _ := strings.Cut(name, " ")
	for _, who := range p.byLast[last] {
		if f, _, more := strings.Cut(who.name, " "); more && f == first {
			return who
		}
	}
	return nil
}

// only returns the one person of a list; of several, the one whom the text
// names by the last name alone, if there is one.
func (p *people) only(known []*person) *person {
	if len(known) == 1 {
		return known[0]
	}
	var found *person
	for _, who := range known {
		if strings.Contains(who.name, " ") {
			continue
		}
		if found != nil {
			return nil
		}
		found = who
	}
	return found
}

func (w *person) learn(g gender) {
	if w.gender == unknown {
		w.gender = g
	}
}

// holds records what the text calls a person.
func (p *people) holds(who *person, ph phrase) {
	words := p.d.roleWords(ph)
	if len(words) == 0 {
		return
	}
	last := strings.TrimSuffix(p.d.low(ph.last-1), ".")
	if who.role == "" && !courtesy[last] && !relations[last] {
		who.role = p.d.textOf(ph)
	}
	if len(who.words) == 0 && len(p.office) < 100 {
		p.office = append(p.office, who)
	}
	for w := range words {
		who.words[w] = true
	}
}

// body records the name of an institution under its last word.
func (p *people) body(ph phrase) {
	name, key := p.d.textOf(ph), p.d.low(ph.last-1)
	if isGroup(key) {
		return // Senate Republicans are some, not the Republicans
	}
	if have, ok := p.bodies[key]; ok && have != name {
		name = ""
	}
	p.bodies[key] = name
	if _, met := p.bodyAt[key]; !met {
		p.bodyAt[key] = ph.first
	}
}

// isGroup reports whether a capitalised word is the plural of its members: Russians, Democrats.
func isGroup(low string) bool {
	return strings.HasSuffix(low, "ans") || strings.HasSuffix(low, "crats")
}
