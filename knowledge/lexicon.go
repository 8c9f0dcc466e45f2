package knowledge

import (
	_ "embed"
	"strings"
	"sync"

	"talksbot/knowledge/word"
)

//go:embed lexicon.txt
var lexiconText string

// A lexicon says which words, by their stems, stand for one another and which are
// contrary.
type lexicon struct {
	like     map[string][]likeness
	contrary map[string][]string
	common   map[string]bool // stems of the most common words
}

// A likeness is a stem that may stand for another, and how well.
type likeness struct {
	stem     string
	strength float64
}

// english returns the lexicon, read once.
var english = sync.OnceValue(func() *lexicon {
	x := &lexicon{like: map[string][]likeness{}, contrary: map[string][]string{}, common: map[string]bool{}}
	stems := map[string]string{}
	stem := func(w string) string {
		s, ok := stems[w]
		if !ok {
			s = word.Stem(w)
			stems[w] = s
		}
		return s
	}
	section := ""
	for line := range strings.Lines(lexiconText) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			section = line[:strings.Index(line, "]")+1]
		case section == "[common]":
			for w := range strings.FieldsSeq(line) {
				x.common[stem(w)] = true
			}
		default:
			head, rest, _ := strings.Cut(line, " ")
			for other := range strings.FieldsSeq(rest) {
				x.add(section, stem(head), stem(other))
			}
		}
	}
	for _, row := range paraphraseRows {
		words := strings.Fields(row)
		for i, w := range words {
			for _, v := range words[i+1:] {
				x.add("[paraphrases]", stem(w), stem(v))
			}
		}
	}
	for _, row := range contraryRows {
		a, b, _ := strings.Cut(row, " ")
		x.add("[antonyms]", stem(a), stem(b))
	}
	return x
})

func (x *lexicon) add(section, a, b string) {
	if a == b {
		return
	}
	strength := map[string]float64{"[synonyms]": likeSynonym, "[derived]": likeDerived, "[paraphrases]": likeParaphrase}[section]
	if strength == 0 {
		x.contrary[a] = append(x.contrary[a], b)
		x.contrary[b] = append(x.contrary[b], a)
		return
	}
	x.like[a] = append(x.like[a], likeness{b, strength})
	x.like[b] = append(x.like[b], likeness{a, strength})
}
