package search

import (
	"math"
	"slices"
	"strings"
	"sync"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
)

// An Index holds the words and names of every sentence of a library in memory, so that
// those that share words with a question are found, and compared with it, without reading
// a text again. Sentences are numbered through all articles in order.
type Index struct {
	articles []*article.Article
	number   map[*article.Article]int // in articles
	first    []uint32                 // the number of each article's first sentence; one more at the end
	owner    []uint32                 // sentence -> article
	titles   [][]uint32

	vocabulary map[string]uint32 // stem, or "@" and the key of a name -> term
	surface    map[string]uint32 // norm -> term, of words that are no stop words
	byEnd      map[end][]string  // the norms by either end: where typos look
	kinds      []names.Kind      // of terms that are names
	canonical  map[uint32]string // term -> name

	cues []cue // of terms

	starts   []uint32 // sentence -> its first token; one more at the end
	words    []uint32 // tokens: term and flags
	concepts []uint32 // tokens: the term of the name they are a part of, 0 for none
	lengths  []uint16 // sentence -> words that carry meaning
	average  float64

	offsets  []uint32 // term -> its first posting; one more at the end
	postings []uint32 // sentence numbers
	counts   []uint8  // how often the term stands there
}

// A token of the index is a term number with flags in its upper bits. question.Term 0 is none.
const (
	flagUpper  = 1 << 31
	flagNumber = 1 << 30
	flagStop   = 1 << 29
	flagYear   = 1 << 28 // 1000 to 2100
	flagPlace  = 1 << 27 // of a place, named by no adjective
	flagCity   = 1 << 26
	flagLand   = 1 << 25
	termMask   = flagLand - 1
)

// Build reads the articles, on all processors. It takes time and memory linear in
// their length.
func Build(articles []*article.Article, n *names.Names) *Index {
	parts := article.Runs(articles)
	builders := make([]*builder, len(parts))
	var group sync.WaitGroup
	for i, part := range parts {
		builders[i] = newBuilder(part, n)
		group.Go(builders[i].read)
	}
	group.Wait()
	b := builders[0]
	for _, other := range builders[1:] {
		b.join(other)
	}
	b.Index.articles = articles
	b.number = make(map[*article.Article]int, len(articles))
	for i, a := range articles {
		b.number[a] = i
	}
	b.first = append(b.first, uint32(len(b.owner)))
	b.starts = append(b.starts, uint32(len(b.words)))
	b.invert()
	b.readCues()
	b.sortSurface()
	return b.Index
}

// A builder fills an index.
type builder struct {
	*Index
	known  *names.Names
	tokens []english.Token
	keys   []string          // of the vocabulary, by term
	terms  map[string]uint32 // norm -> word token
}

func newBuilder(articles []*article.Article, n *names.Names) *builder {
	return &builder{
		Index: &Index{
			articles: articles, vocabulary: map[string]uint32{"": 0}, surface: map[string]uint32{},
			kinds: []names.Kind{names.Other}, canonical: map[uint32]string{},
		},
		known: n, keys: []string{""}, terms: map[string]uint32{},
	}
}

// read takes in the articles the builder was made for.
func (b *builder) read() {
	for i, a := range b.articles {
		b.article(uint32(i), a)
	}
}

// join appends what another builder has read, its terms renumbered.
func (b *builder) join(other *builder) {
	renumbered := make([]uint32, len(other.keys))
	for id, key := range other.keys {
		renumbered[id] = b.lookup(key)
	}
	again := func(w uint32) uint32 { return w&^termMask | renumbered[w&termMask] }
	sentences, tokens, articles := uint32(len(b.owner)), uint32(len(b.words)), uint32(len(b.first))
	for _, w := range other.words {
		b.words = append(b.words, again(w))
	}
	for _, c := range other.concepts {
		b.concepts = append(b.concepts, renumbered[c])
	}
	for _, s := range other.starts {
		b.starts = append(b.starts, s+tokens)
	}
	for _, s := range other.first {
		b.first = append(b.first, s+sentences)
	}
	for _, a := range other.owner {
		b.owner = append(b.owner, a+articles)
	}
	for _, title := range other.titles {
		for i := range title {
			title[i] = renumbered[title[i]]
		}
		slices.Sort(title)
		b.titles = append(b.titles, title)
	}
	b.lengths = append(b.lengths, other.lengths...)
	b.average += other.average
	for norm, w := range other.surface {
		b.surface[norm] = again(w)
	}
	for norm, w := range other.terms {
		b.terms[norm] = again(w)
	}
	for id, name := range other.canonical {
		b.canonical[renumbered[id]] = name
		b.kinds[renumbered[id]] = other.kinds[id]
	}
}

func (b *builder) article(number uint32, a *article.Article) {
	b.first = append(b.first, uint32(len(b.owner)))
	b.titles = append(b.titles, b.title(a.Title))
	for _, s := range a.Sentences {
		b.owner = append(b.owner, number)
		b.sentence(a.Text[s.Start:s.End])
	}
}

func (b *builder) title(title string) []uint32 {
	if title == "" {
		return nil
	}
	words, concepts, _ := b.encode(title, nil, nil)
	var terms []uint32
	for i, w := range words {
		if w&flagStop == 0 {
			terms = append(terms, w&termMask)
		}
		if concepts[i] != 0 {
			terms = append(terms, concepts[i])
		}
	}
	slices.Sort(terms)
	return slices.Compact(terms)
}

