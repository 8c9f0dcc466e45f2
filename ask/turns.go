package ask

import (
	"slices"
	"sort"
	"strings"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/question"
	"talksbot/knowledge/quote"
	"talksbot/knowledge/search"
)

// How alike a question must be to one that a transcript has, and how long the reply shown is.
const (
	minAsked  = 0.75 // of the words that carry meaning in either
	mostReply = 2    // sentences
)

// replies returns what was said to a question in a transcript that asks the same: that answers it,
// be it a refusal to say.
func replies(p plan) []article.Passage {
	wanted := english.ContentStems(p.question.Text)
	for _, a := range p.within() {
		for i, t := range a.Turns {
			if !t.Asked || i+1 == len(a.Turns) || a.Turns[i+1].Asked {
				continue
			}
			asked := slices.MaxFunc(strings.SplitAfter(t.Words.Of(a.Text), "? "), func(x, y string) int { return overlap(wanted, x, y) })
			if alike(wanted, english.ContentStems(asked)) >= minAsked {
				return beginning(a, a.Turns[i+1].Words)
			}
		}
	}
	return nil
}

// overlap compares two texts by how alike each is to the words.
func overlap(words []string, x, y string) int {
	return int(1000 * (alike(words, english.ContentStems(x)) - alike(words, english.ContentStems(y))))
}

// alike returns the share of words that two lists have in common.
func alike(a, b []string) float64 {
	if most := max(len(a), len(b)); most > 1 {
		return float64(shared(a, b)) / float64(most)
	}
	return 0
}

// shared returns how many of the first words are among the second.
func shared(a, b []string) int {
	n := 0
	for _, w := range a {
		if slices.Contains(b, w) {
			n++
		}
	}
	return n
}

// beginning returns the first sentences of what is said in the span.
func beginning(a *article.Article, words english.Span) []article.Passage {
	var said []article.Passage
	first := sort.Search(len(a.Sentences), func(i int) bool { return a.Sentences[i].Start >= words.Start })
	for i := first; i < len(a.Sentences) && a.Sentences[i].End <= words.End && len(said) < mostReply; i++ {
		said = append(said, article.Passage{Article: a, Index: i, Score: sureOfDay})
	}
	return said
}

var sayingVerbs = english.Inflected("verbs of saying/quotes", english.AnyForm)

// whoSaid adds what a speaker of a transcript says that has all of what follows "Who said …".
func whoSaid(p plan, passages []article.Passage) []article.Passage {
	words := english.Read(p.question.Text)
	if p.question.Kind != question.Who || len(words.Tokens) < 3 || words.Tokens[0].Norm != "who" || !sayingVerbs.Has(words.Tokens[1].Norm) {
		return passages
	}
	about := words.String[words.Tokens[1].End:]
	for _, found := range p.library.Quotes(quote.Query{About: about, Article: p.article}) {
		if s := found.Closest(about); s.IsSpoken() && found.Speaker != "" {
			s.Score = search.Answers
			return slices.Insert(slices.DeleteFunc(slices.Clone(passages), func(q article.Passage) bool { return q.Article == s.Article && q.Index == s.Index }), 0, s)
		}
	}
	return passages
}
