package library

import (
	"cmp"
	"slices"
	"time"

	"talksbot/ingest"
	"talksbot/knowledge/article"
	"talksbot/page"
	"talksbot/shelf"
)

// The sentences that count them, and those that tell of one.
var (
	order  = []ingest.What{ingest.Added, ingest.Updated, ingest.Held, ingest.Refused}
	counts = map[ingest.What]string{ingest.Added: "library.new", ingest.Updated: "library.updated", ingest.Held: "library.held", ingest.Refused: "library.refused"}
	tells  = map[ingest.What]string{ingest.Added: "library.is-new", ingest.Updated: "library.is-updated", ingest.Held: "library.is-held", ingest.Refused: "library.is-refused"}
)

// mostTold is how many outcomes are told one by one.
const mostTold = 15

// Told says what became of what was given: how many of each kind, then of each.
func (c Commands) Told(given int, all []ingest.Outcome) page.Page {
	summary := [][]page.Span{c.Words.Say("library.given", "N", given)}
	for _, what := range order {
		if some := of(what, all); len(some) > 0 {
			summary = append(summary, c.Words.Say(counts[what], "N", len(some), "Day", sameDay(some)))
		}
	}
	p := page.Page{Parts: []page.Part{{Stays: true, Lines: []page.Line{{Spans: joined(summary, ", ")}}}}}
	for i, o := range sorted(all) {
		if i == mostTold {
			p.Notes = append(p.Notes, page.Line{Kind: page.Small, Spans: c.Words.Say("library.more", "N", len(all)-i)})
			break
		}
		p.Parts[0].Lines = append(p.Parts[0].Lines, page.Line{Kind: page.Item, Spans: c.tells(o)})
	}
	return p
}

// tells says what became of one thing.
func (c Commands) tells(o ingest.Outcome) []page.Span {
	why := any("")
	if o.Reason != "" {
		why = c.Words.Say("ingest." + string(o.Reason))
	}
	return c.Words.Say(tells[o.What], "Article", c.names(o.Holding), "Where", page.Shorten(o.Where, longestWhere), "Since", moment(o.Since), "Why", why)
}

// longestWhere is how much of a link is shown.
const longestWhere = 80

// of are those of a kind.
func of(what ingest.What, all []ingest.Outcome) []ingest.Outcome {
	return slices.DeleteFunc(slices.Clone(all), func(o ingest.Outcome) bool { return o.What != what })
}

// sorted returns outcomes in the order of their kinds.
func sorted(all []ingest.Outcome) []ingest.Outcome {
	return slices.SortedStableFunc(slices.Values(all), func(a, b ingest.Outcome) int {
		return cmp.Compare(slices.Index(order, a.What), slices.Index(order, b.What))
	})
}

// sameDay returns since when all are held, "" where that is not of one day.
func sameDay(all []ingest.Outcome) any {
	day := func(o ingest.Outcome) string { return o.Since.UTC().Format(time.DateOnly) }
	if all[0].Since.IsZero() || slices.ContainsFunc(all, func(o ingest.Outcome) bool { return day(o) != day(all[0]) }) {
		return ""
	}
	return moment(all[0].Since)
}

// moment returns the day of a moment, as each reader sees it.
func moment(at time.Time) any {
	if at.IsZero() {
		return ""
	}
	return page.Time(at, 'D')
}

// names names an article.
func (c Commands) names(h shelf.Holding) []page.Span { return c.Words.Source(articleOf(h)) }

// articleOf returns what a holding says of its article.
func articleOf(h shelf.Holding) *article.Article {
	return &article.Article{ID: h.ID, Title: h.Title, Outlet: h.Outlet, URL: h.URL, Published: h.Published}
}

// joined returns runs of spans with a text between them.
func joined(all [][]page.Span, between string) (spans []page.Span) {
	for i, one := range all {
		if i > 0 {
			spans = append(spans, page.Span{Text: between})
		}
		spans = append(spans, one...)
	}
	return spans
}
