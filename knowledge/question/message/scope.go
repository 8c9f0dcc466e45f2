package message

import (
	"strings"

	"talksbot/knowledge/calendar"
	"talksbot/knowledge/english"
	"talksbot/knowledge/timex"
)

// A Scope is whose articles, or those of which days, a message is to be answered from: "according
// to the Port Post", "in the article of 3 March". The zero Scope is all of them.
type Scope struct {
	Outlet    string        // one of those held; "" for any
	Published calendar.Days // zero for any
}

// IsZero reports whether the scope is all articles.
func (s Scope) IsZero() bool { return s.Outlet == "" && s.Published.IsZero() }

// With returns the scope narrowed by what another names.
func (s Scope) With(other Scope) Scope {
	if other.Outlet != "" {
		s.Outlet = other.Outlet
	}
	if !other.Published.IsZero() {
		s.Published = other.Published
	}
	return s
}

// Holds reports whether an article of that outlet, published on that day, is within the scope.
func (s Scope) Holds(outlet string, published calendar.Day) bool {
	if s.Outlet != "" && s.Outlet != outlet {
		return false
	}
	days := s.Published
	return days.IsZero() || !published.IsZero() && !published.Before(days.From) && !published.After(days.To)
}

// ScopeOf returns the scope that a message names, of the outlets that are held, and the message
// without the words for it: what is asked of what is in the scope. Days are as seen from now. Of
// what an outlet is the topic rather than the source is no scope: "Who owns the Port Post?"
func ScopeOf(text string, outlets []string, now timex.Moment) (s Scope, rest string) {
	u := english.Read(text)
	for _, m := range mentions(u, outlets, now) {
		if rest, ok := m.cut(); ok {
			return m.Scope, rest
		}
	}
	return Scope{}, text
}

// cut returns the text without the words that make the source its scope; ok is false where it is
// spoken of in another way.
func (m source) cut() (rest string, ok bool) {
	if n := m.credits(); n > 0 {
		return m.without(m.from-n, m.to), true
	}
	if rest, ok := m.reports(); ok {
		return rest, true
	}
	if m.article {
		return m.spliced("the article"), true
	}
	return "", false
}

// credits returns how many words before the source say that it is one: "according to", "in"; 0 for
// none. Where only a name follows, many of them may say something else: "Who works for Reuters?"
func (m source) credits() int {
	for n := min(3, m.from); n > 0; n-- {
		if m.PhraseAt(m.from-n, crediting) == n {
			return n
		}
	}
	before := m.at(m.from - 1)
	ends := m.to == len(m.Tokens)
	switch {
	case before == "in" && (m.article || m.capital && (m.from == 1 || ends)):
		return 1
	case m.article && (before == "from" || before == "by"):
		return 1
	case (before == "by" || before == "from" || before == "of") && m.from > 1 && (sources.Has(m.Tokens[m.from-2].Stem) || newsNouns.Has(m.Tokens[m.from-2].Stem)):
		return 1
	}
	return 0
}

// reports reads what asks what the source reports: "What does the Port Post say about the pier?" asks
// for the articles about the pier, "When did it say the pier opens?" when the pier opens.
func (m source) reports() (rest string, ok bool) {
	verb := m.to
	for verb < len(m.Tokens) && (m.at(verb) == "been" || m.at(verb) == "be" || m.at(verb) == "also") {
		verb++
	}
	if verb >= len(m.Tokens) || !reporting.Has(m.Tokens[verb].Stem) && !reporting.Has(m.Tokens[verb].Norm) {
		return "", false
	}
	asks := 0
	for asks < m.from && !questionWords.Has(m.at(asks)) {
		asks++
	}
	lead := m.Tokens[min(asks, m.from):m.from]
	if len(lead) > 0 && questionAuxiliaries.Has(lead[len(lead)-1].Norm) {
		lead = lead[:len(lead)-1]
	}
	after := ""
	if verb+1 < len(m.Tokens) {
		after = strings.TrimSpace(m.String[m.Tokens[verb+1].Start:])
	}
	open := verb+1 == len(m.Tokens) || links.Has(m.at(verb+1)) || onlyDated(after)
	if open && (len(lead) == 0 || len(lead) == 1 && (lead[0].Norm == "what" || lead[0].Norm == "how")) {
		return strings.TrimRight("Summarise the articles "+after, " ?.!") + ".", true
	}
	if len(lead) == 0 {
		return after, after != ""
	}
	return m.String[lead[0].Start:lead[len(lead)-1].End] + " " + after, true
}

// onlyDated reports whether words name days and nothing else.
func onlyDated(words string) bool {
	return len(utterance{Text: english.Read(words)}.undated().Tokens) == 0
}

// without returns the text without tokens [from, to) and the marks around them.
func (m source) without(from, to int) string {
	before, after := m.String[:m.Tokens[from].Start], m.String[m.Tokens[to-1].End:]
	after = strings.TrimLeft(strings.TrimPrefix(strings.TrimPrefix(after, "'s"), "’s"), " ,:;-–—")
	if before = strings.TrimRight(before, " ,:;-–—"); before == "" {
		return after
	}
	if after == "" || strings.Trim(after, "?.! ") == "" {
		return before + after
	}
	return before + " " + after
}

// spliced returns the text with other words in the place of the source.
func (m source) spliced(by string) string {
	return m.String[:m.Tokens[m.from].Start] + by + m.String[m.Tokens[m.to-1].End:]
}
