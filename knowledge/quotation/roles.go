package quotation

import (
	"slices"
	"strings"
)

// An office is a row of roles that mean each other, "the foreign minister" and "the top
// diplomat", and words that may be said of who holds one of them but tell no office by
// themselves: a president is a leader, a leader no president.
type office struct {
	names [][]string
	words class
}

var offices = readOffices(sameOffice)

func readOffices(rows [][]string) []office {
	var out []office
	for _, row := range rows {
		o := office{words: class{}}
		for _, field := range row {
			name, loose := strings.CutPrefix(field, "also ")
			words := strings.Fields(name)
			o.words.add(words...)
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
func roleWords(d *doc, ph phrase) class {
	words := class{}
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
		words.add(low)
	}
	if !office {
		return nil
	}
	return words
}

// means widens the words of an office by those of the rows it belongs to.
func means(words class) class {
	out := class{}
	for w := range words {
		out.add(w)
	}
	for _, o := range offices {
		if !slices.ContainsFunc(o.names, words.holds) {
			continue
		}
		for w := range o.words {
			out.add(w)
		}
	}
	return out
}

// holds reports whether all words of the name of an office are in c.
func (c class) holds(name []string) bool {
	for _, w := range name {
		if w != "of" && w != "the" && !c.Has(w) {
			return false
		}
	}
	return true
}

// fits reports whether a role found at a cue can mean a person with the given
// words of office; wide is what means makes of them.
func fits(role, person, wide class) bool {
	if len(person) == 0 {
		return false
	}
	for w := range distinguishing {
		if role.Has(w) != person.Has(w) {
			return false // a deputy minister is not the minister
		}
	}
	abroad := false // whose country the text gives
	for w := range person {
		abroad = abroad || isCountry.Has(w)
	}
	for w := range role {
		if !wide.Has(w) && (abroad || !isCountry.Has(w)) {
			return false
		}
	}
	return true
}
