package quotation

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
)

// An office is a row of roles that mean each other, "the foreign minister" and "the top
// diplomat", and words that may be said of who holds one of them but tell no office by
// themselves: a president is a leader, a leader no president.
type office struct {
	names [][]string
	words english.Set // of the names and the loose ones
}

var offices = readOffices(english.Rows("same office"))

func readOffices(rows [][]string) []office {
	var out []office
	for _, row := range rows {
		o := office{words: english.Set{}}
		for _, field := range row {
			name, loose := strings.CutPrefix(field, "also ")
			words := strings.Fields(name)
			add(o.words, words...)
			if !loose {
				o.names = append(o.names, words)
			}
		}
		out = append(out, o)
	}
	return out
}

// roleWords returns the words that tell an office, countries by their name, or
// nil when the phrase names no office.
func roleWords(d *doc, ph phrase) english.Set {
	words := english.Set{}
	office := false
	for i := ph.first; i < ph.last; i++ {
		t := &d.toks[i]
		if t.has(det|possessive|comma|prep|paren|unparen|conj) || t.low == "" {
			continue
		}
		low := strings.TrimSuffix(t.low, ".")
		office = office || titles.Has(low)
		if c := country(low); c != "" {
			low = c
		}
		add(words, low)
	}
	if !office {
		return nil
	}
	return words
}

// means widens the words of an office by those of the rows it belongs to.
func means(words english.Set) english.Set {
	out := english.Set{}
	for w := range words {
		add(out, w)
	}
	for _, o := range offices {
		if !slices.ContainsFunc(o.names, func(name []string) bool { return holdAll(words, name) }) {
			continue
		}
		for w := range o.words {
			add(out, w)
		}
	}
	return out
}

// holdAll reports whether all words of the name of an office are among words.
func holdAll(words english.Set, name []string) bool {
	for _, w := range name {
		if w != "of" && w != "the" && !words.Has(w) {
			return false
		}
	}
	return true
}

// fits reports whether a role found at a cue can mean a person with the given
// words of office; wide is what means makes of them.
func fits(role, person, wide english.Set) bool {
	if len(person) == 0 {
		return false
	}
	for w := range distinctive {
		if role.Has(w) != person.Has(w) {
			return false // a deputy minister is not the minister
		}
	}
	abroad := false // whose country the text gives
	for w := range person {
		abroad = abroad || isCountry(w)
	}
	for w := range role {
		if !wide.Has(w) && (abroad || !isCountry(w)) {
			return false
		}
	}
	return true
}

func add(s english.Set, words ...string) {
	for _, w := range words {
		s[w] = struct{}{}
	}
}
