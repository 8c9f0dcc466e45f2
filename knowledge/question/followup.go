package question

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
	"talksbot/knowledge/timex"
)

// A Turn is an earlier question and what was answered.
type Turn struct {
	Question string
	Answer   string
}

// maxEarlier is how many turns back a follow-up is understood from.
const maxEarlier = 6

// Recent returns the turns from which a follow-up is understood.
func Recent(earlier []Turn) []Turn { return earlier[max(0, len(earlier)-maxEarlier):] }

// Words are what a question asks in the light of the turns before it.
type Words struct {
	Text  string // the question, completed where that can be done in good English
	About string // words of the question before that it leans on where it cannot
}

// AsksMore reports whether a question asks for something other than was said before.
func AsksMore(asked string) bool { return oneOf(english.Read(asked).Tokens, more) }

// Query returns the words to search for.
func (w Words) Query() string { return strings.TrimSpace(w.Text + " " + w.About) }

// Complete completes the last question of a conversation from the turns before it. Each is
// completed in its turn, so that "Why?" after "And NATO?" still knows what the conversation
// is about; small talk between them changes nothing.
func Complete(n *names.Names, asked string, earlier []Turn) Words {
	topic, answer := "", ""
	for _, t := range Recent(earlier) {
		act, asks := ActOf(t.Question)
		if act != Asks {
			continue
		}
		answer = t.Answer
		if w := complete(n, asks, topic, answer); w.About == "" {
			topic = w.Text
		}
	}
	return complete(n, asked, topic, answer)
}

var (
	pointing      = english.Class("pointing words") // point to what was said
	openings      = english.Phrases("follow-up openings")
	bareQuestions = english.Phrases("bare questions")
	more          = english.Class("asks for more")
	leadIn        = english.Class("small words before a name")
	people        = english.Class("pronouns of people")
	plurals       = english.Class("pronouns of several")
)

// A followUp is a question after a topic, the question before it.
type followUp struct {
	names *names.Names
	topic english.Text
	rest  english.Text    // the question without "and", "what about"
	leans bool            // it began with that
	named []names.Mention // in rest
}

// complete returns what a question asks after topic, the question before it, and the answer
// that was given. A question that stands on its own is returned as it is.
func complete(n *names.Names, asked, topic, answer string) Words {
	asked = strings.TrimSpace(asked)
	if topic == "" {
		return Words{Text: asked}
	}
	f := followUp{names: n, topic: english.Read(topic)}
	f.rest, f.leans = opened(asked)
	f.named = n.FindIn(f.rest)
	rest, content, asks := f.rest.String, english.ContentStems(f.rest.String), f.asks()
	switch {
	case f.rest.PhraseAt(0, bareQuestions) == len(f.rest.Tokens):
		return Words{Text: capitalised(f.rephrase())} // "When?"
	case !asks && len(f.named) > 0 && (f.leans || len(content) <= 3):
		return Words{Text: capitalised(f.substitute())} // "And NATO?"
	case !asks && f.leans && len(dates(f.rest)) > 0 && len(dates(f.topic)) > 0:
		old := dates(f.topic)[len(dates(f.topic))-1]
		return Words{Text: capitalised(f.replace(old.Start, old.End))} // "And on January 12?"
	}
	if resolved := f.resolve(answer); resolved != rest {
		return Words{Text: capitalised(resolved)}
	}
	if f.leans && !asks || len(f.named) == 0 && (len(content) <= 1 || oneOf(f.rest.Tokens, pointing)) {
		return Words{Text: asked, About: f.contentOfTopic()} // "Who decided that?"
	}
	if f.leans {
		return Words{Text: capitalised(rest)} // "And what did Lavrov pledge?"
	}
	return Words{Text: asked}
}

// opened returns a question without the words by which it leans on the one before it, and
// whether there are any.
func opened(asked string) (rest english.Text, leans bool) {
	rest = english.Read(asked)
	for {
		n := rest.PhraseAt(0, openings)
		if n == 0 || n == len(rest.Tokens) {
			return rest, leans
		}
		rest, leans = english.Read(rest.String[rest.Tokens[n].Start:]), true
	}
}

// asks reports whether the question has a question word of its own at its beginning.
func (f followUp) asks() bool {
	return oneOf(f.rest.Tokens[:min(3, len(f.rest.Tokens))], questionWords)
}

