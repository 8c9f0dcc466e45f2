package grammar

import (
	"strings"
	"unicode"

	"talksbot/knowledge/english"
)

// KeyOf returns what a word is compared by: the stem of its plain form, or the first word
// of the paraphrases it belongs to. "Held", "hold" and "holding" are one, and so are
// "talks" and "negotiations".
func KeyOf(norm, stem string) string {
	if plain, ok := spelling[norm]; ok {
		stem = english.Stem(plain)
	}
	if key, ok := sameInNews[stem]; ok {
		return key
	}
	return stem
}

// rootOf takes off a key the ending that makes one part of speech of another: "negoti" is
// the root of "negotiator" and of "negotiation". A root shorter than five letters says too
// little and is "".
func rootOf(key string) string {
	for _, ending := range endings {
		if rest, ok := strings.CutSuffix(key, ending); ok && len(rest) >= 5 {
			return rest
		}
	}
	if len(key) < 5 {
		return ""
	}
	return key
}

// endings that Porter's stemmer leaves on, longest first.
var endings = strings.Fields(`
	ization isation ational ability ibility ation ition ution ition ative itive ement ition
	ment sion tion ator itor ance ence ency ancy ship hood ness ism ist ian ion ity
	ive ant ent ary ory ery ous ful ial ual ate ize ise ify er or al ic an at ut it iz is i y e`)

// Keys returns the keys of the words of a section of english/data.
func Keys(section string) english.Set {
	keys := english.Set{}
	for w := range english.Class(section) {
		keys[KeyOf(w, english.Stem(w))] = struct{}{}
	}
	return keys
}

// kinds reads rows of a kind and its words. The kinds are numbered from 1.
func kinds[K ~int](section string) map[string]K {
	kinds := map[string]K{}
	for i, row := range english.Rows(section) {
		for _, w := range row[1:] {
			kinds[w] = K(i + 1)
		}
	}
	return kinds
}

// Tables of keys are made from those of words, so the order of initialisation counts: Go
// sorts it out, as KeyOf refers to spelling and sameInNews.
var (
	spelling   = spellings()
	sameInNews = newsGroups()
	light      = Keys("light words")
)

// spellings leads from other spellings and forms of a word to its plain form.
func spellings() map[string]string {
	plain := map[string]string{}
	for _, row := range english.Rows("spellings") {
		f := strings.Fields(row[0])
		for _, w := range f[1:] {
			plain[w] = f[0]
		}
	}
	return plain
}

// newsGroups leads from the stems of words that stand for one another to the first of them.
// A word keeps the first group it was put in, and a line headed by it adds to that group.
func newsGroups() map[string]string {
	keys := map[string]string{}
	for _, row := range english.Rows("same in news") {
		f := strings.Fields(row[0])
		head := english.Stem(f[0])
		if key, known := keys[head]; known {
			head = key
		}
		for _, w := range f {
			if stem := english.Stem(w); keys[stem] == "" {
				keys[stem] = head
			}
		}
	}
	return keys
}

// Opposites leads from the key of a word to those of its opposites. Words without a meaning
// of their own, such as "before", stand for themselves.
func Opposites() map[string][]string {
	key := func(w string) string {
		if english.IsStop(w) {
			return w
		}
		return KeyOf(w, english.Stem(w))
	}
	all := map[string][]string{}
	for _, row := range english.Rows("opposites") {
		f := strings.Fields(row[0])
		if a, b := key(f[0]), key(f[1]); a != b {
			all[a], all[b] = append(all[a], b), append(all[b], a)
		}
	}
	return all
}

// markKeys says what each token is compared by and how much it counts.
func markKeys(r *Sentence) {
	for i := range r.Tokens {
		t := &r.Tokens[i]
		switch {
		case t.Number > 0:
			t.Key, t.Weight = r.Numbers[t.Number-1].key(), weightFact
		case t.Stop && !r.Acronym(i) || asides.Has(t.Norm):
			continue
		default:
			t.Key = KeyOf(t.Norm, t.Stem)
			t.Weight = WeightWord
			if light.Has(t.Key) {
				t.Weight = WeightLight
			}
			if t.Name > 0 {
				t.Weight = weightFact
				break
			}
			t.Root = rootOf(t.Key)
		}
	}
}

// The weights of a token in coverage: names and numbers carry a claim, light verbs and
// adverbs do not.
const (
	weightFact  = 1.5
	WeightWord  = 1
	WeightLight = 0.3
)

// Acronym reports whether a token that looks like a stop word is a name in capitals: US, IT, WHO.
func (r *Sentence) Acronym(i int) bool {
	letters := 0
	for _, c := range r.Written(i) {
		switch {
		case unicode.IsLower(c):
			return false
		case unicode.IsUpper(c):
			letters++
		}
	}
	return letters > 1 && !r.shouted()
}

// shouted reports whether the whole text is in capitals, where they tell nothing.
func (r *Sentence) shouted() bool { return strings.IndexFunc(r.String, unicode.IsLower) < 0 }

// asides say nothing: a claim may begin with them.
var asides = english.Class("asides")
