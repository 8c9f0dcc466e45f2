package names

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
)

// What stands beside a name.
var (
	officeWords = func() english.Set {
		words := english.Lowered("titles")
		for _, class := range []string{"cue office", "portfolio holders", "name titles"} {
			for w := range english.Class(class) {
				words[w] = struct{}{}
			}
		}
		for _, class := range []string{"courtesy titles", "relations", "office ranks"} {
			for w := range english.Class(class) {
				delete(words, w)
			}
		}
		return words
	}()
	beforeOffice  = english.Class("office words")
	relationWords = english.Class("relations")
	serving       = english.Inflected("serving", english.AnyForm)
	theirs        = english.SetOf("a an the his her its their our")
	besideTimes   = english.Stems("time nouns")
	besideClauses = english.SetOf("who whom whose which that now")
	besideCopulas = english.Class("forms of be")
	besideDets    = english.Class("determiners")
	besideEnds    = english.SetOf("who whom whose which that and but or as when where while since after before said says has have had is was will")
)

// The most words an office has before a name, and behind it.
const (
	mostBefore = 6
	mostBehind = 9
)

// Beside returns the words by which a sentence says what somebody is whom it names: "Deputy
// Minister" of "Deputy Minister Ann Lee", "mayor" of "the mayor, Ann Lee,", "head of the bank" of
// "Ann Lee, the head of the bank," and of "Ann Lee is the head of the bank". The span is empty
// where it does not say so.
func Beside(t english.Text, m Mention) english.Span {
	first := slices.IndexFunc(t.Tokens, func(w english.Token) bool { return w.Start >= m.Start })
	if first < 0 {
		return english.Span{}
	}
	end := first
	for all := strings.Fields(m.Name); first > 0 && slices.Contains(all, t.Written(first-1)); {
		first-- // the first name, where the mention is the surname only
	}
	for end < len(t.Tokens) && t.Tokens[end].Start < m.End {
		end++
	}
	before, after := t.Gap(first), t.Gap(end)
	switch behind := behindName(t, m, end); {
	case behind.Start < behind.End:
		return behind
	case before == " ":
		return beforeName(t, first)
	case before == ", " && (strings.HasPrefix(after, ",") || strings.HasPrefix(after, ".")):
		return beforeName(t, first)
	}
	return english.Span{}
}

// beforeName returns the office that ends before token i.
func beforeName(t english.Text, i int) english.Span {
	last := t.Tokens[i-1]
	if !officeWords.Has(strings.TrimSuffix(last.Norm, ".")) {
		return english.Span{}
	}
	start := i - 1
	for start > 0 && i-start < mostBefore && qualifies(t, start-1, last.Upper) {
		start--
	}
	if whole := i - 1 - nounsBefore(t, i-1); !last.Upper && whole < start {
		start = whole // "the union leader"
	}
	return english.Span{Start: t.Tokens[start].Start, End: last.End}
}

// qualifies reports whether token i goes with the office behind it: with a title that is written
// large what is written so too, with one that is not words that offices have.
func qualifies(t english.Text, i int, title bool) bool {
	w := t.Tokens[i]
	switch gap := t.Gap(i + 1); {
	case w.Stop, gap != " " && gap != "-":
		return false
	case rankWords.Has(w.Norm), w.Upper:
		return true
	}
	return !title && beforeOffice.Has(w.Norm)
}

// nounsBefore returns how many words stand between a determiner and token i, where they are few.
func nounsBefore(t english.Text, i int) int {
	for n := range 3 {
		at := i - n - 1
		if at < 0 || besideDets.Has(t.Tokens[at].Norm) {
			return n
		}
		if gap := t.Gap(at + 1); t.Tokens[at].Stop || gap != " " && gap != "-" {
			break
		}
	}
	return 0
}

// behindName returns the office in apposition, or said to be somebody's, from token i on: behind
// ", the", "is the" or ", who served as".
func behindName(t english.Text, m Mention, i int) english.Span {
	gap := ""
	if i < len(t.Tokens) {
		gap = t.Gap(i)
	}
	apposed := gap == ", "
	if apposed && t.Tokens[i].Norm == "who" {
		i, apposed = i+1, false
	} else if !apposed && gap != " " {
		return english.Span{}
	}
	if !apposed {
		n := saysIs(t, i)
		if i += n; n == 0 {
			return english.Span{}
		}
	}
	determined := false
	for i < len(t.Tokens) && besideDets.Has(t.Tokens[i].Norm) {
		determined = determined || theirs.Has(t.Tokens[i].Norm)
		i++
	}
	office, end := false, i
	for end < len(t.Tokens) && end-i < mostBehind && !besideEnds.Has(t.Tokens[end].Norm) {
		if end > i && strings.ContainsAny(t.Gap(end), ",.;:—–()\"“”") {
			break
		}
		office = office || officeWords.Has(t.Tokens[end].Norm) || determined && relationWords.Has(t.Tokens[end].Norm)
		end++
	}
	if end == i {
		return english.Span{}
	}
	stops := end == len(t.Tokens) || strings.ContainsAny(t.Gap(end), ",.;—–")
	described := apposed && determined && m.Kind == Person && !besideTimes.Has(t.Tokens[i].Stem) // "the owner of a brewery"
	switch {
	case described && (stops || besideClauses.Has(t.Tokens[end].Norm) || goesOn(t, end)):
	case !office, apposed && !stops && !(determined && besideEnds.Has(t.Tokens[end].Norm)):
		return english.Span{}
	case !apposed && !determined && !officeWords.Has(t.Tokens[i].Norm) && !t.Tokens[i].Upper:
		return english.Span{}
	}
	return english.Span{Start: t.Tokens[i].Start, End: t.Tokens[end-1].End}
}

// goesOn reports whether token i joins something of the same to what stands before it: "and
// president of the bank".
func goesOn(t english.Text, i int) bool {
	return t.Tokens[i].Norm == "and" && i+1 < len(t.Tokens) && !t.Tokens[i+1].Stop && !t.Tokens[i+1].Upper
}

// saysIs returns how many words from token i on say that somebody is something: "is", "served as".
func saysIs(t english.Text, i int) int {
	switch {
	case i >= len(t.Tokens):
		return 0
	case besideCopulas.Has(t.Tokens[i].Norm):
		return 1
	case serving.Has(t.Tokens[i].Norm) && i+1 < len(t.Tokens) && t.Tokens[i+1].Norm == "as":
		return 2
	}
	return 0
}
