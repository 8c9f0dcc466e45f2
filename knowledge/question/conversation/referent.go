package conversation

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
	"talksbot/knowledge/question"
)

// A referent is somebody or something that a pronoun may stand for.
type referent struct {
	english.Span        // where it is named
	head         string // of a noun phrase: the stem of its noun
	text         string // how it is named again: "the pier", "Sergei Lavrov"
	sort         sort
	female, male bool // what a title or a given name tells
	owns         bool // a possessive follows: "Stein" of "Stein's aide"
	asks         bool // a question word stands before it: "how many states"
}

// A sort of referent decides which pronouns stand for it.
type sort int

const (
	thing  sort = iota
	person      // somebody
	group       // several
	body        // a country, a ministry: it, or they
	place       // a town: it, or there
	bearer      // of a name that tells no more
)

var (
	womensTitles = english.Class("women's titles")
	mensTitles   = english.Class("men's titles")
	womensNames  = english.Class("women's names")
	mensNames    = english.Class("men's names")
	offices      = english.Lowered("titles")
	personNouns  = english.Stems("person nouns")
	pluralNouns  = english.Class("plurals without s")
	whoWords     = english.SetOf(`who whom`)
	askingWords  = english.SetOf(`what which many whose`)
	peopleDo     = english.Stems("what people do")
	peopleNouns  = english.Stems("several people")
	placeLeads   = english.SetOf(`in at to from near outside around`)
)

// referents returns who and what a text speaks of, in the order of its words: names, those
// joined by "and" also together, and noun phrases. The verb, where it is known, is part of none.
func referents(n *names.Names, t english.Text, verb english.Span) []referent {
	var all []referent
	named := n.FindIn(t)
	for i, m := range named {
		all = append(all, mentioned(t, m))
		if i > 0 && strings.Trim(t.String[named[i-1].End:m.Start], " ") == "and" && all[len(all)-2].sort == all[len(all)-1].sort {
			pair := english.Span{Start: named[i-1].Start, End: m.End}
			all = append(all, referent{Span: pair, text: withThe(t, pair), sort: group})
		}
	}
	for i := 0; i < len(t.Tokens); i++ {
		end := question.NounPhrase(t, i, verb)
		if end == i {
			continue
		}
		if r, ok := phrased(t, i, end); ok && !slices.ContainsFunc(named, func(m names.Mention) bool { return m.Start < r.End && r.End <= m.End }) {
			all = append(all, r)
		}
		i = end - 1
	}
	for i, r := range all {
		all[i].owns = strings.HasPrefix(t.String[r.End:], "'s") || strings.HasPrefix(t.String[r.End:], "’s")
		all[i].asks = askingWords.Has(wordBefore(t, r.Start))
	}
	slices.SortStableFunc(all, func(a, b referent) int { return a.End - b.End })
	return all
}

// acts reports whether several are people, or bodies of them, as far as their noun tells.
func (r referent) acts() bool {
	if r.head == "" {
		return true // names
	}
	last := r.text[strings.LastIndexByte(r.text, ' ')+1:]
	return pluralNouns.Has(last) || peopleNouns.Has(r.head) || offices.Has(strings.TrimSuffix(last, "s")) || personNouns.Has(r.head) ||
		slices.ContainsFunc([]string{"ers", "ors", "ists", "ians", "men", "ans", "ants"}, func(end string) bool { return strings.HasSuffix(last, end) })
}

// mentioned returns the bearer of a name.
func mentioned(t english.Text, m names.Mention) referent {
	r := referent{Span: english.Span{Start: m.Start, End: m.End}, text: m.Name, sort: body}
	switch m.Kind {
	case names.Person:
		r.sort = person
		r.female, r.male = gender(t, r.Span, m.Name)
	case names.Role:
		r.sort, r.text = person, withThe(t, r.Span)
	case names.Place:
		r.text = withThe(t, r.Span)
		if placeLeads.Has(wordBefore(t, r.Start)) {
			r.sort = place
		}
	case names.Org:
		r.text = withThe(t, r.Span)
	case names.Other:
		r.sort, r.text = bearer, withThe(t, r.Span)
		if placeLeads.Has(wordBefore(t, r.Start)) {
			r.sort = place
			break // "in Tulsa"
		}
		r.female, r.male = gender(t, r.Span, m.Name)
		if first := english.Norms(m.Name)[0]; strings.HasPrefix(r.text, "the ") || vocabulary().Has(first) || isPlural(first) && vocabulary().Has(strings.TrimSuffix(first, "s")) {
			r.sort = thing // "the Vasa", "Port Ellis", "Citizens"
		}
	}
	return r
}

// withThe returns the words of a span with the article before it.
func withThe(t english.Text, s english.Span) string {
	if wordBefore(t, s.Start) == "the" {
		return "the " + s.Of(t.String)
	}
	return s.Of(t.String)
}

// wordBefore returns the norm of the word before an offset, "" for none.
func wordBefore(t english.Text, offset int) string {
	before := t.In(english.Span{End: offset}).Tokens
	if len(before) == 0 {
		return ""
	}
	return before[len(before)-1].Norm
}

// gender tells she from he by the title before a name and by its first word.
func gender(t english.Text, s english.Span, name string) (female, male bool) {
	for _, w := range append(english.Norms(name)[:1], wordBefore(t, s.Start)) {
		female = female || womensTitles.Has(w) || womensNames.Has(w)
		male = male || mensTitles.Has(w) || mensNames.Has(w)
	}
	return female && !male, male && !female
}

// phrased returns what a noun phrase stands for. Without an article only a plural counts.
func phrased(t english.Text, i, end int) (referent, bool) {
	head := t.Tokens[end-1]
	opened := determiners.Has(t.Tokens[i].Norm)
	if opened {
		i++
	}
	for i < end-1 && english.IsNumber(t.Tokens[i].Norm) {
		i++
	}
	r := referent{Span: english.Span{Start: t.Tokens[i].Start, End: head.End - head.Possessive(t.String)}, head: head.Stem}
	r.text = "the " + r.Of(t.String)
	switch plain := strings.TrimSuffix(head.Norm, "s"); {
	case pluralNouns.Has(head.Norm), isPlural(head.Norm):
		r.sort = group
	case offices.Has(plain) || personNouns.Has(head.Stem):
		r.sort, r.female, r.male = person, womensTitles.Has(plain), mensTitles.Has(plain)
	}
	return r, opened || r.sort == group
}

// isPlural reports whether a noun looks like a plural.
func isPlural(norm string) bool {
	if plain, ok := english.Plain(norm); ok {
		return plain != norm && english.FormOf(norm) == 0
	}
	return len(norm) > 3 && strings.HasSuffix(norm, "s") && !strings.HasSuffix(norm, "ss") && !strings.HasSuffix(norm, "us") && !strings.HasSuffix(norm, "is")
}
