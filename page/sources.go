package page

import (
	"maps"
	"slices"

	"talksbot/knowledge/article"
)

// Sources lays out what a page cites, in its place: the sentences between those around them. Those that touch one another are shown together.
func Sources(cited []Cited, w Printer) Page {
	p := Page{words: w, List: None, More: "sources.more"}
	var stretches []stretch
	for i, at := range cited {
		stretches = join(stretches, around(at, i+1))
	}
	for _, s := range stretches {
		if s.Article == nil {
			p.add(s.of[0].missing(s.of[0].number, w))
			continue
		}
		lines := append([]Line{line(Small, s.of[0].as(w))}, s.lines()...)
		for _, one := range s.of {
			lines = append(lines, one.since(one.number, w)...)
		}
		p.add(append(lines, s.of[0].warns(w)...)...)
	}
	return p
}

// A numbered is what was cited with a number.
type numbered struct {
	Cited
	number int
}

// A stretch is a run of sentences of an article with those cited in it, by their numbers.
type stretch struct {
	Place
	starts map[int][]int
	cited  map[int]bool
	of     []numbered
}

// around returns a place with the sentence before and the sentence after it.
func around(at Cited, number int) stretch {
	of := []numbered{{at, number}}
	if at.Article == nil {
		return stretch{of: of}
	}
	s := stretch{Place: Place{at.Article, max(at.First-1, 0), min(at.Last+1, len(at.Article.Sentences)-1)},
		starts: map[int][]int{at.First: {number}}, cited: map[int]bool{}, of: of}
	for k := at.First; k <= at.Last; k++ {
		s.cited[k] = true
	}
	return s
}

// join adds a stretch to those it touches, which become one, or to the end.
func join(all []stretch, s stretch) []stretch {
	var kept []stretch
	at := -1
	for _, t := range all {
		if s.Article == nil || t.Article != s.Article || t.Last+1 < s.First || s.Last+1 < t.First {
			kept = append(kept, t)
			continue
		}
		if at < 0 {
			at = len(kept)
			kept = append(kept, stretch{})
		}
		s.First, s.Last = min(s.First, t.First), max(s.Last, t.Last)
		for k, numbers := range t.starts {
			s.starts[k] = append(slices.Clone(numbers), s.starts[k]...)
		}
		maps.Copy(s.cited, t.cited)
		s.of = append(slices.Clone(t.of), s.of...)
	}
	if at < 0 {
		return append(kept, s)
	}
	kept[at] = s
	return kept
}

// mostAtOnce is how many sentences of a stretch are shown.
const mostAtOnce = 30

// lines returns the stretch as it is read: what is cited, each number at the beginning of a line, so that it is
// found at a glance, and in small print what stands around.
func (s stretch) lines() []Line {
	var all []Line
	add := func(k Kind, spans ...Span) {
		if last := len(all) - 1; last < 0 || all[last].Kind != k || spans[0].Mark == Citation {
			all = append(all, Line{Kind: k})
		} else {
			spans = append([]Span{own(" ")}, spans...)
		}
		l := &all[len(all)-1]
		l.Spans = append(l.Spans, spans...)
	}
	for k := s.First; k <= s.Last && k-s.First < mostAtOnce; k++ {
		sentence := soft(article.Passage{Article: s.Article, Index: k}.Text())
		if !s.cited[k] {
			sentence.Spare = 1
			add(Aside, sentence)
			continue
		}
		var numbered []Span
		for _, n := range s.starts[k] {
			numbered = append(numbered, Span{Mark: Citation, Number: n}, own(" "))
		}
		add(Quotation, append(numbered, sentence)...)
	}
	return all
}
