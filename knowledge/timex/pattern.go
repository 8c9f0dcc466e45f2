package timex

import (
	"fmt"
	"slices"
	"strings"
)

// The grammar is a table of rules. A rule's pattern is a line of elements separated by spaces:
//
//	march          that word, in any case; "-" is any dash
//	last|past      one of these words
//	MONTH          a token of that class (see symbols), or a number read by a reader (see readers)
//	<day>          a phrase of that kind, found by the rules of that kind
//	NOUNEND        nothing, where no noun follows (see tests)
//	MONTH|<day>    any of them
//	x?             x or nothing
//	( x y )?       x y or nothing
//	\( \)           a bracket
//	^ $            where the expression starts and ends when that is not the whole match
//
// White space between elements is free, but a blank line ends every match. Of all rules of a kind
// that match at a token the longest match counts, and of equally long ones the first listed. A rule
// whose action returns nil has not matched.
type rule struct {
	kind    kind
	pattern string
	action  func(m *match) meaning
}

// A kind is what a rule's phrase is, and the name by which other rules call for it.
type kind uint8

const (
	nothing kind = iota // what looks like a date and is none
	set                 // every Monday
	instant             // a clock time or a part of a day, on a day or not
	date                // any day or longer period, and what is made from them
	span                // three days
	day                 // one day, named or reckoned
	partday             // Friday morning
	period              // one week, month, season, year ... named or reckoned
	clock               // 9 a.m.
	feast               // Christmas
	tail                // and 25, after "April 24"
	kinds
)

var kindNames = map[string]kind{
	"nothing": nothing, "set": set, "instant": instant, "date": date, "span": span,
	"day": day, "partday": partday, "period": period, "clock": clock, "feast": feast,
}

// tests are what a pattern may ask for between two tokens: that no noun follows which the phrase could
// belong to, or that nothing more of the clause does.
var tests = map[string]func(p *parser, i int) bool{"NOUNEND": (*parser).endsNoun, "CLAUSEEND": (*parser).endsClause}

// A state is a place in the patterns of one kind, which are kept as a trie so that what many
// patterns begin with is tested once.
type state struct {
	words   map[*word][]*state // by next word
	edges   []*branch          // by class, reader or phrase
	marks   []*branch          // by what takes no word
	accepts []accept
	byKey   map[string]*state
}

// A branch is an element that is not a plain word.
type branch struct {
	element
	next *state
}

type accept struct {
	rule  *rule
	order int
}

// An element is one element of a pattern.
type element struct {
	key                 string
	words               []*word                     // plain words, any of them
	class               class                       // or a token class
	read                reader                      // or a number
	name                symbol                      // of the class or reader, for captures
	kind                kind                        // or a phrase, when phrase
	test                func(p *parser, i int) bool // or what must hold here
	phrase, start, stop bool
}

// compile turns rules into one trie per kind. A fault in a pattern is a fault of this package, so it
// panics; the tests compile every rule.
func compile(tables ...[]rule) (g [kinds]*state) {
	for k := range g {
		g[k] = newState()
	}
	order := 0
	for _, table := range tables {
		for i := range table {
			r := &table[i]
			for _, line := range expand(strings.Fields(r.pattern)) {
				at := g[r.kind]
				for _, field := range line {
					e := parseElement(field, r)
					if at == g[r.kind] && e.phrase && e.kind == r.kind {
						panic(fmt.Sprintf("timex: %q begins with its own kind, and so never matches", r.pattern))
					}
					at = at.add(e)
				}
				at.accepts = append(at.accepts, accept{r, order})
			}
			order++
		}
	}
	for _, w := range lexicon {
		w.starts = starts(g, w)
	}
	digits.starts = starts(g, &digits)
	return g
}

// starts is the set of kinds, a bit each, that have a pattern a word could begin: the parser asks it
// before it searches, since most words begin nothing.
func starts(g [kinds]*state, w *word) (set uint16) {
	for again := true; again; { // until what phrases lead to is all in
		before := set
		for k := range g {
			if g[k].startsWith(w, set) {
				set |= 1 << k
			}
		}
		again = set != before
	}
	return set
}

