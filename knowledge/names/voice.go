package names

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge/english"
)

func (n *Names) voice(id *identity) string {
	if len(id.norms) == 0 || len(id.norms) == 1 && pronouns.Has(id.norms[0]) {
		return ""
	}
	known := n.byName[id.resolved]
	if known == nil || known.Kind == Person && len(id.norms) == 1 && n.Namesakes(id.resolved) {
		return withoutArticle(id.name)
	}
	if as := n.written[id.resolved]; known.Kind == Org && known.seat == "" && as != "" {
		return withoutArticle(as) // a body goes by a name the articles have
	}
	return known.owner()
}

var pronouns = english.Class("speaker pronouns")

// Namesakes reports whether the articles know two persons by the surname of the one named.
func (n *Names) Namesakes(of string) bool {
	first, last := ends(of)
	return slices.ContainsFunc(n.bySurname[last], func(k *name) bool {
		f, _ := ends(k.Name)
		return f != first && n.byName[k.Name] == k
	})
}

// ends returns the first and the last word of a name.
func ends(name string) (first, last string) {
	words := strings.Fields(name)
	if len(words) == 0 {
		return "", ""
	}
	return words[0], words[len(words)-1]
}

// withoutArticle leaves out an article before a name; "the agency" keeps its own.
func withoutArticle(name string) string {
	for _, article := range []string{"the ", "The "} {
		rest, ok := strings.CutPrefix(name, article)
		if r, _ := utf8.DecodeRuneInString(rest); ok && (unicode.IsUpper(r) || unicode.IsDigit(r)) {
			return rest
		}
	}
	if rest, ok := strings.CutPrefix(name, "The "); ok {
		return "the " + rest
	}
	return name
}

// governed returns the country for the words for its government, else the name.
func (n *Names) governed(name string) string {
	if n.IsKnown(name) {
		return name
	}
	t := withoutThe(english.Read(name))
	last := len(t.Tokens) - 1
	if last < 1 || !governments.Has(t.Tokens[last].Norm) {
		return name
	}
	if a, size := n.aliasAt(t, 0); size == last && a.name.Kind == Place {
		return a.name.owner()
	}
	return name
}

var governments = english.Class("governments")
