package timeline

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
)

// A gist is what a clause is about: the names in it under the form the library knows them by,
// and the stems of the other words that tell events apart, in order. Its time is not part of it.
type gist []string

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
	var g gist
	found := names.Find(clause.Of(words.String))
	for _, m := range found {
		if clause.Start+m.End <= time.Start || clause.Start+m.Start >= time.End {
			g = append(g, "@"+names.Key(m.Name))
		}
	}
	for _, w := range words.Tokens {
		if !w.Stop && !time.Contains(w.Span) && !plain.Has(w.Stem) && !inName(found, w.Start-clause.Start) {
			g = append(g, cmp.Or(alike[w.Stem], w.Stem))
		}
	}
	slices.Sort(g)
	return slices.Clip(slices.Compact(g))
}

// inName reports whether the byte at a place is of one of the names found.
func inName(found []names.Mention, at int) bool {
	return slices.ContainsFunc(found, func(m names.Mention) bool { return at >= m.Start && at < m.End })
}

// A content is a gist in numbers, in order, so that two of them are quickly compared.
type content []uint32

// numbering gives each thing that a gist may have in it a number.
type numbering map[string]uint32

// of returns a gist in numbers.
func (n numbering) of(g gist) content {
	c := make(content, len(g))
	for i, w := range g {
		at, ok := n[w]
		if !ok {
			at = uint32(len(n))
			n[w] = at
		}
		c[i] = at
	}
	slices.Sort(c)
	return c
}

// with returns all that two contents have.
func (c content) with(d content) content {
	all := slices.Concat(c, d)
	slices.Sort(all)
	return slices.Compact(all)
}

// shares reports whether two contents have at least so many things in common, and at least this part of what the smaller
// one has.
func (c content) shares(d content, least int, part float64) bool {
	if len(c) > len(d) {
		c, d = d, c
	}
	wanted := max(least, int(math.Ceil(part*float64(len(c)))))
	for k := 0; len(c) >= wanted && wanted > 0; c = c[1:] {
		for k < len(d) && d[k] < c[0] {
			k++
		}
		if k < len(d) && d[k] == c[0] {
			wanted--
		}
	}
	return wanted <= 0
}

// same reports whether two clauses about the same days tell of one event.
func (c content) same(d content) bool {
	return c.shares(d, max(1, min(2, len(c), len(d))), 0.5)
}

// likely reports whether two clauses about different days seem to tell of one event: nearly all
// of the shorter stands in the longer, at least so many things.
func (c content) likely(d content, least int) bool { return c.shares(d, least, 0.6) }
