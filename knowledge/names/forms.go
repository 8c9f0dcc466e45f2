package names

import (
	"maps"
	"slices"
	"strings"

	"talksbot/knowledge/english"
)

// A Form is a way in which a text may name something: the text has a word of each group.
type Form [][]string

// Forms returns the ways to write what goes by the Key. A text that fits none does not name
// it; one that fits need not.
func (n *Names) Forms(key string) []Form {
	n.reversed.Do(n.reverse)
	forms := []Form{formOf(english.Norms(key))}
	for _, a := range n.byKey[key] {
		forms = append(forms, formOf(a.words))
	}
	roles := map[string]english.Set{} // words of the roles, by the place or body
	for _, h := range n.offices[key] {
		if h.of != "" {
			if roles[h.of] == nil {
				roles[h.of] = english.Set{}
			}
			addWordsOfRole(roles[h.of], h.role)
		}
	}
	for of, words := range roles {
		forms = append(forms, Form{slices.Collect(maps.Keys(words)), n.ownerWords(of)})
	}
	return forms
}

// reverse finds aliases and offices by the key of what they stand for.
func (n *Names) reverse() {
	n.byKey, n.offices = map[string][]alias{}, map[string][]holding{}
	for _, list := range n.aliases {
		for _, a := range list {
			key := n.CanonicalKey(a.name.Name)
			n.byKey[key] = append(n.byKey[key], a)
		}
	}
	for _, list := range n.holders {
		for _, h := range list {
			key := n.CanonicalKey(h.holder.Name)
			n.offices[key] = append(n.offices[key], h)
		}
	}
}

// formOf returns the words that must all be there. Small words count only where there are no
// others.
func formOf(words []string) Form {
	var form Form
	for _, w := range words {
		if !english.IsStop(w) {
			form = append(form, []string{w})
		}
	}
	if form == nil && len(words) > 0 {
		form = Form{words[:1]}
	}
	return form
}

// ownerWords returns words of which one stands where a place or body has an office.
func (n *Names) ownerWords(of string) []string {
	words := english.Set{}
	for _, a := range n.byKey[n.CanonicalKey(of)] {
		words[formOf(a.words)[0][0]] = struct{}{}
	}
	return slices.Collect(maps.Keys(words))
}

// addWordsOfRole adds words of which one stands where the role is named: all that leads, where
// it leads, for "leader" may be said of it.
func addWordsOfRole(words english.Set, role string) {
	base := strings.Fields(role)
	for len(base) > 1 && rankWords.Has(base[0]) {
		base = base[1:]
	}
	role = strings.Join(base, " ")
	leads := general().leads[role]
	words[base[0]] = struct{}{}
	for first, ways := range general().roles {
		for _, w := range ways {
			if w.role == role || leads != "" && leads != "-" && general().leads[w.role] != "-" {
				words[first] = struct{}{}
			}
		}
	}
}
