package names

import (
	"maps"
	"slices"
	"strings"

	"talksbot/knowledge/english"
)

// An Office is a role at a place or body: {"foreign minister", "Russia"}.
type Office struct{ Role, Of string }

// String returns the office as a name: "foreign minister of Russia".
func (o Office) String() string {
	if o.Of == "" {
		return o.Role
	}
	return o.Role + " of " + o.Of
}

var (
	rankWords = english.Class("office ranks")
	ministers = english.Class("portfolio holders")

	portfolios = english.Class("portfolios")
)

// roleAt returns the role whose words begin at token i and how many they are; none is 0.
func roleAt(t english.Text, i int) (role string, size int) {
	at := i
	for at < len(t.Tokens) && at-i < 2 && rankWords.Has(t.Tokens[at].Norm) {
		at++
	}
	if at >= len(t.Tokens) {
		return "", 0
	}
	for _, r := range general().roles[t.Tokens[at].Norm] {
		if len(r.words) > size && (alias{words: r.words}).matches(t, at, false) {
			role, size = r.role, len(r.words)
		}
	}
	if w := t.Tokens[at]; size == 0 && at+1 < len(t.Tokens) && ministers.Has(t.Tokens[at+1].Norm) &&
		!w.Stop && adjoins(t, at+1) && w.Norm != "prime" {
		role, size = w.Norm+" "+t.Tokens[at+1].Norm, 2
	}
	if of := portfolioAt(t, at); of > size {
		role, size = t.Tokens[at+of-1].Norm+" "+t.Tokens[at].Norm, of
	}
	if size == 0 {
		return "", 0
	}
	size += at - i
	for at--; at >= i; at-- {
		role = t.Tokens[at].Norm + " " + role
	}
	return role, size
}

// portfolioAt returns how many tokens from token i on name who holds a portfolio with it behind:
// "minister of health", "secretary for the environment". Of several it is the first.
func portfolioAt(t english.Text, i int) int {
	if !ministers.Has(t.Tokens[i].Norm) {
		return 0
	}
	at := i + 1
	for at < len(t.Tokens) && adjoins(t, at) && (officeLinks.Has(t.Tokens[at].Norm) || at > i+1 && t.Tokens[at].Norm == "the") {
		at++
	}
	if at == i+1 || at >= len(t.Tokens) || !adjoins(t, at) || !portfolios.Has(t.Tokens[at].Norm) {
		return 0
	}
	return at + 1 - i
}

// OfficeAt returns the office named from token i on and how many tokens name it: "Russian
// Foreign Minister", "Russia's deputy defense minister", "head of NATO", "top Russian
// diplomat". A role alone is an office of nowhere; none is 0.
func (n *Names) OfficeAt(t english.Text, i int) (o Office, size int) {
	if of, at := n.ownerAt(t, i); at > 0 {
		if role, size := roleAt(t, i+at); size > 0 && belongs(t, i+at) {
			return Office{role, of}, at + size
		}
		return Office{}, 0
	}
	if o, size := n.splitOffice(t, i); size > 0 {
		return o, size
	}
	role, size := roleAt(t, i)
	if size == 0 {
		return Office{}, 0
	}
	at := i + size
	if at+1 < len(t.Tokens) && officeLinks.Has(t.Tokens[at].Norm) {
		at++
		if t.Tokens[at].Norm == "the" {
			at++
		}
		of, long := n.ownerAt(t, at)
		if long == 0 {
			of, long = ownerBeforeHolder(n, t, i, at)
		}
		if long > 0 {
			return Office{role, of}, at + long - i
		}
	}
	return Office{Role: role}, size
}

// officeLinks join an office to what it is of.
var officeLinks = english.SetOf(`of for at`)

// splitOffice reads a role of two words with the place between them: "top Russian diplomat".
func (n *Names) splitOffice(t english.Text, i int) (Office, int) {
	for _, r := range general().roles[t.Tokens[i].Norm] {
		if len(r.words) != 2 {
			continue
		}
		of, size := n.ownerAt(t, i+1)
		if last := i + 1 + size; size > 0 && last < len(t.Tokens) && t.Tokens[last].Norm == r.words[1] {
			return Office{r.role, of}, size + 2
		}
	}
	return Office{}, 0
}

// belongs reports whether token i may belong to what stands before it: they adjoin, or that
// has a plural's possessive.
func belongs(t english.Text, i int) bool {
	gap := t.Gap(i)
	return adjoins(t, i) || gap == "' " || gap == "’ "
}

// holder returns who holds the office according to the articles, or nil where they name
// nobody or two as often.
func (n *Names) holder(o Office) *name {
	var best *name
	most := 0
	for _, h := range n.holders[strings.ToLower(o.Of)] {
		switch {
		case !n.sameRole(o.Role, h.role, o.Of):
		case h.count > most:
			best, most = h.holder, h.count
		case h.count == most && best != h.holder:
			best = nil
		}
	}
	return best
}

// sameRole reports whether two roles at one place or body are one: they are equal, or one is
// the leader of it and the other the role that leads it.
func (n *Names) sameRole(a, b, of string) bool {
	if a == b {
		return true
	}
	kind := n.KindOf(of)
	return a == "leader" && leads(b, kind) || b == "leader" && leads(a, kind)
}

func leads(role string, kind Kind) bool {
	switch general().leads[role] {
	case "any":
		return true
	case "place":
		return kind == Place
	case "body":
		return kind == Org
	}
	return false
}

// HoldersOf returns all who are named as holders of the office, wherever it does not say of
// what.
func (n *Names) HoldersOf(o Office) []string {
	var list []string
	add := func(of string) {
		for _, h := range n.holders[of] {
			if n.sameRole(o.Role, h.role, h.of) && !slices.Contains(list, h.holder.Name) {
				list = append(list, h.holder.Name)
			}
		}
	}
	if o.Of != "" {
		add(strings.ToLower(o.Of))
		return list
	}
	for _, of := range slices.Sorted(maps.Keys(n.holders)) {
		add(of)
	}
	return list
}

// ReadOffice returns the office that a name is, all of it but an article before it, and
// whether it is one.
func (n *Names) ReadOffice(s string) (Office, bool) {
	t := withoutThe(english.Read(s))
	if len(t.Tokens) == 0 {
		return Office{}, false
	}
	o, size := n.OfficeAt(t, 0)
	return o, size > 0 && size == len(t.Tokens)
}
