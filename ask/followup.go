package ask

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge"
	"talksbot/knowledge/english"
	"talksbot/knowledge/timex"
	"talksbot/knowledge/word"
)

// maxEarlier is how many turns back a follow-up is understood from.
const maxEarlier = 6

// An understanding is what a question asks in the light of the turns before it.
type understanding struct {
	text  string // the question, completed where that can be done in good English
	about string // words of the question before that it leans on where it cannot
}

// query returns the words to search for.
func (u understanding) query() string { return strings.TrimSpace(u.text + " " + u.about) }

// understand completes the last question of a conversation from the turns before it. Each
// is completed in its turn, so that "Why?" after "And NATO?" still knows what the
// conversation is about; small talk between them changes nothing.
func understand(lib *knowledge.Library, q Question) understanding {
	names := lib.Names()
	topic, answer := "", ""
	for _, t := range q.Earlier[max(0, len(q.Earlier)-maxEarlier):] {
		asks, _ := purpose(t.Question, lib)
		if asks == "" {
			continue
		}
		answer = t.Answer
		if u := complete(names, asks, topic, answer); u.about == "" {
			topic = u.text
		}
	}
	return complete(names, q.Text, topic, answer)
}

var (
	// opening is how a question that leans on the one before it begins.
	opening = regexp.MustCompile(`(?i)^(and|but|so|or|also|then|ok(ay)?,?)\b[\s,]*|^(what|how) about\b\s*`)
	// bare is a question word with nothing behind it.
	bare = regexp.MustCompile(`(?i)^(when|where|why|how)( exactly| else)?[?!. ]*$`)
	// pronoun is a pronoun that stands for somebody or several things said before.
	pronoun = regexp.MustCompile(`(?i)\b(he|she|him|her|his|they|them|their)\b`)
	// pointing is a word that points to what was said, to nothing that can be put in its place.
	pointing = regexp.MustCompile(`(?i)\b(it|its|that|this|there|those|these|they|them|their|he|she|him|her|his)\b`)
)

// complete returns what question asks after topic, the question before it, and the answer
// that was given. A question that stands on its own is returned as it is.
func complete(names *knowledge.Names, question, topic, answer string) understanding {
	question = strings.TrimSpace(question)
	if topic == "" {
		return understanding{text: question}
	}
	rest := opening.ReplaceAllString(question, "")
	leans := rest != question
	named := names.Find(rest)
	content := word.Stems(rest)
	asks := asked(rest)
	switch {
	case bare.MatchString(rest):
		return understanding{text: capitalised(rephrase(rest, topic))} // "When?"
	case !asks && len(named) > 0 && (leans || len(content) <= 3):
		return understanding{text: capitalised(substitute(names, topic, rest, named))} // "And NATO?"
	case !asks && leans && hasDate(rest) && hasDate(topic):
		return understanding{text: capitalised(substituteDate(topic, rest))} // "And on January 12?"
	}
	if resolved := resolvePronoun(names, rest, topic, answer, len(named) > 0); resolved != rest {
		return understanding{text: capitalised(resolved)}
	}
	if leans && !asks || len(named) == 0 && (len(content) <= 1 || pointing.MatchString(rest)) {
		return understanding{text: question, about: contentWords(names, topic)} // "Who decided that?"
	}
	if leans {
		return understanding{text: capitalised(rest)} // "And what did Lavrov pledge?"
	}
	return understanding{text: question}
}

var questionWord = map[string]bool{"who": true, "whom": true, "whose": true, "what": true, "which": true, "when": true, "where": true, "why": true, "how": true}

// asked reports whether text has a question word of its own at its beginning.
func asked(text string) bool {
	for i, t := range word.Tokens(text) {
		if questionWord[t.Norm] {
			return true
		}
		if i == 2 {
			break
		}
	}
	return false
}

// contentWords returns the words of a question that carry meaning.
func contentWords(names *knowledge.Names, question string) string {
	var words []string
	named := names.Find(question)
	for _, t := range word.Tokens(question) {
		if !t.Stop || within(named, t) {
			words = append(words, question[t.Start:t.End])
		}
	}
	return strings.Join(words, " ")
}

func within(named []knowledge.Mention, t word.Token) bool {
	for _, m := range named {
		if m.Start <= t.Start && t.End <= m.End {
			return true
		}
	}
	return false
}

