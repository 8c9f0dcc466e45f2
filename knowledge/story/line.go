package story

import (
	"slices"
	"strings"

	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
	"talksbot/knowledge/names"
)

// A line is a sentence, read for what it states and of what.
type line struct {
	*grammar.Sentence
	at     article.Passage
	terms  []term // its words that tell, in order
	lent   []term // what the sentence before it speaks of, where it leans on that
	behind []term // all the words of that sentence
	leans  bool
	values []value
	frames []frame // of the values
	back   bool    // it takes back what was written before
	anew   bool    // it says that something has changed
	wide   []term  // its terms and those of the sentence it leans on
	sum    uint64  // of its words, in order: the same words have the same sum
	count  int     // of its words

	subjects   []term // what it speaks of, before its first verb
	onlyDenies bool   // it denies something or calls it off, and does not say what is so instead
	goesOn     bool   // it goes on from the sentence before it with what is so now
	tells      bool   // it states what another may state otherwise; else its grammar is not kept
}

// A term is a word, or a name, that tells of what a sentence speaks.
type term struct {
	token      int
	words      []english.Token
	concept    string // what stands for all words of one kind of fact
	root       string
	kind       names.Kind
	named      bool // it is a name
	country    bool
	free       bool // too general to tell anything
	attributed bool // says whose words the rest is
}

func (t term) same(u term) bool {
	return t.named == u.named && (t.concept == u.concept || t.root != "" && t.root == u.root)
}

var (
	oneFact     = conceptsOf("one fact in the news")
	toldAnew    = english.Keys("told anew")
	scenes      = english.Keys("where it is")
	telling     = english.Keys("light and yet telling")
	peopleWords = english.Keys("people in numbers")
	putsRight   = english.Class("puts right")
	takingBack  = english.Phrases("taking back")
	pronouns    = english.Class("personal pronouns")
)

// conceptsOf leads from the keys of words to the key of the first of their line. A word keeps
// the first line it is put in.
func conceptsOf(section string) map[string]string {
	of := map[string]string{}
	for _, row := range english.Rows(section) {
		words := strings.Fields(row[0])
		for _, w := range words {
			if key := english.Key(w, english.Stem(w)); of[key] == "" {
				of[key] = english.Key(words[0], english.Stem(words[0]))
			}
		}
	}
	return of
}

func conceptOf(key string) string {
	if c := oneFact[key]; c != "" {
		return c
	}
	return key
}

// attributed marks the tokens that say whose words the others are, and when they were said.
func (l *line) attributed() []bool {
	said := make([]bool, len(l.Tokens))
	for _, r := range l.Reports {
		for i := r.Source; i < r.Until; i++ {
			said[i] = true
		}
	}
	for i, t := range l.Tokens {
		if grammar.Speaks.Has(t.Stem) && t.Report == 0 && len(l.Reports) > 0 {
			said[i] = true
		}
	}
	for i := range l.Tokens { // "said on Friday", "told reporters"
		if i > 0 && said[i-1] && l.Tokens[i].Report == 0 && !l.Broken(i) {
			said[i] = true
		}
	}
	return said
}

// speaksOf returns what a sentence speaks of: the names and nouns before its first verb.
func (l *line) speaksOf() []term {
	var all []term
	for _, t := range l.terms {
		if l.isVerb(t.token) && len(all) > 0 {
			break
		}
		if !t.attributed && (!t.free || t.named) {
			all = append(all, t)
		}
	}
	return all
}

// isVerb reports whether a token, or the one before it, is a verb by its form.
func (l *line) isVerb(i int) bool {
	for k := max(i-1, 0); k <= i; k++ {
		t := l.Tokens[k]
		if t.Name == 0 && (grammar.Auxiliaries.Has(t.Norm) || grammar.BeForms.Has(t.Norm) || k == i && !t.Upper && english.FormOf(t.Norm)&(english.Past|english.Participle) != 0) {
			return true
		}
	}
	return false
}

// wanted returns the words to look for in other articles: its own, and those for the same kinds
// of fact and for what its states turn into.
func (l *line) wanted() []english.Token {
	var all []english.Token
	var more []string
	for _, t := range slices.Concat(l.lent, l.terms) {
		if t.named || !t.free {
			all = append(all, t.words...)
			more = append(more, kindred[t.concept]...)
		}
	}
	for _, v := range l.values {
		if v.sort == state {
			more = append(more, opposedTo(v)...)
		}
	}
	return append(all, english.Read(strings.Join(more, " ")).Tokens...)
}

// telling reports whether the sentence states anything that another may state otherwise, or something still
// to come that may be called off.
func (l *line) telling() bool {
	return l.prose() && (len(l.frames) > 0 || slices.ContainsFunc(l.Tokens, func(t grammar.Token) bool { return t.Mood != grammar.Factual && t.Mood != grammar.Possible }))
}

// kindred leads from a concept to the words that state it.
var kindred = func() map[string][]string {
	all := map[string][]string{}
	for _, row := range english.Rows("one fact in the news") {
		for _, w := range strings.Fields(row[0]) {
			c := conceptOf(english.Key(w, english.Stem(w)))
			all[c] = append(all[c], w)
		}
	}
	return all
}()

// A sort is what kind of thing a sentence states.
type sort int

const (
	number sort = iota
	day
	state  // missing, closed, convicted
	denial // what a negated verb says
	off    // it does not take place
)

// A value is something a sentence states that another may state otherwise.
type value struct {
	sort
	first, last int  // its tokens
	old         bool // the sentence gives it as what was said before, or denies it
	denied      bool // it is old for no other reason than a "not"

	number grammar.Number
	counts counted

	days calendar.Days

	row, cell int  // of a state
	decision  bool // the state is a decision, which a later one undoes
	event     bool // it is told as something that happened
}

// A frame is the words around a value, by which it is known what it is the value of.
type frame struct {
	*line
	value
	core []term // of the clause it stands in, with what that speaks of
}
