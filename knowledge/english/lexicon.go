package english

import (
	"strings"
	"sync"
)

// A Relation is why one word may stand for another.
type Relation uint8

// The relations, the looser first.
const (
	Synonym    Relation = iota // one of a word's first senses in WordNet
	Paraphrase                 // what news and questions call the same thing
	Derived                    // one thing as verb, noun and adjective: "invade", "invasion"
)

// A Likeness is a stem that may stand for another, and why.
type Likeness struct {
	Stem string
	Relation
}

// Alike returns the stems that may stand for the stem, in no order that means anything.
func Alike(stem string) []Likeness { return words().like[stem] }

// Contraries returns the stems that mean the contrary of the stem.
func Contraries(stem string) []string { return words().contrary[stem] }

// IsCommon reports whether the stem is that of one of the most common words of English.
func IsCommon(stem string) bool { return words().common.Has(stem) }

type lexicon struct {
	like     map[string][]Likeness
	contrary map[string][]string
	common   Set
}

// words is the lexicon, made when it is first asked for.
var words = sync.OnceValue(func() *lexicon {
	x := &lexicon{like: map[string][]Likeness{}, contrary: map[string][]string{}, common: Stems("common words")}
	stem := remembered(Stem)
	x.addHeads("synonyms", stem, x.alike(Synonym))
	x.addHeads("antonyms", stem, x.contraries)
	x.addHeads("derived", stem, x.alike(Derived))
	for _, line := range section("paraphrases") {
		group := strings.Fields(line)
		for i, w := range group {
			for _, v := range group[i+1:] {
				x.alike(Paraphrase)(stem(w), stem(v))
			}
		}
	}
	x.addHeads("contraries", stem, x.contraries)
	return x
})

// addHeads gives add the first word of each line with each of the others.
func (x *lexicon) addHeads(name string, stem func(string) string, add func(a, b string)) {
	for _, line := range section(name) {
		head, rest, _ := strings.Cut(line, " ")
		for other := range strings.FieldsSeq(rest) {
			add(stem(head), stem(other))
		}
	}
}

func (x *lexicon) alike(r Relation) func(a, b string) {
	return func(a, b string) {
		if a != b {
			x.like[a] = append(x.like[a], Likeness{b, r})
			x.like[b] = append(x.like[b], Likeness{a, r})
		}
	}
}

func (x *lexicon) contraries(a, b string) {
	if a != b {
		x.contrary[a] = append(x.contrary[a], b)
		x.contrary[b] = append(x.contrary[b], a)
	}
}

func remembered(f func(string) string) func(string) string {
	known := map[string]string{}
	return func(s string) string {
		v, ok := known[s]
		if !ok {
			v = f(s)
			known[s] = v
		}
		return v
	}
}