// rephrase asks the bare question of what the topic was about: its words behind those that
// say what kind of answer it wanted.
func (f followUp) rephrase() string {
	about := f.topic.String
	for i, t := range f.topic.Tokens[:max(0, len(f.topic.Tokens)-1)] {
		if !questionWords.Has(t.Norm) {
			continue
		}
		if i++; f.topic.Tokens[i].Norm == "else" && i+1 < len(f.topic.Tokens) {
			i++
		}
		about = about[f.topic.Tokens[i].Start:]
		break
	}
	return unended(f.rest.String) + " " + about
}

// substitute asks the topic again of the names in the question: the last name of the same
// kind gives way, or, where there is none, the new words are added.
func (f followUp) substitute() string {
	old := f.names.FindIn(f.topic)
	for _, m := range slices.Backward(old) {
		if party(m.Kind) == party(f.named[0].Kind) || f.named[0].Kind == names.Other {
			return f.replace(m.Start, m.End)
		}
	}
	return unended(f.topic.String) + " " + unended(f.rest.String) + "?"
}

// party folds the kinds of names that can stand in one another's place in a question:
// countries and bodies both hold talks.
func party(k names.Kind) names.Kind {
	if k == names.Org {
		return names.Place
	}
	return k
}

// replace asks the topic again with the question in the place of its bytes from start to end.
// The preposition before the question gives way to the topic's, the topic's article to the
// question's.
func (f followUp) replace(start, end int) string {
	words := f.rest.String
	if len(f.rest.Tokens) > 1 && leadIn.Has(f.rest.Tokens[0].Norm) {
		words = words[f.rest.Tokens[1].Start:]
	}
	after := f.topic.String[end:]
	before := f.topic.In(english.Span{End: start}).Tokens
	if n := len(before); n > 0 && before[n-1].Norm == "the" {
		start = before[n-1].Start
	}
	return f.topic.String[:start] + unended(words) + after
}

// resolve puts who was last spoken of in place of the first pronoun: from the topic, else
// from the answer to it. Things ("they") are looked for only where the question names
// nothing itself. Without anybody, the question is returned as it is.
func (f followUp) resolve(answer string) string {
	rest := f.rest
	i := slices.IndexFunc(rest.Tokens, func(t english.Token) bool { return people.Has(t.Norm) })
	if i < 0 {
		return rest.String
	}
	said := rest.Tokens[i]
	things := plurals.Has(said.Norm)
	if things && len(f.named) > 0 {
		return rest.String
	}
	for _, text := range []english.Text{f.topic, english.Read(answer)} {
		stands := f.last(text, things)
		if stands == "" {
			continue
		}
		if said.Norm == "his" || said.Norm == "their" || said.Norm == "her" && i+1 < len(rest.Tokens) && !rest.Tokens[i+1].Stop {
			stands += "'s"
		}
		return rest.String[:said.Start] + stands + rest.String[said.End:]
	}
	return rest.String
}

// last returns who is named last in text, in full, or the last things, with their article:
// the last word that looks like a noun in the plural and is part of no name.
func (f followUp) last(text english.Text, things bool) string {
	last := ""
	named := f.names.FindIn(text)
	if !things {
		for _, m := range named {
			if m.Kind == names.Person {
				last = m.Name
			}
		}
		return last
	}
	for _, t := range text.Tokens {
		if !t.Stop && len(t.Norm) > 3 && strings.HasSuffix(t.Norm, "s") && !strings.HasSuffix(t.Norm, "ss") && !within(named, t) {
			last = "the " + t.Norm
		}
	}
	return last
}

// contentOfTopic returns the words of the topic that carry meaning.
func (f followUp) contentOfTopic() string {
	var words []string
	named := f.names.FindIn(f.topic)
	for _, t := range f.topic.Tokens {
		if !t.Stop || within(named, t) {
			words = append(words, t.Of(f.topic.String))
		}
	}
	return strings.Join(words, " ")
}

func within(named []names.Mention, t english.Token) bool {
	return slices.ContainsFunc(named, func(m names.Mention) bool { return m.Start <= t.Start && t.End <= m.End })
}

func dates(t english.Text) []timex.Expression { return timex.Find(t, timex.Moment{}) }

// unended returns a question without the marks at its end.
func unended(s string) string { return strings.TrimRight(s, "?!. ") }

// capitalised returns s as a sentence begins.
func capitalised(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}
