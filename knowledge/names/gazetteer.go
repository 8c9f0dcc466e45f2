package names

import (
	"strings"
	"sync"

	"talksbot/knowledge/english"
)

// A gazetteer is the general knowledge of names that everyone starts from.
type gazetteer struct {
	names   []*name
	aliases []alias
	roles   map[string][]roleWords // by the first word
	leads   map[string]string      // role -> what its holder leads: "place", "body", "any"
}

// roleWords is one way to write a role.
type roleWords struct {
	words []string
	role  string
}

// general returns the gazetteer, read once.
var general = sync.OnceValue(func() *gazetteer {
	g := &gazetteer{roles: map[string][]roleWords{}, leads: map[string]string{}}
	for _, row := range english.Rows("countries") {
		country := g.name(row[0], Place, items(row, 3))
		country.land = true
		g.adjectives(country, items(row, 1))
		for _, capital := range items(row, 2) {
			city := g.name(capital, Place)
			city.city, city.seat, city.within = true, country.Name, country.Name
		}
	}
	for _, row := range english.Rows("cities") {
		city := g.name(row[0], Place, items(row, 2))
		city.city, city.within = true, bare(row[1])
	}
	for _, row := range english.Rows("regions") {
		g.adjectives(g.name(row[0], Place, items(row, 2)), items(row, 1))
	}
	for _, row := range english.Rows("bodies") {
		g.name(row[0], Org, items(row, 1))
	}
	for _, row := range english.Rows("roles") {
		g.role(row[0], row[1], items(row, 2))
	}
	return g
})

// Words that tell by standing first or last in a name what it names.
var (
	institutions = english.Class("name institutions")
	landmarks    = english.Class("name landmarks")
	titles       = english.Class("name titles")
	firstNames   = english.Class("first names")
)

func (g *gazetteer) name(own string, kind Kind, others ...[]string) *name {
	n := &name{Name: bare(own), Kind: kind}
	g.names = append(g.names, n)
	g.aliases = append(g.aliases, newAlias(own, n))
	for _, group := range others {
		for _, other := range group {
			g.aliases = append(g.aliases, newAlias(other, n))
		}
	}
	return n
}

func (g *gazetteer) adjectives(place *name, adjectives []string) {
	for _, item := range adjectives {
		a := newAlias(item, place)
		a.adjective = true
		g.aliases = append(g.aliases, a)
	}
}

func (g *gazetteer) role(role, leads string, others []string) {
	g.leads[role] = leads
	for _, form := range append([]string{role}, others...) {
		words := english.Norms(form)
		g.roles[words[0]] = append(g.roles[words[0]], roleWords{words, role})
	}
}

// items returns the comma-separated items of field i of a row, none where it has no such
// field.
func items(row []string, i int) []string {
	if i >= len(row) {
		return nil
	}
	var list []string
	for item := range strings.SplitSeq(row[i], ",") {
		if item = strings.TrimSpace(item); item != "" {
			list = append(list, item)
		}
	}
	return list
}
