// Package names knows who and what goes by which names, and finds them in texts.
//
// What one article teaches ("NATO-Russia Council (NRC)", "the foreign minister, Sergei
// Lavrov") is a Lesson. Names are a fold over lessons and the gazetteer in english/data: which
// lessons there are decides what is known, never their order, so a library that grows one
// article at a time knows what one read at once does.
package names

import (
	"slices"
	"strings"
	"sync"

	"talksbot/knowledge/english"
)

// Names knows who and what goes by which names: from a table of general knowledge (countries
// and their capitals, bodies and their acronyms, offices) and from what articles teach. It
// never changes and may be shared. The zero Names knows nothing; what With makes of it knows
// the table too.
type Names struct {
	lessons   []*Lesson            // what the articles teach; what is taken away again counts below nothing
	stated    ordered              // what they state together
	aliases   map[string][]alias   // by the first word, longest first
	opens     english.Set          // words in lower case that a name or an office may begin with
	byName    map[string]*name     // by canonical name
	bySurname map[string][]*name   // persons with a first name, the fullest names first
	holders   map[string][]holding // by the place or body, in lower case
	written   map[string]string    // the longest form the articles have for a body, by canonical name

	identities identities

	reversed sync.Once            // byKey and offices are made when Forms first asks
	byKey    map[string][]alias   // by the Key of what they stand for
	offices  map[string][]holding // by the Key of the holder
}

// A Mention is a name in a text: text[Start:End].
type Mention struct {
	Start, End int
	Name       string // the one it stands for: "Sergei Lavrov", "Russia", "foreign minister of France"
	Kind       Kind
	Of         string // the place or body a role or a body belongs to, where the text says: "Russia"
}

// Within reports whether a span lies within one of some mentions.
func Within(s english.Span, all []Mention) bool {
	return slices.ContainsFunc(all, func(m Mention) bool { return m.Start <= s.Start && s.End <= m.End })
}

// add takes in an alias unless its words are taken.
func (n *Names) add(a alias) {
	if len(a.words) == 0 {
		return
	}
	list := n.aliases[a.words[0]]
	at := len(list)
	for i, b := range list {
		if slices.Equal(a.words, b.words) && slices.Equal(a.form, b.form) {
			return
		}
		if at == len(list) && len(b.words) < len(a.words) {
			at = i
		}
	}
	n.aliases[a.words[0]] = slices.Insert(slices.Clip(list), at, a) // other Names share the list
	n.opens[a.words[0]] = struct{}{}
}

// IsKnown reports whether the name is the canonical one of a thing known.
func (n *Names) IsKnown(canonical string) bool { return n.byName[canonical] != nil }

// KindOf returns the kind of the thing of that canonical name.
func (n *Names) KindOf(canonical string) Kind {
	if k := n.byName[canonical]; k != nil {
		return k.Kind
	}
	return Other
}

func withoutThe(t english.Text) english.Text {
	if len(t.Tokens) > 1 && t.Tokens[0].Norm == "the" {
		t.Tokens = t.Tokens[1:]
	}
	return t
}

// CanonicalKey returns the Key of a canonical name.
func (n *Names) CanonicalKey(canonical string) string {
	if k := n.byName[canonical]; k != nil {
		canonical = k.owner()
	}
	return strings.ToLower(canonical)
}

// usage adds up how a word stands in the articles.
func (n *Names) usage(norm string) usage {
	var sum usage
	for _, l := range n.lessons {
		if u := l.words[norm]; u != nil {
			sum.capital += u.capital
			sum.lower += u.lower
		}
	}
	return sum
}

// aliasAt returns the longest known name that begins at token i and how many tokens long it
// is; 0 is none.
func (n *Names) aliasAt(t english.Text, i int) (alias, int) {
	if i >= len(t.Tokens) {
		return alias{}, 0
	}
	for _, a := range n.aliases[t.Tokens[i].Norm] {
		if a.matches(t, i, true) {
			return a, len(a.words)
		}
	}
	return alias{}, 0
}

// A holding says that the articles name someone as holder of a role.
type holding struct {
	role   string
	of     string // the place or body, "" where the articles do not say
	holder *name
	count  int
}
