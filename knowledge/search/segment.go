package search

import (
	"math"
	"slices"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
)

// A Segment holds the words of the sentences and titles of some articles, and in which of
// them each word stands. It knows nothing of names, so that whatever is learned of names
// later leaves it as it is. It never changes.
type Segment struct {
	articles []*article.Article
	first    []uint32 // the number of each article's first sentence; one more at the end
	owner    []uint32 // sentence -> article
	words    []uint32 // which words the articles have that carry meaning, sorted
	texts    [2]texts // sentences and titles
}

// The two sorts of texts of a segment.
const (
	sentences = iota
	titles
)

// texts are short texts, numbered in order, with an inverted index over them.
type texts struct {
	starts []uint32 // text -> its first token; one more at the end
	tokens []uint32 // terms with flags
	length []uint16 // text -> tokens that carry meaning

	terms    []term   // those that stand in the texts, sorted
	places   []run    // of the term at that place: which postings are its
	postings []uint32 // numbers of texts
	counts   []uint8  // how often the term stands there
}

// A run is a stretch of a list.
type run struct{ from, to uint32 }

// A list says in which texts a term stands, and how often.
type list struct {
	numbers []uint32
	counts  []uint8 // nil: not known
}

// count returns how often the term stands in the text at place i of the list.
func (l list) count(i int) float64 {
	if l.counts == nil {
		return 1
	}
	return float64(l.counts[i])
}

// in returns the tokens of a text.
func (x *texts) in(number uint32) []uint32 { return x.tokens[x.starts[number]:x.starts[number+1]] }

// find returns where the term stands among the texts [from, to).
func (x *texts) find(t term, from, to uint32) list {
	i, ok := slices.BinarySearch(x.terms, t)
	if !ok {
		return list{}
	}
	at := x.places[i]
	return list{x.postings[at.from:at.to], x.counts[at.from:at.to]}.among(from, to)
}

// among returns the part of the list in the texts [from, to).
func (l list) among(from, to uint32) list {
	lo, _ := slices.BinarySearch(l.numbers, from)
	hi, _ := slices.BinarySearch(l.numbers, to)
	some := list{numbers: l.numbers[lo:hi]}
	if l.counts != nil {
		some.counts = l.counts[lo:hi]
	}
	return some
}

// Build returns the segment of articles.
func Build(articles ...*article.Article) *Segment {
	var b Builder
	for _, a := range articles {
		b.Add(a)
	}
	return b.Segment()
}

// A Builder makes a segment of many articles, one after the other. The zero Builder is ready.
type Builder struct {
	s     Segment
	terms []term                   // of the words met, as numbered here
	met   map[*english.Word]uint32 // in terms
	local map[term]uint32          // the number here of a term
	known []known                  // of the words met
	buf   []english.Token          // of the sentence being read
}

// known is what is known of a word met.
type known struct {
	word   uint32
	token  uint32 // the term as numbered here, with flags
	raised uint32 // of a stop word with a capital: the term it may be a name by, as numbered here
	told   bool   // it carries meaning in a text
}

// IsFull reports whether the segment is as large as it need be.
func (b *Builder) IsFull() bool { return len(b.s.owner) >= large }

// Add takes in an article.
func (b *Builder) Add(a *article.Article) {
	if b.met == nil {
		b.met, b.local = map[*english.Word]uint32{}, map[term]uint32{}
	}
	number := uint32(len(b.s.articles))
	b.s.articles = append(b.s.articles, a)
	b.s.first = append(b.s.first, uint32(len(b.s.owner)))
	b.text(titles, a.Head())
	for _, s := range a.Sentences {
		b.s.owner = append(b.s.owner, number)
		t := a.WordsInto(b.buf, s)
		b.text(sentences, t)
		b.buf = t.Tokens
	}
}

func (b *Builder) text(sort int, t english.Text) {
	x := &b.s.texts[sort]
	x.starts = append(x.starts, uint32(len(x.tokens)))
	length := 0
	for _, w := range t.Tokens {
		k := b.know(w.Word)
		token := k.token
		if !w.Stop {
			length++
			k.told = true
		}
		if w.Upper {
			token |= flagUpper
		}
		x.tokens = append(x.tokens, token)
	}
	x.length = append(x.length, uint16(min(length, math.MaxUint16)))
}

func (b *Builder) know(w *english.Word) *known {
	at, ok := b.met[w]
	if !ok {
		word, t := shared.word(w)
		k := known{word: word, token: t&^termMask | b.number(t&termMask)}
		if w.Stop {
			k.raised = b.number(shared.term(raised(w.Stem)))
		}
		at = uint32(len(b.known))
		b.met[w] = at
		b.known = append(b.known, k)
	}
	return &b.known[at]
}

func (b *Builder) number(t term) uint32 {
	at, ok := b.local[t]
	if !ok {
		at = uint32(len(b.terms))
		b.local[t] = at
		b.terms = append(b.terms, t)
	}
	return at
}

// Segment returns the segment of what was added. The Builder is spent.
func (b *Builder) Segment() *Segment {
	s := &b.s
	s.first = append(s.first, uint32(len(s.owner)))
	raised := make([]uint32, len(b.terms)) // by the stop word's term
	for _, k := range b.known {
		if k.told {
			s.words = append(s.words, k.word)
		}
		if k.token&flagStop != 0 {
			raised[k.token&termMask] = k.raised
		}
	}
	for i := range s.texts {
		x := &s.texts[i]
		x.starts = append(x.starts, uint32(len(x.tokens)))
		b.invert(x, raised)
		for j, t := range x.tokens {
			x.tokens[j] = t&^termMask | b.terms[t&termMask]
		}
	}
	s.words = union([][]uint32{s.words})
	return s
}

// invert makes the postings from the tokens in two passes: count, then fill.
func (b *Builder) invert(x *texts, raised []uint32) {
	each := func(f func(text, local uint32)) {
		for n := range uint32(len(x.length)) {
			for _, t := range x.in(n) {
				switch {
				case t&flagStop == 0:
					f(n, t&termMask)
				case t&flagUpper != 0:
					f(n, raised[t&termMask])
				}
			}
		}
	}
	next := make([]uint32, len(b.terms)) // of each term: how many texts have it, then where the next goes
	last := make([]uint32, len(b.terms)) // the text last seen with the term, plus one
	each(func(text, local uint32) {
		if last[local] != text+1 {
			last[local] = text + 1
			next[local]++
		}
	})
	var order []uint32
	for local, n := range next {
		if n > 0 {
			order = append(order, uint32(local))
		}
	}
	slices.SortFunc(order, func(i, j uint32) int { return int(b.terms[i]) - int(b.terms[j]) })
	size := uint32(0)
	for _, local := range order {
		x.terms, x.places = append(x.terms, b.terms[local]), append(x.places, run{size, size + next[local]})
		size, next[local] = size+next[local], size
	}
	x.postings, x.counts = make([]uint32, size), make([]uint8, size)
	clear(last)
	each(func(text, local uint32) {
		if last[local] != text+1 {
			last[local] = text + 1
			x.postings[next[local]] = text
			next[local]++
		}
		if c := &x.counts[next[local]-1]; *c < math.MaxUint8 {
			*c++
		}
	})
}

// union returns what is in one of sorted lists, sorted.
func union(lists [][]uint32) []uint32 {
	all := slices.Concat(lists...)
	slices.Sort(all)
	return slices.Clip(slices.Compact(all))
}
