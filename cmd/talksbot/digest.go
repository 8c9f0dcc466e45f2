package main

import (
	"fmt"

	"talksbot/ask/digest"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/timeline"
	"talksbot/page"
)

type digestCmd struct {
	Since string `placeholder:"DAY" help:"${since}"`
	JSON  bool   `name:"json" help:"${json}"`
}

// Run writes today's digest: the one a channel that has had none would get, or with --since
// one whose last was before that day.
func (c *digestCmd) Run(e *env) error {
	lib, err := e.encodedLibrary()
	if err != nil {
		return err
	}
	if err := e.embed(lib, ""); err != nil {
		return err
	}
	now := e.clock()
	r := digest.Request{Day: calendar.DayOf(now)}
	since, err := e.day(timeline.New(lib), "--since", c.Since)
	if err != nil {
		return err
	}
	r.Since = since.From
	if r.Since.After(r.Day) {
		return usageError{fmt.Errorf("--since %s is still to come", r.Since)}
	}
	d := digest.NewEditor(lib).Make(r)
	return output{JSON: c.JSON}.write(e, newDigest(d), page.Digest(d, e.words))
}

type digestOut struct {
	Day       string     `json:"day"`
	Since     string     `json:"since"` // "": all is new
	Articles  []string   `json:"articles"`
	New       []claimOut `json:"new"`
	Today     []eventOut `json:"today"`
	Ahead     []eventOut `json:"ahead"`
	OnThisDay []eventOut `json:"on_this_day"`
	Earlier   *eventOut  `json:"earlier,omitempty"` // where nothing is new
	Quote     *saidOut   `json:"quote"`
}

func newDigest(d digest.Digest) digestOut {
	out := digestOut{
		Day: d.Day.String(), Since: d.Since.String(), Articles: []string{}, New: []claimOut{},
		Today: newEvents(d.Today), Ahead: newEvents(d.Ahead), OnThisDay: newEvents(d.OnDay),
	}
	for _, a := range d.Articles {
		out.Articles = append(out.Articles, a.ID)
	}
	for _, c := range d.New {
		out.New = append(out.New, claimOut{c.Text, newCites(c.Cites), c.Standing, c.Own})
	}
	if d.Past != nil {
		out.Earlier = &newEvents([]digest.Event{*d.Past})[0]
	}
	if d.Quote != nil {
		said := newSaid(d.Quote.Quote)
		out.Quote = &said
	}
	return out
}

func newEvents(events []digest.Event) []eventOut {
	var all []timeline.Event
	for _, e := range events {
		all = append(all, e.Event)
	}
	return newDates(all).Dates
}
