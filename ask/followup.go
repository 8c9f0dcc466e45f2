package ask

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
	completed := complete(names, q.Text, understood, answer)
	if completed == strings.TrimSpace(q.Text) {
		return completed
	}
	return capitalised(completed)
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

// resolvePronoun puts what was last spoken of in place of the first pronoun: from the
// question before, else from the answer to it.
func resolvePronoun(names *knowledge.Names, question, before, answer string) string {
	at := pronoun.FindStringIndex(question)
	said := strings.ToLower(question[at[0]:at[1]])
	stands := ""
	for _, text := range []string{before, answer} {
		if stands = antecedent(names, said, text); stands != "" {
			break
		}
	}
	switch {
	case stands == "":
		return question + " " + withoutQuestionWord(before)
	case said == "his" || said == "its" || said == "their":
		stands += "'s"
	}
	return question[:at[0]] + stands + question[at[1]:]
}

// antecedent returns what a pronoun stands for after text: the last person for "he" and
// "she", the last things named in the plural for "they", the last country or body for
// "it"; "" where text has none.
func antecedent(names *knowledge.Names, pronoun, text string) string {
	mentions := names.Find(text)
	last := func(fits func(knowledge.Mention) bool) string {
		for i := len(mentions) - 1; i >= 0; i-- {
			switch m := mentions[i]; {
			case fits(m) && m.Kind == knowledge.Person:
				return m.Name // in full, where the text has the surname
			case fits(m):
				return text[m.Start:m.End]
			}
		}
		return ""
	}
	switch pronoun {
	case "he", "him", "his", "she", "her":
		return last(func(m knowledge.Mention) bool { return m.Kind == knowledge.Person })
	case "they", "them", "their":
		if things := lastPlural(mentions, text); things != "" {
			return "the " + things
		}
		return last(func(knowledge.Mention) bool { return true })
	}
	return last(func(m knowledge.Mention) bool { return m.Kind != knowledge.Person })
}

// lastPlural returns the last word of text that looks like a noun in the plural and is
// part of no name.
func lastPlural(mentions []knowledge.Mention, text string) string {
	plural := ""
	for _, t := range word.Tokens(text) {
		named := slices.ContainsFunc(mentions, func(m knowledge.Mention) bool { return m.Start <= t.Start && t.End <= m.End })
		if !named && !t.Stop && len(t.Norm) > 3 && strings.HasSuffix(t.Norm, "s") && !strings.HasSuffix(t.Norm, "ss") {
			plural = t.Norm
		}
	}
	return plural
}

// capitalised returns s as a sentence begins.
func capitalised(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}
