package names

import (
	"strings"
	"unicode"

	"talksbot/knowledge/article"
	"talksbot/knowledge/article/furniture"
	"talksbot/knowledge/english"
)

// Learn takes in what an article teaches.
func (l *Lesson) Learn(a *article.Article) {
	if l.words == nil {
		l.words, l.facts = map[string]*usage{}, map[fact]int{}
	}
	l.met, l.posts = map[string]string{}, map[string]post{}
	for _, s := range a.Sentences {
		l.read(a, s)
	}
	for _, p := range a.Parts {
		if p.Kind == article.Caption || p.Kind == furniture.Label {
			l.read(a, p.Span)
		}
	}
	l.fillPosts()
}

// read learns from one sentence.
func (l *Lesson) read(a *article.Article, s english.Span) {
	t := a.WordsInto(l.buf, s)
	l.use(t)
	found := untaught().AppendFindings(l.found[:0], t)
	l.buf, l.found = t.Tokens, found
	for i, f := range found {
		if f.Kind == Org {
			l.state(fact{kind: isWritten, name: f.Name, with: strings.Join(strings.Fields(t.String[f.Start:f.End]), " ")})
		}
		if short := acronymAfter(t.String, f); short != "" {
			l.state(fact{kind: hasAcronym, name: f.Name, with: short})
		}
		l.person(t.String, found, i)
	}
	l.announce(found)
}

// use counts which words stand with a capital although no sentence begins with them.
func (l *Lesson) use(t english.Text) {
	for i, w := range t.Tokens {
		if w.Stop {
			continue
		}
		switch {
		case !w.Upper:
			l.usage(w.Norm).lower++
		case !opensSentence(t, i):
			l.usage(w.Norm).capital++
		}
	}
}

const longestAcronym = 8 // bytes

// acronymAfter returns the acronym in brackets after a name that it is made of, "NRC" of
// "NATO-Russia Council (NRC)", else "".
func acronymAfter(text string, f Finding) string {
	rest, ok := strings.CutPrefix(text[f.End:], " (")
	if !ok {
		return ""
	}
	short, _, ok := strings.Cut(rest[:min(len(rest), longestAcronym+1)], ")")
	if !ok || !isAcronym(short) || !spells(short, text[f.Start:f.End]) {
		return ""
	}
	return short
}

func isAcronym(s string) bool {
	upper := 0
	for _, r := range s {
		if unicode.IsUpper(r) {
			upper++
		}
	}
	return upper >= 2 && !strings.ContainsFunc(s, unicode.IsSpace)
}

// spells reports whether the letters of the acronym stand in order at the beginnings of the
// words of the long name, the first of them at its first word; two in three are enough.
func spells(short, long string) bool {
	initials := ""
	for _, norm := range english.Norms(long) {
		initials += norm[:1]
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
func (l *Lesson) person(text string, found []Finding, i int) {
	f := found[i]
	if f.Kind != Person && f.Kind != Other {
		return
	}
	o := f.Office
	if o == (Office{}) {
		o = apposition(text, found, i)
	}
	if f.Kind != Person && (o == (Office{}) || strings.Count(f.Name, " ") == 0) {
		return
	}
	l.state(fact{kind: isPerson, name: f.Name})
	l.introduce(f.Name)
	if o.Role != "" {
		l.state(fact{holdsOffice, f.Name, o.Role, o.Of})
		l.hold(f.Name, o)
	}
}

// introduce notes, where a person is the second of a surname in an article, who was the first.
func (l *Lesson) introduce(person string) {
	first, surname := ends(person)
	if first == surname {
		return
	}
	switch leader := l.met[surname]; leader {
	case "":
		l.met[surname] = person
	case person:
	default:
		l.state(fact{kind: leadsSurname, name: leader})
	}
}

// apposition returns the office beside a name: "Jens Stoltenberg, the head of NATO," or
// "Russia's foreign minister, Sergei Lavrov".
func apposition(text string, found []Finding, i int) Office {
	f := found[i]
	if i+1 < len(found) {
		next := found[i+1]
		gap := text[f.End:next.Start]
		if next.Office.Of != "" && next.Kind != Other && (gap == ", " || gap == ", the ") {
			return next.Office
		}
	}
	if i > 0 {
		before := found[i-1]
		gap := text[before.End:f.Start]
		if before.Office.Of != "" && before.Kind == Role && (gap == ", " || gap == " ") {
			return before.Office
		}
	}
	return Office{}
}
