package quotation

import (
	"slices"
	"strings"
)

// A person is someone the text names: in full at least once, or with an office.
type person struct {
	name   string          // the longest form: Sergei Lavrov
	last   string          // lower case: lavrov
	gender gender          // as far as titles and given names tell
	role   string          // the first office the text gives: Russian Foreign Minister
	words  map[string]bool // what the text calls the person, and what that means
}

type gender uint8

const (
	unknown gender = iota
	female
	male
)

// A mention is a run of capitalised words, with the words of office before it.
type mention struct {
	title phrase // Russian Deputy Foreign Minister; may be empty
	name  phrase // Alexander Grushko
}

// people collects the persons of a text and the names of its bodies.
type people struct {
	d      *doc
	byLast map[string][]*person
	office []*person         // the first hundred that have one
	seen   []seen            // every mention, in the order of the text
	bodies map[string]string // the last word of a body's name -> the full name; "" when two share it
}

// A seen is one mention of a person: the token of the name, and whose it is.
type seen struct {
	at  int
	who *person
}

// census reads the names in d's tokens once.
func census(d *doc) *people {
	p := &people{d: d, byLast: map[string][]*person{}, bodies: map[string]string{}}
	var bare []mention
	defer func() { slices.SortFunc(p.seen, func(a, b seen) int { return a.at - b.at }) }()
	for _, s := range d.sents {
		for i := s.first; i < s.last; {
			m, next := d.mentionAt(s, i)
			i = next
			if !m.name.ok() {
				continue
			}
			if m.name.last-m.name.first == 1 && !m.title.ok() {
				bare = append(bare, m)
				continue
			}
			p.note(s, m)
		}
	}
	for _, m := range bare {
		if who := p.unique(p.byLast[d.toks[m.name.first].low]); who != nil {
			p.seen = append(p.seen, seen{m.name.first, who})
		}
	}
	return p
}

// mentionAt returns the mention that begins at or after token i within the run there, and where to look on.
func (d *doc) mentionAt(s sentence, i int) (mention, int) {
	if !d.nameWord(s, i) {
		return mention{}, i + 1
	}
	end := i
	for end < s.last && d.nameWord(s, end) {
		end++
	}
	start := i
	for k := i; k < end; k++ {
		if d.isTitle(k) || adjectives[d.toks[k].low] != "" && k == i || nameless[d.toks[k].low] && k+1 < end {
			start = k + 1
		}
	}
	if start > i && start == end && end+2 < s.last && d.toks[end].low == "of" { // Secretary of State John Kerry
		k := end + 1
		for k < s.last && (d.toks[k].low == "the" || departments[d.toks[k].low]) {
			k++
		}
		if k > end+1 {
			name := k
			for k < s.last && d.nameWord(s, k) {
				k++
			}
			return mention{phrase{i, name}, phrase{name, k}}, max(k, end+1)
		}
	}
	m := mention{name: phrase{start, end}}
	if start > i {
		m.title = phrase{i, start}
	}
	// Lower-case words of office: Kremlin spokesman Dmitry Peskov.
	first := m.name.first
	if !m.title.ok() && first > s.first && d.isTitle(first-1) && !d.toks[first-1].has(comma) {
		k := first - 1
		for k > s.first && first-k < 8 && (d.isTitle(k-1) || d.nameWord(s, k-1) || d.toks[k-1].low == "'s" || officeWords[d.toks[k-1].low]) {
			k--
		}
		m.title = phrase{k, first}
	}
	return m, end
}

// nameWord reports whether token i can be a word of a name.
func (d *doc) nameWord(s sentence, i int) bool {
	t := &d.toks[i]
	if !t.has(upper) {
		return particles[t.low] && i > s.first && i+1 < s.last && d.toks[i-1].has(upper) && d.toks[i+1].has(upper)
	}
	if t.has(det|possessive|subject|object|conj|that|wh|date|auxiliary) && !(t.has(auxiliary) && i > s.first && d.toks[i-1].has(upper)) {
		return false
	}
	if i == s.first && t.has(prep|sub|adverb|negative|finite|cue) {
		return false
	}
	return !t.has(prep | sub)
}

func (d *doc) isTitle(i int) bool { return titles[strings.TrimSuffix(d.toks[i].low, ".")] }