// rephrase asks question, a bare question word, of what topic was about.
func rephrase(question, topic string) string {
	return strings.TrimRight(question, "?!. ") + " " + withoutQuestionWord(topic)
}

// withoutQuestionWord returns a question without the words that say what kind of answer it
// wanted.
func withoutQuestionWord(question string) string {
	tokens := word.Tokens(question)
	for i, t := range tokens {
		if questionWord[t.Norm] && i+1 < len(tokens) {
			if next := tokens[i+1]; next.Norm == "else" && i+2 < len(tokens) {
				return question[tokens[i+2].Start:]
			}
			return question[tokens[i+1].Start:]
		}
	}
	return question
}

// substitute asks topic again of the names in rest: the last name of the same kind gives
// way, or, where there is none, the new words are added.
func substitute(names *knowledge.Names, topic, rest string, named []knowledge.Mention) string {
	old := names.Find(topic)
	for i := len(old) - 1; i >= 0; i-- {
		if party(old[i].Kind) == party(named[0].Kind) || named[0].Kind == knowledge.OtherName {
			return replace(topic, old[i].Start, old[i].End, rest)
		}
	}
	return add(topic, rest)
}

// party folds the kinds of names that can stand in one another's place in a question:
// countries and bodies both hold talks.
func party(k knowledge.NameKind) knowledge.NameKind {
	if k == knowledge.Org {
		return knowledge.Place
	}
	return k
}

func hasDate(text string) bool { return len(timex.Find(english.Read(text), timex.Moment{})) > 0 }

// substituteDate asks topic again of the date in rest. Both have one.
func substituteDate(topic, rest string) string {
	old := timex.Find(english.Read(topic), timex.Moment{})
	last := old[len(old)-1]
	return replace(topic, last.Start, last.End, rest)
}

func add(topic, rest string) string {
	return strings.TrimRight(topic, "?!. ") + " " + strings.TrimRight(rest, "?!. ") + "?"
}

var (
	// leadIn are the small words before a name or a date that go with the words it replaces.
	leadIn = regexp.MustCompile(`(?i)^((with|by|from|to|for|of|in|on|at|about)\s+)?(the\s+)?`)
	// article is a "the" at the end of what stands before a name.
	article = regexp.MustCompile(`(?i)\bthe\s+$`)
)

// replace puts what rest asks about in the place of topic[start:end].
func replace(topic string, start, end int, rest string) string {
	words := strings.TrimRight(rest, "?!. ")
	m := leadIn.FindStringSubmatch(words)
	return article.ReplaceAllString(topic[:start], "") + m[3] + words[len(m[0]):] + topic[end:]
}

// resolvePronoun puts who was last spoken of in place of the first pronoun: from the
// question before, else from the answer to it. Things ("they") are looked for only where
// the question names nothing itself. Without anybody, question is returned as it is.
func resolvePronoun(names *knowledge.Names, question, topic, answer string, named bool) string {
	at := pronoun.FindStringIndex(question)
	if at == nil {
		return question
	}
	said := strings.ToLower(question[at[0]:at[1]])
	things := said == "they" || said == "them" || said == "their"
	if things && named {
		return question
	}
	for _, text := range []string{topic, answer} {
		stands := lastPerson(names, text)
		if things {
			stands = lastPlural(names, text)
		}
		if stands == "" {
			continue
		}
		if said == "his" || said == "their" {
			stands += "'s"
		}
		return question[:at[0]] + stands + question[at[1]:]
	}
	return question
}

// lastPerson returns the person text names last, in full.
func lastPerson(names *knowledge.Names, text string) string {
	last := ""
	for _, m := range names.Find(text) {
		if m.Kind == knowledge.Person {
			last = m.Name
		}
	}
	return last
}

// lastPlural returns the last word of text that looks like a noun in the plural and is part
// of no name, with its article.
func lastPlural(names *knowledge.Names, text string) string {
	plural := ""
	named := names.Find(text)
	for _, t := range word.Tokens(text) {
		if !within(named, t) && !t.Stop && len(t.Norm) > 3 && strings.HasSuffix(t.Norm, "s") && !strings.HasSuffix(t.Norm, "ss") {
			plural = "the " + t.Norm
		}
	}
	return plural
}

// capitalised returns s as a sentence begins.
func capitalised(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}
