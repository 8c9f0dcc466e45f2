package names

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
)

// untaught returns what is known before any article is read.
var untaught = sync.OnceValue(func() *Names {
	n := &Names{aliases: map[string][]alias{}, opens: maps.Clone(rankWords), byName: map[string]*name{}}
	g := general()
	for _, known := range g.names {
		if n.byName[known.Name] == nil {
			n.byName[known.Name] = known
		}
	}
	for _, a := range g.aliases {
		n.add(a)
	}
	for w := range g.roles {
		n.opens[w] = struct{}{}
	}
	return n
})

// Learn returns the names that the articles teach.
func Learn(articles []*article.Article) *Names {
	lesson := &Lesson{}
	for _, a := range articles {
		lesson.Learn(a)
	}
	return new(Names).With([]*Lesson{lesson}, nil)
}

// With returns the names of the gazetteer and of more lessons than n is made of, less those
// dropped. Which lessons they are decides what is known, not the order they came in.
func (n *Names) With(add, drop []*Lesson) *Names {
	lessons, stated := n.lessons, n.stated
	if len(lessons) == 0 && len(add) > 0 {
		lessons, stated, add = add[:1], statements(add[0]), add[1:]
	}
	change := merge(add...)
	for _, d := range drop {
		change.count(d, -1)
	}
	if len(change.words)+len(change.facts) > 0 {
		stated = stated.with(change, func(f fact) (n int) {
			for _, l := range lessons {
				n += l.facts[f]
			}
			return n
		})
		lessons = append(slices.Clip(lessons), change)
	}
	// Few lessons are kept: a small one is put together with the one before it, so that
	// looking a word up stays cheap and adding one costs little.
	for k := len(lessons); k > 1 && len(lessons[k-2].words) < 2*len(lessons[k-1].words); k-- {
		lessons = append(lessons[:k-2:k-2], merge(lessons[k-2:]...))
	}
	return fold(lessons, stated)
}

// fold makes the names of the gazetteer and lessons, which state so much together. Of two facts that
// exclude one another the first in the order of statements stands.
func fold(lessons []*Lesson, stated ordered) *Names {
	base := untaught()
	var of [isWritten + 1]int // how many statements there are of each kind: maps that need not grow take half the time
	for _, s := range stated {
		of[s.kind]++
	}
	n := &Names{
		lessons: lessons, stated: stated,
		aliases: maps.Clone(base.aliases), opens: maps.Clone(base.opens), byName: maps.Clone(base.byName),
		bySurname: make(map[string][]*name, of[isPerson]), holders: make(map[string][]holding, of[holdsOffice]),
		written: make(map[string]string, of[isWritten]),
	}
	persons := make([]*name, 0, of[isPerson]) // in the order of statements
	byName, leads := make(map[string]*name, of[isPerson]), make(map[string]int, of[leadsSurname])
	t := teacher{n}
	for _, s := range stated {
		switch s.kind {
		case leadsSurname:
			leads[s.name] = s.count
		case isWritten:
			t.keepLonger(s.name, s.with)
		case hasAcronym:
			t.abbreviate(s.name, s.with)
		case isPerson:
			p := &name{Name: s.name, Kind: Person}
			byName[s.name], persons = p, append(persons, p)
			if first, last := ends(s.name); first != last {
				n.bySurname[last] = append(n.bySurname[last], p)
			}
		case holdsOffice:
			key := strings.ToLower(s.of)
			n.holders[key] = append(n.holders[key], holding{s.with, s.of, byName[s.name], s.count})
		}
	}
	for _, bearers := range n.bySurname {
		slices.SortStableFunc(bearers, func(a, b *name) int { return leads[b.Name] - leads[a.Name] })
	}
	t.introduce(persons)
	return n
}

// A teacher makes what lessons state known to names.
type teacher struct{ *Names }

// keepLonger notes how a name is written unless a longer form is known.
func (n teacher) keepLonger(name, as string) {
	before := n.written[name]
	if len(as) > len(before) || len(as) == len(before) && as < before {
		n.written[name] = as
	}
}

// abbreviate makes the acronym of a body known.
func (n teacher) abbreviate(long, short string) {
	body := n.byName[long]
	if body == nil {
		body = &name{Name: long, Kind: Org}
		n.byName[long] = body
		n.add(newAlias(long, body))
	}
	n.add(newAlias("~"+short, body))
}

// introduce makes persons known by their full names and surnames. A surname alone, as in "Mr
// Lavrov", is whom the articles introduce before others of that name, where they tell two
// apart; else the person with the fullest name that ends in it.
func (n teacher) introduce(persons []*name) {
	for _, p := range persons {
		if first, last := ends(p.Name); first != last {
			n.meet(p)
			n.add(newAlias(n.marked(last), n.bySurname[last][0]))
		}
	}
	for _, p := range persons {
		first, last := ends(p.Name)
		if first != last {
			continue
		}
		if n.bySurname[last] == nil {
			n.meet(p)
		}
		if n.aliases[english.Norm(last)] == nil {
			n.add(newAlias(n.marked(last), p))
		}
	}
}

func (n teacher) meet(p *name) {
	if n.byName[p.Name] == nil {
		n.byName[p.Name] = p
	}
	n.add(newAlias(p.Name, p))
}

// marked returns a surname as an item that counts only as written where the articles have it
// in lower case too.
func (n teacher) marked(surname string) string {
	if n.usage(english.Norm(surname)).lower > 0 {
		return "~" + surname
	}
	return surname
}
