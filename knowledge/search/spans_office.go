package search

import (
	"slices"

	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
	"talksbot/knowledge/question"
)

// holders returns the names of those whom the sentence names with the office that is asked for: "Texas
// Gov. Greg Abbott" of "who is the governor of Texas?"
func holders(a answer) []english.Span {
	asked, ok := officeAsked(a)
	if !ok {
		return nil
	}
	var spans []english.Span
	for _, f := range a.names.Findings(a.Text) {
		if f.Kind == names.Person && f.Office.Role == asked.Role && (f.Office == asked || asked.Of == "" && asksOf(a.names, a.q, f.Office.Of)) {
			spans = append(spans, a.withOffice(english.Span{Start: f.Start, End: f.End}))
		}
	}
	return spans
}

// officeAsked returns the office whose holder is asked for, and whether one is.
func officeAsked(a answer) (names.Office, bool) {
	isHead := func(t english.Token) bool { return t.Stem == a.q.Head }
	words := a.q.Words
	for i := range words.Tokens {
		if o, size := a.names.OfficeAt(words, i); slices.ContainsFunc(words.Tokens[i:i+size], isHead) {
			return o, true
		}
	}
	return names.Office{}, false
}

// asksOf reports whether the question names a place or body, or an office of it.
func asksOf(n *names.Names, q question.Question, of string) bool {
	return slices.ContainsFunc(q.Names, func(m names.Mention) bool { return n.Same(m.Name, of) || n.Same(m.Of, of) })
}
