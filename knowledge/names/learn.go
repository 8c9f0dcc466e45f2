package names

import (
	"strings"
	"sync"
	"unicode"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
)

// Learn reads the articles for what they teach of names: acronyms in brackets, titles
// before names, appositions, surnames. The articles are read by several readers at once,
// each knowing no more than the gazetteer, and what they saw is put together in order.
func Learn(articles []*article.Article) *Names {
	n := newNames()
	parts := article.Runs(articles)
	learners := make([]learner, len(parts))
	var group sync.WaitGroup
	for i, part := range parts {
		learners[i] = learner{names: n, capital: map[string]int{}, lower: map[string]int{}, written: map[string]string{}}
		group.Go(func() { learners[i].article(part) })
	}
	group.Wait()
	t := teacher{names: n, known: map[string]*name{}}
	for i := range learners {
		t.teach(&learners[i])
	}
	t.settle()
	return n
}

// A learner gathers what sentences say of names. It only reads the names it was given.
type learner struct {
	names          *Names
	tokens         []english.Token
	capital, lower map[string]int
	written        map[string]string // as in Names
	acronyms       []acronym
	persons        []bearer
}

// An acronym is a short form and the name it was given for.
type acronym struct{ short, long string }

// A bearer is a person as named once, with the office named beside.
type bearer struct {
	name   string
	office Office
}

func (l *learner) article(articles []*article.Article) {
	for _, a := range articles {
		for _, s := range a.Sentences {
			l.read(a.Text[s.Start:s.End])
		}
		for _, p := range a.Parts {
			if p.Kind == article.Caption {
				l.read(a.Text[p.Start:p.End])
			}
		}
	}
}

func (l *learner) read(text string) {
	l.tokens = english.Read(text).Tokens
	l.count(text)
	found := l.names.findings(text, l.tokens)
	for i, f := range found {
		if f.Kind == Org {
			keepLonger(l.written, f.Name, text[f.Start:f.End])
		}
		l.acronym(text, f)
		l.person(text, found, i)
	}
}

// keepLonger notes how a name is written unless a longer form is known; of two as long, the
// first in order.
func keepLonger(written map[string]string, name, as string) {
	as = strings.Join(strings.Fields(as), " ")
	if before := written[name]; len(as) > len(before) || len(as) == len(before) && as < before {
		written[name] = as
	}
}

// count notes which words stand with a capital although no sentence begins with them.
func (l *learner) count(text string) {
	for i, t := range l.tokens {
		if t.Stop {
			continue
		}
		switch {
		case !t.Upper:
			l.lower[t.Norm]++
		case !opensSentence(text, l.tokens, i):
			l.capital[t.Norm]++
		}
	}
}

// acronym learns "NATO-Russia Council (NRC)".
func (l *learner) acronym(text string, f Finding) {
	rest := text[f.End:]
	if !strings.HasPrefix(rest, " (") {
		return
	}
	short, _, ok := strings.Cut(rest[2:min(len(rest), 2+longestAcronym+1)], ")")
	if !ok || !isAcronym(short) || !spells(short, text[f.Start:f.End]) {
		return
	}
	l.acronyms = append(l.acronyms, acronym{short, f.Name})
}

const longestAcronym = 8 // bytes

func isAcronym(s string) bool {
	if len(s) < 2 || strings.ContainsFunc(s, unicode.IsSpace) {
		return false
	}
	upper := 0
	for _, r := range s {
		if unicode.IsUpper(r) {
			upper++
		}
	}
	return upper >= 2
}

// spells says whether the letters of the acronym stand in order at the beginnings of the
// words of the long name, the first of them at its first english.
func spells(short, long string) bool {
	initials := ""
	for _, t := range english.Read(long).Tokens {
		initials += t.Norm[:1]
	}
	s := strings.ToLower(strings.ReplaceAll(short, ".", ""))
	if initials == "" || s[0] != initials[0] {
		return false
	}
	matched := 0
	for i := 0; i < len(initials) && matched < len(s); i++ {
		if initials[i] == s[matched] {
			matched++
		}
	}
	return matched*3 >= len(s)*2
}

// person learns a person and the office the sentence gives: before the name as a title, or
// beside it in an apposition.
func (l *learner) person(text string, found []Finding, i int) {
	f := found[i]
	if f.Kind != Person && f.Kind != Other {
		return
	}
	o := f.office
	if o == (Office{}) {
		o = l.apposition(text, found, i)
	}
	if f.Kind != Person && (o == (Office{}) || strings.Count(f.Name, " ") == 0) {
		return
	}
	l.persons = append(l.persons, bearer{f.Name, o})
}

// apposition returns the office beside a name: "Jens Stoltenberg, the head of NATO," or
// "Russia's foreign minister, Sergei Lavrov".
func (l *learner) apposition(text string, found []Finding, i int) Office {
	f := found[i]
	if i+1 < len(found) {
		next := found[i+1]
		gap := text[f.End:next.Start]
		if next.office.Of != "" && next.Kind != Other && (gap == ", " || gap == ", the ") {
			return next.office
		}
	}
	if i > 0 {
		before := found[i-1]
		gap := text[before.End:f.Start]
		if before.office.Of != "" && before.Kind == Role && (gap == ", " || gap == " ") {
			return before.office
		}
	}
	return Office{}
}

// A teacher puts what the learners saw into the names.
type teacher struct {
	names   *Names
	persons []*name
	known   map[string]*name // persons by name
}

func (t *teacher) teach(l *learner) {
	n := t.names
	for w, count := range l.capital {
		n.capital[w] += count
	}
	for w, count := range l.lower {
		n.lower[w] += count
	}
	for name, as := range l.written {
		keepLonger(n.written, name, as)
	}
	for _, a := range l.acronyms {
		body := n.byName[a.long]
		if body == nil {
			body = &name{Name: a.long, Kind: Org}
			n.byName[a.long] = body
			n.add(newAlias(a.long, body))
		}
		n.add(newAlias("~"+a.short, body))
	}
	for _, b := range l.persons {
		p := t.named(b.name)
		if b.office.Role != "" {
			n.hold(b.office, p)
		}
	}
}

// named returns the person of that name, made known where it is new.
func (t *teacher) named(full string) *name {
	if p := t.known[full]; p != nil {
		return p
	}
	p := &name{Name: full, Kind: Person}
	t.known[full] = p
	t.persons = append(t.persons, p)
	return p
}

// settle makes the persons known by their full names and surnames. A surname alone, as in
// "Mr Lavrov", is the person with a longer name that ends in it.
func (t *teacher) settle() {
	bySurname := map[string]*name{}
	for _, p := range t.persons {
		if first, last := surname(p.Name); first != last && bySurname[last] == nil {
			bySurname[last] = p
		}
	}
	for _, p := range t.persons {
		t.introduce(p, bySurname)
	}
}

// introduce makes one person known.
func (t *teacher) introduce(p *name, bySurname map[string]*name) {
	n := t.names
	first, last := surname(p.Name)
	owner := bySurname[last]
	if owner == nil {
		owner = p
	}
	if first != last || owner == p {
		if n.byName[p.Name] == nil {
			n.byName[p.Name] = p
		}
		n.add(newAlias(p.Name, p))
	}
	item := last
	if n.lower[english.Norm(last)] > 0 {
		item = "~" + last
	}
	if first != last || n.aliases[english.Norm(last)] == nil {
		n.add(newAlias(item, owner))
	}
}

// surname returns the first and the last word of a name.
func surname(full string) (first, last string) {
	words := strings.Fields(full)
	if len(words) == 0 {
		return "", ""
	}
	return words[0], words[len(words)-1]
}
