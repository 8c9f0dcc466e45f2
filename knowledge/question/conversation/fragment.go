package conversation

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
	"talksbot/knowledge/question"
	"talksbot/knowledge/question/message"
)

// substitute asks the topic again of what the fragment has: a name for one of the same kind,
// a day for a day, a noun for the noun it was about. With a preposition of its own a fragment
// is added where nothing has to give way. It returns "" where it cannot.
func (f followUp) substitute() string {
	switch {
	case len(f.named) > 0:
		return f.forName()
	case len(dates(f.rest)) > 0:
		if old := dates(f.topic); len(old) > 0 {
			return f.replace(english.Span{Start: old[len(old)-1].Start, End: old[len(old)-1].End})
		}
		return f.added()
	}
	return f.forNoun()
}

// forName puts a name in the place of the last one of its kind, of those behind the fragment's
// own preposition if there is one.
func (f followUp) forName() string {
	if whole := f.forPhrase(); whole != "" {
		return whole
	}
	old := f.names.FindIn(f.topic)
	fits := func(m names.Mention) bool {
		return party(m.Kind) == party(f.named[0].Kind) || f.named[0].Kind == names.Other || m.Kind == names.Other
	}
	for _, m := range slices.Backward(old) {
		if fits(m) && f.lead() != "" && f.before(m.Start) == f.lead() {
			return f.replace(english.Span{Start: m.Start, End: m.End})
		}
	}
	for _, m := range slices.Backward(old) {
		if fits(m) && (f.lead() == "" || f.before(m.Start) != "") {
			return f.replace(english.Span{Start: m.Start, End: m.End})
		}
	}
	if f.named[0].Kind == names.Person {
		for _, r := range slices.Backward(referents(f.names, f.topic, verbOf(f.names, f.topic))) {
			if r.sort == person {
				return f.replace(r.Span) // "the mayor"
			}
		}
	}
	return f.added()
}

// forPhrase puts a noun with a name before it, "the Bosk side", in the place of another, "the Arlen
// delegation"; it returns "" where either has none.
func (f followUp) forPhrase() string {
	phrase := func(r referent) bool {
		return r.head != "" && slices.ContainsFunc(f.names.FindIn(english.Read(r.text)), func(m names.Mention) bool { return m.End < len(r.text) })
	}
	if !slices.ContainsFunc(referents(f.names, f.rest, verbOf(f.names, f.rest)), phrase) {
		return ""
	}
	for _, r := range slices.Backward(referents(f.names, f.topic, verbOf(f.names, f.topic))) {
		if phrase(r) {
			return f.replace(r.Span)
		}
	}
	return ""
}

// party folds the kinds of names that can stand in one another's place in a question:
// countries and bodies both hold talks.
func party(k names.Kind) names.Kind {
	switch k {
	case names.Org:
		return names.Place
	case names.Role:
		return names.Person
	}
	return k
}

// forNoun puts a noun in the place of one: of somebody for somebody, of a number asked for for
// the noun that is counted, else for the thing the topic is about.
func (f followUp) forNoun() string {
	own := referents(f.names, f.rest, verbOf(f.names, f.rest))
	if len(own) != 1 && !f.leans {
		return ""
	}
	if len(own) > 0 && own[0].sort == person {
		for _, r := range slices.Backward(referents(f.names, f.topic, verbOf(f.names, f.topic))) {
			if r.sort == person {
				return f.replace(r.Span)
			}
		}
		return ""
	}
	if t := f.parsed(); t.Kind == question.HowMany && t.Order.Focus >= 0 && t.at(t.Order.Asks) == "how" && !determiners.Has(f.rest.Tokens[0].Norm) {
		return f.replace(t.Words.Tokens[t.Order.Focus].Span)
	}
	if len(own) == 0 {
		return f.added()
	}
	for _, r := range referents(f.names, f.topic, verbOf(f.names, f.topic)) {
		if (r.sort == thing || r.sort == group) && (f.lead() == "" || f.before(r.Start) == f.lead()) {
			return f.replace(r.Span)
		}
	}
	return f.added()
}

// lead returns the preposition that the fragment begins with, "" for none.
func (f followUp) lead() string {
	if len(f.rest.Tokens) > 1 && leadIn.Has(f.rest.Tokens[0].Norm) {
		return f.rest.Tokens[0].Norm
	}
	return ""
}

// before returns the preposition of the topic before an offset, its article aside.
func (f followUp) before(offset int) string {
	words := f.topic.In(english.Span{End: offset}).Tokens
	if n := len(words); n > 0 && determiners.Has(words[n-1].Norm) {
		words = words[:n-1]
	}
	if n := len(words); n > 0 && leadIn.Has(words[n-1].Norm) {
		return words[n-1].Norm
	}
	return ""
}

// replace asks the topic again with the fragment in the place of its bytes in the span. The
// preposition before the fragment gives way to the topic's, the topic's article to the
// fragment's.
func (f followUp) replace(old english.Span) string {
	words := message.Unended(f.rest)
	if f.lead() != "" && (f.before(old.Start) != "" || !isDate(f.rest)) {
		words = words[f.rest.Tokens[1].Start:]
	}
	if before := f.topic.In(english.Span{End: old.Start}).Tokens; len(before) > 0 && determiners.Has(before[len(before)-1].Norm) {
		old.Start = before[len(before)-1].Start
	}
	return f.topic.String[:old.Start] + words + f.topic.String[old.End:]
}

func isDate(t english.Text) bool { return len(dates(t)) > 0 }

// added asks the topic again with the fragment behind it, where that has a preposition of its
// own or is a day.
func (f followUp) added() string {
	if f.lead() == "" && !isDate(f.rest) || !f.leans && !isDate(f.rest) {
		return ""
	}
	return strings.TrimRight(f.topic.String, "?!. ") + " " + message.Unended(f.rest) + "?"
}