// note records a mention with more than a bare last name.
func (p *people) note(s sentence, m mention) {
	d := p.d
	last := &d.toks[m.name.last-1]
	if d.isBody(m.name) || d.places(m.name) {
		if !m.title.ok() {
			p.body(m.name)
		}
		return
	}
	full := m.name.last-m.name.first > 1
	if m.name.last-m.name.first > 4 || last.has(cue|finite) && last.form&ing != 0 {
		return
	}
	name := d.textOf(m.name)
	who := p.find(name, last.low, full)
	if who == nil {
		if len(p.byLast[last.low]) > 15 || !full && !m.title.ok() {
			return
		}
		who = &person{name: name, last: last.low, words: map[string]bool{}}
		p.byLast[last.low] = append(p.byLast[last.low], who)
	}
	if full && len(name) > len(who.name) && !strings.Contains(who.name, " ") {
		who.name = name
	}
	p.seen = append(p.seen, seen{m.name.first, who})
	who.learn(d.genderOf(m))
	if m.title.ok() {
		p.holds(who, m.title)
	}
	if ap := d.appositionAfter(s, m.name.last); ap.ok() {
		p.holds(who, ap)
	} else if ap := d.appositionBefore(s, m.name); ap.ok() {
		p.holds(who, ap)
	}
}

// find returns the person whom name, ending in last, already stands for.
func (p *people) find(name, last string, full bool) *person {
	known := p.byLast[last]
	if !full {
		return p.unique(known)
	}
	first, _, _ := strings.Cut(name, " ")
	for _, who := range known {
		f, _, more := strings.Cut(who.name, " ")
		if !more || f == first {
			return who
		}
	}
	return nil
}

func (p *people) unique(known []*person) *person {
	if len(known) == 1 {
		return known[0]
	}
	return nil
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
	last := strings.TrimSuffix(p.d.toks[ph.last-1].low, ".")
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
	name, key := p.d.textOf(ph), p.d.toks[ph.last-1].low
	if strings.HasSuffix(key, "ans") || strings.HasSuffix(key, "crats") {
		return // Senate Republicans are some, not the Republicans
	}
	if have, ok := p.bodies[key]; ok && have != name {
		name = ""
	}
	p.bodies[key] = name
}

// textOf is the text of a phrase.
func (d *doc) textOf(ph phrase) string {
	sp := d.span(ph)
	return d.text[sp.Start:sp.End]
}

func (d *doc) isBody(ph phrase) bool {
	for i := ph.first; i < ph.last; i++ {
		if bodyWords[d.toks[i].low] {
			return true
		}
	}
	return false
}

func (d *doc) places(ph phrase) bool {
	low := strings.ToLower(d.textOf(ph))
	return countries[low] != "" || adjectives[low] != "" || cities[low]
}

// appositionAfter returns the office in ", the Russian foreign minister," behind a name.
func (d *doc) appositionAfter(s sentence, i int) phrase {
	if i+2 >= s.last || !d.toks[i].has(comma) {
		return phrase{}
	}
	end := d.phraseAfter(s, i+1)
	if end >= s.last || !d.toks[end].has(comma|stop|prep|wh|unparen) {
		return phrase{}
	}
	for k := i + 1; k < end; k++ {
		if d.isTitle(k) {
			first := i + 1
			if d.toks[first].has(det | possessive) {
				first++
			}
			return phrase{first, end}
		}
	}
	return phrase{}
}

// appositionBefore returns the office in "the foreign minister, Dmytro Kuleba,".
func (d *doc) appositionBefore(s sentence, name phrase) phrase {
	i := name.first - 1
	if i <= s.first || !d.toks[i].has(comma) || !d.isTitle(i-1) || name.last < s.last && !d.toks[name.last].has(comma|stop) {
		return phrase{}
	}
	ph := d.phraseBefore(s, i)
	for k := ph.last - 1; k >= ph.first; k-- {
		if d.toks[k].has(det|possessive) && d.toks[k].low != "'s" || d.toks[k].low == "for" || d.toks[k].low == "to" {
			return phrase{k + 1, ph.last}
		}
	}
	return ph
}

func (d *doc) genderOf(m mention) gender {
	for i := m.title.first; i < m.title.last; i++ {
		switch strings.TrimSuffix(d.toks[i].low, ".") {
		case "mr", "king", "prince", "lord", "sir", "spokesman", "chairman", "congressman", "businessman":
			return male
		case "mrs", "ms", "miss", "queen", "princess", "lady", "spokeswoman", "chairwoman", "congresswoman", "businesswoman":
			return female
		}
	}
	return givenNames[d.toks[m.name.first].low]
}
