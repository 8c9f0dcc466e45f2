package verify

import (
	"strings"
	"unicode"

	"talksbot/knowledge"
	"talksbot/knowledge/timex"
	"talksbot/knowledge/word"
)

// A reading is one sentence, claim or evidence, as the rules see it: its tokens, and for
// each what it is compared by and what governs it. Claim and evidence are read by the same
// code, so a sentence always agrees with itself.
type reading struct {
	text    string
	tokens  []token
	names   []knowledge.Mention
	dates   []timex.Expression
	numbers []number
	quotes  []knowledge.Span // what stands inside double quotation marks, the marks left out
	reports []report
	passage knowledge.Passage // of evidence; zero for a claim
}

// A token is a word of a reading. Indexes into the reading's facts are one too high, so
// that zero means none.
type token struct {
	word.Token
	key     string  // what it is compared by (see keyOf); "" when it carries no meaning of its own
	root    string  // key without the endings that make nouns and adjectives of verbs; "" for names and numbers
	weight  float64 // what it counts in coverage; zero with an empty key
	clause  int     // the clause it stands in, counted from the start
	date    int
	number  int
	name    int
	subject int // the name its clause speaks of, as far as is plain
	report  int // the report whose words these are, not the one it announces

	quoted   bool
	excepted bool     // named only to be left out: "not in Kenya"
	supposed bool     // part of a condition: "unless a court bans it"
	negated  bool     // an odd number of negations reach it
	mood     mood     // what a modal verb or an intention before it makes of it
	amount   quantity // the quantifier before it
}

// A source is what a reading is made of.
type source struct {
	text   string
	dates  []timex.Expression
	quoted bool // the text begins inside a quotation opened before it
}

// read reads a text. The order counts: later steps use what earlier ones found.
func read(src source, words *word.Reader, names *knowledge.Names) *reading {
	r := &reading{text: src.text, dates: src.dates}
	raw := words.Tokens(nil, src.text)
	r.tokens = make([]token, len(raw))
	for i, t := range raw {
		r.tokens[i] = token{Token: t}
	}
	if names != nil {
		r.names = joinPersons(src.text, names.Find(src.text))
	}
	r.quotes = quotedSpans(src.text, src.quoted)
	r.markSpans()
	r.findNumbers()
	r.markClauses()
	r.markKeys()
	r.markNegation()
	r.markExcepted()
	r.markMood()
	r.markSupposed()
	r.markQuantity()
	r.findReports()
	r.findSubjects()
	return r
}

// markSpans notes in each token the date, name and quotation it stands in.
func (r *reading) markSpans() {
	for k, d := range r.dates {
		r.within(d.Start, d.End, func(t *token) { t.date = k + 1 })
	}
	for k, m := range r.names {
		r.within(m.Start, m.End, func(t *token) { t.name = k + 1 })
	}
	for _, q := range r.quotes {
		r.within(q.Start, q.End, func(t *token) { t.quoted = true })
	}
}

// within calls f for the tokens that stand inside text[start:end].
func (r *reading) within(start, end int, f func(*token)) {
	for i := r.tokenAt(start); i < len(r.tokens) && r.tokens[i].Start < end; i++ {
		f(&r.tokens[i])
	}
}

// tokenAt returns the index of the first token that ends after the offset.
func (r *reading) tokenAt(offset int) int {
	low, high := 0, len(r.tokens)
	for low < high {
		mid := (low + high) / 2
		if r.tokens[mid].End <= offset {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}

// markClauses numbers the clauses. Punctuation begins one, and so does a conjunction that
// ends the reach of a negation or a modal verb before it.
func (r *reading) markClauses() {
	clause := 0
	for i := range r.tokens {
		if i > 0 && (r.broken(i) || clauseOpeners[r.tokens[i].Norm]) {
			clause++
		}
		r.tokens[i].clause = clause
	}
}

// broken says whether punctuation stands between token i and the one before it.
func (r *reading) broken(i int) bool {
	if n := r.tokens[i].number; n > 0 && i > 0 && r.tokens[i-1].number == n {
		return false // "160, 000"
	}
	return strings.ContainsAny(r.gap(i), ",;:()[]\"“”—–!?…") || strings.Contains(r.gap(i), " - ") || strings.Contains(r.gap(i), ". ")
}

// gap returns the text between token i and the one before it.
func (r *reading) gap(i int) string {
	if i == 0 {
		return r.text[:r.tokens[0].Start]
	}
	return r.text[r.tokens[i-1].End:r.tokens[i].Start]
}

// written returns the token as the text has it.
func (r *reading) written(i int) string { return r.text[r.tokens[i].Start:r.tokens[i].End] }

// phrase returns the text from token i to token j, both included.
func (r *reading) phrase(i, j int) string { return r.text[r.tokens[i].Start:r.tokens[j].End] }

// next returns the index of the first token with a key at or after i in the same clause
// as token i, or -1.
func (r *reading) next(i int) int {
	for j := i; j < len(r.tokens) && r.tokens[j].clause == r.tokens[i].clause; j++ {
		if r.tokens[j].key != "" {
			return j
		}
	}
	return -1
}

// markKeys says what each token is compared by and how much it counts.
func (r *reading) markKeys() {
	for i := range r.tokens {
		t := &r.tokens[i]
		switch {
		case t.number > 0:
			t.key, t.weight = r.numbers[t.number-1].key(), weightFact
		case t.Stop && !r.acronym(i) || asides[t.Norm]:
			continue
		default:
			t.key = keyOf(t.Norm, t.Stem)
			t.weight = weightWord
			if light[t.key] {
				t.weight = weightLight
			}
			if t.name > 0 {
				t.weight = weightFact
				break
			}
			t.root = rootOf(t.key)
		}
	}
}

// The weights of a token in coverage: names and numbers carry a claim, light verbs and
// adverbs do not.
const (
	weightFact  = 1.5
	weightWord  = 1
	weightLight = 0.3
)

// acronym says whether a token that looks like a stop word is a name in capitals: US, IT, WHO.
func (r *reading) acronym(i int) bool {
	letters := 0
	for _, c := range r.written(i) {
		switch {
		case unicode.IsLower(c):
			return false
		case unicode.IsUpper(c):
			letters++
		}
	}
	return letters > 1 && !r.shouted()
}

// shouted says whether the whole text is in capitals, where they tell nothing.
func (r *reading) shouted() bool { return strings.IndexFunc(r.text, unicode.IsLower) < 0 }

// asides say nothing: a claim may begin with them.
var asides = set(`according yes yeah yea oh well okay indeed absolutely`)

var clauseOpeners = set(`but because although though while whereas if when who whom whose which unless until since`)
