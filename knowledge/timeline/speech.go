package timeline

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/quotation"
)

// outOfSpeech separates what is said from who says it. A time within reported speech belongs
// to what is said, and the speaker is named beside it; where nobody can be named the whole
// stands, for what somebody says is not to be shown as a fact. A time outside belongs to the
// saying.
func (c clauses) outOfSpeech(whole english.Span, t dated) (english.Span, string) {
	span, speaker := whole, ""
	for _, q := range c.quotes {
		for _, s := range q.Spans {
			said := english.Span{Start: max(s.Start, whole.Start), End: min(s.End, whole.End)}
			switch {
			case said.Start >= said.End:
			case said.Contains(t.Span):
				inner := said.End-said.Start < span.End-span.Start || speaker == ""
				if kept := c.keep(span, said, t); inner && kept == said && named(q.Name) && c.asserts(q) && c.states(q, said) {
					span, speaker = said, q.Name
				}
			case said.Start >= t.End && said.Start < span.End && q.Cue.End <= t.Start && q.Cue.Start >= span.Start && c.tells(q.Cue.End, t.Start):
				span = c.keep(span, english.Span{Start: span.Start, End: said.Start}, t)
			}
		}
	}
	return span, speaker
}

var clauseVerbs = english.Class("clause verbs")

// states reports whether what is said is a statement of its own.
func (c clauses) states(q quotation.Quotation, said english.Span) bool {
	words := c.In(said).Tokens
	if len(words) == 0 || words[0].Norm == "to" {
		return false
	}
	return q.Kind == quotation.Direct || words[0].Norm == "that" || c.has(clauseVerbs, said.Start, said.End)
}

// tells reports whether words that mean something stand between two places: where nothing
// stands between "said" and "on Monday", only what was said tells what happened.
func (c clauses) tells(from, to int) bool {
	return slices.ContainsFunc(c.In(english.Span{Start: from, End: to}).Tokens, func(w english.Token) bool { return !w.Stop })
}

// speech returns which of the quotations a time stands in; -1 where it is none.
func (c clauses) speech(t dated) int {
	return slices.IndexFunc(c.quotes, func(q quotation.Quotation) bool {
		return slices.ContainsFunc(q.Spans, func(s english.Span) bool { return s.Contains(t.Span) })
	})
}

var asserting = english.Stems("asserting verbs")

// asserts reports whether the words of saying tell that something is so. Of what is denied,
// demanded or hoped for, the whole sentence tells.
func (c clauses) asserts(q quotation.Quotation) bool {
	return !c.has(reaching, q.Cue.Start, q.Cue.End) &&
		slices.ContainsFunc(c.In(q.Cue).Tokens, func(w english.Token) bool { return asserting.Has(w.Stem) })
}

var nobody = english.Class("nobody's names")

func named(speaker string) bool {
	return speaker != "" && !nobody.Has(strings.ToLower(speaker))
}
