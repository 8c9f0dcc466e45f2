package question

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
	"talksbot/knowledge/timex"
)

var (
	ofNoun = english.SetOf(`the a an of`)
	beWas  = english.SetOf(`was were`)
)

// mostObject is how many words of what is done are said again.
const mostObject = 6

// Instead returns what a sentence says of somebody it names, as an indirect question: "who led the
// Arlen delegation". It is "" where the sentence does not begin so, or says what is asked.
func (q Question) Instead(n *names.Names, t english.Text) string {
	for _, m := range n.FindIn(t) {
		verb := slices.IndexFunc(t.Tokens, func(w english.Token) bool { return w.Start >= m.End })
		if m.Kind != names.Person && m.Kind != names.Org || verb < 0 || t.Gap(verb) != " " || english.FormOf(t.Tokens[verb].Norm)&english.Past == 0 || t.Tokens[verb].Stop {
			continue
		}
		if q.Clause.Verb != (english.Span{}) && english.Stem(english.Norm(q.Clause.Verb.Of(q.Text))) == t.Tokens[verb].Stem {
			return ""
		}
		link := func(w english.Token) bool { return w.Stop && w.Norm != "the" }
		if slices.ContainsFunc(t.In(english.Span{End: m.Start}).Tokens, link) {
			break // "the death of Kern left the court split"
		}
		end := objectEnd(t, verb)
		if end == verb || sayingForms.Has(t.Tokens[verb].Norm) {
			continue
		}
		return "who " + t.String[t.Tokens[verb].Start:t.Tokens[end].End]
	}
	return ""
}

var sayingForms = english.Inflected("verbs of saying", english.AnyForm)

// objectEnd returns the last token of the object of the verb at a token, that token where there is none.
func objectEnd(t english.Text, verb int) int {
	end := verb
	for end+1 < len(t.Tokens) && end-verb < mostObject && t.Gap(end+1) == " " && (!t.Tokens[end+1].Stop || ofNoun.Has(t.Tokens[end+1].Norm)) &&
		!strings.HasSuffix(t.Tokens[end+1].Norm, "ly") && (end == verb || english.FormOf(t.Tokens[end+1].Norm)&(english.Past|english.Gerund) == 0) {
		end++
	}
	for end > verb && t.Tokens[end].Stop {
		end--
	}
	if after := t.String[t.Tokens[end].End:]; after != "" && !strings.ContainsAny(after[:1], " ,.;") {
		return verb // "a surprise 5-4 decision"
	}
	if end == verb+mostObject || end == verb+1 && !t.Tokens[end].Upper && !ofNoun.Has(t.Tokens[verb+1].Norm) {
		return verb // cut short, or no noun phrase
	}
	return end
}

// WhenDone asks when what a sentence begins with was done: "When was the pier closed?". It is ""
// where the sentence does not begin so, or names no day for it.
func WhenDone(t english.Text, dates []timex.Expression) string {
	be := slices.IndexFunc(t.Tokens, func(w english.Token) bool { return beWas.Has(w.Norm) })
	dated := func(d timex.Expression) bool {
		return !d.From.IsZero() && d.Start > t.Tokens[be+1].End && d.Start <= t.Tokens[be+1].End+len(" on the ")
	}
	if be < 2 || be > mostObject || be+1 >= len(t.Tokens) || !ofNoun.Has(t.Tokens[0].Norm) || strings.ContainsAny(t.String[:t.Tokens[be].Start], ",;:“\"") ||
		english.FormOf(t.Tokens[be+1].Norm)&english.Participle == 0 || !slices.ContainsFunc(dates, dated) {
		return ""
	}
	for i := range be {
		if t.Tokens[i].Stop && !ofNoun.Has(t.Tokens[i].Norm) {
			return ""
		}
	}
	subject := t.String[t.Tokens[0].Start:t.Tokens[be-1].End]
	return "When " + t.Tokens[be].Norm + " " + strings.ToLower(subject[:1]) + subject[1:] + " " + t.Written(be+1) + "?"
}
