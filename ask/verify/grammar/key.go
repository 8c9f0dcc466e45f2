package grammar

import (
	"strings"
	"unicode"

	"talksbot/knowledge/word"
)

// KeyOf returns what a word is compared by: the stem of its plain form, or the first word
// of the paraphrases it belongs to. "Held", "hold" and "holding" are one, and so are
// "talks" and "negotiations".
func KeyOf(norm, stem string) string {
	if plain, ok := variant[norm]; ok {
		stem = word.Stem(plain)
	}
	if key, ok := paraphrase[stem]; ok {
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

// isIrregular reports whether a word is an irregular form, which of verbs is a past one.
func isIrregular(norm string) bool {
	_, ok := word.Plain(norm)
	return ok
}

func StemOf(norm string) string { return word.Stem(norm) }

func Set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// Keys returns the set of the keys of words.
func Keys(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[KeyOf(w, word.Stem(w))] = true
	}
	return m
}

// Tables of keys are made from those of words, so the order of initialisation counts: Go
// sorts it out, as KeyOf refers to variant and paraphrase.
var (
	variant    = forms(variants)
	paraphrase = groups(paraphrases)
)

// forms reads lines of a plain form and its variants.
func forms(table string) map[string]string {
	m := map[string]string{}
	for line := range strings.Lines(table) {
		f := strings.Fields(line)
		for i := 1; i < len(f); i++ {
			m[f[i]] = f[0]
		}
	}
	return m
}

// groups reads lines of words that stand for one another; the first is their key. A word
// keeps the first group it was put in, and a line headed by it adds to that group.
func groups(table string) map[string]string {
	m := map[string]string{}
	for line := range strings.Lines(table) {
		f := strings.Fields(line)
		if len(f) == 0 {
			continue
		}
		head := word.Stem(f[0])
		if key, known := m[head]; known {
			head = key
		}
		for _, w := range f {
			if _, known := m[word.Stem(w)]; !known {
				m[word.Stem(w)] = head
			}
		}
	}
	return m
}

// Pairs reads lines of two words as the keys they are compared by. Words without a meaning
// of their own, such as "before", stand for themselves.
func Pairs(table string) [][2]string {
	key := func(w string) string {
		if word.IsStop(w) {
			return w
		}
		return KeyOf(w, word.Stem(w))
	}
	var list [][2]string
	for line := range strings.Lines(table) {
		if f := strings.Fields(line); len(f) == 2 {
			list = append(list, [2]string{key(f[0]), key(f[1])})
		}
	}
	return list
}

// markKeys says what each token is compared by and how much it counts.
func markKeys(r *Sentence) {
	for i := range r.Tokens {
		t := &r.Tokens[i]
		switch {
		case t.Number > 0:
			t.Key, t.Weight = r.Numbers[t.Number-1].key(), weightFact
		case t.Stop && !r.Acronym(i) || asides[t.Norm]:
			continue
		default:
			t.Key = KeyOf(t.Norm, t.Stem)
			t.Weight = WeightWord
			if light[t.Key] {
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
func (r *Sentence) shouted() bool { return strings.IndexFunc(r.Text, unicode.IsLower) < 0 }

// asides say nothing: a claim may begin with them.
var asides = Set(`according yes yeah yea oh well okay indeed absolutely`)

func StemSet(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[StemOf(w)] = true
	}
	return m
}
