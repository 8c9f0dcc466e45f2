package search

import (
	"slices"
	"strings"
	"sync"

	"talksbot/knowledge/english"
)

// A term is what a token is looked up by: the stem of a word, or what the names of one thing
// share. In an index it stands with flags in its upper bits. Term 0 is none.
type term = uint32

const (
	flagUpper  = 1 << 31
	flagNumber = 1 << 30
	flagStop   = 1 << 29
	flagYear   = 1 << 28 // 1000 to 2100
	flagPlace  = 1 << 27 // of a place, named by no adjective
	flagCity   = 1 << 26
	flagLand   = 1 << 25
	flagName   = 1 << 24 // a term that is a name: part of its number
	termMask   = flagLand - 1
)

// A vocabulary numbers terms and words. It only grows: a number means the same in every
// segment, so that segments are put together without being read again.
type vocabulary struct {
	mu    sync.RWMutex
	terms map[string]term
	cues  []cue // of the terms that are words
	names map[string]term
	words map[string]uint32
	norms []norm           // of the words
	byEnd map[end][]uint32 // the words by either end: where typos look
}

// A norm is a word as it is compared, and its term with flags.
type norm struct {
	norm string
	term term
}

// shared is the vocabulary of all segments, as english.Read has one memory of words.
var shared = vocabulary{
	terms: map[string]term{"": 0}, cues: []cue{0}, names: map[string]term{}, words: map[string]uint32{}, byEnd: map[end][]uint32{},
}

// term returns the number of a stem; 0 where no segment has had it.
func (v *vocabulary) term(stem string) term {
	v.mu.RLock()
	defer v.mu.RUnlock()
	return v.terms[stem]
}

// allCues returns what the words met so far signal, by term.
func (v *vocabulary) allCues() []cue {
	v.mu.RLock()
	defer v.mu.RUnlock()
	return v.cues[:len(v.cues):len(v.cues)]
}

// name returns the number of a name by its key, made where it has none.
func (v *vocabulary) name(key string) term {
	v.mu.RLock()
	id, ok := v.names[key]
	v.mu.RUnlock()
	if ok {
		return id
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if id, ok = v.names[key]; !ok {
		id = flagName | term(len(v.names))
		v.names[strings.Clone(key)] = id
	}
	return id
}

// named returns the number of a name by its key; 0 where no text has had it.
func (v *vocabulary) named(key string) term {
	v.mu.RLock()
	defer v.mu.RUnlock()
	return v.names[key]
}

// word returns the numbers of a word, made where it has none: of its norm, and its term with
// flags.
func (v *vocabulary) word(w *english.Word) (word uint32, t term) {
	v.mu.RLock()
	word, ok := v.words[w.Norm]
	if ok {
		t = v.norms[word].term
	}
	v.mu.RUnlock()
	if ok {
		return word, t
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if word, ok := v.words[w.Norm]; ok {
		return word, v.norms[word].term
	}
	return v.add(w)
}

func (v *vocabulary) add(w *english.Word) (word uint32, t term) {
	t = v.number(w.Stem)
	if w.Stop {
		t |= flagStop
		v.number(raised(w.Stem))
	}
	if n, is := english.Number(w.Norm); is {
		t |= flagNumber
		if len(w.Norm) == 4 && n >= 1000 && n <= 2100 {
			t |= flagYear
		}
	} else if isDecade(w.Norm) {
		t |= flagYear
	}
	word = uint32(len(v.norms))
	v.words[w.Norm] = word
	v.norms = append(v.norms, norm{w.Norm, t})
	if !w.Stop && len(w.Norm) >= minTypo-1 {
		for _, e := range endsOf(w.Norm, len(w.Norm)) {
			v.byEnd[e] = append(v.byEnd[e], word)
		}
	}
	return word, t
}

func (v *vocabulary) number(stem string) term {
	id, ok := v.terms[stem]
	if !ok {
		id = term(len(v.cues))
		v.terms[stem] = id
		v.cues = append(v.cues, cueOf(stem))
	}
	return id
}

// raised is what a stop word with a capital is looked up by: it may be a name, "WHO", "May".
func raised(stem string) string { return "^" + stem }

// isDecade reports whether a word is like "1970s".
func isDecade(norm string) bool {
	v, ok := english.Number(strings.TrimSuffix(norm, "s"))
	return ok && len(norm) == 5 && norm[4] == 's' && v >= 1000 && v <= 2100
}

// near returns the words one edit away from a word: a letter too many, too few, another, or
// two in the wrong order. They are in order of the alphabet.
func (v *vocabulary) near(misspelt string) []uint32 {
	v.mu.RLock()
	defer v.mu.RUnlock()
	var found []uint32
	for n := max(len(misspelt)-1, minTypo-1); n <= len(misspelt)+1; n++ {
		for _, e := range endsOf(misspelt, n) {
			for _, w := range v.byEnd[e] {
				if oneEdit(misspelt, v.norms[w].norm) {
					found = append(found, w)
				}
			}
		}
	}
	slices.SortFunc(found, func(a, b uint32) int {
		if len(v.norms[a].norm) != len(v.norms[b].norm) {
			return len(v.norms[a].norm) - len(v.norms[b].norm)
		}
		return strings.Compare(v.norms[a].norm, v.norms[b].norm)
	})
	return slices.Compact(found)
}

// termOf returns the term of a word, without flags.
func (v *vocabulary) termOf(word uint32) term {
	v.mu.RLock()
	defer v.mu.RUnlock()
	return v.norms[word].term & termMask
}
