package search

import (
	"math"
	"slices"
	"sync"
	"sync/atomic"

	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
)

// A naming is an index seen with names: which names stand in a text is found when it is first
// asked for, and kept. What is learned of names later is seen by another naming.
type naming struct {
	*Index
	known *names.Names
	cues  []cue
	read  [2][]atomic.Pointer[tokens]

	mu    sync.RWMutex
	asked map[string]term  // by key: names that stand in a text
	lists map[term][2]list // of those
}

// A token is a word of a text with the name it is a part of.
type token struct {
	word term // with flags
	name term // 0 for none
	cues cue
	kind names.Kind
}

type tokens []token

func newNaming(x *Index, n *names.Names) *naming {
	v := &naming{Index: x, known: n, cues: shared.allCues(), asked: map[string]term{}, lists: map[term][2]list{}}
	for sort := range v.read {
		v.read[sort] = make([]atomic.Pointer[tokens], x.size(sort))
	}
	return v
}

// tokens returns the tokens of a text.
func (v *naming) tokens(sort int, number uint32) tokens {
	p := &v.read[sort][number]
	if t := p.Load(); t != nil {
		return *t
	}
	s, local := v.segment(sort, number)
	x := &s.texts[sort]
	words := x.tokens[x.starts[local]:x.starts[local+1]]
	list := make(tokens, len(words))
	for i, w := range words {
		list[i] = token{word: w, cues: v.cues[w&termMask]}
	}
	v.name(list, english.Read(v.Index.read(sort, number)))
	p.Store(&list)
	return list
}

// name finds the names in a text.
func (v *naming) name(list tokens, text english.Text) {
	i := 0
	for _, f := range v.known.Findings(text) {
		id := shared.name(v.known.CanonicalKey(f.Name))
		for i < len(list) && text.Tokens[i].Start < f.Start {
			i++
		}
		for ; i < len(list) && text.Tokens[i].Start < f.End; i++ {
			list[i].name, list[i].kind = id, f.Kind
			list[i].word |= spotFlags[f.Spot]
		}
	}
}

var spotFlags = [...]uint32{names.AnySpot: flagPlace, names.CitySpot: flagPlace | flagCity, names.LandSpot: flagPlace | flagLand}

// nameOf returns the term of a name by its canonical form, 0 where no text has it. It looks
// for the name in the texts that have the words it may be written with.
func (v *naming) nameOf(canonical string) term {
	key := v.known.CanonicalKey(canonical)
	v.mu.RLock()
	id, ok := v.asked[key]
	v.mu.RUnlock()
	if ok {
		return id
	}
	forms := v.known.Forms(key)
	var may [2][]uint32
	for sort := range may {
		for _, form := range forms {
			may[sort] = append(may[sort], v.withAll(sort, form)...)
		}
		slices.Sort(may[sort])
		may[sort] = slices.Compact(may[sort])
		for _, number := range may[sort] {
			v.tokens(sort, number)
		}
	}
	if id = shared.named(key); id == 0 {
		return 0
	}
	var lists [2]list
	for sort := range lists {
		lists[sort] = v.mentions(sort, id, may[sort])
	}
	if len(lists[sentences].numbers)+len(lists[titles].numbers) == 0 {
		return 0
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	v.asked[key], v.lists[id] = id, lists
	return id
}

// mentions returns the list of a name among texts that may have it.
func (v *naming) mentions(sort int, name term, may []uint32) list {
	var l list
	for _, number := range may {
		count, before := 0, term(0)
		for _, t := range v.tokens(sort, number) {
			if t.name == name && before != name {
				count++
			}
			before = t.name
		}
		if count > 0 {
			l.numbers, l.counts = append(l.numbers, number), append(l.counts, uint8(min(count, math.MaxUint8)))
		}
	}
	return l
}

// find returns the list of a term in the texts [from, to).
func (v *naming) find(sort int, t term, from, to uint32) list {
	if t&flagName == 0 {
		return v.within(sort, t, from, to)
	}
	v.mu.RLock()
	l := v.lists[t][sort]
	v.mu.RUnlock()
	return l.among(from, to)
}

// count returns how many of the texts [from, to) have a term.
func (v *naming) count(sort int, t term, from, to uint32) int {
	if t&flagName != 0 {
		return len(v.find(sort, t, from, to).numbers)
	}
	n := 0
	v.each(sort, t, from, to, func(_ uint32, l list) { n += len(l.numbers) })
	return n
}

// frequency returns in how many sentences a term stands.
func (v *naming) frequency(t term) int { return v.count(sentences, t, 0, v.size(sentences)) }

// termOf returns the term of a word by its stem, 0 where no text has it.
func (v *naming) termOf(stem string) term {
	if t := shared.term(stem); t != 0 && v.holds(t) {
		return t
	}
	return 0
}

// withAll returns the texts that have a word of each group.
func (v *naming) withAll(sort int, form names.Form) []uint32 {
	var have []uint32
	for i, group := range form {
		var some [][]uint32
		for _, norm := range group {
			stem := english.Stem(norm)
			if english.IsStop(norm) {
				stem = raised(stem)
			}
			if t := shared.term(stem); t != 0 {
				some = append(some, v.within(sort, t, 0, v.size(sort)).numbers)
			}
		}
		texts := union(some)
		if i > 0 {
			texts = slices.DeleteFunc(texts, func(n uint32) bool { _, ok := slices.BinarySearch(have, n); return !ok })
		}
		if have = texts; len(have) == 0 {
			return nil
		}
	}
	return have
}
