package quotation

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
)

// A person is someone the text names: in full at least once, or with an office.
type person struct {
	name   string      // the longest form: Sergei Lavrov
	first  int         // the token of the first mention; a full name comes before "President Obama", or means another
	sure   bool        // the text shows that it is a person: by a title, a given name that is known, what is said
	gender gender      // as far as titles and given names tell
	role   string      // the first office the text gives: Russian Foreign Minister
	words  english.Set // the words of every office the text gives
	wide   english.Set // what those mean besides; made by fits
	wideOf int         // how many words wide was made of
}

// fits reports whether words of office can mean the person.
func (w *person) fits(role english.Set) bool {
	if w.wideOf != len(w.words) {
		w.wide, w.wideOf = means(w.words), len(w.words)
	}
	return fits(role, w.words, w.wide)
}

// namesakes is how many people of one last name a text may have; more are not told apart.
const namesakes = 16

// people collects the persons of a text and the names of its bodies.
type people struct {
	d      *doc
	byLast map[string][]*person
	given  map[string][]*person // by the first word of the full name
	office []*person            // the first hundred that have one
	seen   []seen               // every mention, in the order of the text
	bodies map[string]body      // by the last word of their names
}

// A seen is one mention of a person: the token of the name, and whose it is.
type seen struct {
	at  int
	who *person
}

// A body is an institution: its full name, "" when two share the last word, and the token
// where it is first named.
type body struct {
	name string
	at   int
}

// census reads the names in d's tokens. Full names come first, so that a last name
// alone finds its owner wherever the text gives the full one.
func census(d *doc) *people {
	p := &people{d: d, byLast: map[string][]*person{}, given: map[string][]*person{}, bodies: map[string]body{}}
	var titled, bare []mention
	for _, s := range d.sents {
		for i := s.first; i < s.last; {
			m, next := mentionAt(s, i)
			i = next
			switch {
			case !m.name.ok():
			case m.name.len() > 1:
				p.noteFull(s, m)
			case m.title.ok():
				titled = append(titled, m)
			default:
				bare = append(bare, m)
			}
		}
	}
	// Mr. and Mrs. first: they keep namesakes apart before "President" has to choose.
	slices.SortStableFunc(titled, func(a, b mention) int { return int(genderOf(d, b)) - int(genderOf(d, a)) })
	for _, m := range titled {
		p.noteTitled(m)
	}
	for _, m := range bare {
		p.noteBare(m)
	}
	slices.SortFunc(p.seen, func(a, b seen) int { return a.at - b.at })
	return p
}

// noteFull records a full name.
func (p *people) noteFull(s sentence, m mention) {
	d := p.d
	if !personal(d, m.name) {
		if !m.title.ok() {
			p.body(m.name)
		}
		return
	}
	last := &d.toks[m.name.last-1]
	if !m.title.ok() && beforePlaces.Has(s.low(m.name.first-1)) && genderOf(d, m) == unknown {
		return // in Central Park
	}
	if m.name.len() > 4 || last.has(finite|adverb) || last.says(ing) || shouted(d, m.name) {
		return
	}
	who := p.named(m.name)
	if who == nil {
		if who = p.add(m); who == nil {
			return
		}
		if first := d.low(m.name.first); len(p.given[first]) < 2 {
			p.given[first] = append(p.given[first], who)
		}
	}
	p.meet(who, m)
	who.sure = who.sure || m.title.ok() || s.says(m.name.last, past|present) || s.says(m.name.first-1, past|present)
	if ap := appositionAfter(s, m.name.last); ap.ok() {
		p.holds(who, ap)
	} else if ap := appositionBefore(s, m.name); ap.ok() {
		p.holds(who, ap)
	}
}

// noteTitled records a last name with its title: Mr. Lavrov, President Putin.
func (p *people) noteTitled(m mention) {
	d := p.d
	if !personal(d, m.name) || shouted(d, m.name) {
		return
	}
	g, role := genderOf(d, m), roleWords(d, m.title)
	var fit []*person
	for _, who := range p.byLast[d.low(m.name.first)] {
		if compatible(who.gender, g) && (m.name.first > who.first || g != unknown || who.fits(role)) {
			fit = append(fit, who)
		}
	}
	who := only(fit)
	if who == nil && len(fit) > 0 {
		if who = bestTitle(fit, g, role); who == nil {
			return // one of several: the text does not say which
		}
	}
	if who == nil {
		who = p.add(m)
	}
	if who != nil {
		p.meet(who, m)
	}
}

