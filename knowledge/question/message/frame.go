package message

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/question"
)

// A frame is an utterance cut into what it asks for and what that is to be about.
type frame struct {
	english.Text                 // with the tokens between what opens it and what closes it
	asks         string          // the question word, "" for none
	wants        bool            // it says that something is wanted: "show me", "are there"
	briefs       bool            // it asks to be briefed: "catch me up"
	dated        bool            // it names days
	tokens       []english.Token // what is asked for
	link         string          // the word that leads to what it is to be about; "" where that follows at once
	about        string          // what it is to be about; "" for nothing
}

var (
	wanting   = english.Phrases("wanting")
	tails     = english.Phrases("tails")
	briefed   = english.Phrases("asks to be briefed", "simply")
	links     = english.Class("topic links")
	bySpeaker = english.SetOf("by from of")
	others    = english.SetOf("he she him her his hers who whom whose my mine")
)

// frame cuts an utterance. Days are no part of it: they are read by PeriodOf.
func (s utterance) frame() frame {
	f := frame{Text: s.undated()}
	f.dated = len(f.Tokens) < len(s.Tokens)-s.from
	f.cutBriefing()
	for len(f.Tokens) > 0 {
		n := f.PhraseAt(0, wanting)
		word := askingWord(f.Tokens[0].Norm)
		if n == 0 && (word == "" || f.asks != "") {
			break
		}
		if f.wants = f.wants || n > 0; n == 0 {
			f.asks, n = word, 1
		}
		f.Tokens = f.Tokens[n:]
	}
	f.Tokens = f.withoutTail()
	f.tokens = f.Tokens
	if i, link := f.linking(); i > 0 {
		f.link, f.about = link, f.topic(i)
		if f.tokens = f.Tokens[:i]; link != "" {
			f.tokens = f.Tokens[:i-1]
		}
	}
	return f
}

// cutBriefing takes away words that ask to be briefed.
func (f *frame) cutBriefing() {
	for i := range f.Tokens {
		if n := f.PhraseAt(i, briefed); n > 0 {
			f.briefs = true
			f.Tokens = slices.Concat(f.Tokens[:i], f.Tokens[i+n:])
			return
		}
	}
}

// linking returns where the words begin that say what it is to be about, and the word that leads
// to them: a preposition, or none where a verb has them for its object: "summarise the talks",
// "the next hearing". It returns 0 where nothing is said.
func (f frame) linking() (at int, link string) {
	for i, t := range f.Tokens[:max(len(f.Tokens)-1, 0)] {
		rest := f.Tokens[i+1:]
		switch {
		case !slices.ContainsFunc(rest, particular):
			return 0, ""
		case t.Norm == "to" && i > 0 && needing.Has(f.Tokens[i-1].Norm): // "need to know"
		case links.Has(t.Norm):
			return i + 1, t.Norm
		case i == 0 && t.Norm == "sum" && rest[0].Norm == "up":
			return i + 2, ""
		case i == 0 && t.Norm != "sum" && summingVerbs.Has(t.Norm) && askingWord(rest[0].Norm) == "":
			return i + 1, ""
		case nextWords.Has(t.Norm) && occasion(rest) && !anyOccasion.Has(rest[0].Stem):
			return i + 1, ""
		}
	}
	return 0, ""
}

// occasion reports whether words begin with a noun phrase for what takes place.
func occasion(words []english.Token) bool {
	for i, t := range words {
		if t.Stop {
			return false
		}
		if occasions.Has(t.Stem) {
			return i+1 == len(words) || words[i+1].Stop || planning.Has(words[i+1].Stem) || occurring.Has(words[i+1].Stem)
		}
	}
	return false
}

// askingWord returns the question word that a word is: "what" also of "whats".
func askingWord(norm string) string {
	for _, word := range []string{norm, strings.TrimSuffix(norm, "s")} {
		if questionWords.Has(word) {
			return word
		}
	}
	return ""
}

// undated returns the utterance from where it begins in earnest, without the days it names.
func (s utterance) undated() english.Text {
	if len(s.Tokens) == 0 {
		return s.Text
	}
	return question.Undated(s.Text).In(english.Span{Start: s.Tokens[s.from].Start, End: len(s.String)})
}

// withoutTail returns the tokens up to what only says that the thing is wanted.
func (f frame) withoutTail() []english.Token {
	for n := min(4, len(f.Tokens)-1); n > 0; n-- {
		if at := len(f.Tokens) - n; f.PhraseAt(at, tails) == n {
			return f.Tokens[:at]
		}
	}
	return f.Tokens
}

// topic returns what stands from token i on, without what says no more than that it is in the
// articles: "in the article about the ship" is "the ship".
func (f frame) topic(i int) string {
	for j := i; j < len(f.Tokens); j++ {
		t := f.Tokens[j]
		switch {
		case particular(t):
			j = len(f.Tokens)
		case links.Has(t.Norm):
			i = j + 1
		}
	}
	end := len(f.Tokens)
	for j := i + 1; j < end; j++ {
		if links.Has(f.Tokens[j].Norm) && !slices.ContainsFunc(f.Tokens[j:], particular) {
			end = j // "in 50 words"
		}
	}
	for end > i+1 && (occurring.Has(f.Tokens[end-1].Stem) || planning.Has(f.Tokens[end-1].Stem)) {
		end-- // "the next round take place"
	}
	return f.String[f.Tokens[i].Start:f.Tokens[end-1].End]
}

// longestRequest is how many words a request has at most.
const longestRequest = 40

// foreign reports whether the utterance asks of somebody, of what is not, or of "article 5".
func (f frame) foreign() bool {
	for i, t := range f.Tokens {
		numbered := articleNouns.Has(t.Stem) && i+1 < len(f.Tokens) && english.IsNumber(f.Tokens[i+1].Norm)
		if numbered || others.Has(t.Norm) || negatives.Has(t.Norm) || strings.HasSuffix(t.Norm, "n't") {
			return true
		}
	}
	return len(f.Tokens) > longestRequest
}

// limits returns how long a summary is to be: "in 50 words", "three-sentence".
func (f frame) limits() (words, lines int) {
	for i, t := range f.Tokens {
		number, _ := english.Number(t.Norm)
		unit := ""
		if first, second, hyphened := strings.Cut(t.Norm, "-"); hyphened {
			number, _ = english.Number(first)
			unit = english.Stem(second)
		} else if i+1 < len(f.Tokens) {
			unit = f.Tokens[i+1].Stem
		}
		switch n := int(number); {
		case n < 1 || !limitNouns.Has(unit):
		case unit == "word":
			words = n
		default:
			lines = n
		}
	}
	return words, lines
}
