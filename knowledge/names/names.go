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
	lessons   []*Lesson            // what the articles teach
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

// A Kind says what sort of thing a name is of.
type Kind uint8

const (
	Other Kind = iota // a capitalised name of which no more is known
	Person
	Place
	Org  // an organisation, a ministry, a treaty
	Role // an office whose holder is not known: "the foreign minister"
)

// A Mention is a name in a text: text[Start:End].
type Mention struct {
	Start, End int
	Name       string // the one it stands for: "Sergei Lavrov", "Russia", "foreign minister of France"
	Kind       Kind
	Of         string // the place or body a role or a body belongs to, where the text says: "Russia"
}

// A name is one thing that has names.
type name struct {
	Name   string
	Kind   Kind
	seat   string // of a capital: the country it speaks for
	within string // of a city: the country it lies in
	city   bool
	land   bool // a country
}

// An alias is one way to write a name.
type alias struct {
	words     []string
	form      []string // the words as they must be written; nil where case does not matter
	name      *name
	adjective bool // "Russian": of the place, not the place
}

// newAlias reads an item of the gazetteer, or a name as the articles write it. An item
// marked "~", and a single word that is a stop word in lower case ("WHO"), counts only as
// written.
func newAlias(item string, n *name) alias {
	a := alias{name: n}
	own := bare(item)
	var form []string
	text := english.Read(own)
	for i, t := range text.Tokens {
		a.words = append(a.words, t.Norm)
		form = append(form, text.Written(i))
	}
	if own != item || len(a.words) == 1 && english.IsStop(a.words[0]) {
		a.form = form
	}
	return a
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

// matches reports whether the alias stands at token i. The case of letters counts where the
// alias says so, if exact is asked for.
func (a alias) matches(t english.Text, i int, exact bool) bool {
	if len(a.words) > len(t.Tokens)-i {
		return false
	}
	for k, w := range a.words {
		if t.Tokens[i+k].Norm != w || k > 0 && !adjoins(t, i+k) {
			return false
		}
		if exact && a.form != nil && !strings.HasPrefix(t.Written(i+k), a.form[k]) {
			return false
		}
	}
	return true
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

// Resolve returns the canonical name for a name as written, or the name itself.
func (n *Names) Resolve(s string) string {
	if n.byName[s] != nil {
		return s
	}
	t := english.Read(s)
	bare := withoutThe(t)
	if len(bare.Tokens) == 0 {
		return s
	}
	for _, a := range n.aliases[bare.Tokens[0].Norm] {
		if len(a.words) == len(bare.Tokens) && a.matches(bare, 0, len(bare.Tokens) == 1) {
			return a.name.Name
		}
	}
	last := bare.Tokens[len(bare.Tokens)-1]
	for _, m := range n.FindIn(t) {
		if m.Start <= bare.Tokens[0].Start && m.End >= last.End {
			return m.Name
		}
	}
	return s
}

func withoutThe(t english.Text) english.Text {
	if len(t.Tokens) > 1 && t.Tokens[0].Norm == "the" {
		t.Tokens = t.Tokens[1:]
	}
	return t
}

// Key returns what the names of one thing share, for use in maps: its name in lower case; for
// a seat of government, its country's; for a name not known, the name itself.
func (n *Names) Key(name string) string { return n.CanonicalKey(n.Resolve(name)) }

// CanonicalKey returns the Key of a canonical name.
func (n *Names) CanonicalKey(canonical string) string {
	if k := n.byName[canonical]; k != nil {
		canonical = k.owner()
	}
	return strings.ToLower(canonical)
}
