package quotation

import "strings"

// A mention is a run of capitalised words, with the words of office before it.
type mention struct {
	title phrase // Russian Deputy Foreign Minister; may be empty
	name  phrase // Alexander Grushko
}

// mentionAt returns the mention that begins at or after token i within the run there, and where to look on.
func mentionAt(s sentence, i int) (mention, int) {
	if !nameWord(s, i) {
		return mention{}, i + 1
	}
	if neighbouring.Has(s.low(i)) && nameWord(s, i+1) {
		i++
	}
	end := nameEnd(s, i)
	start := i
	for k := i; k < end; k++ {
		if low := s.low(k); isTitle(low) || adjectives[low] != "" && k == i || partyWords.Has(low) && k+1 < end {
			start = k + 1
		}
	}
	if start == end {
		if name := behindOffice(s, end); name > 0 {
			last := nameEnd(s, name)
			return mention{phrase{i, name}, phrase{name, last}}, last
		}
	}
	m := mention{name: phrase{start, end}}
	if start > i {
		m.title = phrase{i, start}
	} else {
		m.title = lowTitle(s, start)
	}
	return m, end
}

// nameEnd returns where the run of words of a name that begins at i ends.
func nameEnd(s sentence, i int) int {
	for nameWord(s, i) {
		i++
	}
	return i
}

// behindOffice returns where the name begins behind the "of" of an office at i, or 0:
// Secretary of State John Kerry.
func behindOffice(s sentence, i int) int {
	if s.low(i) != "of" || i+2 >= s.last {
		return 0
	}
	k := i + 1
	for k < s.last && (s.low(k) == "the" || departments.Has(s.low(k))) {
		k++
	}
	if k == i+1 {
		return 0
	}
	return k
}

// lowTitle returns the words of office in lower case before a name: Kremlin spokesman Dmitry Peskov.
func lowTitle(s sentence, name int) phrase {
	if name <= s.first || !isTitle(s.low(name-1)) {
		return phrase{}
	}
	k := name - 1
	for k > s.first && name-k < 8 && (isTitle(s.low(k-1)) || nameWord(s, k-1) || s.low(k-1) == "'s" || officeWords.Has(s.low(k-1))) {
		k--
	}
	return phrase{k, name}
}

// nameWord reports whether token i can be a word of a name.
func nameWord(s sentence, i int) bool {
	behindName := s.is(i-1, upper)
	switch {
	case i >= s.last:
		return false
	case !s.is(i, upper):
		return particles.Has(s.low(i)) && behindName && s.is(i+1, upper)
	case s.is(i, det|possessive|subject|object|conj|that|wh|date|auxiliary) && !(s.is(i, auxiliary) && behindName):
		return false
	case i == s.first && s.is(i, adverb|negative|finite|cue):
		return false
	}
	return !s.is(i, prep|sub)
}

// isTitle reports whether a word tells an office.
func isTitle(low string) bool { return titles.Has(strings.TrimSuffix(low, ".")) }

// shouted reports whether a name is in capitals, as headings are.
func shouted(d *doc, ph phrase) bool {
	return d.any(ph, func(t *token) bool {
		w := t.Of(d.text)
		return len(w) > 3 && strings.ToUpper(w) == w
	})
}

// personal reports whether a name is that of a person, not of a body or a place.
func personal(d *doc, name phrase) bool {
	low := strings.ToLower(d.textOf(name))
	return !isBody(d, name) && countries[low] == "" && adjectives[low] == "" && !cities.Has(low)
}

func isBody(d *doc, ph phrase) bool {
	return d.any(ph, func(t *token) bool { return bodyWords.Has(t.low) })
}

// appositionAfter returns the office in ", the Russian foreign minister," behind a name that ends at i.
func appositionAfter(s sentence, i int) phrase {
	if i+2 >= s.last || !s.is(i, comma) || s.is(i+1, cue|finite|auxiliary) {
		return phrase{}
	}
	end := phraseAfter(s, i+1)
	if !s.is(end, comma|stop|prep|wh|unparen) {
		return phrase{}
	}
	office := phrase{i + 1, end}
	if !s.any(office, func(t *token) bool { return isTitle(t.low) }) {
		return phrase{}
	}
	if s.is(i+1, det|possessive) {
		office.first++
	}
	return office
}

// appositionBefore returns the office in "the foreign minister, Dmytro Kuleba,".
func appositionBefore(s sentence, name phrase) phrase {
	i := name.first - 1
	if i <= s.first || !s.is(i, comma) || !isTitle(s.low(i-1)) || name.last < s.last && !s.is(name.last, comma|stop) {
		return phrase{}
	}
	ph := phraseBefore(s, i)
	for k := ph.last - 1; k >= ph.first; k-- {
		if low := s.low(k); s.is(k, det|possessive) && low != "'s" || low == "for" || low == "to" {
			return phrase{k + 1, ph.last}
		}
	}
	return ph
}

// headOf returns the end of a phrase without what hangs on it behind a
// preposition: "a spokesman" in "a spokesman for the ministry".
func headOf(d *doc, ph phrase) int {
	for i := ph.first + 1; i < ph.last; i++ {
		of := i + 1
		if of+1 < ph.last && d.low(of) == "the" {
			of++ // of the interior
		}
		office := d.low(i) == "of" && of < ph.last && departments.Has(d.low(of))
		if d.is(i, prep) && !d.is(i, upper) && !office || d.is(i, paren) {
			return i
		}
	}
	return ph.last
}

// namedIn returns the name at the end of a phrase.
func namedIn(d *doc, ph phrase) (mention, bool) {
	s := sentence{doc: d, first: ph.first, last: ph.last}
	var last mention
	for i := ph.first; i < ph.last; {
		var m mention
		if m, i = mentionAt(s, i); m.name.ok() {
			last = m
		}
	}
	if !last.name.ok() && ph.len() == 1 && d.is(ph.first, upper) && !d.is(ph.first, det|subject) {
		return mention{name: ph}, true
	}
	return last, last.name.ok() && last.name.last == ph.last
}

type gender uint8

const (
	unknown gender = iota
	female
	male
)

func compatible(a, b gender) bool { return a == unknown || b == unknown || a == b }

// genderOf tells he from she by the title and the given name.
func genderOf(d *doc, m mention) gender {
	for i := m.title.first; i < m.title.last; i++ {
		switch title := strings.TrimSuffix(d.low(i), "."); {
		case maleTitles.Has(title):
			return male
		case femaleTitles.Has(title):
			return female
		}
	}
	switch given := d.low(m.name.first); {
	case femaleNames.Has(given):
		return female
	case maleNames.Has(given):
		return male
	}
	return unknown
}
