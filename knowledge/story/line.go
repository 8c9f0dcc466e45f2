package story

import (
	"hash/maphash"
	"slices"
	"strings"

	"talksbot/knowledge/article"
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

var seed = maphash.MakeSeed()

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

// line returns a sentence as it is read once.
func (s *Story) line(p article.Passage) *line {
	if l, ok := s.lines.Load(placeOf(p)); ok {
		return l.(*line)
	}
	l := s.read(p)
	if before, ok := p.Neighbour(-1); ok && l.leans {
		b := s.line(before)
		l.lent, l.behind, l.anew = b.subjects, b.terms, l.anew || b.onlyDenies
		l.wide = slices.Concat(l.lent, l.behind, l.terms)
	}
	for _, v := range l.values {
		l.frames = append(l.frames, l.frame(v))
	}
	l.goesOn = l.leans || l.anew && slices.ContainsFunc(l.values, func(v value) bool { return !v.old })
	if l.tells = l.telling(); !l.tells {
		l.Sentence = nil
	}
	kept, _ := s.lines.LoadOrStore(placeOf(p), l)
	return kept.(*line)
}

func (s *Story) read(p article.Passage) *line {
	p.Score, p.Answer = 0, article.Span{}
	l := &line{at: p, Sentence: grammar.Read(grammar.Source{Text: p.Words(), Dates: p.Dates(), Quoted: grammar.InsideQuotation(p)}, s.names)}
	var sum maphash.Hash
	sum.SetSeed(seed)
	for i, t := range l.Tokens {
		sum.WriteString(t.Norm)
		sum.WriteByte(0)
		l.back = l.back || l.PhraseAt(i, takingBack) > 0
		l.anew = l.anew || putsRight.Has(t.Norm)
	}
	l.leans = len(l.Tokens) > 1 && !l.Tokens[0].Quoted && pronouns.Has(l.Tokens[0].Norm) && l.Tokens[0].Norm != "i" && l.Tokens[0].Norm != "we"
	l.sum = sum.Sum64()
	l.terms = slices.Clip(s.termsOf(l))
	l.wide = l.terms
	l.values = slices.Clip(l.valuesOf())
	l.count, l.subjects, l.onlyDenies = len(l.Tokens), l.speaksOf(), l.denying()
	return l
}

// termsOf reads the words that tell. A name is one term.
func (s *Story) termsOf(l *line) []term {
	var all []term
	said := l.attributed()
	for i, t := range l.Tokens {
		switch {
		case t.Date > 0 || t.Number > 0 || t.Key == "":
		case t.Name > 0 && i > 0 && l.Tokens[i-1].Name == t.Name:
		case t.Name > 0 && !grammar.Opener(l.Sentence, l.Names[t.Name-1]):
			m := l.Names[t.Name-1]
			all = append(all, term{token: i, words: l.Text.Touching(english.Span{Start: m.Start, End: m.End}), concept: s.names.CanonicalKey(m.Name), kind: m.Kind, named: true, country: s.isCountry(l, m), attributed: said[i]})
		default:
			free := t.Weight == grammar.WeightLight && !telling.Has(t.Key) || toldAnew.Has(t.Key) || scenes.Has(t.Key) || strings.HasSuffix(t.Norm, "ly")
			all = append(all, term{token: i, words: l.Text.Tokens[i : i+1], concept: conceptOf(t.Key), root: t.Root, free: free, attributed: said[i]})
		}
	}
	return all
}

// isCountry reports whether a name is that of a country: too many articles speak of one.
func (s *Story) isCountry(l *line, m names.Mention) bool {
	return slices.ContainsFunc(s.names.Findings(l.Text), func(f names.Finding) bool { return f.Start == m.Start && f.Country })
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
