package search

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
	"talksbot/knowledge/question"
)

// plainlyGiven reports whether the sentence gives what is asked for by the way it is written, whatever
// else it tells: somebody's age behind the name, who holds a post.
func plainlyGiven(c *comparison) bool {
	if slices.ContainsFunc(c.q.Terms, narrows) {
		return false
	}
	switch c.q.Kind {
	case question.HowMany:
		return measureCues[c.q.Measure]&cueAge != 0 && ageOfAsked(c)
	case question.Who:
		return holdsPost(c) || holdsOffice(c)
	}
	return false
}

// narrows reports whether a word of the question asks for one of several: a year, "first", "former".
func narrows(t question.Term) bool {
	return english.IsNumber(t.Norm) || degrees.Has(t.Norm) || earlierHolders.Has(t.Norm)
}

var earlierHolders = english.Class("one of several holders")

// ageOfAsked reports whether the age of a person asked about stands beside the name: "Tone Lie, 41,",
// "Tone Lie, a 41-year-old vet", "41-year-old Tone Lie".
func ageOfAsked(c *comparison) bool {
	t, asked := c.text(), c.all.asked(c.found)
	for i := range t.Tokens {
		if !c.all.ageAt(t, i) {
			continue
		}
		name := i - 1
		if name >= 0 && determiners.Has(t.Tokens[name].Norm) {
			name--
		}
		if name >= 0 && asked[name] && t.Tokens[name].Upper && strings.HasPrefix(t.Gap(name+1), ",") {
			return true
		}
		if behind := i + 3; behind < len(t.Tokens) && t.Tokens[i+2].Norm == "old" && asked[behind] && t.Tokens[behind].Upper {
			return true
		}
	}
	return false
}

// holdsPost reports whether it is asked who holds a post, and the sentence names somebody with it: "Norbyg
// president Tone Lie", "Tone Lie, the head of the bank,". A post of nothing is that of what is asked about
// where the sentence, or what stands around it, names that and nothing else.
func holdsPost(c *comparison) bool {
	wanted, of := postAsked(c)
	if wanted == nil || lacks(of, c.around()) {
		return false
	}
	t, asked := c.text(), c.all.asked(c.found)
	for _, f := range c.known.Findings(t) {
		m := f.Mention
		if f.Office.Of != "" && f.Kind == names.Person && isRole(f.Office, wanted) && asksOf(c.known, c.q, f.Office.Of) {
			return true
		}
		office := names.Beside(t, m)
		first := slices.IndexFunc(t.Tokens, func(w english.Token) bool { return w.Start >= office.Start })
		if m.Kind != names.Person && m.Kind != names.Other || office.Start == office.End || first < 0 {
			continue
		}
		own, other := false, false
		for i := max(0, first-1); i < len(t.Tokens) && t.Tokens[i].Start < office.End; i++ {
			named := c.all[i].name != 0 && c.all[i].kind != names.Role && c.all[i].kind != names.Person
			own, other = own || asked[i] && t.Tokens[i].Upper, other || named && !asked[i]
		}
		if isPost(c, office, wanted) && (own || !other) {
			return true
		}
	}
	return false
}

// postAsked returns how the post is called whose holder is asked for, by the stems of the words, and the
// units that say of what it is; nil where no such is asked for.
func postAsked(c *comparison) (wanted english.Set, of []int) {
	verb := c.q.Words.Touching(c.q.Clause.Verb)
	switch {
	case c.doing.asked && len(verb) > 0 && posts[verb[0].Stem] != nil:
		wanted, of = posts[verb[0].Stem], c.units.namesOf(c.doing.object)
	case c.q.Head != "":
		wanted = english.Set{c.q.Head: {}}
		for i, u := range c.units {
			if u.name && u.kind != names.Role || c.q.Words.Touching(english.Span{Start: u.start, End: u.end})[0].Upper {
				of = append(of, i)
			}
		}
	}
	if len(of) == 0 {
		return nil, nil
	}
	return wanted, of
}

// isPost reports whether the words of an office, or the name that the office goes by, have one of the words.
func isPost(c *comparison, office english.Span, wanted english.Set) bool {
	t := c.text().In(office)
	isWanted := func(w english.Token) bool { return wanted.Has(w.Stem) }
	if slices.ContainsFunc(t.Tokens, isWanted) {
		return true
	}
	for i := range t.Tokens {
		if o, size := c.known.OfficeAt(t, i); size > 0 && isRole(o, wanted) {
			return true
		}
	}
	return false
}

// isRole reports whether a word of the office's role is among the stems.
func isRole(o names.Office, wanted english.Set) bool {
	return slices.ContainsFunc(english.Read(o.Role).Tokens, func(w english.Token) bool { return wanted.Has(w.Stem) })
}

// holdsOffice reports whether the sentence names a known holder of the office asked about, with words
// that say so.
func holdsOffice(c *comparison) bool {
	isOffice := func(m match) bool {
		u := c.units[m.unit]
		if !u.name || u.kind == names.Role {
			return u.name
		}
		_, written := c.known.ReadOffice(c.q.Text[u.start:u.end])
		return written
	}
	if !slices.ContainsFunc(c.found, isOffice) {
		return false
	}
	t := c.text()
	return slices.ContainsFunc(c.known.FindIn(t), func(m names.Mention) bool {
		first := slices.IndexFunc(t.Tokens, func(w english.Token) bool { return w.Start >= m.Start })
		holder := first >= 0 && slices.ContainsFunc(c.found, func(f match) bool { return f.token == first && isOffice(f) })
		office := names.Beside(t, m)
		return holder && office.Start < office.End
	})
}

// posts leads from a verb to what those are called who do that as their office.
var posts = func() map[string]english.Set {
	all := map[string]english.Set{}
	for _, row := range english.Rows("posts") {
		held := english.Set{}
		for w := range strings.FieldsSeq(row[1]) {
			held[english.Stem(w)] = struct{}{}
		}
		for verb := range strings.FieldsSeq(row[0]) {
			all[english.Stem(verb)] = held
		}
	}
	return all
}()
