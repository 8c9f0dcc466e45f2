package search

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
)

var (
	calendarNames = english.Lowered("calendar names")
	pluralNouns   = english.Class("plurals without s")
)

// fullName returns the whole of the name of which the span is a part: "Chelsea Clinton", "New York
// Post", and with a name before what several people are called that: "Senate leaders". It is
// empty where the name only says what somebody else is: "Green Party candidate Jill Stein".
func (a answer) fullName(s english.Span) english.Span {
	first := a.at(s.Start)
	for first > 0 && !a.followsOffice(first) && a.belongs(first-1, first) {
		first--
	}
	last := first
	for last+1 < len(a.Tokens) && a.Tokens[last+1].Start < s.End {
		last++
	}
	for last+1 < len(a.Tokens) && a.belongs(last+1, last+1) {
		last++
	}
	end := max(s.End, a.Tokens[last].End-a.Tokens[last].Possessive(a.String))
	if last+1 < len(a.Tokens) && a.Gap(last+1) == " " && end == a.Tokens[last].End && !a.Tokens[last+1].Upper {
		switch norm := a.Tokens[last+1].Norm; {
		case officeTitles.Has(norm):
			return english.Span{}
		case officeTitles.Has(strings.TrimSuffix(norm, "s")):
			end = a.Tokens[last+1].End
		}
	}
	return english.Span{Start: a.Tokens[first].Start, End: end}
}

// withOffice returns a name with the office that stands right before it, where that is the one asked for:
// "Mayor Ann Lee" is one answer to who the mayor is.
func (a answer) withOffice(name english.Span) english.Span {
	first := a.at(name.Start)
	from := first
	for from > 0 && a.Gap(from) == " " && a.Tokens[from-1].Upper && officeTitles.Has(a.Tokens[from-1].Norm) {
		from--
	}
	for _, t := range a.Tokens[from:first] {
		if t.Stem == a.q.Head {
			name.Start = a.Tokens[from].Start
		}
	}
	return name
}

// appendApart appends a span to those before it; one that overlaps the last is part of that.
func appendApart(all []english.Span, s english.Span) []english.Span {
	if n := len(all); n > 0 && s.Start < all[n-1].End {
		all[n-1].End = max(all[n-1].End, s.End)
		return all
	}
	return append(all, s)
}

// belongs reports whether token i is part of the name beside it, with nothing but a space before
// token gap: a word with a capital that is no office, no day and no part of a longer name.
func (a answer) belongs(i, gap int) bool {
	t := a.Tokens[i]
	if a.Gap(gap) != " " || !t.Upper || t.Stop || officeTitles.Has(t.Norm) || calendarNames.Has(t.Norm) || t.Possessive(a.String) > 0 && i < gap {
		return false
	}
	if i == 0 && english.IsCommon(t.Stem) {
		return false
	}
	return !slices.ContainsFunc(a.names.Findings(a.Text), func(f names.Finding) bool {
		return f.Start <= t.Start && t.End <= f.End && strings.Contains(a.String[f.Start:f.End], " ")
	})
}

// followsOffice reports whether token i begins the name of somebody after an office and what it is of,
// which are no part of the name: "Mayor of Fort Velin Jana Sorel".
func (a answer) followsOffice(i int) bool {
	return slices.ContainsFunc(a.names.Findings(a.Text), func(f names.Finding) bool {
		return f.Start == a.Tokens[i].Start && f.Kind == names.Person && f.Of != ""
	})
}

// placed reports whether a place is what stands at an offset, rather than somebody: "the pier of
// Port Ellis".
func (a answer) placed(offset int) bool {
	at := a.at(offset)
	return at > 0 && (insideWords.Has(a.Tokens[at-1].Norm) || a.Tokens[at-1].Norm == "of")
}

// goesOn reports whether a name goes on behind an offset: "New York" in "New York Post".
func (a answer) goesOn(end int) bool {
	next := a.at(end)
	return next > 0 && a.Gap(next) == " " && a.Tokens[next-1].End == end && a.Tokens[next].Upper && !calendarNames.Has(a.Tokens[next].Norm)
}

// nearHead returns of the names those beside the office that is asked for, where the sentence
// has it: none where it stands in another clause.
func (a answer) nearHead(spans []english.Span) []english.Span {
	head := slices.IndexFunc(a.Tokens, func(t english.Token) bool { return t.Stem == a.q.Head && a.q.Head != "" })
	if head < 0 {
		return spans
	}
	return slices.DeleteFunc(spans, func(s english.Span) bool {
		from, to := min(head, a.at(s.Start)), max(head, a.at(s.Start))
		return to-from > farHead
	})
}

// farHead is how many words an office and its holder may stand apart.
const farHead = 8

// insideWords stand before the place where something is.
var insideWords = english.Class("before a place")