// noteBare records a last name alone: of someone known, or "Stoltenberg, the secretary general,".
func (p *people) noteBare(m mention) {
	low := p.d.low(m.name.first)
	if who := p.find(m.name); who != nil {
		p.seen = append(p.seen, seen{m.name.first, who})
	} else if ap := appositionAfter(p.d.sents[p.d.sentenceOf(m.name.first)], m.name.last); ap.ok() && len(p.byLast[low]) == 0 {
		m.title = ap
		p.noteTitled(m)
	}
}

// add adds the person that m names; nil if there are too many of the name.
func (p *people) add(m mention) *person {
	last := p.d.low(m.name.last - 1)
	if len(p.byLast[last]) >= namesakes {
		return nil
	}
	who := &person{name: p.d.textOf(m.name), first: m.name.first, words: english.Set{}}
	p.byLast[last] = append(p.byLast[last], who)
	return who
}

// meet records that m names who, and what it tells of them.
func (p *people) meet(who *person, m mention) {
	p.seen = append(p.seen, seen{m.name.first, who})
	if who.gender == unknown {
		who.gender = genderOf(p.d, m)
	}
	who.sure = who.sure || who.gender != unknown
	if m.title.ok() {
		p.holds(who, m.title)
	}
}

// holds records the office that the text gives a person.
func (p *people) holds(who *person, ph phrase) {
	words := roleWords(p.d, ph)
	if len(words) == 0 {
		return
	}
	last := strings.TrimSuffix(p.d.low(ph.last-1), ".")
	if who.role == "" && !courtesy.Has(last) && !relations.Has(last) {
		who.role = p.d.textOf(ph)
	}
	who.sure = true
	if len(who.words) == 0 && len(p.office) < 100 {
		p.office = append(p.office, who)
	}
	for w := range words {
		add(who.words, w)
	}
}

// find returns the person whom name stands for, or nil.
func (p *people) find(name phrase) *person {
	last := p.d.low(name.last - 1)
	if name.len() > 1 {
		return p.named(name)
	}
	if who := only(p.byLast[last]); who != nil {
		return who
	}
	if first := p.given[last]; len(first) == 1 && len(p.byLast[last]) == 0 && first[0].sure {
		return first[0] // Hillary; Li, where the text has Li Wei
	}
	return nil
}

// named returns the person of that full name; a middle name may be missing.
func (p *people) named(name phrase) *person {
	first := p.d.toks[name.first].Of(p.d.text)
	for _, who := range p.byLast[p.d.low(name.last-1)] {
		if given, _, more := strings.Cut(who.name, " "); more && given == first {
			return who
		}
	}
	return nil
}

// only returns the one person of a list; of several, the one whom the text
// names by the last name alone, if there is one.
func only(known []*person) *person {
	if len(known) == 1 {
		return known[0]
	}
	return single(known, func(who *person) bool { return !strings.Contains(who.name, " ") })
}

// bestTitle tells namesakes apart by gender or office; nil when that does not settle it.
func bestTitle(known []*person, g gender, role english.Set) *person {
	return single(known, func(who *person) bool {
		if g != unknown {
			return who.gender == g
		}
		return len(role) == 0 || who.fits(role)
	})
}

// single returns the person for whom is holds, nil if there are several or none.
func single(known []*person, is func(*person) bool) *person {
	var found *person
	for _, who := range known {
		if !is(who) {
			continue
		}
		if found != nil {
			return nil
		}
		found = who
	}
	return found
}

// body records the name of an institution under its last word.
func (p *people) body(ph phrase) {
	name, key := p.d.textOf(ph), p.d.low(ph.last-1)
	if isGroup(key) || selfNamed.Has(key) {
		return // Senate Republicans are some, not the Republicans
	}
	b, met := p.bodies[key]
	if !met {
		b = body{name, ph.first}
	} else if b.name != name {
		b.name = ""
	}
	p.bodies[key] = b
}

// isGroup reports whether a capitalised word is the plural of its members: Russians, Democrats.
func isGroup(low string) bool {
	return strings.HasSuffix(low, "ans") || strings.HasSuffix(low, "crats")
}
