package grammar

import (
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/timex"
)

// Dated reports whether an expression names a date that can be compared: a day, month or year,
// known or partly known ("XXXX-01-10" where nothing tells the year).
func Dated(d timex.Expression) bool {
	return d.Type != timex.Duration && !d.Vague && strings.ContainsAny(d.Value, "0123456789")
}

// Deictic reports whether a date is meant from the day of writing, and that day is not known:
// then only the words can be compared.
func Deictic(text string, d timex.Expression) bool {
	if !d.From.IsZero() {
		return false
	}
	first, _, _ := strings.Cut(strings.ToLower(text[d.Start:d.End]), " ")
	return deictics.Has(first)
}

var deictics = english.Class("first words of deictic dates")

// Fixes reports whether a date of the sentence has to stand in the evidence.
func Fixes(s *Sentence, d timex.Expression) bool { return Dated(d) || Deictic(s.String, d) }

// timeEnds are the words before a date that make it the end of a time, not a day on which
// something is: "for the first time since 1987" does not say that anything happened in 1987.
var timeEnds = english.Class("time ends")

// BoundOf returns which end of a time date k is, and "" for a day on which something is. A
// date that goes with a noun, "since Sunday's flood", is that of the noun.
func BoundOf(s *Sentence, k int) string {
	d := s.Dates[k]
	first, next := s.TokenAt(d.Start), s.TokenAt(d.End)
	if first >= len(s.Tokens) {
		return ""
	}
	if s.Possessed(d.End) ||
		next < len(s.Tokens) && s.Tokens[next].Key != "" && !s.Broken(next) && next > first {
		return ""
	}
	if end := endOfSpan(s, first, next); end != "" {
		return end
	}
	for i := first; i >= 0 && i >= first-3 && s.Tokens[i].Clause == s.Tokens[first].Clause; i-- {
		norm := s.Tokens[i].Norm
		if norm == "till" {
			return "until"
		}
		if timeEnds.Has(norm) {
			return norm
		}
		if i < first && !beforeDates.Has(norm) {
			break
		}
	}
	return ""
}

// endOfSpan returns which end of a time the date from token first to the one before next is: "from 2009 to
// 2017".
func endOfSpan(s *Sentence, first, next int) string {
	switch {
	case movesDate(s, first):
		return ""
	case s.Norm(first-1) == "from" && next+1 < len(s.Tokens) && spanTo.Has(s.Norm(next)) && s.Tokens[next+1].Date > 0:
		return "since"
	case spanTo.Has(s.Norm(first-1)) && first > 2 && s.Tokens[first-2].Date > 0 && fromBefore(s, s.Tokens[first-2].Date-1):
		return "until"
	}
	return ""
}

// movesDate reports whether the verb before token i gives a thing another day: "was put off from 2 May to 9 May"
// is no time from one to the other.
func movesDate(s *Sentence, i int) bool {
	for _, t := range s.Before(i, Clause) {
		if t.Speech == Verb {
			return datesMoved.Has(t.Stem)
		}
	}
	return false
}

var datesMoved = english.Stems("verbs of moving a date")

// fromBefore reports whether a "from" stands before date k.
func fromBefore(s *Sentence, k int) bool { return s.Norm(s.TokenAt(s.Dates[k].Start)-1) == "from" }

var spanTo = english.Class("between the ends of a time")

// beforeDates may stand between the word that makes a bound of a date and the date.
var beforeDates = english.Class("between a bound and its date")
