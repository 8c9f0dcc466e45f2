package names

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
)

// A Kind says what sort of thing a name is of.
type Kind uint8

const (
	Other Kind = iota // a capitalised name of which no more is known
	Person
	Place
	Org  // an organisation, a ministry, a treaty
	Role // an office whose holder is not known: "the foreign minister"
)

// A name is one thing that has names.
type name struct {
	Name   string
	Kind   Kind
	seat   string // of a capital: the country it speaks for
	within string // of a city: the country it lies in
	city   bool
	land   bool // a country
}

// owner returns the place or body that offices belong to: the country for its capital.
func (k *name) owner() string {
	if k.seat != "" {
		return k.seat
	}
	return k.Name
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

// bare returns an item without the mark that it counts only as written.
func bare(item string) string { return strings.TrimPrefix(item, "~") }

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

// adjoins reports whether nothing but a space, a hyphen or an abbreviation's dot stands
// between token i and the one before it.
func adjoins(t english.Text, i int) bool {
	switch gap := t.Gap(i); gap {
	case " ", "-", "\u2010", "\u2011", "\u2013", "\u00a0", "", ".", "\n":
		return true
	case ". ":
		return t.Tokens[i-1].End-t.Tokens[i-1].Start <= 3
	}
	return false
}

// same reports whether two aliases are written alike and name the same thing.
func (a alias) same(b alias) bool {
	return slices.Equal(a.words, b.words) && slices.Equal(a.form, b.form) && a.adjective == b.adjective && *a.name == *b.name
}
