package search

import (
	"slices"
	"strings"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
	"talksbot/knowledge/question"
	"talksbot/knowledge/timex"
)

// Spans returns the words of the passage that answer the question: the date, the names, the
// number with its unit, the clause that gives the reason. They are offsets into p.Text(), in
// order and apart, whole phrases. Of several of the question's kind those stand that the encoder
// takes for the answer; where it takes others, or there are none of the kind, its own. Where
// nothing tells which of many is meant, there are none. They are never only what the question
// says.
func Spans(n *names.Names, q question.Question, p article.Passage) []english.Span {
	a := answer{Text: p.Words(), names: n, q: q}
	if held := holders(a); len(held) > 0 {
		return a.whole(held)
	}
	kind := a.whole(a.ofKind(p))
	if p.Answer.Start < p.Answer.End {
		if both := slices.DeleteFunc(slices.Clone(kind), func(s english.Span) bool { return !s.Overlaps(p.Answer) }); len(both) > 0 {
			return both
		}
		if read := a.read(p.Answer); len(read) > 0 && (q.Kind != question.When || len(kind) == 0) {
			return read
		}
	}
	if len(kind) > mostApart && len(a.joined(kind)) < len(kind) {
		return nil
	}
	return kind
}

// mostApart is how many answers of the kind stand in a sentence that is not a list of them.
const mostApart = 2

// ofKind returns the words that are the kind of answer that is asked for.
func (a answer) ofKind(p article.Passage) []english.Span {
	switch a.q.Kind {
	case question.When:
		return a.dates(p.Dates())
	case question.Who:
		if a.q.Identity {
			return a.office()
		}
		if doer := a.doer(); len(doer) > 0 {
			return doer
		}
		return a.named(names.Person, names.Org, names.Other)
	case question.Where:
		return a.places()
	case question.HowMany:
		return a.numbers(p.Dates())
	case question.Why:
		return a.reason()
	}
	return nil
}

// dates returns the dates that stand with what is asked about, how long and how often only
// where the passage has no other.
func (a answer) dates(all []timex.Expression) []english.Span {
	var days, others []english.Span
	for _, d := range all {
		s := english.Span{Start: d.Start, End: d.End}
		switch {
		case strings.Contains(strings.ToLower(a.q.Text), strings.ToLower(s.Of(a.String))):
		case d.Type == timex.Duration || d.Type == timex.Set || d.From.IsZero():
			others = append(others, s)
		default:
			days = append(days, s)
		}
	}
	return a.nearest(or(days, others))
}

// named returns the names that the question does not say, of the first of the kinds that the
// passage has.
func (a answer) named(kinds ...names.Kind) []english.Span {
	found := a.names.FindIn(a.Text)
	for _, kind := range kinds {
		var spans []english.Span
		for _, m := range found {
			if s := a.fullName(english.Span{Start: m.Start, End: m.End}); m.Kind == kind && s.Start < s.End && !a.asked(m.Name) && !(kind == names.Other && a.placed(m.Start)) {
				spans = appendApart(spans, a.withOffice(s))
			}
		}
		if len(spans) > 0 {
			return a.nearHead(spans)
		}
	}
	return nil
}

// places returns the places the question does not say, those something happens "in" or "at"
// if there are any. An adjective ("Russian") is no place.
func (a answer) places() []english.Span {
	var inside, others []english.Span
	for _, f := range a.names.Findings(a.Text) {
		if f.Spot == names.NoSpot || a.asked(f.Name) || a.goesOn(f.End) {
			continue
		}
		before := a.at(f.Start) - 1
		if before > 0 && a.Tokens[before].Norm == "the" {
			before--
		}
		s := english.Span{Start: f.Start, End: f.End}
		if before >= 0 && insideWords.Has(a.Tokens[before].Norm) {
			inside = append(inside, s)
		} else {
			others = append(others, s)
		}
	}
	return or(inside, others)
}

// office returns what stands right before the name asked about and says what its bearer is:
// "NATO Secretary General" of "NATO Secretary General Jens Stoltenberg". Where the question
// gives the office, it returns the name.
func (a answer) office() []english.Span {
	for i, t := range a.Tokens {
		o, size := a.names.OfficeAt(a.Text, i)
		if size == 0 || o.Role == "" || i+size >= len(a.Tokens) {
			continue
		}
		for _, m := range a.names.FindIn(english.Text{String: a.String, Tokens: a.Tokens[i+size:]}) {
			if m.Start != a.Tokens[i+size].Start || !a.asked(m.Name) {
				continue
			}
			bearer := english.Span{Start: m.Start, End: m.End}
			given := func(n names.Mention) bool { return strings.Contains(a.q.Text[n.Start:n.End], bearer.Of(a.String)) }
			if slices.ContainsFunc(a.q.Names, given) {
				return []english.Span{{Start: t.Start, End: a.Tokens[i+size-1].End}}
			}
			return []english.Span{bearer}
		}
	}
	return nil
}

var (
	reasonWords  = english.Class("before a reason") // open the clause that gives a reason
	purposeNouns = english.SetOf(`order attempt effort`)
)

// reason returns the clause that gives the reason, from its first word to the next comma or
// the end.
func (a answer) reason() []english.Span {
	for i, t := range a.Tokens {
		start := t.Start
		switch {
		case reasonWords.Has(t.Norm):
		case t.Norm == "to" && i > 1 && purposeNouns.Has(a.Tokens[i-1].Norm):
			start = a.Tokens[i-2].Start
		default:
			continue
		}
		end := a.Tokens[len(a.Tokens)-1].End
		if comma := strings.IndexAny(a.String[t.End:], ",;"); comma >= 0 {
			end = min(end, t.End+comma)
		}
		return []english.Span{{Start: start, End: end}}
	}
	return nil
}
