package timeline

import (
	"slices"
	"strings"

	"talksbot/knowledge"
	"talksbot/knowledge/quotation"
	"talksbot/knowledge/word"
)

// outOfSpeech separates what is said from who says it. A time within reported speech belongs
// to what is said, and the speaker is named beside it; where nobody can be named the whole
// stands, for what somebody says is not to be shown as a fact. A time outside belongs to the
// saying.
func (c clauses) outOfSpeech(whole knowledge.Span, t dated) (knowledge.Span, string) {
	span, speaker := whole, ""
	for _, q := range c.quotes {
		for _, s := range q.Spans {
			said := knowledge.Span{Start: max(s.Start, whole.Start), End: min(s.End, whole.End)}
			switch {
			case said.Start >= said.End:
			case said.Start <= t.Start && t.End <= said.End:
				inner := said.End-said.Start < span.End-span.Start || speaker == ""
				if kept := c.keep(span, said, t); inner && kept == said && named(q.Name) && c.asserts(q) && c.states(q, said) {
					span, speaker = said, q.Name
				}
			case said.Start >= t.End && said.Start < span.End && q.Cue.End <= t.Start && q.Cue.Start >= span.Start && c.tells(q.Cue.End, t.Start):
				span = c.keep(span, knowledge.Span{Start: span.Start, End: said.Start}, t)
			}
		}
	}
	return span, speaker
}

// finite are the verbs by which a clause is told from a mere name of what is spoken about
// ("condemned the attack on Friday", where Friday is when it was condemned).
var finite = wordSet(`is are was were be been will would shall should can could may might must has have had do does did isn't aren't
	wasn't weren't won't wouldn't hasn't haven't hadn't`)

// states says whether what is said is a statement of its own.
func (c clauses) states(q quotation.Quotation, said knowledge.Span) bool {
	words := word.Tokens(c.text[said.Start:said.End])
	if len(words) == 0 || words[0].Norm == "to" {
		return false
	}
	return q.Kind == quotation.Direct || words[0].Norm == "that" ||
		slices.ContainsFunc(words, func(w word.Token) bool { return finite[w.Norm] })
}

// tells says whether words that mean something stand between two places: where nothing stands
// between "said" and "on Monday", only what was said tells what happened.
func (c clauses) tells(from, to int) bool {
	return slices.ContainsFunc(word.Tokens(c.text[from:to]), func(w word.Token) bool { return !w.Stop })
}

// speech returns which of the quotations a time stands in; -1 where it is none.
func (c clauses) speech(t dated) int {
	for i, q := range c.quotes {
		for _, s := range q.Spans {
			if s.Start <= t.Start && t.End <= s.End {
				return i
			}
		}
	}
	return -1
}

// asserting are verbs, as stems, by which somebody says that something is so. Of what is denied,
// demanded or hoped for, the whole sentence tells.
var asserting = stems(`say said tell told according report announce confirm state add note explain declare claim stress emphasize
	emphasise reiterate recall recount reveal disclose testify write wrote written observe point remark conclude find`)

// asserts says whether the words of saying tell that something is so.
func (c clauses) asserts(q quotation.Quotation) bool {
	words := word.Tokens(c.text[q.Cue.Start:q.Cue.End])
	return !c.governs(q.Cue.Start, q.Cue.End) &&
		slices.ContainsFunc(words, func(w word.Token) bool { return asserting[w.Stem] })
}

// pronouns name nobody.
var pronouns = wordSet(`he she it they we i you who which that this these those one both some many others another`)

func named(speaker string) bool {
	return speaker != "" && !pronouns[strings.ToLower(speaker)]
}
