package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge/english"
	"talksbot/knowledge/question"
)

var (
	personals    = english.Class("personal pronouns")
	objectives   = english.Class("object pronouns")
	pointers     = english.Class("demonstratives")
	owners       = english.Class("possessive determiners")
	particles    = english.Class("name particles")
	officeTitles = english.Lowered("titles")
	adjectivals  = []string{"al", "ive", "ous", "ic", "able", "ible", "ary", "ed", "ful", "less", "ish", "ar"}
)

// whole returns the spans with what belongs to them and without what does not, as phrases; those
// that then say nothing are left out, and two that have become one are one.
func (a answer) whole(spans []english.Span) []english.Span {
	var all []english.Span
	for _, s := range spans {
		if s = a.phrase(s); s.Start == s.End {
			continue
		}
		if n := len(all); n > 0 && all[n-1].End >= s.Start {
			all[n-1].End = max(all[n-1].End, s.End)
			continue
		}
		all = append(all, s)
	}
	return all
}

// phrase returns a span as a whole phrase: with all of a compound ("Ban Ki-moon", "non-Catholics")
// and of a name, between brackets or outside them, with no half of a quotation, and neither
// beginning nor ending with a word that only points. It is empty where no phrase is left.
func (a answer) phrase(s english.Span) english.Span {
	s = unbracketed(a.String, a.compound(a.particles(a.compound(s))))
	words := a.Touching(s)
	if a.q.Kind == question.When || len(words) == 0 {
		return s // "this month"
	}
	if first := words[0].Norm; pointers.Has(first) || owners.Has(first) {
		return english.Span{} // "its main part", "these people": whose, which?
	}
	for len(words) > 0 && points(words[0].Norm) {
		words = words[1:]
	}
	for len(words) > 0 && points(words[len(words)-1].Norm) {
		words = words[:len(words)-1]
	}
	if len(words) == 0 || len(words) == 1 && officeTitles.Has(words[0].Norm) && words[0].Upper {
		return english.Span{}
	}
	return english.Span{Start: max(s.Start, words[0].Start), End: min(s.End, words[len(words)-1].End)}
}

// points reports whether a word stands for something else, alone or drawn together with a verb:
// "they", "we're".
func points(norm string) bool {
	if before, _, ok := strings.Cut(norm, "'"); ok {
		norm = before
	}
	return personals.Has(norm) || objectives.Has(norm)
}

// compound returns the span with the words that hyphens and slashes join to it.
func (a answer) compound(s english.Span) english.Span {
	joins := func(r rune) bool { return r == '-' || r == '/' || r == '‑' }
	for {
		r, size := utf8.DecodeLastRuneInString(a.String[:s.Start])
		before, _ := utf8.DecodeLastRuneInString(a.String[:s.Start-size])
		if !joins(r) || !letter(before) {
			break
		}
		s.Start -= size + len(a.String[:s.Start-size]) - len(strings.TrimRightFunc(a.String[:s.Start-size], letter))
	}
	for {
		r, size := utf8.DecodeRuneInString(a.String[s.End:])
		after, _ := utf8.DecodeRuneInString(a.String[s.End+size:])
		if !joins(r) || !letter(after) {
			return s
		}
		rest := a.String[s.End+size:]
		s.End += size + len(rest) - len(strings.TrimLeftFunc(rest, letter))
	}
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// particles returns the span with the name behind a particle at its end, or without the
// particle: "Louis-Joseph de Montcalm".
func (a answer) particles(s english.Span) english.Span {
	words := a.Touching(s)
	n := len(words)
	for n > 1 && particles.Has(words[n-1].Norm) && !words[n-1].Upper {
		n--
	}
	if n == len(words) || n == 0 {
		return s
	}
	if next := a.at(s.End); next > 0 && a.Tokens[next].Upper && a.Gap(next) == " " {
		return english.Span{Start: s.Start, End: a.Tokens[next].End - a.Tokens[next].Possessive(a.String)}
	}
	return english.Span{Start: s.Start, End: words[n-1].End}
}

// unbracketed returns the span without what stands on the other side of a bracket that it has
// only one of.
func unbracketed(whole string, s english.Span) english.Span {
	for _, pair := range []struct{ open, close string }{{"(", ")"}, {"[", "]"}} {
		text := s.Of(whole)
		opened, closed := strings.Count(text, pair.open), strings.Count(text, pair.close)
		switch {
		case opened > closed:
			s.End = s.Start + strings.LastIndex(text, pair.open)
		case closed > opened:
			s.Start += strings.Index(text, pair.close) + len(pair.close)
		}
	}
	return s
}

// halfQuoted reports whether a span begins or ends with a quotation of which it has not all.
func halfQuoted(text string, s english.Span) bool {
	opens, _ := utf8.DecodeLastRuneInString(text[:s.Start])
	closes, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[s.End:], ".,"))
	const marks = "\"“”"
	inside := strings.ContainsAny(s.Of(text), marks)
	return inside || strings.ContainsRune(marks, opens) != strings.ContainsRune(marks, closes)
}

// headed returns the words with the noun behind them, where they end with an adjective or the
// question has the noun: "civil disobedience", "the high court" of "which court".
func (a answer) headed(words []english.Token) []english.Token {
	last := words[len(words)-1]
	adjective := !last.Upper && slices.ContainsFunc(adjectivals, func(end string) bool { return strings.HasSuffix(last.Norm, end) })
	next := a.at(last.End)
	if next < 0 || !adjective && !(a.inQuestion(a.Tokens[next]) && a.Tokens[next].Stem != english.Stem(english.Norm(a.q.Clause.Verb.Of(a.q.Text)))) || a.Gap(next) != " " || a.Tokens[next].Stop || verbal(a.Tokens[next]) {
		return words
	}
	return a.Touching(english.Span{Start: words[0].Start, End: a.Tokens[next].End})
}
