package search

import (
	"slices"
	"sync"
	"sync/atomic"

	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
)

// A naming is a corpus seen with names: which names stand in a text is found when it is first
// asked for, and kept. What is learned of names later is seen by another naming.
type naming struct {
	*corpus
	known *names.Names
	cues  []cue
	read  [2][]atomic.Pointer[[]mention] // the names in a text, in order

	readers sync.Pool // of *reader

	before  atomic.Pointer[naming] // of an earlier index with earlier names: its texts are not read again
	changed map[term]bool          // words by which those names differ from these

	mu    sync.RWMutex
	asked map[string]term  // by key: names that stand in a text
	lists map[term][2]list // of those
}

func newNaming(x *corpus, n *names.Names, before *naming) *naming {
	v := &naming{corpus: x, known: n, cues: shared.allCues(), asked: map[string]term{}, lists: map[term][2]list{}}
	v.readers.New = func() any { return &reader{known: n, ids: map[string]term{}} }
	for sort := range v.read {
		v.read[sort] = make([]atomic.Pointer[[]mention], x.size(sort))
	}
	if before != nil {
		v.changed = map[term]bool{}
		for w := range n.Since(before.known) {
			v.changed[shared.term(english.Stem(w))] = true
		}
		v.before.Store(before)
	}
	return v
}

// mentions returns the names in a text.
func (v *naming) mentions(sort int, number uint32) []mention {
	p := &v.read[sort][number]
	if m := p.Load(); m != nil {
		return *m
	}
	s, local := v.segment(sort, number)
	m := v.carried(sort, s, local)
	if m == nil {
		r := v.readers.Get().(*reader)
		m = r.read(sort, s, local)
		v.readers.Put(r)
	}
	p.Store(m)
	return *m
}

// tokens returns the tokens of a text.
func (v *naming) tokens(sort int, number uint32) tokens {
	s, local := v.segment(sort, number)
	words := s.texts[sort].in(local)
	list := make(tokens, len(words))
	for i, w := range words {
		list[i] = token{word: w, cues: v.cues[w&termMask]}
	}
	for _, m := range v.mentions(sort, number) {
		for i := m.from; i < m.to; i++ {
			list[i].name, list[i].kind = m.name, m.kind
			list[i].word |= spotFlags[m.spot]
		}
	}
	return list
}

// carried returns the names in a text as the naming before has them; nil where it has not read
// it, or where what was learned since may tell others in it.
func (v *naming) carried(sort int, s *Segment, local uint32) *[]mention {
	before := v.before.Load()
	if before == nil {
		return nil
	}
	a := local
	if sort == sentences {
		a = s.owner[local]
	}
	p, ok := before.at[s.articles[a]]
	if !ok {
		return nil
	}
	number := before.bases[titles][p.segment] + uint32(p.article)
	if sort == sentences {
		number = before.bases[sentences][p.segment] + before.segments[p.segment].first[p.article] + local - s.first[a]
	}
	m := before.read[sort][number].Load()
	if m != nil && slices.ContainsFunc(s.texts[sort].in(local), func(w uint32) bool { return v.changed[w&termMask] }) {
		return nil
	}
	return m
}
