package main

import (
	"errors"
	"fmt"
	"os"
	"time"

	"talksbot/knowledge/calendar"
	"talksbot/knowledge/timeline"
	"talksbot/knowledge/timeline/picture"
	"talksbot/knowledge/timex"
	"talksbot/page"
)

type datesCmd struct {
	About string `placeholder:"NAME" help:"${dates_about}"`
	From  string `placeholder:"DAY" help:"${from}"`
	To    string `placeholder:"DAY" help:"${to}"`
	JSON  bool   `name:"json" xor:"form" help:"${json}"`
	ICS   bool   `name:"ics" xor:"form" help:"${ics}"`
	PNG   string `name:"png" xor:"form" placeholder:"FILE" type:"path" help:"${png}"`
}

// Run writes when what is, as the articles state it.
func (c *datesCmd) Run(e *env) error {
	lib, err := e.library()
	if err != nil {
		return err
	}
	now := e.clock()
	t := timeline.New(lib)
	q, err := c.query(e, t)
	if err != nil {
		return err
	}
	events := t.Find(q)
	switch {
	case c.ICS:
		_, err = e.stdout.Write(timeline.Calendar(events, page.Drawn{Printer: e.words}, now))
	case c.PNG != "":
		err = c.draw(e, events, q, calendar.DayOf(now))
	default:
		return output{JSON: c.JSON}.write(e, newDates(events), e.dates(t, q, events))
	}
	if err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return nil
}

// clock returns the time, in the zone of whoever runs the program.
func (e *env) clock() time.Time {
	if e.now != nil {
		return e.now()
	}
	return time.Now()
}

// day reads the days that somebody typed after a flag.
func (e *env) day(t *timeline.Timeline, flag, typed string) (calendar.Days, error) {
	if typed == "" {
		return calendar.Days{}, nil
	}
	d, ok := t.Asked(typed, timex.MomentOf(e.clock()))
	if !ok {
		return d, usageError{fmt.Errorf("%s: %s", flag, e.words.Text("dates.no-day", "Typed", typed))}
	}
	return d, nil
}

// query reads the days as people type them.
func (c *datesCmd) query(e *env, t *timeline.Timeline) (timeline.Query, error) {
	q := timeline.Query{About: c.About}
	from, err := e.day(t, "--from", c.From)
	if err != nil {
		return q, err
	}
	to, err := e.day(t, "--to", c.To)
	if err != nil {
		return q, err
	}
	q.From, q.To = from.From, to.To
	if !q.From.IsZero() && !q.To.IsZero() && q.To.Before(q.From) {
		return q, usageError{fmt.Errorf("--from %s is after --to %s", q.From, q.To)}
	}
	return q, nil
}

func (c *datesCmd) draw(e *env, events []timeline.Event, q timeline.Query, today calendar.Day) error {
	if len(events) == 0 {
		return errors.New("there is nothing to draw: the articles state no date for this")
	}
	data, err := picture.PNG(events, picture.Options{Title: page.Title(q, e.words), Today: today, Words: page.Drawn{Printer: e.words}})
	if err != nil {
		return err
	}
	if err := os.WriteFile(c.PNG, data, 0o644); err != nil {
		return err
	}
	_, err = fmt.Fprintf(e.stdout, "%s: %s\n", c.PNG, e.words.Text("picture.dates", "N", min(len(events), picture.Most)))
	return err
}

// dates returns the page of a timeline.
func (e *env) dates(t *timeline.Timeline, q timeline.Query, events []timeline.Event) page.Page {
	if len(events) == 0 {
		return page.NoDates(q, t.Topics("", 5), e.words)
	}
	today := calendar.DayOf(e.clock())
	return page.Dates(events, q, page.Today{Day: today, Next: timeline.Next(events, today)}, e.words)
}

type datesOut struct {
	Dates []eventOut `json:"dates"`
}

type eventOut struct {
	From      string    `json:"from"` // "" with To: the article leaves it vague
	To        string    `json:"to"`
	Label     citeOut   `json:"label"`
	When      citeOut   `json:"when"`
	Speaker   string    `json:"speaker,omitempty"`
	Cites     []citeOut `json:"cites"`
	Otherwise []daysOut `json:"otherwise,omitempty"`
	Instead   []citeOut `json:"instead,omitempty"` // what newer articles say: it is no longer so
}

type daysOut struct {
	From string `json:"from"`
	To   string `json:"to"`
}

func newDates(events []timeline.Event) datesOut {
	out := datesOut{Dates: []eventOut{}}
	for _, e := range events {
		m := e.Mentions[0]
		event := eventOut{
			From: e.From.String(), To: e.To.String(), Speaker: e.Speaker(), Cites: newCites(e.Cites()), Instead: newCites(e.Instead()),
			Label: citeOut{m.Article.ID, m.Clause.Start, m.Clause.End, m.Label()},
			When:  citeOut{m.Article.ID, m.Time.Start, m.Time.End, m.When()},
		}
		for _, d := range e.Otherwise {
			event.Otherwise = append(event.Otherwise, daysOut{d.From.String(), d.To.String()})
		}
		out.Dates = append(out.Dates, event)
	}
	return out
}
