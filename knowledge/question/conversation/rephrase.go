package conversation

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/question"
	"talksbot/knowledge/timex"
)

// rephrase asks the bare question of what the topic was about, in good English; it returns ""
// where it cannot. "Why?" after "When did the talks begin?" is "Why did the talks begin?", after
// "Who closed the pier?" it is "Why did somebody close the pier?".
func (f followUp) rephrase() string {
	asks := f.asking()
	t := f.parsed()
	switch {
	case asks == "", t.at(t.Order.Asks) == "whose": // the noun behind "whose" is nobody
		return ""
	case t.Order.Asks < 0:
		return t.ofYesNo(asks)
	case t.Order.Auxiliary < 0:
		return t.ofDoer(asks, f.doer(t))
	}
	return t.ofOther(asks, f.doer(t))
}

// A parsedTopic is a question taken apart so that another can be asked of the same.
type parsedTopic struct{ question.Question }

func (f followUp) parsed() parsedTopic {
	t := parsedTopic{question.Analyze(f.topic.String, f.names, timex.Moment{})}
	if emphasis.Has(t.at(t.Order.Focus)) {
		t.Order.Focus = -1 // "what else"
	}
	return t
}

// at returns the norm of token i, "" where there is none.
func (t parsedTopic) at(i int) string {
	if i < 0 || i >= len(t.Words.Tokens) {
		return ""
	}
	return t.Words.Tokens[i].Norm
}

// noun returns the words behind the question word up to the noun asked with: "kind of treaty".
func (t parsedTopic) noun() string {
	return t.Text[t.Words.Tokens[t.Order.Asks+1].Start:t.Words.Tokens[t.Order.Focus].End]
}

// ofYesNo asks of a question without a question word: "Why is NATO preparing?".
func (t parsedTopic) ofYesNo(asks string) string {
	first := t.Words.Tokens[0]
	return asks + " " + first.Norm + t.text(first.End)
}

// text returns the topic from an offset on, as it ends.
func (t parsedTopic) text(from int) string {
	return strings.TrimRight(t.Text[from:], "?!. ") + "?"
}

// ofDoer asks of a question for who or what does something, with a name or a word for that.
func (t parsedTopic) ofDoer(asks, doer string) string {
	if t.Order.Verb < 0 || doer == "" {
		return ""
	}
	verb := t.Words.Tokens[t.Order.Verb]
	base, auxiliary := plain(verb.Norm)
	if base == "" {
		return ""
	}
	return asks + " " + auxiliary + " " + doer + " " + base + t.text(verb.End)
}

// ofOther asks of a question with an auxiliary.
func (t parsedTopic) ofOther(asks, doer string) string {
	aux := t.Words.Tokens[t.Order.Auxiliary]
	next := t.Order.Auxiliary + 1
	adverbial := t.Order.Asks > 0 || t.Kind == question.When || t.Kind == question.Where || t.Kind == question.Why || t.Kind == question.How || t.measured()
	switch {
	case next >= len(t.Words.Tokens):
		return ""
	case adverbial:
		return asks + " " + aux.Norm + t.text(aux.End)
	case !t.subjectAt(next), t.Kind == question.Who && t.asksDoer(next):
		if doer == "" {
			return ""
		}
		return asks + " " + aux.Norm + " " + doer + t.text(aux.End)
	case beForms.Has(aux.Norm) && t.Clause.Verb == (english.Span{}):
		return t.ofBeing(asks, doer)
	}
	return asks + " " + aux.Norm + t.filled(aux.End)
}

// asksDoer reports whether the verb stands at token i, behind the auxiliary, and its subject is asked for:
// "who will run the harbour".
func (t parsedTopic) asksDoer(i int) bool {
	c := t.Clause
	return c.Verb == t.Words.Tokens[i].Span && c.Subject == (english.Span{}) && !c.Passive
}

// measured reports whether the topic asks how long, how often: as "when" it stands beside the clause.
func (t parsedTopic) measured() bool {
	return t.at(t.Order.Asks) == "how" && t.at(t.Order.Asks+1) != "many" && t.at(t.Order.Asks+1) != "much"
}

// ofBeing asks of "what is the meeting about", "who is the mayor".
func (t parsedTopic) ofBeing(asks, doer string) string {
	aux := t.Words.Tokens[t.Order.Auxiliary]
	if t.Kind == question.Who {
		if doer == somebody || len(t.Names) > 0 {
			return ""
		}
		return asks + " " + aux.Norm + " " + doer + t.text(aux.End)
	}
	end := len(t.Words.Tokens)
	for end > t.Order.Auxiliary+2 && prepositions.Has(t.Words.Tokens[end-1].Norm) {
		end--
	}
	return asks + " " + aux.Norm + t.Text[aux.End:t.Words.Tokens[end-1].End] + "?"
}

// subjectAt reports whether a subject begins at token i, behind the auxiliary: not so in "what
// was closed", "who will come".
func (t parsedTopic) subjectAt(i int) bool {
	w := t.Words.Tokens[i]
	if t.OpensSubject(i) {
		return true
	}
	return !w.Stop && !question.IsVerb(w) && english.FormOf(w.Norm)&(english.Base|english.Participle) == 0 && i+1 < len(t.Words.Tokens)
}

// filled returns the topic from an offset on with a word in the place of what it asked for:
// "did Lavrov say that about Kern?".
func (t parsedTopic) filled(from int) string {
	word := "that"
	switch {
	case t.Order.Focus >= 0 && (t.at(t.Order.Asks) == "how" || isPlural(t.Words.Tokens[t.Order.Focus].Norm)):
		word = t.noun()
		for _, many := range []string{"many ", "much "} {
			word = strings.TrimPrefix(word, many)
		}
	case t.Order.Focus >= 0:
		word = "the " + t.noun()
	case t.Kind == question.Who:
		word = "them"
	}
	at := len(t.Words.Tokens) - 1
	for i, w := range t.Words.Tokens {
		if w.Span == t.Clause.Verb && w.Start >= from {
			at = i
		}
	}
	if t.Kind == question.Said {
		at = t.Order.Says
	}
	if at+2 == len(t.Words.Tokens) && prepositions.Has(t.Words.Tokens[at+1].Norm) {
		at++
	}
	end := t.Words.Tokens[at].End
	return t.Text[from:end] + " " + word + t.text(end)
}

const somebody = "somebody"

// doer returns what stands for who or what the topic asked for as a subject: the noun it asked
// with, the only person of the answer, or a pronoun.
func (f followUp) doer(t parsedTopic) string {
	switch {
	case t.Order.Asks < 0:
		return ""
	case t.Order.Focus >= 0:
		noun := strings.TrimPrefix(t.noun(), "many ")
		if noun = strings.TrimPrefix(noun, "kind of "); t.at(t.Order.Asks) == "how" {
			return noun
		}
		return "the " + noun
	case t.Kind != question.Who:
		return "that"
	}
	last := f.said[len(f.said)-1]
	var persons []string
	for _, r := range last.told {
		named := r.sort == person && !strings.HasPrefix(r.text, "the ") || r.sort == bearer && len(last.answer.In(english.Span{End: r.Start}).Tokens) < 2
		if named && !slices.Contains(persons, r.text) && !strings.Contains(f.topic.String, r.text) {
			persons = append(persons, r.text)
		}
	}
	if len(persons) == 1 {
		return persons[0]
	}
	return somebody
}
