package search

import (
	"math"
	"math/bits"

	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
)

// mostRead is how many texts are read, at most, to find in which of them a name stands. One that
// more texts have the words of is taken to stand in all of those: to read them all takes tenths
// of a second, and the few that are then compared with the question are read in any case.
const mostRead = 512

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
	var lists [2]list
	forms := v.known.Forms(key)
	for sort := range lists {
		may := v.mayName(sort, forms)
		if id == 0 {
			id = v.met(sort, key, may)
		}
		if id != 0 {
			lists[sort] = v.standings(sort, id, may)
		}
	}
	if id == 0 {
		return 0
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	v.asked[key], v.lists[id] = id, lists
	return id
}

// met returns the term of a name by its key, if one of the texts has it.
func (v *naming) met(sort int, key string, texts []uint32) term {
	for _, number := range texts {
		for _, m := range v.mentions(sort, number) {
			if m.name == shared.named(key) {
				return m.name
			}
		}
	}
	return 0
}

// standings returns the list of a name among texts that may have it; where they are more than
// are read, all of them and no counts. A name that stands twice with nothing between counts once.
func (v *naming) standings(sort int, name term, may []uint32) list {
	if len(may) > mostRead {
		return list{numbers: may}
	}
	l := list{counts: []uint8{}}
	for _, number := range may {
		count, end := 0, uint32(0)
		for _, m := range v.mentions(sort, number) {
			if m.name != name {
				continue
			}
			if count == 0 || m.from > end {
				count++
			}
			end = m.to
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
	l := v.lists[t][sort].among(from, to)
	v.mu.RUnlock()
	if l.counts == nil {
		return v.standings(sort, t, l.numbers)
	}
	return l
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

// mayName returns the texts that have a word of each group of one of the forms.
func (v *naming) mayName(sort int, forms []names.Form) []uint32 {
	all := make(marks, v.size(sort)/64+1)
	for _, form := range forms {
		have := make(marks, len(all))
		for i, group := range form {
			some := make(marks, len(all))
			for _, norm := range group {
				stem := english.Stem(norm)
				if english.IsStop(norm) {
					stem = raised(stem)
				}
				v.each(sort, shared.term(stem), 0, v.size(sort), func(base uint32, l list) {
					for _, n := range l.numbers {
						some.set(base + n)
					}
				})
			}
			for j := range have {
				if have[j] &= some[j]; i == 0 {
					have[j] = some[j]
				}
			}
		}
		for j := range all {
			all[j] |= have[j]
		}
	}
	return all.numbers()
}

// marks mark texts: one bit for each.
type marks []uint64

func (m marks) set(n uint32) { m[n/64] |= 1 << (n % 64) }

// numbers returns the numbers marked, in order.
func (m marks) numbers() []uint32 {
	var list []uint32
	for i, w := range m {
		for ; w != 0; w &= w - 1 {
			list = append(list, uint32(i*64+bits.TrailingZeros64(w)))
		}
	}
	return list
}
