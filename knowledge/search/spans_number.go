package search

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/question"
	"talksbot/knowledge/timex"
)

// numbers returns the numbers with the words they count, those that count what the question
// asks for if there are any, and no days, years or parts of names. Both ends of a range are one.
func (a answer) numbers(dates []timex.Expression) []english.Span {
	if measureCues[a.q.Measure]&cueAge != 0 {
		if age, ok := a.age(); ok {
			return []english.Span{age}
		}
	}
	var counted, others, aside []english.Span
	for i := 0; i < len(a.Tokens); i++ {
		t := a.Tokens[i]
		for len(dates) > 0 && dates[0].End <= t.Start {
			dates = dates[1:]
		}
		_, number := english.Number(t.Norm)
		inDate := len(dates) > 0 && dates[0].Start <= t.Start && dates[0].Type != timex.Duration
		if !number || t.Stop || inDate || a.inName(i) || a.isYear(i) || slices.ContainsFunc(a.q.Terms, func(q question.Term) bool { return q.Norm == t.Norm }) {
			continue
		}
		first := i
		i = a.counted(i, a.upTo(i))
		s := english.Span{Start: a.Tokens[a.leads(first)].Start, End: a.Tokens[i].End}
		switch {
		case a.q.Focus != "" && slices.ContainsFunc(a.Tokens[first:i+1], func(t english.Token) bool { return t.Stem == a.q.Focus }):
			counted = append(counted, s)
		case strings.HasSuffix(a.Gap(first), "("):
			aside = append(aside, s)
		default:
			others = append(others, s)
		}
	}
	if a.q.Measure != "many" {
		others = amounts(a.Text, others)
	}
	return or(a.nearest(counted), or(a.nearest(others), aside))
}

// age returns where the age stands in "a 41-year-old vet" and "Tone Lie, 41,".
func (a answer) age() (english.Span, bool) {
	for i, t := range a.Tokens {
		switch {
		case !isNumber(t):
		case i+2 < len(a.Tokens) && a.Tokens[i+2].Norm == "old":
			return english.Span{Start: t.Start, End: a.Tokens[i+2].End}, true
		case i > 0 && a.Tokens[i-1].Upper && strings.HasPrefix(a.Gap(i), ",") && closesAge(a.Text, i):
			return t.Span, true
		}
	}
	return english.Span{}, false
}

// amounts returns the spans that are amounts of money or shares, all of them where none is.
func amounts(t english.Text, spans []english.Span) []english.Span {
	return or(slices.DeleteFunc(slices.Clone(spans), func(s english.Span) bool {
		return !strings.ContainsAny(s.Of(t.String), "$€£%") && !slices.ContainsFunc(t.Touching(s), func(t english.Token) bool { return shares.Has(t.Norm) })
	}), spans)
}

var shares = english.Class("cue share")

// isYear reports whether the number at token i looks like a year and counts nothing.
func (a answer) isYear(i int) bool {
	n, _ := english.Number(a.Tokens[i].Norm)
	written := a.Tokens[i].Of(a.String)
	return len(written) == 4 && strings.Trim(written, "0123456789") == "" && n >= 1000 && n <= 2100 && (i+1 == len(a.Tokens) || a.Tokens[i+1].Stem != a.q.Focus)
}

// inName reports whether the number at token i is part of a name: "Route 99".
func (a answer) inName(i int) bool {
	return i > 1 && a.Gap(i) == " " && a.Tokens[i-1].Upper && !a.Tokens[i-1].Stop
}

// leads returns the token that a number at token i begins with: the "a" of "a million".
func (a answer) leads(i int) int {
	if i > 0 && a.Tokens[i-1].Norm == "a" && a.Gap(i) == " " {
		return i - 1
	}
	return i
}

// upTo returns the last number of the range that the number at token i begins: "5 to 15".
func (a answer) upTo(i int) int {
	for i+2 < len(a.Tokens) && a.Tokens[i+1].Norm == "to" && isNumber(a.Tokens[i+2]) {
		i += 2
	}
	for i+1 < len(a.Tokens) && (a.Gap(i+1) == "–" || a.Gap(i+1) == "-") && isNumber(a.Tokens[i+1]) {
		i++
	}
	return i
}

// isNumber reports whether a word is a number.
func isNumber(t english.Token) bool {
	_, ok := english.Number(t.Norm)
	return ok
}

// mostCounted is how many words say what a number counts.
const mostCounted = 3

// counted returns the last token of what the number at token i counts, up to the end of the
// phrase: "1,200 ships", "$37.6 billion", "18 world records". Where that cannot be told it is
// the number alone. The number begins at token first and has token i.
func (a answer) counted(first, i int) int {
	for i+1 < len(a.Tokens) && a.Gap(i+1) == " " && isNumber(a.Tokens[i+1]) && !a.Tokens[i+1].Stop {
		i++
	}
	if strings.HasSuffix(a.Tokens[i].Norm, "%") {
		return i
	}
	end := i
	for end+1 < len(a.Tokens) && a.Gap(end+1) == " " && !a.Tokens[end+1].Stop && !isNumber(a.Tokens[end+1]) && !verbal(a.Tokens[end+1]) {
		end++
		if a.inQuestion(a.Tokens[end]) || end-i > mostCounted {
			break
		}
	}
	if hangs := end+1 < len(a.Tokens) && strings.HasPrefix(a.Gap(end+1), "- "); hangs && end > i {
		return i // "1,500 coal- and gas-fired plants"
	}
	if money := strings.ContainsAny(a.String[a.Tokens[first].Start:a.Tokens[i].End], "$€£") || strings.ContainsAny(a.Gap(first), "$€£"); money || end-i > mostCounted {
		return i
	}
	return end
}

// inQuestion reports whether the question has the word.
func (a answer) inQuestion(t english.Token) bool {
	return slices.ContainsFunc(a.q.Terms, func(q question.Term) bool { return q.Stem == t.Stem })
}

// verbal reports whether a word is a verb rather than a noun, by its form.
func verbal(t english.Token) bool {
	return english.FormOf(t.Norm)&(english.Past|english.Gerund) != 0 || strings.HasSuffix(t.Norm, "ly")
}
