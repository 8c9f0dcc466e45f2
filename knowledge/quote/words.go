package quote

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/quotation"
)

// Group returns the quotes with those of one speaker together: the speaker quoted in
// the first of them first, each speaker's in the order given, those of nobody known last.
func Group(quotes []Quote) []Quote {
	place := map[who]int{}
	for _, q := range quotes {
		if _, ok := place[q.who()]; !ok && q.Speaker != "" {
			place[q.who()] = len(place)
		}
	}
	place[who{}] = len(place)
	grouped := slices.Clone(quotes)
	slices.SortStableFunc(grouped, func(a, b Quote) int { return place[a.who()] - place[b.who()] })
	return grouped
}

// A who is a speaker, in one article where no name tells who it is: the company of one article is not
// that of another.
type who struct {
	name string
	in   *article.Article
}

func (q Quote) who() who {
	if q.Speaker == "" || strings.ContainsFunc(q.Speaker, unicode.IsUpper) {
		return who{name: q.Speaker}
	}
	return who{q.Speaker, q.Article}
}

// SameSpeaker reports whether two quotes are of one speaker, as far as the articles tell.
func (q Quote) SameSpeaker(other Quote) bool { return q.who() == other.who() }

// Lead returns the words of saying as they go before what is reported: "pledged", "denied",
// "also said …" where words of the article between are left out, "according to reports:".
// Without them a denial would read as a statement. Direct speech needs none: "".
func (q Quote) Lead() string {
	if q.Kind == quotation.Direct || q.Cue.Start >= q.Cue.End {
		return ""
	}
	text, words := q.Article.Text, q.Spans[0]
	cue := lowerFirst(text[q.Cue.Start:q.Cue.End])
	source := q.Written.Start >= q.Cue.End && (q.Written.End <= words.Start || words.End <= q.Cue.Start)
	switch {
	case source && strings.HasPrefix(cue, "according"):
		return lowerFirst(text[q.Cue.Start:q.Written.End]) + ":"
	case q.Cue.Start >= words.Start || source:
		return cue + ":"
	case strings.TrimSpace(text[q.Cue.End:words.Start]) != "":
		return cue + " …"
	}
	return cue
}

// WrittenAs returns how the article names the speaker there, where that is other words than
// the speaker's name: "the top Russian diplomat", "he". Else it is "".
func (q Quote) WrittenAs() string {
	written := q.Article.Text[q.Written.Start:q.Written.End]
	known := english.Norms(q.Speaker)
	for _, w := range english.Norms(written) {
		if slices.Contains(known, w) && w != "the" {
			return ""
		}
	}
	return written
}

// marks are what quotation marks may be.
const marks = "\"“”„‟«»"

// Plain returns the words of each span: those of direct speech without the outer quotation
// marks.
func (q Quote) Plain() []string {
	words := q.Words()
	if q.Kind != quotation.Direct {
		return words
	}
	for i, w := range words {
		words[i] = strings.TrimSpace(unmarked(w))
	}
	return words
}

// unmarked takes a quotation mark from each end, where one stands there.
func unmarked(s string) string {
	if r, size := utf8.DecodeRuneInString(s); strings.ContainsRune(marks+"‘'", r) {
		s = s[size:]
	}
	if r, size := utf8.DecodeLastRuneInString(s); strings.ContainsRune(marks+"’'", r) {
		s = s[:len(s)-size]
	}
	return s
}

// lowerFirst undoes the capital that begins a sentence.
func lowerFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[size:]
}
