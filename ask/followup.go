package ask

import (
	"regexp"
	"strings"

	"talksbot/knowledge"
	"talksbot/knowledge/timex"
	"talksbot/knowledge/word"
)

// maxEarlier is how many turns back a follow-up is understood from.
const maxEarlier = 6

// understand returns the question that the last turn asks, completed from the turns
// before it: each is completed in its turn, so that "Why?" after "And NATO?" still knows
// what the conversation is about.
func understand(names *knowledge.Names, q Question) string {
	earlier := q.Earlier[max(0, len(q.Earlier)-maxEarlier):]
	understood := ""
	for _, t := range earlier {
		understood = complete(names, t.Question, understood, "")
	}
	answer := ""
	if n := len(earlier); n > 0 {
		answer = earlier[n-1].Answer
	}
	return complete(names, q.Text, understood, answer)
}

// opening is how a question that leans on the one before it begins.
var opening = regexp.MustCompile(`(?i)^(and|but|so|or|also|then|ok(ay)?,?)\b[\s,]*|^(what|how) about\b\s*`)

// pronoun is a word that stands for a name said before.
var pronoun = regexp.MustCompile(`(?i)\b(he|she|him|her|his|they|them|their|it|its)\b`)

// complete returns question with what it lacks taken over from before, the question it
// follows, and the answer that was given. A question that stands on its own is returned
// as it is.
func complete(names *knowledge.Names, question, before, answer string) string {
	question = strings.TrimSpace(question)
	if before == "" {
		return question
	}
	rest := opening.ReplaceAllString(question, "")
	leans := rest != question
	named := names.Find(rest)
	content := word.Stems(rest)
	switch asks := asked(rest); {
	case asks && len(content) == 0 && len(named) == 0 && !pronoun.MatchString(rest):
		return rephrase(rest, before) // "When?"
	case len(named) > 0 && !asks && (leans || len(content) <= 3):
		return substitute(names, before, rest, named) // "And NATO?"
	case len(named) == 0 && pronoun.MatchString(rest):
		return resolvePronoun(names, rest, before, answer)
	case leans && !asks:
		return substituteDate(before, rest) // "And on January 12?"
	case asks && len(named) == 0 && len(content) <= 1:
		return rest + " " + withoutQuestionWord(before) // "Who decided?"
	}
	return rest
}

// asked says whether text has a question word of its own at its beginning.
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

// rephrase asks question, a bare question word, of what before was about.
func rephrase(question, before string) string {
	return strings.TrimRight(question, "?!. ") + " " + withoutQuestionWord(before)
}

// withoutQuestionWord returns a question without the words before its verb's object that
// say what kind of answer it wanted.
func withoutQuestionWord(question string) string {
	tokens := word.Tokens(question)
	for i, t := range tokens {
		if questionWord[t.Norm] && i+1 < len(tokens) {
			return question[tokens[i+1].Start:]
		}
	}
	return question
}

// substitute asks the question before again of the names in rest: the last name of the
// same kind gives way, or, where there is none, the new words are added.
func substitute(names *knowledge.Names, before, rest string, named []knowledge.Mention) string {
	old := names.Find(before)
	for i := len(old) - 1; i >= 0; i-- {
		if party(old[i].Kind) == party(named[0].Kind) {
			return replace(before, old[i].Start, old[i].End, rest)
		}
	}
	return add(before, rest)
}

// substituteDate asks the question before again of the date in rest, if it has one; else
// the new words are added.
func substituteDate(before, rest string) string {
	asked := timex.Find(rest, timex.Moment{})
	old := timex.Find(before, timex.Moment{})
	if len(asked) == 0 || len(old) == 0 {
		return add(before, rest)
	}
	last := old[len(old)-1]
	return replace(before, last.Start, last.End, rest)
}

func add(before, rest string) string {
	return strings.TrimRight(before, "?!. ") + " " + strings.TrimRight(rest, "?!. ") + "?"
}

// leadIn are the small words before a name or a date that go with the words it replaces.
var leadIn = regexp.MustCompile(`(?i)^((with|by|from|to|for|of|in|on|at|about)\s+)?(the\s+)?`)

// article is a "the" at the end of what stands before a name.
var article = regexp.MustCompile(`(?i)\bthe\s+$`)

// replace puts what rest asks about in the place of before[start:end].
func replace(before string, start, end int, rest string) string {
	words := strings.TrimRight(rest, "?!. ")
	m := leadIn.FindStringSubmatch(words)
	return article.ReplaceAllString(before[:start], "") + m[3] + words[len(m[0]):] + before[end:]
}

// party folds the kinds of names that can stand in one another's place in a question:
// countries and bodies both hold talks.
func party(k knowledge.NameKind) knowledge.NameKind {
	if k == knowledge.Org {
		return knowledge.Place
	}
	return k
}

// resolvePronoun puts the name that was last spoken of in place of the first pronoun:
// from the question before, else from the answer to it.
func resolvePronoun(names *knowledge.Names, question, before, answer string) string {
	at := pronoun.FindStringIndex(question)
	said := strings.ToLower(question[at[0]:at[1]])
	person := strings.Contains(" he she him her his ", " "+said+" ")
	name := ""
	for _, text := range []string{before, answer} {
		for _, m := range names.Find(text) {
			if (m.Kind == knowledge.Person) == person || said == "they" || said == "them" || said == "their" {
				name = m.Name
			}
		}
		if name != "" {
			break
		}
	}
	switch {
	case name == "":
		return question + " " + withoutQuestionWord(before)
	case said == "his" || said == "its" || said == "their":
		name += "'s"
	}
	return question[:at[0]] + name + question[at[1]:]
}
