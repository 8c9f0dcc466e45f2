package search

import (
	"cmp"
	"slices"

	"talksbot/knowledge/article"
	"talksbot/knowledge/binding"
	"talksbot/knowledge/english"
)

// Articles returns the articles of the segment, in order. Read the slice, do not change it.
func (s *Segment) Articles() []*article.Article { return s.articles }

// Segments returns the segments of which the index is made, in order. Read the slice, do not change it.
func (x *Index) Segments() []*Segment { return x.segments }

// Compact puts segments together that are small, so that there are few.
func Compact(segments []*Segment) []*Segment { return compact(segments) }

// raisedWord marks the number of a stop word whose term with a capital is meant.
const raisedWord = 1 << 31

// Bind writes the segment without its articles, which must have been written before: terms stand there by
// words that have them, which means the same to whoever reads them.
func (s *Segment) Bind(w *binding.Writer) {
	titleWords := make([]uint32, 0, len(s.texts[titles].tokens))
	for _, a := range s.articles {
		for _, t := range a.Head().Tokens {
			n := w.Word(t.Word)
			if t.Upper {
				n |= flagUpper
			}
			titleWords = append(titleWords, n)
		}
	}
	byTerm, byWord := numbersOf(w.Words())
	binding.List(w, titleWords)
	binding.List(w, s.texts[titles].starts)
	words := make([]uint32, len(s.words))
	for i, word := range s.words {
		words[i] = byWord[word]
	}
	binding.List(w, words)
	for i := range s.texts {
		x := &s.texts[i]
		terms, sizes := make([]uint32, len(x.terms)), make([]uint32, len(x.terms))
		var postings []uint32
		var counts []uint8
		for j, t := range x.terms {
			at := x.places[j]
			terms[j], sizes[j] = byTerm[t], at.to-at.from
			postings, counts = append(postings, x.postings[at.from:at.to]...), append(counts, x.counts[at.from:at.to]...)
		}
		binding.List(w, terms)
		binding.List(w, sizes)
		binding.List(w, postings)
		binding.List(w, counts)
	}
}

// numbersOf returns by which of some words a term, and a word, is written.
func numbersOf(words []*english.Word) (byTerm map[term]uint32, byWord map[uint32]uint32) {
	byTerm, byWord = make(map[term]uint32, len(words)), make(map[uint32]uint32, len(words))
	for i, w := range words {
		n := uint32(i)
		word, t := shared.word(w)
		byWord[word] = n
		if _, known := byTerm[t&termMask]; !known {
			byTerm[t&termMask] = n
		}
		if w.Stop {
			byTerm[shared.term(raised(w.Stem))] = n | raisedWord
		}
	}
	return byTerm, byWord
}

// A Dictionary says what the words of bytes are numbered as in segments.
type Dictionary struct {
	words  []uint32
	tokens []uint32 // terms with flags
	raised []term
}

// DictionaryOf returns that of the words.
func DictionaryOf(words []*english.Word) *Dictionary {
	d := &Dictionary{make([]uint32, len(words)), make([]uint32, len(words)), make([]term, len(words))}
	shared.mu.Lock()
	defer shared.mu.Unlock()
	for i, w := range words {
		n, ok := shared.words[w.Norm]
		t := term(0)
		if ok {
			t = shared.norms[n].term
		} else {
			n, t = shared.add(w)
		}
		d.words[i], d.tokens[i] = n, t
		if t&flagStop != 0 {
			d.raised[i] = shared.terms[raised(w.Stem)]
		}
	}
	return d
}

// term returns the term that is written as n.
func (d *Dictionary) term(n uint32) term {
	if n&raisedWord != 0 {
		return d.raised[n&^raisedWord]
	}
	return d.tokens[n] & termMask
}

// Unbind reads the segment of the articles that Bind wrote.
func Unbind(r *binding.Reader, d *Dictionary, articles []*article.Article) *Segment {
	s := &Segment{articles: articles}
	x := &s.texts[titles]
	titleWords := binding.ListOf[uint32](r)
	x.starts = binding.ListOf[uint32](r)
	x.tokens = make([]uint32, len(titleWords))
	for i, n := range titleWords {
		x.tokens[i] = d.tokens[n&^flagUpper] | n&flagUpper
	}
	x.length = make([]uint16, 0, len(articles))
	for i := range articles {
		x.length = append(x.length, told(x.in(uint32(i))))
	}
	s.words = slices.Clone(binding.ListOf[uint32](r))
	for i, n := range s.words {
		s.words[i] = d.words[n]
	}
	slices.Sort(s.words)
	s.number(d)
	for i := range s.texts {
		s.texts[i].unbind(r, d)
	}
	return s
}

// number numbers the sentences of the articles, and the terms in them.
func (s *Segment) number(d *Dictionary) {
	x := &s.texts[sentences]
	total, tokens := 0, 0
	for _, a := range s.articles {
		total += len(a.Sentences)
		tokens += a.Kept().Len()
	}
	s.first, s.owner = make([]uint32, 0, len(s.articles)+1), make([]uint32, 0, total)
	x.starts, x.length, x.tokens = make([]uint32, 0, total+1), make([]uint16, 0, total), make([]uint32, 0, tokens)
	for i, a := range s.articles {
		s.first = append(s.first, uint32(len(s.owner)))
		kept := a.Kept()
		for _, span := range a.Sentences {
			s.owner, x.starts = append(s.owner, uint32(i)), append(x.starts, uint32(len(x.tokens)))
			for _, t := range kept.In(span) {
				token := d.tokens[t.Word()]
				if t.Upper() {
					token |= flagUpper
				}
				x.tokens = append(x.tokens, token)
			}
			x.length = append(x.length, told(x.tokens[x.starts[len(x.starts)-1]:]))
		}
	}
	s.first, x.starts = append(s.first, uint32(len(s.owner))), append(x.starts, uint32(len(x.tokens)))
}

// told returns how many of the tokens of a text carry meaning.
func told(tokens []uint32) uint16 {
	n := 0
	for _, t := range tokens {
		if t&flagStop == 0 {
			n++
		}
	}
	return uint16(min(n, 1<<16-1))
}

// unbind reads where the terms stand, and puts them in order.
func (x *texts) unbind(r *binding.Reader, d *Dictionary) {
	written, sizes := binding.ListOf[uint32](r), binding.ListOf[uint32](r)
	x.postings, x.counts = binding.ListOf[uint32](r), binding.ListOf[uint8](r)
	type placed struct {
		term
		run
	}
	all := make([]placed, len(written))
	at := uint32(0)
	for i, n := range written {
		all[i] = placed{d.term(n), run{at, at + sizes[i]}}
		at += sizes[i]
	}
	slices.SortFunc(all, func(a, b placed) int { return cmp.Compare(a.term, b.term) })
	x.terms, x.places = make([]term, len(all)), make([]run, len(all))
	for i, p := range all {
		x.terms[i], x.places[i] = p.term, p.run
	}
}
