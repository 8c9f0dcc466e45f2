package quotation

import "strings"

// hypothetical reports whether the clause whose subject begins at i tells of no
// saying: "if he says", "neither of them has said", "did he say?".
func hypothetical(s sentence, i int, called bool) bool {
	if s.is(i-1, auxiliary) && s.low(s.last-1) == "?" {
		return true
	}
	for k := min(i, s.last-1); k >= s.first && k >= i-2; k-- {
		switch s.low(k) {
		case "neither", "nor", "no", "none", "nobody":
			return true
		}
		if k == i {
			continue
		}
		switch s.low(k) {
		case "if", "whether", "unless", "until", "what", "suppose":
			return s.low(k) != "what" || !called
		}
	}
	return false
}

// agrees reports whether subject and verb fit: bare forms want a plural or a
// pronoun before them, and nobody is told what "you" say.
func (d *doc) agrees(p predicate, np phrase) bool {
	last := &d.toks[np.last-1]
	if np.last-np.first == 1 && (last.low == "you" || last.low == "that" || last.low == "anyone") {
		return false
	}
	t := &d.toks[p.verb]
	if np.last-np.first == 1 && (last.low == "i" || last.low == "we") && !t.verb.has(quoting) {
		return false // what the writer knows or hopes is no reported speech
	}
	if p.start < p.verb || t.form&(past|ing|present) != 0 {
		return true
	}
	switch last.low {
	case "he", "she", "it":
		return false
	case "they", "we", "i", "who", "police", "data", "most":
		return true
	}
	if last.has(upper) && t.verb.lemma == "say" {
		return true // a team or a country may take the plural: Russia say
	}
	if last.has(number) || quantities[last.low] {
		return true
	}
	return d.plural(np) || d.coordinated(np)
}

// quantities take the plural: "half say".
var quantities = set("percent half third quarter majority many few more others ten")

// generic reports whether np is a "who" that picks out the subject of the
// sentence ("voters who say so are few"): nobody in particular speaks.
func generic(s sentence, np phrase) bool {
	if np.last-np.first != 1 || !s.is(np.first, wh) || np.first == s.first || s.is(np.first-1, comma) {
		return false
	}
	ante := phraseBefore(s, np.first)
	return !ante.ok() || clauseStart(s, ante.first) && !precededBy(s, ante.first, conj)
}

// plural reports whether a noun before the phrase's first preposition, or its
// last word, has a plural ending.
func (d *doc) plural(np phrase) bool {
	head := d.headOf(np)
	for i := np.first; i < np.last; i++ {
		if i >= head && i < np.last-1 {
			continue
		}
		low := d.low(i)
		if low == "those" || low == "these" || low == "some" || low == "people" || low == "men" || low == "women" || low == "media" || low == "police" || low == "data" ||
			len(low) > 3 && strings.HasSuffix(low, "s") && !strings.HasSuffix(low, "ss") {
			return true
		}
	}
	return false
}

func (d *doc) coordinated(np phrase) bool {
	for i := np.first; i < np.last; i++ {
		if d.low(i) == "and" {
			return true
		}
	}
	return false
}
