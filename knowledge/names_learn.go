package knowledge

import (
	"strings"
	"unicode"

	"talksbot/knowledge/word"
)

// learnNames reads the articles for what they teach of names: acronyms in brackets, titles
// before names, appositions, surnames.
func learnNames(articles []*Article) *Names {
	n := newNames()
	l := learner{names: n}
	for _, a := range articles {
		for _, s := range a.Sentences {
			l.read(a.Text[s.Start:s.End])
		}
		for _, p := range a.Parts {
			if p.Kind == Caption {
				l.read(a.Text[p.Start:p.End])
			}
		}
	}
	l.settle()
	return n
}

// A learner gathers what sentences say of names.
type learner struct {
	names   *Names
	reader  word.Reader
	tokens  []word.Token
	persons []*name
	known   map[string]*name // persons by name
	seen    map[string]int   // how often a run of capitalised words stood
	order   []string
}

func (l *learner) read(text string) {
	l.tokens = l.reader.Tokens(l.tokens[:0], text)
	l.count(text)
	found := l.names.findings(text, l.tokens)
	for i, f := range found {
		l.acronym(text, f)
		l.person(text, found, i)
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
			l.names.lower[t.Norm]++
		case !opensSentence(text, l.tokens, i):
			l.names.capital[t.Norm]++
		}
	}
}

// acronym learns "NATO-Russia Council (NRC)".
func (l *learner) acronym(text string, f finding) {
	rest := text[f.End:]
	if !strings.HasPrefix(rest, " (") {
		return
	}
	short, _, ok := strings.Cut(rest[2:], ")")
	if !ok || !isAcronym(short) || !spells(short, text[f.Start:f.End]) {
		return
	}
	n := l.names.byName[f.Name]
	if n == nil {
		n = &name{Name: f.Name, Kind: Org}
		l.names.byName[f.Name] = n
		l.names.add(newAlias(f.Name, n))
	}
	l.names.add(newAlias("~"+short, n))
}

func isAcronym(s string) bool {
	if len(s) < 2 || len(s) > 8 || strings.ContainsFunc(s, unicode.IsSpace) {
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
// words of the long name, the first of them at its first word.
func spells(short, long string) bool {
	initials := ""
	for _, t := range word.Tokens(long) {
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
func (l *learner) person(text string, found []finding, i int) {
	f := found[i]
	if f.Kind != Person && f.Kind != OtherName {
		return
	}
	o := f.office
	if o == (office{}) {
		o = l.apposition(text, found, i)
	}
	if f.Kind != Person && (o == (office{}) || strings.Count(f.Name, " ") == 0) {
		return
	}
	p := l.named(f.Name)
	if o.Role != "" {
		l.names.hold(o, p)
	}
}

// apposition returns the office beside a name: "Jens Stoltenberg, the head of NATO," or
// "Russia's foreign minister, Sergei Lavrov".
func (l *learner) apposition(text string, found []finding, i int) office {
	f := found[i]
	if i+1 < len(found) {
		next := found[i+1]
		gap := text[f.End:next.Start]
		if next.office.Of != "" && next.Kind != OtherName && (gap == ", " || gap == ", the ") {
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
	return office{}
}

// named returns the person of that name, made known where it is new.
func (l *learner) named(full string) *name {
	if l.known == nil {
		l.known = map[string]*name{}
	}
	if p := l.known[full]; p != nil {
		return p
	}
	p := &name{Name: full, Kind: Person}
	l.known[full] = p
	l.persons = append(l.persons, p)
	return p
}

// settle makes the persons known by their full names and surnames. A surname alone, as in
// "Mr Lavrov", is the person with a longer name that ends in it.
func (l *learner) settle() {
	n := l.names
	bySurname := map[string]*name{}
	for _, p := range l.persons {
		words := strings.Fields(p.Name)
		if len(words) < 2 {
			continue
		}
		last := words[len(words)-1]
		if bySurname[last] == nil {
			bySurname[last] = p
		}
		if n.byName[p.Name] == nil {
			n.byName[p.Name] = p
		}
		n.add(newAlias(p.Name, p))
	}
	for _, p := range l.persons {
		words := strings.Fields(p.Name)
		last := words[len(words)-1]
		owner := bySurname[last]
		if owner == nil {
			owner = p
			if n.byName[p.Name] == nil {
				n.byName[p.Name] = p
			}
		}
		item := last
		if n.lower[word.Norm(last)] > 0 {
			item = "~" + last
		}
		if n.aliases[word.Norm(last)] == nil || len(words) > 1 {
			n.add(newAlias(item, owner))
		}
	}
}
