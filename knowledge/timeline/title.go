package timeline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge/english"
)

// A calendar shows the day itself, so the title of an event there is what happens, without it, and where:
// always a stretch of the article's own words.

var (
	callingVerbs  = english.Inflected("verbs of calling a meeting", english.AnyForm)
	meetings      = english.Class("gatherings")
	dayLeads      = english.Class("before a day that a title leaves out")
	placeLeads    = english.Class("before where an event is")
	phraseOpeners = english.Class("articles")
)

// Title returns what happens, in the words of the first mention, without the day: of "The chair has decided
// to convene a meeting of the council on Friday" the meeting of the council.
func (e Event) Title() string {
	m := e.Mentions[0]
	text, span := m.Article.Words(), m.Clause
	if s, ok := meetingIn(text, span, m.Time); ok {
		span = s
	} else {
		span = withoutDay(text, span, m.Time)
	}
	title := span.Of(m.Article.Text)
	r, size := utf8.DecodeRuneInString(title)
	return string(unicode.ToUpper(r)) + title[size:]
}

// meetingIn returns the meeting that somebody has called, where that is what the clause tells.
func meetingIn(text english.Text, clause, time english.Span) (english.Span, bool) {
	words := text.In(english.Span{Start: clause.Start, End: max(clause.Start, time.Start)}).Tokens
	called, start := false, -1
	for i, w := range words {
		switch {
		case callingVerbs.Has(w.Norm):
			called, start = true, -1
		case called && phraseOpeners.Has(w.Norm) && start < 0:
			start = i + 1
		case called && start >= 0 && meetings.Has(w.Norm):
			return meetingFrom(text, words[start:], i-start, time)
		}
	}
	return english.Span{}, false
}

// meetingFrom returns the meeting whose noun is the word at noun, with what belongs to it.
func meetingFrom(text english.Text, words []english.Token, noun int, time english.Span) (english.Span, bool) {
	last, end := len(words), time.Start
	for last > noun+1 && dayLeads.Has(words[last-1].Norm) {
		last--
		end = words[last].Start
	}
	if noun > 3 || last-noun < 3 || words[noun+1].Norm != "of" {
		return english.Span{}, false
	}
	return trimSpace(text.String, english.Span{Start: words[0].Start, End: end}), true
}

// withoutDay leaves the time out of a clause that begins or ends with it, where enough remains.
func withoutDay(text english.Text, clause, time english.Span) english.Span {
	span := clause
	before := text.In(english.Span{Start: clause.Start, End: time.Start}).Tokens
	led := len(before) > 0 && dayLeads.Has(before[len(before)-1].Norm)
	switch {
	case time.End == clause.End && led:
		span.End = before[len(before)-1].Start
	case strings.HasPrefix(text.String[time.End:clause.End], ",") && (len(before) == 0 || led && len(before) == 1):
		span.Start = time.End + 1
	default:
		return clause
	}
	telling := 0
	for _, w := range text.In(span).Tokens {
		if !w.Stop {
			telling++
		}
	}
	if telling < 2 {
		return clause
	}
	return trimSpace(text.String, span)
}

func trimSpace(text string, s english.Span) english.Span {
	s.Start += len(s.Of(text)) - len(strings.TrimLeft(s.Of(text), " ,\n\t"))
	s.End -= len(s.Of(text)) - len(strings.TrimRight(s.Of(text), " ,\n\t"))
	return s
}

// Place returns where the first mention says the event is, in its own words; "" where it does not: a name
// behind "in" or "at", beside the time or beside what happens ("meets in Geneva on Friday"). In "the
// situation in Geneva on Friday" it belongs to something else.
func (e Event) Place() string {
	m := e.Mentions[0]
	text := m.Article.Words()
	words := text.In(m.Clause).Tokens
	for i, w := range words {
		if i == 0 || i+1 == len(words) || !placeLeads.Has(w.Norm) {
			continue
		}
		before := words[i-1]
		form, usually := english.VerbForm(before.Norm)
		if !m.Time.Contains(before.Span) && !meetings.Has(before.Norm) && (form == 0 || !usually) {
			continue
		}
		if place := nameAt(text, words[i+1:], m.Time); place != "" {
			return place
		}
	}
	return ""
}

// nameAt returns the name that words begin with: those written with a capital that stand next to one another.
func nameAt(text english.Text, words []english.Token, time english.Span) string {
	first, end := 0, 0
	if len(words) > 1 && phraseOpeners.Has(words[0].Norm) {
		first, end = 1, 1
	}
	for end < len(words) && words[end].Upper && !time.Contains(words[end].Span) && !unicode.IsDigit(rune(words[end].Norm[0])) {
		if end > first && strings.TrimSpace(text.String[words[end-1].End:words[end].Start]) != "" {
			break
		}
		end++
	}
	if end == first {
		return ""
	}
	return text.String[words[first].Start:words[end-1].End]
}