func (s *state) startsWith(w *word, set uint16) bool {
	if len(s.words[w]) > 0 {
		return true
	}
	for _, e := range s.marks {
		if e.next.startsWith(w, set) {
			return true
		}
	}
	for _, e := range s.edges {
		switch {
		case e.phrase && set&(1<<e.kind) != 0, e.class&w.classes != 0, e.read != nil && w.figure():
			return true
		}
	}
	return false
}

// figure reports whether a reader could begin with w.
func (w *word) figure() bool {
	return w.classes&(symDigits.class()|symCard.class()|symOrd.class()) != 0 || len(countWords[w]) > 0 ||
		w == apostrophe || w == wordA || w == wordP || w == wordAM || w == wordPM
}

func newState() *state {
	return &state{words: map[*word][]*state{}, byKey: map[string]*state{}}
}

func (s *state) add(e element) *state {
	if next, ok := s.byKey[e.key]; ok {
		return next
	}
	next := newState()
	s.byKey[e.key] = next
	switch {
	case e.start || e.stop || e.test != nil:
		s.marks = append(s.marks, &branch{e, next})
	case e.words == nil:
		s.edges = append(s.edges, &branch{e, next})
	}
	for _, w := range e.words {
		s.words[w] = append(s.words[w], next)
	}
	return next
}

// expand writes out the choices in a pattern: a pattern without any, for each.
func expand(fields []string) (all [][]string) {
	for i, f := range fields {
		choices := choicesOf(f)
		switch {
		case f == "(":
			end := closingBracket(fields, i)
			with := slices.Concat(fields[:i], fields[i+1:end], fields[end+1:])
			return append(expand(with), expand(slices.Concat(fields[:i], nil, fields[end+1:]))...)
		case strings.HasSuffix(f, "?"):
			with := slices.Concat(fields[:i], []string{strings.TrimSuffix(f, "?")}, fields[i+1:])
			return append(expand(with), expand(slices.Concat(fields[:i], nil, fields[i+1:]))...)
		case len(choices) > 1:
			for _, c := range choices {
				all = append(all, expand(slices.Concat(fields[:i], []string{c}, fields[i+1:]))...)
			}
			return all
		}
	}
	return [][]string{fields}
}

// choicesOf divides an element into its classes and phrases, one each, and its plain words, which stay
// together.
func choicesOf(f string) (choices []string) {
	var plain []string
	for _, c := range strings.Split(f, "|") {
		if symbols[c] != 0 || strings.HasPrefix(c, "<") {
			choices = append(choices, c)
		} else {
			plain = append(plain, c)
		}
	}
	if plain != nil {
		choices = append(choices, strings.Join(plain, "|"))
	}
	return choices
}

func closingBracket(fields []string, i int) int {
	for depth := 0; i < len(fields); i++ {
		switch fields[i] {
		case "(":
			depth++
		case ")?":
			if depth--; depth == 0 {
				return i
			}
		}
	}
	panic(fmt.Sprintf("timex: %q has no )?", strings.Join(fields, " ")))
}

func parseElement(f string, r *rule) element {
	e := element{key: f}
	switch {
	case f == "^":
		e.start = true
	case f == "$":
		e.stop = true
	case strings.HasPrefix(f, "<"):
		k, ok := kindNames[strings.Trim(f, "<>")]
		if !ok {
			panic(fmt.Sprintf("timex: no kind %s in %q", f, r.pattern))
		}
		e.kind, e.phrase = k, true
	case tests[f] != nil:
		e.test = tests[f]
	case symbols[f] != 0:
		name := symbols[f]
		e.name, e.class, e.read = name, name.class(), readers[name]
		if name == symOneUnit || name == symManyUnits {
			e.name = symUnit
		}
	default:
		for _, s := range strings.Split(strings.TrimPrefix(f, `\`), "|") {
			e.words = append(e.words, intern(strings.ToLower(s)))
		}
	}
	return e
}
