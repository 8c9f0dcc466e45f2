package question

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
	"talksbot/knowledge/timex"
)

// Statement returns what a yes/no question asks about, as a claim: "Lavrov met Blinken." of "Did
// Lavrov meet Blinken?" and of "Lavrov met Blinken, didn't he?". It is "" where yes and no are no
// answers, as with "Is it red or blue?", where either would be misread, as with "Didn't he come?",
// where the question counts its days from when it is asked, and where the order of its words does
// not tell what it asks.
func (q Question) Statement() string {
	words := q.Words.Tokens
	if q.Kind != YesNo {
		return q.tagged()
	}
	start := q.ofTruth()
	if len(words) < 3 || q.Negative || q.asksSeveral() || q.fromToday() || slices.ContainsFunc(words[start:], leaning) {
		return ""
	}
	if start > 0 {
		return claimOf(q.written(start, len(words)))
	}
	if states := q.Indirect().States; states != "" {
		return claimOf(states)
	}
	return q.turned()
}

// leaning reports whether a word means what was named before, or anything at all.
func leaning(w english.Token) bool { return subjects.Has(w.Norm) || anything.Has(w.Norm) }

// turned returns the question with its auxiliary behind its subject.
func (q Question) turned() string {
	end := q.subjectEnd()
	if end < 2 {
		return ""
	}
	rest := q.behind(0, end)
	if doForms.Has(q.Words.Tokens[0].Norm) {
		rest = q.done(end)
	}
	if rest == "" {
		return ""
	}
	return claimOf(q.written(1, end) + " " + rest)
}

// claimOf writes a clause as a sentence.
func claimOf(clause string) string {
	first, n := utf8.DecodeRuneInString(clause)
	return string(unicode.ToUpper(first)) + clause[n:] + "."
}

// asksSeveral reports whether the question gives a choice, has a clause beside its own, or asks for
// more than whether something is so.
func (q Question) asksSeveral() bool {
	for i, w := range q.Words.Tokens {
		if i > 0 && (clauseOpeners.Has(w.Norm) || strings.ContainsAny(q.Words.Gap(i), "?!\n;:,")) {
			return true
		}
	}
	return false
}

// fromToday reports whether a day of the question is told from the day it is asked.
func (q Question) fromToday() bool {
	return slices.ContainsFunc(q.Dates, func(d timex.Expression) bool {
		told := q.Words.In(english.Span{Start: d.Start, End: d.End}).Tokens
		return d.Relative && slices.ContainsFunc(told, func(w english.Token) bool { return seeing.Has(w.Norm) })
	})
}

// ofTruth returns where the statement begins in "Is it true that the pier is closed?", 0 where the
// question is not of that form.
func (q Question) ofTruth() int {
	words := q.Words.Tokens
	for i, w := range words[:min(len(words), 6)] {
		if w.Norm == "that" && i > 1 && truths.Has(words[i-1].Norm) && i+2 < len(words) {
			return i + 1
		}
	}
	return 0
}

// tagged returns the statement before "didn't he?" or "right?".
func (q Question) tagged() string {
	comma := strings.LastIndex(q.Text, ",")
	if comma < 0 || q.Kind == YesNo || !strings.HasSuffix(strings.TrimSpace(q.Text), "?") {
		return ""
	}
	tag, claim := english.Read(q.Text[comma+1:]).Tokens, q.Text[:comma]
	asks := len(tag) == 1 && truths.Has(tag[0].Norm) || len(tag) == 2 && questionAuxiliaries.Has(tag[0].Norm) && subjects.Has(tag[1].Norm)
	before := Analyze(claim, &names.Names{}, timex.Moment{})
	if !asks || len(before.Words.Tokens) < 2 || before.Negative || before.Kind != What || before.asksSeveral() || q.fromToday() || questionWords.Has(before.Words.Tokens[0].Norm) {
		return ""
	}
	return claimOf(claim)
}

// subjectEnd returns the token behind the subject, which begins behind the auxiliary; -1 where that
// cannot be told.
func (q Question) subjectEnd() int {
	words := q.Words.Tokens
	if words[1].Norm == "there" {
		return 2
	}
	i := 1
	for i < len(words) && words[i].Stop {
		i++
	}
	for i++; i < len(words); i++ {
		if q.predicateAt(i) {
			return i
		}
	}
	return -1
}

// predicateAt reports whether what is said of the subject begins at token i.
func (q Question) predicateAt(i int) bool {
	words := q.Words.Tokens
	w := words[i]
	switch {
	case w.Norm == "of" || w.Norm == "and" || words[i-1].Stop || words[i-1].Possessive(q.Words.String) > 0:
		return false // the subject goes on
	case q.leadsTo(i):
		return false // "Are trains to the coast running?"
	case beForms.Has(words[0].Norm):
		return w.Stop || LikelyVerb(w) || gerund(w) || !w.Upper && q.closes(i)
	case doForms.Has(words[0].Norm) && (w.Norm == "have" || w.Norm == "own"):
		return true
	case w.Stop || w.Upper:
		return false
	case haveForms.Has(words[0].Norm):
		return LikelyVerb(w)
	}
	plural := strings.HasSuffix(w.Norm, "s") && !strings.HasSuffix(w.Norm, "ss")
	return !plural && !gerund(w) && !isNumeral(w) && !adverbs.Has(w.Norm) && q.opensObject(i)
}

// closes reports whether token i is the last but for an adverb.
func (q Question) closes(i int) bool {
	rest := q.Words.Tokens[i+1:]
	return len(rest) == 0 || len(rest) == 1 && adverbs.Has(rest[0].Norm)
}

// opensObject reports whether a verb at token i would have behind it what may follow one: nothing, a
// small word, a number, a name that nothing else follows. Of three nouns in a row nobody can tell
// whether the last is a verb.
func (q Question) opensObject(i int) bool {
	words := q.Words.Tokens
	if q.closes(i) {
		return words[i-1].Upper || i < 3 || words[i-2].Stop || strings.HasSuffix(words[i-1].Norm, "s")
	}
	next := i + 1
	for next < len(words) && words[next].Upper {
		next++
	}
	if next > i+1 {
		return next == len(words) || words[next].Stop
	}
	return words[next].Stop || isNumeral(words[next]) || gerund(words[next])
}

func gerund(w english.Token) bool { return english.FormOf(w.Norm)&english.Gerund != 0 }

func isNumeral(t english.Token) bool { _, ok := english.Number(t.Norm); return ok }

// done returns what is done in a question with "do", from its verb on, the verb as it stands in a
// statement.
func (q Question) done(verb int) string {
	words := q.Words.Tokens
	form := map[string]english.Form{"did": english.Past, "does": english.Present, "do": english.Base}[words[0].Norm]
	finite := inflected(words[verb].Norm, form)
	if words[verb].Norm == "have" {
		finite = map[string]string{"did": "had", "does": "has", "do": "have"}[words[0].Norm]
	}
	if finite == "" || form == 0 {
		return ""
	}
	return finite + q.Text[words[verb].End:words[len(words)-1].End]
}

var (
	clauseOpeners = english.Class("beside a clause")
	truths        = english.Class("truths")
	articles      = english.Class("articles")
	anything      = english.Class("anything at all")
	haveForms     = english.Class("forms of have")
)
