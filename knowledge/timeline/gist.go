package timeline

import (
	"cmp"
	"slices"
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
)

// A gist is what a clause is about: the names in it under the form the library knows them by,
// and the stems of the other words that tell events apart. Its time is not part of it.
type gist map[string]bool

// alike gives each word for a kind of event the first of its kind, so that talks in one article
// are negotiations in another.
var alike = func() map[string]string {
	of := map[string]string{}
	for _, row := range english.Rows("one kind of event") {
		words := strings.Fields(row[0])
		for _, w := range words {
			of[english.Stem(w)] = english.Stem(words[0])
		}
	}
	return of
}()

var plain = english.Stems("words of any event")

// newGist reads a clause with a time in it.
func newGist(words english.Text, clause, time english.Span, names *names.Names) gist {
	g := gist{}
	found := names.Find(clause.Of(words.String))
	for _, m := range found {
		if clause.Start+m.End <= time.Start || clause.Start+m.Start >= time.End {
			g["@"+names.Key(m.Name)] = true
		}
	}
	for _, w := range words.Tokens {
		if !w.Stop && !time.Contains(w.Span) && !plain.Has(w.Stem) && !inName(found, w.Start-clause.Start) {
			g[cmp.Or(alike[w.Stem], w.Stem)] = true
		}
	}
	return g
}

// inName reports whether the byte at a place is of one of the names found.
func inName(found []names.Mention, at int) bool {
	return slices.ContainsFunc(found, func(m names.Mention) bool { return at >= m.Start && at < m.End })
}

// shared returns how many things two gists have in common, and how large that is of the
// smaller one, from 0 to 1.
func (g gist) shared(h gist) (n int, part float64) {
	if len(h) < len(g) {
		g, h = h, g
	}
	for w := range g {
		if h[w] {
			n++
		}
	}
	if len(g) == 0 {
		return 0, 0
	}
	return n, float64(n) / float64(len(g))
}

// same reports whether two clauses about the same days tell of one event.
func (g gist) same(h gist) bool {
	n, part := g.shared(h)
	return n >= min(2, len(g), len(h)) && n > 0 && part >= 0.5
}

// likely reports whether two clauses about different days seem to tell of one event: nearly all
// of the shorter stands in the longer, at least so many things.
func (g gist) likely(h gist, least int) bool {
	n, part := g.shared(h)
	return n >= least && part >= 0.6
}
