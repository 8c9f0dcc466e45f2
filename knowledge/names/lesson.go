package names

import "talksbot/knowledge/english"

// A Lesson is what articles teach of names: acronyms in brackets, titles before names,
// appositions, and which words stand with a capital. It counts, and reads each article with
// no more knowledge than the gazetteer, so that lessons can be added up in any order. The
// zero Lesson is empty.
type Lesson struct {
	words map[string]*usage // of words that carry meaning, where no sentence begins
	facts map[fact]int      // how often each is stated

	met   map[string]string // surname -> whom of it the article being read introduces first
	posts map[string]post   // role -> what the article being read says of it
	buf   []english.Token   // of the sentence being read
	found []Finding
}

// A usage says how often a word stands with a capital though no sentence begins there, and
// how often in lower case.
type usage struct{ capital, lower int }

// A fact is one thing stated of a name.
type fact struct {
	kind factKind
	name string
	with string // the acronym of it, how it is written, or the role of its bearer
	of   string // of a role: the place or body
}

type factKind int

const (
	leadsSurname factKind = iota // is introduced before somebody else of that surname
	isPerson
	holdsOffice
	hasAcronym
	isWritten
)

func (l *Lesson) state(f fact) { l.facts[f]++ }

// merge returns the sum of lessons.
func merge(lessons ...*Lesson) *Lesson {
	sum := &Lesson{words: map[string]*usage{}, facts: map[fact]int{}}
	for _, l := range lessons {
		sum.count(l, 1)
	}
	return sum
}

// count adds what another lesson counts so many times; -1 takes it away.
func (l *Lesson) count(other *Lesson, times int) {
	for w, u := range other.words {
		sum := l.usage(w)
		sum.capital += times * u.capital
		sum.lower += times * u.lower
		if *sum == (usage{}) {
			delete(l.words, w)
		}
	}
	for f, n := range other.facts {
		if l.facts[f] += times * n; l.facts[f] == 0 {
			delete(l.facts, f)
		}
	}
}

// usage returns the counts of a word, to be added to.
func (l *Lesson) usage(norm string) *usage {
	u := l.words[norm]
	if u == nil {
		u = &usage{}
		l.words[norm] = u
	}
	return u
}
