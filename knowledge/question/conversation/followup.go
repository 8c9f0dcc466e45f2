// Package conversation fills in what a message leaves unsaid because it was said before.
//
// Complete makes one question of a follow-up and the turns before it (followup.go): of "when?"
// and "why is that?" (bare.go, rephrase.go), of "and in May?" and "the mayor?" (fragment.go), and
// of one with words for what was spoken of, "did he agree?" (pronoun.go, referent.go).
package conversation

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
	"talksbot/knowledge/question"
	"talksbot/knowledge/question/message"
	"talksbot/knowledge/sentence"
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

// Words are what a message asks in the light of the turns before it.
type Words struct {
	Text   string         // the question, completed where that can be done in good English; of a remark, the one it is about
	About  string         // words of the question before that it leans on where it cannot
	After  string         // that question
	Remark message.Remark // what is said to the last answer
}

// AsksMore reports whether a question asks for something other than was said before.
func AsksMore(asked string) bool { return more.HasAny(english.Read(asked).Tokens) }

// AboutPublished reports whether the last of some turns asks of something that is itself published
// or written, so that "When was it published?" asks of that and not of the article.
func AboutPublished(earlier []Turn) bool {
	return slices.ContainsFunc(english.Read(earlier[len(earlier)-1].Question).Tokens, func(t english.Token) bool { return published.Has(t.Stem) })
}

// Query returns the words to search for.
func (w Words) Query() string { return strings.TrimSpace(w.Text + " " + w.About) }

// Complete completes the last question of a conversation from the turns before it. Each is
// completed in its turn, so that "Why?" after "And NATO?" still knows what the conversation
// is about; small talk between them changes nothing.
func Complete(n *names.Names, asked string, earlier []Turn) Words {
	c := conversation{names: n, women: map[string]bool{}, men: map[string]bool{}}
	for _, t := range Recent(earlier) {
		c.hear(t)
	}
	return c.complete(asked)
}

// A conversation is what was said before a question.
type conversation struct {
	names      *names.Names
	topic      string // the last question, completed
	said       []exchange
	women, men map[string]bool // by name, as far as what was said tells
}

// An exchange is a question, completed, and what was answered.
type exchange struct {
	question, answer english.Text
	asked, told      []referent // whom and what they speak of
}

// hear takes in a turn. Of several questions in it the last is what the next one leans on.
func (c *conversation) hear(t Turn) {
	if n := len(c.said); n > 0 && message.RemarkOf(t.Question) != message.NoRemark {
		last := &c.said[n-1]
		last.answer = english.Read(strings.TrimSpace(last.answer.String + " " + t.Answer))
		last.told = c.meet(last.answer, english.Span{})
		return
	}
	act, asks := message.ActOf(t.Question)
	if act != message.Asks {
		return
	}
	answer := english.Read(t.Answer)
	told := c.meet(answer, english.Span{})
	if r := message.RequestOf(asks); r.Want != message.Fact && !r.Leans { // "What is this about?" leans on nothing
		c.topic = asks
		c.said = append(c.said, exchange{question: english.Read(asks), answer: answer, told: told})
		return
	}
	for _, s := range sentence.Split(asks) {
		w := c.complete(strings.TrimSpace(s.Of(asks)))
		if w.About == "" {
			c.topic = w.Text
		}
		question := english.Read(w.Text)
		c.said = append(c.said, exchange{question, answer, c.meet(question, verbOf(c.names, question)), told})
	}
}

var (
	published   = english.Stems("published things")
	emphasis    = english.Class("emphasis on a question word")
	takingPlace = english.Class("taking place")
	ofItself    = english.Class("happens of itself")
	ofAll       = english.Class("of all that was said")
	more        = english.Class("asks for more")
	leadIn      = english.Class("small words before a name")
)

// A followUp is a question after a topic, the question before it.
type followUp struct {
	conversation
	topic english.Text
	rest  english.Text    // the question without "and", "what about"
	leans bool            // it began with that
	named []names.Mention // in rest
}

// complete returns what a message asks. A question that stands on its own is returned as it is.
func (c conversation) complete(asked string) Words {
	asked = strings.TrimSpace(asked)
	if c.topic == "" {
		return Words{Text: asked}
	}
	if r := message.RemarkOf(asked); r != message.NoRemark {
		return Words{Text: c.topic, Remark: r}
	}
	f := followUp{conversation: c, topic: english.Read(c.topic)}
	f.rest, f.leans = message.Opened(asked)
	f.named = c.names.FindIn(f.rest)
	if f.isBare() {
		return f.orLean(asked, f.rephrase())
	}
	if !f.asks() {
		if f.isFragment() {
			return f.orLean(asked, f.substitute())
		}
		return Words{Text: asked}
	}
	switch resolved := c.resolved(f.rest); {
	case resolved != f.rest.String:
		return Words{Text: asQuestion(resolved)}
	case f.pointsBack():
		return f.orLean(asked, "") // "Who decided that?"
	case f.leans:
		return Words{Text: asQuestion(f.rest.String)} // "And what did Lavrov pledge?"
	}
	return Words{Text: asked}
}

// orLean returns a completed question or, where it could not be completed, the question as it
// was asked, leaning on the one before it.
func (f followUp) orLean(asked, completed string) Words {
	if completed != "" {
		return Words{Text: asQuestion(completed)}
	}
	return Words{Text: asked, About: f.contentOfTopic(), After: f.conversation.topic}
}

// verbOf returns the verb of a question, as far as it is known.
func verbOf(n *names.Names, t english.Text) english.Span {
	return question.Analyze(t.String, n, timex.Moment{}).Clause.Verb
}

// asks reports whether the words are a question of their own: they begin with an auxiliary, or
// have a question word near the beginning.
func (f followUp) asks() bool {
	words := f.rest.Tokens
	if len(words) > 1 && questionAuxiliaries.Has(words[0].Norm) {
		return true
	}
	return questionWords.HasAny(words[:min(3, len(words))])
}

// isFragment reports whether the words are part of a question, to be put into the one before it:
// a name, a day, a noun with its article, but no clause.
func (f followUp) isFragment() bool {
	words := f.rest.Tokens
	if len(f.rest.ContentStems()) > 5 || slices.ContainsFunc(words, f.makesClause) {
		return false
	}
	short := len(f.rest.ContentStems()) <= 3 && len(words) > 0
	return f.leans || short && (len(f.named) > 0 || len(dates(f.rest)) > 0 || message.EndsAsking(f.rest.String) && determiners.Has(words[0].Norm))
}

// makesClause reports whether a word is a verb that no name has.
func (f followUp) makesClause(t english.Token) bool {
	verb := questionAuxiliaries.Has(t.Norm) || beForms.Has(t.Norm) || subjects.Has(t.Norm) || question.LikelyVerb(t) && t != f.rest.Tokens[0]
	return verb && !names.Within(t.Span, f.named)
}

// contentOfTopic returns the words of the topic that carry meaning.
func (f followUp) contentOfTopic() string {
	var words []string
	named := f.names.FindIn(f.topic)
	for _, t := range f.topic.Tokens {
		if !t.Stop || names.Within(t.Span, named) {
			words = append(words, t.Of(f.topic.String))
		}
	}
	return strings.Join(words, " ")
}

func dates(t english.Text) []timex.Expression { return timex.Find(t, timex.Moment{}) }

// asQuestion returns s as a question is written: with a capital, and a mark at its end.
func asQuestion(s string) string {
	if s = capitalised(s); strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") {
		return s
	}
	return strings.TrimRight(s, ". ") + "?"
}

// capitalised returns s as a sentence begins.
func capitalised(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}
