// Package question takes a question apart: once, as a value.
//
// Analyze finds the kind of answer that is wanted (kind.go), who does what (clause.go) and whose
// words are asked for (voice.go), PeriodOf the days it is about (period.go). Where the words
// stand that ask (order.go) tells how to say it again: Indirect within a sentence (indirect.go),
// Statement as a claim (statement.go). Instead and WhenDone find the question that a sentence
// answers (told.go).
//
// What else a message may be stands in the package message below, what it means after those
// before it in conversation.
package question

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
	"talksbot/knowledge/timex"
)

// A Question is a question taken apart: what kind of answer it wants and about what. The
// zero Question asks nothing.
type Question struct {
	Text     string
	Words    english.Text // of Text
	Kind     Kind
	Terms    []Term             // the words that carry meaning, in order
	Names    []names.Mention    // the names in it; offsets into Text
	Dates    []timex.Expression // the times it names; offsets into Text
	Focus    string             // the stem of the noun the answer is to be one of: "citi", "year", "troop"; often ""
	Head     string             // the stem of the word an answer cannot do without, "captain" of "who is the captain"; often ""
	Measure  string             // of HowMany: what is measured: "many", "much", "long", "percentage"
	Speaker  string             // of Said: whose words are asked for, canonical; "" where it is nobody known
	Voice    english.Span       // whose words are asked for, known or not: "the mayor" of "What did the mayor say?"; empty: nobody's
	Topic    string             // with Voice: what the words are to be about
	Clause   Clause             // who does what; zero where that cannot be told
	Order    Order              // where the words stand that say what is asked
	About    bool               // asks what something deals with: "What are the talks about?"
	Event    bool               // of Where: asks where something happened rather than where something is
	Identity bool               // asks who or what something is, and nothing else: "Who is Jens Stoltenberg?"
	Latest   bool               // asks for what is or was last: "most recently", "the latest"
	Future   bool               // asks what will be
	Negative bool               // says "not", "never", "without" ...
}

// A Term is a word of a question that carries meaning: Question.Text[Start:End].
type Term struct {
	Start, End int
	Norm, Stem string
	Focus      bool // names the kind of answer wanted rather than what it is about
}

// Analyze takes a question apart. Names in it are those n knows; dates are read as seen
// from now.
func Analyze(text string, n *names.Names, now timex.Moment) Question {
	read := english.Read(text)
	p := parser{text: text, tokens: read.Tokens}
	q := Question{Text: text, Words: read, Names: n.FindIn(read), Dates: timex.Find(read, now)}
	q.Kind, p.focus = p.kind()
	q.Order = p.order(q.Kind)
	q.Negative = p.negative()
	q.Future = slices.ContainsFunc(p.tokens, func(t english.Token) bool { return t.Norm == "will" || t.Norm == "shall" })
	q.Identity = p.identity(q)
	q.Latest = latest.HasAny(p.tokens) || p.at(len(p.tokens)-1) == "last"
	if p.focus >= 0 {
		q.Focus = p.tokens[p.focus].Stem
	}
	q.About = q.Kind == What && beForms.Has(p.at(p.wh+1)) && p.at(len(p.tokens)-1) == "about"
	if q.Kind == Who && !q.Identity {
		q.Head = p.head()
	}
	q.Event = q.Kind == Where && (p.at(p.wh) == "where" && eventAuxiliaries.Has(p.at(p.wh+1)) || inside.Has(p.at(p.wh-1)) || p.happens())
	if q.Kind == HowMany {
		q.Measure = p.measure
	}
	q.Terms = p.terms(q)
	q.Clause = p.clause(q)
	if q.Kind == Said {
		q.Speaker = p.speaker(q)
		if stem := p.tokens[p.verb].Stem; !plainlySaid.Has(stem) {
			q.Head = stem
		}
	}
	if q.Kind == Where && capitals.Has(q.Focus) {
		q.Head = q.Focus
	}
	q.Voice, q.Topic = p.voice(q)
	return q
}

// A parser reads one question.
type parser struct {
	text    string
	tokens  []english.Token
	wh      int    // the question word; -1 where there is none
	focus   int    // the noun the answer is to be one of; -1 where there is none
	measure string // of HowMany: the word that says what is measured
	verb    int    // of Said: the verb of saying
}

func (p *parser) at(i int) string {
	if i < 0 || i >= len(p.tokens) {
		return ""
	}
	return p.tokens[i].Norm
}

// speaker returns who stands between the auxiliary and the verb of saying.
func (p *parser) speaker(q Question) string {
	for _, m := range q.Names {
		if m.End <= p.tokens[p.verb].Start {
			return m.Name
		}
	}
	return ""
}

func (p *parser) negative() bool {
	for _, t := range p.tokens {
		if negatives.Has(t.Norm) || strings.HasSuffix(t.Norm, "n't") {
			return true
		}
	}
	return false
}

// head returns the stem of the noun of "who is the noun": the last before a preposition.
func (p *parser) head() string {
	if !beForms.Has(p.at(p.wh+1)) || p.at(p.wh+2) != "the" {
		return ""
	}
	noun := -1
	for i := p.wh + 3; i < len(p.tokens) && !p.tokens[i].Stop && !LikelyVerb(p.tokens[i]); i++ {
		noun = i
	}
	if noun < 0 || noun+1 < len(p.tokens) && !p.tokens[noun+1].Stop {
		return ""
	}
	return p.tokens[noun].Stem
}

// identity reports whether the question is "who is X" or "what is X", X a name or a noun.
func (p *parser) identity(q Question) bool {
	if p.wh < 0 || q.Kind != Who && q.Kind != What || p.focus >= 0 || !beForms.Has(p.at(p.wh+1)) {
		return false
	}
	rest := p.tokens[p.wh+2:]
	if len(rest) > 0 && (rest[0].Norm == "a" || rest[0].Norm == "an" || rest[0].Norm == "the") {
		rest = rest[1:]
	}
	if len(rest) == 0 || len(rest) > 5 {
		return false
	}
	for _, t := range rest {
		if t.Stop || LikelyVerb(t) && !names.Within(t.Span, q.Names) { // "Ted" is no verb
			return false
		}
	}
	if q.Kind == Who {
		for _, m := range q.Names {
			if m.Start <= rest[0].Start && m.End+2 >= rest[len(rest)-1].End {
				return true
			}
		}
		return false
	}
	return true
}

// happens reports whether "where is", "where are" is asked of an event: "where are the talks
// held", "where is the meeting".
func (p *parser) happens() bool {
	last := p.tokens[len(p.tokens)-1]
	return p.at(p.wh) == "where" && beForms.Has(p.at(p.wh+1)) && (events.Has(last.Stem) || held.Has(last.Norm))
}

func (p *parser) terms(q Question) []Term {
	var terms []Term
	for i, t := range p.tokens {
		measure := i == p.wh+1 && i > 0 && measures.Has(t.Norm) && p.at(p.wh) == "how"
		when := latestAdverbs.Has(t.Norm) || t.Norm == "last" && i == len(p.tokens)-1
		if t.Stop || measure || when || chatter.Has(t.Norm) {
			continue
		}
		terms = append(terms, Term{t.Start, t.End, t.Norm, t.Stem, i == p.focus || kindNouns.Has(t.Stem) && i < p.focus})
	}
	return terms
}
