package main

import (
	"fmt"
	"time"

	"talksbot/ask"
	"talksbot/ask/news"
	"talksbot/internal/database"
	"talksbot/knowledge"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/timeline"
	"talksbot/page"
	"talksbot/shelf"
)

// A newsCmd tells what is new in the articles: those that came, what was corrected, what was withdrawn.
type newsCmd struct {
	Since string `placeholder:"DAY" help:"${news_since}"`
	JSON  bool   `name:"json" help:"${json}"`
}

// Run writes what is new since a day, or in the last one. The bot may be running meanwhile.
func (c *newsCmd) Run(e *env) error {
	lib, err := e.encodedLibrary()
	if err != nil {
		return err
	}
	now := e.clock()
	since := now.Add(-24 * time.Hour)
	asked, err := e.day(timeline.New(lib), "--since", c.Since)
	if err != nil {
		return err
	}
	if d := asked.From; !d.IsZero() {
		since = time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, now.Location())
	}
	if since.After(now) {
		return usageError{fmt.Errorf("--since %s is still to come", asked.From)}
	}
	items, err := happened(e, lib, since)
	if err != nil {
		return err
	}
	n := news.Make(lib, since, calendar.DayOf(now), items)
	return output{JSON: c.JSON}.write(e, newNews(n), page.News(n, e.words))
}

// happened returns what happened to the articles, as the shelf has it. Where nothing is kept of them, it is which were
// published since.
func happened(e *env, lib *knowledge.Library, since time.Time) ([]news.Item, error) {
	if e.settings.alone || e.settings.database == database.Memory {
		return news.Published(lib, since), nil
	}
	switch state, err := database.Examine(e.ctx, e.settings.database); {
	case err != nil:
		return nil, err
	case !state.Exists:
		return news.Published(lib, since), nil
	}
	db, err := database.OpenToRead(e.ctx, e.settings.database)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	return news.Gather(e.ctx, shelf.New(db), "", lib, since)
}

type newsOut struct {
	Since     string         `json:"since"`
	New       []pieceOut     `json:"new"`
	Articles  int            `json:"articles"` // new ones in all
	Corrected []revisedOut   `json:"corrected"`
	Dates     []statedOut    `json:"dates"`
	Quotes    []statedOut    `json:"quotes"`
	More      []statedOut    `json:"more"`
	Withdrawn []withdrawnOut `json:"withdrawn"`
}

type pieceOut struct {
	Article string    `json:"article"`
	At      time.Time `json:"at"`
	Line    *claimOut `json:"line,omitempty"`
	Copies  int       `json:"copies,omitempty"` // further articles that say the same
}

type revisedOut struct {
	Article string    `json:"article"`
	At      time.Time `json:"at"`
	Note    string    `json:"note,omitempty"` // of the publisher
	Changes []pairOut `json:"changes"`
}

type pairOut struct {
	Before claimOut `json:"before"`
	After  claimOut `json:"after"`
}

type statedOut struct {
	Article string    `json:"article"`
	At      time.Time `json:"at"`
	Says    claimOut  `json:"says"`
}

type withdrawnOut struct {
	Article string    `json:"article"`
	At      time.Time `json:"at"`
}

func newNews(n news.News) newsOut {
	out := newsOut{Since: n.Since.Format(time.RFC3339), Articles: n.Articles, New: []pieceOut{}, Corrected: []revisedOut{},
		Dates: newStated(n.Dates), Quotes: newStated(n.Quotes), More: newStated(n.More), Withdrawn: []withdrawnOut{}}
	for _, p := range n.New {
		one := pieceOut{Article: p.Article.ID, At: p.At, Copies: p.Copies}
		if p.Line != nil {
			line := newPlainClaim(*p.Line)
			one.Line = &line
		}
		out.New = append(out.New, one)
	}
	for _, r := range n.Corrected {
		one := revisedOut{Article: r.Article.ID, At: r.At, Note: r.Note, Changes: []pairOut{}}
		for _, pair := range r.Pairs {
			one.Changes = append(one.Changes, pairOut{newPlainClaim(pair[0]), newPlainClaim(pair[1])})
		}
		out.Corrected = append(out.Corrected, one)
	}
	for _, i := range n.Withdrawn {
		out.Withdrawn = append(out.Withdrawn, withdrawnOut{i.Article.ID, i.At})
	}
	return out
}

func newStated(all []news.Stated) []statedOut {
	out := []statedOut{}
	for _, s := range all {
		out = append(out, statedOut{s.Article.ID, s.At, newPlainClaim(s.Claim)})
	}
	return out
}

func newPlainClaim(c ask.Claim) claimOut {
	return claimOut{c.Text, newCites(c.Cites), c.Standing, c.Own}
}
