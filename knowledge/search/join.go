package search

import (
	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
)

// A part is a run of the articles of a segment.
type part struct {
	*Segment
	from, to int
}

func whole(s *Segment) part { return part{s, 0, len(s.articles)} }

// span returns the numbers of the part's texts of one sort.
func (p part) span(sort int) (from, to uint32) {
	if sort == titles {
		return uint32(p.from), uint32(p.to)
	}
	return p.first[p.from], p.first[p.to]
}

// join returns the segment of the articles of the parts, in order. No text is read again.
func join(parts ...part) *Segment {
	s := &Segment{}
	var words [][]uint32
	for _, p := range parts {
		article, sentence := uint32(len(s.articles))-uint32(p.from), uint32(len(s.owner))-p.first[p.from]
		for i := p.from; i < p.to; i++ {
			s.first = append(s.first, p.first[i]+sentence)
		}
		for _, a := range p.owner[p.first[p.from]:p.first[p.to]] {
			s.owner = append(s.owner, a+article)
		}
		s.articles = append(s.articles, p.articles[p.from:p.to]...)
		if p.from == 0 && p.to == len(p.articles) {
			words = append(words, p.words)
		} else {
			words = append(words, meaningful(p.articles[p.from:p.to]))
		}
	}
	s.first = append(s.first, uint32(len(s.owner)))
	s.words = union(words)
	for sort := range s.texts {
		s.texts[sort] = joinTexts(parts, sort)
	}
	return s
}

// meaningful returns which words carry meaning in the titles and the sentences of articles.
func meaningful(articles []*article.Article) []uint32 {
	numbers := map[*english.Word]uint32{}
	var words []uint32
	add := func(w *english.Word) {
		if _, met := numbers[w]; !met && !w.Stop {
			n, _ := shared.word(w)
			numbers[w], words = n, append(words, n)
		}
	}
	for _, a := range articles {
		for _, t := range a.Head().Tokens {
			add(t.Word)
		}
		kept := a.Kept()
		for _, s := range a.Sentences {
			for _, t := range kept.In(s) {
				add(kept.Word(t))
			}
		}
	}
	return union([][]uint32{words})
}

func joinTexts(parts []part, sort int) texts {
	var x texts
	shift := make([]uint32, len(parts)) // what is added to the number of a part's texts
	lists := make([][]uint32, len(parts))
	for i, p := range parts {
		from, to := p.span(sort)
		old := &p.texts[sort]
		shift[i] = uint32(len(x.length)) - from
		for _, start := range old.starts[from:to] {
			x.starts = append(x.starts, start-old.starts[from]+uint32(len(x.tokens)))
		}
		x.tokens = append(x.tokens, old.tokens[old.starts[from]:old.starts[to]]...)
		x.length = append(x.length, old.length[from:to]...)
		lists[i] = old.terms
	}
	x.starts = append(x.starts, uint32(len(x.tokens)))
	for _, t := range union(lists) {
		before := len(x.postings)
		for i, p := range parts {
			from, to := p.span(sort)
			l := p.texts[sort].find(t, from, to)
			for _, n := range l.numbers {
				x.postings = append(x.postings, n+shift[i])
			}
			x.counts = append(x.counts, l.counts...)
		}
		if len(x.postings) > before {
			x.terms, x.places = append(x.terms, t), append(x.places, run{uint32(before), uint32(len(x.postings))})
		}
	}
	return x
}

// without returns the segment less some articles; itself where it has none of them, nil
// where nothing is left.
func (s *Segment) without(drop func(i int) bool) *Segment {
	var parts []part
	from := 0
	for i := 0; i <= len(s.articles); i++ {
		if i < len(s.articles) && !drop(i) {
			continue
		}
		if i > from {
			parts = append(parts, part{s, from, i})
		}
		from = i + 1
	}
	switch {
	case len(parts) == 0:
		return nil
	case len(parts) == 1 && parts[0] == whole(s):
		return s
	}
	return join(parts...)
}

// large is how many sentences a segment has that is left alone.
const large = 1 << 14

// compact puts small segments together with those before them, so that there are few, and
// adding one costs little.
func compact(list []*Segment) []*Segment {
	var few []*Segment
	for _, s := range list {
		if s == nil || len(s.articles) == 0 {
			continue
		}
		few = append(few, s)
		for k := len(few); k > 1 && len(few[k-1].owner) < large && len(few[k-2].owner) < 2*len(few[k-1].owner); k-- {
			few = append(few[:k-2:k-2], join(whole(few[k-2]), whole(few[k-1])))
		}
	}
	return few
}
