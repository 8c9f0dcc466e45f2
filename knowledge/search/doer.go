package search

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
	"talksbot/knowledge/question"
)

// byWithin is how many words behind a verb its "by" may stand: "founded in Graz in 2008 by".
const byWithin = 8

// doerIn returns the names that stand where who is asked about does in the sentence: before
// the verb of the question, for "who did he accuse" behind it, and the other way round
// where the verb is passive. It returns none where the sentence does not have the verb or
// does not tell; of several names the nearest, with those joined to it.
func doerIn(n *names.Names, q question.Question, text string) []english.Span {
	tokens := english.Read(text).Tokens
	verb := slices.IndexFunc(tokens, func(t english.Token) bool {
		return slices.ContainsFunc(q.Terms, func(a question.Term) bool { return a.Start == q.Clause.Verb.Start && a.Stem == t.Stem })
	})
	if q.Clause.Verb == (english.Span{}) || verb <= 0 || tokens[verb-1].Norm == "to" {
		return nil
	}
	v := voiceOf(text, tokens, verb)
	agent := tokens[verb].End
	if by := slices.IndexFunc(tokens[verb:min(len(tokens), verb+byWithin)], func(t english.Token) bool { return t.Norm == "by" }); by > 0 && v != active {
		v, agent = passive, tokens[verb+by].End
	}
	subject := q.Clause.Subject == (english.Span{})
	var before, after []english.Span
	for _, m := range n.Find(text) {
		switch s := (english.Span{Start: m.Start, End: m.End}); {
		case m.Kind == names.Role || isAsked(n, m.Name, q):
		case s.End <= tokens[verb].Start:
			before = append(before, s)
		case s.Start >= agent || v != passive && s.Start >= tokens[verb].End:
			after = append(after, s)
		}
	}
	switch {
	case v == unclear:
		return nil
	case subject == (v == active):
		slices.Reverse(before)
		near := joined(text, before)
		slices.Reverse(near)
		if last := len(near) - 1; last >= 0 && verb > 1 && near[last].End == tokens[verb-2].End && phraseEnd(text, tokens[verb-2:verb]) {
			near[last].End = tokens[verb-1].End
		}
		return near
	}
	return joined(text, after)
}

// phraseEnd reports whether the second of two words is the noun that goes with the name before
// it: "Western countries".
func phraseEnd(text string, pair []english.Token) bool {
	noun := pair[1]
	return text[pair[0].End:noun.Start] == " " && !noun.Stop && !noun.Upper && !strings.HasSuffix(noun.Norm, "ly")
}

// joined returns the first of the spans and those that "and" or a comma joins to it.
func joined(text string, spans []english.Span) []english.Span {
	for i := 1; i < len(spans); i++ {
		a, b := spans[i-1], spans[i]
		switch gap := text[min(a.End, b.End):max(a.Start, b.Start)]; gap {
		case " and ", ", ", ", and ", " or ":
		default:
			return spans[:i]
		}
	}
	return spans
}
