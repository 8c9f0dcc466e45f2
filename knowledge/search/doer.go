package search

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
	"talksbot/knowledge/question"
)

// doer returns the names that stand where who is asked about does in the sentence: before
// the verb of the question, for "who did he accuse" behind it, and the other way round
// where the verb is passive. It returns none where the sentence does not have the verb or
// does not tell; of several names the nearest, with those joined to it.
func (a answer) doer() []english.Span {
	verb := a.verb()
	if verb <= 0 || a.Tokens[verb-1].Norm == "to" {
		return nil
	}
	v, agent := voiceOf(a.Text, verb), verb
	isBy := func(t english.Token) bool { return t.Norm == "by" }
	if by := slices.IndexFunc(a.Tokens[verb:min(len(a.Tokens), verb+byWithin)], isBy); by > 0 && v != active {
		v, agent = passive, verb+by
	}
	if v == unclear {
		return nil
	}
	before, after := a.around(verb, agent, v)
	if asksDoer := a.q.Clause.Subject == (english.Span{}) && !a.q.Clause.Passive; asksDoer != (v == active) {
		return a.joined(after)
	}
	slices.Reverse(before)
	near := a.joined(before)
	slices.Reverse(near)
	if last := len(near) - 1; last >= 0 && verb > 1 && near[last].End == a.Tokens[verb-2].End && a.endsPhrase(verb-1) {
		near[last].End = a.Tokens[verb-1].End
	}
	return near
}

// verb returns the token that is the verb of the question, -1 where there is none.
func (a answer) verb() int {
	verb := a.q.Clause.Verb
	term := slices.IndexFunc(a.q.Terms, func(t question.Term) bool { return t.Start == verb.Start })
	if term < 0 || verb == (english.Span{}) {
		return -1
	}
	return slices.IndexFunc(a.Tokens, func(t english.Token) bool { return t.Stem == a.q.Terms[term].Stem })
}

// around returns the names before the verb, and behind it or, of a passive, behind its "by".
func (a answer) around(verb, agent int, v voice) (before, after []english.Span) {
	for _, m := range a.names.FindIn(a.Text) {
		switch s := a.fullName(english.Span{Start: m.Start, End: m.End}); {
		case m.Kind == names.Role || a.asked(m.Name) || s.Start == s.End:
		case s.End <= a.Tokens[verb].Start:
			before = appendApart(before, s)
		case s.Start >= a.Tokens[agent].End || v != passive && s.Start >= a.Tokens[verb].End:
			after = appendApart(after, s)
		}
	}
	return before, after
}

// endsPhrase reports whether token i is the noun that goes with the name before it: "Western
// countries".
func (a answer) endsPhrase(i int) bool {
	noun := a.Tokens[i]
	return a.Gap(i) == " " && !noun.Stop && !noun.Upper && (strings.HasSuffix(noun.Norm, "s") || pluralNouns.Has(noun.Norm))
}

// joined returns the first of the spans and those that "and" or a comma joins to it.
func (a answer) joined(spans []english.Span) []english.Span {
	for i := 1; i < len(spans); i++ {
		s, t := spans[i-1], spans[i]
		switch a.String[min(s.End, t.End):max(s.Start, t.Start)] {
		case " and ", ", ", ", and ", " or ":
		default:
			return spans[:i]
		}
	}
	return spans
}
