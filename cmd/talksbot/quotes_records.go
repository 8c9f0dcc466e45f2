package main

import (
	"talksbot/knowledge/article"
	"talksbot/knowledge/quote"
)

type quotesOut struct {
	Quotes   []saidOut    `json:"quotes"`
	Speakers []speakerOut `json:"speakers"` // of these quotes; where there are none, who is quoted instead
}

type saidOut struct {
	Article string `json:"article"`
	quoteOut
	Role      string    `json:"role"`
	Words     []string  `json:"words"` // of each span
	To        string    `json:"to,omitempty"`
	Said      string    `json:"said"` // the day the sentence states; "" when none
	Published string    `json:"published"`
	Cites     []citeOut `json:"cites"`
	Also      []citeOut `json:"also,omitempty"` // where other articles have the same words
}

type speakerOut struct {
	Name   string `json:"name"`
	Role   string `json:"role"`
	Quotes int    `json:"quotes"`
}

type matchesOut struct {
	Matches []matchOut `json:"matches"`
}

type matchOut struct {
	Quote *saidOut  `json:"quote"` // null where the words are the article's own
	Exact bool      `json:"exact"`
	Edits []editOut `json:"edits"`
	Cites []citeOut `json:"cites"`
}

type editOut struct {
	Kind string `json:"kind"` // kept, left (the article only), added (the text only), skipped
	Text string `json:"text"`
}

var editKinds = map[quote.EditKind]string{
	quote.Kept: "kept", quote.Left: "left", quote.Added: "added", quote.Skipped: "skipped",
}

func newQuotes(quotes []quote.Quote, speakers []quote.Speaker) quotesOut {
	out := quotesOut{Quotes: []saidOut{}, Speakers: []speakerOut{}}
	for _, q := range quotes {
		out.Quotes = append(out.Quotes, newSaid(q))
	}
	for _, s := range speakers {
		out.Speakers = append(out.Speakers, speakerOut{s.Name, s.Role, s.Quotes})
	}
	return out
}

func newSaid(q quote.Quote) saidOut {
	var also []article.Passage
	for _, o := range q.Also {
		also = append(also, o.Passages()...)
	}
	return saidOut{
		Also: newCites(also), Article: q.Article.ID, Role: q.Role, Words: q.Words(), To: q.Hearer, Said: q.Said.String(),
		Published: q.Article.Published.Day.String(), Cites: newCites(q.Passages()),
		quoteOut: newQuote(q.Kind, q.Spans, q.Speaker, q.Written, q.Cue),
	}
}

func newMatches(found []quote.Match) matchesOut {
	out := matchesOut{Matches: []matchOut{}}
	for _, m := range found {
		match := matchOut{Exact: m.Exact, Edits: []editOut{}, Cites: newCites([]article.Passage{m.Passage})}
		if m.Quote != nil {
			said := newSaid(*m.Quote)
			match.Quote, match.Cites = &said, said.Cites
		}
		for _, e := range m.Edits {
			match.Edits = append(match.Edits, editOut{editKinds[e.Kind], e.Text})
		}
		out.Matches = append(out.Matches, match)
	}
	return out
}
