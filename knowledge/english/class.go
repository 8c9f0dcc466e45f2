package english

import (
	"slices"
	"strings"
)

// A Set is a set of words.
type Set map[string]struct{}

// Has reports whether the word is in the set.
func (s Set) Has(word string) bool {
	_, ok := s[word]
	return ok
}

// HasAny reports whether one of the words is in the set, as Norm gives it.
func (s Set) HasAny(words []Token) bool {
	return slices.ContainsFunc(words, func(t Token) bool { return s.Has(t.Norm) })
}

// SetOf returns the set of the words of a list, divided by white space. It is for the rare
// list that is grammar rather than vocabulary; vocabulary stands in data (see Class).
func SetOf(words string) Set {
	s := Set{}
	for w := range strings.FieldsSeq(words) {
		s[w] = struct{}{}
	}
	return s
}

// Class returns the word class of that name: the words of a section of a file in data. In a
// section "+other name" on a line of its own takes in another class, and "-word" leaves a
// word out. Of a section of rows the class is that of their first fields, and "name/mark" is
// that of the rows marked so behind it: "verbs of saying/quotes". Class panics where there is
// no such section: names of classes are fixed when the program is written.
func Class(name string) Set {
	s := Set{}
	var left []string
	for _, line := range section(name) {
		if other, ok := strings.CutPrefix(line, "+"); ok {
			for w := range Class(strings.TrimSpace(other)) {
				s[w] = struct{}{}
			}
			continue
		}
		first, _, _ := strings.Cut(line, "|")
		for w := range strings.FieldsSeq(first) {
			if out, ok := strings.CutPrefix(w, "-"); ok && out != "" {
				left = append(left, out)
				continue
			}
			s[w] = struct{}{}
		}
	}
	for _, w := range left {
		delete(s, w)
	}
	return s
}

// Stems returns the class with each word by its stem.
func Stems(name string) Set {
	s := Set{}
	for w := range Class(name) {
		s[Stem(w)] = struct{}{}
	}
	return s
}

// Lowered returns the class with each word in lower case.
func Lowered(name string) Set {
	s := Set{}
	for w := range Class(name) {
		s[strings.ToLower(w)] = struct{}{}
	}
	return s
}

// Rows returns the lines of a section of a file in data, each cut into its fields at "|",
// white space around them taken off. It panics where there is no such section.
func Rows(name string) [][]string {
	var rows [][]string
	for _, line := range section(name) {
		fields := strings.Split(line, "|")
		for i := range fields {
			fields[i] = strings.TrimSpace(fields[i])
		}
		rows = append(rows, fields)
	}
	return rows
}

// Formulas are phrases of one word or several, each as the norms of its words with a space between.
type Formulas struct {
	Set
	begin Set // their first words: nearly every token of a text is none of them
}

// Phrases returns the formulas of sections, which stand there as the fields of rows.
func Phrases(names ...string) Formulas {
	f := Formulas{Set{}, Set{}}
	for _, name := range names {
		for _, row := range Rows(name) {
			for _, phrase := range row {
				if norms := Norms(phrase); len(norms) > 0 {
					f.Set[strings.Join(norms, " ")] = struct{}{}
					f.begin[norms[0]] = struct{}{}
				}
			}
		}
	}
	return f
}

// PhraseAt returns how many words the longest of the formulas has that begins at token i,
// 0 where none does.
func (t Text) PhraseAt(i int, formulas Formulas) (words int) {
	if i >= len(t.Tokens) || !formulas.begin.Has(t.Tokens[i].Norm) {
		return 0
	}
	var phrase []byte
	for n := 1; n <= mostPhrase && i+n <= len(t.Tokens); n++ {
		phrase = append(phrase, t.Tokens[i+n-1].Norm...)
		if _, ok := formulas.Set[string(phrase)]; ok {
			words = n
		}
		phrase = append(phrase, ' ')
	}
	return words
}

// mostPhrase is how many words a phrase has at most.
const mostPhrase = 6
