package ask

import (
	"slices"
	"strings"
	"unicode"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/quotation"
	"talksbot/knowledge/quote"
)

// attributed returns the claim that a sentence makes with what keeps it somebody's words:
// where the sentence is part of a quotation and the article names the speaker in another,
// a note says who, and that other sentence is cited as well; where it has only a pronoun
// or a role for the speaker ("he", "the top Russian diplomat"), a note says whom it means.
func attributed(lib *knowledge.Library, c Claim, p article.Passage) Claim {
	at := p.Span()
	var said []Mark
	for _, q := range lib.QuotesAt(p) {
		switch {
		case q.Written.Start >= q.Written.End:
		case q.Written.Start >= at.Start && q.Written.End <= at.End:
			if isName(q.Speaker) && q.Unnamed() && !strings.Contains(c.Text, q.Speaker) {
				said = append(said, Mark{Start: q.Written.Start - at.Start, End: q.Written.End - at.Start, Note: q.Speaker})
			}
		case p.IsSpoken():
			said = append(said, Mark{Quoted: true, Note: q.Speaker})
		case q.Kind == quotation.Direct && q.Covers(at):
			said = append(said, Mark{Start: len(c.Text), End: len(c.Text), Quoted: true, Note: q.Speaker})
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

// spoken reports whether a sentence is part of what somebody says at length: it is no statement of
// the article's, and leans on what was said before.
func (p plan) spoken(s article.Passage) bool {
	return slices.ContainsFunc(p.library.QuotesAt(s), func(q quote.Quote) bool { return q.Kind == quotation.Direct && q.Covers(s.Span()) })
}

// isName reports whether a speaker's name is one: "18" of "18 states" is none.
func isName(speaker string) bool { return strings.ContainsFunc(speaker, unicode.IsLetter) }

// voices returns whose words stand in a sentence, those its article names.
func voices(lib *knowledge.Library, p article.Passage) []string {
	var all []string
	for _, q := range lib.QuotesAt(p) {
		if isName(q.Speaker) {
			all = append(all, q.Speaker)
		}
	}
	return all
}
