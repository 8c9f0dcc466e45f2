package message

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"talksbot/knowledge/calendar"
	"talksbot/knowledge/english"
	"talksbot/knowledge/timex"
)

// A source is words for an outlet or an article by its day: tokens [from, to) of a text.
type source struct {
	Scope
	english.Text
	from, to int
	article  bool // they end with a noun for an article: "the Reuters report"
	capital  bool // written as a name
}

var (
	reporting = english.Stems("reporting")
	sources   = english.Stems("source nouns")
	crediting = english.Phrases("crediting")
)

// mentions returns where a text names an outlet, or an article by its day; the longest first.
func mentions(t english.Text, outlets []string, now timex.Moment) []source {
	var all []source
	for o, names := range spellings(outlets) {
		for _, name := range names {
			for i := range t.Tokens {
				if m := (source{Scope: Scope{Outlet: outlets[o]}, Text: t, from: i, to: i + len(name.words)}); m.isWritten(name) {
					all = append(all, m.widened())
				}
			}
		}
	}
	for _, d := range timex.Find(t, now) {
		if d.From.IsZero() || d.Type != timex.Date {
			continue
		}
		if m, ok := dated(t, published(t, d, now.Day)); ok {
			all = append(all, m)
		}
	}
	slices.SortStableFunc(all, func(a, b source) int { return (b.to - b.from) - (a.to - a.from) })
	return all
}

// A spelling is the words of an outlet's name, as they are compared.
type spelling struct {
	words []string
	last  bool // the last word of a longer name, which must be written as one: "the Herald"
}

// spellings returns how each outlet is named: by its name without an article before it, the first
// letters of a name of several words, and the last of these where no other outlet has that.
func spellings(outlets []string) [][]spelling {
	all := make([][]spelling, len(outlets))
	ends := map[string]int{}
	for i, o := range outlets {
		words := nameOf(o)
		if len(words) == 0 {
			continue
		}
		ends[words[len(words)-1]]++
		all[i] = []spelling{{words: words}}
		if len(words) > 1 {
			letters := ""
			for _, w := range words {
				letters += w[:1]
			}
			all[i] = append(all[i], spelling{words: []string{letters}}, spelling{words[len(words)-1:], true})
		}
	}
	for i := range all {
		all[i] = slices.DeleteFunc(all[i], func(s spelling) bool { return s.last && ends[s.words[0]] > 1 })
	}
	return all
}

// nameOf returns the words of an outlet's name without an article before it.
func nameOf(outlet string) []string {
	for _, ending := range []string{".com", ".org", ".net"} {
		outlet = strings.TrimSuffix(outlet, ending)
	}
	words := english.Norms(outlet)
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	return words
}

// isWritten reports whether the name stands there. What may be common words must have a capital each.
func (m *source) isWritten(name spelling) bool {
	if m.to > len(m.Tokens) {
		return false
	}
	m.capital = true
	common := len(name.words) == 1
	for i, w := range name.words {
		t := m.Tokens[m.from+i]
		if strings.TrimSuffix(strings.TrimSuffix(t.Norm, "'s"), "’s") != w {
			return false
		}
		m.capital = m.capital && unicode.IsUpper(rune(t.Of(m.String)[0]))
		common = common && (t.Stop || english.IsCommon(t.Stem) || len(w) < 4)
	}
	if name.last {
		return m.capital && m.at(m.from-1) == "the"
	}
	return m.capital || !common
}

// widened takes in the article before the name and the noun behind it.
func (m source) widened() source {
	if m.from > 0 && (m.at(m.from-1) == "the" || m.at(m.from-1) == "a") {
		m.from--
	}
	if m.to < len(m.Tokens) && sources.Has(m.Tokens[m.to].Stem) && !m.isVerb(m.to) {
		m.to, m.article = m.to+1, true
	}
	return m
}

// isVerb reports whether the word behind the source is what it does: "report" of "What does Reuters
// report?", not of "What does the Reuters report say?"
func (m source) isVerb(i int) bool {
	said := reporting.Has(m.Tokens[i].Stem) && questionAuxiliaries.Has(m.at(m.from-1))
	return said && (i+1 == len(m.Tokens) || !reporting.Has(m.Tokens[i+1].Stem))
}

// published returns a day as that of an article: without its year it is never one to come.
func published(t english.Text, d timex.Expression, now calendar.Day) timex.Expression {
	if year := strconv.Itoa(d.From.Year); d.From.After(now) && !strings.Contains(t.String[d.Start:d.End], year) {
		d.From.Year--
		d.To.Year--
	}
	return d
}

// dated returns the words for an article that a day belongs to: "the March 3 article", "yesterday's
// story", "the article of 3 March".
func dated(t english.Text, d timex.Expression) (source, bool) {
	m := source{Scope: Scope{Published: calendar.Days{From: d.From, To: d.To}}, Text: t, article: true}
	for i, w := range t.Tokens {
		if w.Start < d.End && w.End > d.Start {
			if m.to == 0 {
				m.from = i
			}
			m.to = i + 1
		}
	}
	switch {
	case m.to == 0:
		return m, false
	case m.to < len(t.Tokens) && sources.Has(t.Tokens[m.to].Stem):
		return m.widened(), true
	}
	for back := 1; back <= 3 && m.from-back >= 0; back++ {
		w := t.Tokens[m.from-back]
		if sources.Has(w.Stem) {
			m.from -= back
			return m.widened(), true
		}
		if !w.Stop && !publishing.Has(w.Stem) && w.Norm != "dated" {
			break
		}
	}
	return m, false
}

// at returns the norm of token i, "" where there is none.
func (m source) at(i int) string {
	if i < 0 || i >= len(m.Tokens) {
		return ""
	}
	return m.Tokens[i].Norm
}
