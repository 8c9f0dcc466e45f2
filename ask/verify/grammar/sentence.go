package grammar

import (
	"talksbot/knowledge"
	"talksbot/knowledge/english"
	"talksbot/knowledge/timex"
)

// A Sentence is one sentence, claim or evidence, as the rules see it: its tokens, and for
// each what it is compared by and what governs it. Claim and evidence are read by the same
// code, so a sentence always agrees with itself.
type Sentence struct {
	Text    string
	Tokens  []Token
	Names   []knowledge.Mention
	Dates   []timex.Expression
	Numbers []Number
	Quotes  []knowledge.Span // what stands inside double quotation marks, the marks left out
	Reports []Report
	Passage knowledge.Passage // of evidence; zero for a claim
}

// A Token is a word of a sentence. Indexes into the sentence's facts are one too high, so
// that zero means none.
type Token struct {
	english.Token
	Key     string  // what it is compared by (see KeyOf); "" when it carries no meaning of its own
	Root    string  // key without the endings that make nouns and adjectives of verbs; "" for names and numbers
	Weight  float64 // what it counts in coverage; zero with an empty key
	Clause  int     // the clause it stands in, counted from the start
	Date    int
	Number  int
	Name    int
	Subject int // the name its clause speaks of, as far as is plain
	Report  int // the report whose words these are, not the one it announces

	Quoted   bool
	Excepted bool     // named only to be left out: "not in Kenya"
	Supposed bool     // part of a condition: "unless a court bans it"
	Negated  bool     // an odd number of negations reach it
	Mood     Mood     // what a modal verb or an intention before it makes of it
	Amount   Quantity // the quantifier before it
}

// A Source is what a sentence is made of.
type Source struct {
	Text   string
	Dates  []timex.Expression
	Quoted bool // the text begins inside a quotation opened before it
}

// Read reads a text. The order counts: later steps use what earlier ones found.
func Read(src Source, names *knowledge.Names) *Sentence {
	r := &Sentence{Text: src.Text, Dates: src.Dates}
	raw := english.Read(src.Text).Tokens
	r.Tokens = make([]Token, len(raw))
	for i, t := range raw {
		r.Tokens[i] = Token{Token: t}
	}
	if names != nil {
		r.Names = joinPersons(src.Text, names.Find(src.Text))
	}
	r.Quotes = quotedSpans(src.Text, src.Quoted)
	markSpans(r)
	findNumbers(r)
	markClauses(r)
	markKeys(r)
	markNegation(r)
	markExcepted(r)
	markMood(r)
	markSupposed(r)
	markQuantity(r)
	findReports(r)
	findSubjects(r)
	return r
}

// markSpans notes in each token the date, name and quotation it stands in.
func markSpans(r *Sentence) {
	for k, d := range r.Dates {
		r.Within(d.Start, d.End, func(t *Token) { t.Date = k + 1 })
	}
	for k, m := range r.Names {
		r.Within(m.Start, m.End, func(t *Token) { t.Name = k + 1 })
	}
	for _, q := range r.Quotes {
		r.Within(q.Start, q.End, func(t *Token) { t.Quoted = true })
	}
}

// Within calls f for the tokens that stand inside text[start:end].
func (r *Sentence) Within(start, end int, f func(*Token)) {
	for i := r.TokenAt(start); i < len(r.Tokens) && r.Tokens[i].Start < end; i++ {
		f(&r.Tokens[i])
	}
}

// TokenAt returns the index of the first token that ends after the offset.
func (r *Sentence) TokenAt(offset int) int {
	low, high := 0, len(r.Tokens)
	for low < high {
		mid := (low + high) / 2
		if r.Tokens[mid].End <= offset {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}

// Gap returns the text between token i and the one before it.
func (r *Sentence) Gap(i int) string {
	if i == 0 {
		return r.Text[:r.Tokens[0].Start]
	}
	return r.Text[r.Tokens[i-1].End:r.Tokens[i].Start]
}

// Written returns the token as the text has it.
func (r *Sentence) Written(i int) string { return r.Text[r.Tokens[i].Start:r.Tokens[i].End] }

// Phrase returns the text from token i to token j, both included.
func (r *Sentence) Phrase(i, j int) string { return r.Text[r.Tokens[i].Start:r.Tokens[j].End] }

// next returns the index of the first token with a key at or after i in the same clause
// as token i, or -1.
func (r *Sentence) next(i int) int {
	for j := i; j < len(r.Tokens) && r.Tokens[j].Clause == r.Tokens[i].Clause; j++ {
		if r.Tokens[j].Key != "" {
			return j
		}
	}
	return -1
}
