package grammar

import (
	"iter"
	"math"
	"sort"
	"strings"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
	"talksbot/knowledge/timex"
)

// A Sentence is one sentence, claim or evidence, as the rules see it: its tokens, and for
// each what it is compared by and what governs it. Claim and evidence are read by the same
// code, so a sentence always agrees with itself.
type Sentence struct {
	english.Text
	Tokens  []Token // those of Text, with what governs them
	Names   []names.Mention
	Dates   []timex.Expression
	Numbers []Number
	Quotes  []english.Span // what stands inside double quotation marks, the marks left out
	Reports []Report
	Ties    []Tie           // what its words are to one another
	Passage article.Passage // of evidence; zero for a claim
}

// A Token is a word of a sentence. Indexes into the sentence's facts are one too high, so
// that zero means none.
type Token struct {
	english.Token
	Key     string  // what it is compared by (see english.Key); "" when it carries no meaning of its own
	Root    string  // key without the endings that make nouns and adjectives of verbs; "" for names and numbers
	Weight  float64 // what it counts in coverage; zero with an empty key
	Clause  int     // the clause it stands in, counted from the start
	Part    int     // the part of the sentence that is about one number of several: clauses, and what "and" parts
	Date    int
	Number  int
	Name    int
	Subject int // the name its clause speaks of, as far as is plain
	Report  int // the report whose words these are, not the one it announces

	Quoted   bool
	Excepted bool     // named only to be left out: "not in Kenya"
	Supposed bool     // part of a condition or an open question: "unless a court bans it"
	OneOf    bool     // one of several of which it is open which: "Renna or Velm"
	Negated  bool     // an odd number of negations reach it
	Mood     Mood     // what a modal verb or an intention before it makes of it
	Speech   Speech   // its part of speech, for the reader of clauses
	Amount   Quantity // the quantifier before it
}

// Within calls f for the tokens that stand inside text[start:end].
func (s *Sentence) Within(start, end int, f func(*Token)) {
	for i := s.TokenAt(start); i < len(s.Tokens) && s.Tokens[i].Start < end; i++ {
		f(&s.Tokens[i])
	}
}

// TokenAt returns the index of the first token that ends after the offset.
func (s *Sentence) TokenAt(offset int) int {
	return sort.Search(len(s.Tokens), func(i int) bool { return s.Tokens[i].End > offset })
}

// Phrase returns the text from token i to token j, both included.
func (s *Sentence) Phrase(i, j int) string { return s.String[s.Tokens[i].Start:s.Tokens[j].End] }

// Mention returns name k as the text has it.
func (s *Sentence) Mention(k int) string { return s.String[s.Names[k].Start:s.Names[k].End] }

// Date returns date k as the text has it.
func (s *Sentence) Date(k int) string { return s.String[s.Dates[k].Start:s.Dates[k].End] }

// Possessed reports whether a possessive ending stands at the offset.
func (s *Sentence) Possessed(offset int) bool {
	rest := s.String[offset:]
	return strings.HasPrefix(rest, "'s") || strings.HasPrefix(rest, "’s")
}

// Norm returns the norm of token i, and "" where there is none.
func (s *Sentence) Norm(i int) string {
	if i < 0 || i >= len(s.Tokens) {
		return ""
	}
	return s.Tokens[i].Norm
}

// Before yields the tokens before token i in its clause, the nearest first, n at most.
func (s *Sentence) Before(i, n int) iter.Seq2[int, *Token] {
	return func(yield func(int, *Token) bool) {
		for k := i - 1; k >= max(i-n, 0) && s.Tokens[k].Clause == s.Tokens[i].Clause && yield(k, &s.Tokens[k]); k-- {
		}
	}
}

// After yields the tokens after token i in its clause, n at most.
func (s *Sentence) After(i, n int) iter.Seq2[int, *Token] {
	return func(yield func(int, *Token) bool) {
		for k := i + 1; k < len(s.Tokens) && k-i <= n && s.Tokens[k].Clause == s.Tokens[i].Clause && yield(k, &s.Tokens[k]); k++ {
		}
	}
}

// Clause is how far Before and After go where nothing but the clause ends them.
const Clause = math.MaxInt32

// next returns the index of the first token with a key at or after i in the same clause
// as token i, or -1.
func (s *Sentence) next(i int) int {
	for j := i; j < len(s.Tokens) && s.Tokens[j].Clause == s.Tokens[i].Clause; j++ {
		if s.Tokens[j].Key != "" {
			return j
		}
	}
	return -1
}