func (b *builder) sentence(text string) {
	b.starts = append(b.starts, uint32(len(b.words)))
	length := 0
	b.words, b.concepts, length = b.encode(text, b.words, b.concepts)
	b.lengths = append(b.lengths, uint16(min(length, math.MaxUint16)))
	b.average += float64(length)
}

// encode appends the tokens of text and the names they are part of, and returns how many
// carry meaning.
func (b *builder) encode(text string, words, concepts []uint32) (_, _ []uint32, length int) {
	read := english.Read(text)
	b.tokens = read.Tokens
	base := len(words)
	for _, t := range b.tokens {
		w := b.term(t)
		if w&flagStop == 0 {
			length++
		}
		words = append(words, w)
		concepts = append(concepts, 0)
	}
	at := 0
	for _, m := range b.known.Findings(read) {
		id := b.concept(m.Mention)
		for at < len(b.tokens) && b.tokens[at].Start < m.Start {
			at++
		}
		for ; at < len(b.tokens) && b.tokens[at].Start < m.End; at++ {
			concepts[base+at] = id
			words[base+at] |= spotFlags[m.Spot]
		}
	}
	return words, concepts, length
}

var spotFlags = [...]uint32{names.AnySpot: flagPlace, names.CitySpot: flagPlace | flagCity, names.LandSpot: flagPlace | flagLand}

// term returns the index token of a word.
func (b *builder) term(t english.Token) uint32 {
	id, ok := b.terms[t.Norm]
	if !ok {
		id = b.lookup(t.Stem)
		if t.Stop {
			id |= flagStop
		} else {
			b.surface[t.Norm] = id
		}
		if v, number := english.Number(t.Norm); number {
			id |= flagNumber
			if len(t.Norm) == 4 && v >= 1000 && v <= 2100 {
				id |= flagYear
			}
		} else if isDecade(t.Norm) {
			id |= flagYear
		}
		b.terms[t.Norm] = id
	}
	if t.Upper {
		id |= flagUpper
	}
	return id
}

// isDecade says whether a word is like "1970s".
func isDecade(norm string) bool {
	v, ok := english.Number(strings.TrimSuffix(norm, "s"))
	return ok && len(norm) == 5 && norm[4] == 's' && v >= 1000 && v <= 2100
}

func (b *builder) concept(m names.Mention) uint32 {
	id := b.lookup("@" + b.known.CanonicalKey(m.Name))
	b.kinds[id] = m.Kind
	b.canonical[id] = m.Name
	return id
}

func (b *builder) lookup(key string) uint32 {
	id, ok := b.vocabulary[key]
	if !ok {
		id = uint32(len(b.vocabulary))
		b.vocabulary[key] = id
		b.kinds = append(b.kinds, names.Other)
		b.keys = append(b.keys, key)
	}
	return id
}

// invert makes the postings from the tokens in two passes: count, then fill.
func (b *builder) invert() {
	n := len(b.vocabulary)
	b.offsets = make([]uint32, n+1)
	last := make([]uint32, n) // the sentence last seen with the term, plus one
	b.each(func(sentence, term uint32) {
		if last[term] != sentence+1 {
			last[term] = sentence + 1
			b.offsets[term+1]++
		}
	})
	for i := range n {
		b.offsets[i+1] += b.offsets[i]
	}
	b.postings = make([]uint32, b.offsets[n])
	b.counts = make([]uint8, b.offsets[n])
	clear(last)
	next := slices.Clone(b.offsets[:n])
	b.each(func(sentence, term uint32) {
		if last[term] != sentence+1 {
			last[term] = sentence + 1
			b.postings[next[term]] = sentence
			next[term]++
		}
		if c := &b.counts[next[term]-1]; *c < math.MaxUint8 {
			*c++
		}
	})
	if len(b.owner) > 0 {
		b.average /= float64(len(b.owner))
	}
}

// each calls f with every term of every sentence that a question may match.
func (b *builder) each(f func(sentence, term uint32)) {
	for s := range uint32(len(b.owner)) {
		before := uint32(0)
		for i := b.starts[s]; i < b.starts[s+1]; i++ {
			if w := b.words[i]; w&flagStop == 0 {
				f(s, w&termMask)
			}
			if c := b.concepts[i]; c != 0 && c != before {
				f(s, c)
			}
			before = b.concepts[i]
		}
	}
}

func (b *builder) sortSurface() {
	b.byEnd = map[end][]string{}
	for norm := range b.surface {
		if len(norm) >= minTypo-1 {
			for _, e := range endsOf(norm, len(norm)) {
				b.byEnd[e] = append(b.byEnd[e], norm)
			}
		}
	}
	for _, list := range b.byEnd {
		slices.Sort(list)
	}
}

// frequency returns in how many sentences the term stands.
func (x *Index) frequency(term uint32) int {
	return int(x.offsets[term+1] - x.offsets[term])
}

// within returns the postings of the term among the sentences [from, to), as a range.
func (x *Index) within(term, from, to uint32) (lo, hi uint32) {
	list := x.postings[x.offsets[term]:x.offsets[term+1]]
	a, _ := slices.BinarySearch(list, from)
	b, _ := slices.BinarySearch(list[a:], to)
	return x.offsets[term] + uint32(a), x.offsets[term] + uint32(a+b)
}
