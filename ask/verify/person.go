package verify

import (
	"slices"
	"strings"
	"unicode"

	"talksbot/knowledge"
	"talksbot/knowledge/word"
)

// Names are looked up among those the articles have taught, where a surname stands for the
// one person who was introduced with it. Two persons of one surname are told apart here: by
// a first name that the lookup took for a name of its own, and a bare surname that fits both
// is nobody's.

// joinPersons makes one name of a first name and the surname right after it: "Gareth" and
// "Smith", which is not the Smith that is known.
func joinPersons(text string, names []knowledge.Mention) []knowledge.Mention {
	var joined []knowledge.Mention
	for _, m := range names {
		if n := len(joined); n > 0 && firstNameOf(text, joined[n-1], m) {
			joined[n-1].End = m.End
			joined[n-1].Kind = knowledge.Person
			joined[n-1].Name = text[joined[n-1].Start:m.End]
			continue
		}
		joined = append(joined, m)
	}
	return joined
}

// firstNameOf says whether the name first can be the first name of somebody with the
// surname that is written right after it.
func firstNameOf(text string, first, surname knowledge.Mention) bool {
	if first.Kind != knowledge.OtherName || first.End >= surname.Start || text[first.End:surname.Start] != " " || !surnameOnly(text, surname) {
		return false
	}
	given := text[first.Start:first.End]
	norm := word.Norm(given)
	switch {
	case strings.ContainsAny(given, " .'’") || strings.ToUpper(given) == given || !unicode.IsUpper([]rune(given)[0]):
		return false
	case word.IsStop(norm) || openers[norm] || asides[norm] || honorifics[norm] || strings.HasSuffix(norm, "ly"):
		return false
	}
	stem := word.Stem(norm)
	return !speaks[stem] && !light[keyOf(norm, stem)]
}

// surnameOnly says whether a person of two names is here written by the last of them.
func surnameOnly(text string, m knowledge.Mention) bool {
	written := text[m.Start:m.End]
	return m.Kind == knowledge.Person && !strings.Contains(written, " ") && strings.HasSuffix(m.Name, " "+written)
}

// bearers returns the full names of the evidence that end in the surname of a person.
func (c *comparison) bearers(m knowledge.Mention) []string {
	var full []string
	for _, e := range c.evidence {
		for _, o := range e.names {
			if o.Kind == knowledge.Person && lastWord(o.Name) == lastWord(m.Name) && strings.Contains(o.Name, " ") && !slices.Contains(full, o.Name) {
				full = append(full, o.Name)
			}
		}
	}
	return full
}

// nobodys says whether a name of the claim is a bare surname that fits more than one person
// of the evidence.
func (c *comparison) nobodys(m knowledge.Mention) bool {
	return surnameOnly(c.claim.text, m) && len(c.bearers(m)) > 1
}

// honorifics go before a surname without being a first name.
var honorifics = set(`mr mrs ms miss dr sir dame lord lady saint president minister premier chancellor king queen prince
	princess pope judge justice senator congressman congresswoman governor mayor captain coach general colonel major
	sergeant lieutenant admiral officer detective professor deputy secretary ambassador chairman chairwoman chief
	director manager goalkeeper defender striker midfielder forward bishop archbishop father sister brother`)
