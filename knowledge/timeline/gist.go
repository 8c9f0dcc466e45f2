package timeline

import (
	"strings"

	"talksbot/knowledge"
	"talksbot/knowledge/word"
)

// A gist is what a clause is about: the names in it under the form the library knows them by,
// and the stems of the other words that tell events apart. Its time is not part of it.
type gist map[string]bool

// alike are words for one kind of event, so that talks in one article are negotiations in
// another.
var alike = groups(
	`talk negotiation discussion consultation meeting meet summit dialogue session gathering conference`,
	`attack strike assault offensive raid`,
	`election vote ballot poll referendum`,
	`agreement deal treaty accord pact`,
	`visit trip travel tour arrive`,
	`speech address statement remark interview`,
	`demonstration protest rally march`,
	`resign resignation quit`,
)

// plain are words that nearly every clause about an event has.
var plain = stems(`say said tell told warn add note vow announce hold held take place happen occur set schedule expect plan will would due begin start day date week month
	year also report according new`)

func groups(lines ...string) map[string]string {
	of := map[string]string{}
	for _, line := range lines {
		first := ""
		for w := range strings.FieldsSeq(line) {
			s := word.Stem(w)
			if first == "" {
				first = s
			}
			of[s] = first
		}
	}
	return of
}

func stems(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[word.Stem(w)] = true
	}
	return set
}

// newGist reads a clause whose time stands at t.
func newGist(clause string, t knowledge.Span, names *knowledge.Names) gist {
	g := gist{}
	found := names.Find(clause)
	inName := func(w word.Token) bool {
		for _, m := range found {
			if w.Start >= m.Start && w.Start < m.End {
				return true
			}
		}
		return false
	}
	for _, m := range found {
		if m.End <= t.Start || m.Start >= t.End {
			g["@"+names.Key(m.Name)] = true
		}
	}
	for _, w := range word.Tokens(clause) {
		if w.Stop || w.Start >= t.Start && w.End <= t.End || inName(w) || plain[w.Stem] {
			continue
		}
		stem := w.Stem
		if group, ok := alike[stem]; ok {
			stem = group
		}
		g[stem] = true
	}
	return g
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

// same says whether two clauses about the same days tell of one event.
func (g gist) same(h gist) bool {
	n, part := g.shared(h)
	return n >= min(2, len(g), len(h)) && n > 0 && part >= 0.5
}

// likely says whether two clauses about different days seem to tell of one event: nearly all
// of the shorter stands in the longer, at least so many things.
func (g gist) likely(h gist, least int) bool {
	n, part := g.shared(h)
	return n >= least && part >= 0.6
}
