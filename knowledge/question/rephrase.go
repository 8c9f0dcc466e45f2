package question

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/timex"
)

// rephrase asks the bare question of what the topic was about, in good English; it returns ""
// where it cannot. "Why?" after "When did the talks begin?" is "Why did the talks begin?", after
// "Who closed the pier?" it is "Why did somebody close the pier?".
func (f followUp) rephrase() string {
	asks := f.asking()
	t := f.parsed()
	switch {
	case asks == "":
		return ""
	case t.p.wh < 0:
		return t.ofYesNo(asks)
	case t.aux < 0:
		return t.ofDoer(asks, f.doer(t))
	}
	return t.ofOther(asks, f.doer(t))
}

// A parsedTopic is a question taken apart so that another can be asked of the same.
type parsedTopic struct {
	q    Question
	p    parser
	kind Kind
	aux  int // where its auxiliary stands, behind what it asks with; -1 for none
	verb int // without an auxiliary: the verb whose subject it asks for; -1 for none
}

func (f followUp) parsed() parsedTopic {
	t := parsedTopic{q: Analyze(f.topic.String, f.names, timex.Moment{}), p: parser{text: f.topic.String, tokens: f.topic.Tokens}, aux: -1, verb: -1}
	if t.kind, t.p.focus = t.p.kind(); emphasis.Has(t.p.at(t.p.focus)) {
		t.p.focus = -1 // "what else"
	}
	for i := t.p.wh + 1; t.p.wh >= 0 && i < len(t.p.tokens) && i < t.p.wh+6; i++ {
		if questionAuxiliaries.Has(t.p.at(i)) {
			t.aux = i
			return t
		}
		if isVerb(t.p.tokens[i]) || likelyVerbS(t.p.tokens[i]) && t.p.focus < i && i > t.p.wh {
			t.verb = i
			return t
		}
	}
	return t
}

// ofYesNo asks of a question without a question word: "Why is NATO preparing?".
func (t parsedTopic) ofYesNo(asks string) string {
	first := t.p.tokens[0]
	return asks + " " + first.Norm + t.text(first.End)
}

// text returns the topic from an offset on, as it ends.
func (t parsedTopic) text(from int) string {
	return strings.TrimRight(t.p.text[from:], "?!. ") + "?"
}

// ofDoer asks of a question for who or what does something, with a name or a word for that.
func (t parsedTopic) ofDoer(asks, doer string) string {
	if t.verb < 0 || doer == "" {
		return ""
	}
	verb := t.p.tokens[t.verb]
	base, auxiliary := plain(verb.Norm)
	if base == "" {
		return ""
	}
	return asks + " " + auxiliary + " " + doer + " " + base + t.text(verb.End)
}

// ofOther asks of a question with an auxiliary.
func (t parsedTopic) ofOther(asks, doer string) string {
	aux := t.p.tokens[t.aux]
	next := t.aux + 1
	adverbial := t.p.wh > 0 || t.kind == When || t.kind == Where || t.kind == Why || t.kind == How || t.measured()
	switch {
	case next >= len(t.p.tokens):
		return ""
	case adverbial:
		return asks + " " + aux.Norm + t.text(aux.End)
	case !t.subjectAt(next):
		if doer == "" {
			return ""
		}
		return asks + " " + aux.Norm + " " + doer + t.text(aux.End)
	case beForms.Has(aux.Norm) && t.q.Clause.Verb == (english.Span{}):
		return t.ofBeing(asks, doer)
	}
	return asks + " " + aux.Norm + t.filled(aux.End)
}

// measured reports whether the topic asks how long, how often: as "when" it stands beside the clause.
func (t parsedTopic) measured() bool {
	return t.p.at(t.p.wh) == "how" && t.p.at(t.p.wh+1) != "many" && t.p.at(t.p.wh+1) != "much"
}

// ofBeing asks of "what is the meeting about", "who is the mayor".
func (t parsedTopic) ofBeing(asks, doer string) string {
	aux := t.p.tokens[t.aux]
	if t.kind == Who {
		if doer == somebody || len(t.q.Names) > 0 {
			return ""
		}
		return asks + " " + aux.Norm + " " + doer + t.text(aux.End)
	}
	end := len(t.p.tokens)
	for end > t.aux+2 && isPreposition(t.p.tokens[end-1].Norm) {
		end--
	}
	return asks + " " + aux.Norm + t.p.text[aux.End:t.p.tokens[end-1].End] + "?"
}

// subjectAt reports whether a subject begins at token i, behind the auxiliary: not so in "what
// was closed", "who will come".
func (t parsedTopic) subjectAt(i int) bool {
	w := t.p.tokens[i]
	if determiners.Has(w.Norm) || possessives.Has(w.Norm) || subjects.Has(w.Norm) || w.Upper || t.p.named(t.q, i) {
		return true
	}
	return !w.Stop && !isVerb(w) && english.FormOf(w.Norm)&(english.Base|english.Participle) == 0 && i+1 < len(t.p.tokens)
}

// filled returns the topic from an offset on with a word in the place of what it asked for:
// "did Lavrov say that about Kern?".
func (t parsedTopic) filled(from int) string {
	word := "that"
	switch {
	case t.p.focus >= 0 && (t.p.at(t.p.wh) == "how" || isPlural(t.p.tokens[t.p.focus].Norm)):
		word = t.p.text[t.p.tokens[t.p.wh+1].Start:t.p.tokens[t.p.focus].End]
		for _, many := range []string{"many ", "much "} {
			word = strings.TrimPrefix(word, many)
		}
	case t.p.focus >= 0:
		word = "the " + t.p.text[t.p.tokens[t.p.wh+1].Start:t.p.tokens[t.p.focus].End]
	case t.kind == Who:
		word = "them"
	}
	at := len(t.p.tokens) - 1
	for i, w := range t.p.tokens {
		if w.Span == t.q.Clause.Verb || t.kind == Said && i == t.p.verb {
			at = i
		}
	}
	if t.kind == Said {
		at = t.p.saying()
	}
	if at+2 == len(t.p.tokens) && isPreposition(t.p.tokens[at+1].Norm) {
		at++
	}
	end := t.p.tokens[at].End
	return t.p.text[from:end] + " " + word + t.text(end)
}

const somebody = "somebody"

// doer returns what stands for who or what the topic asked for as a subject: the noun it asked
// with, the only person of the answer, or a pronoun.
func (f followUp) doer(t parsedTopic) string {
	switch {
	case t.p.wh < 0:
		return ""
	case t.p.focus >= 0:
		noun := strings.TrimPrefix(t.p.text[t.p.tokens[t.p.wh+1].Start:t.p.tokens[t.p.focus].End], "many ")
		if noun = strings.TrimPrefix(noun, "kind of "); t.p.at(t.p.wh) == "how" {
			return noun
		}
		return "the " + noun
	case t.kind != Who:
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
