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
	if beside[s.low(i)] && i+1 < s.last && nameWord(s, i+1) {
		i++
	}
	end := i
	for end < s.last && nameWord(s, end) {
		end++
	}
	start := i
	for k := i; k < end; k++ {
		if s.isTitle(k) || adjectives[s.low(k)] != "" && k == i || nameless[s.low(k)] && k+1 < end {
			start = k + 1
		}
	}
	if start > i && start == end && end+2 < s.last && s.low(end) == "of" { // Secretary of State John Kerry
		k := end + 1
		for k < s.last && (s.low(k) == "the" || departments[s.low(k)]) {
			k++
		}
		if k > end+1 {
			name := k
			for k < s.last && nameWord(s, k) {
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
	if !m.title.ok() && first > s.first && s.isTitle(first-1) && !s.is(first-1, comma) {
		k := first - 1
		for k > s.first && first-k < 8 && (s.isTitle(k-1) || nameWord(s, k-1) || s.low(k-1) == "'s" || officeWords[s.low(k-1)]) {
			k--
		}
		m.title = phrase{k, first}
	}
	return m, end
}

// nameWord reports whether token i can be a word of a name.
func nameWord(s sentence, i int) bool {
	t := &s.toks[i]
	if !t.has(upper) {
		return particles[t.low] && i > s.first && i+1 < s.last && s.is(i-1, upper) && s.is(i+1, upper)
	}
	if t.has(det|possessive|subject|object|conj|that|wh|date|auxiliary) && !(t.has(auxiliary) && s.is(i-1, upper)) {
		return false
	}
	if i == s.first && t.has(prep|sub|adverb|negative|finite|cue) {
		return false
	}
	return !t.has(prep | sub)
}

func (d *doc) isTitle(i int) bool { return titles[strings.TrimSuffix(d.low(i), ".")] }

// shouted reports whether a name is in capitals, as headings are.
func (d *doc) shouted(ph phrase) bool {
	for i := ph.first; i < ph.last; i++ {
		if w := d.textOf(phrase{i, i + 1}); len(w) > 3 && strings.ToUpper(w) == w {
			return true
		}
	}
	return false
}

// textOf is the text of a phrase.
func (d *doc) textOf(ph phrase) string {
	sp := d.span(ph)
	return d.text[sp.Start:sp.End]
}

func (d *doc) isBody(ph phrase) bool {
	for i := ph.first; i < ph.last; i++ {
		if bodyWords[d.low(i)] {
			return true
		}
	}
	return false
}

func (d *doc) isPlace(ph phrase) bool {
	low := strings.ToLower(d.textOf(ph))
	return countries[low] != "" || adjectives[low] != "" || cities[low]
}

// appositionAfter returns the office in ", the Russian foreign minister," behind a name.
func appositionAfter(s sentence, i int) phrase {
	if i+2 >= s.last || !s.is(i, comma) || s.is(i+1, cue|finite|auxiliary) {
		return phrase{}
	}
	end := phraseAfter(s, i+1)
	if end >= s.last || !s.is(end, comma|stop|prep|wh|unparen) {
		return phrase{}
	}
	for k := i + 1; k < end; k++ {
		if s.isTitle(k) {
			first := i + 1
			if s.is(first, det|possessive) {
				first++
			}
			return phrase{first, end}
		}
	}
	return phrase{}
}

// appositionBefore returns the office in "the foreign minister, Dmytro Kuleba,".
func appositionBefore(s sentence, name phrase) phrase {
	i := name.first - 1
	if i <= s.first || !s.is(i, comma) || !s.isTitle(i-1) || name.last < s.last && !s.is(name.last, comma|stop) {
		return phrase{}
	}
	ph := phraseBefore(s, i)
	for k := ph.last - 1; k >= ph.first; k-- {
		if s.is(k, det|possessive) && s.low(k) != "'s" || s.low(k) == "for" || s.low(k) == "to" {
			return phrase{k + 1, ph.last}
		}
	}
	return ph
}

func (d *doc) genderOf(m mention) gender {
	for i := m.title.first; i < m.title.last; i++ {
		switch strings.TrimSuffix(d.low(i), ".") {
		case "mr", "king", "prince", "lord", "sir", "spokesman", "chairman", "congressman", "businessman":
			return male
		case "mrs", "ms", "miss", "queen", "princess", "lady", "spokeswoman", "chairwoman", "congresswoman", "businesswoman":
			return female
		}
	}
	return givenNames[d.low(m.name.first)]
}
