package knowledge

import (
	_ "embed"
	"strings"
	"sync"

	"talksbot/knowledge/word"
)

//go:embed gazetteer.txt
var gazetteerText string

// A gazetteer is the general knowledge of names that every library starts from.
type gazetteer struct {
	names        []*name
	aliases      []alias
	roles        map[string][]roleWords // by the first word
	leads        map[string]string      // role -> what its holder leads: "place", "body", "any"
	institutions map[string]bool
	landmarks    map[string]bool
	titles       map[string]bool
	firstNames   map[string]bool
}

// roleWords is one way to write a role.
type roleWords struct {
	words []string
	role  string
}

// general returns the gazetteer, read once.
var general = sync.OnceValue(func() *gazetteer { return readGazetteer(gazetteerText) })

func readGazetteer(text string) *gazetteer {
	g := &gazetteer{
		roles: map[string][]roleWords{}, leads: map[string]string{}, institutions: map[string]bool{},
		landmarks: map[string]bool{}, titles: map[string]bool{}, firstNames: map[string]bool{},
	}
	section := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			section = line[1:strings.Index(line, "]")]
		default:
			g.add(section, strings.Split(line, "|"))
		}
	}
	return g
}

// add takes in one entry of a section, cut into its fields.
func (g *gazetteer) add(section string, fields []string) {
	field := func(i int) []string {
		if i >= len(fields) {
			return nil
		}
		return items(fields[i])
	}
	switch section {
	case "countries":
		country := g.name(field(0)[0], Place, field(3))
		country.land = true
		g.adjectives(country, field(1))
		for _, capital := range field(2) {
			city := g.name(capital, Place)
			city.city, city.seat, city.within = true, country.Name, country.Name
		}
	case "cities":
		city := g.name(field(0)[0], Place, field(2))
		city.city, city.within = true, bare(field(1)[0])
	case "regions":
		g.adjectives(g.name(field(0)[0], Place, field(2)), field(1))
	case "bodies":
		g.name(field(0)[0], Org, field(1))
	case "roles":
		g.role(field(0)[0], field(1)[0], field(2))
	case "institutions":
		addAll(g.institutions, field(0))
	case "landmarks":
		addAll(g.landmarks, field(0))
	case "titles":
		addAll(g.titles, field(0))
	case "first names":
		addAll(g.firstNames, field(0))
	}
}

func (g *gazetteer) name(own string, kind NameKind, others ...[]string) *name {
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
		words := norms(form)
		g.roles[words[0]] = append(g.roles[words[0]], roleWords{words, role})
	}
}

// items returns the comma-separated items of a field.
func items(field string) []string {
	var list []string
	for item := range strings.SplitSeq(field, ",") {
		if item = strings.TrimSpace(item); item != "" {
			list = append(list, item)
		}
	}
	return list
}

// bare returns an item without the mark that it counts only as written.
func bare(item string) string { return strings.TrimPrefix(item, "~") }

func addAll(set map[string]bool, words []string) {
	for _, w := range words {
		set[strings.ToLower(w)] = true
	}
}

// norms returns the words of s in the form they are compared in.
func norms(s string) []string {
	var list []string
	for _, t := range word.Tokens(s) {
		list = append(list, t.Norm)
	}
	return list
}
