package ask

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge"
	"talksbot/knowledge/quotation"
	"talksbot/knowledge/word"
)

// attributed returns the claim that a sentence makes with what keeps it somebody's words:
// where the sentence is part of a quotation and the article names the speaker in another,
// a note says who, and that other sentence is cited as well; where it has only a pronoun
// or a role for the speaker ("he", "the top Russian diplomat"), a note says whom it means.
func attributed(lib *knowledge.Library, c Claim, p knowledge.Passage) Claim {
	at := p.Span()
	var said []Mark
	for _, q := range lib.QuotesAt(p) {
		switch {
		case q.Written.Start >= q.Written.End:
		case q.Written.Start >= at.Start && q.Written.End <= at.End:
			if q.Speaker != "" && isRole(q.WrittenAs()) && !strings.Contains(c.Text, q.Speaker) {
				said = append(said, Mark{Start: q.Written.Start - at.Start, End: q.Written.End - at.Start, Note: q.Speaker})
			}
		case q.Kind == quotation.Direct && covers(q, at):
			note := "said by " + q.Speaker
			if q.Speaker == "" {
				note = "said by somebody the article does not name"
			}
			said = append(said, Mark{Start: len(c.Text), End: len(c.Text), Note: note})
			for _, s := range q.Passages() {
				if span := s.Span(); q.Written.Start >= span.Start && q.Written.End <= span.End {
					c.Cites = append(c.Cites, s)
				}
			}
		}
	}
	c.Marks = merge(append(c.Marks, said...))
	return c
}

// isRole reports whether the words for a speaker are a pronoun or a common noun, which tell
// nobody who it is: not "Moscow".
func isRole(written string) bool {
	words := strings.Fields(written)
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	r, _ := utf8.DecodeRuneInString(last)
	return unicode.IsLower(r) || len(words) == 1 && personal[strings.ToLower(last)]
}

var personal = map[string]bool{"he": true, "she": true, "they": true, "it": true}

// covers reports whether all words of the span are quoted.
func covers(q knowledge.Quote, span knowledge.Span) bool {
	for _, t := range word.Tokens(q.Article.Text[span.Start:span.End]) {
		inside := slices.ContainsFunc(q.Spans, func(s knowledge.Span) bool {
			return s.Start <= span.Start+t.Start && span.Start+t.End <= s.End
		})
		if !inside {
			return false
		}
	}
	return true
}
